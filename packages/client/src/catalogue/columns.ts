/** What a catalogue in memory is narrowed and counted by, as columns of small numbers. */
import type { FacetField } from './facets.js';
import { facetFields } from './facets.js';
import { facetOf } from './keys.js';
import { FACET_VALUES } from './query.js';
import { inSlices } from './slices.js';
import type { FacetValue } from './types.js';

type Raw = Readonly<Record<string, unknown>>;
export type Counted = FacetField | 'node';
export interface Column {
  /** Row → position in `values`. */
  readonly codes: Uint16Array | Uint32Array;
  /** The first one is empty: rows without a value. */
  readonly values: readonly string[];
  /** Positions in `values` in the order of the values themselves. */
  readonly sorted: Uint32Array;
}
export type Columns = Readonly<Record<Counted, Column>>;

export const counted: readonly Counted[] = [...facetFields, 'node'];

/** @param minutes when each row was published, 0 for those without a date */
export async function makeColumns(
  count: number,
  rowAt: (row: number) => Raw,
  minutes: ArrayLike<number>,
): Promise<Columns> {
  const made = {} as Record<Counted, Column>;
  const years = new Map<number, string>();
  // A year is looked up by its day: a catalogue has far fewer days than entries.
  const yearAt = (row: number): string => {
    const minute = minutes[row]!;
    const day = Math.floor((minute + 480) / 1440);
    let year = minute ? years.get(day) : '';
    if (year === undefined) years.set(day, (year = String(new Date(day * 86400000).getUTCFullYear())));
    return year;
  };
  for (const field of counted) {
    let codes: Column['codes'] = new Uint16Array(count);
    const values = [''];
    const known = new Map([['', 0]]);
    const read = facetOf[field];
    await inSlices(count, (from, to) => {
      for (let row = from; row < to; row++) {
        const value = field === 'year' ? yearAt(row) : read(rowAt(row));
        let code = known.get(value);
        if (code === undefined) {
          known.set(value, (code = values.push(value) - 1));
          if (code === 65536) codes = Uint32Array.from(codes);
        }
        codes[row] = code;
      }
    });
    const sorted = Uint32Array.from(values.keys()).sort((a, b) => (values[a]! < values[b]! ? -1 : 1));
    made[field] = { codes, values, sorted };
  }
  return made;
}

/** Values with their counts, most frequent first; of many the most frequent and those that are asked for. */
export function countsOf(
  field: Counted,
  { values, sorted }: Column,
  counts: ArrayLike<number>,
  asked: ReadonlySet<string> | undefined,
): FacetValue[] {
  // Count and place in one number: thousands of publishers are put in order at each question.
  const packed = new Float64Array(values.length);
  let kept = 0;
  sorted.forEach((code, place) => {
    if (counts[code] && values[code]) packed[kept++] = (262144 - counts[code]!) * 262144 + place;
  });
  const list: FacetValue[] = [];
  packed
    .subarray(0, kept)
    .sort()
    .forEach((key, i) => {
      const code = sorted[key % 262144]!;
      const value = values[code]!;
      if (i < FACET_VALUES || field === 'node' || asked?.has(value)) list.push({ value, count: counts[code]! });
    });
  return list;
}
