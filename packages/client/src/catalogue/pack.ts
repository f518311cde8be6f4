/** A catalogue that came as a static pack: its head answers the first question, what further ones need is fetched then. */
import { Catalogue, type CatalogueEntry, type Issue } from '@zwgk/schema';
import type { DocumentInput } from '../documents.js';
import { ZwgkError, isZwgkError } from '../errors.js';
import type { CallOptions, Http, ReadOptions } from '../http.js';
import { parseLenient } from '../parse.js';
import { facetFields } from './facets.js';
import { fold, highlight, queryWords } from './fold.js';
import { createMemoryCatalogue, type MemoryCatalogue } from './memory.js';
import { isPack, type CataloguePack, type PackPart } from './pack-format.js';
import { createPackRows, type PackRow, type Part } from './pack-rows.js';
import { checkQuery } from './query.js';
import { readEntry } from './read.js';
import type { CataloguePage, CatalogueQuery, CatalogueReader } from './types.js';

type Raw = Readonly<Record<string, unknown>>;

/** Milliseconds for one try of one file: some hundred kilobytes for a phone on a slow line. */
const TIMEOUT = 60000;
/** Shards that are kept. */
const KEPT = 100;

/** A name that can be a folder and part of an address. */
const isPackId = (id: unknown) => typeof id === 'string' && /^[^\0-\x1F/\\]{1,200}$/.test(id) && !/^\.+$/.test(id);
const isPart = (part: unknown): part is PackPart =>
  Array.isArray(part) && Number.isInteger(part[0]) && part[0] > 0 && typeof part[1] === 'string';
const rowsOf = (parts: readonly PackPart[]) => parts.reduce((sum, [rows]) => sum + rows, 0);

/** The head, or an error that names the field which is wrong: nothing can be found with half a head. */
function checkPack(pack: Partial<CataloguePack>): CataloguePack {
  const bad = (field: string, code: string) => {
    throw new ZwgkError('invalid_response', { issues: [{ path: ['pack', field], code }] });
  };
  if (pack.format !== 1) bad('format', 'unknown_code');
  if (!isPackId(pack.folder)) bad('folder', 'format');
  if (!(Number.isInteger(pack.total) && pack.total! >= 0 && pack.total! <= 200000)) bad('total', 'format');
  const { gone = 0 } = pack;
  if (!(Number.isInteger(gone) && gone >= 0 && gone <= 200000)) bad('gone', 'format');
  for (const field of ['columns', 'numbers'] as const) if (typeof pack[field] !== 'string') bad(field, 'required');
  for (const field of ['titles', 'summaries', 'entries'] as const) {
    const parts: unknown = pack[field];
    if (
      !Array.isArray(parts) ||
      !parts.every(isPart) ||
      rowsOf(parts) !== pack.total! + (field === 'entries' ? gone : 0)
    )
      bad(field, 'format');
  }
  return pack as CataloguePack;
}

/** What a `.gz` holds, whatever the server calls it; some servers and browsers have unpacked it on the way. */
async function unpacked(blob: Blob): Promise<unknown> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = first === 31 && second === 139;
  try {
    return await new Response(packed ? blob.stream().pipeThrough(new DecompressionStream('gzip')) : blob).json();
  } catch {
    throw new ZwgkError('invalid_response', { issues: [{ path: [], code: 'format' }] });
  }
}

