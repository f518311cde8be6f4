import { createHttp, type Connection, type ZwgkError } from '@zwgk/client';
import '@zwgk/elements/define/zwgk-catalogue.js';
import type { ZwgkCatalogue } from '@zwgk/elements';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { accessible, next, page, seen, settled, until } from '../support/browser.js';

const fail = (message: string): never => {
  throw new Error(message);
};
const equal = (actual: unknown, expected: unknown) => {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    fail(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
};
const has = (text: string, ...parts: string[]) => {
  for (const part of parts) if (!text.includes(part)) fail(`"${part}" is not in:\n${text}`);
};
const hasNot = (text: string, ...parts: string[]) => {
  for (const part of parts) if (text.includes(part)) fail(`"${part}" is in:\n${text}`);
};

const connection = (answer: (request: Request) => Promise<Response> | Response, api = '/nowhere'): Connection => ({
  http: createHttp({ api, timeout: 200, retries: 0, fetch: async (request) => answer(request) }),
});
const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const make = (attributes = '', inner = '<p>原来的内容</p>') =>
  page<ZwgkCatalogue>(`<zwgk-catalogue ${attributes}>${inner}</zwgk-catalogue>`);
/** Waits for the list, the entry, or the failure, and for what is loaded for it. */
const calm = async (element: ZwgkCatalogue) => {
  await settled(element);
  await new Promise((resolve) => setTimeout(resolve, 30));
  return settled(element);
};
const show = async (catalogue: unknown, attributes = '') => {
  const element = make(attributes);
  element.catalogue = catalogue as never;
  await element.updateComplete;
  return calm(element);
};
const all = (element: ZwgkCatalogue, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: ZwgkCatalogue, selector: string) =>
  all(element, selector)[0] ?? fail(`no ${selector} in:\n${seen(element)}`);
const named = (element: ZwgkCatalogue, selector: string, text: string) =>
  all(element, selector).find((found) => found.textContent.includes(text)) ?? fail(`no ${selector} "${text}"`);
const titles = (element: ZwgkCatalogue) => all(element, '[part=link]').map((link) => link.textContent);
const click = async (element: ZwgkCatalogue, target: HTMLElement) => {
  target.click();
  return calm(element);
};
const focused = (element: ZwgkCatalogue) => element.shadowRoot!.activeElement as HTMLElement | null;
const type = async (element: ZwgkCatalogue, words: string) => {
  const field = one(element, '[type=search]') as HTMLInputElement;
  field.focus();
  field.value = words;
  await sendKeys({ press: 'Enter' });
  return calm(element);
};
const failing = async (element: ZwgkCatalogue, code: string): Promise<ZwgkError> => {
  const event = await next<CustomEvent<{ error: ZwgkError; shown: boolean }>>(element, 'zwgk-failed');
  await settled(element);
  equal([event.detail.error.code, event.detail.shown], [code, false]);
  if ((one(element, '[part=status]').textContent ?? '').trim().length < 8) fail('no sentence');
  if (!(element.querySelector('p') as HTMLElement).offsetHeight) fail('the author’s content is gone');
  return event.detail.error;
};

const unit = { name: '示例县港口镇人民政府' };
const entries = Array.from({ length: 45 }, (_, i) => ({
  indexNumber: `11341881MB0TE7T15U/2026-${String(i).padStart(5, '0')}`,
  title: i % 3 ? `第${i}批农村低保审批结果公示` : `关于防汛工作的通知（第${i}号）`,
  publishedAt: `2026-${String(1 + (i % 9)).padStart(2, '0')}-11`,
  publisher: i % 5 ? unit : { name: '示例县财政局' },
  catalogNodeId: i % 2 ? 'aid' : 'rules',
  genre: i % 3 ? '公告' : '通知',
  ...(i % 3 ? {} : { docNumber: `港政〔2026〕${i}号` }),
}));
const nodes = [
  { id: 'policy', title: '政策文件' },
  { id: 'rules', parentId: 'policy', title: '规范性文件' },
  { id: 'money', title: '财政资金' },
  { id: 'aid', parentId: 'money', title: '惠民补贴' },
];
const sample = { title: '港口镇政府信息公开目录', publisher: unit, updatedAt: '2026-09-12', nodes, entries };
const whole = {
  indexNumber: 'X/2026-00001',
  title: '港口镇防汛应急预案',
  docNumber: '港政〔2026〕12号',
  subjectCategory: '综合政务\\应急管理',
  genre: 'other',
  genreText: '应急预案',
  catalogNodeId: 'rules',
  audienceCategory: ['村民'],
  publisher: unit,
  issuer: [unit, { name: '示例县水利局' }],
  formedDate: '2026-03-02',
  publishedAt: '2026-03-05T09:30:00+08:00',
  effectiveDate: '2026-04-01',
  expiryDate: '2028-03-31',
  validity: 'repealed',
  disclosureMode: 'proactive',
  channels: ['govWebsite', 'noticeBoard', '大喇叭'],
  audience: 'specificGroup',
  timeLimit: '信息形成或者变更之日起20个工作日内',
  durationKind: 'timely',
  phase: 'after',
  responsibleUnit: '应急管理办公室',
  responsiblePerson: '值班负责人',
  keywords: ['防汛', '应急'],
  article20Item: 12,
  format: '文本',
  body: '第一段。\n\n第二段<img src=x onerror=alert(1)>。',
  attachments: [
    { name: '预案全文.pdf', url: '/files/a.pdf', sizeBytes: 2411724, mime: 'application/pdf' },
    { name: '纸质附件' },
  ],
  url: 'https://example.invalid/a.html',
  interpretationIds: ['X/2026-00002', 'X/没有'],
  replacedBy: 'X/2026-00003',
  consultationId: 'c-1',
  archiveId: 'A-9',
  lang: 'zh-Hans',
};
const small = {
  title: '目录',
  nodes,
  entries: [
    whole,
    { indexNumber: 'X/2026-00002', title: '防汛预案解读', publishedAt: '2026-03-06' },
    { indexNumber: 'X/2026-00003', title: '新的防汛应急预案', publishedAt: '2026-09-01' },
  ],
};
const standard = {
  title: '养老服务领域标准目录',
  domain: '养老服务',
  items: [
    {
      seq: 1,
      level1: '通用政策',
      level2: '国家和地方法规',
      contentElements: ['文件名称', '文号'],
      basis: ['《政府信息公开条例》'],
      timeLimit: '20个工作日',
      subject: '民政部门',
      channels: [
        { code: 'govWebsite', required: true },
        { code: 'readingPoint', required: false },
      ],
      audience: { public: true },
      mode: { proactive: true },
      levels: ['county', 'township'],
    },
    {
      seq: 2,
      level1: '通用政策',
      level2: '扶持政策',
      audience: { specificGroup: true, groupText: '老年人' },
      mode: { onRequest: true },
      levels: ['county'],
    },
    { seq: 3, level1: '业务办理', level2: '津贴申领' },
  ],
};

beforeEach(async () => {
  await setViewport({ width: 1280, height: 900 });
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
});

describe('zwgk-catalogue', () => {
  it('shows title, body, number of entries and the newest twenty', async () => {
    const element = await show(sample);
    has(seen(element), '港口镇政府信息公开目录', unit.name, '2026年9月12日', '共45条，第1页，共3页');
    equal(titles(element).length, 20);
    equal(all(element, 'time')[0]!.textContent, '2026-09-11');
    hasNot(seen(element), '原来的内容');
    await accessible(element);
  });

  it('keeps the author’s content while it loads and says that it loads', async () => {
    const element = make('src="/c.json"');
    element.client = connection(() => new Promise(() => {}));
    await until(() => element.getAttribute('aria-busy') === 'true');
    await until(() => /加载/.test(seen(element)));
    if (!(element.querySelector('p') as HTMLElement).offsetHeight) fail('hidden');
    await accessible(element);
  });

  it('takes property, inline document, address and id, in this order', async () => {
    const named = (title: string) => ({ title, entries: [{ indexNumber: '1', title }] });
    const element = make(
      'src="/s.json" catalogue-id="i"',
      `<script type="application/json">${JSON.stringify(named('文内'))}</script>`,
    );
    element.client = {
      http: createHttp({
        files: '/f',
        retries: 0,
        fetch: async ({ url }) => json(named(url.endsWith('/s.json') ? '地址' : '编号')),
      }),
    };
    await until(() => /文内/.test(seen(element)));
    element.catalogue = named('属性') as never;
    await until(() => /属性/.test(seen(element)));
    element.catalogue = undefined;
    element.querySelector('script')!.remove();
    await until(() => /地址/.test(seen(element)));
    element.src = undefined;
    await until(() => /编号/.test(seen(element)));
  });

  it('searches when the reader asks, marks what it found, tells the page first', async () => {
    const element = await show(sample);
    const asked = next<CustomEvent<{ query: string }>>(element, 'zwgk-catalogue-search');
    await type(element, '防汛 第12');
    equal((await asked).detail, { query: '防汛 第12' });
    equal(
      titles(element).map((title) => title.trim()),
      ['关于防汛工作的通知（第12号）'],
    );
    equal(
      all(element, 'mark').map((mark) => mark.textContent),
      ['防汛', '第12'],
    );
    has(one(element, '[part=count]').textContent, '搜索“防汛 第12”，找到1条');
    equal(one(element, '[part=count]').getAttribute('role'), 'status');
    await accessible(element);
    await click(element, named(element, 'button', '清除条件'));
    equal(titles(element).length, 20);
  });

  it('does not search when the page prevents it', async () => {
    const element = await show(sample);
    element.addEventListener('zwgk-catalogue-search', (event) => event.preventDefault());
    await type(element, '防汛');
    has(one(element, '[part=count]').textContent, '共45条');
  });

  it('finds simplified by traditional, and a 文号 in any brackets', async () => {
    const element = await show(sample);
    await type(element, '審批結果');
    has(one(element, '[part=count]').textContent, '找到30条');
    await type(element, '港政[2026]42号');
    equal(
      titles(element).map((title) => title.trim()),
      ['关于防汛工作的通知（第42号）'],
    );
  });

  it('says in words when nothing is found, and offers the way back', async () => {
    const element = await show(sample, 'query="没有这样的词"');
    has(seen(element), '没有找到符合条件的信息');
    named(element, 'button', '清除条件');
    await accessible(element);
  });

  it('says that a catalogue without entries is empty', async () => {
    const element = await show({ title: '目录', entries: [] });
    has(seen(element), '本目录暂无公开的信息');
    await accessible(element);
  });

  it('narrows by column, with all below it; the tree tells how many are where', async () => {
    const element = await show(sample);
    has(named(element, '.node', '政策文件').textContent, '23');
    await click(element, named(element, '.node', '政策文件'));
    has(one(element, '[part=count]').textContent, '共23条');
    equal(named(element, '.node', '政策文件').getAttribute('aria-current'), 'true');
    await click(element, named(element, '.node', '规范性文件'));
    has(one(element, '[part=count]').textContent, '共23条');
    equal(element.filters.node, 'rules');
    await accessible(element);
    await click(element, named(element, '.node', '全部信息'));
    has(one(element, '[part=count]').textContent, '共45条');
  });

  it('narrows by facets; what is chosen is named and can be taken back', async () => {
    const element = await show(sample);
    const box = (text: string) => named(element, 'details label', text).querySelector('input')!;
    await click(element, box('示例县财政局'));
    has(one(element, '[part=count]').textContent, '共9条');
    has(named(element, 'details label', unit.name).textContent, '36');
    await click(element, box(unit.name));
    has(one(element, '[part=count]').textContent, '共45条');
    await click(
      element,
      all(element, '.chips button').find((chip) => chip.getAttribute('aria-label') === '取消“示例县财政局”')!,
    );
    has(one(element, '[part=count]').textContent, '共36条');
    equal(element.filters.publisher, [unit.name]);
  });

  it('narrows by days', async () => {
    const element = await show(sample);
    const day = all(element, '[type=date]')[0] as HTMLInputElement;
    day.value = '2026-08-01';
    day.dispatchEvent(new Event('change'));
    await calm(element);
    has(one(element, '[part=count]').textContent, '共10条');
    named(element, '.chips button', '2026-08-01');
  });

  it('pages by keys; after a page the line with the count has the focus', async () => {
    const element = await show(sample);
    named(element, '[part=pager] button', '下一页').focus();
    await sendKeys({ press: 'Enter' });
    await calm(element);
    has(one(element, '[part=count]').textContent, '第2页，共3页');
    equal(focused(element)?.getAttribute('part'), 'count');
    equal(one(element, '[part=pager] [aria-current=page]').textContent.trim(), '2');
    equal(element.page, 2);
    await click(element, named(element, '[part=pager] button', '3'));
    equal(titles(element).length, 5);
    const last = named(element, '[part=pager] button', '下一页');
    equal(last.getAttribute('aria-disabled'), 'true');
    await click(element, last);
    equal(element.page, 3);
  });

  it('shows 20, 50 or 100 on a page', async () => {
    const element = await show(sample);
    const sizes = all(element, 'select')[1] as HTMLSelectElement;
    equal(
      [...sizes.options].map(({ value }) => value),
      ['20', '50', '100'],
    );
    sizes.value = '50';
    sizes.dispatchEvent(new Event('change'));
    await calm(element);
    equal(titles(element).length, 45);
    equal(all(element, '[part=pager]').length, 0);
  });

  it('sorts, and keeps the order while paging', async () => {
    const element = await show(sample, 'sort="oldest"');
    equal(all(element, 'time')[0]!.textContent, '2026-01-11');
    const sorts = all(element, 'select')[0] as HTMLSelectElement;
    equal(sorts.value, 'oldest');
    sorts.value = 'indexNumber';
    sorts.dispatchEvent(new Event('change'));
    await calm(element);
    has(titles(element)[0]!, '第0号');
  });

  it('shows a table when asked for, with 索引号, 文号 and date', async () => {
    const element = await show(sample);
    await click(element, named(element, '.views button', '表格'));
    equal(
      all(element, 'th').map((cell) => cell.textContent),
      ['索引号', '名称', '发文字号', '发布机构', '发布日期'],
    );
    equal(all(element, 'tbody tr').length, 20);
    await accessible(element);
  });

  it('takes the reader’s state from attributes; what makes no sense in it is left out', async () => {
    const element = await show(
      sample,
      'query="防汛" page="1" page-size="50" filters="publisher=示例县财政局&node=policy&from=2026-01-01"',
    );
    equal(titles(element).length, 2);
    const wrong = await show(sample, 'page="-3" page-size="7000" sort="best" filters="from=gestern&year="');
    has(one(wrong, '[part=count]').textContent, '共45条，第1页，共3页');
    const past = await show(sample, 'page="99"');
    has(one(past, '[part=count]').textContent, '第3页，共3页');
    equal(titles(past).length, 5);
    const script = await show(sample);
    script.filters = { year: '2026', node: 5, publisher: null } as never;
    await calm(script);
    has(seen(script), '没有找到');
  });

  it('opens an entry in place: all metadata by their official names, and back where the reader was', async () => {
    const element = await show(small);
    const opening = next<CustomEvent<{ entry: { title: string } }>>(element, 'zwgk-catalogue-open');
    const link = named(element, '[part=link]', '港口镇防汛应急预案');
    link.focus();
    await sendKeys({ press: 'Enter' });
    equal((await opening).detail.entry.title, whole.title);
    await calm(element);
    equal(focused(element)?.textContent, whole.title);
    const facts = Object.fromEntries(
      all(element, '[part=metadata] > div').map((pair) => [
        pair.querySelector('dt')!.textContent,
        pair.querySelector('dd')!.textContent,
      ]),
    );
    equal(facts, {
      索引号: 'X/2026-00001',
      发文字号: '港政〔2026〕12号',
      主题分类: '综合政务 › 应急管理',
      体裁: '应急预案',
      所属栏目: '政策文件 › 规范性文件',
      服务对象: '村民',
      发布机构: unit.name,
      发文机关: `${unit.name}、示例县水利局`,
      成文日期: '2026年3月2日',
      发布日期: '2026年3月5日 09:30',
      生效日期: '2026年4月1日',
      失效日期: '2028年3月31日',
      有效性: '废止',
      公开方式: '主动公开',
      公开形式: '政府网站、社区、企事业单位、村公示栏（电子屏）、大喇叭',
      公开对象: '特定群体',
      公开时限: '信息形成或者变更之日起20个工作日内',
      公开类型: '及时公开',
      公开阶段: '事后',
      责任科室: '应急管理办公室',
      责任人: '值班负责人',
      关键词: '防汛、应急',
      条例第二十条: '第12项',
      信息格式: '文本',
      意见征集: 'c-1',
      归档号: 'A-9',
      语种: '简体中文',
    });
    has(
      seen(element),
      '本件已废止。替代文件：新的防汛应急预案',
      '预案全文.pdf PDF，2.3 MB',
      '纸质附件',
      '防汛预案解读',
      'X/没有',
      `${unit.name}：《港口镇防汛应急预案》（港政〔2026〕12号），索引号X/2026-00001，2026年3月5日发布，${location.href}#zwgk=X%2F2026-00001`,
      '第二段<img src=x onerror=alert(1)>。',
    );
    equal(all(element, 'img').length, 0);
    await accessible(element);
    named(element, 'button', '返回目录').focus();
    await sendKeys({ press: 'Enter' });
    await calm(element);
    equal(focused(element)?.textContent, whole.title);
    equal(titles(element).length, 3);
  });

  it('leaves the entry to the page that prevents the opening', async () => {
    const element = await show(small);
    element.addEventListener('zwgk-catalogue-open', (event) => event.preventDefault());
    await click(element, all(element, '[part=link]')[0]!);
    equal(all(element, '[part=article]').length, 0);
    equal(location.hash, '');
  });

  it('leads from an entry to its explanation and its successor', async () => {
    const element = await show(small);
    await click(element, named(element, '[part=link]', '港口镇防汛应急预案'));
    await click(element, named(element, '.files a', '防汛预案解读'));
    has(one(element, '[part=article] h3').textContent, '防汛预案解读');
    const name = one(element, '[part=article]').getAttribute('aria-labelledby')!;
    equal(element.shadowRoot!.getElementById(name)!.textContent, '防汛预案解读');
  });

  it('does not show the text of what is disclosed on request or withheld, and says so', async () => {
    const element = await show({
      title: '目录',
      entries: [
        {
          indexNumber: '1',
          title: '依申请公开的一件',
          disclosureMode: 'onRequest',
          body: '正文不应出现',
          attachments: [{ name: '附件也不应出现' }],
        },
      ],
    });
    await click(element, all(element, '[part=link]')[0]!);
    has(seen(element), '依申请公开');
    hasNot(seen(element), '不应出现');
  });

  it('marks in the list what is no longer in force', async () => {
    has(seen(await show(small)), '废止');
  });

  it('never shows internal entries', async () => {
    const element = await show({
      title: '目录',
      entries: [
        { indexNumber: '1', title: '对内通报', audience: 'internal' },
        { indexNumber: '2', title: '对外公告' },
      ],
    });
    hasNot(seen(element), '对内通报');
    has(seen(element), '共1条');
  });

  it('opens the entry that the address of the page names, also later', async () => {
    history.replaceState(null, '', '#zwgk=X%2F2026-00002');
    const element = await show(small);
    await until(() => all(element, '[part=article] h3')[0]?.textContent === '防汛预案解读');
    location.hash = '#zwgk=X/2026-00003';
    await until(() => all(element, '[part=article] h3')[0]?.textContent === '新的防汛应急预案');
  });

  for (const hash of ['#zwgk=X%2F1999-1', '#zwgk=%E0%A4%A'])
    it(`says so when the address names an entry that is not there (${hash})`, async () => {
      history.replaceState(null, '', hash);
      const element = await show(small);
      await until(() => /本目录中没有索引号为“.+”的信息，可能已经撤下/.test(seen(element)));
      equal(titles(element).length, 3);
      await accessible(element);
    });

  it('copies the link of an entry, or says how where the page may not', async () => {
    const element = await show(small);
    await click(element, named(element, '[part=link]', '港口镇防汛应急预案'));
    await click(element, named(element, 'button', '复制链接'));
    await until(() => /链接已复制|Ctrl\+C/.test(seen(element)));
  });

  it('folds columns and filters away on a phone, and opens them by a key', async () => {
    await setViewport({ width: 375, height: 700 });
    const element = await show(sample);
    await until(() => all(element, '.panel').length);
    if (one(element, '.tree').offsetHeight) fail('unfolded');
    const panel = one(element, '.panel');
    panel.focus();
    await sendKeys({ press: 'Enter' });
    await calm(element);
    if (!one(element, '.tree').offsetHeight) fail('folded');
    equal(panel.getAttribute('aria-expanded'), 'true');
    await accessible(element);
    if (document.documentElement.scrollWidth > 375) fail(`${document.documentElement.scrollWidth} px wide`);
  });

  it('can be walked by keys alone: search, column, entry, back', async () => {
    const element = await show(sample);
    one(element, '[type=search]').focus();
    const seenParts = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const at = focused(element);
      if (!at) break;
      seenParts.add(at.matches('.node') ? 'node' : (at.getAttribute('part') ?? at.localName));
      await sendKeys({ press: 'Tab' });
    }
    for (const part of ['input', 'node', 'summary', 'select', 'link', 'button'])
      if (!seenParts.has(part)) fail(`${part} is not reached`);
  });
});

