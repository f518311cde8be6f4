/**
 * Writes `packages/client/src/catalogue/variants.ts` from `variants.txt`: a line for each simplified character of the
 * first level of GB 2312 that has traditional forms (通用规范汉字表, table 1 of its annexes), those forms after it.
 * Both code points go as differences to the pair before, in one to three symbols, which compresses to a third of the text.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const at = (file) => new URL(file, import.meta.url);
const symbols = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((symbol) => !/["'\\`$]/.test(symbol))
  .join('');
const size = symbols.length;
/** Below `size - 22` one symbol, then 16 leads for two, six leads for three. */
const encode = (number) => {
  if (number < size - 22) return symbols[number];
  number -= size - 22;
  if (number < 16 * size) return symbols[size - 22 + Math.floor(number / size)] + symbols[number % size];
  number -= 16 * size;
  const rest = number % (size * size);
  return symbols[size - 6 + Math.floor(number / size / size)] + symbols[Math.floor(rest / size)] + symbols[rest % size];
};
const signed = (number) => (number < 0 ? -2 * number - 1 : 2 * number);

let simplified = '';
let traditional = '';
let before = [0x4e00, 0x4e00];
for (const line of readFileSync(at('variants.txt'), 'utf8').trim().split('\n'))
  for (const form of line.slice(1)) {
    const now = [line.charCodeAt(0), form.charCodeAt(0)];
    simplified += encode(now[0] - before[0]);
    traditional += encode(signed(now[1] - before[1]));
    before = now;
  }
writeFileSync(
  at('../packages/client/src/catalogue/variants.ts'),
  `/** 简繁对照: made by \`scripts/make-variants.mjs\` from \`scripts/variants.txt\`; do not edit. */
const SYMBOLS = '${symbols}';
const SIMPLIFIED =
  '${simplified}';
const TRADITIONAL =
  '${traditional}';

/** Differences of code points, each in one to three symbols. */
function decode(text: string): number[] {
  const size = SYMBOLS.length;
  const values = new Uint8Array(128);
  for (let i = 0; i < size; i++) values[SYMBOLS.charCodeAt(i)] = i;
  const out: number[] = [];
  let i = 0;
  const next = () => values[text.charCodeAt(i++)]!;
  while (i < text.length) {
    let value = next();
    const lead = value - size + 22;
    if (lead >= 16) value = size - 22 + (16 + (lead - 16) * size + next()) * size + next();
    else if (lead >= 0) value = size - 22 + lead * size + next();
    out.push(value);
  }
  return out;
}

/** Pairs of code units: a traditional character and the simplified one that stands for it; the usual form first. */
export function variantPairs(): [traditional: number, simplified: number][] {
  let simplified = 0x4e00;
  let traditional = 0x4e00;
  const steps = decode(SIMPLIFIED);
  return decode(TRADITIONAL).map((step, i) => [
    (traditional += step & 1 ? -(step + 1) / 2 : step / 2),
    (simplified += steps[i]!),
  ]);
}
`,
);
