/** 办事指南检查: what an inspection would find in a guide (domain §3.7, §8 V6b). Pure: findings, no sentences. */
import { isBlank, isEmpty, textOf } from './blank.js';
import { checkCatalogCode, checkTaskCode } from './codes/item-code.js';
import { checkPhone } from './codes/phone.js';
import { checkUscc } from './codes/uscc.js';
import type { Guide, MaterialItem } from './guide.js';
import { readTimeLimit } from './time-limit-text.js';

/** The eight 重点要素 of a guide, in the order of the site check. */
export const guideKeyElements = [
  'taskName',
  'legalBasis',
  'acceptConditions',
  'materials',
  'places',
  'officeHours',
  'phone',
  'flow',
] as const;
export type GuideKeyElement = (typeof guideKeyElements)[number];

/** Where each rule comes from, as it is cited in a report. */
const CLAUSES = {
  /** 重点要素缺失: one finding for each element; four missing in five guides fail a site. */
  'key-element': '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决“服务不实用”',
  /** A field that the national exchange tables do not allow to be empty. */
  'required-field': 'GB/T 39554.2 要素要求',
  /** 承诺时限长于法定时限 (same unit). */
  'promise-exceeds-law': '《优化营商环境条例》第三十五条',
  /** 即办件却有承诺天数. */
  'immediate-with-days': 'GB/T 39554.2 办件类型',
  /** 各环节时限之和（自受理起）长于承诺时限. */
  'steps-exceed-promise': '《优化营商环境条例》第三十五条',
  /** 行政许可的法定时限超过 20 个工作日而未说明. */
  'permit-over-20': '《中华人民共和国行政许可法》第四十二条',
  /** 行政许可证件送达超过 10 个工作日. */
  'delivery-over-10': '《中华人民共和国行政许可法》第四十四条',
  /** 到场次数为零，却没有网办或快递. */
  'no-visit-no-channel': 'GB/T 39554.2 到办事现场次数',
  /** 到场次数大于零而未说明原因. */
  'visit-reason': 'GB/T 39554.2 必须现场办理原因说明',
  /** 不收费却列有收费项目. */
  'fees-though-free': 'GB/T 39554.2 是否收费',
  /** 收费却没有收费项目. */
  'charged-without-fees': 'GB/T 39554.2 收费项目信息',
  /** 收费项目没有标准或依据，允许减免而没有依据. */
  'fee-incomplete': '《中华人民共和国行政许可法》第五十九条',
  /** 电话号码格式有误. */
  'phone-format': '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）',
  /** 编码不合规则（长度、字符、校验码）. */
  'code-invalid': 'GB/T 39554.1—2020 编码要求',
  /** 实施编码与基本编码、实施主体编码不一致. */
  'code-mismatch': 'GB/T 39554.1—2020 编码要求',
  /** 受委托组织未写明委托部门. */
  'entrust-missing': 'GB/T 39554.2 实施主体性质',
  /** 空白表格与示例样表是同一文件. */
  'sample-is-blank': '《中华人民共和国行政许可法》第三十条',
  /** 材料排序号重复. */
  'duplicate-order': 'GB/T 39554.2 申请材料',
  /** 情形引用了不存在的材料. */
  'situation-unknown-material': 'GB/T 39554.2 申请材料',
  /** 情形引用了不存在的环节. */
  'situation-unknown-step': 'GB/T 39554.2 办理流程',
  /** 正文要求的材料不在材料清单中. */
  'material-not-listed': '《优化营商环境条例》第三十五条（不得额外附加条件）',
  /** 要求重复提交政府部门核发的材料. */
  'issued-by-government': '《国务院关于在线政务服务的若干规定》（国务院令第716号）',
  /** 日期为 1970-01-01，即未填写. */
  'date-placeholder': 'GB/T 39554.2 计划取消日期',
} as const;
export type GuideRule = keyof typeof CLAUSES;

/** One finding: the rule, the field, the values that led to it, the clause, and how much it weighs. */
export interface GuideFinding {
  readonly rule: GuideRule;
  /** `error`: contradicts a rule; `warning`: to be looked at by a person. */
  readonly severity: 'error' | 'warning';
  readonly path: readonly (string | number)[];
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly clause: string;
}

const WARNINGS: readonly GuideRule[] = ['steps-exceed-promise', 'material-not-listed', 'issued-by-government'];

/** Fields that the exchange tables demand (domain §3.3 column Y), key elements and conditional ones apart. */
const REQUIRED = [
  'catalogCode',
  'taskCode',
  'taskType',
  'taskVersion',
  'taskState',
  'deptName',
  'deptCode',
  'deptType',
  'useLevels',
  'powerSource',
  'serviceTargets',
  'projectType',
  'statutoryDays',
  'statutoryUnit',
  'promisedDays',
  'promisedUnit',
  'visits',
  'online',
  'express',
  'onlinePay',
  'inHall',
  'complaint',
  'charged',
  'resultType',
] as const satisfies readonly (keyof Guide)[];

