/** The elements in pages of other makes: old encodings, strict policies, jQuery, frameworks, no service, no script. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { open, settled, startSite, tabTo, textOf, type Site } from '../support/site.js';

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.end());

const tags = ['zwgk-catalogue', 'zwgk-flowchart', 'zwgk-guide-card', 'zwgk-complaint-form', 'zwgk-complaint-status'];
const words: Record<string, RegExp> = {
  'zwgk-catalogue': /共.*[1-9]\d*/,
  'zwgk-flowchart': /文字说明/,
  'zwgk-guide-card': /多久办好|申请材料/,
  'zwgk-complaint-form': /填写来信/,
  'zwgk-complaint-status': /查询码/,
};
const shown = async (page: Page, but: readonly string[] = []) => {
  for (const tag of tags)
    if (!but.includes(tag)) {
      await page.waitForSelector(tag);
      assert.match(await textOf(page, tag), words[tag]!, tag);
    }
};
const log = (page: Page) => page.$$eval('#log li', (lines) => lines.map((line) => line.textContent ?? ''));
/** A chart in a tab that was hidden is drawn once it is seen. */
const drawn = (page: Page) =>
  page.waitForFunction(
    () => {
      const svg = document.querySelector('zwgk-flowchart')!.shadowRoot!.querySelector('svg');
      const { width = 0, height = 0 } = svg?.getBoundingClientRect() ?? {};
      return width > 200 && height > 200;
    },
    { timeout: 20000 },
  );
/** Style that the reader meets inside an element. */
const styleInside = (page: Page, tag: string, selector: string) =>
  page.evaluate(
    (tag, selector) => {
      const inside = document.querySelector(tag)!.shadowRoot!.querySelector(selector)!;
      const { fontSize, letterSpacing, lineHeight, textAlign, textIndent, textTransform, whiteSpace } =
        getComputedStyle(inside);
      return {
        fontSize,
        letterSpacing,
        textAlign,
        textIndent,
        textTransform,
        whiteSpace,
        ratio: parseFloat(lineHeight) / parseFloat(fontSize),
      };
    },
    tag,
    selector,
  );

