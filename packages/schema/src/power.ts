/** 职权 / 权责事项 (`PowerItem`); 中办发〔2015〕21号 and domain §2.1. */
import * as z from 'zod/mini';
import { BasisInput, Contact, DateTime, OrgInput, listOf, localized, text } from './common.js';
import { TimeLimitInput } from './time-limit.js';

const short = z.optional(localized(1000));
const code = z.optional(text(50));

export { DiscretionStandard } from './discretion.js';

/** 状态: 在用, 暂停, 取消, 下放, 调整. */
export const powerStates = ['active', 'suspended', 'cancelled', 'delegated', 'changed'] as const;

/** 权责事项: one power with its basis, duties, accountability, supervision and flow chart. */
export const PowerItem = z.looseObject({
  id: z.optional(text(200)),
  name: localized(1000, 1),
  code: code,
  /** 职权类型: 01 行政许可, 02 行政处罚, 03 行政强制, 04 行政征收, 05 行政给付, 06 行政检查, 07 行政确认, 08 行政奖励, 09 行政裁决, 10 其他行政权力, 20 公共服务. */
  powerType: code,
  otherTypeText: short,
  subItems: z.optional(listOf(z.looseObject({ code: code, name: localized(1000, 1) }), 200)),
  basis: z.optional(listOf(BasisInput, 100)),
  authority: z.optional(OrgInput),
  authorityNature: code,
  powerSource: code,
  handlingUnit: short,
  handlers: z.optional(listOf(z.looseObject({ name: short, post: short, phone: short }), 100)),
  level: code,
  publicForm: z.optional(listOf(text(50), 30)),
  publicScope: z.optional(z.enum(['public', 'applicant', 'internal'])),
  publicTimeLimit: z.optional(TimeLimitInput),
  fee: z.optional(z.looseObject({ charged: z.boolean(), basis: short, standard: short })),
  statutoryLimit: z.optional(TimeLimitInput),
  promisedLimit: z.optional(TimeLimitInput),
  flowChartId: z.optional(text(200)),
  guideIds: z.optional(listOf(text(200), 100)),
  duties: z.optional(listOf(z.looseObject({ stage: localized(200, 1), duty: localized(5000), basis: short }), 100)),
  accountability: z.optional(listOf(z.looseObject({ situation: localized(5000, 1), basis: short }), 100)),
  supervision: z.optional(Contact),
  discretionIds: z.optional(listOf(text(200), 100)),
  status: z.optional(z.enum(powerStates)),
  changedAt: z.optional(DateTime),
  changeBasis: short,
  updatedAt: z.optional(DateTime),
});
export type PowerItem = z.infer<typeof PowerItem>;
