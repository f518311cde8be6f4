/** Values of a catalogue's columns → values of an entry; what cannot be read stays under its heading and is told. */
import { genres, isSafeUrl, normaliseDocNumber, readIndexNumber, readNumber } from '@zwgk/schema';
import { channelOf, codeWords } from './catalogue-fields.js';
import type { Issues, ImportPlace } from './issues.js';
import type { Cell } from './sheet.js';
import { asCode, isNothing, isUnlikelyDay, oneLine, partsOf, readDay, withScheme } from './values.js';

const DAYS: readonly string[] = ['publishedAt', 'formedDate', 'effectiveDate', 'expiryDate'];
const LISTS: readonly string[] = ['keywords', 'audienceCategory'];
const FAR = /^\d(?:\.\d+)?E\+\d{2}$/i;

/** An address that may be published; others are told and left out. */
export function readUrl(source: string, place: ImportPlace, issues: Issues): string | undefined {
  const url = withScheme(source.trim());
  if (!isSafeUrl(url) || /^(?:\\\\|[a-z]:\\)/i.test(url)) return void issues.add('url_unsafe', place);
  if (url !== source.trim()) issues.add('url_scheme', place, source, url);
  return url;
}

/** The day of a field; `publishedAt` may carry a time. */
export function readDayField(field: string, text: string, place: ImportPlace, issues: Issues): string | undefined {
  const read = readDay(text);
  if (read === 'placeholder') return void issues.add('date_placeholder', place, text);
  if (!read) return void issues.add('date_unreadable', place, text);
  if (read.serial) issues.add('date_serial', place, text, read.day);
  if (isUnlikelyDay(read.day)) issues.add('date_unlikely', place, read.day);
  if (!read.time) return read.day;
  if (field === 'publishedAt') return `${read.day}T${read.time}:00+08:00`;
  issues.add('time_dropped', place, text, read.day);
  return read.day;
}

/** A code read from words; undefined, and told, where the words are none of the code list. */
export function readCode(field: string, text: string, place: ImportPlace, issues: Issues): string | undefined {
  const words = codeWords[field]!;
  const word = asCode(text).replace(/[。.]$/, '');
  if (Object.hasOwn(words, word)) return words[word];
  if (Object.values(words).includes(text)) return text;
  return void issues.add('code_unknown', place, text);
}

function docNumberOf(text: string, place: ImportPlace, issues: Issues): string {
  const read = normaliseDocNumber(text);
  const parts = partsOf(text, /[；;\n]+/);
  if (!read.ok && parts.length > 1) return parts.map((part) => docNumberOf(part, place, issues)).join('；');
  if (!read.ok) {
    issues.add('doc_number_odd', place, text);
    return oneLine(text);
  }
  if (read.value !== text.trim()) issues.add('doc_number_mended', place, text, read.value);
  return read.value;
}
function indexNumberOf(text: string, place: ImportPlace, issues: Issues): string | undefined {
  if (FAR.test(text)) return void issues.add('digits_lost', place, text);
  const code = asCode(text);
  const read = readIndexNumber(code);
  if (code !== text.trim()) issues.add('width_mended', place, text, code);
  return read.ok ? code : undefined;
}
/** 体裁: one of the fifteen as it is, with old names; others are told as they stand. */
function genreOf(text: string): object {
  const word = oneLine(text).replace(/（/g, '(').replace(/）/g, ')');
  const genre = word === '命令' || word === '令' ? '命令(令)' : word === '会议纪要' ? '纪要' : word;
  return (genres as readonly string[]).includes(genre) ? { genre } : { genre: 'other', genreText: oneLine(text) };
}

/**
 * What a cell adds to an entry. Undefined when its value could not be read; the caller then keeps the text under the
 * heading of the column.
 */
export function valueOf(field: string, cell: Cell, place: ImportPlace, issues: Issues): object | undefined {
  const text = cell.text;
  const give = (value: unknown) => (value === undefined ? undefined : { [field]: value });
  if (field === 'url') {
    const source = cell.url ?? oneLine(text);
    if (!source || (!cell.url && !/[./#]/.test(source))) return undefined;
    const url = readUrl(source, place, issues);
    return url === undefined ? {} : { url };
  }
  if (isNothing(oneLine(text))) return {};
  if (DAYS.includes(field)) return give(readDayField(field, text, place, issues));
  if (Object.hasOwn(codeWords, field)) return give(readCode(field, text, place, issues));
  if (LISTS.includes(field)) return { [field]: partsOf(text, /[；;\n、，,\s]+/) };
  switch (field) {
    case 'indexNumber':
      return give(indexNumberOf(text, place, issues));
    case 'docNumber':
      return { docNumber: docNumberOf(text, place, issues) };
    case 'genre':
      return genreOf(text);
    case 'subjectCategory':
      return { subjectCategory: oneLine(text).replace(/\s*[\\/＼／>＞→]+\s*/g, '\\') };
    case 'issuer': {
      const bodies = partsOf(text, /[；;\n、，,]+/);
      return { issuer: bodies.length > 1 ? bodies : bodies[0] };
    }
    case 'channels':
      return { channels: partsOf(text.replace(/[■□☑☐√]/g, '\n')).map((part) => channelOf(part) ?? part) };
    case 'article20Item':
      return give(readNumber(oneLine(text).replace(/[^\d〇零一二三四五六七八九十０-９]/g, '')));
    case 'attachments': {
      const url = cell.url === undefined ? undefined : readUrl(cell.url, place, issues);
      return { attachments: [{ name: oneLine(text), ...(url !== undefined && { url }) }] };
    }
    case 'body':
    case 'summary':
      return { [field]: text.trim() };
    default:
      return { [field]: oneLine(text) };
  }
}
