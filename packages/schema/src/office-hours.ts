// 办公时间：从指南所写的文字（“周一至周五 8:30—12:00、14:00—17:30（法定节假日除外）”）读出何时上班。
import type { Calendar } from './calendar.js';
import { toHalfWidth, withoutSpaces } from './codes/text.js';
import { fromDayNumber, weekday } from './date-only.js';

/** One stretch of office time on some days of the week. */
export interface OfficeSpan {
  /** 1 Monday … 7 Sunday */
  days: number[];
  /** minutes after midnight, 0–1440, `from` before `to` */
  from: number;
  to: number;
  /** 夏季、冬季作息: first and last day of the season as month × 100 + day; the first may be later in the year */
  season?: readonly [number, number] | undefined;
  /** 仅提供预约服务 */
  byAppointment?: boolean | undefined;
}

/** Office hours as a program can use them. */
export interface OfficeHours {
  spans: OfficeSpan[];
  /** 法定节假日: `closed`, `open`, or `unstated` where the source says nothing */
  holidays: 'closed' | 'open' | 'unstated';
}

/** Structured hours as a guide may carry them, see `OpeningHours`. */
export interface HoursSource {
  spans: readonly {
    days: readonly number[];
    from: string;
    to: string;
    between?: readonly string[] | undefined;
    byAppointment?: boolean | undefined;
  }[];
  holidays?: 'closed' | 'open' | undefined;
}

/**
 * Where an office stands at a moment. `open`; `appointment`: only for those who have one; `break`: it opens again today;
 * `before`: it has not opened yet today; `after`: it has closed for today; `rest` and `holiday`: it does not open today.
 */
export interface OfficeState {
  state: 'open' | 'appointment' | 'break' | 'before' | 'after' | 'rest' | 'holiday';
  /** minutes after midnight at which it closes, when `open` or `appointment` */
  until?: number;
  /** minutes after midnight at which it opens again today */
  resumes?: number;
  /** when it opens next without an appointment; absent while open, and where the calendar does not say */
  next?: { day: string; at: number };
  /** name or code of the holiday */
  holiday?: string;
}

const WEEK = '一二三四五六日';
const DAY = '(?:周|星期|礼拜)';
const NAMED = `[${WEEK}天]`;
const REST = '(?:除外|不含|不?休息|休|放假|不办公|不上班|不营业|不受理|不对外办公|不对外服务|关闭|闭馆)';
const LEGAL = '(?:国家|法定|公众|公共|传统)*(?:节假日|假日|假期|节日|节假)';
const PAUSED =
  '(?:(?:政治|业务|内部|集中|机关)*(?:学习|整理|盘点)(?:时间)?,?)?(?:不对外办公|不对外服务|不办公|不上班|不受理|不营业|休息|闭馆)';
const NOON = '(?:(?:中午|午间|午休)(?:时段|时间)?(?:安排|有人|专人|实行|轮流)*(?:值班|不休息|不间断|不打烊|不断岗))';
const TITLE =
  '(?:对外|窗口|正常|现场|咨询|业务|法定|具体|服务大厅|政务服务中心|便民服务中心|综合窗口)*(?:办公|办理|工作|受理|接待|服务|开放|上班|营业|作息|接件|收件)+(?:业务)?(?:时间|时段)?(?:为|是)?';
const AT = '(\\d{1,2})(?:(?:点|时)(半)|[:.时点](\\d{2})?分?)';
const HALF = '(上午|早上|早晨|下午|晚上|夜间|中午)?';

