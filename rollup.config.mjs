/** Every file for pages without a build step (`packages/elements/cdn`), from the compiled packages. One function a kind. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'packages/elements/dist');
const cdn = path.join(root, 'packages/elements/cdn');

/** Tags that have a file of their own; the provider rides along with each. */
export const tags = readdirSync(path.join(root, 'packages/elements/src/define'))
  .filter((file) => file.endsWith('.ts') && file !== 'all.ts')
  .map((file) => file.replace('.ts', ''))
  .sort();

/** zod's place is taken by the part of it that the schemas use (docs/decisions/0003). */
const compactZod = {
  name: 'compact-zod',
  resolveId: (id) => (id === 'zod/mini' ? path.join(root, 'packages/schema/dist/zod-compact.js') : null),
};
/** A virtual module that registers all elements. */
const everything = {
  name: 'everything',
  resolveId: (id) => (id === 'zwgk:all' ? '\0zwgk:all' : null),
  load: (id) => (id === '\0zwgk:all' ? tags.map((tag) => `import '${dist}/define/${tag}.js';`).join('\n') : null),
};
const tagList = {
  name: 'tag-list',
  transform: (code, id) => (id.endsWith('cdn/loader.js') ? code.replaceAll('ZWGK_TAGS', JSON.stringify(tags)) : null),
};

const plugins = (minify) => [
  compactZod,
  everything,
  tagList,
  nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }),
  terser({ ecma: 2020, compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true }, ...minify }),
];
const onwarn = (warning, warn) => {
  if (!['THIS_IS_UNDEFINED', 'CIRCULAR_DEPENDENCY'].includes(warning.code)) warn(warning);
};

/** One classic script, ASCII only, so that a page in GBK reads it right. */
const classic = (input, file) => ({
  input,
  onwarn,
  plugins: plugins({ format: { comments: false, ascii_only: true }, mangle: { properties: { regex: /^_[a-z]/ } } }),
  output: { file: path.join(cdn, file), format: 'iife', inlineDynamicImports: true, generatedCode: 'es2015' },
});

/** The elements as modules with shared chunks, for the loader. */
const modules = () => ({
  input: Object.fromEntries(tags.map((tag) => [tag, `${dist}/define/${tag}.js`])),
  onwarn,
  plugins: plugins({ module: true, format: { comments: false } }),
  output: {
    dir: path.join(cdn, 'modules'),
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash].js',
    // A card should come with one chunk, not with twenty.
    experimentalMinChunkSize: 6000,
    generatedCode: 'es2015',
  },
});

const loader = () => ({
  ...classic(`${dist}/cdn/loader.js`, 'zwgk.js'),
  external: (id) => /modules\//.test(id),
  output: { file: path.join(cdn, 'zwgk.js'), format: 'iife', generatedCode: 'es2015' },
});

export default [
  loader(),
  modules(),
  ...tags.filter((tag) => tag !== 'zwgk-provider').map((tag) => classic(`${dist}/define/${tag}.js`, `${tag}.js`)),
  classic('zwgk:all', 'zwgk-all.js'),
  classic(`${dist}/cdn/sdk.js`, 'zwgk-sdk.js'),
];
