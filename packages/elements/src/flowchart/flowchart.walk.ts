// A flow chart in reading order, and the ways on from each step: what the text twin and the arrow keys follow. Pure.
import { direct } from './layout/graph.js';

/** What is needed of a `FlowChart`: ids are unique; an edge to nowhere is passed over. */
export interface WalkChart {
  nodes: readonly { id: string; kind: string }[];
  edges: readonly { from: string; to: string; kind?: string | undefined }[];
}

/** One way between two steps. */
export interface WalkWay {
  /** Its number in `chart.edges`, where its label, condition and kind stand. */
  edge: number;
  /** Place in `steps` of the step at the other end. */
  step: number;
  /** Closes a cycle (补正, 复核): told as a reference to an earlier step. */
  back: boolean;
}

export interface WalkStep {
  id: string;
  /** Its number in `chart.nodes`. */
  node: number;
  /** 第 n 步, from 1: its place in `steps` and one. */
  number: number;
  /** Ways on and ways here, in the chart's order. */
  out: WalkWay[];
  in: WalkWay[];
  /** No way leads here from a start. Such steps stand at the end. */
  unreachable: boolean;
}

export interface Walk {
  steps: WalkStep[];
  /** Where a reader of this step comes from: the earliest step that leads on to it, else one that comes back to it. */
  previous(step: number): number | undefined;
  /** The steps of the fork that this one belongs to, itself included: all ways on from `from`, else from `previous`. */
  siblings(step: number, from?: number): number[];
}

/**
 * Steps in reading order: from the starts on, each branch of a decision to its end before the next one begins, a step
 * where branches meet after all of them; only ways back lead to a lower number.
 */
export function walkChart({ nodes, edges }: WalkChart): Walk {
  const index = new Map<string, number>();
  nodes.forEach((v, i) => index.has(v.id) || index.set(v.id, i));
  const kept: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const loop: boolean[] = [];
  const out: number[][] = nodes.map(() => []);
  for (let k = 0; k < edges.length; k++) {
    const edge = edges[k]!;
    const a = index.get(edge.from);
    const b = index.get(edge.to);
    if (a === undefined || b === undefined) continue;
    kept.push(k);
    from.push(a);
    to.push(b);
    loop.push(edge.kind === 'loopback');
    out[a]!.push(b);
  }
  const start = nodes.map((v) => v.kind === 'start');
  const { order, turned } = direct(nodes.length, from, to, loop, start);

  // Without a start the steps that nothing leads to begin; in a mere cycle the first one.
  let roots = start;
  if (!start.includes(true)) {
    const entered = new Set(to.filter((v, k) => !turned[k] && v !== from[k]));
    roots = nodes.map((_, v) => !entered.has(v));
  }
  const reached = new Set(order.filter((v) => roots[v]));
  for (const v of reached) for (const t of out[v]!) reached.add(t);
  const sorted =
    reached.size === nodes.length
      ? order
      : [...order.filter((v) => reached.has(v)), ...order.filter((v) => !reached.has(v))];
  const steps = sorted.map((node, i): WalkStep => ({
    id: nodes[node]!.id,
    node,
    number: i + 1,
    out: [],
    in: [],
    unreachable: !reached.has(node),
  }));
  const place: number[] = [];
  sorted.forEach((v, i) => (place[v] = i));
  kept.forEach((edge, k) => {
    const a = place[from[k]!]!;
    const b = place[to[k]!]!;
    const back = a === b || Boolean(turned[k]);
    steps[a]!.out.push({ edge, step: b, back });
    steps[b]!.in.push({ edge, step: a, back });
  });
  const previous = (i: number) => {
    const ways = steps[i]!.in.filter((w) => w.step !== i);
    return ways.sort((a, b) => +a.back - +b.back || a.step - b.step)[0]?.step;
  };
  return {
    steps,
    previous,
    siblings: (i, at = previous(i)) => (at === undefined ? [i] : [...new Set(steps[at]!.out.map((w) => w.step))]),
  };
}
