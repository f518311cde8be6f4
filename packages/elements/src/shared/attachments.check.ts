/** A file before it is sent: is it what its name says, and what of a picture tells of place, time and device? */
import { attachmentLimits } from '@zwgk/schema';
import { stripJpeg, stripPng } from './attachments.strip.js';

export interface Prepared {
  /** Why it is not taken: `file_type`, `file_size`, `file_empty`, `file_broken`. */
  readonly code?: string;
  readonly blob?: Blob;
  /** Something was taken out. */
  readonly cleaned?: boolean;
}

const starts = (bytes: Uint8Array, at: number, signature: readonly number[]) =>
  signature.every((byte, i) => bytes[at + i] === byte);
const ascii = (text: string) => Array.from(text, (one) => one.charCodeAt(0));

/** The endings that a content may have, by its first bytes; empty for what is not on the list. */
export function endingsOf(bytes: Uint8Array): readonly string[] {
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return ['jpg', 'jpeg'];
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return ['png'];
  if (starts(bytes, 0, ascii('GIF8'))) return ['gif'];
  if (starts(bytes, 0, ascii('RIFF')) && starts(bytes, 8, ascii('WEBP'))) return ['webp'];
  if (starts(bytes, 0, ascii('%PDF-'))) return ['pdf'];
  if (starts(bytes, 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return ['doc', 'xls'];
  if (starts(bytes, 0, [0x50, 0x4b, 3, 4])) return ['docx', 'xlsx'];
  if (starts(bytes, 4, ascii('ftyp'))) return ['mp4'];
  if (starts(bytes, 0, ascii('ID3')) || (bytes[0] === 0xff && (bytes[1]! & 0xe6) === 0xe2)) return ['mp3'];
  return isText(bytes) ? ['txt'] : [];
}

/** Texts of this country come in UTF-8 or GB18030. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  });
}

/** Checks a file by its content, and takes out of a JPEG or PNG what is not the picture. */
export async function prepareFile(file: File): Promise<Prepared> {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (!file.size) return { code: 'file_empty' };
  if (file.size > attachmentLimits.bytes) return { code: 'file_size' };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // Moved or deleted since it was chosen, or a folder.
    return { code: 'file_broken' };
  }
  if (!endingsOf(bytes).includes(ending)) return { code: 'file_type' };
  const stripped = ending === 'png' ? stripPng(bytes) : /^jpe?g$/.test(ending) ? stripJpeg(bytes) : bytes;
  // A picture that cannot be read to its end is not sent: what it tells could not be taken out.
  if (!stripped) return { code: 'file_broken' };
  return { blob: new Blob(Array.isArray(stripped) ? stripped : [stripped]), cleaned: stripped !== bytes };
}
