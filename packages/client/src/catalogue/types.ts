/** What a catalogue is asked and what it answers, the same over files and over a service. */
import type { CatalogueEntry, CatalogueNode, OrgRef, StandardCatalogue, StandardItem } from '@zwgk/schema';
import type { LocalizedText } from '@zwgk/schema';
import type { CallOptions } from '../http.js';
import type { FacetField } from './facets.js';

/** Orders of entries. */
export const catalogueSorts = ['relevance', 'newest', 'oldest', 'title', 'indexNumber'] as const;
export type CatalogueSort = (typeof catalogueSorts)[number];

export interface CatalogueQuery {
  /** Words that must all occur in title, 文号, 索引号, summary or publisher. */
  readonly text?: string | undefined;
  /**
   * A word of letters (a to z, two at least) that no text holds is read as the initials of titles' pinyin: `zfgkml`
   * finds 政府公开目录.
   */
  readonly initials?: boolean | undefined;
  /** Column; its sub-columns are included. */
  readonly node?: string | undefined;
  /** Values of a facet are alternatives; facets together must all hold. */
  readonly filters?: Readonly<Partial<Record<FacetField, readonly string[]>>> | undefined;
  /** Published on or after this day, `YYYY-MM-DD`. Entries that say only when they were formed go by that day. */
  readonly from?: string | undefined;
  /** Published on or before this day. */
  readonly to?: string | undefined;
  /**
   * `relevance` (default with a text: exact 文号 or 索引号 first, then title, then the rest, each newest first),
   * `newest` (default without), `oldest`, `title`, `indexNumber` (by code point). Entries without a date come last;
   * what is equal keeps the order of the catalogue.
   */
  readonly sort?: CatalogueSort | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  /** 1 to 100; default 20. */
  readonly pageSize?: number | undefined;
  /** In place of `page`: where the page before ended, from `next`. */
  readonly cursor?: string | undefined;
  /** `false` leaves the counts out, which is faster. */
  readonly facets?: boolean | undefined;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface CataloguePage {
  readonly items: readonly CatalogueEntry[];
  readonly total: number;
  /**
   * Counts within the result, each facet without its own filter, most frequent first, at most 100 values; `node`: by
   * the column that the entry itself names, without its parents.
   */
  readonly facets: Readonly<Partial<Record<FacetField | 'node', readonly FacetValue[]>>>;
  readonly next: string | null;
  /** Positions in `items` of entries that have defects: what could be read is there, the rest was left out. */
  readonly flawed?: readonly number[];
}

/** One opened catalogue. */
export interface CatalogueReader {
  readonly title?: LocalizedText | undefined;
  readonly publisher?: OrgRef | undefined;
  readonly updatedAt?: string | undefined;
  readonly nodes: readonly CatalogueNode[];
  /** Entries that may be shown. */
  readonly total: number;
  /** 基层政务公开标准目录, when the document is one; it has no entries then. */
  readonly standard?: StandardCatalogue | undefined;
  /** Items of a 标准目录 that came in one document with the entries: what they are to be measured by. */
  readonly items?: readonly StandardItem[] | undefined;
  /**
   * Entries that match, one page of them. The same query gives the same answer over files and over a service.
   * Code `invalid_input` for a query that cannot be answered (an unknown sort, a day that does not exist).
   */
  page(query?: CatalogueQuery, options?: CallOptions): Promise<CataloguePage>;
  /** Where the words of a query stand in a text: `[start, end)`, in order, without overlaps. */
  highlight(text: string, query: string): [number, number][];
  /** One entry whole, its body included. Code `not_found` for an unknown 索引号. */
  get(indexNumber: string, options?: CallOptions): Promise<CatalogueEntry>;
}
