/** The questions that every reader of a catalogue answers alike, asked of a service and its database. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createClient, type CatalogueQuery } from '@zwgk/client';
import { createCatalogues, loadSource } from '@zwgk/server';
import { describeReader, manyEntries, manyNodes, manyQuestions } from '../support/catalogue-cases.js';
import { startService, type Service } from '../support/service.js';

let service: Promise<Service> | undefined;
const folder = mkdtempSync(join(tmpdir(), 'zwgk-cases-'));
mkdirSync(join(folder, 'catalogues'));
after(async () => {
  await (await service)?.close();
  rmSync(folder, { recursive: true });
});

describeReader('over a service', async (document) => {
  const running = await (service ??= startService());
  writeFileSync(join(folder, 'catalogues', `${document.id}.json`), JSON.stringify(document));
  await loadSource(running.store, folder);
  return running.client().catalogues.open({ id: document.id });
});

test('over a service: what was counted beforehand, what is counted then, and pages far down are those of memory', async () => {
  const running = await (service ??= startService());
  // Enough for pairs that are answered beforehand, among others that are not; one word is a whole 文号, too.
  const entries = manyEntries(4000).map((one, i) => (i === 777 ? { ...one, docNumber: '预算' } : one));
  const document = { id: 'counted', title: '许多', nodes: manyNodes, entries };
  await createCatalogues(running.store).put('counted', document as never);
  const answers = await running.store.kysely
    .selectFrom('entry_answer')
    .select('gram')
    .where('catalogue', '=', 'counted')
    .execute();
  assert.ok(answers.length > 20, 'some pairs are answered beforehand');
  const initials = ('B'.charCodeAt(0) << 16) | 'M'.charCodeAt(0);
  assert.ok(
    answers.some(({ gram }) => gram === initials),
    'and pairs of initials',
  );
  const memory = await createClient({ files: '' }).catalogues.open({ value: document });
  const reader = await running.client().catalogues.open({ id: 'counted' });
  for (const query of [
    {},
    { page: 7, pageSize: 100 },
    { sort: 'oldest', page: 3 },
    { sort: 'indexNumber', page: 2 },
    ...[...manyQuestions, '公示', '公告', '人民', '预算 预算'].flatMap((text) => [
      { text },
      { text, page: 5 },
      { text, page: 6, pageSize: 100 },
      { text, sort: 'newest' },
      { text, filters: { genre: ['公示', '通知'], year: ['2015'] } },
      { text, node: 'n1', from: '2014-01-01', to: '2019-12-31' },
      { text, facets: false },
    ]),
    ...['bmys', 'bm', 'bm ys', 'zfmb', 'dxyj yj', 'lqz 预算', 'xz', 'yszf', 'yj'].flatMap((text) => [
      { text, initials: true },
      { text, initials: true, page: 2 },
      { text, initials: true, page: 3, pageSize: 50 },
      { text, initials: true, sort: 'newest' },
      { text, initials: true, facets: false },
      { text, initials: true, sort: 'title' },
      { text, initials: true, filters: { genre: ['公示', '通知'], year: ['2015'] } },
    ]),
    { filters: { publisher: ['示例县白沙乡人民政府'], validity: ['repealed'] } },
  ] as const)
    assert.deepEqual(
      await reader.page(query as CatalogueQuery),
      await memory.page(query as CatalogueQuery),
      JSON.stringify(query),
    );
});

test('the files of a service are a static pack of its large catalogues, with feeds of the small ones', async () => {
  const running = await (service ??= startService());
  const entries = manyEntries(2500);
  await createCatalogues(running.store).put('packed', { title: '大目录', nodes: manyNodes, entries } as never);
  const head = await (await running.request('/files/catalogues/packed.json')).json();
  assert.equal(head.entries, undefined);
  const reader = await running.files().catalogues.open({ id: 'packed' });
  const memory = await createClient({ files: '' }).catalogues.open({ value: { nodes: manyNodes, entries } });
  for (const query of [{}, { text: '预算', page: 2 }, { node: 'n1', sort: 'oldest' }] as const)
    assert.deepEqual(await reader.page(query), await memory.page(query));
  const feed = await running.request('/files/feeds/packed/n1.json');
  assert.equal((await feed.json()).items.length, 50);
  assert.equal((await running.request('/files/fragments/packed/all.table.ascii.html')).status, 200);
});
