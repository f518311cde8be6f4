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
  phase: number[];
  rows: number[][];
  ups: number[][];
  downs: number[][];
}

const lists = (n: number): number[][] => Array.from({ length: n }, () => []);

/**
 * @param from, to ends of each edge
 * @param loop edges that the author calls a loop back: they are turned round whenever they close a cycle
 * @param start nodes to begin at
 * @param phase number of each node's phase, or -1
 * @param cap most nodes in a layer
 */
export const layers = (
  n: number,
  from: number[],
  to: number[],
  loop: boolean[],
  start: boolean[],
  lane: number[],
  phase: number[],
  cap: number,
): Model => {
  let out = lists(n);
  let ins = lists(n);
  const join = (keep: (k: number) => boolean) => {
    out = lists(n);
    ins = lists(n);
    from.forEach((s, k) => {
      if (s !== to[k] && keep(k)) {
        out[s]!.push(k);
        ins[to[k]!]!.push(k);
      }
    });
  };
  join((k) => !loop[k]);

  // 1. Cycles are opened twice, at the edges that a walk from the starts finds closing one, and at those that run
  // against the order in which the author wrote the nodes; fewer back edges win, then the author.
  const closing = new Uint8Array(from.length);
  const state = new Uint8Array(n);
  const roots = Array.from({ length: n }, (_, v) => v);
  const rank = (v: number) => (start[v] ? 0 : ins[v]!.length ? 2 : 1);
  roots.sort((a, b) => rank(a) - rank(b) || a - b);
  for (const r of roots) {
    const stack = state[r] ? [] : [r];
    const next = [0];
    state[r] ||= 1;
    while (stack.length) {
      const v = stack[stack.length - 1]!;
      const k = out[v]![next[next.length - 1]!++];
      if (k === undefined) {
        state[v] = 2;
        stack.pop();
        next.pop();
      } else if (state[to[k]!] === 1) closing[k] = 1;
      else if (!state[to[k]!]) {
        state[to[k]!] = 1;
        stack.push(to[k]!);
        next.push(0);
      }
    }
  }
  join(() => true);
  /** The least part of `set` that must be turned round: the others are let through one by one. */
  const least = (set: (k: number) => boolean) => {
    const turned = Uint8Array.from(from, (s, k) => +(s !== to[k] && set(k)));
    const seen = new Int32Array(n);
    let left = 0;
    turned.forEach((t, k) => {
      if (!t) return;
      const stack = [to[k]!];
      while (stack.length && seen[from[k]!] !== k + 1) {
        const v = stack.pop()!;
        if (seen[v] === k + 1) continue;
        seen[v] = k + 1;
        for (const e of out[v]!) if (!turned[e]) stack.push(to[e]!);
      }
      if (seen[from[k]!] === k + 1) left++;
      else turned[k] = 0;
    });
    return { turned, left };
  };
  const walked = least((k) => loop[k]! || closing[k] === 1);
  const written = least((k) => loop[k]! || to[k]! < from[k]!);
  const { turned } = written.left > walked.left ? walked : written;

  // 2. One order of all nodes, first branches first, phases one after the other; every edge against it is a back edge.
  join((k) => !turned[k]);
  const wait = ins.map((e) => e.length);
  const ready = roots.filter((v) => !wait[v]).reverse();
  const order: number[] = [];
  while (ready.length) {
    const v = ready.pop()!;
    order.push(v);
    if (phase[v]! < 0) phase[v] = ins[v]!.reduce((p, k) => Math.max(p, phase[from[k]!]!), 0);
    for (const k of out[v]!.slice().reverse()) if (!--wait[to[k]!]!) ready.push(to[k]!);
  }
  order.sort((a, b) => phase[a]! - phase[b]!);
  const at: number[] = [];
  order.forEach((v, i) => (at[v] = i));
  const back = from.map((s, k) => at[s]! > at[to[k]!]!);
  const A = from.map((s, k) => (back[k] ? to[k]! : s));
  const B = to.map((t, k) => (back[k] ? from[k]! : t));
  const up = lists(n);
  const down = lists(n);
  A.forEach((a, k) => {
    if (a !== B[k]) {
      down[a]!.push(B[k]!);
      up[B[k]!]!.push(a);
    }
  });

  // 3. Layers: as high as possible, then whatever shortens edges moves down with all that hangs on it.
  const layer: number[] = [];
  const count: number[] = [];
  const lone = order.filter((v) => !up[v]!.length && !down[v]!.length);
  const wide = Math.ceil(Math.sqrt(lone.length));
  let base = 0;
  let top = 0;
  let alone = 0;
  const limit: number[] = [];
  order.forEach((v, i) => {
    if (i && phase[v] !== phase[order[i - 1]!]) base = top;
    let l = up[v]!.reduce((m, u) => Math.max(m, layer[u]! + 1), base);
    if (!up[v]!.length && !down[v]!.length) l += Math.floor(alone++ / wide);
    while ((count[l] ?? 0) >= cap) l++;
    layer[v] = l;
    count[l] = (count[l] ?? 0) + 1;
    limit[phase[v]!] = top = Math.max(top, l + 1);
  });
  const mark = new Int32Array(n);
  let stamp = 0;
  for (let pass = 0, moved = cap === Infinity; moved && pass < 9; pass++) {
    moved = false;
    for (let i = n - 1; i >= 0; i--) {
      for (;;) {
        const set = [order[i]!];
        mark[order[i]!] = ++stamp;
        let net = 0;
        for (let j = 0; j < set.length; j++) {
          const v = set[j]!;
          if (layer[v]! + 1 >= limit[phase[v]!]! || set.length > 99) {
            net = 1e9;
            break;
          }
          for (const t of down[v]!) {
            if (mark[t] !== stamp && layer[t] === layer[v]! + 1) {
              mark[t] = stamp;
              set.push(t);
            }
          }
          // A node above that hangs on nothing else comes along.
          for (const u of up[v]!) {
            if (
              mark[u] !== stamp &&
              up[u]!.length < down[u]!.length &&
              down[u]!.every((t) => mark[t] === stamp || layer[t]! > layer[u]! + 1)
            ) {
              mark[u] = stamp;
              set.push(u);
            }
          }
        }
        if (net < 1e9) {
          for (const v of set) {
            for (const t of down[v]!) if (mark[t] !== stamp) net--;
            for (const u of up[v]!) if (mark[u] !== stamp) net++;
          }
        }
        if (net >= 0) break;
        for (const v of set) layer[v]!++;
        moved = true;
      }
    }
  }

  // 4. Rows, with the bend points.
  const rows = lists(top);
  const ups = lists(n);
  const downs = lists(n);
  for (const v of order) rows[layer[v]!]!.push(v);
  const chains = A.map((a, k) => {
    const b = B[k]!;
    if (a === b) return [];
    const c = [a];
    for (let l = layer[a]! + 1; l < layer[b]!; l++) {
      const d = layer.push(l) - 1;
      lane[d] = lane[b]!;
      ups.push([]);
      downs.push([]);
      rows[l]!.push(d);
      c.push(d);
    }
    c.push(b);
    for (let i = 1; i < c.length; i++) {
      downs[c[i - 1]!]!.push(c[i]!);
      ups[c[i]!]!.push(c[i - 1]!);
    }
    return c;
  });
  return { n, chains, back, layer, lane, phase, rows, ups, downs };
};
