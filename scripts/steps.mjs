/** What the commands share: install when needed, build when stale, steps with progress. Needs nothing but Node and npm. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => path.join(root, 'node_modules/.bin', name + (process.platform === 'win32' ? '.cmd' : ''));

/** A failure with one sentence for whoever typed the command. */
export class StepError extends Error {}

/** Runs a program; rejects with a StepError when it fails. `quiet` keeps its output back unless it fails. */
export function run(command, args, { quiet = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) =>
      reject(new StepError(`${path.basename(command)} could not be started: ${error.message}`)),
    );
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      if (quiet) process.stderr.write(output);
      reject(new StepError(`${path.basename(command)} ${args[0] ?? ''} ended with code ${code}.`));
    });
  });
}
/** Runs a program of node_modules. */
export const tool = (name, args, options) => run(bin(name), args, options);

/** Says what is being done, and how long it took; shows a sign of life on a terminal. */
export async function step(title, work) {
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  process.stdout.write(`• ${title} …`);
  const tick = process.stdout.isTTY
    ? setInterval(() => process.stdout.write(`\r• ${title} … ${seconds()} `), 1000)
    : undefined;
  try {
    const result = await work();
    process.stdout.write(`\r• ${title}: done, ${seconds()}        \n`);
    return result;
  } catch (error) {
    process.stdout.write(`\r• ${title}: FAILED, ${seconds()}        \n`);
    throw error;
  } finally {
    clearInterval(tick);
  }
}

/** `npm ci` when node_modules is missing or older than the lock file. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new StepError(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  const lock = path.join(root, 'package-lock.json');
  const stamp = path.join(root, 'node_modules/.zwgk-lock');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step('Installing packages (npm ci, a minute or two)', () =>
    run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
      quiet: true,
    }),
  ).catch(() => {
    throw new StepError(
      'The packages could not be installed: check the network or the npm registry setting, then run `npm ci`.',
    );
  });
  writeFileSync(stamp, wanted);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

/** One hash over everything that a build is made from. */
function sourceHash() {
  const hash = createHash('sha256');
  const places = [
    'package-lock.json',
    'rollup.config.mjs',
    'tsconfig.base.json',
    'scripts/build.mjs',
    'scripts/build-hosts.mjs',
    'scripts/make-frameworks.mjs',
    'scripts/site/react-page.mjs',
    ...readdirSync(path.join(root, 'packages')).flatMap((name) =>
      ['src', 'themes', 'examples', 'tsconfig.json', 'package.json'].map((part) => `packages/${name}/${part}`),
    ),
  ];
  for (const place of places) {
    const full = path.join(root, place);
    if (!existsSync(full)) continue;
    for (const file of statSync(full).isDirectory() ? [...filesBelow(full)].sort() : [full])
      hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stampFile = path.join(root, '.cache/build.sha256');
/** Builds when a source has changed since the last build, or nothing is built yet. */
export async function ensureBuilt() {
  const there =
    existsSync(path.join(root, 'packages/server/dist/main.js')) &&
    existsSync(path.join(root, 'packages/elements/cdn/integrity.json'));
  if (there && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceHash()) return;
  const { build } = await import('./build.mjs');
  await build();
}
export function markBuilt() {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, sourceHash());
}

/** Runs a command's work; a StepError ends it with one sentence and code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
export const isMain = (url) => process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(url);
