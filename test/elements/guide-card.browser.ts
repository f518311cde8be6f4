import type { ZwgkError } from '@zwgk/client';
import type { ZwgkGuideCard } from '@zwgk/elements';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { accessible, next, page, seen, settled, until } from '../support/browser.js';
import {
  all,
  client,
  equal,
  example,
  fail,
  has,
  hasNot,
  named,
  show,
  stylesheet,
  type Json,
} from '../support/guide-card.js';
import { rekeyGuide } from '../support/rekey-guide.js';

/** Shows something that must fail: a sentence, the event with its code, the author's content. */
const failing = async (card: ZwgkGuideCard, code: string): Promise<ZwgkError> => {
  const event = await next<CustomEvent<{ error: ZwgkError; shown: boolean }>>(card, 'zwgk-failed');
  await settled(card);
  equal(event.detail.error.code, code);
  equal(event.detail.shown, false);
  if (!/[\u4e00-\u9fff]{4}/.test(seen(card))) fail('no sentence for the reader');
  if (!(card.firstElementChild as HTMLElement).offsetHeight) fail('the content of the page is gone');
  return event.detail.error;
};

beforeEach(() => setViewport({ width: 1280, height: 800 }));

describe('zwgk-guide-card: what a reader finds', () => {
  it('answers in the first lines: who, what to bring, where, how long, what it costs, what if refused', async () => {
    const card = await show(await example('road-occupation'));
    await until(() => seen(card).includes('如今天受理'), 'the due date');
    const [facts] = all(card, '.facts');
    has(
      facts!.innerText,
      '企业法人',
      '您只需带2样',
      '占用位置平面示意图',
      '二楼B区14号窗口',
      '0460-0000161',
      '3个工作日',
    );
    has(facts!.innerText, '每平方米每日0.40元', '60日内申请行政复议', '6个月内', '12345');
    // No act against which there would be a remedy, but a telephone for complaints.
    const [other] = all(await show(await example('disability-card')), '.facts');
    has(other!.innerText, '不服怎么办\n投诉电话：12345');
  });

  it('shows the 19 elements in the official order, and the questions after them', async () => {
    const card = await show(await example('road-occupation'));
    equal(
      all(card, '[part=section] > h3')
        .map((head) => head.textContent.trim().replace(/^\d+\s*/, ''))
        .join(),
      '适用范围,项目信息,审批依据,受理机构,决定机构,审批数量,申请条件,申请材料,申请接收,办理基本流程,办理方式,办理时限,' +
        '收费依据及标准,审批结果,结果送达,申请人权利和义务,咨询途径,监督和投诉渠道,办公地址和时间,常见问题',
    );
  });

  it('speaks of 审批 only where something is approved', async () => {
    has(seen(await show(await example('disability-card'))), '设定依据', '办理结果');
    hasNot(seen(await show({ ...(await example('disability-card')), deptName: '局' })), '审批依据', '审批结果');
  });

  it('shows every published field with its official label and codes as words', async () => {
    const full = {
      ...(await example('disability-card')),
      entrustName: '委托的部门',
      supervisionBasis: ['监管办法'],
      taskHandleItem: '业务编码1',
      localCatalogCode: '地方1',
      localTaskCode: '地方2',
      villageCode: '880121101201',
      topicOrg: ['法人主题'],
      planEffective: '2026-01-02',
      planCancel: '2030-01-02',
      delegate: '首席代表某岗',
      punishmentMethod: '处罚幅度',
      charged: true,
      fees: [
        {
          name: '工本费',
          standard: '5元',
          basis: '收费文件',
          reducible: true,
          reduceBasis: '减免文件',
          remark: '注一',
        },
      ],
      intermediaryServices: [{ name: '评估', basis: '中介依据', orgListUrl: '/orgs' }],
      deliveryTime: '10个工作日内',
      resultSample: { name: '样本.pdf', url: '/sample.pdf', sizeBytes: 2048 },
    };
    const card = await show(full);
    const text = seen(card);
    const said = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(said) : [];
    for (const field of Object.keys(full)) {
      // Codes are shown as words, addresses as links, days in Chinese: they are looked for below.
      if (
        /^(id|lang|task(Type|State)|use|power|dept(Type)|service|project|handleForms|online|mobile|cross|plan|updated|flowChart|.*Unit$)/.test(
          field,
        )
      )
        continue;
      for (const value of said((full as Json)[field])) for (const line of value.split('\n')) has(text, line);
    }
    has(
      text,
      '公共服务',
      '在用',
      '县级',
      '法定本级行使',
      '自然人',
      '承诺件',
      '窗口办理、网上办理、快递申请',
      '全省通办',
    );
    has(text, '互联网咨询、收件、预审、受理、结果反馈', '2026年1月2日', '2026年9月7日', '法律法规未规定', '授权组织');
    has(
      text,
      '是否允许减免',
      '减免文件',
      '机构名录',
      '中介依据',
      '原件或复印件',
      '政府部门核发',
      '便民服务中心',
      '样本.pdf，2 KB',
    );
    equal(all(card, 'a[href="/sample.pdf"]').length, 1);
  });

  it('says 不收费 where nothing is charged, and that a guide is silent where it is', async () => {
    has(all(await show({ taskName: '甲', charged: false }), '.facts')[0]!.innerText, '不收费');
    has(all(await show({ taskName: '甲' }), '.facts')[0]!.innerText, '指南未载明');
  });

  it('tells what to do after a refusal also where an old guide has no code of its kind', async () => {
    has(seen(await show({ taskName: '取水许可延续' })), '不服怎么办', '60日内申请行政复议');
    hasNot(seen(await show({ taskName: '社会保障卡密码修改与重置' })), '不服怎么办');
    hasNot(seen(await show({ taskName: '城乡居民参保登记', taskType: '20' })), '不服怎么办');
  });
  it('keeps names apart that hold the sign of a list', async () => {
    const guide = { taskName: '甲', materials: [{ name: '林地、林木协议' }, { name: '申请表' }] };
    has(seen(await show(guide)), '林地、林木协议；申请表');
  });
  it('does not send the reader of the whole guide to the guide', async () => {
    const guide = { taskName: '甲', url: 'https://example.invalid/g' };
    hasNot(seen(await show(guide)), '查看办事指南');
    has(seen(await show(guide)), '指南发布页面');
    has(seen(await show(guide, 'compact')), '查看办事指南');
  });
  it('marks contradictory fees', async () => {
    const card = await show({ taskName: '甲', charged: false, fees: [{ name: '费', standard: '5元' }] });
    has(seen(card), '指南写明不收费，却列有收费项目', '5元');
  });

  it('makes telephones and mail links, also several numbers in one text', async () => {
    const card = await show({
      taskName: '甲',
      consult: [
        { kind: '电话', value: '0460-0000131、12345转2' },
        { kind: '邮件', value: 'a@b.invalid' },
        { kind: '网络', value: '/ask.html' },
      ],
    });
    const links = all(card, '.consult a').map((link) => link.getAttribute('href'));
    equal(links.join(' '), 'tel:04600000131 tel:12345 mailto:a@b.invalid /ask.html');
  });

  it('copies an address by key and says so', async () => {
    const card = await show(await example('road-occupation'));
    named(card, 'button', '复制地址').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => seen(card).includes('已复制'), 'the word that it is copied');
    equal(card.shadowRoot!.activeElement?.textContent, '已复制');
  });

  it('warns of a suspended, abolished or expired matter', async () => {
    has(seen(await show({ taskName: '甲', taskState: '2' })), '已暂停办理');
    has(seen(await show({ taskName: '甲', taskState: '3' })), '已取消');
    has(seen(await show({ taskName: '甲', planCancel: '2026-09-23' })), '已取消');
    hasNot(seen(await show({ taskName: '甲', planCancel: '1970-01-01' })), '已取消', '1970');
  });

  it('jumps from the contents to a section and puts the focus there', async () => {
    const card = await show(await example('road-occupation'));
    named(card, 'nav button', '结果送达').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => card.shadowRoot!.activeElement?.textContent.includes('结果送达'), 'the focus on the heading');
    equal(card.shadowRoot!.activeElement?.localName, 'h3');
  });

  it('speaks the language of the page, and never changes the published text', async () => {
    const card = page<ZwgkGuideCard>('<div lang="en"><zwgk-guide-card></zwgk-guide-card></div>').querySelector(
      'zwgk-guide-card',
    )!;
    card.guide = {
      taskName: { 'zh-Hans': '社会保障卡', en: 'Social card' },
      deptName: '人社局',
      charged: false,
    } as never;
    await until(() => seen(card).includes('Free of charge'), 'English');
    has(seen(card), 'Social card', '人社局');
    equal(all(card, 'dd[lang="zh-Hans"]').length > 0, true);
    card.parentElement!.lang = 'zh-TW';
    await until(() => seen(card).includes('不收費'), 'traditional characters');
    has(seen(card), '決定機構', '人社局');
  });
});

