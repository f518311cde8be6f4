// Orthogonal routes: in the gap between two rows every edge that is not straight gets a track of its own.
import type { Model } from './graph.js';
import type { Placed } from './place.js';
import type { Sizes } from './size.js';

/** A part of an edge in the gap above item `i` of its chain: its places above (a) and below (b), and its track. */
interface Piece {
  k: number;
  i: number;
  a: number;
  b: number;
  lo: number;
  hi: number;
  track: number;
}

/** Distance of two tracks, and room above the first and below the last, in pixels. */
const TRACK = 8;
const ABOVE = 10;
const BELOW = 14;

/** Gives every bent piece of a gap its track, from the top; returns how many there are. */
function tracks(all: Piece[]): number {
  const bent = all.filter((p) => p.a !== p.b);
  const meet = (p: Piece, q: Piece) => p.lo < q.hi + 5 && q.lo < p.hi + 5;
  // q runs above p where they would otherwise cross twice, or lie on each other where one begins and the other ends.
  const over = (q: Piece, p: Piece) =>
    Math.abs(q.a - p.b) < 5 ||
    (meet(p, q) && Math.abs(q.b - p.a) >= 5 && (q.b - q.a) * (p.b - p.a) > 0 && (q.a - p.a) * (q.b - q.a) > 0);
  let count = 0;
  const visit = (p: Piece) => {
    p.track = -1;
    let t = 0;
    const others = bent.filter((q) => q !== p);
    for (const q of others) {
      if (!over(q, p)) continue;
      if (q.track < -1) visit(q);
      t = Math.max(t, q.track + 1);
    }
    while (others.some((q) => q.track === t && meet(p, q))) t++;
    p.track = t;
    count = Math.max(count, t + 1);
  };
  for (const p of bent) p.track = -2;
  for (const p of bent) if (p.track < -1) visit(p);
  return count;
}

/** Ends keep the curve of one line however many they have: a tall one is no circle, which would be a connector. */
export const radius = (kind: string, w: number, h: number): number =>
  Math.min(w, h, kind === 'connector' ? w : CURVE) / 2;
export const CURVE = 44;

/** How far a slanted or rounded outline lies inside its box, `d` from the middle of a side of length `a`; depth `b`. */
function inset(kind: string, d: number, a: number, b: number): number {
  d = Math.abs(d);
  if (kind === 'decision') return (d / a) * b;
  if (kind !== 'start' && kind !== 'end' && kind !== 'connector') return 0;
  const r = radius(kind, a, b);
  return r - Math.sqrt(r * r - Math.max(0, d - a / 2 + r) ** 2);
}

export interface Routed {
  points: [x: number, y: number][][];
  /** Middle and end of each row along the flow. */
  mid: number[];
  bottom: number[];
  /** Where the box of each label begins: across, along. */
  labels: ([x: number, y: number] | undefined)[];
}