const tokens: readonly (readonly [name: string, pattern: RegExp])[] = (
  [
    [
      'closed',
      `(?:(?:周末|双休日|${DAY}六(?:[、,及和-]?${DAY}?[日天])?)(?:[、,及和与]|以及))?${LEGAL}(?:均|一律|按规定|按国家规定|期间)?${REST}`,
    ],
    ['closed', `除?(?:周末|双休日)(?:[、,及和与]|以及)?(?:${LEGAL})?(?:均|一律)?(?:外|${REST})`],
    ['closed', `除${LEGAL}(?:以)?外`],
    [
      'open',
      `(?:${LEGAL})?(?:照常|正常|均)(?:办公|上班|服务|开放|营业)|(?:含|包括)${LEGAL}|${LEGAL}不休息?|全年无休|无休`,
    ],
    ['paused', `[每逢]?${DAY}(${NAMED})(上午|下午)?${PAUSED}`],
    [
      'season',
      `(?:夏季|冬季|夏令时?|冬令时?|春夏季?|秋冬季?)?(?:作息)?(?:时间)?[(:]?(?:每年)?(\\d{1,2})月(\\d{1,2})日?-(?:次年|翌年|来年)?(\\d{1,2})月(\\d{1,2})日?\\)?`,
    ],
    ['week', `(?:国家)?(?:法定|正常|每个|每)?工作日`],
    ['week', `每[天日]|天天|全年|全周`],
    ['week', `周末|双休日`],
    ['days', `每?${DAY}(${NAMED})(?:-${DAY}?(${NAMED})|((?:[、,]?${NAMED}(?![、,]?\\d*[:点时]))*))`],
    ['note', `(?:仅|只)?(?:需|须|可|提供|实行)?(?:提前|网上|电话)?预约(?:服务|办理|办公|制|进行)*`],
    ['allday', `(?:24小时|全天)(?:服务|办理|开放|自助服务|自助)*`],
    ['span', `${HALF}${AT}-(?:当日|当天)?${HALF}${AT}`],
    ['skip', `${NOON}|${TITLE}|上午|下午|[、,;。()\\[\\]:/|和及]`],
  ] as const
).map(([name, source]) => [name, new RegExp(`^(?:${source})`)] as const);

interface Group {
  days: number[];
  season: readonly [number, number] | undefined;
  spans: { from: number; to: number }[];
  byAppointment: boolean;
}

const minutes = (hour: string, minute: string | undefined, half: string | undefined, part: string | undefined) => {
  const late = /下午|晚上|夜间/.test(part ?? '') && +hour < 12 ? 12 : 0;
  return (+hour + late) * 60 + (half ? 30 : +(minute ?? 0));
};

/** `一`, `五` → 1 … 5; `五`, `一` runs over Sunday. */
function daysBetween(first: string, last: string): number[] {
  const number = (name: string) => (WEEK.indexOf(name) + 7) % 7 || (name === '一' ? 0 : 6);
  const days = [number(first)];
  while (days[days.length - 1] !== number(last)) days.push((days[days.length - 1]! + 1) % 7);
  return days.map((day) => day + 1);
}

/**
 * Reads office hours from a text as guides print it. The whole text must be understood, every word of it: what is left
 * over may be the exception (`农忙时节以公示栏公布的时间为准`).
 * @param source the text, or the structured hours of a guide
 * @returns `undefined` when it is not understood, names no days or no times, or contradicts itself
 */
export function readOfficeHours(source: string | HoursSource): OfficeHours | undefined {
  return checked(typeof source === 'string' ? fromText(source) : fromSpans(source));
}

function fromSpans({ spans, holidays }: HoursSource): OfficeHours | undefined {
  const at = (text: string) => /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(text);
  const read = spans.map(({ days, from, to, between, byAppointment }): OfficeSpan | undefined => {
    const [start, end] = [at(from), at(to)];
    const season = between?.map((day) => (/^\d\d-\d\d$/.test(day) ? +day.replace('-', '') : NaN));
    if (!start || !end || (season && (season.length !== 2 || season.some(isNaN)))) return undefined;
    return {
      days: [...days],
      from: minutes(start[1]!, start[2], undefined, undefined),
      to: minutes(end[1]!, end[2], undefined, undefined),
      season: season as [number, number] | undefined,
      byAppointment,
    };
  });
  return read.every((span) => span) ? { spans: read as OfficeSpan[], holidays: holidays ?? 'unstated' } : undefined;
}

