import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { createHandler, createTokens, openStore } from '@zwgk/server';
import { createClient } from '@zwgk/client';
import { sql } from 'kysely';
import { dataFolder, emptyDatabase, letter } from '../support/service.js';

const clientOf = (store: Awaited<ReturnType<typeof openStore>>, token?: string) => {
  const handler = createHandler({ store });
  return createClient({ api: 'http://service.test/api/v1', fetch: (request) => handler(request), retries: 0, token });
};

test('a database of before, with the names of units in the clear, is opened, and afterwards none stands there', async () => {
  const folder = await dataFolder();
  try {
    let store = await openStore({ folder });
    const { complaints } = clientOf(store);
    const addressed = await complaints.create({ ...letter, targetOrg: { name: '社会事务办公室' } });
    const given = await complaints.create(letter);
    const token = await createTokens(store, Date.now).create({ name: '甲', role: 'admin', unit: null });
    const handler = await createTokens(store, Date.now).create({ name: '乙', role: 'handler', unit: '农业农村办公室' });
    await clientOf(store, token).staff.assign(given.ticketNo, { unit: '农业农村办公室', note: '请办理' });
    // As it was written before: names in both columns, and none in the sealed part.
    const db = store.kysely;
    await sql`alter table complaint_event disable trigger complaint_event_append_only`.execute(db);
    for (const [ticketNo, unit] of [
      [addressed.ticketNo, '社会事务办公室'],
      [given.ticketNo, '农业农村办公室'],
    ] as const) {
      await sql`update complaint set unit = ${unit} where ticket_no = ${ticketNo}`.execute(db);
      await sql`update complaint_event set unit = ${unit} where ticket_no = ${ticketNo} and unit is not null`.execute(
        db,
      );
    }
    const rows = await db.selectFrom('complaint_event').selectAll().where('sealed', 'is not', null).execute();
    for (const { seq, ticket_no, sealed } of rows) {
      const { unitName: _gone, ...rest } = store.vault.open('event', ticket_no, sealed!) as Record<string, unknown>;
      const again = store.vault.seal('event', ticket_no, rest);
      await db.updateTable('complaint_event').set({ sealed: again }).where('seq', '=', seq).execute();
    }
    await sql`alter table complaint_event enable trigger complaint_event_append_only`.execute(db);
    await sql`delete from setting where name = 'units'`.execute(db);
    await store.close();

    store = await openStore({ folder });
    const client = clientOf(store);
    assert.equal((await client.complaints.lookup(addressed)).heldBy, '社会事务办公室');
    const found = await client.complaints.lookup(given);
    assert.equal(found.heldBy, '农业农村办公室');
    assert.equal(found.log[found.log.length - 1]!.note, '请办理');
    const list = await clientOf(store, handler).staff.list();
    assert.deepEqual(
      list.items.map(({ ticketNo }) => ticketNo),
      [given.ticketNo],
    );
    const dump = JSON.stringify([
      await store.kysely.selectFrom('complaint').selectAll().execute(),
      await store.kysely.selectFrom('complaint_event').selectAll().execute(),
    ]);
    for (const name of ['社会事务办公室', '农业农村办公室']) assert.ok(!dump.includes(name), name);
    await assert.rejects(sql`update complaint_event set actor = 'x'`.execute(store.kysely), /append-only/);
    await store.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('several processes that open a new database at once all get it', async (t) => {
  const database = await emptyDatabase();
  if (!database) return t.skip('needs a PostgreSQL server: ZWGK_TEST_DATABASE_URL');
  try {
    const secret = new Uint8Array(32).fill(7);
    const opened = await Promise.allSettled(
      Array.from({ length: 8 }, () => openStore({ url: database.url, secret, connections: 2 })),
    );
    const stores = opened.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    try {
      assert.equal(stores.length, 8);
      const receipt = await clientOf(stores[0]!).complaints.create(letter);
      for (const store of stores)
        assert.equal((await clientOf(store).complaints.lookup(receipt)).ticketNo, receipt.ticketNo);
    } finally {
      for (const store of stores) await store.close();
    }
  } finally {
    await database.drop();
  }
});
