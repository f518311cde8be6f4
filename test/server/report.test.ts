import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BASE, letter, startService, type Service } from '../support/service.js';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());

const report = { ...letter, kind: 'report', title: '反映某窗口违规收费', accused: { org: '某单位' } };
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  service.request('/api/v1/complaints', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });

test('the page of 举报 is of the service alone: strict policy, no referrer, not kept, not framed, no cookie, a title that tells nothing', async () => {
  const response = await service.request('/report');
  assert.equal(response.status, 200);
  const policy = response.headers.get('content-security-policy')!;
  for (const directive of [
    /^default-src 'none'/,
    /script-src 'self'(?:;|$)/,
    /connect-src 'self'(?:;|$)/,
    /frame-ancestors 'none'/,
    /base-uri 'none'/,
    /form-action 'self'/,
    /require-trusted-types-for 'script'/,
  ])
    assert.match(policy, directive);
  assert.ok(!/unsafe|https?:|\*/.test(policy), policy);
  assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('cross-origin-opener-policy'), 'same-origin');
  assert.equal(response.headers.get('cross-origin-resource-policy'), 'same-origin');
  assert.equal(response.headers.get('set-cookie'), null);
  const page = await response.text();
  assert.ok(!/<title>[^<]*(?:举报|检举)/.test(page));
  assert.match(page, /<zwgk-complaint-form[^>]*own-origin/);
  // Nothing is loaded from elsewhere, and no script or style stands in the page that the policy would have to allow.
  assert.deepEqual(
    [...page.matchAll(/(?:src|href|action)="([^"]+)"/g)].map(([, address]) => address![0]),
    [...Array([...page.matchAll(/(?:src|href|action)="/g)].length).fill('/')],
  );
  assert.ok(!/<script(?![^>]*src=)|style="|onclick/.test(page));
});

test('a 举报 from a page of another origin is refused by name; other letters, and those of our own pages, are taken', async () => {
  const send = (origin: string | undefined, kind = 'report', more: Record<string, string> = {}) =>
    service.post('/api/v1/complaints', { ...report, kind }, { ...(origin ? { origin } : {}), ...more });
  for (const origin of [
    'https://www.town.example',
    'http://service.test.evil.example',
    'http://service.test:8080',
    'null',
    'x',
  ]) {
    const response = await send(origin);
    assert.equal(response.status, 403, origin);
    assert.deepEqual((await response.json()).issues, [{ path: ['kind'], code: 'own_origin' }]);
    assert.equal((await send(origin, 'complaint')).status, 201);
  }
  assert.equal((await send(BASE)).status, 201);
  assert.equal((await send(undefined)).status, 201, 'a program has no page');
  assert.equal((await send('null', 'report', { 'sec-fetch-site': 'same-origin' })).status, 201);
  assert.equal((await send('null', 'report', { 'sec-fetch-site': 'cross-site' })).status, 403);
  const named = await startService({ origin: 'https://xin.example.gov.cn' });
  try {
    const through = (origin: string) => named.post('/api/v1/complaints', report, { origin });
    assert.equal((await through('https://xin.example.gov.cn')).status, 201, 'behind a proxy');
    assert.equal((await through('https://www.example.gov.cn')).status, 403);
  } finally {
    await named.close();
  }
});

test('without scripts the page’s own form files a 举报; the same form in another page is pointed to it', async () => {
  const page = await (await service.request('/report')).text();
  const mark = /name="page" value="([^"]+)"/.exec(page)![1]!;
  const fields = { kind: 'report', title: report.title, content: '内容', identityMode: 'anonymous' };
  // A page without a referrer sends no origin that would tell it.
  const own = await form({ ...fields, page: mark }, { origin: 'null' });
  assert.equal(own.status, 201);
  for (const [page, origin] of [
    ['', 'https://www.town.example'],
    [mark, 'https://www.town.example'],
    ['', 'null'],
    [`${Number(mark.split('.')[0]) + 1}.${mark.split('.')[1]}`, 'null'],
  ] as const) {
    const refused = await form({ ...fields, page, content: `内容${origin}${page}` }, { origin });
    assert.equal(refused.status, 403, origin);
    assert.match(await refused.text(), /举报只能在本服务自己的页面上提交[\s\S]*href="\/report"/);
  }
  service.clock.now += 25 * 3600_000;
  assert.equal((await form({ ...fields, content: '旧页面', page: mark }, { origin: 'null' })).status, 403);
  service.clock.now -= 25 * 3600_000;
});

test('nothing unforeseen happened in all of this', () => {
  assert.deepEqual(service.reported, []);
});
