/** Sealed bytes of uploads, one folder for each; in memory where the store has no folder. */
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface Blobs {
  /** Durable when it resolves, whole or not at all. */
  write(owner: string, part: string, bytes: Uint8Array): Promise<void>;
  /** Rejects when there is none. */
  read(owner: string, part: string): Promise<Uint8Array>;
  remove(owner: string, part?: string): Promise<void>;
  owners(): Promise<string[]>;
}

export function memoryBlobs(): Blobs {
  const all = new Map<string, Map<string, Uint8Array>>();
  return {
    async write(owner, part, bytes) {
      const parts = all.get(owner) ?? new Map<string, Uint8Array>();
      all.set(owner, parts.set(part, bytes));
    },
    async read(owner, part) {
      const found = all.get(owner)?.get(part);
      if (!found) throw Object.assign(new Error('no such part'), { code: 'ENOENT' });
      return found;
    },
    async remove(owner, part) {
      if (part === undefined) all.delete(owner);
      else all.get(owner)?.delete(part);
    },
    owners: async () => [...all.keys()],
  };
}

/** @param folder made when the first file comes; names are hashes, so nothing in it tells whose they are */
export function diskBlobs(folder: string): Blobs {
  const placeOf = (owner: string, part?: string) => {
    // Hashes and numbers of our own: anything else is an error of the program.
    if (!/^[\w-]{20,64}$/.test(owner) || (part !== undefined && !/^\w{1,20}$/.test(part))) throw new RangeError('name');
    return part === undefined ? join(folder, owner) : join(folder, owner, part);
  };
  const settle = async (place: string) => {
    if (process.platform === 'win32') return; // which knows no such call, and needs none
    const handle = await open(place, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  return {
    async write(owner, part, bytes) {
      const place = placeOf(owner, part);
      if (await mkdir(placeOf(owner), { recursive: true, mode: 0o700 })) await settle(folder);
      const made = `${place}.new`;
      try {
        const handle = await open(made, 'w', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(made, place);
        await settle(placeOf(owner));
      } catch (error) {
        await rm(made, { force: true }).catch(() => {});
        throw error;
      }
    },
    read: (owner, part) => readFile(placeOf(owner, part)),
    remove: (owner, part) => rm(placeOf(owner, part), { recursive: true, force: true }),
    async owners() {
      try {
        return await readdir(folder);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    },
  };
}
