// Order within layers, for few crossings.
import type { Model } from './graph.js';

/** Runs of items with one edge above and one below: long edges, and steps in a chain. */
export function runsOf({ layer, ups, downs }: Model): number[][] {
  const one = (v: number | undefined) => v !== undefined && ups[v]!.length < 2 && downs[v]!.length < 2;
  const runs: number[][] = [];
  for (let v = 0; v < layer.length; v++) {
    if (!one(v) || one(ups[v]![0])) continue;
    const run: number[] = [];
    for (let t: number | undefined = v; one(t); t = downs[t!]![0]) run.push(t!);
    runs.push(run);
  }
  return runs;
}

/**
 * Orders `rows` in place; lanes stay together. Sweeps by barycentre find a first order; then every run is taken out
 * and put back along the path with the fewest crossings, which dynamic programming finds exactly, and branching nodes
 * are moved within their row; again from shaken copies.
 */
export function arrange(model: Model, tries: number): void {
  const { n, rows, ups, downs, lane, layer } = model;
  const total = layer.length;
  const pos = new Int32Array(total);
  const index = (row: number[]) => {
    for (let i = 0; i < row.length; i++) pos[row[i]!] = i;
  };

  // First order: depth first, so that what belongs together stands together.
  const key = new Float64Array(total);
  let c = 0;
  const visit = (v: number) => {
    if (key[v]) return;
    key[v] = ++c;
    downs[v]!.forEach(visit);
  };
  for (const row of rows) row.forEach(visit);
  /** By lane, then by key; rows are short and nearly sorted. */
  const sort = (row: number[]) => {
    for (let i = 1; i < row.length; i++) {
      const v = row[i]!;
      let j = i;
      for (; j; j--) {
        const u = row[j - 1]!;
        if (lane[u]! < lane[v]! || (lane[u] === lane[v] && key[u]! <= key[v]!)) break;
        row[j] = u;
      }
      row[j] = v;
    }
    index(row);
  };
  rows.forEach(sort);
  const sweep = (row: number[], near: number[][]) => {
    if (row.length < 2) return;
    for (const v of row) {
      const a = near[v]!;
      let s = 0;
      for (let i = 0; i < a.length; i++) s += pos[a[i]!]!;
      key[v] = a.length ? s / a.length : pos[v]!;
    }
    sort(row);
  };

  /** Crossings saved when b, now right of a, goes to its left. */
  const gain = (a: number, b: number) => {
    let s = 0;
    for (const near of [ups, downs]) {
      const p = near[a]!;
      const q = near[b]!;
      for (let i = 0; i < p.length; i++) for (let j = 0; j < q.length; j++) s += Math.sign(pos[p[i]!]! - pos[q[j]!]!);
    }
    return s;
  };
  /** Moves v to the best place in its row. */
  const sift = (v: number) => {
    const l = layer[v]!;
    const row = rows[l]!;
    const from = pos[v]!;
    let best = 0;
    if (!cross[l] && !cross[l + 1]) return 0;
    let to = from;
    for (const step of [-1, 1]) {
      let s = 0;
      for (let i = from + step; lane[row[i]!] === lane[v]; i += step) {
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
      count(l, l + 1);
    }
    return best;
  };
  /** Crossings of the edges below `row` with one from place p to place q. */
  const across = (row: number[], p: number, q: number) => {
    let sum = 0;
    for (let i = 0; i < row.length; i++) {
      const ts = downs[row[i]!]!;
      for (let j = 0; j < ts.length; j++) if ((i - p) * (pos[ts[j]!]! - q) < 0) sum++;
    }
    return sum;
  };

  // Wide rows cost by the square: the search ends when it has cost some hundred milliseconds.
  let budget = 3e7;
  /** Twice the crossings in the gap above each row. */
  const cross: number[] = [];
  const count = (l: number, last: number) => {
    for (; l <= last && l < rows.length; l++) {
      const row = rows[l - 1] ?? [];
      let sum = 0;
      if (row.length > 1) for (const v of row) for (const t of downs[v]!) sum += across(row, pos[v]!, pos[t]!);
      budget -= row.length * row.length;
      cross[l] = sum;
    }
  };

  const runs = runsOf(model);
  const inRun = new Uint8Array(total);
  for (const run of runs) for (const v of run) inRun[v] = 1;
  const widest = Math.max(0, ...rows.map((r) => r.length)) + 2;
  let cost = new Int32Array(widest);
  let fresh = new Int32Array(widest);
  const diff = new Int32Array(widest);
  /** For each row of a path and each place in it, the place in the row above that it is best reached from. */
  const came = new Int32Array(widest * rows.length);
  /** Takes a run out and puts it back where it crosses least; gives the crossings saved. */
  const reinsert = (run: number[]) => {
    const path = ups[run[0]!]!.concat(run, downs[run[run.length - 1]!]!);
    let now = 0;
    for (let i = 1; i < path.length; i++) {
      const u = path[i - 1]!;
      if (cross[layer[u]! + 1]) now += across(rows[layer[u]!]!, pos[u]!, pos[path[i]!]!);
    }
    if (!now || budget < 0) return 0;
    // cost[p]: least crossings of the path down to this row, when it passes at place p among the others.
    let size = 0;
    const ends = ups[run[0]!]!.length;
    for (let i = 0; i < path.length; i++) {
      const v = path[i]!;
      const row = rows[layer[v]!]!;
      const at = pos[v]!;
      const next = row.length;
      if (i) {
        const above = path[i - 1]!;
        const upper = rows[layer[above]!]!;
        let first = 0;
        budget -= size * next;
        fresh.fill(1e8, 0, next);
        diff.fill(0, 0, next + 1);
        for (let k = 0; k < upper.length; k++) {
          const ts = downs[upper[k]!]!;
          if (upper[k] !== above)
            for (let j = 0; j < ts.length; j++) if (ts[j] !== v) diff[pos[ts[j]!]! + +(pos[ts[j]!]! < at)]!++;
        }
        for (let p = 0, k = 0; ; k++) {
          let s = cost[p]! + first;
          if (s < 1e8) {
            for (let q = 0; q < next; q++) {
              s += diff[q]!;
              if (s < fresh[q]!) {
                fresh[q] = s;
                came[i * widest + q] = p;
              }
            }
          }
          if (++p >= size) break;
          if (upper[k] === above) k++;
          const ts = downs[upper[k]!]!;
          for (let j = 0; j < ts.length; j++) {
            if (ts[j] === v) continue;
            first++;
            diff[pos[ts[j]!]! + +(pos[ts[j]!]! < at)]! -= 2;
          }
        }
        const old = cost;
        cost = fresh;
        fresh = old;
      } else cost.fill(0, 0, next);
      size = next;
      // The ends stay, a node stays within its lane.
      for (let q = 0; q < size; q++) {
        const l = row[q - +(q <= at)];
        const r = row[q + +(q >= at)];
        if (v !== run[i - ends] ? q !== at : v < n && (lane[l ?? v]! > lane[v]! || lane[r ?? v]! < lane[v]!))
          cost[q] = 1e8;
      }
    }
    let p = 0;
    for (let q = 1; q < size; q++) if (cost[q]! < cost[p]!) p = q;
    const saved = now - cost[p]!;
    if (saved <= 0) return 0;
    for (let i = path.length; i--;) {
      const v = path[i]!;
      const row = rows[layer[v]!]!;
      row.splice(pos[v]!, 1);
      // A bend point may change lanes: as near to its own as its neighbours let it.
      if (v >= n) lane[v] = Math.max(lane[row[p - 1]!] ?? 0, Math.min(lane[row[p]!] ?? 1e9, lane[v]!));
      row.splice(p, 0, v);
      index(row);
      p = came[i * widest + p]!;
    }
    count(layer[path[0]!]!, layer[path[path.length - 1]!]! + 1);
    return saved;
  };

  let best = Infinity;
  let keep = rows.map((r) => r.slice());
  let kept = lane.slice();
  let seed = 7;
  const random = (m: number) => ((seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) >> 8) % m;
  /** Back to the best order so far; shaken: the rows from some row on mirrored, or neighbours exchanged. */
  const restore = (shake: number) => {
    const from = random(rows.length);
    for (let i = 0; i < total; i++) lane[i] = kept[i]!;
    for (let l = 0; l < rows.length; l++) {
      const row = rows[l]!;
      const last = row.length - 1;
      for (let i = 0; i <= last; i++) row[i] = keep[l]![shake === 1 && l >= from ? last - i : i]!;
      for (let k = shake > 1 ? row.length >> 2 : 0; k--;) {
        const i = random(last);
        const v = row[i]!;
        row[i] = row[i + 1]!;
        row[i + 1] = v;
      }
      for (let i = 0; i <= last; i++) key[row[i]!] = i;
      sort(row);
    }
  };
  for (let t = 0; t < tries && best && budget > 0; t++) {
    if (t) restore(t % 3 ? 1 : 2);
    for (let i = t ? 1 : 2; i--;) {
      for (let l = 1; l < rows.length; l++) sweep(rows[l]!, ups);
      for (let l = rows.length - 1; l-- > 0;) sweep(rows[l]!, downs);
    }
    count(0, rows.length);
    for (let round = 0, saved = 1; saved && round < 9; round++) {
      saved = 0;
      for (let v = 0; v < n; v++) if (!inRun[v]) saved += sift(v);
      for (const run of runs) saved += reinsert(run);
    }
    let now = 0;
    for (let l = 0; l < cross.length; l++) now += cross[l]!;
    if (now < best) {
      best = now;
      keep = rows.map((r) => r.slice());
      kept = lane.slice();
    }
  }
  restore(0);
  // An edge keeps to the lane that it comes from for as long as its neighbours let it.
  for (const row of rows)
    for (let i = 0; i < row.length; i++) {
      const v = row[i]!;
      if (v >= n) lane[v] = Math.max(lane[row[i - 1]!] ?? 0, Math.min(lane[row[i + 1]!] ?? 1e9, lane[ups[v]![0]!]!));
    }
}
