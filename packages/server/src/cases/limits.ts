/** Thresholds, in memory only: no address is ever written down. */
import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

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
  /** Letters and uploads from one address that ask for no proof of work; plain forms, which can bring none, end here. */
  readonly proof: Threshold;
  /** Uploads that one address begins. */
  readonly upload: Threshold;
  /** Bytes that one address announces. */
  readonly uploadBytes: Threshold;
  /** Bytes from everywhere that belong to no letter yet; they are deleted after 24 hours. */
  readonly uploadWaiting: Threshold;
}

export const defaultLimits: Limits = {
  create: { max: 60, seconds: 600 },
  createAll: { max: 3000, seconds: 3600 },
  lookup: { max: 10, seconds: 900 },
  lookupPrefix: { max: 20, seconds: 900 },
  step: { max: 60, seconds: 600 },
  token: { max: 20, seconds: 900 },
  proof: { max: 20, seconds: 600 },
  upload: { max: 40, seconds: 3600 },
  uploadBytes: { max: 200 * 1024 * 1024, seconds: 3600 },
  uploadWaiting: { max: 2 * 1024 ** 3, seconds: 86400 },
};

/** The thresholds of a site. One that sets `create` alone wants its own number of letters, not work for them. */
export function limitsOf(own: Partial<Limits> = {}): Limits {
  const limits = { ...defaultLimits, ...own };
  return own.create && !own.proof ? { ...limits, proof: own.create } : limits;
}

export interface Limiter {
  /** Seconds to wait until `weight` more fits, 0 when it does now. Counts nothing. */
  wait(key: string, weight?: number): number;
  /** Counts one and says how many there are now in the window. Counted before the work, or a crowd would slip in. */
  count(key: string, weight?: number): number;
  /** Takes the last one back: it was none to be counted. */
  back(key: string): void;
  /** What is in the window. */
  sum(key: string): number;
}

/**
 * What thresholds take for one sender: an IPv4 address, or the first 64 bits of an IPv6 address, for whoever has one of
 * these has them all. Anything else stays as it is.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.toLowerCase().split('%');
  const mapped = /^[0:]*:ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped || !isIPv6(bare)) return mapped ?? bare;
  const [head = '', tail] = bare.split('::');
  const groups = head ? head.split(':') : [];
  // `::` stands for as many groups of zeros as are missing; an IPv4 address at the end for two groups.
  if (tail !== undefined) {
    const behind = tail ? tail.split(':') : [];
    const count = groups.length + behind.length + (tail.includes('.') ? 1 : 0);
    groups.push(...Array.from({ length: 8 - count }, () => '0'), ...behind);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

const MOST_KEYS = 50000;
/** Of one key; only limits that nobody reaches let so many through. */
const MOST_HITS = 4096;
interface Window {
  /** Moments and weights in turn, oldest first. */
  readonly hits: [at: number, weight: number][];
  sum: number;
}

/** A sliding window. Keys are kept as keyed hashes of this process, so that a memory image tells no addresses. */
export function createLimiter({ max, seconds }: Threshold, now: () => number): Limiter {
  const salt = randomBytes(16);
  const windows = new Map<string, Window>();
  const recent = (key: string) => {
    const name = createHmac('sha256', salt).update(key).digest('base64url');
    const found = windows.get(name) ?? { hits: [], sum: 0 };
    const { hits } = found;
    const moment = now();
    const drop = (hit: readonly [number, number] | undefined) => (found.sum -= hit?.[1] ?? 0);
    while (hits.length && hits[0]![0] <= moment - seconds * 1000) drop(hits.shift());
    // A clock that jumped back must not keep anybody out.
    while (hits.length && hits[hits.length - 1]![0] > moment) drop(hits.pop());
    return { name, found, moment, drop };
  };
  return {
    wait(key, weight = 1) {
      const { found, moment } = recent(key);
      let over = found.sum + weight - max;
      if (over <= 0) return 0;
      for (const [at, freed] of found.hits)
        if ((over -= freed) <= 0) return Math.max(1, Math.ceil((at + seconds * 1000 - moment) / 1000));
      return seconds; // more than ever fits
    },
    back(key) {
      const { found, drop } = recent(key);
      drop(found.hits.pop());
    },
    count(key, weight = 1) {
      const { name, found, moment, drop } = recent(key);
      found.hits.push([moment, weight]);
      found.sum += weight;
      if (found.hits.length > MOST_HITS) drop(found.hits.shift());
      windows.delete(name);
      windows.set(name, found);
      // The oldest go first, so that a flood of addresses cannot fill the memory.
      if (windows.size > MOST_KEYS) windows.delete(windows.keys().next().value!);
      return found.hits.length;
    },
    sum: (key) => recent(key).found.sum,
  };
}
