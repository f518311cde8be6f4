/**
 * Takes out of a picture what is not the picture: Exif with place, time and device, XMP, comments, thumbnails, whatever
 * stands behind its end. The pixels stay as they are, byte by byte; how the picture is turned stays, too.
 */
type Bytes = Uint8Array<ArrayBuffer>;
type Parts = Bytes[];

/** JPEG (ITU-T T.81): segments up to the end of the image. The same array when there was nothing to take out. */
export function stripJpeg(bytes: Bytes): Bytes | Parts | undefined {
  const parts: Parts = [bytes.subarray(0, 2)];
  let changed = false;
  for (let at = 2; at + 3 < bytes.length;) {
    const marker = bytes[at + 1]!;
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    let end = at + 2 + length;
    if (bytes[at] !== 0xff || length < 2 || end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (marker === 0xda) {
      // The scan itself: up to the next marker that is none of its own.
      while (end < bytes.length && !(bytes[end] === 0xff && isMarker(bytes[end + 1]))) end++;
      parts.push(bytes.subarray(at, end));
      if (end === bytes.length || bytes[end + 1] === 0xd9) {
        parts.push(bytes.subarray(end, end + 2));
        return changed || end + 2 < bytes.length ? parts : bytes;
      }
    } else if (isPicture(marker, segment)) parts.push(segment);
    else {
      const turned = marker === 0xe1 ? orientation(segment) : 0;
      if (turned > 1) parts.push(exifWith(turned));
      // Our own segment, of a picture that was cleaned before, is no reason to say that something was taken out.
      changed ||= turned < 2 || String(segment) !== String(exifWith(turned));
    }
    at = end;
  }
  return undefined;
}
/** Kept: tables, frames, JFIF, colour profile, Adobe's colour transform; not applications' data, thumbnails, comments. */
const isPicture = (marker: number, segment: Bytes): boolean =>
  marker < 0xe0 ||
  (marker === 0xe0 && nameOf(segment) === 'JFIF') ||
  (marker === 0xe2 && nameOf(segment) === 'ICC_') ||
  marker === 0xee;
const nameOf = (segment: Bytes) => String.fromCharCode(...segment.subarray(4, 8));
const isMarker = (byte: number | undefined) =>
  byte !== undefined && byte !== 0 && byte !== 0xff && !(byte >= 0xd0 && byte <= 0xd7);

/** Exif tag 0x0112, 1 to 8; 0 when there is none. */
function orientation(segment: Bytes): number {
  const tiff = 10;
  const view = new DataView(segment.buffer, segment.byteOffset, segment.length);
  if (segment.length < tiff + 8 || nameOf(segment) !== 'Exif') return 0;
  const little = view.getUint16(tiff) === 0x4949;
  const first = tiff + view.getUint32(tiff + 4, little);
  if (first + 2 > segment.length) return 0;
  const count = view.getUint16(first, little);
  for (let i = 0, at = first + 2; i < count && at + 12 <= segment.length; i++, at += 12)
    if (view.getUint16(at, little) === 0x0112) {
      const value = view.getUint16(at + 8, little);
      return value <= 8 ? value : 0;
    }
  return 0;
}
/** An Exif segment with nothing but how the picture is turned. */
// prettier-ignore
const exifWith = (turned: number): Bytes =>
  Uint8Array.from([
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0,
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1,
    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0,
  ]);

/** What a PNG picture is made of; all other chunks (texts, times, Exif, private ones) are taken out. */
const CHUNKS = 'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT'.split(' ');

/** PNG (ISO/IEC 15948): chunks up to `IEND`. */
export function stripPng(bytes: Bytes): Bytes | Parts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (CHUNKS.includes(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return parts.reduce((sum, part) => sum + part.length, 0) < bytes.length ? parts : bytes;
    at = end;
  }
  return undefined;
}
