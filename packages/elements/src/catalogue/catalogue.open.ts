/** Opening a catalogue from any input, a list or table inside the tag included, and the parts that come later. */
import {
  ZwgkError,
  createCatalogues,
  type CataloguePage,
  type CatalogueReader,
  type Connection,
  type DocumentInput,
  type ReadOptions,
} from '@zwgk/client';
import type { StandardCatalogue, StandardItem } from '@zwgk/schema';
import type { LitElement } from 'lit';
import { pageOf, type Question } from './catalogue.question.js';
import type { StandardPart } from './catalogue.standard.js';

/** Above so many entries the first rows do not wait for the counts. */
export const LARGE = 5000;

/** A catalogue with the page that was asked for while it was opened. */
export interface Opened {
  readonly reader: CatalogueReader;
  readonly page: CataloguePage;
  readonly key: string;
  /** The part that draws a standard catalogue, when it is one. */
  readonly standard: StandardPart | undefined;
  /** Read from the page's own list or table. */
  readonly enhanced: boolean;
  /** Of a large catalogue: its counts have come once, so that they come with each answer from now on. */
  counted?: true;
}

/** The page's own list or table. */
export interface Markup {
  readonly source: Element;
  readonly rows: number;
}

/** A part of the code that is loaded when it is needed; one that cannot be had is a lost network like any other. */
export const part = <T>(loading: Promise<T>): Promise<T> =>
  loading.catch(() => {
    throw new ZwgkError('network');
  });

/** The list or table inside the tag; the one that was `kept`, unless rows came or went. */
export function markupIn(host: Element, kept: Markup | undefined): Markup | undefined {
  // While the page is being parsed the list may still be growing.
  if (document.readyState === 'loading' && !host.nextSibling) return undefined;
  const source = host.querySelector('table, ul, ol');
  const rows = source?.querySelectorAll('tr, li').length;
  if (!source || !rows) return undefined;
  return kept?.source === source && kept.rows === rows ? kept : { source, rows };
}

/** `ask` is called once the catalogue is there: the reader may have gone on meanwhile. */
export async function openCatalogue(
  host: LitElement,
  { http }: Connection,
  input: DocumentInput,
  options: ReadOptions,
  markup: Markup | undefined,
  ask: () => Question,
): Promise<Opened> {
  const enhanced = !!markup && 'value' in input && input.value === markup;
  const { open } = createCatalogues(http);
  const reader = await open(
    enhanced ? { value: (await part(import('./catalogue.markup.js'))).readMarkup(markup.source) } : input,
    options,
  );
  const [key, query] = ask();
  return {
    reader,
    key,
    page: await pageOf(reader, { ...query, facets: reader.total <= LARGE }, options),
    standard: reader.standard && (await part(import('./catalogue.standard.js'))).standardPart(host),
    enhanced,
  };
}

/** What a catalogue is measured by: the standard that is named, else the items that came with it. */
export async function measureOf(
  host: LitElement,
  { http }: Connection,
  { items }: CatalogueReader,
  standard: string | StandardCatalogue | undefined,
): Promise<readonly StandardItem[]> {
  if (!standard) return items!;
  const input = typeof standard === 'string' ? { src: new URL(standard, host.baseURI).href } : { value: standard };
  const asked = await createCatalogues(http).open(input);
  return asked.standard?.items ?? asked.items ?? [];
}
