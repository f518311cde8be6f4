/** The last day of a promise, if the matter were accepted today. Loaded when a guide is shown in full. */
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  createCalendar,
  recentCalendarData,
  type Computed,
  type Guide,
} from '@zwgk/schema';

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
