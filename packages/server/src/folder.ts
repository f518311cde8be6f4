/** Folders of files to serve, on disk or in memory; paths come from strangers. */
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

export interface File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Strong ETag. */
  readonly tag: string;
}
export interface Folder {
  /** A file by its path below the folder (`a/b.js`, decoded); undefined when there is none. */
  read(path: string): Promise<File | undefined>;
}

/** Strong ETag of a body. */
export const tagOf = (bytes: Uint8Array) => `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

/** Parts that may lead somewhere else: upwards, to hidden files, to devices and streams of Windows. */
const UNSAFE = /(?:^|\/)(?:\.|$)|[\0-\x1F\\:*?"<>|]/;

export function memoryFolder(files: ReadonlyMap<string, string | Uint8Array>): Folder {
  const made = new Map<string, File>();
  return {
    async read(path) {
      let file = made.get(path);
      const content = files.get(path);
      if (!file && content !== undefined) {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
        made.set(path, (file = { bytes, tag: tagOf(bytes) }));
      }
      return file;
    },
  };
}

const MOST_CACHED = 500;

/** A folder on disk. Files are kept in memory while neither their size nor their time changes. */
export function diskFolder(root: string): Folder {
  const seen = new Map<string, { time: number; size: number; file: File }>();
  let real: string | undefined;
  return {
    async read(path) {
      if (path === '' || UNSAFE.test(path)) return undefined;
      try {
        const full = join(root, path);
        const {
          mtimeMs: time,
          size,
          isFile,
        } = await stat(full).then((found) => ({
          mtimeMs: found.mtimeMs,
          size: found.size,
          isFile: found.isFile(),
        }));
        if (!isFile) return undefined;
        // A symbolic link must not lead out of the folder either.
        real ??= await realpath(root);
        if (!(await realpath(full)).startsWith(real + sep)) return undefined;
        const known = seen.get(path);
        if (known?.time === time && known.size === size) return known.file;
        const bytes = new Uint8Array(await readFile(full));
        const file = { bytes, tag: tagOf(bytes) };
        if (seen.size >= MOST_CACHED) seen.clear();
        seen.set(path, { time, size, file });
        return file;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP') return undefined;
        throw error;
      }
    },
  };
}
