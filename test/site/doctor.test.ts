/** `zwgk.doctor()` in a real browser: each planted fault is named; the report can be read, copied and closed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { gbk } from '../support/guides.js';
import { startSite, type Site } from '../support/site.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.end());

const HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>t</title>';
const LOADER = '<script src="/cdn/zwgk.js"></script>';
const GUIDE = '<zwgk-guide-card src="/files/guides/birth-registration.json"><a href="/g">指南</a></zwgk-guide-card>';
const sound = (body: string, head = '') =>
  `<!doctype html><html lang="zh-CN"><head>${HEAD}${head}</head><body>${body}${LOADER}</body></html>`;

/** Documents as they are found on servers: saved by Notepad in GBK, with a comma too many, and the page for "not found". */
const planted = new Map<string, { contentType: string; body: string | Uint8Array }>([
  ['/gbk.json', { contentType: 'application/json', body: gbk('{"taskName":"户口登记","deptName":"派出所"}') }],
  ['/comma.json', { contentType: 'application/json', body: '{"taskName":"户口登记",\n}' }],
  ['/page.json', { contentType: 'text/html', body: '<!doctype html><p>找不到</p>' }],
]);
/** A page of one's own on the origin of the service. */
async function openPage(body: string, query = '?zwgk-doctor', headers: Record<string, string> = {}): Promise<Page> {
  const page = await site.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const document = planted.get(new URL(request.url()).pathname);
    if (document) return void request.respond(document);
    if (!request.url().includes('/planted.html')) return void request.continue();
    void request.respond({ contentType: 'text/html; charset=utf-8', body, headers });
  });
  await page.goto(`${site.base}/planted.html${query}`);
  return page;
}
interface Told {
  readonly code: string;
  readonly level: string;
  readonly title: string;
  readonly fix: string;
}
async function findings(page: Page): Promise<readonly Told[]> {
  await page.waitForSelector('[data-zwgk-doctor]', { timeout: 30000 });
  return page.evaluate(() => (window as unknown as { zwgk: { doctor(): Promise<readonly Told[]> } }).zwgk.doctor());
}
async function codes(body: string, headers?: Record<string, string>): Promise<string[]> {
  const page = await openPage(body, '?zwgk-doctor', headers);
  const found = await findings(page);
  await page.close();
  return found.map(({ code, level }) => `${level} ${code}`);
}

test('a sound page has nothing to be told', async () => {
  assert.deepEqual(await codes(sound(GUIDE)), []);
});

test('without the question in the address there is no report, and none is fetched', async () => {
  const page = await openPage(sound(GUIDE), '');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.waitForFunction(() => document.querySelector('zwgk-guide-card:not([aria-busy])'));
  assert.equal(await page.$('[data-zwgk-doctor]'), null);
  assert.ok(!asked.some((url) => url.includes('doctor')));
  await page.close();
});

test('quirks, extended prototypes, a toJSON of 2008, libraries', async () => {
  const old = `<script>
    Object.prototype.extend = function () {}; Array.prototype.each = function () {};
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    window.Prototype = { Version: '1.6.0.3' };
  </script>`;
  const found = await codes(`<html><head>${HEAD}${old}</head><body>${LOADER}</body></html>`);
  assert.deepEqual(found, [
    'warning quirks',
    'warning lang',
    'warning objectKeys',
    'warning arrayKeys',
    'warning json',
    'warning noTag',
    'info libraries',
  ]);
});

test('tags: misspelt, with a wrong attribute, without a document, without a provider, hidden, cut off', async () => {
  const body = `
    <zwgk-guidecard></zwgk-guidecard>
    <zwgk-guide-card scr="a.json" src="/files/guides/birth-registration.json"></zwgk-guide-card>
    <zwgk-flowchart></zwgk-flowchart>
    <zwgk-flowchart flowchart-id="a"></zwgk-flowchart>
    <div class="hidden">${GUIDE}</div>
    <div class="cut">${GUIDE}</div>`;
  const style = '<style>.hidden{display:none}.cut{height:90px;overflow:hidden}</style>';
  const page = await openPage(sound(body, style));
  const found = await findings(page);
  const told = (code: string) => found.find((one) => one.code === code);
  assert.match(told('unknownTag')!.fix, /<zwgk-guide-card>/);
  assert.match(told('strange')!.fix, /src/);
  assert.match(told('empty')!.title, /第 3 个组件/);
  assert.match(told('unprovided')!.title, /第 4 个组件/);
  assert.match(told('unseen')!.title, /第 5 个组件/);
  assert.match(told('cut')!.title, /第 6 个组件.*90px/);
  await page.close();
});

test('a document that is not there, and one that cannot be shown, with the sentence of the element', async () => {
  const found = await codes(
    sound(`<zwgk-guide-card src="/none.json"></zwgk-guide-card>
    <zwgk-guide-card><script type="application/json">{"taskName": 1,}</script></zwgk-guide-card>`),
  );
  assert.ok(found.includes('error failed'));
  assert.equal(found.filter((one) => one === 'error says').length, 2);
  assert.ok(found.includes('error inlineJson'));
});

