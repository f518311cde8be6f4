/** The clock of a case: which rule runs, since when, with which extensions and pauses. */
import {
  dueDate,
  today,
  type Calendar,
  type ComplaintKind,
  type ComplaintState,
  type DeadlinePolicy,
  type DueDate,
  type GrantedExtension,
  type Pause,
} from '@zwgk/schema';

/** What the clock needs of an event. */
export interface ClockEvent {
  readonly at: Date;
  readonly verb: string;
  readonly state: ComplaintState;
  readonly days?: number | undefined;
}

export const dayOf = (moment: Date): string => today(moment);

/** The due date after these events; `asOf` is today, for a pause that still lasts. */
export function dueOf(
  kind: ComplaintKind,
  events: readonly ClockEvent[],
  asOf: Date,
  policy: DeadlinePolicy,
  calendar: Calendar,
): DueDate {
  // 重办 starts the clock anew: what was before belongs to the first answer.
  const from = events.reduce((found, event, i) => (event.verb === 'reopen' ? i : found), 0);
  const current = events.slice(from);
  const first = (test: (event: ClockEvent) => boolean) => {
    const event = current.find(test);
    return event && dayOf(event.at);
  };
  const pauses: Pause[] = [];
  const extensions: GrantedExtension[] = [];
  let asked: string | undefined;
  for (const event of current) {
    if (asked === undefined && event.state === 'supplementing') asked = dayOf(event.at);
    else if (asked !== undefined && event.state !== 'supplementing') {
      pauses.push({ from: asked, to: dayOf(event.at) });
      asked = undefined;
    }
    // A request that nobody has approved yet stays in its state, and moves nothing.
    if ((event.verb === 'extend' || event.verb === 'approve') && event.state === 'extended' && event.days)
      extensions.push({ value: event.days, on: dayOf(event.at) });
  }
  if (asked !== undefined) pauses.push({ from: asked });
  const closedOn = first(({ state }) => state === 'closed');
  return dueDate(
    policy,
    {
      kind,
      // 举报 has no time for the answer in law, but one for telling its acceptance and one for its result.
      stage: kind !== 'report' ? 'answer' : closedOn ? 'result' : 'accept',
      receivedOn: dayOf(current[0]!.at),
      acceptedOn: first(({ state }) => state === 'accepted'),
      closedOn,
      answeredOn: first(({ state }) => state === 'replied'),
      extensions,
      pauses,
      asOf: dayOf(asOf),
    },
    calendar,
  );
}

/** What is stored and shown of it. */
export function dueFields(due: DueDate): { due_at: string | null; due_provisional: boolean } {
  return 'date' in due
    ? { due_at: due.date, due_provisional: due.provisional }
    : { due_at: null, due_provisional: false };
}

/** RFC 3339 in Beijing time, to the second: `2026-02-10T10:05:00+08:00`. */
export function beijing(moment: Date): string {
  return `${new Date(moment.getTime() + 8 * 3600000).toISOString().slice(0, 19)}+08:00`;
}
