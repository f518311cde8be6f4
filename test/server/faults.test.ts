import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newIdempotencyKey } from '@zwgk/client';
import { createHandler, openStore, purge, sweepUploads, type Store } from '@zwgk/server';
import pg from 'pg';
import * as made from '../support/files.js';
import { letter, noLimits, startService } from '../support/service.js';

const complaints = '/api/v1/complaints';
const failure = (code: string) => Object.assign(new Error(`simulated ${code}`), { code });
/** A problem document that tells to try again, and nothing of the letter. */
async function away(response: Response): Promise<void> {
  const text = await response.text();
  assert.equal(response.status, 503, text);
  assert.equal(response.headers.get('retry-after'), '5');
  assert.equal(JSON.parse(text).code, 'server');
  assert.ok(!text.includes(letter.name) && !text.includes(letter.content));
}
const cleanUp: (() => void)[] = [];
after(() => {
  for (const work of cleanUp.reverse()) work();
});

test('a database that refuses to write gets truthful answers: no receipt, 503, and the same letter is taken later, once', async () => {
  const service = await startService();
  try {
    const own = service.store as { prepared: Store['prepared'] };
    const works = own.prepared;
    let broken: string | undefined;
    const store = {
      ...service.store,
      prepared: ((...all: Parameters<typeof works>) => {
        if (broken) throw failure(broken);
        return works(...all);
      }) as Store['prepared'],
    };
    const reported: unknown[] = [];
    const handler = createHandler({
      store,
      limits: noLimits,
      now: () => service.clock.now,
      report: (error) => reported.push(error),
    });
    const key = newIdempotencyKey();
    const send = (own = key) =>
      handler(
        new Request(`http://service.test${complaints}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': own },
          body: JSON.stringify(letter),
        }),
      );
    // disk_full, cannot_connect_now, too_many_connections, connection_failure; deadlock_detected, lock_not_available,
    // query_canceled (a time-out of the server’s operator); the socket, the resolver, the disk.
    const codes = ['53100', '57P03', '53300', '08006', '40P01', '55P03', '57014', 'ECONNRESET', 'EAI_AGAIN', 'ENOSPC'];
    for (const code of codes) {
      broken = code;
      await away(await send());
      // Twenty at once share a commit: none of them is told that it was taken.
      for (const response of await Promise.all(Array.from({ length: 20 }, () => send(newIdempotencyKey()))))
        await away(response);
    }
    broken = undefined;
    const filed = await send();
    assert.equal(filed.status, 201);
    const { n } = await service.store.kysely
      .selectFrom('complaint')
      .select((on) => on.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow();
    assert.equal(Number(n), 1);
    assert.ok(reported.length >= 6);
  } finally {
    await service.close();
  }
});

test('a database server that is busy, silent or breaks off, as its driver tells of it: 503', async () => {
  const service = await startService();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const options = { host: '127.0.0.1', port, user: 'zwgk', database: 'zwgk', max: 1 };
  const hanging = new pg.Pool({ ...options, connectionTimeoutMillis: 30000 });
  // Its only connection is being made, and never will be.
  hanging.connect().catch(() => {});
  hanging.options.connectionTimeoutMillis = 50;
  const silent = new pg.Pool({ ...options, connectionTimeoutMillis: 50 });
  const broken = new pg.Pool(options);
  const said: string[] = [];
  try {
    for (const [pool, more] of [
      [hanging, () => {}],
      [silent, () => {}],
      [broken, () => setTimeout(() => sockets.forEach((socket) => socket.destroy()), 50)],
    ] as const) {
      const prepared: Store['prepared'] = async () => (await pool.query('select 1')).rows as never[];
      const handler = createHandler({
        store: { ...service.store, prepared },
        limits: noLimits,
        report: (error) => said.push((error as Error).message),
      });
      more();
      await away(
        await handler(
          new Request(`http://service.test${complaints}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': newIdempotencyKey() },
            body: JSON.stringify(letter),
          }),
        ),
      );
    }
    assert.equal(new Set(said).size, 3, said.join('\n'));
  } finally {
    sockets.forEach((socket) => socket.destroy());
    server.close();
    await service.close();
  }
});

