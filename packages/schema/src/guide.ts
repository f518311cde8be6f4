/** 办事指南 / 实施清单 (`Guide`): one procedure as a bureau publishes it; fields of GB/T 39554 as exchanged (domain §3). */
import * as z from 'zod/mini';
import { Attachment, BasisInput, Count, DateOnly, DateTime, Url, listOf, localized, text } from './common.js';
import { TimeLimitInput } from './time-limit.js';

const short = z.optional(localized(1000));
const long = z.optional(localized(50000));
const code = z.optional(text(50));
const codes = z.optional(listOf(text(50), 50));
const flag = z.optional(z.boolean());
const bases = z.optional(listOf(BasisInput, 100));
const file = z.optional(z.union([Attachment, Url]));

/** 申请材料 (domain §3.4). */
export const MaterialItem = z.looseObject({
  name: localized(1000, 1),
  /** 材料类型: 1 原件, 2 复印件, 3 原件或复印件. */
  kind: code,
  /** 材料形式: 1 纸质, 2 电子, 3 纸质或电子. */
  form: code,
  /** 材料必要性: 1 必要, 2 非必要, 3 容缺后补. */
  necessity: code,
  /** 来源渠道: 10 申请人自备, 20 政府部门核发, 30 中介机构出具, 99 其他. */
  source: code,
  sourceNote: short,
  /** 纸质份数. */
  copies: z.optional(Count),
  /** 纸质规格, e.g. A4. */
  paper: short,
  blankForm: file,
  sampleForm: file,
  fillNotes: long,
  acceptStandard: long,
  basis: bases,
  order: z.optional(Count),
  remark: short,
  /** 电子证照可免提交. */
  electronicLicence: flag,
  /** 可告知承诺. */
  commitment: flag,
});
export type MaterialItem = z.infer<typeof MaterialItem>;

/** 收费项目 (domain §3.5). `basis` is required where something is charged, `reduceBasis` where a reduction is allowed. */
export const FeeItem = z.looseObject({
  name: localized(500, 1),
  standard: short,
  basis: short,
  reducible: flag,
  reduceBasis: short,
  remark: short,
});
export type FeeItem = z.infer<typeof FeeItem>;

/** 办理流程的一个环节. */
export const GuideStep = z.looseObject({
  stage: localized(200, 1),
  /** 办理说明: what is done here, where it is no 审查标准. An addition of this project. */
  description: long,
  handler: short,
  timeLimit: z.optional(TimeLimitInput),
  standard: long,
  result: short,
  /** Number by which a situation names the step; its place in the list where absent. An addition of this project. */
  order: z.optional(Count),
});
export type GuideStep = z.infer<typeof GuideStep>;

/**
 * 办公时间, structured (domain §3.3 "text + structured"; the shape is an addition of this project). It counts before the
 * text of `hours` or `officeHours`, which stays what readers see.
 */
