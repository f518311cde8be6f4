/** 政府信息公开目录 in the database: the same questions and the same answers as the reader in memory of the client. */
import {
  facetFields,
  facetOf,
  fold,
  minuteOf,
  queryWords,
  searchText,
  sortText,
  titlesOf,
  whenOf,
  type CatalogueSort,
  type FacetField,
  type FacetValue,
} from '@zwgk/client/catalogue';
import { publicView, type Catalogue, type CatalogueEntry, type StandardCatalogue } from '@zwgk/schema';
import { sql, type RawBuilder } from 'kysely';
import type { Store } from '../store/store.js';
import type { EntryRow } from '../store/tables.js';
import type { ListPage, ListQuery, Summary } from './documents.js';
import { withoutNul } from './documents.js';

/** Checked. */
export interface EntryQuery {
  readonly text: string;
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
type Counted = FacetField | 'node';
export interface EntryPage {
  readonly items: CatalogueEntry[];
  readonly total: number;
  readonly facets: Partial<Record<Counted, FacetValue[]>>;
  readonly next: string | null;
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

const COLUMN: Readonly<Record<Counted, keyof EntryRow>> = {
  year: 'year',
  publisher: 'publisher',
  genre: 'genre',
  subjectCategory: 'subject_category',
  validity: 'validity',
  disclosureMode: 'disclosure_mode',
  node: 'node',
};
const counted: readonly Counted[] = [...facetFields, 'node'];
/** Values of a facet that are told, as in the client. */
const MOST_VALUES = 100;
/** A tsvector holds 1 MB. */
const MOST_GRAMS = 60000;

/** Pairs of neighbouring characters as tokens that no parser touches: `中国` → `4e2d56fd`. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  const hex = (i: number) => text.charCodeAt(i).toString(16).padStart(4, '0');
  for (let i = 1; i < text.length && grams.size < MOST_GRAMS; i++)
    if (text[i] !== '\n' && text[i - 1] !== '\n') grams.add(hex(i - 1) + hex(i));
  return [...grams];
}

const isStandard = (document: Catalogue | StandardCatalogue): document is StandardCatalogue => 'items' in document;
const plain = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : (value as Record<string, string> | undefined)?.['zh-Hans'];

export function createCatalogues({ kysely }: Store): Catalogues {
  const rowOf = (catalogue: string, entry: CatalogueEntry, position: number) => {
    const folded = searchText(entry);
    const minute = whenOf(entry);
    const facet = (field: Counted) => withoutNul(facetOf[field](entry));
    return {
      catalogue,
      position,
      index_number: withoutNul(entry.indexNumber),
      node: facet('node'),
      year: facet('year'),
      publisher: facet('publisher'),
      genre: facet('genre'),
      subject_category: facet('subjectCategory'),
      validity: facet('validity'),
      disclosure_mode: facet('disclosureMode'),
      minute: Number.isNaN(minute) ? null : minute,
      title_key: sortText(entry, 'title'),
      number_key: sortText(entry, 'indexNumber'),
      doc_key: fold(entry.docNumber ?? ''),
      folded,
      folded_titles: titlesOf(entry).map(fold).join('\n'),
      grams: sql<string>`array_to_tsvector(${gramsOf(folded)}::text[])`,
      body: JSON.stringify(entry),
    };
  };
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

  const all = (parts: readonly RawBuilder<boolean>[]) => (parts.length ? sql.join(parts, sql` and `) : sql`true`);

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

    async page(id, { text, node, filters, from, to, sort, start, pageSize, facets: wanted }) {
      const row = await bodyOf(id);
      if (!row || row.kind === 'standard') return undefined;
      const words = queryWords(text);
      const base: RawBuilder<boolean>[] = [sql`catalogue = ${id}`];
      for (const word of words) {
        // The pairs find by index, the look at the text decides; one character has no pair.
        const grams = gramsOf(word);
        if (grams.length) base.push(sql`grams @@ ${grams.join(' & ')}::tsquery`);
        base.push(sql`strpos(folded, ${word}) > 0`);
      }
      if (from) base.push(sql`minute >= ${minuteOf(from)}`);
      if (to) base.push(sql`minute < ${minuteOf(to) + 1440}`);

      const asked = new Map<Counted, readonly string[]>();
      for (const field of facetFields) if (filters[field]?.length) asked.set(field, filters[field]);
      if (node) asked.set('node', subtree(JSON.parse(row.body) as Catalogue, node));
      const holds = ([field, values]: [Counted, readonly string[]]) =>
        sql<boolean>`${sql.ref(COLUMN[field])} = any(${values}::text[])`;
      const narrowed = [...asked].map(holds);

      const counts = (wanted ? counted : []).map((field) => {
        const others = [...asked].filter(([other]) => other !== field).map(holds);
        const column = sql.ref(COLUMN[field]);
        return sql`select ${field}::text as field, ${column} as value, count(*) as count from base
          where ${column} <> '' and ${all(others)} group by ${column}`;
      });
      const { rows: counted_ } = await sql<{ field: string; value: string; count: string }>`
        with base as materialized (
          select year, publisher, genre, subject_category, validity, disclosure_mode, node
          from entry where ${all(base)})
        select 'total' as field, '' as value, count(*) as count from base where ${all(narrowed)}
        ${sql.join(
          counts.map((count) => sql`union all ${count}`),
          sql` `,
        )}`.execute(kysely);

      let total = 0;
      const facets: EntryPage['facets'] = {};
      for (const field of wanted ? counted : []) facets[field] = [];
      for (const { field, value, count } of counted_) {
        if (field === 'total') total = Number(count);
        else facets[field as Counted]!.push({ value, count: Number(count) });
      }
      for (const field of wanted ? counted : []) {
        const list = facets[field]!.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
        if (field !== 'node')
          facets[field] = list.filter(({ value }, i) => i < MOST_VALUES || asked.get(field)?.includes(value));
      }

      const order = sort ?? (words.length ? 'relevance' : 'newest');
      const whole = fold(text);
      const inTitle = all(words.map((word) => sql<boolean>`strpos(folded_titles, ${word}) > 0`));
      const orders: Readonly<Record<CatalogueSort, RawBuilder<unknown>>> = {
        relevance: words.length
          ? sql`case when doc_key = ${whole} or number_key = ${whole} then 0 when ${inTitle} then 1 else 2 end,
              minute desc nulls last`
          : sql`minute desc nulls last`,
        newest: sql`minute desc nulls last`,
        oldest: sql`minute asc nulls last`,
        title: sql`title_key`,
        indexNumber: sql`number_key`,
      };
      const { rows } = await sql<{ body: string }>`
        select body from entry where ${all([...base, ...narrowed])}
        order by ${orders[order]}, position offset ${start} limit ${pageSize}`.execute(kysely);
      const end = start + pageSize;
      return { items: rows.map(shown).filter(isEntry), total, facets, next: end < total ? String(end) : null };
    },

    async entry(id, indexNumber) {
      const rows = await kysely
        .selectFrom('entry')
        .select(['body', 'index_number'])
        .where('catalogue', '=', id)
        .where('number_key', '=', fold(indexNumber))
        .orderBy('position')
        .limit(100)
        .execute();
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
      return { ...(document as Catalogue), id, entries: rows.map(shown).filter(isEntry) };
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
      const entries = 'entries' in view ? (view as Catalogue).entries : [];
      const head = standard ? view : { ...view, entries: [] };
      const title = withoutNul(plain(document.title) ?? plain((document as StandardCatalogue).domain) ?? id);
      const org = plain((document as Catalogue).publisher?.name);
      await kysely.transaction().execute(async (db) => {
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
        for (let from = 0; from < entries.length; from += 100)
          await db
            .insertInto('entry')
            .values(entries.slice(from, from + 100).map((entry, i) => rowOf(id, entry, from + i)))
            .execute();
      });
      return true;
    },
  };
}
