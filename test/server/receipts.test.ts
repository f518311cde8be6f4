import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Receipt } from '@zwgk/schema';
import { createHandler, openStore, WrongKeyError } from '@zwgk/server';
import { purge } from '@zwgk/server';
import { png } from '../support/files.js';
import { dataFolder, letter, startService, type Service } from '../support/service.js';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());

type Jwk = { kid: string; kty: string; crv: string; x: string; y: string };
const keysOf = async (own: { request: (path: string) => Promise<Response> }) =>
  (await (await own.request('/api/v1/keys')).json()).keys as Jwk[];
/** The payload, when one of the keys has signed it; as anyone would check it, without the service. */
function opened(signature: string, keys: readonly Jwk[]): Record<string, unknown> | undefined {
  const [head, payload, mark] = signature.split('.') as [string, string, string];
  const { alg, kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string; kid: string };
  assert.equal(alg, 'ES256');
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk) return undefined;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const good = verify(
    'sha256',
    Buffer.from(`${head}.${payload}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(mark, 'base64url'),
  );
  return good ? (JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>) : undefined;
}
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

test('a receipt is signed over number, body, times, rule and the letter; anyone can check it with the public key', async () => {
  const receipt: Receipt = await service.client().complaints.create(letter);
  const keys = await keysOf(service);
  assert.deepEqual(Object.keys(keys[0]!).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  const payload = opened(receipt.signature!, keys)!;
  const { kind, title, content } = letter;
  assert.deepEqual(payload, {
    ticketNo: receipt.ticketNo,
    org: '云泊县稻溪镇人民政府',
    submittedAt: receipt.submittedAt,
    dueAt: '2026-03-09',
    dueRule: receipt.dueRule,
    content: hashOf(
      `{"attachments":[],"content":${JSON.stringify(content)},"kind":"${kind}","title":${JSON.stringify(title)}}`,
    ),
  });
  // Neither the code nor the person stands in what may be shown around.
  const text = JSON.stringify(payload);
  for (const secret of [receipt.queryCode, letter.name, letter.mobile]) assert.ok(!text.includes(secret));
  const [head, body, mark] = receipt.signature!.split('.') as [string, string, string];
  const other = Buffer.from(JSON.stringify({ ...payload, dueAt: '2026-02-11' })).toString('base64url');
  assert.equal(opened(`${head}.${other}.${mark}`, keys), undefined);
  assert.equal(opened(`${head}.${body}.${mark.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))}`, keys), undefined);
});

test('the files of a letter are signed with it, in their order, as the upload told their hashes', async () => {
  const ids: string[] = [];
  const hashes: string[] = [];
  for (const bytes of [png, Buffer.from('第二个')]) {
    const name = bytes === png ? 'a.png' : 'b.txt';
    const { id } = await (await service.post('/api/v1/uploads', { name, size: bytes.length })).json();
    const done = await service.request(`/api/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      body: new Uint8Array(bytes),
    });
    ids.push(id);
    hashes.push((await done.json()).sha256);
  }
  const receipt = await service.client().complaints.create({ ...letter, attachments: ids.map((id) => ({ id })) });
  const { kind, title, content } = letter;
  assert.equal(
    opened(receipt.signature!, await keysOf(service))!['content'],
    hashOf(JSON.stringify({ attachments: hashes, content, kind, title })),
  );
});

test('a hundred letters at once get a hundred signatures, each over its own number', async () => {
  const { complaints } = service.client();
  const receipts = await Promise.all(
    Array.from({ length: 100 }, (_, i) => complaints.create({ ...letter, content: `第${i}封` })),
  );
  const keys = await keysOf(service);
  for (const { signature, ticketNo } of receipts) assert.equal(opened(signature!, keys)!['ticketNo'], ticketNo);
  assert.equal(new Set(receipts.map(({ ticketNo }) => ticketNo)).size, 100);
});

test('a letter among many that the database will not have does not take the others along', async () => {
  const { complaints } = service.client();
  // The case that is in the way has the very code that the third letter would get.
  const key = 'the-third-letter-0123456789';
  const third = { ...letter, content: '第三封' };
  const first = await complaints.create(third, { idempotencyKey: key });
  await service.store.kysely
    .updateTable('complaint')
    .set({ key_hash: 'moved' })
    .where('ticket_no', '=', first.ticketNo)
    .execute();
  const letters = [0, 1, 2, 3, 4].map((i) => (i === 2 ? third : { ...letter, content: `另${i}封` }));
  const receipts = await Promise.all(
    letters.map((one, i) => complaints.create(one, i === 2 ? { idempotencyKey: key } : {})),
  );
  assert.equal(new Set(receipts.map(({ ticketNo }) => ticketNo)).size, 5);
  assert.notEqual(receipts[2]!.queryCode, first.queryCode, 'another code for it');
  for (const receipt of receipts) assert.equal((await complaints.lookup(receipt)).ticketNo, receipt.ticketNo);
});

test('receipts of a former key can be checked after the key was changed; a key of another kind is refused', async () => {
  const data = await dataFolder();
  const file = async (store: Awaited<ReturnType<typeof openStore>>) => {
    const handler = createHandler({ store });
    const request = (path: string, init?: RequestInit) => handler(new Request(`http://service.test${path}`, init));
    const sent = await request('/api/v1/complaints', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(letter),
    });
    return { receipt: (await sent.json()) as Receipt, keys: await keysOf({ request }) };
  };
  try {
    const store = await openStore({ folder: data });
    const before = await file(store);
    await store.close();
    const pem = join(data, 'signing-key.pem');
    assert.equal(statSync(pem).mode & 0o077, 0, 'its owner’s alone');
    assert.match(readFileSync(pem, 'utf8'), /PRIVATE KEY/);
    const again = await openStore({ folder: data });
    assert.equal((await file(again)).keys[0]!.kid, before.keys[0]!.kid, 'kept over a start');
    await again.close();
    const made = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const signingKey = made.export({ type: 'pkcs8', format: 'pem' }) as string;
    const changed = await openStore({ folder: data, signingKey: signingKey.replaceAll('\n', '\\n') });
    const after = await file(changed);
    assert.notEqual(after.keys[0]!.kid, before.keys[0]!.kid);
    for (const { receipt } of [before, after])
      assert.equal(opened(receipt.signature!, after.keys)!['ticketNo'], receipt.ticketNo);
    await changed.close();
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    for (const wrong of [rsa.export({ type: 'pkcs8', format: 'pem' }) as string, 'nonsense'])
      await assert.rejects(openStore({ folder: data, signingKey: wrong }), WrongKeyError);
    writeFileSync(pem, 'damaged');
    await assert.rejects(openStore({ folder: data }), WrongKeyError);
  } finally {
    rmSync(data, { recursive: true });
  }
});

test('what is signed cannot be guessed from the database, and goes with the texts', async () => {
  const { complaints } = service.client();
  const receipt = await complaints.create({ ...letter, title: '独特的标题' });
  const row = () =>
    service.store.kysely
      .selectFrom('complaint')
      .select('receipt')
      .where('ticket_no', '=', receipt.ticketNo)
      .executeTakeFirstOrThrow();
  const [, payload, mark] = receipt.signature!.split('.') as [string, string, string];
  const stored = (await row()).receipt!;
  assert.ok(!stored.includes(mark) && !stored.includes(payload));
  await complaints.withdraw(receipt);
  await purge(service.store, service.clock.now + 400 * 86_400_000);
  assert.equal((await row()).receipt, null);
});

test('nothing unforeseen happened in all of this', () => {
  assert.deepEqual(service.reported, []);
});
