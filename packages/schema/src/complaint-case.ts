/** 办件 (`ComplaintCase`): how a letter goes on after it was received, and letters that are published; domain §4.3. */
import * as z from 'zod/mini';
import { Count, DateOnly, DateTime, LocalizedText, OrgRef, listOf, text } from './common.js';
import { CaseFile, DueRule, complaintKinds } from './complaint-common.js';

/** States of a case (§4.3), in the order of the table. */
export const complaintStates = [
  'submitted',
  'supplementing',
  'rejected',
  'accepted',
  'transferred',
  'assigned',
  'returned',
  'processing',
  'extended',
  'replied',
  'rated',
  'reopened',
  'closed',
  'archived',
] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** Which state may follow which: the state machine of §4.3 as data, for server and readers alike. */
export const complaintTransitions: Readonly<Record<ComplaintState, readonly ComplaintState[]>> = {
  submitted: ['accepted', 'rejected', 'supplementing', 'transferred'],
  supplementing: ['submitted', 'closed'],
  rejected: ['archived'],
  accepted: ['assigned', 'transferred'],
  transferred: ['accepted'],
  assigned: ['processing', 'returned'],
  returned: ['assigned'],
  processing: ['extended', 'replied'],
  extended: ['replied'],
  replied: ['rated', 'reopened', 'closed'],
  rated: ['closed', 'reopened'],
  reopened: ['processing'],
  closed: ['archived'],
  archived: [],
};

/** One line of the public history of a case. */
export const ComplaintLogEntry = z.looseObject({
  at: DateTime,
  state: z.enum(complaintStates),
  /** Which step it was, where the state alone does not tell: `withdraw`, `message` … */
  step: z.optional(text(50)),
  unit: z.optional(LocalizedText),
  note: z.optional(text(20000)),
});
export type ComplaintLogEntry = z.infer<typeof ComplaintLogEntry>;

/** A message between citizen and unit within a case. */
export const ComplaintMessage = z.looseObject({
  at: DateTime,
  from: z.enum(['citizen', 'unit']),
  text: text(20000, 1),
  unit: z.optional(LocalizedText),
  attachments: z.optional(listOf(CaseFile, 20)),
});
export type ComplaintMessage = z.infer<typeof ComplaintMessage>;

/** How a due date was counted: as `Explanation` of the calendar has it, with what extended, stopped or cut the period. */
export const DueAccount = z.looseObject({
  /** The day of the event, which is not counted itself. */
  startedOn: z.optional(DateOnly),
  /** Days (in the unit of the rule) that were added by extensions, and that were not counted because of pauses. */
  extended: z.optional(Count),
  paused: z.optional(Count),
  /** The legal maximum that ends the period earlier than the rule alone would. */
  cappedBy: z.optional(z.looseObject({ basis: z.optional(text(500)) })),
  explanation: z.optional(
    z.looseObject({
      unit: z.enum(['workingDays', 'calendarDays', 'months']),
      from: DateOnly,
      firstDay: z.optional(DateOnly),
      counted: Count,
      rest: listOf(z.looseObject({ kind: text(50), name: z.optional(text()), days: listOf(DateOnly) })),
      makeUp: listOf(z.looseObject({ day: DateOnly })),
      rolledFrom: z.optional(DateOnly),
      uncertainFrom: z.optional(DateOnly),
    }),
  ),
});
export type DueAccount = z.infer<typeof DueAccount>;

/** 办件 as its holder sees it: no name, no contact data. */
export const ComplaintCase = z.looseObject({
  ticketNo: text(50, 1),
  kind: z.enum(complaintKinds),
  title: text(200),
  content: z.optional(text(20000)),
  /** 附件 of the letter itself; those of messages stand with them. */
  attachments: z.optional(listOf(CaseFile, 20)),
  state: z.enum(complaintStates),
  submittedAt: DateTime,
  dueAt: z.optional(DateOnly),
  dueProvisional: z.optional(z.boolean()),
  dueRule: z.optional(DueRule),
  due: z.optional(DueAccount),
  targetOrg: z.optional(OrgRef),
  /** 现由谁办理. */
  heldBy: z.optional(LocalizedText),
  heldSince: z.optional(DateTime),
  /** 已撤回 by the holder; the state is `closed` then. */
  withdrawn: z.optional(z.boolean()),
  log: listOf(ComplaintLogEntry, 1000),
  messages: z.optional(listOf(ComplaintMessage, 1000)),
  reply: z.optional(
    z.looseObject({
      at: DateTime,
      unit: z.optional(LocalizedText),
      text: text(20000, 1),
      attachments: z.optional(listOf(CaseFile, 20)),
    }),
  ),
  rating: z.optional(z.looseObject({ level: Count })),
  /** What the holder may do now. */
  actions: z.optional(listOf(z.enum(['addMessage', 'withdraw', 'reopen', 'rate']), 10)),
});
export type ComplaintCase = z.infer<typeof ComplaintCase>;

/** 公开答复的来信. Published only with consent and masked. */
export const Letter = z.looseObject({
  id: text(100, 1),
  kind: z.enum(complaintKinds),
  title: text(200, 1),
  content: text(20000),
  submittedAt: DateTime,
  acceptedAt: z.optional(DateTime),
  repliedAt: z.optional(DateTime),
  unit: z.optional(LocalizedText),
  reply: z.optional(text(20000)),
});
export type Letter = z.infer<typeof Letter>;