describe('zwgk-catalogue as a standard catalogue', () => {
  it('shows the official table: two-level header, joined 一级事项, ■ and □ with their legend', async () => {
    const element = await show(standard);
    has(seen(element), '养老服务领域标准目录', '养老服务', '■', '□', '“■”为必选项，“□”为可选项');
    equal(
      all(element, 'thead tr:first-child th').map((cell) => cell.textContent),
      [
        '序号',
        '公开事项',
        '公开内容（要素）',
        '公开依据',
        '公开时限',
        '公开主体',
        '公开渠道和载体',
        '公开对象',
        '公开方式',
        '公开层级',
      ],
    );
    equal(
      all(element, 'thead tr:last-child th').map((cell) => cell.textContent),
      ['一级事项', '二级事项', '全社会', '特定群体', '主动', '依申请', '县级', '乡级'],
    );
    equal(
      all(element, 'tbody th').map((cell) => [cell.textContent, cell.getAttribute('rowspan')]),
      [
        ['通用政策', '2'],
        ['业务办理', '1'],
      ],
    );
    await accessible(element);
  });

  it('narrows by level, audience, mode and words', async () => {
    const element = await show(standard);
    const choose = async (n: number, value: string) => {
      const select = all(element, 'select')[n] as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await calm(element);
    };
    await choose(0, 'township');
    has(one(element, '[part=count]').textContent, '共1条');
    await choose(0, '');
    await choose(2, 'onRequest');
    has(one(element, 'tbody').textContent, '扶持政策');
    await choose(2, '');
    await type(element, '津貼');
    has(one(element, '[part=count]').textContent, '共1条');
    equal(
      all(element, 'mark').map((mark) => mark.textContent),
      ['津贴'],
    );
  });

  it('is a list of cards on a phone', async () => {
    await setViewport({ width: 375, height: 700 });
    const element = await show(standard);
    await until(() => all(element, '.cards li').length === 3);
    has(seen(element), '公开渠道和载体', '■政府网站', '老年人');
    await accessible(element);
    if (document.documentElement.scrollWidth > 375) fail('too wide');
  });

  it('shows what can be shown of a bad row, and says that something is missing', async () => {
    const element = make();
    const failed = next<CustomEvent<{ error: ZwgkError; shown: boolean }>>(element, 'zwgk-failed');
    element.catalogue = {
      title: 't',
      items: [{ level1: 7, level2: '合并的单元格' }, { level1: '好的' }, 'x'],
    } as never;
    equal((await failed).detail.shown, true);
    await calm(element);
    has(seen(element), '合并的单元格', '好的', '部分内容有误或缺失');
  });

  it('says that a standard catalogue without items is empty', async () => {
    has(seen(await show({ title: '标准目录', items: [] })), '暂无公开的信息');
  });
});

