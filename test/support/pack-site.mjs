/** A catalogue of 100,000 entries as `zwgk build` writes it, on a plain file server, read by a page in a browser. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const data = path.resolve(root, '../shared/data/catalogue');
/** True when rows made from real ones can be had; they lie beside the repository, not in it. */
export const hasRows = existsSync(path.join(data, 'generate-catalogue-100k.mjs'));

/** The generated rows of 基层政务公开标准目录 as entries of a catalogue, one for each row. */
export function generatedEntries(count = 100_000) {
  const json = execFileSync(process.execPath, ['generate-catalogue-100k.mjs', String(count), '20240711', '--json'], {
    cwd: data,
    maxBuffer: 1 << 30,
  });
  const rows = JSON.parse(json.toString());
  // Days and times of the rows are nobody's: spread over ten years in no order, as an export may come.
  let state = 7;
  const next = (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const two = (value) => String(value).padStart(2, '0');
  const domains = [...new Set(rows.map((row) => row['领域']))];
  return {
    nodes: domains.map((title, i) => ({ id: `n${i}`, title })),
    entries: rows.map((row, i) => {
      const year = 2016 + next(10);
      const day = `${year}-${two(1 + next(12))}-${two(1 + next(28))}T${two(8 + next(10))}:${two(next(60))}:00+08:00`;
      return {
        indexNumber: `11341881MB0TE7T15U/${year}-${String(i).padStart(6, '0')}`,
        title: `${row['公开主体']}${row['一级事项']}${row['二级事项']}：${row['公开内容（要素）']}`.slice(0, 300),
        summary: row['公开依据'],
        publisher: { name: row['公开主体'] },
        publishedAt: day,
        catalogNodeId: `n${domains.indexOf(row['领域'])}`,
        disclosureMode: row['公开方式-依申请'] === '√' ? 'onRequest' : 'proactive',
        audience: row['公开对象-全社会'] === '√' ? 'public' : 'specificGroup',
        validity: i % 40 ? 'valid' : 'repealed',
        ...(row['公开时限'] ? { timeLimit: row['公开时限'] } : {}),
      };
    }),
  };
}

/** `zwgk build` over the entries. @returns what it said */
export function buildPack(catalogue, source, out) {
  mkdirSync(path.join(source, 'catalogues'), { recursive: true });
  const file = path.join(source, 'catalogues/disclosure.json');
  writeFileSync(file, JSON.stringify({ title: '政府信息公开目录', ...catalogue }));
  const cli = path.join(root, 'packages/publish/dist/cli.js');
  return execFileSync(process.execPath, [cli, 'build', source, out], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

const TYPES = { js: 'text/javascript', json: 'application/json', html: 'text/html', gz: 'application/gzip' };
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>目录</title>
<script src="/cdn/zwgk.js" charset="utf-8"></script>
<zwgk-provider files="/files"><zwgk-catalogue catalogue-id="disclosure"></zwgk-catalogue></zwgk-provider></html>`;

/**
 * Gives out a page with the catalogue, `/cdn/` and `/files/` (from `folder`); `gzip` compresses text on the way, as most
 * servers do. `log` has a line for each file with the bytes of its body.
 */
export async function servePack(folder, { gzip }) {
  const log = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [, top, ...rest] = decodeURIComponent(pathname).split('/');
    const file = top === 'cdn' ? path.join(root, 'packages/elements/cdn', ...rest) : path.join(folder, ...rest);
    const type = TYPES[pathname.split('.').pop()] ?? 'application/octet-stream';
    const send = (body) => {
      const packed = gzip && type !== TYPES.gz ? gzipSync(body) : body;
      log.push({ file: pathname, bytes: packed.length });
      response.writeHead(200, {
        'content-type': type,
        'content-length': packed.length,
        ...(packed === body ? {} : { 'content-encoding': 'gzip' }),
      });
      response.end(packed);
    };
    if (pathname === '/') response.setHeader('content-type', 'text/html').end(PAGE);
    else if ((top === 'cdn' || top === 'files') && existsSync(file) && statSync(file).isFile())
      send(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    log,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Opens the page and does what a reader does; after each step what stands there and the bytes so far. */
export async function readPack(browser, { base, log }) {
  const page = await browser.newPage();
  const steps = [];
  const bytes = (of) => log.filter(of).reduce((sum, one) => sum + one.bytes, 0);
  const settled = () =>
    page.waitForFunction(
      () => {
        const element = document.querySelector('zwgk-catalogue');
        return element?.shadowRoot?.querySelector('[part~=count]') && !element.hasAttribute('aria-busy');
      },
      { timeout: 120000 },
    );
  const step = async (name, act) => {
    const start = performance.now();
    await act();
    await settled();
    const ms = performance.now() - start;
    const shown = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('zwgk-catalogue');
      const titles = [...shadowRoot.querySelectorAll('[part~=link]')].map((link) => link.textContent.trim());
      return { count: shadowRoot.querySelector('[part~=count]').textContent.trim(), titles };
    });
    steps.push({
      name,
      ...shown,
      ms: Math.round(ms),
      all: bytes(() => true),
      data: bytes(({ file }) => file.startsWith('/files/')),
    });
  };
  await step('first rows', () => page.goto(base));
  await step('search', () =>
    page.evaluate(() => {
      document.querySelector('zwgk-catalogue').query = '安全生产';
      return new Promise((resolve) => setTimeout(resolve, 50));
    }),
  );
  await step('filter', () =>
    page.evaluate(() => {
      const element = document.querySelector('zwgk-catalogue');
      element.query = '';
      element.filters = { year: ['2020'] };
      return new Promise((resolve) => setTimeout(resolve, 50));
    }),
  );
  await page.close();
  return steps;
}
