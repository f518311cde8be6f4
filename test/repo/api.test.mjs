/** The committed lists of the public surface are fresh, every export exists, the manifest is complete. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { generated } from '../../scripts/api.mjs';
import { at, elements, order, read } from './support.mjs';

test('docs/api and the tables in docs/components are fresh (npm run api)', async () => {
  for (const [file, text] of await generated()) {
    assert.ok(existsSync(at(file)), `${file} is missing`);
    assert.equal(read(file), text, `${file} is stale`);
  }
});

test('every target of package exports exists', () => {
  for (const name of order) {
    const { exports } = JSON.parse(read('packages', name, 'package.json'));
    for (const [key, target] of Object.entries(exports))
      for (const file of typeof target === 'string' ? [target] : Object.values(target))
        assert.ok(existsSync(at('packages', name, file.replace(/\/?\*.*$/, ''))), `${name} ${key} → ${file}`);
  }
});

const manifest = JSON.parse(read('packages/elements/custom-elements.json'));
const declarations = manifest.modules.flatMap((module) => module.declarations);

test('the manifest has every tag once', () => {
  assert.deepEqual(
    declarations.map(({ tagName }) => tagName).sort(),
    elements()
      .map((name) => `zwgk-${name}`)
      .sort(),
  );
});

for (const name of elements())
  test(`zwgk-${name}: every public property, part, slot and event that its source uses is documented`, () => {
    const declaration = declarations.find(({ tagName }) => tagName === `zwgk-${name}`);
    for (const member of declaration.members ?? [])
      if (member.kind === 'field' || member.kind === 'method')
        assert.ok(member.description, `${member.name} has no description`);
    const source = read(`packages/elements/src/${name}/${name}.ts`);
    for (const [, event] of source.matchAll(/emit\(\s*this,\s*'([^']+)'/g))
      assert.ok(
        declaration.events?.some((one) => one.name === event),
        `@fires ${event}`,
      );
    for (const [, parts] of source.matchAll(/\spart="([^"$]+)"/g))
      for (const part of parts.split(' '))
        assert.ok(
          declaration.cssParts?.some((one) => one.name === part),
          `@csspart ${part}`,
        );
    for (const [, slot] of source.matchAll(/<slot name="([^"]+)"/g))
      assert.ok(
        declaration.slots?.some((one) => one.name === slot),
        `@slot ${slot}`,
      );
  });
