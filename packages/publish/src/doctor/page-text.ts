/** The text of a page as a browser would read it: encoding by server, mark, declaration, in that order. */
import type { Charset } from '@zwgk/elements/doctor';
import type { Fetched } from './fetching.js';

const known = (name: string | undefined): TextDecoder | undefined => {
  try {
    return name ? new TextDecoder(name, { fatal: true }) : undefined;
  } catch {
    return undefined;
  }
};

export function textOfPage({ bytes, charset: header }: Fetched): { text: string; charset: Charset } {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
  const decoder = known(mark) ?? known(header) ?? known(meta) ?? new TextDecoder('utf-8', { fatal: true });
  try {
    return { text: decoder.decode(bytes), charset: { used: decoder.encoding, header, meta } };
  } catch {
    const other = /^utf/.test(decoder.encoding) ? 'gb18030' : 'utf-8';
    const broken = header !== undefined || meta !== undefined || mark !== undefined;
    return {
      text: new TextDecoder(other).decode(bytes),
      charset: { used: decoder.encoding, header, meta, broken },
    };
  }
}
