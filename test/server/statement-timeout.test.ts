/** A statement that hangs on a PostgreSQL server ends after a while, with a 503 to who asked; loading may take longer. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createHandler, loadSource, openStore, purge, type Store } from '@zwgk/server';
import { sql } from 'kysely';
import pg from 'pg';
import { emptyDatabase, examples } from '../support/service.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const needed = 'needs a PostgreSQL server (the embedded database cannot be interrupted): ZWGK_TEST_DATABASE_URL';
const secret = new Uint8Array(32).fill(7);

/** A session of somebody else, in whose transaction `statement` runs until `release`. */
async function holding(url: string, statement: string) {
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query('begin');
  await other.query(statement);
  return {
    async release() {
      await other.query('rollback').finally(() => other.end());
    },
  };
}
const get = (store: Store, place: string) =>
  createHandler({ store, report: () => {} })(new Request(`http://service.test/api/v1/${place}`));
async function away(response: Response): Promise<void> {
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '5');
  assert.equal((await response.json()).code, 'server');
}

test('who asks for what another session has locked gets a 503 in time, and all is well once the lock is gone', async (t) => {
  const database = await emptyDatabase();
  if (!database) return t.skip(needed);
  const store = await openStore({ url: database.url, secret, connections: 2, statementTimeout: 1 });
  try {
    await loadSource(store, examples);
    const lock = await holding(database.url, 'lock table catalogue in access exclusive mode');
    try {
      // More of them than there are connections: none is kept.
      for (const response of await Promise.all(Array.from({ length: 6 }, () => get(store, 'catalogues'))))
        await away(response);
      assert.equal((await get(store, 'guides')).status, 200);
    } finally {
      await lock.release();
    }
    assert.equal((await get(store, 'catalogues')).status, 200);
  } finally {
    await store.close();
    await database.drop();
  }
});

test('migrations, loading and sweeping wait as long as they must', async (t) => {
  const database = await emptyDatabase();
  if (!database) return t.skip(needed);
  const options = { url: database.url, secret, statementTimeout: 1 };
  const late = async <T>(statement: string, work: () => Promise<T>): Promise<T> => {
    const lock = await holding(database.url, statement);
    const done = work();
    // Three times the limit.
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 3000))]).finally(lock.release);
    return done;
  };
  let store = await openStore(options);
  try {
    await late('lock table catalogue in access exclusive mode', () => loadSource(store, examples));
    assert.equal((await get(store, 'catalogues')).status, 200);
    await late('lock table complaint in access exclusive mode', () => purge(store, Date.now()));
    await store.close();
    store = await late('lock table kysely_migration_lock in access exclusive mode', () => openStore(options));
  } finally {
    await store.close();
    await database.drop();
  }
});

test('work that nobody waits for leaves the limit of its connection as it was', async (t) => {
  const database = await emptyDatabase();
  if (!database) return t.skip(needed);
  const store = await openStore({ url: database.url, secret, connections: 1, statementTimeout: 1 });
  try {
    await purge(store, Date.now());
    await assert.rejects(sql`select pg_sleep(20)`.execute(store.kysely), { code: '57014' });
  } finally {
    await store.close();
    await database.drop();
  }
});

test('a limit that is no number of seconds is refused at the start, in a sentence', () => {
  for (const text of ['soon', '-1', '1.5']) {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'packages/server/dist/main.js')], {
      env: { ...process.env, ZWGK_DB_TIMEOUT: text, PORT: '0', ZWGK_DATA: path.join(root, '.cache/never-made') },
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`^ZWGK_DB_TIMEOUT 的值“${text.replace('.', '\\.')}”不是秒数`));
  }
});
