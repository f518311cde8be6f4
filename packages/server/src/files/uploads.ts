/** 附件上传: in pieces, so that it can go on after a lost network; checked when whole; kept sealed; bound to one case. */
import { createHash, randomBytes } from 'node:crypto';
import { attachmentLimits, type CaseFile } from '@zwgk/schema';
import type { Kysely, Selectable } from 'kysely';
import { conflict, invalid, notFound } from '../problem.js';
import type { Store } from '../store/store.js';
import type { Tables, UploadRow } from '../store/tables.js';
import { checkFile, cleanFileName, endingOf } from './check.js';
import { FileRefusal } from './scan.js';

/** Bytes of one piece. */
export const CHUNK = 1024 * 1024;
/** How long a file waits for its letter. */
export const UNBOUND_HOURS = 24;
/** Checks at once: each holds a file and what it unpacks to in memory. */
const CHECKS = 2;

export interface UploadState {
  readonly id: string;
  readonly offset: number;
  readonly size: number;
  readonly complete: boolean;
  readonly name?: string;
  readonly type?: string;
  readonly sha256?: string;
}

/** What a case keeps of a file. */
export interface KeptFile extends CaseFile {
  readonly sha256: string;
}
interface Meta {
  readonly name: string;
  readonly type?: string;
  readonly size?: number;
  readonly sha256?: string;
}
type Keys = readonly { readonly id: string }[];

export interface Uploads {
  begin(name: string, size: number): Promise<UploadState>;
  /** Failure `conflict` when the piece does not begin where the last one ended. */
  append(id: string, offset: number, bytes: Uint8Array): Promise<UploadState>;
  state(id: string): Promise<UploadState>;
  /** Failure `conflict` when it belongs to a case. */
  remove(id: string): Promise<void>;
  /** The files that a letter names. Failure `invalid_input` unless each is whole and belongs to no case. */
  find(keys: Keys, db?: Kysely<Tables>): Promise<KeptFile[]>;
  /** Within the transaction of the letter or message: from now on the files are the case’s. */
  bind(db: Kysely<Tables>, keys: Keys, ticketNo: string): Promise<void>;
  /** A file of a case with its bytes. Failure `not_found`. */
  read(ticketNo: string, fileId: string): Promise<KeptFile & { readonly bytes: Uint8Array }>;
  /** Bytes that were announced and belong to no case yet. */
  waiting(): Promise<number>;
}

/** The one piece in which a whole file is kept. */
const WHOLE = 'file';
const unknown = (keys: Keys, i: number) =>
  invalid([{ path: ['attachments', i < 0 ? keys.length - 1 : i], code: 'unknown' }]);
const fault = (code: string) => invalid([{ path: ['file'], code }]);

function gate(most: number) {
  let free = most;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--;
    else await new Promise<void>((go) => queue.push(go));
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free++;
    }
  };
}

