/** Words of a question as conditions on entries: the index on pairs narrows, the text decides. */
import { maybeInitials } from '@zwgk/client/catalogue';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../store/tables.js';
import { gramsOf } from './answers.js';

/** Entries that hold a word. */
export function holdsWord(word: string): RawBuilder<boolean>[] {
  const grams = gramsOf(word);
  const parts: RawBuilder<boolean>[] = [];
  if (grams.length) parts.push(sql`grams @> ${`{${grams.join(',')}}`}::integer[]`);
  // One pair is found by the index alone; of longer words the text decides, and one character has no pair.
  if (word.length !== 2) parts.push(sql`strpos(folded, ${word}) > 0`);
  return parts;
}

/** Words that are read as 拼音首字母: those of letters that stand in no entry of the catalogue at all. */
export async function readAsInitials(
  kysely: Kysely<Tables>,
  catalogue: string,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  const spelt = new Set<string>();
  for (const word of words.filter(maybeInitials)) {
    // Materialized, or a planner that expects many hits would walk the table to the first one.
    const { rows } = await sql`
      with hit as materialized (select position from entry
        where catalogue = ${catalogue} and ${sql.join(holdsWord(word), sql` and `)})
      select position from hit limit 1`.execute(kysely);
    if (!rows.length) spelt.add(word);
  }
  return spelt;
}
