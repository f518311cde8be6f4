/** The result of a question as a file for a table program: CSV with the official columns, in UTF-8 with a mark. */
import type { CatalogueQuery, CatalogueReader } from '@zwgk/client';
import type { CatalogueEntry, LocalizedText } from '@zwgk/schema';
import type { LitElement } from 'lit';
import { equip, withCodes } from './catalogue.parts.js';
import { pathTo } from './catalogue.tree.js';
import { isNumbered, nameOf, wordOf } from './catalogue.words.js';

const COLUMNS = [
  'indexNumber',
  'title',
  'docNumber',
  'subjectCategory',
  'genre',
  'catalogNodeId',
  'publisher',
  'formedDate',
  'publishedAt',
  'validity',
  'disclosureMode',
  'responsibleUnit',
] as const;

/** A cell that a table program takes as text: quoted, and never a formula. */
const cell = (value: string): string => `"${value.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;

/** Gathers the whole result, page by page, and hands it to the browser as a file. */
export async function download(
  host: LitElement,
  reader: CatalogueReader,
  query: CatalogueQuery,
  reading: {
    readonly text: { readonly codes: object };
    readonly pick: (value: LocalizedText | undefined) => string;
    readonly title: string;
  },
): Promise<void> {
  const words = equip(host);
  const codes = withCodes(reading.text, words);
  const { pick } = reading;
  const valueOf = (entry: CatalogueEntry, column: (typeof COLUMNS)[number]): string => {
    const value = entry[column];
    if (value === undefined) return '';
    if (column === 'indexNumber') return isNumbered(entry.indexNumber) ? entry.indexNumber : '';
    if (column === 'publisher') return nameOf(entry.publisher, pick);
    if (column === 'genre') return pick(entry.genreText) || wordOf(codes, entry.genre!);
    if (column === 'catalogNodeId')
      return pathTo(reader.nodes, entry.catalogNodeId)
        .map((node) => pick(node.title))
        .join('/');
    return wordOf(codes, pick(value as LocalizedText));
  };
  const lines = [COLUMNS.map((column) => cell(words.text.fields[column])).join(',')];
  let cursor: string | undefined;
  do {
    const { page: _, ...rest } = query;
    const page = await reader.page({
      ...rest,
      pageSize: 100,
      facets: false,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const entry of page.items) lines.push(COLUMNS.map((column) => cell(valueOf(entry, column))).join(','));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' }));
  link.download = `${words.text.file(reading.title)}.csv`.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
