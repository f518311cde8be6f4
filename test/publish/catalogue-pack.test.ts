/** Large catalogues over a static pack: the questions of every reader, what is fetched for them, and what may be broken. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, isZwgkError, type CatalogueReader } from '@zwgk/client';
import { writeCataloguePack } from '@zwgk/publish';
import { publicView, type Catalogue, type Issue } from '@zwgk/schema';
import { describeReader, manyEntries, manyNodes } from '../support/catalogue-cases.js';
import { BASE, packFiles } from '../support/pack-files.js';

/** Any catalogue as a pack, however small it is. */
async function asPack(document: { id: string }, gzip = true): Promise<CatalogueReader> {
  const files = new Map<string, string | Uint8Array>();
  const { id } = document;
  const shown = publicView('catalogue', document as unknown as Catalogue)!;
  const head = await writeCataloguePack(shown, { folder: id, gzip }, (path, content) => {
    files.set(`/data/catalogues/${id}/${path}`, content);
  });
  files.set(`/data/catalogues/${id}.json`, JSON.stringify(head));
  return createClient({
    files: BASE,
    retries: 0,
    fetch: async ({ url }) => {
      const content = files.get(new URL(url).pathname);
      return new Response((content as BodyInit) ?? null, { status: content === undefined ? 404 : 200 });
    },
  }).catalogues.open({ id });
}

describeReader('over a static pack', (document) => asPack(document));
describeReader('over a static pack without compressed files', (document) => asPack(document, false));

const many = (entries: object[] = manyEntries(3000)) => ({
  id: 'many',
  title: '许多',
  nodes: manyNodes,
  entries: entries as Catalogue['entries'],
});
const told = (issues: readonly Issue[]) => issues.map(({ path, code }) => `${path.join('.')} ${code}`);

test('pages, counts and orders are those of the same catalogue in memory, entry for entry', async () => {
  // Some entries share title and minute; the order of the catalogue decides.
  const entries = manyEntries(3000).map((one, i) =>
    i % 20 ? one : { ...one, title: '同名公告', publishedAt: `2020-05-0${1 + (i % 3)}T10:0${i % 7}:00+08:00` },
  );
  const document = many([...entries].sort((a, b) => (a.indexNumber < b.indexNumber ? 1 : -1)));
  const pack = await (await packFiles({ catalogues: [document] })).open('many');
  const memory = await createClient({ files: '' }).catalogues.open({ value: document });
  for (const query of [
    {},
    { page: 3, pageSize: 100 },
    { sort: 'oldest', pageSize: 100 },
    { sort: 'title', pageSize: 100, page: 2 },
    { sort: 'title', text: '同名', pageSize: 100 },
    { sort: 'indexNumber' },
    { text: '公告', pageSize: 100 },
    { text: '示城政2020' },
    { text: 'bmys', initials: true },
    { node: 'n1', filters: { year: ['2015', '2016'] } },
    { from: '2014-01-01', to: '2014-12-31', sort: 'oldest' },
    { text: '低保', filters: { genre: ['公示'], validity: ['repealed'] } },
  ] as const)
    assert.deepEqual(await pack.page(query), await memory.page(query), JSON.stringify(query));
});

test('the first page needs the head and one shard; a filter the columns; the entry that is opened nothing more', async () => {
  const site = await packFiles({ catalogues: [many()] });
  const reader = await site.open('many');
  const { items, facets } = await reader.page();
  assert.ok(facets.year!.length > 5);
  const names = () => site.asked.splice(0).map((path) => path.replace(/\?v=[\w-]{8}$/, ''));
  assert.deepEqual(names(), ['catalogues/many.json', 'catalogues/many/entries-0.json.gz']);
  assert.equal((await reader.get(items[3]!.indexNumber)).title, items[3]!.title);
  assert.deepEqual(names(), []);
  await reader.page({ filters: { genre: ['通知'] }, pageSize: 1 });
  assert.equal(names()[0], 'catalogues/many/columns.json.gz');
  await reader.get(manyEntries(3000)[1500]!.indexNumber);
  assert.equal(names()[0], 'catalogues/many/numbers.json.gz');
  await reader.page({ text: '预算', pageSize: 1 });
  assert.deepEqual(names().slice(0, 2), ['catalogues/many/titles-0.json.gz', 'catalogues/many/summaries-0.json.gz']);
});

test('a catalogue at an address of its own finds its parts beside it', async () => {
  const site = await packFiles({ catalogues: [many()] });
  const { catalogues } = createClient({ fetch: site.fetch, retries: 0 });
  const reader = await catalogues.open({ src: `${BASE}/catalogues/many.json?today#x` });
  assert.equal((await reader.page({ text: '预算' })).items.length, 20);
});

test('a head that a page hands over as a document has no parts: an error says that it needs an address', async () => {
  const { files } = await packFiles({ catalogues: [many()] });
  const json = String(files.get('catalogues/many.json'));
  await assert.rejects(
    createClient({ files: BASE }).catalogues.open({ json }),
    (error) => isZwgkError(error) && error.code === 'invalid_input' && error.issues[0]!.path[0] === 'src',
  );
});