test('an answer that was lost after the commit is given again: one case, the same receipt', async () => {
  const service = await startService();
  try {
    const works = service.store.prepared;
    let lose = true;
    const store = {
      ...service.store,
      prepared: (async (...all: Parameters<typeof works>) => {
        const rows = await works(...all);
        if (lose && all[0] === 'file-letters') {
          lose = false;
          throw failure('ECONNRESET');
        }
        return rows;
      }) as Store['prepared'],
    };
    const handler = createHandler({ store, limits: noLimits, now: () => service.clock.now });
    const key = newIdempotencyKey();
    const send = () =>
      handler(
        new Request(`http://service.test${complaints}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(letter),
        }),
      );
    await away(await send());
    const again = await send();
    assert.equal(again.status, 201);
    const cases = await service.store.kysely.selectFrom('complaint').select('ticket_no').execute();
    assert.deepEqual(
      cases.map(({ ticket_no }) => ticket_no),
      [(await again.json()).ticketNo],
    );
  } finally {
    await service.close();
  }
});

test('a disk that is full while a file comes: 503, the piece can be sent again, nothing of it counts', async () => {
  const service = await startService();
  try {
    let full = false;
    const { blobs } = service.store;
    const store: Store = {
      ...service.store,
      blobs: {
        ...blobs,
        write: async (...all) => {
          if (full) throw failure('ENOSPC');
          await blobs.write(...all);
        },
      },
    };
    const handler = createHandler({ store, limits: noLimits, now: () => service.clock.now });
    const request = (path: string, init: RequestInit) => handler(new Request(`http://service.test${path}`, init));
    const headers = { 'content-type': 'application/json' };
    const begun = await request('/api/v1/uploads', {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'a.png', size: made.png.length }),
    });
    const { id } = await begun.json();
    const piece = (from: number, to: number) =>
      request(`/api/v1/uploads/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
        body: new Uint8Array(made.png.subarray(from, to)),
      });
    assert.equal((await piece(0, 50)).status, 200);
    full = true;
    await away(await piece(50, made.png.length));
    assert.equal((await (await request(`/api/v1/uploads/${id}`, {})).json()).offset, 50);
    full = false;
    const done = await piece(50, made.png.length);
    assert.equal((await done.json()).complete, true);
    // Full at the very end, when the checked file is written: it is not whole, and becomes whole later.
    const next = await (
      await request('/api/v1/uploads', { method: 'POST', headers, body: JSON.stringify({ name: 'b.txt', size: 3 }) })
    ).json();
    let writes = 0;
    const failing: Store = {
      ...store,
      blobs: {
        ...blobs,
        write: async (...all) => {
          if (++writes === 2) throw failure('ENOSPC');
          await blobs.write(...all);
        },
      },
    };
    const other = createHandler({ store: failing, limits: noLimits, now: () => service.clock.now });
    const last = (own: typeof handler, from: number, body: string) =>
      own(
        new Request(`http://service.test/api/v1/uploads/${next.id}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
          body,
        }),
      );
    await away(await last(other, 0, 'abc'));
    const sent = await request(complaints, {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...letter, attachments: [{ id: next.id }] }),
    });
    assert.equal(sent.status, 422, 'no letter with a file that is not there');
    assert.equal((await (await last(handler, 3, '')).json()).complete, true);
  } finally {
    await service.close();
  }
});