const isPhone = (kind: unknown): boolean => /电话|热线|電話/.test(textOf(kind));
/** The numbers of a field that may hold several. */
const numbersOf = (value: unknown): string[] =>
  textOf(value)
    .split(/[，,、；;/\n]|或者?/)
    .map((part) => part.trim())
    .filter(Boolean);

/** Which of the eight key elements a guide has not. */
export function missingKeyElements(guide: Guide): GuideKeyElement[] {
  const phone =
    guide.consult?.some(({ kind, value }) => (isPhone(kind) || checkPhone(textOf(value)).ok) && textOf(value)) ||
    guide.places?.some((place) => textOf(place.phone));
  const has: Record<GuideKeyElement, boolean> = {
    taskName: !isEmpty(guide.taskName),
    legalBasis: !isEmpty(guide.legalBasis),
    acceptConditions: !isEmpty(guide.acceptConditions),
    // Penalties and the like have no materials (domain §3.3, last paragraph).
    materials: !isEmpty(guide.materials) || ['02', '03', '06'].includes(guide.taskType ?? ''),
    places: !!guide.places?.some((place) => textOf(place.address) || textOf(place.name)),
    officeHours: !isEmpty(guide.officeHours) || !!guide.places?.some((place) => textOf(place.hours)),
    phone: !!phone,
    flow: !isEmpty(guide.flow) || !isEmpty(guide.flowChartId),
  };
  return guideKeyElements.filter((element) => !has[element]);
}

/**
 * Everything that an inspection would find in a guide, in the order: elements, codes, time, visits, fees, materials,
 * telephones. Never throws for a guide that the schema has read; empty when there is nothing to find.
 */
export function checkGuide(guide: Guide): GuideFinding[] {
  const found: GuideFinding[] = [];
  const add = (rule: GuideRule, path: GuideFinding['path'], inputs: GuideFinding['inputs'] = {}) =>
    found.push({
      rule,
      severity: WARNINGS.includes(rule) ? 'warning' : 'error',
      path,
      inputs,
      clause: CLAUSES[rule],
    });

  const missing = missingKeyElements(guide);
  for (const element of missing)
    add('key-element', [element === 'phone' ? 'consult' : element], { missing: missing.length });
  for (const field of REQUIRED) if (isEmpty(guide[field])) add('required-field', [field]);
  checkCodes(guide, add);
  checkTime(guide, add);
  checkVisits(guide, add);
  checkFees(guide, add);
  checkMaterials(guide, add);
  checkPhones(guide, add);
  return found;
}
type Add = (rule: GuideRule, path: GuideFinding['path'], inputs?: GuideFinding['inputs']) => void;

function checkCodes(
  { catalogCode, taskCode, deptCode, deptType, entrustName, planCancel, planEffective }: Guide,
  add: Add,
) {
  const catalog = isBlank(catalogCode) ? undefined : checkCatalogCode(catalogCode!);
  if (catalog && !catalog.ok) add('code-invalid', ['catalogCode'], { failure: catalog.code });
  const task = isBlank(taskCode) ? undefined : checkTaskCode(taskCode!);
  if (task && !task.ok) add('code-invalid', ['taskCode'], { failure: task.code });
  const dept = isBlank(deptCode) ? undefined : checkUscc(deptCode!);
  if (dept && !dept.ok) add('code-invalid', ['deptCode'], { failure: dept.code });
  if (task?.ok && catalog?.ok && task.catalogCode !== catalog.value)
    add('code-mismatch', ['taskCode'], { with: 'catalogCode', inside: task.catalogCode, beside: catalog.value });
  if (task?.ok && dept?.ok && task.uscc !== dept.value)
    add('code-mismatch', ['taskCode'], { with: 'deptCode', inside: task.uscc, beside: dept.value });
  if (deptType === '3' && isEmpty(entrustName)) add('entrust-missing', ['entrustName']);
  if (planCancel === '1970-01-01') add('date-placeholder', ['planCancel']);
  if (planEffective === '1970-01-01') add('date-placeholder', ['planEffective']);
}

