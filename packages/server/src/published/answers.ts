/**
 * Worked out when a catalogue is kept, so that frequent questions need no counting: for the whole catalogue and for each
 * pair of characters that stands in many entries, how many there are, the counts of each facet, and the first entries.
 */
import { facetFields, type FacetField, type FacetValue } from '@zwgk/client/catalogue';

export type Counted = FacetField | 'node';
export const counted: readonly Counted[] = [...facetFields, 'node'];

/** Values of a facet that are told, as in the client. */
const MOST_VALUES = 100;
/** In the place of a pair: every entry. */
export const ALL = 0;
/** Entries in the order of relevance that are kept with an answer. */
export const FIRST = 100;
/** Pairs in fewer entries are counted when they are asked for. */
const MANY = 100;
/** Places that are held at a time. */
const HELD = 1 << 24;

/** Pairs of neighbouring characters, each as one number; pairs do not cross lines. */
export function gramsOf(text: string): number[] {
  const grams = new Set<number>();
  for (let i = 1; i < text.length; i++)
    if (text[i] !== '\n' && text[i - 1] !== '\n') grams.add((text.charCodeAt(i - 1) << 16) | text.charCodeAt(i));
  return [...grams];
}

/** Most frequent first, cut to those that are told. */
export function shortFacet(field: Counted, values: FacetValue[], asked?: readonly string[]): FacetValue[] {
  const list = values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return field === 'node' ? list : list.filter(({ value }, i) => i < MOST_VALUES || asked?.includes(value));
}

export interface Answer {
  readonly gram: number;
  readonly total: number;
  readonly facets: Partial<Record<Counted, FacetValue[]>>;
  /** Places of the first entries: those with the pair in the title first, the newest of them first. */
  readonly first: readonly number[];
}

/** What is counted of the entries of a catalogue. */
export interface Facts {
  readonly count: number;
  /** Values of a facet, and which one each entry has. */
  readonly columns: Readonly<Record<Counted, { readonly values: readonly string[]; readonly codes: Uint32Array }>>;
  /** Places, newest first. */
  readonly order: Uint32Array;
}

export function factsOf(count: number, valueOf: (field: Counted, at: number) => string, minutes: Float64Array): Facts {
  const columns = {} as Record<Counted, { values: string[]; codes: Uint32Array }>;
  for (const field of counted) {
    const codes = new Uint32Array(count);
    const known = new Map([['', 0]]);
    for (let at = 0; at < count; at++) {
      const value = valueOf(field, at);
      let code = known.get(value);
      if (code === undefined) known.set(value, (code = known.size));
      codes[at] = code;
    }
    columns[field] = { values: [...known.keys()], codes };
  }
  // Without a date last; what is equal stays in the order of the catalogue.
  const time = (at: number) => (Number.isNaN(minutes[at]) ? -Infinity : minutes[at]!);
  const order = Uint32Array.from({ length: count }, (_, at) => at).sort((a, b) =>
    time(a) === time(b) ? a - b : time(b) > time(a) ? 1 : -1,
  );
  return { count, columns, order };
}

const pause = () => new Promise((resolve) => setImmediate(resolve));
const PAUSE = 4096;

/** @param textsOf the searched text of an entry, and that of its titles, folded; called several times for each */
export async function* countAnswers(
  { count, columns, order }: Facts,
  textsOf: (at: number) => readonly [folded: string, titles: string],
): AsyncGenerator<Answer> {
  const tally = (places: ArrayLike<number>): Answer['facets'] => {
    const facets: Answer['facets'] = {};
    for (const field of counted) {
      const { values, codes } = columns[field];
      const counts = new Uint32Array(values.length);
      for (let i = 0; i < places.length; i++) counts[codes[places[i]!]!]!++;
      const list: FacetValue[] = [];
      values.forEach((value, code) => value && counts[code] && list.push({ value, count: counts[code] }));
      facets[field] = shortFacet(field, list);
    }
    return facets;
  };
  yield { gram: ALL, total: count, facets: tally(order), first: [...order.subarray(0, FIRST)] };
  if (count < MANY) return;

  const totals = new Map<number, number>();
  for (let at = 0; at < count; at++) {
    for (const gram of gramsOf(textsOf(at)[0])) totals.set(gram, (totals.get(gram) ?? 0) + 1);
    if (at % PAUSE === 0) await pause();
  }
  const many = [...totals].filter(([, total]) => total >= MANY);
  totals.clear();
  for (let from = 0; from < many.length;) {
    // As many pairs in one go as can be held.
    const group = new Map<number, { places: Uint32Array; found: number; titled: number[]; rest: number[] }>();
    for (let held = 0; from < many.length && (!held || held + many[from]![1] <= HELD); from++) {
      const [gram, total] = many[from]!;
      group.set(gram, { places: new Uint32Array(total), found: 0, titled: [], rest: [] });
      held += total;
    }
    for (let row = 0; row < count; row++) {
      const at = order[row]!;
      const [folded, titles] = textsOf(at);
      let titled: Set<number> | undefined;
      for (const gram of gramsOf(folded)) {
        const one = group.get(gram);
        if (!one) continue;
        one.places[one.found++] = at;
        if (one.titled.length === FIRST) continue;
        titled ??= new Set(gramsOf(titles));
        const list = titled.has(gram) ? one.titled : one.rest;
        if (list.length < FIRST) list.push(at);
      }
      if (row % PAUSE === 0) await pause();
    }
    for (const [gram, { places, titled, rest }] of group) {
      yield { gram, total: places.length, facets: tally(places), first: [...titled, ...rest].slice(0, FIRST) };
      await pause();
    }
  }
}
