/** CSV and TSV as Excel, WPS and databases write them. */
import Papa from 'papaparse';
import type { Issues } from './issues.js';
import { MOST_COLUMNS, MOST_ROWS, rowsOf, type Cell, type Sheet } from './sheet.js';

const DELIMITERS = [',', '\t', ';', '|', '，'];

/** What a cell shows: programs write `="0123"` or a tab so that Excel leaves a number as it is. */
const shown = (text: string): string =>
  text
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^[\t ]+|[\t ]+$/g, '')
    .replace(/^'(?=\d)/, '');

export function readCsv(source: string, issues: Issues): Sheet {
  const [, said] = /^sep=(.)\r?\n/i.exec(source) ?? [];
  const { data, errors } = Papa.parse(said ? source.replace(/^.*\n/, '') : source, {
    delimiter: said ?? '',
    delimitersToGuess: DELIMITERS,
    preview: MOST_ROWS + 1,
  });
  const offset = said ? 2 : 1;
  for (const { type, row } of errors) if (type === 'Quotes') issues.addOnce('csv_quotes', { row: (row ?? 0) + offset });
  if (data.length > MOST_ROWS) issues.add('too_many_rows', {}, String(MOST_ROWS));
  const grid = new Map<number, (Cell | undefined)[]>();
  data.slice(0, MOST_ROWS).forEach((texts, y) => {
    if (texts.length > MOST_COLUMNS) issues.add('too_many_columns', { row: y + offset }, String(MOST_COLUMNS));
    grid.set(
      y + offset - 1,
      texts.slice(0, MOST_COLUMNS).map((text) => (text ? { text: shown(text) } : undefined)),
    );
  });
  return { rows: rowsOf(grid) };
}
