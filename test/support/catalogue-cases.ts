/** The questions that every reader of a catalogue has to answer alike: in memory, over files, over a service. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isZwgkError, type CatalogueQuery, type CatalogueReader } from '@zwgk/client';
import { searchText } from '@zwgk/client/catalogue';

type Entry = Record<string, unknown> & { indexNumber: string; title: unknown };

const UNIT = '11341881MB0TE7T15U';
const town = { name: '示例县港口镇人民政府' };
const finance = { name: '示例县财政局' };
const entry = (serial: string, title: unknown, publishedAt: string | undefined, more: object = {}): Entry => ({
  indexNumber: `${UNIT}/${serial}`,
  title,
  publisher: town,
  disclosureMode: 'proactive',
  validity: 'valid',
  audience: 'public',
  ...(publishedAt ? { publishedAt } : {}),
  ...more,
});

/** Small, with one of each thing that a question can turn on. */
export const catalogue = {
  id: 'cases',
  title: '示例县港口镇政府信息公开目录',
  publisher: town,
  updatedAt: '2026-03-06',
  nodes: [
    { id: 'policy', title: '政策文件' },
    { id: 'policy-rules', parentId: 'policy', title: '规范性文件' },
    { id: 'money', title: '财政资金' },
    { id: 'money-budget', parentId: 'money', title: '预算决算' },
    { id: 'money-aid', parentId: 'money', title: '惠民补贴' },
    { id: 'money-aid-land', parentId: 'money-aid', title: '耕地补贴' },
  ],
  entries: [
    entry('2026-00001', '关于印发《港口镇2026年防汛应急预案》的通知', '2026-03-05T09:30:00+08:00', {
      docNumber: '港政〔2026〕12号',
      catalogNodeId: 'policy-rules',
      genre: '通知',
      subjectCategory: '综合政务\\应急管理',
      summary: '明确汛期值班、转移和物资储备。',
    }),
    entry('2026-00002', '港口镇2026年部门预算', '2026-02-10', {
      catalogNodeId: 'money-budget',
      genre: '公告',
      subjectCategory: '财政、金融、审计\\财政',
      publisher: finance,
    }),
    entry('2025-00003', '港口鎮耕地地力保護補貼發放公示', '2025-06-30T23:59:00+08:00', {
      catalogNodeId: 'money-aid-land',
      genre: '公示',
      subjectCategory: '农业、林业、水利\\农业',
    }),
    entry('2025-00004', '耕地补贴政策解读', '2025-07-01', {
      catalogNodeId: 'money-aid',
      genre: 'other',
      genreText: '政策解读',
      summary: '说明２０２５年耕地地力保护补贴标准，依据港政[2024]7号。',
    }),
    entry('2024-00005', '港口镇宅基地管理办法（试行）', '2024-12-31T16:30:00Z', {
      docNumber: '港政【2024】7号',
      catalogNodeId: 'policy-rules',
      genre: '通知',
      validity: 'trial',
    }),
    entry('2024-00006', '关于废止部分文件的决定', '2024-05-01', {
      docNumber: '港政〔2024〕17号',
      catalogNodeId: 'policy',
      genre: '决定',
      validity: 'repealed',
    }),
    entry('2024-00007', '信访事项办理结果', '2024-05-01', { disclosureMode: 'onRequest', catalogNodeId: 'gone' }),
    entry('2023-00008', { 'zh-Hans': '年度报告', en: 'Annual Report 2023' }, undefined, { formedDate: '2023-01-20' }),
    entry('2023-00009', '没有日期的信息', undefined),
    entry('2022-00010', '干部会议纪要', '2022-04-04', { audience: 'internal', summary: '内部防汛安排' }),
    entry('2026-00012', '撤下的防汛通知', '2026-03-06', {
      state: 'withdrawn',
      stateReason: '内容有误，已更正重发。',
      genre: '通知',
      body: '撤下的正文',
    }),
    entry('2026-00013', '删除的补贴公示', undefined, { state: 'deleted', catalogNodeId: 'policy' }),
    entry('2022-00011', '日期不存在的信息', '1970-01-01', { formedDate: '2022-02-03' }),
  ],
};

export interface Case {
  readonly name: string;
  readonly query: CatalogueQuery;
  /** Serials of the entries, in order. */
  readonly items: readonly string[];
  /** When more than these were found. */
  readonly total?: number;
}

