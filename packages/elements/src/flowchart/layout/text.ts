// Width of text without a DOM, and line breaking by the rules of Chinese setting (避头尾, GB/T 15834, CLREQ 3.1).

/** Width of `text` in pixels at `size` pixels; pass a canvas measurement where one is at hand. */
export type Measure = (text: string, size: number) => number;

/** Built-in measure: Han, kana and full-width marks count one em, Latin letters by four rough classes. */
export const measureText: Measure = (text, size) => {
  let w = 0;
  for (const c of text) {
    w +=
      c >= '\u2e80' || (c > '\u200f' && c < '\u2030')
        ? 1
        : /[ijlftI.,:;'|!()[\] ]/.test(c)
          ? 0.34
          : /[mwMW@%]/.test(c)
            ? 0.92
            : c > 'Z' || c < 'A'
              ? 0.57
              : 0.7;
  }
  return w * size;
};

const NO_START = /^[、。，．：；？！…·～—）〕］｝〉》」』】〗”’％‰℃,.;:?!)\]}%-]/;
const NO_END = /[（〔［｛〈《「『【〖“‘([{￥$]$/;
/** Latin words, numbers with their measure word, and dates stay whole; else a line may break between any two characters. */
const PIECES = /[\w\u00c0-\u024f.,:'’/+-]*(?:\d[个日天月年小分份元]|[\w\u00c0-\u024f])|\s+|[^]/gu;

/**
 * Breaks `text` into lines of about equal width, none wider than `max` pixels, and at most `limit` of them; what does
 * not fit is cut with “…”. No closing mark begins a line and no opening one ends it.
 */
export function wrapText(text: string, max: number, size: number, limit: number, measure: Measure): string[] {
  const all = text.replace(/\s+/g, ' ').trim();
  if (all.length < limit * 99 && measure(all, size) <= max) return [all];
  const units: string[] = [];
  for (const piece of all.slice(0, limit * 99).match(PIECES) ?? []) {
    const last = units.length - 1;
    if (last >= 0 && (NO_START.test(piece) || NO_END.test(units[last]!)) && measure(units[last] + piece, size) <= max)
      units[last] += piece;
    else if (measure(piece, size) > max) units.push(...piece);
    else units.push(piece);
  }
  const widths = units.map((u) => measure(u, size));
  const fill = (width: number) => {
    const lines = [''];
    let w = 0;
    units.forEach((u, i) => {
      const wide = widths[i]!;
      if (w && w + wide > width) {
        lines.push('');
        w = 0;
      }
      if (w || u !== ' ') {
        lines[lines.length - 1] += u;
        w += wide;
      }
    });
    return lines.map((l) => l.trim()).filter(Boolean);
  };
  // As many lines as it takes at full width, but of even length.
  const most = fill(max).length;
  let lines: string[];
  let width = measure(all, size) / most;
  do {
    lines = fill(Math.min(max, width));
    width += size / 2;
  } while (lines.length > most);
  if (lines.length > limit || lines.join('').length + limit * 2 < all.length) {
    lines = lines.slice(0, limit);
    let end = lines[limit - 1] ?? '';
    while (end && measure(end + '…', size) > max) end = end.slice(0, -1);
    lines[lines.length - 1] = end + '…';
  }
  return lines;
}

/** As `wrapText`, for parts joined by “ · ”: what does not fit beside another begins a line, without the mark. */
export function wrapParts(text: string, max: number, size: number, limit: number, measure: Measure): string[] {
  const lines: string[] = [];
  let last = '';
  for (const part of text.split(' · ')) {
    const both = `${last} · ${part}`;
    if (last && measure(both, size) <= max) lines[lines.length - 1] = last = both;
    else if (lines.length < limit) {
      lines.push(...wrapText(part, max, size, limit - lines.length, measure));
      last = lines[lines.length - 1]!;
    }
  }
  return lines;
}
