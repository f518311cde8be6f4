/** Issues of an import as sentences: 工作表“2025年”第 12 行“发布日期”列：…; what is the same in a column is told once, with its rows. */
import { importMessages as words, sentences } from './import.messages.js';
import type { ImportIssue } from './issues.js';

interface Group {
  readonly issue: ImportIssue;
  readonly sentence: string;
  readonly rows: Set<number>;
  readonly columns: Set<string>;
}

/** Notes of one kind in one column that differ in their values only: so many are told one by one. */
const MOST_ALIKE = 5;
/** Pieces of a list of rows in one line. */
const MOST_PIECES = 60;

/** 2、4、7—120 */
function ranges(rows: Iterable<number>): string[] {
  const found: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && row - last[1] < 2) last[1] = row;
    else found.push([row, row]);
  }
  return found.flatMap(([from, to]) =>
    to - from > 1 ? `${from}—${to}` : to > from ? [`${from}`, `${to}`] : `${from}`,
  );
}

function grouped(issues: readonly ImportIssue[]): Group[] {
  const groups = new Map<string, Group>();
  for (const issue of issues) {
    const { code, sheet, column, row, line, found = '', became = '' } = issue;
    const sentence = sentences[code][1](found, became);
    const key = JSON.stringify([sheet, row === undefined ? null : column, line, row === undefined, sentence]);
    const group = groups.get(key) ?? { issue, sentence, rows: new Set(), columns: new Set() };
    groups.set(key, group);
    if (row !== undefined) group.rows.add(row);
    if (column !== undefined) group.columns.add(column);
  }
  return [...groups.values()];
}
/** Many notes that differ in their values only become one, with the first as its example. */
function merged(groups: readonly Group[]): Group[] {
  const alike = new Map<unknown, Group[]>();
  for (const group of groups) {
    const { code, sheet, column, severity } = group.issue;
    const key = severity === 'note' && group.rows.size ? JSON.stringify([code, sheet, column]) : group;
    const list = alike.get(key);
    if (list) list.push(group);
    else alike.set(key, [group]);
  }
  return [...alike.values()].flatMap((list) => {
    const [first] = list;
    if (!first || list.length <= MOST_ALIKE) return list;
    const rows = new Set(list.flatMap((group) => [...group.rows]));
    return [{ ...first, rows, sentence: words.alike(first.sentence, rows.size) }];
  });
}

/** One line for each issue, or for those that say the same of several rows of a column; all rows are named. */
export function describeImport(issues: readonly ImportIssue[]): string[] {
  return merged(grouped(issues)).flatMap(({ issue: { sheet, line, severity }, sentence, rows, columns }) => {
    const pieces = ranges(rows);
    const told = severity === 'note' ? words.note(sentence) : sentence;
    const lines: string[] = [];
    for (let at = 0; at === 0 || at < pieces.length; at += MOST_PIECES) {
      const place = [
        sheet === undefined ? '' : words.sheet(sheet),
        line === undefined ? '' : words.line(line),
        pieces.length ? words.rows(pieces.slice(at, at + MOST_PIECES)) : '',
        columns.size ? words.columns([...columns]) : '',
      ].join('');
      lines.push(place ? words.at(place.trim(), told) : told);
    }
    return lines;
  });
}
