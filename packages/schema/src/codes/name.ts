// 姓名：少数民族与外国人姓名、生僻字（GB 18030-2022）一律可填，只作 NFC 规范化。
import { fails, firstOutside, type CodeCheck } from './check.js';
import { codePointLength, toHalfWidth } from './text.js';

/** Longest name that is accepted, in code points. */
export const NAME_MAX = 50;

/**
 * Checks a person's name (姓名). Letters of every script, rare characters beyond the BMP, private-use characters of
 * old systems and ideographic descriptions (`⿰`) pass; digits and symbols do not. The middle dot of a minority or
 * foreign name is written `·` (U+00B7) whichever look-alike was typed. Only NFC is applied, never NFKC.
 */
export function checkName(text: string, max: number = NAME_MAX): CodeCheck<object, 'empty' | 'length' | 'characters'> {
  const value = text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?[•‧・･∙⋅●᛫．·] ?/g, '·')
    // A full stop is a middle dot only between Chinese characters; in `J. Smith` it is a full stop.
    // (No look-behind: Safari before 16.4 refuses a script that has one.)
    .replace(/(\p{Script=Han}) ?\. ?(?=\p{Script=Han})/gu, '$1·')
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    .replace(/[\uff21-\uff5a]/g, toHalfWidth);
  if (!value) return fails('empty');
  if (codePointLength(value) > max) return fails('length');
  const at = firstOutside(value, /[\p{L}\p{M}\p{Script=Han}\p{Co}\u2ff0-\u2fff· '’.\-\u0f0b\u0f0c\u180e\u200c\u200d]/u);
  if (at >= 0) return fails('characters', at);
  // A dot alone is no name.
  if (!/[\p{L}\p{Script=Han}\p{Co}]/u.test(value)) return fails('characters', 0);
  return { ok: true, value };
}
