import {
  createCatalogues,
  facetFields,
  isZwgkError,
  type CataloguePage,
  type CatalogueQuery,
  type CatalogueReader,
  type CatalogueSort,
  type Connection,
  type ZwgkError,
} from '@zwgk/client';
import { minuteOf } from '@zwgk/client/catalogue';
import type { Catalogue, CatalogueEntry, LocalizedText, StandardCatalogue } from '@zwgk/schema';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { emit } from '../shared/emit.js';
import { errorMessages } from '../shared/errors.messages.js';
import { formatDate } from '../shared/format.js';
import { LoadController } from '../shared/load-controller.js';
import { MessagesController } from '../shared/messages.js';
import { entryView, nameOf, wordOf } from './catalogue.entry.js';
import { facetsView, pagerView, rowsView, treeView, type CatalogueFilters, type ListView } from './catalogue.list.js';
import { isNumbered, readMarkup } from './catalogue.markup.js';
import { catalogueMessages } from './catalogue.messages.js';
import { anyItem, standardFilters, standardItems, standardView, type StandardView } from './catalogue.standard.js';
import { styles } from './catalogue.styles.js';
import { pathTo, treeOf } from './catalogue.tree.js';

interface Opened {
  readonly reader: CatalogueReader;
  readonly page: CataloguePage;
  readonly key: string;
}

/** Above so many entries the first rows do not wait for the counts. */
const LARGE = 5000;
const SIZES = [20, 50, 100];
/** In px of the element's own width: below it columns and filters fold away. */
const WIDE = 760;

/** `year=2026&node=finance&from=2026-01-01` ↔ filters. */
const filtersAttribute = {
  fromAttribute(value: string | null): CatalogueFilters {
    const given = new URLSearchParams(value ?? '');
    const filters: Record<string, string | string[]> = {};
    for (const field of facetFields) if (given.has(field)) filters[field] = given.getAll(field);
    for (const field of ['node', 'from', 'to']) if (given.has(field)) filters[field] = given.get(field)!;
    return filters;
  },
};

/**
 * 政府信息公开目录: search, columns, filters, pages and the entry itself; or a 基层政务公开标准目录 as its official table.
 * A list of links or a table that stands inside the tag is read as a catalogue when there is no other input.
 *
 * @tag zwgk-catalogue
 * @status experimental
 * @slot - What readers see without scripts, while it loads and after a failure; a list or table in it can be the source.
 * @fires {CustomEvent<{ query: string }>} zwgk-catalogue-search - The reader searches. Prevent it to search elsewhere.
 * @fires {CustomEvent<{ entry: CatalogueEntry }>} zwgk-catalogue-open - The reader opens an entry. Prevent it to show it elsewhere.
 * @fires {CustomEvent<{ error: ZwgkError, shown: boolean }>} zwgk-failed - The catalogue could not be loaded or read, or has entries with defects (`shown` is true then).
 * @csspart status - The line about loading, failure or omissions.
 * @csspart catalogue - Everything but that line.
 * @csspart header - Title, publisher and date.
 * @csspart title - The title of the catalogue.
 * @csspart search - The search form.
 * @csspart filters - Columns and filters.
 * @csspart main - List or entry.
 * @csspart count - The line that tells how many there are.
 * @csspart list - The list.
 * @csspart table - The table.
 * @csspart entry - One entry in the list.
 * @csspart link - Title of an entry in list or table.
 * @csspart pager - Pages.
 * @csspart article - An entry that is open.
 * @csspart metadata - Its metadata.
 * @csspart banner - Its validity, when it is not simply in force.
 * @csspart body - Its text.
 * @csspart citation - How to cite it.
 */
export class ZwgkCatalogue extends LitElement {
  static override styles = [base, styles];

  /** The catalogue (or standard catalogue) itself, when a script has it. */
  @property({ attribute: false }) catalogue: Catalogue | StandardCatalogue | undefined;
  /** Address of a JSON document with one catalogue, relative to the page. */
  @property() src: string | undefined;
  /** Id of a catalogue of the service or folder that `<zwgk-provider>` names. */
  @property({ attribute: 'catalogue-id' }) catalogueId: string | undefined;
  /** Whom to ask. Usually comes from `<zwgk-provider>`. */
  @property({ attribute: false }) client: Connection | undefined;
  /** Reader's state: words that must all occur. */
  @property() query = '';
  /** Reader's state: the page, from 1. */
  @property({ type: Number }) page = 1;
  /** Reader's state: entries on a page, 1 to 100; 20, 50 and 100 are offered. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;
  /** Reader's state: `relevance`, `newest`, `oldest`, `title` or `indexNumber`. */
  @property() sort: CatalogueSort | '' = '';
  /** Reader's state: column, facets and days; as attribute `year=2026&publisher=…&node=…&from=…&to=…`. */
  @property({ converter: filtersAttribute }) filters: CatalogueFilters = {};
  /** Reader's state: `list` or `table`. A narrow element always shows the list. */
  @property() view: 'list' | 'table' = 'list';

