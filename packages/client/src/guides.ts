/** Procedure guides (办事指南): fetch one, page through many, or check what a page author handed over. */
import { Guide } from '@zwgk/schema';
import { createDocuments, openWith, type DocumentInput, type Documents } from './documents.js';
import type { Http, ReadOptions } from './http.js';

export type Guides = Documents<Guide>;

/** Pure over `http`: no globals and no state. */
export const createGuides = (http: Http): Guides => createDocuments(http, 'guides', Guide);

/** Opens one guide over a connection; all that an element needs of this file. */
export const openGuide: (http: Http, input: DocumentInput, options?: ReadOptions) => Promise<Guide> =
  /*@__PURE__*/ openWith('guides', Guide);
