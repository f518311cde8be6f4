/** What other programs read of what is published: feeds, sitemap, JSON-LD, HTML to paste, downloads. */
import { isListed, readEntry } from '@zwgk/client/catalogue';
import { publicView, type Catalogue, type CatalogueEntry, type Guide } from '@zwgk/schema';
import { isPackId, type PackSource, type WriteFile } from '../pack.js';
import { csvOf } from './download.js';
import { atomOf, jsonFeedOf, rssOf } from './feeds.js';
import { listOf, tableOf } from './fragments.js';
import { columnOf, datasetOf, serviceOf } from './json-ld.js';
import { addressOf, columnsOf, momentOf } from './model.js';
import { sitemapsOf, type SitePage } from './sitemap.js';
import { asciiJson, hans, linkOf, toAscii, type Addresses } from './text.js';

export interface OutputOptions {
  /** Address of the folder that is written, `https://…`: feeds name themselves by it, and RSS and sitemap need it. */
  readonly base?: string | undefined;
  /** Address of the page with the catalogue, relative to `base`, which is the default; entries are opened there. */
  readonly page?: string | undefined;
}
export interface OutputReport {
  readonly files: number;
  /** What needs a base and was not written. */
  readonly leftOut: readonly ('rss' | 'sitemap')[];
}

/** An `https:` or `http:` address; undefined for anything else. */
export function baseOf(address: string | undefined): URL | undefined {
  try {
    const url = new URL(address ?? '');
    if (!/^https?:$/.test(url.protocol)) return undefined;
    url.search = url.hash = '';
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    return url;
  } catch {
    return undefined;
  }
}

/** The page of the catalogue; undefined without a base, or when it is no page. */
export function pageOf(page: string | undefined, base: URL | undefined): URL | undefined {
  try {
    const url = new URL(page ?? '', base);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** What the public may see of a catalogue, each entry checked: of one with defects stays what is right, and what was taken down is
 * not spread any further. */
function publicCatalogue(catalogue: Catalogue): Catalogue | undefined {
  const shown = publicView('catalogue', catalogue);
  return (
    shown && {
      ...shown,
      entries: shown.entries.flatMap((entry): CatalogueEntry[] => {
        const { value } = readEntry(entry);
        return value && isListed(value) ? [value] : [];
      }),
    }
  );
}

/**
 * Writes, for each catalogue with entries: `feeds/<id>/<column>.rss.xml`, `.atom.xml` and `.json` (the newest 50 of the
 * column and all below it; `all` is the whole catalogue), `fragments/<id>/<column>.table.html` and `.list.html`, both also
 * as `.ascii.html`, `jsonld/catalogues/<id>/<column>.json`, `download/<id>.csv` and `.json`; for each guide
 * `jsonld/guides/<id>.json`;
 * and `sitemap.xml`. `columns.json` beside feeds and fragments tells which column has which file.
 */
export async function writeOutputs(
  source: Pick<PackSource, 'guides' | 'catalogues'>,
  writeFile: WriteFile,
  options: OutputOptions = {},
): Promise<OutputReport> {
  const base = baseOf(options.base);
  const addresses: Addresses = { base, page: base && (pageOf(options.page, base) ?? base) };
  const leftOut = new Set<'rss' | 'sitemap'>();
  const pages: SitePage[] = [];
  if (addresses.page) pages.push({ url: addresses.page.href, day: undefined });
  let files = 0;
  const write = async (path: string, content: string) => {
    await writeFile(path, content);
    files++;
  };
  const linked = (path: string) => base && new URL(path.split('/').map(encodeURIComponent).join('/'), base).href;

  for (const document of source.catalogues ?? []) {
    const { id } = document;
    if (!isPackId(id) || !('entries' in document)) continue;
    const catalogue = publicCatalogue(document as Catalogue);
    if (!catalogue) continue;
    const columns = columnsOf(catalogue);
    for (const column of columns) {
      const { file } = column;
      const feed = (ending: string) => {
        const path = `feeds/${id}/${file}.${ending}`;
        return { path, feed: { catalogue, column, addresses, self: linked(path) } };
      };
      const rss = feed('rss.xml');
      const text = rssOf(rss.feed);
      if (text === undefined) leftOut.add('rss');
      else await write(rss.path, text);
      const atom = feed('atom.xml');
      await write(atom.path, atomOf(atom.feed));
      const json = feed('json');
      await write(json.path, jsonFeedOf(json.feed));
      for (const [ending, html] of [
        ['table', tableOf(column, addresses)],
        ['list', listOf(column, addresses)],
      ] as const) {
        await write(`fragments/${id}/${file}.${ending}.html`, html);
        await write(`fragments/${id}/${file}.${ending}.ascii.html`, toAscii(html));
      }
      await write(`jsonld/catalogues/${id}/${file}.json`, `${asciiJson(columnOf(catalogue, column, addresses))}\n`);
    }
    const list = columns.map(({ file, node, title, total }) => ({ file, id: node?.id ?? null, title, total }));
    for (const folder of ['feeds', 'fragments'])
      await write(`${folder}/${id}/columns.json`, `${JSON.stringify(list, null, 1)}\n`);
    await write(`download/${id}.csv`, csvOf(catalogue, addresses));
    await write(`download/${id}.json`, `${JSON.stringify(catalogue)}\n`);
    const downloads: [string, string][] = [
      ['text/csv', `download/${encodeURIComponent(id)}.csv`],
      ['application/json', `download/${encodeURIComponent(id)}.json`],
    ];
    await write(`jsonld/catalogues/${id}.json`, `${asciiJson(datasetOf(catalogue, downloads, addresses))}\n`);
    for (const entry of catalogue.entries) {
      const url = linkOf(entry.url, addresses) && addressOf(entry, addresses);
      if (url && base) pages.push({ url, day: momentOf(entry)?.slice(0, 10) });
    }
  }
  for (const guide of source.guides ?? []) {
    const shown = publicView('guide', guide as Guide);
    if (!shown || !isPackId(shown.id) || !hans(shown.taskName)) continue;
    await write(`jsonld/guides/${shown.id}.json`, `${asciiJson(serviceOf(shown, addresses))}\n`);
    const url = base && linkOf(shown.url, addresses);
    if (url) pages.push({ url, day: shown.updatedAt?.slice(0, 10) });
  }
  if (!base) leftOut.add('sitemap');
  else for (const [path, text] of sitemapsOf(pages, base)) await write(path, text);
  return { files, leftOut: [...leftOut] };
}