describe('zwgk-catalogue over a list or table of the page', () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) =>
      `<li><span>[2026-01-${String(i + 1).padStart(2, '0')}]</span> <a href="/a/${i}.html">关于第${i}件事的通知</a></li>`,
  ).join('');

  it('reads a list of links: search, order by date, pages; a title leads where it led', async () => {
    const element = await calm(make('', `<ul>${rows}</ul>`));
    await until(() => titles(element).length === 20);
    equal(titles(element)[0], '关于第29件事的通知');
    equal(all(element, '[part=link]')[0]!.getAttribute('href'), '/a/29.html');
    hasNot(seen(element), '索引号');
    await type(element, '第7件');
    equal(titles(element), ['关于第7件事的通知']);
    const left = next<MouseEvent>(element, 'click');
    element.addEventListener('click', (event) => setTimeout(() => event.preventDefault()), { once: true });
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    all(element, '[part=link]')[0]!.click();
    await left;
    equal(all(element, '[part=article]').length, 0);
    await accessible(element);
  });

  it('reads a table by its headings, as clerks write them', async () => {
    const element = await calm(
      make(
        '',
        `<table><caption>公开目录</caption><tr><td>序号</td><td>信息名称</td><td>文　号</td><td>发布机构</td><td>发布日期</td><td>备注</td></tr>
        <tr><td>1</td><td><a href="/x.html">防汛预案</a></td><td>港政〔2026〕3号</td><td>应急办</td><td>2026年3月5日</td><td>附图</td></tr>
        <tr><td>2</td><td>没有链接的信息</td><td></td><td>财政所</td><td>2025.12.1</td><td></td></tr></table>`,
      ),
    );
    await until(() => titles(element).length === 2);
    has(seen(element), '公开目录', '2026-03-05', '2025-12-01', '港政〔2026〕3号', '应急办');
    await type(element, '附图');
    has(seen(element), '备注：附图');
    await type(element, '财政所');
    await click(element, all(element, '[part=link]')[0]!);
    has(one(element, '[part=article]').textContent, '没有链接的信息');
  });

  it('keeps up with rows that come later', async () => {
    const element = await calm(make('', '<ul><li><a href="/1">甲</a></li></ul>'));
    await until(() => titles(element).length === 1);
    element.querySelector('ul')!.insertAdjacentHTML('beforeend', '<li><a href="/2">乙</a></li>');
    await until(() => titles(element).length === 2);
  });

  it('leaves a link that is no address out, and says that something is missing', async () => {
    const element = make('', '<ul><li><a href="javascript:alert(1)">甲</a></li><li><a href="/2">乙</a></li></ul>');
    equal((await next<CustomEvent<{ shown: boolean }>>(element, 'zwgk-failed')).detail.shown, true);
    await calm(element);
    equal(
      all(element, '[part=link]').map((link) => link.getAttribute('href')),
      [null, '/2'],
    );
  });

  it('leaves the page’s list alone when there is another input', async () => {
    const element = await show(small);
    hasNot(seen(element), '原来');
    const other = make('src="/c.json"', `<ul>${rows}</ul>`);
    other.client = connection(() => json({}, 404));
    await next(other, 'zwgk-failed');
    await settled(other);
    if (!(other.querySelector('ul') as HTMLElement).offsetHeight) fail('the list is gone');
  });
});

