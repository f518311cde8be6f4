/** 投诉、举报、咨询、求助、意见、建议 (`Complaint`): what a citizen sends, and the receipt; domain §4.2. */
import * as z from 'zod/mini';
import { Count, DateOnly, DateTime, OrgInput, OrgRef, text } from './common.js';
import { AttachmentKeys, DueRule, complaintKinds, identityModes } from './complaint-common.js';
import { findIssues } from './issues.js';
import type { Issue } from './problem.js';
import { checkName } from './codes/name.js';
import { codePointLength } from './codes/text.js';
import { checkMobile, checkPhone } from './codes/phone.js';

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
  /** 附件: files that were uploaded before, at most 5. */
  attachments: z.optional(AttachmentKeys),
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
  /** 电子签名: compact JWS (ES256) of the service over number, body, times and a hash of the letter. */
  signature: z.optional(text(4000)),
});
export type Receipt = z.infer<typeof Receipt>;
