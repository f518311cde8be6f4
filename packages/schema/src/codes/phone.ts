// 联系电话：手机、固定电话、短号、400/800 服务号；邮政编码。
import { fails, firstOutside, type CodeCheck } from './check.js';
import { toHalfWidth, withoutSpaces } from './text.js';

/** How a telephone number is reached: 手机 `mobile`, 固话 `landline`, 12345 之类 `short`, 400/800 `service`. */
export type PhoneKind = 'mobile' | 'landline' | 'short' | 'service';

/** Digits and dashes only: full width, spaces, brackets round the area code, `+86` and `转` are put right. */
function tidy(text: string): string {
  return withoutSpaces(toHalfWidth(text))
    .replace(/[—–－‐‑−﹣]/g, '-')
    .replace(/(?:转|轉|ext\.?)/i, '-')
    .replace(/^\((0\d{2,3})\)-?/, '$1-')
    .replace(/^(?:\+|00)86-?(?=1|0?\d{2,3}-?\d{7,8})/, '');
}

/** Checks a mobile number (手机号码): 11 digits, 13–19. `value` has digits only. */
export function checkMobile(text: string): CodeCheck<object, 'length' | 'characters'> {
  const value = tidy(text).replace(/-/g, '');
  const at = firstOutside(value, /\d/);
  if (at >= 0) return fails('characters', at);
  if (value.length !== 11) return fails('length');
  return /^1[3-9]/.test(value) ? { ok: true, value } : fails('characters', value[0] === '1' ? 1 : 0);
}

/**
 * Checks any number that a public office prints: mobile, landline with or without area code and extension
 * (`0563-4010000-8`), short number of 3–5 digits (`12345`, `110`), 400/800 number.
 */
export function checkPhone(text: string): CodeCheck<{ kind: PhoneKind }, 'length' | 'characters' | 'form'> {
  const value = tidy(text);
  const at = firstOutside(value, /[\d-]/);
  if (at >= 0) return fails('characters', at);
  const digits = value.replace(/-/g, '');
  if (/^1[3-9]\d{9}$/.test(digits) && /^\d{3}-?\d{4}-?\d{4}$/.test(value))
    return { ok: true, value: digits, kind: 'mobile' };
  if (/^[48]00\d{7}$/.test(digits) && /^[48]00-?\d/.test(value)) {
    return { ok: true, value: `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`, kind: 'service' };
  }
  if (/^\d{3,5}$/.test(value)) return { ok: true, value, kind: 'short' };
  const parts = /^(?:(0(?:10|2\d|[3-9]\d{2}))-?)?(\d{7,8})(?:-(\d{1,6}))?$/.exec(value);
  if (parts) return { ok: true, value: parts.slice(1).filter(Boolean).join('-'), kind: 'landline' };
  return fails(digits.length < 7 || digits.length > 18 ? 'length' : 'form');
}

/** Checks a 邮政编码: six digits, not all zero. */
export function checkPostcode(text: string): CodeCheck<object, 'length' | 'characters'> {
  const value = withoutSpaces(toHalfWidth(text));
  const at = firstOutside(value, /\d/);
  if (at >= 0) return fails('characters', at);
  if (value.length !== 6) return fails('length');
  return value === '000000' ? fails('characters', 0) : { ok: true, value };
}
