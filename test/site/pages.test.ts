/** Every page of the sample site, as a citizen opens it: on a desk and on a telephone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, overflow, sitePages, startSite, textOf, type Site } from '../support/site.js';

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.end());

/** Words that stand in the element itself, not in what the page wrote inside it. */
const shows: Record<string, RegExp> = {
  'zwgk-catalogue': /共.*[1-9]\d*/,
  'zwgk-flowchart': /流程图.*文字说明/,
  'zwgk-guide-list': /共\d+项/,
  'zwgk-guide-card': /多久办好.*(?:工作日|当场|即时)/,
  'zwgk-complaint-form': /填写来信.*核对内容.*取得回执/,
  'zwgk-complaint-status': /查询码/,
};

const pages = sitePages();
/** One page of each kind is opened at both widths, the others at the narrow one, where things break. */
const kinds =
  /^\/(?:$|[a-z]+\.html|interact\/|disclosure\/|services\/(?:$|agencies|dibao)|flowcharts\/foi|m\/services\/food)/;

describe('The pages of the sample site', () => {
  for (const address of pages)
    for (const width of kinds.test(address) ? [1280, 375] : [375])
      it(`${address} shows its elements at ${width} px, without an error and without scrolling sideways`, async () => {
        const { page, problems, close } = await open(site, address, { width });
        for (const [tag, words] of Object.entries(shows))
          if (await page.$(tag)) assert.match(await textOf(page, tag), words, tag);
        assert.deepEqual(await overflow(page), []);
        assert.deepEqual(problems, []);
        await close();
      });

  it('has five elements on the first page, and a link to each host page', async () => {
    const { page, close } = await open(site, '/');
    // The list of guides has a page of its own.
    for (const tag of Object.keys(shows)) if (tag !== 'zwgk-guide-list') assert.ok(await page.$(tag), tag);
    const links = await page.$$eval('a[href^="/hosts/"]', (all) => all.map((a) => a.getAttribute('href')));
    for (const name of ['gb18030', 'csp', 'jquery', 'files', 'noscript', 'inline', 'react', 'vue', 'frames', 'rem'])
      assert.ok(links.includes(`/hosts/${name}.html`), name);
    await close();
  });

  it('on a tablet, which is touched, the columns and filters of the catalogue are 44 px high', async () => {
    const { page, close } = await open(site, '/zwgk.html', { width: 1024 });
    await page.setViewport({ width: 1024, height: 800, hasTouch: true });
    const small = await page.$eval('zwgk-catalogue', (element) =>
      [
        ...element.shadowRoot!.querySelectorAll<HTMLElement>(
          '.fold, .node, [part=filters] summary, details[open] label',
        ),
      ]
        .filter((one) => one.offsetHeight < 44)
        .map((one) => `${one.textContent}: ${one.offsetHeight}`),
    );
    assert.deepEqual(small, []);
    await close();
  });

  it('leads nowhere that is not there', async () => {
    const targets = new Map<string, string>();
    for (const address of [...pages, '/hosts/']) {
      const text = await (await fetch(site.base + address)).text();
      for (const [, href] of text.matchAll(/(?:href|src)="([^"#]+)/g))
        // `{caseNo}` stands for what a reader puts in.
        if (href!.startsWith('/') && !href!.includes('{'))
          targets.set(href!.replace(/&amp;/g, '&').split('?')[0]!, address);
    }
    assert.ok(targets.size > 50);
    for (const [target, from] of targets) {
      const { status } = await fetch(site.base + target);
      assert.equal(status, 200, `${target}, linked from ${from}`);
    }
  });

  it('has the pages that the sample guides, charts and catalogue lead to', async () => {
    const { items } = (await (await fetch(`${site.base}/api/v1/guides?pageSize=100`)).json()) as {
      items: { id: string }[];
    };
    const charts = (await (await fetch(`${site.base}/api/v1/flowcharts?pageSize=100`)).json()) as typeof items & {
      items: { id: string }[];
    };
    assert.ok(items.length >= 8 && charts.items.length >= 5);
    const documents = [...items.map(({ id }) => `guides/${id}`), ...charts.items.map(({ id }) => `flowcharts/${id}`)];
    for (const document of documents) {
      const text = await (await fetch(`${site.base}/api/v1/${document}`)).text();
      for (const [, path] of text.matchAll(/"(\/[a-z]+\/[^"]+\.html)"/g))
        assert.equal((await fetch(site.base + path)).status, 200, `${path} in ${document}`);
    }
  });

  it('finds published information by the search box in the head of each page', async () => {
    const { page, problems, close } = await open(site, '/overview.html');
    await page.type('#q', '宅基地');
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
    await page.waitForFunction(() => document.querySelector('#mulu')?.shadowRoot?.textContent?.includes('宅基地'), {
      timeout: 20000,
    });
    assert.equal(new URL(page.url()).pathname, '/zwgk.html');
    assert.doesNotMatch(await textOf(page, '#mulu'), /稻溪镇召开冬春火灾防控和森林防灭火部署会/);
    assert.deepEqual(problems, []);
    await close();
  });

  it('tells by the number of a case at which step of its guide it stands', async () => {
    const { page, problems, close } = await open(site, '/services/disability-card.html');
    await page.waitForFunction(() => document.querySelector('zwgk-guide-card')?.shadowRoot?.querySelector('#case'), {
      timeout: 20000,
    });
    const number = await page.evaluate(() => /DX\d+-\d+/.exec(document.body.innerText)![0]);
    await page.evaluate(() =>
      document.querySelector('zwgk-guide-card')!.shadowRoot!.querySelector<HTMLElement>('#case')!.focus(),
    );
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    const here = await page.waitForFunction(
      () =>
        document.querySelector('zwgk-guide-card')!.shadowRoot!.querySelector('[aria-current=step]')?.closest('h4')
          ?.textContent,
      { timeout: 20000 },
    );
    assert.match((await here.jsonValue())!, /公示\s*当前环节/);
    assert.match(await textOf(page, 'zwgk-guide-card'), /在办，公示（截至2026年11月18日）/);
    assert.deepEqual(problems, []);
    await close();
  });
});