test('a document in GBK, one that is no JSON, and a page in its place are told with address and reason', async () => {
  const page = await openPage(
    sound([...planted.keys()].map((src) => `<zwgk-guide-card src="${src}"></zwgk-guide-card>`).join('')),
  );
  const told = (await findings(page)).filter(({ code }) => code === 'inlineJson').map(({ title }) => title);
  await page.close();
  assert.match(told[0]!, /第 1 个组件.*\/gbk\.json 不是 UTF-8 编码.*另存为/);
  assert.match(told[1]!, /第 2 个组件.*\/comma\.json 第 2 行第 1 列附近/);
  assert.match(told[2]!, /第 3 个组件.*\/page\.json 返回的是网页，不是 JSON/);
});

test('the same loader twice, and two folders', async () => {
  assert.deepEqual(await codes(sound(GUIDE, LOADER)), ['warning twice']);
});

test('what a content security policy stopped', async () => {
  const found = await codes(sound(GUIDE), {
    'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'",
  });
  assert.ok(found.includes('error stopped'), found.join());
});

test('a frame whose sandbox takes away what is needed', async () => {
  const page = await openPage(sound(GUIDE), '?zwgk-doctor');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    frame.src = location.href;
    document.body.append(frame);
  });
  const frame = await page.waitForFrame((one) => one.parentFrame() !== null && one.url().includes('planted'));
  await frame.waitForSelector('[data-zwgk-doctor]', { timeout: 30000 });
  const found = await frame.evaluate(() =>
    (window as unknown as { zwgk: { doctor(): Promise<readonly Told[]> } }).zwgk.doctor(),
  );
  assert.match(found.find(({ code }) => code === 'sandbox')!.title, /allow-forms allow-popups allow-modals/);
  await page.close();
});

test('pasted into a page where nothing of ours runs, it says that the script is missing', async () => {
  const page = await openPage(`<!doctype html><html lang="zh-CN"><head>${HEAD}</head><body>${GUIDE}</body></html>`, '');
  await page.addScriptTag({ url: '/cdn/zwgk-doctor.js' });
  const found = await findings(page);
  assert.ok(found.some(({ code }) => code === 'noScript'));
  await page.close();
});

test('the report can be read by everyone, and closed', async () => {
  const page = await openPage(sound('<zwgk-guidecard></zwgk-guidecard>'));
  await findings(page);
  await page.addScriptTag({ content: axe });
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(where: string): Promise<{ violations: { id: string }[] }> } };
    return (await axe.run('[data-zwgk-doctor]')).violations.map(({ id }) => id);
  });
  assert.deepEqual(violations, []);
  await page.evaluate(() => {
    const panel = document.querySelector('[data-zwgk-doctor]')!.shadowRoot!;
    [...panel.querySelectorAll('button')].find((button) => button.textContent === '关闭')!.click();
  });
  assert.equal(await page.$('[data-zwgk-doctor]'), null);
  await page.close();
});

test('what a policy stops of the page itself, as of jQuery 1.x at its start, is no fault of the elements', async () => {
  const jquery = readFileSync(path.join(root, 'node_modules/jquery/dist/jquery.js'), 'utf8');
  const page = await site.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/jquery.js') return void request.respond({ contentType: 'text/javascript', body: jquery });
    if (pathname !== '/planted.html') return void request.continue();
    void request.respond({
      contentType: 'text/html; charset=utf-8',
      body: sound(GUIDE, '<script src="/jquery.js"></script>'),
      headers: { 'content-security-policy': "default-src 'self'; script-src 'self'; style-src 'self'" },
    });
  });
  await page.goto(`${site.base}/planted.html?zwgk-doctor`);
  const found = await findings(page);
  assert.deepEqual(
    found.map(({ code, level }) => `${level} ${code}`),
    ['info stoppedInline', 'info libraries'],
    found.map(({ title }) => title).join('\n'),
  );
  assert.match(found[0]!.fix, /与组件无关/);
  await page.close();
});

test('the report looks the same on a page whose styles say something of everything', async () => {
  const head = '<style>* { padding: 0; font: 12px/1 serif } body div { position: static; width: 3em }</style>';
  const page = await openPage(sound(`${GUIDE}<zwgk-guide-crad></zwgk-guide-crad>`, head));
  await findings(page);
  const [left, size, position] = await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('[data-zwgk-doctor]')!;
    const heading = host.shadowRoot!.querySelector('h2')!;
    const inset = heading.getBoundingClientRect().left - host.getBoundingClientRect().left;
    return [inset, getComputedStyle(heading.parentElement!).fontSize, getComputedStyle(host).position] as const;
  });
  assert.ok(left > 12, `text begins ${left} px from the edge`);
  assert.equal(size, '15px');
  assert.equal(position, 'fixed');
  await page.close();
});
