/** One name a subject, the same everywhere. Read from the tree, so a new element extends the test by itself. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { locales } from '../../scripts/make-locales.mjs';
import { at, elements, names, read, sources } from './support.mjs';

for (const name of elements())
  test(`${name} has its class, define file, test, story, page and languages`, () => {
    const folder = names('packages/elements/src', name);
    assert.ok(folder.includes(`${name}.ts`), 'class file');
    assert.ok(existsSync(at(`packages/elements/src/define/zwgk-${name}.ts`)), 'define file');
    assert.ok(existsSync(at(`test/elements/${name}.browser.ts`)), 'browser test');
    assert.ok(existsSync(at(`docs/components/${name}.md`)), 'page in docs/components');
    assert.match(read(`packages/elements/src/${name}/${name}.ts`), new RegExp(`@tag zwgk-${name}\\b`), '@tag');
    assert.match(
      read('packages/elements/src/index.ts'),
      new RegExp(`from './${name}/${name}\\.js'`),
      'in the public list',
    );
    if (name === 'provider') return;
    assert.ok(existsSync(at(`stories/${name}.stories.ts`)), 'story');
    for (const file of ['styles', 'messages', 'messages.en'])
      assert.ok(folder.includes(`${name}.${file}.ts`), `${name}.${file}.ts`);
  });

test('every define file belongs to an element', () => {
  for (const file of names('packages/elements/src/define'))
    assert.ok(file === 'all.ts' || elements().includes(file.replace(/^zwgk-|\.ts$/g, '')), file);
});

test('every language has the same keys as zh-Hans, and none in common by accident', async () => {
  const tables = sources('elements').filter((file) => file.endsWith('.messages.ts'));
  assert.ok(tables.length > 1);
  for (const file of tables) {
    const module = await import(at('packages/elements/dist', file.replace('.ts', '.js')));
    const zhHans = Object.values(module).find((value) => value?.zhHans)?.zhHans;
    assert.ok(zhHans, `${file} exports its messages`);
    const english = (await import(at('packages/elements/dist', file.replace('.messages.ts', '.messages.en.js'))))
      .default;
    const same = (a, b, where) => {
      assert.deepEqual(Object.keys(b).sort(), Object.keys(a).sort(), where);
      for (const key of Object.keys(a)) {
        assert.equal(typeof b[key], typeof a[key], `${where}.${key}`);
        if (typeof a[key] === 'object') same(a[key], b[key], `${where}.${key}`);
        if (typeof b[key] === 'string') assert.doesNotMatch(b[key], /[\u4e00-\u9fff]/, `${where}.${key} is English`);
      }
    };
    same(zhHans, english, file);
  }
});

test('the files of whole languages hold every table (node scripts/make-locales.mjs)', async () => {
  for (const [file, text] of Object.entries(await locales()))
    assert.equal(read('packages/elements/src/locales', file), text, file);
});

test('every subject of single documents has schema, client file and examples', () => {
  for (const [schema, client] of [
    ['guide', 'guides'],
    ['flowchart', 'flowcharts'],
    ['power', 'powers'],
    ['catalogue', 'catalogues'],
  ]) {
    assert.ok(existsSync(at(`packages/schema/src/${schema}.ts`)), schema);
    assert.ok(existsSync(at(`packages/client/src/${client}.ts`)), client);
    assert.ok(
      names('packages/schema/examples', client).some((file) => file.endsWith('.json')),
      `examples of ${client}`,
    );
    assert.ok(existsSync(at(`docs/sdk/${client}.md`)), `docs/sdk/${client}.md`);
  }
});
