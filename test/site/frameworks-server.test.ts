/** Frameworks that render on a server (Next, Nuxt, SvelteKit): the tags come out whole, nothing asks for a browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createServer } from 'vite';
import { createSSRApp } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
// @ts-expect-error a script without types
import { serverPlugin } from '../frameworks/bundle.mjs';

const state = {
  files: '/files',
  guide: { taskName: '出生登记' },
  situation: 'who:self',
  compact: true,
  shown: true,
  ids: ['dibao'],
  onOpen() {},
};
function whole(html: string): void {
  const plain = html.replace(/<!--.*?-->/g, '');
  assert.match(plain, /<zwgk-provider[^>]*files="\/files"/);
  assert.match(plain, /<zwgk-guide-card[^>]*id="card"[^>]*>.*<a href="#floor">指南<\/a><\/zwgk-guide-card>/);
  assert.match(plain, /<zwgk-guide-card[^>]*situation="who:self"/);
  assert.match(plain, /<zwgk-guide-card[^>]*guide-id="dibao"/);
}
const plain = (html: string): void => assert.doesNotMatch(html, /\[object Object\]/);
const app = (file: string): Promise<{ View: never; view: never; default: never }> =>
  import(new URL(`../frameworks/apps/${file}`, import.meta.url).href);

test('React renders the tags', async () => {
  const html = renderToString(createElement((await app('react.mjs')).View, { state } as never));
  whole(html);
  plain(html);
});

test('React renders the generated components', async () => {
  const html = renderToString(createElement((await app('react-wrapped.mjs')).View, { state } as never));
  assert.match(html, /<zwgk-provider/);
  assert.match(html, /<a href="#floor">指南<\/a><\/zwgk-guide-card>/);
  plain(html);
});

test('Vue renders the tags', async () => {
  const component: object = (await app('vue.mjs')).view;
  const made = createSSRApp({ ...component, setup: () => ({ state }) });
  made.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('zwgk-');
  const html = await renderVue(made);
  whole(html);
  plain(html);
});

// Svelte writes a document as an attribute `guide="[object Object]"`, which no element reads: there is no such attribute.
test('Svelte renders the tags', async () => {
  const vite = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false },
    plugins: [serverPlugin as never],
  });
  try {
    const at = new URL('../frameworks/apps/View.svelte', import.meta.url).pathname;
    const { render } = (await vite.ssrLoadModule('svelte/server')) as typeof import('svelte/server');
    whole(render((await vite.ssrLoadModule(at))['default'] as never, { props: { state } as never }).body);
  } finally {
    await vite.close();
  }
});
