/** What the subjects of single documents (guides, flow charts, powers) have in common: get, list, all, open. */
import type { ErrorCode, Issue } from '@zwgk/schema';
import { ZwgkError } from './errors.js';
import type { CallOptions, Http, HttpRequest, ReadOptions } from './http.js';
import { parseJson, parseLenient, type Schema } from './parse.js';

/** The four ways a document reaches us. The first that is there counts. */
export type DocumentInput =
  | { readonly value: unknown } // a script set the property
  | { readonly json: string } // an inline script element of the page
  | { readonly src: string } // the page names a JSON document
  | { readonly id: string }; // the page names a document of the service or folder

export interface ListQuery {
  /** Words that must all occur in the title or the body's name. */
  readonly text?: string | undefined;
  /** Where the page before ended; from `next`. */
  readonly cursor?: string | undefined;
  /** Documents for one page, 1 to 100. Default 20. */
  readonly pageSize?: number | undefined;
}

/** One page of a list; `next` is null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next: string | null;
}

/** A document in a list: enough to name it. */
export interface Summary {
  readonly id: string;
  readonly title: string;
  readonly org?: string;
  readonly updatedAt?: string;
}

/** Every call rejects with a `ZwgkError`, and with nothing else. */
export interface Documents<T> {
  /** One document. Code `not_found` when there is no such id. */
  get(id: string, options?: ReadOptions): Promise<T>;
  /** One page of the list. */
  list(query?: ListQuery, options?: CallOptions): Promise<Page<Summary>>;
  /** Every match, fetched page by page as the caller iterates; leaving the loop stops the requests. */
  all(query?: ListQuery, options?: CallOptions): AsyncIterable<Summary>;
  /** Any input in, one checked document out. This is all that the elements know of us. */
  open(input: DocumentInput, options?: ReadOptions): Promise<T>;
}

const ID = /^[^\0-\x1F/\\]{1,200}$/;

/** The address of a document below the base; both sources use the same names. */
export const pathOf = (http: Http, folder: string, id: string): string => {
  if (http.kind === 'none')
    throw new ZwgkError('invalid_input', { issues: [{ path: ['provider'], code: 'required' }] });
  if (!ID.test(id) || /^\.+$/.test(id)) throw new ZwgkError('not_found');
  return `${folder}/${encodeURIComponent(id)}${http.kind === 'files' ? '.json' : ''}`;
};

/** Any of the four inputs to an unchecked value, and the code that a defect of it has. */
export async function loadInput(
  http: Http,
  folder: string,
  input: DocumentInput,
  options: ReadOptions & Pick<HttpRequest, 'cache'> = {},
): Promise<{ value: unknown; code: 'invalid_input' | 'invalid_response' }> {
  if ('value' in input) return { value: input.value, code: 'invalid_input' };
  if ('json' in input) return { value: parseJson(input.json, 'invalid_input'), code: 'invalid_input' };
  const value =
    'src' in input
      ? await http.json(input.src, { ...options, absolute: true })
      : await http.json(pathOf(http, folder, input.id), options);
  return { value, code: 'invalid_response' };
}

/** Any input in, one checked document out. */
export const openWith =
  <T>(folder: string, schema: Schema<T>) =>
  async (http: Http, input: DocumentInput, options?: ReadOptions): Promise<T> => {
    const { value, code } = await loadInput(http, folder, input, options);
    return parseLenient(schema, value, code, options?.onIssues as (issues: readonly Issue[], code: ErrorCode) => void);
  };

export function createDocuments<T>(http: Http, folder: string, schema: Schema<T>): Documents<T> {
  const openFrom = openWith(folder, schema);
  const open: Documents<T>['open'] = (input, options) => openFrom(http, input, options);

  const list: Documents<T>['list'] = async (query = {}, options) => {
    const { text, cursor, pageSize = 20 } = query;
    if (http.kind === 'none') throw new ZwgkError('invalid_input', { issues: [{ path: ['api'], code: 'required' }] });
    if (!(pageSize >= 1 && pageSize <= 100))
      throw new ZwgkError('invalid_input', { issues: [{ path: ['pageSize'], code: 'format' }] });
    if (http.kind === 'api') return toPage(await http.json(folder, { ...options, query: { text, cursor, pageSize } }));
    // A folder has one list of everything; it is searched and cut here.
    const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const found = toPage(await http.json(`${folder}/index.json`, options)).items.filter((item) => {
      const hay = `${item.title} ${item.org ?? ''}`.toLowerCase();
      return words.every((word) => hay.includes(word));
    });
    const start = Number(cursor ?? 0) || 0;
    const end = start + pageSize;
    return { items: found.slice(start, end), total: found.length, next: end < found.length ? String(end) : null };
  };

  async function* all(query: ListQuery = {}, options?: CallOptions): AsyncGenerator<Summary> {
    let cursor: string | null | undefined = query.cursor;
    do {
      const page: Page<Summary> = await list({ ...query, cursor: cursor ?? undefined }, options);
      yield* page.items;
      cursor = page.next;
    } while (cursor !== null);
  }

  return { get: (id, options) => open({ id }, options), list, all, open };
}

function toPage(value: unknown): Page<Summary> {
  const page = value as { items?: unknown; total?: unknown; next?: unknown } | null;
  if (!Array.isArray(page?.items))
    throw new ZwgkError('invalid_response', { issues: [{ path: ['items'], code: 'type' }] });
  const items = (page.items as (Partial<Summary> | null)[]).filter(
    (item): item is Summary => typeof item?.id === 'string' && typeof item.title === 'string',
  );
  return {
    items,
    total: typeof page.total === 'number' ? page.total : items.length,
    next: typeof page.next === 'string' ? page.next : null,
  };
}
