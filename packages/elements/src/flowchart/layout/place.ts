// Where edges leave and enter their nodes, and the places of all items across the flow.
import { fit } from './fit.js';
import { lists, type Model } from './graph.js';
import { runsOf } from './order.js';
import type { Sizes } from './size.js';

/** One end of an edge: offsets from the node's middle, `x` across the flow, `y` along it. */
export interface Port {
  x: number;
  y: number;
  /** Flank of the node that a back edge uses: -1, 1, or 0 for its top or bottom. */
  side: number;
}

export interface Placed {
  x: number[];
  left: number[];
  right: number[];
  /** Ports of each edge: at its upper and its lower end. */
  ports: [Port, Port][];
  /** Where each label begins across the flow, from the middle of `item`; `row`: beside the item, else above it. */
  labels: ({ item: number; dx: number; row: boolean } | undefined)[];
  loops: number[][];
  /** First and last place of each lane across the flow. */
  bounds: [number, number][];
}

/** Distance of a label from its line, and of lines from nodes and each other, in pixels. */
const AIR = 6;
const LINE = 10;

export function place(model: Model, sizes: Sizes, from: number[], need: number[], pad: number): Placed {
  const { n, chains, back, layer, lane, rows } = model;
  const { w, h, use, lw, gap } = sizes;
  const pos: number[] = [];
  for (const row of rows) for (let i = 0; i < row.length; i++) pos[row[i]!] = i;
  const left = new Array<number>(layer.length).fill(AIR);
  const right = left.slice();
  const labels: Placed['labels'] = [];
  const loops = lists(n);
  const ends = [lists(n), lists(n)] as const;
  const ports: [Port, Port][] = [];
  for (let k = 0; k < chains.length; k++) {
    const c = chains[k]!;
    if (c.length) {
      ends[0][c[0]!]!.push(k);
      ends[1][c[c.length - 1]!]!.push(k);
    } else loops[from[k]!]!.push(k);
    ports.push([
      { x: 0, y: 0, side: 0 },
      { x: 0, y: 0, side: 0 },
    ]);
  }
  /** The item at the other end of an edge's first or last piece. */
  const other = (k: number, end: number) => chains[k]![end ? chains[k]!.length - 2 : 1]!;
  /** A label that stands above the node that its edge enters from the next layer. */
  const above = (k: number | undefined, end: number) => k !== undefined && end && lw[k] && chains[k]!.length === 2;
  const offs = [lists(n), lists(n)] as const;
  /** How far ports and labels reach to both sides of a node, without back edges. */
  const inner: [number, number][] = [];

  for (let v = 0; v < n; v++) {
    const slots: { k: number; end: number; side: number }[] = [];
    for (let end = 0; end < 2; end++) {
      const list = ends[end]![v]!;
      if (!list.length) continue;
      list.sort((a, b) => pos[other(a, end)]! - pos[other(b, end)]! || +back[a]! - +back[b]! || a - b);
      // Back edges at either end of the ports use the flank, the outside; an only edge the flank that looks its way.
      const share = (i: number) => pos[i]! / rows[layer[i]!]!.length;
      if (
        back[list[list.length - 1]!] &&
        !loops[v]!.length &&
        (list.length > 1 || share(other(list[0]!, end)) >= share(v))
      )
        slots.push({ k: list.pop()!, end, side: 1 });
      if (back[list[0]!]) slots.push({ k: list.shift()!, end, side: -1 });
      // Distances of the ports that are left; the first label stands left of its edge, the others right.
      const off = offs[end]![v]!;
      const base = Math.max(8, Math.min(16, Math.floor((use[v]! * w[v]!) / (list.length - 1))));
      let all = 0;
      for (let i = 0; i < list.length; i++) {
        if (i) all += i > 1 && above(list[i - 1], end) ? Math.max(base, lw[list[i - 1]!]! + 2 * AIR) : base;
        off.push(all);
      }
      w[v] = Math.max(w[v]!, 2 * Math.ceil(all / use[v]! / 2));
      for (let i = 0; i < list.length; i++) ports[list[i]!]![end]!.x = off[i]! - (all >> 1);
    }
    // From the inside to the outside: labels above the node, back edges with their labels, loops.
    const reach: [number, number] = [w[v]! / 2, w[v]! / 2];
    const list = ends[1][v]!;
    for (let i = 0; i < list.length; i++) {
      const k = list[i]!;
      if (!above(k, 1)) continue;
      const lead = !i && list.length > 1;
      const x = ports[k]![1].x;
      labels[k] = { item: v, dx: lead ? x - AIR - lw[k]! : x + AIR, row: false };
      reach[lead ? 0 : 1] = Math.max(reach[lead ? 0 : 1], AIR + lw[k]! + (lead ? -x : x));
    }
    inner[v] = [reach[0], reach[1]];
    for (const { k, end, side } of slots) {
      const s = side > 0 ? 1 : 0;
      const x = inner[v]![s] + LINE;
      const twice = slots.some((t) => t.side === side && t.end !== end);
      ports[k]![end] = { x: side * x, side, y: twice ? (end ? -4 : 4) : 0 };
      const tag = above(k, end);
      if (tag) labels[k] = { item: v, dx: side > 0 ? x + AIR : -x - AIR - lw[k]!, row: true };
      reach[s] = Math.max(reach[s], x + AIR + (tag ? lw[k]! : 0));
    }
    const far = reach[1] + 6 + 8 * loops[v]!.length;
    loops[v]!.forEach((k, i) => {
      ports[k]![0] = { x: reach[1] + 12 + 8 * i, y: 6 * (i + 1), side: 1 };
      labels[k] = lw[k] ? { item: v, dx: far + AIR, row: true } : undefined;
      h[v] = Math.max(h[v]!, 12 * i + 24);
    });
    left[v] = reach[0];
    right[v] = loops[v]!.length ? far + AIR + Math.max(...loops[v]!.map((k) => lw[k]!)) : reach[1];
  }
  // A longer edge carries its label at a bend point near to where it comes from, in a row that has room.
  const load = new Array<number>(rows.length).fill(0);
  for (let k = 0; k < chains.length; k++) {
    const c = chains[k]!;
    if (!lw[k] || c.length < 3) continue;
    const inside = c.slice(1, -1);
    if (back[k]) inside.reverse();
    const price = (v: number, i: number) => load[layer[v]!]! + i * gap;
    let item = inside[0]!;
    for (let i = 1, least = price(item, 0); i < inside.length; i++) {
      const cost = price(inside[i]!, i);
      if (cost >= least) continue;
      least = cost;
      item = inside[i]!;
    }
    load[layer[item]!]! += lw[k]!;
    right[item] = AIR + lw[k]!;
    labels[k] = { item, dx: AIR, row: true };
  }

  // Neighbours below and above each item, each followed by the distance at which the edge between them is straight.
  const ties = [lists(layer.length), lists(layer.length)] as const;
  for (let k = 0; k < chains.length; k++) {
    const c = chains[k]!;
    for (let i = 1; i < c.length; i++) {
      const u = c[i - 1]!;
      const v = c[i]!;
      const d = (i === 1 ? ports[k]![0].x : 0) - (i === c.length - 1 ? ports[k]![1].x : 0);
      ties[0][u]!.push(v, -d);
      ties[1][v]!.push(u, d);
    }
  }

  // Rows, cut at lanes, with the distances of their items.
  interface Part {
    row: number[];
    off: number[];
    lane: number;
  }
  const apart = (u: number, v: number) => right[u]! + left[v]! + ((u < n ? gap : 0) + (v < n ? gap : 0)) / 2;
  const lanes = need.slice();
  const parts: Part[][] = [];
  for (const row of rows) {
    const cut: Part[] = [];
    parts.push(cut);
    for (let i = 0; i < row.length; i++) {
      const v = row[i]!;
      let p = cut[cut.length - 1];
      if (!p || (need.length && p.lane !== lane[v])) cut.push((p = { row: [], off: [], lane: lane[v]! }));
      p.off.push(p.row.length ? p.off[p.off.length - 1]! + apart(row[i - 1]!, v) : 0);
      p.row.push(v);
      if (need.length)
        lanes[p.lane] = Math.max(lanes[p.lane]!, left[p.row[0]!]! + p.off[p.off.length - 1]! + right[v]! + 2 * pad);
    }
  }
  let edge = 0;
  const bounds = lanes.map((b): [number, number] => [edge, (edge += b)]);
  const anywhere: [number, number] = [-1e7, 1e7];
  const room = (l: number) => bounds[l] ?? anywhere;

  const x = new Array<number>(layer.length).fill(0);
  const want: number[] = [];
  const weight: number[] = [];
  const t: number[] = [];
  for (let it = -1; it < 4; it++) {
    for (let l = 0; l < rows.length; l++) {
      for (const { row, off, lane } of parts[it & 1 ? rows.length - 1 - l : l]!) {
        const lo = room(lane)[0];
        const hi = room(lane)[1];
        for (let i = 0; i < row.length; i++) {
          const v = row[i]!;
          let m = 0;
          for (let end = 0; end < 2; end++) {
            if (it < 2 && (it & 1) === end) continue;
            const u = ties[end]![v]!;
            for (let j = 0; j < u.length; j += 2) {
              const p = x[u[j]!]! + u[j + 1]!;
              let k = m++;
              for (; k && t[k - 1]! > p; k--) t[k] = t[k - 1]!;
              t[k] = p;
            }
          }
          // To begin with, each row stands in the middle.
          want[i] =
            it < 0 ? (lo + hi - off[off.length - 1]!) / 2 + off[i]! : m ? (t[(m - 1) >> 1]! + t[m >> 1]!) / 2 : x[v]!;
          weight[i] = m ? (v < n ? 1 : 4) : 0.1;
        }
        fit(want, weight, off, lo + pad + left[row[0]!]!, hi - pad - right[row[row.length - 1]!]!);
        for (let i = 0; i < row.length; i++) x[row[i]!] = want[i]!;
      }
    }
  }

  // Runs are pulled straight as far as their neighbours in each row let them.
  const runs = runsOf(model).sort((a, b) => b.length - a.length);
  const near = (u: number | undefined, v: number) => u !== undefined && (!need.length || lane[u] === lane[v]);
  let least = 0;
  let most = 0;
  /** Finds how far an item can move between its neighbours in the row. */
  const span = (v: number) => {
    const row = rows[layer[v]!]!;
    const u = row[pos[v]! - 1]!;
    const t = row[pos[v]! + 1]!;
    const bound = room(lane[v]!);
    least = near(u, v) ? x[u]! + apart(u, v) : bound[0] + pad + left[v]!;
    most = near(t, v) ? x[t]! - apart(v, t) : bound[1] - pad - right[v]!;
  };
  for (let pass = 0; pass < 3; pass++) {
    for (const run of runs) {
      const first = ties[1][run[0]!]!;
      const last = ties[0][run[run.length - 1]!]!;
      const head = first[0];
      const tail = last[0];
      // Where the line stands, the places that it may take, and how far each item is from it.
      let at = head === undefined ? x[run[0]!]! : x[head]! + first[1]!;
      let lo = head === undefined ? -1e7 : at;
      let hi = head === undefined ? 1e7 : at;
      let begin = 0;
      const off: number[] = [];
      const put = (end: number) => {
        at = Math.max(lo, Math.min(hi, at));
        for (; begin < end; begin++) x[run[begin]!] = at + off[begin]!;
      };
      for (let i = 0; i < run.length; i++) {
        const v = run[i]!;
        off[i] = i ? off[i - 1]! + ties[1][v]![1]! : 0;
        span(v);
        const a = least - off[i]!;
        const b = most - off[i]!;
        if (a > hi || b < lo) {
          put(i);
          lo = a;
          hi = b;
        }
        lo = Math.max(lo, a);
        hi = Math.min(hi, b);
      }
      // Straight to the end of the run, or at least as near to it as the last stretch goes.
      const end = tail === undefined ? at : x[tail]! + last[1]! - off[run.length - 1]!;
      if (end >= lo && end <= hi) lo = hi = end;
      put(run.length);
    }
  }

  // Bends go where an edge can do without: its ports slide along their sides, its bend points between their neighbours.
  const at = (k: number, i: number) => x[chains[k]![i]!]! + (i && i < chains[k]!.length - 1 ? 0 : ports[k]![i && 1]!.x);
  /** Finds the places that an edge can take at its item `i`. */
  const free = (k: number, i: number): void => {
    const v = chains[k]![i]!;
    if (v >= n) return span(v);
    const end = i && 1;
    const p = ports[k]![end]!;
    least = most = at(k, i);
    if (p.side) return;
    const list = ends[end]![v]!;
    const off = offs[end]![v]!;
    const j = list.indexOf(k);
    const half = Math.floor((use[v]! * w[v]!) / 2);
    const tag = above(k, end) ? AIR + lw[k]! : -1e7;
    const to = (j: number) => ports[list[j]!]![end]!.x - off[j]!;
    // Where an edge enters, the number of the node sits at the first corner.
    const low = Math.max(-half, end ? 14 - w[v]! / 2 : -half);
    const lo = j ? to(j - 1) + off[j]! : Math.max(low, list.length > 1 ? tag - inner[v]![0] : low);
    const hi = list[j + 1] === undefined ? Math.min(half, inner[v]![1] - tag) : to(j + 1) + off[j]!;
    least = x[v]! + lo;
    most = x[v]! + hi;
  };
  for (let k = 0; k < chains.length; k++) {
    const c = chains[k]!;
    for (let i = 1; i < c.length; i++) {
      const a = at(k, i - 1);
      const b = at(k, i);
      if (a === b) continue;
      // All that is in line with either end comes along.
      let first = i - 1;
      let last = i;
      while (first && at(k, first - 1) === a) first--;
      while (last < c.length - 1 && at(k, last + 1) === b) last++;
      let lo = -1e7;
      let hi = 1e7;
      for (let j = first; j <= last && lo <= hi; j++) {
        free(k, j);
        lo = Math.max(lo, least);
        hi = Math.min(hi, most);
      }
      for (let j = lo > hi ? c.length : first; j <= last; j++) {
        const d = Math.max(lo, Math.min(hi, a)) - at(k, j);
        const v = c[j]!;
        if (v >= n) x[v]! += d;
        else {
          ports[k]![j && 1]!.x += d;
          if (above(k, j)) labels[k]!.dx += d;
        }
      }
    }
  }
  return { x, left, right, ports, labels, loops, bounds };
}
