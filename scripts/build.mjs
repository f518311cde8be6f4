/** `npm run build`: everything that is published, into `packages/*`/dist and packages/elements/cdn. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFrameworks } from './make-frameworks.mjs';
import { ensureInstalled, isMain, main, markBuilt, root, step, tool } from './steps.mjs';

const elements = path.join(root, 'packages/elements');
const cdn = path.join(elements, 'cdn');

export async function build() {
  await step('Compiling the packages', () => tool('tsc', ['-b'], { quiet: true }));
  removeOrphans();
  await step('Describing the elements (custom-elements.json)', () =>
    tool('custom-elements-manifest', ['analyze', '--config', 'scripts/manifest.config.mjs', '--quiet'], {
      quiet: true,
    }),
  );
  await step('Types and data for frameworks and editors', makeFrameworks);
  await step('Bundling the files for pages without a build step', async () => {
    rmSync(cdn, { recursive: true, force: true });
    await tool('rollup', ['-c', '--silent'], { quiet: true });
    mkdirSync(path.join(cdn, 'themes'), { recursive: true });
    for (const theme of readdirSync(path.join(elements, 'themes')))
      copyFileSync(path.join(elements, 'themes', theme), path.join(cdn, 'themes', theme));
    writeIntegrity();
  });
  await step('Preparing the host pages (jQuery, React, Vue)', async () =>
    (await import('./build-hosts.mjs')).buildHosts(),
  );
  markBuilt();
}

/** What was compiled from a source that is gone would be published, too. */
function removeOrphans() {
  for (const name of readdirSync(path.join(root, 'packages'))) {
    const [dist, src] = ['dist', 'src'].map((folder) => path.join(root, 'packages', name, folder));
    for (const file of readdirSync(dist, { recursive: true }).map(String)) {
      const made = /^(.+?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(file);
      if (made && !existsSync(path.join(src, `${made[1]}.ts`))) rmSync(path.join(dist, file));
    }
  }
}

/** Subresource integrity of each file, so that a page can pin us. */
function writeIntegrity() {
  const hashes = {};
  for (const entry of readdirSync(cdn, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const name = path.relative(cdn, file).split(path.sep).join('/');
    hashes[name] = `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
  }
  const sorted = Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path.join(cdn, 'integrity.json'), JSON.stringify(sorted, null, 2) + '\n');
}

if (isMain(import.meta.url))
  await main(async () => {
    await ensureInstalled();
    await build();
  });
