/** Routes of 政府信息公开目录. */
import { facetFields, type CatalogueSort, type FacetField } from '@zwgk/client/catalogue';
import { CatalogueEntry, CatalogueNode, OrgRef, StandardCatalogue, isDateOnly } from '@zwgk/schema';
import * as z from 'zod/mini';
import { invalid, notFound } from '../problem.js';
import type { Catalogues, EntryQuery } from '../published/entries.js';
import { listQueryOf, nameOf, pageQuery, published, wholeOf, type Parameter, type Route } from './route.js';
import { SummaryPage } from './schemas.js';

const catalogueSorts: readonly CatalogueSort[] = ['relevance', 'newest', 'oldest', 'title', 'indexNumber'];

const CatalogueHead = z.looseObject({
  id: z.string(),
  title: z.optional(z.unknown()),
  publisher: z.optional(OrgRef),
  updatedAt: z.optional(z.string()),
  nodes: z.optional(z.array(CatalogueNode)),
  total: z.number(),
});
const EntryPage = z.object({
  items: z.array(CatalogueEntry),
  total: z.number(),
  facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.number() }))),
  next: z.nullable(z.string()),
  initials: z.optional(z.array(z.string())),
});

const facetNames: Readonly<Record<FacetField, string>> = {
  year: '年份',
  publisher: '发布机构',
  genre: '体裁',
  subjectCategory: '主题分类',
  validity: '有效性',
  disclosureMode: '公开方式',
};
const facetQuery = Object.fromEntries(
  facetFields.map((field): [string, Parameter] => [
    field,
    { description: `${facetNames[field]}; several values are alternatives`, repeated: true },
  ]),
);
const entryQuery: Readonly<Record<string, Parameter>> = {
  text: { description: 'Words that must all occur in title, 文号, 索引号, summary or publisher' },
  initials: {
    description: '拼音首字母: `true` reads a word of letters that stands in no entry as initials of titles',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
  node: { description: '栏目: id of a column; its sub-columns are included' },
  ...facetQuery,
  from: { description: 'Published on or after this day', schema: { type: 'string', format: 'date' } },
  to: { description: 'Published on or before this day', schema: { type: 'string', format: 'date' } },
  sort: {
    description: 'Order; `relevance` with a text, else `newest`',
    schema: { type: 'string', enum: [...catalogueSorts] },
  },
  page: { description: 'From 1', schema: { type: 'integer', minimum: 1, default: 1 } },
  pageSize: pageQuery['pageSize']!,
  cursor: { description: 'In place of `page`: `next` of the page before' },
  facets: { description: '`false` leaves the counts out', schema: { type: 'string', enum: ['true', 'false'] } },
};

function day(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name);
  if (!value) return undefined;
  if (!isDateOnly(value)) throw invalid([{ path: [name], code: 'date' }]);
  return value;
}

function entryQueryOf(query: URLSearchParams): EntryQuery {
  const sort = query.get('sort') || undefined;
  if (sort !== undefined && !catalogueSorts.includes(sort as CatalogueSort))
    throw invalid([{ path: ['sort'], code: 'unknown_code' }]);
  const filters: Partial<Record<FacetField, string[]>> = {};
  for (const field of facetFields) {
    const values = query.getAll(field);
    if (values.length > 200) throw invalid([{ path: [field], code: 'too_many' }]);
    if (values.length) filters[field] = values;
  }
  const text = query.get('text') ?? '';
  // A query of thousands of words is no question.
  if (text.split(/\s+/).length > 50) throw invalid([{ path: ['text'], code: 'too_many' }]);
  const pageSize = wholeOf(query, 'pageSize', 1, 100) ?? 20;
  const page = wholeOf(query, 'page', 1, 1e7) ?? 1;
  return {
    text,
    initials: query.get('initials') === 'true',
    node: query.get('node') || undefined,
    filters,
    from: day(query, 'from'),
    to: day(query, 'to'),
    sort: sort as CatalogueSort | undefined,
    start: wholeOf(query, 'cursor', 0, 999999999) ?? (page - 1) * pageSize,
    pageSize,
    facets: query.get('facets') !== 'false',
  };
}

export function catalogueRoutes(catalogues: Catalogues): Route[] {
  return [
    {
      method: 'GET',
      path: '/catalogues',
      summary: '目录: list, by id',
      tag: 'catalogues',
      query: pageQuery,
      answer: { description: 'One page', schema: SummaryPage },
      handle: async ({ request, query }) => published(request, await catalogues.list(listQueryOf(query))),
    },
    {
      method: 'GET',
      path: '/catalogues/:id',
      summary: '政府信息公开目录: title, publisher and columns; a 基层政务公开标准目录 whole',
      tag: 'catalogues',
      answer: {
        description: 'Head of the catalogue, or the standard catalogue',
        schema: z.union([CatalogueHead, StandardCatalogue]),
      },
      failures: [404],
      async handle(call) {
        const head = await catalogues.get(nameOf(call, 'id'));
        if (!head) throw notFound();
        return published(call.request, head);
      },
    },
    {
      method: 'GET',
      path: '/catalogues/:id/entries',
      summary: '目录条目: search, narrow, sort and page',
      tag: 'catalogues',
      query: entryQuery,
      answer: { description: 'One page with the counts of the facets', schema: EntryPage },
      failures: [404],
      async handle(call) {
        const page = await catalogues.page(nameOf(call, 'id'), entryQueryOf(call.query));
        if (!page) throw notFound();
        return published(call.request, page);
      },
    },
    {
      method: 'GET',
      // 索引号 have a slash in them, and some proxies (IIS) decode what was escaped.
      path: '/catalogues/:id/entries/:indexNumber{.+}',
      summary: '目录条目: one entry by its 索引号',
      tag: 'catalogues',
      answer: { description: 'The entry', schema: CatalogueEntry },
      failures: [404],
      async handle(call) {
        const entry = await catalogues.entry(nameOf(call, 'id'), nameOf(call, 'indexNumber'));
        if (!entry) throw notFound();
        return published(call.request, entry);
      },
    },
  ];
}
