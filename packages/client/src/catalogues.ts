/** 政府信息公开目录: any input opens into a reader; over files it answers from memory, over a service by request. */
import type { CatalogueReader } from './catalogue/types.js';
import { loadInput, pathOf, type DocumentInput } from './documents.js';
import type { Http, ReadOptions } from './http.js';

export type { CataloguePage, CatalogueQuery, CatalogueReader, CatalogueSort, FacetValue } from './catalogue/types.js';
export { facetFields, type FacetField } from './catalogue/facets.js';

/** The four ways a catalogue reaches us, as for every subject. */
export type CatalogueInput = DocumentInput;

export interface Catalogues {
  /**
   * Opens a catalogue (or a 基层政务公开标准目录). Defects of single entries are told to `options.onIssues`, of large
   * catalogues also later, each time with all that have been found so far.
   */
  open(input: CatalogueInput, options?: ReadOptions): Promise<CatalogueReader>;
}

export function createCatalogues(http: Http): Catalogues {
  return {
    async open(input, options = {}) {
      const { value, code } = await loadInput(http, 'catalogues', input, options);
      // A service answers an id with the head of the catalogue alone; whole documents are searched here. What does
      // either is loaded when it is needed.
      if (
        'id' in input &&
        http.kind === 'api' &&
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray((value as { items?: unknown }).items)
      ) {
        const { createServiceReader } = await import('./catalogue/service.js');
        return createServiceReader(
          http,
          pathOf(http, 'catalogues', input.id),
          value as Record<string, unknown>,
          options.onIssues,
        );
      }
      const { openDocument } = await import('./catalogue/document.js');
      return openDocument(value, code, options);
    },
  };
}
