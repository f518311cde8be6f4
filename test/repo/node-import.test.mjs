/** Static site generators import the packages without a DOM. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { names } from './support.mjs';

for (const name of ['schema', 'client', 'elements', 'publish', 'server'])
  test(`@zwgk/${name} can be imported in Node`, async () => {
    assert.ok(Object.keys(await import(`@zwgk/${name}`)).length > 0);
  });

test('registering an element in Node does nothing and does not throw', async () => {
  for (const file of names('packages/elements/src/define'))
    await import(`@zwgk/elements/define/${file.replace('.ts', '.js')}`);
});
