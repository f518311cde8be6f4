/** A catalogue or standard catalogue that came as one document. */
import { Catalogue, StandardCatalogue, type CatalogueEntry, type Issue } from '@zwgk/schema';
import { ZwgkError } from '../errors.js';
import type { ReadOptions } from '../http.js';
import { parseLenient } from '../parse.js';
import { highlight } from './fold.js';
import { createMemoryCatalogue } from './memory.js';
import { readEntry, readStandardItem, type ReadRow } from './read.js';
import type { CatalogueReader } from './types.js';

type Raw = Readonly<Record<string, unknown>>;
type BadCode = 'invalid_input' | 'invalid_response';

/** More entries than that are checked between the reader's acts, not before the first rows. */
const SMALL = 200;

/** Milliseconds without a question before the others are checked. */
const QUIET = 1000;
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** As many as the schema allows. */
const MOST = 200000;
const MOST_ITEMS = 10000;

/** Opens a document whose rows are read one by one: a defect of one row never hides another. */
export async function openDocument(value: unknown, code: BadCode, options: ReadOptions = {}): Promise<CatalogueReader> {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Raw;
  const standard = Array.isArray(raw['items']) && !Array.isArray(raw['entries']);
  const field = standard ? 'items' : 'entries';
  const rows = raw[field];
  const found: Issue[] = [];
  const gather = (issues: readonly Issue[]) => void found.push(...issues);
  if (Array.isArray(rows) && rows.length > MOST)
    throw new ZwgkError(code, { issues: [{ path: [field], code: 'too_many' }] });
  // Everything but the rows; a list that is none is reported by the schema.
  const envelope = Array.isArray(rows) ? { ...raw, [field]: [] } : value;
  const head = standard
    ? parseLenient(StandardCatalogue, envelope, code, gather)
    : parseLenient(Catalogue, envelope, code, gather);
  const list = rows as readonly unknown[];
  const { items: beside } = raw;
  const { onIssues } = options;
  const told = () => found.length && onIssues?.([...found], code);
  const check = <T>(read: (raw: unknown) => ReadRow<T>, row: number): T | undefined => {
    const { value, issues } = read(list[row]);
    for (const issue of issues) found.push({ ...issue, path: [field, row, ...issue.path] });
    return value;
  };
  const standardItems = (items: readonly unknown[]) =>
    items.flatMap((item, row) => {
      const { value, issues } = readStandardItem(item);
      for (const issue of issues) found.push({ ...issue, path: ['items', row, ...issue.path] });
      return value ?? [];
    });
  const { title, updatedAt } = head;
  const common = { ...(title === undefined ? {} : { title }), ...(updatedAt === undefined ? {} : { updatedAt }) };

  if (standard) {
    const items = standardItems(list);
    told();
    return {
      ...common,
      nodes: [],
      total: 0,
      highlight,
      standard: { ...(head as StandardCatalogue), items },
      page: () => Promise.resolve({ items: [], total: 0, facets: {}, next: null }),
      get: () => Promise.reject(new ZwgkError('not_found')),
    };
  }

  const { nodes = [], publisher } = head as Catalogue;
  const memory = createMemoryCatalogue(list, nodes);
  let asked = 0;
  const soon = list.length > SMALL ? 0 : list.length;
  for (let row = 0; row < soon; row++) check(readEntry, row);
  const measure = Array.isArray(beside) ? standardItems(beside.slice(0, MOST_ITEMS)) : undefined;
  told();
  if (list.length > soon) {
    const before = found.length;
    void (async () => {
      // First rows first, and while the reader asks for something, nothing but that.
      for (let row = soon; row < list.length;) {
        do await pause(row === soon ? QUIET : 16);
        while (Date.now() < asked + QUIET);
        if (options.signal?.aborted) return;
        for (const end = Date.now() + 8; row < list.length && Date.now() < end; row++) check(readEntry, row);
      }
      if (found.length > before) told();
    })();
  }
  return {
    ...common,
    ...(publisher === undefined ? {} : { publisher }),
    ...(measure ? { items: measure } : {}),
    nodes,
    total: memory.total,
    highlight: memory.highlight,
    async page(query = {}, { signal } = {}) {
      asked = Date.now();
      const { rows, ...page } = await memory.find(query, signal);
      if (signal?.aborted) throw new ZwgkError('aborted');
      const flawed: number[] = [];
      const items: CatalogueEntry[] = [];
      for (const row of rows) {
        const { value, issues } = readEntry(list[row]);
        if (value && issues.length) flawed.push(items.length);
        items.push(value ?? { indexNumber: '', title: '' });
      }
      return { items, ...page, ...(flawed.length ? { flawed } : {}) };
    },
    async get(indexNumber) {
      const row = memory.locate(indexNumber);
      const entry = row < 0 ? undefined : readEntry(list[row]).value;
      if (!entry) throw new ZwgkError('not_found');
      return entry;
    },
  };
}
