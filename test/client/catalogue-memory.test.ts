import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createClient, isZwgkError } from '@zwgk/client';
import { createTextIndex, fold, searchText } from '@zwgk/client/catalogue';
import type { ErrorCode, Issue } from '@zwgk/schema';
import { catalogue, describeReader } from '../support/catalogue-cases.js';

const { catalogues } = createClient({ files: '/none' });
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

describeReader('in memory', (document) => catalogues.open({ value: document }));
describeReader('over files', (document) =>
  createClient({
    files: 'http://127.0.0.1/files/',
    fetch: async ({ url }) => {
      assert.equal(url, `http://127.0.0.1/files/catalogues/${document.id}.json`);
      return json(document);
    },
  }).catalogues.open({ id: document.id }),
);

const told = async (value: unknown) => {
  const issues: Issue[] = [];
  const codes: ErrorCode[] = [];
  const reader = await catalogues.open(
    { value },
    {
      onIssues: (found, code) => {
        issues.splice(0, Infinity, ...found);
        codes.push(code);
      },
    },
  );
  return { reader, issues, codes };
};

test('one bad entry hides no other: what can be read of it is shown and marked, the rest is told', async () => {
  const entries = [
    { indexNumber: 'a', title: '好的一条', publishedAt: '2026-01-03' },
    { title: '没有索引号', publishedAt: '2026-01-02' },
    { indexNumber: 'c', publishedAt: '2026-01-01', summary: '没有标题' },
    { indexNumber: 'd', title: '日期写错', publishedAt: '去年', url: 'javascript:alert(1)', validity: '有效' },
    { indexNumber: 'e', title: { en: 'no Chinese' } },
    null,
    7,
    'text',
    [],
  ];
  const { reader, issues, codes } = await told({ title: 't', entries });
  const { items, flawed, total } = await reader.page();
  assert.equal(total, 5, 'what is no object cannot be shown');
  assert.deepEqual(
    items.map(({ indexNumber, title }) => [indexNumber, title]),
    [
      ['a', '好的一条'],
      ['', '没有索引号'],
      ['c', ''],
      ['d', '日期写错'],
      ['e', ''],
    ],
  );
  assert.deepEqual(flawed, [1, 2, 3, 4]);
  assert.equal(items[2]!.summary, '没有标题');
  const { url, publishedAt, validity } = items[3]!;
  assert.deepEqual([url, publishedAt, validity], [undefined, undefined, undefined]);
  assert.deepEqual(codes, ['invalid_input']);
  for (const path of [
    'entries.1.indexNumber',
    'entries.2.title',
    'entries.3.url',
    'entries.5',
    'entries.6',
    'entries.8',
  ])
    assert.ok(
      issues.some((issue) => issue.path.join('.') === path),
      path,
    );
});

test('a defect far down in a large catalogue is told later, with its place', async () => {
  const entries: object[] = Array.from({ length: 2000 }, (_, i) => ({ indexNumber: `n/${i}`, title: `第${i}条` }));
  entries[1700] = { indexNumber: 'n/1700', title: '坏的一条', url: 'data:text/html,x' };
  const issues = await new Promise<readonly Issue[]>((resolve, reject) => {
    catalogues.open({ value: { title: 't', entries } }, { onIssues: resolve }).catch(reject);
  });
  assert.deepEqual(
    issues.map(({ path, code }) => [path.join('.'), code]),
    [['entries.1700.url', 'url']],
  );
});

test('columns with defects are left out, those that name each other as parents end no question', async () => {
  const { reader, issues } = await told({
    title: 't',
    nodes: [{ id: 'a', parentId: 'b', title: '甲' }, { id: 'b', parentId: 'a', title: '乙' }, { title: '无号' }, null],
    entries: [{ indexNumber: '1', title: '一', catalogNodeId: 'b' }],
  });
  assert.deepEqual(
    reader.nodes.map(({ id }) => id),
    ['a', 'b'],
  );
  assert.equal((await reader.page({ node: 'a' })).total, 1);
  assert.ok(issues.some(({ path }) => path[0] === 'nodes'));
});

for (const [what, value, path] of [
  ['a number', 5, ''],
  ['null', null, ''],
  ['a list', [], ''],
  ['no entries', { title: 't' }, 'entries'],
  ['entries that are no list', { title: 't', entries: { a: 1 } }, 'entries'],
  ['items that are no list', { title: 't', items: 'x' }, 'entries'],
  ['more entries than a page can hold', { title: 't', entries: Array.from({ length: 200001 }) }, 'entries'],
] as const)
  test(`${what} is no catalogue: an error that names the field`, async () => {
    await assert.rejects(catalogues.open({ value }), (error) => {
      assert.ok(isZwgkError(error));
      assert.equal(error.code, 'invalid_input');
      assert.equal(error.issues[0]?.path.join('.'), path);
      return true;
    });
  });

