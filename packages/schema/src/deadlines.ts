// 办理期限：信访工作条例、政府信息公开条例的法定期限，与网站可自行缩短的承诺期限。
import {
  type Calendar,
  type Computed,
  addCalendarDays,
  addMonths,
  addWorkingDays,
  checkPeriod,
  explain,
  finishPeriod,
} from './calendar.js';
import { DEFAULT_RULES, MAXIMA } from './deadline-rules.js';
import { fromDayNumber, isDateOnly, toDayNumber } from './date-only.js';

/** What runs: 咨询 求助 投诉 举报 意见 建议 表扬, or `foi` 政府信息公开申请. */
export type DeadlineKind = 'consult' | 'help' | 'complaint' | 'report' | 'opinion' | 'suggestion' | 'praise' | 'foi';

/**
 * Step that a deadline belongs to: `accept` 受理告知 · `objection` 转送异议（退回） · `answer` 答复、办结 · `result` 反馈处理结果 ·
 * `review` 复查、复核 · `reviewRequest` 请求复查、复核 · `correction` 一次性告知补正 · `thirdParty` 第三方答复意见
 */
export type DeadlineStage =
  'accept' | 'objection' | 'answer' | 'result' | 'review' | 'reviewRequest' | 'correction' | 'thirdParty';

export type DeadlineUnit = 'workingDays' | 'calendarDays' | 'months';

/** 收到 · 受理 · 办结 · 收到书面答复 */
export type DeadlineStart = 'received' | 'accepted' | 'closed' | 'answered';

/** One row of the policy table. */
export interface DeadlineRule {
  /** stable name, e.g. `consult.answer`; rows of law have names like `petition-34` */
  id: string;
  kind: DeadlineKind;
  stage: DeadlineStage;
  /** whole number 0–10000 of `unit` */
  value: number;
  unit: DeadlineUnit;
  /** the event whose next day is day 1 */
  start: DeadlineStart;
  /** longest extension, in the same unit, all extensions together; absent = none allowed */
  extension?: number;
  /** true when time of waiting for others is not counted (条例第33条) */
  pausable?: boolean;
  /** official Chinese name and article of the source */
  basis: string;
  /** `L` read in the law · `P` seen in a public practice or lesser rule · `D` choice of this project or of the site */
  evidence: 'L' | 'P' | 'D';
}

/** A change of a site's policy: the row is found by kind and stage; what is not given stays. */
export type DeadlineOverride = Pick<DeadlineRule, 'kind' | 'stage'> & Partial<Omit<DeadlineRule, 'id' | 'evidence'>>;

/**
 * Why an override was not taken: `lengthens` could end later than the law or the inspection rule `max` allows ·
 * `start` begins later than it · `extension` extends longer · `fixed` the time belongs to the citizen and may not be changed at all ·
 * `invalid` value not a whole number 0–10000, or unit or start unknown
 */
export interface PolicyIssue {
  code: 'lengthens' | 'start' | 'extension' | 'fixed' | 'invalid';
  kind: DeadlineKind;
  stage: DeadlineStage;
  /** id of the rule that is broken */
  max?: string;
}

/** A site's table of deadlines. */
export interface DeadlinePolicy {
  rules: readonly DeadlineRule[];
  /** whether calendar-day and month periods that end on a rest day move to the next working day (民法典第203条) */
  rollOver: boolean;
}

/** Shortest and longest number of calendar days that a period can span in weeks without holidays. */
function span({ value, unit }: Pick<DeadlineRule, 'value' | 'unit'>, extra = 0): [number, number] {
  const n = value + extra;
  if (n === 0) return [0, 0];
  if (unit === 'workingDays') return [n + 2 * Math.floor((n - 1) / 5), n + 2 * Math.ceil(n / 5)];
  return unit === 'months' ? [n * 30 - Math.ceil(n / 6) - 1, n * 31] : [n, n];
}

const longer = (rule: DeadlineRule, max: DeadlineRule, extra: number, maxExtra: number): boolean =>
  rule.unit === max.unit ? rule.value + extra > max.value + maxExtra : span(rule, extra)[1] > span(max, maxExtra)[0];

/** Time that the law gives to a citizen or third party: a site may not shorten it either. */
const FIXED: DeadlineStage[] = ['reviewRequest', 'thirdParty'];
const UNITS: DeadlineUnit[] = ['workingDays', 'calendarDays', 'months'];
/** In the order in which they happen. */
const ORDER: DeadlineStart[] = ['received', 'accepted', 'closed', 'answered'];

