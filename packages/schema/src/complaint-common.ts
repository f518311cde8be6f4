/** 投诉与办件共用: kinds of letters, ways to sign them, the rule of a due date; domain §4. */
import * as z from 'zod/mini';
import { Count, text } from './common.js';

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
