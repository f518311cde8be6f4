/** What a table is about (目录、标准目录、流程图、办事指南), told by its headings. */
import { catalogueFields } from './catalogue-fields.js';
import { findTable, type FieldNames } from './columns.js';
import type { Sheet } from './sheet.js';
import { standardFields } from './standard.js';

export const importKinds = ['catalogue', 'standard', 'flowchart', 'guide'] as const;
export type ImportKind = (typeof importKinds)[number];

const TELLING: Readonly<Record<string, { fields: FieldNames; must: readonly string[]; telling: RegExp }>> = {
  standard: {
    fields: standardFields,
    must: ['level1'],
    telling: /^(?:level2|contentElements|subject|channels|basis|audience|mode|levels)/,
  },
};

/** The kind that a file is most likely of. Undefined when nothing tells. */
export function guessKind(sheets: readonly Sheet[]): ImportKind | undefined {
  for (const sheet of sheets) {
    for (const [kind, { fields, must, telling }] of Object.entries(TELLING)) {
      const table = findTable(sheet, fields, must);
      const told = new Set(
        table?.columns.flatMap(({ field }) => (field && telling.test(field) ? [field.split('.')[0]] : [])),
      );
      if (told.size >= 3) return kind as ImportKind;
    }
    if (findTable(sheet, catalogueFields, ['title'])) return 'catalogue';
  }
  return sheets.some(({ list }) => list) ? 'catalogue' : undefined;
}
