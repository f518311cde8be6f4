/** What an importer tells (导入问题): each with its place in the file, as those see it who opened it in Excel. */
import { sentences } from './import.messages.js';

export type ImportIssueCode = keyof typeof sentences;

/** Where: sheet, row and heading of a table, or line of a text. */
export interface ImportPlace {
  /** Name of the sheet (工作表); absent where a file has but one nameless table. */
  readonly sheet?: string | undefined;
  /** Row as the table program counts, from 1. */
  readonly row?: number | undefined;
  /** Heading of the column, or its letter (`C`) where it has none. */
  readonly column?: string | undefined;
  /** Line of a text, from 1. */
  readonly line?: number | undefined;
}
export interface ImportIssue extends ImportPlace {
  readonly code: ImportIssueCode;
  /** `error`: something is missing from the result or has to be mended in the file. `note`: what was done is told. */
  readonly severity: 'error' | 'note';
  /** What stood there: dates, numbers, code words and headings, never free text. */
  readonly found?: string;
  /** What was made of it. */
  readonly became?: string;
}

/** What an importer gives: as much as could be read, and all that is to be told of it. */
export interface Imported<T> {
  readonly value: T | undefined;
  readonly issues: readonly ImportIssue[];
}

/** Thrown inside a reader for a file that cannot be read on; becomes an issue. Anything else that is thrown is a fault of ours. */
export class Unreadable extends Error {
  constructor(
    readonly code: 'file_damaged' | 'file_bomb' | 'xml_doctype',
    readonly line?: number,
  ) {
    super(code);
  }
}

/** Values are told in short, so that a list of issues stays readable. */
const shortened = (text: string): string => {
  const points = [...text.replace(/\s+/g, ' ')];
  return points.length > 40 ? `${points.slice(0, 39).join('')}…` : points.join('');
};

/** Collects issues; each code has its severity in the message table. */
export class Issues {
  readonly list: ImportIssue[] = [];
  private readonly once = new Set<string>();

  add(code: ImportIssueCode, place: ImportPlace = {}, found?: string, became?: string): void {
    const { sheet, row, column, line } = place;
    this.list.push({
      code,
      severity: sentences[code][0],
      ...(sheet !== undefined && { sheet }),
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
      ...(line !== undefined && { line }),
      ...(found !== undefined && { found: shortened(found) }),
      ...(became !== undefined && { became: shortened(became) }),
    });
  }
  /** The same thing at the same place is told once. */
  addOnce(code: ImportIssueCode, place: ImportPlace = {}, found?: string): void {
    const key = JSON.stringify([code, place, found]);
    if (this.once.has(key)) return;
    this.once.add(key);
    this.add(code, place, found);
  }
}
