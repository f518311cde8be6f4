/** A table for a spreadsheet: CSV (RFC 4180) in UTF-8 with the mark by which old versions of Excel know it. */

/** What a spreadsheet may take for a formula; full-width signs, too, as Chinese and Japanese versions do. */
const FORMULA = /^(?=[=+\-@\t\r\n＝＋－＠])/;

/** A cell as text, and never as a formula: what looks like one begins with an apostrophe. Quoted where it must be. */
function csvCell(value: string): string {
  const text = value.replace(FORMULA, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param rows the first holds the names of the columns */
export const csvTable = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
