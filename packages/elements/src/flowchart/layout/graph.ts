// A chart as layers: cycles are opened, nodes get a layer, long edges a bend point in each layer that they pass.

/** Items are nodes (0 … n-1) and, from n on, bend points of edges. All edges of `chains` run down. */
export interface Model {
  n: number;
  /** For each edge its items from top to bottom; empty for a self loop. */
  chains: number[][];
  /** Edges that were turned round to run down. */
  back: boolean[];
  layer: number[];
  lane: number[];
  rows: number[][];
  ups: number[][];
  downs: number[][];
  /** Phases in bands from top to bottom: number of the phase and its first layer. */
  bands: [phase: number, first: number][];
}

// Most charts are laid out once, by code that runs for the first time. There a loop is cheaper than a function for each
// step of it, and an index than taking an array apart.
export function lists(n: number): number[][] {
  const all: number[][] = [];
  while (n-- > 0) all.push([]);
  return all;
}

/** For each node the edges that `at` has there, those that `keep` leaves. */
function group(n: number, at: number[], keep: (k: number) => unknown): number[][] {
  const l = lists(n);
  for (let k = 0; k < at.length; k++) if (keep(k)) l[at[k]!]!.push(k);
  return l;
}

/**
 * Which edges run back (补正, 复核, any cycle), and one order of all nodes, from the starts on, first branches first, that
 * all other edges follow.
 *
 * @param loop edges that the author calls a loop back: they run back whenever they close a cycle
 * @param start nodes to begin at
 */
export function direct(
  n: number,
  from: number[],
  to: number[],
  loop: boolean[],
  start: boolean[],
): { order: number[]; turned: unknown[] } {
  const into = group(n, to, (k) => !loop[k]);
  const rank = (v: number) => (start[v] ? 0 : into[v]!.length ? 2 : 1);
  const roots = into.map((_, v) => v).sort((a, b) => rank(a) - rank(b) || a - b);
  /** Depth first: the edges that close a cycle, and the nodes, each after all that come after it. */
  const walk = (out: number[][]) => {
    const state = new Uint8Array(n);
    const order: number[] = [];
    const closing: boolean[] = [];
    const next = new Int32Array(n);
    for (const r of roots) {
      const stack = state[r] ? [] : [r];
      while (stack.length) {
        const v = stack[stack.length - 1]!;
        state[v] = 1;
        const k = out[v]![next[v]!++];
        if (k === undefined) {
          state[v] = 2;
          order.push(v);
          stack.pop();
        } else if (!state[to[k]!]) stack.push(to[k]!);
        else if (state[to[k]!]! < 2) closing[k] = true;
      }
    }
    return { order, closing };
  };
  const out = group(n, from, () => true);
  /** The least part of `set` that must be turned round: the others are let through one by one. */
  const least = (set: (k: number) => boolean | undefined) => {
    const turned = from.map((_, k) => set(k));
    const free = (k: number) => {
      const seen: boolean[] = [];
      const stack = [to[k]!];
      while (stack.length) {
        const v = stack.pop()!;
        if (v === from[k]) return;
        if (!seen[v]) for (const e of out[v]!) if (!turned[e]) stack.push(to[e]!);
        seen[v] = true;
      }
      turned[k] = false;
    };
    // Those that the author calls loops come last. Huge charts are read, not drawn.
    for (const last of n < 2000 ? [false, true] : []) turned.forEach((t, k) => t && loop[k] === last && free(k));
    return turned;
  };

  // Cycles are opened twice, at the edges that a walk from the starts finds closing one, and at those that run
  // against the order in which the author wrote the nodes; fewer back edges win, then the author.
  const { closing } = walk(group(n, from, (k) => !loop[k]));
  const walked = least((k) => loop[k] || closing[k]);
  const size = (set: unknown[]) => set.filter(Boolean).length;
  let turned = walked;
  if (n < 2000 && walked.includes(true)) {
    const written = least((k) => loop[k] || to[k]! < from[k]!);
    if (size(written) <= size(walked)) turned = written;
  }

  roots.reverse();
  const { order } = walk(group(n, from, (k) => !turned[k]).map((l) => l.reverse()));
  order.reverse();
  return { order, turned };
}

/**
 * @param from, to ends of each edge
 * @param lane, phase number of each node's lane and phase; phase -1 is none
 * @param cap most nodes in a layer
 * @param ordered the nodes stand in the order that `direct` finds
 */