export const OpeningHours = z.looseObject({
  spans: listOf(
    z.looseObject({
      /** 1 Monday … 7 Sunday; days of 调休上班 take those of Monday to Friday. */
      days: listOf(Count, 7),
      /** `HH:MM`, Beijing time. */
      from: text(5, 1),
      to: text(5, 1),
      /** First and last day of a season, `MM-DD`. */
      between: z.optional(listOf(text(5, 1), 2)),
      /** 仅提供预约服务. */
      byAppointment: flag,
    }),
    50,
  ),
  /** 法定节假日. */
  holidays: z.optional(z.enum(['closed', 'open'])),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/** 办理地点. `kind`: 1 行政服务中心, 2 部门服务窗口, 3 单位办公室, 4 案件发生地, 5 代办点, 6 便民服务中心. */
export const GuidePlace = z.looseObject({
  name: short,
  address: short,
  window: short,
  kind: code,
  hours: short,
  openingHours: z.optional(OpeningHours),
  phone: short,
});
export type GuidePlace = z.infer<typeof GuidePlace>;

/** 咨询 / 监督投诉方式: `kind` 窗口, 网络, 电话, 信件, 邮件. */
export const GuideContact = z.looseObject({ kind: short, value: localized(1000, 1) });
export type GuideContact = z.infer<typeof GuideContact>;

/** 特别程序 (现场勘验, 专家评审, 听证 …). `counted`: 是否计算在法定办结时限内. */
export const SpecialProcedure = z.looseObject({
  name: localized(200, 1),
  timeLimit: z.optional(TimeLimitInput),
  basis: short,
  charged: flag,
  chargeBasis: short,
  counted: flag,
});
export type SpecialProcedure = z.infer<typeof SpecialProcedure>;

/** 中介服务. */
export const IntermediaryService = z.looseObject({
  name: localized(500, 1),
  basis: short,
  orgListUrl: z.optional(Url),
});
export type IntermediaryService = z.infer<typeof IntermediaryService>;

/** 常见问题. */
export const GuideQuestion = z.looseObject({ question: localized(1000, 1), answer: localized(20000) });
export type GuideQuestion = z.infer<typeof GuideQuestion>;

/**
 * 情形: a question whose answers decide which materials and steps (both by `order`, else by place) apply. An addition of
 * this project.
 */
export const GuideSituation = z.looseObject({
  id: text(50, 1),
  question: localized(500, 1),
  options: listOf(
    z.looseObject({
      value: text(50, 1),
      label: localized(500, 1),
      materials: z.optional(listOf(Count)),
      steps: z.optional(listOf(Count)),
      note: short,
    }),
    50,
  ),
});
export type GuideSituation = z.infer<typeof GuideSituation>;

/**
 * 实际办理用时: what closed cases took, beside the statutory and the promised limit. An addition of this project (domain
 * §3.3 has no field for it).
 */
export const MeasuredTime = z.looseObject({
  /** Number of closed cases. */
  count: Count,
  /** Days within which one half, and nine in ten, were done; in the unit of `unit`, decimals allowed. */
  p50: z.optional(z.number()),
  p90: z.optional(z.number()),
  /** As `promisedUnit`. */
  unit: code,
  /** The cases closed from this day to that day. */
  from: z.optional(DateOnly),
  to: z.optional(DateOnly),
});
export type MeasuredTime = z.infer<typeof MeasuredTime>;

/** 救济途径: a remedy with its period, e.g. 行政复议, 60日, 向县人民政府. In place of the usual sentence. An addition. */
export const GuideRemedy = z.looseObject({
  name: localized(200, 1),
  /** The period as it is to be printed, e.g. 自知道该行政行为之日起60日内. */
  period: short,
  /** With whom. */
  authority: short,
  basis: short,
});
export type GuideRemedy = z.infer<typeof GuideRemedy>;

/**
 * 办事指南: one procedure guide. Only the name is demanded here, so that an incomplete guide is still shown; what an
 * inspection demands beyond it is told by `checkGuide`. Unknown extra fields survive.
 */
export const Guide = z.looseObject({
  id: z.optional(text(200)),
  /** 事项名称. */
  taskName: localized(1000, 1),
  /** 基本编码, 12 characters. */
  catalogCode: code,
  /** 实施编码, 31 to 36 characters. */
  taskCode: code,
  localCatalogCode: code,
  localTaskCode: code,
  handleItemName: short,
  taskHandleItem: code,
  /** 事项类型: 01 行政许可 … 10 其他行政权力, 20 公共服务. */
  taskType: code,
  taskVersion: z.optional(z.union([z.number(), text(50)])),
  /** 事项状态: 1 在用, 2 暂停, 3 取消. */
  taskState: code,
  legalBasis: bases,
  implementBasis: bases,
  supervisionBasis: bases,
  /** 实施主体. */
  deptName: short,
  deptCode: code,
  /** 实施主体性质: 1 法定机关, 2 授权组织, 3 受委托组织. */
  deptType: code,
  entrustName: short,
  jointDepts: z.optional(listOf(localized(), 100)),
  /** 行使层级: 1 国家 … 6 村(社区). */
  useLevels: codes,
  powerSource: code,
  /** 服务对象: 1 自然人, 2 企业法人, 3 事业法人, 4 社会组织法人, 5 非法人企业, 6 行政机关, 9 其他组织. */
  serviceTargets: codes,
  scope: long,
  acceptConditions: long,
  prohibitions: long,
  quantityLimit: long,
  /** 办件类型: 1 即办件, 2 承诺件. */
  projectType: code,
  statutoryDays: z.optional(Count),
  /** 时限单位: workday, day, month, year, hour; other text is shown as it is. */
  statutoryUnit: code,
  statutoryNote: short,
  promisedDays: z.optional(Count),
  promisedUnit: code,
  promisedNote: short,
  measured: z.optional(MeasuredTime),
  flow: z.optional(listOf(GuideStep, 200)),
  flowChartId: z.optional(text(200)),
  /** 流程图 itself, a `FlowChart`, which its own element checks. Wins over `flowChartId`. An addition of this project. */
  flowChart: z.optional(z.unknown()),
  specialProcedures: z.optional(listOf(SpecialProcedure, 100)),
  /** 办理形式: 1 窗口办理, 2 网上办理, 3 快递申请. */
  handleForms: codes,
  /** 到办事现场次数. */
  visits: z.optional(Count),
  visitReason: short,
  online: flag,
  onlineUrl: z.optional(Url),
  onlineDepth: codes,
  mobileUrl: z.optional(Url),
  bookable: flag,
  kiosk: flag,
  express: flag,
  onlinePay: flag,
  inHall: flag,
  /** 通办范围: 1 全国, 2 全省, 3 全市, 4 全县, 5 全镇, 6 跨村(社区). */
  crossRegion: code,
  places: z.optional(listOf(GuidePlace, 200)),
  officeHours: long,
  openingHours: z.optional(OpeningHours),
  consult: z.optional(listOf(GuideContact, 50)),
  complaint: z.optional(listOf(GuideContact, 50)),
  charged: flag,
  fees: z.optional(listOf(FeeItem, 200)),
  materials: z.optional(listOf(MaterialItem, 500)),
  resultName: short,
  resultType: short,
  resultSample: file,
  resultValidity: long,
  annualInspection: long,
  /** 结果送达. */
  delivery: z.optional(z.union([listOf(localized(), 20), localized(1000)])),
  deliveryTime: short,
  intermediaryServices: z.optional(listOf(IntermediaryService, 100)),
  rights: long,
  /** 不予受理、不予许可等的救济途径. */
  remedies: z.optional(listOf(GuideRemedy, 20)),
  faq: z.optional(listOf(GuideQuestion, 200)),
  situations: z.optional(listOf(GuideSituation, 30)),
  topicPerson: codes,
  topicOrg: codes,
  townCode: code,
  villageCode: code,
  planEffective: z.optional(DateOnly),
  planCancel: z.optional(DateOnly),
  delegate: short,
  /** 处罚的行为、种类、幅度 (行政处罚 items). */
  punishmentMethod: long,
  /** 首字母, A to Z, for lists: where the first character is read otherwise than alone (重庆 is C). An addition of this project. */
  initial: code,
  /** 年办件量: cases handled in the last full year, for 最常办. An addition of this project. */
  caseVolume: z.optional(Count),
  updatedAt: z.optional(DateTime),
  url: z.optional(Url),
  lang: z.optional(text(50)),
});
export type Guide = z.infer<typeof Guide>;

/** A guide in a list (办事指南列表): what names, sorts and finds it. The rest survives unchecked until it is opened. */
export const GuideEntry = z.looseObject({
  id: z.optional(text(200)),
  taskName: localized(1000, 1),
  handleItemName: short,
  deptName: short,
  scope: long,
  taskCode: code,
  catalogCode: code,
  localTaskCode: code,
  taskState: code,
  serviceTargets: codes,
  topicPerson: codes,
  topicOrg: codes,
  promisedDays: z.optional(Count),
  promisedUnit: code,
  online: flag,
  initial: code,
  caseVolume: z.optional(Count),
  updatedAt: z.optional(DateTime),
});
export type GuideEntry = z.infer<typeof GuideEntry>;
