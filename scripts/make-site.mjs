#!/usr/bin/env node
// Writes the pages of the sample site (packages/server/site) from the templates in scripts/site and the examples, the
// way the publishing system of an old site does: static pages with the same head and foot. The host pages, styles,
// scripts and pictures are written by hand. `--check` writes nothing and fails when a page is not what it should be.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { home } from './site/home.mjs';
import { pages } from './site/pages.mjs';

const out = join(dirname(fileURLToPath(import.meta.url)), '../packages/server/site');
const files = new Map([['index.html', home()], ...pages()]);

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
let stale = 0;
for (const [name, text] of files) {
  const file = join(out, name);
  if (read(file) === text) continue;
  stale++;
  if (process.argv.includes('--check')) {
    console.error(`site/${name} is not what its template and the examples say; run node scripts/make-site.mjs`);
    process.exitCode = 1;
    continue;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${files.size} pages, ${stale} ${process.argv.includes('--check') ? 'stale' : 'written'}`);
