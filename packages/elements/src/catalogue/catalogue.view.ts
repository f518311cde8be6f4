/** The whole of a catalogue: header, search, columns and filters beside list or entry. */
import type { CataloguePage, CatalogueQuery, CatalogueReader, CatalogueSort, ZwgkError } from '@zwgk/client';
import { facetFields } from '@zwgk/client';
import type { CatalogueEntry, LocalizedText } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorTable } from '../shared/errors.messages.js';
import { formatDate } from '../shared/format.js';
import type { Language } from '../shared/language.js';
import { facetsView, pagerView, rowsView, treeView, type CatalogueFilters, type ListView } from './catalogue.list.js';
import type { CoveragePart } from './catalogue.coverage.js';
import type { CatalogueTable } from './catalogue.messages.js';
import { LARGE, type Opened } from './catalogue.open.js';
import type { Opening } from './catalogue.opening.js';
import { treeOf } from './catalogue.tree.js';
import { isNumbered, nameOf, wordOf } from './catalogue.words.js';

/** The reader's state, what it gave, and what a reader may do. */
export interface Reading {
  readonly text: CatalogueTable;
  readonly errors: ErrorTable;
  readonly pick: (value: LocalizedText | undefined) => string;
  readonly lang: Language;
  readonly page: CataloguePage;
  readonly error: ZwgkError | undefined;
  readonly opening: Opening;
  readonly coverage: CoveragePart | undefined;
  readonly notice: string;
  readonly wide: boolean;
  readonly panel: boolean;
  readonly unfolded: ReadonlySet<string>;
  readonly asked: CatalogueQuery;
  readonly filters: CatalogueFilters;
  readonly table: boolean;
  /** Over the page's own list. */
  readonly enhanced: boolean;
  change(state: {
    query?: string;
    page?: number;
    pageSize?: number;
    sort?: CatalogueSort;
    filters?: CatalogueFilters;
    view?: 'list' | 'table';
  }): void;
  toggle(): void;
  say(notice: string): void;
  unfold(id: string): void;
  search(submit: Event): void;
  retry(): void;
  /** The result as a file. */
  download(): unknown;
}

const SIZES = [20, 50, 100];

const hrefOf = (entry: CatalogueEntry): string | undefined =>
  isNumbered(entry.indexNumber) ? `#zwgk=${encodeURIComponent(entry.indexNumber)}` : entry.url;

export function catalogueView(opened: Opened, reading: Reading): TemplateResult {
  const { reader, enhanced } = opened;
  const { text, pick, lang, wide, asked } = reading;
  const { standard, publisher, updatedAt } = reader;
  const facts = [nameOf(publisher, pick), standard && pick(standard.domain), formatDate(updatedAt, lang)].filter(
    Boolean,
  );
  const title = pick(reader.title) || (opened.standard ? opened.standard.words.text.standardTitle : text.title);
  return html`<section
    part="catalogue"
    class="${wide ? 'wide' : 'narrow'} ${standard && wide ? 'across' : ''}"
    aria-label=${title}
  >
    ${
      enhanced && !reader.title
        ? nothing
        : html`<header part="header">
            <h2 part="title">${title}</h2>
            ${facts.length ? html`<p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>` : nothing}
          </header>`
    }
    <form part="search" role="search" aria-label=${title || nothing} class="no-print" @submit=${reading.search}>
      <input type="search" .value=${asked.text!} aria-label=${text.searchFor} placeholder=${text.searchFor} />
      <button class="primary">${text.search}</button>
    </form>
    ${reading.coverage?.bar()}
    ${standard ? opened.standard!.view(standard, reading) : reading.coverage?.open ? reading.coverage.view(reading) : columns(opened, reading)}
  </section>`;
}

function columns(opened: Opened, reading: Reading): TemplateResult {
  const { reader, enhanced, counted = reader.total <= LARGE } = opened;
  const { text, errors, pick, page, filters, wide, panel, asked, unfolded, unfold, opening, error, notice, change } =
    reading;
  const query = asked.text!;
  const view: ListView = {
    text,
    pick,
    filters,
    hits: (value) => (query ? reader.highlight(value, query) : []),
    page,
    wide,
    publisher: nameOf(reader.publisher, pick),
    unfolded,
    unfold,
    narrow: (filters) => change({ filters }),
    open: opening.open,
    hrefOf: (entry) => (enhanced && entry.url) || hrefOf(entry),
  };
  const chips = chipsOf(reader, reading);
  const day = (key: 'from' | 'to') =>
    html`<label class="day"
      >${text[key]}<input
        type="date"
        .value=${filters[key] ?? ''}
        @change=${(event: Event) => change({ filters: { ...filters, [key]: (event.target as HTMLInputElement).value } })}
    /></label>`;
  // What just happened, for eyes and ears alike: the line is there before it is needed.
  const said = error ? errors[error.code] : notice;
  // Of a large catalogue they come with the counts, after its first rows.
  const beside = () =>
    html`${
      reader.nodes.length
        ? html`<nav class="tree" aria-label=${text.tree}>
            <h3>${text.tree}</h3>
            <button
              type="button"
              class="node"
              aria-current=${!filters.node}
              @click=${() => change({ filters: { ...filters, node: '' } })}
            >
              ${text.all}
            </button>
            ${treeView(treeOf(reader.nodes, page.facets.node), view)}
          </nav>`
        : nothing
    }
    ${facetsView(view)}
    ${
      reader.total
        ? html`<div class="days" role="group" aria-label=${text.fields.publishedAt}>${day('from')}${day('to')}</div>`
        : nothing
    }`;
  return html`<div class=${reader.total || reader.nodes.length ? 'columns' : ''}>
    <div part="filters" class="no-print">
      ${
        wide
          ? nothing
          : html`<button type="button" class="panel" aria-expanded=${panel} @click=${() => reading.toggle()}>
              ${text.panel}${chips.length ? text.chips(chips.length) : nothing}
            </button>`
      }
      <div ?hidden=${!wide && !panel}>${counted ? beside() : nothing}</div>
    </div>
    <div part="main">
      <div part="status" role="status" class=${error ? 'failed' : said ? 'notice' : 'none'}>
        ${said}${
          error?.retryable
            ? html` <button type="button" class="link" @click=${reading.retry}>${errors.retry}</button>`
            : nothing
        }
      </div>
      ${opening.entry ? opening.part!.view(opening.entry, reader, reading) : list(view, reader, reading, chips)}
    </div>
  </div>`;
}

