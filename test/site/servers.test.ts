/** The snippets of docs/guides/servers.zh-CN.md as an administrator copies them: real nginx and Apache, the real service. */
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { launch, type Browser } from 'puppeteer-core';
import { createClient } from '@zwgk/client';
import { freePort, programOf, root, samplesOf, startProgram } from '../support/guides.js';
import { startService, type Service } from '../support/site.js';
// @ts-expect-error a script without types
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';

const snippets = samplesOf('servers.zh-CN.md');

const ADDRESSES = { max: 2, seconds: 900 };
let folder: string;
let service: Service;
let browser: Browser;
const started: ChildProcess[] = [];
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zwgk-servers-'));
  // Web servers drop their rights and still have to read the files.
  chmodSync(folder, 0o755);
  mkdirSync(path.join(folder, 'www'));
  mkdirSync(path.join(folder, 'www/files/guides'), { recursive: true });
  writeFileSync(path.join(folder, 'www/files/guides/g.json'), JSON.stringify({ taskName: '出生登记'.repeat(100) }));
  symlinkSync(path.join(root, 'packages/elements/cdn'), path.join(folder, 'www/zwgk'));
  writeFileSync(
    path.join(folder, 'www/page.html'),
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>目录</title>
<script src="/zwgk/zwgk.js" charset="utf-8"></script>
<zwgk-provider api="/api/v1"><zwgk-catalogue catalogue-id="disclosure"></zwgk-catalogue></zwgk-provider>`,
  );
  service = await startService(path.join(folder, 'data'), {
    ZWGK_TRUST_PROXY: '1',
    ZWGK_LIMITS: JSON.stringify({ lookup: ADDRESSES }),
  });
  browser = await launch({ executablePath: findBrowser() as string, args: chromiumFlags as string[] });
});
after(async () => {
  await browser?.close();
  for (const child of started) child.kill('SIGKILL');
  await service?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** The snippet with the addresses of this test. */
const adapted = (text: string) =>
  text.replaceAll('/var/www/zwgk', path.join(folder, 'www/zwgk')).replaceAll('http://127.0.0.1:8787', service.base);
async function nginx(program: string): Promise<string> {
  const [outside, inside] = snippets('nginx').map(adapted);
  const port = await freePort();
  const home = path.join(folder, 'nginx');
  mkdirSync(home);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${home}/${one};`);
  writeFileSync(
    path.join(home, 'nginx.conf'),
    `daemon off; master_process off; pid ${home}/pid; error_log stderr;
events {}
http { access_log off; ${places.join(' ')}
types { text/html html; text/css css; application/javascript js; application/json json; }
${outside}
server { listen 127.0.0.1:${port}; root ${folder}/www;
${inside}
} }`,
  );
  const base = `http://127.0.0.1:${port}`;
  const args = ['-p', home, '-e', 'stderr', '-c', path.join(home, 'nginx.conf')];
  started.push(await startProgram(program, args, `${base}/page.html`));
  return base;
}

async function apache(program: string): Promise<string> {
  const port = await freePort();
  const home = path.join(folder, 'apache');
  mkdirSync(home);
  const modules = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'].find(existsSync)!;
  const needed = ['mpm_event', 'unixd', 'authz_core', 'alias', 'dir', 'mime', 'filter', 'deflate', 'headers', 'proxy'];
  writeFileSync(path.join(home, 'mime.types'), 'text/html html\ntext/css css\napplication/json json\n');
  writeFileSync(
    path.join(home, 'httpd.conf'),
    `ServerRoot ${home}
ServerName 127.0.0.1
PidFile ${home}/pid
ErrorLog ${home}/error.log
Listen 127.0.0.1:${port}
${[...needed, 'proxy_http']
  .filter((name) => existsSync(`${modules}/mod_${name}.so`))
  .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`)
  .join('\n')}
TypesConfig ${home}/mime.types
DocumentRoot ${folder}/www
<Directory ${folder}/www>
  Require all granted
</Directory>
${adapted(snippets('apache')[0]!)}`,
  );
  const base = `http://127.0.0.1:${port}`;
  started.push(await startProgram(program, ['-X', '-f', path.join(home, 'httpd.conf')], `${base}/page.html`));
  return base;
}

const policiesOf = ({ headers }: Response) => (headers.get('content-security-policy') ?? '').split(/,\s*/);

