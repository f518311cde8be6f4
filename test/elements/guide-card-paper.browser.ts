/** Paper: 一次性告知单, 明白卡, 窗口小票 as they are made; what they look like is seen as PDF. */
import type { ZwgkGuideCard } from '@zwgk/elements';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { accessible, next, page, seen, settled, until } from '../support/browser.js';
import { all, equal, example, has, hasNot, named, show } from '../support/guide-card.js';
import { rekeyGuide } from '../support/rekey-guide.js';

beforeEach(() => setViewport({ width: 1280, height: 800 }));

type Print = CustomEvent<{ form: string; document: Document }>;
const FORMS = { notice: '一次性告知单', card: '明白卡（A6）', large: '大字明白卡', slip: '窗口小票' } as const;
type Form = keyof typeof FORMS;

/** Chooses a form; printing itself is prevented. */
const paper = async (card: ZwgkGuideCard, form: Form): Promise<Document> => {
  card.addEventListener('zwgk-guide-print', (event) => event.preventDefault(), { once: true });
  const printed = next<Print>(card, 'zwgk-guide-print');
  named(card, '.print button', FORMS[form]).click();
  const { detail } = await printed;
  equal(detail.form, form);
  return detail.document;
};
const rules = (sheet: Document): string =>
  sheet.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');
const words = (sheet: Document): string => sheet.body.innerText;
/** Millimetres from the top to the last line. */
const filled = (sheet: Document): number => (sheet.body.lastElementChild!.getBoundingClientRect().bottom * 25.4) / 96;

describe('zwgk-guide-card: 一次性告知单', () => {
  it('holds the situation, what was not asked, boxes for each material, place, telephone, last day, remedies', async () => {
    const card = await show(await example('disability-card'), 'situation="business:renew"');
    const sheet = await paper(card, 'notice');
    has(
      words(sheet),
      '一次性告知单',
      '残疾人证办理',
      '云泊县残疾人联合会',
      '13880121MB9C20033N4882080101000',
      '您要办理哪一项业务：残疾人证到期换领',
      '尚未选定',
      '由谁来办理？',
      '至少带3样',
      '已交',
      '缺少',
      '不用带的',
      '居民户口簿（本人页）（数据共享，免提交）',
      '一楼3号窗口（民政残联）',
      '0460-0000131',
      '自评定机构出具评定结论之日起计算',
      '如从今天起算，最迟2026年10月21日办结（不计入时限的时间相应顺延）',
      '其他需要补正的内容',
      '不收费',
      '版本：4',
      '打印：2026年9月23日 10:00',
      '申请人签收',
    );
    hasNot(words(sheet), '您的情形不需要', '看上面的选择', 'undefined', '[object');
    equal(sheet.querySelectorAll('.ticks tbody .box').length, 8);
    has(rules(sheet), 'size: 210mm 297mm', 'margin: 14mm');
    equal(sheet.title, '一次性告知单 残疾人证办理');
  });
  it('repeats its head on each sheet and numbers the sheets where the browser can', async () => {
    const sheet = await paper(await show(await example('road-occupation')), 'notice');
    const css = rules(sheet);
    has(css, 'table-header-group', 'break-inside: avoid');
    equal(getComputedStyle(sheet.querySelector('.page > thead')!).display, 'table-header-group');
    has(sheet.querySelector('thead')!.innerText, '云泊县城市管理局', '事项编码：11880121MB9C20076A4880117021000');
    if (CSS.supports('selector(:has(a))') && 'CSSMarginRule' in window) has(css, 'counter(page)', 'counter(pages)');
  });
  it('cites the law on telling once only for licences, and lists every charge', async () => {
    has(words(await paper(await show(await example('road-occupation')), 'notice')), '《行政许可法》第三十二条', '免收');
    hasNot(words(await paper(await show(await example('disability-card')), 'notice')), '第三十二条');
  });
  it("carries the page's own words on remedies", async () => {
    const card = page<ZwgkGuideCard>('<zwgk-guide-card><p slot="remedy">本县的说法</p></zwgk-guide-card>');
    card.guide = { taskName: '甲', taskType: '01' } as never;
    await card.updateComplete;
    await settled(card);
    const text = words(await paper(card, 'notice'));
    has(text, '本县的说法');
    hasNot(text, '60日');
  });
  it('has a code that leads to the guide with the answers, and none to a place that nobody else can reach', async () => {
    const guide = { ...(await example('disability-card')), url: 'https://example.invalid/g' };
    const sheet = await paper(await show(guide, 'situation="who:self"'), 'notice');
    equal(sheet.querySelector('.qr')?.getAttribute('aria-label'), '本事项办事指南的二维码');
    const long = await paper(await show({ ...guide, url: `https://example.invalid/${'a'.repeat(900)}` }), 'notice');
    equal(long.querySelector('.qr'), null);
  });
});

