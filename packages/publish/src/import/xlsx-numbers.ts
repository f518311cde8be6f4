/** What a number of Excel shows (单元格格式): days, times, percentages, leading zeros, all its digits. */
import { fromDayNumber } from '@zwgk/schema';

/** How the number is to be read. */
export type NumberKind = 'plain' | 'day' | 'dayTime' | 'time' | 'percent' | { readonly zeros: number };

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** Kind of a number format: its number in the file (`numFmtId`) and, where it is no built-in one, its code. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (id === 22) return 'dayTime';
    if (BUILT_IN_DAYS.has(id)) return 'day';
    if (BUILT_IN_TIMES.has(id)) return 'time';
    return id === 9 || id === 10 ? 'percent' : 'plain';
  }
  const [positive = ''] = code.split(';');
  // Texts, colours, languages, fillers and escaped characters tell nothing of the kind, but 年 and 日 do.
  const bare = positive
    .replace(/"[^"]*"/g, (text) => (/[年月日]/.test(text) ? '年' : ''))
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\\(.)/g, (_, one: string) => (/[年月日]/.test(one) ? one : ''))
    .replace(/[_*]./g, '')
    .toLowerCase();
  if (/general|通用/.test(bare)) return 'plain';
  const day = /[yd年日]|e(?![+-])|m{3}/.test(bare) || /m.*月/.test(bare);
  const time = /[hs]/.test(bare);
  if (day) return time ? 'dayTime' : 'day';
  if (time) return 'time';
  if (bare.includes('%')) return 'percent';
  return /^0{2,}$/.test(bare) ? { zeros: bare.length } : 'plain';
}

const two = (n: number): string => String(n).padStart(2, '0');
const timeOf = (seconds: number): string => `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;

/** Days are counted from 1899-12-30 (1904-01-01 in files of old Macs); Excel's 1900-02-29 never was. */
function dayOf(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  const number = from1904 ? whole - 24107 : whole - 25569 + (whole < 60 ? 1 : 0);
  return whole < 0 || whole > 2_958_465 ? undefined : fromDayNumber(number);
}

/** Excel keeps 15 digits; of a longer number the last ones are zeros that nobody wrote. */
export const digitsAreLost = (value: number): boolean => Math.abs(value) >= 1e15;

/** The text that stands for a number; without a moved time zone, as a day is no moment. */
export function shownNumber(raw: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(raw);
  if (!raw.trim() || !Number.isFinite(value)) return raw;
  if (kind === 'day' || kind === 'dayTime' || kind === 'time') {
    const seconds = Math.round((value - Math.floor(value)) * 86400);
    const day = dayOf(seconds === 86400 ? value + 0.5 : value, from1904);
    const time = timeOf(seconds % 86400);
    if (kind === 'time' && value < 1) return time;
    if (day !== undefined) return kind === 'dayTime' && seconds % 86400 ? `${day} ${time}` : day;
  }
  if (kind === 'percent') return `${Number((value * 100).toPrecision(12))}%`;
  if (digitsAreLost(value) && Math.abs(value) < 1e100) {
    const [digits = '', power] = value.toExponential(14).split('e');
    return digits.replace('.', '').padEnd(Number(power) + (value < 0 ? 2 : 1), '0');
  }
  // Binary fractions (0.30000000000000004) are written as they are shown.
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
  return typeof kind === 'object' ? text.padStart(kind.zeros, '0') : text;
}
