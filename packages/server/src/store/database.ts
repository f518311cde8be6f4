/** PostgreSQL, embedded (PGlite) or a server: the same dialect, the same driver, the same types. */
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
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
}

async function openPool({ folder, url, connections = 10 }: DatabaseOptions) {
  if (url) {
    const pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 10000,
      keepAlive: true,
    });
    // An idle connection that breaks must not end the process; the next query tells.
    pool.on('error', () => {});
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

/** Opens the database and brings its tables up to date. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { pool, end } = await openPool(options);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
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