describe('zwgk-guide-card: 明白卡 and 小票', () => {
  it('the card fills one side of A6, in large print one of A4', async () => {
    for (const [form, width, height] of [
      ['card', 105, 148],
      ['large', 210, 297],
    ] as const) {
      const sheet = await paper(await show(await example('disability-card')), form);
      has(words(sheet), '残疾人证办理', '残疾人证申请表', '稻溪镇便民服务中心', '0460-0000131', '15个工作日', '不收费');
      has(rules(sheet), `size: ${width}mm ${height}mm`);
      if (filled(sheet) > height - 14) throw new Error(`${form}: ${filled(sheet)} mm`);
    }
    const size = async (form: Form) =>
      parseFloat(getComputedStyle((await paper(await show(await example('disability-card')), form)).body).fontSize);
    if ((await size('large')) < 2 * (await size('card'))) throw new Error('large print is not large');
  });
  it('a card with 200 materials and long texts is still one side and says where the rest is', async () => {
    const guide = {
      taskName: '名'.repeat(900),
      deptName: '局',
      materials: Array.from({ length: 200 }, (_, i) => ({ name: `第${i}项${'料'.repeat(100)}` })),
      places: [{ name: '厅', address: '路'.repeat(500), hours: '时'.repeat(500) }],
    };
    for (const [form, height] of [
      ['card', 148],
      ['large', 297],
    ] as const) {
      const sheet = await paper(await show(guide), form);
      has(words(sheet), '您只需带200样', '其余请扫码查看');
      if (filled(sheet) > height - 14) throw new Error(`${form}: ${filled(sheet)} mm`);
    }
  });
  it('makes its letters smaller before it leaves a material out', async () => {
    for (const form of ['card', 'large'] as const) {
      const sheet = await paper(await show(await example('rural-housing')), form);
      equal(sheet.querySelectorAll('.box').length, 7);
      hasNot(words(sheet), '其余请');
    }
  });
  it('points to no code where the sheet has none', async () => {
    const guide = {
      taskName: '甲',
      url: `https://example.invalid/${'a'.repeat(900)}`,
      acceptConditions: '条'.repeat(900),
      materials: Array.from({ length: 200 }, (_, i) => ({ name: `第${i}项` })),
      places: Array.from({ length: 5 }, (_, i) => ({ name: `第${i}厅` })),
      fees: Array.from({ length: 30 }, (_, i) => ({ name: `第${i}费`, standard: '5元' })),
    };
    for (const form of ['notice', 'card', 'large', 'slip'] as const) {
      const sheet = await paper(await show(guide), form);
      equal(sheet.querySelector('.qr'), null);
      has(words(sheet), '其余请向窗口咨询。');
      hasNot(words(sheet), '扫码');
    }
  });
  it('the slip is 80 mm wide and as long as its words', async () => {
    const short = await paper(await show({ taskName: '甲' }), 'slip');
    has(words(short), '甲', '指南未载明');
    hasNot(words(short), '不服怎么办');
    const length = (sheet: Document) => Number(/size: 80mm (\d+)mm/.exec(rules(sheet))?.[1]);
    const a = length(short);
    const long = await paper(await show(await example('disability-card')), 'slip');
    const b = length(long);
    if (!(a > 30 && b > a + 50)) throw new Error(`${a} mm, ${b} mm`);
    if (filled(long) > b - 8) throw new Error('the slip is cut off');
    equal(long.querySelectorAll('.box').length, 5);
  });
});

