/** The last day of a promise, if the matter were accepted today, and how it was counted. Part of the full form. */
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  createCalendar,
  recentCalendarData,
  type Computed,
  type Guide,
} from '@zwgk/schema';
import type { FullView } from './guide-card.rows.js';

/** Which limit counts: the promise, or the law where there is no promise. */
export function dueOf(guide: Guide, today: string): Computed | undefined {
  const calendar = createCalendar(recentCalendarData);
  for (const [days, unit] of [
    [guide.promisedDays, guide.promisedUnit],
    [guide.statutoryDays, guide.statutoryUnit],
  ] as const) {
    // A nought is "none set" or "at once"; thousands of days are a slip of the pen, not a promise.
    if (!days || days > 1000) continue;
    if (unit === 'workday') return addWorkingDays(calendar, today, days);
    if (unit === 'day') return addCalendarDays(today, days, { rollOver: calendar });
    if (unit === 'month') return addMonths(today, days, { rollOver: calendar });
    if (unit === 'year' && days < 80) return addMonths(today, days * 12, { rollOver: calendar });
    return undefined;
  }
  return undefined;
}

const UNITS = { workingDays: 'workday', calendarDays: 'day', months: 'month' } as const;

/** Time that a note says is not counted; days of rest and the first day are never counted. */
const apartIn = (note: string): boolean =>
  /除外|不[计包含算]|另计|另行计算|扣除/.test(
    note.replace(
      /不[计包含算][^，。；）]*[假休]日|(?:[假休]日|当[日天])[^，。；）]*(?:除外|不[计包含算][^，。；）]*)/g,
      '',
    ),
  );
/** A period that begins otherwise than with the acceptance: 自评定机构出具评定结论之日起. */
const startsLater = (note: string): boolean => /自(?!受理(?:申请)?之日)[^，。；]*之日起/.test(note);

/** The date in one sentence, and what was counted, what was not, and how sure it is. */
export function tellDue(
  { text, guide, pick }: Pick<FullView, 'text' | 'guide' | 'pick'>,
  { date, provisional, explanation }: Computed,
  day: (value: string) => string,
): { readonly date: string; readonly how: string } {
  const { from, value, unit, rest, makeUp, rolledFrom } = explanation;
  const holidays = text.holiday as Readonly<Record<string, string>>;
  const apart = (guide.specialProcedures ?? []).filter(({ counted }) => counted === false);
  const note = pick(guide.promisedDays ? guide.promisedNote : guide.statutoryNote);
  const later = startsLater(note);
  const list = (parts: readonly string[]) => parts.join(text.list);
  return {
    date: text.due(day(date), later, apart.length > 0 || apartIn(note)),
    how: [
      text.dueStart(day(from), later, value, text.unit[UNITS[unit]]),
      rest.length &&
        !rolledFrom &&
        text.dueRest(
          list(
            rest.map(({ name = '', days, kind }) =>
              text.restDays(kind === 'weekend' ? text.weekend : (holidays[name] ?? name), days.length),
            ),
          ),
        ),
      makeUp.length && text.dueWork(list(makeUp.map((one) => day(one.day)))),
      rolledFrom && text.dueRolled(day(rolledFrom)),
      provisional && text.provisional,
      apart.length && text.notCounted(list(apart.map(({ name }) => pick(name)))),
    ]
      .filter(Boolean)
      .join(text.gap),
  };
}
