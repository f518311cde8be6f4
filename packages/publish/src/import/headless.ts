/** Tables without headings, as old pages have them: a title with its link, a day beside it. */
import type { Column, Table } from './columns.js';
import type { Issues } from './issues.js';
import { columnLetters, placeIn, type Sheet } from './sheet.js';
import { oneLine, readDay } from './values.js';

/** Taken for a list when most rows have a day in one column and a text or link in another. */
export function listTable(sheet: Sheet, issues: Issues): Table | undefined {
  // What most rows are like is seen by the first of them.
  const rows = sheet.rows.slice(0, 500);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const share = (x: number, test: (text: string, url: string | undefined) => boolean) =>
    rows.filter(({ cells }) => cells[x] && test(oneLine(cells[x].text), cells[x].url)).length / rows.length;
  const columns = Array.from({ length: width }, (_, x) => x);
  const best = (score: (x: number) => number) => columns.reduce((a, x) => (score(x) > score(a) ? x : a), 0);
  const isDay = (text: string) => typeof readDay(text) === 'object' && text.length > 7;
  const day = best((x) => share(x, isDay));
  const title = best((x) =>
    x === day ? 0 : share(x, (text, url) => !!url && text.length > 3) || share(x, (text) => text.length > 5) / 2,
  );
  if (rows.length < 2 || share(day, isDay) < 0.5 || share(title, (text) => text.length > 3) < 0.5 || title === day)
    return undefined;
  issues.add('no_headings', placeIn(sheet), columnLetters(title), columnLetters(day));
  const column = (index: number, field: string): Column => ({ index, field, label: columnLetters(index), parts: [] });
  return { sheet, columns: [column(title, 'title'), column(day, 'publishedAt')], above: [], rows: sheet.rows };
}