describe('zwgk-guide-card: while the full form is on its way', () => {
  it('shows the facts together with the rest where that comes at once, and is busy until then', async () => {
    const card = page<ZwgkGuideCard>('<zwgk-guide-card></zwgk-guide-card>');
    await card.updateComplete;
    const states: string[] = [];
    new MutationObserver(() =>
      states.push(
        [all(card, '.facts').length, all(card, '[part=section]').length > 0, card.getAttribute('aria-busy')].join(),
      ),
    ).observe(card.shadowRoot!, { childList: true, subtree: true });
    card.guide = (await example('road-occupation')) as never;
    await card.updateComplete;
    await settled(card);
    // Facts that stood there before the rest would be pushed about by it.
    equal(states.join(' ').includes('1,false'), false);
    has(states.join(' '), '1,true,true');
    equal(all(card, '[part=section]').length, 20);
    equal(card.hasAttribute('aria-busy'), false);
  });

  it('does not fetch it for a compact card', async () => {
    const frame = await framed('compact', {});
    await until(() => frame.text().includes('3个工作日'), 'the facts');
    await new Promise((resolve) => setTimeout(resolve, 100));
    equal(frame.fetched(/guide-card\.messages\.js/), 1);
    equal(frame.fetched(/guide-card\.full\.js/), 0);
  });

  it('keeps the facts where it cannot be fetched, and says so to the reader and to the page', async () => {
    const frame = await framed('', { '/packages/elements/dist/guide-card/guide-card.full.js': '/nothing/here.js' });
    await until(() => frame.text().includes('办事指南全文暂时无法显示'), 'the sentence');
    has(frame.text(), '甲事项', '3个工作日', '指南未载明');
    await until(() => frame.failure(), 'zwgk-failed');
    equal(frame.failure()!.error.code, 'network');
    equal(frame.failure()!.shown, true);
    equal(frame.card().hasAttribute('aria-busy'), false);
  });
});

