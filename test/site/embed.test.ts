/** Without scripts, and in frames: everything is there, nothing jumps when an element takes over, frames fit. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { open, overflow, settled, startSite, textOf, type Site } from '../support/site.js';

let site: Site;
/** Another site, which may only hold frames. */
let foreign: Server;
let foreignBase = '';
let hostPage = '';
before(async () => {
  site = await startSite();
  foreign = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(hostPage);
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  foreignBase = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
});
after(async () => {
  foreign.close();
  await site.end();
});

const paths = [
  'guide/dibao',
  'guides',
  'flowchart/dibao',
  'catalogue/disclosure',
  'catalogue/standard',
  'complaint',
  'status',
];

describe('Pages of the service itself', () => {
  it('/report without scripts: fields and buttons are large enough for a thumb, and as wide as the page', async () => {
    const { page, problems, close } = await open(site, '/report', { width: 375, script: false });
    const sizes = await page.$$eval('input:not([type=hidden]), select, textarea, button', (all) =>
      all.map((one) => [one.localName, one.getBoundingClientRect().height, one.getBoundingClientRect().width] as const),
    );
    assert.ok(sizes.length > 6);
    for (const [name, height, width] of sizes) {
      assert.ok(height >= 44, `${name} is ${height} px high`);
      assert.ok(name === 'button' || width > 300, `${name} is ${width} px wide`);
    }
    assert.deepEqual(await overflow(page), []);
    assert.deepEqual(problems, []);
    await close();
  });
});

describe('Pages for frames', () => {
  for (const path of paths) {
    for (const width of [1000, 375])
      it(`/embed/${path} is readable at ${width} px with scripts switched off`, async () => {
        const { page, problems, close } = await open(site, `/embed/${path}`, { width, script: false });
        const text = await page.$eval('.zwgk-plain', (node) => (node as HTMLElement).innerText);
        assert.ok(text.length > (path === 'status' ? 10 : 100), text);
        assert.deepEqual(await overflow(page), []);
        assert.deepEqual(problems, []);
        await close();
      });
    it(`/embed/${path} becomes its element, without an error or a violation of its policy`, async () => {
      const { page, problems, close } = await open(site, `/embed/${path}`);
      const tag = await page.$eval('.zwgk-plain', (node) => node.parentElement!.localName);
      assert.ok((await textOf(page, tag)).length > 10);
      assert.equal(
        await page.$eval('.zwgk-plain', (node) => node.getBoundingClientRect().height),
        0,
        'what stood there is no longer shown',
      );
      assert.deepEqual(problems, []);
      await close();
    });
  }
});

