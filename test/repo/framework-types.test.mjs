/** What is generated for frameworks and editors: compiles as their users write it, and knows every element. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at, elements } from './support.mjs';

const made = (file) => readFileSync(at('packages/elements/frameworks', file), 'utf8');
const tags = () => elements().map((name) => `zwgk-${name}`);

// Preact and Solid are not installed: as much of their types as matters stands beside the page.
for (const [who, folder] of [
  ['React, Vue and Svelte', ''],
  ['Preact', 'preact'],
  ['Solid', 'solid'],
])
  test(`tags, attributes and listeners are typed in ${who}, and mistakes are refused`, () => {
    try {
      execFileSync(process.execPath, [
        at('node_modules/typescript/bin/tsc'),
        '-p',
        at('test/frameworks/types', folder),
      ]);
    } catch (error) {
      assert.fail(String(error.stdout ?? error));
    }
  });

test('every element is in every file', () => {
  for (const file of ['jsx-react.d.ts', 'jsx-preact.d.ts', 'jsx-solid.d.ts', 'vue.d.ts', 'svelte.d.ts', 'react.js'])
    for (const tag of tags()) assert.ok(made(file).includes(`'${tag}'`), `${tag} in ${file}`);
});

test('editors know every tag with its attributes and events', () => {
  const html = JSON.parse(made('vscode.html-custom-data.json'));
  assert.deepEqual(html.tags.map(({ name }) => name).sort(), tags().sort());
  const chart = html.tags.find(({ name }) => name === 'zwgk-flowchart');
  assert.deepEqual(
    chart.attributes.find(({ name }) => name === 'view').values.map(({ name }) => name),
    ['chart', 'text'],
  );
  const web = JSON.parse(made('web-types.json'));
  const elementsOf = web.contributions.html.elements;
  assert.deepEqual(elementsOf.map(({ name }) => name).sort(), tags().sort());
  assert.equal(web.name, '@zwgk/elements');
  assert.ok(JSON.parse(made('vscode.css-custom-data.json')).properties.some(({ name }) => name.startsWith('--zwgk-')));
});
