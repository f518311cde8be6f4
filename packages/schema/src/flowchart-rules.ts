/** 流程图检查: what makes a flow chart whole and what the law says of it (domain §2.2). Pure: findings, no sentences. */
import { readTimeLimit } from './time-limit-text.js';

/** Where each rule comes from, as it is cited in a report. */
const CLAUSES = {
  /** 节点编号重复. */
  'duplicate-id': 'GB/T 1526',
  /** 流向指向不存在的节点. */
  'unknown-node': 'GB/T 1526',
  /** 没有起始节点. */
  'no-start': 'GB/T 1526',
  /** 没有终止节点. */
  'no-end': 'GB/T 1526',
  /** 全图只是一个循环，没有开始也没有结束. */
  'cycle-only': 'GB/T 1526',
  /** 从起始节点走不到. */
  unreachable: 'GB/T 1526',
  /** 不是终止节点，却没有下一步. */
  'dead-end': 'GB/T 1526',
  /** 走进去就再也到不了终止节点. */
  endless: 'GB/T 1526',
  /** 判断节点的出口不足两个，或者出口没有写明条件. */
  'decision-branches': 'GB/T 1526',
  /** 步骤没有责任岗位. */
  'post-missing': '《行政许可标准化指引（2016版）》流程图编制要求',
  /** 步骤没有时限. */
  'limit-missing': '《行政许可标准化指引（2016版）》流程图编制要求',
  /** 依申请办理的事项没有写明 受理、补正、不予受理 中的一种去向. */
  'acceptance-branch': '《中华人民共和国行政许可法》第三十二条',
  /** 补正告知超过五个工作日. */
  'correction-over-5': '《中华人民共和国行政许可法》第三十二条第一款第（四）项',
  /** 最长路径各环节时限之和超过承诺时限. */
  'steps-exceed-promise': '《优化营商环境条例》第三十五条',
  /** 行政许可自受理起超过二十个工作日. */
  'permit-over-20': '《中华人民共和国行政许可法》第四十二条',
  /** 行政许可证件送达超过十个工作日. */
  'delivery-over-10': '《中华人民共和国行政许可法》第四十四条',
  /** 行政许可的期限没有按工作日计算. */
  'permit-calendar-days': '《中华人民共和国行政许可法》第八十二条',
  /** 处罚决定自立案起超过九十日. */
  'penalty-over-90': '《中华人民共和国行政处罚法》第六十条',
  /** 处罚决定书送达超过七个工作日. */
  'delivery-over-7': '《中华人民共和国行政处罚法》第六十一条',
  /** 当事人要求听证的期限不是五个工作日. */
  'hearing-request-5': '《中华人民共和国行政处罚法》第六十四条',
} as const;
export type FlowChartRule = keyof typeof CLAUSES;

/** One finding: the rule, the node or edge, the values that led to it, the clause, and how much it weighs. */
export interface FlowChartFinding {
  readonly code: FlowChartRule;
  /** `error`: the chart cannot be followed or contradicts a law; `warning`: to be looked at by a person. */
  readonly severity: 'error' | 'warning';
  readonly nodeId?: string;
  readonly edgeIndex?: number;
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly clause: string;
}

type Words = string | Readonly<Record<string, string>> | undefined;
interface Limit {
  kind: string;
  value?: number | undefined;
  startsFrom?: string | undefined;
  raw?: string | undefined;
  atLeast?: boolean | undefined;
}
/** What is read of a `FlowChart`; it need not be valid otherwise. */
export interface CheckedFlowChart {
  nodes: readonly {
    id: string;
    kind: string;
    label?: Words;
    lane?: Words;
    post?: Words;
    timeLimit?: Limit | string | undefined;
  }[];
  edges: readonly { from: string; to: string; label?: Words; condition?: Words; kind?: string | undefined }[];
}
export interface FlowChartCheckOptions {
  /** 职权类型 of the power that the chart belongs to, e.g. `01` 行政许可, `02` 行政处罚. */
  powerType?: string | undefined;
  /** 承诺办结时限, as a limit or as the text that stands in the source. */
  promisedLimit?: Limit | string | undefined;
}

