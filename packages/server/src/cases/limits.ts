/** Thresholds, in memory only: no address is ever written down. */
import { createHmac, randomBytes } from 'node:crypto';

/** So many within so many seconds. */
export interface Threshold {
  readonly max: number;
  readonly seconds: number;
}

/** Published at `/api/v1/limits`; a site may set its own. */
export interface Limits {
  /** Letters from one address. */
  readonly create: Threshold;
  /** Letters from everywhere: what an office can still read. */
  readonly createAll: Threshold;
  /** Failed look-ups from one address. */
  readonly lookup: Threshold;
  /** Failed look-ups with codes of one beginning, from everywhere. */
  readonly lookupPrefix: Threshold;
  /** Messages and other steps of holders from one address. */
  readonly step: Threshold;
  /** Wrong staff tokens from one address. */
  readonly token: Threshold;
}

export const defaultLimits: Limits = {
  create: { max: 20, seconds: 600 },
  createAll: { max: 3000, seconds: 3600 },
  lookup: { max: 10, seconds: 900 },
  lookupPrefix: { max: 20, seconds: 900 },
  step: { max: 60, seconds: 600 },
  token: { max: 20, seconds: 900 },
};

export interface Limiter {
  /** Seconds to wait, 0 when free. Counts nothing. */
  wait(key: string): number;
  /** Counts one and says how many there are now in the window. Counted before the work, or a crowd would slip in. */
  count(key: string): number;
  /** Takes the last one back: it was none to be counted. */
  back(key: string): void;
}

const MOST_KEYS = 50000;

/** A sliding window. Keys are kept as keyed hashes of this process, so that a memory image tells no addresses. */
export function createLimiter({ max, seconds }: Threshold, now: () => number): Limiter {
  const salt = randomBytes(16);
  const hits = new Map<string, number[]>();
  const recent = (key: string) => {
    const name = createHmac('sha256', salt).update(key).digest('base64url');
    const list = hits.get(name) ?? [];
    const since = now() - seconds * 1000;
    while (list.length && list[0]! <= since) list.shift();
    // A clock that jumped back must not keep anybody out.
    while (list.length && list[list.length - 1]! > now()) list.pop();
    return { name, list };
  };
  return {
    wait(key) {
      const { list } = recent(key);
      return list.length < max ? 0 : Math.max(1, Math.ceil((list[list.length - max]! + seconds * 1000 - now()) / 1000));
    },
    back(key) {
      recent(key).list.pop();
    },
    count(key) {
      const { name, list } = recent(key);
      list.push(now());
      if (list.length > max + 1) list.shift();
      hits.delete(name);
      hits.set(name, list);
      // The oldest go first, so that a flood of addresses cannot fill the memory.
      if (hits.size > MOST_KEYS) hits.delete(hits.keys().next().value!);
      return list.length;
    },
  };
}
