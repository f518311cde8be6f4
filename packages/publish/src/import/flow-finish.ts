/** What every source of a flow chart leaves to be told by its lines: kinds of nodes, ways back, yes and no. */
import { FlowChart, readLenient, type FlowEdge, type FlowNode, type FlowRisk } from '@zwgk/schema';
import type { Issues } from './issues.js';

/** As many as a chart may have. */
export const MOST_NODES = 20_000;
export const MOST_EDGES = 50_000;

/** A node as a source tells it; time limits and bases are read from their text. */
export interface FlowDraftNode {
  id: string;
  label: string;
  /** Undefined: told by the lines that come and go. */
  kind?: FlowNode['kind'] | undefined;
  lane?: string;
  phase?: string;
  timeLimit?: string;
  note?: string;
  basis?: string[];
  materials?: string[];
  docs?: string[];
  risks?: FlowRisk[];
  [more: string]: unknown;
}
export interface FlowDraft {
  title?: string | undefined;
  lanes?: string[];
  nodes: FlowDraftNode[];
  edges: FlowEdge[];
}

/** Lines that lead back to a node on the way to where they begin. */
function waysBack(nodes: readonly FlowDraftNode[], edges: readonly FlowEdge[]): Set<FlowEdge> {
  const out = new Map<string, FlowEdge[]>(nodes.map(({ id }) => [id, []]));
  const entered = new Set<string>();
  for (const edge of edges) {
    out.get(edge.from)?.push(edge);
    entered.add(edge.to);
  }
  const back = new Set<FlowEdge>();
  const state = new Map<string, 'open' | 'done'>();
  const roots = [...nodes.filter(({ id, kind }) => kind === 'start' || !entered.has(id)), ...nodes];
  for (const { id: root } of roots) {
    if (state.has(root)) continue;
    const way: [string, number][] = [[root, 0]];
    state.set(root, 'open');
    for (let top = way[way.length - 1]; top; top = way[way.length - 1]) {
      const edge = out.get(top[0])![top[1]++];
      if (!edge) {
        state.set(top[0], 'done');
        way.pop();
      } else if (state.get(edge.to) === 'open') back.add(edge);
      else if (!state.has(edge.to) && out.has(edge.to)) {
        state.set(edge.to, 'open');
        way.push([edge.to, 0]);
      }
    }
  }
  return back;
}
const YES = /^(?:是|有|齐全|符合|同意|通过|合格|批准|准予|属于|受理|yes|y|true)$/i;
const NO = /^(?:否|无|不.{1,6}|未.{1,6}|no|n|false)$/i;

/**
 * The chart of a draft. A node without a kind is a start when only ways back lead to it, an end when nothing follows, a
 * decision when several labelled lines leave it, else a step.
 */
export function finishChart({ title, lanes, nodes, edges }: FlowDraft, issues: Issues): FlowChart | undefined {
  const back = waysBack(nodes, edges);
  const leaves = new Map<string, number>();
  const labelled = new Set<string>();
  const entered = new Set<string>();
  for (const edge of edges) {
    leaves.set(edge.from, (leaves.get(edge.from) ?? 0) + 1);
    if (edge.label) labelled.add(edge.from);
    if (!back.has(edge)) entered.add(edge.to);
  }
  const kindOf = (id: string): FlowNode['kind'] =>
    !leaves.has(id)
      ? 'end'
      : !entered.has(id)
        ? 'start'
        : leaves.get(id)! > 1 && labelled.has(id)
          ? 'decision'
          : 'step';
  const chart = {
    ...(title && { title }),
    ...(lanes?.length && { lanes }),
    nodes: nodes.map((node) => ({ ...node, kind: node.kind ?? kindOf(node.id) })),
    edges: edges.map((edge) => {
      const label = typeof edge.label === 'string' ? edge.label : '';
      const kind =
        edge.kind ?? (back.has(edge) ? 'loopback' : YES.test(label) ? 'yes' : NO.test(label) ? 'no' : undefined);
      return { ...edge, ...(kind && { kind }) };
    }),
  };
  const { value, issues: found } = readLenient(FlowChart, chart);
  for (const { path, code } of found) issues.add('chart_refused', {}, code, String(path[path.length - 1] ?? ''));
  return value;
}
