/** Serves the museum: frozen pages with our tags put in (or the same pages without our scripts), data, the files of a page. */
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { all, elements, markup } from './elements.mjs';
import { pages } from './pages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const types = {
  html: 'text/html',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
const places = {
  '/cdn/': path.join(root, 'packages/elements/cdn'),
  // The same files at another address: a second copy, as a second department would bring it along.
  '/cdn-2/': path.join(root, 'packages/elements/cdn'),
  '/data/': path.join(root, 'packages/schema/examples'),
  '/pages/': path.join(here, 'pages'),
  '/vendor/': path.join(root, 'node_modules'),
};
const read = (file) => JSON.parse(readFileSync(path.join(places['/data/'], file), 'utf8'));
const data = (file) =>
  JSON.stringify(
    file === 'guides.json'
      ? {
          title: '办事指南',
          guides: readdirSync(path.join(places['/data/'], 'guides')).map((one) => read(`guides/${one}`)),
        }
      : read(file),
  );

const tag = (src, more = '') => `<script src="${src}"${more}></script>`;
/** How a page includes us. */
const includes = {
  loader: () => tag('/cdn/zwgk.js', ' charset="utf-8"'),
  plain: () => tag('/cdn/zwgk.js'),
  defer: () => tag('/cdn/zwgk.js', ' charset="utf-8" defer'),
  all: () => tag('/cdn/zwgk-all.js', ' charset="utf-8"'),
  whole: () => tag('/cdn/zwgk-whole.js', ' charset="utf-8"'),
  each: () =>
    Object.keys(elements)
      .map((name) => tag(`/cdn/${name}.js`, ' charset="utf-8"'))
      .join('\n'),
  twice: () =>
    [
      '/cdn/zwgk.js',
      '/cdn/zwgk.js',
      '/cdn-2/zwgk.js',
      '/cdn-2/zwgk-all.js',
      '/cdn/zwgk-guide-card.js',
      '/cdn-2/zwgk-complaint-form.js',
    ]
      .map((file) => tag(file, ' charset="utf-8"'))
      .join('\n'),
};

/** One page's bytes; everything that is put in is ASCII, so that the page's own encoding stays. */
function bytesOf(page, query) {
  const on = query.get('zwgk') !== 'off';
  const tags = query.get('only')?.split(',') ?? Object.keys(elements);
  const html = readFileSync(path.join(here, 'pages', page.file ?? `${page.name}.html`), 'latin1');
  const options = { data: page.inline ? data : undefined };
  const carriers = () =>
    tags
      .map((name) => markup(name, options))
      .map((one) => one.replace(/^<zwgk-([\w-]+)/, '<div data-zwgk="$1"').replace(/<\/zwgk-[\w-]+>$/, '</div>'))
      .map((one) => one.replace(/ (org|src|page-size)=/g, ' data-$1='));
  return Buffer.from(
    html
      .replace('<!--recorder-->', () => tag('/museum/recorder.js'))
      .replace('<!--zwgk-script-->', () => (on ? includes[page.script ?? 'loader']() : ''))
      .replace('<!--zwgk-->', () => all(tags, options))
      .replace('<!--zwgk-twice-->', () => all(tags, options) + all(tags, options))
      .replaceAll('__ZWGK__', () => JSON.stringify(all(tags, options)).replace(/</g, '\\x3c'))
      .replaceAll('__CARRIERS__', () => JSON.stringify(carriers()).replace(/</g, '\\x3c'))
      .replaceAll('__ON__', String(on))
      .replaceAll('__QUERY__', `?${query}`.replace(/"/g, ''))
      .replaceAll('__SIZE__', page.size ?? ''),
    'latin1',
  );
}

/** An element at a width of its own on a page that does nothing to it. */
const clean = (
  query,
) => `${query.has('quirks') ? '' : '<!DOCTYPE html>'}<html lang="zh-CN"><head><meta charset="utf-8"><title>clean</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${tag('/museum/recorder.js')}<style>body{margin:0;background:#fff}</style>${tag('/cdn/zwgk.js')}</head><body>
<zwgk-provider api="/museum/api">${(query.get('w') ?? '')
  .split(',')
  .map((one) => one.split(':'))
  .map(([name, width]) => `<div style="width:${Number(width)}px">${markup(name)}</div>`)
  .join('\n')}</zwgk-provider></body></html>`;

/** Starts on a free port of this machine. `bodies` gathers what has been sent to the service; `more` are further files. */
export async function startMuseum({ more = {} } = {}) {
  const bodies = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://museum');
    const send = (status, type, body, headers = {}) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
      response.end(body);
    };
    if (url.pathname === '/museum/recorder.js')
      return send(200, types.js, readFileSync(path.join(here, 'recorder.js')));
    if (url.pathname === '/museum/clean') return send(200, 'text/html; charset=utf-8', clean(url.searchParams));
    if (url.pathname.startsWith('/museum/api/')) {
      // A page in a sandbox has no origin; a service says whether it may ask.
      const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
      if (request.method === 'OPTIONS') return send(204, 'text/plain', '', cors);
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        bodies.push({ path: url.pathname, body });
        // A service that knows nobody.
        send(
          404,
          'application/problem+json',
          JSON.stringify({ status: 404, code: 'not_found', title: 'not_found' }),
          cors,
        );
      });
      return;
    }
    if (url.pathname in more) {
      const { type, body } = more[url.pathname];
      return send(200, types[type], body);
    }
    const page = pages.find(({ name }) => url.pathname === `/page/${name}`);
    if (page) return send(200, page.type ?? 'text/html', bytesOf(page, url.searchParams), page.headers);
    if (url.pathname === '/data/guides.json') return send(200, types.json, data('guides.json'));
    for (const [prefix, folder] of Object.entries(places)) {
      if (!url.pathname.startsWith(prefix)) continue;
      const file = path.join(folder, path.normalize(decodeURIComponent(url.pathname.slice(prefix.length))));
      if (!file.startsWith(folder) || !existsSync(file)) break;
      const type = types[path.extname(file).slice(1)] ?? 'application/octet-stream';
      // An inner page of a frame gets the same treatment as one that stands alone.
      if (prefix === '/pages/' && file.endsWith('.html'))
        return send(
          200,
          type,
          bytesOf(
            {
              name: path.basename(file, '.html'),
              inline: url.searchParams.has('inline'),
              script: url.searchParams.get('script') ?? undefined,
            },
            url.searchParams,
          ),
        );
      return send(200, type, readFileSync(file));
    }
    // Pages ask for pictures that no longer exist; nobody minds.
    if (/\.(?:gif|jpg|png|ico|svg)$/.test(url.pathname)) return send(204, 'image/gif', '');
    return send(404, 'text/plain', 'no such thing');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    bodies,
    end: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