function fromText(source: string): OfficeHours | undefined {
  if (source.length > 500) return undefined;
  let rest = withoutSpaces(toHalfWidth(source))
    .replace(/(?:[-—–－~～―─‐‑−]|至|到)+/g, '-')
    .replace(/[[【〔]/g, '(')
    .replace(/[\]】〕]/g, ')')
    .replace(/[∶︰]/g, ':')
    .replace(/週/g, '周');
  const groups: Group[] = [];
  const pauses: { day: number; part: string | undefined }[] = [];
  let holidays: OfficeHours['holidays'] = 'unstated';
  let restsAtWeekends = false;
  let group: Group = { days: [], season: undefined, spans: [], byAppointment: false };
  let half: string | undefined;
  const start = (change: Partial<Group>) => {
    if (group.spans.length) groups.push(group);
    // The days and the season hold until others are named; those of before a season do not.
    group = { days: group.days, season: group.season, spans: [], byAppointment: false, ...change };
    half = undefined;
  };
  while (rest) {
    const hit = tokens.map(([name, pattern]) => [name, pattern.exec(rest)] as const).find(([, m]) => m);
    if (!hit) return undefined;
    const [name, m] = hit as [string, RegExpExecArray];
    rest = rest.slice(m[0].length);
    if (name === 'closed' || name === 'open') {
      const said = name === 'open' || /不休/.test(m[0]) ? 'open' : 'closed';
      // 周末休息 says nothing about holidays.
      const weekendOnly = /周末|双休日/.test(m[0]) && !/节|假日|假期/.test(m[0].replace('双休日', ''));
      restsAtWeekends ||= said === 'closed' && /周末|双休日|六/.test(m[0]);
      if (weekendOnly) continue;
      if (holidays !== 'unstated' && holidays !== said) return undefined;
      holidays = said;
    } else if (name === 'paused') pauses.push({ day: daysBetween(m[1]!, m[1]!)[0]!, part: m[2] });
    else if (name === 'season') {
      const [from, to] = [+m[1]! * 100 + +m[2]!, +m[3]! * 100 + +m[4]!];
      if (+m[1]! > 12 || +m[3]! > 12 || !+m[1]! || !+m[3]! || +m[2]! > 31 || +m[4]! > 31) return undefined;
      // Times before the first season would hold all year and contradict it.
      if (!group.season && (group.spans.length || groups.length)) return undefined;
      start({ season: [from, to] });
    } else if (name === 'week' || name === 'days') {
      const days =
        name === 'days'
          ? m[2]
            ? daysBetween(m[1]!, m[2])
            : [...(m[1]! + (m[3] ?? ''))].filter((c) => /[一二三四五六日天]/.test(c)).flatMap((c) => daysBetween(c, c))
          : /工作日/.test(m[0])
            ? [1, 2, 3, 4, 5]
            : /末|双休/.test(m[0])
              ? [6, 7]
              : [1, 2, 3, 4, 5, 6, 7];
      // 9:00-12:00（工作日）: the days stand behind their times.
      if (group.spans.length && !group.days.length && !groups.length) group.days = days;
      else if (!group.spans.length && group.days.length && !groups.some((one) => one.days === group.days))
        group.days = [...new Set([...group.days, ...days])];
      else start({ days });
    } else if (name === 'note') group.byAppointment = true;
    else if (name === 'allday') group.spans.push({ from: 0, to: 1440 });
    else if (name === 'span') {
      const part = m[1] ?? half;
      const from = minutes(m[2]!, m[4], m[3], part);
      group.spans.push({ from, to: minutes(m[6]!, m[8], m[7], m[5] ?? part) });
    } else if (name === 'skip') {
      if (/^[上下]午$/.test(m[0])) half = m[0];
      // A new clause has its own part of the day.
      else if (/[;。]/.test(m[0])) half = undefined;
    }
  }
  start({});
  if (restsAtWeekends) for (const one of groups) if (!one.days.length) one.days = [1, 2, 3, 4, 5];
  const spans = groups.flatMap(({ days, season, byAppointment, spans }) =>
    spans.map(({ from, to }): OfficeSpan => ({ days, from, to, season, byAppointment })),
  );
  const left = pauses.reduce<OfficeSpan[]>(
    (list, { day, part }) =>
      list.flatMap((span) => {
        const hit = part === '上午' ? span.from < 720 : part === '下午' ? span.to > 720 : true;
        if (!hit || !span.days.includes(day)) return [span];
        // A stretch over noon loses its half.
        const kept =
          part && span.from < 720 && span.to > 720
            ? [{ ...span, days: [day], ...(part === '上午' ? { from: 720 } : { to: 720 }) }]
            : [];
        return [{ ...span, days: span.days.filter((one) => one !== day) }, ...kept];
      }),
    spans,
  );
  return { spans: left.filter(({ days }) => days.length || !pauses.length), holidays };
}

const inSeason = ({ season }: OfficeSpan, day: number): boolean =>
  !season || (season[0] <= season[1] ? day >= season[0] && day <= season[1] : day >= season[0] || day <= season[1]);

