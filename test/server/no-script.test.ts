import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { letter, startService, type Service } from '../support/service.js';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());

const count = async () =>
  Number((await sql<{ n: string }>`select count(*) as n from complaint`.execute(service.store.kysely)).rows[0]!.n);
const sendBody = (body: string | Uint8Array<ArrayBuffer>, path = '/api/v1/complaints', address?: string) =>
  service.request(
    path,
    { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body },
    address,
  );
const send = (fields: Record<string, string>, path?: string, address?: string) =>
  sendBody(new URLSearchParams(fields).toString(), path, address);
const fields = {
  kind: 'consult',
  title: letter.title,
  content: '第一行\r\n第二行',
  identityMode: 'realName',
  name: letter.name,
  phone: letter.mobile,
  publicConsent: 'true',
};
const codeOf = (page: string) => /<dd class="code">([^<]+)<\/dd>/.exec(page)![1]!;

test('a plain form gets a receipt page in Chinese, with code, number and due date, that nothing keeps', async () => {
  const response = await send(fields);
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.match(response.headers.get('content-security-policy')!, /^default-src 'none'/);
  const page = await response.text();
  assert.match(page, /<html lang="zh-Hans">/);
  assert.match(page, /云泊县稻溪镇人民政府已收到您的来信/);
  assert.match(page, /办理期限<\/dt><dd>2026年3月9日/);
  assert.ok(!/<script|style=/.test(page));
  const found = await service.client().complaints.lookup({ queryCode: codeOf(page) });
  assert.equal(found.content, '第一行\n第二行');
});

test('the form sent twice within two minutes, as by a double click, makes one case and the same receipt', async () => {
  const before = await count();
  const own = { ...fields, content: '双击' };
  const [first, second] = await Promise.all([send(own), send(own)]);
  assert.equal(codeOf(await first.text()), codeOf(await second.text()));
  assert.equal(await count(), before + 1);
  // From another address it is another citizen.
  await send(own, undefined, '203.0.113.9');
  assert.equal(await count(), before + 2);
  service.clock.now += 121_000;
  await send(own);
  assert.equal(await count(), before + 3);
});

test('a form of a GBK page is read, whatever encoding it came in', async () => {
  const gbk: Record<string, string> = { 咨询: '%D7%C9%D1%AF', 内容: '%C4%DA%C8%DD' };
  const response = await service.request('/api/v1/complaints', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `kind=consult&title=${gbk['咨询']}&content=${gbk['内容']}&identityMode=anonymous`,
  });
  const found = await service.client().complaints.lookup({ queryCode: codeOf(await response.text()) });
  assert.deepEqual([found.title, found.content], ['咨询', '内容']);
});

test('what an anonymous citizen filled in by mistake is not kept', async () => {
  const response = await send({ ...fields, identityMode: 'anonymous' });
  const { ticketNo } = await service.client().complaints.lookup({ queryCode: codeOf(await response.text()) });
  const staff = service.client({ token: await service.token('admin') }).staff;
  const text = JSON.stringify(await staff.get(ticketNo));
  assert.ok(!text.includes(letter.name) && !text.includes(letter.mobile));
});

test('what is wrong is listed in Chinese, with the status of the failure; nothing is filed', async () => {
  const before = await count();
  const response = await send({ ...fields, title: '', phone: '123456789012', kind: 'x' });
  assert.equal(response.status, 422);
  const page = await response.text();
  for (const sentence of ['来信没有提交', '来信类型：请从列出的选项中选择', '标题：请填写', '联系电话：格式不正确'])
    assert.ok(page.includes(sentence), sentence);
  assert.equal(await count(), before);
});

test('markup in a field is shown as text', async () => {
  const receipt = await send({ ...fields, title: '<script>alert(1)</script>', org: '<b>单位</b>' });
  const page = await receipt.text();
  assert.ok(page.includes('&#60;b&#62;单位') && !page.includes('<b>'));
  const found = await (await send({ queryCode: codeOf(page) }, '/api/v1/complaints/lookup')).text();
  assert.ok(found.includes('&#60;script&#62;') && !found.includes('<script>'));
});

test('a case is looked up by a plain form; a wrong code says so', async () => {
  const code = codeOf(await (await send({ ...fields, content: '查询' })).text());
  const found = await send({ queryCode: ` ${code.toLowerCase()} ` }, '/api/v1/complaints/lookup');
  assert.equal(found.status, 200);
  assert.match(await found.text(), /办理状态<\/dt><dd>已提交/);
  const wrong = await send({ queryCode: '2222-2222-2222' }, '/api/v1/complaints/lookup');
  assert.equal(wrong.status, 404);
  assert.match(await wrong.text(), /没有与该查询码相符的来信/);
});

test('a form that is too large, or of thousands of fields, is refused on a page', async () => {
  const large = await send({ ...fields, content: '长'.repeat(400_000) });
  assert.equal(large.status, 413);
  assert.match(await large.text(), /内容过大/);
  const many = await send(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`f${i}`, '1'])));
  assert.equal(many.status, 400);
  const repeated = await sendBody('title=x&'.repeat(5000));
  assert.equal(repeated.status, 400);
});

test('a letter whose signs the sender did not escape is read as it was written', async () => {
  const { kind, title, identityMode, name, phone } = fields;
  const body = `kind=${kind}&title=${title}&content=路灯+不亮 100%，%E6%81%B3请修理&identityMode=${identityMode}&name=${name}&phone=${phone}`;
  const page = await sendBody(new TextEncoder().encode(body));
  assert.equal(page.status, 201);
  const found = await service.client().complaints.lookup({ queryCode: codeOf(await page.text()) });
  assert.deepEqual([found.title, found.content], [title, '路灯 不亮 100%，恳请修理']);
});

test('nothing unforeseen happened in all of this', () => {
  assert.deepEqual(service.reported, []);
});
