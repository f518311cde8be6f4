#!/usr/bin/env node
// Writes packages/schema/examples/*.json from the hand-written sources in examples/src.
// `--check` writes nothing and fails when a file differs from what the sources say.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documents } from '../packages/schema/examples/src/index.mjs';

const out = join(dirname(fileURLToPath(import.meta.url)), '../packages/schema/examples');

/** Pretty, except that each item of the long list named by `oneLine` stands on a line of its own. */
const text = (value, oneLine) => {
  if (!oneLine) return `${JSON.stringify(value, null, 2)}\n`;
  const { [oneLine]: list, ...rest } = value;
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  return `${head},\n  "${oneLine}": [\n${list.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]\n}\n`;
};

const files = new Map(documents().map(({ path, value, oneLine }) => [path, text(value, oneLine)]));

/** Every .json below examples/, except in src/ and invalid/ (which are written by hand). */
const found = async (folder = '') => {
  const entries = await readdir(join(out, folder), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return path === 'src' || path === 'invalid' ? [] : found(path);
      return path.endsWith('.json') ? [path] : [];
    }),
  );
  return nested.flat();
};

const stale = (await found()).filter((path) => !files.has(path));
if (process.argv.includes('--check')) {
  const differing = [];
  for (const [path, content] of files) {
    if ((await readFile(join(out, path), 'utf8').catch(() => '')) !== content) differing.push(path);
  }
  for (const path of [...differing, ...stale]) console.error(`examples/${path} is not what the sources say`);
  process.exitCode = differing.length + stale.length ? 1 : 0;
} else {
  for (const path of stale) await rm(join(out, path));
  for (const [path, content] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), content);
  }
  console.log(`${files.size} files written`);
}
