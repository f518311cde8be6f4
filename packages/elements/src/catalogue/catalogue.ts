import { isZwgkError, type CatalogueSort, type Connection } from '@zwgk/client';
import type { Catalogue, StandardCatalogue } from '@zwgk/schema';
import { LitElement, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { emit } from '../shared/emit.js';
import { errorMessages } from '../shared/errors.messages.js';
import { LoadController } from '../shared/load-controller.js';
import { MessagesController, pick } from '../shared/messages.js';
import { Asking } from './catalogue.asking.js';
import type { CatalogueFilters } from './catalogue.list.js';
import type { CoveragePart } from './catalogue.coverage.js';
import { COUNT, FocusController } from './catalogue.focus.js';
import { catalogueMessages } from './catalogue.messages.js';
import { markupIn, measureOf, openCatalogue, part, type Markup, type Opened } from './catalogue.open.js';
import { Opening } from './catalogue.opening.js';
import { filtersAttribute, filtersOf, questionOf } from './catalogue.question.js';
import { styles } from './catalogue.styles.js';
import { pathTo } from './catalogue.tree.js';
import { catalogueView, type Reading } from './catalogue.view.js';
import { WidthController } from './catalogue.width.js';

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
  private _focus = new FocusController(this);
  private _width = new WidthController(this);
  private _coverage: CoveragePart | undefined;
  private _notice = '';
  private _panel = false;
  private _unfolded: ReadonlySet<string> = new Set();
  private _opened: Opened | undefined;
  private _markup: Markup | undefined;
  private _messages = new MessagesController(this, catalogueMessages);
  private _errors = new MessagesController(this, errorMessages);
  private _opening = new Opening(this, {
    asking: this._asking,
    focus: this._focus,
    messages: this._messages,
    errors: this._errors,
    say: (notice) => this._say(notice),
  });
  private _load: LoadController<Opened> = new LoadController<Opened>(this, {
    value: () => this.catalogue ?? this._enhanced(),
    id: () => this.catalogueId,
    open: (connection, input, options) =>
      openCatalogue(this, connection, input, options, this._markup, () => questionOf(this)),
  });

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
      if (opened) this._unfolded = new Set(pathTo(opened.reader.nodes, filtersOf(this).node).map((node) => node.id));
      this._opening.begin(opened);
      this._coverage = undefined;
      if (opened) void this._cover(opened);
    }
    if (opened && !opened.reader.standard) this._asking.update();
  }

  /** What is asked for beside what is published, after the first rows. */
  private async _cover(opened: Opened): Promise<void> {
    const { standard } = this;
    const { reader } = opened;
    if ((!standard && !reader.items) || reader.standard) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
    const loaded = await import('./catalogue.coverage.js').catch(() => undefined);
    if (!loaded || opened !== this._opened) return;
    this._coverage = loaded.coveragePart(
      this,
      reader,
      () => measureOf(this, this._load.connection, reader, standard),
      (selector) => {
        this._opening.entry = undefined;
        this._focus.to(selector);
      },
    );
    this.requestUpdate();
  }

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
    this._opening.entry = undefined;
    this._notice = '';
    if (state.page) this._focus.to(COUNT);
    if (!state.view) this.page = 1;
    if (state.filters?.node) this._unfold(state.filters.node, true);
    Object.assign(this, state);
    this._opening.write();
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
              opening: this._opening,
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
              download: this._download,
            })
          : html`<slot></slot>`
      }`;
  }
}
