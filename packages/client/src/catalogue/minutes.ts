/** Days and moments of entries as minutes, for order and ranges. */

/**
 * The minute (since 1970, UTC) of a day or date-time, NaN for anything else. A day is its first minute in
 * Asia/Shanghai; times without an offset are Beijing time. 1970-01-01 is how many systems print "none".
 */
export function minuteOf(value: unknown): number {
  if (typeof value !== 'string' || value.length < 10) return NaN;
  // Hundred thousand of them are read before the first rows stand: no regular expression, no parts cut out.
  const two = (at: number) => value.charCodeAt(at) * 10 + value.charCodeAt(at + 1) - 528;
  const month = two(5);
  const day = two(8);
  let minute = Date.UTC(two(0) * 100 + two(2), month - 1, day) / 60000 - 480;
  if (!(month > 0 && month < 13 && day > 0 && day < 32 && minute > 0)) return NaN;
  if (day > 28 && new Date((minute + 480) * 60000).getUTCDate() !== day) return NaN;
  if (value.length > 15) {
    minute += two(11) * 60 + two(14);
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