/** A card in a page of its own, whose modules may be somewhere else. */
async function framed(attributes: string, imports: Readonly<Record<string, string>>) {
  const frame = page<HTMLIFrameElement>('<iframe width="900" height="600"></iframe>');
  frame.srcdoc = `<!doctype html><html lang="zh-CN">
    <script type="importmap">${JSON.stringify({ imports })}</script>
    <script>addEventListener('zwgk-failed', (event) => (window.failure = event.detail));</script>
    <script type="module" src="/packages/elements/dist/define/zwgk-guide-card.js"></script>
    <zwgk-guide-card ${attributes}><script type="application/json">
      {"taskName":"甲事项","promisedDays":3,"promisedUnit":"workday"}
    </script></zwgk-guide-card>`;
  await next(frame, 'load');
  const view = frame.contentWindow as Window & typeof globalThis & { failure?: { error: ZwgkError; shown: boolean } };
  const card = () => view.document.querySelector('zwgk-guide-card')!;
  return {
    card,
    text: () => (card().shadowRoot ? seen(card()) : ''),
    failure: () => view.failure,
    fetched: (name: RegExp) =>
      view.performance.getEntriesByType('resource').filter((one) => name.test(one.name)).length,
  };
}

describe('zwgk-guide-card: compact', () => {
  it('shows name, body, time, visits, fee, number of materials, telephone and the online link', async () => {
    const card = await show(await example('disability-card'), 'compact');
    has(
      seen(card),
      '残疾人证办理',
      '云泊县残疾人联合会',
      '15个工作日',
      '1次',
      '不收费',
      '7样',
      '0460-0000131',
      '在线办理',
    );
    hasNot(seen(card), '实施编码', '适用范围');
  });

  it('unfolds in place when the guide has no address of its own', async () => {
    const card = await show(await example('disability-card'), 'compact');
    named(card, 'button', '查看办事指南').click();
    await card.updateComplete;
    await settled(card);
    has(seen(card), '适用范围');
    named(card, 'button', '收起').click();
    await card.updateComplete;
    hasNot(seen(card), '适用范围');
  });

  it('follows the address of the guide, unless the page prevents it', async () => {
    const card = await show({ ...(await example('disability-card')), url: '#guide' }, 'compact');
    const link = named(card, 'h2 a', '残疾人证办理') as HTMLAnchorElement;
    location.hash = '';
    card.addEventListener('zwgk-guide-open', (event) => event.preventDefault(), { once: true });
    link.click();
    equal(location.hash, '');
    const opened = next<CustomEvent<{ guide: { taskName: string } }>>(card, 'zwgk-guide-open');
    link.click();
    equal((await opened).detail.guide.taskName, '残疾人证办理');
    await until(() => location.hash === '#guide', 'the page to follow');
    location.hash = '';
  });
});

