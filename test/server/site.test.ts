import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { diskFolder } from '@zwgk/server';
import { startService, type Service } from '../support/service.js';

let service: Service;
const folder = mkdtempSync(join(tmpdir(), 'zwgk-site-'));
/** 政务公开 in GBK. */
const GBK = Buffer.from([0xd5, 0xfe, 0xce, 0xf1, 0xb9, 0xab, 0xbf, 0xaa]);
before(async () => {
  const site = join(folder, 'site');
  mkdirSync(join(site, 'hosts'), { recursive: true });
  mkdirSync(join(folder, 'cdn'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>首页</title>');
  writeFileSync(
    join(site, 'hosts/gbk.html'),
    Buffer.concat([Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'), GBK]),
  );
  writeFileSync(join(site, 'hosts/index.html'), '<meta charset="utf-8">嵌入示例');
  writeFileSync(join(site, 'hosts/csp.html'), '<meta charset="utf-8">');
  writeFileSync(join(site, '.env'), 'secret');
  writeFileSync(
    join(site, 'headers.json'),
    JSON.stringify({
      '/hosts/': { 'X-Frame-Options': 'SAMEORIGIN' },
      '/hosts/csp.html': { 'Content-Security-Policy': "default-src 'none'; require-trusted-types-for 'script'" },
    }),
  );
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  for (const [name, text] of [
    ['zwgk.js', '(()=>{})()'],
    ['red.css', ':root{}'],
    ['integrity.json', '{}'],
  ] as const)
    writeFileSync(join(folder, 'cdn', name), text);
  service = await startService({ site: diskFolder(site), cdn: diskFolder(join(folder, 'cdn')) });
});
after(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});
const type = async (path: string) => (await service.request(path)).headers.get('content-type');

test('scripts, styles and JSON say that they are UTF-8, so that a GBK page can include them', async () => {
  assert.equal(await type('/cdn/zwgk.js'), 'text/javascript; charset=utf-8');
  assert.equal(await type('/cdn/red.css'), 'text/css; charset=utf-8');
  assert.equal(await type('/cdn/integrity.json'), 'application/json; charset=utf-8');
  assert.equal((await service.request('/cdn/zwgk.js')).headers.get('access-control-allow-origin'), '*');
});

test('a page keeps the charset that it names itself; one that names none is UTF-8', async () => {
  const page = await service.request('/hosts/gbk.html');
  assert.equal(page.headers.get('content-type'), 'text/html');
  assert.ok(Buffer.from(await page.arrayBuffer()).includes(GBK));
  assert.equal(await type('/'), 'text/html; charset=utf-8');
});

test('a folder shows its index, with the slash', async () => {
  const response = await service.request('/hosts');
  assert.deepEqual([response.status, response.headers.get('location')], [308, '/hosts/']);
  assert.match(await (await service.request('/hosts/')).text(), /嵌入示例/);
});

test('headers.json gives pages headers of their own and is not served itself', async () => {
  const strict = await service.request('/hosts/csp.html');
  assert.match(strict.headers.get('content-security-policy')!, /require-trusted-types-for/);
  assert.equal(strict.headers.get('x-frame-options'), 'SAMEORIGIN');
  const plain = await service.request('/hosts/gbk.html');
  assert.match(plain.headers.get('content-security-policy')!, /default-src 'self'/);
  assert.equal((await service.request('/headers.json')).status, 404);
});

test('no path leads out of a folder', async () => {
  for (const path of [
    '/cdn/../secret.txt',
    '/cdn/%2e%2e/secret.txt',
    '/cdn/..%2fsecret.txt',
    '/cdn/..%5csecret.txt',
    '/cdn/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/cdn//etc/passwd',
    '/cdn/%00',
    '/cdn/zwgk.js%00.html',
    '/cdn/',
    '/cdn/%',
    '/link.txt',
    '/.env',
    '/hosts/../.env',
    '/..%2f..%2fsecret.txt',
    '/files/../guides/index.json%2f',
    '/files/__proto__',
    '/files/constructor',
    `/${'a'.repeat(5000)}`,
  ]) {
    const response = await service.request(path);
    assert.equal(response.status, 404, path);
    assert.ok(!(await response.text()).includes('secret'), path);
  }
});

test('a file that has not changed is not sent again, one that has is', async () => {
  const etag = (await service.request('/cdn/zwgk.js')).headers.get('etag')!;
  const ask = () => service.request('/cdn/zwgk.js', { headers: { 'if-none-match': etag } });
  assert.equal((await ask()).status, 304);
  writeFileSync(join(folder, 'cdn/zwgk.js'), '(()=>{/* new */})()');
  assert.equal((await ask()).status, 200);
});

test('a page that is not there is told in Chinese to a reader, as a problem to a program', async () => {
  const page = await service.request('/none.html', { headers: { accept: 'text/html,*/*' } });
  assert.equal(page.status, 404);
  assert.match(await page.text(), /页面不存在/);
  assert.equal((await service.request('/none.html')).headers.get('content-type'), 'application/problem+json');
  assert.equal((await service.request('/', { method: 'POST' })).status, 404);
});

test('/files is the pack of the published documents', async () => {
  const index = await (await service.request('/files/guides/index.json')).json();
  assert.equal(index.total, 12);
  assert.equal((await (await service.request('/files/guides/dibao.json')).json()).taskName.slice(0, 6), '最低生活保障');
  assert.equal((await (await service.request('/files/letters/index.json')).json()).total, 15);
  assert.equal((await service.request('/files/none.json')).status, 404);
});
