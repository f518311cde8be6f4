/** Orders of rows without comparison functions: days are counted, texts are sorted in slices. */
import { dayOfMinute, whenOf } from './minutes.js';
import { inSlices } from './slices.js';

/** `rows` by a whole number of 32 bits, ascending; equal ones keep their order. A few rounds of counting. */
export function byNumber(rows: Uint32Array, keyOf: (row: number) => number): Uint32Array {
  const count = rows.length;
  const keys = new Uint32Array(count);
  let least = 2 ** 32 - 1;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const key = (keys[i] = keyOf(rows[i]!));
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const all = Math.max(1, Math.ceil(Math.log2(most - least + 1)));
  // Few rows are gone through once more sooner than a long list of counts.
  const bits = Math.ceil(all / (count < 16384 ? 3 : 2));
  const mask = 2 ** bits - 1;
  for (let i = 0; i < count; i++) keys[i]! -= least;
  const round = (from: Uint32Array | undefined, shift: number): Uint32Array => {
    const starts = new Uint32Array(mask + 2);
    for (let i = 0; i < count; i++) starts[((keys[i]! >>> shift) & mask) + 1]!++;
    for (let i = 0; i <= mask; i++) starts[i + 1]! += starts[i]!;
    const to = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      const at = from ? from[i]! : i;
      to[starts[(keys[at]! >>> shift) & mask]!++] = at;
    }
    return to;
  };
  let order = round(undefined, 0);
  for (let shift = bits; shift < all; shift += bits) order = round(order, shift);
  for (let i = 0; i < count; i++) order[i] = rows[order[i]!]!;
  return order;
}

type Raw = Readonly<Record<string, unknown>>;

/**
 * The first row from `row` on that may be of a month or a later one. This small loop goes over a whole catalogue before
 * anything is compiled; by itself it is compiled soonest, and one comparison of texts is its cheapest test.
 */
function notBefore(month: string, all: readonly unknown[], ids: ArrayLike<number>, row: number, count: number): number {
  for (; row < count; row++) {
    const { publishedAt, formedDate } = all[ids[row]!] as Raw;
    if (!(typeof publishedAt === 'string' && publishedAt < month)) break;
    // Whichever of the two counts is of an earlier month.
    if (formedDate !== undefined && !(typeof formedDate === 'string' && formedDate < month)) break;
  }
  return row;
}
/** The same for those that may be of an earlier year than `year`; with a date after it, by any sign between its parts. */
function notSince(year: string, all: readonly unknown[], ids: ArrayLike<number>, row: number, count: number): number {
  for (; row < count; row++) {
    const { publishedAt, formedDate } = all[ids[row]!] as Raw;
    if (!(typeof publishedAt === 'string' && publishedAt >= year)) break;
    if (formedDate !== undefined && !(typeof formedDate === 'string' && formedDate >= year)) break;
  }
  return row;
}

/**
 * The `end` newest or oldest of the rows `[0, count)` that stand in `all` at `ids`, in that order, equal ones in their own,
 * those without a date last: a few of many, found without reading each date to the minute. What is of an earlier month
 * (a later year) than all that are found so far cannot be among them.
 */
export function firstRows(
  sort: 'newest' | 'oldest',
  all: readonly unknown[],
  ids: ArrayLike<number>,
  count: number,
  end: number,
): number[] {
  const [next, sign] = sort === 'newest' ? [notBefore, 1] : [notSince, -1];
  const rows: number[] = [];
  const keys: number[] = [];
  let least = -Infinity;
  let limit = '';
  for (let row = 0; (row = limit ? next(limit, all, ids, row, count) : row) < count; row++) {
    const minute = whenOf(all[ids[row]!] as Raw);
    const key = minute ? minute * sign : -Infinity;
    if (rows.length === end && !(key > least)) continue;
    let at = rows.length;
    while (at && keys[at - 1]! < key) at--;
    rows.splice(at, 0, row);
    keys.splice(at, 0, key);
    if (rows.length > end) keys.length = rows.length = end;
    if (rows.length < end) continue;
    least = keys[end - 1]!;
    // Two days to either side: a time with another offset may stand under another day.
    if (least > 4320) limit = dayOfMinute(least - 2880).slice(0, 7);
    else if (least > -Infinity && sort === 'oldest') limit = `${+dayOfMinute(2880 - least).slice(0, 4) + 1}`;
  }
  return rows;
}

/** Rows by a text, by code point; equal ones keep their order. The page answers in between. */
export async function byText(count: number, textOf: (row: number) => string): Promise<Uint32Array> {
  const texts: string[] = [];
  await inSlices(count, (from, to) => {
    for (let row = from; row < to; row++) texts.push(textOf(row));
  });
  // Blocks are sorted, then merged two by two.
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