/** @param head the document with `pack` that the input led to; its parts lie beside it */
export function createPackReader(
  http: Http,
  input: DocumentInput,
  head: unknown,
  { onIssues }: ReadOptions = {},
): CatalogueReader {
  const absolute = 'src' in input;
  // A head that a page hands over has nothing beside it.
  if (!absolute && !('id' in input))
    throw new ZwgkError('invalid_input', { issues: [{ path: ['src'], code: 'required' }] });
  const base = absolute ? input.src.replace(/[?#].*$/, '').replace(/[^/]*$/, '') : 'catalogues/';
  if (!isPack(head)) throw new ZwgkError('invalid_response', { issues: [{ path: ['pack'], code: 'type' }] });
  const pack = checkPack(head.pack);
  const found: Issue[] = [];
  const tell = (issues: readonly Issue[]) => {
    found.push(...issues);
    if (issues.length) onIssues?.([...found], 'invalid_response');
  };
  const {
    title,
    publisher,
    updatedAt,
    nodes = [],
  } = parseLenient(Catalogue, { ...head, entries: [] }, 'invalid_response', (issues) => void found.push(...issues));
  tell((Array.isArray(pack.issues) ? pack.issues : []).filter((issue) => Array.isArray(issue?.path)));

  let gzip = pack.gzip === true && typeof DecompressionStream === 'function';
  /** A file that is there and belongs to this head, or what is wrong with it. */
  async function fetched(name: string, stamp: string): Promise<{ value: Raw } | { code: string }> {
    const path = `${base}${encodeURIComponent(pack.folder)}/${name}.json`;
    let code: string | undefined;
    // Some hosts give out no compressed files, and a browser's copy may be from before the last build.
    for (const [ending, cache] of [[gzip ? '.gz' : ''], ['', 'reload']] as [string, RequestCache?][])
      try {
        // The stamp in the address: nobody between here and there has an older copy of it.
        const request = { timeout: TIMEOUT, query: { v: stamp }, cache, absolute };
        const value = await (ending ? http.blob(path + ending, request).then(unpacked) : http.json(path, request));
        if ((value as Raw | null)?.['stamp'] === stamp) {
          if (code && code !== 'mismatch') gzip = false;
          return { value: value as Raw };
        }
        // It is there, and of another build: more telling than a copy that is not there.
        code = 'mismatch';
      } catch (error) {
        if (!isZwgkError(error) || !['not_found', 'refused', 'invalid_response'].includes(error.code)) throw error;
        code ??= error.code === 'invalid_response' ? 'format' : 'required';
      }
    return { code: code! };
  }

  /** Files that are there or on their way; what is missing or of another build stays undefined and is told once. */
  const files = new Map<string, Promise<Raw | undefined>>();
  function file(name: string, stamp: string, fits: (value: Raw) => boolean): Promise<Raw | undefined> {
    let loading = files.get(name);
    if (!loading) {
      loading = fetched(name, stamp).then((got) => {
        if ('value' in got && fits(got.value)) return got.value;
        tell([{ path: ['pack', name], code: 'value' in got ? 'format' : got.code }]);
        return undefined;
      });
      files.set(name, loading);
      // A failure on the way is not kept: the next question tries again.
      loading.catch(() => files.delete(name));
    }
    return loading;
  }
  /** A caller who gives up does not stop what others wait for. */
  const orAborted = <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
    signal
      ? new Promise((resolve, reject) => {
          const stop = () => reject(new ZwgkError('aborted'));
          if (signal.aborted) stop();
          signal.addEventListener('abort', stop, { once: true });
          work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
        })
      : work;
  const unfit = (name: string) =>
    new ZwgkError('invalid_response', { issues: [{ path: ['pack', name], code: 'mismatch' }] });

  const rows = createPackRows(pack.total, pack.gone);
  /** Brings a file into the rows. @returns false when it is not there or does not fit */
  const bring = async (part: Part, name: string, stamp: string, first = 0, count = pack.total) =>
    (await file(name, stamp, (value) => rows.take(part, value, first, count))) !== undefined;
  const columns = async () => {
    if (!(await bring('columns', 'columns', pack.columns))) throw unfit('columns');
  };
  const numbers = () => bring('numbers', 'numbers', pack.numbers);
  const text = (part: 'titles' | 'summaries', i: number) =>
    bring(part, `${part}-${i}`, pack[part][i]![1], rowsOf(pack[part].slice(0, i)), pack[part][i]![0]);
  /** Two at a time, so that none waits longer than its time on a slow line. */
  async function texts(part: 'titles' | 'summaries'): Promise<void> {
    for (let i = 0; i < pack[part].length; i += 2)
      await Promise.all(pack[part].slice(i, i + 2).map((_, n) => text(part, i + n)));
  }

  let narrow: Promise<MemoryCatalogue> | undefined;
  let whole: Promise<{ engine: MemoryCatalogue; list: readonly PackRow[] }> | undefined;
  const narrowed = () =>
    (narrow ??= columns()
      .then(() => createMemoryCatalogue(rows.newest(), nodes))
      .catch((error) => {
        narrow = undefined;
        throw error;
      }));
  let mark = highlight;
  /** In the order of the catalogue, with every text. */
  const searched = () =>
    (whole ??= Promise.all([columns(), numbers(), texts('titles'), texts('summaries')])
      .then(() => {
        const list = rows.inOrder();
        const engine = createMemoryCatalogue(list, nodes);
        mark = engine.highlight;
        return { engine, list };
      })
      .catch((error) => {
        whole = undefined;
        throw error;
      }));

  /** Which shard holds a row, and where. */
  const starts = new Uint32Array(pack.entries.length + 1);
  pack.entries.forEach(([count], i) => (starts[i + 1] = starts[i]! + count));
  const shards: number[] = [];
  function shard(n: number): Promise<Raw | undefined> {
    const [count, stamp] = pack.entries[n]!;
    // Those that were asked for last stay.
    const at = shards.indexOf(n);
    if (at >= 0) shards.splice(at, 1);
    if (shards.push(n) > KEPT) files.delete(`entries-${shards.shift()}`);
    return file(`entries-${n}`, stamp, ({ entries }) => Array.isArray(entries) && entries.length === count);
  }
  const shardOf = (row: number): number => {
    let [low, high] = [0, pack.entries.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= row) low = middle;
      else high = middle;
    }
    return low;
  };
  /** Rows of what was shown, so that opening it costs nothing. */
  const shown = new Map<string, number>();

  async function entryAt(row: number): Promise<{ entry: CatalogueEntry | undefined; flawed: boolean }> {
    const n = shardOf(row);
    const place = row - starts[n]!;
    const { entries, flawed } = ((await shard(n)) ?? {}) as { entries?: unknown[]; flawed?: unknown };
    const { value, issues } = entries ? readEntry(entries[place]) : { value: undefined, issues: [] };
    return { entry: value, flawed: issues.length > 0 || (Array.isArray(flawed) && flawed.includes(place)) };
  }
  /** What the columns know of a row whose shard is not there. */
  async function outline(row: number): Promise<CatalogueEntry> {
    const i = pack.titles.findIndex((_, n) => row < rowsOf(pack.titles.slice(0, n + 1)));
    await Promise.all([columns(), numbers(), text('titles', i)].map((loading) => loading.catch(() => {})));
    return readEntry(rows.outline(row)).value ?? { indexNumber: '', title: '' };
  }

  async function pageOf(
    list: readonly number[],
    rest: Omit<CataloguePage, 'items' | 'flawed'>,
  ): Promise<CataloguePage> {
    const read = await Promise.all(
      list.map(async (row) => {
        const { entry, flawed } = await entryAt(row);
        return entry ? { entry, flawed } : { entry: await outline(row), flawed: true };
      }),
    );
    const flawed = read.flatMap((one, i) => (one.flawed ? [i] : []));
    if (shown.size > 1000) shown.clear();
    read.forEach(({ entry: { indexNumber } }, i) => indexNumber && shown.set(indexNumber, list[i]!));
    return { items: read.map(({ entry }) => entry), ...rest, ...(flawed.length ? { flawed } : {}) };
  }

  async function answer(query: CatalogueQuery, signal: AbortSignal | undefined): Promise<CataloguePage> {
    const { text = '', node, filters, from, to, sort, page = 1, pageSize = 20, cursor, facets: wanted = true } = query;
    const words = queryWords(text);
    if (words.length || sort === 'title' || sort === 'indexNumber') {
      const { engine, list } = await searched();
      const { rows: hits, ...rest } = await engine.find(query, signal);
      return pageOf(
        hits.map((hit) => list[hit]!.row),
        rest,
      );
    }
    const asked = node || from || to || sort === 'oldest' || facetFields.some((field) => filters?.[field]?.length);
    if (asked) {
      const { rows: hits, ...rest } = await (await narrowed()).find(query, signal);
      return pageOf(hits, rest);
    }
    const start = cursor === undefined ? (page - 1) * pageSize : +cursor;
    if (!(Number.isInteger(start) && start >= 0))
      throw new ZwgkError('invalid_input', { issues: [{ path: ['cursor'], code: 'format' }] });
    const end = Math.min(start + pageSize, pack.total);
    const list = Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
    return pageOf(list, {
      total: pack.total,
      facets: wanted ? { ...pack.facets } : {},
      next: end < pack.total ? String(end) : null,
    });
  }

  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    nodes,
    total: pack.total,
    highlight: (text, query) => mark(text, query),
    async page(query = {}, { signal }: CallOptions = {}) {
      checkQuery(query);
      return orAborted(answer(query, signal), signal);
    },
    async get(indexNumber, { signal } = {}) {
      const find = async () => {
        let row = shown.get(indexNumber);
        if (row === undefined) {
          if (!(await numbers())) throw unfit('numbers');
          row = rows.locate(indexNumber, fold(indexNumber));
        }
        if (row < 0) throw new ZwgkError('not_found');
        const { entry } = await entryAt(row);
        if (!entry) throw unfit(`entries-${shardOf(row)}`);
        return entry;
      };
      return orAborted(find(), signal);
    },
  };
}
