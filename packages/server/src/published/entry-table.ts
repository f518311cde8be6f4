/** Entries on their way into the database: their columns, and the answers that are worked out with them. */
import { facetOf, fold, searchText, sortText, titlesOf, whenOf } from '@zwgk/client/catalogue';
import { initialsOf } from '@zwgk/client/catalogue/initials';
import type { CatalogueEntry } from '@zwgk/schema';
import { sql, type Kysely } from 'kysely';
import type { EntryRow, Tables } from '../store/tables.js';
import { countAnswers, counted, factsOf, gramsOf, type Answer, type Counted } from './answers.js';
import { withoutNul } from './documents.js';

/** Where a facet stands. */
export const COLUMN: Readonly<Record<Counted, keyof EntryRow>> = {
  year: 'year',
  publisher: 'publisher',
  genre: 'genre',
  subjectCategory: 'subject_category',
  validity: 'validity',
  disclosureMode: 'disclosure_mode',
  node: 'node',
};
/** 拼音首字母 of an entry's titles in capitals; what is no letter ends a line, as no question asks for it. */
const initialsText = (entry: CatalogueEntry): string =>
  titlesOf(entry)
    .map(initialsOf)
    .join('\n')
    .replace(/[^a-z]+/g, '\n')
    .toUpperCase();
/** What is looked through for words, and what of it belongs to the titles. Folded texts hold no capitals: initials do. */
const textsOf = (entry: CatalogueEntry): [folded: string, titles: string] => {
  const initials = initialsText(entry);
  return [`${searchText(entry)}\n${initials}`, `${titlesOf(entry).map(fold).join('\n')}\n${initials}`];
};
const factOf = (entry: CatalogueEntry, field: Counted) => withoutNul(facetOf[field](entry));
interface Prepared {
  readonly entry: CatalogueEntry;
  readonly folded: string;
  readonly titles: string;
  readonly minute: number;
}
/** Columns of the table with the type that they are sent as. */
const columns: readonly [name: keyof EntryRow, type: string, (one: Prepared) => unknown][] = [
  ['index_number', 'text', ({ entry }) => withoutNul(entry.indexNumber)],
  ...counted.map((field): [keyof EntryRow, string, (one: Prepared) => unknown] => [
    COLUMN[field],
    'text',
    ({ entry }) => factOf(entry, field),
  ]),
  ['minute', 'integer', ({ minute }) => (Number.isNaN(minute) ? null : minute)],
  ['title_key', 'text', ({ entry }) => sortText(entry, 'title')],
  ['number_key', 'text', ({ entry }) => sortText(entry, 'indexNumber')],
  ['doc_key', 'text', ({ entry }) => fold(entry.docNumber ?? '')],
  ['folded', 'text', ({ folded }) => folded],
  ['folded_titles', 'text', ({ titles }) => titles],
  ['grams', 'text', ({ folded }) => `{${gramsOf(folded).join(',')}}`],
  ['body', 'text', ({ entry }) => JSON.stringify(entry)],
];
/** All rows of a catalogue, some hundred at a time: one list for each column. */
export async function insertEntries(db: Kysely<Tables>, catalogue: string, entries: readonly CatalogueEntry[]) {
  const names = sql.join(columns.map(([name]) => sql.ref(name)));
  const values = sql.join(columns.map(([name]) => (name === 'grams' ? sql`grams::integer[]` : sql.ref(name))));
  for (let from = 0; from < entries.length; from += 500) {
    const some = entries.slice(from, from + 500).map((entry): Prepared => {
      const [folded, titles] = textsOf(entry);
      return { entry, folded, titles, minute: whenOf(entry) };
    });
    const lists = sql.join([
      sql`${some.map((_, i) => from + i)}::integer[]`,
      ...columns.map(([, type, read]) => sql`${some.map(read)}::${sql.raw(type)}[]`),
    ]);
    await sql`insert into entry (catalogue, position, ${names})
      select ${catalogue}, position, ${values} from unnest(${lists}) as sent (position, ${names})`.execute(db);
  }
}

/** What was taken down; `position` is its place in the catalogue among the others of its kind. */
export async function insertGone(db: Kysely<Tables>, catalogue: string, entries: readonly CatalogueEntry[]) {
  for (let from = 0; from < entries.length; from += 500)
    await db
      .insertInto('entry_gone')
      .values(
        entries.slice(from, from + 500).map((entry, i) => ({
          catalogue,
          position: from + i,
          index_number: withoutNul(entry.indexNumber),
          number_key: sortText(entry, 'indexNumber'),
          body: JSON.stringify(entry),
        })),
      )
      .execute();
}

export async function insertAnswers(db: Kysely<Tables>, catalogue: string, entries: readonly CatalogueEntry[]) {
  const facts = factsOf(entries.length, (field, at) => factOf(entries[at]!, field), Float64Array.from(entries, whenOf));
  let some: Answer[] = [];
  const send = async () => {
    if (some.length)
      await db
        .insertInto('entry_answer')
        .values(
          some.map(({ facets, first, ...rest }) => ({
            catalogue,
            ...rest,
            facets: JSON.stringify(facets),
            first: JSON.stringify(first),
          })),
        )
        .execute();
    some = [];
  };
  for await (const answer of countAnswers(facts, (at) => textsOf(entries[at]!))) {
    some.push(answer);
    if (some.length === 200) await send();
  }
  await send();
}