test('text that is no JSON, and a document from an address, have the code of their source', async () => {
  await assert.rejects(
    catalogues.open({ json: '{"entries":[' }),
    (error) => isZwgkError(error) && error.code === 'invalid_input',
  );
  const remote = (body: unknown, status?: number) =>
    createClient({ retries: 0, fetch: async () => json(body, status) }).catalogues.open({
      src: 'http://127.0.0.1/c.json',
    });
  await assert.rejects(remote({}), (error) => isZwgkError(error) && error.code === 'invalid_response');
  await assert.rejects(remote({}, 404), (error) => isZwgkError(error) && error.code === 'not_found');
  await assert.rejects(remote({}, 500), (error) => isZwgkError(error) && error.code === 'server');
});

test('a page that is no longer wanted is not given', async () => {
  const reader = await catalogues.open({ value: catalogue });
  const control = new AbortController();
  const page = reader.page({ text: '防汛' }, { signal: control.signal });
  control.abort();
  await assert.rejects(page, (error) => isZwgkError(error) && error.code === 'aborted');
});

test('lone surrogates, control characters and a megabyte of text are searched like any text', async () => {
  const entries = [
    { indexNumber: '1', title: '甲\uD800乙' },
    { indexNumber: '2', title: '丙'.repeat(900) + '丁', summary: '戊'.repeat(1000000) },
    { indexNumber: '3', title: '𠮷野家' },
  ];
  const { reader } = await told({ title: 't', entries });
  const find = async (text: string) => (await reader.page({ text })).items.length;
  assert.equal(await find('丙丁'), 1);
  assert.equal(await find('戊戊戊'), 1);
  assert.equal(await find('𠮷野'), 1);
  assert.equal(await find('\uD800'), 1);
  assert.equal(await find('丁戊'), 0);
});

test('a standard catalogue opens with its items; an item with defects stays', async () => {
  const { reader, issues } = await told({
    title: '标准目录',
    domain: '救灾',
    items: [{ level1: '政策文件', timeLimit: '20个工作日' }, { level2: '合并单元格' }, null],
  });
  assert.deepEqual(
    reader.standard!.items.map(({ level1, level2 }) => [level1, level2]),
    [
      ['政策文件', undefined],
      ['', '合并单元格'],
    ],
  );
  assert.equal(reader.standard!.items[0]!.timeLimit!.raw, '20个工作日');
  assert.equal((await reader.page()).total, 0);
  assert.deepEqual(
    issues.map(({ path }) => path.join('.')),
    ['items.1.level1', 'items.2'],
  );
});

const data = new URL('../../../shared/data/', import.meta.url);
const there = existsSync(new URL('catalogue/generate-catalogue-100k.mjs', data));

test(
  '100,000 rows made from real ones: what is found is exactly what a plain scan finds',
  { skip: there ? false : 'no ../shared/data' },
  async () => {
    const csv = execFileSync(process.execPath, ['generate-catalogue-100k.mjs', '100000', '20240711', '--json'], {
      cwd: new URL('catalogue/', data),
      maxBuffer: 1 << 29,
    });
    const rows = JSON.parse(csv.toString()) as Record<string, string>[];
    const entries = rows.map((row, i) => ({
      indexNumber: `000014349/2024-${String(i).padStart(6, '0')}`,
      title: `${row['公开主体']}${row['一级事项']}${row['二级事项']}：${row['公开内容（要素）']}`.slice(0, 300),
      publisher: { name: row['公开主体']! },
      summary: row['公开依据'],
    }));
    const folded = entries.map((one) => searchText(one));
    const index = await createTextIndex(entries.length, (row) => [
      entries[row]!.title,
      entries[row]!.indexNumber,
      entries[row]!.publisher.name,
      entries[row]!.summary ?? '',
    ]);
    const words = new Set([
      '应急',
      '第12镇',
      '2024-0999',
      '公开',
      '救灾物资',
      '镇人民政府',
      '行政处罚',
      '國務院',
      '条例》',
      '〔2019〕',
      '不会有的词',
    ]);
    for (let i = 0; i < 100; i++) {
      const { title } = entries[(i * 997) % entries.length]!;
      const from = (i * 31) % Math.max(1, title.length - 5);
      words.add(title.slice(from, from + 1 + (i % 5)));
    }
    for (const word of [...words].map(fold).filter(Boolean)) {
      const want: number[] = [];
      folded.forEach((text, row) => text.includes(word) && want.push(row));
      const got = await index.search(word);
      assert.ok(got.length === want.length && want.every((row, i) => row === got[i]), word);
    }
  },
);

