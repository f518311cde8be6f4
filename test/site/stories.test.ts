/** Every story as a designer opens it: it shows something, no error, nothing that axe objects to, nothing from elsewhere. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { launch, type Browser } from 'puppeteer-core';
// @ts-expect-error a script without types
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = path.join(root, '.cache/storybook');
execFileSync(
  process.execPath,
  [path.join(root, 'node_modules/storybook/dist/bin/dispatcher.js'), 'build', '-c', 'stories/.storybook', '-o', folder],
  { cwd: root, stdio: 'pipe', env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' } },
);
const { entries } = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {
  entries: Record<string, { id: string; type: string; title: string; name: string }>;
};
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
};

let server: Server;
let browser: Browser;
before(async () => {
  server = createServer((request, response) => {
    const file = path.join(folder, path.normalize(decodeURIComponent(new URL(request.url!, 'http://x').pathname)));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': `${types[path.extname(file).slice(1)] ?? 'application/octet-stream'}; charset=utf-8`,
    });
    createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  browser = await launch({ executablePath: findBrowser(), args: chromiumFlags });
});
after(async () => {
  await browser?.close();
  server?.close();
});

test('there is a story for each state of each element', () =>
  assert.ok(stories.length > 60, `${stories.length} stories`));

for (const { id, title, name } of stories)
  test(`${title}: ${name}`, async () => {
    const page = await browser.newPage();
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('request', (request) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) wrong.push(`asks ${request.url()}`);
    });
    try {
      await page.setViewport({ width: 1000, height: 800 });
      await page.goto(`${base}/iframe.html?id=${encodeURIComponent(id)}&viewMode=story&globals=a11y.manual:!true`);
      await page.waitForFunction(() => document.querySelector('#storybook-root')?.firstElementChild, {
        timeout: 15000,
      });
      // A story of the waiting itself never settles.
      await page
        .waitForFunction(() => !document.querySelector('[aria-busy=true]'), {
          timeout: /loading|sending/.test(id) ? 500 : 5000,
        })
        .catch((error: Error) => {
          if (!/loading|sending/.test(id)) throw error;
        });
      const shown = await page.evaluate(
        () => document.querySelector<HTMLElement>('#storybook-root')!.innerText.trim().length,
      );
      const boxes = await page.evaluate(
        () => document.querySelector('#storybook-root')!.getBoundingClientRect().height,
      );
      assert.ok(shown > 0 || boxes > 40, 'shows something');
      await page.addScriptTag({ path: path.join(root, 'node_modules/axe-core/axe.min.js') });
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
        const rules = {
          region: { enabled: false },
          'page-has-heading-one': { enabled: false },
          'landmark-one-main': { enabled: false },
        };
        const { violations } = await axe.run('#storybook-root', { resultTypes: ['violations'], rules });
        return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' ')}`);
      });
      assert.deepEqual([...wrong, ...found], []);
    } finally {
      await page.close();
    }
  });

const docs = Object.values(entries).filter(({ type }) => type === 'docs');
test('a designer finds where to begin, and a page in Chinese for each element', () => {
  const elements = new Set(stories.map(({ title }) => title).filter((title) => /\/zwgk-/.test(title)));
  assert.ok(elements.size > 5);
  for (const title of ['从这里开始', ...elements])
    assert.ok(
      docs.some((one) => one.title === title),
      title,
    );
});
for (const { id, title } of docs)
  test(`${title}: its page`, async () => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    try {
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await page.goto(`${base}/iframe.html?id=${encodeURIComponent(id)}&viewMode=docs`);
      await page.waitForFunction(
        () => /[\u4e00-\u9fff]{8}/.test(document.querySelector('.sbdocs')?.textContent ?? ''),
        {
          timeout: 15000,
        },
      );
      if (title.includes('/')) {
        // What is shown speaks Chinese, though Storybook's own page is in English.
        const tag = title.split('/')[1]!;
        await page.waitForFunction((tag) => document.querySelector(tag)?.shadowRoot, { timeout: 15000 }, tag);
        assert.match(
          await page.evaluate((tag) => document.querySelector(tag)!.closest<HTMLElement>('[lang]')!.lang, tag),
          /^zh/,
        );
        await page.waitForSelector('.docblock-argstable');
      }
      assert.deepEqual(wrong, []);
    } finally {
      await page.close();
    }
  });
