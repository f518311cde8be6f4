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

/** The date in one sentence, and what was counted, what was not, and how sure it is. */
export function tellDue(
  { text, guide, pick }: Pick<FullView, 'text' | 'guide' | 'pick'>,
  { date, provisional, explanation }: Computed,
  day: (value: string) => string,
): { readonly date: string; readonly how: string } {
  const { from, value, unit, rest, makeUp, rolledFrom } = explanation;
  const holidays = text.holiday as Readonly<Record<string, string>>;
  const apart = (guide.specialProcedures ?? []).filter(({ counted }) => counted === false);
  const list = (parts: readonly string[]) => parts.join(text.list);
  return {
    date: text.due(day(date)),
    how: [
      text.dueStart(day(from), value, text.unit[UNITS[unit]]),
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
      .join(' '),
  };
}
