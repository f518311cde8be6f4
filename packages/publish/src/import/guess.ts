/** What a table is about (目录、标准目录、流程图、办事指南), told by its headings. */
import { catalogueFields } from './catalogue-fields.js';
import { findTable, type FieldNames } from './columns.js';
import { stepFields } from './flow-table.js';
import { holdsGuides } from './guide.js';
import type { Sheet } from './sheet.js';
import { standardFields } from './standard.js';

export const importKinds = ['catalogue', 'standard', 'flowchart', 'guide'] as const;
export type ImportKind = (typeof importKinds)[number];

interface Telling {
  readonly kind: ImportKind;
  readonly fields: FieldNames;
  readonly must: readonly string[];
  /** Fields of which so many must be there. */
  readonly telling: RegExp;
  readonly count: number;
}
/** In the order in which they are tried: a catalogue has the fewest headings of its own. */
const TELLING: readonly Telling[] = [
  {
    kind: 'standard',
    fields: standardFields,
    must: ['level1'],
    telling: /^(?:level2|contentElements|subject|channels|basis|audience|mode|levels)/,
    count: 3,
  },
  { kind: 'flowchart', fields: stepFields, must: ['label', 'next'], telling: /^next$/, count: 1 },
  {
    kind: 'flowchart',
    fields: stepFields,
    must: ['label'],
    telling: /^(?:post|person|timeLimit|lane|docs|risk)$/,
    count: 2,
  },
  { kind: 'catalogue', fields: catalogueFields, must: ['title'], telling: /^title$/, count: 1 },
];

/** The kind that a file is most likely of. Undefined when nothing tells. */
export function guessKind(sheets: readonly Sheet[]): ImportKind | undefined {
  for (const { kind, fields, must, telling, count } of TELLING) {
    // Guides come in two forms, and are looked for before the kinds whose headings they share.
    if (kind === 'flowchart' && sheets.some(holdsGuides)) return 'guide';
    for (const sheet of sheets) {
      const table = findTable(sheet, fields, must);
      const told = new Set(
        table?.columns.flatMap(({ field }) => (field && telling.test(field) ? [field.split('.')[0]] : [])),
      );
      if (told.size >= count) return kind;
    }
  }
  return sheets.some(({ list }) => list) ? 'catalogue' : undefined;
}
