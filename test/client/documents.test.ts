import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '@zwgk/client';
import { startService, type Service } from '../support/service.js';

let service: Service;
let sources: Record<'api' | 'files', Client>;
before(async () => {
  service = await startService();
  sources = { api: service.client(), files: service.files() };
});
after(() => service.close());

const subjects = ['guides', 'flowcharts', 'powers'] as const;

for (const subject of subjects) {
  test(`${subject}: a site that moves from files to a service sees the same lists and documents`, async () => {
    const { api, files } = sources;
    const [a, f] = await Promise.all([api[subject].list({ pageSize: 100 }), files[subject].list({ pageSize: 100 })]);
    assert.deepEqual(a, f);
    assert.ok(a.total >= 5);
    for (const { id } of a.items) assert.deepEqual(await api[subject].get(id), await files[subject].get(id), id);
    for (const query of [
      { text: '民政' },
      { text: '行政 许可' },
      { text: 'zzz' },
      { pageSize: 3 },
      { pageSize: 3, cursor: '3' },
      { text: a.items[0]!.title },
    ])
      assert.deepEqual(await api[subject].list(query), await files[subject].list(query), JSON.stringify(query));
  });

  for (const kind of ['api', 'files'] as const) {
    test(`${subject} over ${kind}: all() walks every page once, and asks for no more when the caller leaves`, async () => {
      const client = sources[kind];
      const { total } = await client[subject].list({ pageSize: 1 });
      const ids = new Set<string>();
      for await (const { id } of client[subject].all({ pageSize: 2 })) ids.add(id);
      assert.equal(ids.size, total);
    });

    test(`${subject} over ${kind}: what is not there, and what cannot be an id, is not found`, async () => {
      for (const id of ['none', '..', '../guides/dibao', 'a/b', 'a\\b', '', '\0'])
        await assert.rejects(
          sources[kind][subject].get(id),
          { name: 'ZwgkError', code: 'not_found' },
          JSON.stringify(id),
        );
    });
  }
}

test('leaving the loop of all() stops the requests', async () => {
  let asked = 0;
  const client = service.client({
    fetch: (request) => {
      asked++;
      return service.handler(request);
    },
  });
  for await (const _ of client.guides.all({ pageSize: 2 })) break;
  assert.equal(asked, 1);
});

test('a guide opens from a value, from text, from an address and from an id', async () => {
  const { guides } = sources.api;
  const guide = await guides.get('dibao');
  assert.equal((await guides.open({ value: guide })).taskName, guide.taskName);
  assert.equal((await guides.open({ json: `\uFEFF${JSON.stringify(guide)}` })).taskName, guide.taskName);
  assert.equal((await guides.open({ src: 'http://service.test/files/guides/dibao.json' })).taskName, guide.taskName);
  assert.equal((await guides.open({ id: 'dibao' })).taskName, guide.taskName);
});

test('defects of a document are left out and told; a document that is none is an error at its field', async () => {
  const { guides } = sources.api;
  const told: unknown[] = [];
  const guide = await guides.open(
    { value: { taskName: '事项', onlineUrl: 'javascript:alert(1)', materials: [{ name: '甲' }, { name: 3 }] } },
    { onIssues: (issues, code) => told.push([code, ...issues.map(({ path }) => path.join('.'))]) },
  );
  assert.equal(guide.onlineUrl, undefined);
  assert.deepEqual(
    guide.materials?.map(({ name }) => name),
    ['甲'],
  );
  assert.deepEqual(told, [['invalid_input', 'onlineUrl', 'materials.1.name']]);
  await assert.rejects(guides.open({ value: { taskName: 3 } }), { code: 'invalid_input' });
  await assert.rejects(guides.open({ json: '{' }), { code: 'invalid_input', issues: [{ path: [], code: 'format' }] });
  await assert.rejects(guides.open({ json: 'null' }), { code: 'invalid_input' });
});

test('page sizes that make no sense are refused before anything is asked', async () => {
  for (const pageSize of [0, 101, NaN, -1])
    for (const client of Object.values(sources))
      await assert.rejects(client.guides.list({ pageSize }), {
        code: 'invalid_input',
        issues: [{ path: ['pageSize'], code: 'format' }],
      });
});

test('a folder of files can be read and takes no letters', async () => {
  await assert.rejects(sources.files.complaints.lookup({ queryCode: 'ABCD-EFGH-JKMN' }), { code: 'refused' });
  await assert.rejects(sources.files.staff.list(), { code: 'refused' });
});
