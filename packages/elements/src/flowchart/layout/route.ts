// Orthogonal routes: in the gap between two rows every edge that is not straight gets a track of its own.
import type { Model } from './graph.js';
import type { Placed, Sizes } from './place.js';

interface Piece {
  k: number;
  i: number;
  a: number;
  b: number;
  track: number;
}

/** Tracks of one gap, from the top; `a` and `b` are an edge's places above and below. Gives their number. */
const tracks = (pieces: Piece[]): number => {
  let count = 0;
  const bent = pieces.filter((p) => p.a !== p.b);
  const lo = (p: Piece) => Math.min(p.a, p.b);
  const hi = (p: Piece) => Math.max(p.a, p.b);
  const meet = (p: Piece, q: Piece) => lo(p) < hi(q) + 5 && lo(q) < hi(p) + 5;
  // q runs above p where they would otherwise cross twice, or lie on each other where one ends and the other begins.
  const over = (q: Piece, p: Piece) =>
    Math.abs(q.a - p.b) < 5 ||
    (meet(p, q) && Math.abs(q.b - p.a) >= 5 && q.a < q.b === p.a < p.b && (q.a < q.b ? q.a > p.a : q.a < p.a));
  const state = new Map<Piece, number>();
  const visit = (p: Piece) => {
    state.set(p, 1);
    let t = 0;
    for (const q of bent) {
      if (q === p || !over(q, p)) continue;
      if (!state.has(q)) visit(q);
      if (state.get(q) === 2) t = Math.max(t, q.track + 1);
    }
    while (bent.some((q) => q !== p && state.get(q) === 2 && q.track === t && meet(p, q))) t++;
    p.track = t;
    state.set(p, 2);
    count = Math.max(count, t + 1);
  };
  for (const p of bent) if (!state.has(p)) visit(p);
  return count;
};

/** Depth of a rounded or slanted outline below its box, `d` from the middle of a side `a` long, `b` deep. */
const inset = (kind: string, d: number, a: number, b: number): number => {
  d = Math.abs(d);
  if (kind === 'decision') return (d / a) * b;
  if (kind !== 'start' && kind !== 'end' && kind !== 'connector') return 0;
  const r = Math.min(a, b) / 2;
  const e = Math.max(0, d - a / 2 + r);
  return r - Math.sqrt(Math.max(0, r * r - e * e));
};

export interface Routed {
  points: [number, number][][];
  /** Middle of each row along the flow, its first and its last place. */
  mid: number[];
  top: number[];
  bottom: number[];
  /** Boxes of labels: across, along. */
  labels: ([number, number] | undefined)[];
  end: number;
}

