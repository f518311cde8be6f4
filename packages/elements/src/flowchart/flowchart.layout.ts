// Layout of a power flow chart (权力运行流程图): pure geometry, the same for the same chart, no DOM.
import { layers } from './layout/graph.js';
import { arrange } from './layout/order.js';
import { place } from './layout/place.js';
import { radius, route } from './layout/route.js';
import { sizesOf } from './layout/size.js';
import { measureText, wrapText, type Measure } from './layout/text.js';

export { measureText, radius, wrapText, type Measure };

export interface LayoutNode {
  id: string;
  /** `start`, `step`, `decision`, `document`, `end` or `connector`: the outline at which edges end. */
  kind: string;
  label: string;
  lane?: string | undefined;
  phase?: string | undefined;
  /** A second, smaller text under the label, e.g. post and time limit. */
  note?: string | undefined;
  /** Size in pixels where the caller fixes it; it is never made smaller. */
  width?: number | undefined;
  height?: number | undefined;
}
export interface LayoutEdge {
  from: string;
  to: string;
  label?: string | undefined;
  /** `loopback` edges are the first to be drawn as back edges. */
  kind?: string | undefined;
}
export interface LayoutGraph {
  nodes: readonly LayoutNode[];
  edges: readonly LayoutEdge[];
  /** Lanes (泳道) and phases in their order; those that only nodes name come after them, titled by their id. */
  lanes?: readonly { id: string; title: string }[] | undefined;
  phases?: readonly { id: string; title: string }[] | undefined;
  /** The nodes stand in reading order: an edge runs back where it leads to an earlier one. Else that is found out. */
  ordered?: boolean | undefined;
}
export interface LayoutOptions {
  direction?: 'down' | 'right' | undefined;
  /** Width in pixels that a chart running down should keep to: it gives up comfort, then lanes, then columns. */
  width?: number | undefined;
  measure?: Measure | undefined;
  /** Font size of labels in pixels, 14. */
  fontSize?: number | undefined;
  /** `false` draws no lanes although nodes have them. */
  lanes?: boolean | undefined;
}

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface PlacedNode extends Box {
  id: string;
  lines: string[];
  noteLines: string[];
  /** Number of its layer, from 0. */
  layer: number;
  lane: string | undefined;
}
export interface PlacedEdge {
  /** Its number in `graph.edges`. */
  index: number;
  from: string;
  to: string;
  /** From the outline of `from` to that of `to`, at right angles. */
  points: [number, number][];
  label: (Box & { lines: string[] }) | undefined;
  /** Runs against the flow (补正, 复核, any cycle). */
  back: boolean;
}
export interface Band extends Box {
  id: string;
  title: string;
}
export interface Chart {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  /** Full-length strips; the first `HEAD` pixels along the flow are for the title. Empty where none are drawn. */
  lanes: Band[];
  /** Full-width strips; the first `HEAD` pixels across the flow are for the title. */
  phases: Band[];
}

/** Room for titles of lanes and phases, and the margin around the drawing, in pixels. */
export const HEAD = 30;
export const MARGIN = 8;

interface Fit {
  em: number;
  gap: number;
  cap: number;
  lanes: boolean;
}