function checkTime(guide: Guide, add: Add) {
  const { statutoryDays: law = 0, statutoryUnit, promisedDays, promisedUnit, projectType, taskType, flow = [] } = guide;
  // A statutory limit of 0 means that none is set.
  if (law && promisedDays !== undefined && statutoryUnit === promisedUnit && promisedDays > law)
    add('promise-exceeds-law', ['promisedDays'], { statutoryDays: law, promisedDays });
  if (projectType === '1' && promisedDays && promisedUnit !== 'hour')
    add('immediate-with-days', ['promisedDays'], { promisedDays });
  if (taskType === '01' && law > 20 && statutoryUnit === 'workday' && isEmpty(guide.statutoryNote))
    add('permit-over-20', ['statutoryDays'], { statutoryDays: law });
  const delivery = readTimeLimit(textOf(guide.deliveryTime));
  if (taskType === '01' && delivery.kind === 'workingDays' && delivery.value! > 10)
    add('delivery-over-10', ['deliveryTime'], { days: delivery.value! });
  // What comes before 受理 (公示, 村级评议 …) is outside the promise.
  const start = flow.findIndex(({ stage }) => /受理/.test(textOf(stage)));
  if (start < 0 || !promisedDays || promisedUnit !== 'workday') return;
  const sum = flow
    .slice(start)
    .reduce((days, { timeLimit }) => days + (timeLimit?.kind === 'workingDays' ? (timeLimit.value ?? 0) : 0), 0);
  if (sum > promisedDays) add('steps-exceed-promise', ['flow'], { steps: sum, promisedDays });
}

function checkVisits({ visits, visitReason, online, express, handleForms = [] }: Guide, add: Add) {
  if (visits === 0 && !online && !express && !handleForms.some((form) => form === '2' || form === '3'))
    add('no-visit-no-channel', ['visits']);
  if (visits && isEmpty(visitReason)) add('visit-reason', ['visitReason'], { visits });
}

function checkFees({ charged, fees = [] }: Guide, add: Add) {
  if (charged === false && fees.length) add('fees-though-free', ['fees'], { fees: fees.length });
  if (charged && !fees.length) add('charged-without-fees', ['fees']);
  fees.forEach((fee, i) => {
    const needed = ['standard', ...(charged ? ['basis'] : []), ...(fee.reducible ? ['reduceBasis'] : [])];
    for (const field of needed) if (isEmpty(fee[field])) add('fee-incomplete', ['fees', i, field]);
  });
}

/** `提交《…申请表》` in running text; laws are cited in the same brackets. */
const DEMANDED = /(?:提交|提供|递交|携带|填写|填报)[^，。；《》\n]{0,8}《([^》\n]{2,40})》/g;
const LAW = /(?:法|条例|办法|规定|细则|决定|通知|意见|标准|规程)(?:（[^）]*）)?$/;

function checkMaterials({ materials = [], situations = [], acceptConditions, flow = [] }: Guide, add: Add) {
  const orders = new Map<number, number>();
  materials.forEach((material, i) => {
    const { order, blankForm, sampleForm, source, necessity, copies, electronicLicence } = material;
    const number = order ?? i + 1;
    if (orders.has(number)) add('duplicate-order', ['materials', i, 'order'], { order: number });
    orders.set(number, i);
    const blank = fileKey(blankForm);
    if (blank && blank === fileKey(sampleForm)) add('sample-is-blank', ['materials', i, 'sampleForm']);
    if (source === '20' && necessity === '1' && copies && !electronicLicence)
      add('issued-by-government', ['materials', i], { copies });
  });
  situations.forEach(({ options }, s) =>
    options.forEach((option, o) => {
      for (const order of option.materials ?? [])
        if (!orders.has(order))
          add('situation-unknown-material', ['situations', s, 'options', o, 'materials'], { order });
      for (const order of option.steps ?? [])
        if (!flow.some((step, i) => (step.order ?? i + 1) === order))
          add('situation-unknown-step', ['situations', s, 'options', o, 'steps'], { order });
    }),
  );
  if (!materials.length) return;
  const names = materials.map(({ name }) => textOf(name).replace(/[《》]/g, ''));
  const look = (text: unknown, path: GuideFinding['path']) => {
    for (const [, name] of textOf(text).matchAll(DEMANDED))
      if (!LAW.test(name!) && !names.some((listed) => listed.includes(name!) || name!.includes(listed)))
        add('material-not-listed', path, { name: name! });
  };
  look(acceptConditions, ['acceptConditions']);
  flow.forEach(({ standard }, i) => look(standard, ['flow', i, 'standard']));
}
const fileKey = (file: MaterialItem['blankForm']): string =>
  typeof file === 'string' ? file : (file?.sha256 ?? file?.url ?? '');

function checkPhones({ consult = [], complaint = [], places = [] }: Guide, add: Add) {
  const look = (value: unknown, path: GuideFinding['path']) => {
    // The value itself stays out of the finding: it may be somebody's own number.
    for (const number of numbersOf(value)) {
      const check = checkPhone(number);
      if (!check.ok) add('phone-format', path, { failure: check.code });
    }
  };
  consult.forEach(({ kind, value }, i) => isPhone(kind) && look(value, ['consult', i, 'value']));
  complaint.forEach(({ kind, value }, i) => isPhone(kind) && look(value, ['complaint', i, 'value']));
  places.forEach(({ phone }, i) => look(phone, ['places', i, 'phone']));
}