export function layers(
  from: number[],
  to: number[],
  loop: boolean[],
  start: boolean[],
  lane: number[],
  phase: number[],
  cap: number,
  ordered?: boolean,
): Model {
  // 1. One order of all nodes; every edge against it is a back edge.
  const n = phase.length;
  const { order, turned } = ordered
    ? { order: phase.map((_, v) => v), turned: from.map((v, k) => to[k]! < v) }
    : direct(n, from, to, loop, start);
  const at: number[] = [];
  // Phases in the order in which the chart comes to them; where it comes back to one, that one has another band.
  const sequence = [...new Set(order.map((v) => phase[v]!))].filter((p) => p >= 0);
  const many = sequence.length || 1;
  const band: number[] = [];
  const along = (k: number) => !turned[k];
  const incoming = group(n, to, along);
  const outgoing = group(n, from, along);
  const later = (b: number, v: number) =>
    phase[v]! < 0 ? b : b + ((((sequence.indexOf(phase[v]!) - b) % many) + many) % many);
  if (sequence.length) {
    for (const v of order) {
      let first = 0;
      for (const k of incoming[v]!) first = Math.max(first, band[from[k]!] ?? 0);
      band[v] = later(first, v);
    }
    const lastBand = Math.max(0, ...band);
    for (const v of order)
      if (many > 1 && !outgoing[v]!.length && incoming[v]!.length)
        band[v] = Math.max(band[v]!, later(Math.max(0, lastBand - many + 1), v));
    order.sort((a, b) => band[a]! - band[b]!);
  } else for (let v = 0; v < n; v++) band.push(0);
  for (let i = 0; i < n; i++) at[order[i]!] = i;
  const back: boolean[] = [];
  const A: number[] = [];
  const B: number[] = [];
  const up = lists(n);
  const down = lists(n);
  for (let k = 0; k < from.length; k++) {
    const turn = at[from[k]!]! > at[to[k]!]!;
    const a = turn ? to[k]! : from[k]!;
    const b = turn ? from[k]! : to[k]!;
    back.push(turn);
    A.push(a);
    B.push(b);
    if (a !== b) {
      down[a]!.push(b);
      up[b]!.push(a);
    }
  }

  // 2. Layers: as high as possible, then whatever shortens edges moves down with all that hangs on it.
  const layer: number[] = [];
  const count: number[] = [];
  const limit: number[] = [];
  const bands: Model['bands'] = [];
  const alone = (v: number) => !up[v]!.length && !down[v]!.length;
  let wide = 0;
  for (let v = 0; v < n; v++) if (alone(v)) wide++;
  wide = Math.ceil(Math.sqrt(wide));
  let base = 0;
  let top = 0;
  let loose = 0;
  for (let i = 0; i < n; i++) {
    const v = order[i]!;
    if (!i || band[v] !== band[order[i - 1]!]) {
      base = top;
      if (sequence.length) bands.push([sequence[band[v]! % many]!, base]);
    }
    let l = base;
    for (let j = 0; j < up[v]!.length; j++) l = Math.max(l, layer[up[v]![j]!]! + 1);
    if (alone(v)) l += Math.floor(loose++ / wide);
    while (count[l]! >= cap) l++;
    layer[v] = l;
    count[l] = (count[l] ?? 0) + 1;
    limit[band[v]!] = top = Math.max(top, l + 1);
  }
  const mark = new Int32Array(n);
  let stamp = 0;
  for (let pass = 0, moved = cap > n; moved && pass < 9; pass++) {
    moved = false;
    for (let i = n; i--;) {
      const seed = order[i]!;
      for (let net = -1; net < 0 && down[seed]!.length > up[seed]!.length;) {
        const set = [seed];
        const add = (v: number) => {
          if (mark[v] !== stamp) {
            mark[v] = stamp;
            set.push(v);
          }
        };
        mark[seed] = ++stamp;
        net = 0;
        for (let j = 0; j < set.length; j++) {
          const v = set[j]!;
          net += layer[v]! + 1 < limit[band[v]!]! && j < 99 ? up[v]!.length - down[v]!.length : 1e9;
          if (net > 1e8) break;
          for (const t of down[v]!) if (layer[t] === layer[v]! + 1) add(t);
          // A node above that hangs on nothing else comes along.
          for (const u of up[v]!) {
            if (
              up[u]!.length < down[u]!.length &&
              down[u]!.every((t) => mark[t] === stamp || layer[t]! > layer[u]! + 1)
            )
              add(u);
          }
        }
        if (net < 0) {
          let far = 1e9;
          for (const v of set) {
            far = Math.min(far, limit[band[v]!]! - 1 - layer[v]!);
            for (const t of down[v]!) if (mark[t] !== stamp) far = Math.min(far, layer[t]! - layer[v]! - 1);
          }
          for (const v of set) layer[v]! += far;
        }
        moved ||= net < 0;
      }
    }
  }

  // 3. Rows, with the bend points.
  const rows = lists(top);
  const ups = lists(n);
  const downs = lists(n);
  for (const v of order) rows[layer[v]!]!.push(v);
  const chains: number[][] = [];
  for (let k = 0; k < A.length; k++) {
    const a = A[k]!;
    const b = B[k]!;
    const c: number[] = [];
    chains.push(c);
    if (a === b) continue;
    c.push(a);
    for (let l = layer[a]! + 1; l < layer[b]!; l++) {
      const d = layer.push(l) - 1;
      lane[d] = lane[b]!;
      ups[d] = [];
      downs[d] = [];
      rows[l]!.push(d);
      c.push(d);
    }
    c.push(b);
    for (let i = 1; i < c.length; i++) {
      downs[c[i - 1]!]!.push(c[i]!);
      ups[c[i]!]!.push(c[i - 1]!);
    }
  }
  return { n, chains, back, layer, lane, rows, ups, downs, bands };
}