describe('zwgk-catalogue over a service', () => {
  const service = (log: URL[], broken = { status: 0 }) =>
    connection((request) => {
      const url = new URL(request.url);
      log.push(url);
      if (broken.status && url.pathname.endsWith('/entries')) return json({ code: 'server' }, broken.status);
      if (url.pathname === '/nowhere/catalogues/c') return json({ id: 'c', title: '目录', nodes, total: 45 });
      if (url.pathname.endsWith('/entries'))
        return json({
          items: entries.slice(0, 2),
          total: 45,
          facets: { year: [{ value: '2026', count: 45 }] },
          next: '20',
        });
      return json({ ...entries[0], body: '全文在此。' });
    });

  it('asks the service for each page, and for the whole entry when it is opened', async () => {
    const log: URL[] = [];
    const element = make('catalogue-id="c" query="防汛" filters="year=2026&node=policy"');
    element.client = service(log);
    await until(() => titles(element).length === 2);
    const asked = log[1]!.searchParams;
    equal(
      [asked.get('text'), asked.get('node'), asked.getAll('year'), asked.get('page'), asked.get('pageSize')],
      ['防汛', 'policy', ['2026'], '1', '20'],
    );
    await click(element, all(element, '[part=link]')[0]!);
    await until(() => /全文在此/.test(seen(element)));
    equal(log[log.length - 1]!.pathname, `/nowhere/catalogues/c/entries/${entries[0]!.indexNumber}`);
  });

  it('keeps the list when a further page cannot be had, says why, and tries again on request', async () => {
    const broken = { status: 0 };
    const element = make('catalogue-id="c"');
    element.client = service([], broken);
    await until(() => titles(element).length === 2);
    broken.status = 500;
    const failed = next<CustomEvent<{ error: ZwgkError; shown: boolean }>>(element, 'zwgk-failed');
    await type(element, '防汛');
    equal([(await failed).detail.error.code, (await failed).detail.shown], ['server', true]);
    has(seen(element), '服务暂时出现故障');
    equal(titles(element).length, 2);
    equal(element.hasAttribute('aria-busy'), false);
    await accessible(element);
    broken.status = 0;
    await click(element, named(element, 'button', '重试'));
    await until(() => !/故障/.test(seen(element)));
    has(one(element, '[part=count]').textContent, '搜索“防汛”');
  });

  it('lets the newest question win', async () => {
    const answers: ((response: Response) => void)[] = [];
    const element = make('catalogue-id="c"');
    element.client = connection((request) =>
      request.url.includes('text=%')
        ? new Promise((resolve) => answers.push(resolve))
        : request.url.endsWith('/c')
          ? json({ title: '目录', total: 9 })
          : json({ items: [], total: 9, facets: {}, next: null }),
    );
    await until(() => /共9条/.test(seen(element)));
    element.query = '甲';
    await until(() => answers.length === 1);
    element.query = '乙';
    await until(() => answers.length === 2);
    answers[1]!(json({ items: [{ indexNumber: '2', title: '乙的结果' }], total: 1, facets: {}, next: null }));
    answers[0]!(json({ items: [{ indexNumber: '1', title: '甲的结果' }], total: 1, facets: {}, next: null }));
    await until(() => /乙的结果/.test(seen(element)));
    await calm(element);
    hasNot(seen(element), '甲的结果');
  });

  it('shows the good entries of an answer with a bad one', async () => {
    const element = make('catalogue-id="c"');
    element.client = connection(({ url }) =>
      url.endsWith('/c')
        ? json({ title: '目录', total: 2 })
        : json({
            items: [
              { title: 5, indexNumber: '1' },
              { indexNumber: '2', title: '好的' },
            ],
            total: 2,
            facets: 7,
            next: 3,
          }),
    );
    await next(element, 'zwgk-failed');
    await calm(element);
    equal(titles(element), ['（无标题）', '好的']);
    has(seen(element), '此条资料不完整', '部分内容有误或缺失');
  });

  it('says so when an answer is none', async () => {
    const element = make('catalogue-id="c"');
    element.client = connection(({ url }) =>
      url.endsWith('/c') ? json({ title: '目录', total: 2 }) : json({ rows: [] }),
    );
    await failing(element, 'invalid_response');
  });
});

