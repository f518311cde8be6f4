/**
 * What an old page pays for an element: bytes, layout shift, and the time from the script to the content, on the oldest
 * and on the current Chromium with the processor slowed down four times, beside DataTables 1 with jQuery showing the same
 * list. Writes docs/museum.md, with what `npm run test:museum` found last.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import prettier from 'prettier';
import { chromiumFlags, findBrowser, findOldChromium, untar } from '../../scripts/find-browser.mjs';
import { elements } from '../site/museum/elements.mjs';
import { pages } from '../site/museum/pages.mjs';
import { startMuseum } from '../site/museum/server.mjs';
import { median } from './rounds.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const cdn = path.join(root, 'packages/elements/cdn');
const ROUNDS = 11;
const SLOWER = 4;

/** DataTables 1 from npm, into the project's cache. */
function dataTables() {
  const file = path.join(root, '.cache/datatables.js');
  if (existsSync(file)) return readFileSync(file);
  const folder = path.join(root, '.cache/datatables');
  mkdirSync(folder, { recursive: true });
  spawnSync('npm', ['pack', '--silent', 'datatables.net@1.13.11', '--pack-destination', folder], { timeout: 120000 });
  const pack = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!pack) throw new Error('datatables.net could not be fetched from npm; it is what this part measures against.');
  for (const [name, content] of untar(gunzipSync(readFileSync(path.join(folder, pack)))))
    if (name.endsWith('js/jquery.dataTables.min.js')) writeFileSync(file, content);
  rmSync(folder, { recursive: true });
  return readFileSync(file);
}

const head = '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>bench</title><body>';
const started = '<script>window.began=performance.now()</script>';
/** Calls back in the frame in which rows are first there to be painted. */
const watch = (rows) =>
  `<script>(function look(){if((${rows})>=10)window.took=performance.now()-window.began;else requestAnimationFrame(look)})()</script>`;
const ours = (script) =>
  `${head}<zwgk-catalogue src="/data/catalogues/disclosure.json" page-size="10"><p>…</p></zwgk-catalogue>${started}<script src="/cdn/${script}" charset="utf-8"></script>${watch(
    `(function(r){return r?r.querySelectorAll('[part=link]').length:0})(document.querySelector('zwgk-catalogue').shadowRoot)`,
  )}`;
const theirs = `${head}<table id="t"><thead><tr><th>标题</th><th>发布机构</th><th>日期</th></tr></thead></table>${started}<script src="/vendor/jquery/dist/jquery.min.js"></script><script src="/bench/datatables.js"></script>
<script>$.getJSON('/data/catalogues/disclosure.json',function(d){$('#t').DataTable({data:d.entries,pageLength:10,order:[[2,'desc']],columns:[{data:'title',render:$.fn.dataTable.render.text()},{data:'publisher',defaultContent:'',render:function(p){return p&&p.name||p||''}},{data:'publishedAt',defaultContent:''}]})})</script>${watch(
  `document.querySelectorAll('#t tbody tr').length`,
)}`;

async function times(executablePath, base, names) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags.filter((one) => one !== '--headless') });
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let i = -1; i < ROUNDS; i++)
    for (let k = 0; k < names.length; k++) {
      const name = names[(k + i + 1) % names.length];
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await page.goto(`${base}/bench/${name}`);
      await page.waitForFunction('window.took', undefined, { timeout: 30000 });
      if (i >= 0) found[name].push(await page.evaluate('window.took'));
      await context.close();
    }
  const version = browser.version().replace(/^(\d+\.\d+)\..*/, '$1');
  await browser.close();
  return names.map((name) => ({
    name,
    browser: `Chromium ${version}`,
    'median ms': Math.round(median(found[name])),
    '× DataTables 1': Number(median(found[name].map((time, i) => time / found[names[0]][i])).toFixed(2)),
  }));
}

const weigh = (file) => gzipSync(readFileSync(path.join(cdn, file)), { level: 9 }).length;
function weights() {
  const closure = (file, seen = new Set()) => {
    if (seen.has(file)) return seen;
    seen.add(file);
    const code = readFileSync(path.join(cdn, 'modules', file), 'utf8');
    for (const [, inner] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) closure(inner, seen);
    return seen;
  };
  return Object.keys(elements).map((tag) => ({
    tag,
    alone: weigh(`${tag}.js`),
    loader: weigh('zwgk.js') + [...closure(`${tag}.js`)].reduce((sum, file) => sum + weigh(`modules/${file}`), 0),
  }));
}

/** What the museum's rounds have left; the browsers in the order of the table. */
function museumRows() {
  const file = path.join(root, 'bench-results/museum.json');
  const order = ['now', '114', '109', '92', '86', 'firefox', 'webkit', '83', '78', 'phantom'];
  const rows = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return rows.sort((a, b) => order.indexOf(a.browser) - order.indexOf(b.browser));
}

