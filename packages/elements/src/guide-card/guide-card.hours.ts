/** 正在办公，12:00休息: whether an office is open now, in a sentence; nothing where its hours are not understood. */
import {
  createCalendar,
  fromDayNumber,
  officeState,
  readOfficeHours,
  recentCalendarData,
  toDayNumber,
  weekday,
  type Guide,
  type LocalizedText,
  type OfficeState,
} from '@zwgk/schema';
import { formatDate } from '../shared/format.js';
import { own } from './guide-card.facts.js';
import type { FullView } from './guide-card.rows.js';

export interface OpenNow {
  readonly words: string;
  /** Somebody is at the window for everybody. */
  readonly open: boolean;
  /** Milliseconds until the sentence changes. */
  readonly changesIn: number;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Tomorrow, the day of the week within a week, else the date; the time alone for today. */
function nextOf({ text, today, lang }: FullView, { day, at }: NonNullable<OfficeState['next']>): string {
  const days = toDayNumber(day) - toDayNumber(today);
  const names = text.weekday as Readonly<Record<number, string>>;
  const name =
    days < 1
      ? ''
      : days < 2
        ? text.tomorrow
        : days < 7
          ? names[weekday(toDayNumber(day)) || 7]!
          : formatDate(day, lang);
  return text.nextAt(name, clock(at));
}

function wordsOf(view: FullView, { state, until = 0, resumes, next, holiday = '' }: OfficeState): string {
  const { text } = view;
  const opens = next ? nextOf(view, next) : '';
  if (state === 'open')
    return until > 1439 ? text.openNow : (resumes ? text.openThenRest : text.openUntil)(clock(until));
  if (state === 'appointment') return text.appointmentNow(clock(until));
  if (state === 'break') return text.noonRest(opens);
  if (state === 'before') return text.notYet(opens);
  const closed =
    state === 'after'
      ? text.closedNow
      : state === 'rest'
        ? text.restToday
        : text.holidayToday(own(text.holiday, holiday));
  return closed + (opens && text.opensNext(opens));
}

/** By the structured hours, else by the text as it was published in Chinese. */
export function openNow(
  view: FullView,
  hours: LocalizedText | undefined,
  structured: Guide['openingHours'],
): OpenNow | undefined {
  const source = structured ?? (typeof hours === 'string' ? hours : hours?.['zh-Hans']);
  const read = source && readOfficeHours(source);
  const { now, today } = view;
  const state = read && officeState(read, createCalendar(recentCalendarData), now);
  if (!state) return undefined;
  const { until, next } = state;
  const [day, at] = until === undefined ? [next?.day, next?.at ?? 0] : [today, until];
  const end = day === undefined ? Infinity : toDayNumber(day) * 864e5 + at * 6e4 - 288e5 - now;
  // At midnight "tomorrow" becomes "today".
  const midnight = toDayNumber(fromDayNumber(toDayNumber(today) + 1)) * 864e5 - 288e5 - now;
  return { words: wordsOf(view, state), open: state.state === 'open', changesIn: Math.min(end, midnight) };
}