const WARNINGS: readonly FlowChartRule[] = [
  'post-missing',
  'limit-missing',
  'steps-exceed-promise',
  'permit-over-20',
  'penalty-over-90',
  'permit-calendar-days',
  'acceptance-branch',
  'hearing-request-5',
];
/** 依申请 types: 许可, 给付, 确认, 奖励, 裁决. Others are asked only where the chart itself begins with 申请. */
const REQUEST_TYPES = ['01', '05', '07', '08', '09'];
const wordsOf = (value: Words): string =>
  (typeof value === 'string' ? value : value ? (value['zh-Hans'] ?? Object.values(value)[0] ?? '') : '').trim();
const limitOf = (value: Limit | string | undefined): Limit | undefined =>
  typeof value === 'string' ? readTimeLimit(value) : value;

/**
 * Everything that is wrong with a chart: first what keeps it from being followed, then fields that are missing, then
 * periods. A period is summed along the longest way from 受理 (from the beginning where there is none): waiting for the
 * applicant, 听证, 检验, 检测, 检疫, 鉴定 and 专家评审 (行政许可法第四十五条) and delivery do not count; a limit that
 * says "自受理之日起" counts from there; only limits in the unit of the promise are added.
 */
export function checkFlowChart(chart: CheckedFlowChart, options: FlowChartCheckOptions = {}): FlowChartFinding[] {
  const { nodes, edges } = chart;
  const { powerType } = options;
  const found: FlowChartFinding[] = [];
  const tell = (
    code: FlowChartRule,
    where: { nodeId?: string; edgeIndex?: number } = {},
    inputs: FlowChartFinding['inputs'] = {},
  ) => {
    found.push({
      code,
      severity: WARNINGS.includes(code) ? 'warning' : 'error',
      ...where,
      inputs,
      clause: CLAUSES[code],
    });
  };

  // What can be followed. An id means the first node that has it.
  const index = new Map<string, number>();
  nodes.forEach(({ id }, i) => {
    if (index.has(id)) tell('duplicate-id', { nodeId: id });
    else index.set(id, i);
  });
  const out: number[][] = nodes.map(() => []);
  const back: number[][] = nodes.map(() => []);
  edges.forEach(({ from, to }, edgeIndex) => {
    const a = index.get(from);
    const b = index.get(to);
    if (a === undefined || b === undefined) tell('unknown-node', { edgeIndex }, { id: a === undefined ? from : to });
    else {
      out[a]!.push(b);
      back[b]!.push(a);
    }
  });
  const reach = (roots: number[], ways: number[][]) => {
    const seen = new Set(roots);
    for (const v of seen) ways[v]!.forEach((t) => seen.add(t));
    return seen;
  };
  const all = nodes.map((_, i) => i);
  const starts = all.filter((v) => nodes[v]!.kind === 'start');
  const ends = all.filter((v) => nodes[v]!.kind === 'end');
  const entries = all.filter((v) => !back[v]!.some((u) => u !== v));
  const exits = all.filter((v) => !out[v]!.some((t) => t !== v));
  if (nodes.length && !starts.length && !ends.length && !entries.length && !exits.length) tell('cycle-only');
  else {
    if (!starts.length) tell('no-start');
    if (!ends.length) tell('no-end');
  }
  const reached = reach(starts.length ? starts : entries, out);
  const ending = reach([...ends, ...exits], back);
  nodes.forEach(({ id: nodeId, kind }, v) => {
    if (index.get(nodeId) !== v) return;
    if (!reached.has(v) && reached.size) tell('unreachable', { nodeId });
    if (kind !== 'end' && kind !== 'connector' && exits.includes(v)) tell('dead-end', { nodeId });
    if (!ending.has(v) && ending.size) tell('endless', { nodeId });
    if (kind === 'decision') {
      const ways = edges.filter((e) => e.from === nodeId && index.has(e.to));
      const labelled = ways.filter(
        (e) => wordsOf(e.label) || wordsOf(e.condition) || e.kind === 'yes' || e.kind === 'no',
      ).length;
      if (ways.length < 2 || labelled < ways.length)
        tell('decision-branches', { nodeId }, { ways: ways.length, labelled });
    }
  });

  // Fields of the duty card. The applicant has no post and no duty.
  const labels = nodes.map(({ label }) => wordsOf(label));
  const limits = nodes.map(({ timeLimit }) => limitOf(timeLimit));
  const outside = nodes.map(({ lane }) => /^(applicant|thirdParty)$|申请人|当事人|第三方|专家/.test(wordsOf(lane)));
  nodes.forEach(({ id: nodeId, kind, post }, v) => {
    if (kind !== 'step' || outside[v]) return;
    if (!wordsOf(post)) tell('post-missing', { nodeId });
    if (!limits[v]) tell('limit-missing', { nodeId });
  });

  // 受理, 补正, 不予受理.
  const words = [...labels, ...edges.flatMap((e) => [wordsOf(e.label), wordsOf(e.condition)])];
  if (REQUEST_TYPES.includes(powerType ?? '') || (!powerType && starts.some((v) => /申请/.test(labels[v]!)))) {
    for (const [branch, pattern] of [
      ['受理', /(?<!不予?)受理|收件/],
      ['补正', /补正|补齐|补交/],
      ['不予受理', /不予?受理|不属于|不符合/],
    ] as const) {
      if (!words.some((w) => pattern.test(w))) tell('acceptance-branch', {}, { branch });
    }
  }

  // Periods.
  const over = (code: FlowChartRule, pattern: RegExp, most: number) => {
    labels.forEach((label, v) => {
      const limit = limits[v];
      const value = limit?.value ?? 0;
      if (pattern.test(label) && !outside[v] && limit?.kind === 'workingDays' && !limit.atLeast && value > most) {
        tell(code, { nodeId: nodes[v]!.id }, { value, most });
      }
    });
  };
  const permit = powerType === '01';
  const penalty = powerType === '02';
  if (permit) over('correction-over-5', /补正|补齐/, 5);
  if (permit) over('delivery-over-10', /送达|颁发|发证/, 10);
  if (penalty) over('delivery-over-7', /送达/, 7);
  nodes.forEach(({ id: nodeId }, v) => {
    const limit = limits[v];
    if (
      permit &&
      limit?.kind === 'calendarDays' &&
      !outside[v] &&
      /^(?!.*公示).*(审查|审核|审批|决定|批准|核准)/.test(labels[v]!)
    ) {
      tell('permit-calendar-days', { nodeId }, { value: limit.value ?? 0 });
    }
    if (penalty && /(要求|申请|提出).*听证/.test(labels[v]!) && limit?.kind === 'workingDays' && limit.value !== 5)
      tell('hearing-request-5', { nodeId }, { value: limit.value ?? 0 });
  });
  const sum = (kind: string, from: RegExp) => {
    const begin = all.filter((v) => from.test(labels[v]!));
    const within = reach(begin.length ? begin.flatMap((v) => out[v]!) : [...reached], out);
    // Whoever comes back to where the period begins begins it anew.
    begin.forEach((v) => within.delete(v));
    const state: number[] = [];
    const after: number[][] = [];
    /** Days from a node on, its own included; `since`: the most that any limit counted from the beginning comes to. */
    const days: number[] = [];
    let since = 0;
    for (const root of within) {
      const stack = state[root] ? [] : [root];
      while (stack.length) {
        const v = stack[stack.length - 1]!;
        const limit = limits[v];
        if (!state[v]) {
          state[v] = 1;
          // A way to a node that is still open closes a cycle; with the decision the period ends.
          const last = /作出.*决定|决定书$/.test(labels[v]!);
          after[v] = last ? [] : out[v]!.filter((t) => within.has(t) && state[t] !== 1);
          stack.push(...after[v]!.filter((t) => !state[t]));
          continue;
        }
        stack.pop();
        if (state[v] === 2) continue;
        state[v] = 2;
        const rest = Math.max(0, ...after[v]!.map((t) => days[t] ?? 0));
        const own =
          limit?.kind === kind &&
          !limit.atLeast &&
          !outside[v] &&
          !/听证|检验|检测|检疫|鉴定|专家评审|送达|颁发|公示/.test(labels[v]!)
            ? (limit.value ?? 0)
            : 0;
        const fixed = limit?.startsFrom === 'accepted' || /自(受理|立案)/.test(limit?.raw ?? '');
        days[v] = rest + (fixed ? 0 : own);
        since = Math.max(since, days[v]!, fixed ? own + rest : 0);
      }
    }
    return since;
  };
  const promise = limitOf(options.promisedLimit);
  if (promise?.value !== undefined && /Days$/.test(promise.kind)) {
    const days = sum(promise.kind, /(?<!不予?)受理/);
    if (days > promise.value) tell('steps-exceed-promise', {}, { days, promised: promise.value });
  }
  if (permit) {
    const days = sum('workingDays', /(?<!不予?)受理/);
    if (days > 20) tell('permit-over-20', {}, { days });
  }
  if (penalty) {
    const days = sum('calendarDays', /立案/);
    if (days > 90) tell('penalty-over-90', {}, { days });
  }
  return found;
}
