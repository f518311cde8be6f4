/** What must not stand in a published letter: names, telephone and document numbers, plates, bank cards, e-mail. */
import { maskId, maskName, maskPhone } from '@zwgk/schema';

const ID = /(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])/g;
const CARD = /(?<!\d)\d(?:[ -]?\d){15,18}(?!\d)/g;
const MOBILE = /(?<!\d)(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const PHONE = /(?<![\d-])(?:0\d{2,3}[- ]?)\d{7,8}(?!\d)/g;
const EMAIL = /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•-]?[A-HJ-NP-Z0-9]{4,6}(?![A-Za-z0-9])/g;

/**
 * The text with everything of that kind masked. It finds what has a form; names it knows only when they are given.
 * A person still has to read a letter before it is published.
 */
export function maskText(text: string, names: readonly string[] = []): string {
  let masked = text
    .replace(EMAIL, '***@***')
    .replace(ID, maskId)
    .replace(CARD, (card) => `${'*'.repeat(card.length - 4)}${card.slice(-4)}`)
    .replace(MOBILE, maskPhone)
    .replace(PHONE, maskPhone)
    .replace(PLATE, (plate) => `${plate.slice(0, 2)}*****`);
  for (const name of names) {
    const bare = name.trim();
    // A single character would be found everywhere.
    if ([...bare].length > 1) masked = masked.split(bare).join(maskName(bare));
  }
  return masked;
}
