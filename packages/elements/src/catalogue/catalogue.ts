import { isZwgkError, type CatalogueReader, type CatalogueSort, type Connection } from '@zwgk/client';
import type { Catalogue, CatalogueEntry, StandardCatalogue } from '@zwgk/schema';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { emit } from '../shared/emit.js';
import { errorMessages } from '../shared/errors.messages.js';
import { LoadController } from '../shared/load-controller.js';
import { MessagesController, pick } from '../shared/messages.js';
import { Asking } from './catalogue.asking.js';
import type { CatalogueFilters } from './catalogue.list.js';
import type { CoveragePart } from './catalogue.coverage.js';
import type { EntryPart } from './catalogue.entry.js';
import { catalogueMessages } from './catalogue.messages.js';
import { numberInHash, seek } from './catalogue.named.js';
import { markupIn, measureOf, openCatalogue, part, type Markup, type Opened } from './catalogue.open.js';
import { filtersAttribute, filtersOf, questionOf } from './catalogue.question.js';
import { styles } from './catalogue.styles.js';
import { pathTo } from './catalogue.tree.js';
import type { Address } from './catalogue.url.js';
import { catalogueView, type Reading } from './catalogue.view.js';
import { WidthController } from './catalogue.width.js';
import { isNumbered } from './catalogue.words.js';

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
 * @csspart coverage - How much of the standard catalogue has been published.
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
  /** Reader's state: `relevance`, `newest`, `oldest`, `title` or `indexNumber`; empty: as fits the question. */
  @property() sort: CatalogueSort | '' = '';
  /** Reader's state: column, facets and days; as attribute `year=2026&publisher=…&node=…&from=…&to=…`. */
  @property({ converter: filtersAttribute }) filters: CatalogueFilters = {};
  /** Reader's state: `list` or `table`. A narrow element always shows the list. */
  @property() view: 'list' | 'table' = 'list';

  /** A 标准目录 to measure the catalogue by (应公开, 已公开, 缺): its address, or the document itself. */
  @property() standard: string | StandardCatalogue | undefined;
  /**
   * Present: the reader's state stands in the address of the page and comes back with it. Its value is the beginning of
   * the parameters' names; empty: `zwgk`. Read when the element is put into a page.
   */
  @property({ attribute: 'url-state' }) urlState: string | undefined;

  // Not decorated: names with an underscore are shortened in the files for pages without a build step, strings are not.
  private _asking = new Asking(this);
  private _width = new WidthController(this);
  private _entry: CatalogueEntry | undefined;
  private _entryPart: EntryPart | undefined;
  private _coverage: CoveragePart | undefined;
  private _notice = '';
  private _panel = false;
  private _unfolded: ReadonlySet<string> = new Set();
  private _opened: Opened | undefined;
  private _markup: Markup | undefined;
  private _focus = '';
  private _place: ScrollLogicalPosition = 'nearest';
  private _address: Address | undefined;
  private _messages = new MessagesController(this, catalogueMessages);
  private _errors = new MessagesController(this, errorMessages);
  private _load: LoadController<Opened> = new LoadController<Opened>(this, {
    value: () => this.catalogue ?? this._enhanced(),
    id: () => this.catalogueId,
    open: (connection, input, options) =>
      openCatalogue(this, connection, input, options, this._markup, () => questionOf(this)),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this._hash);
    void this._listen();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this._hash);
    this._asking.stop();
    this._address?.stop();
    this._address = undefined;
  }

  /** State in the address, where the page asks for it. */
  private async _listen(): Promise<void> {
    if (this.urlState === undefined || this._address) return;
    const loaded = await import('./catalogue.url.js').catch(() => undefined);
    if (!loaded || this._address || !this.isConnected) return;
    this._address = new loaded.Address(
      {
        state: () => {
          const { query, page, pageSize, sort, view } = this;
          return { query, page, pageSize, sort, view, filters: filtersOf(this) };
        },
        entry: () => this._entry?.indexNumber,
        apply: (state, entry) => {
          Object.assign(this, state);
          if (entry === this._entry?.indexNumber) return;
          this._wanted = entry;
          this._entry = undefined;
          this._follow();
          this.requestUpdate();
        },
      },
      this.urlState,
    );
  }
  /** 索引号 of the entry that the address names, until the catalogue is there. */
  private _wanted: string | undefined;
  private _follow(): void {
    if (!this._wanted || !this._opened || this._opened.reader.standard) return;
    const number = this._wanted;
    this._wanted = undefined;
    void this._show(number);
  }

  /** What a page's own list or table says, where nothing else is named. */
  private _enhanced(): Markup | undefined {
    if (this.src || this.catalogueId || this.querySelector('script[type*="json"]')) return undefined;
    const markup = markupIn(this, this._markup);
    if (markup) this._markup = markup;
    return markup;
  }

  protected override willUpdate(): void {
    const opened = this._load.state.value;
    if (opened !== this._opened) {
      this._opened = opened;
      this._asking.begin(opened);
      this._entry = undefined;
      if (opened) {
        this._unfolded = new Set(pathTo(opened.reader.nodes, filtersOf(this).node).map((node) => node.id));
        this._hash();
        this._follow();
        void this._cover(opened);
      } else this._coverage = undefined;
    }
    if (opened && !opened.reader.standard) this._asking.update();
  }

  /** What is asked for beside what is published, after the first rows. */
  private async _cover(opened: Opened): Promise<void> {
    const { standard } = this;
    const { reader } = opened;
    this._coverage = undefined;
    if ((!standard && !reader.items) || reader.standard) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
    const loaded = await import('./catalogue.coverage.js').catch(() => undefined);
    if (!loaded || opened !== this._opened) return;
    this._coverage = loaded.coveragePart(
      this,
      reader,
      () => measureOf(this, this._load.connection, reader, standard),
      (selector) => {
        this._entry = undefined;
        this._focus = selector;
        this.requestUpdate();
      },
    );
    this.requestUpdate();
  }

  /** `#zwgk=<索引号>` opens that entry. */
  private _hash = (): void => {
    const number = numberInHash();
    if (!number || !this._opened || this._opened.reader.standard) return;
    this._place = 'start';
    const found = this._show(number, true);
    void found.then((own) => own || (this._place = 'nearest'));
    seek(found, () => this._say(this._messages.text.missing(number)));
  };

  /** Opens an entry by its number; false when this catalogue has none. */
  private _show = async (number: string, silent = false): Promise<boolean> => {
    const { reader } = this._opened!;
    this._notice = '';
    let found = true;
    try {
      await this._present(await reader.get(number), reader);
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      found = error.code !== 'not_found';
      if (found) {
        this._notice = this._errors.text[error.code];
        emit(this, 'zwgk-failed', { error, shown: true });
      } else if (!silent) this._notice = this._messages.text.missing(number);
    }
    this.requestUpdate();
    return found;
  };

  /** Puts an entry in the list's place. */
  private async _present(entry: CatalogueEntry, reader: CatalogueReader): Promise<void> {
    if (!this._entryPart) {
      this.setAttribute('aria-busy', 'true');
      try {
        this._entryPart = (await part(import('./catalogue.entry.js'))).entryPart(this);
      } finally {
        this.removeAttribute('aria-busy');
      }
    }
    if (reader !== this._opened?.reader) return;
    this._entry = entry;
    this._focus = '[part=article] h3';
    this._entryPart.load(entry, reader);
    this._address?.write();
    this.requestUpdate();
  }

  private _open = (entry: CatalogueEntry, click: MouseEvent): void => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    const { reader, enhanced } = this._opened!;
    const shown = emit(this, 'zwgk-catalogue-open', { entry }, true);
    // A row of the page's own list leads where it led.
    if (shown && enhanced && entry.url) return;
    click.preventDefault();
    if (!shown) return;
    this._notice = '';
    // A service sends lists without the texts.
    if (isNumbered(entry.indexNumber) && this.catalogueId && entry.body === undefined)
      void this._show(entry.indexNumber);
    else void this._present(entry, reader);
  };

  private _close = (): void => {
    const row = this._asking.page!.items.findIndex(({ indexNumber }) => indexNumber === this._entry?.indexNumber);
    this._entry = undefined;
    this._focus = row < 0 ? '[part=count]' : `[part=list] > :nth-child(${row + 1}) a, tbody > :nth-child(${row + 1}) a`;
    this._address?.write();
    this._say('');
  };
  private _linkTo = (indexNumber: string): string => {
    const page = this._address?.bare().href ?? location.href;
    return `${page.replace(/#.*$/, '')}#zwgk=${encodeURIComponent(indexNumber)}`;
  };
  private _download = async (): Promise<void> => {
    const { reader } = this._opened!;
    const { text, pick } = this._messages;
    try {
      const { download } = await part(import('./catalogue.export.js'));
      const title = pick(reader.title) || text.title;
      await download(this, reader, questionOf(this)[1], { text, pick, title });
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      emit(this, 'zwgk-failed', { error, shown: true });
      this._say(this._errors.text[error.code]);
    }
  };

  /** What the reader changes; the list comes back, and its first page with it. */
  private _change: Reading['change'] = (state) => {
    this._entry = undefined;
    this._notice = '';
    if (state.page) this._focus = '[part=count]';
    if (!state.view) this.page = 1;
    if (state.filters?.node) this._unfold(state.filters.node, true);
    Object.assign(this, state);
    this._address?.write();
    this.requestUpdate();
  };
  private _toggle = (): void => {
    this._panel = !this._panel;
    this.requestUpdate();
  };
  private _say = (notice: string): void => {
    this._notice = notice;
    this.requestUpdate();
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
    if (emit(this, 'zwgk-catalogue-search', { query }, true)) this._change({ query });
  };
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // After paging the line with the count gets the focus once the new page is there.
    const target = this._focus && this.renderRoot.querySelector<HTMLElement>(this._focus);
    if (!target || (this._focus === '[part=count]' && this.hasAttribute('aria-busy'))) return;
    this._focus = '';
    target.focus();
    target.scrollIntoView({ block: this._place });
    this._place = 'nearest';
  }

  override render(): TemplateResult {
    const opened = this._load.state.value;
    const { text, lang } = this._messages;
    const { page, error, retry } = this._asking;
    return html`<i class="em"></i>${this._load.status()}${
        opened && page
          ? catalogueView(opened, {
              text,
              errors: this._errors.text,
              // The language is looked up once for all rows.
              pick: (value) => pick(value, lang),
              lang,
              page,
              error,
              entry: this._entry,
              entryPart: this._entryPart,
              coverage: this._coverage,
              notice: this._notice,
              wide: this._width.wide,
              panel: this._panel,
              unfolded: this._unfolded,
              asked: questionOf(this)[1],
              filters: filtersOf(this),
              table: this.view === 'table',
              enhanced: opened.enhanced,
              change: this._change,
              toggle: this._toggle,
              say: this._say,
              unfold: this._unfold,
              search: this._search,
              retry,
              open: this._open,
              close: this._close,
              download: this._download,
              linkTo: this._linkTo,
              show: this._show,
            })
          : html`<slot></slot>`
      }`;
  }
}