function lengthening(rule: DeadlineRule): PolicyIssue[] {
  return MAXIMA.filter((max) => max.kind === rule.kind && max.stage === rule.stage).flatMap((max) => {
    const found: PolicyIssue['code'][] = [];
    if (longer(rule, max, 0, 0)) found.push('lengthens');
    if (ORDER.indexOf(rule.start) > ORDER.indexOf(max.start)) found.push('start');
    if (rule.extension && !found.length && longer(rule, max, rule.extension, max.extension ?? 0))
      found.push('extension');
    return found.map((code) => ({ code, kind: rule.kind, stage: rule.stage, max: max.id }));
  });
}

/**
 * Makes a site's policy from the defaults. A row may shorten a period or start it earlier; one that could go past a
 * maximum of law or inspection is left as the default has it and reported. Holidays can still carry a period of
 * working days past a maximum of calendar days: {@link dueDate} then takes the earlier day.
 */
export function makePolicy(
  overrides: readonly DeadlineOverride[] = [],
  { rollOver = false }: { rollOver?: boolean } = {},
): { policy: DeadlinePolicy; issues: PolicyIssue[] } {
  const rules = [...DEFAULT_RULES];
  const issues: PolicyIssue[] = [];
  for (const override of overrides) {
    const { kind, stage } = override;
    const index = rules.findIndex((rule) => rule.kind === kind && rule.stage === stage);
    const rule = {
      id: `${kind}.${stage}`,
      start: 'received',
      unit: 'workingDays',
      basis: '本站承诺',
      ...rules[index],
      ...(override.value === undefined && override.unit === undefined ? {} : { basis: '本站承诺' }),
      ...override,
      evidence: 'D',
    } as DeadlineRule;
    const whole = (n: unknown): boolean => Number.isInteger(n) && (n as number) >= 0 && (n as number) <= 10000;
    const found: PolicyIssue[] =
      whole(rule.value) && whole(rule.extension ?? 0) && ORDER.includes(rule.start) && UNITS.includes(rule.unit)
        ? FIXED.includes(stage) &&
          (['value', 'unit', 'start', 'extension'] as const).some((k) => rule[k] !== rules[index]?.[k])
          ? [{ code: 'fixed', kind, stage }]
          : lengthening(rule)
        : [{ code: 'invalid', kind, stage }];
    issues.push(...found);
    if (found.length) continue;
    if (index < 0) rules.push(rule);
    else rules[index] = rule;
  }
  return { policy: { rules, rollOver }, issues };
}

/** An extension (延期) that was granted. */
export interface GrantedExtension {
  /** in the unit of the rule */
  value: number;
  /** DateOnly of the decision; one decided after the due date has no effect */
  on?: string;
}

/** Time that is not counted: the days after `from` up to and with `to`; without `to` it still lasts. */
export interface Pause {
  /** DateOnly: the others were asked */
  from: string;
  /** DateOnly: they answered */
  to?: string;
}

/** The facts of one case. Days are DateOnly; on 补正 give the day of the corrected request as `receivedOn`. */
export interface DeadlineFacts {
  kind: DeadlineKind;
  stage: DeadlineStage;
  receivedOn: string;
  acceptedOn?: string | undefined;
  closedOn?: string | undefined;
  answeredOn?: string | undefined;
  extensions?: readonly GrantedExtension[] | undefined;
  pauses?: readonly Pause[] | undefined;
  /** today, for a pause that still lasts: the due date is what it would be if the answer came on that day */
  asOf?: string | undefined;
}

/**
 * - `extension_too_long`: cut to what the rule allows · `extension_late`: decided after the due date, not counted
 * - `pause_not_allowed`: the rule does not stop the clock; the pause was not counted · `pause_invalid`: ends before it begins
 */
export type DueIssue = 'extension_too_long' | 'extension_late' | 'pause_not_allowed' | 'pause_invalid';

/** A due date, or what the clock still waits for. */
export type DueDate =
  | { status: 'noRule' }
  | { status: 'waiting'; waitsFor: DeadlineStart; rule: DeadlineRule }
  | (Computed & {
      /** `paused`: the clock stands still, the date will move on */
      status: 'running' | 'paused';
      rule: DeadlineRule;
      /** day of the event that started the clock */
      startedOn: string;
      /** extension that was counted, in the unit of the rule */
      extended: number;
      /** days that were not counted because of pauses, in working days or calendar days as the rule counts */
      paused: number;
      /** the maximum that ended the period earlier than the rule alone would */
      cappedBy?: DeadlineRule;
      issues: DueIssue[];
    });

