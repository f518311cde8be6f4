// Order within layers, for few crossings.
import type { Model } from './graph.js';

/**
 * Orders `rows` in place; lanes stay together. Sweeps by barycentre find a first order; then every unbranched run of
 * items (a long edge, or steps in a chain) is taken out and put back along the path with the fewest crossings, which
 * dynamic programming finds exactly, and branching nodes are moved within their row; again from shaken copies.
 */
export const arrange = ({ n, rows, ups, downs, lane, layer }: Model, tries: number): void => {
  const total = layer.length;
  const pos = new Int32Array(total);
  const index = (row: number[]) => row.forEach((v, i) => (pos[v] = i));
  const lanes = lane.slice(0, n).some((l) => l !== lane[0]);
  const laneOf = (d: number, row: number[], p: number) => {
    // A bend point may change lanes: as near to its own as its neighbours let it.
    const left = row[p - 1];
    const right = row[p];
    lane[d] = Math.max(
      left === undefined ? 0 : lane[left]!,
      Math.min(right === undefined ? 1e9 : lane[right]!, lane[d]!),
    );
  };

  // First order: depth first, so that what belongs together stands together.
  let c = 0;
  const key = new Float64Array(total).fill(-1);
  for (const row of rows) {
    for (const r of row) {
      const stack = [r];
      while (stack.length) {
        const v = stack.pop()!;
        if (key[v]! < 0) {
          key[v] = c++;
          for (let i = downs[v]!.length; i--;) stack.push(downs[v]![i]!);
        }
      }
    }
  }
  const sort = (row: number[]) => {
    row.sort((a, b) => lane[a]! - lane[b]! || key[a]! - key[b]! || pos[a]! - pos[b]!);
    index(row);
  };
  rows.forEach(sort);

  const sweep = (row: number[], near: number[][]) => {
    for (const v of row) {
      const a = near[v]!;
      let s = 0;
      for (let i = 0; i < a.length; i++) s += pos[a[i]!]!;
      key[v] = a.length ? s / a.length : pos[v]!;
    }
    sort(row);
  };

  /** Crossings of all edges. */
  const crossings = () => {
    let sum = 0;
    for (let l = 1; l < rows.length; l++) {
      const size = rows[l]!.length;
      const tree = new Int32Array(size + 1);
      let count = 0;
      for (const v of rows[l - 1]!) {
        const ts = downs[v]!;
        for (let j = 0; j < ts.length; j++) {
          let s = 0;
          for (let i = pos[ts[j]!]! + 1; i; i -= i & -i) s += tree[i]!;
          sum += count - s;
        }
        for (let j = 0; j < ts.length; j++) for (let i = pos[ts[j]!]! + 1; i <= size; i += i & -i) tree[i]!++;
        count += ts.length;
      }
    }
    return sum;
  };

  // Crossings saved when b, now right of a, goes to its left.
  const gain = (a: number, b: number) => {
    let s = 0;
    for (const near of [ups, downs]) {
      const p = near[a]!;
      const q = near[b]!;
      for (let i = 0; i < p.length; i++) {
        const x = pos[p[i]!]!;
        for (let j = 0; j < q.length; j++) {
          const y = pos[q[j]!]!;
          if (x > y) s++;
          else if (x < y) s--;
        }
      }
    }
    return s;
  };
  /** Moves v to the best place in its row. */
  const sift = (v: number) => {
    const row = rows[layer[v]!]!;
    const from = pos[v]!;
    let best = 0;
    let to = from;
    for (const step of [-1, 1]) {
      let s = 0;
      for (let i = from + step; i >= 0 && i < row.length && lane[row[i]!] === lane[v]; i += step) {
        s += step < 0 ? gain(row[i]!, v) : gain(v, row[i]!);
        if (s > best) {
          best = s;
          to = i;
        }
      }
    }
    if (best) {
      row.splice(from, 1);
      row.splice(to, 0, v);
      index(row);
    }
    return best;
  };

  // Runs of items with one edge above and one below.
  const one = (v: number) => ups[v]!.length < 2 && downs[v]!.length < 2 && layer[downs[v]![0] ?? v]! - layer[v]! < 2;
  const runs: number[][] = [];
  for (let v = 0; v < total; v++) {
    if (!one(v) || (ups[v]!.length && one(ups[v]![0]!))) continue;
    const run = [v];
    for (let t = downs[v]![0]; t !== undefined && one(t); t = downs[t]![0]) run.push(t);
    runs.push(run);
  }
  const branching = Array.from({ length: n }, (_, v) => v).filter((v) => !one(v));

  const own = new Uint8Array(total);
  let cost = new Int32Array(0);
  let fresh = cost;
  let diff = cost;
  /** Takes a run out and puts it back where it crosses least; gives the crossings saved. */
  const reinsert = (run: number[]) => {
    const l0 = layer[run[0]!]!;
    const anchor = [ups[run[0]!]![0], downs[run[run.length - 1]!]![0]];
    for (const v of run) own[v] = 1;
    const spot = (v: number, at: number) => (pos[v]! > at ? pos[v]! - 1 : pos[v]!);
    // What it crosses now; nothing to do where that is nothing.
    let now = 0;
    for (let i = 0; i <= run.length; i++) {
      const a = run[i - 1] ?? anchor[0];
      const b = run[i] ?? anchor[1];
      if (a === undefined || b === undefined) continue;
      const row = rows[layer[a]!]!;
      for (let p = 0; p < row.length; p++) {
        const ts = downs[row[p]!]!;
        const side = p - pos[a]!;
        if (side) for (let j = 0; j < ts.length; j++) if ((pos[ts[j]!]! - pos[b]!) * side < 0) now++;
      }
    }
    let saved = 0;
    if (now) {
      const back: Int16Array[] = [];
      let size = rows[l0]!.length;
      cost.fill(0, 0, size);
      const bar = (i: number, size: number) => {
        // A node stays within its lane.
        if (!lanes || run[i]! >= n) return;
        const row = rows[l0 + i]!;
        let p = 0;
        for (const w of row) {
          if (w === run[i]) continue;
          if (lane[w]! < lane[run[i]!]!) cost.fill(1e8, 0, p + 1 > size ? size : p + 1);
          else if (lane[w]! > lane[run[i]!]!) {
            cost.fill(1e8, p + 1, size);
            break;
          }
          p++;
        }
      };
      if (anchor[0] !== undefined) {
        const u = anchor[0];
        diff.fill(0, 0, size + 1);
        for (const a of rows[l0 - 1]!) {
          if (a === u) continue;
          const ts = downs[a]!;
          for (let j = 0; j < ts.length; j++) {
            const b = spot(ts[j]!, pos[run[0]!]!);
            if (pos[a]! < pos[u]!) {
              diff[0]!++;
              diff[b + 1]!--;
            } else diff[b + 1]!++;
          }
        }
        let s = 0;
        for (let q = 0; q < size; q++) cost[q] = s += diff[q]!;
      }
      bar(0, size);
      for (let i = 1; i < run.length; i++) {
        const upper = rows[l0 + i - 1]!;
        const next = rows[l0 + i]!.length;
        const at = pos[run[i]!]!;
        const from = new Int16Array(next);
        fresh.fill(1e9, 0, next);
        diff.fill(0, 0, next + 1);
        let first = 0;
        for (const a of upper) {
          if (own[a]) continue;
          const ts = downs[a]!;
          for (let j = 0; j < ts.length; j++) diff[spot(ts[j]!, at) + 1]!++;
        }
        for (let p = 0, k = 0; ; k++) {
          // The run passes at place p above, at q below.
          let s = cost[p]! + first;
          for (let q = 0; q < next; q++) {
            s += diff[q]!;
            if (s < fresh[q]!) {
              fresh[q] = s;
              from[q] = p;
            }
          }
          if (++p >= size) break;
          if (own[upper[k]!]) k++;
          const ts = downs[upper[k]!]!;
          for (let j = 0; j < ts.length; j++) {
            first++;
            diff[spot(ts[j]!, at) + 1]! -= 2;
          }
        }
        back.push(from);
        [cost, fresh] = [fresh, cost];
        size = next;
        bar(i, size);
      }
      if (anchor[1] !== undefined) {
        const w = anchor[1];
        const last = run[run.length - 1]!;
        diff.fill(0, 0, size + 1);
        for (const a of rows[layer[last]!]!) {
          if (a === last) continue;
          const ts = downs[a]!;
          const p = spot(a, pos[last]!);
          for (let j = 0; j < ts.length; j++) {
            const side = pos[ts[j]!]! - pos[w]!;
            if (side > 0) {
              diff[p + 1]!++;
            } else if (side < 0) {
              diff[0]!++;
              diff[p + 1]!--;
            }
          }
        }
        let s = 0;
        for (let q = 0; q < size; q++) cost[q]! += s += diff[q]!;
      }
      let p = 0;
      for (let q = 1; q < size; q++) if (cost[q]! < cost[p]!) p = q;
      saved = now - cost[p]!;
      if (saved > 0) {
        for (let i = run.length; i--;) {
          const v = run[i]!;
          const row = rows[l0 + i]!;
          row.splice(pos[v]!, 1);
          if (v >= n) laneOf(v, row, p);
          row.splice(p, 0, v);
          index(row);
          p = back[i - 1]?.[p] ?? 0;
        }
      } else saved = 0;
    }
    for (const v of run) own[v] = 0;
    return saved;
  };

  const widest = rows.reduce((m, r) => Math.max(m, r.length), 0) + 2;
  cost = new Int32Array(widest);
  fresh = new Int32Array(widest);
  diff = new Int32Array(widest);
  let best = Infinity;
  let keep = rows.map((r) => r.slice());
  let kept = lane.slice();
  let seed = 7;
  const random = (m: number) => ((seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) >> 8) % m;
  for (let t = 0; t < tries && best; t++) {
    if (t) {
      rows.forEach((row, l) => {
        row.splice(0, row.length, ...keep[l]!);
        for (let k = row.length >> 2; k--;) {
          const i = random(row.length - 1);
          if (lane[row[i]!] === lane[row[i + 1]!]) [row[i], row[i + 1]] = [row[i + 1]!, row[i]!];
        }
        index(row);
      });
      kept.forEach((l, i) => (lane[i] = l));
    }
    for (let i = t ? 1 : 4; i--;) {
      for (let l = 1; l < rows.length; l++) sweep(rows[l]!, ups);
      for (let l = rows.length - 1; l--;) sweep(rows[l]!, downs);
    }
    for (let round = 0, saved = 1; saved && round < 9; round++) {
      saved = 0;
      for (const v of branching) saved += sift(v);
      for (const run of runs) saved += reinsert(run);
    }
    const now = crossings();
    if (now < best) {
      best = now;
      keep = rows.map((r) => r.slice());
      kept = lane.slice();
    }
  }
  rows.forEach((row, l) => row.splice(0, row.length, ...keep[l]!));
  kept.forEach((l, i) => (lane[i] = l));
  rows.forEach(index);
};
