/** PostgreSQL, embedded (PGlite) or a server: the same dialect, the same driver, the same types. */
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, Migrator, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { migrations } from './migrations.js';
import type { Tables } from './tables.js';

export interface Database {
  readonly kysely: Kysely<Tables>;
  /** A statement that is parsed and planned once for each connection: for what is run for every letter. */
  prepared<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** Must be called: a process with an open embedded database never ends by itself. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Folder of the embedded database; in memory without one. */
  readonly folder?: string | undefined;
  /** Address of a PostgreSQL server, in place of the embedded one. */
  readonly url?: string | undefined;
  /** Connections to a server. Default 10. */
  readonly connections?: number | undefined;
  /**
   * Seconds that one statement may take on a server, waiting for locks included; 0: as long as it takes. Default 30.
   * Migrations and {@link unhurried} work are exempt. The embedded database cannot be interrupted.
   */
  readonly statementTimeout?: number | undefined;
}

function serverPool(url: string, connections: number, statementTimeout: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10000,
    keepAlive: true,
    statement_timeout: statementTimeout * 1000,
  });
  // An idle connection that breaks must not end the process; the next query tells.
  pool.on('error', () => {});
  return pool;
}

async function openPool({ folder, url, connections = 10, statementTimeout = 30 }: DatabaseOptions) {
  if (url) {
    const pool = serverPool(url, connections, statementTimeout);
    return { pool, end: () => pool.end() };
  }
  const embedded = await PGlite.create(folder ?? 'memory://');
  // A pool over one shared config breaks after the first SQL error; each client needs a config of its own.
  class Client extends pg.Client {
    constructor() {
      super(createPgConfig(embedded) as unknown as pg.ClientConfig);
    }
  }
  const pool = new pg.Pool({ Client, max: 1 } as unknown as pg.PoolConfig);
  pool.on('error', () => {});
  // After an SQL error the pool takes another client, but the embedded session, with its prepared statements, is the same.
  pool.on('connect', (client) => void client.query('deallocate all').catch(() => {}));
  return {
    pool,
    async end() {
      await pool.end();
      await embedded.close();
    },
  };
}

async function migrate(pool: pg.Pool): Promise<void> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw error;
}

/** One transaction that nobody waits for (loading, sweeping): its statements may take as long as they take. */
export const unhurried = <T>(kysely: Kysely<Tables>, work: (db: Transaction<Tables>) => Promise<T>): Promise<T> =>
  kysely.transaction().execute(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db);
    return work(db);
  });

/** Opens the database and brings its tables up to date. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { pool, end } = await openPool(options);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    if (options.url) {
      const patient = serverPool(options.url, 1, 0);
      await migrate(patient).finally(() => patient.end());
    } else await migrate(pool);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    kysely,
    async prepared<Row>(name: string, text: string, values: readonly unknown[]) {
      const { rows } = await pool.query({ name, text, values: [...values] });
      return rows as Row[];
    },
    async ping() {
      await sql`select 1`.execute(kysely);
    },
    close: end,
  };
}
