/** 办事指南 (`Guide`) from a table with one guide a row, or a form of two or four columns (项目、内容). */
import { Guide, readLenient } from '@zwgk/schema';
import { ownField } from './catalogue.js';
import { fieldsFor, findTable } from './columns.js';
import { guideFields } from './guide-fields.js';
import { guideValue } from './guide-values.js';
import { Issues, type Imported, type ImportPlace } from './issues.js';
import { dataRows } from './rows.js';
import { placeIn, type Cell, type Sheet } from './sheet.js';
import { isNothing, oneLine } from './values.js';

type Draft = Record<string, unknown>;
interface Item {
  readonly label: string;
  readonly field: string | undefined;
  readonly cell: Cell;
  readonly place: ImportPlace;
}

/** One guide of its items. What no field takes, or a field cannot read, stays under its name. */
function guideOf(items: readonly Item[], issues: Issues): Guide | undefined {
  const guide: Draft = {};
  const places = new Map<string, ImportPlace>();
  for (const { label, field, cell, place } of items) {
    if (isNothing(oneLine(cell.text)) && !cell.url && !/^(?:fees|charged|quantityLimit)$/.test(field ?? '')) continue;
    const value = field && guideValue(field, cell, label, place, issues);
    if (!value) guide[ownField(label, guide)] = cell.text.trim();
    else
      for (const [key, part] of Object.entries(value)) {
        guide[key] = Array.isArray(part) && Array.isArray(guide[key]) ? [...(guide[key] as unknown[]), ...part] : part;
        places.set(key, place);
      }
  }
  const { value, issues: found } = readLenient(Guide, guide);
  for (const { path, code } of found) {
    const place = places.get(String(path[0])) ?? items[0]?.place;
    issues.add(path[0] === 'taskName' && code === 'required' ? 'guide_without_name' : 'value_refused', place, code);
  }
  return value;
}

function fromRows(sheet: Sheet, issues: Issues): Guide[] | undefined {
  const table = findTable(sheet, guideFields, ['taskName'], issues);
  if (!table || table.columns.filter(({ field }) => field).length < 3) return undefined;
  const columns = table.columns.filter(({ field }) => field !== 'seq');
  for (const { label, field, parts } of columns)
    if (!field && parts.length) issues.add('column_own', placeIn(sheet, undefined, label));
  const guides: Guide[] = [];
  for (const row of dataRows(
    table,
    columns.find(({ field }) => field === 'taskName'),
    issues,
  )) {
    if ('section' in row) {
      issues.addOnce('line_unread', placeIn(sheet));
      continue;
    }
    const items = columns.flatMap((column): Item[] => {
      const cell = row.cell(column);
      const { label, field } = column;
      return cell?.text || cell?.url ? [{ label, field, cell, place: placeIn(sheet, row.number, label) }] : [];
    });
    const guide = guideOf(items, issues);
    if (guide) guides.push(guide);
  }
  return guides;
}

/** Forms are read by people at a window. */
const MOST_FORM_ROWS = 2000;

/** Names and contents in the rows of a form; a name that spans several rows has several contents. */
function formItems(sheet: Sheet, issues: Issues): Item[] {
  const items: Item[] = [];
  if (sheet.rows.length > MOST_FORM_ROWS) return items;
  const fieldAt = (cell: Cell | undefined): string | undefined =>
    cell?.text && cell.text.length < 30 ? fieldsFor(cell.text, guideFields)[0] : undefined;
  /** Columns in which names stand, so that a name that we do not know is seen to be one. */
  const named = new Set(sheet.rows.flatMap(({ cells }) => cells.flatMap((cell, x) => (fieldAt(cell) ? [x] : []))));
  for (const { cells, number } of sheet.rows) {
    let label: string | undefined;
    let field: string | undefined;
    let content: Cell | undefined;
    const put = () => {
      if (label === undefined || !content) return;
      const last = items[items.length - 1];
      if (last?.label === label)
        items[items.length - 1] = { ...last, cell: { ...last.cell, text: `${last.cell.text}\n${content.text}` } };
      else items.push({ label, field, cell: content, place: placeIn(sheet, number, label) });
      if (!field) issues.addOnce('column_own', placeIn(sheet, undefined, label));
      content = undefined;
    };
    cells.forEach((cell, x) => {
      if (!cell?.text || cell.merged === 'across') return;
      const known = fieldAt(cell);
      const follows = cells.slice(x + 1).some((other) => other?.text && other.merged !== 'across');
      if (known === 'seq' || (label === undefined && /^[\d一二三四五六七八九十]{1,3}[.、]?$/.test(cell.text))) return;
      const isName = content && named.has(x) && follows && cell.text.length <= 12;
      if (known !== undefined || label === undefined || isName) {
        put();
        // A lone text is a title or a remark.
        if (known === undefined && !cells.slice(x + 1).some((other) => other?.text && other.merged !== 'across'))
          return;
        label = oneLine(cell.text);
        field = known;
      } else content = content ? { ...content, text: `${content.text} ${cell.text}` } : cell;
    });
    put();
  }
  return items;
}
function fromForm(sheet: Sheet, issues: Issues): Guide[] | undefined {
  const told = new Issues();
  const items = formItems(sheet, told);
  if (new Set(items.flatMap(({ field }) => field ?? [])).size < 4) return undefined;
  for (const { code, severity: _, found, became, ...place } of told.list) issues.add(code, place, found, became);
  const guides: Item[][] = [[]];
  for (const item of items) {
    const last = guides[guides.length - 1]!;
    if (item.field === 'taskName' && last.some(({ field }) => field === 'taskName')) guides.push([item]);
    else last.push(item);
  }
  return guides.flatMap((one) => guideOf(one, issues) ?? []);
}

/** True when a sheet holds guides, of either kind. */
export function holdsGuides(sheet: Sheet): boolean {
  const silent = new Issues();
  const table = findTable(sheet, guideFields, ['taskName']);
  const telling = /^(?:acceptConditions|materials|promised|statutory|places|officeHours|legalBasis|flow|consult)$/;
  const count = new Set(table?.columns.flatMap(({ field }) => (field && telling.test(field) ? field : []))).size;
  if (count >= 2) return true;
  const fields = new Set(formItems(sheet, silent).flatMap(({ field }) => field ?? []));
  return [...fields].filter((field) => telling.test(field)).length >= 3;
}

/** Reads each sheet: one guide a row, or a form of names and contents. */
export function importGuides(sheets: readonly Sheet[]): Imported<readonly Guide[]> {
  const issues = new Issues();
  const guides = sheets.flatMap((sheet) => {
    if (sheet.list) return [];
    const found = fromRows(sheet, issues) ?? fromForm(sheet, issues);
    if (!found) issues.add('sheet_without_headings', placeIn(sheet));
    return found ?? [];
  });
  if (!guides.length) issues.add('no_guides');
  return { value: guides.length ? guides : undefined, issues: issues.list };
}
