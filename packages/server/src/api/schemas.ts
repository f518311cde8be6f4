/** Shapes that only the service knows: lists, steps of holders and of staff. */
import { AttachmentKeys, ComplaintCase, Guide, Letter, isCleanText, codePointLength } from '@zwgk/schema';
import * as z from 'zod/mini';
import { roles } from '../cases/machine.js';

const text = (max: number) =>
  z.string().check(
    z.refine((value: string) => value.trim().length > 0, { error: 'required', abort: true }),
    z.refine((value: string) => codePointLength(value) <= max, { error: 'too_long', abort: true }),
    z.refine(isCleanText, { error: 'characters' }),
  );

export const Summary = z.object({
  id: z.string(),
  title: z.string(),
  org: z.optional(z.string()),
  updatedAt: z.optional(z.string()),
});
/** What `zwgk-guide-list` sorts and filters by. */
const { shape } = Guide;
export const GuideSummary = z.object({
  ...Summary.shape,
  serviceTargets: shape.serviceTargets,
  topicPerson: shape.topicPerson,
  topicOrg: shape.topicOrg,
  initial: shape.initial,
  caseVolume: shape.caseVolume,
  online: shape.online,
  promisedDays: shape.promisedDays,
  promisedUnit: shape.promisedUnit,
});
const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), total: z.number(), next: z.nullable(z.string()) });
export const SummaryPage = pageOf(Summary);
export const GuideSummaryPage = pageOf(GuideSummary);
export const LetterPage = pageOf(Letter);

const key = { queryCode: text(100), ticketNo: z.optional(text(50)) };
export const CaseKey = z.object(key);
export const FileKey = z.object({ ...key, id: text(100) });
const attachments = z.optional(AttachmentKeys);
export const MessageStep = z.object({ ...key, text: text(5000), attachments });
export const WithdrawStep = z.object({ ...key, reason: z.optional(text(1000)) });
export const ReopenStep = z.object({ ...key, reason: text(2000) });
export const RateStep = z.object({
  ...key,
  /** 5 非常满意 … 1 非常不满意. */
  level: z
    .number()
    .check(z.refine((level: number) => Number.isInteger(level) && level >= 1 && level <= 5, { error: 'format' })),
  reasons: z.optional(
    z.array(text(100)).check(z.refine((list: unknown[]) => list.length <= 20, { error: 'too_many' })),
  ),
  text: z.optional(text(1000)),
});

const unit = text(200);
const note = z.optional(text(2000));
const days = z
  .number()
  .check(z.refine((value: number) => Number.isInteger(value) && value >= 1 && value <= 365, { error: 'format' }));
/** What each step of staff demands. */
export const staffSteps = {
  accept: z.object({ note }),
  reject: z.object({ reason: text(2000) }),
  supplement: z.object({ reason: text(2000) }),
  assign: z.object({ unit, note }),
  transfer: z.object({ unit, reason: text(2000) }),
  return: z.object({ reason: text(2000) }),
  start: z.object({ note }),
  extend: z.object({ days, reason: text(2000), approver: text(100) }),
  approve: z.object({ note }),
  decline: z.object({ reason: text(2000) }),
  reply: z.object({ text: text(20000), attachments }),
  message: z.object({ text: text(5000), attachments }),
  close: z.object({ note }),
  archive: z.object({ note }),
  publish: z.object({ title: z.optional(text(200)), content: z.optional(text(20000)), reply: z.optional(text(20000)) }),
  hold: z.object({ reason: text(2000) }),
  release: z.object({ reason: text(2000) }),
} as const;

export const StaffCase = z.looseObject({ ...ComplaintCase.shape, title: z.string() });
export const StaffPage = pageOf(StaffCase);
/** Blanks around it would make two people of one name: 延期 is approved by name. */
const personName = z.pipe(
  text(100),
  z.transform((name: string) => name.trim()),
);
export const NewToken = z.object({ name: personName, role: z.enum(roles), unit: z.optional(text(200)) });

const size = z
  .number()
  .check(z.refine((value: number) => Number.isInteger(value) && value >= 0 && value <= 2 ** 40, { error: 'format' }));
export const NewUpload = z.object({ name: text(300), size });
export const UploadAnswer = z.object({
  id: z.string(),
  offset: z.number(),
  size: z.number(),
  complete: z.boolean(),
  name: z.optional(z.string()),
  type: z.optional(z.string()),
  sha256: z.optional(z.string()),
});
export const UploadStart = z.object({ id: z.string(), offset: z.number(), chunk: z.number() });
export const Challenge = z.object({ challenge: z.string(), difficulty: z.number(), expiresAt: z.string() });