const newest = ['00001', '00002', '00004', '00003', '00005', '00006', '00007', '00008', '00011', '00009'];
export const cases: readonly Case[] = [
  { name: 'without a question: all that may be shown, newest first, without a date last', query: {}, items: newest },
  { name: 'a text of blanks and brackets asks nothing', query: { text: ' 　《》 ' }, items: newest },
  {
    name: 'words in the title come before words in the summary',
    query: { text: '耕地 补贴' },
    items: ['00004', '00003'],
  },
  { name: 'traditional finds simplified', query: { text: '補貼' }, items: ['00004', '00003'] },
  { name: 'simplified finds traditional', query: { text: '补贴发放' }, items: ['00003'] },
  { name: 'a summary is searched', query: { text: '物资储备' }, items: ['00001'] },
  { name: 'a publisher is searched', query: { text: '财政局' }, items: ['00002'] },
  { name: 'an 索引号 is searched', query: { text: 'mb0te7t15u/2024' }, items: ['00005', '00006', '00007'] },
  { name: 'the whole 索引号 comes first', query: { text: `${UNIT}/2025-00004` }, items: ['00004'] },
  { name: 'full width matches half width', query: { text: '港口镇２０２６年' }, items: ['00001', '00002'] },
  { name: 'half width matches full width', query: { text: '2025年耕地' }, items: ['00004'] },
  { name: 'a 文号 in square brackets', query: { text: '港政[2026]12号' }, items: ['00001'] },
  {
    name: 'the exact 文号 first, then those that mention it',
    query: { text: '港政〔2024〕7号' },
    items: ['00005', '00004'],
  },
  { name: 'a 文号 in other brackets and width', query: { text: '港政（２０２４）７号' }, items: ['00005', '00004'] },
  { name: 'a part of a 文号', query: { text: '2024〕' }, items: ['00004', '00005', '00006', '00007'] },
  { name: 'a single character', query: { text: '汛' }, items: ['00001'] },
  { name: 'letters of any case', query: { text: 'ANNUAL report' }, items: ['00008'] },
  { name: 'a word does not cross from one field into the next', query: { text: '预算示例县' }, items: [] },
  { name: 'words that no entry has together', query: { text: '防汛 宅基地' }, items: [] },
  { name: 'what was taken down is found by nothing', query: { text: '撤下的防汛' }, items: [] },
  { name: 'internal entries are found by nothing', query: { text: '内部防汛' }, items: [] },
  { name: 'a quote in a question is a character', query: { text: "'; drop table entry; --" }, items: [] },
  { name: 'percent and underline are characters', query: { text: '%' }, items: [] },
  { name: 'a column with all below it', query: { node: 'money' }, items: ['00002', '00004', '00003'] },
  { name: 'a column without any below it', query: { node: 'policy-rules' }, items: ['00001', '00005'] },
  { name: 'a column that is not in the tree', query: { node: 'gone' }, items: ['00007'] },
  { name: 'a column that nobody knows', query: { node: 'nowhere' }, items: [] },
  { name: 'one facet', query: { filters: { validity: ['repealed'] } }, items: ['00006'] },
  {
    name: 'values of a facet are alternatives',
    query: { filters: { validity: ['repealed', 'trial'] } },
    items: ['00005', '00006'],
  },
  { name: 'facets hold together', query: { filters: { genre: ['通知'], year: ['2026'] } }, items: ['00001'] },
  { name: 'the year is that of Beijing', query: { filters: { year: ['2025'] } }, items: ['00004', '00003', '00005'] },
  {
    name: 'a class of 主题分类 holds its sub-classes',
    query: { filters: { subjectCategory: ['综合政务'] } },
    items: ['00001'],
  },
  { name: 'a 体裁 in words of its own', query: { filters: { genre: ['政策解读'] } }, items: ['00004'] },
  { name: 'no values are no filter', query: { filters: { genre: [] } }, items: newest },
  { name: 'from a day on', query: { from: '2025-07-01' }, items: ['00001', '00002', '00004'] },
  { name: 'to the end of a day', query: { to: '2025-06-30', from: '2025-06-30' }, items: ['00003'] },
  { name: 'the formed day counts where none was published', query: { to: '2023-12-31' }, items: ['00008', '00011'] },
  {
    name: 'oldest first, without a date last',
    query: { sort: 'oldest' },
    items: ['00011', '00008', '00006', '00007', '00005', '00003', '00004', '00002', '00001', '00009'],
  },
  { name: 'by 索引号', query: { sort: 'indexNumber', pageSize: 3 }, items: ['00011', '00008', '00009'], total: 10 },
  {
    name: 'by title',
    query: { sort: 'title', text: '港口镇', filters: { publisher: [finance.name] } },
    items: ['00002'],
  },
  {
    name: 'newest first although words were asked for',
    query: { text: '港政2024', sort: 'newest' },
    items: ['00004', '00005', '00006'],
  },
  {
    name: 'all at once',
    query: {
      text: '耕地',
      node: 'money',
      from: '2025-01-01',
      to: '2025-06-30',
      filters: { year: ['2025'], genre: ['公示'] },
    },
    items: ['00003'],
  },
  { name: 'the second page', query: { page: 2, pageSize: 4 }, items: newest.slice(4, 8), total: 10 },
  { name: 'a page past the end is empty and tells how many there are', query: { page: 9 }, items: [], total: 10 },
];

