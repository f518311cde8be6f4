// Where edges leave and enter their nodes, and the places of all items across the flow.
import type { Model } from './graph.js';

/** Sizes along the two axes of the flow: `w` across it, `h` along it. */
export interface Sizes {
  w: number[];
  h: number[];
  /** Share of a side that edges may use, by node. */
  use: number[];
  /** Label of each edge, 0 where there is none. */
  lw: number[];
  lh: number[];
  /** Least distance of two nodes in a row. */
  gap: number;
}

/** One end of an edge: 0 is the upper, 1 the lower. */
export interface Port {
  /** Offset from the node's middle across the flow. */
  x: number;
  /** Which flank of a node a back edge uses: -1, 1, or 0 for top and bottom. */
  side: number;
  /** Offset along the flow, on a flank. */
  y: number;
}

export interface Placed {
  x: number[];
  left: number[];
  right: number[];
  ports: [Port, Port][];
  /** Where each label begins across the flow, from the middle of `item`; `row`: beside the item, else above it. */
  labels: ({ item: number; dx: number; row: boolean } | undefined)[];
  loops: number[][];
  /** First and last place of each lane across the flow. */
  bounds: [number, number][];
}

/** Distance of a label from its line, of slots beside a node, of nested loops. */
export const AIR = 6;
export const SLOT = 10;

/** Nearest places to `t` (weights `w`) that keep order and the distances in `off`: pooled adjacent violators. */
export const fit = (t: number[], w: number[], off: number[], lo: number, hi: number): number[] => {
  const mean: number[] = [];
  const mass: number[] = [];
  const size: number[] = [];
  t.forEach((want, i) => {
    let m = want - off[i]!;
    let s = w[i]!;
    let c = 1;
    while (mean.length && mean[mean.length - 1]! >= m) {
      const s2 = mass.pop()!;
      m = (mean.pop()! * s2 + m * s) / (s2 + s);
      s += s2;
      c += size.pop()!;
    }
    mean.push(m);
    mass.push(s);
    size.push(c);
  });
  const out: number[] = [];
  hi -= off[off.length - 1] ?? 0;
  mean.forEach((m, j) => {
    for (let i = size[j]!; i--;) out.push(Math.round(Math.max(lo, Math.min(hi, m))) + off[out.length]!);
  });
  return out;
};