describe('zwgk-catalogue with bad input', () => {
  const answers: [string, string, (request: Request) => Promise<Response> | Response][] = [
    ['a lost network', 'network', () => Promise.reject(new TypeError('lost'))],
    ['an answer that never ends', 'timeout', () => new Promise(() => {})],
    ['404', 'not_found', () => json({}, 404)],
    ['500', 'server', () => json({}, 500)],
    ['403', 'refused', () => json({}, 403)],
    ['429', 'rate_limited', () => json({}, 429)],
    ['HTML instead of JSON', 'invalid_response', () => new Response('<!doctype html><title>首页</title>')],
    ['JSON that is cut off', 'invalid_response', () => new Response('{"title":"目录","entries":[{')],
    ['JSON of another kind', 'invalid_response', () => json({ taskName: '办事指南' })],
  ];
  for (const [what, code, answer] of answers)
    it(`says in words what is wrong: ${what}`, async () => {
      const element = make('src="/c.json"');
      element.client = connection(answer);
      await failing(element, code);
      equal(element.hasAttribute('aria-busy'), false);
      await accessible(element);
    });

  it('says so when a page names an id without a provider', async () => {
    await failing(make('catalogue-id="c"'), 'invalid_input');
  });

  it('says so when the inline document is no JSON', async () => {
    await failing(make('', '<p>原来的内容</p><script type="application/json">{"entries":</script>'), 'invalid_input');
  });

  for (const value of [5, 'text', [], { entries: 'x' }])
    it(`says so when the property is ${JSON.stringify(value)}`, async () => {
      const element = make();
      element.catalogue = value as never;
      await failing(element, 'invalid_input');
    });

  it('shows markup as text, opens no script address, and survives a megabyte in one field', async () => {
    const element = make();
    const failed = next<CustomEvent<{ error: ZwgkError; shown: boolean }>>(element, 'zwgk-failed');
    element.catalogue = {
      title: '<script>alert(1)</script>',
      entries: [
        {
          indexNumber: '"><img src=x onerror=alert(1)>',
          title: '<b>粗体</b>',
          publishedAt: '2026-01-02',
          url: 'java\nscript:alert(1)',
        },
        { indexNumber: '2', title: '长'.repeat(1000000), publishedAt: '2026-01-01' },
        { indexNumber: '3', title: '甲\uD800乙' },
      ],
    } as never;
    equal((await failed).detail.shown, true);
    await calm(element);
    has(
      seen(element),
      '<script>alert(1)</script>',
      '<b>粗体</b>',
      '此条资料不完整',
      '（无标题）',
      '部分内容有误或缺失',
    );
    equal(all(element, 'img, b, script').length, 0);
    await click(element, named(element, '[part=link]', '粗体'));
    equal(all(element, 'a').filter((link) => /script/.test(link.getAttribute('href') ?? '')).length, 0);
  });

  it('offers a second try after a lost network, and shows the list then', async () => {
    let lost = true;
    const element = make('src="/c.json"');
    element.client = connection(() => (lost ? Promise.reject(new TypeError('lost')) : json(small)));
    await failing(element, 'network');
    lost = false;
    await click(element, named(element, 'button', '重试'));
    await until(() => titles(element).length === 3);
  });

  it('draws columns that name each other as parents', async () => {
    const element = await show({
      ...sample,
      nodes: [
        { id: 'a', parentId: 'b', title: '甲' },
        { id: 'b', parentId: 'a', title: '乙' },
        { id: 'c', parentId: 'c', title: '丙' },
      ],
    });
    has(seen(element), '甲', '丙');
  });
});

