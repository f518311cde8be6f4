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
    made[field] = { codes, values };
  }
  return made;
}

/** Values with their counts, most frequent first; of many the most frequent and those that are asked for. */
export function countsOf(
  field: Counted,
  { values }: Column,
  counts: ArrayLike<number>,
  asked: ReadonlySet<string> | undefined,
): FacetValue[] {
  const list: FacetValue[] = [];
  values.forEach((value, code) => value && counts[code] && list.push({ value, count: counts[code]! }));
  list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return field === 'node' ? list : list.filter(({ value }, i) => i < FACET_VALUES || asked?.has(value));
}
