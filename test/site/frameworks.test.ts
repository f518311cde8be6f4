/**
 * The elements in other people's frameworks, on the model of custom-elements-everywhere: the same app in each, the same
 * questions to each. The table in docs/guides/frameworks.md is compared with what came out here.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { App, State } from '../frameworks/apps/state.js';
// @ts-expect-error a script without types
import { bundle as bundleOf, frameworks as known } from '../frameworks/bundle.mjs';
import { startSite, type Site } from '../support/site.js';

interface Framework {
  readonly app: string;
  readonly own?: boolean;
}
const frameworks = known as Record<string, Framework>;
const bundle = bundleOf as (framework: Framework) => Promise<string>;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const sample = JSON.parse(
  readFileSync(path.join(root, 'packages/schema/examples/guides/birth-registration.json'), 'utf8'),
) as Record<string, unknown>;

type Card = HTMLElement & { guide: unknown; compact: boolean; updateComplete: Promise<unknown> };
interface Stage {
  app: { start(container: Element, state: State): Promise<App> };
  running: App;
  state: State;
  calls: string[];
  kept: Card;
}
declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Window extends Stage {}
}

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.end());

const passed: Record<string, number> = {};

for (const [name, framework] of Object.entries(frameworks))
  describe(name, () => {
    let page: Page;
    const problems: string[] = [];
    before(async () => {
      page = await site.browser.newPage();
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.setRequestInterception(true);
      const own = framework.own ? '' : '<script src="/cdn/zwgk-guide-card.js"></script>';
      page.on('request', (request) => {
        if (!request.url().endsWith('/framework.html')) return void request.continue();
        void request.respond({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>App</title>${own}<div id="root"></div>`,
        });
      });
      await page.goto(`${site.base}/framework.html`);
      await page.evaluate('globalThis.__name = (made) => made');
      await page.addScriptTag({ content: await bundle(framework) });
      await page.evaluate(
        async (guide) => {
          window.calls = [];
          window.state = {
            files: '/files',
            guide,
            situation: '',
            compact: false,
            shown: true,
            ids: ['birth-registration', 'dibao'],
            onOpen(event) {
              event.preventDefault();
              window.calls.push((event.detail as { guide: { taskName: string } }).guide.taskName);
            },
          };
          window.running = await window.app.start(document.querySelector('#root')!, window.state);
        },
        { ...sample, url: '#guide' },
      );
    });
    after(() => page.close());

    const ask = (what: string, question: () => Promise<void>) =>
      test(what, async () => {
        await question();
        assert.deepEqual(problems.splice(0), []);
        passed[name] = (passed[name] ?? 0) + 1;
      });
    const set = (change: Partial<State>) =>
      page.evaluate((change) => window.running.set(change), change as Omit<Partial<State>, 'onOpen'>);
    const shows = (selector: string, text: string) =>
      page.waitForFunction(
        (selector, text) => document.querySelector(selector)?.shadowRoot?.textContent?.includes(text),
        { timeout: 20000, polling: 50 },
        selector,
        text,
      );

    ask('hands a document over as the property it is', async () => {
      await shows('#card', String(sample['taskName']));
      assert.equal(
        await page.evaluate(() => (document.querySelector('#card') as Card).guide === window.state.guide),
        true,
      );
    });

    ask('keeps what the author wrote inside the tag', async () => {
      assert.equal(await page.$eval('#card', (card) => card.querySelector('a')?.getAttribute('href')), '#floor');
    });

    ask('hands on a text that changes', async () => {
      await set({ situation: 'who:self' });
      await page.waitForFunction(
        () => (document.querySelector('#card') as unknown as { situation: string }).situation === 'who:self',
      );
    });

    ask('switches a yes-or-no attribute on and off', async () => {
      const compact = () => page.$eval('#card', (card) => (card as Card).compact);
      await set({ compact: true });
      assert.equal(await compact(), true);
      await set({ compact: false });
      assert.equal(await compact(), false);
    });

    ask('hears an event, reads what it carries, and can prevent it', async () => {
      await page.evaluate(async () => {
        const card = document.querySelector('#card') as Card;
        await card.updateComplete;
        [...card.shadowRoot!.querySelectorAll('a')].find((a) => a.getAttribute('href') === '#guide')!.click();
      });
      assert.deepEqual(await page.evaluate(() => window.calls), [sample['taskName']]);
      assert.equal(await page.evaluate(() => location.hash), '');
    });

    ask('shows another document when the property changes', async () => {
      await page.evaluate((guide) => window.running.set({ guide }), { ...sample, taskName: '另一事项' });
      await shows('#card', '另一事项');
    });

    ask('lets elements find the provider around them', async () => {
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll('.by-id')].length === 2 &&
          [...document.querySelectorAll('.by-id')].every(
            (card) => !card.hasAttribute('aria-busy') && card.shadowRoot!.querySelector('h2,h3,[part=title]'),
          ),
        { timeout: 20000, polling: 50 },
      );
    });

    ask('keeps an element when its place in a list changes', async () => {
      await page.evaluate(
        () => (window.kept = document.querySelector('.by-id[guide-id=dibao],.by-id:nth-of-type(3)') as Card),
      );
      await set({ ids: ['dibao', 'birth-registration', 'disability-card'] });
      assert.equal(await page.evaluate(() => window.kept.isConnected && document.querySelectorAll('.by-id').length), 3);
      await page.waitForFunction(() => /低保|最低生活/.test(window.kept.shadowRoot!.textContent ?? ''), {
        timeout: 20000,
        polling: 50,
      });
    });

    ask('takes an element away and brings a new one', async () => {
      await set({ shown: false });
      assert.equal(await page.$('#card'), null);
      await set({ shown: true });
      await shows('#card', '另一事项');
    });

    ask('goes back to what the author wrote when there is no document', async () => {
      await page.evaluate(() => window.running.set({ guide: undefined }));
      await page.waitForFunction(() => !document.querySelector('#card')!.shadowRoot!.querySelector('[part=title]'));
      assert.equal(await page.$eval('#card a', (link) => link.getBoundingClientRect().height > 0), true);
    });

    ask('leaves nothing behind', async () => {
      await page.evaluate(() => window.running.stop());
      assert.equal(await page.evaluate(() => document.querySelectorAll('zwgk-guide-card,zwgk-provider').length), 0);
    });
  });

test('the scores in the documentation are these', () => {
  const lines = Object.keys(frameworks).map((name) => `| ${name} | ${passed[name] ?? 0} / 11 |`);
  const text = readFileSync(path.join(root, 'docs/guides/frameworks.md'), 'utf8').replace(/ +\|/g, ' |');
  for (const line of lines) assert.ok(text.includes(line), `docs/guides/frameworks.md: ${line}`);
});
