/** From a document to what is drawn and told: names in the reader's language, and one sentence for each step. Pure. */
import type { FlowChart, FlowEdge, FlowNode, LocalizedText, TimeLimit } from '@zwgk/schema';
import type { LayoutGraph } from './flowchart.layout.js';
import type { FlowchartTable } from './flowchart.messages.js';

export type Pick = (value: LocalizedText | undefined) => string;

/** One way on from a step. */
export interface Way {
  readonly edge: FlowEdge;
  /** Position of the edge in the graph, and of the step that it leads to in `steps`. */
  readonly index: number;
  readonly to: number;
  /** 不齐 → 第 2 步（补正） */
  readonly words: string;
}
export interface Step {
  readonly node: FlowNode;
  readonly number: number;
  readonly label: string;
  readonly lane: string;
  readonly phase: string;
  /** What stands in brackets behind the label: kind, who, how long. */
  readonly facts: string;
  readonly ways: readonly Way[];
  /** 第 3 步，共 12 步：审核（承办科室，5 个工作日），齐全 → 第 4 步；不齐 → 第 2 步（补正） */
  readonly sentence: string;
}
export interface Model {
  /** In reading order: the step with number n stands at n − 1. */
  readonly steps: readonly Step[];
  /** Nodes in the order of `steps`; every edge joins two of them. */
  readonly graph: LayoutGraph;
}

/** The chart shows so much of a label, the card all of it. */
const LONG = 200;
export const clip = (text: string, most = LONG): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** 时限 as the source has it, or in words of the reader's language where those have a form of their own. */
export const limitOf = (limit: TimeLimit | undefined, text: FlowchartTable): string => {
  const days = limit && text.days[limit.kind as keyof typeof text.days];
  return limit ? (days && limit.value !== undefined ? limit.value + days : limit.raw) : '';
};

/** A code in the reader's words; other text as it stands. */
const named = (words: Readonly<Record<string, string>>, text: string): string =>
  Object.prototype.hasOwnProperty.call(words, text) ? words[text]! : text;

export function modelOf(chart: FlowChart, text: FlowchartTable, pick: Pick): Model {
  const lanes = (chart.lanes ?? []).map((lane) =>
    typeof lane === 'object' && 'id' in lane
      ? { id: lane.id as string, title: pick(lane.title as LocalizedText) || named(text.lane, lane.id as string) }
      : { id: pick(lane as LocalizedText), title: named(text.lane, pick(lane as LocalizedText)) },
  );
  const { nodes, edges } = order(chart);
  const at = new Map(nodes.map((node, i) => [node.id, i]));
  const laneOf = (node: FlowNode) => {
    const id = pick(node.lane);
    return lanes.find((lane) => lane.id === id)?.title ?? named(text.lane, id);
  };
  const ways: Way[][] = nodes.map(() => []);
  const steps = nodes.map((node, i): Step => {
    const label = clip(pick(node.label).trim() || text.kind[node.kind]);
    const lane = laneOf(node);
    const facts = [
      node.kind === 'step' ? '' : text.kind[node.kind],
      lane || pick(node.post),
      limitOf(node.timeLimit as TimeLimit, text),
    ].filter(Boolean);
    return {
      node,
      number: i + 1,
      label,
      lane,
      phase: named(text.phase, pick(node.phase)),
      facts: facts.length ? text.facts(facts) : '',
      ways: ways[i]!,
      get sentence() {
        const way = this.ways.map(({ words }) => words).join(text.also);
        return text.head(i + 1, nodes.length) + label + this.facts + (way && text.then + way);
      },
    };
  });
  const wordsOf = (edge: FlowEdge) =>
    clip(pick(edge.label) || (edge.kind === 'yes' || edge.kind === 'no' ? text.edge[edge.kind] : ''));
  edges.forEach((edge, index) => {
    const to = at.get(edge.to)!;
    const from = at.get(edge.from)!;
    const aside =
      clip(pick(edge.condition)) || (edge.kind === 'timeout' || edge.kind === 'loopback' ? text.edge[edge.kind] : '');
    const words = text.way(wordsOf(edge), to + 1, aside === wordsOf(edge) ? '' : aside);
    ways[from]!.push({ edge, index, to, words });
  });
  const used = (bands: { id: string; title: string }[], key: 'lane' | 'phase') => {
    const left = new Set(nodes.map((node) => pick(node[key])).filter(Boolean));
    return bands.filter(({ id }) => left.delete(id));
  };
  return {
    steps,
    graph: {
      nodes: nodes.map((node, i) => ({
        id: node.id,
        kind: node.kind,
        label: steps[i]!.label,
        lane: pick(node.lane) || undefined,
        phase: pick(node.phase) || undefined,
        note: clip(limitOf(node.timeLimit as TimeLimit, text), 40) || undefined,
      })),
      edges: edges.map((edge) => ({
        from: edge.from,
        to: edge.to,
        label: wordsOf(edge) || undefined,
        kind: edge.kind,
      })),
      // Those that only nodes name come after those that the chart lists.
      lanes: used([...lanes, ...nodes.map((node, i) => ({ id: pick(node.lane), title: steps[i]!.lane }))], 'lane'),
      phases: used(
        nodes.map((node, i) => ({ id: pick(node.phase), title: steps[i]!.phase })),
        'phase',
      ),
    },
  };
}

/** PROVISIONAL until walk */
function order(chart: FlowChart): { nodes: FlowNode[]; edges: FlowEdge[] } {
  const nodes: FlowNode[] = [];
  const seen = new Set<string>();
  for (const node of chart.nodes) {
    let id = node.id;
    for (let i = 2; seen.has(id); i++) id = `${node.id}#${i}`;
    seen.add(id);
    nodes.push(id === node.id ? node : { ...node, id });
  }
  const edges = chart.edges.filter((edge) => seen.has(edge.from) && seen.has(edge.to));
  const out = new Map<string, FlowEdge[]>();
  const indeg = new Map<string, number>();
  for (const e of edges) {
    out.set(e.from, [...(out.get(e.from) ?? []), e]);
    if (e.kind !== 'loopback') indeg.set(e.to, (indeg.get(e.to) ?? 0) + 1);
  }
  const done = new Set<string>();
  const list: FlowNode[] = [];
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const queue = nodes.filter((n) => n.kind === 'start' || !indeg.get(n.id));
  const visit = () => {
    while (queue.length) {
      const n = queue.shift()!;
      if (done.has(n.id)) continue;
      done.add(n.id);
      list.push(n);
      for (const e of out.get(n.id) ?? [])
        if (e.kind !== 'loopback') {
          const left = indeg.get(e.to)! - 1;
          indeg.set(e.to, left);
          if (left <= 0) queue.push(byId.get(e.to)!);
        }
    }
  };
  visit();
  for (const n of nodes)
    if (!done.has(n.id)) {
      queue.push(n);
      visit();
    }
  return { nodes: list, edges };
}
