/** `/embed/…`: pages for iframes, and the plain form in them against the service itself. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createHandler } from '@zwgk/server';
import { letter, noLimits, startService, type Service } from '../support/service.js';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());

const get = (path: string) => service.request(`/embed/${path}`);
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';

for (const [path, words] of [
  ['guide/dibao', /最低生活保障对象认定.*申请条件.*办理基本流程/s],
  ['guides', /最低生活保障对象认定.*高龄津贴申领/s],
  ['flowchart/dibao', /<svg.*<ol>.*入户调查/s],
  ['catalogue/disclosure', /<table>.*最新公开的100条信息（共\d+条）/s],
  ['catalogue/standard', /公开内容（要素）/],
  ['complaint', /<form method="post" action="\/api\/v1\/complaints"/],
  ['status', /name="queryCode"/],
] as const)
  test(`/embed/${path} says everything without a script, under a strict policy`, async () => {
    const response = await get(path);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    const policy = policyOf(response);
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/);
    assert.doesNotMatch(policy, /unsafe/);
    const text = await response.text();
    assert.match(text, words);
    assert.match(text, /<title>[^<]+_云泊县稻溪镇人民政府<\/title>/);
    assert.doesNotMatch(text, /style="|<style|\son\w+="/);
  });

test('published documents may be framed by anyone unless the site says by whom; forms only by origins that it names', async () => {
  assert.match(policyOf(await get('guide/dibao')), /frame-ancestors 'self' \*$/);
  assert.match(policyOf(await get('complaint')), /frame-ancestors 'self'$/);
  assert.equal((await get('complaint')).headers.get('referrer-policy'), 'no-referrer');
  const other = createHandler({
    store: service.store,
    limits: noLimits,
    frames: ['https://www.example.gov.cn', "'none'; script-src *", ''],
    origins: ['https://portal.example.gov.cn:8443'],
  });
  const policy = async (path: string) => policyOf(await other(new Request(`http://service.test/embed/${path}`)));
  assert.match(await policy('guides'), /frame-ancestors 'self' https:\/\/www\.example\.gov\.cn$/);
  assert.match(await policy('status'), /frame-ancestors 'self' https:\/\/portal\.example\.gov\.cn:8443$/);
});

test('举报 is not offered in a frame; its own page is, in the whole window', async () => {
  const text = await (await get('complaint')).text();
  assert.doesNotMatch(text, /value="report"|name="identityMode"[^]*value="anonymous"/);
  assert.match(text, /kinds="consult help complaint opinion suggestion"/);
  assert.match(text, /<a href="\/report" target="_top" rel="noopener noreferrer">/);
  assert.match(text, /<base target="_top">/);
});

test('language and theme come from the address, and nothing else gets through there', async () => {
  assert.match(await (await get('guides?lang=en&theme=blue')).text(), /<html lang="en"[^]*themes\/blue\.css/);
  const odd = await (await get('guides?lang=%22%3E%3Cscript%3E&theme=../../x')).text();
  assert.match(odd, /<html lang="zh-Hans"/);
  assert.doesNotMatch(odd, /\.\.\/x|"><script>/);
});

test('what is not there is not found', async () => {
  for (const path of [
    '',
    'guide',
    'guide/',
    'guide/nobody',
    'guide/dibao/x',
    'catalogue/none',
    'guide/..%2Fx',
    'power/x',
  ])
    assert.equal((await get(path)).status, 404, path);
  assert.equal((await service.request('/embed/guides', { method: 'POST' })).status, 405);
});

test('the form as it stands, filled in and sent without a script, brings a receipt', async () => {
  const text = await (await get('complaint')).text();
  const names = [...text.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name!);
  const filled: Record<string, string> = {
    kind: 'consult',
    title: letter.title,
    content: letter.content ?? '想了解办理条件',
    identityMode: 'realName',
    name: letter.name!,
    phone: letter.mobile!,
  };
  for (const [, name, value] of text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    filled[name!] = value!;
  for (const name of Object.keys(filled)) assert.ok(names.includes(name), `${name} is a field`);
  const body = new URLSearchParams(names.map((name) => [name, filled[name] ?? '']));
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await service.request('/api/v1/complaints', { method: 'POST', headers, body: body.toString() });
  const page = await response.text();
  assert.equal(response.status, 201, page);
  assert.match(page, /云泊县稻溪镇人民政府/);
});

test('the pack has the fragments, too', async () => {
  const text = await (await service.request('/files/html/guides/dibao.html')).text();
  assert.match(text, /^<zwgk-guide-card src="\/files\/guides\/dibao\.json"/);
  const ascii = await (await service.request('/files/html/ascii/complaint-form.html')).text();
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(ascii, /[^\x00-\x7f]/);
});
