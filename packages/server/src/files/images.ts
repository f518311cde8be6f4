/** Pictures: read through to their end and written anew without what tells where, when and by whom they were made. */
import { crc32 } from 'node:zlib';
import { refuse, refuseSecondFile, startsWith } from './scan.js';

/** Orientation of a TIFF block of EXIF, 1 (upright) when it says none. */
function orientationOf(tiff: Buffer): number {
  if (tiff.length < 14) return 1;
  const little = startsWith(tiff, 'II');
  if (!little && !startsWith(tiff, 'MM')) return 1;
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let i = 0, count = u16(start); i < count && i < 200; i++) {
    const at = start + 2 + i * 12;
    if (u16(at) === 0x0112) {
      const value = u16(at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** EXIF that says how the picture is turned, and nothing else. */
function exifOf(orientation: number): Buffer {
  const bytes = Buffer.from(
    // APP1, 'Exif', TIFF header; one entry (0x0112, SHORT); no further directory.
    'ffe100224578696600004d4d002a00000008000101120003000000010000000000000000',
    'hex',
  );
  bytes.writeUInt16BE(orientation, bytes.length - 8);
  return bytes;
}

/**
 * JPEG without EXIF, GPS, XMP, IPTC, comments and thumbnails. Kept: what the colours need (JFIF, ICC, Adobe) and how the
 * picture is turned. Segments are copied, not decoded, so the picture itself is the same to the bit.
 */
export function stripJpeg(bytes: Buffer): Buffer {
  if (!startsWith(bytes, '\xff\xd8')) return refuse('file_broken');
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let hasScan = false;
  let hasFrame = false;
  let at = 2;
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) return refuse('file_broken');
    while (bytes[at + 1] === 0xff) at++; // fill bytes
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) break;
    if (at + 4 > bytes.length || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) return refuse('file_broken');
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return refuse('file_broken');
    const segment = bytes.subarray(at, end);
    const isMeta = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (marker === 0xe1 && startsWith(segment, 'Exif\0\0', 4)) orientation = orientationOf(segment.subarray(10));
    const colours =
      (marker === 0xe0 && startsWith(segment, 'JFIF\0', 4)) ||
      (marker === 0xe2 && startsWith(segment, 'ICC_PROFILE\0', 4)) ||
      (marker === 0xee && startsWith(segment, 'Adobe', 4));
    // A JFIF segment may carry a thumbnail behind its 16 bytes: of the uncut picture, as a rule.
    if (marker === 0xe0 && colours && segment.length > 18) {
      const plain = Buffer.from(segment.subarray(0, 18));
      plain.writeUInt16BE(16, 2);
      plain.writeUInt16BE(0, 16);
      kept.push(plain);
    } else if (!isMeta || colours) kept.push(segment);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) hasFrame = true;
    at = end;
    if (marker === 0xda) {
      hasScan = true;
      const from = at;
      // Within a scan 0xFF is followed by 0 or by a restart marker.
      for (;;) {
        at = bytes.indexOf(0xff, at);
        if (at < 0 || at + 1 >= bytes.length) return refuse('file_broken');
        const next = bytes[at + 1]!;
        if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) break;
        at += next === 0xff ? 1 : 2;
      }
      kept.push(bytes.subarray(from, at));
    }
  }
  if (!hasScan || !hasFrame) return refuse('file_broken');
  refuseSecondFile(bytes.subarray(at + 2));
  kept.push(bytes.subarray(at, at + 2));
  if (orientation !== 1) {
    // Behind JFIF, which must be the first where it is there.
    const place = kept[1] && kept[1][1] === 0xe0 ? 2 : 1;
    kept.splice(place, 0, exifOf(orientation));
  }
  return Buffer.concat(kept);
}

const PNG_SIGN = '\x89PNG\r\n\x1a\n';
const PNG_KEPT = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '));

/** PNG without texts, EXIF, time and chunks that nobody knows. */
export function stripPng(bytes: Buffer): Buffer {
  if (!startsWith(bytes, PNG_SIGN)) return refuse('file_broken');
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  let hasData = false;
  for (let at = 8, first = true; ; first = false) {
    if (at + 12 > bytes.length) return refuse('file_broken');
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type) || (first && type !== 'IHDR')) return refuse('file_broken');
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return refuse('file_broken');
    const isCritical = type[0]! < 'a';
    if (isCritical && !PNG_KEPT.has(type)) return refuse('file_broken');
    if (PNG_KEPT.has(type)) kept.push(bytes.subarray(at, end));
    hasData ||= type === 'IDAT';
    at = end;
    if (type === 'IEND') {
      if (!hasData) return refuse('file_broken');
      refuseSecondFile(bytes.subarray(at));
      return Buffer.concat(kept);
    }
  }
}

const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** WebP without EXIF, XMP and unknown chunks. */
export function stripWebp(bytes: Buffer): Buffer {
  if (!startsWith(bytes, 'RIFF') || !startsWith(bytes, 'WEBP', 8)) return refuse('file_broken');
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return refuse('file_broken');
  refuseSecondFile(bytes.subarray(whole + (whole & 1)));
  const kept: Buffer[] = [];
  let hasPicture = false;
  for (let at = 12; at + 8 <= whole;) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size;
    if (end > whole) return refuse('file_broken');
    const type = bytes.toString('latin1', at, at + 4);
    if (WEBP_KEPT.has(type)) {
      const chunk = Buffer.alloc(8 + size + (size & 1));
      bytes.copy(chunk, 0, at, end);
      // Flags of EXIF (3) and XMP (2), which are gone.
      if (type === 'VP8X' && size) chunk[8]! &= ~0x0c;
      kept.push(chunk);
      hasPicture ||= ['VP8 ', 'VP8L', 'ANMF'].includes(type);
    }
    at = end + (size & 1);
  }
  if (!hasPicture) return refuse('file_broken');
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}

/** GIF without comments and texts; of applications’ blocks only the one for repeating. */
export function stripGif(bytes: Buffer): Buffer {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) || bytes.length < 14) return refuse('file_broken');
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + table(bytes[10]!);
  const kept: Buffer[] = [bytes.subarray(0, at)];
  let hasPicture = false;
  /** Behind the blocks of data that begin here. */
  const blocks = (from: number): number => {
    while (from < bytes.length && bytes[from] !== 0) from += bytes[from]! + 1;
    return from < bytes.length ? from + 1 : refuse('file_broken');
  };
  for (;;) {
    // Old programs leave the last byte away.
    if (at === bytes.length && hasPicture) return Buffer.concat([...kept, Buffer.from([0x3b])]);
    if (at >= bytes.length) return refuse('file_broken');
    const sign = bytes[at];
    if (sign === 0x3b) break;
    let end: number;
    if (sign === 0x2c) {
      if (at + 11 > bytes.length) return refuse('file_broken');
      end = blocks(at + 11 + table(bytes[at + 9]!));
      hasPicture = true;
      kept.push(bytes.subarray(at, end));
    } else if (sign === 0x21) {
      end = blocks(at + 2);
      const label = bytes[at + 1];
      if (label === 0xf9 || (label === 0xff && startsWith(bytes, 'NETSCAPE2.0', at + 3)))
        kept.push(bytes.subarray(at, end));
    } else return refuse('file_broken');
    at = end;
  }
  if (!hasPicture) return refuse('file_broken');
  refuseSecondFile(bytes.subarray(at + 1));
  kept.push(bytes.subarray(at, at + 1));
  return Buffer.concat(kept);
}
