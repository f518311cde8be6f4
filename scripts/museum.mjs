/**
 * `npm run test:museum`: every element on every hostile page in every browser that this machine can have. Options:
 * `--browsers=now,86,firefox`, `--pages=csp,late`. Writes bench-results/museum.json, from which
 * `npm run bench -- embed` makes docs/museum.md.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, main, root } from './steps.mjs';

const option = (name) =>
  process.argv
    .find((arg) => arg.startsWith(`--${name}=`))
    ?.split('=')[1]
    .split(',');

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const { round } = await import('../test/site/museum/round.mjs');
  const rows = await round({ only: option('browsers'), named: option('pages') });
  // A round through some of it takes the place of what was known about just that.
  const file = path.join(root, 'bench-results/museum.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const same = (one) => (other) => one.browser === other.browser && (one.missing || one.page === other.page);
  const kept = known.filter((one) => !rows.some(same(one)));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify([...kept, ...rows], null, 1));
  console.log(`\nWritten to ${path.relative(root, file)}`);
  const met = rows.filter((row) => !row.missing);
  const failed = met.filter(({ faults }) => Object.keys(faults).length).length;
  console.log(`\n${met.length - failed} passed, ${failed} failed`);
  if (failed || !met.length) process.exitCode = 1;
});
