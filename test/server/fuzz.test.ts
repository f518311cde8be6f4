import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '@zwgk/schema';
import * as z from 'zod/mini';
import * as made from '../support/files.js';
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

/** `ZWGK_FUZZ=10000` for the long run; each is reproduced by its seed. */
const REQUESTS = Number(process.env['ZWGK_FUZZ'] ?? 2000);
const SEED = Number(process.env['ZWGK_FUZZ_SEED'] ?? 20260210);
/** No answer after this long is a hang. */
const HANG = 30_000;
const MOST_MEMORY = 512 * 1024 * 1024;

const names = [
  'a.txt',
  '照片.jpg',
  '../../../../etc/passwd.txt',
  'C:\\Windows\\win.ini.txt',
  '/dev/null.txt',
  'a\0.jpg',
  'a\u202Egpj.exe',
  'CON.txt',
  '.htaccess',
  'a.svg',
  'a.html.jpg',
  'a.docm',
  '%2e%2e%2fa.txt',
  `${'长'.repeat(295)}.pdf`,
  '',
] as const;
const zeros = Buffer.alloc(8 * 1024 * 1024);
const files: readonly (readonly [string, Buffer])[] = [
  ['a.txt', made.eicar],
  ['a.txt', Buffer.from('<svg onload=alert(1)>')],
  ['a.jpg', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
  ['a.jpg', made.photograph()],
  ['a.jpg', Buffer.concat([made.jpeg, made.docx()])],
  ['a.png', made.pngWithPlace],
  ['a.gif', made.gifWithPlace],
  ['a.webp', made.webpWithPlace],
  ['a.pdf', made.pdf(made.packedObject('1 0 <</JS(x)>>'))],
  ['a.pdf', made.pdf(made.packedObject(zeros.toString('latin1')))],
  ['a.docx', made.docx({ name: 'word/bomb.xml', data: zeros })],
  ['a.docx', made.docx({ name: 'word/lie.xml', data: zeros, size: 1 })],
  ['a.docx', made.docx({ name: '../../x', data: 'x' })],
  ['a.docx', made.docx({ name: 'word/vbaProject.bin', data: 'x' })],
  ['a.docx', made.docx({ name: 'word/x.xml', data: 'x', flags: 1 })],
  ['a.docx', made.docx()],
  ['a.doc', made.compound('WordDocument', 'Macros')],
  ['a.xls', made.compound('Workbook')],
  ['a.mp3', made.mp3WithPlace],
  ['a.mp4', made.mp4],
];

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

test(`${REQUESTS} generated requests against every route: each is answered, none with a failure of the service`, async () => {
  const { below, pick } = generator(SEED);
  /** Uploads that were begun: ids for paths and for letters. */
  const ids: string[] = ['x'.repeat(24)];
  const begin = async (name: string, size: number) => {
    const { id } = await (await service.post('/api/v1/uploads', { name, size })).json();
    if (typeof id === 'string') ids.push(id);
    if (ids.length > 40) ids.splice(1, 10);
  };
  const piece = (): { type: string; bytes: BodyInit; headers: Record<string, string> } => {
    const [, whole] = pick(files);
    const bytes = Buffer.from(whole.subarray(0, below(4) ? whole.length : below(whole.length)));
    for (let k = below(4); k > 0 && bytes.length; k--) bytes[below(bytes.length)] = below(256);
    const offset = pick(['0', '0', '0', String(bytes.length), '-1', '1e3', '', '99999999999', 'NaN']);
    const type = below(6) ? 'application/offset+octet-stream' : pick(['application/json', '', 'text/html']);
    // A sender that gives up in the middle.
    const broken = new ReadableStream({
      start(control) {
        control.enqueue(new Uint8Array(bytes.subarray(0, bytes.length >> 1)));
        control.error(new Error('gone'));
      },
    });
    return { type, bytes: below(8) ? new Uint8Array(bytes) : broken, headers: { 'upload-offset': offset } };
  };
  const value = (depth: number): unknown => {
    const kind = below(depth > 3 ? 6 : 9);
    if (kind < 3) return pick(texts);
    if (kind === 3) return pick([0, -1, 1.5, 1e308, 5, 2 ** 53]);
    if (kind === 4) return pick([true, false, null]);
    if (kind === 5) return pick(Object.values(letter));
    if (kind === 6) return Array.from({ length: below(depth < 2 ? pick([3, 3, 300]) : 3) }, () => value(depth + 1));
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
          'attachments',
          'size',
          'id',
          '__proto__',
          pick(texts).slice(0, 100),
        ]),
        value(depth + 1),
      ]),
    );
  };
  const body = (): { type: string; bytes: BodyInit } => {
    const good: Record<string, unknown> = {
      ...letter,
      ...receipt,
      text: '文字',
      level: 5,
      reason: '原因',
      unit: '单位',
      days: 3,
      approver: '李',
      name: pick(names),
      role: 'auditor',
      size: pick([5, 0, -1, 10485760, 2 ** 40, 1.5]),
      id: pick(ids),
      attachments: pick([
        [],
        [{ id: pick(ids) }],
        [{ id: pick(texts) }],
        Array.from({ length: 300 }, () => ({ id: 'x' })),
        [[]],
        'x',
      ]),
    };
    if (below(2)) delete good['attachments'];
    if (below(2)) good['name'] = letter.name;
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
  let most = process.memoryUsage().rss;
  const first = most;
  for (let i = 0; i < REQUESTS; i++) {
    const route = pick(routes);
    if (i % 20 === 0) {
      const [name, { length }] = pick(files);
      await begin(name, length);
    }
    const part = () =>
      encodeURIComponent(
        pick([...texts, 'dibao', 'disclosure', receipt.ticketNo, pick(ids)]).replace(/[\ud800-\udfff]/g, '?'),
      ).slice(0, 4000);
    let path = `/api/v1${route.path.replace(/\{\w+\}/g, () =>
      pick([part(), 'disclosure', receipt.ticketNo, pick(ids), pick(ids), '%ED%A0%80', '%', '%c0%ae']),
    )}`;
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
    if (!below(6)) headers['origin'] = pick(['null', 'http://service.test', 'https://evil.example', 'x']);
    if (!below(6)) headers['zwgk-proof'] = pick(['x', ':', '1.1.x:1', 'y'.repeat(5000)]);
    const sent: { type: string; bytes: BodyInit; headers?: Record<string, string> } | undefined =
      method === 'GET' || method === 'HEAD' ? undefined : method === 'PATCH' ? piece() : body();
    Object.assign(headers, sent?.headers);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hang = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer: ${method} ${path.slice(0, 200)}`)), HANG);
    });
    const response = await Promise.race([
      service.request(path, {
        method,
        headers: sent?.type ? { ...headers, 'content-type': sent.type } : headers,
        ...(sent ? { body: sent.bytes } : {}),
      }),
      hang,
    ]);
    clearTimeout(timer);
    const text = await response.text();
    most = Math.max(most, process.memoryUsage().rss);
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
  assert.ok(most - first < MOST_MEMORY, `${Math.round((most - first) / 2 ** 20)} MB more than at the start`);
  if (process.env['ZWGK_FUZZ'])
    console.log(`answers: ${[...statuses].sort().join(' ')}; memory: +${Math.round((most - first) / 2 ** 20)} MB`);
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