test('entries that were taken down are found by their number alone, wherever they stood', async () => {
  const entries = manyEntries(3000).map((one, i) => (i % 7 ? one : { ...one, state: 'withdrawn' }));
  const document = many(entries);
  const pack = await (await packFiles({ catalogues: [document] })).open('many');
  const memory = await createClient({ files: '' }).catalogues.open({ value: document });
  for (const query of [{}, { sort: 'title', page: 3 }, { text: '预算', sort: 'oldest' }, { node: 'n2' }] as const)
    assert.deepEqual(await pack.page(query), await memory.page(query));
  for (const { indexNumber } of [entries[7]!, entries[8]!, entries[2996]!])
    assert.deepEqual(await pack.get(indexNumber), await memory.get(indexNumber));
});

test('a small catalogue stays one document', async () => {
  const { files } = await packFiles({ catalogues: [many(manyEntries(50))] });
  assert.equal([...files.keys()].filter((path) => path.includes('many')).length, 1);
  assert.equal(JSON.parse(String(files.get('catalogues/many.json'))).entries.length, 49);
});

test('nothing internal is in any part of a pack', async () => {
  const entries = manyEntries(3000).map((one) =>
    one['audience'] === 'internal' ? { ...one, title: '机密安排', publisher: { name: '内设机构甲' } } : one,
  );
  const { files } = await packFiles({ catalogues: [many(entries)] }, { gzip: false });
  const all = [...files.values()].join('\n');
  assert.doesNotMatch(all, /机密安排|内设机构甲/);
  for (const { indexNumber, audience } of entries as unknown as { indexNumber: string; audience: string }[])
    if (audience === 'internal') assert.ok(!all.includes(indexNumber));
});

test('the same catalogue gives the same bytes; a changed entry changes its shard and leaves the others', async () => {
  const stamps = async (entries: object[]) =>
    JSON.parse(String((await packFiles({ catalogues: [many(entries)] })).files.get('catalogues/many.json'))).pack;
  const before = await stamps(manyEntries(3000));
  assert.deepEqual(await stamps(manyEntries(3000)), before);
  const after = await stamps(manyEntries(3000).map((one, i) => (i === 1234 ? { ...one, archiveId: 'x' } : one)));
  const changed = after.entries.filter(([, stamp]: [number, string], i: number) => stamp !== before.entries[i][1]);
  assert.equal(changed.length, 1);
  assert.equal(after.columns, before.columns);
});

/** A pack with one file spoilt, and what its reader is told. */
async function spoilt(name: string, spoil: (text: string) => string | undefined, options?: { gzip: boolean }) {
  const site = await packFiles({ catalogues: [many()] }, options ?? { gzip: false });
  const path = `catalogues/many/${name}.json`;
  const text = spoil(String(site.files.get(path)));
  if (text === undefined) site.files.delete(path);
  else site.files.set(path, text);
  let issues: readonly Issue[] = [];
  const reader = await site.open('many', { onIssues: (found) => (issues = found) });
  return { reader, site, issues: () => told(issues) };
}
const otherBuild = (text: string) => text.replace(/"stamp":"[^"]+"/, '"stamp":"otherone"');

test('a shard of another build is told; its rows stand with what the columns know, all others are whole', async () => {
  const { reader, issues } = await spoilt('entries-1', otherBuild);
  const whole = await (await packFiles({ catalogues: [many()] })).open('many');
  const first = await reader.page({ pageSize: 100 });
  assert.equal(first.flawed, undefined);
  const { items, flawed, total } = await reader.page({ page: 2, pageSize: 100 });
  assert.deepEqual(issues(), ['pack.entries-1 mismatch']);
  const right = await whole.page({ page: 2, pageSize: 100 });
  assert.equal(total, right.total);
  assert.ok(flawed!.length > 50 && flawed!.length < 100);
  right.items.forEach(({ indexNumber, title, publishedAt, publisher, genre, docNumber }, i) => {
    const item = items[i]!;
    assert.deepEqual(
      [item.indexNumber, item.title, item.genre, item.docNumber],
      [indexNumber, title, genre, docNumber],
    );
    assert.deepEqual([item.publishedAt, item.publisher], [publishedAt, publisher]);
    if (!flawed!.includes(i)) assert.deepEqual(item, right.items[i]);
  });
  assert.equal((await reader.page({ text: '预算' })).total, (await whole.page({ text: '预算' })).total);
  const lost = items[flawed![0]!]!.indexNumber;
  await assert.rejects(reader.get(lost), (error) => isZwgkError(error) && error.code === 'invalid_response');
  assert.deepEqual(await reader.get(right.items[0]!.indexNumber), right.items[0]);
});

test('a shard of another build without its .gz is told as of another build, not as missing', async () => {
  const site = await packFiles({ catalogues: [many()] });
  const path = 'catalogues/many/entries-0.json';
  site.files.set(path, otherBuild(String(site.files.get(path))));
  site.files.delete(`${path}.gz`);
  let issues: readonly Issue[] = [];
  const reader = await site.open('many', { onIssues: (found) => (issues = found) });
  assert.equal((await reader.page()).items.length, 20);
  assert.deepEqual(told(issues), ['pack.entries-0 mismatch']);
});

