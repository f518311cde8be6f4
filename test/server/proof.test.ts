import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { defaultLimits } from '@zwgk/server';
import { letter, noLimits, startService, type Service } from '../support/service.js';

const leadingZeros = (text: string) => {
  const bits = [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return bits.indexOf('1');
};
interface Challenge {
  challenge: string;
  difficulty: number;
  expiresAt: string;
}
const ask = async (service: Service, address: string): Promise<Challenge> =>
  (await service.request('/api/v1/proof', {}, address)).json();
/** What a browser does. */
function solve({ challenge, difficulty }: Challenge): string {
  for (let nonce = 0; ; nonce++) {
    const text = `${challenge}:${nonce.toString(36)}`;
    if (leadingZeros(text) >= difficulty) return text;
  }
}
const limits = { ...noLimits, proof: { max: 2, seconds: 600 } };

test('the first letters of an address ask for no work; then some is asked for, more with more letters, and spent once', async () => {
  const service = await startService({ limits });
  try {
    const address = '198.51.100.1';
    let key = 0;
    const send = (proof?: string, own = `key-${key++}-0123456789abcdef`) =>
      service.post(
        '/api/v1/complaints',
        letter,
        { 'idempotency-key': own, ...(proof ? { 'zwgk-proof': proof } : {}) },
        address,
      );
    const refusal = async (response: Response) => {
      assert.equal(response.status, 403);
      const { code, issues } = await response.json();
      assert.equal(code, 'refused');
      return issues;
    };
    assert.equal((await ask(service, address)).difficulty, 0);
    for (let i = 0; i < 2; i++) assert.equal((await send()).status, 201);
    assert.deepEqual(await refusal(await send()), [{ path: ['proof'], code: 'required' }]);
    const challenge = await ask(service, address);
    assert.equal(challenge.difficulty, 14);
    const proof = solve(challenge);
    const filed = await send(proof, 'a-key-that-is-sent-twice');
    assert.equal(filed.status, 201);
    // The answer was lost: the same letter with the same proof gets its receipt again.
    const again = await send(proof, 'a-key-that-is-sent-twice');
    assert.deepEqual([again.status, await again.json()], [201, await filed.json()]);
    assert.deepEqual(await refusal(await send(proof)), [{ path: ['proof'], code: 'expired' }]);
    // Another address is not made to work for it.
    assert.equal((await ask(service, '198.51.100.2')).difficulty, 0);
    const late = await ask(service, address);
    const solved = solve(late);
    service.clock.now += 601_000;
    for (let i = 0; i < 3; i++) assert.equal((await send()).status, i < 2 ? 201 : 403, String(i));
    assert.deepEqual(await refusal(await send(solved)), [{ path: ['proof'], code: 'expired' }]);
    // Made up, changed, of too little work, of another service: none of them is good.
    const fresh = await ask(service, address);
    const good = solve(fresh);
    const easy = good.replace(/^(\d+)\.14\./, '$1.0.');
    const wrong = `${fresh.challenge}:${[...'abcdefghij'].find((nonce) => leadingZeros(`${fresh.challenge}:${nonce}`) < 5)!}`;
    for (const header of [
      '',
      'x',
      `${'1'.repeat(13)}.0.${'a'.repeat(16)}.${'b'.repeat(43)}:1`,
      easy,
      wrong,
      `${good}${'x'.repeat(100)}`,
    ])
      assert.deepEqual(await refusal(await send(header || undefined)), [{ path: ['proof'], code: 'required' }], header);
    assert.equal((await send(good)).status, 201);
    for (let i = 0; i < 7; i++) await send(solve(await ask(service, address)));
    assert.ok((await ask(service, address)).difficulty > 14);
  } finally {
    await service.close();
  }
});

test('uploads ask for work like letters; a plain form, which cannot work, is told to wait', async () => {
  const service = await startService({ limits });
  try {
    const upload = (headers = {}) => service.post('/api/v1/uploads', { name: 'a.txt', size: 5 }, headers);
    for (let i = 0; i < 2; i++) assert.equal((await upload()).status, 201);
    assert.equal((await upload()).status, 403);
    const proof = solve(await ask(service, '192.0.2.1'));
    assert.equal((await upload({ 'zwgk-proof': proof })).status, 201);
    const again = await upload({ 'zwgk-proof': proof });
    assert.equal(again.status, 403, 'work is good for one upload');
    assert.deepEqual((await again.json()).issues, [{ path: ['proof'], code: 'expired' }]);
    const form = () =>
      service.request('/api/v1/complaints', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          kind: 'consult',
          title: letter.title,
          content: String(Math.random()),
          identityMode: 'anonymous',
        }).toString(),
      });
    for (let i = 0; i < 2; i++) assert.equal((await form()).status, 201);
    const stopped = await form();
    assert.equal(stopped.status, 429);
    assert.match(await stopped.text(), /操作过于频繁，请稍后再试/);
  } finally {
    await service.close();
  }
});

test('the thresholds are public, with the page of 举报 and the limits of files', async () => {
  const service = await startService({ limits: {}, origin: 'https://xin.example.gov.cn' });
  try {
    const limits = await (await service.request('/api/v1/limits')).json();
    for (const [name, threshold] of Object.entries(defaultLimits)) assert.deepEqual(limits[name], threshold);
    assert.equal(limits.reportPage, 'https://xin.example.gov.cn/report');
    assert.deepEqual(limits.attachments, { count: 5, bytes: 10485760 });
  } finally {
    await service.close();
  }
});
