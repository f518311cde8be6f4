import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Problem } from '@zwgk/schema';
import * as z from 'zod/mini';
import { letter, startService, type Service } from '../support/service.js';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());

const api = '/api/v1';
async function problem(response: Response, status: number, code: string): Promise<Problem> {
  assert.equal(response.status, status);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  const body = z.parse(Problem, await response.json());
  assert.equal(body.status, status);
  assert.equal(body.code, code);
  return body;
}

test('the store answers: /healthz is 200', async () => {
  const response = await service.request('/healthz');
  assert.deepEqual([response.status, await response.json()], [200, { status: 'ok' }]);
});

test('a list has id, title, body and date of each document, in the order of the ids, page by page', async () => {
  const first = await (await service.request(`${api}/guides?pageSize=5`)).json();
  assert.equal(first.items.length, 5);
  assert.equal(first.total, 12);
  assert.equal(first.next, '5');
  assert.deepEqual(first.items[1], {
    id: 'dibao',
    title: '最低生活保障对象认定、保障金给付',
    org: '云泊县民政局',
    updatedAt: '2026-08-24',
    serviceTargets: ['1'],
    topicPerson: ['社会救助'],
    caseVolume: 63,
    online: true,
    promisedDays: 22,
    promisedUnit: 'workday',
  });
  const [chart] = (await (await service.request(`${api}/flowcharts?pageSize=1`)).json()).items as object[];
  assert.deepEqual(Object.keys(chart!).sort(), ['id', 'title', 'updatedAt']);
  const last = await (await service.request(`${api}/guides?pageSize=5&cursor=10`)).json();
  assert.deepEqual([last.items.length, last.next], [2, null]);
  const ids = (await (await service.request(`${api}/guides?pageSize=100`)).json()).items.map(
    (one: { id: string }) => one.id,
  );
  assert.deepEqual(ids, [...ids].sort());
});

test('words of a list query must all occur in title or body', async () => {
  const found = async (text: string) =>
    (await (await service.request(`${api}/guides?text=${encodeURIComponent(text)}`)).json()).total as number;
  assert.equal(await found('最低生活 民政局'), 1);
  assert.equal(await found('最低生活 林业局'), 0);
  assert.equal(await found("%' or 1=1 --"), 0);
});

test('a document that has not changed is not sent again', async () => {
  const first = await service.request(`${api}/guides/dibao`);
  const etag = first.headers.get('etag');
  assert.match(etag!, /^"[\w-]+"$/);
  const again = await service.request(`${api}/guides/dibao`, { headers: { 'if-none-match': etag! } });
  assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag]);
});

