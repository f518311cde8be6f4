/** What the files for old pages use in place of natives that such pages replace (rollup.config.mjs puts them in). */

export function from<T, U = T>(list: Iterable<T> | ArrayLike<T>, map?: (value: T, index: number) => U): U[] {
  const made: U[] = [];
  const add = (value: T) => made.push(map ? map(value, made.length) : (value as unknown as U));
  const { length } = list as ArrayLike<T>;
  if ((list as Iterable<T>)[Symbol.iterator]) for (const value of list as Iterable<T>) add(value);
  else for (let i = 0; i < length; i++) add((list as ArrayLike<T>)[i]!);
  return made;
}

/** Of arrays, typed ones too; every caller gives the value to begin with, or has one value at least. */
export function reduce<T>(list: ArrayLike<T>, fold: (sum: T, value: T, i: number) => T, ...first: T[]): T {
  let i = first.length ? 0 : 1;
  let sum = (i ? list[0] : first[0]) as T;
  for (; i < list.length; i++) sum = fold(sum, list[i] as T, i);
  return sum;
}

export const entries = <T>(list: readonly T[] | { entries(): unknown }): unknown =>
  Array.isArray(list) ? list.map((value, i) => [i, value]) : list.entries();

/** JSON as it was meant: a page's own `toJSON` of plain values is put aside for the moment. */
export function stringify(value: unknown): string {
  for (const { prototype } of [Object, Array, String, Number] as { prototype: { toJSON?: unknown } }[]) {
    const { toJSON } = prototype;
    if (toJSON) {
      delete prototype.toJSON;
      try {
        return stringify(value);
      } finally {
        prototype.toJSON = toJSON;
      }
    }
  }
  return JSON.stringify(value);
}