describe('Fragments in a page', () => {
  /** A page of the site with one fragment and something below it. */
  async function show(fragment: string, width: number): Promise<{ page: Page; shift: number }> {
    const body = await (await fetch(`${site.base}/files/html/${fragment}.html`)).text();
    const page = await site.browser.newPage();
    await page.setViewport({ width, height: 800 });
    await page.evaluateOnNewDocument('globalThis.__name = (made) => made');
    await page.evaluateOnNewDocument(() => {
      const seen = window as unknown as { shift: number };
      seen.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.url().endsWith('/plain-page.html')) return void request.continue();
      void request.respond({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="zh-CN"><link rel="stylesheet" href="/cdn/themes/plain.css"><body><h1>单位网站</h1>${body}<p>页脚：版权所有</p><script src="/cdn/zwgk.js"></script>`,
      });
    });
    await page.goto(`${site.base}/plain-page.html`, { waitUntil: 'load' });
    await settled(page);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    return { page, shift: await page.evaluate(() => (window as unknown as { shift: number }).shift) };
  }
  for (const fragment of [
    'guides/dibao',
    'guides/index',
    'flowcharts/dibao',
    'catalogues/disclosure',
    'complaint-form',
    'complaint-status',
  ])
    for (const width of [1280, 375])
      it(`${fragment} is taken over in place at ${width} px: the layout shifts by less than 0.05`, async () => {
        const { page, shift } = await show(fragment, width);
        assert.ok(shift < 0.05, `shifted by ${shift}`);
        await page.close();
      });
});

describe('Frames in pages of others', () => {
  const frameOf = (page: Page, path: string): Promise<Frame> =>
    page.waitForFrame((frame) => new URL(frame.url(), site.base).pathname === `/embed/${path}`);
  /** Height of the frame and of what is in it. */
  const heights = async (page: Page, path: string): Promise<[number, number]> => {
    const inside = await (await frameOf(page, path)).evaluate(() => document.documentElement.offsetHeight);
    const outside = await page.$eval(`iframe[src$="${path}"]`, (frame) => frame.clientHeight);
    return [outside, inside];
  };
  const fits = async (page: Page, path: string) => {
    const end = Date.now() + 20000;
    for (;;) {
      const [outside, inside] = await heights(page, path);
      if (Math.abs(outside - inside) <= 2 && inside > 100) return outside;
      if (Date.now() > end) assert.fail(`${path}: frame ${outside}, content ${inside}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const hold = (frames: string, script = true) =>
    `<!doctype html><html lang="zh-CN"><title>外单位</title><body>${frames}${
      script ? `<script src="${site.base}/cdn/zwgk-embed.js"></script>` : ''
    }`;
  const frame = (path: string) =>
    `<iframe src="${site.base}/embed/${path}" title="政务公开" width="100%" height="600"></iframe>`;
  async function openForeign(): Promise<Page> {
    const page = await site.browser.newPage();
    await page.evaluateOnNewDocument('globalThis.__name = (made) => made');
    await page.goto(foreignBase, { waitUntil: 'load' });
    return page;
  }

  it('frames.html has six frames with titles, each as high as what is in it', async () => {
    const { page, problems, close } = await open(site, '/hosts/frames.html');
    const titles = await page.$$eval('iframe', (all) => all.map(({ title }) => title));
    assert.equal(titles.filter(Boolean).length, 6);
    for (const path of ['guides', 'guide/elder-allowance', 'complaint', 'status']) await fits(page, path);
    assert.deepEqual(problems, []);
    await close();
  });

  it('a frame in a page of another origin grows and shrinks with its content', async () => {
    hostPage = hold(frame('guides'));
    const page = await openForeign();
    const before = await fits(page, 'guides');
    const inner = await frameOf(page, 'guides');
    await inner.evaluate(() => {
      document.querySelector('zwgk-guide-list')!.selected = 'dibao';
    });
    await inner.waitForFunction(() =>
      document
        .querySelector('zwgk-guide-list')!
        .shadowRoot!.querySelector('zwgk-guide-card')
        ?.shadowRoot?.querySelector('[part=section]'),
    );
    const open = await fits(page, 'guides');
    assert.ok(open > before + 500, `${before} → ${open}`);
    await inner.evaluate(async () => {
      const list = document.querySelector('zwgk-guide-list')!;
      list.selected = '';
      await list.updateComplete;
    });
    const closed = await fits(page, 'guides');
    assert.ok(closed < open - 300, `${open} → ${closed}`);
    await page.close();
  });

  it('without the script the frame keeps its height and scrolls', async () => {
    hostPage = hold(frame('guide/dibao'), false);
    const page = await openForeign();
    const inner = await frameOf(page, 'guide/dibao');
    await inner.waitForSelector('zwgk-guide-card');
    assert.equal(await page.$eval('iframe', (one) => one.clientHeight), 600);
    assert.ok(await inner.evaluate(() => document.scrollingElement!.scrollHeight > innerHeight));
    await page.close();
  });

  it('believes only the frame itself, from the address that it has in the page', async () => {
    // Another frame of the page, and the page itself, claim a height for the one above.
    hostPage = hold(
      `${frame('guides')}<iframe id="liar" title="x" src="data:text/html,<script>setInterval(()=>parent.postMessage({zwgk:'height',height:4321},'*'),20)</script>"></iframe>`,
    );
    const page = await openForeign();
    await fits(page, 'guides');
    await page.evaluate(() => {
      window.postMessage({ zwgk: 'height', height: 5432 }, '*');
      const frame = document.querySelector('iframe')!;
      for (const height of [-5, 1e9, '900', NaN, null])
        window.dispatchEvent(
          new MessageEvent('message', {
            source: frame.contentWindow,
            origin: new URL(frame.src).origin,
            data: { zwgk: 'height', height },
          }),
        );
      window.dispatchEvent(
        new MessageEvent('message', {
          source: frame.contentWindow,
          origin: 'https://elsewhere.example',
          data: { zwgk: 'height', height: 777 },
        }),
      );
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await fits(page, 'guides');
    const liar = await page.$eval('#liar', (one) => one.clientHeight);
    assert.notEqual(liar, 4321);
    await page.close();
  });

  it('frames without an address that can be asked hinder no other', async () => {
    hostPage = hold(
      `<iframe title="a" src="data:text/html,/embed/"></iframe><iframe title="b" src="http://[/embed/guides"></iframe>${frame('guides')}`,
    );
    const page = await site.browser.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.goto(foreignBase, { waitUntil: 'load' });
    await page.waitForFunction(() => document.querySelectorAll('iframe')[2]!.clientHeight !== 600);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  it('the letter form stays out of frames of origins that the site has not named', async () => {
    hostPage = hold(`${frame('complaint')}${frame('guides')}`);
    const page = await openForeign();
    await fits(page, 'guides');
    const frames = page.frames().map((one) => one.url());
    assert.ok(!frames.some((url) => url.includes('/embed/complaint')), frames.join());
    await page.close();
  });

  it('links leave the frame', async () => {
    hostPage = hold(frame('guide/dibao'));
    const page = await openForeign();
    const inner = await frameOf(page, 'guide/dibao');
    await inner.waitForFunction(() =>
      document.querySelector('zwgk-guide-card')?.shadowRoot?.querySelector('a.action[href]'),
    );
    await Promise.all([
      page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
      inner.evaluate(() =>
        document.querySelector('zwgk-guide-card')!.shadowRoot!.querySelector<HTMLElement>('a.action[href]')!.click(),
      ),
    ]);
    assert.equal(new URL(page.url()).origin, site.base);
    await page.close();
  });
});
