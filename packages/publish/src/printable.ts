/**
 * A line for a terminal. Names from pages and files are in it: control characters would move the cursor, change colours
 * or write to the clipboard, and marks of direction would show the line in another order than it has.
 */
export const printable = (line: string): string =>
  (line.length > MOST ? `${line.slice(0, MOST)}…` : line).replace(
    // eslint-disable-next-line no-control-regex -- these are what it is about
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    '\ufffd',
  );
/** Characters of a line that anybody reads. */
const MOST = 2000;