describe('zwgk-guide-card: situations', () => {
  it('counts what is certain and names what was not asked', async () => {
    const card = await show(await example('disability-card'));
    has(all(card, '.answer')[0]!.innerText, '至少带1样，另有4样视情况而定', '您要办理哪一项业务', '由谁来办理');
  });

  it('says that nothing must be brought where all that is asked may or can follow', async () => {
    const materials = [
      { name: '登记表', necessity: '2' },
      { name: '照片', necessity: '3' },
    ];
    has(seen(await show({ taskName: '甲', materials })), '没有必须带的材料，另有1样视情况而定，1样可以后补');
    has(seen(await show({ taskName: '甲', materials: [{ name: '表', electronicLicence: true }] })), '您不用带材料');
  });
  it('answers by keys decide the materials; the answer can be read and taken back', async () => {
    const card = await show(await example('disability-card'));
    (all(card, 'input')[0] as HTMLInputElement).focus();
    await sendKeys({ press: 'ArrowDown' });
    await card.updateComplete;
    equal(card.situation, 'business:renew');
    (all(card, 'fieldset:nth-of-type(2) input')[0] as HTMLInputElement).focus();
    await sendKeys({ press: 'Space' });
    await card.updateComplete;
    equal(card.situation, 'business:renew;who:self');
    has(all(card, '.answer')[0]!.innerText, '您只需带3样');
    hasNot(all(card, '.answer')[0]!.innerText, '还没有选');
    has(named(card, '.materials.bring', '原残疾人证').innerText, '申请表', '照片');
    has(all(card, '.materials.free')[0]!.innerText, '居民身份证', '数据共享，免提交');
    has(seen(card), '您的情形不需要', '当场换领');
    equal(card.hasAttribute('situation'), false);
    named(card, 'button', '重新选择').click();
    await card.updateComplete;
    equal(card.situation, undefined);
    has(all(card, '.answer')[0]!.innerText, '至少带1样');
  });

  it('takes answers from the attribute and passes over those that the guide does not know', async () => {
    const card = await show(await example('disability-card'), 'situation="who:guardian;business:nothing;x;%;a:b:c"');
    equal(all(card, 'input:checked').length, 1);
    has(all(card, '.materials.bring')[0]!.innerText, '监护人身份证明');
  });
});

