import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@zwgk/client';
import { coverageOf, createCoverage } from '@zwgk/client/catalogue';
import type { CatalogueEntry, StandardItem } from '@zwgk/schema';

const items: StandardItem[] = [
  { seq: 1, level1: '财政资金', level2: '预算', subject: '财政所', mode: { proactive: true } },
  { seq: 2, level1: '社会救助', level2: '最低生活保障', subject: '民政办公室' },
  { seq: 3, level1: '社会救助', level2: '特困人员救助供养和临时救助', subject: '民政办公室' },
  { seq: 4, level1: '安全应急', level2: '应急预案', subject: '应急管理办公室' },
  { seq: 5, level1: '户籍', level2: '死亡登记', subject: '派出所', mode: { proactive: false, onRequest: true } },
  { seq: 6, level1: '养老服务', level2: '养老机构备案', subject: '民政办公室', levels: ['county'] },
  { seq: 'x-7', level1: '公众参与', level2: '意见征集', responsibleUnit: '党政办公室', subject: '各单位' },
];
const nodes = [
  { id: 'fin', title: '财政资金' },
  { id: 'bud', parentId: 'fin', title: '预算' },
];
let serial = 0;
const entry = (title: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  indexNumber: `T/2026-${String(++serial).padStart(5, '0')}`,
  title,
  publishedAt: '2026-03-05',
  ...more,
});
const measured = (entries: CatalogueEntry[], level?: string) => {
  const coverage = createCoverage(items, nodes, { level });
  for (const one of entries) coverage.add(one);
  return coverage.result();
};
const rules = (entries: CatalogueEntry[]) => measured(entries).items.map(({ rule }) => rule);

test('nothing published: everything that is due is missing, and what is on request only is not due', () => {
  const { due, published, missing, items: covered } = measured([]);
  assert.deepEqual([due, published, missing], [6, 0, 6]);
  assert.deepEqual([covered[4]!.state, covered[4]!.rule], ['notDue', 'onRequest']);
});

test('an item counts by what an entry says of itself, its column, its title or its keywords', () => {
  const entries = [
    entry('2026年度收支安排', { catalogNodeId: 'bud' }),
    entry('二季度最低生活保障对象公示'),
    entry('救助情况', { keywords: ['特困人员救助供养'] }),
    entry('征求意见公告', { standardItem: 'x-7' }),
  ];
  assert.deepEqual(rules(entries), ['column', 'title', 'keyword', 'none', 'onRequest', 'none', 'linked']);
  const { due, published, missing } = measured(entries);
  assert.deepEqual([due, published, missing], [6, 4, 2]);
});

test('taking an entry away lowers the meter', () => {
  const entries = [entry('防汛应急预案'), entry('最低生活保障标准')];
  assert.equal(measured(entries).published, 2);
  assert.equal(measured(entries.slice(1)).published, 1);
});

test('a short name needs its 一级事项 beside it; half a joined name is enough', () => {
  assert.equal(rules([entry('关于工程预算审核的请示')])[0], 'none');
  assert.equal(rules([entry('财政资金预算说明')])[0], 'title');
  assert.equal(rules([entry('二季度临时救助名单')])[2], 'title');
  assert.equal(rules([entry('二季度臨時救助名單')])[2], 'title');
});

test('who names an item means that item alone', () => {
  assert.deepEqual(rules([entry('最低生活保障和应急预案', { standardItem: 1 })]).slice(0, 4), [
    'linked',
    'none',
    'none',
    'none',
  ]);
});

test('what is repealed, withheld or taken down does not count, and the reason is told', () => {
  assert.equal(rules([entry('旧应急预案', { validity: 'repealed' })])[3], 'notCurrent');
  assert.equal(rules([entry('应急预案', { disclosureMode: 'withheld' })])[3], 'notPublic');
  assert.equal(rules([entry('应急预案', { state: 'withdrawn' })])[3], 'notPublic');
  const both = measured([entry('旧应急预案', { validity: 'invalid' }), entry('新应急预案')]);
  assert.deepEqual([both.items[3]!.state, both.items[3]!.rule, both.items[3]!.found], ['published', 'title', 1]);
});

test('items of another level are not due', () => {
  assert.equal(measured([], 'township').due, 5);
  assert.equal(measured([], 'township').items[5]!.rule, 'otherLevel');
  assert.equal(measured([], 'county').due, 6);
});

test('the units add up to the whole', () => {
  const { units, due, published, missing } = measured([entry('最低生活保障标准'), entry('应急预案')]);
  assert.deepEqual(units, [
    { name: '财政所', due: 1, published: 0, missing: 1 },
    { name: '民政办公室', due: 3, published: 1, missing: 2 },
    { name: '应急管理办公室', due: 1, published: 1, missing: 0 },
    { name: '党政办公室', due: 1, published: 0, missing: 1 },
  ]);
  const sum = (key: 'due' | 'published' | 'missing') => units.reduce((total, unit) => total + unit[key], 0);
  assert.deepEqual([sum('due'), sum('published'), sum('missing')], [due, published, missing]);
});

test('the newest entries are told for an item, with the number of all', () => {
  const { items: covered } = measured(
    Array.from({ length: 9 }, (_, i) => entry(`第${i}次应急预案演练`, { publishedAt: `2026-0${i + 1}-01` })),
  );
  assert.deepEqual([covered[3]!.found, covered[3]!.entries.length], [9, 5]);
  assert.equal(covered[3]!.entries[0]!.title, '第8次应急预案演练');
});

test('items without names, columns that go in circles and odd titles end in a result', () => {
  const coverage = createCoverage([{ level1: '' }, { level1: '甲' }, { level1: { 'zh-Hans': '（）' } }] as never, [
    { id: 'a', parentId: 'b', title: '甲' },
    { id: 'b', parentId: 'a', title: '' },
  ]);
  coverage.add(entry('\uD800', { catalogNodeId: 'a', keywords: [''] }));
  assert.deepEqual(coverage.result().missing, 3);
});

test('a document with items and entries is a catalogue that can be measured, page by page', async () => {
  const { catalogues } = createClient({ files: 'http://127.0.0.1/' });
  const entries = [
    ...Array.from({ length: 250 }, (_, i) => entry(`第${i}期简报`)),
    entry('防汛应急预案', { publishedAt: '2001-01-01' }),
    entry('内部应急预案', { audience: 'internal' }),
  ];
  const reader = await catalogues.open({ value: { nodes, entries, items: [...items, { level1: 5 }] } });
  assert.equal(reader.standard, undefined);
  assert.equal(reader.total, 251);
  const { entries: seen, published, complete, items: covered } = await coverageOf(reader, reader.items!);
  assert.deepEqual([seen, published, complete], [251, 1, true]);
  assert.equal(covered[3]!.found, 1);
});

test('what was taken down is in no list, but its number leads to it', async () => {
  const { catalogues } = createClient({ files: 'http://127.0.0.1/' });
  const gone = entry('误发的文件', { state: 'withdrawn', stateReason: '内容有误' });
  const reader = await catalogues.open({ value: { entries: [entry('在的文件'), gone] } });
  const page = await reader.page({ text: '文件' });
  assert.deepEqual(
    page.items.map(({ title }) => title),
    ['在的文件'],
  );
  assert.equal(reader.total, 1);
  assert.equal((await reader.get(gone.indexNumber)).stateReason, '内容有误');
});
