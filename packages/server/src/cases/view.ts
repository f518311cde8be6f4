/** A case as its holder and as staff see it: one function each, so that nothing leaves by another way. */
import {
  complaintTransitions,
  type Calendar,
  type CaseFile,
  type Complaint,
  type ComplaintCase,
  type DeadlinePolicy,
  type DueDate,
} from '@zwgk/schema';
import type { ComplaintEventRow, ComplaintRow } from '../store/tables.js';
import type { Vault } from '../vault.js';
import { beijing, dueOf } from './due.js';
import { seesAccused, seesPerson, withdrawable, writable, type Role } from './machine.js';

/** What an event holds besides its columns. */
export interface EventDetail {
  /** Told to the citizen where the event is public. */
  readonly note?: string | undefined;
  readonly text?: string | undefined;
  readonly level?: number | undefined;
  readonly reasons?: readonly string[] | undefined;
  readonly days?: number | undefined;
  readonly approver?: string | undefined;
  /** Asked for, and waiting for the approver. */
  readonly pending?: boolean | undefined;
  readonly from?: 'citizen' | 'unit' | undefined;
  readonly attachments?: readonly CaseFile[] | undefined;
  /** Name of the unit, where the step named one; the column holds its hash. */
  readonly unitName?: string | undefined;
}
/** `unit` is the name here, as far as the sealed texts tell it. */
export type CaseEvent = Omit<ComplaintEventRow, 'seq' | 'at' | 'sealed' | 'key_hash' | 'body_hash'> &
  EventDetail & { readonly at: Date };

export interface Clock {
  readonly policy: DeadlinePolicy;
  readonly calendar: Calendar;
  readonly now: () => number;
}

/** Who looks: a staff member with a role, and with a unit where the role is bound to one. */
export interface Staff {
  readonly name: string;
  readonly role: Role;
  readonly unit: string | null;
}

export const sealEvent = (vault: Vault, ticketNo: string, detail: EventDetail): string | null =>
  Object.values(detail).some((value) => value !== undefined) ? vault.seal('event', ticketNo, detail) : null;

export function openEvent(
  vault: Vault,
  row: Pick<ComplaintEventRow, 'ticket_no' | 'actor' | 'verb' | 'state' | 'unit' | 'is_public' | 'sealed'> & {
    at: Date;
  },
): CaseEvent {
  const { ticket_no, at, actor, verb, state, unit, is_public, sealed } = row;
  const detail = sealed ? (vault.open('event', ticket_no, sealed) as EventDetail) : {};
  return { ticket_no, at, actor, verb, state, unit, is_public, ...detail };
}

export const openDraft = (
  vault: Vault,
  row: Pick<ComplaintRow, 'key_hash' | 'sealed' | 'kind'>,
): Complaint | undefined =>
  row.sealed === null ? undefined : (vault.open(`letter ${row.kind}`, row.key_hash, row.sealed) as Complaint);

/** Name of the unit that a letter is addressed to. */
export function unitOf({ targetOrg }: Complaint): string | undefined {
  const name = targetOrg?.name;
  return (typeof name === 'string' ? name : name?.['zh-Hans'])?.trim() || undefined;
}

/** Files as readers are told of them. */
export const filesOf = (files: readonly CaseFile[]): CaseFile[] =>
  files.map(({ id, name, type, size }) => ({ id, name, type, size }));

/** The rule of a due date, as receipt and case carry it, and how the day was found. */
export function dueView(due: DueDate) {
  if (!('date' in due)) return {};
  const { rule, explanation, startedOn, extended, paused, cappedBy, issues, status } = due;
  const { value, unit, start, basis } = rule;
  return {
    dueAt: due.date,
    dueProvisional: due.provisional,
    dueRule: { id: rule.id, stage: rule.stage, value, unit, start, basis },
    due: {
      status,
      startedOn,
      extended,
      paused,
      ...(cappedBy
        ? { cappedBy: { id: cappedBy.id, value: cappedBy.value, unit: cappedBy.unit, basis: cappedBy.basis } }
        : {}),
      issues,
      explanation: {
        ...explanation,
        rest: explanation.rest.map((group) => ({ ...group })),
        makeUp: explanation.makeUp.map((day) => ({ ...day })),
      },
    },
  };
}

/** What the holder of a code may do now. */
function actionsOf(row: Pick<ComplaintRow, 'state'>, events: readonly CaseEvent[]): string[] {
  const { state } = row;
  const reopened = events.some(({ verb }) => verb === 'reopen');
  return [
    ...(writable.includes(state) ? ['addMessage'] : []),
    ...(withdrawable.includes(state) ? ['withdraw'] : []),
    ...(complaintTransitions[state].includes('reopened') && !reopened ? ['reopen'] : []),
    ...(complaintTransitions[state].includes('rated') ? ['rate'] : []),
  ];
}

