/** The whole catalogue as a table that opens in a spreadsheet: CSV with a byte order mark and the official columns. */
import { csvTable } from '@zwgk/client/catalogue';
import type { Catalogue, CatalogueEntry } from '@zwgk/schema';
import { columnNames, numberOf, wordOf } from './labels.js';
import { addressOf } from './model.js';
import { clean, hans, nameOf, type Addresses } from './text.js';

export function csvOf({ nodes = [], entries }: Catalogue, addresses: Addresses): string {
  const titles = new Map(nodes.map(({ id, title }) => [id, hans(title)]));
  type Field = keyof typeof columnNames;
  const read: Partial<Record<Field, (entry: CatalogueEntry) => string>> = {
    indexNumber: numberOf,
    title: ({ title }) => hans(title),
    summary: ({ summary }) => hans(summary),
    genre: ({ genre, genreText }) => (genre && genre !== 'other' ? genre : hans(genreText)),
    catalogNodeId: ({ catalogNodeId: id = '' }) => titles.get(id) ?? id,
    publisher: ({ publisher }) => nameOf(publisher),
    issuer: ({ issuer }) => [issuer ?? []].flat().map(nameOf).join('、'),
    validity: ({ validity }) => wordOf(validity),
    disclosureMode: ({ disclosureMode }) => wordOf(disclosureMode),
    audience: ({ audience }) => wordOf(audience),
    timeLimit: ({ timeLimit }) => timeLimit?.raw ?? '',
    responsibleUnit: ({ responsibleUnit }) => hans(responsibleUnit),
    keywords: ({ keywords = [] }) => keywords.join('；'),
    url: (entry) => addressOf(entry, addresses) ?? '',
  };
  const fields = Object.keys(columnNames) as Field[];
  const plain = (entry: CatalogueEntry, field: Field) => String((entry as Record<string, unknown>)[field] ?? '');
  return csvTable([
    fields.map((field) => columnNames[field]),
    ...entries.map((entry) => fields.map((field) => clean(read[field]?.(entry) ?? plain(entry, field)))),
  ]);
}
