/** Days and moments of entries as minutes, for order and ranges. */

/** First minutes of the months of 1970 to 2097; 0: not asked for yet. */
const months = new Float64Array(128 * 12);
/** The first minute of a month (from 0, also beyond 11), as if Beijing were UTC. */
function monthStart(year: number, month: number): number {
  const at = (year - 1970) * 12 + month;
  if (!(at > 0 && at < months.length)) return Date.UTC(year, month) / 60000;
  return (months[at]! ||= Date.UTC(year, month) / 60000);
}

/** The number that two digits make. */
const two = (text: string, at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

/**
 * The minute (since 1970, UTC) of a day or date-time, NaN for anything else. A day is its first minute in
 * Asia/Shanghai; times without an offset are Beijing time. 1970-01-01 is how many systems print "none".
 */
export function minuteOf(value: unknown): number {
  if (typeof value !== 'string' || value.length < 10) return NaN;
  // Hundred thousand of them are read before the first rows stand: no closures, no parts cut out.
  const year = two(value, 0) * 100 + two(value, 2);
  const month = two(value, 5) - 1;
  const day = two(value, 8);
  if (!(month >= 0 && month < 12 && day > 0)) return NaN;
  const midnight = monthStart(year, month) + (day - 1) * 1440;
  if (day > 28 && midnight >= monthStart(year, month + 1)) return NaN;
  let minute = midnight - 480;
  if (!(minute > 0)) return NaN;
  if (value.length > 15) {
    minute += two(value, 11) * 60 + two(value, 14);
    const offset = /(Z)$|([+-])(\d\d):?(\d\d)$/.exec(value.slice(16));
    if (offset) minute += 480 - (offset[1] ? 0 : +(offset[2]! + 1) * (+offset[3]! * 60 + +offset[4]!));
  }
  return minute;
}
/** When an entry was published, else formed (成文), as {@link minuteOf}. */
export const whenOf = (entry: Readonly<Record<string, unknown>>): number => {
  const published = minuteOf(entry['publishedAt']);
  return published === published ? published : minuteOf(entry['formedDate']);
};

/** The day of such a minute in Asia/Shanghai, `YYYY-MM-DD`; empty for NaN. */
export const dayOfMinute = (minute: number): string =>
  minute === minute ? new Date((minute + 480) * 60000).toISOString().slice(0, 10) : '';
