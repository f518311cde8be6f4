/** 投诉、举报、咨询、求助、意见、建议 (`Complaint`): what a citizen sends and how it goes on; domain §4. */
import * as z from 'zod/mini';
import { Count, DateOnly, DateTime, LocalizedText, OrgInput, OrgRef, listOf, text } from './common.js';
import { findIssues } from './issues.js';
import type { Issue } from './problem.js';
import { checkName } from './codes/name.js';
import { codePointLength } from './codes/text.js';
import { checkMobile, checkPhone } from './codes/phone.js';

/** 类型: 咨询, 求助, 投诉, 举报, 意见, 建议, 表扬. */
export const complaintKinds = ['consult', 'help', 'complaint', 'report', 'opinion', 'suggestion', 'praise'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];
/** 实名, 匿名, 实名但要求保密. */
export const identityModes = ['realName', 'anonymous', 'realNameConfidential'] as const;
export type IdentityMode = (typeof identityModes)[number];

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

/** Limits of a letter in code points. A body may set its own (a 10–25 character title, 600 characters of text …). */
export const complaintLimits = { titleMin: 2, titleMax: 50, contentMin: 1, contentMax: 2000 } as const;

/** A text that `check` accepts, in the form which that check gives it (digits of a number, `·` in a name). */
const coded = (max: number, check: (value: string) => { ok: true; value: string } | { ok: false }) =>
  z.pipe(
    text(max).check(z.refine((value: string) => check(value).ok, { error: 'format' })),
    z.transform((value: string) => {
      const checked = check(value);
      return checked.ok ? checked.value : value;
    }),
  );

/** The fields of a letter alone, in the order of a form, without the rules between them. */
export const ComplaintFields = z.object({
  kind: z.enum(complaintKinds),
  title: text(200, 1),
  content: text(20000, 1),
  targetOrg: z.optional(OrgInput),
  /** 被反映对象: a person, a unit, or both. */
  accused: z.optional(
    z.object({ name: z.optional(text(50)), org: z.optional(text(200)), post: z.optional(text(100)) }),
  ),
  /** 问题发生地; `placeRegion` is its code of GB/T 2260. */
  place: z.optional(text(200)),
  placeRegion: z.optional(text(12)),
  /** 涉及人数. */
  peopleCount: z.optional(Count.check(z.refine((value: number) => value >= 1, { error: 'too_small' }))),
  identityMode: z.enum(identityModes),
  name: z.optional(coded(50, checkName)),
  mobile: z.optional(coded(20, checkMobile)),
  phone: z.optional(coded(30, checkPhone)),
  email: z.optional(
    text(200).check(z.refine((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), { error: 'format' })),
  ),
  address: z.optional(text(200)),
  /** 是否同意公开: asked for separately, false by default. */
  publicConsent: z.optional(z.boolean()),
  /** Subject that the letter is about, e.g. the code of a guide. */
  about: z.optional(text(200)),
  /** 告知: which version of the privacy notice was shown (个人信息保护法 第17条). */
  notice: z.optional(z.object({ version: text(50), shownAt: z.optional(DateTime) })),
  lang: z.optional(text(50)),
});

/** What the fields of a letter demand of each other: a name and one way to answer unless it is anonymous. */
const missingIdentity = (draft: unknown): Issue[] => {
  const { identityMode, name, mobile, phone, email } = (draft ?? {}) as Record<string, unknown>;
  if (identityMode !== 'realName' && identityMode !== 'realNameConfidential') return [];
  const issues: Issue[] = [];
  if (!name) issues.push({ path: ['name'], code: 'required' });
  if (!mobile && !phone && !email) issues.push({ path: ['mobile'], code: 'required' });
  return issues;
};

/**
 * What a citizen sends (draft, 来信). Collected is the minimum (个人信息保护法 第5、6条): a name and one way to answer
 * for real-name letters, nothing for anonymous ones. Consent to publication is false unless given (第25条).
 */
export const Complaint = ComplaintFields.check((payload) => {
  for (const { path, code } of missingIdentity(payload.value))
    payload.issues.push({ code: 'custom', message: code, path: [...path], input: undefined });
});
export type Complaint = z.infer<typeof Complaint>;

/** What a body demands beyond the schema: narrower limits (标题 10–25 字, 正文 ≤ 600 字 …) in code points, more fields. */
export interface ComplaintLimits {
  readonly titleMin?: number | undefined;
  readonly titleMax?: number | undefined;
  readonly contentMin?: number | undefined;
  readonly contentMax?: number | undefined;
  /** Names of fields that must be there, too; `accused|place` asks for one of the two. */
  readonly required?: readonly string[] | undefined;
}

/** Everything that is wrong with a draft, in the order of the fields; empty when it can be sent. */
export function checkComplaint(draft: unknown, limits: ComplaintLimits = {}): Issue[] {
  const issues = [...findIssues(ComplaintFields, draft), ...missingIdentity(draft)];
  const known = (field: string) => issues.some(({ path }) => path[0] === field);
  const value = (draft ?? {}) as Record<string, unknown>;
  for (const field of ['title', 'content'] as const) {
    if (known(field)) continue;
    const length = codePointLength(String(value[field]).trim());
    if (length < (limits[`${field}Min`] ?? complaintLimits[`${field}Min`]))
      issues.push({ path: [field], code: 'too_short' });
    else if (length > (limits[`${field}Max`] ?? complaintLimits[`${field}Max`]))
      issues.push({ path: [field], code: 'too_long' });
  }
  for (const need of limits.required ?? []) {
    const names = need.split('|');
    if (!names.some((name) => value[name] !== undefined)) issues.push({ path: [names[0]!], code: 'required' });
  }
  const order = Object.keys(ComplaintFields.shape);
  return issues.sort((a, b) => order.indexOf(String(a.path[0])) - order.indexOf(String(b.path[0])));
}

/** 办理期限的规则, as far as the service tells it: `value` in `unit`, counted from the day after `start`. */
export const DueRule = z.looseObject({
  value: Count,
  unit: z.enum(['workingDays', 'calendarDays', 'months']),
  start: z.optional(z.enum(['received', 'accepted', 'closed', 'answered'])),
  /** Official name and article of the source. */
  basis: z.optional(text(500)),
});
export type DueRule = z.infer<typeof DueRule>;

/** 受理回执: shown once. `queryCode` opens the case and is stored by the service only as a hash. */
export const Receipt = z.looseObject({
  ticketNo: text(50, 1),
  queryCode: text(50, 1),
  submittedAt: DateTime,
  dueAt: z.optional(DateOnly),
  /** True when the due date lies beyond the published working-day calendar. */
  dueProvisional: z.optional(z.boolean()),
  dueRule: z.optional(DueRule),
  targetOrg: z.optional(OrgRef),
});
export type Receipt = z.infer<typeof Receipt>;

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
  reply: z.optional(z.looseObject({ at: DateTime, unit: z.optional(LocalizedText), text: text(20000, 1) })),
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
