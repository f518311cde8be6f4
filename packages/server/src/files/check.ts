/** 附件检查: what a file is by its content, whether its name agrees, and what is kept of it. */
import { TextDecoder } from 'node:util';
import { attachmentLimits, attachmentTypes } from '@zwgk/schema';
import { stripGif, stripJpeg, stripPng, stripWebp } from './images.js';
import { checkMp4, stripMp3 } from './media.js';
import { checkCompound, checkOpenXml } from './office.js';
import { checkPdf } from './pdf.js';
import { asBuffer, refuse, refuseKnownBad, startsWith, zipEndOf } from './scan.js';

export type FileKind = (typeof attachmentTypes)[number];

const TYPES: Readonly<Record<FileKind, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
};

export interface CheckedFile {
  readonly type: string;
  /** What is stored: without the metadata of pictures and sound. */
  readonly bytes: Uint8Array;
}

/** The name alone: no folders, no signs that nobody sees or that turn the reading direction, at most 100 code points. */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).pop() ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}:*?"<>|]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .trim();
  const points = [...clean];
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? '';
  return points.length <= 100 ? clean : `${points.slice(0, 100 - ending.length).join('')}${ending}`;
}

/** The ending of a name, where it is one that is taken. */
export function endingOf(name: string): FileKind | undefined {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase();
  return attachmentTypes.find((known) => known === ending);
}

/** Text in UTF-8, GB 18030 or marked UTF-16, without control characters, that no browser would take for a page. */
function checkText(bytes: Buffer): void {
  // Notepad's “Unicode” begins with a mark.
  const encodings = startsWith(bytes, '\xff\xfe') ? ['utf-16le'] : ['utf-8', 'gb18030'];
  const read = (encoding: string) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };
  const text = encodings.map(read).find((found) => found !== undefined) ?? refuse('file_type');
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0B\x0E-\x1F\x7F]/.test(text)) refuse('file_type');
  if (/<(?:!doctype|html|head|body|script|svg|iframe|object|embed|img|\?xml|\?php|%)/i.test(text))
    refuse('file_active');
}

/** What the content is, by its first bytes; undefined when it is nothing that is known (and so may be text). */
function kindOf(
  bytes: Buffer,
): 'jpg' | 'png' | 'gif' | 'webp' | 'pdf' | 'zip' | 'compound' | 'mp4' | 'mp3' | undefined {
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpg';
  if (startsWith(bytes, '\x89PNG')) return 'png';
  if (startsWith(bytes, 'GIF8')) return 'gif';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp';
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, 'PK\x03\x04')) return 'zip';
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) return 'compound';
  if (startsWith(bytes, 'ftyp', 4)) return 'mp4';
  if (startsWith(bytes, 'ID3') || (bytes[0] === 0xff && (bytes[1]! & 0xe6) === 0xe2)) return 'mp3';
  return undefined;
}

/**
 * Looks a file through to its end.
 * @param name cleaned
 * @throws FileRefusal
 */
export async function checkFile(name: string, content: Uint8Array): Promise<CheckedFile> {
  const bytes = asBuffer(content);
  const ending = endingOf(name);
  if (!ending) return refuse('file_type');
  if (bytes.length > attachmentLimits.bytes) return refuse('file_size');
  if (!bytes.length) return refuse('file_broken');
  refuseKnownBad(bytes);
  const kind = kindOf(bytes);
  // 一物两用: also a ZIP for readers that begin at the end.
  if (kind !== 'zip' && zipEndOf(bytes) >= 0) return refuse('file_active');
  const agree = (...endings: FileKind[]) => endings.includes(ending) || refuse('file_type');
  let kept: Uint8Array = bytes;
  switch (kind) {
    case 'jpg':
      agree('jpg', 'jpeg');
      kept = stripJpeg(bytes);
      break;
    case 'png':
      agree('png');
      kept = stripPng(bytes);
      break;
    case 'gif':
      agree('gif');
      kept = stripGif(bytes);
      break;
    case 'webp':
      agree('webp');
      kept = stripWebp(bytes);
      break;
    case 'pdf':
      agree('pdf');
      await checkPdf(bytes);
      break;
    case 'zip': {
      agree('docx', 'xlsx');
      if ((await checkOpenXml(bytes)) !== ending) return refuse('file_type');
      break;
    }
    case 'compound':
      agree('doc', 'docx', 'xls', 'xlsx');
      // Office writes a document with a password as a compound file, whatever its ending.
      if (checkCompound(bytes) !== ending) return refuse('file_type');
      break;
    case 'mp4':
      agree('mp4');
      checkMp4(bytes);
      break;
    case 'mp3':
      agree('mp3');
      kept = stripMp3(bytes);
      break;
    default:
      if (ending !== 'txt') return refuse('file_type');
      checkText(bytes);
  }
  return { type: TYPES[ending], bytes: kept };
}
