/** The heading rows of a table (表头): where they are, one level or several, and which field each column fills. */
import { toHalfWidth } from '@zwgk/schema';
import type { Issues } from './issues.js';
import { columnLetters, placeIn, type Cell, type Row, type Sheet } from './sheet.js';

/** Fields with the headings that are written for them; one heading may serve several, and fills the first that is free. */
export interface FieldNames {
  readonly names: Readonly<Record<string, string | readonly string[]>>;
  /** For headings that no name fits; the first that fits counts, `''` is none of the fields. */
  readonly patterns?: readonly (readonly [RegExp, string])[];
}
export interface Column {
  readonly index: number;
  /** As it stands in the table, levels joined by `-`; the letter of the column where there is none. */
  readonly label: string;
  readonly parts: readonly string[];
  /** Undefined for a heading that no field fits. */
  readonly field: string | undefined;
}
export interface Table {
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  /** Text of the rows above the headings. */
  readonly above: readonly string[];
  readonly rows: readonly Row[];
}

/** A heading without what is said about how to fill it in. */
export const normalLabel = (label: string): string =>
  toHalfWidth(label)
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|<[^>]*>/g, '')
    .replace(/[\s*:：·.。、—_-]/g, '')
    .toLowerCase();

const known = new WeakMap<FieldNames, Map<string, readonly string[]>>();
/** Fields that a heading may fill, in the order in which they are tried. */
export function fieldsFor(label: string, table: FieldNames): readonly string[] {
  let map = known.get(table);
  if (!map) {
    map = new Map();
    for (const [field, names] of Object.entries(table.names))
      for (const name of Array.isArray(names) ? (names as string[]) : String(names).split(' ')) {
        const key = normalLabel(name);
        map.set(key, [...(map.get(key) ?? []), field]);
      }
    known.set(table, map);
  }
  const key = normalLabel(label);
  const found = map.get(key);
  if (found) return found;
  const pattern = table.patterns?.find(([expression]) => expression.test(key));
  return pattern?.[1] ? [pattern[1]] : [];
}
const fieldsOfParts = (parts: readonly string[], table: FieldNames): readonly string[] => {
  const last = parts[parts.length - 1] ?? '';
  const joined = fieldsFor(parts.join(''), table);
  if (parts.length > 1 && joined.length) return joined;
  const own = fieldsFor(last, table);
  return own.length || parts.length < 2 ? own : fieldsFor(parts[0]!, table).map((field) => `${field}/`);
};

const MOST_ABOVE = 40;
const textAt = (row: Row | undefined, x: number): string => row?.cells[x]?.text ?? '';
const widthOf = (rows: readonly Row[]): number => rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

function scoreOf(row: Row, table: FieldNames): number {
  const fields = new Set<string>();
  for (const cell of row.cells)
    if (cell?.text && cell.merged !== 'across' && cell.text.length < 60)
      for (const field of fieldsFor(cell.text, table).slice(0, 1)) if (field) fields.add(field);
  return fields.size;
}
const isValue = (text: string): boolean => /^[\d\s.,:/年月日-]+$/.test(toHalfWidth(text)) || text.length > 40;

/** True when `lower` holds the second level of the headings of `upper`. */
function isBelow(upper: Row, lower: Row, table: FieldNames): boolean {
  const proper: number[] = [];
  // A title above the table spans it, too, but is one text.
  if (new Set(upper.cells.flatMap((cell) => cell?.text || [])).size < 2) return false;
  const merges = [...upper.cells, ...lower.cells].some((cell) => cell?.merged);
  const width = Math.max(upper.cells.length, lower.cells.length);
  for (let x = 0; x < width; x++) {
    const cell: Cell | undefined = lower.cells[x];
    if (!cell?.text || cell.merged === 'down') continue;
    if (isValue(cell.text)) return false;
    const over = upper.cells[x];
    const spans = merges
      ? over?.merged === 'across' || upper.cells[x + 1]?.merged === 'across'
      : !over?.text || !textAt(upper, x + 1);
    if (!spans) return false;
    proper.push(x);
  }
  if (proper.length < 2 || upper.number + 1 !== lower.number) return false;
  // Without merged cells only known words are taken for a second level.
  return merges || proper.every((x) => fieldsFor(textAt(lower, x), table).length > 0);
}

function partsAt(levels: readonly Row[], x: number): string[] {
  const parts: string[] = [];
  levels.forEach((row, level) => {
    let text = textAt(row, x);
    // A heading above several columns stands only over the first of them where cells cannot be merged.
    if (!text && level < levels.length - 1 && levels.slice(level + 1).some((lower) => textAt(lower, x)))
      for (let left = x - 1; left >= 0 && !text; left--) text = textAt(row, left);
    const clean = text.replace(/\s+/g, '').slice(0, 100);
    if (clean && clean !== parts[parts.length - 1]) parts.push(clean);
  });
  return parts;
}

/**
 * The table of a sheet: the row that names most fields, with the levels above and below it. `must` are the fields
 * without which it is no such table.
 */
export function findTable(
  sheet: Sheet,
  table: FieldNames,
  must: readonly string[],
  issues?: Issues,
): Table | undefined {
  const rows = sheet.rows;
  let best = -1;
  let score = 1;
  rows.slice(0, MOST_ABOVE).forEach((row, at) => {
    const own = scoreOf(row, table);
    if (own > score) [best, score] = [at, own];
  });
  if (best < 0) return undefined;
  let top = best;
  while (top > 0 && best - top < 2 && isBelow(rows[top - 1]!, rows[top]!, table)) top--;
  let bottom = best;
  while (bottom + 1 < rows.length && bottom - top < 2 && isBelow(rows[bottom]!, rows[bottom + 1]!, table)) bottom++;
  const levels = rows.slice(top, bottom + 1);
  const body = rows.slice(bottom + 1);
  const taken = new Set<string>();
  const columns: Column[] = [];
  for (let index = 0; index < Math.max(widthOf(levels), widthOf(body)); index++) {
    const parts = partsAt(levels, index);
    const fields = fieldsOfParts(parts, table);
    const free = fields.find((field) => field.endsWith('/') || !taken.has(field));
    if (free !== undefined && !free.endsWith('/')) taken.add(free);
    else if (fields.length && free === undefined)
      issues?.add('column_twice', placeIn(sheet, levels[0]!.number, parts.join('-')));
    if (!parts.length && !body.some(({ cells }) => cells[index]?.text)) continue;
    columns.push({ index, parts, field: free, label: parts.join('-') || columnLetters(index) });
  }
  if (!must.every((field) => taken.has(field))) return undefined;
  const above = rows
    .slice(0, top)
    .flatMap(({ cells }) => [...new Set(cells.map((cell) => cell?.text ?? ''))].filter(Boolean));
  return { sheet, columns, above, rows: body };
}

/** Tables that were printed have their headings once more on each page. */
export function isHeadingAgain(row: Row, columns: readonly Column[]): boolean {
  const named = columns.filter(({ parts }) => parts.length);
  const same = named.filter(
    ({ index, parts }) =>
      textAt(row, index).replace(/\s+/g, '') === parts[parts.length - 1] ||
      textAt(row, index).replace(/\s+/g, '') === parts[0],
  );
  return named.length > 1 && same.length > named.length * 0.7;
}
