/** 权力运行流程图 (`FlowChart`): nodes, edges and lanes of one power, symbols after GB/T 1526 (domain §2.2). */
import * as z from 'zod/mini';
import { BasisInput, DateTime, listOf, localized, text } from './common.js';
import { DiscretionStandard } from './discretion.js';
import { TimeLimitInput } from './time-limit.js';

/** Kinds of node: 起始, 步骤, 判断, 文书, 终止, 连接符. */
export const flowNodeKinds = ['start', 'step', 'decision', 'document', 'end', 'connector'] as const;
/** Kinds of edge: `loopback` goes back (补正, 复核), `timeout` is taken when nothing happened in time. */
export const flowEdgeKinds = ['normal', 'yes', 'no', 'loopback', 'timeout'] as const;
/** 泳道: 申请人, 窗口, 承办科室, 审核, 分管领导, 主要领导/集体讨论, 第三方/专家, 其他机关. Other text is shown as it is. */
export const flowLanes = [
  'applicant',
  'window',
  'handler',
  'reviewer',
  'leader',
  'chief',
  'thirdParty',
  'otherOrg',
] as const;
/** 阶段: 决策, 执行, 结果. Other text is shown as it is. */
export const flowPhases = ['decision', 'execution', 'result'] as const;

/** 廉政风险点 with its level (`high`, `medium`, `low`, or the words of the unit), measures (防控措施) and who answers. */
export const FlowRisk = z.looseObject({
  point: localized(1000, 1),
  level: z.optional(localized(50)),
  measures: z.optional(listOf(localized(1000), 50)),
  responsible: z.optional(localized()),
});
export type FlowRisk = z.infer<typeof FlowRisk>;

/** 节点. `isPublic: false` keeps the risk points of the node inside the unit. */
export const FlowNode = z.looseObject({
  id: text(100, 1),
  kind: z.enum(flowNodeKinds),
  label: localized(20000),
  lane: z.optional(localized()),
  phase: z.optional(localized()),
  /** 责任岗位. */
  post: z.optional(localized()),
  /** 责任人. */
  person: z.optional(localized()),
  timeLimit: z.optional(TimeLimitInput),
  basis: z.optional(listOf(BasisInput, 50)),
  materials: z.optional(listOf(localized(1000), 100)),
  docs: z.optional(listOf(localized(1000), 100)),
  risks: z.optional(listOf(FlowRisk, 50)),
  isPublic: z.optional(z.boolean()),
  /** 裁量基准 that apply at this node. */
  discretion: z.optional(listOf(DiscretionStandard, 20)),
  /** 监督电话. */
  phone: z.optional(localized()),
  note: z.optional(localized(5000)),
});
export type FlowNode = z.infer<typeof FlowNode>;

/** 流向. `label` is what stands at the line, `condition` when it is taken. */
export const FlowEdge = z.looseObject({
  from: text(100, 1),
  to: text(100, 1),
  label: z.optional(localized(1000)),
  condition: z.optional(localized(2000)),
  kind: z.optional(z.enum(flowEdgeKinds)),
});
export type FlowEdge = z.infer<typeof FlowEdge>;

/** 泳道 as a code, a text, or an object with a title of its own. */
export const FlowLane = z.union([localized(), z.looseObject({ id: text(100, 1), title: z.optional(localized()) })]);
export type FlowLane = z.infer<typeof FlowLane>;

/**
 * 权力运行流程图. What makes a chart whole (every node reachable, decisions with two labelled ways …) is told by
 * `checkFlowChart`; the schema asks only for what is needed to draw.
 */
export const FlowChart = z.looseObject({
  id: z.optional(text(200)),
  powerItemId: z.optional(text(200)),
  title: z.optional(localized(500)),
  version: z.optional(z.union([text(50), z.number()])),
  updatedAt: z.optional(DateTime),
  lanes: z.optional(listOf(FlowLane, 50)),
  nodes: listOf(FlowNode, 20000).check(z.refine((nodes: unknown[]) => nodes.length > 0, { error: 'too_few' })),
  edges: listOf(FlowEdge, 50000),
  notes: z.optional(z.union([localized(20000), listOf(localized(5000), 100)])),
});
export type FlowChart = z.infer<typeof FlowChart>;
