/** A catalogue in memory: columns made on first use, orders kept once made. */
import { ZwgkError } from '../errors.js';
import { byNumber, byText, firstRows } from './orders.js';
import { counted, countsOf, makeColumns, type Columns, type Counted } from './columns.js';
import { facetFields } from './facets.js';
import { finder, fold, foldsTo, highlightSpelt, maybeInitials, queryWords } from './fold.js';
import type { InitialsIndex } from './initials.js';
import { exactly, isInternal, isListed, sortText, titlesOf } from './keys.js';
import { both, createLookup } from './lookup.js';
import { whenOf } from './minutes.js';
import { checkQuery } from './query.js';
import { inSlices } from './slices.js';
import type { CatalogueQuery, CatalogueSort, FacetValue } from './types.js';

type Raw = Readonly<Record<string, unknown>>;
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
  /** As for texts, and where words stand that were read as initials. */
  highlight(text: string, query: string): [number, number][];
  /** Position of an 索引号, -1 for an unknown one. */
  locate(indexNumber: string): number;
}

/** Later than any minute of a year with four digits: rows without a date come last. */
const NEVER = 2 ** 32 - 1;
/** Rows that are picked out of all without putting all in order. */
const FEW = 100;

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
  const ids = new Uint32Array(all.length);
  let count = 0;
  /** What was taken down: in no list, but found by its number. */
  const gone: number[] = [];
  for (let i = 0; i < all.length; i++) {
    const entry = all[i] as Raw | null;
    if (typeof entry !== 'object' || entry === null) continue;
    const { title, state, audience } = entry;
    // Most need no closer look.
    if (title !== undefined && state === undefined && audience === undefined) ids[count++] = i;
    else if (Array.isArray(entry)) continue;
    else if (isListed(entry)) ids[count++] = i;
    else if (!isInternal(entry)) gone.push(i);
  }
  const rowAt = (row: number) => all[ids[row]!] as Raw;

  /** The minute of each row, 0 without a date, NaN before it has been looked at. */
  let when = new Float64Array(0);
  const minuteAt = (row: number): number => {
    if (when.length !== count) when = new Float64Array(count).fill(NaN);
    let minute = when[row]!;
    if (minute !== minute) when[row] = minute = whenOf(rowAt(row)) || 0;
    return minute;
  };
  /** Looks at the dates of some rows. */
  const datesOf = (rows: ArrayLike<number>): Promise<void> =>
    inSlices(rows.length, (from, to) => {
      for (let i = from; i < to; i++) minuteAt(rows[i]!);
    });
  let dated: Promise<void> | undefined;
  const dates = () => (dated ??= datesOf(everyRow()));
  const newest = (row: number) => (when[row] ? NEVER - when[row]! : NEVER);
  const oldest = (row: number) => when[row] || NEVER;
  const keyOf = (sort: CatalogueSort) => (sort === 'oldest' ? oldest : newest);
  const everyRow = () => {
    const rows = new Uint32Array(count);
    for (let row = 0; row < count; row++) rows[row] = row;
    return rows;
  };
  const orders: Partial<Record<CatalogueSort, Promise<Uint32Array>>> = {};
  /** All rows in an order. */
  const order = (sort: CatalogueSort): Promise<Uint32Array> =>
    (orders[sort] ??=
      sort === 'title' || sort === 'indexNumber'
        ? byText(count, (row) => sortText(rowAt(row), sort))
        : dates().then(() => byNumber(everyRow(), keyOf(sort))));
  /** Some rows in an order. */
  async function inOrder(rows: Uint32Array, sort: CatalogueSort): Promise<Uint32Array> {
    if (sort !== 'title' && sort !== 'indexNumber') return datesOf(rows).then(() => byNumber(rows, keyOf(sort)));
    const wanted = new Uint8Array(count);
    for (const row of rows) wanted[row] = 1;
    return (await order(sort)).filter((row) => wanted[row]);
  }

  /** The newest and the oldest, as far as they have been asked for. */
  const first: Record<'newest' | 'oldest', readonly number[]> = { newest: [], oldest: [] };
  let columns: Promise<Columns> | undefined;
  let plain: Found['facets'] | undefined;
  const lookup = createLookup(count, rowAt);
  let initials: InitialsIndex | undefined;
  /** Words that were found as initials only. */
  const spelt = new Set<string>();
  async function spelling(word: string, signal?: AbortSignal): Promise<Uint32Array> {
    // A table that cannot be had is no reason to fail: the word is not found, as it would be without it.
    const part = initials ? undefined : await import('./initials.js').catch(() => undefined);
    if (part) initials = await part.createInitialsIndex(count, (row) => titlesOf(rowAt(row)), signal);
    const found = initials?.search(word);
    if (found?.length) spelt.add(word);
    return found ?? new Uint32Array(0);
  }
  /** What was found for the words that were asked for last: paging, sorting and counting ask for them again. */
  let last: { readonly key: string; readonly hits: Uint32Array | undefined } = { key: '', hits: undefined };
  /** Rows that hold all words, ascending; undefined without words. */
  async function matching(
    words: readonly string[],
    spell: boolean,
    signal?: AbortSignal,
  ): Promise<Uint32Array | undefined> {
    const key = `${spell} ${words.join(' ')}`;
    if (key === last.key) return last.hits;
    let hits: Uint32Array | undefined;
    for (const word of words) {
      // Letters are initials where they stand in no entry at all, not only in none of those that are left.
      const letters = spell && maybeInitials(word);
      let found = await lookup.search(word, signal, letters ? undefined : hits);
      if (letters) {
        if (!found.length) found = await spelling(word, signal);
        if (hits) found = both(found, hits);
      }
      hits = found;
    }
    last = { key, hits };
    return hits;
  }

  async function find(query: CatalogueQuery, signal?: AbortSignal): Promise<Found> {
    const { from, to } = checkQuery(query);
    const { text = '', page = 1, pageSize = 20, cursor, facets: wanted = true } = query;
    const words = queryWords(text);
    const ranked = words.length && (query.sort ?? 'relevance') === 'relevance';
    const sort = query.sort === 'relevance' ? 'newest' : (query.sort ?? 'newest');
    const start = cursor === undefined ? (page - 1) * pageSize : +cursor;
    if (!(Number.isInteger(start) && start >= 0))
      throw new ZwgkError('invalid_input', { issues: [{ path: ['cursor'], code: 'format' }] });
    const end = start + pageSize;

    const asked = new Map<Counted, ReadonlySet<string>>();
    for (const field of facetFields) {
      const values = query.filters?.[field];
      if (values?.length) asked.set(field, new Set(values));
    }
    if (query.node) asked.set('node', subtree(nodes, query.node));
    const ranged = from > -Infinity || to < Infinity;
    const whole = !words.length && !asked.size && !ranged;

    const hits = await matching(words, query.initials === true, signal);
    const size = hits ? hits.length : count;
    const at = (i: number) => (hits ? hits[i]! : i);
    let facets: Found['facets'] = {};
    /** For each candidate how many conditions it fails. */
    let fails: Uint8Array | undefined;
    if (whole && wanted && plain) facets = plain;
    else if (wanted || asked.size || ranged) {
      const made = await (columns ??= dates().then(() => makeColumns(count, rowAt, when)));
      fails = whole ? undefined : new Uint8Array(size);
      // Which one fails where it is one: each facet is counted without its own condition.
      const only = new Uint8Array(asked.size ? size : 0);
      counted.forEach((field, n) => {
        const values = asked.get(field);
        if (!values) return;
        const { codes, values: names } = made[field];
        const pass = names.map((name) => values.has(name));
        for (let i = 0; i < size; i++)
          if (!pass[codes[at(i)]!]) {
            fails![i]!++;
            only[i] = n;
          }
      });
      if (ranged)
        for (let i = 0; i < size; i++) {
          const minute = when[at(i)]!;
          if (!(minute && minute >= from && minute < to)) fails![i] = 99;
        }
      if (wanted) {
        counted.forEach((field, n) => {
          const { codes, values } = made[field];
          const counts = new Uint32Array(values.length);
          for (let i = 0; i < size; i++) if (!fails?.[i] || (fails[i] === 1 && only[i] === n)) counts[codes[at(i)]!]!++;
          facets[field] = countsOf(field, made[field], counts, asked.get(field));
        });
        if (whole) plain = facets;
      }
    }

    const answer = (rows: ArrayLike<number>, total: number): Found => ({
      rows: Array.from(
        { length: Math.max(0, Math.min(pageSize, rows.length - start)) },
        (_, i) => ids[rows[start + i]!]!,
      ),
      total,
      facets,
      next: end < total ? String(end) : null,
    });
    // The first pages of a catalogue do not wait until all of it is in order.
    if (whole && (sort === 'newest' || sort === 'oldest') && !orders[sort] && end <= FEW) {
      if (first[sort].length < Math.min(end, count)) first[sort] = firstRows(sort, all, ids, count, end);
      return answer(first[sort], count);
    }
    let rows: Uint32Array;
    if (whole) rows = await order(sort);
    else {
      let kept = 0;
      const some = new Uint32Array(size);
      for (let i = 0; i < size; i++) if (!fails?.[i]) some[kept++] = at(i);
      rows = await inOrder(some.subarray(0, kept), sort);
    }
    if (ranked) {
      const exact = exactly(fold(text));
      const ranks: number[][] = [[], [], []];
      const tests = words.filter((word) => !spelt.has(word)).map(finder);
      await inSlices(
        rows.length,
        (from, to) => {
          for (let i = from; i < to; i++) {
            const entry = rowAt(rows[i]!);
            // An exact number may stand anywhere; titles are looked at until the page is full.
            const full = ranks[0]!.length + ranks[1]!.length >= end;
            const inTitle = (holds: (text: string) => boolean) => titlesOf(entry).some(holds);
            ranks[exact(entry) ? 0 : full || tests.every(inTitle) ? 1 : 2]!.push(rows[i]!);
          }
        },
        signal,
      );
      return answer(ranks.flat(), rows.length);
    }
    return answer(rows, rows.length);
  }

  return {
    total: count,
    find,
    highlight: (text, query) => highlightSpelt(text, query, spelt, initials?.highlight),
    locate(indexNumber) {
      const at = (same: (own: unknown) => boolean) => {
        for (let row = 0; row < count; row++) if (same(rowAt(row)['indexNumber'])) return ids[row]!;
        return gone.find((id) => same((all[id] as Raw)['indexNumber'])) ?? -1;
      };
      const exact = at((own) => own === indexNumber);
      if (exact >= 0) return exact;
      const folded = fold(indexNumber);
      return at((own) => typeof own === 'string' && foldsTo(own, folded));
    },
  };
}
