/** 拼音首字母: `zfgkml` finds 政府公开目录. Loaded when a catalogue is asked for letters that none of its texts holds; the
 * service keeps the same letters beside its texts. */
import { foldTable } from './fold.js';
import { LETTERS, PAIRS } from './initials-table.js';
import { inSlices } from './slices.js';

export interface InitialsIndex {
  /** Rows with a text whose characters begin with these letters (a to z), ascending. */
  search(letters: string): Uint32Array;
  readonly highlight: typeof highlightInitials;
}

/** Set beside the letter of a character that is read otherwise in some pair. */
const OTHERWISE = 128;

let table: Uint8Array | undefined;
const otherwise = new Map<number, readonly [number, number]>();
/** Code unit → letter in lower case; an underline for what has none. Made on first use. */
function letterTable(): Uint8Array {
  if (table) return table;
  const bytes = new Uint8Array(LETTERS.length * 2);
  for (let i = 0; i < LETTERS.length; i++) {
    bytes[2 * i] = 176 + i / 94;
    bytes[2 * i + 1] = 161 + (i % 94);
  }
  const letters = new Uint8Array(65536).fill(95);
  const chars = new TextDecoder('gbk').decode(bytes);
  for (let i = 0; i < LETTERS.length; i++) if (LETTERS[i] !== '.') letters[chars.charCodeAt(i)] = LETTERS.charCodeAt(i);
  for (let i = 0; i < PAIRS.length; i += 4) {
    const [first, second] = [PAIRS.charCodeAt(i), PAIRS.charCodeAt(i + 1)];
    otherwise.set(first * 65536 + second, [PAIRS.charCodeAt(i + 2), PAIRS.charCodeAt(i + 3)]);
    letters[first]! |= OTHERWISE;
    letters[second]! |= OTHERWISE;
  }
  const fold = foldTable();
  for (let code = 0; code < 65536; code++) {
    const plain = fold[code]!;
    if (plain !== code || code < 128) letters[code] = plain > 127 ? letters[plain]! : plain || 95;
  }
  return (table = letters);
}

/** Writes the letters of a text; gives where they end. What is no letter, digit or known character is one that nothing matches. */
function write(text: string, to: Uint8Array, at: number, letters: Uint8Array): number {
  const fold = foldTable();
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = letters[text.charCodeAt(i)]!;
    to[at++] = letter & 127;
    if (letter & before & OTHERWISE) {
      const read = otherwise.get(fold[text.charCodeAt(i - 1)]! * 65536 + fold[text.charCodeAt(i)]!);
      if (read) [to[at - 2], to[at - 1]] = read;
    }
    before = letter;
  }
  return at;
}
const latin1 = new TextDecoder('latin1');
const decode = (bytes: Uint8Array) => latin1.decode(bytes);

/** The initials of a text, one for each code unit (letters and digits are themselves); an underline for what has none. */
export function initialsOf(text: string): string {
  const own = new Uint8Array(text.length);
  write(text, own, 0, letterTable());
  return decode(own);
}

/** Where characters that begin with these letters stand in a text: `[start, end)`, in order, without overlaps. */
export function highlightInitials(text: string, letters: string): [number, number][] {
  const said = initialsOf(text);
  const found: [number, number][] = [];
  for (let i = said.indexOf(letters); i >= 0; i = said.indexOf(letters, i + letters.length))
    found.push([i, i + letters.length]);
  return found;
}

/** @param textsOf the texts of a row that are searched so */
export async function createInitialsIndex(
  count: number,
  textsOf: (row: number) => readonly string[],
  signal?: AbortSignal,
): Promise<InitialsIndex> {
  const letters = letterTable();
  const starts = new Uint32Array(count + 1);
  let bytes = new Uint8Array(count * 40 + 1024);
  let at = 0;
  await inSlices(
    count,
    (from, to) => {
      for (let row = from; row < to; row++) {
        for (const text of textsOf(row)) {
          if (at + text.length + 1 > bytes.length) {
            const more = new Uint8Array((at + text.length) * 2);
            more.set(bytes);
            bytes = more;
          }
          at = write(text, bytes, at, letters);
          bytes[at++] = 10;
        }
        starts[row + 1] = at;
      }
    },
    signal,
  );
  const all = decode(bytes.subarray(0, at));
  bytes = new Uint8Array(0);
  return {
    search(word) {
      const rows: number[] = [];
      let row = 0;
      for (let found = all.indexOf(word); found >= 0; found = all.indexOf(word, starts[row])) {
        // Ahead in growing steps, then halving.
        let step = 1;
        while (row + step < count && starts[row + step]! <= found) row += (step *= 2) / 2;
        for (let high = Math.min(count, row + step); high - row > 1;) {
          const middle = (row + high) >> 1;
          if (starts[middle]! <= found) row = middle;
          else high = middle;
        }
        rows.push(row++);
        if (row >= count) break;
      }
      return Uint32Array.from(rows);
    },
    highlight: highlightInitials,
  };
}
