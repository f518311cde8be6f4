/** 裁量基准 (`DiscretionStandard`); 行政处罚法 第34条, 国办发〔2022〕27号 and domain §2.4. */
import * as z from 'zod/mini';
import { BasisInput, Count, listOf, localized, text } from './common.js';

/** 裁量基准: tiers (阶次) of one violation between the statutory minimum and maximum. */
export const DiscretionStandard = z.looseObject({
  code: text(100, 1),
  powerCode: z.optional(text(50)),
  violation: localized(2000, 1),
  basis: z.optional(listOf(BasisInput, 50)),
  statutoryPenalty: z.optional(localized(5000)),
  tiers: listOf(
    z.looseObject({
      order: z.optional(Count),
      name: localized(100, 1),
      circumstances: z.optional(localized(5000)),
      standard: z.optional(localized(5000)),
      min: z.optional(z.number()),
      max: z.optional(z.number()),
      unit: z.optional(localized()),
      minInclusive: z.optional(z.boolean()),
      maxInclusive: z.optional(z.boolean()),
    }),
    50,
  ),
  remarks: z.optional(localized(5000)),
});
export type DiscretionStandard = z.infer<typeof DiscretionStandard>;
