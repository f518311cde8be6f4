// 查询码：凭此查询办件进度。11 个随机字符加 1 个校验字符，分三组书写，便于电话里读、纸上抄。
import type { CodeCheck } from './check.js';

/** Digits and capitals without 0 O 1 I L, which are confused when read or copied. 31 is a prime, as the check needs. */
export const QUERY_CODE_SYMBOLS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 12 characters, of which the first 11 are random: 31¹¹ ≈ 2⁵⁴ codes. */
export const QUERY_CODE_LENGTH = 12;

/** Weights 1 to 12 modulo a prime find each single wrong character and each swap of two. */
const weigh = (symbols: string): number =>
  [...symbols].reduce((sum, symbol, i) => sum + (i + 1) * QUERY_CODE_SYMBOLS.indexOf(symbol), 0) % 31;

/** Case, blanks, dashes and full-width forms do not matter. */
export const compactQueryCode = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase();

/** The check character for the first 11. */
export function queryCodeCheck(symbols: string): string {
  const sum = weigh(symbols);
  for (const symbol of QUERY_CODE_SYMBOLS)
    if ((sum + 12 * QUERY_CODE_SYMBOLS.indexOf(symbol)) % 31 === 0) return symbol;
  return '';
}

/** Whether a text can be a 查询码 at all: tells a slip of the pen before anything is asked of a service. */
export function checkQueryCode(code: string): CodeCheck<object, 'format' | 'check_digit'> {
  const compact = compactQueryCode(code);
  if (compact.length !== QUERY_CODE_LENGTH || [...compact].some((symbol) => !QUERY_CODE_SYMBOLS.includes(symbol)))
    return { ok: false, code: 'format' };
  return weigh(compact) === 0 ? { ok: true, value: compact } : { ok: false, code: 'check_digit' };
}

/** `ABCD-EFGH-JKMN`, as it is printed. */
export const formatQueryCode = (code: string): string => compactQueryCode(code).replace(/(.{4})(?=.)/g, '$1-');