test('a large answer is compressed for those who can read that, under an ETag of its own', async () => {
  const plain = await service.request(`${api}/guides/dibao`);
  const packed = await service.request(`${api}/guides/dibao`, { headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
  assert.notEqual(packed.headers.get('etag'), plain.headers.get('etag'));
  assert.equal(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString(), await plain.text());
});

test('risk points that a unit keeps to itself are in no answer', async () => {
  const { items } = await (await service.request(`${api}/flowcharts?pageSize=100`)).json();
  let closed = 0;
  for (const { id } of items) {
    const chart = await (await service.request(`${api}/flowcharts/${id}`)).json();
    for (const node of chart.nodes)
      if (node.isPublic === false) {
        closed++;
        assert.equal(node.risks, undefined, `${id} ${node.id}`);
      }
  }
  assert.ok(closed > 1, 'the sample has nodes whose risks are internal');
});

test('what is not there is not found, by any name', async () => {
  for (const path of ['/guides/none', '/guides/%2e%2e%2f', '/guides/%00', '/guides/a%ED%A0%80', '/nothing', '/', ''])
    await problem(await service.request(api + path), 404, 'not_found');
  await problem(await service.request(`${api}/catalogues/none/entries`), 404, 'not_found');
  await problem(await service.request(`${api}/catalogues/standard/entries`), 404, 'not_found');
});

test('another method than those of a route is refused, and the answer names them', async () => {
  const response = await service.request(`${api}/guides`, { method: 'DELETE' });
  assert.equal(response.headers.get('allow'), 'GET, HEAD, OPTIONS');
  await problem(response, 405, 'invalid_input');
  await problem(await service.request(`${api}/complaints`), 405, 'invalid_input');
});

test('HEAD answers as GET does, without the body', async () => {
  const response = await service.request(`${api}/guides`, { method: 'HEAD' });
  assert.deepEqual([response.status, await response.text()], [200, '']);
});

test('bad parameters are named', async () => {
  for (const [query, field, code] of [
    ['pageSize=0', 'pageSize', 'format'],
    ['pageSize=101', 'pageSize', 'format'],
    ['pageSize=ten', 'pageSize', 'format'],
    ['cursor=-1', 'cursor', 'format'],
    ['text=%00', 'text', 'characters'],
    [`text=${'长'.repeat(2001)}`, 'text', 'too_long'],
  ] as const) {
    const { issues } = await problem(await service.request(`${api}/guides?${query}`), 422, 'invalid_input');
    assert.deepEqual(issues, [{ path: [field], code }]);
  }
});

test('a body that is no JSON, is too large, breaks off or is of another type gives a problem, never a failure', async () => {
  const send = (body: BodyInit, type = 'application/json') =>
    service.request(`${api}/complaints`, { method: 'POST', headers: { 'content-type': type }, body });
  await problem(await send('{"kind":'), 400, 'invalid_input');
  await problem(await send(''), 400, 'invalid_input');
  await problem(await send(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 400, 'invalid_input');
  await problem(await send('{}', 'text/plain'), 415, 'invalid_input');
  await problem(await send('<a/>', 'application/xml'), 415, 'invalid_input');
  await problem(await send(`"${'x'.repeat(1024 * 1024)}"`), 413, 'invalid_input');
  const endless = new ReadableStream({
    pull: (control) => control.enqueue(new Uint8Array(65536).fill(32)),
  });
  await problem(await send(endless), 413, 'invalid_input');
  const broken = new ReadableStream({
    start(control) {
      control.enqueue(new Uint8Array([123]));
      control.error(new Error('gone'));
    },
  });
  await problem(await send(broken), 400, 'invalid_input');
  for (const body of ['null', '[]', '1', '"text"', '[[[[[]]]]]']) await problem(await send(body), 422, 'invalid_input');
});

test('a database that is away gives 503 and says when to try again', async () => {
  const other = await startService();
  await other.store.close();
  const response = await other.request('/healthz');
  assert.equal(response.headers.get('retry-after'), '5');
  await problem(response, 503, 'server');
  const filed = await other.post(`${api}/complaints`, letter);
  assert.ok(filed.status >= 500);
  assert.equal((await filed.json()).code, 'server');
  await other.close();
});

test('the OpenAPI document is 3.1, whole, and names nothing that is not there', async () => {
  const document = await (await service.request(`${api}/openapi.json`)).json();
  assert.equal(document.openapi, '3.1.0');
  assert.ok(document.info.title && document.info.version);
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    assert.ok(document.components.schemas[name!], name);
  const ids = new Set<string>();
  for (const [path, item] of Object.entries<Record<string, any>>(document.paths))
    for (const [method, one] of Object.entries(item)) {
      assert.ok(['get', 'post', 'patch', 'delete'].includes(method));
      assert.ok(one.summary, `${method} ${path}`);
      assert.ok(!ids.has(one.operationId), one.operationId);
      ids.add(one.operationId);
      assert.ok(Object.keys(one.responses).some((status) => /^2/.test(status)));
      assert.ok(one.responses['422'].content['application/problem+json'].schema.$ref.endsWith('/Problem'));
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = one.parameters.filter((p: any) => p.in === 'path').map((p: any) => p.name);
      assert.deepEqual(inPath, named);
      assert.equal(['post', 'patch'].includes(method), one.requestBody !== undefined, `${method} ${path}`);
    }
  for (const path of [
    '/guides/{id}',
    '/catalogues/{id}/entries',
    '/complaints',
    '/complaints/lookup',
    '/complaints/file',
    '/uploads/{id}',
    '/proof',
    '/keys',
    '/staff/complaints',
  ])
    assert.ok(document.paths[path], path);
  assert.deepEqual(document.components.schemas.Guide.required, ['taskName']);
  assert.ok(document.components.schemas.Complaint.properties.kind.enum.includes('consult'));
});

test('every GET of the OpenAPI document that needs no id answers as it says', async () => {
  const { paths } = await (await service.request(`${api}/openapi.json`)).json();
  let asked = 0;
  for (const [path, item] of Object.entries<Record<string, any>>(paths)) {
    if (!item['get'] || path.includes('{') || path.startsWith('/staff')) continue;
    asked++;
    assert.equal((await service.request(api + path)).status, 200, path);
  }
  assert.ok(asked >= 6);
});

test('every answer carries the headers of safety, and none sets a cookie', async () => {
  for (const path of ['/healthz', `${api}/guides`, `${api}/none`, '/files/guides/index.json', '/none']) {
    const { headers } = await service.request(path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.ok(headers.get('referrer-policy'));
    assert.equal(headers.get('set-cookie'), null);
    assert.equal(headers.get('x-powered-by'), null);
  }
  const answer = await service.post(`${api}/complaints/lookup`, { queryCode: 'X' });
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
});

test('host pages on other hosts may read what is published, and send letters only when the site names them', async () => {
  const other = await startService({ origins: ['https://www.town.example'] });
  try {
    const ask = (method: string, path: string, origin: string, more = {}) =>
      other.request(path, { method, headers: { origin, ...more } });
    const read = await ask('GET', `${api}/guides`, 'https://elsewhere.example');
    assert.equal(read.headers.get('access-control-allow-origin'), '*');
    const flight = (origin: string) =>
      ask('OPTIONS', `${api}/complaints`, origin, { 'access-control-request-method': 'POST' });
    const named = await flight('https://www.town.example');
    assert.deepEqual(
      [named.status, named.headers.get('access-control-allow-origin')],
      [204, 'https://www.town.example'],
    );
    assert.match(named.headers.get('access-control-allow-headers')!, /idempotency-key/);
    assert.equal((await flight('https://elsewhere.example')).headers.get('access-control-allow-origin'), null);
    for (const { headers } of [read, named]) assert.equal(headers.get('access-control-allow-credentials'), null);
  } finally {
    await other.close();
  }
});
