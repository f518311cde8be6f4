/**
 * Which rows hold a word. The first question is answered at once, by looking through all texts. Once that has been painted
 * it is noted which characters each row holds, so that the next questions look only at the few rows that may hold theirs,
 * and while nothing else happens an index is made, which takes the place of both. For those who never search nothing of
 * it is made.
 */
import { finder } from './fold.js';
import { someText, textsOf } from './keys.js';
import { inSlices, type Pace } from './slices.js';
import { createSigns, signOf, type Signs } from './signs.js';
import { createTextIndex, type TextIndex } from './text-index.js';

export interface Lookup {
  /** What a question is answered from now. */
  readonly from: 'texts' | 'signs' | 'index';
  /** Rows that hold a folded word, ascending; of the rows `within`, where they are given. */
  search(word: string, signal?: AbortSignal, within?: Uint32Array): Promise<Uint32Array>;
}

/** Fewer rows are looked through as fast as an index is read. */
const FEW = 5000;
/** Milliseconds after which the first answer has been painted: two frames. The next question may come soon after it. */
const PAINTED = 32;
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
  /** Questions that are being answered, and when the last one was. */
  let asking = 0;
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
      while (asking || Date.now() < asked + QUIET) await idle(QUIET / 4);
    },
  };
  let signs: Signs | undefined;
  const make = async () => {
    await idle(PAINTED);
    const { read } = (signs = createSigns(count, rowAt));
    await inSlices(count, (_, to) => read(to), undefined, 512, { slice: 20, rest: () => idle(1) });
    await idly.rest();
    index = await createTextIndex(count, (row) => textsOf(rowAt(row)), undefined, idly);
    signs = undefined;
  };

  return {
    get from() {
      return index ? 'index' : signs ? 'signs' : 'texts';
    },
    async search(word, signal, within) {
      if (index) {
        const found = await index.search(word, signal);
        return within ? both(found, within) : found;
      }
      const holds = finder(word);
      const known = within ? undefined : signs;
      const sign = known ? signOf(word) : [];
      const size = within ? within.length : count;
      const hits = new Uint32Array(size);
      let found = 0;
      const look = (row: number) => {
        if (someText(rowAt(row), holds)) hits[found++] = row;
      };
      asking++;
      const answering = inSlices(
        size,
        (from, to) => {
          if (sign.length) known!.among(from, to, sign, look);
          else for (let i = from; i < to; i++) look(within ? within[i]! : i);
        },
        signal,
      );
      await answering.finally(() => {
        asking--;
        asked = Date.now();
        // Where there is no memory for it all texts are looked through each time.
        if (count > FEW) making ??= make().catch(() => {});
      });
      return hits.slice(0, found);
    },
  };
}
