/** 100,000 entries on a server that only gives out files: what a page transfers, to the byte, and what a reader sees. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch, type Browser } from 'puppeteer-core';
// @ts-expect-error a script without types
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';
// @ts-expect-error a script without types
import { madeEntries, madeNodes } from '../support/made-entries.mjs';
// @ts-expect-error a script without types
import { buildPack, generatedEntries, hasRows, readPack, servePack } from '../support/pack-site.mjs';

interface Step {
  name: string;
  count: string;
  titles: string[];
  all: number;
  data: number;
}

let browser: Browser;
const folder = mkdtempSync(path.join(tmpdir(), 'zwgk-pack-'));
before(async () => {
  browser = await launch({
    executablePath: findBrowser() as string,
    args: chromiumFlags as string[],
    protocolTimeout: 180000,
  });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

for (const [what, rows, word] of [
  ['made from real ones', () => generatedEntries(), '安全生产'],
  ['made up', () => ({ nodes: madeNodes, entries: madeEntries(100_000) }), '安全生产'],
] as const)
  test(
    `a page over 100,000 entries ${what}: at most 700 kB to the first rows, 2.5 MB to a search, on any server`,
    { skip: what === 'made up' || hasRows ? false : 'no ../shared/data' },
    async () => {
      const name = what === 'made up' ? 'made' : 'real';
      const out = path.join(folder, name, 'out');
      assert.match(buildPack(rows(), path.join(folder, name, 'source'), out), /已生成 \d+ 个文件/);
      for (const gzip of [true, false]) {
        const server = await servePack(out, { gzip });
        const [first, search, filter] = (await readPack(browser, server)) as Step[];
        await server.close();
        assert.match(first!.count, /100000/);
        assert.equal(first!.titles.length, 20);
        assert.ok(first!.all <= 700_000, `${first!.all} bytes to the first rows`);
        assert.equal(search!.titles.length, 20);
        for (const title of search!.titles) assert.match(title, new RegExp(word));
        assert.ok(search!.all <= 2_500_000, `${search!.all} bytes to a search`);
        assert.equal(filter!.titles.length, 20);
      }
    },
  );
