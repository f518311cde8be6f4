/** Workbooks of Excel and WPS (xlsx): cached values, merged cells, links; no formula is computed. */
import { Unreadable, type Issues } from './issues.js';
import {
  columnLetters,
  fillMerged,
  MOST_COLUMNS,
  MOST_FILLED,
  MOST_ROWS,
  rowsOf,
  type Area,
  type Cell,
  type Sheet,
} from './sheet.js';
import { digitsAreLost, kindOfFormat, shownNumber, type NumberKind } from './xlsx-numbers.js';
import { readXml } from './xml.js';

/** A file of the archive as text, undefined when it is not there. */
export type ReadPart = (name: string) => string | undefined;

interface Book {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
}
const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;
/** `B12` → [11, 1] */
function placeOf(reference: string | undefined): [number, number] | undefined {
  const [, letters, row] = REFERENCE.exec(reference ?? '') ?? [];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number(row) - 1, column - 1];
}
function areaOf(reference: string | undefined): Area | undefined {
  const [from, to] = (reference ?? '').split(':');
  const first = placeOf(from);
  const last = placeOf(to ?? from);
  return first && last && { top: first[0], left: first[1], bottom: last[0], right: last[1] };
}
/** Excel writes what XML cannot hold as `_x000D_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function targetsOf(part: string | undefined): Map<string, { target: string; type: string }> {
  const found = new Map<string, { target: string; type: string }>();
  if (part)
    readXml(part, {
      open(name, { Id, Target, Type }) {
        if (name === 'Relationship' && Id && Target) found.set(Id, { target: Target, type: Type ?? '' });
      },
    });
  return found;
}
function within(folder: string, target: string): string {
  try {
    return new URL(target, `file:///${folder}/`).pathname.slice(1);
  } catch {
    throw new Unreadable('file_damaged');
  }
}

function readStrings(part: string | undefined): string[] {
  const strings: string[] = [];
  let text = '';
  let writes = false;
  let phonetic = false;
  if (part)
    readXml(part, {
      open(name) {
        if (name === 'si') text = '';
        // Readings of characters (拼音) are no text.
        else if (name === 'rPh') phonetic = true;
        else if (name === 't') writes = !phonetic;
      },
      text(piece) {
        if (writes) text += piece;
      },
      close(name) {
        if (name === 'si') strings.push(unescaped(text));
        else if (name === 'rPh') phonetic = false;
        else if (name === 't') writes = false;
      },
    });
  return strings;
}
function readKinds(part: string | undefined): NumberKind[] {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let cellFormats = false;
  if (part)
    readXml(part, {
      open(name, { numFmtId, formatCode }) {
        const id = Number(numFmtId ?? 0);
        if (name === 'numFmt') codes.set(id, formatCode ?? '');
        else if (name === 'cellXfs') cellFormats = true;
        else if (name === 'xf' && cellFormats) kinds.push(kindOfFormat(id, codes.get(id)));
      },
      close(name) {
        if (name === 'cellXfs') cellFormats = false;
      },
    });
  return kinds;
}

interface RawCell {
  readonly y: number;
  readonly x: number;
  readonly type: string;
  readonly style: number;
  value?: string;
  inline?: string;
  formula?: string;
}

/** One sheet. What a cell does not tell (errors, formulas that were never computed) is an issue with its place. */
function readSheet(name: string, part: string, links: ReturnType<typeof targetsOf>, book: Book, issues: Issues): Sheet {
  const grid = new Map<number, (Cell | undefined)[]>();
  const areas: Area[] = [];
  const hidden: number[] = [];
  const urls: [Area, string][] = [];
  const place = (y: number, x: number) => ({ sheet: name, row: y + 1, column: columnLetters(x) });
  let y = -1;
  let x = -1;
  let cell: RawCell | undefined;
  let into: 'value' | 'inline' | 'formula' | undefined;
  let phonetic = false;
  let tooMany = false;
  const put = ({ type, style, value, inline, formula, y, x }: RawCell): void => {
    let text = inline ?? value ?? '';
    if (type === 's') text = book.strings[Number(value)] ?? '';
    else if (type === 'b') text = value === '1' ? 'TRUE' : 'FALSE';
    else if (type === 'e') {
      issues.add('cell_error', place(y, x), text);
      text = '';
    } else if (type === 'd') text = text.replace('T00:00:00', '').replace(/[Zz]$|\.000$/, '');
    else if (type === 'n' && value) {
      const kind = book.kinds[style] ?? 'plain';
      text = shownNumber(value, kind, book.from1904);
      if (kind === 'plain' && digitsAreLost(Number(value))) issues.add('digits_lost', place(y, x), text);
    } else if (type === 'str' || type === 'inlineStr') text = unescaped(text);
    if (formula !== undefined && value === undefined) issues.add('formula_without_value', place(y, x));
    const [, url] = /^\s*HYPERLINK\(\s*"([^"]*)"/i.exec(formula ?? '') ?? [];
    if (!text && !url) return;
    let row = grid.get(y);
    if (!row) grid.set(y, (row = []));
    row[x] = { text: text.trim(), ...(url && { url }) };
  };
  readXml(part, {
    open(tag, attributes) {
      if (tag === 'row') {
        y = attributes['r'] ? Number(attributes['r']) - 1 : y + 1;
        x = -1;
        if (attributes['hidden'] === '1' || attributes['hidden'] === 'true') hidden.push(y);
      } else if (tag === 'c') {
        [y, x] = placeOf(attributes['r']) ?? [y, x + 1];
        if (y < 0 || y >= MOST_ROWS) tooMany = true;
        else if (x >= MOST_COLUMNS) issues.addOnce('too_many_columns', { sheet: name }, String(MOST_COLUMNS));
        else cell = { y, x, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
      } else if (tag === 'v') into = 'value';
      else if (tag === 'f') {
        into = 'formula';
        if (cell) cell.formula ??= '';
      } else if (tag === 't') into = phonetic ? undefined : 'inline';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 'mergeCell') {
        const area = areaOf(attributes['ref']);
        if (area) areas.push(area);
      } else if (tag === 'hyperlink') {
        const area = areaOf(attributes['ref']);
        const target = links.get(attributes['r:id'] ?? attributes['id'] ?? '')?.target;
        if (area && target) urls.push([area, target]);
      }
    },
    text(piece) {
      if (cell && into) cell[into] = (cell[into] ?? '') + piece;
    },
    close(tag) {
      if (tag === 'c') {
        if (cell) put(cell);
        cell = undefined;
      } else if (tag === 'v' || tag === 'f' || tag === 't') into = undefined;
      else if (tag === 'rPh') phonetic = false;
    },
  });
  let linked = MOST_FILLED;
  for (const [{ top, left, bottom }, url] of urls)
    for (let at = top; at <= Math.min(bottom, top + 1000) && --linked > 0; at++) {
      const row = grid.get(at);
      if (row && left < MOST_COLUMNS) row[left] = { ...(row[left] ?? { text: '' }), url };
    }
  if (!fillMerged(grid, areas)) issues.add('merged_too_many', { sheet: name });
  if (tooMany) issues.add('too_many_rows', { sheet: name }, String(MOST_ROWS));
  for (const at of hidden) if (grid.has(at)) issues.add('row_hidden', { sheet: name, row: at + 1 });
  return { name, rows: rowsOf(grid) };
}

