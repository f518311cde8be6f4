/** A catalogue in memory: columns made on first use, orders and the text index kept once made. */
import { ZwgkError } from '../errors.js';
import { facetFields, type FacetField } from './facets.js';
import { fold, queryWords } from './fold.js';
import { facetOf, isExact, isInternal, sortText, textsOf, titlesOf } from './keys.js';
import { whenOf } from './minutes.js';
import { checkQuery, FACET_VALUES } from './query.js';
import { inSlices } from './slices.js';
import { createTextIndex, type TextIndex } from './text-index.js';
import type { CatalogueQuery, CatalogueSort, FacetValue } from './types.js';

type Raw = Readonly<Record<string, unknown>>;
type Counted = FacetField | 'node';
interface Column {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}
interface Tree {
  readonly id: string;
  readonly parentId?: string | null | undefined;
}

export interface Found {
  /** Positions in the list of rows, one page of them. */
  readonly rows: readonly number[];
  readonly total: number;
  readonly facets: Partial<Record<Counted, FacetValue[]>>;
  readonly next: string | null;
}
export interface MemoryCatalogue {
  readonly total: number;
  find(query: CatalogueQuery, signal?: AbortSignal): Promise<Found>;
  /** Position of an 索引号, -1 for an unknown one. */
  locate(indexNumber: string): number;
}

const counted: readonly Counted[] = [...facetFields, 'node'];

/** Ids of a node and of all below it. */
function subtree(nodes: readonly Tree[], id: string): Set<string> {
  const inside = new Set([id]);
  for (let before = 0; before !== inside.size;) {
    before = inside.size;
    for (const node of nodes) if (node.parentId && inside.has(node.parentId)) inside.add(node.id);
  }
  return inside;
}

