/** 防机器人校验: a little work that costs a person nothing and a flood of robots much. Loaded when a service asks for it. */
import { ZwgkError } from './errors.js';
import { ask, type ProofOptions } from './complaint-intake.js';
import type { Http } from './http.js';

/** Milliseconds of one slice: well below the 50 that a reader would feel. */
const SLICE = 16;

type Digest = (texts: readonly string[]) => Promise<ArrayLike<number>[]>;

/** The hash of the platform where the page is a secure context, else our own, which is fetched then. */
async function digest(): Promise<Digest> {
  const encoder = new TextEncoder();
  const { subtle } = crypto;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- absent in pages without HTTPS
  if (subtle)
    return (texts) =>
      Promise.all(texts.map(async (text) => new Uint8Array(await subtle.digest('SHA-256', encoder.encode(text)))));
  const { sha256 } = await import('./sha256.js');
  return (texts) => Promise.resolve(texts.map((text) => sha256(encoder.encode(text))));
}

/** How many zero bits stand at the front. */
function zeros(hash: ArrayLike<number>): number {
  let bits = 0;
  for (let i = 0; i < hash.length; i++) {
    if (hash[i]) return bits + Math.clz32(hash[i]!) - 24;
    bits += 8;
  }
  return bits;
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

/**
 * The number that, after the challenge and a colon, gives a SHA-256 with `difficulty` zero bits at its front. Works in
 * slices of some milliseconds, between which the page goes on.
 */
export async function solveProof(
  challenge: string,
  difficulty: number,
  { onProof, signal }: ProofOptions = {},
): Promise<string> {
  const hash = await digest();
  let batch = 16;
  let nonce = 0;
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      if (signal?.aborted) throw new ZwgkError('aborted');
      const before = performance.now();
      const found = (await hash(Array.from({ length: batch }, (_, i) => `${challenge}:${nonce + i}`))).findIndex(
        (one) => zeros(one) >= difficulty,
      );
      if (found >= 0) {
        onProof?.(1);
        return String(nonce + found);
      }
      nonce += batch;
      // A batch takes a quarter of a slice, however fast the device is.
      batch = Math.max(4, Math.min(1024, performance.now() - before < SLICE / 4 ? batch * 2 : batch >> 1));
    } while (performance.now() < end);
    onProof?.(1 - Math.exp(-nonce / 2 ** difficulty));
    await pause();
  }
}

/** A solved challenge as the header `Zwgk-Proof` has it. More than a minute of work is not asked of anybody: `refused`. */
export async function prove(http: Http, onProof: ProofOptions['onProof'], signal: AbortSignal | undefined) {
  onProof?.(0);
  const { challenge, difficulty } = (await ask(http, 'proof', { signal })) as { challenge: string; difficulty: number };
  if (typeof challenge !== 'string' || !Number.isInteger(difficulty))
    throw new ZwgkError('invalid_response', { issues: [{ path: ['challenge'], code: 'type' }] });
  if (difficulty > 26) throw new ZwgkError('refused', { issues: [{ path: ['proof'], code: 'too_large' }] });
  return `${challenge}:${await solveProof(challenge, difficulty, { onProof, signal })}`;
}