export const place = (model: Model, sizes: Sizes, from: number[], laneNeed: number[], pad: number): Placed => {
  const { n, chains, back, layer, lane, rows } = model;
  const { w, h, use, lw, gap } = sizes;
  const pos: number[] = [];
  for (const row of rows) row.forEach((v, i) => (pos[v] = i));
  const left: number[] = [];
  const right: number[] = [];
  const labels: Placed['labels'] = [];
  const inner: [number, number][] = [];
  const loops: number[][] = w.map(() => []);
  const ends: [number[][], number[][]] = [w.map(() => []), w.map(() => [])];
  const ports = chains.map((c, k): [Port, Port] => {
    if (c.length) {
      ends[0][c[0]!]!.push(k);
      ends[1][c[c.length - 1]!]!.push(k);
    } else loops[from[k]!]!.push(k);
    return [
      { x: 0, side: 0, y: 0 },
      { x: 0, side: 0, y: 0 },
    ];
  });
  for (let i = n; i < layer.length; i++) left[i] = right[i] = AIR;
  const other = (k: number, end: number) => chains[k]![end ? chains[k]!.length - 2 : 1]!;
  const seps: [number[][], number[][]] = [[], []];

  for (let v = 0; v < n; v++) {
    const mine = loops[v]!;
    const slots: number[][][] = [
      [[], []],
      [[], []],
    ];
    for (const end of [0, 1]) {
      const list = ends[end]![v]!;
      list.sort((a, b) => pos[other(a, end)]! - pos[other(b, end)]! || +back[a]! - +back[b]! || a - b);
      // Back edges at either end of the row of ports use the flank: the outside.
      const flank = (k: number | undefined, right: number) => {
        if (k === undefined || !back[k] || (right && mine.length)) return false;
        const slot = slots[right]![end]!;
        const own = end && lw[k] && chains[k]!.length === 2;
        if (slot.length > (own ? 0 : 1) || (own && slots[right]![0]!.length > 1) || (slot.length && labels[slot[0]!]))
          return false;
        slot.push(k);
        if (own) labels[k] = { item: v, dx: 0, row: true };
        return true;
      };
      // The only edge goes to the flank that looks its way.
      const way = list.length === 1 ? other(list[0]!, end) : -1;
      const leans = way >= 0 && pos[way]! / rows[layer[way]!]!.length < pos[v]! / rows[layer[v]!]!.length;
      if (!leans) while (flank(list[list.length - 1], 1)) list.pop();
      while (flank(list[0], 0)) list.shift();
      // Distances of the ports that are left; labels above a node stand between them.
      const tagged = (i: number) => (end && lw[list[i]!] && chains[list[i]!]!.length === 2 ? lw[list[i]!]! + AIR : 0);
      const base = Math.min(16, Math.floor((use[v]! * w[v]!) / (list.length - 1)));
      const off = [0];
      for (let i = 1; i < list.length; i++)
        off.push(off[i - 1]! + Math.max(base, 8, i > 1 || list.length < 2 ? tagged(i - 1) + AIR : 0));
      const all = off[list.length - 1] ?? 0;
      if (all > use[v]! * w[v]!) w[v] = 2 * Math.ceil(all / use[v]! / 2);
      seps[end]![v] = off;
      list.forEach((k, i) => (ports[k]![end]!.x = off[i]! - Math.floor(all / 2)));
    }
    // Labels above the node, then the slots of back edges, then loops: from the inside to the outside.
    const reach = [w[v]! / 2, w[v]! / 2] as [number, number];
    ends[1][v]!.forEach((k, i) => {
      if (!lw[k] || chains[k]!.length > 2) return;
      const x = ports[k]![1].x;
      const lead = !i && ends[1][v]!.length > 1;
      labels[k] = { item: v, dx: lead ? x - AIR - lw[k]! : x + AIR, row: false };
      reach[+!lead] = Math.max(reach[+!lead]!, AIR + lw[k]! + (lead ? -x : x));
    });
    inner[v] = reach.slice() as [number, number];
    for (const side of [0, 1] as const) {
      const base = reach[side];
      const both = slots[side]![0]!.length && slots[side]![1]!.length ? 4 : 0;
      for (const end of [0, 1]) {
        const slot = slots[side]![end]!;
        slot.forEach((k, i) => {
          const x = base + SLOT * (i + 1);
          const y = both + 8 * (slot.length - 1 - i);
          ports[k]![end] = { x: side ? x : -x, side: side * 2 - 1, y: end ? -y : y };
          reach[side] = Math.max(reach[side], x + 4);
          const l = labels[k];
          if (l && l.item === v) {
            l.dx = side ? x + AIR : -x - AIR - lw[k]!;
            reach[side] = x + AIR + lw[k]!;
          }
        });
      }
    }
    const base = reach[1];
    mine.forEach((k, i) => {
      const x = base + 14 + 8 * i;
      const out = base + 12 + 8 * mine.length;
      reach[1] = Math.max(reach[1], out + lw[k]!);
      labels[k] = lw[k] ? { item: v, dx: out, row: true } : undefined;
      ports[k]![0].x = x;
      ports[k]![0].y = 6 * (i + 1);
    });
    if (mine.length) h[v] = Math.max(h[v]!, 12 * mine.length + 12);
    [left[v], right[v]] = reach;
  }
  // A longer edge carries its label at the bend point nearest to where it comes from.
  chains.forEach((c, k) => {
    if (lw[k] && c.length > 2) {
      const d = c[back[k] ? c.length - 2 : 1]!;
      right[d] = AIR + lw[k]!;
      labels[k] = { item: d, dx: AIR, row: true };
    }
  });

  // Neighbours of each item, with the distance at which the edge between them is straight.
  const near: [number[][], number[][]] = [[], []];
  const shift: [number[][], number[][]] = [[], []];
  for (let i = 0; i < layer.length; i++) for (const end of [0, 1]) near[end]![i] = shift[end]![i] = [];
  for (let i = 0; i < layer.length; i++) for (const end of [0, 1]) shift[end]![i] = [];
  chains.forEach((c, k) => {
    for (let i = 1; i < c.length; i++) {
      const d = (i === 1 ? ports[k]![0].x : 0) - (i === c.length - 1 ? ports[k]![1].x : 0);
      near[0][c[i - 1]!]!.push(c[i]!);
      shift[0][c[i - 1]!]!.push(-d);
      near[1][c[i]!]!.push(c[i - 1]!);
      shift[1][c[i]!]!.push(d);
    }
  });

  // Rows, cut at lanes, with the distances of their items.
  const bounds: [number, number][] = [];
  const need = laneNeed.slice();
  const parts: { row: number[]; off: number[]; lane: number }[][] = rows.map((row) => {
    const cut: { row: number[]; off: number[]; lane: number }[] = [];
    row.forEach((v, i) => {
      const u = row[i - 1];
      let p = cut[cut.length - 1];
      if (!p || (need.length && p.lane !== lane[v])) cut.push((p = { row: [], off: [], lane: lane[v]! }));
      const last = p.off[p.off.length - 1];
      p.off.push(
        last === undefined ? 0 : last + right[u!]! + left[v]! + (u! < n ? gap / 2 : 0) + (v < n ? gap / 2 : 0),
      );
      p.row.push(v);
    });
    for (const p of cut) {
      if (need.length)
        need[p.lane] = Math.max(
          need[p.lane]!,
          left[p.row[0]!]! + p.off[p.off.length - 1]! + right[p.row[p.row.length - 1]!]! + 2 * pad,
        );
    }
    return cut;
  });
  need.reduce((a, b, i) => {
    bounds[i] = [a, a + b];
    return a + b;
  }, 0);

  const x: number[] = [];
  const settle = (p: { row: number[]; off: number[]; lane: number }, t: number[], weight: number[]) => {
    const [lo, hi] = bounds[p.lane] ?? [-1e9, 1e9];
    const last = p.row[p.row.length - 1]!;
    fit(t, weight, p.off, lo + pad + left[p.row[0]!]!, hi - pad - right[last]!).forEach((q, i) => (x[p.row[i]!] = q));
  };
  for (const cut of parts) {
    for (const p of cut) {
      const mid = need.length ? (bounds[p.lane]![0] + bounds[p.lane]![1]) / 2 : 0;
      settle(
        p,
        p.off.map((o) => mid + o - p.off[p.off.length - 1]! / 2),
        p.row.map(() => 1),
      );
    }
  }
  const median = (v: number, sets: number[]) => {
    const p: number[] = [];
    for (const end of sets) near[end]![v]!.forEach((u, i) => p.push(x[u]! + shift[end]![v]![i]!));
    p.sort((a, b) => a - b);
    return p.length ? (p[(p.length - 1) >> 1]! + p[p.length >> 1]!) / 2 : undefined;
  };
  for (let it = 0; it < 14; it++) {
    const sets = it > 9 ? [0, 1] : [it & 1 ? 0 : 1];
    for (let l = 0; l < rows.length; l++) {
      for (const p of parts[it & 1 ? rows.length - 1 - l : l]!) {
        const weight: number[] = [];
        settle(
          p,
          p.row.map((v) => {
            const m = median(v, sets);
            weight.push(m === undefined ? 0.1 : v < n ? 1 : 4);
            return m ?? x[v]!;
          }),
          weight,
        );
      }
    }
  }

  // Ports slide along their sides where that makes an edge straight.
  for (const end of [0, 1, 0]) {
    for (let v = 0; v < n; v++) {
      const list = ends[end]![v]!;
      if (!list.length) continue;
      const off = seps[end]![v]!;
      const room = (use[v]! * w[v]!) / 2;
      const first = labels[list[0]!];
      const last = labels[list[list.length - 1]!];
      const at = list.map((k) => {
        const c = chains[k]!;
        return x[other(k, end)]! + (c.length > 2 ? 0 : ports[k]![1 - end]!.x) - x[v]!;
      });
      let lo = -room;
      let hi = room;
      if (end && first && first.item === v && !first.row && list.length > 1)
        lo = Math.max(lo, AIR + lw[list[0]!]! - inner[v]![0]);
      if (end && last && last.item === v && !last.row)
        hi = Math.min(hi, inner[v]![1] - AIR - lw[list[list.length - 1]!]!);
      fit(
        at,
        at.map(() => 1),
        off,
        Math.ceil(lo),
        Math.floor(hi),
      ).forEach((q, i) => {
        const k = list[i]!;
        const l = labels[k];
        if (end && l && l.item === v) l.dx += q - ports[k]![1].x;
        ports[k]![end]!.x = q;
      });
    }
  }
  return { x, left, right, ports, labels, loops, bounds };
};
