/** What a page asks for and when: the document beside the code and not after it, once, and few files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { settled, startSite, textOf, type Site } from '../support/site.js';

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.end());

const LOADER = '<script src="/cdn/zwgk.js"></script>';
const SRC = '/files/catalogues/disclosure.json';
const CATALOGUE = `<zwgk-catalogue src="${SRC}"><a href="/old">旧目录</a></zwgk-catalogue>`;
const GUIDE_SRC = '/files/guides/birth-registration.json';
const GUIDE = `<zwgk-guide-card src="${GUIDE_SRC}"></zwgk-guide-card>`;

interface Visit {
  readonly page: Page;
  readonly asked: HTTPRequest[];
  readonly problems: string[];
}
/** A page of one's own on the origin of the service; `answer` may take a request into its own hands. */
async function visit(body: string, answer: (request: HTTPRequest) => boolean = () => false): Promise<Visit> {
  const page = await site.browser.newPage();
  const asked: HTTPRequest[] = [];
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.evaluateOnNewDocument('globalThis.__name = (made) => made');
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().endsWith('/own.html'))
      return void request.respond({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><body>${body}<p>end</p></body></html>`,
      });
    asked.push(request);
    if (!answer(request)) void request.continue();
  });
  await page.goto(`${site.base}/own.html`);
  await settled(page);
  return { page, asked, problems };
}
const pathOf = (request: HTTPRequest) => new URL(request.url()).pathname;
const of = (asked: readonly HTTPRequest[], what: string) => asked.filter((one) => pathOf(one) === what);
const modulesOf = (asked: readonly HTTPRequest[]) =>
  asked.map(pathOf).filter((one) => /\/modules\//.test(one) && !one.endsWith('.en.js'));

test('the loader asks for the document before the code, and the element takes that answer', async () => {
  const { page, asked, problems } = await visit(CATALOGUE + LOADER);
  assert.match(await textOf(page, 'zwgk-catalogue'), /共\s*\d+\s*条/);
  assert.equal(of(asked, SRC).length, 1);
  const paths = asked.map(pathOf);
  assert.ok(paths.indexOf(SRC) < paths.findIndex((one) => one.includes('/modules/')), paths.join(' '));
  assert.deepEqual(problems, []);
  await page.close();
});

for (const [tag, src, html] of [
  ['zwgk-catalogue', SRC, CATALOGUE],
  ['zwgk-guide-card', GUIDE_SRC, GUIDE],
] as const)
  test(`${tag}: what is asked early is what the element would ask`, async () => {
    const heads = async (body: string) => {
      const { page, asked } = await visit(body);
      const [request, ...more] = of(asked, src);
      await page.close();
      assert.equal(more.length, 0);
      const { accept, referer, 'cache-control': cache, cookie, authorization, ...rest } = request!.headers();
      return {
        accept,
        referer,
        cache,
        cookie,
        authorization,
        names: Object.keys(rest)
          .filter((name) => name !== 'if-none-match')
          .sort(),
      };
    };
    const alone = await heads(`${html}<script type="module">import '/cdn/modules/${tag}.js'</script>`);
    assert.equal(alone.accept, 'application/json');
    assert.deepEqual(await heads(html + LOADER), alone);
    assert.deepEqual(await heads(`${html}<script src="/cdn/${tag}.js"></script>`), alone);
  });

test('a document inside the tag is not asked for', async () => {
  const inline = CATALOGUE.replace('>', '><script type="application/json">{"title":"页内目录","entries":[]}</script>');
  const { page, asked } = await visit(inline + LOADER);
  assert.match(await textOf(page, 'zwgk-catalogue'), /页内目录/);
  assert.equal(of(asked, SRC).length, 0);
  await page.close();
});

for (const [when, body] of [
  [
    'before our code comes',
    `${CATALOGUE}<script>document.querySelector('zwgk-catalogue').catalogue = OWN</script>${LOADER}`,
  ],
  [
    'by whoever makes the tag',
    `${LOADER}<script>addEventListener('load', function () {
  var made = document.createElement('zwgk-catalogue');
  made.setAttribute('src', '${SRC}');
  made.catalogue = OWN;
  document.body.appendChild(made);
})</script>`,
  ],
] as const)
  test(`a document that a script gives ${when} is not asked for`, async () => {
    const { page, asked } = await visit(body.replace('OWN', `{ title: '脚本给的目录', entries: [] }`));
    await page.waitForFunction(() => document.querySelector('zwgk-catalogue')?.shadowRoot?.querySelector('h2'));
    assert.match(await textOf(page, 'zwgk-catalogue'), /脚本给的目录/);
    assert.equal(of(asked, SRC).length, 0);
    await page.close();
  });

test('an address that is none of the web is left to the element', async () => {
  const { page, problems } = await visit(
    `<zwgk-catalogue src="javascript:globalThis.ran=1"></zwgk-catalogue><zwgk-guide-card src="http://[">
    </zwgk-guide-card><zwgk-guide-card src="data:application/json,{}"></zwgk-guide-card>${LOADER}`,
  );
  assert.equal(await page.evaluate('globalThis.ran'), undefined);
  assert.match(await textOf(page, 'zwgk-catalogue'), /页面提供的内容有误/);
  assert.deepEqual(problems, []);
  await page.close();
});

test('an early question that fails is asked again by the element, and nobody hears of it', async () => {
  let first = true;
  const { page, asked, problems } = await visit(CATALOGUE + LOADER, (request) => {
    if (pathOf(request) !== SRC || !first) return false;
    first = false;
    void request.abort('failed');
    return true;
  });
  assert.match(await textOf(page, 'zwgk-catalogue'), /共\s*\d+\s*条/);
  assert.equal(of(asked, SRC).length, 2);
  assert.deepEqual(problems, []);
  await page.close();
});

test('a page whose own fetch throws or gives rubbish gets a sentence, not an exception', async () => {
  const { page, problems } = await visit(
    `<script>window.fetch=function(){if(!window.once){window.once=1;throw new Error('mine')}return Promise.resolve({})}</script>${CATALOGUE}${LOADER}`,
  );
  await page.waitForFunction(() =>
    /失败|暂时|重试/.test(document.querySelector('zwgk-catalogue')!.shadowRoot!.textContent),
  );
  assert.match(await page.$eval('zwgk-catalogue', (tag) => tag.textContent), /旧目录/);
  assert.deepEqual(problems, []);
  await page.close();
});

test('two tags with one address are both shown; one that goes away meanwhile leaves no error', async () => {
  const { page, problems } = await visit(
    `${GUIDE}${GUIDE}<div id="gone">${CATALOGUE}</div>${LOADER}<script>document.getElementById('gone').remove()</script>`,
  );
  const titles = await page.$$eval('zwgk-guide-card', (cards) =>
    cards.map((card) => card.shadowRoot!.querySelector('h2')!.textContent),
  );
  assert.equal(titles.length, 2);
  assert.equal(titles[0], titles[1]);
  assert.deepEqual(problems, []);
  await page.close();
});

test('an element that comes after its code asks once, too', async () => {
  const { page, asked } = await visit(GUIDE + LOADER);
  await page.evaluate((src) => {
    const late = document.createElement('zwgk-guide-card');
    late.setAttribute('src', `${src}?late`);
    document.body.append(late);
  }, GUIDE_SRC);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('zwgk-guide-card')].every((card) => card.shadowRoot?.querySelector('h2')),
  );
  assert.equal(of(asked, GUIDE_SRC).length, 2);
  await page.close();
});

test('with the loader a catalogue needs at most four modules, a guide six', async () => {
  for (const [html, most] of [
    [CATALOGUE, 4],
    [GUIDE, 6],
  ] as const) {
    const { page, asked } = await visit(html + LOADER);
    const files = modulesOf(asked);
    assert.equal(new Set(files).size, files.length, 'none twice');
    assert.ok(files.length <= most, files.join(' '));
    await page.close();
  }
});

const ATONCE = {
  'zwgk-catalogue': [CATALOGUE, 'lazy-document'],
  'zwgk-guide-card': [GUIDE, 'lazy-guide-card.full'],
  'zwgk-flowchart': [
    '<zwgk-flowchart src="/files/flowcharts/temporary-relief.json"></zwgk-flowchart>',
    'lazy-flowchart.stage',
  ],
  'zwgk-guide-list': ['<zwgk-guide-list src="/files/guides/index.json"></zwgk-guide-list>', 'lazy-guide-list.find'],
} as const;
for (const [tag, [html, part]] of Object.entries(ATONCE))
  test(`${tag}.js comes with one file more, that needs no others`, async () => {
    const { page, asked, problems } = await visit(`${html}<script src="/cdn/${tag}.js"></script>`);
    assert.deepEqual(modulesOf(asked), [`/cdn/modules/${part}.js`]);
    const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
    const code = readFileSync(path.join(root, `packages/elements/cdn/modules/${part}.js`), 'utf8');
    assert.doesNotMatch(code, /(?:from|import)\s*["']\./);
    assert.deepEqual(problems, []);
    await page.close();
  });
