import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createClient } from '@zwgk/client';
import { problem } from '../support/uploads.js';
import { letter } from '../support/service.js';

const receipt = { ticketNo: 'DX1', queryCode: 'K7M2Q9TX4BHW', submittedAt: '2026-11-22T16:40:00+08:00' };
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const bits = (text: string) => {
  const hash = createHash('sha256').update(text).digest('hex');
  const binary = [...hash].map((digit) => parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return binary.indexOf('1');
};

function service(difficulty: number, { challenge = 'c.1-2:3', always = false } = {}) {
  const sent: { path: string; proof: string | null; key: string | null }[] = [];
  const fetch = async (request: Request) => {
    const path = new URL(request.url).pathname;
    const proof = request.headers.get('zwgk-proof');
    sent.push({ path, proof, key: request.headers.get('idempotency-key') });
    if (path.endsWith('/proof')) return json({ challenge, difficulty, expiresAt: '2026-11-22T16:45:00+08:00' });
    const good = !always && proof?.startsWith(`${challenge}:`) && bits(proof) >= difficulty;
    return good
      ? json(receipt, 201)
      : problem(403, 'refused', [{ path: ['proof'], code: proof ? 'expired' : 'required' }]);
  };
  return { sent, complaints: createClient({ api: 'http://x.test/api/v1', fetch, retries: 0 }).complaints };
}

test('where a proof is asked for it is found, and the letter goes again under the same key', async () => {
  const { sent, complaints } = service(12);
  const progress: number[] = [];
  const got = await complaints.create(letter, { onProof: (at) => progress.push(at) });
  assert.equal(got.ticketNo, 'DX1');
  assert.deepEqual(
    sent.map(({ path }) => path.replace('/api/v1', '')),
    ['/complaints', '/proof', '/complaints'],
  );
  assert.ok(sent[0]!.key && sent[0]!.key === sent[2]!.key);
  assert.ok(bits(sent[2]!.proof!) >= 12);
  assert.equal(progress[0], 0);
  assert.equal(progress[progress.length - 1], 1);
  for (const [i, at] of progress.entries()) assert.ok(at >= (progress[i - 1] ?? 0) && at <= 1, 'progress goes back');
});

test('without the cryptography of a secure context our own finds one, too', async () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
  Object.defineProperty(globalThis, 'crypto', {
    configurable: true,
    value: { getRandomValues: (array: Uint8Array) => array.fill(7) },
  });
  try {
    assert.equal((await service(11).complaints.create(letter)).ticketNo, 'DX1');
  } finally {
    Object.defineProperty(globalThis, 'crypto', own);
  }
});

test('no slice of the work holds the program up', async () => {
  const { complaints } = service(17);
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  let turns = 0;
  const counter = setInterval(() => turns++, 1);
  await complaints.create(letter);
  clearInterval(timer);
  clearInterval(counter);
  assert.ok(turns > 3, `other work came to its turn ${turns} times; longest pause ${longest.toFixed()} ms`);
});

test('it can be cancelled', async () => {
  const { sent, complaints } = service(25);
  const control = new AbortController();
  const filing = complaints.create(letter, { signal: control.signal, onProof: (at) => at > 0 && control.abort() });
  await assert.rejects(filing, { code: 'aborted' });
  assert.equal(sent.filter(({ path }) => path.endsWith('/complaints')).length, 1);
});

test('a proof that is refused is not sought for ever', async () => {
  const { sent, complaints } = service(4, { always: true });
  await assert.rejects(complaints.create(letter), { code: 'refused' });
  assert.equal(sent.length, 3);
});

test('a challenge that is none, or of a year’s work, is refused at once', async () => {
  await assert.rejects(service(60).complaints.create(letter), { code: 'refused' });
  await assert.rejects(service(NaN).complaints.create(letter), { code: 'invalid_response' });
  await assert.rejects(service(1, { challenge: 5 as never }).complaints.create(letter), { code: 'invalid_response' });
});
