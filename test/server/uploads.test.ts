import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { purge, roles, sweepUploads, type Role } from '@zwgk/server';
import { sql } from 'kysely';
import * as made from '../support/files.js';
import { dataFolder, letter, startService, type Service } from '../support/service.js';
import { createHandler, openStore } from '@zwgk/server';
import { rmSync } from 'node:fs';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());

const HOUR = 3600_000;
const path = '/api/v1/uploads';
const expect = async (response: Response, status: number) => {
  const body = response.status === 204 ? undefined : await response.json();
  assert.equal(response.status, status, JSON.stringify(body));
  return body;
};
const begin = (name: string, size: number, own = service) => own.post(path, { name, size });
const piece = (id: string, offset: number, bytes: Uint8Array, own = service) =>
  own.request(`${path}/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body: new Uint8Array(bytes),
  });
/** A whole upload; the id. */
async function upload(name: string, bytes: Uint8Array, own = service): Promise<string> {
  const { id, chunk } = await expect(await begin(name, bytes.length, own), 201);
  for (let at = 0; at < bytes.length; at += chunk)
    await expect(await piece(id, at, bytes.subarray(at, at + chunk), own), 200);
  return id;
}
const file = (ids: string[], more: object = {}, own = service) =>
  own.post('/api/v1/complaints', { ...letter, ...more, attachments: ids.map((id) => ({ id })) });
const noise = (size: number) =>
  Buffer.concat([Buffer.from('录音 '), Buffer.from(randomBytes(size).toString('base64'))]);

test('a file goes up in pieces, goes on after a lost network, and is stored without its place', async () => {
  const bytes = made.photograph();
  const { id, offset, chunk } = await expect(await begin('C:\\fakepath\\现场.jpg', bytes.length), 201);
  assert.deepEqual([offset, chunk], [0, 1048576]);
  assert.match(id, /^[\w-]{22,}$/);
  assert.deepEqual(await expect(await piece(id, 0, bytes.subarray(0, 100)), 200), {
    id,
    offset: 100,
    complete: false,
    size: bytes.length,
  });
  // The answer was lost: the same piece again is a conflict, and what is there can be asked for.
  assert.deepEqual((await expect(await piece(id, 0, bytes.subarray(0, 100)), 409)).issues, [
    { path: ['offset'], code: 'offset' },
  ]);
  assert.equal((await expect(await service.request(`${path}/${id}`), 200)).offset, 100);
  const done = await expect(await piece(id, 100, bytes.subarray(100)), 200);
  assert.deepEqual([done.complete, done.name, done.type], [true, '现场.jpg', 'image/jpeg']);
  // The last answer may be lost as well.
  assert.deepEqual(await expect(await piece(id, 100, bytes.subarray(100)), 200), done);
  const receipt = await expect(await file([id]), 201);
  const found = await service.client().complaints.lookup(receipt);
  const [shown] = found.attachments!;
  assert.deepEqual([shown!.name, shown!.type, shown!.size], ['现场.jpg', 'image/jpeg', done.size]);
  assert.notEqual(shown!.id, id, 'the id of the upload is its sender’s alone');
  const response = await service.post('/api/v1/complaints/file', { queryCode: receipt.queryCode, id: shown!.id });
  const got = Buffer.from(await response.arrayBuffer());
  assert.equal(createHash('sha256').update(got).digest('hex'), done.sha256);
  assert.ok(!got.toString('latin1').includes(made.PLACE));
  assert.equal(
    response.headers.get('content-disposition'),
    `attachment; filename="__.jpg"; filename*=UTF-8''${encodeURIComponent('现场.jpg')}`,
  );
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.match(response.headers.get('content-security-policy')!, /sandbox/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
});

test('ten megabytes in pieces arrive as they were sent; what is more or less than announced does not', async () => {
  const bytes = noise(7.4 * 1024 * 1024).subarray(0, 9.5 * 1024 * 1024);
  const id = await upload('记录.txt', bytes);
  const state = await expect(await service.request(`${path}/${id}`), 200);
  assert.equal(state.sha256, createHash('sha256').update(bytes).digest('hex'));
  for (const [name, size, code] of [
    ['a.txt', 10485761, 'file_size'],
    ['a.txt', 0, 'file_size'],
    ['a.exe', 10, 'file_type'],
    ['....', 10, 'file_type'],
  ] as const)
    assert.deepEqual((await expect(await begin(name, size), 422)).issues, [{ path: ['file'], code }]);
  const short = (await expect(await begin('a.txt', 5), 201)).id;
  assert.equal((await expect(await piece(short, 0, Buffer.from('123456')), 422)).issues[0].code, 'file_size');
  await expect(await piece(short, 0, Buffer.alloc(1048577)), 413);
  await expect(await piece(short, 0, Buffer.alloc(0)), 422);
  await expect(await piece('x'.repeat(24), 0, Buffer.from('1')), 404);
  const plain = await service.request(`${path}/${short}`, { method: 'PATCH', body: '1' });
  await expect(plain, 415);
});

test('what is dangerous is refused at the end by name, and nothing of it is kept', async () => {
  for (const [name, bytes, code] of [
    ['a.txt', made.eicar, 'file_active'],
    ['a.docx', made.docx({ name: 'word/vbaProject.bin', data: 'x' }), 'file_active'],
    ['a.docx', made.docx({ name: 'word/x.xml', data: 'x', flags: 1 }), 'file_archive'],
    ['a.png', made.jpeg, 'file_type'],
    ['a.jpg', made.jpeg.subarray(0, 100), 'file_broken'],
  ] as const) {
    const { id } = await expect(await begin(name, bytes.length), 201);
    const refused = await expect(await piece(id, 0, bytes), 422);
    assert.deepEqual(refused.issues, [{ path: ['file'], code }]);
    await expect(await service.request(`${path}/${id}`), 404);
    assert.equal((await file([id])).status, 422);
  }
});

test('a file belongs to one letter: not to two, not half there, not of nobody; the letter is filed with all or not at all', async () => {
  const count = async () =>
    Number((await sql<{ n: string }>`select count(*) as n from complaint`.execute(service.store.kysely)).rows[0]!.n);
  const id = await upload('a.png', made.png);
  const half = (await expect(await begin('a.png', made.png.length), 201)).id;
  await expect(await file([id]), 201);
  const other = await upload('b.png', made.png);
  const before = await count();
  for (const ids of [[id], [other, id], [half], ['none-of-that-name-00000'], [other, other]]) {
    const { issues } = await expect(await file(ids), 422);
    assert.deepEqual([issues[0].path[0], issues[0].code], ['attachments', 'unknown']);
  }
  assert.equal((await expect(await file(Array(6).fill(other)), 422)).issues[0].code, 'too_many');
  assert.equal(await count(), before);
  await expect(await file([other]), 201);
  // It is the case's now.
  await expect(await service.request(`${path}/${other}`, { method: 'DELETE' }), 409);
  await expect(await service.request(`${path}/${half}`, { method: 'DELETE' }), 204);
  await expect(await service.request(`${path}/${half}`), 404);
});

test('a letter with files that is sent again gets the same receipt, and of ten letters at once one has the file', async () => {
  const id = await upload('a.png', made.png);
  const headers = { 'idempotency-key': 'k'.repeat(20) };
  const body = { ...letter, attachments: [{ id }] };
  const answers = await Promise.all(Array.from({ length: 5 }, () => service.post('/api/v1/complaints', body, headers)));
  const receipts = await Promise.all(answers.map((answer) => expect(answer, 201)));
  assert.equal(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size, 1);
  const wanted = await upload('b.png', made.png);
  const statuses = (await Promise.all(Array.from({ length: 10 }, () => file([wanted])))).map(({ status }) => status);
  assert.deepEqual(statuses.sort(), [201, ...Array(9).fill(422)]);
});

test('citizen and unit send each other files with their messages; the reply has its own', async () => {
  const receipt = await expect(await file([]), 201);
  const unit = '社会事务办公室';
  const token = await service.token('handler', unit);
  const admin = { authorization: `Bearer ${await service.token('admin')}` };
  const headers = { authorization: `Bearer ${token}` };
  const staff = `/api/v1/staff/complaints/${receipt.ticketNo}`;
  const id = await upload('补充.pdf', made.pdf());
  const { queryCode } = receipt;
  const message = await service.post('/api/v1/complaints/messages', {
    queryCode,
    text: '补充一份',
    attachments: [{ id }],
  });
  assert.equal((await expect(message, 200)).messages[0].attachments[0].name, '补充.pdf');
  await expect(await service.post(`${staff}/assign`, { unit }, admin), 200);
  const reply = { text: '见附件', attachments: [{ id: await upload('答复.docx', made.docx()) }] };
  await expect(await service.post(`${staff}/reply`, reply, headers), 200);
  const found = await service.client().complaints.lookup(receipt);
  const [answer] = (found.reply as unknown as { attachments: { id: string; name: string }[] }).attachments;
  assert.equal(answer!.name, '答复.docx');
  const own = await service.post('/api/v1/complaints/file', { queryCode, id: answer!.id });
  assert.deepEqual(Buffer.from(await own.arrayBuffer()), made.docx());
  // Not with another code, nor a file of another case with this one.
  const stranger = await expect(await file([]), 201);
  await expect(await service.post('/api/v1/complaints/file', { queryCode: stranger.queryCode, id: answer!.id }), 404);
  await expect(await service.post('/api/v1/complaints/file', { queryCode: '2222-2222-2222', id: answer!.id }), 404);
  const sent = found.messages![0]!.attachments![0]!;
  const got = await service.request(`${staff}/files/${sent.id}`, { headers });
  assert.deepEqual(Buffer.from(await got.arrayBuffer()), made.pdf());
  assert.match(got.headers.get('content-disposition')!, /^attachment/);
  const { events } = await expect(await service.request(staff, { headers }), 200);
  assert.ok(
    events.some((event: { step: string }) => event.step === 'read-file'),
    'that it was fetched is recorded',
  );
});

test('who may fetch the file of a 举报: those who see its text', async () => {
  const unit = '社会事务办公室';
  const id = await upload('证据.png', made.png);
  const receipt = await expect(await file([id], { kind: 'report', targetOrg: { name: unit } }), 201);
  const seen: Role[] = [];
  const admin = service.client({ token: await service.token('admin') }).staff;
  const [shown] = (await admin.get(receipt.ticketNo)).attachments!;
  for (const role of roles) {
    const authorization = `Bearer ${await service.token(role, role === 'handler' ? unit : undefined)}`;
    const place = `/api/v1/staff/complaints/${receipt.ticketNo}`;
    const response = await service.request(`${place}/files/${shown!.id}`, { headers: { authorization } });
    if (response.status === 200) seen.push(role);
    else assert.equal(response.status, 404);
    const body = await (await service.request(place, { headers: { authorization } })).text();
    assert.equal(body.includes('证据'), response.status === 200, role);
  }
  assert.deepEqual(seen, ['intake', 'handler', 'reviewer', 'admin']);
  await expect(await service.request(`/api/v1/staff/complaints/${receipt.ticketNo}/files/${shown!.id}`), 401);
});

test('on disk and in the database nothing of a file can be read, neither bytes nor name nor the id of its sender', async () => {
  const data = await dataFolder();
  const store = await openStore({ folder: data });
  try {
    const handler = createHandler({ store });
    const own = {
      request: (url: string, init?: RequestInit) => handler(new Request(`http://service.test${url}`, init)),
      post: (url: string, body: unknown) =>
        handler(
          new Request(`http://service.test${url}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
        ),
    } as unknown as Service;
    const words = '独特的附件内容 '.repeat(200);
    const id = await upload('独特的名字.txt', Buffer.from(words), own);
    await expect(await file([id], {}, own), 201);
    const { rows } = await sql`select * from upload`.execute(store.kysely);
    const everything = [JSON.stringify(rows)];
    for (const name of readdirSync(join(data, 'uploads'), { recursive: true, withFileTypes: true }))
      if (name.isFile()) everything.push(readFileSync(join(name.parentPath, name.name), 'utf8'));
    assert.ok(everything.length >= 2);
    for (const text of everything)
      for (const secret of ['独特的附件内容', '独特的名字', id]) assert.ok(!text.includes(secret), secret);
  } finally {
    await store.close();
    rmSync(data, { recursive: true });
  }
});

test('a file that no letter named is deleted after a day; the files of a case go with its texts', async () => {
  const blobs = service.store.blobs;
  const waiting = await upload('a.png', made.png);
  const id = await upload('b.png', made.png);
  const receipt = await expect(await file([id]), 201);
  const { complaints } = service.client();
  await complaints.withdraw(receipt);
  const before = (await blobs.owners()).length;
  service.clock.now += 23 * HOUR;
  await sweepUploads(service.store, service.clock.now);
  assert.equal((await blobs.owners()).length < before, false);
  service.clock.now += 2 * HOUR;
  assert.ok((await sweepUploads(service.store, service.clock.now)) >= 1);
  await expect(await service.request(`${path}/${waiting}`), 404);
  const [shown] = (await complaints.lookup(receipt)).attachments!;
  const ask = () => service.post('/api/v1/complaints/file', { queryCode: receipt.queryCode, id: shown!.id });
  assert.equal((await ask()).status, 200);
  service.clock.now += 366 * 24 * HOUR;
  assert.ok((await purge(service.store, service.clock.now)) >= 1);
  assert.equal((await ask()).status, 404);
  const rows = await service.store.kysely.selectFrom('upload').select('id_hash').execute();
  assert.deepEqual((await blobs.owners()).sort(), rows.map(({ id_hash }) => id_hash).sort());
  service.clock.now -= 367 * 24 * HOUR + HOUR;
});

test('one address has its share of uploads and bytes, and everybody together of the disk', async () => {
  const other = await startService({
    limits: {
      create: { max: 100, seconds: 600 },
      upload: { max: 3, seconds: 3600 },
      uploadBytes: { max: 1000, seconds: 3600 },
      uploadWaiting: { max: 2000, seconds: 86400 },
    },
  });
  try {
    const from = (address: string, size: number) => other.post(path, { name: 'a.txt', size }, {}, address);
    assert.equal((await from('198.51.100.1', 600)).status, 201);
    const stopped = await from('198.51.100.1', 600);
    assert.equal(stopped.status, 429);
    assert.equal(stopped.headers.get('retry-after'), '3600');
    assert.equal((await from('198.51.100.1', 10)).status, 201);
    assert.equal((await from('198.51.100.1', 10)).status, 201);
    assert.equal((await from('198.51.100.1', 10)).status, 429);
    assert.equal((await from('198.51.100.2', 1000)).status, 201);
    assert.equal((await from('198.51.100.3', 1000)).status, 429);
  } finally {
    await other.close();
  }
});

test('nothing unforeseen happened in all of this', () => {
  assert.deepEqual(service.reported, []);
});
