/** The store of a service: database, secret and what it remembers of itself. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createVault, type Vault } from '../vault.js';
import { diskBlobs, memoryBlobs, type Blobs } from './blobs.js';
import { openDatabase, type Database } from './database.js';
import { lockFolder } from './lock.js';
import { openSigner, type PublicKey, type Signer } from './signer.js';
import { hashUnits } from './units.js';
import { readOrMake } from './write-once.js';

export interface Store extends Database {
  readonly vault: Vault;
  /** Bytes of uploads, sealed by those who write them. */
  readonly blobs: Blobs;
  readonly signer: Signer;
  /** Public keys of receipts: today's first, then those of before, so that old receipts can be checked for ever. */
  keys(): Promise<PublicKey[]>;
  /** A setting of the service, or undefined. */
  setting(name: string): Promise<string | undefined>;
  /** Sets it unless it is set; says what it is now. */
  settleSetting(name: string, value: string): Promise<string>;
  setSetting(name: string, value: string): Promise<void>;
}

export interface StoreOptions {
  /** Data folder (`ZWGK_DATA`): embedded database, secret, lock. In memory, with a secret of its own, without one. */
  readonly folder?: string | undefined;
  /** PostgreSQL server (`DATABASE_URL`); the folder then holds the secret only. */
  readonly url?: string | undefined;
  readonly connections?: number | undefined;
  /** Seconds that one statement may take on that server; 0: as long as it takes. Default 30. */
  readonly statementTimeout?: number | undefined;
  /** The secret, when it is kept elsewhere (`ZWGK_SECRET`, at least 32 bytes). */
  readonly secret?: Uint8Array | undefined;
  /** Private key of receipts in PEM (P-256), when it is kept elsewhere (`ZWGK_SIGNING_KEY`). */
  readonly signingKey?: string | undefined;
}

/** The secret is damaged, or the database was written with another: letters could not be read, codes not be found. */
export class WrongSecretError extends Error {
  override readonly name = 'WrongSecretError';
  constructor() {
    super('the secret does not belong to this database');
  }
}

/**
 * The secret of a folder; made on first use, readable by its owner alone.
 * @throws WrongSecretError when the file is there and does not hold one
 */
function secretOf(folder: string): Uint8Array {
  const text = readOrMake(join(folder, 'secret'), () => `${randomBytes(32).toString('base64')}\n`);
  const secret = Buffer.from(text.trim(), 'base64');
  if (secret.length < 32) throw new WrongSecretError();
  return secret;
}

/**
 * Opens the store and brings its tables up to date.
 * @throws LockedError when another process has the folder; WrongSecretError
 */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const { folder, url, connections, statementTimeout, secret, signingKey } = options;
  if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = folder && !url ? lockFolder(folder) : () => {};
  let database: Database | undefined;
  let closed: Promise<void> | undefined;
  try {
    const vault = createVault(secret ?? (folder ? secretOf(folder) : randomBytes(32)));
    database = await openDatabase({ folder: folder && join(folder, 'database'), url, connections, statementTimeout });
    const { kysely, prepared, ping, close } = database;
    const setting = async (name: string) =>
      (await kysely.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value;
    const settleSetting = async (name: string, value: string) => {
      await kysely
        .insertInto('setting')
        .values({ name, value })
        .onConflict((on) => on.column('name').doNothing())
        .execute();
      return (await setting(name))!;
    };
    const mark = vault.hash('secret', 'mark');
    if ((await settleSetting('secret', mark)) !== mark) throw new WrongSecretError();
    await hashUnits(kysely, vault);
    const signer = openSigner(signingKey, folder);
    const { kid } = signer.key;
    await settleSetting(`key ${kid}`, JSON.stringify(signer.key));
    return {
      kysely,
      prepared,
      vault,
      blobs: folder ? diskBlobs(join(folder, 'uploads')) : memoryBlobs(),
      signer,
      async keys() {
        const rows = await kysely.selectFrom('setting').select('value').where('name', 'like', 'key %').execute();
        const before = rows.map(({ value }) => JSON.parse(value) as PublicKey).filter((key) => key.kid !== kid);
        return [signer.key, ...before];
      },
      setting,
      settleSetting,
      async setSetting(name, value) {
        await kysely
          .insertInto('setting')
          .values({ name, value })
          .onConflict((on) => on.column('name').doUpdateSet({ value }))
          .execute();
      },
      ping,
      close: () =>
        (closed ??= (async () => {
          await close();
          unlock();
        })()),
    };
  } catch (error) {
    await database?.close();
    unlock();
    throw error;
  }
}
