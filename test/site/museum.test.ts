/**
 * The museum's quick round: the current Chromium, the pages that break most, every element on each of them. All pages in
 * all browsers: `npm run test:museum`.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
// @ts-expect-error a script without types
import { findBrowser } from '../../scripts/find-browser.mjs';
// @ts-expect-error a script without types
import { chromium } from './museum/drivers.mjs';
// @ts-expect-error a script without types
import { elements } from './museum/elements.mjs';
// @ts-expect-error a script without types
import { pages } from './museum/pages.mjs';
// @ts-expect-error a script without types
import { startMuseum } from './museum/server.mjs';
// @ts-expect-error a script without types
import { shiftsOf, visit } from './museum/visit.mjs';

interface Page {
  readonly name: string;
  readonly what: string;
  readonly fast?: boolean;
}
type Faults = Record<string, string[]>;

let museum: { end(): Promise<void> };
let driver: { end(): Promise<void> };
const cache = new Map();
before(async () => {
  museum = await startMuseum();
  driver = await chromium(findBrowser());
});
after(async () => {
  await driver.end();
  await museum.end();
});

describe('The museum of hostile pages', () => {
  it('has an entry for every element: how it is embedded, and one use of it', () => {
    const tags = readdirSync(new URL('../../packages/elements/src/define', import.meta.url))
      .filter((file) => file.endsWith('.ts') && file !== 'zwgk-provider.ts')
      .map((file) => file.replace('.ts', ''));
    assert.deepEqual(Object.keys(elements).sort(), tags.sort());
  });

  for (const page of (pages as Page[]).filter(({ fast }) => fast))
    it(`${page.name} (${page.what}): every element looks right and works, the page is unharmed`, async () => {
      const { faults } = (await visit(driver, museum, page, { cache })) as { faults: Faults };
      assert.deepEqual(Object.fromEntries(Object.entries(faults).filter(([, list]) => list.length)), {});
    });

  it('what follows an element stays where it is while the element loads', async () => {
    const page = (pages as Page[]).find(({ name }) => name === 'root-62')!;
    const shifts = (await shiftsOf(driver, museum, page)) as Record<string, number>;
    for (const [tag, shift] of Object.entries(shifts)) assert.ok(shift < 0.05, `${tag}: a layout shift of ${shift}`);
  });
});
