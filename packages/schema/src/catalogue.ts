/** 政府信息公开目录 (`Catalogue`) and 基层政务公开标准目录 (`StandardCatalogue`); 条例 第12条, 国办发〔2019〕54号, domain §1. */
import * as z from 'zod/mini';
import { Attachment, BasisInput, Count, DateOnly, DateTime, OrgInput, Url, listOf, localized, text } from './common.js';
import { TimeLimitInput } from './time-limit.js';

const short = z.optional(localized(1000));

/** 有效性: 有效, 失效, 废止, 修改, 试行. */
export const validities = ['valid', 'invalid', 'repealed', 'amended', 'trial'] as const;
/** 公开方式: 主动公开, 依申请公开, 不予公开. */
export const disclosureModes = ['proactive', 'onRequest', 'withheld'] as const;
/** Entries that are no longer published: 撤下, 删除. */
export const entryStates = ['withdrawn', 'deleted'] as const;
/** 公开对象: 全社会, 特定群体, 单位内部 (never served to the public). */
export const audiences = ['public', 'specificGroup', 'internal'] as const;
/** 体裁: the 15 公文种类 of 党政机关公文处理工作条例 第8条, in their order. */
export const genres = [
  '决议',
  '决定',
  '命令(令)',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;
/**
 * 栏目类型 (domain §8.2): 动态要闻, 通知公告, 政策文件, 留言答复, 办事统计, 意见征集, 年报, 指南和目录, 权力清单和流程图, 概况和职能.
 */
export const columnKinds = [
  'news',
  'notice',
  'policy',
  'messages',
  'serviceStats',
  'consultation',
  'annualReport',
  'guideCatalog',
  'flow',
  'static',
] as const;
/** 公开渠道和载体, codes in the order of the official table (domain §1.6). */
export const channelCodes = [
  'govWebsite',
  'govGazette',
  'newMedia',
  'pressOrHearing',
  'broadcast',
  'printMedia',
  'readingPoint',
  'serviceCenter',
  'convenienceStation',
  'onSite',
  'noticeBoard',
  'push',
  'other',
] as const;

/** 目录条目: one published item. `indexNumber` 索引号 never changes once issued. */
export const CatalogueEntry = z.looseObject({
  indexNumber: text(100, 1),
  title: localized(1000, 1),
  summary: z.optional(localized(5000)),
  /** 发文字号. */
  docNumber: z.optional(text()),
  /** 主题分类, `parent\child`. */
  subjectCategory: z.optional(text()),
  /** 体裁. */
  genre: z.optional(text(50)),
  genreText: short,
  /** 所属栏目: id of a node of the catalogue. */
  catalogNodeId: z.optional(text(200)),
  audienceCategory: z.optional(listOf(text(), 50)),
  publisher: z.optional(OrgInput),
  issuer: z.optional(z.union([listOf(OrgInput, 50), OrgInput])),
  /** 成文日期. */
  formedDate: z.optional(DateOnly),
  /** 发布日期. */
  publishedAt: z.optional(DateTime),
  effectiveDate: z.optional(DateOnly),
  expiryDate: z.optional(DateOnly),
  validity: z.optional(z.enum(validities)),
  disclosureMode: z.optional(z.enum(disclosureModes)),
  disclosureReason: short,
  channels: z.optional(listOf(text(50), 30)),
  audience: z.optional(z.enum(audiences)),
  timeLimit: z.optional(TimeLimitInput),
  /** 公开类型: longTerm 长期, periodic 定期, timely 及时, staged 逐段. */
  durationKind: z.optional(z.enum(['longTerm', 'periodic', 'timely', 'staged'])),
  /** 公开阶段: 事前, 事中, 事后. */
  phase: z.optional(z.enum(['before', 'during', 'after'])),
  responsibleUnit: short,
  responsiblePerson: short,
  keywords: z.optional(listOf(text(50), 20)),
  /** 条例第二十条第几项, 1 to 15. */
  article20Item: z.optional(Count),
  format: short,
  body: z.optional(localized(500000)),
  attachments: z.optional(listOf(Attachment, 200)),
  url: z.optional(Url),
  /** 解读材料: index numbers of the entries that explain this one. */
  interpretationIds: z.optional(listOf(text(100), 50)),
  consultationId: z.optional(text(100)),
  /** Index number of the entry that replaces this one. */
  replacedBy: z.optional(text(100)),
  /**
   * 撤回 or 删除 (domain §9.2): no list shows the entry any more, but its number stays and leads to a sentence that says
   * so. Absent: published.
   */
  state: z.optional(z.enum(entryStates)),
  /** When it was taken down. */
  stateAt: z.optional(DateTime),
  /** Why, in a sentence for the public. */
  stateReason: short,
  /** 对应的标准目录事项: `id` or `seq` of an item of the 标准目录 that this entry fulfils. */
  standardItem: z.optional(z.union([text(100), Count])),
  archiveId: z.optional(text(100)),
  lang: z.optional(text(50)),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** 栏目: a node of the catalogue tree (目录树). */
export const CatalogueNode = z.looseObject({
  id: text(200, 1),
  parentId: z.optional(z.union([text(200), z.null()])),
  title: localized(500, 1),
  /** 栏目类型: one of {@link columnKinds}, or a site's own; says within what time something new is expected. */
  kind: z.optional(text(50)),
  /** 更新周期 that the site has set itself, e.g. 每月 or 14日; goes before that of the kind. */
  expectedInterval: z.optional(TimeLimitInput),
  /** 免予检查: neither empty nor stale counts, for the reason that `exemptReason` gives. */
  exempt: z.optional(z.boolean()),
  exemptReason: short,
});
export type CatalogueNode = z.infer<typeof CatalogueNode>;

/** 政府信息公开目录: columns and entries. */
export const Catalogue = z.looseObject({
  id: z.optional(text(200)),
  title: z.optional(localized(500)),
  publisher: z.optional(OrgInput),
  updatedAt: z.optional(DateTime),
  nodes: z.optional(listOf(CatalogueNode, 10000)),
  entries: listOf(CatalogueEntry, 200000),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** 标准目录的一行 (domain §1.6). */
export const StandardItem = z.looseObject({
  id: z.optional(text(100)),
  seq: z.optional(z.union([Count, text(20)])),
  /** 一级事项. */
  level1: localized(500, 1),
  /** 二级事项. */
  level2: short,
  /** 公开内容(要素). */
  contentElements: z.optional(z.union([listOf(localized(2000), 100), localized(20000)])),
  basis: z.optional(listOf(BasisInput, 100)),
  timeLimit: z.optional(TimeLimitInput),
  /** 公开主体. */
  subject: short,
  /** 公开渠道和载体; `required` is ■ 必选 as against □ 可选. */
  channels: z.optional(
    listOf(z.looseObject({ code: text(100, 1), required: z.optional(z.boolean()), note: short }), 50),
  ),
  audience: z.optional(
    z.looseObject({
      public: z.optional(z.boolean()),
      specificGroup: z.optional(z.boolean()),
      groupText: short,
    }),
  ),
  mode: z.optional(z.looseObject({ proactive: z.optional(z.boolean()), onRequest: z.optional(z.boolean()) })),
  /** 公开层级: county 县级, township 乡级, village 村级. */
  levels: z.optional(listOf(text(50), 10)),
  formatText: short,
  fivePublic: short,
  /** 责任科室, where it is not the 公开主体 itself. */
  responsibleUnit: short,
});
export type StandardItem = z.infer<typeof StandardItem>;

/** 基层政务公开标准目录. */
export const StandardCatalogue = z.looseObject({
  id: z.optional(text(200)),
  title: z.optional(localized(500)),
  domain: z.optional(localized(200)),
  level: z.optional(localized(50)),
  updatedAt: z.optional(DateTime),
  items: listOf(StandardItem, 10000),
});
export type StandardCatalogue = z.infer<typeof StandardCatalogue>;
