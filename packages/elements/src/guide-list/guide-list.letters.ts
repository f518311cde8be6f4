/** 音序: the first letter of a title by pinyin, from the order that the browser sorts Chinese in. */

/** The first character of each letter in that order; no Chinese syllable begins with I, U or V. */
const FIRST = [...'吖八嚓咑妸发旮哈丌咔垃呣拏噢妑七呥仨他屲夕丫帀'];
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
/** First characters that are read otherwise in such words than alone. A guide's own `initial` wins over all. */
const READ: readonly (readonly [RegExp, string])[] = [
  [/^([长長](?![者子辈輩])|重(?=[新建复複叠疊修庆慶阳陽办辦领領报報设設置组組签簽审審]))/, 'C'],
  [/^[调調][解整剂劑节節停试試]/, 'T'],
  [/^[会會][计計]/, 'K'],
];
/** Quotes, brackets and marks before the first word. */
const BEFORE = /^[^A-Za-z0-9\u3400-\u9FFF]+/;

let collator: Intl.Collator | undefined;
/** 拼音 order of two titles. */
export const compareTitles = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true })).compare(a, b);

/** `A` to `Z`, or `#` for a title that begins with none. */
export function letterOf(title: string, initial?: string): string {
  const own = /^[A-Za-z]/.exec(initial ?? '');
  if (own) return own[0].toUpperCase();
  const text = title.replace(BEFORE, '');
  const latin = /^[A-Za-z]/.exec(text);
  if (latin) return latin[0].toUpperCase();
  if (!text || /^\d/.test(text)) return '#';
  for (const [pattern, letter] of READ) if (pattern.test(text)) return letter;
  let at = 0;
  while (at < FIRST.length && compareTitles(text[0]!, FIRST[at]!) >= 0) at++;
  return LETTERS[at - 1] ?? '#';
}