/** 办件 for its holder: no name, no contact data, nothing that staff wrote for themselves. */
export function caseView(
  row: Omit<ComplaintRow, 'submitted_at' | 'held'> & { submitted_at: Date },
  events: readonly CaseEvent[],
  draft: Complaint | undefined,
  clock: Clock,
  intakeUnit: string | undefined,
): ComplaintCase {
  const shown = events.filter(({ is_public }) => is_public);
  const messages = shown.filter(({ verb, text }) => verb === 'message' && text);
  const sent = events.find(({ verb }) => verb === 'submit')?.attachments;
  const reply = [...shown].reverse().find(({ verb, state }) => verb === 'reply' && state === 'replied');
  const rating = [...shown].reverse().find(({ verb }) => verb === 'rate');
  const last = shown[shown.length - 1];
  const holder = [...shown].reverse().find(({ unit }) => unit);
  const heldBy = holder?.unit ?? intakeUnit;
  const due = dueOf(row.kind, events, new Date(clock.now()), clock.policy, clock.calendar);
  return {
    ticketNo: row.ticket_no,
    kind: row.kind,
    title: draft?.title ?? '',
    ...(draft ? { content: draft.content } : { purged: true }),
    ...(sent ? { attachments: filesOf(sent) } : {}),
    state: row.state,
    submittedAt: beijing(row.submitted_at),
    ...(last ? { updatedAt: beijing(last.at) } : {}),
    ...dueView(due),
    ...(draft?.targetOrg ? { targetOrg: draft.targetOrg } : {}),
    ...(heldBy ? { heldBy } : {}),
    ...(holder ? { heldSince: beijing(holder.at) } : {}),
    // Messages stand in a list of their own; a step that only passes through a state is a line of the history all the same.
    log: shown
      .filter(({ verb }) => verb !== 'message' && verb !== 'publish')
      .map(({ at, state, unit, verb, note }) => ({
        at: beijing(at),
        state,
        step: verb,
        ...(unit ? { unit } : {}),
        ...(note ? { note } : {}),
      })),
    ...(messages.length
      ? {
          messages: messages.map(({ at, from = 'unit', text, unit, attachments }) => ({
            at: beijing(at),
            from,
            text: text!,
            ...(unit ? { unit } : {}),
            ...(attachments ? { attachments: filesOf(attachments) } : {}),
          })),
        }
      : {}),
    ...(reply?.text
      ? {
          reply: {
            at: beijing(reply.at),
            text: reply.text,
            ...(reply.unit ? { unit: reply.unit } : {}),
            ...(reply.attachments ? { attachments: filesOf(reply.attachments) } : {}),
          },
        }
      : {}),
    ...(rating?.level
      ? {
          rating: {
            level: rating.level,
            at: beijing(rating.at),
            ...(rating.reasons ? { reasons: rating.reasons } : {}),
          },
        }
      : {}),
    ...(events.some(({ verb }) => verb === 'withdraw') ? { withdrawn: true } : {}),
    actions: actionsOf(row, events) as NonNullable<ComplaintCase['actions']>,
  };
}

/** 办件 for staff: what the holder sees, the whole history with its actors, and as much of the person as the role allows. */
export function staffView(
  staff: Staff,
  holderView: ComplaintCase,
  row: Pick<ComplaintRow, 'identity_mode' | 'public_consent' | 'kind'> & { readonly held: boolean },
  unit: string | undefined,
  events: readonly CaseEvent[],
  draft: Complaint | undefined,
) {
  const { identity_mode: mode } = row;
  const person = mode !== 'anonymous' && seesPerson[mode].includes(staff.role);
  const accused = seesAccused.includes(staff.role);
  const { name, mobile, phone, email, address, place, placeRegion, peopleCount, about } = draft ?? {};
  const { content, messages, reply, title, attachments, ...rest } = holderView;
  // 监督岗 watches the handling, not the people: of a 举报 it sees states and days only.
  const text =
    row.kind !== 'report' || accused
      ? { title, content, messages, reply, attachments }
      : { title: '', log: rest.log.map(({ note: _words, ...line }) => line) };
  const { actions: _holderActions, ...view } = { ...rest, ...text };
  return {
    ...view,
    identityMode: mode,
    publicConsent: row.public_consent,
    ...(unit ? { unit } : {}),
    ...(row.held ? { held: true } : {}),
    ...(person ? { person: { name, mobile, phone, email, address } } : {}),
    ...(accused && draft?.accused ? { accused: draft.accused } : {}),
    ...(!('content' in text) || text.content === undefined ? {} : { place, placeRegion, peopleCount, about }),
    events: events.map(({ at, actor, verb, state, unit, is_public, note, days, approver, pending }) => ({
      at: beijing(at),
      actor,
      step: verb,
      state,
      unit: unit ?? undefined,
      public: is_public,
      ...(!('content' in text) || text.content === undefined ? {} : { note }),
      days,
      approver,
      ...(pending ? { pending } : {}),
    })),
  };
}
