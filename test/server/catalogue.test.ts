import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { facetFields, type CatalogueQuery, type CatalogueReader } from '@zwgk/client';
import { loadSource } from '@zwgk/server';
import { sql } from 'kysely';
import { examples, startService, type Service } from '../support/service.js';

/** A generator with a seed, so that a failure comes again. */
function random(seed: number) {
  return (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 4294967296) * below);
  };
}
const pick = <T>(next: (below: number) => number, list: readonly T[]): T => list[next(list.length)]!;

/** Entries as real exports have them: gaps, odd dates, brackets of every kind, the same number twice. */
function dirtyCatalogue() {
  const next = random(7);
  const words = [
    '公积金',
    '财政预算',
    '决算',
    '乡村振兴',
    '政务公开',
    '公文流转',
    '系统',
    '100%',
    'a_b',
    '\\\\server',
    'ＡＢＣ',
    '國辦發',
    '%',
    '𠮷',
  ];
  const some = <T>(value: T) => (next(4) ? value : undefined);
  const entries = Array.from({ length: 1500 }, (_, i) => ({
    indexNumber: next(50)
      ? `11880121MB9T10009Q/${2015 + next(12)}-${String(i).padStart(5, '0')}`
      : '11880121MB9T10009Q/2020-00001',
    title: `关于${pick(next, words)}${pick(next, words)}的${pick(next, ['通知', '公告', '函'])}`,
    summary: some(`${pick(next, words)} ${pick(next, words)}`),
    docNumber: some(
      `稻政${pick(next, ['〔', '[', '（', '„'])}${2015 + next(12)}${pick(next, ['〕', ']', '）', '‟'])}${1 + next(90)}号`,
    ),
    publisher: some({ name: pick(next, ['云泊县财政局', '云泊县民政局', '稻溪镇人民政府']) }),
    genre: some(pick(next, ['通知', '公告', 'other', ''])),
    subjectCategory: some(pick(next, ['综合政务\\政务公开', '财政、金融、审计', '民政、扶贫、救灾\\社会救助'])),
    validity: some(pick(next, ['valid', 'repealed', 'invalid'])),
    disclosureMode: some(pick(next, ['proactive', 'onRequest'])),
    catalogNodeId: some(pick(next, ['a', 'a1', 'a2', 'b', 'secret', 'secret1', 'unknown'])),
    publishedAt: some(
      pick(next, [
        '1970-01-01',
        '2026-02-10T10:05:00+08:00',
        `20${10 + next(16)}-0${1 + next(9)}-1${next(10)}`,
        '2024-12-31T23:30:00Z',
      ]),
    ),
    formedDate: some(`20${10 + next(16)}-0${1 + next(9)}-1${next(10)}`),
    audience: pick(next, ['public', 'public', 'public', 'internal', undefined]),
  }));
  return {
    id: 'dirty',
    title: '杂乱目录',
    nodes: [
      { id: 'a', title: '甲' },
      { id: 'a1', parentId: 'a', title: '甲一' },
      { id: 'a2', parentId: 'a1', title: '甲二' },
      { id: 'b', title: '乙' },
      { id: 'secret', title: '内部', audience: 'internal' },
      { id: 'secret1', parentId: 'secret', title: '内部一' },
    ],
    entries,
  };
}

let service: Service;
const folder = mkdtempSync(join(tmpdir(), 'zwgk-source-'));
const readers: Record<string, { api: CatalogueReader; files: CatalogueReader }> = {};
before(async () => {
  service = await startService();
  mkdirSync(join(folder, 'catalogues'));
  writeFileSync(join(folder, 'catalogues/dirty.json'), JSON.stringify(dirtyCatalogue()));
  for (const name of ['disclosure', 'standard'])
    writeFileSync(
      join(folder, `catalogues/${name}.json`),
      JSON.stringify((await import(`${examples}/catalogues/${name}.json`, { with: { type: 'json' } })).default),
    );
  await loadSource(service.store, folder);
  for (const id of ['disclosure', 'dirty'])
    readers[id] = {
      api: await service.client().catalogues.open({ id }),
      files: await service.files().catalogues.open({ id }),
    };
});
after(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

async function same(id: string, query: CatalogueQuery) {
  const { api, files } = readers[id]!;
  const [a, f] = await Promise.all([api.page(query), files.page(query)]);
  assert.deepEqual(a, f, JSON.stringify(query));
  return a;
}

test('service and files open to the same catalogue', () => {
  for (const { api, files } of Object.values(readers))
    for (const key of ['title', 'publisher', 'updatedAt', 'nodes', 'total'] as const)
      assert.deepEqual(api[key], files[key], key);
  assert.equal(readers['disclosure']!.api.total, 396);
});

test('four hundred questions get the same answers from the service and from the files', async () => {
  const next = random(42);
  const texts = [
    '公开',
    '预算 决算',
    '公积',
    '积金',
    '公',
    '稻政〔2020〕',
    '11880121',
    '100%',
    'a_b',
    '\\\\',
    'abc',
    '国办发',
    '𠮷',
    'zzz',
    '的 通知',
    '关于 财政',
    '%',
    "'",
    '稻政2021',
  ];
  let found = 0;
  for (let i = 0; i < 400; i++) {
    const id = pick(next, ['disclosure', 'dirty']);
    const { facets } = await readers[id]!.files.page({ pageSize: 1 });
    const query: { -readonly [K in keyof CatalogueQuery]: CatalogueQuery[K] } = {
      pageSize: 1 + next(30),
      page: 1 + next(3),
    };
    if (next(2)) query.text = pick(next, texts);
    if (!next(3)) query.node = pick(next, [...(facets.node ?? []).map(({ value }) => value), 'a', 'none']);
    if (next(2)) {
      const filters: Record<string, string[]> = {};
      for (const field of facetFields) {
        const values = facets[field] ?? [];
        if (!next(4) && values.length)
          filters[field] = Array.from({ length: 1 + next(2) }, () => pick(next, values).value);
      }
      query.filters = filters;
    }
    if (!next(4)) query.from = `20${15 + next(11)}-0${1 + next(9)}-01`;
    if (!next(4)) query.to = `20${18 + next(8)}-12-31`;
    if (next(2)) query.sort = pick(next, ['relevance', 'newest', 'oldest', 'title', 'indexNumber'] as const);
    if (!next(10)) query.facets = false;
    found += (await same(id, query)).total ? 1 : 0;
  }
  assert.ok(found > 150, `${found} questions found something`);
});

test('a walk by cursor meets every entry once', async () => {
  const { api } = readers['dirty']!;
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.page({ pageSize: 100, sort: 'title', cursor, facets: false });
    seen.push(...page.items.map((entry) => JSON.stringify(entry)));
    cursor = page.next ?? undefined;
  } while (cursor);
  assert.equal(seen.length, api.total);
});

