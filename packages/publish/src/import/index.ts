/** Importers (导入): bytes of a file in, documents and issues out. Nothing is read from or written to anywhere else. */
import type { Catalogue, StandardCatalogue } from '@zwgk/schema';
import { importCatalogue } from './catalogue.js';
import { guessKind, type ImportKind } from './guess.js';
import { Issues, type Imported, type ImportIssue } from './issues.js';
import { importStandard } from './standard.js';
import { readSourceFile } from './tables.js';

export { importKinds, type ImportKind } from './guess.js';
export { describeImport } from './describe.js';
export type { ImportIssue } from './issues.js';

export interface ImportOptions {
  /** What the file is about; guessed from its headings when absent. */
  readonly as?: ImportKind | undefined;
  /** Title of a document that has none of its own: usually the name of the file. */
  readonly title?: string | undefined;
}
/** What was read; `kind` says what it was taken for. */
export interface ImportedFile {
  readonly kind: ImportKind | undefined;
  /** Set when `kind` was guessed. */
  readonly guessed: boolean;
  readonly value: Catalogue | StandardCatalogue | undefined;
  readonly issues: readonly ImportIssue[];
}

/**
 * Reads a file of an office: xlsx, csv or tsv (UTF-8, UTF-16, GBK), a page with a table or a list of links. Damaged and
 * hostile files end in issues; it never throws because of what a file holds.
 */
export function importFile(bytes: Uint8Array, { as, title = '' }: ImportOptions = {}): ImportedFile {
  const source = readSourceFile(bytes);
  const failed = (issues: Issues, kind = as): ImportedFile => ({
    kind,
    guessed: false,
    value: undefined,
    issues: [...source.issues, ...issues.list],
  });
  const issues = new Issues();
  if (!source.value) return failed(issues);
  if (source.value.kind !== 'sheets') {
    issues.add('file_unknown');
    return failed(issues);
  }
  const { sheets } = source.value;
  const kind = as ?? guessKind(sheets);
  if (!kind) {
    issues.add('kind_unknown');
    return failed(issues);
  }
  const read: Imported<Catalogue | StandardCatalogue> =
    kind === 'standard' ? importStandard(sheets, title) : importCatalogue(sheets, title);
  return { kind, guessed: as === undefined, value: read.value, issues: [...source.issues, ...read.issues] };
}
