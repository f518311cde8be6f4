// 工作日历：周一至周五，减法定节假日，加调休上班日（国务院办公厅关于××××年部分节假日安排的通知）。
import { fromDayNumber, isDateOnly, toDayNumber, weekday } from './date-only.js';

/**
 * The holiday arrangement of one year, as one 通知 of the State Council's office gives it. Keys are names of holidays
 * ({@link HolidayCode}, or a region's own such as `三月三`), values are days and ranges `MMDD` or `MMDD-MMDD` with
 * commas: `{ off: { springFestival: '0215-0223' }, work: { springFestival: '0214,0228' } }`.
 */
export interface CalendarYear {
  /** days on which offices rest */
  off: Record<string, string>;
  /** 调休: weekend days on which offices work */
  work?: Record<string, string>;
}

/** Holiday arrangements by year (`'2026'`), without gaps. Plain JSON, so that a site can add the year to come. */
export type CalendarData = Record<string, CalendarYear>;

/** Names of holidays in the data that come with this package: 元旦、春节、清明、劳动节、端午、中秋、国庆、2015 年抗战胜利纪念日. */
export type HolidayCode =
  'newYear' | 'springFestival' | 'qingming' | 'labourDay' | 'dragonBoat' | 'midAutumn' | 'nationalDay' | 'victoryDay';

/** A site's own day: a regional holiday (`isWorkday: false`) or a day on which it works all the same. */
export interface CalendarOverride {
  /** DateOnly */
  date: string;
  isWorkday: boolean;
  /** shown to readers, e.g. 古尔邦节 */
  reason: string;
}

/** Why a day is or is not a 工作日. */
export interface DayReason {
  /**
   * `weekday` 平日 · `weekend` 周末 · `holiday` 节假日 · `makeUp` 调休上班 · `siteRest`, `siteWork` the site's own override
   */
  kind: 'weekday' | 'weekend' | 'holiday' | 'makeUp' | 'siteRest' | 'siteWork';
  isWorkday: boolean;
  /** holiday code or the override's reason; absent for weekdays and weekends */
  name?: string;
  /**
   * False outside the years that the calendar knows, and on 29–31 December of its last year: the notice for the
   * following New Year moved those days in 2006, 2007, 2011, 2018 and 2022. The answer is then a guess.
   */
  certain: boolean;
}

/** A working-day calendar. Every method throws RangeError for a text that is no day. */
export interface Calendar {
  /** first and last day of the years with data, and the last day that no later notice can change any more */
  coverage: { from: string; to: string; certainTo: string };
  isWorkday(day: string): boolean;
  reason(day: string): DayReason;
}

