/** A catalogue that a service keeps: each question is a request, and its answers are trusted no more than other input. */
import { CatalogueNode, readLenient, type CatalogueEntry, type ErrorCode, type Issue } from '@zwgk/schema';
import { ZwgkError } from '../errors.js';
import type { Http, ReadOptions } from '../http.js';
import { facetFields } from './facets.js';
import { highlightSpelt } from './fold.js';
import { checkQuery } from './query.js';
import { readEntry } from './read.js';
import type { CataloguePage, CatalogueReader, FacetValue } from './types.js';

type Raw = Readonly<Record<string, unknown>>;
const malformed = (field: string) => new ZwgkError('invalid_response', { issues: [{ path: [field], code: 'type' }] });
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

/**
 * A 索引号 as the end of an address. Its slashes stay, as Apache refuses `%2F` and IIS decodes it; where that would make
 * another path of it, they are escaped.
 */
const placeOf = (indexNumber: string): string => {
  const place = encodeURIComponent(indexNumber);
  return /(?:^|%2F)\.{0,2}(?:%2F|$)/.test(place) ? place : place.replace(/%2F/g, '/');
};

/** @param head what stands at `path`: title, publisher, columns and the number of entries */
export function createServiceReader(
  http: Http,
  path: string,
  head: Raw,
  told: ReadOptions['onIssues'],
): CatalogueReader {
  const issues: Issue[] = [];
  const tell = (found: readonly Issue[]) => {
    issues.push(...found);
    if (found.length) told?.(issues, 'invalid_response' satisfies ErrorCode);
  };
  const nodes = (Array.isArray(head['nodes']) ? head['nodes'] : []).flatMap((node, i) => {
    const read = readLenient(CatalogueNode, node);
    issues.push(...read.issues.map((issue) => ({ ...issue, path: ['nodes', i, ...issue.path] })));
    return read.value ?? [];
  });
  const read = (raw: unknown, at: readonly (string | number)[]): CatalogueEntry | undefined => {
    const { value, issues } = readEntry(raw);
    tell(issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] })));
    return value;
  };
  /** Words that the service read as initials, and what finds them in a text. */
  const spelt = new Set<string>();
  let initials: typeof import('./initials.js').highlightInitials | undefined;
  return {
    ...(head as Pick<CatalogueReader, 'title' | 'publisher' | 'updatedAt'>),
    nodes,
    total: Number(head['total']) || 0,
    highlight: (text, query) => highlightSpelt(text, query, spelt, initials),
    async page(query = {}, options) {
      checkQuery(query);
      const { filters, facets, initials: spell, ...rest } = query;
      const answer = await http.json(`${path}/entries`, {
        ...options,
        query: {
          ...rest,
          ...filters,
          ...(facets === false ? { facets: 'false' } : {}),
          ...(spell ? { initials: 'true' } : {}),
        },
      });
      if (!isRaw(answer) || !Array.isArray(answer['items'])) throw malformed('items');
      if (typeof answer['total'] !== 'number') throw malformed('total');
      const words = answer['initials'];
      if (Array.isArray(words) && words.length) {
        for (const word of words as unknown[]) if (typeof word === 'string') spelt.add(word);
        // Without the table the words are found all the same, and not marked.
        initials ??= (await import('./initials.js').catch(() => undefined))?.highlightInitials;
      }
      const flawed: number[] = [];
      const items: CatalogueEntry[] = [];
      answer['items'].forEach((raw, i) => {
        const before = issues.length;
        const entry = read(raw, ['items', i]);
        if (entry && issues.length > before) flawed.push(items.length);
        if (entry) items.push(entry);
      });
      const counts: Partial<Record<string, FacetValue[]>> = {};
      const told = isRaw(answer['facets']) ? answer['facets'] : {};
      for (const field of [...facetFields, 'node']) {
        const values = told[field];
        if (Array.isArray(values))
          counts[field] = (values as (Partial<FacetValue> | null)[]).filter(
            (one): one is FacetValue => typeof one?.value === 'string' && typeof one.count === 'number',
          );
      }
      const { next } = answer;
      return {
        items,
        total: answer['total'],
        facets: counts as CataloguePage['facets'],
        next: typeof next === 'string' ? next : null,
        ...(flawed.length ? { flawed } : {}),
      };
    },
    async get(indexNumber, options) {
      const entry = read(await http.json(`${path}/entries/${placeOf(indexNumber)}`, options), []);
      if (!entry) throw new ZwgkError('invalid_response');
      return entry;
    },
  };
}
