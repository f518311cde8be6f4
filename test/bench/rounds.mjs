/** Interleaved rounds: each begins one contestant further on, so that a busy moment of the machine hits all alike. */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
export const percentile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))];
const round = (value, digits = 3) => Number(value.toPrecision(digits));

/**
 * Times `contestants` (name → function, may be async) in `rounds` rounds. The first is the baseline: ratios are taken
 * within a round and the median over rounds is shown.
 */
export async function race(contestants, { rounds = 7, warmUp = 1 } = {}) {
  const names = Object.keys(contestants);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let i = -warmUp; i < rounds; i++)
    for (let k = 0; k < names.length; k++) {
      const name = names[(k + i + warmUp) % names.length];
      globalThis.gc?.();
      const start = performance.now();
      await contestants[name]();
      if (i >= 0) times[name].push(performance.now() - start);
    }
  return names.map((name) => ({
    name,
    'median ms': round(median(times[name])),
    '× baseline': round(median(times[name].map((time, i) => time / times[names[0]][i]))),
  }));
}