/** Titles to be found by their 拼音首字母, among some that hold letters themselves. */
const letters = {
  id: 'letters',
  title: '示例县政府信息公开目录',
  nodes: catalogue.nodes,
  entries: [
    entry('2026-00001', '政府信息公开目录', '2026-01-05', { genre: '公告', catalogNodeId: 'policy-rules' }),
    entry('2026-00002', '政府公開目錄（２０２６年）', '2026-01-06', { genre: '通知', catalogNodeId: 'money' }),
    entry('2026-00003', '銀行業務指南', '2026-01-07'),
    entry('2026-00004', '关于重新公布会计人员名单的通知', '2026-01-08', { genre: '通知' }),
    entry('2026-00005', 'WTO 事务公告', '2026-01-09'),
    entry('2026-00006', '掌上办APP使用说明', '2026-01-10'),
    entry('2026-00007', '安排评审会议', '2026-01-11'),
    entry('2026-00008', { 'zh-Hans': '年度报告', en: 'Report' }, '2026-01-12', { summary: '附防汛应急预案。' }),
    entry('2026-00009', '政府采购公告', '2026-01-13', { genre: '公告', summary: '采购目录另行公布。' }),
    entry('2026-00010', '抗旱应急预案', '2026-01-14', { audience: 'internal' }),
    entry('2026-00011', '抗旱应急预案', '2026-01-15', { state: 'withdrawn' }),
  ],
};
const spelt: readonly Case[] = [
  { name: 'initials find a title', query: { text: 'zfgkml' }, items: ['00002'] },
  { name: 'initials of any case and width', query: { text: 'ＺＦxxGK' }, items: ['00001'] },
  { name: 'two initials', query: { text: 'zf' }, items: ['00009', '00002', '00001'] },
  { name: 'a character is read as its word asks', query: { text: 'cxgbkjry' }, items: ['00004'] },
  { name: 'a character is not read otherwise than its word asks', query: { text: 'gbhjry' }, items: [] },
  { name: 'a traditional word is read as the simplified one', query: { text: 'yhyw' }, items: ['00003'] },
  { name: 'initials beside letters of a title', query: { text: 'swgg' }, items: ['00005'] },
  { name: 'letters that stand in an entry are letters', query: { text: 'app' }, items: ['00006'] },
  { name: 'letters that stand in another entry are no initials', query: { text: 'app 评审' }, items: [] },
  { name: 'letters of a title and characters are one text', query: { text: 'bappsy' }, items: ['00006'] },
  { name: 'initials do not cross brackets and figures', query: { text: 'mlnd' }, items: [] },
  { name: 'initials of summaries find nothing', query: { text: 'fxyj' }, items: [] },
  { name: 'initials of what is internal or taken down find nothing', query: { text: 'khyj' }, items: [] },
  { name: 'one letter is no initial', query: { text: 'z' }, items: [] },
  { name: 'letters with figures are no initials', query: { text: 'zf2026' }, items: [] },
  { name: 'initials of nothing', query: { text: 'qqqq' }, items: [] },
  { name: 'several words by initials', query: { text: 'zf gkml' }, items: ['00002', '00001'] },
  { name: 'initials and a word that no title has with them', query: { text: 'zf 会计' }, items: [] },
  {
    name: 'initials and a word: those with the word in the title first',
    query: { text: 'zf 目录' },
    items: ['00002', '00001', '00009'],
  },
  { name: 'initials with a filter', query: { text: 'zf', filters: { genre: ['公告'] } }, items: ['00009', '00001'] },
  { name: 'initials in a column', query: { text: 'zf', node: 'policy' }, items: ['00001'] },
  { name: 'initials until a day', query: { text: 'zf', to: '2026-01-06' }, items: ['00002', '00001'] },
  { name: 'initials, oldest first', query: { text: 'zf', sort: 'oldest' }, items: ['00001', '00002', '00009'] },
  { name: 'initials, a later page', query: { text: 'zf', page: 2, pageSize: 2 }, items: ['00001'], total: 3 },
];