describe('zwgk-guide-card: time', () => {
  it('computes the last day over holidays and make-up days and explains it', async () => {
    const guide = {
      taskName: '甲',
      promisedDays: 10,
      promisedUnit: 'workday',
      statutoryDays: 20,
      statutoryUnit: 'workday',
    };
    const card = await show({ ...guide, specialProcedures: [{ name: '专家评审', counted: false }] });
    await until(() => seen(card).includes('如今天受理'), 'the due date');
    has(
      seen(card),
      '如今天受理，最迟2026年10月14日办结（不计入时限的时间相应顺延）',
      '法定时限20个工作日',
      '中秋节3天',
      '国庆节7天',
      '2026年10月10日',
    );
    has(seen(card), '不计算在内：专家评审', '第二百零一条');
    hasNot(seen(card), '暂估');
  });

  it('says beside the promise what its note adds, and promises no day that the note does not promise', async () => {
    const facts = async (promisedNote: string) => {
      const card = await show({ taskName: '甲', promisedDays: 3, promisedUnit: 'workday', promisedNote });
      await until(() => seen(card).includes('最迟'), 'the due date');
      return seen(card);
    };
    const day = '最迟2026年9月29日办结';
    const site = await facts('3个工作日（现场审核时间除外）');
    has(site, '\n现场审核时间除外', `如今天受理，${day}（不计入时限的时间相应顺延）`);
    hasNot(site, '3个工作日（现场');
    const later = await facts('自评定机构出具评定结论之日起计算；复核时间不计入。');
    has(later, '自评定机构出具评定结论之日起计算', `如从今天起算，${day}（不计入时限的时间相应顺延）`);
    has(later, '从2026年9月23日起算，当日不计');
    for (const plain of [
      '3 个工作日。',
      '自受理之日起至送达之日止，公示包含在内',
      '不含法定节假日',
      '当日不计算在内',
    ]) {
      const text = await facts(plain);
      has(text, `如今天受理，${day}\n`);
      hasNot(text, '3 个工作日');
    }
  });

  it('names what a note promises where there is no number, and what an on-the-spot matter says', async () => {
    has(
      seen(await show({ taskName: '甲', promisedNote: '随到随办', statutoryDays: 5, statutoryUnit: 'workday' })),
      '随到随办',
      '法定时限5个工作日',
    );
    const done = seen(await show({ taskName: '甲', projectType: '1', promisedDays: 0, promisedNote: '即时办结。' }));
    has(done, '当场办结');
    hasNot(done, '即时办结');
  });

  it('says that a day beyond the published calendar is an estimate', async () => {
    const card = await show({ taskName: '甲', promisedDays: 90, promisedUnit: 'workday' });
    await until(() => seen(card).includes('如今天受理'), 'the due date');
    has(seen(card), '此日期为暂估');
  });

  it('knows days, months and years, and does not guess at other units or wild numbers', async () => {
    const time = async (days: number, unit?: string) => {
      const card = await show({ taskName: '甲', promisedDays: days, ...(unit ? { promisedUnit: unit } : {}) });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await settled(card);
      return all(card, '.facts')[0]!.innerText;
    };
    has(await time(10, 'day'), '10个自然日', '最迟2026年10月8日办结');
    has(await time(1, 'month'), '1个月', '最迟2026年10月23日办结');
    has(await time(1, 'year'), '最迟2027年9月23日办结');
    has(await time(3, '旬'), '3旬');
    hasNot(await time(3, '旬'), '最迟');
    has(await time(3), '单位未注明');
    hasNot(await time(999999999, 'workday'), '最迟');
    hasNot(await time(4, 'hour'), '最迟');
  });
});

describe('zwgk-guide-card: small screens and paper', () => {
  it('folds its sections when narrow, and unfolds them by key', async () => {
    await setViewport({ width: 375, height: 700 });
    const card = await show(await example('disability-card'));
    await until(() => all(card, '.fold').length === 20, 'folded sections');
    hasNot(seen(card), '必须现场办理原因');
    const fold = named(card, '.fold', '办理方式');
    equal(fold.getAttribute('aria-expanded'), 'false');
    fold.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => seen(card).includes('必须现场办理原因'), 'the section');
    equal(fold.getAttribute('aria-expanded'), 'true');
    named(card, 'button', '全部展开').click();
    await until(() => all(card, '.folded').length === 0, 'all sections');
  });

  it('goes to the folded section that an answer points to', async () => {
    await setViewport({ width: 375, height: 700 });
    const card = await show(await example('disability-card'));
    await until(() => all(card, '.fold').length, 'folded sections');
    named(card, 'button', '看申请条件').click();
    await until(() => seen(card).includes('稻溪镇户籍'), 'the conditions');
  });

  for (const [name, width, theme] of [
    ['320 px', 320, ''],
    ['375 px in large text', 375, 'large'],
    ['320 px in large text', 320, 'large'],
  ] as const)
    it(`needs no sideways scrolling at ${name}`, async () => {
      await setViewport({ width, height: 700 });
      const link = theme ? await stylesheet(theme) : undefined;
      try {
        for (const attribute of ['', 'compact']) {
          const card = await show(await example('road-occupation'), attribute);
          await until(() => attribute || all(card, '.fold').length, 'folded sections');
          for (const fold of all(card, '.fold')) fold.click();
          await card.updateComplete;
          if (document.documentElement.scrollWidth > width) fail(`${document.documentElement.scrollWidth} px wide`);
          await accessible(card);
        }
      } finally {
        link?.remove();
      }
    });

  it('on paper everything is unfolded below a head with body, code and date', async () => {
    const rules = (globalThis as { CSSMediaRule?: unknown }).CSSMediaRule as typeof CSSMediaRule;
    const card = await show(await example('disability-card'));
    const print = [...card.shadowRoot!.adoptedStyleSheets].flatMap((sheet) =>
      [...sheet.cssRules].filter(
        (rule): rule is CSSMediaRule => rule instanceof rules && rule.conditionText === 'print',
      ),
    );
    const css = print.map((rule) => rule.cssText).join('\n');
    if (!/\.folded \.body\s*\{[^}]*display: block/.test(css)) fail('folded sections stay folded');
    const stamp = all(card, '.stamp')[0]!.textContent;
    has(stamp, '13880121MB9C20033N4882080101000', '2026年9月7日', '打印日期：2026年9月23日');
  });
});

