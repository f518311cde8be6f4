/**
 * Laying a flow chart out, painting it, and moving it, beside dagre and ELK (tuned: cycles opened in the order of the
 * nodes, edges at right angles) and beside the bare SVG of the same drawing. The peers are no dependency of this project:
 * `npm i --prefix DIR @dagrejs/dagre@3.1.3 elkjs@0.12.1` and `ZWGK_BENCH_PEERS=DIR` bring them; without them our own
 * figures are shown alone. Quality is the mean over the seeds, times are medians of interleaved rounds.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { layoutChart } from '../../packages/elements/dist/flowchart/flowchart.layout.js';
import { painting } from './flowchart-painting.mjs';
import { race } from './rounds.mjs';

const SIZES = [10, 50, 200, 500];
const SEEDS = [1, 2, 3, 4, 5, 6, 7];
const peers = process.env['ZWGK_BENCH_PEERS'] && path.resolve(process.env['ZWGK_BENCH_PEERS']);
const have = (name) => {
  try {
    const found = createRequire(`${peers}/package.json`)(name);
    return found.default ?? found;
  } catch {
    return undefined;
  }
};

/** Crossings, edges through nodes, length of an edge in units of the mean node side, bends: of a finished drawing. */
export function quality({ nodes, edges }) {
  const unit = nodes.reduce((s, v) => s + (v.w + v.h) / 2, 0) / nodes.length;
  const box = new Map(nodes.map((v) => [v.id, v]));
  let crossings = 0;
  let through = 0;
  let length = 0;
  let bends = 0;
  const lines = edges.map(({ from, to, points }) => {
    const parts = points.slice(1).map((q, i) => [points[i], q]);
    for (const [p, q] of parts) length += Math.hypot(p[0] - q[0], p[1] - q[1]);
    bends += parts.length - 1;
    for (const v of nodes) {
      if (v.id === from || v.id === to) continue;
      const inside = ([p, q]) => {
        let t0 = 0;
        let t1 = 1;
        for (const [d, a, lo, hi] of [
          [q[0] - p[0], p[0], v.x + v.w * 0.15, v.x + v.w * 0.85],
          [q[1] - p[1], p[1], v.y + v.h * 0.15, v.y + v.h * 0.85],
        ]) {
          if (Math.abs(d) < 1e-9) {
            if (a < lo || a > hi) return false;
          } else {
            t0 = Math.max(t0, Math.min((lo - a) / d, (hi - a) / d));
            t1 = Math.min(t1, Math.max((lo - a) / d, (hi - a) / d));
          }
        }
        return t1 - t0 > 1e-6;
      };
      if (parts.some(inside)) through++;
    }
    return { parts, from, to };
  });
  // Lines that share a node may meet beside it.
  const beside = (e, f, x, y) =>
    [e.from, e.to].some((id) => {
      const v = box.get(id);
      return (
        (id === f.from || id === f.to) &&
        x > v.x - unit / 10 &&
        x < v.x + v.w + unit / 10 &&
        y > v.y - unit / 10 &&
        y < v.y + v.h + unit / 10
      );
    });
  for (let i = 0; i < lines.length; i++) {
    for (let j = 0; j < i; j++) {
      for (const [p, q] of lines[i].parts) {
        for (const [r, s] of lines[j].parts) {
          const cross = (q[0] - p[0]) * (s[1] - r[1]) - (q[1] - p[1]) * (s[0] - r[0]);
          if (Math.abs(cross) < 1e-6) continue;
          const t = ((r[0] - p[0]) * (s[1] - r[1]) - (r[1] - p[1]) * (s[0] - r[0])) / cross;
          const u = ((r[0] - p[0]) * (q[1] - p[1]) - (r[1] - p[1]) * (q[0] - p[0])) / cross;
          if (
            t > 0 &&
            t <= 1 &&
            u > 0 &&
            u <= 1 &&
            !beside(lines[i], lines[j], p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1]))
          )
            crossings++;
        }
      }
    }
  }
  return { crossings, through, length: length / unit / edges.length, bends: bends / edges.length };
}

