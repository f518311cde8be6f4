/** Rows below the headings (数据行): 同上 resolved, what is no data told apart. */
import type { Issues } from './issues.js';
import { isHeadingAgain, type Column, type Table } from './columns.js';
import { placeIn, type Cell, type Row } from './sheet.js';
import { isDitto, oneLine } from './values.js';

/** A row of data: cells by column, 同上 replaced by what stands above. */
export interface DataRow {
  readonly number: number;
  cell(column: Column): Cell | undefined;
}
export interface Section {
  /** 一、综合政务: a line between the rows that names what follows. */
  readonly section: string;
}

const FOOTER = /^[（(]?(?:注|备注|说明|填表|制表|审核人|联系人|填报|单位负责人|合计|总计|小计|共\s*\d+\s*[条项])/;
const NUMBERED = /^[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|^第[一二三四五六七八九十]+[部章类节]/;

/** Rows of data and the lines between them. */
export function* dataRows(table: Table, titleColumn: Column | undefined, issues: Issues): Generator<DataRow | Section> {
  const { sheet, columns, rows } = table;
  const above: (Cell | undefined)[] = [];
  for (const row of rows) {
    const place = placeIn(sheet, row.number);
    if (isHeadingAgain(row, columns)) {
      issues.add('row_heading', place);
      continue;
    }
    const line = lineOf(row, titleColumn);
    if (line !== undefined) {
      if (FOOTER.test(line)) issues.add('row_footer', place);
      else yield { section: line };
      continue;
    }
    const cells = row.cells.map((cell, x) => {
      if (!cell || !isDitto(oneLine(cell.text))) return cell;
      if (!above[x]?.text)
        issues.add('ditto_nothing', { ...place, column: columns.find(({ index }) => index === x)?.label });
      return above[x];
    });
    cells.forEach((cell, x) => (above[x] = cell));
    yield { number: row.number, cell: ({ index }) => cells[index] };
  }
}
/** The text of a row that has no other and is no row of data: merged over the columns, numbered, or a remark. */
function lineOf({ cells }: Row, titleColumn: Column | undefined): string | undefined {
  const filled = cells.flatMap((cell, x) => (cell?.text ? [{ cell, x }] : []));
  const own = filled.filter(({ cell }) => cell.merged !== 'across');
  if (own.length !== 1 || !filled.length) {
    // 合计 stands with its sum beside it.
    const [first] = own;
    return first && own.length <= 3 && FOOTER.test(first.cell.text) && /计/.test(first.cell.text)
      ? first.cell.text
      : undefined;
  }
  const [{ cell, x }] = own as [{ cell: Cell; x: number }];
  if (cell.url) return undefined;
  const text = oneLine(cell.text);
  const wide = filled.length > Math.max(2, cells.length / 2);
  return wide || FOOTER.test(text) || (x !== titleColumn?.index && NUMBERED.test(text)) ? text : undefined;
}
