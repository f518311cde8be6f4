/** What the published files ask of a browser: the loader nothing (ES5), the rest ES2021. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { at, names } from './support.mjs';

// The parser that terser, our minifier, stands on.
const require = createRequire(createRequire(import.meta.url).resolve('terser'));
const { parse } = require('acorn');
const read = (file) => readFileSync(at('packages/elements/cdn', file), 'utf8');

test('zwgk.js is ES5: a browser below the floor reads it and does nothing', () => {
  parse(read('zwgk.js'), { ecmaVersion: 5 });
  assert.throws(() => parse('import("a")', { ecmaVersion: 5 }), SyntaxError, 'the parser would notice');
});

test('what the museum and its pages run themselves is ES5: the floor is visited too', () => {
  const folders = ['test/site/museum', 'test/site/museum/pages'];
  for (const folder of folders)
    for (const file of names(folder).filter((name) => name.endsWith('.js')))
      parse(readFileSync(at(folder, file), 'utf8'), { ecmaVersion: 5 });
});

test('every other file is what Chromium 86 reads: ES2021 and class fields', () => {
  for (const file of names('packages/elements/cdn').filter((file) => file.endsWith('.js'))) {
    const sourceType = file.startsWith('modules/') ? 'module' : 'script';
    parse(read(file), { ecmaVersion: 2022, sourceType, allowAwaitOutsideFunction: false });
    assert.ok(!/\bstatic ?\{/.test(read(file)), `${file} has no static blocks`);
  }
});

test('no file uses what Chromium 86 lacks', () => {
  for (const file of names('packages/elements/cdn').filter((file) => file.endsWith('.js')))
    assert.equal(
      /\bstructuredClone\(|\bObject\.hasOwn\(|\.randomUUID\(|AbortSignal\.(?:any|timeout)\(|\.findLast\(|\.toSorted\(/.exec(
        read(file),
      )?.[0],
      undefined,
      file,
    );
});