/** Nothing where times run backwards, days are missing, or two stretches of one day overlap. */
function checked(hours: OfficeHours | undefined): OfficeHours | undefined {
  const { spans = [] } = hours ?? {};
  if (!spans.length || spans.length > 100) return undefined;
  for (const { days, from, to } of spans)
    if (!days.length || days.some((day) => !(day >= 1 && day <= 7)) || !(from < to) || to > 1440) return undefined;
  for (let i = 0; i < spans.length; i++)
    for (let k = 0; k < i; k++) {
      const [a, b] = [spans[i]!, spans[k]!];
      const together =
        a.season && b.season ? [...a.season, ...b.season].some((d) => inSeason(a, d) && inSeason(b, d)) : true;
      if (together && a.days.some((day) => b.days.includes(day)) && a.from < b.to && b.from < a.to) return undefined;
    }
  return hours;
}

/** The stretches of one calendar day in order, and why there are none; `undefined` when it cannot be told. */
function planOf({ spans, holidays }: OfficeHours, calendar: Calendar, day: string, ofWeek: number) {
  const now = +day.slice(5).replace('-', '');
  const on = (number: number) =>
    spans
      .filter((span) => span.days.includes(number) && inSeason(span, now))
      .sort((a, b) => a.from - b.from || a.to - b.to);
  const { kind, isWorkday, name, certain } = calendar.reason(day);
  const key = (list: readonly OfficeSpan[]) =>
    list.map(({ from, to, byAppointment }) => [from, to, !!byAppointment]).join();
  const plan = on(ofWeek || 7);
  // Open every day alike: no calendar changes that.
  if (holidays === 'open' && [1, 2, 3, 4, 5, 6, 7].every((one) => key(on(one)) === key(plan))) return { spans: plan };
  if (!certain) return undefined;
  if (kind === 'holiday' || kind === 'siteRest') {
    if (holidays === 'open') return { spans: plan };
    if (holidays === 'closed' || !spans.some(({ days }) => days.includes(6) || days.includes(7)))
      return { spans: [], holiday: name ?? '' };
    return undefined;
  }
  // 调休上班: the hours of a weekday, where all weekdays have the same.
  if (isWorkday && ofWeek % 6 === 0)
    return [2, 3, 4, 5].every((one) => key(on(one)) === key(on(1))) ? { spans: on(1) } : undefined;
  return { spans: plan };
}

/**
 * Whether an office is open at a moment, by Beijing time wherever the device is, and when it opens next.
 * @param now milliseconds since 1970 (`Date.now()`)
 * @returns `undefined` when it cannot be told: the calendar has no data for the day, or the source says nothing about
 *   holidays for an office that also opens at weekends
 */
export function officeState(hours: OfficeHours, calendar: Calendar, now: number): OfficeState | undefined {
  const local = now + 8 * 3600000;
  const today = Math.floor(local / 86400000);
  const minute = Math.floor((local - today * 86400000) / 60000);
  const planAt = (n: number) => planOf(hours, calendar, fromDayNumber(n), weekday(n));
  const plan = planAt(today);
  if (!plan) return undefined;
  const { spans, holiday } = plan;
  const current = spans.find(({ from, to }) => from <= minute && minute < to);
  const later = spans.find(({ from, byAppointment }) => from > minute && !byAppointment);
  if (current) {
    // 8:30-12:00 and 12:00-14:00 are one stretch.
    let until = current.to;
    for (const one of spans) if (one.from === until && !one.byAppointment === !current.byAppointment) until = one.to;
    const after = spans.find(({ from, byAppointment }) => from >= until && !byAppointment);
    return {
      state: current.byAppointment ? 'appointment' : 'open',
      until,
      ...(after ? { resumes: after.from } : {}),
    };
  }
  if (later)
    return {
      state: spans[0] === later || spans[0]!.from > minute ? 'before' : 'break',
      next: { day: fromDayNumber(today), at: later.from },
    };
  let next: OfficeState['next'];
  for (let n = today + 1; n < today + 31; n++) {
    const coming = planAt(n);
    if (!coming) break;
    const first = coming.spans.find(({ byAppointment }) => !byAppointment);
    if (!first) continue;
    next = { day: fromDayNumber(n), at: first.from };
    break;
  }
  // Nor does a day on which only those with an appointment come.
  const regular = spans.find(({ byAppointment }) => !byAppointment);
  return {
    state: regular ? 'after' : holiday === undefined ? 'rest' : 'holiday',
    ...(next ? { next } : {}),
    ...(holiday ? { holiday } : {}),
  };
}
