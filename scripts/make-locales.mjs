/** Writes packages/elements/src/locales/*.ts: every table of the elements in one file a language. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { isMain, root } from './steps.mjs';

const src = path.join(root, 'packages/elements/src');

/** `[folder, name, exported constant]` of every table. */
export function tables() {
  return readdirSync(src, { recursive: true })
    .map((file) => String(file).split(path.sep).join('/'))
    .filter((file) => file.endsWith('.messages.ts'))
    .sort()
    .map((file) => {
      const [, constant] = /export const (\w+) = messages</.exec(readFileSync(path.join(src, file), 'utf8')) ?? [];
      return { file: file.replace('.ts', ''), name: path.basename(file, '.messages.ts'), constant };
    });
}

/** Text of each file by its name. */
export async function locales() {
  const all = tables();
  const ids = all.map(({ name }) => name.replace(/\W(\w)/g, (_, letter) => letter.toUpperCase()));
  const note = 'made by `scripts/make-locales.mjs`; do not edit.';
  const en = `/** English tables, set before they are asked for: ${note} */
${all.map(({ file }, i) => `import ${ids[i]} from '../${file}.en.js';`).join('\n')}
import { bring } from './bring.js';

bring('en', {
${all.map(({ name }, i) => `  '${name}': ${ids[i]},`).join('\n')}
});
`;
  const hant = `/** Traditional tables, set before they are asked for: ${note} */
${all.map(({ file, constant }) => `import { ${constant} } from '../${file}.js';`).join('\n')}
import { bring, inHant } from './bring.js';

bring('zh-Hant', inHant([
${all.map(({ constant }) => `  ${constant},`).join('\n')}
]));
`;
  const style = { ...(await resolveConfig(src)), parser: 'typescript' };
  return { 'en.ts': await format(en, style), 'zh-Hant.ts': await format(hant, style) };
}

if (isMain(import.meta.url))
  for (const [file, text] of Object.entries(await locales())) writeFileSync(path.join(src, 'locales', file), text);
