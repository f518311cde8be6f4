/** 通用字段: text, days, addresses, bodies, legal bases, attachments and contacts that every subject uses (domain §0). */
import * as z from 'zod/mini';
import { codePointLength as textLength } from './codes/text.js';
import { isDateOnly } from './date-only.js';

// With the `u` flag a surrogate matches only where it stands alone.
const LONE = /[\uD800-\uDFFF\0-\x08\x0B\x0C\x0E-\x1F]/u;

/** True when a text can be stored and shown as it is: no lone surrogate, no control character but tab and line ends. */
export const isCleanText = (text: string): boolean => !LONE.test(text);

/** Text of at most `max` code points (default 200) in one language. */
/*@__NO_SIDE_EFFECTS__*/ export const text = (max = 200, min = 0) =>
  z.string().check(
    z.refine((value: string) => value.length <= max || textLength(value) <= max, { error: 'too_long', abort: true }),
    z.refine((value: string) => value.trim().length >= min, { error: 'required', abort: true }),
    z.refine(isCleanText, { error: 'characters' }),
  );

/**
 * Public text (公开文本): a string (in the document's language, `zh-Hans` by default) or one string for each language,
 * keyed by BCP 47 tag; `zh-Hans` is mandatory then (国家通用语言文字法 第9条).
 */
/*@__NO_SIDE_EFFECTS__*/ export const localized = (max = 200, min = 0) =>
  z.union([
    text(max, min),
    z.record(z.string(), text(max)).check(z.refine((value) => 'zh-Hans' in value, { error: 'required' })),
  ]);
export type LocalizedText = string | Record<string, string>;
/** A localized text of at most 200 code points. */
export const LocalizedText = localized();

const SAFE = /^(?:https?:\/\/|tel:|mailto:)/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** True for http(s), tel and mailto addresses and for relative ones; false for `javascript:`, `data:` and the rest. */
export const isSafeUrl = (address: string): boolean => {
  // Browsers skip control characters and blanks inside a scheme ("java\nscript:"), so they are taken out before the look.
  // eslint-disable-next-line no-control-regex
  const bare = address.replace(/[\0-\x20\x7F-\xA0\u200B-\u200F\u2028\u2029\uFEFF]+/g, '');
  return SAFE.test(bare) || !SCHEME.test(bare);
};
/** An address that may become a link: http(s), relative, tel or mailto. Others are reported as `url`. */
export const Url = text(2000).check(z.refine(isSafeUrl, { error: 'url' }));

/** 日期: a calendar day in Asia/Shanghai, `YYYY-MM-DD`. Never a moment in UTC. */
export const DateOnly = z.string().check(z.refine(isDateOnly, { error: 'date' }));
export type DateOnly = string;
/** 时间: RFC 3339, with `+08:00` when this project writes it; a bare day is accepted, as many sources give no time. */
export const DateTime = z
  .string()
  .check(
    z.refine(
      (value) =>
        isDateOnly(value.slice(0, 10)) &&
        /^.{10}(?:[T ]([01]\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value),
      { error: 'date' },
    ),
  );

const whole = z.number().check(z.refine((value) => Number.isInteger(value) && value >= 0, { error: 'format' }));
/** A whole number ≥ 0. */
export const Count = whole;

/** 机构: full official name (规范名称); `uscc` 统一社会信用代码, `regionCode` 行政区划代码 (GB/T 2260). */
export const OrgRef = z.looseObject({
  name: localized(200, 1),
  uscc: z.optional(z.string()),
  regionCode: z.optional(z.string()),
});
export type OrgRef = z.infer<typeof OrgRef>;
/** An organisation as an object or by its bare name, which becomes `{ name }`. */
export const OrgInput = z.union([
  OrgRef,
  z.pipe(
    text(200, 1),
    z.transform((name: string) => ({ name }) as OrgRef),
  ),
]);

/** 附件. `url` is where it can be fetched; `sizeBytes` in bytes. */
export const Attachment = z.looseObject({
  id: z.optional(z.string()),
  name: localized(300, 1),
  mime: z.optional(text()),
  sizeBytes: z.optional(whole),
  sha256: z.optional(z.string()),
  url: z.optional(Url),
});
export type Attachment = z.infer<typeof Attachment>;

/** 联系方式. */
export const Contact = z.looseObject({
  phone: z.optional(localized()),
  address: z.optional(localized(500)),
  officeHours: z.optional(localized(500)),
  email: z.optional(text()),
  url: z.optional(Url),
  postcode: z.optional(text(20)),
  fax: z.optional(text(50)),
});
export type Contact = z.infer<typeof Contact>;

/** Rank of a legal basis: 法律, 行政法规, 地方性法规, 部门规章, 地方政府规章, 规范性文件, 其他. */
export const legalBasisKinds = [
  'law',
  'adminRegulation',
  'localRegulation',
  'deptRule',
  'localRule',
  'normativeDoc',
  'other',
] as const;
/** 设定依据 / 公开依据: one law or document with its article. */
export const LegalBasis = z.looseObject({
  title: localized(500, 1),
  kind: z.optional(z.enum(legalBasisKinds)),
  issuer: z.optional(localized()),
  docNumber: z.optional(text()),
  article: z.optional(localized()),
  text: z.optional(localized(20000)),
});
export type LegalBasis = z.infer<typeof LegalBasis>;
/** A legal basis as an object or as the text of the source, which becomes `{ title }`. */
export const BasisInput = z.union([
  LegalBasis,
  z.pipe(
    text(2000, 1),
    z.transform((title: string) => ({ title }) as LegalBasis),
  ),
]);

/** A list of `item`, at most `max` long (default 1,000): a longer one is reported as `too_many`. */
/*@__NO_SIDE_EFFECTS__*/ export const listOf = <Schema extends z.ZodMiniType>(item: Schema, max = 1000) =>
  z.array(item).check(z.refine((list: unknown[]) => list.length <= max, { error: 'too_many' }));
