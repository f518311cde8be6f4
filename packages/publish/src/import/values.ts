/** Values of cells as people write them: days, marks, nothing at all. */
import { formatDay, isDateOnly, readNumber, toHalfWidth } from '@zwgk/schema';
import { shownNumber } from './xlsx-numbers.js';

/** How clerks write that there is nothing. */
const NOTHING = /^(?:无|暂无|没有|不涉及|空|[-—–－/／\\]+|N\/?A|null)$/i;
export const isNothing = (text: string): boolean => !text || NOTHING.test(text);
/** 同上 and its signs. */
const DITTO = /^(?:同上|同前|上同|″|〃|"|”|''|，，|,,)$/;
export const isDitto = (text: string): boolean => DITTO.test(text);

/** One line; what was broken to fit a cell is joined. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(.?) ?\n[ \n]*/g, (_, before: string) => (/[\x21-\x7e]/.test(before) ? `${before} ` : before))
    .trim();
/** Full-width digits and letters as half-width ones, without blanks: for numbers and codes. */
export const asCode = (text: string): string => toHalfWidth(text).replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '');

export interface ReadDay {
  readonly day: string;
  /** `HH:MM` where the source tells one that is not midnight. */
  readonly time?: string;
  /** True for a bare number of Excel (46027), which was meant as a day. */
  readonly serial?: boolean;
}
const NUMERALS = '〇零○一二三四五六七八九十';
const YEAR = new RegExp(`^([${NUMERALS}]{4})年`);

/**
 * The day that a text names: 2026年1月5日, 2026.1.5, 2026/1/5, 2026-1-5 10:20, 20260105, 二〇二六年一月五日, [2026-01-05].
 * @returns `placeholder` for days that mean “none” (1970-01-01, Excel’s day 0), undefined for anything else
 */
export function readDay(source: string): ReadDay | 'placeholder' | undefined {
  let text = toHalfWidth(source)
    .trim()
    .replace(/^[[(【（]\s*|\s*[\])】）]$/g, '');
  if (YEAR.test(text))
    text = text
      .replace(YEAR, (_, year: string) => `${[...year].map((c) => String(readNumber(c) ?? 0)).join('')}年`)
      .replace(new RegExp(`[${NUMERALS}]{1,3}(?=[月日])`, 'g'), (one) => String(readNumber(one) ?? one));
  text = text.replace('年元月', '年1月');
  if (/^\d{5}(?:\.\d+)?$/.test(text) && Number(text) >= 30000 && Number(text) < 60000)
    return { day: shownNumber(text, 'day', false), serial: true };
  const m =
    /^(\d{4})\s*([-年/.])\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?(?:\s*(?:星期|周)[一二三四五六日天])?(?:[T\s]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})秒?|分)?(?:\.\d+)?(?:Z|\+08:?00)?)?$/.exec(
      text,
    ) ?? /^(\d{4})()(\d\d)(\d\d)$/.exec(text);
  if (!m) return /^(?:0|1900[-/]0?1[-/]0?0|0000.*)$/.test(text) ? 'placeholder' : undefined;
  const day = formatDay(Number(m[1]), Number(m[3]), Number(m[4]));
  if (!isDateOnly(day)) return day === '1900-01-00' || day === '0000-00-00' ? 'placeholder' : undefined;
  if (/^(?:1970-01-01|1900-01-0[01]|1899-12-3[01]|0001-01-01)$/.test(day)) return 'placeholder';
  const [hour = 0, minute = 0] = [Number(m[5] ?? 0), Number(m[6] ?? 0)];
  const told = (hour || minute) && hour < 24 && minute < 60;
  return { day, ...(told && { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` }) };
}
/** Before the republic, or further ahead than anyone plans. */
export const isUnlikelyDay = (day: string): boolean => day < '1949-10-01' || day > '2099-12-31';

/** A mark in a column of ticks: true, false, or undefined for none. */
export function readMark(text: string): boolean | undefined {
  const mark = asCode(text);
  if (/^(?:[√✓✔☑■●◆▲Vv1是有Yy]|yes|true)$/i.test(mark)) return true;
  if (/^(?:[×✗✘☒□☐○0否Nn]|no|false)$/i.test(mark) || isNothing(mark)) return false;
  return undefined;
}
/** Parts of a list in one cell. */
export const partsOf = (text: string, separators = /[；;\n、，,]+/): string[] =>
  text
    .split(separators)
    .map((part) => part.trim())
    .filter(Boolean);

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const HOST = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:gov|com|org|net|edu)\b)[^\s]*$/i;
/** An address without its `http://`, as it is often typed, gets it; all else stays. */
export const withScheme = (url: string): string => (!SCHEME.test(url) && HOST.test(url) ? `http://${url}` : url);
