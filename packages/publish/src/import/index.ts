/** Importers (导入): bytes of a file in, documents and issues out. Nothing is read from or written to anywhere else. */
import type { Catalogue, FlowChart, Guide, StandardCatalogue } from '@zwgk/schema';
import { importBpmn } from './bpmn.js';
import { importCatalogue } from './catalogue.js';
import { importSteps } from './flow-table.js';
import { importGuides } from './guide.js';
import { guessKind, type ImportKind } from './guess.js';
import { Issues, type Imported, type ImportIssue, type ImportIssueCode } from './issues.js';
import { importMermaid } from './mermaid.js';
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
  /** One document; charts and guides as many as the file holds. Undefined when there is nothing to be used. */
  readonly value: Catalogue | StandardCatalogue | readonly FlowChart[] | readonly Guide[] | undefined;
  readonly issues: readonly ImportIssue[];
}

const readers = {
  catalogue: importCatalogue,
  standard: importStandard,
  flowchart: importSteps,
  guide: importGuides,
} satisfies Record<ImportKind, unknown>;

/**
 * Reads a file of an office: xlsx, csv or tsv (UTF-8, UTF-16, GBK), a page with a table or a list of links, BPMN 2.0,
 * Mermaid. Damaged and hostile files end in issues; it never throws because of what a file holds.
 */
export function importFile(bytes: Uint8Array, { as, title = '' }: ImportOptions = {}): ImportedFile {
  const { value: source, issues: before } = readSourceFile(bytes);
  const give = (
    kind: ImportKind | undefined,
    guessed: boolean,
    read: Imported<ImportedFile['value']>,
  ): ImportedFile => ({
    kind,
    guessed,
    value: read.value,
    issues: [...before, ...read.issues],
  });
  const fail = (code?: ImportIssueCode): ImportedFile => {
    const issues = new Issues();
    if (code) issues.add(code);
    return give(as, false, { value: undefined, issues: issues.list });
  };
  if (!source) return fail();
  if (source.kind !== 'sheets') {
    if (as && as !== 'flowchart') return fail('chart_only');
    const read = source.kind === 'bpmn' ? importBpmn : importMermaid;
    return give('flowchart', false, read(source.text, title));
  }
  const kind = as ?? guessKind(source.sheets);
  return kind ? give(kind, !as, readers[kind](source.sheets, title)) : fail('kind_unknown');
}