const dagreLayout = (dagre, graph, size) => {
  const g = new dagre.graphlib.Graph({ multigraph: true });
  g.setGraph({ rankdir: 'TB', nodesep: 40, ranksep: 40, edgesep: 16 }).setDefaultEdgeLabel(() => ({}));
  for (const { id } of graph.nodes) g.setNode(id, { width: size.get(id).w, height: size.get(id).h });
  graph.edges.forEach((e, i) => g.setEdge(e.from, e.to, {}, String(i)));
  dagre.layout(g);
  return {
    nodes: graph.nodes.map(({ id }) => {
      const { w, h } = size.get(id);
      return { id, x: g.node(id).x - w / 2, y: g.node(id).y - h / 2, w, h };
    }),
    edges: graph.edges.map((e, i) => ({
      ...e,
      points: g.edge({ v: e.from, w: e.to, name: String(i) }).points.map((p) => [p.x, p.y]),
    })),
  };
};
const elkLayout = async (elk, graph, size) => {
  const laid = await elk.layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.spacing.nodeNode': '40',
      'elk.layered.spacing.nodeNodeBetweenLayers': '40',
      'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
    },
    children: graph.nodes.map(({ id }) => ({ id, width: size.get(id).w, height: size.get(id).h })),
    edges: graph.edges.map((e, i) => ({ id: `e${i}`, sources: [e.from], targets: [e.to] })),
  });
  return {
    nodes: laid.children.map((v) => ({ id: v.id, x: v.x, y: v.y, w: v.width, h: v.height })),
    edges: laid.edges.map((e, i) => {
      const { startPoint, bendPoints = [], endPoint } = e.sections[0];
      return { ...graph.edges[i], points: [startPoint, ...bendPoints, endPoint].map((p) => [p.x, p.y]) };
    }),
  };
};

export async function run() {
  const { procedure } = await tsImport('../support/flowchart-graphs.ts', import.meta.url);
  const dagre = peers && have('@dagrejs/dagre');
  const Elk = peers && have('elkjs/lib/elk.bundled.js');
  if (!dagre || !Elk)
    console.log(
      'Peers are missing; to compare: npm i --prefix DIR @dagrejs/dagre@3.1.3 elkjs@0.12.1, ZWGK_BENCH_PEERS=DIR',
    );
  const elk = Elk && new Elk();
  const rows = [];
  for (const n of SIZES) {
    const graphs = SEEDS.map((seed) => procedure(seed, n));
    const sizes = graphs.map((g) => new Map(layoutChart(g).nodes.map((v) => [v.id, v])));
    const each = async (layout) => {
      const all = [];
      for (const [i, g] of graphs.entries()) all.push(await layout(g, sizes[i]));
      return all;
    };
    const contestants = {
      ...(dagre && { dagre: (g, s) => dagreLayout(dagre, g, s) }),
      zwgk: (g) => layoutChart(g),
      ...(elk && { 'elk, tuned': (g, s) => elkLayout(elk, g, s) }),
    };
    const times = await race(
      Object.fromEntries(Object.entries(contestants).map(([name, layout]) => [name, () => each(layout)])),
    );
    for (const time of times) {
      const found = (await each(contestants[time.name])).map(quality);
      const mean = (key) => Number((found.reduce((s, q) => s + q[key], 0) / found.length).toPrecision(3));
      rows.push({
        measure: 'layout',
        nodes: n,
        ...time,
        'median ms': Number((time['median ms'] / graphs.length).toPrecision(3)),
        crossings: mean('crossings'),
        'through nodes': mean('through'),
        length: mean('length'),
        bends: mean('bends'),
      });
    }
  }
  const sizesOf = (graph) => Object.fromEntries(layoutChart(graph).nodes.map(({ id, w, h }) => [id, [w, h]]));
  return [...rows, ...(await painting(procedure, sizesOf, dagre && peers))];
}
