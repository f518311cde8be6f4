/** A page over 100,000 entries on a plain file server: bytes until the first rows stand, and until a search answers. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from 'puppeteer-core';
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';
import { madeEntries, madeNodes } from '../support/made-entries.mjs';
import { buildPack, generatedEntries, hasRows, readPack, servePack } from '../support/pack-site.mjs';

export async function run() {
  const folder = mkdtempSync(path.join(tmpdir(), 'zwgk-pack-'));
  const out = path.join(folder, 'out');
  const begin = performance.now();
  console.log(
    buildPack(
      hasRows ? generatedEntries() : { nodes: madeNodes, entries: madeEntries(100_000) },
      path.join(folder, 'source'),
      out,
    ).trim(),
  );
  const rowsOf = hasRows ? 'made from real ones' : 'made up';
  console.log(`100,000 rows, ${rowsOf}, and zwgk build: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  const files = readdirSync(out, { recursive: true }).map((name) => path.join(out, String(name)));
  const size = (end) =>
    files.filter((file) => file.endsWith(end)).reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  console.log(`${files.length} files: ${size('.json').toFixed(1)} MB as JSON, ${size('.gz').toFixed(1)} MB as gzip`);
  const browser = await launch({ executablePath: findBrowser(), args: chromiumFlags, protocolTimeout: 180000 });
  const rows = [];
  try {
    for (const gzip of [true, false]) {
      const server = await servePack(out, { gzip });
      for (const { name, count, ms, all, data } of await readPack(browser, server))
        rows.push({
          server: gzip ? 'compresses text' : 'compresses nothing',
          step: name,
          shown: count,
          'data kB': +(data / 1000).toFixed(1),
          'page, script and data kB': +(all / 1000).toFixed(1),
          ms,
        });
      await server.close();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  return rows;
}
