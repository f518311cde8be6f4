/**
 * Which rows hold a word. The first question is answered by looking through all texts, which takes less time than a reader
 * notices; an index for the questions after it is made while nothing else happens, and not at all for those who never search.
 */
import { finder } from './fold.js';
import { someText, textsOf } from './keys.js';
import { inSlices, type Pace } from './slices.js';
import { createTextIndex, type TextIndex } from './text-index.js';

export interface Lookup {
  /** Rows that hold a folded word, ascending; of the rows `within`, where they are given. */
  search(word: string, signal?: AbortSignal, within?: Uint32Array): Promise<Uint32Array>;
}

/** Fewer rows are looked through as fast as an index is read. */
const FEW = 5000;
/** Milliseconds without a question before the index is made, or gone on with. */
const QUIET = 400;

/** Rows that are in both, ascending. `a` is overwritten. */
export function both(a: Uint32Array, b: Uint32Array): Uint32Array {
  let kept = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (a[i]! < b[j]!) i++;
    else if (a[i]! > b[j]!) j++;
    else {
      a[kept++] = a[i++]!;
      j++;
    }
  return a.subarray(0, kept);
}

export function createLookup(count: number, rowAt: (row: number) => Readonly<Record<string, unknown>>): Lookup {
  let index: TextIndex | undefined;
  let making: Promise<void> | undefined;
  let asked = 0;
  const idle = (time: number) =>
    new Promise<void>((resolve) => {
      // Safari has no idle time to ask for.
      if (time || typeof requestIdleCallback !== 'function') setTimeout(resolve, time);
      else requestIdleCallback(() => resolve(), { timeout: QUIET });
    });
  const idly: Pace = {
    slice: 8,
    async rest() {
      await idle(0);
      for (let left: number; (left = asked + QUIET - Date.now()) > 0;) await idle(left);
    },
  };
  const make = async () => {
    await idly.rest();
    index = await createTextIndex(count, (row) => textsOf(rowAt(row)), undefined, idly);
  };

  return {
    async search(word, signal, within) {
      asked = Date.now();
      if (index) {
        const found = await index.search(word, signal);
        return within ? both(found, within) : found;
      }
      // Where there is no memory for it all texts are looked through each time.
      if (count > FEW) making ??= make().catch(() => {});
      const holds = finder(word);
      const size = within ? within.length : count;
      const hits = new Uint32Array(size);
      let found = 0;
      await inSlices(
        size,
        (from, to) => {
          for (let i = from; i < to; i++) {
            const row = within ? within[i]! : i;
            if (someText(rowAt(row), holds)) hits[found++] = row;
          }
        },
        signal,
      );
      return hits.slice(0, found);
    },
  };
}
