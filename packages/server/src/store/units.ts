/** Names of units in cases: hashed for finding, sealed for reading. */
import { sql, type Kysely } from 'kysely';
import type { Vault } from '../vault.js';
import { unhurried } from './database.js';
import type { Tables } from './tables.js';

/** What is stored of a unit's name beside a case. */
export const unitHash = (vault: Vault, name: string): string => vault.hash('unit', name.trim());

/** Once for a database from before: names in the clear become hashes, and go into the sealed part of their events. */
export async function hashUnits(kysely: Kysely<Tables>, vault: Vault): Promise<void> {
  await unhurried(kysely, async (db) => {
    // Of several processes that start at once, one does it and the others wait.
    await sql`lock table setting in share row exclusive mode`.execute(db);
    const done = await db.selectFrom('setting').select('value').where('name', '=', 'units').executeTakeFirst();
    if (done) return;
    const named = await db
      .selectFrom('complaint_event')
      .select(['seq', 'ticket_no', 'unit', 'sealed'])
      .where('unit', 'is not', null)
      .execute();
    if (named.length) {
      await sql`alter table complaint_event disable trigger complaint_event_append_only`.execute(db);
      for (const { seq, ticket_no, unit, sealed } of named) {
        const detail = sealed ? (vault.open('event', ticket_no, sealed) as object) : {};
        await db
          .updateTable('complaint_event')
          .set({ unit: unitHash(vault, unit!), sealed: vault.seal('event', ticket_no, { ...detail, unitName: unit! }) })
          .where('ticket_no', '=', ticket_no)
          .where('seq', '=', seq)
          .execute();
      }
      await sql`alter table complaint_event enable trigger complaint_event_append_only`.execute(db);
    }
    const cases = await db
      .selectFrom('complaint')
      .select(['ticket_no', 'unit'])
      .where('unit', 'is not', null)
      .execute();
    for (const { ticket_no, unit } of cases)
      await db
        .updateTable('complaint')
        .set({ unit: unitHash(vault, unit!) })
        .where('ticket_no', '=', ticket_no)
        .execute();
    await db.insertInto('setting').values({ name: 'units', value: 'hashed' }).execute();
  });
}
