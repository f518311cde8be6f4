/** `npm run check`: types, lint, format, repository rules, package lint, sizes. No browser, under two minutes. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { StepError, ensureBuilt, ensureInstalled, main, root, run, step, tool } from './steps.mjs';

await main(async () => {
  await ensureInstalled();
  await step('Types of the packages', () => tool('tsc', ['-b'], { quiet: true }));
  await step('Types of tests and stories', () => tool('tsc', ['-p', 'test'], { quiet: true }));
  await step('Lint', () =>
    tool('oxlint', ['--deny-warnings', 'packages', 'test', 'stories', 'scripts'], { quiet: true }),
  );
  await step('Format', () => tool('prettier', ['--check', '--log-level=warn', '.'], { quiet: true }));
  await ensureBuilt();
  await step('Repository rules and sizes', () =>
    run(process.execPath, ['--test', '--test-reporter=spec', ...repoTests()], { quiet: true }),
  );
  await step('Package lint', async () => {
    const faults = [];
    for (const name of readdirSync(path.join(root, 'packages'))) {
      const { publint } = await import('publint');
      const { messages } = await publint({ pkgDir: path.join(root, 'packages', name), strict: true, pack: false });
      for (const message of messages) faults.push(`${name}: ${message.code} ${message.path.join('.')}`);
    }
    if (faults.length) throw new StepError(`publint objects:\n${faults.join('\n')}`);
  });
  console.log('\nAll checks passed.');
});

function repoTests() {
  const folder = path.join(root, 'test/repo');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.test.mjs'))
    .map((file) => path.join(folder, file));
}
