/** The switches in the head of each page: language, text size, colour, large-print edition. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { open, overflow, settled, startSite, type Site } from '../support/site.js';

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.end());

const choose = async (page: Page, what: string) => {
  await page.click(`[data-set="${what}"]`);
  await settled(page);
};
const until = (page: Page, selector: string, words: RegExp) =>
  page.waitForFunction(
    (selector, source) => new RegExp(source).test(document.querySelector(selector)!.shadowRoot!.textContent ?? ''),
    { timeout: 10000 },
    selector,
    words.source,
  );
const brand = (page: Page) =>
  page.evaluate(() => {
    const button = document.querySelector('zwgk-complaint-form')!.shadowRoot!.querySelector('button.primary')!;
    return [
      getComputedStyle(document.querySelector('.nav')!).backgroundColor,
      getComputedStyle(button).backgroundColor,
    ];
  });
const textSize = (page: Page) => page.$eval('zwgk-complaint-form', (form) => getComputedStyle(form).fontSize);

describe('The switches of the sample site', () => {
  it('turn the page and the elements in it to traditional characters, and back', async () => {
    const { page, problems, close } = await open(site, '/');
    await choose(page, 'lang:zh-Hant');
    assert.equal(await page.$eval('html', (html) => html.lang), 'zh-Hant');
    await until(page, 'zwgk-complaint-form', /網上來信/);
    assert.match(await page.$eval('.nav', (nav) => nav.textContent), /首頁.*辦事指南.*互動交流/s);
    assert.match(await page.$eval('.foot', (foot) => foot.textContent), /主辦單位：雲泊縣稻溪鎮人民政府/);
    await choose(page, 'lang:zh-Hans');
    await until(page, 'zwgk-complaint-form', /网上来信/);
    assert.match(await page.$eval('.nav', (nav) => nav.textContent), /首页.*办事指南/s);
    assert.deepEqual(problems, []);
    await close();
  });

  it('turn the page to English and remember it on the next page, with Chinese content marked as Chinese', async () => {
    const { page, problems, close } = await open(site, '/');
    await choose(page, 'lang:en');
    await until(page, 'zwgk-complaint-status', /[A-Z][a-z]+ /);
    assert.match(await page.$eval('.nav', (nav) => nav.textContent), /Home.*Services.*Contact us/s);
    await page.goto(`${site.base}/hudong.html`);
    await settled(page);
    assert.equal(await page.$eval('html', (html) => html.lang), 'en');
    await until(page, 'zwgk-complaint-form', /[A-Z][a-z]+ [a-z]+/);
    assert.equal(await page.$eval('h1', (h1) => h1.textContent), 'Contact us');
    assert.equal(await page.$eval('.list.zh', (list) => (list as HTMLElement).lang), 'zh-Hans');
    assert.deepEqual(problems, []);
    await close();
  });

  it('change the colour of the page and the elements by one style sheet', async () => {
    const { page, problems, close } = await open(site, '/');
    const red = 'rgb(180, 25, 31)';
    assert.deepEqual(await brand(page), [red, red]);
    await choose(page, 'theme:blue');
    await page.waitForFunction(
      (red) => getComputedStyle(document.querySelector('.nav')!).backgroundColor !== red,
      { timeout: 5000 },
      red,
    );
    const [page_, element] = await brand(page);
    assert.equal(page_, element);
    assert.match(page_!, /^rgb\(\d{1,2}, \d+, 1\d\d\)$/);
    assert.deepEqual(problems, []);
    await close();
  });

  it('change the size of all text, and offer a large-print edition that fits a telephone', async () => {
    const { page, problems, close } = await open(site, '/hudong.html');
    assert.equal(await textSize(page), '15px');
    await choose(page, 'size:l');
    assert.equal(await textSize(page), '18px');
    await choose(page, 'elder:on');
    await page.waitForFunction(
      () => parseFloat(getComputedStyle(document.querySelector('zwgk-complaint-form')!).fontSize) >= 20,
    );
    assert.ok((await page.$eval('body', (body) => parseFloat(getComputedStyle(body).fontSize))) >= 18);
    const heights = await page.$eval('zwgk-complaint-form', (form) =>
      // The field for files is pressed by the button beside it.
      [
        ...form.shadowRoot!.querySelectorAll(
          'button, input:not([type="radio"]):not([type="checkbox"]):not([type="file"])',
        ),
      ]
        .filter((one) => !one.closest('[hidden]') && one.getClientRects().length > 0)
        .map((one) => one.getBoundingClientRect().height),
    );
    assert.ok(heights.length > 3 && heights.every((height) => height >= 60), String(heights));
    for (const address of ['/', '/zwgk.html', '/guide.html', '/flow.html', '/hudong.html']) {
      await page.setViewport({ width: 375, height: 800 });
      await page.goto(site.base + address);
      await settled(page);
      assert.deepEqual(await overflow(page), [], address);
    }
    await choose(page, 'elder:on');
    assert.equal(await textSize(page), '18px', 'back to the size chosen before');
    assert.deepEqual(problems, []);
    await close();
  });

  it('move by the keyboard in the tabs of the first page', async () => {
    const { page, close } = await open(site, '/');
    await page.focus('#dongtai-tab');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.$eval('#gonggao', (panel) => (panel as HTMLElement).hidden), false);
    assert.equal(await page.$eval('#dongtai', (panel) => (panel as HTMLElement).hidden), true);
    assert.equal(await page.evaluate(() => document.activeElement!.id), 'gonggao-tab');
    await close();
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const address of [
    '/',
    '/zwgk.html',
    '/disclosure/standard.html',
    '/flow.html',
    '/guide.html',
    '/hudong.html',
    '/hosts/',
  ])
    it(`leave ${address} without a fault that axe knows`, async () => {
      const { page, close } = await open(site, address);
      const faults = await page.evaluate(async (source) => {
        const script = document.createElement('script');
        script.textContent = source;
        document.head.append(script);
        const run = (
          window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
          }
        ).axe;
        const { violations } = await run.run();
        return violations.map(
          ({ id, nodes }) => `${id}: ${JSON.stringify(nodes.slice(0, 3).map(({ target }) => target))}`,
        );
      }, axe);
      assert.deepEqual(faults, []);
      await close();
    });
});