  @state() private _page: CataloguePage | undefined;
  @state() private _error: ZwgkError | undefined;
  @state() private _entry: CatalogueEntry | undefined;
  @state() private _notice = '';
  @state() private _wide = true;
  @state() private _panel = false;
  @state() private _chosen = anyItem;
  private _unfolded: ReadonlySet<string> = new Set();
  private _related = new Map<string, CatalogueEntry>();
  private _key = '';
  private _opened: Opened | undefined;
  private _control: AbortController | undefined;
  private _markup: { source: Element; rows: number; catalogue: object } | undefined;
  private _focus = '';
  private _size: ResizeObserver | undefined;
  private _messages = new MessagesController(this, catalogueMessages);
  private _errors = new MessagesController(this, errorMessages);
  private _load: LoadController<Opened> = new LoadController<Opened>(this, {
    value: () => this.catalogue ?? this._enhanced(),
    id: () => this.catalogueId,
    open: async (connection, input, options) => {
      const reader = await createCatalogues(connection.http).open(input, options);
      const [key, query] = this._question();
      return { reader, key, page: await reader.page({ ...query, facets: reader.total <= LARGE }, options) };
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this._hash);
    this._size = new ResizeObserver(([entry]) => (this._wide = entry!.contentRect.width >= WIDE));
    this._size.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this._hash);
    this._size?.disconnect();
    this._control?.abort();
  }

  /** What a page's own list or table says; made anew only when rows came or went. */
  private _enhanced(): object | undefined {
    if (this.src || this.catalogueId || this.querySelector('script[type*="json"]')) return undefined;
    // While the page is being parsed the list may still be growing.
    if (document.readyState === 'loading' && !this.nextSibling) return undefined;
    const source = this.querySelector('table, ul, ol');
    const rows = source?.querySelectorAll('tr, li').length ?? 0;
    if (!source || !rows) return undefined;
    const kept = this._markup;
    if (kept?.source === source && kept.rows === rows) return kept.catalogue;
    const read = readMarkup(this);
    this._markup = read && { ...read, rows };
    return read?.catalogue;
  }

  /** What the reader's state asks; what makes no sense in it is left out, not refused. */
  private _question(): [key: string, query: CatalogueQuery] {
    const { query, page, pageSize, sort, filters } = this;
    const day = (value?: string) =>
      value && value.length === 10 && minuteOf(value) === minuteOf(value) ? value : undefined;
    const { node, from, to, ...facets } = filters ?? {};
    const asked: CatalogueQuery = {
      text: String(query ?? ''),
      node,
      from: day(from),
      to: day(to),
      filters: facets,
      sort: sort && Object.keys(this._messages.text.sorts).includes(sort) ? sort : undefined,
      page: page >= 1 ? Math.floor(page) : 1,
      pageSize: pageSize >= 1 && pageSize <= 100 ? Math.floor(pageSize) : 20,
    };
    return [JSON.stringify(asked), asked];
  }

  protected override willUpdate(): void {
    const opened = this._load.state.value;
    if (opened !== this._opened) {
      this._opened = opened;
      this._control?.abort();
      this._error = this._entry = undefined;
      this._page = opened?.page;
      this._key = opened?.key ?? '';
      if (opened) {
        this._unfolded = new Set(pathTo(opened.reader.nodes, this.filters?.node).map((node) => node.id));
        this._hash();
      }
    }
    if (!opened || opened.reader.standard) return;
    const [key] = this._question();
    if (key !== this._key) void this._ask(key);
    else if (!Object.keys(this._page?.facets ?? {}).length && opened.reader.total > LARGE && this._page === opened.page)
      void this._ask(key, true);
  }

  /** One question to the reader; the newest wins. A page past the end becomes the last one. */
  private async _ask(key: string, quiet = false): Promise<void> {
    const { reader } = this._opened!;
    this._key = key;
    this._control?.abort();
    const control = (this._control = new AbortController());
    if (quiet) await new Promise((resolve) => setTimeout(resolve, 50));
    else this.setAttribute('aria-busy', 'true');
    try {
      if (control.signal.aborted) return;
      const [, query] = this._question();
      let page = await reader.page(query, { signal: control.signal });
      const last = Math.ceil(page.total / query.pageSize!);
      if (!page.items.length && last && query.page! > last)
        page = await reader.page({ ...query, page: last }, { signal: control.signal });
      if (control.signal.aborted) return;
      this._page = page;
      this._error = undefined;
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      if (control.signal.aborted) return;
      this._error = error;
      emit(this, 'zwgk-failed', { error, shown: true });
    } finally {
      if (!control.signal.aborted) this.removeAttribute('aria-busy');
    }
  }

