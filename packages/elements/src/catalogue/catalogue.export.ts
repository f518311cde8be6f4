/** The result of a question as a file for a table program: CSV with the official columns, in UTF-8 with a mark. */
import type { CatalogueQuery, CatalogueReader } from '@zwgk/client';
import { csvTable } from '@zwgk/client/catalogue';
import type { CatalogueEntry, LocalizedText } from '@zwgk/schema';
import type { LitElement } from 'lit';
import { saveAs } from '../shared/save.js';
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
  const rows = [COLUMNS.map((column) => words.text.fields[column])];
  let cursor: string | undefined;
  do {
    const { page: _, ...rest } = query;
    const page = await reader.page({
      ...rest,
      pageSize: 100,
      facets: false,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const entry of page.items) rows.push(COLUMNS.map((column) => valueOf(entry, column)));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  const name = `${words.text.file(reading.title)}.csv`.replace(/[\\/:*?"<>|]/g, ' ');
  saveAs(name, new Blob([csvTable(rows)], { type: 'text/csv' }));
}
