/** Any file of an office → sheets, or what kind of file it is and what to do about it. */
import { readCsv } from './csv.js';
import { readHtml } from './html.js';
import { Issues, Unreadable, type Imported, type ImportIssueCode } from './issues.js';
import type { Sheet } from './sheet.js';
import { textOf } from './text.js';
import { readXlsx } from './xlsx.js';
import { openZip } from './zip.js';

/** Files that are larger are no tables of an office. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** What a workbook may unpack to. */
const MOST_UNPACKED = 256 * 1024 * 1024;

export type Source =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'bpmn' | 'mermaid'; readonly text: string };

const starts = (bytes: Uint8Array, mark: string): boolean =>
  bytes.length >= mark.length && [...mark].every((character, i) => bytes[i] === character.charCodeAt(0));
const holds = (bytes: Uint8Array, word: string): boolean => {
  const wide = [...word].map((character) => `${character}\0`).join('');
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1 << 22)).includes(wide, 0, 'latin1');
};
/** What a file is that no table can be read from. */
function foreign(bytes: Uint8Array): ImportIssueCode | undefined {
  if (starts(bytes, '\xD0\xCF\x11\xE0'))
    return holds(bytes, 'EncryptedPackage') ? 'file_locked' : holds(bytes, 'WordDocument') ? 'file_word' : 'file_xls';
  if (starts(bytes, '%PDF')) return 'file_pdf';
  if (starts(bytes, 'MIME-Version')) return 'file_mht';
  if (starts(bytes, '{\\rtf')) return 'file_word';
  return undefined;
}

function fromZip(bytes: Uint8Array, issues: Issues): Source | undefined {
  const zip = openZip(bytes, MOST_UNPACKED);
  if (zip.names.includes('word/document.xml')) return void issues.add('file_word');
  if (zip.names.includes('content.xml')) return void issues.add('file_ods');
  const sheets = readXlsx((name) => {
    const part = zip.read(name);
    return part && (textOf(part, issues) ?? '');
  }, issues);
  if (!sheets) return void issues.add('file_unknown');
  return { kind: 'sheets', sheets };
}
const MERMAID = /^\s*(?:```mermaid\s+)?(?:---\r?\n[^]*?\n---\r?\n)?(?:\s|%%[^\n]*\n)*(?:flowchart|graph)\b/;

function fromText(text: string, issues: Issues): Source | undefined {
  const head = text.slice(0, 20_000);
  if (/^\s*(?:<\?xml[^]*?)?<(?:\w+:)?definitions\b|omg\.org\/spec\/BPMN/i.test(head)) return { kind: 'bpmn', text };
  if (/<\?mso-application\s+progid="Excel\.Sheet"|<(?:ss:)?Workbook\b/i.test(head))
    return void issues.add('file_xml_sheet');
  if (/<(?:!doctype html|html|body|table|[ou]l|tr|div)[\s>]/i.test(head))
    return { kind: 'sheets', sheets: readHtml(text, issues) };
  if (MERMAID.test(head)) return { kind: 'mermaid', text };
  if (/^\s*[{[]/.test(head)) return void issues.add('file_json');
  // Text holds no control characters but tabs, line ends and page ends.
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0E-\x1A\x1C-\x1F]/.test(head)) return void issues.add('file_unknown');
  return { kind: 'sheets', sheets: [readCsv(text, issues)] };
}

/** The content of a file, whatever its name says it is. Damaged files end in an issue, never in an exception. */
export function readSourceFile(bytes: Uint8Array): Imported<Source> {
  const issues = new Issues();
  const give = (value?: Source): Imported<Source> => ({ value, issues: issues.list });
  if (bytes.length > MOST_BYTES) {
    issues.add('file_too_big', {}, String(MOST_BYTES / 1024 / 1024));
    return give();
  }
  const kind = foreign(bytes);
  if (kind) {
    issues.add(kind);
    return give();
  }
  if (starts(bytes, 'PK'))
    try {
      return give(fromZip(bytes, issues));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      issues.add(error.code);
      return give();
    }
  const text = textOf(bytes, issues);
  if (text === undefined) issues.add('file_unknown');
  else if (!text.trim()) issues.add('file_empty');
  else return give(fromText(text, issues));
  return give();
}