test('entries and columns for internal use are on no way out', async () => {
  const whole = dirtyCatalogue();
  const hidden = whole.entries.filter(
    ({ audience, catalogNodeId }) =>
      audience === 'internal' || catalogNodeId === 'secret' || catalogNodeId === 'secret1',
  );
  assert.ok(hidden.length > 200);
  const { api } = readers['dirty']!;
  assert.equal(api.total, whole.entries.length - hidden.length);
  assert.ok(!api.nodes.some(({ id }) => id.startsWith('secret')));
  const shown = new Set(whole.entries.filter((entry) => !hidden.includes(entry)).map(({ indexNumber }) => indexNumber));
  const { indexNumber } = hidden.find((entry) => !shown.has(entry.indexNumber))!;
  const path = `/api/v1/catalogues/dirty/entries/${encodeURIComponent(indexNumber)}`;
  assert.equal((await service.request(path)).status, 404);
  assert.equal((await api.page({ text: indexNumber })).total, 0);
  const file = await (await service.request('/files/catalogues/dirty.json')).text();
  for (const one of hidden) if (!shown.has(one.indexNumber)) assert.ok(!file.includes(one.indexNumber));
});

test('an entry that is not disclosed on one’s own motion is listed without its text', async () => {
  const { api } = readers['disclosure']!;
  const { items } = await api.page({ filters: { disclosureMode: ['onRequest', 'withheld'] }, pageSize: 100 });
  assert.ok(items.length);
  for (const { indexNumber } of items) {
    const entry = await api.get(indexNumber);
    assert.deepEqual([entry.body, entry.attachments], [undefined, undefined]);
  }
});

test('an entry is found by its index number, however it is typed', async () => {
  const { api, files } = readers['disclosure']!;
  const [first] = (await api.page({ pageSize: 1 })).items;
  const wide = first!.indexNumber.replace(/[0-9/]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  for (const typed of [first!.indexNumber, first!.indexNumber.toLowerCase(), wide])
    assert.deepEqual(await api.get(typed), await files.get(typed));
  await assert.rejects(api.get('none'), { code: 'not_found' });
});

test('a standard catalogue comes whole, the same both ways', async () => {
  const [api, files] = await Promise.all(
    [service.client(), service.files()].map(({ catalogues }) => catalogues.open({ id: 'standard' })),
  );
  assert.ok(api!.standard!.items.length >= 33);
  assert.deepEqual({ ...api!.standard, id: 0 }, { ...files!.standard, id: 0 });
});

test('a question that cannot be answered is named', async () => {
  for (const [query, field, code] of [
    ['sort=best', 'sort', 'unknown_code'],
    ['from=2026-02-30', 'from', 'date'],
    ['to=tomorrow', 'to', 'date'],
    ['page=0', 'page', 'format'],
    ['cursor=x', 'cursor', 'format'],
    [`text=${'a+'.repeat(60)}`, 'text', 'too_many'],
    [Array.from({ length: 201 }, () => 'year=1').join('&'), 'year', 'too_many'],
    ['genre=%00', 'genre', 'characters'],
  ] as const) {
    const response = await service.request(`/api/v1/catalogues/disclosure/entries?${query}`);
    assert.equal(response.status, 422, query);
    assert.deepEqual((await response.json()).issues, [{ path: [field], code }]);
  }
});

test('the index on pairs of characters answers words of two characters and more, and initials', async () => {
  for (const pairs of ['1366047215,2045743569', '4587610,4653126']) {
    const plan = await service.store.kysely.transaction().execute(async (db) => {
      // The table of a test is small enough for a scan; the question is whether the index can do it.
      await sql`set local enable_seqscan = off`.execute(db);
      return sql`explain select body from entry where grams @> ${sql.lit(`{${pairs}}`)}`.execute(db);
    });
    assert.match(JSON.stringify(plan.rows), /entry_grams/);
  }
});

test('a service tells which words it read as initials, when it is asked to read any', async () => {
  const ask = async (query: string) =>
    (await service.request(`/api/v1/catalogues/disclosure/entries?facets=false&${query}`)).json();
  const read = await ask('text=zfxxgk+%E5%85%AC%E5%BC%80&initials=true');
  assert.deepEqual(read.initials, ['zfxxgk']);
  assert.ok(read.total > 0);
  for (const query of ['text=zfxxgk', 'text=zfxxgk&initials=false', 'text=zfxxgk&initials=yes']) {
    const { total, initials } = await ask(query);
    assert.deepEqual([total, initials], [0, undefined], query);
  }
});
