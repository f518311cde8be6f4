/** What comes later may not come: a page that got one file and not the folder beside it still says what matters. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { settled, startSite, textOf, type Site } from '../support/site.js';

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.end());

/** The host page with single files, whose requests for later parts come to nothing. */
async function openWithout(lang: string) {
  const page = await site.browser.newPage();
  const exceptions: string[] = [];
  page.on('pageerror', (error) => exceptions.push(String(error)));
  await page.evaluateOnNewDocument('globalThis.__name = (made) => made');
  await page.setRequestInterception(true);
  page.on(
    'request',
    (request) => void (/\/modules\//.test(request.url()) ? request.abort('failed') : request.continue()),
  );
  await page.evaluateOnNewDocument((lang) => {
    document.addEventListener('readystatechange', () => (document.documentElement.lang = lang));
  }, lang);
  await page.goto(`${site.base}/hosts/inline.html`);
  await settled(page);
  return { page, exceptions };
}

test('the chart is told in words, and that it could not be drawn', async () => {
  const { page, exceptions } = await openWithout('zh-CN');
  const text = await textOf(page, 'zwgk-flowchart');
  assert.match(text, /流程图暂时无法绘制/);
  assert.match(text, /第 ?1 ?步/);
  assert.deepEqual(exceptions, []);
  await page.close();
});

test('the guide keeps its facts, and says that its full text is missing', async () => {
  const { page, exceptions } = await openWithout('zh-CN');
  const text = await textOf(page, 'zwgk-guide-card');
  assert.match(text, /多久办好/);
  assert.match(text, /办事指南全文暂时无法显示/);
  assert.deepEqual(exceptions, []);
  await page.close();
});

test('the list of guides stands without its search, says so, and opens a guide by what it knows', async () => {
  const { page, exceptions } = await openWithout('zh-CN');
  await page.addScriptTag({ url: `${site.base}/cdn/zwgk-guide-list.js` });
  await page.evaluate(() => {
    document.querySelector('zwgk-guide-card')?.remove();
    const list = document.createElement('zwgk-guide-list');
    list.guides = [{ taskName: '高龄津贴申领', deptName: '社会事务办公室' }];
    document.body.append(list);
  });
  await settled(page);
  const text = await textOf(page, 'zwgk-guide-list');
  assert.match(text, /共1项/);
  assert.match(text, /高龄津贴申领\s+社会事务办公室/);
  assert.match(text, /搜索和筛选暂时无法使用/);
  await page.evaluate(() =>
    document.querySelector('zwgk-guide-list')!.shadowRoot!.querySelector<HTMLElement>('[part=link]')!.click(),
  );
  await page.waitForFunction(() =>
    document.querySelector('zwgk-guide-list')!.shadowRoot!.querySelector('zwgk-guide-card'),
  );
  assert.match(await textOf(page, 'zwgk-guide-list'), /返回列表/);
  assert.deepEqual(exceptions, []);
  await page.close();
});

test('a letter is received all the same: number and code do not wait for what can be done with them', async () => {
  const { page, exceptions } = await openWithout('zh-CN');
  await page.evaluate(() => {
    const provider = document.createElement('zwgk-provider');
    provider.setAttribute('api', '/api/v1');
    const form = document.createElement('zwgk-complaint-form');
    provider.append(form);
    document.querySelector('zwgk-complaint-form')!.remove();
    document.body.append(provider);
    (form as unknown as { kind: string }).kind = 'consult';
  });
  await settled(page);
  const tag = 'zwgk-complaint-form';
  const values = { title: '路灯不亮了', content: '请修理。', name: '李四', phone: '13800138000' };
  for (const [name, value] of Object.entries(values)) {
    const field = await page.waitForSelector(`${tag} >>> [name=${name}]`);
    await field!.type(value);
  }
  const press = (words: string) =>
    page.evaluate(
      (tag, words) =>
        [...document.querySelector(tag)!.shadowRoot!.querySelectorAll('button')]
          .find((one) => one.textContent.includes(words))!
          .click(),
      tag,
      words,
    );
  await press('下一步');
  await press('确认提交');
  await page.waitForFunction(
    (tag) => /没有加载成功，请先抄写/.test(document.querySelector(tag)!.shadowRoot!.textContent),
    { timeout: 20000 },
    tag,
  );
  const text = await textOf(page, tag);
  assert.match(text, /(?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}/);
  assert.match(text, /重新加载/);
  await press('我已抄写好');
  await page.waitForFunction(
    (tag) => /再写一封/.test(document.querySelector(tag)!.shadowRoot!.textContent),
    { timeout: 20000 },
    tag,
  );
  assert.doesNotMatch(await textOf(page, tag), /(?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}/);
  assert.deepEqual(exceptions, []);
  await page.close();
});

test('a page in English stays readable in Chinese', async () => {
  const { page, exceptions } = await openWithout('en');
  assert.match(await textOf(page, 'zwgk-complaint-form'), /不能在网上受理来信/);
  assert.deepEqual(exceptions, []);
  await page.close();
});

test('one file with everything inside works in a page opened from a disk', async () => {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
  const folder = mkdtempSync(path.join(tmpdir(), 'zwgk-disk-'));
  const example = (name: string) =>
    readFileSync(path.join(root, 'packages/schema/examples', name), 'utf8').replaceAll('</', '<\\/');
  const script = pathToFileURL(path.join(root, 'packages/elements/cdn/zwgk-whole.js')).href;
  const inline = (name: string) => `<script type="application/json">${example(name)}</script>`;
  writeFileSync(
    path.join(folder, 'page.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><script src="${script}"></script>
    <zwgk-guide-card>${inline('guides/temporary-relief.json')}</zwgk-guide-card>
    <zwgk-flowchart>${inline('flowcharts/temporary-relief.json')}</zwgk-flowchart>`,
  );
  const page = await site.browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => problems.push(request.url()));
  await page.evaluateOnNewDocument('globalThis.__name = (made) => made');
  try {
    await page.goto(pathToFileURL(path.join(folder, 'page.html')).href);
    await settled(page);
    await page.waitForFunction(() => document.querySelector('zwgk-flowchart')!.shadowRoot!.querySelector('svg'));
    assert.match(await textOf(page, 'zwgk-guide-card'), /How long/);
    assert.deepEqual(problems, []);
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
});
