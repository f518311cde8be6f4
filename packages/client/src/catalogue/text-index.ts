/**
 * Substring search over folded texts: for each pair of neighbouring characters the rows that hold it, as differences
 * in one byte array. A query takes the rows that its pairs share and looks at their text only where pairs alone do not
 * decide. Nothing is missed and nothing is found that a plain scan would not find.
 */
import { finder, foldTable } from './fold.js';
import { inSlices, type Pace } from './slices.js';

export interface TextIndex {
  /** Rows whose text holds a folded word, ascending. */
  search(word: string, signal?: AbortSignal): Promise<Uint32Array>;
  /** Bytes that the index keeps. */
  readonly bytes: number;
}

/** Stands after the last character of each field, so that pairs do not cross fields. */
const END = 1;

/**
 * @param textsOf the fields of a row as they stand; called again when a row has to be looked at
 * @param pace how the work is cut, where nobody waits for it
 */
export async function createTextIndex(
  count: number,
  textsOf: (row: number) => readonly string[],
  signal?: AbortSignal,
  pace?: Pace,
): Promise<TextIndex> {
  const map = foldTable();
  // Pair → its number, by open addressing; grows with the pairs.
  let size = 1 << 14;
  let keys = new Int32Array(size);
  let numbers = new Uint32Array(size);
  let pairs = 0;
  const slot = (key: number): number => {
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & (size - 1);
    while (keys[at] && keys[at] !== key) at = (at + 1) & (size - 1);
    return at;
  };
  let last = new Int32Array(size).fill(-1);
  let length = new Uint32Array(size);
  const grow = () => {
    const [oldKeys, oldNumbers, oldLast, oldLength] = [keys, numbers, last, length];
    size *= 2;
    keys = new Int32Array(size);
    numbers = new Uint32Array(size);
    last = new Int32Array(size).fill(-1);
    last.set(oldLast);
    length = new Uint32Array(size);
    length.set(oldLength);
    oldKeys.forEach((key, i) => {
      if (!key) return;
      const at = slot(key);
      keys[at] = key;
      numbers[at] = oldNumbers[i]!;
    });
  };
  const numberOf = (key: number): number => {
    let at = slot(key);
    if (!keys[at]) {
      if (pairs * 2 > size) {
        grow();
        at = slot(key);
      }
      keys[at] = key;
      numbers[at] = pairs++;
    }
    return numbers[at]!;
  };

  // Once through the texts: what pairs stand in which rows, and how many bytes each pair will take.
  const parts: Uint32Array[] = [];
  await inSlices(
    count,
    (from, to) => {
      const part: number[] = [];
      for (let row = from; row < to; row++) {
        for (const text of textsOf(row)) {
          let before = 0;
          for (let i = 0; i <= text.length; i++) {
            const code = i < text.length ? map[text.charCodeAt(i)]! : END;
            if (!code) continue;
            if (before) {
              const pair = numberOf((before << 16) | code);
              const step = row - last[pair]!;
              if (step) {
                length[pair]! += step < 128 ? 1 : step < 16384 ? 2 : 3;
                last[pair] = row;
                part.push(pair + 1);
              }
            }
            before = code;
          }
        }
        part.push(0);
      }
      parts.push(Uint32Array.from(part));
    },
    signal,
    512,
    pace,
  );

  const start = new Uint32Array(pairs + 1);
  for (let pair = 0; pair < pairs; pair++) start[pair + 1] = start[pair]! + length[pair]!;
  const rows = new Uint8Array(start[pairs]!);
  const fill = start.slice();
  last.fill(-1);
  let row = 0;
  await inSlices(
    parts.length,
    (from) => {
      for (const mark of parts[from]!) {
        if (!mark) row++;
        else {
          let step = row - last[mark - 1]!;
          last[mark - 1] = row;
          let at = fill[mark - 1]!;
          for (; step > 127; step >>= 7) rows[at++] = step | 128;
          rows[at++] = step;
          fill[mark - 1] = at;
        }
      }
    },
    signal,
    1,
    pace,
  );
  // What was only needed for building would stay as long as the index does.
  parts.length = 0;
  last = new Int32Array(0);
  length = new Uint32Array(0);

  const decode = (pair: number): Uint32Array => {
    const end = start[pair + 1]!;
    const out = new Uint32Array(end - start[pair]!);
    let found = 0;
    let value = -1;
    for (let at = start[pair]!; at < end;) {
      let step = 0;
      let shift = 0;
      let byte: number;
      do {
        byte = rows[at++]!;
        step |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      out[found++] = value += step;
    }
    return out.subarray(0, found);
  };
  return {
    bytes: rows.byteLength + start.byteLength + keys.byteLength + numbers.byteLength,
    async search(word, signal) {
      if (word.length < 2) {
        const hit = new Uint8Array(count);
        for (let i = 0; i < size; i++)
          if (keys[i]! >>> 16 === word.charCodeAt(0)) for (const row of decode(numbers[i]!)) hit[row] = 1;
        return Uint32Array.from(hit.keys()).filter((row) => hit[row]);
      }
      const lists: number[] = [];
      for (let i = 1; i < word.length; i++) {
        const at = slot((word.charCodeAt(i - 1) << 16) | word.charCodeAt(i));
        if (!keys[at]) return new Uint32Array(0);
        lists.push(numbers[at]!);
      }
      const weight = (pair: number) => start[pair + 1]! - start[pair]!;
      lists.sort((a, b) => weight(a) - weight(b));
      let hits = decode(lists[0]!);
      if (word.length < 3) return hits;
      for (const pair of lists.slice(1)) {
        // Reading a long list costs more than looking at the few rows that are left.
        if (weight(pair) > hits.length * 16) break;
        const other = decode(pair);
        let kept = 0;
        for (let i = 0, j = 0; i < hits.length && j < other.length;)
          if (hits[i]! < other[j]!) i++;
          else if (hits[i]! > other[j]!) j++;
          else {
            hits[kept++] = hits[i++]!;
            j++;
          }
        hits = hits.subarray(0, kept);
      }
      let kept = 0;
      // A folded character folds to itself, so a hit in the text as it stands is a hit; most are.
      const plain = (text: string) => text.includes(word);
      let spelt: ((text: string) => boolean) | undefined;
      const holds = (texts: readonly string[]) => texts.some(plain) || texts.some((spelt ??= finder(word)));
      await inSlices(
        hits.length,
        (from, to) => {
          for (let i = from; i < to; i++) if (holds(textsOf(hits[i]!))) hits[kept++] = hits[i]!;
        },
        signal,
      );
      return hits.subarray(0, kept);
    },
  };
}
