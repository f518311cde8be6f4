/** Issues of an import as sentences: 工作表“2025年”第 12 行“发布日期”列：…; what is the same in a column is told once, with its rows. */
import { importMessages as words, sentences } from './import.messages.js';
import type { ImportIssue } from './issues.js';

export function describeImport(issues: readonly ImportIssue[]): string[] {
  const groups = new Map<string, { issue: ImportIssue; sentence: string; rows: Set<number>; columns: Set<string> }>();
  for (const issue of issues) {
    const { code, sheet, column, row, line, found = '', became = '' } = issue;
    const sentence = sentences[code][1](found, became);
    const key = JSON.stringify([sheet, row === undefined ? null : column, line, row === undefined, sentence]);
    const group = groups.get(key) ?? { issue, sentence, rows: new Set(), columns: new Set() };
    groups.set(key, group);
    if (row !== undefined) group.rows.add(row);
    if (column !== undefined) group.columns.add(column);
  }
  return [...groups.values()].map(({ issue: { sheet, line, severity }, sentence, rows, columns }) => {
    const place = [
      sheet === undefined ? '' : words.sheet(sheet),
      line === undefined ? '' : words.line(line),
      rows.size ? words.rows([...rows]) : '',
      columns.size ? words.columns([...columns]) : '',
    ].join('');
    const told = severity === 'note' ? words.note(sentence) : sentence;
    return place ? words.at(place.trim(), told) : told;
  });
}