/** @param y where the first row begins. @param more more room above some rows. */
export function route(model: Model, sizes: Sizes, placed: Placed, kind: string[], y: number, more: boolean[]): Routed {
  const { n, chains, back, layer, rows } = model;
  const { w, h, lh } = sizes;
  const { x, ports, labels, loops } = placed;
  const gaps: Piece[][] = rows.map(() => []);
  const pieces: Piece[][] = [];
  for (let k = 0; k < chains.length; k++) {
    const c = chains[k]!;
    const list: Piece[] = [];
    pieces.push(list);
    for (let i = 1; i < c.length; i++) {
      const piece: Piece = { k, i, a: 0, b: 0, lo: 0, hi: 0, track: 0 };
      gaps[layer[c[i]!]!]!.push(piece);
      list.push(piece);
    }
  }
  const high = new Array<number>(rows.length).fill(0);
  const foot = new Array<number>(rows.length).fill(BELOW);
  for (let v = 0; v < n; v++) {
    const l = layer[v]!;
    let beside = 0;
    for (const k of loops[v]!) beside += lh[k]! + 2;
    high[l] = Math.max(high[l]!, h[v]!, beside);
  }
  for (let k = 0; k < labels.length; k++) {
    const l = labels[k];
    if (!l) continue;
    const r = layer[l.item]!;
    if (l.row) high[r] = Math.max(high[r]!, lh[k]! + 4);
    else foot[r] = Math.max(foot[r]!, lh[k]! + 8);
  }
  const at = (k: number, i: number) => {
    const c = chains[k]!;
    return x[c[i]!]! + (i ? (i === c.length - 1 ? ports[k]![1].x : 0) : ports[k]![0].x);
  };
  const mid: number[] = [];
  const bottom: number[] = [];
  const first: number[] = [];
  for (let l = 0; l < gaps.length; l++) {
    const gap = gaps[l]!;
    let count = 0;
    for (let again = 30; ; again--) {
      for (const p of gap) {
        p.a = at(p.k, p.i - 1);
        p.b = at(p.k, p.i);
        p.lo = Math.min(p.a, p.b);
        p.hi = Math.max(p.a, p.b);
      }
      count = tracks(gap);
      // Two edges that change places end to end would lie on each other: the lower end of one gives way.
      const p =
        again > 0 &&
        gap.find(
          (p) =>
            p.a !== p.b && gap.some((q) => q !== p && q.a !== q.b && Math.abs(q.a - p.b) < 2 && q.track >= p.track),
        );
      if (!p) break;
      const d =
        [4, -4, 3, -3, 2, -2, 5, -5].find((d) =>
          gap.every((o) => (o === p || Math.abs(o.b - p.b - d) > 3) && Math.abs(o.a - p.b - d) > 1),
        ) ?? 0;
      const v = chains[p.k]![p.i]!;
      if (v < n) {
        ports[p.k]![1].x += d;
        if (labels[p.k]?.item === v) labels[p.k]!.dx += d;
      } else x[v]! += d;
    }
    if (l) y += ABOVE + TRACK * Math.max(0, count - 1) + foot[l]! + (more[l] ? ABOVE : 0);
    first[l] = y - foot[l]! - TRACK * (count - 1);
    mid[l] = y + high[l]! / 2;
    bottom[l] = y += high[l]!;
  }

  /** The points of an edge at one end: on the outline, and beside the node where it uses the flank. */
  const port = (k: number, v: number, end: number): Routed['points'][0] => {
    const p = ports[k]![end]!;
    const m = mid[layer[v]!]!;
    if (!p.side) return [[x[v]! + p.x, m + (end ? -1 : 1) * (h[v]! / 2 - inset(kind[v]!, p.x, w[v]!, h[v]!))]];
    return [
      [x[v]! + p.side * (w[v]! / 2 - inset(kind[v]!, p.y, h[v]!, w[v]!)), m + p.y],
      [x[v]! + p.x, m + p.y],
    ];
  };
  const boxes: Routed['labels'] = [];
  const points: Routed['points'] = [];
  for (let k = 0; k < chains.length; k++) {
    const l = labels[k];
    const r = layer[l?.item ?? 0]!;
    boxes.push(l && [x[l.item]! + l.dx, l.row ? mid[r]! - lh[k]! / 2 : bottom[r]! - high[r]! - 4 - lh[k]!]);
    const c = chains[k]!;
    const pts = c.length ? port(k, c[0]!, 0) : [];
    for (const { a, b, i, track } of pieces[k]!) {
      const t = first[layer[c[i]!]!]! + TRACK * track;
      if (a !== b) pts.push([a, t], [b, t]);
    }
    if (c.length) pts.push(...port(k, c[c.length - 1]!, 1).reverse());
    points.push(back[k] ? pts.reverse() : pts);
  }
  loops.forEach((list, v) => {
    if (!list.length) return;
    const m = mid[layer[v]!]!;
    let y = m;
    for (const k of list) y -= lh[k]! / 2;
    for (const k of list) {
      const [a, b] = port(k, v, 0) as [[number, number], [number, number]];
      points[k] = [a, b, [b[0], 2 * m - b[1]], [a[0], 2 * m - a[1]]];
      if (boxes[k]) boxes[k]![1] = y;
      y += lh[k]!;
    }
  });
  return { points, mid, bottom, labels: boxes };
}
