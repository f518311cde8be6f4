/** Budgets of what a citizen's phone downloads: minified, gzip, in bytes (1 kB = 1,000). */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { at, elements, names } from './support.mjs';

const cdn = (file) => at('packages/elements/cdn', file);
const weigh = (...files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(cdn(file)), { level: 9 }).length, 0);

/** kB for each file; a new element needs a line here. */
export const budgets = {
  'zwgk.js': 4,
  'zwgk-guide-card.js': 20,
  'zwgk-guide-list.js': 18,
  'zwgk-catalogue.js': 22,
  'zwgk-flowchart.js': 24,
  'zwgk-complaint-form.js': 28,
  'zwgk-complaint-status.js': 22,
  'zwgk-all.js': 60,
  'zwgk-sdk.js': 38,
  'zwgk-whole.js': 190,
};

for (const [file, budget] of Object.entries(budgets))
  test(`${file} is within ${budget} kB`, () => {
    assert.ok(weigh(file) <= budget * 1000, `${file} is ${(weigh(file) / 1000).toFixed(1)} kB`);
  });

test('every element has a file of its own and a budget for it', () => {
  for (const name of elements().filter((name) => name !== 'provider')) {
    assert.ok(existsSync(cdn(`zwgk-${name}.js`)), `zwgk-${name}.js`);
    assert.ok(`zwgk-${name}.js` in budgets, `budget of zwgk-${name}.js`);
  }
});

/** A module with all that it imports at once; what it imports later is not counted. */
function closure(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(cdn(`modules/${file}`), 'utf8');
  for (const [, inner] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) closure(inner, seen);
  return seen;
}

test('a page with the loader and one guide card transfers at most 24 kB of script', () => {
  const files = [...closure('zwgk-guide-card.js')].map((file) => `modules/${file}`);
  const bytes = weigh('zwgk.js', ...files);
  assert.ok(bytes <= 24000, `${(bytes / 1000).toFixed(1)} kB in ${files.length + 1} files`);
});

test('the drawing of flow charts brings no second copy of Lit to a page with the classic script', () => {
  const files = [...closure('lazy-flowchart.stage.js')];
  for (const file of files) assert.doesNotMatch(readFileSync(cdn(`modules/${file}`), 'utf8'), /litHtmlVersions/, file);
  const bytes = weigh(...files.map((file) => `modules/${file}`));
  assert.ok(bytes <= 15000, `${(bytes / 1000).toFixed(1)} kB in ${files.join(', ')}`);
});

test('what an element runs at once tells Chromium so, files with several elements do not', () => {
  const told = (file) => /^\/\/# allFunctionsCalledOnLoad\n/.test(readFileSync(cdn(file), 'utf8'));
  for (const name of elements().filter((name) => name !== 'provider'))
    assert.ok(told(`zwgk-${name}.js`), `zwgk-${name}.js`);
  for (const file of ['zwgk-catalogue.js', 'zwgk-flowchart.js', 'lazy-document.js', 'lazy-flowchart.stage.js'])
    assert.ok(told(`modules/${file}`), file);
  for (const file of ['zwgk-all.js', 'zwgk-whole.js', 'zwgk-sdk.js']) assert.ok(!told(file), file);
});

test('a page with the loader and one catalogue asks for at most five files of script', () => {
  const files = ['zwgk.js', ...closure('zwgk-catalogue.js')];
  assert.ok(files.length <= 5, files.join(', '));
});

test('the client without schemas is within 4 kB', async () => {
  const bundle = await rollup({
    input: at('packages/client/dist/index.js'),
    external: ['@zwgk/schema', 'zod/mini'],
    plugins: [nodeResolve(), terser({ module: true, ecma: 2020, compress: { passes: 3 } })],
    onwarn() {},
  });
  const { output } = await bundle.generate({ format: 'es' });
  const bytes = gzipSync(output[0].code, { level: 9 }).length;
  await bundle.close();
  assert.ok(bytes <= 4000, `${bytes} bytes`);
});

test('files for old pages are ASCII only, without eval, and pinned', () => {
  const integrity = JSON.parse(readFileSync(cdn('integrity.json'), 'utf8'));
  for (const file of names('packages/elements/cdn').filter((file) => file.endsWith('.js'))) {
    const code = readFileSync(cdn(file), 'latin1');
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(code, /[^\x00-\x7F]/, `${file} is ASCII`);
    assert.doesNotMatch(code, /\beval\(|new Function\(/, file);
    // Safari before 16.4 (WeChat on older iPhones) refuses a whole script for one look-behind.
    assert.doesNotMatch(code, /\(\?<[=!]/, `${file} has no look-behind`);
    assert.match(integrity[file] ?? '', /^sha384-/, file);
  }
});
