/**
 * The reader's state in the address of the page, where the page asks for it (`url-state`): in the query string, each name
 * with a prefix of its own, so that the page's own parameters, its `#…` and other catalogues stay as they are.
 */
import { facetFields } from '@zwgk/client';
import type { ReaderState } from './catalogue.question.js';

/** What is written: texts by name, a facet once for each value. */
type State = Omit<ReaderState, 'filters'> & {
  readonly view: 'list' | 'table';
  readonly filters: Readonly<Record<string, string | readonly string[] | undefined>>;
};
export interface AddressHost {
  state(): State;
  /** 索引号 of the entry that is open. */
  entry(): string | undefined;
  apply(state: State, entry: string | undefined): void;
}

const NAMES = { query: 'query', page: 'page', pageSize: 'size', sort: 'sort', view: 'view' } as const;
const DAYS = ['node', 'from', 'to'];

/** Prefixes in use: two catalogues of one page that ask for the same get different ones. */
const taken = new Set<string>();

export class Address {
  private _prefix = '';
  private _first: State;

  constructor(
    private _host: AddressHost,
    name: string,
  ) {
    const wanted = name.trim() || 'zwgk';
    let prefix = wanted;
    for (let i = 2; taken.has(prefix); i++) prefix = `${wanted}${i}`;
    taken.add(prefix);
    this._prefix = prefix;
    this._first = _host.state();
    addEventListener('popstate', this.read);
    this.read();
  }
  stop(): void {
    taken.delete(this._prefix);
    removeEventListener('popstate', this.read);
  }

  private _name = (key: string): string => `${this._prefix}-${key}`;

  /** Address → state; what the address does not say is as the page has set it. */
  read = (): void => {
    const params = new URLSearchParams(location.search);
    const told = (key: string) => params.get(this._name(key));
    const { query, page, pageSize, sort, view, filters } = this._first;
    const given: Record<string, string | string[]> = {};
    for (const field of facetFields) {
      const values = params.getAll(this._name(field));
      if (values.length) given[field] = values;
    }
    for (const key of DAYS) if (told(key)) given[key] = told(key)!;
    this._host.apply(
      {
        query: told('query') ?? query,
        page: Number(told('page') ?? page),
        pageSize: Number(told('size') ?? pageSize),
        sort: (told('sort') ?? sort) as State['sort'],
        view: told('view') === 'table' ? 'table' : told('view') === 'list' ? 'list' : view,
        // One parameter stands for all: "no filters" must be able to stand against those that the page has set.
        filters: Object.keys(given).length || told('filters') !== null ? given : filters,
      },
      told('entry') ?? undefined,
    );
  };

  /** The address of the page without this catalogue's state. */
  bare(): URL {
    const url = new URL(location.href);
    for (const key of Array.from(url.searchParams.keys()))
      if (key.startsWith(`${this._prefix}-`)) url.searchParams.delete(key);
    return url;
  }

  /** State → address, as a new step that the reader can go back from. */
  write(): void {
    const state = this._host.state();
    const url = this.bare();
    const put = (key: string, value: unknown) => url.searchParams.append(this._name(key), String(value));
    for (const [key, name] of Object.entries(NAMES)) {
      const value = state[key as keyof typeof NAMES];
      if (value !== this._first[key as keyof typeof NAMES]) put(name, value);
    }
    if (JSON.stringify(filled(state.filters)) !== JSON.stringify(filled(this._first.filters))) {
      const filters = Object.entries(filled(state.filters));
      if (!filters.length) put('filters', '');
      for (const [key, value] of filters) for (const one of [value].flat()) put(key, one);
    }
    const entry = this._host.entry();
    if (entry) put('entry', entry);
    if (url.search === location.search) return;
    try {
      // The page's own state of this step stays with the next one.
      history.pushState(history.state, '', url.pathname + url.search + location.hash);
    } catch {
      // A page from a disk, or too many steps: the catalogue works without.
    }
  }
}

/** Filters that say something, in one order. */
const filled = (filters: State['filters']): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    [...facetFields, ...DAYS].flatMap((key) => {
      const value = filters[key];
      return value && value.length ? [[key, value] as const] : [];
    }),
  );
