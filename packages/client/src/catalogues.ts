/** 政府信息公开目录: any input opens into a reader; over files it answers from memory, over a service by request. */
import type { CatalogueReader } from './catalogue/types.js';
import { loadInput, pathOf, type DocumentInput } from './documents.js';
import { ZwgkError } from './errors.js';
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

/** A part of the code that could not be fetched is a lost network like any other. */
const load = <T>(part: Promise<T>): Promise<T> =>
  part.catch(() => {
    throw new ZwgkError('network');
  });

export function createCatalogues(http: Http): Catalogues {
  return {
    async open(input, options = {}) {
      // What answers is loaded beside the document: over a service an id gives the head of a catalogue alone, and
      // each question is a request; whole documents are searched here.
      const service = 'id' in input && http.kind === 'api' ? load(import('./catalogue/service.js')) : undefined;
      const document = service ? undefined : load(import('./catalogue/document.js'));
      // Asked again each time, sent again when it has changed: what was published today is there today.
      const { value, code } = await loadInput(http, 'catalogues', input, { ...options, cache: 'no-cache' });
      const head = value as { readonly items?: unknown; readonly entries?: unknown; readonly pack?: unknown } | null;
      if (service && typeof head === 'object' && head !== null && !Array.isArray(head.items ?? head.entries))
        return (await service).createServiceReader(
          http,
          pathOf(http, 'catalogues', (input as { id: string }).id),
          head as Record<string, unknown>,
          options.onIssues,
        );
      if (head?.pack && !head.entries)
        return (await load(import('./catalogue/pack.js'))).createPackReader(http, input, value, options);
      return (await (document ?? load(import('./catalogue/document.js')))).openDocument(value, code, options);
    },
  };
}
