/** 政府信息公开目录 in the database: the same questions and the same answers as the reader in memory of the client. */
import {
  facetFields,
  fold,
  isListed,
  minuteOf,
  queryWords,
  type CatalogueSort,
  type FacetField,
  type FacetValue,
} from '@zwgk/client/catalogue';
import { publicView, type Catalogue, type CatalogueEntry, type StandardCatalogue } from '@zwgk/schema';
import { sql, type RawBuilder } from 'kysely';
import { unhurried } from '../store/database.js';
import type { Store } from '../store/store.js';
import { ALL, counted, gramsOf, shortFacet, type Counted } from './answers.js';
import type { ListPage, ListQuery, Summary } from './documents.js';
import { withoutNul } from './documents.js';
import { COLUMN, insertAnswers, insertEntries, insertGone } from './entry-table.js';
import { holdsWord, readAsInitials } from './words.js';

/** Checked. */
export interface EntryQuery {
  readonly text: string;
  /** Words of letters that stand in no entry are 拼音首字母 of titles. */
  readonly initials: boolean;
  readonly node?: string | undefined;
  readonly filters: Readonly<Partial<Record<FacetField, readonly string[]>>>;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort?: CatalogueSort | undefined;
  /** Entries before the page. */
  readonly start: number;
  readonly pageSize: number;
  readonly facets: boolean;
}
export interface EntryPage {
  readonly items: CatalogueEntry[];
  readonly total: number;
  readonly facets: Partial<Record<Counted, FacetValue[]>>;
  readonly next: string | null;
  /** Words that were read as initials. */
  readonly initials?: readonly string[];
}

export interface Catalogues {
  list(query: ListQuery): Promise<ListPage>;
  /** What stands above the entries, with their number; a standard catalogue whole. Undefined for an unknown id. */
  get(id: string): Promise<object | undefined>;
  /** Undefined for an unknown catalogue. */
  page(id: string, query: EntryQuery): Promise<EntryPage | undefined>;
  entry(id: string, indexNumber: string): Promise<CatalogueEntry | undefined>;
  /** The whole document, for the static pack. */
  whole(id: string): Promise<Catalogue | StandardCatalogue | undefined>;
  ids(): Promise<string[]>;
  put(id: string, document: Catalogue | StandardCatalogue): Promise<boolean>;
}

/** Hits that are gone through one by one for a page. */
const FEW = 20000;

const isStandard = (document: Catalogue | StandardCatalogue): document is StandardCatalogue => 'items' in document;
const plain = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : (value as Record<string, string> | undefined)?.['zh-Hans'];