function daysOf(year: string, list: string): number[] {
  return list.split(',').flatMap((part) => {
    const m = /^(\d\d)(\d\d)(?:-(\d\d)(\d\d))?$/.exec(part.trim());
    if (!m) throw new TypeError(`calendar data ${year}: not a day or range`);
    const from = toDayNumber(`${year}-${m[1]}-${m[2]}`);
    const to = m[3] ? toDayNumber(`${year}-${m[3]}-${m[4]}`) : from;
    if (to < from) throw new TypeError(`calendar data ${year}: range runs backwards`);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

/**
 * Makes a calendar from data and a site's own days. Overrides win over data and hold beyond its coverage too.
 * @throws TypeError or RangeError when the data are malformed, have a gap between years, or name a day twice
 */
export function createCalendar(data: CalendarData, overrides: readonly CalendarOverride[] = []): Calendar {
  const years = Object.keys(data).sort();
  const first = years[0];
  const last = years[years.length - 1];
  if (!first || !last) throw new TypeError('calendar data: no year');
  const special = new Map<number, DayReason>();
  years.forEach((year, i) => {
    if (!/^\d{4}$/.test(year) || +year !== +first + i)
      throw new TypeError('calendar data: years must follow one another');
    for (const isWorkday of [false, true]) {
      for (const [name, list] of Object.entries(data[year]![isWorkday ? 'work' : 'off'] ?? {})) {
        for (const n of daysOf(year, list)) {
          if (special.has(n)) throw new TypeError(`calendar data ${year}: a day is named twice`);
          special.set(n, { kind: isWorkday ? 'makeUp' : 'holiday', isWorkday, name, certain: true });
        }
      }
    }
  });
  const from = toDayNumber(`${first}-01-01`);
  const certainTo = toDayNumber(`${last}-12-28`);
  for (const [n, day] of special) if (n > certainTo) special.set(n, { ...day, certain: false });
  for (const { date, isWorkday, reason } of overrides) {
    special.set(toDayNumber(date), {
      kind: isWorkday ? 'siteWork' : 'siteRest',
      isWorkday,
      name: reason,
      certain: true,
    });
  }
  const isRest = (n: number): boolean => weekday(n) % 6 === 0;
  return {
    coverage: { from: `${first}-01-01`, to: `${last}-12-31`, certainTo: fromDayNumber(certainTo) },
    isWorkday(day) {
      const n = toDayNumber(day);
      return special.get(n)?.isWorkday ?? !isRest(n);
    },
    reason(day) {
      const n = toDayNumber(day);
      const found = special.get(n);
      if (found) return { ...found };
      const rest = isRest(n);
      return { kind: rest ? 'weekend' : 'weekday', isWorkday: !rest, certain: n >= from && n <= certainTo };
    },
  };
}

/** Days of rest of one kind within a period. Holidays are grouped by name and year. */
export interface RestGroup {
  kind: 'weekend' | 'holiday' | 'siteRest';
  name?: string;
  /** DateOnly, ascending */
  days: string[];
}

/** Article of the 民法典 (总则编第十章 期间计算) that a step follows, a code for the text table of a reader's language. */
export type CountingClause = 'civil-code-201' | 'civil-code-202' | 'civil-code-203';

/** How a date was counted: codes and days, no sentences, so that any language can put it in words. */
export interface Explanation {
  unit: 'workingDays' | 'calendarDays' | 'months';
  /** length of the period in `unit` */
  value: number;
  /** the day of the event, which is not counted itself (民法典第201条) */
  from: string;
  /** day 1 of the count; absent when nothing was counted */
  firstDay?: string;
  /** the days that were counted: working days for `workingDays`, else calendar days up to the unrolled end */
  counted: number;
  /** days that were passed over because offices rest */
  rest: RestGroup[];
  /** weekend days counted because of 调休 or the site's own rule */
  makeUp: { day: string; name: string }[];
  /** end of the period before it was moved off a rest day (民法典第203条) */
  rolledFrom?: string;
  /** the first day about which the calendar is not certain */
  uncertainFrom?: string;
  clauses: CountingClause[];
}

/** A computed date. `provisional` means: the calendar does not know some day that was counted; say so to the reader. */
export interface Computed {
  /** DateOnly */
  date: string;
  provisional: boolean;
  explanation: Explanation;
}

/** Longest period that is counted, in days. */
const MAX_SPAN = 36600;

export function checkPeriod(value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > 10000)
    throw new RangeError('period must be a whole number 0–10000');
}

/**
 * Explains the span after `from` up to and with `to` by the calendar: working days counted, rest days passed over,
 * make-up days. The building block of the functions below; use it to explain a due date that is already stored.
 * @throws RangeError when a day is malformed or the span is longer than 100 years
 */
export function explain(calendar: Calendar, from: string, to: string): Explanation {
  const start = toDayNumber(from);
  const end = toDayNumber(to);
  if (end - start > MAX_SPAN) throw new RangeError('span longer than 100 years');
  const result: Explanation = {
    unit: 'workingDays',
    value: 0,
    from,
    counted: 0,
    rest: [],
    makeUp: [],
    clauses: ['civil-code-201'],
  };
  const groups = new Map<string, RestGroup>();
  for (let n = start + 1; n <= end; n++) {
    const day = fromDayNumber(n);
    const { kind, isWorkday, name, certain } = calendar.reason(day);
    if (!certain) result.uncertainFrom ??= day;
    if (isWorkday) {
      result.counted++;
      result.firstDay ??= day;
      if (kind === 'makeUp' || kind === 'siteWork') result.makeUp.push({ day, name: name ?? '' });
      continue;
    }
    const key = kind === 'weekend' ? kind : `${kind} ${name} ${day.slice(0, 4)}`;
    const group = groups.get(key);
    if (group) group.days.push(day);
    else groups.set(key, { kind: kind as RestGroup['kind'], ...(name === undefined ? {} : { name }), days: [day] });
  }
  result.value = result.counted;
  result.rest = [...groups.values()];
  return result;
}

/**
 * The n-th 工作日 after a day, that day itself not counted. `n` = 0 gives the day itself, even a rest day.
 * @param from DateOnly of the event
 * @param n whole number 0–10000
 */
export function addWorkingDays(calendar: Calendar, from: string, n: number): Computed {
  checkPeriod(n);
  let day = toDayNumber(from);
  for (let left = n; left > 0;) if (calendar.isWorkday(fromDayNumber(++day))) left--;
  const date = fromDayNumber(day);
  const explanation = explain(calendar, from, date);
  return { date, provisional: explanation.uncertainFrom !== undefined, explanation };
}

/** Options of the periods that run over rest days as well. */
export interface RollOver {
  /** when given, a period that ends on a rest day ends on the next working day (民法典第203条; by analogy for 信访) */
  rollOver?: Calendar | undefined;
}

/** Moves an end that falls on a rest day, when asked to; `unit` and `value` are what the reader was promised. */
export function finishPeriod(
  unit: 'calendarDays' | 'months',
  value: number,
  from: string,
  end: string,
  { rollOver }: RollOver,
): Computed {
  const first = toDayNumber(from);
  const counted = toDayNumber(end) - first;
  const explanation: Explanation = {
    unit,
    value,
    from,
    ...(counted > 0 ? { firstDay: fromDayNumber(first + 1) } : {}),
    counted,
    rest: [],
    makeUp: [],
    clauses: unit === 'months' ? ['civil-code-201', 'civil-code-202'] : ['civil-code-201'],
  };
  let date = end;
  if (rollOver && counted > 0) {
    let n = toDayNumber(end);
    while (!rollOver.isWorkday(fromDayNumber(n))) n++;
    date = fromDayNumber(n);
    const passed = explain(rollOver, fromDayNumber(toDayNumber(end) - 1), date);
    if (passed.uncertainFrom) explanation.uncertainFrom = passed.uncertainFrom;
    if (date !== end) {
      explanation.rest = passed.rest;
      explanation.rolledFrom = end;
      explanation.clauses.push('civil-code-203');
    }
  }
  return { date, provisional: explanation.uncertainFrom !== undefined, explanation };
}

/** The n-th calendar day (日、自然日) after a day. Without `rollOver` it never depends on a calendar. */
export function addCalendarDays(from: string, n: number, options: RollOver = {}): Computed {
  checkPeriod(n);
  return finishPeriod('calendarDays', n, from, fromDayNumber(toDayNumber(from) + n), options);
}

/** The corresponding day n months later; the last day of that month when it has no such day (民法典第202条). */
export function addMonths(from: string, n: number, options: RollOver = {}): Computed {
  checkPeriod(n);
  if (!isDateOnly(from)) throw new RangeError('not a day of the form YYYY-MM-DD');
  const months = +from.slice(0, 4) * 12 + +from.slice(5, 7) - 1 + n;
  const month = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-`;
  let day = +from.slice(8);
  while (day > 28 && !isDateOnly(month + day)) day--;
  return finishPeriod('months', n, from, month + String(day).padStart(2, '0'), options);
}

/**
 * How many 工作日 lie after `from` up to and with `to`; negative when `to` is earlier. `explanation` covers the span
 * in the order of time.
 */
export function workingDaysBetween(
  calendar: Calendar,
  from: string,
  to: string,
): { days: number; provisional: boolean; explanation: Explanation } {
  const backwards = to < from;
  const explanation = backwards ? explain(calendar, to, from) : explain(calendar, from, to);
  const days = backwards && explanation.counted ? -explanation.counted : explanation.counted;
  return { days, provisional: explanation.uncertainFrom !== undefined, explanation };
}
