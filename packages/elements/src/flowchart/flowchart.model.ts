/** From a document to what is drawn and told: names in the reader's language, and one sentence for each step. Pure. */
import type { FlowChart, FlowEdge, FlowNode, Issue, LocalizedText, TimeLimit } from '@zwgk/schema';
import type { LayoutGraph } from './flowchart.layout.js';
import type { FlowchartTable } from './flowchart.messages.js';
import { walkChart, type Walk, type WalkWay } from './flowchart.walk.js';

export type Pick = (value: LocalizedText | undefined) => string;

/** One way on from a step. */
export interface Way {
  readonly edge: FlowEdge;
  /** Position of the edge in the graph, and of the step that it leads to in `steps`. */
  readonly index: number;
  readonly to: number;
  /** 不齐 → 第2步（补正） */
  readonly words: string;
}
export interface Step {
  readonly node: FlowNode;
  readonly number: number;
  readonly label: string;
  readonly lane: string;
  readonly phase: string;
  readonly limit: string;
  /** 当前环节 where a case stands at this step, else nothing. */
  readonly now: string;
  /** What stands in brackets behind the label: kind, who, how long. */
  readonly facts: string;
  readonly ways: readonly Way[];
  /** 第3步，共12步：审核（承办科室，5个工作日），齐全 → 第4步；不齐 → 第2步（补正） */
  readonly sentence: string;
}
export interface Model {
  readonly walk: Walk;
  /** In reading order: the step with number n stands at n − 1. */
  readonly steps: readonly Step[];
  /** Nodes in the order of `steps`; every edge joins two of them. */
  readonly graph: LayoutGraph;
}

/** The chart shows so much of a label, the card all of it. */
const LONG = 200;
export const clip = (text: string, most = LONG): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** 时限 as the source has it; in words of the reader's language where that has a form. */
export function limitOf(limit: TimeLimit | undefined, text: FlowchartTable): string {
  const days = limit && text.days[limit.kind as keyof typeof text.days];
  return limit ? (days && limit.value !== undefined ? limit.value + days : limit.raw) : '';
}

/** A code in the reader's words; other text as it stands. */
const named = (words: Readonly<Record<string, string>>, text: string): string =>
  Object.prototype.hasOwnProperty.call(words, text) ? words[text]! : text;

/** @param position id of the step where a case stands now (当前环节): told with the step, in words */
export function modelOf(chart: FlowChart, text: FlowchartTable, pick: Pick, position?: string): Model {
  const walk = walkChart(chart);
  const count = walk.steps.length;
  const lanes = (chart.lanes ?? []).map((lane) => {
    const own =
      typeof lane === 'object' && typeof lane.id === 'string'
        ? (lane as { id: string; title?: LocalizedText })
        : undefined;
    const id = own?.id ?? pick(lane as LocalizedText);
    return { id, title: pick(own?.title) || named(text.lane, id) };
  });
  const wordsOf = ({ label, kind }: FlowEdge) =>
    clip(pick(label)) || (kind === 'yes' || kind === 'no' ? text.edge[kind] : '');
  const words = chart.edges.map(wordsOf);
  const wayOf = ({ edge: index, step: to, back }: WalkWay): Way => {
    const edge = chart.edges[index]!;
    const own = words[index]!;
    const aside =
      clip(pick(edge.condition)) || (edge.kind === 'timeout' ? text.edge.timeout : back ? text.edge.loopback : '');
    return { edge, index, to, words: text.way(own, to + 1, aside === own ? '' : aside) };
  };
  const steps = walk.steps.map(({ node: at, number, out }): Step => {
    const node = chart.nodes[at]!;
    const label = clip(pick(node.label).trim() || text.kind[node.kind]);
    const code = pick(node.lane);
    const lane = code && (lanes.find(({ id }) => id === code)?.title ?? named(text.lane, code));
    const limit = limitOf(node.timeLimit as TimeLimit, text);
    const now = node.id === position ? text.position : '';
    const list = [now, node.kind === 'step' ? '' : text.kind[node.kind], lane || pick(node.post), limit];
    const known = list.filter(Boolean);
    const facts = known.length ? text.facts(known) : '';
    const ways = out.map(wayOf);
    const way = ways.map(({ words }) => words).join(text.semicolon);
    const sentence = text.head(number, count) + label + facts + (way && text.comma + way);
    return {
      node,
      number,
      label,
      lane,
      phase: node.phase ? named(text.phase, pick(node.phase)) : '',
      limit,
      now,
      facts,
      ways,
      sentence,
    };
  });
  const bands = (given: { id: string; title: string }[], key: 'lane' | 'phase') => {
    const left = new Map<string, string>();
    for (const step of steps) {
      const id = step.node[key] && pick(step.node[key]);
      if (id && !left.has(id)) left.set(id, step[key]);
    }
    if (!left.size) return [];
    // Those that only nodes name come after those that the chart lists.
    const all = [...given, ...Array.from(left, ([id, title]) => ({ id, title }))];
    return all.filter(({ id }) => left.delete(id));
  };
  return {
    walk,
    steps,
    graph: {
      nodes: steps.map(({ node, label, limit, now }) => ({
        id: node.id,
        kind: node.kind,
        label,
        lane: pick(node.lane) || undefined,
        phase: pick(node.phase) || undefined,
        note: [now, clip(limit, 40)].filter(Boolean).join(' · ') || undefined,
      })),
      edges: chart.edges.map(({ from, to, kind }, k) => ({ from, to, label: words[k] || undefined, kind })),
      lanes: bands(lanes, 'lane'),
      phases: bands([], 'phase'),
      // What no start leads to stands at the end, whatever it leads to.
      ordered: !walk.steps.some(({ unreachable }) => unreachable),
    },
  };
}

/** A chart that can be drawn: ids are unique, every edge joins two nodes. What had to be mended is told in `issues`. */
export function mend(chart: FlowChart): { chart: FlowChart; issues: Issue[] } {
  const issues: Issue[] = [];
  const ids = new Set<string>();
  const nodes = chart.nodes.map((node, i) => {
    let { id } = node;
    if (ids.has(id)) issues.push({ path: ['nodes', i, 'id'], code: 'duplicate' });
    // Edges mean the first node of an id; the others still stand in the chart.
    while (ids.has(id)) id += "'";
    ids.add(id);
    return id === node.id ? node : { ...node, id };
  });
  const edges = chart.edges.filter((edge, i) => {
    const lost = (['from', 'to'] as const).filter((end) => !ids.has(edge[end]));
    issues.push(...lost.map((end) => ({ path: ['edges', i, end], code: 'unknown_node' })));
    return !lost.length;
  });
  return { chart: issues.length ? { ...chart, nodes, edges } : chart, issues };
}
