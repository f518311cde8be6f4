/** What counts as the same text when a catalogue is searched, and where a query stands in a text. */
import { variantPairs } from './variants.js';

/** Left out before texts are compared: blanks, control and zero-width characters, brackets and quotes of any spelling. */
const DROPPED =
  /[\0-\x20\x7F-\xA0\xAD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF"'()<>[\]{}«»‘-‟‹›〈-】〔-〛﹙-﹞（）＂＇＜＞［］｛｝｟-｠｢｣]/;

let table: Uint16Array | undefined;
/** Code unit → the code unit that stands for it; 0 when it is left out. Made on first use. */
export function foldTable(): Uint16Array {
  if (table) return table;
  const made = Uint16Array.from({ length: 65536 }, (_, code) => code);
  for (const [traditional, simplified] of variantPairs()) made[traditional] = simplified;
  // 全角 → 半角
  for (let code = 0xff01; code < 0xff5f; code++) made[code] = code - 0xfee0;
  for (const dash of '‐‑‒–—―−﹣') made[dash.charCodeAt(0)] = 45;
  for (let code = 0; code < 65536; code++) {
    if (code > 0x3100 && code < 0xfe00) continue;
    if (DROPPED.test(String.fromCharCode(code))) made[code] = 0;
    else if (made[code]! > 64 && made[code]! < 91) made[code]! += 32;
  }
  return (table = made);
}

/**
 * The form in which texts are compared: lower case, half width, simplified characters, without blanks, brackets and
 * quotes, so that 國辦發［２０１７］４７號, 国办发〔2017〕47号 and 国办发 2017 47号 are one.
 */
export function fold(text: string): string {
  if (!text) return '';
  const map = foldTable();
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = map[text.charCodeAt(i)]!;
    if (code) out += String.fromCharCode(code);
  }
  return out;
}

/** True when a text folds to `folded`; most differ in their first character. */
export function foldsTo(text: string, folded: string): boolean {
  if (text.length < folded.length) return false;
  const map = foldTable();
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = map[text.charCodeAt(i)]!;
    if (code && code !== folded.charCodeAt(at++)) return false;
  }
  return at === folded.length;
}

/** The words of a query, folded: what stands between blanks. Each must occur within one field. */
export const queryWords = (query: string): string[] =>
  [...new Set(query.split(/[\s\u200B\uFEFF]+/).map(fold))].filter(Boolean);

/** Where the words of a query stand in a text: `[start, end)` in code units, in order, without overlaps. */
export function highlight(text: string, query: string): [number, number][] {
  const words = queryWords(query);
  if (!words.length) return [];
  const map = foldTable();
  let folded = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = map[text.charCodeAt(i)]!;
    if (code) {
      folded += String.fromCharCode(code);
      at.push(i);
    }
  }
  const found: [number, number][] = [];
  for (const word of words)
    for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + word.length))
      found.push([at[i]!, at[i + word.length - 1]! + 1]);
  return merge(found);
}

/** Ranges in order, those that touch as one. */
export function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