async function works(base: string): Promise<void> {
  const page = await fetch(`${base}/page.html`);
  assert.deepEqual(policiesOf(page).length, 1);
  assert.match(policiesOf(page)[0]!, /^default-src 'self'/);

  // Asked for anew each time, and not sent again when unchanged, compressed ones neither.
  for (const address of ['/zwgk/zwgk.js', '/files/guides/g.json']) {
    const file = await fetch(base + address);
    assert.equal(file.headers.get('cache-control'), 'no-cache', address);
    assert.equal(file.headers.get('content-encoding'), 'gzip', address);
    const again = await fetch(base + address, { headers: { 'if-none-match': file.headers.get('etag')! } });
    assert.equal(again.status, 304, address);
  }

  const catalogue = await createClient({ api: `${base}/api/v1` }).catalogues.open({ id: 'disclosure' });
  const { items } = await catalogue.page({});
  assert.match(items[0]!.indexNumber, /\//);
  assert.equal((await catalogue.get(items[0]!.indexNumber)).title, items[0]!.title);

  // The page for 举报 has the service's own policy and no other, its styles, its scripts, and takes a letter.
  const own = await fetch(`${base}/report`);
  assert.equal(policiesOf(own).length, 1);
  const form = await browser.newPage();
  const problems: string[] = [];
  form.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  form.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) problems.push(response.url());
  });
  await form.goto(`${base}/report`, { waitUntil: 'load' });
  await form.waitForFunction(() => document.querySelector('zwgk-complaint-form')?.shadowRoot);
  assert.notEqual(await form.evaluate(() => getComputedStyle(document.querySelector('main')!).maxWidth), 'none');
  assert.deepEqual(
    problems.filter((one) => !/favicon|Failed to load resource/.test(one)),
    [],
  );
  await form.close();
  const sent = await fetch(`${base}/api/v1/complaints`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      origin: base,
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({
      kind: 'report',
      title: '反映一个问题',
      content: '说明时间、地点和经过。',
      identityMode: 'anonymous',
      accused: { org: '某单位' },
    }),
  });
  assert.equal(sent.status, 201, await sent.text());
}

for (const [name, program, start] of [
  ['nginx', programOf('nginx'), nginx],
  ['Apache', programOf('apache2', 'httpd'), apache],
] as const)
  test(`${name} with the snippet of the guide serves files, documents, entries and the page for 举报`, async (t: TestContext) => {
    if (!program) return t.diagnostic(`${name} is not installed here: the snippet was not run`);
    await works(await start(program));
  });

test('an entry is found by its 索引号 whether a proxy decodes what was escaped in it or not', async () => {
  const list = (await (await fetch(`${service.base}/api/v1/catalogues/disclosure/entries?pageSize=1`)).json()) as {
    items: { indexNumber: string }[];
  };
  const { indexNumber } = list.items[0]!;
  for (const place of [indexNumber, encodeURIComponent(indexNumber)]) {
    const answer = await fetch(`${service.base}/api/v1/catalogues/disclosure/entries/${place}`);
    assert.equal(answer.status, 200, place);
    assert.equal(((await answer.json()) as { indexNumber: string }).indexNumber, indexNumber);
  }
});

test('senders are told apart by address, not by the port that IIS adds to it', async () => {
  const ask = (from: string) =>
    new Promise<number>((resolve, reject) => {
      const body = JSON.stringify({ queryCode: '2222-2222-2222' });
      httpRequest(`${service.base}/api/v1/complaints/lookup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      })
        .on('response', (response) => resolve((response.resume(), response.statusCode!)))
        .on('error', reject)
        .end(body);
    });
  const statuses = [];
  for (const from of ['203.0.113.7:50001', '203.0.113.7:50002', '198.51.100.9, 203.0.113.7:50003', '203.0.113.8:50004'])
    statuses.push(await ask(from));
  assert.deepEqual(
    statuses.map((status) => status === 429),
    [false, false, true, false],
  );
  const six = [];
  for (const from of ['[2001:db8::7]:50001', '[2001:db8::7]:50002', '[2001:db8::7]:50003']) six.push(await ask(from));
  assert.equal(six[2], 429);
});

/** What Microsoft documents for IIS 7 and later and for URL Rewrite 2: where an element stands and which attributes it has. */
const iisSchema: Readonly<Record<string, string>> = {
  configuration: '',
  'configuration > system.webServer': '',
  'configuration > location': 'path',
  'location > system.webServer': '',
  'system.webServer > staticContent': '',
  'staticContent > remove': 'fileExtension',
  'staticContent > mimeMap': 'fileExtension mimeType',
  'staticContent > clientCache': 'cacheControlMode',
  'system.webServer > rewrite': '',
  'rewrite > rules': '',
  'rules > rule': 'name stopProcessing',
  'rule > match': 'url serverVariable pattern',
  'rule > action': 'type url value',
  'rewrite > outboundRules': '',
  'outboundRules > rule': 'name',
};

test('the XML for IIS is well formed, and has the elements and attributes that are documented and no others', async () => {
  const [iis] = snippets('xml');
  assert.ok(iis);
  for (const name of ['serverVariable="RESPONSE_Content_Security_Policy"', 'cacheControlMode="DisableCache"'])
    assert.ok(iis.includes(name), name);
  const page = await browser.newPage();
  const found = await page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    return Array.from(parsed.querySelectorAll('*'), (element) => ({
      place: (element.parentElement ? `${element.parentElement.localName} > ` : '') + element.localName,
      attributes: element.getAttributeNames(),
    }));
  }, iis);
  await page.close();
  for (const { place, attributes } of found) {
    assert.ok(place in iisSchema, place);
    for (const name of attributes) assert.ok(iisSchema[place]!.split(' ').includes(name), `${place}: ${name}`);
  }
});
