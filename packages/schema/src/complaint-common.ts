/** 投诉与办件共用: kinds of letters, ways to sign them, the rule of a due date; domain §4. */
import * as z from 'zod/mini';
import { Count, listOf, text } from './common.js';

/** 类型: 咨询, 求助, 投诉, 举报, 意见, 建议, 表扬. */
export const complaintKinds = ['consult', 'help', 'complaint', 'report', 'opinion', 'suggestion', 'praise'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];
/** 实名, 匿名, 实名但要求保密. */
export const identityModes = ['realName', 'anonymous', 'realNameConfidential'] as const;
export type IdentityMode = (typeof identityModes)[number];

/** 办理期限的规则, as far as the service tells it: `value` in `unit`, counted from the day after `start`. */
export const DueRule = z.looseObject({
  value: Count,
  unit: z.enum(['workingDays', 'calendarDays', 'months']),
  start: z.optional(z.enum(['received', 'accepted', 'closed', 'answered'])),
  /** Official name and article of the source. */
  basis: z.optional(text(500)),
});
export type DueRule = z.infer<typeof DueRule>;

/** 附件 of a letter or a message: at most so many, each of at most so many bytes (domain §4.2). */
export const attachmentLimits = { count: 5, bytes: 10485760 } as const;

/** Endings that a service takes; it judges by content, and content and ending must agree. */
export const attachmentTypes = [
  'jpg',
  'jpeg',
  'png',
  'gif',
  'webp',
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'txt',
  'mp3',
  'mp4',
] as const;

/** What a letter or message names of its files: the `id` that the upload was given, which is a secret of the sender. */
export const AttachmentKeys = listOf(z.object({ id: text(100, 1) }), attachmentLimits.count);

/** A file of a case, as its holder and staff are told of it; its bytes are asked for by `id`. */
export const CaseFile = z.looseObject({ id: text(100, 1), name: text(300), type: text(100), size: Count });
export type CaseFile = z.infer<typeof CaseFile>;
