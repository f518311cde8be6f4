/** One process for one data folder: the embedded database would lose rows silently if two wrote to it. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const held = new Set<string>();

/** When a process began, where the system tells (Linux): a later process may have got the number of a dead one. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Another process has the folder. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`the data folder is in use by process ${pid}`);
  }
}

/**
 * Takes the folder for this process; the lock of a process that was killed is taken over.
 * @returns gives it back
 * @throws LockedError
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  for (let round = 0; ; round++) {
    try {
      // Linked, not written in place: a lock that is there is never half a lock.
      const made = `${file}.${process.pid}.new`;
      writeFileSync(made, `${process.pid} ${startOf(process.pid)}\n`, { mode: 0o600 });
      try {
        linkSync(made, file);
      } finally {
        rmSync(made, { force: true });
      }
      held.add(file);
      return () => {
        if (held.delete(file)) rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || round > 5) throw error;
    }
    let text = '';
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      continue; // given back meanwhile
    }
    const [pid = 0, start = ''] = [Number(text.split(' ')[0]), text.trim().split(' ')[1]];
    // After a restart of a container the number may be our own: then it is from a life before.
    const alive = pid === process.pid ? held.has(file) : pid > 0 && isAlive(pid) && (!start || startOf(pid) === start);
    if (alive) throw new LockedError(folder, pid);
    // Renamed, not deleted: of two processes that find the same dead lock, one only can move it away.
    try {
      const moved = `${file}.${process.pid}`;
      renameSync(file, moved);
      rmSync(moved, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