export function createCatalogues({ kysely }: Store): Catalogues {
  const bodyOf = async (id: string) =>
    kysely.selectFrom('catalogue').select(['kind', 'body', 'total']).where('id', '=', id).executeTakeFirst();
  /** Through the visibility function once more: nothing gets out that a later rule keeps in. */
  const shown = ({ body }: { body: string }) => publicView('entry', JSON.parse(body) as CatalogueEntry);
  const isEntry = (entry: CatalogueEntry | undefined): entry is CatalogueEntry => entry !== undefined;

  /** Ids of a column and of all below it. */
  function subtree({ nodes = [] }: Catalogue, id: string): string[] {
    const inside = new Set([id]);
    for (let before = 0; before !== inside.size;) {
      before = inside.size;
      for (const node of nodes) if (node.parentId && inside.has(node.parentId)) inside.add(node.id);
    }
    return [...inside];
  }

  const holds = ([field, values]: [Counted, readonly string[]]) =>
    sql<boolean>`${sql.ref(COLUMN[field])} = any(${values}::text[])`;
  /** One look at each hit counts all facets, each without its own filter. */
  async function count(
    base: readonly RawBuilder<boolean>[],
    asked: ReadonlyMap<Counted, readonly string[]>,
    wanted: boolean,
  ): Promise<Pick<EntryPage, 'total' | 'facets'>> {
    const among = (without?: Counted) => all([...asked].filter(([field]) => field !== without).map(holds));
    if (!wanted) {
      const { rows } = await sql<{ total: string }>`
        select count(*) as total from entry where ${all([...base, among()])}`.execute(kysely);
      return { total: Number(rows[0]!.total), facets: {} };
    }
    const refs = counted.map((field) => sql.ref(COLUMN[field]));
    const { rows } = await sql<Record<string, string | number | null>>`
      select ${sql.join(refs)}, grouping(${sql.join(refs)}) as grouped, count(*) filter (where ${among()}) as n
        ${sql.join(
          [...asked.keys()].map((field) => sql`, count(*) filter (where ${among(field)}) as ${sql.ref(`n_${field}`)}`),
          sql``,
        )}
      from entry where ${all(base)}
      group by grouping sets (${sql.join(refs.map((ref) => sql`(${ref})`))}, ())`.execute(kysely);
    let total = 0;
    const facets: Partial<Record<Counted, FacetValue[]>> = {};
    for (const field of counted) facets[field] = [];
    for (const row of rows) {
      // One bit for each facet that a line is not about, the last facet lowest.
      const field = counted.find((_, i) => Number(row['grouped']) === 127 - 2 ** (counted.length - 1 - i));
      if (!field) {
        total = Number(row['n']);
        continue;
      }
      const value = row[COLUMN[field]];
      const count = Number(row[asked.has(field) ? `n_${field}` : 'n']);
      if (value && count) facets[field]!.push({ value: String(value), count });
    }
    for (const field of counted) facets[field] = shortFacet(field, facets[field]!, asked.get(field));
    return { total, facets };
  }
  /** Whole entries by their places, in that order. */
  async function entriesAt(id: string, places: readonly number[]): Promise<CatalogueEntry[]> {
    if (!places.length) return [];
    const found = await kysely
      .selectFrom('entry')
      .select(['position', 'body'])
      .where('catalogue', '=', id)
      .where('position', 'in', places)
      .execute();
    found.sort((a, b) => places.indexOf(a.position) - places.indexOf(b.position));
    return found.map(shown).filter(isEntry);
  }
  /** True when a word is the whole 文号 or 索引号 of an entry. */
  async function exactly(id: string, word: string): Promise<boolean> {
    const { rows } = await sql`
      select 1 from entry where catalogue = ${id} and number_key = ${word}
      union all select 1 from entry where catalogue = ${id} and doc_key = ${word} limit 1`.execute(kysely);
    return rows.length > 0;
  }

  const all = (parts: readonly RawBuilder<boolean>[]) =>
    parts.length ? sql<boolean>`${sql.join([...parts], sql` and `)}` : sql<boolean>`true`;

  return {
    async list({ text = '', cursor, pageSize }) {
      let query = kysely.selectFrom('catalogue');
      for (const word of text.toLowerCase().split(/\s+/).filter(Boolean))
        query = query.where(sql<boolean>`strpos(folded, ${word}) > 0`);
      const { total } = await query.select((of) => of.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
      const start = cursor === undefined ? 0 : Number(cursor);
      const rows = await query
        .select(['id', 'title', 'org', 'updated_at'])
        .orderBy(sql`id collate "C"`)
        .offset(start)
        .limit(pageSize)
        .execute();
      const items = rows.map(({ id, title, org, updated_at }): Summary => ({
        id,
        title,
        ...(org ? { org } : {}),
        ...(updated_at ? { updatedAt: updated_at } : {}),
      }));
      const end = start + pageSize;
      return { items, total: Number(total), next: end < Number(total) ? String(end) : null };
    },

    async get(id) {
      const row = await bodyOf(id);
      if (!row) return undefined;
      const document = JSON.parse(row.body) as Catalogue | StandardCatalogue;
      if (row.kind === 'standard') return publicView('standardCatalogue', document as StandardCatalogue);
      const { entries: _none, ...head } = document as Catalogue;
      return { ...head, id, total: row.total };
    },

    async page(id, query) {
      const row = await bodyOf(id);
      if (!row || row.kind === 'standard') return undefined;
      const { text, initials, node, filters, from, to, sort, start, pageSize, facets: wanted } = query;
      const read = queryWords(text);
      const spelt = await readAsInitials(kysely, id, initials ? read : []);
      const told = spelt.size ? { initials: [...spelt] } : {};
      // Initials are kept in capitals, beside folded texts, which have none.
      const words = read.map((word) => (spelt.has(word) ? word.toUpperCase() : word));
      const order = sort ?? (words.length ? 'relevance' : 'newest');
      const asked = new Map<Counted, readonly string[]>();
      for (const field of facetFields) if (filters[field]?.length) asked.set(field, filters[field]);
      if (node) asked.set('node', subtree(JSON.parse(row.body) as Catalogue, node));

      const base: RawBuilder<boolean>[] = [sql`catalogue = ${id}`];
      for (const word of words) base.push(...holdsWord(word));
      if (from) base.push(sql`minute >= ${minuteOf(from)}`);
      if (to) base.push(sql`minute < ${minuteOf(to) + 1440}`);

      // Frequent questions were answered when the catalogue was kept.
      const gram = !words.length
        ? ALL
        : words.length === 1 && words[0]!.length === 2
          ? gramsOf(words[0]!)[0]
          : undefined;
      const known =
        gram !== undefined && !from && !to && !asked.size
          ? await kysely
              .selectFrom('entry_answer')
              .select(['total', 'facets', 'first'])
              .where('catalogue', '=', id)
              .where('gram', '=', gram)
              .executeTakeFirst()
          : undefined;
      const { total, facets } = known
        ? { total: known.total, facets: wanted ? (JSON.parse(known.facets) as EntryPage['facets']) : {} }
        : await count(base, asked, wanted);

      const end = start + pageSize;
      const next = end < total ? String(end) : null;
      const first = known && (JSON.parse(known.first) as number[]);
      const ranked = words.length && order === 'relevance';
      if (first && (order === 'newest' ? !words.length : ranked) && (end <= first.length || total <= first.length)) {
        const exact = ranked ? await exactly(id, fold(text)) : false;
        if (!exact) {
          return { items: await entriesAt(id, first.slice(start, end)), total, facets, next, ...told };
        }
      }

      const whole = fold(text);
      const inTitle = all(words.map((word) => sql<boolean>`strpos(folded_titles, ${word}) > 0`));
      const orders: Readonly<Record<CatalogueSort, RawBuilder<unknown>>> = {
        relevance: words.length
          ? sql`case when doc_key = ${whole} or number_key = ${whole} then 0 when ${inTitle} then 1 else 2 end,
              minute desc nulls last`
          : sql`minute desc nulls last`,
        newest: sql`minute desc nulls last`,
        oldest: sql`minute`,
        title: sql`title_key`,
        indexNumber: sql`number_key`,
      };
      const where = all([...base, ...[...asked].map(holds)]);
      // A planner that knows nothing of a rare pair would walk all entries from the newest on: few hits come first.
      const few = words.length > 0 && total <= FEW;
      const { rows } = await sql<{ position: number }>`
        ${
          few
            ? sql`with hit as materialized (select position, minute, title_key, number_key, doc_key, folded_titles
          from entry where ${where})`
            : sql``
        }
        select position from ${few ? sql`hit` : sql`entry where ${where}`}
        order by ${orders[order]}, position offset ${start} limit ${pageSize}`.execute(kysely);
      const items = await entriesAt(
        id,
        rows.map(({ position }) => position),
      );
      return { items, total, facets, next, ...told };
    },

    async entry(id, indexNumber) {
      const key = fold(indexNumber);
      const rowsOf = (table: 'entry' | 'entry_gone') =>
        kysely
          .selectFrom(table)
          .select(['body', 'index_number'])
          .where('catalogue', '=', id)
          .where('number_key', '=', key)
          .orderBy('position')
          .limit(100)
          .execute();
      // As it stands before as it folds, what is listed before what was taken down.
      const rows = [...(await rowsOf('entry')), ...(await rowsOf('entry_gone'))];
      const row = rows.find(({ index_number }) => index_number === indexNumber) ?? rows[0];
      return row && shown(row);
    },

    async whole(id) {
      const row = await bodyOf(id);
      if (!row) return undefined;
      const document = JSON.parse(row.body) as Catalogue | StandardCatalogue;
      if (row.kind === 'standard') return publicView('standardCatalogue', document as StandardCatalogue);
      const rows = await kysely
        .selectFrom('entry')
        .select('body')
        .where('catalogue', '=', id)
        .orderBy('position')
        .execute();
      const gone = await kysely
        .selectFrom('entry_gone')
        .select('body')
        .where('catalogue', '=', id)
        .orderBy('position')
        .execute();
      return { ...(document as Catalogue), id, entries: [...rows, ...gone].map(shown).filter(isEntry) };
    },

    async ids() {
      const rows = await kysely
        .selectFrom('catalogue')
        .select('id')
        .orderBy(sql`id collate "C"`)
        .execute();
      return rows.map(({ id }) => id);
    },

    async put(id, document) {
      // Entries for 单位内部 are not even stored: what is not there cannot get out.
      const standard = isStandard(document);
      const view = standard ? publicView('standardCatalogue', document) : publicView('catalogue', document);
      if (!view) return false;
      const all = 'entries' in view ? (view as Catalogue).entries : [];
      const entries = all.filter(isListed);
      const gone = all.filter((entry) => !isListed(entry));
      const head = standard ? view : { ...view, entries: [] };
      const title = withoutNul(plain(document.title) ?? plain((document as StandardCatalogue).domain) ?? id);
      const org = plain((document as Catalogue).publisher?.name);
      await unhurried(kysely, async (db) => {
        await db.deleteFrom('catalogue').where('id', '=', id).execute();
        await db
          .insertInto('catalogue')
          .values({
            id,
            kind: standard ? 'standard' : 'entries',
            title,
            org: org ?? null,
            updated_at: document.updatedAt ?? null,
            folded: `${title} ${org ?? ''}`.toLowerCase(),
            body: JSON.stringify(head),
            total: entries.length,
          })
          .execute();
        await insertEntries(db, id, entries);
        await insertGone(db, id, gone);
        await insertAnswers(db, id, entries);
        // Without fresh statistics the first questions would be planned for an empty table.
        if (entries.length > 1000) await sql`analyze entry, entry_answer`.execute(db);
      });
      return true;
    },
  };
}
