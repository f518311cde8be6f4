/** The last day of a promise, if the matter were accepted today, and how it was counted. Loaded with the full form. */
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  createCalendar,
  recentCalendarData,
  type Computed,
  type Guide,
} from '@zwgk/schema';
import type { GuideCardDueTable } from './guide-card.due.messages.js';
import type { View } from './guide-card.view.js';

export { guideCardDueMessages } from './guide-card.due.messages.js';

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
  words: GuideCardDueTable,
  { text, guide, pick }: Pick<View, 'text' | 'guide' | 'pick'>,
  { date, provisional, explanation }: Computed,
  day: (value: string) => string,
): { readonly date: string; readonly how: string } {
  const { from, value, unit, rest, makeUp, rolledFrom } = explanation;
  const holidays = words.holiday as Readonly<Record<string, string>>;
  const apart = (guide.specialProcedures ?? []).filter(({ counted }) => counted === false);
  const list = (parts: readonly string[]) => parts.join(text.list);
  return {
    date: words.due(day(date)),
    how: [
      words.dueStart(day(from), value, text.unit[UNITS[unit]]),
      rest.length &&
        !rolledFrom &&
        words.dueRest(
          list(
            rest.map(({ name = '', days, kind }) =>
              words.restDays(kind === 'weekend' ? words.weekend : (holidays[name] ?? name), days.length),
            ),
          ),
        ),
      makeUp.length && words.dueWork(list(makeUp.map((one) => day(one.day)))),
      rolledFrom && words.dueRolled(day(rolledFrom)),
      provisional && words.provisional,
      apart.length && words.notCounted(list(apart.map(({ name }) => pick(name)))),
    ]
      .filter(Boolean)
      .join(' '),
  };
}
