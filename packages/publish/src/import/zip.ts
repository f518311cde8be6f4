/** Files inside a zip archive (xlsx), unpacked no further than a limit: sizes that an archive tells are not believed. */
import { inflateRawSync } from 'node:zlib';
import { Unreadable } from './issues.js';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

const END = 0x06054b50;
const FILE = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_FILES = 5000;

/**
 * The files of an archive by name. `read` unpacks one.
 * @throws Unreadable when the archive is damaged, encrypted or unpacks to more than `most` bytes
 */
export function openZip(
  bytes: Uint8Array,
  most: number,
): { readonly names: readonly string[]; read(name: string): Uint8Array | undefined } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): never => {
    throw new Unreadable('file_damaged');
  };
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) if (bytes.length - --end > 65600) end = -1;
  if (end < 0) damaged();
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = Math.min(view.getUint16(end + 10, true), MOST_FILES); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== FILE) damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    entries.set(name.replace(/^\//, '').toLowerCase(), {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  let room = most;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name.replace(/^\//, '').toLowerCase());
      if (!entry) return undefined;
      const { offset, packed, method } = entry;
      if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) damaged();
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      if (start + packed > bytes.length || (method !== 0 && method !== 8)) damaged();
      const raw = bytes.subarray(start, start + packed);
      let content: Uint8Array = raw;
      if (method === 8)
        try {
          content = inflateRawSync(raw, { maxOutputLength: Math.max(room, 1) });
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Unreadable('file_bomb');
          damaged();
        }
      room -= content.length;
      if (room < 0) throw new Unreadable('file_bomb');
      return content;
    },
  };
}
