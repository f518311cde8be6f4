/** 办件进度 (`GuideCase`): where one application stands, as a unit's own case system tells it (domain §3.6). */
import * as z from 'zod/mini';
import { Count, DateTime, localized, text } from './common.js';

/** 办件状态: 02 收件, 05 受理, 06 补齐补正, 07 不予受理, 10 办结, 11 挂起, 12 在办, 13 退件. */
export const guideCaseStates = ['02', '05', '06', '07', '10', '11', '12', '13'] as const;

/** Names no person: it is fetched by whoever has the number. Other codes of `state` are shown as they are. */
export const GuideCase = z.looseObject({
  /** 办件编号. */
  caseNo: z.optional(text(100)),
  state: z.optional(text(50)),
  /** The present step: id of a node of the chart, and number or name of a step of the guide. */
  node: z.optional(text(100)),
  step: z.optional(Count),
  stage: z.optional(localized(200)),
  updatedAt: z.optional(DateTime),
  /** What the applicant has to do now. */
  note: z.optional(localized(1000)),
});
export type GuideCase = z.infer<typeof GuideCase>;
