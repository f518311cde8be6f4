/** Writes a large 政府信息公开目录 as head, columns and shards; the format is that of the client's `pack-format.ts`. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  createMemoryCatalogue,
  facetOf,
  isListed,
  packFacets,
  toColumn,
  toNumbers,
  toPlanes,
  toTitle,
  whenOf,
  type CataloguePack,
  type PackColumns,
  type PackNumbersFile,
  type PackPart,
} from '@zwgk/client/catalogue';
import type { Catalogue, CatalogueEntry, Issue } from '@zwgk/schema';

/** Above so many entries a catalogue is written in parts: one file of them would be over half a megabyte. */
export const PACK_FROM = 2000;
/** Rows of one file of titles or summaries. */
const TEXT_ROWS = 16384;
/** Entries, and characters of JSON, of one shard. */
const SHARD_ROWS = 128;
const SHARD_SIZE = 64000;
/** Defects that are told with the pack. */
const MOST_ISSUES = 1000;

/** What is wrong with entries, by their place in `catalogue.entries`. */
export type EntryIssues = ReadonlyMap<number, readonly Issue[]>;

export interface CataloguePackOptions {
  /** Name of the folder beside the head. */
  readonly folder: string;
  /** Also writes each file as `.gz`, for hosts that compress nothing. Default true. */
  readonly gzip?: boolean | undefined;
  readonly issues?: EntryIssues | undefined;
}

/**
 * @param catalogue what the public may see of it
 * @param write is given paths below the folder (`columns.json`)
 * @returns the head, to be written last: a pack that is half there is not opened
 */
export async function writeCataloguePack(
  catalogue: Catalogue,
  { folder, gzip = true, issues = new Map() }: CataloguePackOptions,
  write: (path: string, content: string | Uint8Array) => Promise<void> | void,
): Promise<Omit<Catalogue, 'entries'> & { pack: CataloguePack }> {
  const { entries, ...head } = catalogue;
  const minutes = entries.map(whenOf);
  // Newest first, those without a date last, what is equal in the order of the catalogue.
  const time = (at: number) => (Number.isNaN(minutes[at]) ? -Infinity : minutes[at]!);
  const order = entries
    .map((_, at) => at)
    .filter((at) => isListed(entries[at]!))
    .sort((a, b) => (time(a) === time(b) ? a - b : time(b) > time(a) ? 1 : -1));
  const rows = order.map((at) => entries[at]!);
  // What was taken down has a number and an entry, and stands in no list.
  const gone = entries.map((_, at) => at).filter((at) => !isListed(entries[at]!));
  const places = [...order, ...gone];
  const numbered = places.map((at) => entries[at]!);
  const dated = order.filter((at) => !Number.isNaN(minutes[at]));

  async function file(name: string, content: object): Promise<string> {
    const body = JSON.stringify(content).slice(1);
    const stamp = createHash('sha256').update(body).digest('base64url').slice(0, 8);
    const text = `{"stamp":"${stamp}",${body}\n`;
    await write(`${name}.json`, text);
    if (gzip) await write(`${name}.json.gz`, gzipSync(text, { level: 9 }));
    return stamp;
  }
  async function blocks(name: string, of: (row: CatalogueEntry) => unknown): Promise<PackPart[]> {
    const parts: PackPart[] = [];
    for (let from = 0; from < rows.length; from += TEXT_ROWS) {
      const some = rows.slice(from, from + TEXT_ROWS).map(of);
      parts.push([some.length, await file(`${name}-${parts.length}`, toColumn(some))]);
    }
    return parts;
  }

  const publisherOf = (entry: CatalogueEntry): unknown => {
    const { publisher } = entry as { publisher?: unknown };
    return (publisher && typeof publisher === 'object' ? (publisher as { name?: unknown }).name : publisher) ?? '';
  };
  const facet = (field: keyof typeof facetOf) => (entry: CatalogueEntry) => facetOf[field](entry);
  const columns: Omit<PackColumns, 'stamp'> = {
    dated: dated.length,
    newest: dated.length ? minutes[dated[0]!]! : 0,
    minutes: toPlanes(dated.map((at, row) => (row ? minutes[dated[row - 1]!]! - minutes[at]! : 0))),
    publisher: toColumn(rows.map(publisherOf)),
    ...(Object.fromEntries(packFacets.map((field) => [field, toColumn(rows.map(facet(field)))])) as Pick<
      PackColumns,
      (typeof packFacets)[number]
    >),
  };
  const inOrder = places.every((at, row) => at === row);
  const numbers: Omit<PackNumbersFile, 'stamp'> = {
    index: toNumbers(numbered.map(({ indexNumber }) => indexNumber)),
    doc: toNumbers(numbered.map(({ docNumber }) => docNumber ?? '')),
    ...(inOrder ? {} : { order: toPlanes(places) }),
  };

  const shards: PackPart[] = [];
  let shard: CatalogueEntry[] = [];
  let size = 0;
  let first = 0;
  const close = async () => {
    const flawed = shard.flatMap((_, place) => (issues.has(places[first + place]!) ? [place] : []));
    const stamp = await file(`entries-${shards.length}`, { entries: shard, ...(flawed.length ? { flawed } : {}) });
    shards.push([shard.length, stamp]);
    first += shard.length;
    shard = [];
    size = 0;
  };
  for (const entry of numbered) {
    const length = JSON.stringify(entry).length;
    if (shard.length && (shard.length === SHARD_ROWS || size + length > SHARD_SIZE)) await close();
    shard.push(entry);
    size += length;
  }
  if (shard.length) await close();

  const { facets } = await createMemoryCatalogue(entries, catalogue.nodes ?? []).find({ pageSize: 1 });
  const told = [...issues].flatMap(([at, list]) =>
    list.map(({ path, code }) => ({ path: ['entries', at, ...path], code })),
  );
  return {
    ...head,
    pack: {
      format: 1,
      folder,
      total: rows.length,
      ...(gone.length ? { gone: gone.length } : {}),
      gzip,
      facets,
      columns: await file('columns', columns),
      numbers: await file('numbers', numbers),
      titles: await blocks('titles', (entry) => toTitle(entry.title, facetOf.publisher(entry))),
      summaries: await blocks('summaries', (entry) => entry.summary ?? ''),
      entries: shards,
      ...(told.length ? { issues: told.slice(0, MOST_ISSUES) } : {}),
    },
  };
}
