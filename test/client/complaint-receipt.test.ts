import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { letterHash, verifyReceipt } from '@zwgk/client';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = (key: typeof publicKey, kid: string) =>
  ({ ...key.export({ format: 'jwk' }), kid }) as JsonWebKey & { kid: string };
const keys = { keys: [jwk(publicKey, 'a')] };
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function jws(payload: unknown, head: object = { alg: 'ES256', kid: 'a' }, key = privateKey): string {
  const signed = `${part(head)}.${part(payload)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
const sent = { kind: 'consult', title: '养老保险“补缴”', content: '第一行\n第二行 𠮷', attachments: ['0a', 'ff'] };
const content = createHash('sha256')
  .update(JSON.stringify({ attachments: sent.attachments, content: sent.content, kind: sent.kind, title: sent.title }))
  .digest('base64url');
const payload = {
  ticketNo: 'DX20261122-0007',
  org: '云泊县稻溪镇人民政府',
  submittedAt: '2026-11-22T16:40:00+08:00',
  content,
};

test('a receipt that the service signed is found good, with what was signed', async () => {
  const found = await verifyReceipt(`  ${jws(payload)}\n`, keys);
  assert.deepEqual(found, { valid: true, payload });
});

test('the letter that was sent is told from every other', async () => {
  assert.equal(await letterHash(sent), content);
  assert.equal((await verifyReceipt(jws(payload), keys, sent)).contentMatches, true);
  for (const change of [
    { title: '别的' },
    { content: '第一行' },
    { kind: 'help' },
    { attachments: ['ff', '0a'] },
    { attachments: [] },
  ])
    assert.equal((await verifyReceipt(jws(payload), keys, { ...sent, ...change })).contentMatches, false);
});

test('a changed receipt, another key and another way of signing are found out', async () => {
  const good = jws(payload);
  const [head, body, proof] = good.split('.') as [string, string, string];
  assert.deepEqual(await verifyReceipt(`${head}.${part({ ...payload, ticketNo: 'DX1' })}.${proof}`, keys), {
    valid: false,
    reason: 'signature',
  });
  assert.deepEqual(await verifyReceipt(jws(payload, undefined, other.privateKey), keys), {
    valid: false,
    reason: 'signature',
  });
  assert.deepEqual(await verifyReceipt(jws(payload, { alg: 'ES256', kid: 'b' }), keys), {
    valid: false,
    reason: 'key',
  });
  for (const bad of [
    '',
    'x',
    'a.b.c',
    `${good}.x`,
    `${part({ alg: 'none' })}.${body}.`,
    `${part({ alg: 'HS256' })}.${body}.${proof}`,
    jws(5),
    jws(null),
    '文'.repeat(9),
  ])
    assert.deepEqual(await verifyReceipt(bad, keys), { valid: false, reason: 'format' }, bad);
});

test('after a change of keys the old receipt is still good, and a broken key hides none', async () => {
  const both = { keys: [{ kty: 'EC', crv: 'P-256', x: '!', y: '!' }, jwk(other.publicKey, 'b'), jwk(publicKey, 'a')] };
  assert.equal((await verifyReceipt(jws(payload), both)).valid, true);
  assert.deepEqual(await verifyReceipt(jws(payload), { keys: [] }), { valid: false, reason: 'key' });
});

test('where the page has no cryptography it says so', async () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: {} });
  try {
    assert.deepEqual(await verifyReceipt(jws(payload), keys), { valid: false, reason: 'unsupported' });
  } finally {
    Object.defineProperty(globalThis, 'crypto', own);
  }
});