/** A small disk of its own, where the system lets us have one. */
function smallDisk(megabytes: number): string | undefined {
  const place = mkdtempSync(join(tmpdir(), 'zwgk-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place], { stdio: 'ignore' });
  } catch {
    rmSync(place, { recursive: true });
    return undefined;
  }
  cleanUp.push(() => {
    execFileSync('umount', ['-l', place], { stdio: 'ignore' });
    rmSync(place, { recursive: true, force: true });
  });
  return place;
}

test('on a disk that really fills up, each letter gets a receipt or a failure; after room was made all receipts hold', async (t) => {
  const place = smallDisk(220);
  if (!place) return t.skip('no small disk can be mounted here (needs root on Linux)');
  const data = join(place, 'data');
  mkdirSync(data);
  let store = await openStore({ folder: data });
  const handler = createHandler({ store, limits: noLimits });
  const send = (own: typeof handler, key: string) =>
    own(
      new Request(`http://service.test${complaints}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ ...letter, content: `${key} ${'长'.repeat(1900)}` }),
      }),
    );
  const receipts = new Map<string, { queryCode: string; ticketNo: string }>();
  const file = async (key: string) => {
    const response = await send(handler, key);
    if (response.status === 201) receipts.set(key, await response.json());
    else await response.text();
    return response.status;
  };
  for (let i = 0; i < 20; i++) assert.equal(await file(newIdempotencyKey()), 201);
  // The rest of the disk is taken by somebody else.
  const filler = join(place, 'filler');
  for (let size = 256; size >= 1;) {
    try {
      writeFileSync(filler, Buffer.alloc(size * 256 * 1024), { flag: 'a' });
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
      size >>= 1;
    }
  }
  const statuses = new Set<number>();
  for (let i = 0; i < 1500 && !statuses.has(503) && !statuses.has(500); i++)
    statuses.add(await file(newIdempotencyKey()));
  assert.ok(
    [...statuses].some((status) => status >= 500),
    `the disk was full in between: ${[...statuses]}`,
  );
  assert.ok([...statuses].every((status) => [201, 500, 503].includes(status)));
  rmSync(filler);
  await store.close().catch(() => {});
  store = await openStore({ folder: data });
  const again = createHandler({ store, limits: noLimits });
  for (const [key, receipt] of receipts) {
    const response = await send(again, key);
    assert.equal(response.status, 201);
    assert.equal((await response.json()).queryCode, receipt.queryCode);
  }
  assert.equal((await send(again, newIdempotencyKey())).status, 201, 'and new ones are taken');
  const cases = await store.kysely.selectFrom('complaint').select('ticket_no').execute();
  const events = await store.kysely.selectFrom('complaint_event').select('ticket_no').execute();
  assert.equal(cases.length, events.length);
  await store.close();
});

test('a clock that jumps back or forward loses nothing and keeps nobody out', async () => {
  const service = await startService({
    limits: { ...noLimits, create: { max: 2, seconds: 600 }, proof: { max: 1, seconds: 600 } },
  });
  try {
    const DAY = 86_400_000;
    const send = (key = newIdempotencyKey(), headers = {}) =>
      service.post(complaints, letter, { 'idempotency-key': key, ...headers });
    const key = newIdempotencyKey();
    const first = await (await send(key)).json();
    service.clock.now -= 400 * DAY;
    // Neither threshold nor proof of another time stands in the way, and the day is that of the clock.
    const back = await send();
    assert.equal(back.status, 201);
    const receipt = await back.json();
    assert.match(receipt.submittedAt, /^2025-01-06/);
    assert.deepEqual(await (await send(key)).json(), first, 'the receipt of before is the same');
    const calls = service.client().complaints;
    const found = await calls.addMessage(first, '时钟倒退之后');
    assert.ok(found.messages![0]!.at >= found.submittedAt, 'never before the letter');
    // An upload of the future is not swept, nor a case of the future emptied.
    const { id } = await (await service.post('/api/v1/uploads', { name: 'a.txt', size: 3 }, {}, '198.51.100.3')).json();
    service.clock.now -= 10 * DAY;
    assert.equal(await sweepUploads(service.store, service.clock.now), 0);
    assert.equal(await purge(service.store, service.clock.now), 0);
    assert.equal((await service.request(`/api/v1/uploads/${id}`)).status, 200);
    service.clock.now += 2000 * DAY;
    assert.equal((await calls.lookup(first)).content, letter.content);
    assert.deepEqual(service.reported, []);
  } finally {
    await service.close();
  }
});