function document(rows, bytes, timed) {
  const met = rows.filter((row) => !row.missing);
  const versions = [...new Set(met.map(({ version }) => version))];
  const at = (version, page) => met.findLast((row) => row.version === version && row.page === page);
  const mark = (row) =>
    !row || row.note
      ? '–'
      : Object.keys(row.faults).length
        ? `✗ ${Object.keys(row.faults).join(', ')}`
        : row.below
          ? '✓ floor'
          : '✓';
  const shifts = met.flatMap(({ version, shift }) =>
    Object.entries(shift ?? {}).map(([tag, value]) => ({ version, tag, value })),
  );
  const worst = (tag, version) =>
    Math.max(...shifts.filter((one) => one.tag === tag && one.version === version).map(({ value }) => value ?? 0));
  const shiftVersions = [...new Set(shifts.map(({ version }) => version))];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const table = (titles, lines) => [line(titles), line(titles.map(() => '---')), ...lines.map(line)].join('\n');
  return `# The museum of hostile pages

Written by \`npm run bench -- embed\` from the last \`npm run test:museum\`; do not edit. The pages are in
\`test/site/museum/pages\`, each with every element (${Object.keys(elements).join(', ')}).

✓ means, for every element on the page: the same boxes, fonts and colours as on a clean page of the same width (within
1.6 px; a page without a doctype is compared with a clean page without one), on the current Chromium the same picture (by
blocks of 6 px, 2 % tolerance), readable on its ground, not covered, a short use by real keys and clicks works; no error, no
console message, no policy report beyond the page's own; what was typed arrives unchanged at the service; what follows
it moves by less than 0.05; on paper (in Chromium's print layout) the same boxes as from a clean page, and no buttons; and the page's own scripts, styles, globals, natives, address and history are the same with and
without us. ✓ floor: below the floor the author's content is there to read and the loader raises nothing.

${table(
  ['page', 'what is hostile', ...versions],
  pages.map(({ name, what }) => [
    name,
    what.replace(/\|/g, '\\|'),
    ...versions.map((version) => mark(at(version, name))),
  ]),
)}

Browsers: Chromium of these ages comes from npm (linux x64), Firefox and WebKitGTK from Debian (\`firefox-esr\`;
\`webkit2gtk-driver\` and \`xvfb\`); what a machine does not have is left out and said. Safari itself, WeChat's and 360's own
builds, and IE mode could not be had. For IE mode \`zwgk.js\` is parsed as ES5 (\`test/repo/floor.test.mjs\`) and run in
PhantomJS 2.1, from npm, too, whose engine knows ES5 and no more.

## Bytes (gzip)

${table(
  ['element', 'its own file', 'with the loader: loader, modules, shared part'],
  bytes.map(({ tag, alone, loader }) => [tag, `${(alone / 1000).toFixed(1)} kB`, `${(loader / 1000).toFixed(1)} kB`]),
)}

## Layout shift, the worst page

${table(
  ['element', ...shiftVersions],
  Object.keys(elements).map((tag) => [tag, ...shiftVersions.map((version) => worst(tag, version).toFixed(3))]),
)}

Other browsers do not measure it. Left out: ${pages
    .filter(({ moves }) => moves)
    .map(({ name, moves }) => `${name} (${moves})`)
    .join('; ')}. Not looked at: ${pages
    .flatMap(({ name, not }) => Object.entries(not ?? {}).map(([browser, why]) => `${name} in ${browser} (${why})`))
    .join('; ')}.

## From script to content

The same ${JSON.parse(readFileSync(path.join(root, 'packages/schema/examples/catalogues/disclosure.json'), 'utf8')).entries.length} entries, ten on a page; from the first script until ten rows are there; processor slowed ${SLOWER} times, no cache,
${ROUNDS} interleaved rounds, the ratio taken within a round.

${table(
  ['what', 'browser', 'median', '× DataTables 1'],
  timed.map((row) => [row.name, row.browser, `${row['median ms']} ms`, String(row['× DataTables 1'])]),
)}
`;
}

export async function run() {
  const museum = await startMuseum({
    more: {
      '/bench/DataTables 1 + jQuery': { type: 'html', body: theirs },
      '/bench/DataTables%201%20+%20jQuery': { type: 'html', body: theirs },
      '/bench/zwgk.js': { type: 'html', body: ours('zwgk.js') },
      '/bench/zwgk-catalogue.js': { type: 'html', body: ours('zwgk-catalogue.js') },
      '/bench/datatables.js': { type: 'js', body: dataTables() },
    },
  });
  const names = ['DataTables 1 + jQuery', 'zwgk.js', 'zwgk-catalogue.js'];
  const timed = [];
  try {
    for (const file of [findOldChromium(86), findBrowser()])
      if (file) timed.push(...(await times(file, museum.base, names)));
  } finally {
    await museum.end();
  }
  const file = path.join(root, 'docs/museum.md');
  const options = (await prettier.resolveConfig(file)) ?? {};
  const text = document(museumRows(), weights(), timed);
  writeFileSync(file, await prettier.format(text, { ...options, filepath: file }));
  return timed;
}
