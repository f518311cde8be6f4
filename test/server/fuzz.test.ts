import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '@zwgk/schema';
import * as z from 'zod/mini';
import { letter, startService, type Service } from '../support/service.js';

let service: Service;
let token: string;
let receipt: { queryCode: string; ticketNo: string };
let routes: { method: string; path: string; query: string[] }[];
before(async () => {
  service = await startService();
  token = await service.token('admin');
  receipt = await service.client().complaints.create(letter);
  const { paths } = await (await service.request('/api/v1/openapi.json')).json();
  routes = Object.entries<Record<string, any>>(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters }]) => ({
      method: method.toUpperCase(),
      path,
      query: parameters.filter((one: any) => one.in === 'query').map((one: any) => one.name),
    })),
  );
});
after(() => service.close());

/** mulberry32: the same requests in every run. */
function generator(seed: number) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return { below, pick };
}

const texts = [
  '',
  ' ',
  'a',
  '政务公开',
  '\0',
  '\ud800',
  '\udfff\ud800',
  '𠮷𬱖',
  '<script>alert(1)</script>',
  "'; drop table complaint; --",
  '${7*7}{{7*7}}%s%n',
  '../../../../etc/passwd',
  '-1',
  '1e309',
  '9999999999999999999999',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  '\u202e\u2066\ufeff',
  '%',
  '_',
  '\\',
  ' & | ! <-> :*',
  '2026-02-30',
  '0000-00-00',
  '長'.repeat(3000),
  'x'.repeat(70000),
  '\r\nSet-Cookie: a=b',
] as const;

test('two thousand generated requests against every route: each is answered, none with a failure of the service', async () => {
  const { below, pick } = generator(20260210);
  const value = (depth: number): unknown => {
    const kind = below(depth > 3 ? 6 : 9);
    if (kind < 3) return pick(texts);
    if (kind === 3) return pick([0, -1, 1.5, 1e308, 5, 2 ** 53]);
    if (kind === 4) return pick([true, false, null]);
    if (kind === 5) return pick(Object.values(letter));
    if (kind === 6) return Array.from({ length: below(pick([3, 3, 300])) }, () => value(depth + 1));
    return Object.fromEntries(
      Array.from({ length: below(6) }, () => [
        pick([
          ...Object.keys(letter),
          'queryCode',
          'ticketNo',
          'text',
          'level',
          'unit',
          'reason',
          'accused',
          'targetOrg',
          '__proto__',
          pick(texts).slice(0, 100),
        ]),
        value(depth + 1),
      ]),
    );
  };
  const body = (): { type: string; bytes: string | Uint8Array } => {
    const good: Record<string, unknown> = {
      ...letter,
      ...receipt,
      text: '文字',
      level: 5,
      reason: '原因',
      unit: '单位',
      days: 3,
      approver: '李',
      name: '甲',
      role: 'auditor',
    };
    switch (below(9)) {
      case 0:
        return { type: 'application/json', bytes: JSON.stringify(value(0)) };
      case 1:
        return { type: 'application/json', bytes: '['.repeat(100000) };
      case 2:
        return { type: 'application/json', bytes: `{"kind":${'{"a":'.repeat(20000)}1${'}'.repeat(20000)}}` };
      case 3:
        return {
          type: pick(
            [
              'text/plain',
              'multipart/form-data; boundary=x',
              'application/json;charset=gbk',
              '',
              '💥',
              'application/xml',
            ].filter((t) => t !== '💥'),
          ),
          bytes: pick(texts),
        };
      case 4:
        return { type: 'application/json', bytes: Uint8Array.from({ length: below(200) }, () => below(256)) };
      case 5:
        return {
          type: 'application/x-www-form-urlencoded',
          bytes: `kind=${pick(['consult', '%', '%zz'])}&title=%d7%c9&content=%00&${'a=b&'.repeat(below(300))}`,
        };
      default: {
        // A letter or step that is right but for one field.
        good[pick(Object.keys(good))] = value(1);
        return { type: 'application/json', bytes: JSON.stringify(good) };
      }
    }
  };
  const statuses = new Map<number, number>();
  for (let i = 0; i < 2000; i++) {
    const route = pick(routes);
    const part = () =>
      encodeURIComponent(
        pick([...texts, 'dibao', 'disclosure', receipt.ticketNo]).replace(/[\ud800-\udfff]/g, '?'),
      ).slice(0, 4000);
    let path = `/api/v1${route.path.replace(/\{\w+\}/g, () => pick([part(), 'disclosure', receipt.ticketNo, '%ED%A0%80', '%', '%c0%ae']))}`;
    const names = [...route.query, 'x', 'text', 'cursor'];
    const query = Array.from(
      { length: below(4) },
      () => `${pick(names)}=${pick([part(), '%00', '%ff', '%', '&&', '1'])}`,
    ).join('&');
    if (query) path += `?${query}`;
    const method = below(8) ? route.method : pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);
    const headers: Record<string, string> = {};
    if (below(3)) headers['authorization'] = `Bearer ${below(5) ? token : 'wrong'}`;
    if (!below(3)) headers['idempotency-key'] = pick(['a', 'k'.repeat(16), 'x'.repeat(5000), `key-${i}-0123456789`]);
    if (!below(6)) headers['if-none-match'] = pick(['*', '""', 'W/"x"', ',,,']);
    if (!below(6)) headers['accept-encoding'] = 'gzip';
    const sent = method === 'GET' || method === 'HEAD' ? undefined : body();
    const response = await service.request(path, {
      method,
      headers: sent?.type ? { ...headers, 'content-type': sent.type } : headers,
      ...(sent ? { body: sent.bytes as BodyInit } : {}),
    });
    const text = await response.text();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    const what = `${method} ${path.slice(0, 200)} → ${response.status} ${text.slice(0, 300)}`;
    assert.ok(response.status < 500, what);
    if (
      response.status >= 400 &&
      method !== 'HEAD' &&
      response.headers.get('content-type') !== 'text/html; charset=utf-8'
    ) {
      assert.equal(response.headers.get('content-type'), 'application/problem+json', what);
      assert.ok(z.safeParse(Problem, JSON.parse(text)).success, what);
    }
  }
  assert.deepEqual(service.reported, []);
  // It reached the inside: successes and each kind of refusal are among the answers.
  for (const status of [200, 201, 400, 401, 404, 405, 409, 415, 422])
    assert.ok(statuses.has(status), `${status} in ${[...statuses]}`);
});

test('a question of many words against a large text is answered in time', async () => {
  const started = performance.now();
  const words = Array.from({ length: 40 }, (_, i) => `公开${i % 7}`).join('+');
  const response = await service.request(`/api/v1/catalogues/disclosure/entries?text=${words}`);
  assert.equal(response.status, 200);
  assert.ok(performance.now() - started < 2000);
});
