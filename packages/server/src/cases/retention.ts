/** 保存期限: when it is over, the texts of a case go; number, kind and days stay as a tombstone. */
import type { ComplaintKind } from '@zwgk/schema';
import { sql } from 'kysely';
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

/** Empties what is past its time; says how many cases. Published letters stay: they were consented to and masked. */
export async function purge({ kysely }: Store, now: number, retention: Retention = defaultRetention): Promise<number> {
  let count = 0;
  for (const [kind, days] of Object.entries(retention)) {
    count += await kysely.transaction().execute(async (db) => {
      await sql`select set_config('zwgk.retention', 'on', true)`.execute(db);
      const gone = await db
        .updateTable('complaint')
        .set({ sealed: null, purged_at: new Date(now), state: 'archived' })
        .where('kind', '=', kind as ComplaintKind)
        .where('purged_at', 'is', null)
        .where('ended_at', '<', new Date(now - days * 86400000))
        .returning('ticket_no')
        .execute();
      if (gone.length)
        await db
          .updateTable('complaint_event')
          .set({ sealed: null })
          .where(
            'ticket_no',
            'in',
            gone.map(({ ticket_no }) => ticket_no),
          )
          .where('sealed', 'is not', null)
          .execute();
      return gone.length;
    });
  }
  return count;
}
