/** Keys of the service, kept in its folder. */
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Text of a file that is made when it is first asked for, readable by its owner alone. It is there whole or not at all,
 * even if the machine stops in between; of several processes that start at once, all get the text of the first.
 */
export function readOrMake(file: string, make: () => string): string {
  const read = () => {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return undefined;
    }
  };
  const before = read();
  if (before !== undefined) return before;
  const made = `${file}.${process.pid}.new`;
  try {
    writeFileSync(made, make(), { mode: 0o600, flush: true });
    linkSync(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(made, { force: true });
  }
  if (process.platform === 'win32') return read()!; // which knows no such call, and needs none
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
  return read()!;
}