describe('zwgk-guide-card: for everybody', () => {
  for (const state of ['full', 'compact', 'situation', 'large'] as const)
    it(`is without accessibility faults: ${state}`, async () => {
      const link = state === 'large' ? await stylesheet('large') : undefined;
      try {
        const attributes = { full: '', large: '', compact: 'compact', situation: 'situation="who:self;business:new"' };
        const card = await show(await example('disability-card'), attributes[state]);
        await until(() => state === 'compact' || seen(card).includes('最迟'), 'the due date');
        await accessible(card);
      } finally {
        link?.remove();
      }
    });
  it('is without accessibility faults: loading and failed', async () => {
    const card = page<ZwgkGuideCard>('<zwgk-guide-card src="/x.json"><p>原来的内容</p></zwgk-guide-card>');
    card.client = client(() => new Promise(() => {}));
    await card.updateComplete;
    equal(card.getAttribute('aria-busy'), 'true');
    await accessible(card);
    await failing(card, 'timeout');
    await accessible(card);
  });
});

describe('zwgk-guide-card: bad input', () => {
  it('malformed JSON in the page', async () => {
    const card = page<ZwgkGuideCard>(
      '<zwgk-guide-card><p>原来</p><script type="application/json">{"taskName":</script></zwgk-guide-card>',
    );
    await failing(card, 'invalid_input');
  });
  for (const [what, value] of [
    ['a text', 'x'],
    ['a list', []],
    ['no name', { deptName: '局' }],
    ['an empty name', { taskName: '  ' }],
    ['a name that is a number', { taskName: 7 }],
    ['a name with half a character', { taskName: '\uD800办理' }],
  ] as const)
    it(`a guide that is none: ${what}`, async () => {
      const card = page<ZwgkGuideCard>('<zwgk-guide-card><p>原来</p></zwgk-guide-card>');
      const failed = failing(card, 'invalid_input');
      card.guide = value as never;
      await failed;
    });

  it('wrong types in fields: the rest is shown, and the page is told what was left out', async () => {
    const card = page<ZwgkGuideCard>('<zwgk-guide-card></zwgk-guide-card>');
    const told = next<CustomEvent<{ error: ZwgkError; shown: boolean }>>(card, 'zwgk-failed');
    card.guide = {
      taskName: '甲事项',
      visits: 'one',
      materials: [{ name: '表' }, { name: 3 }, null],
      fees: {},
      places: 'x',
      serviceTargets: ['1', 2],
      flow: [{ stage: '受理', timeLimit: 5 }],
    } as never;
    const { error, shown } = (await told).detail;
    equal(shown, true);
    has(
      error.issues.map(({ path }) => path.join('.')).join(),
      'visits',
      'materials.1',
      'fees',
      'places',
      'serviceTargets.1',
    );
    await settled(card);
    has(seen(card), '部分内容有误', '甲事项', '表', '受理', '自然人');
  });

  it('a guide with nothing but a name is still a card', async () => {
    const card = await show({ taskName: '甲事项' });
    has(seen(card), '甲事项', '指南未载明');
    await accessible(card);
    has(seen(await show({ taskName: '甲事项' }, 'compact')), '甲事项');
  });

  it('an empty template: blanks and dashes count as nothing', async () => {
    const card = await show({
      taskName: '甲',
      scope: '',
      acceptConditions: '——',
      materials: [],
      flow: [],
      rights: ' / ',
    });
    hasNot(seen(card), '适用范围', '申请条件', '权利和义务');
    // Nobody is told to come with empty hands because a table was not filled in.
    has(seen(card), '指南未列出材料');
  });
  it('an empty template of lists: no answer is a dash, no item is empty', async () => {
    const blank = {
      taskName: '甲',
      deptName: '—',
      acceptConditions: '——',
      officeHours: '/',
      promisedNote: '—',
      materials: [{ name: '—' }],
      places: [{}, { name: '—', address: '/' }],
      flow: [{ stage: '—' }, { stage: '' }],
      faq: [{ question: '—', answer: ' ' }],
    };
    for (const attribute of ['', 'compact']) {
      const card = await show(blank, attribute);
      hasNot(seen(card), '—', '/', '谁能办', '去哪办', '办理流程', '受理窗口', '常见问题', '1样');
      equal(all(card, 'li').filter((item) => !item.innerText.trim()).length, 0);
    }
    // What says something stays.
    has(seen(await show({ ...blank, flow: [{ stage: '—' }, { stage: '受理' }] })), '办理流程', '受理');
  });

  it('unknown codes are shown as they are, also those that every object knows', async () => {
    const card = await show({
      taskName: '甲',
      taskType: '97',
      projectType: 'constructor',
      useLevels: ['9', '__proto__'],
      promisedDays: 2,
      promisedUnit: 'toString',
    });
    has(seen(card), '97', 'constructor', '9、__proto__', '2toString');
  });

  it('HTML and script in any text stay text', async () => {
    const bad = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const texts = (value: unknown): unknown =>
      typeof value === 'string'
        ? /^\d{1,2}$|^\d{4}-/.test(value) || value.startsWith('/')
          ? value
          : value + bad
        : Array.isArray(value)
          ? value.map(texts)
          : value && typeof value === 'object'
            ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, texts(inner)]))
            : value;
    for (const attribute of ['', 'compact']) {
      const card = await show(texts({ ...(await example('road-occupation')), id: 'x', lang: 'zh-Hans' }), attribute);
      await new Promise((resolve) => setTimeout(resolve, 50));
      has(seen(card), '<img src=x');
      equal(all(card, 'img, script').length, 0);
      equal((window as { hacked?: number }).hacked, undefined);
    }
  });

  it('addresses that are none become no links', async () => {
    const card = await show({
      taskName: '甲',
      url: 'javascript:alert(1)',
      onlineUrl: ' java\nscript:alert(1)',
      mobileUrl: 'data:text/html,x',
      resultSample: { name: '样本', url: 'vbscript:x' },
      consult: [
        { kind: '网络', value: 'javascript:alert(1)' },
        { kind: '邮件', value: 'javascript:alert(1)@b' },
      ],
    });
    const bad = all(card, 'a').filter((link) => !/^(https?:|tel:|\/)/.test(link.getAttribute('href')!));
    equal(bad.map((link) => link.outerHTML).join(), '');
    has(seen(card), '甲');
  });

  it('a megabyte of text in one field is left out, 10,000 characters and 200 materials are shown', async () => {
    const card = await show({
      taskName: '甲',
      scope: '长'.repeat(1_000_000),
      acceptConditions: '条'.repeat(10_000),
      materials: Array.from({ length: 200 }, (_, i) => ({ name: `材料${i + 1}` })),
    });
    has(seen(card), '部分内容有误', '您只需带200样', '材料200');
    hasNot(seen(card), '长长长');
    has(seen(card), '条'.repeat(10_000));
  });

  it('half characters in a field: the field is left out', async () => {
    const card = await show({ taskName: '甲', scope: 'x\uDC00y', rights: '知情权' });
    has(seen(card), '知情权', '部分内容有误');
    hasNot(seen(card), '适用范围');
  });

  for (const [what, code, answer] of [
    ['404', 'not_found', () => new Response('', { status: 404 })],
    ['500', 'server', () => new Response('<h1>Oops</h1>', { status: 500 })],
    ['HTML in place of JSON', 'invalid_response', () => new Response('<!doctype html><title>x</title>')],
    ['another document', 'invalid_response', () => new Response('{"title":"x"}')],
    ['no network', 'network', () => Promise.reject(new TypeError('x'))],
    ['an answer that never ends', 'timeout', () => new Response(new ReadableStream())],
  ] as const)
    it(`src: ${what}`, async () => {
      const card = page<ZwgkGuideCard>('<zwgk-guide-card src="/guide.json"><p>原来</p></zwgk-guide-card>');
      card.client = client(answer);
      await failing(card, code);
    });

  it('an id without a provider', async () => {
    await failing(page<ZwgkGuideCard>('<zwgk-guide-card guide-id="a"><p>原来</p></zwgk-guide-card>'), 'invalid_input');
  });

  it('another try, when the reader asks for it', async () => {
    let calls = 0;
    const card = page<ZwgkGuideCard>('<zwgk-guide-card src="/guide.json"><p>原来</p></zwgk-guide-card>');
    card.client = client(() => (calls++ ? new Response('{"taskName":"甲事项"}') : new Response('', { status: 500 })));
    await failing(card, 'server');
    named(card, 'button', '重试').click();
    await until(() => seen(card).includes('甲事项'), 'the guide');
  });
});