describe('zwgk-catalogue of many', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      indexNumber: `n/${String(i).padStart(6, '0')}`,
      title: `第${i}件：关于${['防汛', '低保', '预算', '补贴'][i % 4]}的${['通知', '公告', '公示'][i % 3]}`,
      publishedAt: `20${10 + (i % 16)}-0${1 + (i % 9)}-15`,
      publisher: { name: `第${i % 300}局` },
      catalogNodeId: i % 2 ? 'aid' : 'rules',
    }));

  for (const count of [10000, 100000])
    it(`shows, searches, filters, sorts and pages ${count} entries`, async () => {
      const element = await show({ title: '大目录', nodes, entries: many(count) });
      await until(() => titles(element).length === 20, 'first rows');
      has(one(element, '[part=count]').textContent, `共${count}条`);
      await until(
        () =>
          /惠民补贴|财政资金/.test(seen(element)) &&
          named(element, '.node', '财政资金').textContent.includes(String(count / 2)),
        'counts',
      );
      await type(element, '补贴 公告');
      await until(() =>
        new RegExp(`找到${many(count).filter(({ title }) => /补贴/.test(title) && /公告/.test(title)).length}条`).test(
          seen(element),
        ),
      );
      element.query = '';
      element.filters = { publisher: ['第7局'] };
      element.sort = 'title';
      await until(() => one(element, '[part=count]').textContent.includes(`共${Math.ceil((count - 7) / 300)}条`));
      if (all(element, '*').length > 600) fail(`${all(element, '*').length} elements`);
    });
});

describe('zwgk-catalogue in other languages and themes', () => {
  it('speaks traditional Chinese and English around texts that stay as they are', async () => {
    const element = await show(sample, 'lang="zh-Hant"');
    await until(() => /每頁條數/.test(seen(element)));
    has(seen(element), '港口镇政府信息公开目录', '目錄');
    const english = await show(small, 'lang="en"');
    await until(() => /Newest first/.test(seen(english)));
    has(seen(english), '3 items, page 1 of 1', '港口镇防汛应急预案');
    await click(english, named(english, '[part=link]', '港口镇防汛应急预案'));
    // The words of an entry come with its part, later than those of the list.
    await until(() => /Index number/.test(seen(english)));
    has(seen(english), 'Repealed', 'This document has been repealed. Replaced by:');
    await accessible(english);
  });

  it('needs no more width than it has at twice the text size', async () => {
    await setViewport({ width: 375, height: 700 });
    const element = await show(small);
    element.style.setProperty('--zwgk-font-size', '32px');
    await calm(element);
    await click(element, named(element, '[part=link]', '港口镇防汛应急预案'));
    if (document.documentElement.scrollWidth > 375) fail(`${document.documentElement.scrollWidth} px`);
  });
});
