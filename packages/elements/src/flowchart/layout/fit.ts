// The places nearest to those wanted, in order and far enough from each other.
const MEAN: number[] = [];
const MASS: number[] = [];
const SIZE: number[] = [];
/** Moves `t` (weights `w`) to the nearest places that keep order and the distances in `off`: pooled adjacent violators. */
export function fit(t: number[], w: number[], off: number[], lo: number, hi: number): void {
  const n = off.length;
  let top = -1;
  for (let i = 0; i < n; i++) {
    let m = t[i]! - off[i]!;
    let s = w[i]!;
    let c = 1;
    for (; top >= 0 && MEAN[top]! >= m; top--) {
      m = (MEAN[top]! * MASS[top]! + m * s) / (MASS[top]! + s);
      s += MASS[top]!;
      c += SIZE[top]!;
    }
    MEAN[++top] = m;
    MASS[top] = s;
    SIZE[top] = c;
  }
  hi -= off[n - 1]!;
  for (let j = 0, i = 0; j <= top; j++) {
    const at = Math.round(Math.max(lo, Math.min(hi, MEAN[j]!)));
    for (let c = SIZE[j]!; c--; i++) t[i] = at + off[i]!;
  }
}
