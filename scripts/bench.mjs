/** `npm run bench -- <part>`: contestants side by side, interleaved; a table, and bench-results/<part>.json. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StepError, ensureBuilt, ensureInstalled, main, root } from './steps.mjs';

await main(async () => {
  const folder = path.join(root, 'test/bench');
  const parts = readdirSync(folder)
    .filter((file) => file.endsWith('.bench.mjs'))
    .map((file) => file.replace('.bench.mjs', ''))
    .sort();
  const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
  if (!wanted.length || wanted.some((part) => !parts.includes(part)))
    throw new StepError(`Usage: npm run bench -- <part>, with one of: ${parts.join(', ')}.`);
  await ensureInstalled();
  await ensureBuilt();
  for (const part of wanted) {
    console.log(`\n${part}`);
    const { run } = await import(pathToFileURL(path.join(folder, `${part}.bench.mjs`)).href);
    const rows = await run();
    console.table(rows);
    mkdirSync(path.join(root, 'bench-results'), { recursive: true });
    const machine = {
      node: process.version,
      cpus: os.cpus().length,
      model: os.cpus()[0]?.model,
      platform: process.platform,
    };
    writeFileSync(
      path.join(root, 'bench-results', `${part}.json`),
      `${JSON.stringify({ part, at: new Date().toISOString(), machine, rows }, null, 2)}\n`,
    );
    console.log(`Written to bench-results/${part}.json`);
  }
});
