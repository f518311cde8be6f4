/** 政府信息公开目录: any input opens into a reader; over files it answers from memory, over a service by request. */
import { Catalogue, type CatalogueEntry, type CatalogueNode, type OrgRef } from '@zwgk/schema';
import { loadInput, type DocumentInput } from './documents.js';
import { ZwgkError } from './errors.js';
import type { CallOptions, Http, ReadOptions } from './http.js';
import { parseLenient } from './parse.js';

/** Facets that a catalogue can be narrowed by, with the field of the entry that each looks at. */
export const facetFields = [
  'year',
  'publisher',
  'genre',
  'subjectCategory',
  'validity',
  'disclosureMode',
] as const;
export type FacetField = (typeof facetFields)[number];

export interface CatalogueQuery {
  /** Words that must all occur in title, 文号, 索引号, summary or publisher. */
  readonly text?: string | undefined;
  /** Column; its sub-columns are included. */
  readonly node?: string | undefined;
  /** Values of a facet are alternatives; facets together must all hold. */
  readonly filters?: Readonly<Partial<Record<FacetField, readonly string[]>>> | undefined;
  /** Published on or after this day, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  /** Published on or before this day. */
  readonly to?: string | undefined;
  /** `relevance` (default with a text), `newest` (default without), `oldest`, `title`, `indexNumber`. */
  readonly sort?: 'relevance' | 'newest' | 'oldest' | 'title' | 'indexNumber' | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  /** 1 to 100; default 20. */
  readonly pageSize?: number | undefined;
  /** In place of `page`: where the page before ended. */
  readonly cursor?: string | undefined;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface CataloguePage {
  readonly items: readonly CatalogueEntry[];
  readonly total: number;
  /** Counts within the result, each facet without its own filter, most frequent first. */
  readonly facets: Readonly<Partial<Record<FacetField, readonly FacetValue[]>>>;
  readonly next: string | null;
}

/** One opened catalogue. */
export interface CatalogueReader {
  readonly title?: string | undefined;
  readonly publisher?: OrgRef | undefined;
  readonly updatedAt?: string | undefined;
  readonly nodes: readonly CatalogueNode[];
  /** Entries that match, one page of them. The same query gives the same answer over files and over a service. */
  page(query?: CatalogueQuery, options?: CallOptions): Promise<CataloguePage>;
  /** One entry whole, its body included. Code `not_found` for an unknown 索引号. */
  get(indexNumber: string, options?: CallOptions): Promise<CatalogueEntry>;
}

/** The four ways a catalogue reaches us, as for every subject. */
export type CatalogueInput = DocumentInput;

export interface Catalogues {
  /** Opens a catalogue; defects of single entries are told to `options.onIssues`. */
  open(input: CatalogueInput, options?: ReadOptions): Promise<CatalogueReader>;
}

export function createCatalogues(http: Http): Catalogues {
  return {
    async open(input, options) {
      const { value, code } = await loadInput(http, 'catalogues', input, options);
      const catalogue = parseLenient(Catalogue, value, code, options?.onIssues);
      const { entries, nodes = [] } = catalogue;
      return {
        nodes,
        async page({ page = 1, pageSize = 20 } = {}) {
          const items = entries.slice((page - 1) * pageSize, page * pageSize);
          return { items, total: entries.length, facets: {}, next: null };
        },
        async get(indexNumber) {
          const entry = entries.find((one) => one.indexNumber === indexNumber);
          if (!entry) throw new ZwgkError('not_found');
          return entry;
        },
      };
    },
  };
}
