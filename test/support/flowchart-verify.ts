// Checks a drawn chart by plain geometry, knowing nothing of how it was laid out.
import type { Band, Box, Chart, LayoutGraph } from '../../packages/elements/src/flowchart/flowchart.layout.js';

type Point = readonly [number, number];
const overlap = (a: Box, b: Box, by = 0): boolean =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > by && Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > by;
const segment = (p: Point, q: Point): Box => ({
  x: Math.min(p[0], q[0]),
  y: Math.min(p[1], q[1]),
  w: Math.abs(p[0] - q[0]),
  h: Math.abs(p[1] - q[1]),
});
/** A segment has no area, so it hits a box when it runs inside it, not along its border. */
const hits = (s: Box, b: Box): boolean =>
  s.x < b.x + b.w - 0.5 && s.x + s.w > b.x + 0.5 && s.y < b.y + b.h - 0.5 && s.y + s.h > b.y + 0.5;

/** Whether a point lies on the outline that GB/T 1526 gives a node of this kind, within half a pixel. */
const onOutline = (kind: string, b: Box, [px, py]: Point): boolean => {
  const x = Math.abs(px - b.x - b.w / 2);
  const y = Math.abs(py - b.y - b.h / 2);
  if (kind === 'decision') return Math.abs((2 * x) / b.w + (2 * y) / b.h - 1) < 0.02;
  if (kind === 'start' || kind === 'end' || kind === 'connector') {
    // The curve of an end is that of one line; a connector is round.
    const r = Math.min(b.w, b.h, kind === 'connector' ? Infinity : 44) / 2;
    const ex = x - b.w / 2 + r;
    const ey = y - b.h / 2 + r;
    return ex > 0 && ey > 0 ? Math.abs(Math.hypot(ex, ey) - r) < 0.5 : Math.abs(Math.max(ex, ey) - r) < 0.5;
  }
  return x < b.w / 2 + 0.5 && y < b.h / 2 + 0.5 && (Math.abs(x - b.w / 2) < 0.5 || Math.abs(y - b.h / 2) < 0.5);
};