  private _retry = (): void => {
    this._key = '';
    this.requestUpdate();
  };

  /** `#zwgk=<索引号>` opens that entry. */
  private _hash = (): void => {
    const number = /^#zwgk=(.+)$/.exec(location.hash)?.[1];
    if (!number || !this._opened || this._opened.reader.standard) return;
    let plain = number;
    try {
      plain = decodeURIComponent(number);
    } catch {
      // Typed by hand, with a stray %: taken as it stands.
    }
    void this._show(plain);
  };

  private async _show(number: string): Promise<void> {
    const { reader } = this._opened!;
    this._notice = '';
    try {
      this._present(await reader.get(number));
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      this._notice = error.code === 'not_found' ? this._messages.text.missing(number) : this._errors.text[error.code];
      if (error.code !== 'not_found') emit(this, 'zwgk-failed', { error, shown: true });
    }
  }

  /** Puts an entry in the list's place, with the titles of those that it names. */
  private _present(entry: CatalogueEntry): void {
    this._entry = entry;
    this._focus = '[part=article] h3';
    const { reader } = this._opened!;
    for (const id of [...(entry.interpretationIds ?? []), entry.replacedBy].slice(0, 20))
      if (id && !this._related.has(id))
        void reader.get(id).then(
          (found) => {
            this._related.set(id, found);
            this.requestUpdate();
          },
          // Its number stands in place of its title.
          () => {},
        );
  }

  private _link = (entry: CatalogueEntry): string =>
    `${location.href.replace(/#.*$/, '')}#zwgk=${encodeURIComponent(entry.indexNumber)}`;
  private _hrefOf = (entry: CatalogueEntry): string | undefined =>
    isNumbered(entry.indexNumber) ? `#zwgk=${encodeURIComponent(entry.indexNumber)}` : entry.url;

  private _open = (entry: CatalogueEntry, click: Event): void => {
    const { ctrlKey, metaKey, shiftKey } = click as MouseEvent;
    if (ctrlKey || metaKey || shiftKey) return;
    if (!emit(this, 'zwgk-catalogue-open', { entry }, true)) return click.preventDefault();
    // A row of the page's own list that leads somewhere: there it leads.
    if (this._markup && entry.url) {
      if (isNumbered(entry.indexNumber)) {
        click.preventDefault();
        location.assign(new URL(entry.url, this.baseURI).href);
      }
      return;
    }
    click.preventDefault();
    this._present(entry);
    // A service sends lists without the texts.
    if (isNumbered(entry.indexNumber) && entry.body === undefined && !this.catalogue)
      void this._show(entry.indexNumber);
  };

  private _close = (): void => {
    const row = this._page?.items.findIndex(({ indexNumber }) => indexNumber === this._entry?.indexNumber) ?? -1;
    this._entry = undefined;
    this._focus = row < 0 ? '[part=count]' : `[data-row="${row}"]`;
  };

  private async _copy(entry: CatalogueEntry): Promise<void> {
    const { text } = this._messages;
    try {
      await navigator.clipboard.writeText(this._link(entry));
      this._notice = text.copied;
    } catch {
      // Pages without https have no clipboard: the reader copies what is selected.
      const url = this.renderRoot.querySelector('.url');
      if (url) getSelection()?.selectAllChildren(url);
      this._notice = text.copyBy;
    }
  }

  private _go = (page: number): void => {
    this.page = page;
    this._focus = '[part=count]';
  };
  private _narrow = (filters: CatalogueFilters): void => {
    this.filters = filters;
    this.page = 1;
    this._entry = undefined;
    if (filters.node) this._unfold(filters.node, true);
  };
  private _unfold = (id: string, open = !this._unfolded.has(id)): void => {
    const unfolded = new Set(this._unfolded);
    if (open) unfolded.add(id);
    else unfolded.delete(id);
    this._unfolded = unfolded;
    this.requestUpdate();
  };
  private _search = (submit: Event): void => {
    submit.preventDefault();
    const query = this.renderRoot.querySelector<HTMLInputElement>('[type=search]')!.value.trim();
    if (!emit(this, 'zwgk-catalogue-search', { query }, true)) return;
    this.query = query;
    this.page = 1;
    this._entry = undefined;
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const target = this._focus && this.renderRoot.querySelector<HTMLElement>(this._focus);
    if (!target || (this._focus === '[part=count]' && this.hasAttribute('aria-busy'))) return;
    this._focus = '';
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const opened = this._load.state.value;
    return html`${this._load.status()}${opened ? this._catalogue(opened) : html`<slot></slot>`}`;
  }

