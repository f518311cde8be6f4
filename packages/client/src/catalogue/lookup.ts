/**
 * Which rows hold a word. The first question is answered at once, by looking through all texts. Once that has been painted
 * the texts are put together in sheets, which are looked through in a third of the time, and while nothing else happens
 * an index is made, which takes their place. For those who never search nothing of it is made.
 */
import { HEAD, finder, patternOf } from './fold.js';
import { someText, textsOf } from './keys.js';
import { inSlices, type Pace } from './slices.js';
import { createTextIndex, type TextIndex } from './text-index.js';

export interface Lookup {
  /** What a question is answered from now. */
  readonly from: 'texts' | 'sheets' | 'index';
  /** Rows that hold a folded word, ascending; of the rows `within`, where they are given. */
  search(word: string, signal?: AbortSignal, within?: Uint32Array): Promise<Uint32Array>;
}

/** Fewer rows are looked through as fast as an index is read. */
const FEW = 5000;
/** Milliseconds after which the first answer has been painted: a frame. The next question may come soon after it. */
const PAINTED = 24;
/** Milliseconds without a question before the index is made, or gone on with. */
const QUIET = 400;

/** Stands after each field: a code unit that is no character. */
const END = '\uffff';
/** Rows whose texts are looked through as one, unless they are longer than that together. */
const SHEET = 256;
const LONG = 128 * SHEET;
interface Sheet {
  /** The texts of some rows, until there is an index. */
  readonly text: string;
  /** Where the text of each row ends. */
  readonly ends: Uint32Array;
}

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

/** @param visit is called for each row when the sheets are made: what else the next questions need of all rows */
export function createLookup(
  count: number,
  rowAt: (row: number) => Readonly<Record<string, unknown>>,
  visit: (row: number) => void,
): Lookup {
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
  const sheets: (Sheet | undefined)[] = [];
  /** @returns undefined for rows with very long texts: those are looked through one by one */
  const sheetOf = (from: number, to: number): Sheet | undefined => {
    const texts: string[] = [];
    const ends = new Uint32Array(to - from);
    let length = 0;
    const add = (text: string) => {
      if (text) length += texts.push(text) && text.length + 1;
      return length > LONG;
    };
    for (let row = from; row < to; row++) {
      if (someText(rowAt(row), add)) return undefined;
      ends[row - from] = length;
    }
    return { text: texts.join(END) + END, ends };
  };

  const make = async () => {
    await idle(PAINTED);
    const sheet = (from: number, to: number) => {
      sheets[from / SHEET] = sheetOf(from, to);
      for (let row = from; row < to; row++) visit(row);
    };
    await inSlices(count, sheet, undefined, SHEET, { slice: 20, rest: () => idle(1) });
    await idly.rest();
    index = await createTextIndex(count, (row) => textsOf(rowAt(row)), undefined, idly);
    sheets.length = 0;
  };

  return {
    get from() {
      return index ? 'index' : sheets.length ? 'sheets' : 'texts';
    },
    async search(word, signal, within) {
      if (index) {
        const found = await index.search(word, signal);
        return within ? both(found, within) : found;
      }
      const holds = finder(word);
      const pattern = new RegExp(patternOf(word), 'g');
      const whole = !within && word.length <= HEAD && !word.includes(END);
      const size = within ? within.length : count;
      const hits = new Uint32Array(size);
      let found = 0;
      asking++;
      const answering = inSlices(
        size,
        (from, to) => {
          const sheet = whole ? sheets[from / SHEET] : undefined;
          if (!sheet)
            for (let i = from; i < to; i++) {
              const row = within ? within[i]! : i;
              if (someText(rowAt(row), holds)) hits[found++] = row;
            }
          else
            for (let at = (pattern.lastIndex = 0); pattern.test(sheet.text); pattern.lastIndex = sheet.ends[at++]!) {
              while (sheet.ends[at]! < pattern.lastIndex) at++;
              hits[found++] = from + at;
            }
        },
        signal,
        SHEET,
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
