/** A table or list → 政府信息公开目录 (`Catalogue`): one entry a row. */
import { CatalogueEntry, readLenient, type Catalogue, type CatalogueNode } from '@zwgk/schema';
import { catalogueFields } from './catalogue-fields.js';
import { readUrl, valueOf } from './catalogue-values.js';
import { findTable, type Column, type Table } from './columns.js';
import { listTable } from './headless.js';
import { Issues, type Imported, type ImportPlace } from './issues.js';
import { markOf } from './marks.js';
import { dataRows, type DataRow } from './rows.js';
import { placeIn, type Sheet } from './sheet.js';
import { isNothing, oneLine } from './values.js';

type Draft = Record<string, unknown>;
/** Fields that a column may never fill: they decide what is published. */
const RESERVED = /^(?:__proto__|constructor|prototype|state|stateAt|stateReason|standardItem|replacedBy)$/;
/** A heading as the name of a field of the office's own. */
export const ownField = (label: string, entry: object): string =>
  RESERVED.test(label) || Object.hasOwn(entry, label) ? `${label}（原表）` : label;

/** Columns of the catalogue tree (栏目), by the path of their titles. */
class Nodes {
  readonly list: CatalogueNode[] = [];
  private readonly ids = new Set<string>();
  idOf(path: string): string {
    let parentId: string | undefined;
    for (const title of path.split(/\s*[\\/＼／>＞→]+\s*/).filter(Boolean)) {
      const id: string = parentId === undefined ? title : `${parentId}/${title}`;
      if (!this.ids.has(id)) this.list.push({ id, title, ...(parentId !== undefined && { parentId }) });
      this.ids.add(id);
      parentId = id;
    }
    return parentId ?? path;
  }
}

class Reader {
  readonly nodes = new Nodes();
  readonly entries: CatalogueEntry[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly marks = new Set<string>();
  constructor(private readonly issues: Issues) {}

  read(table: Table, node: string | undefined): void {
    const { sheet, columns } = table;
    const used = columns.filter(({ field }) => field !== 'seq');
    const title = used.find(({ field }) => field === 'title');
    for (const { label, field, parts } of used)
      if (!field && parts.length) this.issues.add('column_own', placeIn(sheet, undefined, label));
    if (!columns.some(({ field }) => field === 'indexNumber')) this.issues.add('no_index_numbers', placeIn(sheet));
    let section = node;
    for (const row of dataRows(table, title, this.issues)) {
      if ('section' in row) {
        section = node === undefined ? row.section : `${node}/${row.section.replace(/[\\/]/g, '／')}`;
        continue;
      }
      const entry = this.entryOf(row, used, sheet);
      if (section !== undefined) entry['catalogNodeId'] ??= section;
      this.take(entry, row, sheet, used);
    }
  }
  private entryOf(row: DataRow, columns: readonly Column[], sheet: Sheet): Draft {
    const entry: Draft = {};
    for (const column of columns) {
      const cell = row.cell(column);
      if (!cell || (!cell.text && !cell.url)) continue;
      const place = placeIn(sheet, row.number, column.label);
      const field = column.field?.replace('/', '');
      const value = field && valueOf(field, cell, place, this.issues);
      if (value) Object.assign(entry, value);
      // What no field takes, and what a field could not read, stays under its heading.
      else if (!isNothing(oneLine(cell.text))) entry[ownField(column.label, entry)] = cell.text.trim();
    }
    if (entry['url'] === undefined) {
      const title = columns.find(({ field }) => field === 'title');
      const linked = [title, ...columns].find(
        (column) => column && row.cell(column)?.url && !/^mailto:/i.test(row.cell(column)!.url!),
      );
      const link = linked && row.cell(linked)!.url;
      if (link && linked.field !== 'attachments') {
        const url = readUrl(link, placeIn(sheet, row.number, linked.label), this.issues);
        if (url !== undefined) entry['url'] = url;
      }
    }
    return entry;
  }
  private take(entry: Draft, row: DataRow, sheet: Sheet, columns: readonly Column[]): void {
    const place = (field: string): ImportPlace =>
      placeIn(sheet, row.number, columns.find((column) => column.field === field)?.label);
    if (!entry['title']) {
      this.issues.add('row_without_title', place('title'));
      return;
    }
    if (typeof entry['catalogNodeId'] === 'string') entry['catalogNodeId'] = this.nodes.idOf(entry['catalogNodeId']);
    const { indexNumber } = entry;
    if (typeof indexNumber === 'string') {
      const earlier = this.numbers.get(indexNumber);
      if (earlier !== undefined)
        this.issues.add('index_number_twice', place('indexNumber'), indexNumber, String(earlier));
      this.numbers.set(indexNumber, earlier ?? row.number);
    } else {
      if (columns.some(({ field }) => field === 'indexNumber'))
        this.issues.add('index_number_missing', place('indexNumber'));
      entry['indexNumber'] = markOf(entry, this.marks);
    }
    const { value, issues } = readLenient(CatalogueEntry, entry);
    for (const { path, code } of issues) this.issues.add('value_refused', place(String(path[0])), code);
    if (value) this.entries.push(value);
    else this.issues.add('row_refused', place(''));
  }
}

const REMARK = /^(?:单位|填报|填表|制表|日期|时间|截至|更新)|[:：]/;
/** The heading above a table, which names the whole. */
export const titleAbove = ({ above }: Table): string | undefined =>
  above.map(oneLine).find((text) => text.length > 3 && text.length <= 100 && !REMARK.test(text));

/**
 * Reads sheets as a catalogue. Entries without a 索引号 get a mark (`~…`) that stays the same as long as title, day and
 * link do; it is never shown. `title` is taken where the file has none of its own.
 */
export function importCatalogue(sheets: readonly Sheet[], title: string): Imported<Catalogue> {
  const issues = new Issues();
  const tables = sheets.flatMap((sheet) => {
    const table = findTable(sheet, catalogueFields, ['title'], issues) ?? listTable(sheet, issues);
    return table ? [table] : [];
  });
  // Lists of links are read only where there is no table.
  const real = tables.filter(({ sheet }) => !sheet.list);
  const chosen = real.length ? real : tables;
  for (const sheet of sheets)
    if (!sheet.list && !tables.some((table) => table.sheet === sheet))
      issues.add('sheet_without_headings', placeIn(sheet));
  if (!chosen.length) {
    issues.add('no_catalogue');
    return { value: undefined, issues: issues.list };
  }
  const reader = new Reader(issues);
  const tree =
    chosen.length > 1 && !chosen.some(({ columns }) => columns.some(({ field }) => field === 'catalogNodeId'));
  for (const table of chosen) reader.read(table, tree ? table.sheet.name : undefined);
  if (!reader.entries.length) {
    issues.add('no_rows');
    return { value: undefined, issues: issues.list };
  }
  const { list: nodes } = reader.nodes;
  const value: Catalogue = {
    title: (chosen.length === 1 ? titleAbove(chosen[0]!) : undefined) ?? title,
    ...(nodes.length && { nodes }),
    entries: reader.entries,
  };
  return { value, issues: issues.list };
}