const serial = (number: string) => number.slice(-5);

/** Many entries with little variety, so that ties, long lists and every page occur. Plain arithmetic, no chance. */
export function manyEntries(count: number): Entry[] {
  const places = ['城关镇', '大桥镇', '龍泉鎮', '白沙乡', '石门乡', '清河街道'];
  const things = [
    '防汛抗旱应急预案',
    '农村低保审批结果',
    '部门预算',
    '耕地地力保护补贴',
    '公共租赁住房分配',
    '行政处罚决定',
    '道路运输经营许可',
  ];
  const kinds = ['通知', '公告', '公示', '意见', '批复'];
  return Array.from({ length: count }, (_, i) => {
    const year = 2012 + ((i * 7) % 15);
    const day = `${year}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + ((i * 5) % 28)).padStart(2, '0')}`;
    const place = places[(i * 13) % 6]!;
    const kind = kinds[(i * 11) % 5]!;
    return entry(
      `${year}-${String(i).padStart(5, '0')}`,
      `${place}关于${things[(i * 3) % 7]}的${kind}（第${i % 97}批）`,
      i % 50 ? day : undefined,
      {
        publisher: { name: `示例县${place}人民政府` },
        genre: kind,
        catalogNodeId: `n${i % 9}`,
        ...(i % 4 ? {} : { docNumber: `示${place[0]}政〔${year}〕${i % 200}号` }),
        ...(i % 5 ? {} : { summary: `${things[(i * 5) % 7]}有关事项，第${i}号。` }),
        ...(i % 101 ? {} : { audience: 'internal' }),
        ...(i % 33 ? {} : { validity: 'repealed' }),
      },
    );
  });
}
export const manyNodes = Array.from({ length: 9 }, (_, i) => ({
  id: `n${i}`,
  title: `栏目${i}`,
  ...(i > 2 ? { parentId: `n${i % 3}` } : {}),
}));
/** Questions over many entries; what a plain scan finds is what has to be found. */
export const manyQuestions = [
  '预算',
  '应急预案',
  '龙泉镇',
  '第3批',
  '2019',
  '示城政2020',
  '补贴 公示',
  '关',
  '第55号',
  '租赁住房 清河',
  '不存在的词',
  '许可的意见',
];

const at = (entries: readonly Entry[], text: string) =>
  entries.filter((one) => {
    if (one['audience'] === 'internal') return false;
    const lines = searchText(one);
    return text.split(' ').every((word) => lines.split('\n').some((line) => line.includes(word.toLowerCase())));
  });

/**
 * Registers the tests.
 * @param open a reader of the document; called once for each document
 */
