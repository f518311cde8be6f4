// 组织机构代码 GB 11714-1997：8 位本体代码 + 1 位校验码，印刷时以短横分隔（`00728042-0`）。
import { fails, firstOutside, type CodeCheck } from './check.js';
import { toHalfWidth, withoutSpaces } from './text.js';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of an 8-character body (0-9, A-Z with A = 10): 11 − Σ mod 11, where 10 is `X` and 11 is `0`. */
export function organisationCheckCharacter(body: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += parseInt(body[i] ?? '0', 36) * WEIGHTS[i]!;
  const k = 11 - (sum % 11);
  return k === 10 ? 'X' : k === 11 ? '0' : String(k);
}

export type OrganisationCodeFailure = 'length' | 'characters' | 'check_digit';

/**
 * Checks a 组织机构代码, with or without its dash, in any case and width.
 * `value` has 9 characters and no dash; `printed` has the dash. All zeros, a common filler, fails as `characters`.
 */
export function checkOrganisationCode(text: string): CodeCheck<{ printed: string }, OrganisationCodeFailure> {
  const value = withoutSpaces(toHalfWidth(text))
    .toUpperCase()
    .replace(/^(.{8})[-—–](.)$/, '$1$2');
  const at = firstOutside(value, /[0-9A-Z]/);
  if (at >= 0) return fails('characters', at);
  if (value.length !== 9) return fails('length');
  if (!/[0-9X]$/.test(value)) return fails('characters', 8);
  if (/^0+$/.test(value)) return fails('characters', 0);
  if (organisationCheckCharacter(value) !== value[8]) return fails('check_digit', 8);
  return { ok: true, value, printed: `${value.slice(0, 8)}-${value[8]}` };
}
