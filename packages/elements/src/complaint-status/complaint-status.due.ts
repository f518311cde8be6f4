/** 期限如何计算: the sentences for a due date, from the service's own account or counted here by the calendar. */
import { createCalendar, dateOfDateTime, explain, recentCalendarData } from '@zwgk/schema';
import type { ComplaintCase, DueAccount, Explanation } from '@zwgk/schema';
import type { LitElement } from 'lit';
import { formatDate } from '../shared/format.js';
import { MessagesController } from '../shared/messages.js';
import { dueMessages, type DueTable } from './complaint-status.due.messages.js';

type Account = NonNullable<DueAccount['explanation']>;
const DAY = 86400000;
/** Days between two calendar days; both are whole days, so the zone does not matter. */
const distance = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;

/** `2月15日至2月23日、5月1日` of a list of days in ascending order. */
function ranges(days: readonly string[], text: DueTable, lang: string): string {
  const runs: [string, string][] = [];
  for (const day of days) {
    const last = runs[runs.length - 1];
    if (last && distance(last[1], day) === 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs
    .map(([from, to]) =>
      from === to ? formatDate(from, lang) : text.range(formatDate(from, lang), formatDate(to, lang)),
    )
    .join(text.comma);
}

/**
 * How the due date of a case came about, sentence by sentence; empty when it has none. Where the service gives no
 * account of its own, the days between are counted by the published calendar and nothing is said about the rule.
 */
export function dueSentences(found: ComplaintCase, text: DueTable, lang: string): string[] {
  const { dueAt, dueRule: rule, due: account } = found;
  const from = account?.startedOn ?? dateOfDateTime(found.submittedAt);
  if (!dueAt || !from || from > dueAt || distance(from, dueAt) > 36600) return [];
  const day = (value: string) => formatDate(value, lang);
  const known = account?.explanation;
  const counted: Account | Explanation = known ?? explain(createCalendar(recentCalendarData), from, dueAt);
  const { unit, firstDay, rest, makeUp, rolledFrom, uncertainFrom } = counted;
  const unitWord = (rule && text.unit[rule.unit]) ?? '';
  const lines: string[] = [];
  if (rule) lines.push(text.rule(text.start[rule.start ?? 'received'], rule.value, unitWord, rule.basis ?? ''));
  if (known || rule?.unit === 'workingDays') {
    if (firstDay) lines.push(text.first(day(from), day(firstDay)));
    lines.push(
      unit === 'workingDays'
        ? text.counted(day(dueAt), counted.counted)
        : text.span(day(rolledFrom ?? dueAt), counted.counted),
    );
  } else lines.push(text.plain(day(from), day(dueAt), counted.counted, distance(from, dueAt)));
  if (unit === 'workingDays') {
    const names: Readonly<Record<string, string>> = text.holidayName;
    const passed = rest.map(({ kind, name = '', days }) =>
      kind === 'weekend'
        ? text.weekend(days.length)
        : text.holiday(names[name] ?? name, ranges(days, text, lang), days.length),
    );
    if (passed.length) lines.push(passed.join(text.and) + text.end);
    if (makeUp.length)
      lines.push(
        text.makeUp(
          ranges(
            makeUp.map((one) => one.day),
            text,
            lang,
          ),
        ),
      );
  }
  if (account?.extended) lines.push(text.extended(account.extended, unitWord));
  if (account?.paused) lines.push(text.paused(account.paused));
  if (rolledFrom) lines.push(text.rolled(day(rolledFrom)));
  if (account?.cappedBy) lines.push(text.capped(account.cappedBy.basis ?? ''));
  if (uncertainFrom) lines.push(text.uncertain(day(uncertainFrom)));
  return lines;
}

/** The sentences in the language of the page. */
export class Due {
  private _messages: MessagesController<DueTable>;
  constructor(host: LitElement) {
    this._messages = new MessagesController(host, dueMessages);
  }
  sentences = (found: ComplaintCase): string[] => dueSentences(found, this._messages.text, this._messages.lang);
}