/** @param all entries as they came; what is no object or is internal is not there for any question */
export function createMemoryCatalogue(all: readonly unknown[], nodes: readonly Tree[]): MemoryCatalogue {
  const shown = (entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry) && !isInternal(entry as Raw);
  const ids: number[] = [];
  all.forEach((entry, i) => shown(entry) && ids.push(i));
  const count = ids.length;
  const rowAt = (row: number) => all[ids[row]!] as Raw;

  let when: Float64Array | undefined;
  const minutes = () => {
    if (when) return when;
    when = new Float64Array(count);
    for (let row = 0; row < count; row++) when[row] = whenOf(rowAt(row));
    return when;
  };
  const orders: Partial<Record<CatalogueSort, Promise<Uint32Array>>> = {};
  /** Rows by date without a comparison function: date and row share one number. Without a date: last. */
  const byDate = (direction: 1 | -1) => {
    const packed = new Float64Array(count);
    const time = minutes();
    for (let row = 0; row < count; row++) {
      const minute = time[row]!;
      packed[row] = (minute === minute ? direction * minute + 4e9 : 8e9) * 262144 + row;
    }
    packed.sort();
    const rows = new Uint32Array(count);
    for (let i = 0; i < count; i++) rows[i] = packed[i]! % 262144;
    return rows;
  };
  async function byText(sort: 'title' | 'indexNumber'): Promise<Uint32Array> {
    const texts: string[] = [];
    await inSlices(count, (from, to) => {
      for (let row = from; row < to; row++) texts.push(sortText(rowAt(row), sort));
    });
    // Blocks are sorted, then merged two by two, so that the page answers in between.
    let run = 2048;
    let rows = Uint32Array.from(texts.keys());
    await inSlices(
      count,
      (from, to) => {
        rows.subarray(from, to).sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a] === texts[b] ? a - b : 1));
      },
      undefined,
      run,
    );
    for (; run < count; run *= 2) {
      const out = new Uint32Array(count);
      for (let start = 0; start < count; start += 2 * run) {
        let a = start;
        let b = Math.min(a + run, count);
        const [aEnd, end] = [b, Math.min(b + run, count)];
        await inSlices(
          end - start,
          (from, to) => {
            for (let at = start + from; at < start + to; at++)
              out[at] = b < end && (a === aEnd || texts[rows[b]!]! < texts[rows[a]!]!) ? rows[b++]! : rows[a++]!;
          },
          undefined,
          4096,
        );
      }
      rows = out;
    }
    return rows;
  }
  const order = (sort: CatalogueSort): Promise<Uint32Array> =>
    (orders[sort] ??=
      sort === 'title' || sort === 'indexNumber' ? byText(sort) : Promise.resolve(byDate(sort === 'oldest' ? 1 : -1)));

  let columns: Promise<Record<Counted, Column>> | undefined;
  async function makeColumns(): Promise<Record<Counted, Column>> {
    const made = {} as Record<Counted, Column>;
    for (const field of counted) {
      const codes = new Uint32Array(count);
      const values = [''];
      const known = new Map([['', 0]]);
      const read = facetOf[field];
      await inSlices(count, (from, to) => {
        for (let row = from; row < to; row++) {
          const value = read(rowAt(row));
          let code = known.get(value);
          if (code === undefined) known.set(value, (code = values.push(value) - 1));
          codes[row] = code;
        }
      });
      made[field] = { codes, values };
    }
    return made;
  }

  let index: Promise<TextIndex> | undefined;
  /** Rows that hold all words, as flags; undefined without words. */
  async function matching(words: readonly string[], signal?: AbortSignal): Promise<Uint8Array | undefined> {
    if (!words.length) return undefined;
    const { search } = await (index ??= createTextIndex(count, (row) => textsOf(rowAt(row))));
    const flags = new Uint8Array(count);
    let round = 0;
    for (const word of words) {
      for (const row of await search(word, signal)) if (flags[row] === round) flags[row]!++;
      round++;
    }
    return flags.map((flag) => +(flag === round));
  }

  async function find(query: CatalogueQuery, signal?: AbortSignal): Promise<Found> {
    const { from, to } = checkQuery(query);
    const { text = '', page = 1, pageSize = 20, cursor, facets: wanted = true } = query;
    const words = queryWords(text);
    const sort = query.sort ?? (words.length ? 'relevance' : 'newest');
    const match = await matching(words, signal);

    const asked = new Map<Counted, ReadonlySet<string>>();
    for (const field of facetFields) {
      const values = query.filters?.[field];
      if (values?.length) asked.set(field, new Set(values));
    }
    if (query.node) asked.set('node', subtree(nodes, query.node));

    let fails: Uint8Array | undefined;
    let facets: Found['facets'] = {};
    const ranged = from > -Infinity || to < Infinity;
    const time = ranged ? minutes() : undefined;
    const outside = (row: number) =>
      (match !== undefined && !match[row]) || (time !== undefined && !(time[row]! >= from && time[row]! < to));
    if (wanted || asked.size) {
      const made = await (columns ??= makeColumns());
      // For each row how many filters it fails, and which one where it is one: each facet is counted without its own.
      fails = new Uint8Array(count);
      const only = new Uint8Array(count);
      counted.forEach((field, n) => {
        const values = asked.get(field);
        if (!values) return;
        const { codes, values: names } = made[field];
        const pass = names.map((name) => values.has(name));
        for (let row = 0; row < count; row++)
          if (!pass[codes[row]!]) {
            fails![row]!++;
            only[row] = n;
          }
      });
      if (match || ranged) for (let row = 0; row < count; row++) if (outside(row)) fails[row] = 99;
      if (wanted)
        counted.forEach((field, n) => {
          const { codes, values } = made[field];
          const counts = new Uint32Array(values.length);
          for (let row = 0; row < count; row++)
            if (!fails![row] || (fails![row] === 1 && only[row] === n)) counts[codes[row]!]!++;
          const list: FacetValue[] = [];
          values.forEach((value, code) => value && counts[code] && list.push({ value, count: counts[code] }));
          list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
          facets[field] =
            field === 'node' ? list : list.filter(({ value }, i) => i < FACET_VALUES || asked.get(field)?.has(value));
        });
    }

    // Rows in their order; with relevance those of equal rank keep it.
    const sorted = await order(sort);
    let rows: ArrayLike<number> & { slice(start: number, end: number): ArrayLike<number> } = sorted;
    if (match || ranged || asked.size) {
      const kept: number[] = [];
      for (const row of sorted) if (!(fails ? fails[row] : outside(row))) kept.push(row);
      rows = kept;
    }
    if (sort === 'relevance' && words.length) {
      const whole = fold(text);
      const ranks: number[][] = [[], [], []];
      await inSlices(
        rows.length,
        (first, end) => {
          for (let i = first; i < end; i++) {
            const entry = rowAt(rows[i]!);
            const titles = titlesOf(entry);
            const inTitle = (word: string) =>
              titles.some((title) => title.includes(word) || fold(title).includes(word));
            ranks[isExact(entry, whole) ? 0 : words.every(inTitle) ? 1 : 2]!.push(rows[i]!);
          }
        },
        signal,
      );
      rows = ranks.flat();
    }
    const start = cursor === undefined ? (page - 1) * pageSize : +cursor;
    if (!(Number.isInteger(start) && start >= 0))
      throw new ZwgkError('invalid_input', { issues: [{ path: ['cursor'], code: 'format' }] });
    const end = start + pageSize;
    return {
      rows: Array.from(rows.slice(start, end), (row) => ids[row]!),
      total: rows.length,
      facets,
      next: end < rows.length ? String(end) : null,
    };
  }

  return {
    total: count,
    find,
    locate(indexNumber) {
      const at = (same: (own: unknown) => boolean) => ids.find((id) => same((all[id] as Raw)['indexNumber'])) ?? -1;
      const exact = at((own) => own === indexNumber);
      if (exact >= 0) return exact;
      const folded = fold(indexNumber);
      return at((own) => typeof own === 'string' && fold(own) === folded);
    },
  };
}