test(
  'real listings open whole and are found by their 文号 in any brackets',
  { skip: there ? false : 'no ../shared/data' },
  async () => {
    const [head, ...lines] = readFileSync(new URL('listing/govcn-2018-2019.csv', data), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(','));
    const entries = lines.map((cells) => {
      const row = Object.fromEntries(head!.map((name, i) => [name, cells[i] ?? '']));
      const day = (text = '') => text.replace(/年|月/g, '-').replace('日', '');
      return {
        indexNumber: row['索引号']!,
        title: row['标题']!,
        docNumber: row['发文字号'],
        subjectCategory: row['主题分类'],
        publisher: row['发文机关'],
        formedDate: day(row['成文日期']),
        publishedAt: day(row['发布日期']),
        url: row['链接'],
      };
    });
    const { reader, issues } = await told({ title: '国务院文件', entries });
    assert.deepEqual(issues, []);
    assert.equal(reader.total, 34);
    for (const { docNumber, indexNumber } of entries) {
      if (!docNumber) continue;
      const { items } = await reader.page({ text: docNumber.replace('〔', '[').replace('〕', ']') });
      assert.equal(items[0]!.indexNumber, indexNumber);
    }
    const { facets } = await reader.page();
    assert.equal(
      facets.year!.reduce((sum, { count }) => sum + count, 0),
      34,
    );
  },
);

test(
  'the real standard catalogues of four counties open whole: every row, its channels and its time limit',
  { skip: there ? false : 'no ../shared/data' },
  async () => {
    const rows = JSON.parse(readFileSync(new URL('catalogue/jiceng-standard-catalogue.json', data), 'utf8')) as Record<
      string,
      string & { 载体: string; 必选: boolean }[]
    >[];
    const items = rows.map((row) => ({
      seq: row['序号'],
      level1: row['一级事项'],
      level2: row['二级事项'],
      contentElements: row['公开内容（要素）'],
      basis: row['公开依据'],
      ...(row['公开时限'] ? { timeLimit: row['公开时限'] } : {}),
      subject: row['公开主体'],
      channels: row['公开渠道和载体']!.map((one) => ({
        code: one['载体'],
        ...(typeof one['必选'] === 'boolean' ? { required: one['必选'] } : {}),
      })),
      audience: { public: row['公开对象-全社会'] === '√', specificGroup: row['公开对象-特定群体'] === '√' },
      mode: { proactive: row['公开方式-主动'] === '√', onRequest: row['公开方式-依申请'] === '√' },
      levels: ['county', 'township'].filter((_, i) => row[i ? '公开层级-乡级' : '公开层级-县级'] === '√'),
    }));
    const { reader, issues } = await told({ title: '标准目录', domain: '安全生产', items });
    assert.ok(items.length > 40);
    assert.equal(reader.standard!.items.length, items.length);
    assert.deepEqual(
      issues.filter(({ path }) => !items[path[1] as number]?.level1),
      issues,
      'only rows whose 一级事项 is a merged cell have a defect',
    );
    reader.standard!.items.forEach((item, i) => {
      assert.equal(item.timeLimit?.raw, items[i]!.timeLimit?.trim() ? item.timeLimit!.raw : undefined);
      assert.equal(item.channels!.length, items[i]!.channels.length);
    });
  },
);

test('the newest or the oldest of many stand first, whatever their dates look like', async () => {
  const day = (i: number) => `20${String(10 + (i % 14)).padStart(2, '0')}-${String(1 + (i % 12)).padStart(2, '0')}-15`;
  const entries = Array.from({ length: 3000 }, (_, i) => {
    const more: Record<string, unknown>[] = [
      { publishedAt: day(i) },
      { publishedAt: `${day(i)}T23:30:00Z` },
      { publishedAt: '1970-01-01', formedDate: day(i) },
      { publishedAt: '无', formedDate: day(i) },
      { formedDate: day(i) },
      { publishedAt: '2026/01/01' },
      { publishedAt: '2025-12-31T20:00:00-08:00' },
      { publishedAt: '2010-01-01T00:30:00+14:00' },
      { publishedAt: '2009/12/31', formedDate: '2012-01-01' },
      {},
    ];
    return { indexNumber: String(i), title: `第${i}件`, ...more[i % (i % 50 ? 5 : 10)] };
  });
  const { catalogues } = createClient({ files: 'http://127.0.0.1/' });
  for (const [sort, few] of [
    ['newest', entries],
    ['oldest', entries],
    ['newest', entries.slice(0, 60)],
    ['oldest', [{ indexNumber: 'x', title: '第' }, ...entries.slice(0, 60)]],
  ] as const) {
    const fresh = await catalogues.open({ value: { entries: few } });
    const numbers = async (query: object) =>
      (await fresh.page({ sort, ...query })).items.map(({ indexNumber }) => indexNumber);
    const quick = [
      ...(await numbers({ pageSize: 50, facets: false })),
      ...(await numbers({ pageSize: 50, page: 2, facets: false })),
    ];
    // Any condition puts all in order; this one leaves out none.
    assert.deepEqual(quick, await numbers({ pageSize: 100, text: '第' }));
    assert.equal(quick.length, Math.min(100, few.length));
  }
});