const periods = { calendarDays: addCalendarDays, months: addMonths };

/** Counts a period from a day, without the days of pauses. Pauses may overlap and come in any order. */
function count(
  unit: DeadlineUnit,
  value: number,
  from: string,
  pauses: readonly [number, number][],
  calendar: Calendar,
  rollOver: Calendar | undefined,
): { computed: Computed; paused: number } {
  const stands = (n: number): boolean => pauses.some(([asked, answered]) => n > asked && n <= answered);
  const working = unit === 'workingDays';
  const plain = working ? addWorkingDays(calendar, from, value) : periods[unit](from, value);
  let n = toDayNumber(from);
  // Months are counted as the days that they have from this day on.
  let left = working ? value : toDayNumber(plain.date) - n;
  let paused = 0;
  while (left > 0) {
    n++;
    if (working && !calendar.isWorkday(fromDayNumber(n))) continue;
    if (stands(n)) paused++;
    else left--;
  }
  const end = fromDayNumber(n);
  if (!working) return { computed: finishPeriod(unit, value, from, end, { rollOver }), paused };
  const explanation = { ...explain(calendar, from, end), value };
  return { computed: { date: end, provisional: explanation.uncertainFrom !== undefined, explanation }, paused };
}

/**
 * The day by which a step is due, why, and how sure that is.
 * Extensions add to the period in the rule's own unit; pauses take their days out of the count, working days out of
 * working days and calendar days out of the others. `explanation.counted` includes days of pauses: subtract `paused`.
 * @throws RangeError when a day is malformed or a pause is longer than 100 years
 */
export function dueDate(policy: DeadlinePolicy, facts: DeadlineFacts, calendar: Calendar): DueDate {
  const rule = policy.rules.find((r) => r.kind === facts.kind && r.stage === facts.stage);
  if (!rule) return { status: 'noRule' };
  const startOf = (start: DeadlineStart): string | undefined => facts[`${start}On`];
  const startedOn = startOf(rule.start);
  if (startedOn === undefined) return { status: 'waiting', waitsFor: rule.start, rule };
  checkPeriod(rule.value);
  const issues = new Set<DueIssue>();
  const pauses: [number, number][] = [];
  let opened = Infinity;
  for (const pause of facts.pauses ?? []) {
    const asked = toDayNumber(pause.from);
    const answered = toDayNumber(pause.to ?? (facts.asOf && facts.asOf > pause.from ? facts.asOf : pause.from));
    if (answered < asked) issues.add('pause_invalid');
    else if (answered - asked > 36600) throw new RangeError('pause longer than 100 years');
    else if (!rule.pausable) issues.add('pause_not_allowed');
    else {
      pauses.push([asked, answered]);
      if (pause.to === undefined) opened = Math.min(opened, asked);
    }
  }
  const roll = policy.rollOver ? calendar : undefined;
  let result = count(rule.unit, rule.value, startedOn, pauses, calendar, roll);
  let extended = 0;
  for (const extension of facts.extensions ?? []) {
    checkPeriod(extension.value);
    if (extension.on !== undefined && !isDateOnly(extension.on))
      throw new RangeError('not a day of the form YYYY-MM-DD');
    if (extension.on !== undefined && extension.on > result.computed.date) {
      issues.add('extension_late');
      continue;
    }
    const allowed = Math.min(extension.value, (rule.extension ?? 0) - extended);
    if (allowed < extension.value) issues.add('extension_too_long');
    if (allowed <= 0) continue;
    extended += allowed;
    result = count(rule.unit, rule.value + extended, startedOn, pauses, calendar, roll);
  }
  // A pause that begins after the due date changes nothing any more.
  const open = opened < toDayNumber(result.computed.date);
  let { computed } = result;
  let cappedBy: DeadlineRule | undefined;
  for (const max of MAXIMA) {
    const start = startOf(max.start);
    if (max.kind !== rule.kind || max.stage !== rule.stage || start === undefined) continue;
    const cap = count(
      max.unit,
      max.value + (extended ? (max.extension ?? 0) : 0),
      start,
      max.pausable ? pauses : [],
      calendar,
      roll,
    );
    if (cap.computed.date < computed.date) {
      computed = cap.computed;
      cappedBy = max;
    }
  }
  return {
    ...computed,
    provisional: computed.provisional || (open && !cappedBy),
    status: open ? 'paused' : 'running',
    rule,
    startedOn,
    extended,
    paused: result.paused,
    ...(cappedBy ? { cappedBy } : {}),
    issues: [...issues],
  };
}
