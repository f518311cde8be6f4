// 公民身份号码 GB 11643-1999，以及同一规则的港澳台居民居住证号码。个人信息：失败结果从不带回原文。
import { isDateOnly } from '../date-only.js';
import { fails, firstOutside, type CodeCheck } from './check.js';
import { toHalfWidth, withoutSpaces } from './text.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of the first 17 digits: Σ mod 11 looked up in `10X98765432`. */
export function citizenIdCheckCharacter(body: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(body[i] ?? 0) * WEIGHTS[i]!;
  return '10X98765432'[sum % 11]!;
}

/** Parts of a valid number. */
export interface CitizenIdParts {
  /** `residencePermit` for 港澳台居民居住证 (81、82、83), `idCard` for every other number */
  document: 'idCard' | 'residencePermit';
  /** 地址码, 6 digits; may be a region that no longer exists */
  region: string;
  /** 出生日期码 as DateOnly */
  birthDate: string;
  /** odd sequence number = male */
  sex: 'male' | 'female';
}

/**
 * `old_length`: a 15-digit number of before 1999, no longer accepted; `date`: no such day; `future`: born after today;
 * `age`: older than 150 years.
 */
export type CitizenIdFailure = 'length' | 'old_length' | 'characters' | 'date' | 'future' | 'age' | 'check_digit';

/**
 * Checks a 居民身份证 number; a final `x` may be lower case or full width.
 * Address codes are not looked up, for historical ones stay valid.
 * @param today DateOnly in Asia/Shanghai, see {@link today} of `date-only.ts`
 */
export function checkCitizenId(text: string, today: string): CodeCheck<CitizenIdParts, CitizenIdFailure> {
  const value = withoutSpaces(toHalfWidth(text)).toUpperCase().replace(/×$/, 'X');
  if (/^\d{15}$/.test(value)) return fails('old_length');
  if (value.length !== 18) return fails('length');
  const at = firstOutside(value.slice(0, 17), /\d/);
  if (at >= 0) return fails('characters', at);
  if (value[0] === '0') return fails('characters', 0);
  if (!/[\dX]$/.test(value)) return fails('characters', 17);
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isDateOnly(birthDate)) return fails('date', 6);
  if (birthDate > today) return fails('future', 6);
  if (`${String(Number(birthDate.slice(0, 4)) + 150).padStart(4, '0')}${birthDate.slice(4)}` < today)
    return fails('age', 6);
  if (citizenIdCheckCharacter(value) !== value[17]) return fails('check_digit', 17);
  return {
    ok: true,
    value,
    document: /^8[123]/.test(value) ? 'residencePermit' : 'idCard',
    region: value.slice(0, 6),
    birthDate,
    sex: Number(value[16]) % 2 ? 'male' : 'female',
  };
}