describe('zwgk-guide-card: printing', () => {
  it('prints the form alone, in its own document; the page and the card stay as they are', async () => {
    const card = await show(await example('disability-card'));
    document.body.insertAdjacentHTML('beforeend', '<p id="host">网页的其余部分</p>');
    let printed: Document | undefined;
    const shown = seen(card);
    card.addEventListener(
      'zwgk-guide-print',
      ({ detail }) => {
        // What the card will call when nobody prevents it.
        detail.document.defaultView!.print = () => (printed = detail.document);
      },
      { once: true },
    );
    named(card, '.print button', '一次性告知单').click();
    await until(() => printed, 'printing');
    document.getElementById('host')!.remove();
    hasNot(words(printed!), '网页的其余部分');
    equal(seen(card).trim() === shown.trim(), true);
    equal(printed === document, false);
    // Nothing that a reader or a screen reader meets.
    const frame = all(card, 'iframe')[0] as HTMLIFrameElement;
    equal(
      [frame.tabIndex, frame.getAttribute('aria-hidden'), getComputedStyle(frame).visibility].join(),
      '-1,true,hidden',
    );
    await accessible(card);
    await paper(card, 'card');
    equal(all(card, 'iframe').length, 1);
    card.remove();
    equal(all(card, 'iframe').length, 0);
  });
  it('opens and closes its menu by key', async () => {
    const card = await show(await example('dibao'));
    const summary = all(card, '.print summary')[0]!;
    summary.focus();
    await sendKeys({ press: 'Enter' });
    const menu = all(card, '.print')[0] as HTMLDetailsElement;
    await until(() => menu.open, 'the menu');
    await accessible(card);
    await sendKeys({ press: 'Tab' });
    has(card.shadowRoot!.activeElement!.textContent, '一次性告知单');
    await sendKeys({ press: 'Escape' });
    equal(menu.open, false);
    equal(card.shadowRoot!.activeElement, summary);
  });
  it('says so where a browser cannot print', async () => {
    const card = await show({ taskName: '甲' });
    card.addEventListener(
      'zwgk-guide-print',
      ({ detail }) => Object.assign(detail.document.defaultView!, { print: undefined }),
      { once: true },
    );
    all(card, '.print')[0]!.setAttribute('open', '');
    named(card, '.print button', '明白卡（A6）').click();
    await until(() => seen(card).includes('此浏览器不能打印'), 'the sentence');
  });
  it('the compact card has print rules of its own', async () => {
    const card = await show(await example('dibao'), 'compact');
    const media = card
      .shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
      .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.conditionText === 'print')
      .map(({ cssText }) => cssText)
      .join();
    has(media, 'break-inside: avoid', 'no-print');
    equal(all(card, '.print').length, 0);
  });
  it('in English and traditional characters', async () => {
    const holder = page('<div lang="en"><zwgk-guide-card></zwgk-guide-card></div>');
    const card = holder.querySelector('zwgk-guide-card')!;
    card.guide = (await example('disability-card')) as never;
    await until(
      () => card.shadowRoot && all(card, '.print').some((one) => one.textContent.includes('One-time notice')),
      'English',
    );
    card.addEventListener('zwgk-guide-print', (event) => event.preventDefault(), { once: true });
    const printed = next<Print>(card, 'zwgk-guide-print');
    named(card, '.print button', 'One-time notice').click();
    const sheet = (await printed).detail.document;
    has(words(sheet), 'One-time notice', 'Not chosen yet', '残疾人证办理');
    equal(sheet.documentElement.lang, 'en');
  });
});

describe('zwgk-guide-card: paper of real and of bad guides', () => {
  const bad: Record<string, unknown> = {
    'only a name': { taskName: '甲' },
    'an empty template': {
      taskName: '甲',
      deptName: '',
      materials: [],
      places: [],
      flow: [],
      fees: [],
      acceptConditions: '—',
    },
    'contradictory fees': { taskName: '甲', charged: false, fees: [{ name: '费', standard: '5元' }] },
    'unknown codes': { taskName: '甲', taskType: '97', materials: [{ name: '表', kind: 'constructor' }] },
    'markup in every text': { taskName: '<img src=x onerror=alert(1)>', deptName: '<b>', acceptConditions: '<script>' },
    '10,000 characters of conditions': { taskName: '甲', acceptConditions: '条'.repeat(10000) },
  };
  for (const [what, guide] of Object.entries(bad))
    it(what, async () => {
      const card = await show(guide);
      for (const form of Object.keys(FORMS) as Form[]) {
        const sheet = await paper(card, form);
        has(words(sheet), (guide as { taskName: string }).taskName);
        hasNot(words(sheet), 'undefined', '[object', 'NaN');
        equal(sheet.querySelectorAll('img, script, b').length, 0);
      }
      if (what.startsWith('contra')) has(words(await paper(card, 'notice')), '指南写明不收费，却列有收费项目');
      if (what.startsWith('10,000')) has(words(await paper(card, 'notice')), '其余请扫码查看');
    });

  it('a fee table filled with 不收费 is no contradiction', async () => {
    const card = await show({
      taskName: '甲',
      charged: false,
      fees: [{ name: '收费标准', standard: '不收费', basis: '不收费' }],
    });
    hasNot(seen(card), '却列有收费项目');
  });

  it('all real guides on every form', async function () {
    this.timeout(20000);
    const names = [
      '01-wanyuan-water-licence-renewal',
      '02-zhangdian-disability-card',
      '03-huaning-temporary-relief',
      '04-zhongmu-soil-conservation',
      '05-chongqing-social-card-password',
      '06-yuanping-food-licence',
      '07-huinong-forest-land',
    ];
    for (const name of names) {
      const answer = await fetch(`/__wds-outside-root__/1/shared/data/guide/${name}.json`);
      if (!answer.ok) {
        console.warn('skipped: no ../shared/data');
        this.skip();
      }
      const guide = rekeyGuide(await answer.json());
      const card = await show(guide);
      for (const form of Object.keys(FORMS) as Form[]) {
        const sheet = await paper(card, form);
        const { taskName, materials = [] } = guide as {
          taskName: string | { 'zh-Hans': string };
          materials?: { name: string }[];
        };
        has(
          words(sheet),
          typeof taskName === 'string' ? taskName : taskName['zh-Hans'],
          ...materials.map((one) => one.name),
        );
        hasNot(words(sheet), 'undefined', '[object', 'NaN');
      }
    }
  });
});
