/** Bundles one app of `apps/` as a page would get it: `globalThis.app.start(container, state)`; or for Node, to render. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, compileModule } from 'svelte/compiler';
import { build } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));
const react18 = path.join(here, 'react-18/node_modules');

/** Framework by name: which app, and what stands in place of which package. */
export const frameworks = {
  'plain HTML': { app: 'plain.mjs' },
  'React 19': { app: 'react.mjs' },
  'React 19, components': { app: 'react-wrapped.mjs', own: true },
  'React 18, components': {
    app: 'react-wrapped.mjs',
    own: true,
    alias: ['react-dom', 'react', 'scheduler'].map((name) => ({
      find: new RegExp(`^${name}(?=$|/)`),
      replacement: path.join(react18, name),
    })),
  },
  'Vue 3': { app: 'vue.mjs', alias: [{ find: /^vue$/, replacement: 'vue/dist/vue.esm-bundler.js' }] },
  Svelte: { app: 'svelte.mjs' },
  Angular: { app: 'angular.mjs' },
};

const svelte = (generate) => ({
  name: 'svelte-by-its-compiler',
  load(id) {
    const options = { filename: id, generate, dev: false };
    if (id.endsWith('.svelte')) return compile(readFileSync(id, 'utf8'), options).js;
    if (id.endsWith('.svelte.js')) return compileModule(readFileSync(id, 'utf8'), options).js;
    return null;
  },
});

/** For `ssrLoadModule` of vite. */
export const serverPlugin = svelte('server');

/** The code of one app, as a classic script. `own`: it brings the elements along itself. */
export async function bundle({ app, alias = [] }) {
  const [result] = await build({
    configFile: false,
    publicDir: false,
    root: here,
    logLevel: 'error',
    plugins: [svelte('client')],
    resolve: { alias },
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false' },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: path.join(here, 'apps', app), formats: ['iife'], name: 'app', fileName: () => 'app.js' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return result.output[0].code;
}