describe('zwgk-guide-card: the four inputs', () => {
  it('inline, src, id with provider; the property wins', async () => {
    const json = '{"taskName":"页内"}';
    const inline = await settled(
      page<ZwgkGuideCard>(`<zwgk-guide-card><script type="application/json">${json}</script></zwgk-guide-card>`),
    );
    has(seen(inline), '页内');
    const src = await settled(
      page<ZwgkGuideCard>('<zwgk-guide-card src="/packages/schema/examples/guides/dibao.json"></zwgk-guide-card>'),
    );
    await until(() => seen(src).includes('最低生活保障'), 'the guide of src');
    for (const source of ['files="/packages/schema/examples"']) {
      const provider = page(
        `<zwgk-provider ${source}><zwgk-guide-card guide-id="dibao" compact></zwgk-guide-card></zwgk-provider>`,
      );
      const card = provider.querySelector('zwgk-guide-card')!;
      await until(() => seen(card).includes('最低生活保障'), 'the guide of the folder');
      card.guide = { taskName: '属性' } as never;
      await until(() => seen(card).includes('属性'), 'the property');
    }
  });

  it('never changes the document that it was given', async () => {
    const guide = await example('disability-card');
    const before = JSON.stringify(guide);
    await show(guide, 'situation="who:self"');
    equal(JSON.stringify(guide), before);
  });
});