  private _catalogue({ reader }: Opened): TemplateResult {
    const { text, pick, lang } = this._messages;
    const { standard, publisher, updatedAt } = reader;
    const facts = [nameOf(publisher, pick), standard && pick(standard.domain), formatDate(updatedAt, lang)].filter(
      Boolean,
    );
    const title = pick(reader.title as LocalizedText | undefined) || (standard ? text.standardTitle : text.title);
    return html`<section part="catalogue" class=${this._wide ? 'wide' : 'narrow'} aria-label=${title}>
      ${
        this._markup && !reader.title
          ? nothing
          : html`<header part="header">
              <h2 part="title">${title}</h2>
              ${facts.length ? html`<p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>` : nothing}
            </header>`
      }
      <form part="search" role="search" class="no-print" @submit=${this._search}>
        <input type="search" .value=${this.query} aria-label=${text.searchFor} placeholder=${text.searchFor} />
        <button class="primary">${text.search}</button>
      </form>
      ${standard ? this._standard(standard) : this._columns(reader)}
    </section>`;
  }

  private _columns(reader: CatalogueReader): TemplateResult {
    const { text, pick } = this._messages;
    const page = this._page!;
    const { filters, query, _wide: wide } = this;
    const view: ListView = {
      text,
      pick,
      filters: filters ?? {},
      query,
      page,
      wide,
      publisher: nameOf(reader.publisher, pick),
      unfolded: this._unfolded,
      unfold: this._unfold,
      narrow: this._narrow,
      open: this._open,
      hrefOf: this._hrefOf,
    };
    const chips = this._chips(view, reader);
    const day = (key: 'from' | 'to') =>
      html`<label class="day"
        >${text[key]}<input
          type="date"
          .value=${filters?.[key] ?? ''}
          @change=${(change: Event) => this._narrow({ ...filters, [key]: (change.target as HTMLInputElement).value })}
      /></label>`;
    return html`<div class="columns">
      <div part="filters" class="no-print">
        ${
          wide
            ? nothing
            : html`<button
                type="button"
                class="panel"
                aria-expanded=${this._panel}
                @click=${() => (this._panel = !this._panel)}
              >
                ${text.panel}${chips.length ? `（${chips.length}）` : nothing}
              </button>`
        }
        <div ?hidden=${!wide && !this._panel}>
          ${
            reader.nodes.length
              ? html`<nav class="tree" aria-label=${text.tree}>
                  <h3>${text.tree}</h3>
                  <button
                    type="button"
                    class="node"
                    aria-current=${!filters?.node}
                    @click=${() => this._narrow({ ...filters, node: '' })}
                  >
                    ${text.all}
                  </button>
                  ${treeView(treeOf(reader.nodes, page.facets.node), view)}
                </nav>`
              : nothing
          }
          ${facetsView(view)}
          ${reader.total ? html`<div class="days" role="group" aria-label=${text.fields.publishedAt}>${day('from')}${day('to')}</div>` : nothing}
        </div>
      </div>
      <div part="main">
        ${this._message()}${this._entry ? this._article(this._entry, reader) : this._list(view, reader, chips)}
      </div>
    </div>`;
  }

  /** What just happened, for eyes and ears alike: there before it is needed. */
  private _message(): TemplateResult {
    const { _error: error, _notice: notice, _errors } = this;
    const line = error ? _errors.text[error.code] : notice;
    return html`<div part="status" role="status" class=${error ? 'failed' : line ? 'notice' : 'none'}>
      ${line}${error?.retryable ? html` <button type="button" class="link" @click=${this._retry}>${_errors.text.retry}</button>` : nothing}
    </div>`;
  }

  private _chips({ text, filters, pick }: ListView, reader: CatalogueReader): [string, CatalogueFilters][] {
    const chips: [string, CatalogueFilters][] = [];
    const { node, from, to } = filters;
    if (node) chips.push([pick(reader.nodes.find(({ id }) => id === node)?.title) || node, { ...filters, node: '' }]);
    for (const field of facetFields)
      for (const value of filters[field] ?? [])
        chips.push([wordOf(text, value), { ...filters, [field]: filters[field]!.filter((one) => one !== value) }]);
    if (from) chips.push([`${text.from} ${from}`, { ...filters, from: '' }]);
    if (to) chips.push([`${text.to} ${to}`, { ...filters, to: '' }]);
    return chips;
  }