/** Sheets of a workbook in their order; hidden ones are told and left out. */
export function readXlsx(read: ReadPart, issues: Issues): Sheet[] | undefined {
  const roots = targetsOf(read('_rels/.rels'));
  const main = [...roots.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const bookName = within('', main);
  const folder = bookName.replace(/\/?[^/]*$/, '');
  const bookPart = read(bookName);
  if (bookPart === undefined) return undefined;
  const parts = targetsOf(read(`${folder}/_rels/${bookName.slice(folder.length + 1)}.rels`));
  const sheets: { name: string; target: string; hidden: boolean }[] = [];
  let from1904 = false;
  readXml(bookPart, {
    open(tag, { name, 'r:id': id, state, date1904 }) {
      if (tag === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      const target = parts.get(id ?? '')?.target;
      if (tag === 'sheet' && target)
        sheets.push({ name: name ?? '', target: within(folder, target), hidden: !!state && state !== 'visible' });
    },
  });
  const partOf = (end: string) => {
    const target = [...parts.values()].find(({ type }) => type.endsWith(end))?.target;
    return target && read(within(folder, target));
  };
  const book: Book = {
    strings: readStrings(partOf('/sharedStrings')),
    kinds: readKinds(partOf('/styles')),
    from1904,
  };
  return sheets.flatMap(({ name, target, hidden }) => {
    if (hidden) {
      issues.add('sheet_hidden', { sheet: name });
      return [];
    }
    const part = read(target);
    if (part === undefined) return [];
    const links = targetsOf(read(target.replace(/([^/]*)$/, '_rels/$1.rels')));
    return [readSheet(name, part, links, book, issues)];
  });
}