export function describeReader(
  name: string,
  open: (
    document: typeof catalogue | typeof letters | { id: string; title: string; nodes: object[]; entries: Entry[] },
  ) => Promise<CatalogueReader>,
): void {
  let small: Promise<CatalogueReader> | undefined;
  const reader = () => (small ??= open(catalogue));

  let lettered: Promise<CatalogueReader> | undefined;
  const readerOfLetters = () => (lettered ??= open(letters));

  for (const { name: what, query, items, total = items.length, of = reader } of [
    ...cases.map((one) => ({ ...one, of: reader })),
    ...spelt.map((one) => ({ ...one, query: { ...one.query, initials: true }, of: readerOfLetters })),
  ])
    test(`${name}: ${what}`, async () => {
      const page = await (await of()).page(query);
      assert.deepEqual(
        page.items.map((one) => serial(one.indexNumber)),
        items,
      );
      assert.equal(page.total, total);
    });

  test(`${name}: initials are not read without being asked for`, async () => {
    for (const initials of [undefined, false])
      assert.equal((await (await readerOfLetters()).page({ text: 'zfgkml', initials })).total, 0);
  });

  test(`${name}: counts what initials found, each facet without its own filter`, async () => {
    const { facets } = await (
      await readerOfLetters()
    ).page({ text: 'zf', initials: true, filters: { genre: ['通知'] } });
    assert.deepEqual(facets.genre, [
      { value: '公告', count: 2 },
      { value: '通知', count: 1 },
    ]);
    assert.deepEqual(facets.node, [{ value: 'money', count: 1 }]);
  });

  test(`${name}: marks what initials found, wherever it stands, and no letters that were read as letters`, async () => {
    const opened = await readerOfLetters();
    await opened.page({ text: 'yhyw app', initials: true });
    await opened.page({ text: 'zf 目录', initials: true });
    assert.deepEqual(opened.highlight('县政府的目录', 'zf 目录'), [
      [1, 3],
      [4, 6],
    ]);
    assert.deepEqual(opened.highlight('安排评审APP銀行業務', 'app YHYW'), [[4, 11]]);
  });

  test(`${name}: tells title, publisher, columns and how many entries may be shown`, async () => {
    const { title, publisher, nodes, total, updatedAt } = await reader();
    assert.equal(title, catalogue.title);
    assert.equal(publisher?.name, town.name);
    assert.equal(updatedAt, '2026-03-06');
    assert.deepEqual(
      nodes.map(({ id }) => id),
      catalogue.nodes.map(({ id }) => id),
    );
    assert.equal(total, 10);
  });

  test(`${name}: counts each facet without its own filter, most frequent first`, async () => {
    const { facets } = await (await reader()).page({ filters: { year: ['2024'], validity: ['valid'] } });
    assert.deepEqual(facets.year, [
      { value: '2025', count: 2 },
      { value: '2026', count: 2 },
      { value: '2022', count: 1 },
      { value: '2023', count: 1 },
      { value: '2024', count: 1 },
    ]);
    assert.deepEqual(facets.validity, [
      { value: 'repealed', count: 1 },
      { value: 'valid', count: 1 },
    ]);
    assert.deepEqual(facets.disclosureMode, [{ value: 'onRequest', count: 1 }]);
    assert.deepEqual(facets.node, [{ value: 'gone', count: 1 }]);
  });

  test(`${name}: leaves the counts out when asked to`, async () => {
    const page = await (await reader()).page({ facets: false });
    assert.deepEqual(page.facets, {});
    assert.equal(page.total, 10);
  });

  test(`${name}: cursors lead through all pages, each entry once`, async () => {
    const found: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await (await reader()).page({ pageSize: 3, ...(cursor ? { cursor } : {}) });
      found.push(...page.items.map((one) => serial(one.indexNumber)));
      cursor = page.next;
    } while (cursor);
    assert.deepEqual(found, newest);
  });

  test(`${name}: gives one entry whole, and none for an unknown or an internal number`, async () => {
    const opened = await reader();
    const one = await opened.get(`${UNIT}/2026-00001`);
    assert.equal(one.summary, '明确汛期值班、转移和物资储备。');
    for (const number of [`${UNIT}/1999-00001`, `${UNIT}/2022-00010`, '', '../entries'])
      await assert.rejects(opened.get(number), (error) => isZwgkError(error) && error.code === 'not_found');
  });

  test(`${name}: what was taken down is in no list and no count, but its number leads to it`, async () => {
    const opened = await reader();
    for (const query of [{ text: '撤下' }, { text: '2026-00012' }, { from: '2026-03-06' }])
      assert.equal((await opened.page(query)).total, 0);
    const gone = await opened.get(`${UNIT}/2026-00012`);
    assert.deepEqual([gone.state, gone.stateReason], ['withdrawn', '内容有误，已更正重发。']);
    assert.equal((await opened.get(`${UNIT}/2026-00013`)).state, 'deleted');
  });

  for (const [what, query] of Object.entries({
    'an unknown order': { sort: 'best' },
    'a page of nothing': { pageSize: 0 },
    'a page of too many': { pageSize: 101 },
    'page 0': { page: 0 },
    'half a page': { page: 1.5 },
    'a day that does not exist': { from: '2026-02-30' },
    'a day in words': { to: '昨天' },
    'a cursor from elsewhere': { cursor: 'x' },
  }))
    test(`${name}: refuses ${what}`, async () => {
      await assert.rejects(
        (await reader()).page(query as CatalogueQuery),
        (error) => isZwgkError(error) && error.code === 'invalid_input',
      );
    });

  test(`${name}: finds what a plain scan finds, among many, in every order`, async () => {
    const entries = manyEntries(3000);
    const opened = await open({ id: 'many', title: '许多', nodes: manyNodes, entries });
    for (const text of manyQuestions) {
      const want = at(entries, text).map((one) => one.indexNumber);
      for (const sort of ['relevance', 'oldest', 'title', 'indexNumber'] as const) {
        const found: string[] = [];
        for (let page = 1; ; page++) {
          const part = await opened.page({ text, sort, page, pageSize: 100, facets: false });
          found.push(...part.items.map((one) => one.indexNumber));
          assert.equal(part.total, want.length, text);
          if (part.items.length < 100) break;
        }
        assert.deepEqual([...found].sort(), [...want].sort(), `${text} by ${sort}`);
      }
    }
  });
}
