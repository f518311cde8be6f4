/** Files of other projects that the host pages of the sample site load: packages/server/site/vendor (not committed). */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'vite';
import { isMain, main, root, step } from './steps.mjs';

const vendor = path.join(root, 'packages/server/site/vendor');
const require = createRequire(import.meta.url);

export async function buildHosts() {
  mkdirSync(vendor, { recursive: true });
  for (const old of readdirSync(vendor)) rmSync(path.join(vendor, old), { recursive: true });
  copyFileSync(require.resolve('jquery/dist/jquery.min.js'), path.join(vendor, 'jquery.min.js'));
  copyFileSync(require.resolve('vue/dist/vue.global.prod.js'), path.join(vendor, 'vue.global.prod.js'));
  await build({
    configFile: false,
    publicDir: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: vendor,
      emptyOutDir: false,
      target: 'es2021',
      lib: {
        entry: path.join(root, 'scripts/site/react-page.mjs'),
        formats: ['iife'],
        name: 'reactPage',
        fileName: () => 'react-page.js',
      },
    },
  });
  const page = path.join(vendor, 'react-page.js');
  writeFileSync(
    page,
    `/*! React, (c) Meta Platforms, Inc. and affiliates, MIT licence */\n${readFileSync(page, 'utf8')}`,
  );
}

export const hostsBuilt = () =>
  ['jquery.min.js', 'vue.global.prod.js', 'react-page.js'].every((file) => existsSync(path.join(vendor, file)));

if (isMain(import.meta.url)) await main(() => step('Preparing the host pages', buildHosts));
