// 日期：`YYYY-MM-DD`，指北京时间（Asia/Shanghai）的一个自然日。只作整数运算，不经 Date 解析。

const DAY = 86400000;
/** Beijing time is UTC+8 all year (夏令时 of 1986–1991 is not taken into account). */
const OFFSET = 8 * 3600000;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
}

/** True for a day that exists, `0001-01-01` to `9999-12-31`, written `YYYY-MM-DD`. */
export function isDateOnly(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const year = +value.slice(0, 4);
  const month = +value.slice(5, 7);
  const day = +value.slice(8);
  return year > 0 && month > 0 && month < 13 && day > 0 && day <= daysInMonth(year, month);
}

/**
 * Number of a day, 0 = 1970-01-01.
 * @throws RangeError when it is no day
 */
export function toDayNumber(day: string): number {
  if (!isDateOnly(day)) throw new RangeError('not a day of the form YYYY-MM-DD');
  const month = +day.slice(5, 7);
  // Years that begin in March put the leap day last.
  const year = +day.slice(0, 4) - (month < 3 ? 1 : 0);
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + +day.slice(8) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + inYear - 719468;
}

/**
 * The day with that number, the inverse of {@link toDayNumber}.
 * @throws RangeError outside the years 1–9999 and for a fraction
 */
export function fromDayNumber(dayNumber: number): string {
  if (!Number.isInteger(dayNumber) || dayNumber < -719162 || dayNumber > 2932896)
    throw new RangeError('day out of range');
  const n = dayNumber + 719468;
  const era = Math.floor(n / 146097);
  const inEra = n - era * 146097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * inYear + 2) / 153);
  const month = ((shifted + 2) % 12) + 1;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  return formatDay(year, month, inYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

/** `YYYY-MM-DD` of three numbers, unchecked. */
export function formatDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Day of the week, 0 = Sunday … 6 = Saturday, of a day number. */
export function weekday(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/**
 * Today in Asia/Shanghai.
 * @throws RangeError for an invalid Date
 */
export function today(now: Date): string {
  return fromDayNumber(Math.floor((now.getTime() + OFFSET) / DAY));
}

/**
 * The calendar day in Asia/Shanghai on which a moment falls.
 * @param dateTime RFC 3339 (`2026-02-10T10:05:00+08:00`, `…Z`); a space for the `T`, missing seconds and a missing
 *   offset (then Beijing time) are taken, as government pages write them; a DateOnly is returned as it is.
 * @returns `undefined` when the text is none of these
 */
export function dateOfDateTime(dateTime: string): string | undefined {
  const m = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?)?$/.exec(
    dateTime.trim(),
  );
  if (!m || !isDateOnly(m[1])) return undefined;
  const day = toDayNumber(m[1]);
  const [hour, minute, second] = [+(m[2] ?? 0), +(m[3] ?? 0), +(m[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  if (!m[5]) return m[1];
  const offset = /[Zz]/.test(m[5]) ? 0 : (m[5][0] === '-' ? -1 : 1) * (+m[5].slice(1, 3) * 60 + +m[5].slice(-2));
  if (Math.abs(offset) > 1439) return undefined;
  const moved = day + Math.floor((hour * 60 + minute - offset + 480) / 1440);
  return moved < -719162 || moved > 2932896 ? undefined : fromDayNumber(moved);
}
