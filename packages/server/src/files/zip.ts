/** ZIP, as far as Office documents use it: read by its directory, every entry unpacked within limits. */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { refuse, startsWith, zipEndOf } from './scan.js';

const inflate = promisify(inflateRaw);

export interface ZipEntry {
  readonly name: string;
  /** Unpacks it. */
  read(): Promise<Buffer>;
}

/** 压缩炸弹: more than this is no document that a person wrote. */
const MOST_ENTRIES = 5000;
const MOST_ENTRY = 64 * 1024 * 1024;
const MOST_WHOLE = 128 * 1024 * 1024;

/** @throws FileRefusal `file_archive` for a bomb or a password, `file_active` for a ZIP that is something else, too */
export function readZip(bytes: Buffer): ZipEntry[] {
  if (!startsWith(bytes, 'PK\x03\x04')) return refuse('file_broken');
  const end = zipEndOf(bytes);
  if (end < 0) return refuse('file_broken');
  // Something behind the end, or in its comment, is for another reader.
  if (end + 22 !== bytes.length) return refuse('file_active');
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  let at = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff || count > MOST_ENTRIES) return refuse('file_archive');
  if (at + size > end) return refuse('file_broken');
  const first = at;
  const entries: ZipEntry[] = [];
  const ranges: [number, number][] = [];
  let whole = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return refuse('file_broken');
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const unpacked = bytes.readUInt32LE(at + 24);
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + extraLength + noteLength;
    if (flags & 0x2041) return refuse('file_archive'); // encrypted
    if (method !== 0 && method !== 8) return refuse('file_archive');
    if (/^[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)|^[A-Za-z]:|\\|\0/.test(name)) return refuse('file_active');
    if (local + 30 > first || bytes.readUInt32LE(local) !== 0x04034b50) return refuse('file_broken');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const stop = start + packed;
    if (stop > first) return refuse('file_broken');
    whole += unpacked;
    if (unpacked > MOST_ENTRY || whole > MOST_WHOLE) return refuse('file_archive');
    ranges.push([local, stop]);
    entries.push({
      name,
      async read() {
        const data = bytes.subarray(start, stop);
        if (method === 0) return packed === unpacked ? data : refuse('file_broken');
        try {
          // What the directory says may be a lie: unpacking ends there.
          const made = await inflate(data, { maxOutputLength: Math.max(1, unpacked) });
          return made.length === unpacked ? made : refuse('file_broken');
        } catch (error) {
          return refuse((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'file_archive' : 'file_broken');
        }
      },
    });
  }
  if (at > end) return refuse('file_broken');
  // Entries that share bytes are how a small file becomes endless.
  ranges.sort(([a], [b]) => a - b);
  if (ranges.some(([from], i) => i > 0 && from < ranges[i - 1]![1])) return refuse('file_archive');
  if (ranges[0]?.[0] !== 0) return refuse('file_active');
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length) return refuse('file_broken');
  return entries;
}
