/**
 * Which characters the texts of a row hold, by a few bits: a row whose bits lack those of a word cannot hold it, and is not
 * looked at. They take 64 bytes for a row and a tenth of the time of an index.
 */
import { spellings } from './fold.js';
import { nameOf, texts } from './keys.js';

/** Characters that end in the same nine bits share a bit. Half as many would make twice as many rows worth a look. */
const BITS = 512;
/** Digits and Latin letters stand in every 索引号: they tell nothing and take no bit. */
const ASCII = 128;

/** The bits of a word's characters, those of each character's spellings together. */
export type Sign = readonly (readonly number[])[];

export interface Signs {
  /** Looks at the rows before `to` that it has not looked at. */
  read(to: number): void;
  /** Calls `look` for the rows `[from, to)` that may hold a word of that sign. `from` is a multiple of 32. */
  among(from: number, to: number, sign: Sign, look: (row: number) => void): void;
}

/** The sign of a folded word; empty when nothing can be told by it. */
export const signOf = (word: string): Sign =>
  Array.from({ length: word.length }, (_, i) => spellings(word.charCodeAt(i)))
    .filter((codes) => codes.every((code) => code >= ASCII))
    .map((codes) => codes.map((code) => code & (BITS - 1)));

export function createSigns(count: number, rowAt: (row: number) => Readonly<Record<string, unknown>>): Signs {
  // Row by row within 32 of them: what is written at a time lies together.
  const bits = new Int32Array(((count + 31) >>> 5) * BITS);
  let done = 0;
  // Plain functions with all that they need as arguments: they run for a few milliseconds, before much is compiled.
  function take(text: string, at: number, row: number): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= ASCII) bits[at + (code & (BITS - 1))]! |= row;
    }
  }
  function takeAll(value: unknown, at: number, row: number): void {
    if (typeof value === 'string') take(value, at, row);
    else if (value) for (const text of texts(value)) take(text, at, row);
  }
  function read(to: number): void {
    for (; done < to; done++) {
      const entry = rowAt(done);
      const at = (done >>> 5) * BITS;
      const row = 1 << done;
      // The fields of `textsOf`, all of them: what is left out here would not be found.
      takeAll(entry['title'], at, row);
      takeAll(nameOf(entry['publisher']), at, row);
      takeAll(entry['docNumber'], at, row);
      takeAll(entry['indexNumber'], at, row);
      takeAll(entry['summary'], at, row);
    }
  }
  return {
    read,
    among(from, to, sign, look) {
      read(to);
      for (let first = from; first < to; first += 32) {
        const at = (first >>> 5) * BITS;
        let left = -1;
        for (let i = 0; left && i < sign.length; i++) {
          const places = sign[i]!;
          let some = 0;
          for (let k = 0; k < places.length; k++) some |= bits[at + places[k]!]!;
          left &= some;
        }
        for (; left; left &= left - 1) look(first + 31 - Math.clz32(left & -left));
      }
    },
  };
}