describe('Host pages', () => {
  for (const name of ['gb18030', 'csp', 'jquery', 'rem', 'react', 'vue', 'inline', 'files'])
    for (const width of [1280, 375])
      it(`${name}.html shows all elements at ${width} px without an error or a violation of its policy`, async () => {
        const { page, problems, close } = await open(site, `/hosts/${name}.html`, { width });
        const without = ['inline', 'files'].includes(name) ? ['zwgk-complaint-form', 'zwgk-complaint-status'] : [];
        await shown(page, without);
        // Without a service what the author wrote inside stays: where else to turn.
        for (const tag of without) assert.match(await textOf(page, tag), /12345|0460-/, tag);
        assert.deepEqual(problems, []);
        await close();
      });

  it('csp.html is served with a policy that forbids inline scripts and styles and demands trusted types', async () => {
    const { page, problems, close } = await open(site, '/hosts/csp.html');
    const policy = (await fetch(`${site.base}/hosts/csp.html`)).headers.get('content-security-policy') ?? '';
    assert.match(
      policy,
      /default-src 'none'.*script-src 'self';.*style-src 'self';.*require-trusted-types-for 'script'/,
    );
    // The policy is at work: a page's own violation is told.
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.waitForFunction(() => !document.querySelector<HTMLElement>('#violations')!.hidden);
    assert.ok(problems.some((problem) => problem.startsWith('policy: style-src')));
    await close();
  });

  it('csp.html prints a paper form of its guide, alone and on its own paper, without a violation', async () => {
    const { page, problems, close } = await open(site, '/hosts/csp.html');
    const sheet = await page.evaluate(async () => {
      const card = document.querySelector('zwgk-guide-card')!;
      const sleep = () => new Promise((resolve) => setTimeout(resolve, 50));
      const printed = new Promise<Document>((resolve) =>
        card.addEventListener('zwgk-guide-print', ({ detail }) => {
          detail.document.defaultView!.print = () => resolve(detail.document);
        }),
      );
      while (!card.shadowRoot?.querySelector('.print button')) await sleep();
      card.shadowRoot.querySelector<HTMLElement>('.print button')!.click();
      const made = await printed;
      return {
        text: made.body.textContent,
        size: getComputedStyle(made.querySelector('h1')!).fontSize,
        rules: made.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join(' '),
        code: !!made.querySelector('.qr'),
      };
    });
    assert.match(sheet.text, /一次性告知单/);
    assert.match(sheet.rules, /@page[^}]*210mm 297mm/);
    // 20 pt: the sheet has arrived although the policy forbids inline styles.
    assert.match(sheet.size, /^26\.6/);
    assert.ok(sheet.code);
    assert.deepEqual(problems, []);
    await close();
  });

  it('gb18030.html is read as GBK in quirks mode, and the elements in it are not garbled and not 12 px', async () => {
    const { page, problems, close } = await open(site, '/hosts/gb18030.html');
    assert.deepEqual(await page.evaluate(() => [document.characterSet, document.compatMode]), ['GBK', 'BackCompat']);
    assert.match(await page.$eval('marquee', (node) => node.textContent), /䶮、㙍、𠮷/);
    const guide = (await (await fetch(`${site.base}/api/v1/guides/elder-allowance`)).json()) as { taskName: string };
    assert.ok((await textOf(page, 'zwgk-guide-card')).includes(guide.taskName));
    const style = await styleInside(page, 'zwgk-catalogue', '[part="status"]');
    assert.equal(style.fontSize, '16px');
    assert.ok(style.ratio > 1.5);
    assert.deepEqual(problems, []);
    await close();
  });

  it('gb18030.html has a chart that is drawn in full once its hidden tab is opened', async () => {
    const { page, problems, close } = await open(site, '/hosts/gb18030.html');
    await page.click('#link2');
    await drawn(page);
    assert.deepEqual(problems, []);
    await close();
  });

  it('gb18030.html takes its letter in a form around everything, and only ours is sent', async () => {
    const { page, problems, close } = await open(site, '/hosts/gb18030.html');
    await page.click('#link3');
    await page.waitForSelector('#tab3', { visible: true });
    await page.evaluate(() =>
      document.querySelector('zwgk-complaint-form')!.shadowRoot!.querySelector<HTMLElement>('#f-title')!.focus(),
    );
    await page.keyboard.type('村口路灯不亮');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(new URL(page.url()).pathname, '/hosts/gb18030.html');
    assert.match(await textOf(page, 'zwgk-complaint-form'), /处需要改正/);
    assert.deepEqual(problems, []);
    await close();
  });

  it('rem.html neither shrinks nor spreads the text of the elements', async () => {
    const { page, close } = await open(site, '/hosts/rem.html');
    const style = await styleInside(page, 'zwgk-guide-card', '[part="title"] ~ *');
    assert.equal(style.fontSize, '16px');
    assert.deepEqual(
      [style.letterSpacing, style.textAlign, style.textIndent, style.textTransform, style.whiteSpace],
      ['normal', 'start', '0px', 'none', 'normal'],
    );
    assert.ok(style.ratio > 1.5);
    await close();
  });

  it('jquery.html hears our events by delegation and on the element, and can prevent them', async () => {
    const { page, problems, close } = await open(site, '/hosts/jquery.html');
    await page.waitForFunction(() =>
      document.querySelector('zwgk-guide-card')?.shadowRoot?.querySelector('a[href="/services/temporary-relief.html"]'),
    );
    await tabTo(page, /查看办事指南/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#log li');
    assert.deepEqual(await log(page), ['卡片自己听到 zwgk-guide-open', '打开办事指南：临时救助对象认定、救助金给付']);
    assert.equal(new URL(page.url()).pathname, '/hosts/jquery.html', 'prevented: the reader stays');
    // Another guide, written anew by .html().
    await page.click('#guides [data-guide="disability-card"]');
    await page.waitForFunction(() =>
      document.querySelector('zwgk-guide-card')?.shadowRoot?.textContent?.includes('残疾人证办理'),
    );
    assert.deepEqual(problems, []);
    await close();
  });

  it('jquery.html hears which step of the chart a reader selects', async () => {
    const { page, problems, close } = await open(site, '/hosts/jquery.html');
    await page.click('.hd a[href="#flow"]');
    await drawn(page);
    await tabTo(page, /^(?:g|path) ./);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /选中环节：./.test(document.querySelector('#log')!.textContent));
    assert.deepEqual(problems, []);
    await close();
  });

  for (const name of ['react', 'vue'])
    it(`${name}.html hands over another guide as a property and listens by its own means`, async () => {
      const { page, problems, close } = await open(site, `/hosts/${name}.html`);
      const has = (text: string) =>
        page.waitForFunction(
          (text) => document.querySelector('zwgk-guide-card')?.shadowRoot?.textContent?.includes(text),
          { timeout: 10000 },
          text,
        );
      await has('临时救助对象认定');
      await (name === 'react'
        ? page.click('.choice button:nth-of-type(2)')
        : page.click('.choice input[value="dibao"]'));
      await has('最低生活保障对象认定');
      await tabTo(page, /查看办事指南/);
      await page.keyboard.press('Enter');
      await page.waitForSelector('#log li');
      assert.deepEqual(await log(page), ['打开办事指南：最低生活保障对象认定、保障金给付']);
      await settled(page);
      assert.match(await textOf(page, 'zwgk-flowchart'), /最低生活保障审核确认流程图/);
      assert.deepEqual(problems, []);
      await close();
    });

  it('files.html shows from a folder what the same tags show from the service', async () => {
    const folder = await open(site, '/hosts/files.html');
    const service = await open(site, '/services/dibao.html');
    const text = await textOf(folder.page, 'zwgk-guide-card');
    assert.match(text, /最低生活保障/);
    assert.equal(text, await textOf(service.page, 'zwgk-guide-card'));
    const asked = await folder.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    assert.ok(asked.some((path) => path.startsWith('/files/')));
    assert.ok(!asked.some((path) => path.startsWith('/api/')));
    await folder.close();
    await service.close();
  });

  it('inline.html asks no service for anything', async () => {
    const { page, problems, close } = await open(site, '/hosts/inline.html');
    assert.match(await textOf(page, 'zwgk-catalogue'), /2026年10月村级财务收支公开/);
    assert.match(await textOf(page, 'zwgk-flowchart'), /村民建房代办流程/);
    const asked = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    assert.deepEqual(
      asked.filter((path) => !/^\/(?:cdn|img)\//.test(path) && path !== '/favicon.ico'),
      [],
    );
    assert.deepEqual(problems, []);
    await close();
  });
});

