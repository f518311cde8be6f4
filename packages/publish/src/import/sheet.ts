/** One shape for every table (表格), whatever file it comes from. */
import type { ImportPlace } from './issues.js';

export interface Cell {
  /** What is shown: a day as `YYYY-MM-DD`, a long number with all its digits. */
  readonly text: string;
  /** Where the link of the cell leads, as it stands in the file. */
  readonly url?: string;
  /** Filled from a merged cell (合并单元格) that begins further up or further left. */
  readonly merged?: 'down' | 'across';
}
export interface Row {
  /** As the table program counts, from 1. */
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}
export interface Sheet {
  /** Absent where a file has but one nameless table. */
  readonly name?: string;
  /** Without those that are empty. */
  readonly rows: readonly Row[];
  /** Set for a list of links (列表), whose columns we named ourselves. */
  readonly list?: boolean;
}

/** As many as a catalogue may have, with room for what stands above and below it. */
export const MOST_ROWS = 200_200;
export const MOST_COLUMNS = 256;
/** Merged cells fill at most so many places of a sheet. */
export const MOST_FILLED = 1_000_000;

/** `A`, `B` … `Z`, `AA`: what a column without a heading is called. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
export const placeIn = ({ name }: Sheet, row?: number, column?: string): ImportPlace => ({ sheet: name, row, column });

/** A merged area; rows and columns from 0, ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
/**
 * Gives each place of a merged area the text of its first cell. `grid` holds rows by their number from 0.
 * @returns false when the areas cover more than {@link MOST_FILLED} places; the rest is left as it is then
 */
export function fillMerged(grid: Map<number, (Cell | undefined)[]>, areas: readonly Area[]): boolean {
  let room = MOST_FILLED;
  for (const { top, left, bottom, right } of areas) {
    const first = grid.get(top)?.[left];
    if (!first?.text && !first?.url) continue;
    for (let y = top; y <= bottom; y++) {
      const row = grid.get(y);
      // A row that has no cell at all stands nowhere in the file.
      if (!row) {
        if (--room < 0) return false;
        continue;
      }
      for (let x = left; x <= Math.min(right, MOST_COLUMNS - 1); x++) {
        if (--room < 0) return false;
        if ((y !== top || x !== left) && !row[x]?.text) row[x] = { ...first, merged: y === top ? 'across' : 'down' };
      }
    }
  }
  return true;
}
/** Rows in their order, without those that are empty. */
export const rowsOf = (grid: ReadonlyMap<number, readonly (Cell | undefined)[]>): Row[] =>
  [...grid]
    .sort(([a], [b]) => a - b)
    .filter(([, cells]) => cells.some((cell) => cell?.text || cell?.url))
    .map(([number, cells]) => ({ number: number + 1, cells }));