  private _list(view: ListView, reader: CatalogueReader, chips: [string, CatalogueFilters][]): TemplateResult {
    const { text, page, wide } = view;
    if (!reader.total) return html`<p class="empty">${text.empty}</p>`;
    const [, asked] = this._question();
    const size = asked.pageSize!;
    const pages = Math.ceil(page.total / size);
    const at = Math.min(asked.page!, pages || 1);
    const sort = asked.sort ?? (view.query ? 'relevance' : 'newest');
    const asTable = wide && this.view === 'table';
    const choose = (
      label: string,
      values: readonly (readonly [string, string])[],
      chosen: string,
      pick: (value: string) => void,
    ) =>
      html`<label
        >${label}<select @change=${(change: Event) => pick((change.target as HTMLSelectElement).value)}>
          ${values.map(([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`)}
        </select></label
      >`;
    const sorts = Object.entries(text.sorts).filter(([value]) => value !== 'relevance' || view.query);
    const sizes = [...new Set([...SIZES, size])].sort((a, b) => a - b).map((n) => [String(n), String(n)] as const);
    return html`<div class="bar">
        <p part="count" role="status" tabindex="-1">
          ${!page.total ? text.nothing : view.query ? text.found(page.total, view.query, at, pages) : text.count(page.total, at, pages)}
        </p>
        <div class="tools no-print">
          ${choose(text.sort, sorts, sort, (value) => {
            this.sort = value as CatalogueSort;
            this.page = 1;
          })}
          ${choose(text.perPage, sizes, String(size), (value) => {
            this.pageSize = +value;
            this.page = 1;
          })}
          ${
            wide
              ? html`<div class="views">
                  ${(['list', 'table'] as const).map(
                    (name) =>
                      html`<button
                        type="button"
                        aria-pressed=${asTable === (name === 'table')}
                        @click=${() => (this.view = name)}
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
        chips.length || view.query
          ? html`<div class="chips no-print" role="group" aria-label=${text.chosen}>
              ${chips.map(
                ([name, without]) =>
                  html`<button type="button" aria-label=${text.remove(name)} @click=${() => this._narrow(without)}>
                    ${name} <span aria-hidden="true">×</span>
                  </button>`,
              )}
              <button
                type="button"
                class="link"
                @click=${() => {
                  this.query = '';
                  this._narrow({});
                }}
              >
                ${text.clear}
              </button>
            </div>`
          : nothing
      }
      ${page.total ? rowsView(view, asTable) : nothing} ${pages > 1 ? pagerView(view, at, pages, this._go) : nothing}`;
  }

  private _article(entry: CatalogueEntry, reader: CatalogueReader): TemplateResult {
    const { text, pick, lang } = this._messages;
    return html`<article part="article">
      <div class="actions no-print">
        <button type="button" @click=${this._close}>‹ ${text.back}</button>
        ${isNumbered(entry.indexNumber) ? html`<button type="button" @click=${() => this._copy(entry)}>${text.copyLink}</button>` : nothing}
      </div>
      <h3 tabindex="-1">${pick(entry.title) || text.untitled}</h3>
      ${entryView(entry, {
        text,
        pick,
        lang,
        nodes: reader.nodes,
        related: this._related,
        link: this._link(entry),
        openLink: (number) => this._show(number),
      })}
    </article>`;
  }

  private _standard(standard: StandardCatalogue): TemplateResult {
    const { text, pick } = this._messages;
    const [, { page = 1, text: query = '' }] = this._question();
    const size = 100;
    const view: StandardView = {
      text,
      pick,
      query,
      wide: this._wide,
      filters: this._chosen,
      narrow: (filters) => {
        this._chosen = filters;
        this.page = 1;
      },
    };
    const items = standardItems(standard, query, this._chosen, pick);
    const pages = Math.ceil(items.length / size);
    const at = Math.min(page, pages || 1);
    const shown = items.slice((at - 1) * size, at * size);
    return html`<div class="bar">
        <p part="count" role="status" tabindex="-1">
          ${!standard.items.length ? text.empty : !items.length ? text.nothing : text.count(items.length, at, pages)}
        </p>
        <div class="tools no-print">${standard.items.length ? standardFilters(view) : nothing}</div>
      </div>
      ${items.length ? standardView(shown, view) : nothing}
      ${pages > 1 ? pagerView(view, at, pages, this._go) : nothing}`;
  }
}
