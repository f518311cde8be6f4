/** 保存期限: when it is over, the texts of a case go; number, kind and days stay as a tombstone. */
import type { ComplaintKind } from '@zwgk/schema';
import { sql } from 'kysely';
import { unhurried } from '../store/database.js';
import type { Store } from '../store/store.js';

/** Days after the end of a case. */
export type Retention = Readonly<Record<ComplaintKind, number>>;

/** A choice of this project, to be set by the site after its archive rules. */
export const defaultRetention: Retention = {
  consult: 365,
  opinion: 365,
  suggestion: 365,
  praise: 365,
  help: 1095,
  complaint: 1095,
  report: 1825,
};

/**
 * Empties what is past its time, files included, except what is held (暂缓销毁); says how many cases. Published letters
 * stay: they were consented to and masked.
 */
export async function purge(
  { kysely, blobs }: Store,
  now: number,
  retention: Retention = defaultRetention,
): Promise<number> {
  let count = 0;
  const files: string[] = [];
  for (const [kind, days] of Object.entries(retention)) {
    count += await unhurried(kysely, async (db) => {
      await sql`select set_config('zwgk.retention', 'on', true)`.execute(db);
      const gone = await db
        .updateTable('complaint')
        .set({ sealed: null, receipt: null, purged_at: new Date(now), state: 'archived' })
        .where('kind', '=', kind as ComplaintKind)
        .where('purged_at', 'is', null)
        .where('held', '=', false)
        .where('ended_at', '<', new Date(now - days * 86400000))
        .returning('ticket_no')
        .execute();
      const numbers = gone.map(({ ticket_no }) => ticket_no);
      if (numbers.length) {
        await db
          .updateTable('complaint_event')
          .set({ sealed: null })
          .where('ticket_no', 'in', numbers)
          .where('sealed', 'is not', null)
          .execute();
        const rows = await db.deleteFrom('upload').where('ticket_no', 'in', numbers).returning('id_hash').execute();
        files.push(...rows.map(({ id_hash }) => id_hash));
      }
      return gone.length;
    });
  }
  // After the commit; what is left behind by a crash here is swept with the files that nobody has (`sweepUploads`).
  for (const file of files) await blobs.remove(file);
  return count;
}
