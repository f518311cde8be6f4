// 统一社会信用代码 GB 32100-2015：登记管理部门 1 + 机构类别 1 + 登记机关行政区划 6 + 主体标识码 9 + 校验码 1。
import { fails, firstOutside, type CodeCheck } from './check.js';
import { checkOrganisationCode } from './organisation-code.js';
import { toHalfWidth, withoutSpaces } from './text.js';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Check character of the first 17 characters: alphabet of 31 (no I O S V Z), weights 3^i mod 31, 31 − Σ mod 31. */
export function usccCheckCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += ALPHABET.indexOf(body[i] ?? '0') * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Parts of a valid 统一社会信用代码. */
export interface UsccParts {
  /** 登记管理部门代码，例如 `1` 机构编制、`5` 民政、`9` 市场监管 */
  department: string;
  /** 机构类别代码，与登记管理部门合看：`11` 机关、`12` 事业单位 */
  category: string;
  /** 登记机关行政区划代码, 6 digits; codes may be historical */
  region: string;
  /** 主体标识码（组织机构代码）, 9 characters without dash */
  organisationCode: string;
}

/** `organisation_code`: the outer check digit fits but the 组织机构代码 inside has a wrong one. */
export type UsccFailure = 'length' | 'characters' | 'check_digit' | 'organisation_code';

/** Checks a 统一社会信用代码 in any case, width and spacing: characters, length, check digit, inner 组织机构代码. */
export function checkUscc(text: string): CodeCheck<UsccParts, UsccFailure> {
  const value = withoutSpaces(toHalfWidth(text)).toUpperCase();
  const at = firstOutside(value, /[0-9A-HJ-NPQRTUWXY]/);
  if (at >= 0) return fails('characters', at);
  if (value.length !== 18) return fails('length');
  if (value[0] === '0') return fails('characters', 0);
  const letter = firstOutside(value.slice(2, 8), /\d/);
  if (letter >= 0) return fails('characters', letter + 2);
  if (usccCheckCharacter(value) !== value[17]) return fails('check_digit', 17);
  const inner = checkOrganisationCode(value.slice(8, 17));
  if (!inner.ok) return fails('organisation_code', 16);
  return {
    ok: true,
    value,
    department: value[0]!,
    category: value[1]!,
    region: value.slice(2, 8),
    organisationCode: inner.value,
  };
}
