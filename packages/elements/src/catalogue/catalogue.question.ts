/** The reader's state and what it asks. What makes no sense in it, whoever has set it, is left out, not refused. */
import {
  facetFields,
  type CallOptions,
  type CataloguePage,
  type CatalogueQuery,
  type CatalogueReader,
  type CatalogueSort,
} from '@zwgk/client';
import { minuteOf } from '@zwgk/client/catalogue';
import type { CatalogueFilters } from './catalogue.list.js';

/** What the attributes of the element hold; a script may have set anything. */
export interface ReaderState {
  readonly query: string;
  readonly page: number;
  readonly pageSize: number;
  readonly sort: CatalogueSort | '';
  readonly filters: CatalogueFilters;
}

/** The same question has the same key. */
export type Question = [key: string, query: CatalogueQuery];

/** Sorts that a page may name. */
const SORTS = /^(relevance|newest|oldest|title|indexNumber)$/;

/** `year=2026&node=finance&from=2026-01-01` → filters. */
export const filtersAttribute = {
  fromAttribute(value: string | null): CatalogueFilters {
    const given = new URLSearchParams(value ?? '');
    const filters: Record<string, string | string[]> = {};
    for (const field of facetFields) if (given.has(field)) filters[field] = given.getAll(field);
    for (const field of ['node', 'from', 'to']) if (given.has(field)) filters[field] = given.get(field)!;
    return filters;
  },
};

/** The filters that make sense: lists of words for facets, one word for column and days. */
export function filtersOf(state: ReaderState): CatalogueFilters {
  const given = (state.filters ?? {}) as Readonly<Record<string, unknown>>;
  const filters: Record<string, unknown> = {};
  for (const field of facetFields) filters[field] = [given[field]].flat().filter(Boolean).map(String);
  for (const field of ['node', 'from', 'to']) if (given[field]) filters[field] = String(given[field]);
  return filters;
}

export function questionOf(state: ReaderState): Question {
  const { page, pageSize, sort } = state;
  const { node, from, to, ...filters } = filtersOf(state);
  const day = (value?: string) => (value?.length === 10 && minuteOf(value) ? value : undefined);
  const query: CatalogueQuery = {
    text: String(state.query ?? ''),
    initials: true,
    node,
    from: day(from),
    to: day(to),
    filters,
    sort: sort && SORTS.test(sort) ? sort : undefined,
    page: page >= 1 ? Math.floor(page) : 1,
    pageSize: pageSize >= 1 && pageSize <= 100 ? Math.floor(pageSize) : 20,
  };
  return [JSON.stringify(query), query];
}

/** The answer; a page past the end becomes the last one. */
export async function pageOf(
  reader: CatalogueReader,
  query: CatalogueQuery,
  options: CallOptions,
): Promise<CataloguePage> {
  const page = await reader.page(query, options);
  const last = Math.ceil(page.total / query.pageSize!);
  return page.items.length || !last || query.page! <= last ? page : reader.page({ ...query, page: last }, options);
}