type Chip = [name: string, without: Parameters<Reading['change']>[0]];
/** What the reader has chosen, each with what is left without it. */
function chipsOf(reader: CatalogueReader, { text, pick, filters, asked }: Reading): Chip[] {
  const { node, from, to } = filters;
  const chips: Chip[] = asked.text ? [[asked.text, { query: '' }]] : [];
  const add = (name: string, without: CatalogueFilters) => chips.push([name, { filters: { ...filters, ...without } }]);
  if (node) add(pick(reader.nodes.find(({ id }) => id === node)?.title) || node, { node: '' });
  for (const field of facetFields)
    for (const value of filters[field] ?? [])
      add(wordOf(text, value), { [field]: filters[field]!.filter((one) => one !== value) });
  if (from) add(`${text.from} ${from}`, { from: '' });
  if (to) add(`${text.to} ${to}`, { to: '' });
  return chips;
}

const choice = (
  label: string,
  values: readonly (readonly [string, string])[],
  chosen: string,
  pick: (value: string) => void,
) =>
  html`<label
    >${label}<select @change=${(event: Event) => pick((event.target as HTMLSelectElement).value)}>
      ${values.map(([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`)}
    </select></label
  >`;

function list(view: ListView, reader: CatalogueReader, reading: Reading, chips: readonly Chip[]): TemplateResult {
  const { text, page, wide } = view;
  const { asked, change, table } = reading;
  if (!reader.total) return html`<p class="empty">${text.empty}</p>`;
  const size = asked.pageSize!;
  const query = asked.text!;
  const pages = Math.ceil(page.total / size);
  const at = Math.min(asked.page!, pages || 1);
  const asTable = wide && table;
  const numbered = page.items.some(({ indexNumber }) => isNumbered(indexNumber));
  const sorts = Object.entries(text.sorts).filter(
    ([value]) => (value !== 'relevance' || query) && (value !== 'indexNumber' || numbered),
  );
  const sizes = [...new Set([...SIZES, size])].sort((a, b) => a - b).map((n) => [`${n}`, `${n}`] as const);
  return html`<div class="bar">
      <p part="count" role="status" tabindex="-1">
        ${!page.total ? text.nothing : query ? text.found(page.total, query, at, pages) : text.count(page.total, at, pages)}
      </p>
      <div class="tools no-print">
        ${choice(text.sort, sorts, asked.sort ?? (query ? 'relevance' : 'newest'), (value) =>
          change({ sort: value as CatalogueSort }),
        )}
        ${choice(text.perPage, sizes, `${size}`, (value) => change({ pageSize: +value }))}
        ${
          wide
            ? html`<div class="views">
                ${(['list', 'table'] as const).map(
                  (name) =>
                    html`<button
                      type="button"
                      aria-pressed=${asTable === (name === 'table')}
                      @click=${() => change({ view: name })}
                    >
                      ${text[name]}
                    </button>`,
                )}
              </div>`
            : nothing
        }
      </div>
    </div>
    ${
      chips.length
        ? html`<div class="chips no-print" role="group" aria-label=${text.chosen}>
            ${chips.map(
              ([name, without]) =>
                html`<button type="button" aria-label=${text.remove(name)} @click=${() => change(without)}>
                  ${name} <span aria-hidden="true">×</span>
                </button>`,
            )}
            <button type="button" class="link" @click=${() => change({ query: '', filters: {} })}>${text.clear}</button>
          </div>`
        : nothing
    }
    ${page.total ? rowsView(view, asTable) : nothing}
    ${pages > 1 ? pagerView(view, at, pages, (page) => change({ page })) : nothing}
    ${
      page.total && !reading.enhanced
        ? html`<p class="no-print end">
            <button type="button" class="link" @click=${reading.download}>${text.download}</button>
          </p>`
        : nothing
    }`;
}