describe('Without scripts', () => {
  const write = async (page: Page, title: string) => {
    await page.select('select[name="kind"]', 'suggestion');
    await page.type('input[name="title"]', title);
    await page.type('textarea[name="content"]', '早上送孩子的人多，建议校门口增设一处斑马线。');
    await page.type('input[name="name"]', '买买提·艾力');
    await page.type('input[name="phone"]', '0460-0000999');
  };

  for (const address of ['/hosts/noscript.html', '/'])
    it(`${address} shows what its author wrote, takes a letter and gives a receipt that opens the case`, async () => {
      const { page, problems, close } = await open(site, address, { script: false });
      const text = await page.$eval('body', (body) => (body as HTMLElement).innerText);
      for (const words of [/事项名称/, /承诺办结时限/, /标题（必填）/]) assert.match(text, words);
      await write(page, '建议在中心小学门口设斑马线');
      const [answer] = await Promise.all([
        page.waitForNavigation({ waitUntil: 'load' }),
        page.click('form[action="/api/v1/complaints"] button'),
      ]);
      assert.equal(answer!.status(), 201);
      const receipt = await page.$eval('body', (body) => (body as HTMLElement).innerText);
      assert.match(receipt, /查询码/);
      const queryCode = await page.$eval('.code', (node) => node.textContent);
      const lookup = await fetch(`${site.base}/api/v1/complaints/lookup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ queryCode }),
      });
      const found = (await lookup.json()) as { title: string; state: string };
      assert.deepEqual([found.title, found.state], ['建议在中心小学门口设斑马线', 'submitted']);
      assert.deepEqual(problems, []);
      // The plain look-up form opens it, too.
      await page.goto(site.base + address);
      await page.type('input[name="queryCode"]', queryCode!);
      await Promise.all([
        page.waitForNavigation({ waitUntil: 'load' }),
        page.click('form[action="/api/v1/complaints/lookup"] button'),
      ]);
      assert.match(await page.$eval('body', (body) => (body as HTMLElement).innerText), /建议在中心小学门口设斑马线/);
      await close();
    });

  it('says in plain Chinese what is missing in a letter', async () => {
    const { page, close } = await open(site, '/hosts/noscript.html', { script: false });
    await page.type('input[name="title"]', '请修路');
    await page.type('textarea[name="content"]', '村道坑洼。');
    const [answer] = await Promise.all([
      page.waitForNavigation({ waitUntil: 'load' }),
      page.click('form[action="/api/v1/complaints"] button'),
    ]);
    assert.equal(answer!.status(), 422);
    assert.match(await page.$eval('body', (body) => (body as HTMLElement).innerText), /姓名/);
    await close();
  });
});
