/** A whole service for a test file: real database, sample bureau, its handler in place of `fetch`, a clock to turn. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, type Client, type ClientOptions } from '@zwgk/client';
import {
  createHandler,
  createTokens,
  loadSource,
  openStore,
  type Handler,
  type HandlerOptions,
  type Role,
  type Store,
} from '@zwgk/server';
import pg from 'pg';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const examples = join(root, 'packages/schema/examples');
export const BASE = 'http://service.test';
const unlimited = { max: 1_000_000, seconds: 1 };
/** Thresholds that no test of something else reaches. */
export const noLimits = {
  create: unlimited,
  createAll: unlimited,
  lookup: unlimited,
  lookupPrefix: unlimited,
  step: unlimited,
  token: unlimited,
  proof: unlimited,
  upload: unlimited,
  uploadBytes: { max: 2 ** 50, seconds: 1 },
};

/** What the prepared database depends on. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (folder: string, end: string) => {
    for (const name of readdirSync(folder, { recursive: true }).map(String).sort())
      if (name.endsWith(end)) hash.update(name).update(readFileSync(join(folder, name)));
  };
  add(join(root, 'packages/server/dist/store'), '.js');
  add(join(root, 'packages/server/dist/published'), '.js');
  add(join(root, 'packages/client/dist/catalogue'), '.js');
  add(examples, '.json');
  return hash.digest('hex').slice(0, 16);
}

/** A data folder with the sample bureau in it: made once, copied for each test file, as making one takes seconds. */
async function preparedFolder(): Promise<string> {
  const cache = join(root, '.cache');
  const ready = join(cache, `service-${fingerprint()}`);
  if (existsSync(ready)) return ready;
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache)) if (/^service-/.test(old)) rmSync(join(cache, old), { recursive: true });
  const making = mkdtempSync(join(cache, 'making-'));
  const store = await openStore({ folder: making });
  await loadSource(store, examples);
  await store.close();
  try {
    renameSync(making, ready);
  } catch {
    rmSync(making, { recursive: true }); // another test file was faster
  }
  return ready;
}

/** A folder of its own for a test, as a running service would have it; the caller removes it. */
export async function dataFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'zwgk-test-'));
  cpSync(await preparedFolder(), folder, { recursive: true });
  return folder;
}

/** A new database of the PostgreSQL server that `ZWGK_TEST_DATABASE_URL` names; undefined when it names none. */
export async function emptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> } | undefined> {
  const server = process.env['ZWGK_TEST_DATABASE_URL'];
  if (!server) return undefined;
  const name = `zwgk_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    async drop() {
      await admin.query(`drop database ${name}`);
      await admin.end();
    },
  };
}

export interface Service {
  readonly store: Store;
  readonly handler: Handler;
  /** The time, in milliseconds; a test sets it forward and back. */
  readonly clock: { now: number };
  /** Milliseconds that the service would have waited. */
  readonly slept: number[];
  /** Errors that the service did not foresee. */
  readonly reported: unknown[];
  request(path: string, init?: RequestInit, address?: string): Promise<Response>;
  /** Sends JSON. */
  post(path: string, body: unknown, headers?: Record<string, string>, address?: string): Promise<Response>;
  client(options?: ClientOptions): Client;
  files(): Client;
  token(role: Role, unit?: string): Promise<string>;
  close(): Promise<void>;
}

/** @param start the time at the start; 2026-02-10 10:05 in Beijing, the day of the vectors of the calendar */
export async function startService(
  options: Partial<HandlerOptions> = {},
  start = Date.parse('2026-02-10T10:05:00+08:00'),
): Promise<Service> {
  // The same tests on a PostgreSQL server, each file in a database of its own.
  const database = await emptyDatabase();
  let folder: string | undefined;
  let store: Store;
  if (database) {
    store = await openStore({ url: database.url });
    await loadSource(store, examples);
  } else {
    folder = await dataFolder();
    store = await openStore({ folder });
  }
  const clock = { now: start };
  const slept: number[] = [];
  const reported: unknown[] = [];
  const handler = createHandler({
    store,
    now: () => clock.now,
    limits: noLimits,
    bureau: '云泊县稻溪镇人民政府',
    sleep: async (milliseconds) => void slept.push(milliseconds),
    report: (error) => reported.push(error),
    ...options,
  });
  const tokens = createTokens(store, () => clock.now);
  const fetch = (request: Request) => handler(request, { address: '192.0.2.1' });
  return {
    store,
    handler,
    clock,
    slept,
    reported,
    request: (path, init, address = '192.0.2.1') =>
      handler(new Request(BASE + path, { duplex: 'half', ...init } as RequestInit), { address }),
    post: (path, body, headers = {}, address = '192.0.2.1') =>
      handler(
        new Request(BASE + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
        { address },
      ),
    client: (more = {}) => createClient({ api: `${BASE}/api/v1`, fetch, retries: 0, ...more }),
    files: () => createClient({ files: `${BASE}/files`, fetch, retries: 0 }),
    token: (role, unit) => tokens.create({ name: `${role}-${randomUUID()}`, role, unit: unit ?? null }),
    async close() {
      await store.close();
      await database?.drop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A letter that can be sent as it is. */
export const letter = {
  kind: 'consult',
  title: '城乡居民养老保险补缴条件咨询',
  content: '本人1968年出生，想了解2026年补缴的条件和材料。',
  identityMode: 'realName',
  name: '买买提·艾力',
  mobile: '13800138000',
  publicConsent: false,
} as const;
