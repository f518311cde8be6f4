/** What `npm pack` puts into a package: everything its exports name, its words and its licence, sources for its maps, no more. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { at, order, read } from './support.mjs';

const packed = (name) =>
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--offline', '--ignore-scripts'], {
      cwd: at('packages', name),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
      maxBuffer: 2 ** 26,
    }),
  )[0];
const targets = (value) => (typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(targets));

for (const name of order)
  test(`@zwgk/${name} holds what it needs and nothing else`, () => {
    const { files } = packed(name);
    const paths = new Set(files.map((file) => file.path));
    const manifest = JSON.parse(read('packages', name, 'package.json'));
    for (const wanted of ['package.json', 'README.md', 'LICENSE']) assert.ok(paths.has(wanted), wanted);
    assert.equal(read('packages', name, 'LICENSE'), read('LICENSE'));
    for (const target of [...targets(manifest.exports), ...targets(manifest.bin)]) {
      const pattern = new RegExp(
        `^${target
          .slice(2)
          .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
          .replace('*', '.+')}$`,
      );
      assert.ok(
        [...paths].some((one) => pattern.test(one)),
        `nothing at ${target}`,
      );
    }
    for (const one of paths)
      assert.doesNotMatch(one, /tsbuildinfo|\.test\.|\.browser\.|(?:^|\/)\.(?!gitkeep)|node_modules/, one);
    for (const one of paths)
      if (/^dist\/.*\.map$/.test(one)) {
        const { sources, sourcesContent } = JSON.parse(readFileSync(at('packages', name, one), 'utf8'));
        for (const source of sources)
          assert.ok(
            sourcesContent || paths.has(path.posix.join(path.posix.dirname(one), source)),
            `${one} leads to ${source}, which is not in the package`,
          );
      }
  });
