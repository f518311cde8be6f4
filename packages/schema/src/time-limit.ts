// 时限：公开时限、法定与承诺办结时限、环节时限。原文一律保留，读得懂的才给出类型与数值，读不懂的不猜。
import * as z from 'zod/mini';
import { Count, text } from './common.js';
import { readTimeLimit, TIME_LIMIT_RAW_MAX } from './time-limit-text.js';

export { readTimeLimit, TIME_LIMIT_RAW_MAX };

/**
 * 时限. `value` is required for `workingDays`, `calendarDays` and `months`. Further fields survive.
 * - `kind`: `workingDays` 工作日 · `calendarDays` 日（自然日） · `months` 月 · `immediate` 即时、当场、当日、即办 · `realtime` 实时 ·
 *   `timely` 及时、随时 · `periodic` 定期 · `longTerm` 长期、常年 · `fixedDate` 每年1月31日前 · `unspecified` not said or not read
 * - `startsFrom`: the event after which day 1 follows (民法典第201条): `informationFormed` 信息形成或者变更 · `received` 收到 ·
 *   `accepted` 受理 · `decided` 作出决定 · `approved` 批复、批准 · `noticed` 通知、告知 · `other`
 * - `period`: for `periodic`, and for a `fixedDate` that returns; absent when the source says 定期 and no more
 * - `atLeast`: the value is a minimum (公示不少于5天), not a deadline
 */
export const TimeLimit = /*@__PURE__*/ (() =>
  z
    .looseObject({
      raw: text(TIME_LIMIT_RAW_MAX, 1),
      kind: z.enum([
        'workingDays',
        'calendarDays',
        'months',
        'immediate',
        'realtime',
        'timely',
        'periodic',
        'longTerm',
        'fixedDate',
        'unspecified',
      ]),
      value: z.optional(Count),
      startsFrom: z.optional(
        z.enum(['informationFormed', 'received', 'accepted', 'decided', 'approved', 'noticed', 'other']),
      ),
      period: z.optional(z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly'])),
      basis: z.optional(text(2000)),
      atLeast: z.optional(z.boolean()),
    })
    .check(
      z.refine((limit) => limit.value !== undefined || !/Days$|^months$/.test(limit.kind), { error: 'value_missing' }),
    ))();
export type TimeLimit = z.infer<typeof TimeLimit>;

/** A {@link TimeLimit}, or the text that stands in the source, which is then read by {@link readTimeLimit}. */
export const TimeLimitInput = /*@__PURE__*/ (() =>
  z.union([
    TimeLimit,
    z.pipe(
      text(TIME_LIMIT_RAW_MAX, 1),
      z.transform((source: string) => readTimeLimit(source)),
    ),
  ]))();
export type TimeLimitInput = TimeLimit | string;
