/** Bytes to text: UTF-8, UTF-16, GBK and GB18030, as office programs of thirty years wrote them. */
import type { Issues } from './issues.js';

const decode = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
/** A file that was cut off may end within a character. */
const utf8 = (bytes: Uint8Array, issues: Issues): string | undefined => {
  const whole = decode('utf-8', bytes);
  if (whole !== undefined) return whole;
  for (let cut = 1; cut < 4 && cut < bytes.length; cut++) {
    const text = decode('utf-8', bytes.subarray(0, bytes.length - cut));
    // eslint-disable-next-line no-control-regex
    if (text !== undefined && /[^\0-\x7f]/.test(text)) {
      issues.add('file_cut');
      return text;
    }
  }
  return undefined;
};
/** Without a mark, every second byte of mostly Latin text is zero. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, 4096);
  for (let i = 0; i < end; i++) if (!bytes[i]) zeros[i & 1]!++;
  const [even = 0, odd = 0] = zeros;
  return odd > end / 16 && even < odd / 8 ? 'utf-16le' : even > end / 16 && odd < even / 8 ? 'utf-16be' : undefined;
}

/**
 * The text of a file. Without a mark UTF-8 is tried first (Chinese text in GBK is practically never valid UTF-8), then
 * what the file says of itself, then GB18030, which takes in GBK and GB2312.
 * @returns undefined when the bytes are no text
 */
export function textOf(bytes: Uint8Array, issues: Issues): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  const wide = marked || utf16Order(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes.subarray(0, bytes.length & ~1));
  // Text has no zero byte.
  if (bytes.subarray(0, 65536).includes(0)) return undefined;
  const text = utf8(bytes, issues);
  if (text !== undefined) return text.replace(/^\uFEFF/, '');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const said = /(?:charset|encoding)\s*=\s*["']?\s*(big5|gb[\w-]+)/i.exec(head)?.[1];
  const chosen = said && /^big5/i.test(said) ? 'big5' : 'gb18030';
  const whole = decode(chosen, bytes);
  if (whole !== undefined) return whole;
  const damaged = new TextDecoder(chosen).decode(bytes);
  const lost = damaged.split('\uFFFD').length - 1;
  // A text with a few broken characters is a text; noise is not.
  if (lost > 5 && lost > damaged.length / 50) return undefined;
  issues.add('characters_lost', {}, String(lost));
  return damaged;
}
