/**
 * 工作量证明: whoever sends much works for it a little. No third party, no picture puzzle, nothing about the person.
 * A challenge is a signed text, so nothing is kept until it is spent.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Failure } from '../problem.js';
import type { Vault } from '../vault.js';
import { createLimiter, type Threshold } from './limits.js';

export interface Challenge {
  readonly challenge: string;
  /** Leading zero bits of SHA-256 of `challenge:nonce`; 0 when nothing is asked. */
  readonly difficulty: number;
  readonly expiresAt: string;
}

export interface Proofs {
  challenge(address: string): Challenge;
  /**
   * Failure `refused` with `proof: required` or `proof: expired` where one is asked and `header` is none.
   * @param owner a proof is good once, but again for the same owner: the answer may have been lost; without an owner once
   */
  demand(header: string | null, address: string, owner?: string): void;
  /** How much an address has sent: from `max` on it works. */
  count(address: string): void;
}

const LIFE = 600_000;
/** About 0.1 s of work in a browser, doubled with each doubling of the load, up to some seconds. */
const FIRST = 14;
const MOST = 20;
const MOST_SPENT = 100_000;

const zeroBits = (text: string) => {
  const hash = createHash('sha256').update(text).digest();
  let bits = 0;
  for (const byte of hash) {
    if (byte) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
};

export function createProofs(vault: Vault, threshold: Threshold, now: () => number): Proofs {
  const sent = createLimiter({ max: Number.MAX_SAFE_INTEGER, seconds: threshold.seconds }, now);
  /** Challenges that were spent, until they expire. */
  const spent = new Map<string, { owner: string | undefined; until: number }>();
  const difficultyFor = (address: string) => {
    const over = sent.sum(address) - threshold.max;
    return over < 0 ? 0 : Math.min(MOST, FIRST + Math.floor(Math.log2(over + 1)));
  };
  const refused = (code: 'required' | 'expired') => new Failure('refused', { issues: [{ path: ['proof'], code }] });

  return {
    challenge(address) {
      const difficulty = difficultyFor(address);
      const until = now() + LIFE;
      const text = `${until}.${difficulty}.${randomBytes(12).toString('base64url')}`;
      return {
        challenge: `${text}.${vault.hash('proof', text)}`,
        difficulty,
        expiresAt: new Date(until).toISOString(),
      };
    },
    demand(header, address, owner) {
      const wanted = difficultyFor(address);
      if (!wanted) return;
      const [, challenge = '', text = '', until = '', difficulty = '', mark = ''] =
        /^(((\d{1,16})\.(\d{1,2})\.[\w-]{16})\.([\w-]{43})):[\x21-\x7E]{1,64}$/.exec(header ?? '') ?? [];
      if (!challenge) throw refused('required');
      const known = Buffer.from(vault.hash('proof', text));
      if (!timingSafeEqual(known, Buffer.from(mark))) throw refused('required');
      const before = spent.get(challenge);
      const isSpent = before && (owner === undefined || before.owner !== owner);
      if (Number(until) < now() || Number(until) > now() + 2 * LIFE || isSpent) throw refused('expired');
      // Between asking and sending the load may have grown a little.
      if (Number(difficulty) < wanted - 2 || zeroBits(header!) < Number(difficulty)) throw refused('required');
      for (const [name, one] of spent) {
        if (one.until > now() && spent.size < MOST_SPENT) break;
        spent.delete(name);
      }
      spent.set(challenge, { owner, until: Number(until) });
    },
    count: (address) => void sent.count(address),
  };
}