describe('zwgk-guide-card: real guides', () => {
  const real = [
    '01-wanyuan-water-licence-renewal',
    '02-zhangdian-disability-card',
    '03-huaning-temporary-relief',
    '04-zhongmu-soil-conservation',
    '05-chongqing-social-card-password',
    '06-yuanping-food-licence',
    '07-huinong-forest-land',
  ];
  it('each is shown whole, with what its page says and without a fault', async function () {
    // The server of the tests serves the repository; the data beside it come by a path outside its root.
    const answer = await fetch(`/__wds-outside-root__/1/shared/data/guide/${real[0]}.json`).catch(() => undefined);
    if (!answer?.ok) {
      console.info('skipped: no ../shared/data/guide beside the repository');
      this.skip();
    }
    for (const name of real) {
      const source = (await (await fetch(`/__wds-outside-root__/1/shared/data/guide/${name}.json`)).json()) as Json;
      const guide = rekeyGuide(source);
      for (const attribute of ['', 'compact']) {
        const card = await show(guide, attribute);
        hasNot(seen(card), 'undefined', '[object', 'null', 'false', '部分内容有误');
        has(seen(card), source['事项名称'] as string, source['发布机关'] as string);
        if (!attribute) for (const { 名称 } of source['申请材料'] as { 名称: string }[]) has(seen(card), 名称);
        await accessible(card);
      }
    }
  });
});
