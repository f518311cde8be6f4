/** What the rules of the repository share: the tree as it is, by names. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const at = (...parts) => path.join(root, ...parts);
export const read = (...parts) => readFileSync(at(...parts), 'utf8');
export const names = (...parts) => readdirSync(at(...parts)).sort();

/** The packages in their one direction. */
export const order = ['schema', 'client', 'elements', 'publish', 'server'];

/** Source files of a package, relative to its `src`. */
export const sources = (name) =>
  readdirSync(at('packages', name, 'src'), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();

/** What a source file imports, dynamically too. */
export const imports = (name, file) =>
  Array.from(
    read('packages', name, 'src', file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g),
    ([, specifier]) => specifier,
  );

/** Folders of elements; the rest of `src` is shared ground. */
export const elements = () =>
  readdirSync(at('packages/elements/src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['shared', 'define', 'cdn', 'locales'].includes(entry.name))
    .map((entry) => entry.name)
    .sort();