export const route = (
  { n, chains, back, layer, rows }: Model,
  { w, h, lw, lh }: Sizes,
  placed: Placed,
  kind: string[],
  start: number,
  phaseAt: boolean[],
): Routed => {
  const { x, ports, labels, loops } = placed;
  const gaps: Piece[][] = rows.map(() => []);
  chains.forEach((c, k) => {
    for (let i = 1; i < c.length; i++) gaps[layer[c[i]!]!]!.push({ k, i, a: 0, b: 0, track: 0 });
  });
  const high = rows.map((row) => row.reduce((m, v) => (v < n ? Math.max(m, h[v]!) : m), 0));
  const foot = rows.map(() => 14);
  labels.forEach((l, k) => {
    if (!l) return;
    const r = layer[l.item]!;
    if (!l.row) foot[r] = Math.max(foot[r]!, lh[k]! + 8);
    else high[r] = Math.max(high[r]!, lh[k]! + 4);
  });
  loops.forEach((list, v) => {
    const r = layer[v]!;
    high[r] = Math.max(high[r]!, list.reduce((s, k) => s + lh[k]!, 0) + 4);
  });
  const at = (k: number, i: number) => {
    const c = chains[k]!;
    return x[c[i]!]! + (i ? (i === c.length - 1 ? ports[k]![1].x : 0) : ports[k]![0].x);
  };
  const mid: number[] = [];
  const top: number[] = [];
  const bottom: number[] = [];
  const first: number[] = [];
  let y = start;
  rows.forEach((_, l) => {
    const pieces = gaps[l]!;
    const read = () => {
      for (const p of pieces) {
        p.a = at(p.k, p.i - 1);
        p.b = at(p.k, p.i);
      }
    };
    read();
    let count = tracks(pieces);
    // Two edges that change places end to end would lie on each other: one lower end gives way.
    for (let again = 0; again < 4; again++) {
      let moved = false;
      for (const p of pieces) {
        if (p.a === p.b) continue;
        for (const q of pieces) {
          if (q === p || q.a === q.b || Math.abs(q.a - p.b) > 1 || q.track < p.track) continue;
          const c = chains[p.k]!;
          const free = (d: number) =>
            pieces.every((o) => (o === p || Math.abs(o.b - p.b - d) > 3) && Math.abs(o.a - p.b - d) > 1);
          const d = [4, -4, 3, -3, 2, -2, 5, -5].find(free);
          if (d === undefined) continue;
          if (p.i === c.length - 1) {
            const port = ports[p.k]![1];
            port.x += d;
            const lab = labels[p.k];
            if (lab && lab.item === c[p.i]) lab.dx += d;
          } else x[c[p.i]!]! += d;
          moved = true;
          read();
        }
      }
      if (!moved) break;
      count = tracks(pieces);
    }
    if (l) y += (count ? 10 + 8 * (count - 1) : 10) + foot[l]! + (phaseAt[l] ? 12 : 0);
    first[l] = y - foot[l]! - 8 * (count - 1);
    top[l] = y;
    mid[l] = y + high[l]! / 2;
    y += high[l]!;
    bottom[l] = y;
  });

  const points = chains.map((c, k): [number, number][] => {
    const pts: [number, number][] = [];
    const port = (end: 0 | 1) => {
      const v = c[end ? c.length - 1 : 0]!;
      const p = ports[k]![end];
      const m = mid[layer[v]!]!;
      const out: [number, number][] = p.side
        ? [
            [x[v]! + p.side * (w[v]! / 2 - inset(kind[v]!, p.y, h[v]!, w[v]!)), m + p.y],
            [x[v]! + p.x, m + p.y],
          ]
        : [[x[v]! + p.x, m + (end ? -1 : 1) * (h[v]! / 2 - inset(kind[v]!, p.x, w[v]!, h[v]!))]];
      pts.push(...(end ? out.reverse() : out));
    };
    if (!c.length) return pts;
    port(0);
    for (const p of c.keys()) {
      if (!p) continue;
      const g = gaps[layer[c[p]!]!]!.find((q) => q.k === k && q.i === p)!;
      if (g.a !== g.b) {
        const t = first[layer[c[p]!]!]! + 8 * g.track;
        pts.push([g.a, t], [g.b, t]);
      }
    }
    port(1);
    return back[k] ? pts.reverse() : pts;
  });
  const boxes = labels.map((l, k): [number, number] | undefined => {
    if (!l) return undefined;
    const r = layer[l.item]!;
    return [x[l.item]! + l.dx, l.row ? mid[r]! - lh[k]! / 2 : top[r]! - 4 - lh[k]!];
  });
  loops.forEach((list, v) => {
    const m = mid[layer[v]!]!;
    let s = m - list.reduce((a, k) => a + lh[k]!, 0) / 2;
    for (const k of list) {
      const p = ports[k]![0];
      const edge = x[v]! + w[v]! / 2 - inset(kind[v]!, p.y, h[v]!, w[v]!);
      points[k] = [
        [edge, m + p.y],
        [x[v]! + p.x, m + p.y],
        [x[v]! + p.x, m - p.y],
        [edge, m - p.y],
      ];
      if (boxes[k]) boxes[k]![1] = s;
      s += lh[k]!;
    }
  });
  return { points, mid, top, bottom, labels: boxes, end: y };
};