/** Everything wrong with a drawing, as sentences; none when it is right. */
export const faults = (graph: LayoutGraph, chart: Chart): string[] => {
  const out: string[] = [];
  const say = (text: string) => {
    if (out.length < 12) out.push(text);
  };
  const nodes = new Map(chart.nodes.map((v) => [v.id, v]));
  const kinds = new Map(graph.nodes.map((v) => [v.id, v.kind]));
  if (chart.nodes.length !== graph.nodes.length || chart.edges.length !== graph.edges.length)
    say('something is missing');
  const inside = (b: Box, what: string) => {
    if (![b.x, b.y, b.w, b.h].every(Number.isFinite)) say(`${what} is not a number`);
    if (b.x < 0 || b.y < 0 || b.x + b.w > chart.width || b.y + b.h > chart.height)
      say(`${what} is outside the drawing`);
  };
  for (const v of chart.nodes) {
    inside(v, `node ${v.id}`);
    if (v.w < 20 || v.h < 20) say(`node ${v.id} is too small`);
  }
  for (let i = 0; i < chart.nodes.length; i++)
    for (let j = 0; j < i; j++)
      if (overlap(chart.nodes[i]!, chart.nodes[j]!, -4))
        say(`nodes ${chart.nodes[i]!.id} and ${chart.nodes[j]!.id} overlap`);
  const all: { k: number; s: Box; ends: string[] }[] = [];
  const labels: { k: number; box: Box }[] = [];
  chart.edges.forEach((e, k) => {
    const g = graph.edges[k]!;
    if (e.index !== k || e.from !== g.from || e.to !== g.to) say(`edge ${k} is another one`);
    const p = e.points;
    if (p.length < 2) return say(`edge ${k} has no line`);
    if (!onOutline(kinds.get(e.from)!, nodes.get(e.from)!, p[0]!))
      say(`edge ${k} does not leave ${e.from} at its outline: ${p[0]}`);
    if (!onOutline(kinds.get(e.to)!, nodes.get(e.to)!, p[p.length - 1]!))
      say(`edge ${k} does not reach ${e.to} at its outline: ${p[p.length - 1]}`);
    for (let i = 1; i < p.length; i++) {
      const s = segment(p[i - 1]!, p[i]!);
      inside(s, `edge ${k}`);
      if (s.w > 0.01 && s.h > 0.01) say(`edge ${k} slants`);
      if (s.w < 0.01 && s.h < 0.01) say(`edge ${k} stands still`);
      all.push({ k, s, ends: [e.from, e.to] });
    }
    if (Boolean(g.label?.trim()) !== Boolean(e.label)) say(`edge ${k}: label lost or made up`);
    if (e.label) {
      inside(e.label, `label of ${k}`);
      labels.push({ k, box: e.label });
    }
  });
  for (const { k, s, ends } of all) {
    for (const v of chart.nodes) {
      if (!hits(s, v)) continue;
      // The last stub of a line may end inside the box of its own diamond or rounded node.
      if (ends.includes(v.id) && /decision|start|end|connector/.test(kinds.get(v.id)!)) {
        const inner = { x: v.x + v.w / 2 - 1, y: v.y + v.h / 2 - 1, w: 2, h: 2 };
        if (!hits(s, inner)) continue;
      }
      say(`edge ${k} runs through node ${v.id}`);
    }
    for (const l of labels) if (hits(s, l.box)) say(`edge ${k} runs through the label of ${l.k}`);
  }
  for (const l of labels) {
    for (const v of chart.nodes) if (overlap(l.box, v)) say(`label of ${l.k} covers node ${v.id}`);
    for (const m of labels) if (m.k < l.k && overlap(l.box, m.box)) say(`labels of ${l.k} and ${m.k} cover each other`);
  }
  // Two edges may cross, never lie on each other.
  for (const vertical of [true, false]) {
    const lines = all
      .filter(({ s }) => (vertical ? s.h > s.w : s.w > s.h))
      .map(({ k, s }) => ({
        k,
        at: vertical ? s.x : s.y,
        lo: vertical ? s.y : s.x,
        hi: vertical ? s.y + s.h : s.x + s.w,
      }));
    lines.sort((a, b) => a.at - b.at);
    lines.forEach((a, i) => {
      for (let j = i + 1; j < lines.length && lines[j]!.at - a.at < 1; j++) {
        const b = lines[j]!;
        if (a.k !== b.k && Math.min(a.hi, b.hi) - Math.max(a.lo, b.lo) > 0.5)
          say(
            `edges ${a.k} and ${b.k} lie on each other near ${vertical ? 'x' : 'y'} ${a.at}, ${Math.max(a.lo, b.lo)}–${Math.min(a.hi, b.hi)}`,
          );
      }
    });
  }
  const band = (bands: Band[], key: 'lane' | 'phase') => {
    for (const b of bands) inside(b, `${key} ${b.id}`);
    for (let i = 0; i < bands.length; i++)
      for (let j = 0; j < i; j++)
        if (overlap(bands[i]!, bands[j]!)) say(`${key}s ${bands[i]!.id} and ${bands[j]!.id} overlap`);
    if (!bands.length) return;
    for (const v of graph.nodes) {
      const mine = bands.filter((x) => x.id === (v[key] ?? ''));
      const n = nodes.get(v.id)!;
      const holds = (b: Band) => n.x >= b.x && n.y >= b.y && n.x + n.w <= b.x + b.w && n.y + n.h <= b.y + b.h;
      if (!mine.some(holds) && (key === 'lane' || v[key] !== undefined)) say(`node ${v.id} leaves its ${key}`);
    }
  };
  band(chart.lanes, 'lane');
  band(chart.phases, 'phase');
  return out;
};