export function createUploads({ kysely, vault, blobs }: Store, now: () => number): Uploads {
  const hashOf = (id: string) => vault.hash('upload', id);
  const rowOf = async (idHash: string) => {
    const row = await kysely.selectFrom('upload').selectAll().where('id_hash', '=', idHash).executeTakeFirst();
    if (!row) throw notFound();
    return row;
  };
  const metaOf = ({ id_hash, sealed }: Pick<UploadRow, 'id_hash' | 'sealed'>) =>
    vault.open('upload', id_hash, sealed) as Meta;
  const ownerOf = (idHash: string, part: string) => `${idHash} ${part}`;
  const write = (idHash: string, part: string, bytes: Uint8Array) =>
    blobs.write(idHash, part, vault.sealBytes('file', ownerOf(idHash, part), bytes));
  const read = async (idHash: string, part: string) =>
    vault.openBytes('file', ownerOf(idHash, part), await blobs.read(idHash, part));
  const checking = gate(CHECKS);
  /** One piece of a file at a time. */
  const busy = new Map<string, Promise<unknown>>();
  function alone<T>(idHash: string, work: () => Promise<T>): Promise<T> {
    const before = busy.get(idHash) ?? Promise.resolve();
    const mine = before.then(work, work);
    busy.set(idHash, mine);
    const done = () => {
      if (busy.get(idHash) === mine) busy.delete(idHash);
    };
    mine.then(done, done);
    return mine;
  }

  const stateOf = (
    id: string,
    row: Pick<Selectable<UploadRow>, 'id_hash' | 'received' | 'size' | 'complete' | 'sealed'>,
  ): UploadState => {
    const common = { id, offset: row.received, complete: row.complete };
    const { name, type, size, sha256 } = metaOf(row);
    return row.complete
      ? { ...common, name, type: type!, size: size!, sha256: sha256! }
      : { ...common, size: row.size };
  };

  async function drop(idHash: string) {
    await kysely.deleteFrom('upload').where('id_hash', '=', idHash).where('ticket_no', 'is', null).execute();
    await blobs.remove(idHash);
  }

  /** The last piece is there: looks the file through and keeps what may be kept. */
  async function complete(id: string, row: Selectable<UploadRow>): Promise<UploadState> {
    const { id_hash: idHash } = row;
    const { name } = metaOf(row);
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < row.size; at += pieces[pieces.length - 1]!.length)
      pieces.push(await read(idHash, String(at)));
    let checked;
    try {
      checked = await checkFile(name, Buffer.concat(pieces));
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      // What may not be kept is not kept.
      await drop(idHash);
      throw fault(error.fault);
    }
    const { type, bytes } = checked;
    const meta: Meta = { name, type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    await write(idHash, WHOLE, bytes);
    const sealed = vault.seal('upload', idHash, meta);
    await kysely.updateTable('upload').set({ complete: true, sealed }).where('id_hash', '=', idHash).execute();
    for (let at = 0, i = 0; i < pieces.length; at += pieces[i++]!.length) await blobs.remove(idHash, String(at));
    return stateOf(id, { ...row, complete: true, sealed });
  }

  return {
    async begin(given, size) {
      const name = cleanFileName(given);
      if (!endingOf(name) || name.length < 3) throw fault('file_type');
      if (size < 1 || size > attachmentLimits.bytes) throw fault('file_size');
      const id = randomBytes(18).toString('base64url');
      const idHash = hashOf(id);
      await kysely
        .insertInto('upload')
        .values({
          id_hash: idHash,
          file_id: vault.hash('file-id', id).slice(0, 22),
          created_at: new Date(now()),
          size,
          received: 0,
          complete: false,
          sealed: vault.seal('upload', idHash, { name } satisfies Meta),
          ticket_no: null,
        })
        .execute();
      return { id, offset: 0, size, complete: false };
    },

    append(id, offset, bytes) {
      const idHash = hashOf(id);
      return alone(idHash, async () => {
        const row = await rowOf(idHash);
        // The answer to the last piece was lost: it is given again.
        if (row.complete && (offset === row.size || offset + bytes.length === row.size)) return stateOf(id, row);
        if (offset !== row.received) throw conflict([{ path: ['offset'], code: 'offset' }], 'another piece is due');
        const received = offset + bytes.length;
        if (received > row.size) throw fault('file_size');
        if (!bytes.length && received < row.size) throw invalid([{ path: [], code: 'required' }]);
        if (bytes.length) {
          await write(idHash, String(offset), bytes);
          await kysely
            .updateTable('upload')
            .set({ received })
            .where('id_hash', '=', idHash)
            .where('received', '=', offset)
            .execute();
        }
        const next = { ...row, received };
        return received < row.size ? stateOf(id, next) : checking(() => complete(id, next));
      });
    },

    state: async (id) => stateOf(id, await rowOf(hashOf(id))),

    async remove(id) {
      const idHash = hashOf(id);
      await alone(idHash, async () => {
        if ((await rowOf(idHash)).ticket_no !== null)
          throw conflict([{ path: ['id'], code: 'used' }], 'the file belongs to a case');
        await drop(idHash);
      });
    },

    async find(keys, db = kysely) {
      if (!keys.length) return [];
      const hashes = keys.map(({ id }) => hashOf(id));
      const rows = await db
        .selectFrom('upload')
        .selectAll()
        .where('id_hash', 'in', hashes)
        .where('complete', '=', true)
        .where('ticket_no', 'is', null)
        .execute();
      return hashes.map((hash, i) => {
        const row = rows.find((one) => one.id_hash === hash);
        if (!row || hashes.indexOf(hash) !== i) throw unknown(keys, i);
        const { name, type, size, sha256 } = metaOf(row);
        return { id: row.file_id, name, type: type!, size: size!, sha256: sha256! };
      });
    },

    async bind(db, keys, ticketNo) {
      if (!keys.length) return;
      const bound = await db
        .updateTable('upload')
        .set({ ticket_no: ticketNo })
        .where(
          'id_hash',
          'in',
          keys.map(({ id }) => hashOf(id)),
        )
        .where('complete', '=', true)
        .where('ticket_no', 'is', null)
        .returning('id_hash')
        .execute();
      // Another letter was faster: this one is not filed with half of its files.
      if (bound.length !== keys.length)
        throw unknown(
          keys,
          keys.findIndex(({ id }) => !bound.some(({ id_hash }) => id_hash === hashOf(id))),
        );
    },

    async read(ticketNo, fileId) {
      const row = await kysely
        .selectFrom('upload')
        .selectAll()
        .where('file_id', '=', fileId)
        .where('ticket_no', '=', ticketNo)
        .executeTakeFirst();
      if (!row) throw notFound();
      const { name, type, size, sha256 } = metaOf(row);
      const bytes = await read(row.id_hash, WHOLE);
      return { id: fileId, name, type: type!, size: size!, sha256: sha256!, bytes };
    },

    async waiting() {
      const { sum } = await kysely
        .selectFrom('upload')
        .select((on) => on.fn.sum<string | null>('size').as('sum'))
        .where('ticket_no', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(sum ?? 0);
    },
  };
}

/** Deletes files that no letter named in time, and bytes whose row is gone. Says how many files. */
export async function sweepUploads({ kysely, blobs }: Store, now: number): Promise<number> {
  const late = await kysely
    .deleteFrom('upload')
    .where('ticket_no', 'is', null)
    .where('created_at', '<', new Date(now - UNBOUND_HOURS * 3600000))
    .returning('id_hash')
    .execute();
  for (const { id_hash } of late) await blobs.remove(id_hash);
  for (const owner of await blobs.owners()) {
    const known = await kysely.selectFrom('upload').select('id_hash').where('id_hash', '=', owner).executeTakeFirst();
    if (!known) await blobs.remove(owner);
  }
  return late.length;
}

/** Headers under which a browser saves a file and never opens it as a page of the service. */
export function fileResponse({
  name,
  type,
  bytes,
}: Pick<KeptFile, 'name' | 'type'> & { readonly bytes: Uint8Array }): Response {
  const ascii = name.replace(/[^\w.-]/g, '_');
  const star = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${star}`,
      'content-length': String(bytes.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  });
}
