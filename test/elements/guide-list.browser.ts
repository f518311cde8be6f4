import { createHttp, type Connection, type ZwgkError } from '@zwgk/client';
import '@zwgk/elements/define/zwgk-guide-list.js';
import type { ZwgkGuideList } from '@zwgk/elements';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { accessible, next, page, seen, settled, until } from '../support/browser.js';

const fail = (message: string): never => {
  throw new Error(message);
};
const equal = (actual: unknown, expected: unknown) => {
  if (actual !== expected) fail(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
};
const has = (text: string, ...parts: string[]) => {
  for (const part of parts) if (!text.includes(part)) fail(`"${part}" is not in:\n${text}`);
};
const hasNot = (text: string, ...parts: string[]) => {
  for (const part of parts) if (text.includes(part)) fail(`"${part}" is in:\n${text}`);
};

const names = [
  'birth-registration',
  'dibao',
  'disability-card',
  'elder-allowance',
  'food-filing',
  'forest-cutting',
  'pension-enrolment',
  'property-transfer',
  'road-occupation',
  'rural-housing',
  'soil-conservation',
  'temporary-relief',
];
type Json = Record<string, unknown>;
let guides: Json[] = [];
before(async () => {
  guides = await Promise.all(
    names.map(async (name) => (await (await fetch(`/packages/schema/examples/guides/${name}.json`)).json()) as Json),
  );
});
const summaries = () =>
  guides.map(({ id, taskName, deptName, topicPerson, topicOrg, serviceTargets }) => ({
    id,
    title: taskName,
    org: deptName,
    topicPerson,
    topicOrg,
    serviceTargets,
  }));
/** A service that lists and tells guides. */
const service = (asked: string[] = []): Connection => ({
  http: createHttp({
    api: '/api',
    retries: 0,
    fetch: async (request) => {
      const url = new URL(request.url);
      asked.push(url.pathname + url.search);
      if (url.pathname === '/api/guides') {
        const from = Number(url.searchParams.get('cursor') ?? 0);
        return Response.json({
          items: summaries().slice(from, from + 5),
          total: guides.length,
          next: from + 5 < guides.length ? String(from + 5) : null,
        });
      }
      const found = guides.find(({ id }) => url.pathname === `/api/guides/${id as string}`);
      return found ? Response.json(found) : new Response('{}', { status: 404 });
    },
  }),
});
const show = async (value: unknown, attributes = ''): Promise<ZwgkGuideList> => {
  const list = page<ZwgkGuideList>(`<zwgk-guide-list ${attributes}><ul><li>原来的内容</li></ul></zwgk-guide-list>`);
  list.guides = value as never;
  await list.updateComplete;
  return settled(list);
};
const all = (list: ZwgkGuideList, selector: string) => [...list.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (list: ZwgkGuideList, selector: string, text = '') =>
  all(list, selector).find((element) => element.textContent.includes(text)) ?? fail(`no ${selector} "${text}"`);
const titles = (list: ZwgkGuideList) => all(list, '[part=link]').map((link) => link.innerText.trim());
const click = async (list: ZwgkGuideList, selector: string, text: string) => {
  one(list, selector, text).click();
  await list.updateComplete;
  return settled(list);
};
const search = async (list: ZwgkGuideList, query: string) => {
  one(list, 'input').focus();
  (one(list, 'input') as HTMLInputElement).value = query;
  await sendKeys({ press: 'Enter' });
  await list.updateComplete;
  return settled(list);
};
const count = (list: ZwgkGuideList) => one(list, '[part=count]').innerText.trim();
const focused = (list: ZwgkGuideList) => list.shadowRoot!.activeElement as HTMLElement | null;

beforeEach(() => setViewport({ width: 1280, height: 800 }));

describe('zwgk-guide-list: what a reader finds', () => {
  it('lists every guide with its body, and says how many', async () => {
    const list = await show(guides);
    equal(titles(list).length, 12);
    equal(count(list), '共12项');
    has(seen(list), '最低生活保障对象认定、保障金给付', '云泊县民政局', '社会救助');
    await accessible(list);
  });

  it('narrows by whom it is for, subject and letter; each choice says what is left', async () => {
    const list = await show(guides);
    await click(list, '[part=filters] button', '法人办事');
    hasNot(titles(list).join(), '最低生活保障');
    const before = titles(list).length;
    await click(list, '[part=filters] button', '准营准办');
    if (titles(list).length >= before) fail('the subject narrows');
    equal(count(list), `共${titles(list).length}项`);
    await click(list, 'button', '清除条件');
    equal(titles(list).length, 12);
    await click(list, '.letter', 'Z');
    has(titles(list).join(), '最低生活保障');
    equal(one(list, '.letter', 'Z').getAttribute('aria-pressed'), 'true');
    await accessible(list);
  });

  it('finds what is written otherwise: traditional, full width, several words, and marks it', async () => {
    const list = await show(guides);
    await search(list, '殘疾人證');
    equal(titles(list).length >= 1, true);
    has(titles(list)[0]!, '残疾人证');
    equal(one(list, 'mark').textContent, '残疾人证');
    has(count(list), '“殘疾人證”，找到');
    await search(list, '  云泊县民政局　保障金 ');
    has(titles(list).join(), '最低生活保障');
    hasNot(titles(list).join(), '残疾人证');
    await search(list, '绝无此事');
    has(count(list), '没有找到与“绝无此事”有关的办事指南');
    await accessible(list);
    await search(list, '');
    equal(titles(list).length, 12);
  });

  it('puts what is used most first, where the guides say so, and else does not offer it', async () => {
    const list = await show(guides.map(({ caseVolume: _, ...guide }) => guide));
    const offered = () => all(list, '.bar option').map((option) => option.textContent.trim());
    equal(offered().join(), '默认,按拼音,最近更新');
    list.guides = guides.map((guide, i) => ({ ...guide, caseVolume: i === 7 ? 900 : i })) as never;
    await list.updateComplete;
    await settled(list);
    has(offered().join(), '最常办');
    const select = one(list, '.bar select') as HTMLSelectElement;
    select.value = 'used';
    select.dispatchEvent(new Event('change'));
    await settled(list);
    equal(titles(list)[0], guides[7]!['taskName']);
  });

  it('shows twenty of a thousand, further ones when asked, and goes on at the first new one', async () => {
    const list = await show(Array.from({ length: 1000 }, (_, i) => ({ id: `g${i}`, taskName: `第${i}号事项` })));
    equal(titles(list).length, 20);
    equal(count(list), '共1000项，已列出20项');
    await click(list, '.further', '再列出20项');
    equal(titles(list).length, 40);
    equal(focused(list)?.innerText.trim(), '第20号事项');
    await search(list, '第999号');
    equal(titles(list).join(), '第999号事项');
    await search(list, '号');
    equal(count(list), '搜索“号”，找到1000项，已列出20项');
  });
});

describe('zwgk-guide-list: opening a guide', () => {
  it('shows its card in the place of the list, and comes back to where the reader was', async () => {
    const list = await show(guides);
    const opened = next<CustomEvent<{ guide: Json }>>(list, 'zwgk-guide-open');
    one(list, '[part=link]', '残疾人证').focus();
    await sendKeys({ press: 'Enter' });
    equal((await opened).detail.guide['id'], 'disability-card');
    await settled(list);
    const card = one(list, 'zwgk-guide-card');
    await until(() => card.shadowRoot?.querySelector('[part=facts]'), 'the card');
    has(seen(card), '县残疾人联合会');
    equal(focused(list)?.getAttribute('part'), 'card');
    equal(list.selected, 'disability-card');
    await accessible(list);
    await click(list, 'button', '返回列表');
    equal(
      focused(list)?.innerText.trim(),
      titles(list).find((title) => title.includes('残疾人证')),
    );
    equal(list.selected, '');
  });

  it('asks the service for the whole guide, of which the list has only a line', async () => {
    const asked: string[] = [];
    const list = page<ZwgkGuideList>('<zwgk-guide-list></zwgk-guide-list>');
    list.client = service(asked);
    list.requestUpdate();
    await until(() => titles(list).length === 12, 'all pages of the service');
    equal(asked.filter((path) => path.startsWith('/api/guides?')).length, 3);
    await click(list, '[part=link]', '最低生活保障');
    const card = one(list, 'zwgk-guide-card');
    await until(() => card.shadowRoot?.querySelector('[part=facts]'), 'the card');
    equal(asked[asked.length - 1], '/api/guides/dibao');
    has(seen(card), '申请材料');
  });

  it('leaves it to the page when the page prevents it', async () => {
    const list = await show(guides);
    list.addEventListener('zwgk-guide-open', (event) => event.preventDefault(), { once: true });
    await click(list, '[part=link]', '残疾人证');
    equal(all(list, 'zwgk-guide-card').length, 0);
    equal(titles(list).length, 12);
  });

  it('links to pages of the site by a template, the id escaped; a guide without an id opens in place', async () => {
    const list = await show(
      [{ id: 'a/b?c', taskName: '甲' }, { taskName: '乙' }],
      'href-template="/services/{id}.html"',
    );
    equal(one(list, 'a', '甲').getAttribute('href'), '/services/a%2Fb%3Fc.html');
    list.addEventListener('zwgk-guide-open', (event) => event.preventDefault(), { once: true });
    let followed = true;
    list.addEventListener('click', (event) => (followed = !event.defaultPrevented), { once: true });
    one(list, 'a', '甲').click();
    equal(followed, false);
    await click(list, 'button[part=link]', '乙');
    equal(all(list, 'zwgk-guide-card').length, 1);
    list.hrefTemplate = 'javascript:alert(1)//{id}';
    list.selected = '';
    await list.updateComplete;
    equal(all(list, '[part=list] a').length, 0);
  });

  it('opens what the page names, and closes it when the page takes it back', async () => {
    const list = await show(guides, 'selected="dibao"');
    equal(one(list, '[part=card]').getAttribute('aria-label'), '最低生活保障对象认定、保障金给付');
    equal(focused(list), null);
    list.selected = 'nobody';
    await list.updateComplete;
    equal(titles(list).length, 12);
  });
});

describe('zwgk-guide-list: inputs', () => {
  it('takes an inline document, as an array or with a title', async () => {
    const list = page<ZwgkGuideList>(
      `<zwgk-guide-list><p>旧</p><script type="application/json">{"title":"高频事项","guides":[{"taskName":"甲"}]}</script></zwgk-guide-list>`,
    );
    await list.updateComplete;
    await settled(list);
    equal(one(list, '[part=title]').textContent, '高频事项');
    equal(titles(list).join(), '甲');
  });

  it('takes a folder’s own index by src, and the provider around it without any word', async () => {
    const list = page<ZwgkGuideList>('<zwgk-guide-list src="data:application/json,1"></zwgk-guide-list>');
    const failed = await next<CustomEvent<{ error: ZwgkError }>>(list, 'zwgk-failed');
    equal(failed.detail.error.code, 'invalid_input');
    const address = URL.createObjectURL(new Blob([JSON.stringify({ items: summaries() })]));
    list.client = { http: createHttp({ fetch: () => fetch(address) }) };
    list.src = '/files/guides/index.json';
    await list.updateComplete;
    await settled(list);
    equal(titles(list).length, 12);
  });

  it('counts entries that are no guides and shows the others', async () => {
    const list = page<ZwgkGuideList>('<zwgk-guide-list></zwgk-guide-list>');
    const failed = next<CustomEvent<{ error: ZwgkError; shown: boolean }>>(list, 'zwgk-failed');
    list.guides = [
      { taskName: '好' },
      null,
      7,
      { deptName: '无名' },
      { taskName: '也好', serviceTargets: 'x', caseVolume: -1, initial: {}, updatedAt: 'gestern' },
      { taskName: '<img src=x onerror=alert(1)>', deptName: { 'zh-Hans': '<b>局</b>' } },
    ] as never;
    const { detail } = await failed;
    await settled(list);
    equal(detail.shown, true);
    equal(
      detail.error.issues.some(({ path }) => path.join('.') === 'guides.3.taskName'),
      true,
    );
    equal(titles(list).join(), '好,也好,<img src=x onerror=alert(1)>');
    has(count(list), '共3项', '另有3项内容有误，未列出');
    equal(list.shadowRoot!.querySelector('img, b'), null);
  });

  it('keeps the page’s own list when there is nothing to list them from', async () => {
    for (const bad of [5, 'text', { entries: [] }]) {
      const list = page<ZwgkGuideList>('<zwgk-guide-list><a href="/guide.html">办事指南</a></zwgk-guide-list>');
      const failed = next<CustomEvent<{ error: ZwgkError }>>(list, 'zwgk-failed');
      list.guides = bad as never;
      equal((await failed).detail.error.code, 'invalid_input');
      await settled(list);
      if (!list.querySelector('a')!.offsetHeight) fail('the page’s own content is gone');
    }
  });

  it('says that there are none yet', async () => {
    equal(count(await show([])), '暂无办事指南。');
  });
});

describe('zwgk-guide-list: every reader', () => {
  it('is usable by keyboard alone, without a trap', async () => {
    const list = await show(guides.slice(3, 6));
    one(list, 'input').focus();
    const stops: string[] = [];
    for (let i = 0; i < 30 && focused(list); i++) {
      stops.push(focused(list)!.innerText.trim() || focused(list)!.localName);
      await sendKeys({ press: 'Tab' });
    }
    has(stops.join(), '搜索', '个人办事', '最近更新', titles(list)[2]!);
    equal(focused(list), null);
  });

  for (const [width, theme] of [
    [375, ''],
    [375, '--zwgk-font-size:20px;--zwgk-target:60px'],
  ] as const)
    it(`fits ${width} px ${theme}, with targets of 44 px`, async () => {
      await setViewport({ width, height: 700 });
      const list = await show(guides);
      list.setAttribute('style', theme);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await until(() => all(list, '.narrow').length, 'the narrow form');
      if (document.documentElement.scrollWidth > width) fail('sideways scrolling');
      for (const target of all(list, 'button, select, input, a'))
        if (target.offsetHeight < 44) fail(`${target.outerHTML} is ${target.offsetHeight} high`);
      const select = all(list, '[part=filters] select')[0] as HTMLSelectElement;
      select.value = '社会救助';
      select.dispatchEvent(new Event('change'));
      await settled(list);
      if (titles(list).length >= 12) fail('the subject narrows');
      await accessible(list);
    });

  it('speaks English and traditional Chinese', async () => {
    const list = await show(guides, 'lang="en"');
    await until(() => seen(list).includes('12 guides'), 'English');
    list.lang = 'zh-Hant';
    await until(() => seen(list).includes('個人辦事'), 'traditional characters');
    has(seen(list), '辦理對象', '最近更新');
  });
});
