/** What must not stand in what is published. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { at, order, read, root } from './support.mjs';

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file && existsSync(at(file)) && statSync(at(file)).isFile());

test('the lock file carries no download address', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved": *"http/);
});

test('no file names a registry host or a path of a machine', () => {
  for (const file of tracked) {
    if (/\.(png|jpg|woff2?|ico)$/.test(file) || file === 'test/repo/hygiene.test.mjs') continue;
    const text = read(file);
    assert.doesNotMatch(text, /https?:\/\/[a-z0-9.-]*(?:registry|mirror)[a-z0-9.-]*\//i, file);
    assert.doesNotMatch(text, /(?:^|[^A-Za-z0-9_.-])\/(?:work|home|root|tmp|Users)\/[a-z.]/m, file);
  }
});

// This file itself is left out: it names what is looked for, and skips nothing.
test('no test is skipped, narrowed or silenced without a reason beside it', () => {
  for (const file of tracked.filter(
    (file) => /^(packages|test|stories)\/.*\.(ts|mjs)$/.test(file) && file !== 'test/repo/hygiene.test.mjs',
  ))
    assert.doesNotMatch(
      read(file),
      // What is looked for, not a use of it: this line skips and silences nothing.
      /\b(?:it|test|describe)\.(?:skip|only)\b|\bxit\(|\bxdescribe\(|@ts-ignore|\bas any\b/,
      file,
    );
});

test('every dependency is named with its reason in docs/decisions', () => {
  const decisions = read('docs/decisions/0002-dependencies.md');
  const all = new Set(Object.keys(JSON.parse(read('package.json')).devDependencies));
  for (const name of order)
    Object.keys(JSON.parse(read('packages', name, 'package.json')).dependencies).forEach((one) => all.add(one));
  for (const dependency of all)
    if (!dependency.startsWith('@zwgk/'))
      assert.ok(decisions.includes(`\`${dependency}\``), `${dependency} is not in 0002-dependencies.md`);
});

test('all packages have one version', () => {
  const { version } = JSON.parse(read('package.json'));
  for (const name of order) {
    const pack = JSON.parse(read('packages', name, 'package.json'));
    assert.equal(pack.version, version, name);
    for (const [dependency, wanted] of Object.entries(pack.dependencies))
      if (dependency.startsWith('@zwgk/')) assert.equal(wanted, version, `${name} → ${dependency}`);
  }
});
