/**
 * `npm test`: all tests. Node tests (`*.test.ts`: schema, client, server, publish, repository rules), elements in a real
 * browser (`*.browser.ts`), whole pages from the running service (`test/site`). Ends with `N passed, N failed`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { StepError, ensureBuilt, ensureInstalled, main, root, step } from './steps.mjs';

const cache = path.join(root, '.cache');
const total = { passed: 0, failed: 0, skipped: 0 };

/** Adds what a runner counted; a runner that counted nothing has failed. */
function add(file, name) {
  let counts;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`${name}: the runner ended without a result.`);
    counts = { passed: 0, failed: 1 };
  }
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
  return counts;
}

const listTests = (folder, end) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => path.join(folder, String(file)))
    .filter((file) => file.endsWith(end))
    .sort();

function nodeTests(name, files) {
  if (!files.length) return;
  console.log(`\n── ${name}`);
  const result = path.join(cache, 'node-counts.json');
  rmSync(result, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--test',
      '--test-reporter=./scripts/reporter.mjs',
      '--test-reporter-destination=stdout',
      ...files,
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ZWGK_TEST_COUNTS: result } },
  );
  const counts = add(result, name);
  if (status !== 0 && counts.failed === 0) total.failed++;
}

/** Pages in Chinese need a Chinese font; it can be installed where we are allowed to. */
function ensureFont() {
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (list.error || list.stdout.trim() || process.platform !== 'linux') return;
  if (process.getuid?.() === 0)
    try {
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'fonts-noto-cjk'], {
        stdio: 'ignore',
      });
      return;
    } catch {
      // Said below: tests do not depend on it, screenshots look poor without it.
    }
  console.log('No Chinese font is installed; the test pages use the one from npm.');
}

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  mkdirSync(cache, { recursive: true });
  const { findBrowser } = await import('./find-browser.mjs');
  let browser;
  await step('Looking for a browser', async () => {
    try {
      browser = findBrowser();
    } catch (error) {
      throw new StepError(error.message);
    }
  });
  ensureFont();

  const node = listTests('test', '.test.ts');
  const site = node.filter((file) => file.startsWith(path.join('test', 'site')));
  nodeTests(
    'Rules, client and service (Node)',
    node.filter((file) => !site.includes(file)),
  );

  console.log('\n── Elements in a browser');
  const result = path.join(cache, 'browser-counts.json');
  rmSync(result, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/@web/test-runner/dist/bin.js'), '--config', 'test/web-test-runner.config.mjs'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CHROME_PATH: browser, ZWGK_TEST_COUNTS: result },
    },
  );
  const counts = add(result, 'Elements');
  if (status !== 0 && counts.failed === 0) total.failed++;

  process.env.CHROME_PATH = browser;
  nodeTests('Whole pages from the service', site);

  if (total.skipped) console.log(`\n${total.skipped} skipped (each says why).`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed || !total.passed) process.exitCode = 1;
});
