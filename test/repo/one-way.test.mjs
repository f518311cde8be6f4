/** Imports go down only: schema ← client ← elements ← publish ← server; shared ← subject folder ← define. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { elements, imports, order, read, sources } from './support.mjs';

for (const [rank, name] of order.entries())
  test(`${name} imports only what stands below it`, () => {
    const allowed = order.slice(0, rank);
    for (const file of sources(name))
      for (const specifier of imports(name, file)) {
        const own = /^@zwgk\/([^/]+)/.exec(specifier)?.[1];
        if (own) assert.ok(allowed.includes(own), `${file} imports ${specifier}`);
        if (specifier.startsWith('.'))
          assert.ok(
            !path.posix.join(path.posix.dirname(file), specifier).startsWith('..'),
            `${file} leaves its package by ${specifier}`,
          );
      }
    const { dependencies } = JSON.parse(read('packages', name, 'package.json'));
    for (const dependency of Object.keys(dependencies))
      if (dependency.startsWith('@zwgk/')) assert.ok(allowed.includes(dependency.slice(6)), `depends on ${dependency}`);
  });

test('a subject folder imports itself and shared ground, never another subject', () => {
  for (const folder of elements())
    for (const file of sources('elements').filter((file) => file.startsWith(`${folder}/`)))
      for (const specifier of imports('elements', file).filter((specifier) => specifier.startsWith('.'))) {
        const target = path.posix.join(path.posix.dirname(file), specifier);
        assert.match(target, new RegExp(`^(${folder}/|shared/|events\\.js$)`), `${file} imports ${specifier}`);
      }
});

test('shared ground knows no subject', () => {
  for (const file of sources('elements').filter((file) => file.startsWith('shared/')))
    for (const specifier of imports('elements', file).filter((specifier) => specifier.startsWith('.')))
      assert.match(path.posix.join('shared', specifier), /^(shared\/|events\.js$)/, `${file} imports ${specifier}`);
});

test('only the client fetches, the loader for it ahead of time, the doctor to look; only its parse file validates', () => {
  for (const name of ['client', 'elements'])
    for (const file of sources(name)) {
      const text = read('packages', name, 'src', file);
      // What cdn/early.ts asks for is the client's own request (docs/decisions/0015); the doctor shows nothing of what it gets.
      if (!['client/http.ts', 'elements/cdn/early.ts', 'elements/cdn/doctor.ts'].includes(`${name}/${file}`))
        assert.doesNotMatch(text, /\bfetch\(|XMLHttpRequest/, `${name}/${file} fetches`);
      if (`${name}/${file}` !== 'client/parse.ts')
        assert.doesNotMatch(text, /safeParse\(/, `${name}/${file} validates`);
    }
});

test('no element writes markup or inline style from data', () => {
  for (const file of sources('elements'))
    assert.doesNotMatch(
      read('packages/elements/src', file),
      /\.innerHTML\s*=|insertAdjacentHTML|unsafeHTML|unsafeSVG|\beval\(|new Function|style=\$\{|\bstyle="/,
      file,
    );
});