for (const [what, spoil, code] of [
  ['missing', () => undefined, 'required'],
  ['cut short', (text: string) => text.slice(0, 300), 'format'],
  ['of another build', otherBuild, 'mismatch'],
] as const) {
  test(`columns that are ${what}: the first rows stand, a filter says what is wrong`, async () => {
    const { reader, issues } = await spoilt('columns', spoil);
    assert.equal((await reader.page()).items.length, 20);
    await assert.rejects(
      reader.page({ filters: { genre: ['通知'] } }),
      (error) => isZwgkError(error) && error.code === 'invalid_response' && error.issues[0]!.path[1] === 'columns',
    );
    assert.deepEqual(issues(), [`pack.columns ${code}`]);
  });
  test(`titles that are ${what}: what stands elsewhere is found all the same, and it is told`, async () => {
    const { reader, issues } = await spoilt('titles-0', spoil);
    const { docNumber } = manyEntries(3000).find((one) => one['docNumber'])!;
    assert.ok((await reader.page({ text: String(docNumber) })).total > 0);
    assert.deepEqual(issues(), [`pack.titles-0 ${code}`]);
  });
}

test('columns with the right stamp but wrong contents are not trusted', async () => {
  for (const spoil of [
    (text: string) => text.replace(/"dated":\d+/, '"dated":99999999'),
    (text: string) => text.replace(/"genre":\{/, '"genre":{"values":[],"x":{'),
    (text: string) => text.replace(/"minutes":\["../, '"minutes":["'),
    (text: string) => text.replace(/"publisher":/, '"nobody":'),
  ]) {
    const { reader, issues } = await spoilt('columns', spoil);
    await assert.rejects(reader.page({ sort: 'oldest' }), isZwgkError);
    assert.deepEqual(issues(), ['pack.columns format']);
  }
});

test('a host that gives out no .gz is asked for the plain file once, then always', async () => {
  const site = await packFiles({ catalogues: [many()] });
  for (const path of Array.from(site.files.keys())) if (path.endsWith('.gz')) site.files.delete(path);
  const reader = await site.open('many');
  assert.equal((await reader.page({ text: '预算' })).items.length, 20);
  const before = site.asked.length;
  await reader.page({ page: 7 });
  assert.ok(site.asked.slice(before).every((path) => !path.includes('.gz')));
});

test('a .gz that was left from the last build gives way to the plain file beside it', async () => {
  const site = await packFiles({ catalogues: [many()] });
  const old = await packFiles({ catalogues: [many(manyEntries(3000).map((one) => ({ ...one, summary: '旧' })))] });
  for (const [path, content] of old.files) if (path.endsWith('.gz')) site.files.set(path, content);
  let issues: readonly Issue[] = [];
  const reader = await site.open('many', { onIssues: (found) => (issues = found) });
  assert.equal((await reader.page({ text: '旧' })).total, 0);
  assert.deepEqual(issues, []);
});

test('a line that breaks is an error that can be retried, and the next question succeeds', async () => {
  const site = await packFiles({ catalogues: [many()] });
  let broken = true;
  const { catalogues } = createClient({
    files: BASE,
    retries: 0,
    fetch: async (request) => {
      if (broken && /titles/.test(request.url)) throw new TypeError('Failed to fetch');
      return site.fetch(request);
    },
  });
  const reader = await catalogues.open({ id: 'many' });
  await assert.rejects(reader.page({ text: '预算' }), (error) => isZwgkError(error) && error.retryable);
  broken = false;
  assert.equal((await reader.page({ text: '预算' })).items.length, 20);
});

test('a question that is given up ends at once, and those that wait for the same files get them', async () => {
  const site = await packFiles({ catalogues: [many()] });
  const reader = await site.open('many');
  const control = new AbortController();
  const given = reader.page({ text: '预算' }, { signal: control.signal });
  const kept = reader.page({ text: '预算' });
  control.abort();
  await assert.rejects(given, (error) => isZwgkError(error) && error.code === 'aborted');
  assert.equal((await kept).items.length, 20);
});

for (const [field, value] of [
  ['format', 2],
  ['folder', '../elsewhere/..'],
  ['folder', '..'],
  ['folder', undefined],
  ['total', 1e12],
  ['total', -1],
  ['gone', 0.5],
  ['gone', 'x'],
  ['columns', 5],
  ['titles', [[3000, 'x'], null]],
  ['entries', [[1, 'x']]],
] as const)
  test(`a head whose ${field} is ${JSON.stringify(value)} is no head`, async () => {
    const site = await packFiles({ catalogues: [many()] });
    const head = JSON.parse(String(site.files.get('catalogues/many.json')));
    head.pack[field] = value;
    site.files.set('catalogues/many.json', JSON.stringify(head));
    await assert.rejects(site.open('many'), (error) => {
      assert.ok(isZwgkError(error));
      assert.equal(error.code, 'invalid_response');
      assert.deepEqual(error.issues[0]!.path, ['pack', field]);
      return true;
    });
  });
