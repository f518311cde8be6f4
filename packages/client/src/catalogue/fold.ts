/** What counts as the same text when a catalogue is searched, and where a query stands in a text. */
import { variantPairs } from './variants.js';

/** Left out before texts are compared: blanks, control and zero-width characters, brackets and quotes of any spelling. */
const DROPPED =
  /[\0-\x20\x7F-\xA0\xAD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF"'()<>[\]{}«»‘-‟‹›〈-】〔-〛﹙-﹞（）＂＇＜＞［］｛｝｟-｠｢｣]/;

let table: Uint16Array | undefined;
/** Code unit → the code unit that stands for it; 0 when it is left out. Made on first use. */
export function foldTable(): Uint16Array {
  if (table) return table;
  const made = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) made[code] = code;
  const dropped: number[] = [];
  const everyDropped = new RegExp(DROPPED, 'g');
  for (const [from, to] of [
    [0, 0x3100],
    [0xfe00, 65536],
  ] as const)
    String.fromCharCode.apply(null, made.subarray(from, to) as unknown as number[]).replace(everyDropped, (char) => {
      dropped.push(char.charCodeAt(0));
      return '';
    });
  for (const [traditional, simplified] of variantPairs()) made[traditional] = simplified;
  // 全角 → 半角
  for (let code = 0xff01; code < 0xff5f; code++) made[code] = code - 0xfee0;
  for (const dash of '‐‑‒–—―−﹣') made[dash.charCodeAt(0)] = 45;
  for (const code of dropped) made[code] = 0;
  for (let code = 65; code < 91; code++) made[code] = made[code + 0xfee0] = code + 32;
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

/** Longer words are looked for by their beginning first. */
const HEAD = 64;
const patterns = new Map<string, RegExp>();
/** The code units that fold to one. */
export function spellings(code: number): number[] {
  const map = foldTable();
  const codes: number[] = [];
  for (let at = map.indexOf(code); at >= 0; at = map.indexOf(code, at + 1)) codes.push(at);
  return codes;
}

/** What a folded word, or the beginning of a long one, may look like in a text that has not been folded. */
function patternOf(word: string): RegExp {
  let pattern = patterns.get(word);
  if (!pattern) {
    const chars = Array.from({ length: Math.min(HEAD, word.length) }, (_, i) => {
      const any = spellings(word.charCodeAt(i)).map((code) => `\\u${(code + 65536).toString(16).slice(1)}`);
      return `[${any.join('')}]`;
    });
    if (patterns.size > 99) patterns.clear();
    patterns.set(word, (pattern = new RegExp(chars.join(`${DROPPED.source}*`), 'g')));
  }
  return pattern;
}

/** Where a long word whose head ends at `at` ends itself; 0 when the text goes on otherwise. */
function endOf(text: string, at: number, word: string): number {
  const map = foldTable();
  for (let i = HEAD; i < word.length; at++) {
    if (at === text.length) return 0;
    const code = map[text.charCodeAt(at)]!;
    if (code && code !== word.charCodeAt(i++)) return 0;
  }
  return at;
}

/** Where a folded word stands in a text: `[start, end)` in code units, in order, without overlaps. */
function spans(text: string, word: string): [number, number][] {
  const found: [number, number][] = [];
  const pattern = patternOf(word);
  pattern.lastIndex = 0;
  for (let hit; (hit = pattern.exec(text));) {
    const end = word.length > HEAD ? endOf(text, pattern.lastIndex, word) : pattern.lastIndex;
    if (end) found.push([hit.index, end]);
    pattern.lastIndex = end || hit.index + 1;
  }
  return found;
}

/** Tells whether a folded word stands in a text; the text itself is not folded for it, so that many can be asked. */
export function finder(word: string): (text: string) => boolean {
  const pattern = patternOf(word);
  return (text) => {
    pattern.lastIndex = 0;
    return word.length > HEAD ? spans(text, word).length > 0 : pattern.test(text);
  };
}

/** Where the words of a query stand in a text: `[start, end)` in code units, in order, without overlaps. */
export function highlight(text: string, query: string): [number, number][] {
  if (query !== asked) words = queryWords((asked = query));
  return words.length ? merge(words.flatMap((word) => spans(text, word))) : [];
}
/** All texts of a page are asked for the same query. */
let asked = '';
let words: string[] = [];

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

/** Whether a folded word may be read as 拼音首字母: letters from a to z, two at least. */
export const maybeInitials = (word: string): boolean => /^[a-z]{2,}$/.test(word);

/** As `highlight`, and where those words stand that were read as initials. */
export function highlightSpelt(
  text: string,
  query: string,
  spelt: ReadonlySet<string>,
  initials: ((text: string, word: string) => [number, number][]) | undefined,
): [number, number][] {
  const found = highlight(text, query);
  // Asked for each text of a page.
  if (!spelt.size || !initials) return found;
  for (const word of queryWords(query)) if (spelt.has(word)) found.push(...initials(text, word));
  return merge(found);
}