/** Undefined when a narrow layout would need more bend points than anyone can follow. */
function attempt(graph: LayoutGraph, options: LayoutOptions, { em, gap, cap, lanes }: Fit): Chart | undefined {
  const { nodes, edges } = graph;
  const right = options.direction === 'right';
  const measure = options.measure ?? measureText;
  const size = options.fontSize ?? 14;
  const index = new Map<string, number>();
  const kinds: string[] = [];
  const start: boolean[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const { id, kind } = nodes[i]!;
    index.set(id, i);
    kinds.push(kind);
    start.push(kind === 'start');
  }
  const from: number[] = [];
  const to: number[] = [];
  const loop: boolean[] = [];
  for (let k = 0; k < edges.length; k++) {
    const e = edges[k]!;
    from.push(index.get(e.from)!);
    to.push(index.get(e.to)!);
    loop.push(e.kind === 'loopback');
  }
  const groups = (key: 'lane' | 'phase', given: LayoutGraph['lanes'] = []) => {
    const ids = nodes.map((v) => v[key] ?? '');
    const left = new Set(ids);
    if (key === 'phase') left.delete('');
    const all = [...given, ...[...left].map((id) => ({ id, title: id }))].filter(({ id }) => left.delete(id));
    return { all, of: ids.map((id) => all.findIndex((g) => g.id === id)) };
  };
  const none = (of: number) => ({ all: [], of: new Array<number>(nodes.length).fill(of) });
  const lane = lanes ? groups('lane', graph.lanes) : none(0);
  const phase = lanes || cap > 2 ? groups('phase', graph.phases) : none(-1);

  const { sizes, texts, tags } = sizesOf(graph, { right, size, em, gap, measure });
  const { w: sw, h: sh, lw, lh } = sizes;
  const model = layers(from, to, loop, start, lane.of.slice(), phase.of, cap, graph.ordered);
  if (cap < nodes.length && model.layer.length > 9999) return undefined;
  // More tries where they are cheap.
  arrange(model, 1 + Math.min(4, Math.floor(1000 / model.layer.length)));
  const pad = lane.all.length ? 14 : 0;
  const head = lane.all.length ? HEAD : 0;
  const side = phase.all.length ? HEAD : 0;
  const placed = place(
    model,
    sizes,
    from,
    lane.all.map((l) => measure(l.title, size) + 20),
    pad,
  );
  const { rows, bands } = model;
  const routed = route(
    model,
    sizes,
    placed,
    kinds,
    MARGIN + head + pad,
    rows.map((_, l) => l > 0 && bands.some((b) => b[1] === l)),
  );

  // From the flow's axes to the page's.
  let lo = nodes.length ? 1e9 : 0;
  let hi = 0;
  for (let i = 0; i < placed.x.length; i++) {
    lo = Math.min(lo, placed.x[i]! - placed.left[i]!);
    hi = Math.max(hi, placed.x[i]! + placed.right[i]!);
  }
  if (pad) {
    lo = 0;
    hi = placed.bounds[placed.bounds.length - 1]![1];
  }
  const dx = MARGIN + side - lo;
  const across = Math.ceil(hi + dx + MARGIN);
  const along = Math.ceil((routed.bottom[rows.length - 1] ?? 0) + MARGIN + pad);
  const box = (x: number, y: number, a: number, b: number): Box => {
    x += dx;
    return right ? { x: y, y: x, w: b, h: a } : { x, y, w: a, h: b };
  };
  const width = right ? along : across;
  const height = right ? across : along;
  /** Where a band begins that has this layer as its first. */
  const starts = (l: number) => (l ? routed.bottom[l - 1]! + 6 : MARGIN + head);
  return {
    width,
    height,
    nodes: nodes.map((v, i) => {
      const l = model.layer[i]!;
      return {
        ...box(placed.x[i]! - sw[i]! / 2, routed.mid[l]! - sh[i]! / 2, sw[i]!, sh[i]!),
        id: v.id,
        lines: texts[i]!.lines,
        noteLines: texts[i]!.noteLines,
        layer: l,
        lane: lane.all[lane.of[i]!]?.id,
      };
    }),
    edges: edges.map((e, k) => {
      const at = routed.labels[k];
      const points = routed.points[k]!;
      for (const point of points) {
        const x = point[0] + dx;
        point[0] = right ? point[1] : x;
        if (right) point[1] = x;
      }
      return {
        index: k,
        from: e.from,
        to: e.to,
        points,
        label: at && { ...box(at[0], at[1], lw[k]!, lh[k]!), lines: tags[k]! },
        back: model.back[k]!,
      };
    }),
    lanes: lane.all.map((l, i) => {
      const [a, b] = placed.bounds[i]!;
      return { ...l, ...box(a, MARGIN, b - a, along - 2 * MARGIN) };
    }),
    phases: bands.map(([p, l], i) => {
      const next = bands[i + 1];
      const end = next ? starts(next[1]) : along - MARGIN;
      return { ...phase.all[p]!, ...box(lo - side, starts(l), hi - lo + side, end - starts(l)) };
    }),
  };
}

/**
 * Lays a checked chart out: ids are unique and every edge joins two of the nodes. Layers along the flow, lanes across
 * it, phases as bands; every edge runs at right angles, passes no node, and no label covers anything.
 */
export function layoutChart(graph: LayoutGraph, options: LayoutOptions = {}): Chart {
  const lanes = options.lanes !== false && graph.nodes.some((v) => v.lane !== undefined);
  const { width, direction } = options;
  const down = direction !== 'right';
  let best = attempt(graph, options, { em: 10, gap: 28, cap: Infinity, lanes })!;
  if (!width || !down) return best;
  const size = options.fontSize ?? 14;
  const steps: Fit[] = [
    { em: 7, gap: 16, cap: Infinity, lanes },
    { em: 7, gap: 16, cap: Infinity, lanes: false },
    { em: 6, gap: 12, cap: 2, lanes: false },
    { em: 7, gap: 12, cap: 1, lanes: false },
    { em: 5, gap: 12, cap: 1, lanes: false },
  ];
  for (const step of steps) {
    if (best.width <= width) break;
    const next = attempt(graph, options, { ...step, em: Math.min(step.em, (width - 48) / size) });
    if (next && next.width < best.width) best = next;
  }
  return best;
}
