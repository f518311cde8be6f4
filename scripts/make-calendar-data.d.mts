/** The source text of packages/schema/src/calendar-data.ts. */
export function makeCalendarData(): Promise<string>;
