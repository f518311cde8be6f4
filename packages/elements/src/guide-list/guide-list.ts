import { openGuideList, ZwgkError, type Connection, type GuideList } from '@zwgk/client';
import { isSafeUrl, type Guide, type GuideEntry } from '@zwgk/schema';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { emit } from '../shared/emit.js';
import { LoadController } from '../shared/load-controller.js';
import { MessagesController } from '../shared/messages.js';
import type { Change, GuideFinder } from './guide-list.find.js';
import { guideListMessages } from './guide-list.messages.js';
import { styles } from './guide-list.styles.js';

/** 最常办 (by `caseVolume`), 按拼音, 最近更新; empty: as published, or by how well it fits the words. */
export type GuideSort = '' | 'used' | 'title' | 'newest';

/** A list with what searches it, where that could be fetched. */
interface Opened {
  readonly list: GuideList;
  readonly find: typeof import('./guide-list.find.js') | undefined;
}

/** In em of the element's own width: below it choices are drop-down lists. */
const WIDE = 40;

/**
 * 办事指南列表: many guides by whom they are for, subject, first letter and use; searched as a catalogue is. Each opens its
 * card in the list's place, or leads to a page of its own (`href-template`). Without any other input it lists all guides
 * of the service or folder that `<zwgk-provider>` names.
 *
 * @tag zwgk-guide-list
 * @status experimental
 * @slot - What readers see without scripts, while it loads and after a failure: usually a list of links.
 * @fires {CustomEvent<{ guide: Guide }>} zwgk-guide-open - The reader opens a guide. Prevent it to show it elsewhere.
 * @fires {CustomEvent<{ error: ZwgkError, shown: boolean }>} zwgk-failed - The list could not be loaded or searched, or has entries with defects (`shown` is true then).
 * @csspart status - The line shown while loading, after a failure, or when something was left out.
 * @csspart title - The heading, where the document has a title.
 * @csspart search - The search form.
 * @csspart filters - Whom it is for, subject, first letter.
 * @csspart count - The line that tells how many there are.
 * @csspart list - The list.
 * @csspart entry - One guide in the list.
 * @csspart link - The name of a guide.
 * @csspart card - A guide that is open, with the way back.
 */
export class ZwgkGuideList extends LitElement {
  static override styles = [base, styles];
  /** Fetches `zwgk-guide-card`, which shows an open guide; set by the file that registers this element. */
  static card: (() => Promise<unknown>) | undefined;

  /** The guides themselves, or `{ title, guides }`, when a script has them. */
  @property({ attribute: false }) guides: readonly (Guide | GuideEntry)[] | undefined;
  /** Address of a JSON document with guides, or of a folder's `guides/index.json`, relative to the page. */
  @property() src: string | undefined;
  /** Whom to ask. Usually comes from `<zwgk-provider>`. */
  @property({ attribute: false }) client: Connection | undefined;
  /** Address of a guide's own page, `{id}` stands for its id: names become links to it. */
  @property({ attribute: 'href-template' }) hrefTemplate: string | undefined;
  /** Guides that are listed before the reader asks for more, 1 to 200. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;
  /** Reader's state: words that must all occur. */
  @property() query = '';
  /** Reader's state: `person`, `org` or empty. */
  @property() audience = '';
  /** Reader's state: 主题, as the guides name it. */
  @property() topic = '';
  /** Reader's state: `A` to `Z`, or `#` for names that begin with none. */
  @property() letter = '';
  /** Reader's state: `used`, `title`, `newest` or empty. */
  @property() sort: GuideSort = '';
  /** Reader's state: id of the guide that is open. */
  @property() selected = '';

  private _opened: Opened | undefined;
  private _finder: GuideFinder | undefined;
  private _open: GuideEntry | undefined;
  private _shown = 0;
  private _wide = true;
  private _focus = '';
  private _card: Promise<unknown> | undefined;
  private _size: ResizeObserver | undefined;
  private _messages = new MessagesController(this, guideListMessages);
  private _load: LoadController<Opened> = new LoadController<Opened>(this, {
    value: () => this.guides,
    id: () => (this._load.connection.http.kind === 'none' ? undefined : 'guides'),
    open: async ({ http }, input, options) => {
      const find = import('./guide-list.find.js').catch(() => undefined);
      return { list: await openGuideList(http, input, options), find: await find };
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this._size = new ResizeObserver(() => {
      const wide = this._look();
      if (wide === this._wide) return;
      this._wide = wide;
      // Not at once: what it changes would be observed in the same round.
      requestAnimationFrame(() => this.requestUpdate());
    });
    this._size.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._size?.disconnect();
  }

  private _look(): boolean {
    const { clientWidth } = this;
    return clientWidth ? clientWidth >= WIDE * parseFloat(getComputedStyle(this).fontSize) : this._wide;
  }
  protected override firstUpdated(): void {
    // The list may come within this very task, before an observer speaks.
    this._wide = this._look();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const opened = this._load.state.value;
    if (opened !== this._opened) {
      this._opened = opened;
      this._finder?.end();
      this._finder = opened?.find && new opened.find.GuideFinder(this, opened.list, this._change);
      this._open = undefined;
      this._shown = 0;
      if (opened && !opened.find) emit(this, 'zwgk-failed', { error: new ZwgkError('network'), shown: true });
    }
    if (['query', 'audience', 'topic', 'letter', 'sort', 'pageSize'].some((name) => changed.has(name))) this._shown = 0;
    if (!this._shown) this._shown = this.pageSize >= 1 && this.pageSize <= 200 ? Math.floor(this.pageSize) : 20;
    if ((this._open?.id ?? '') !== this.selected)
      this._open = this.selected ? opened?.list.guides.find(({ id }) => id === this.selected) : undefined;
  }

  /** What the reader changes; the list comes back. */
  private _change: Change = (state) => {
    this._open = undefined;
    this.selected = '';
    // A subject of the one may be none of the other's.
    if (state.audience !== undefined) this.topic = '';
    Object.assign(this, state);
    this.requestUpdate();
  };
  private _follow(guide: GuideEntry, click: MouseEvent, link: boolean): void {
    const go = emit(this, 'zwgk-guide-open', { guide: guide as Guide }, true);
    if (!go) click.preventDefault();
    if (link || !go) return;
    this._open = guide;
    this.selected = guide.id ?? '';
    this._focus = '[part=card]';
    this.requestUpdate();
  }
  private _back = (): void => {
    this._focus = `[data-row="${this._opened!.list.guides.indexOf(this._open!)}"]`;
    this._change({});
  };
  private _more = (): void => {
    this._focus = `[part=entry]:nth-child(${this._shown + 1}) [part=link]`;
    this._shown += Math.max(20, this._shown);
    this.requestUpdate();
  };

  protected override updated(): void {
    if (this._open && !this._card)
      this._card = ZwgkGuideList.card?.().catch(() => {
        // Asked for again with the next guide; until then its name and body stand there.
        this._card = undefined;
        emit(this, 'zwgk-failed', { error: new ZwgkError('network'), shown: true });
      });
    const target = this._focus && this.renderRoot.querySelector<HTMLElement>(this._focus);
    if (!target) return;
    this._focus = '';
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const list = this._load.state.value?.list;
    return html`${this._load.status()}${
      list ? (this._open ? this._cardOf(this._open, list) : this._listOf(list)) : html`<slot></slot>`
    }`;
  }

  private _listOf(list: GuideList): TemplateResult {
    const { _finder: finder, _shown: shown } = this;
    const { text } = this._messages;
    const { title = '', left } = list;
    const total = list.guides.length;
    const guides = finder ? finder.guides() : list.guides;
    const { length } = guides;
    const listed = Math.min(length, shown);
    return html`<section class=${this._wide ? 'wide' : 'narrow'} aria-label=${title || text.title}>
      ${title && html`<h2 part="title">${title}</h2>`} ${total && finder ? finder.head(this._wide) : nothing}
      <div class="bar">
        <p part="count" role="status">
          ${total ? (finder?.line(listed) ?? text.found(length, listed)) : text.empty}${left ? text.left(left) : nothing}
          ${finder ? nothing : text.plain}
        </p>
        ${total > 1 && finder ? finder.sorts() : nothing}
      </div>
      <ol part="list">
        ${guides.slice(0, shown).map((guide) => this._entryOf(guide, list))}
      </ol>
      ${
        length > shown
          ? html`<button type="button" class="further no-print" @click=${this._more}>
              ${text.more(Math.min(length - shown, Math.max(20, shown)))}
            </button>`
          : nothing
      }
    </section>`;
  }

  private _entryOf(guide: GuideEntry, list: GuideList): TemplateResult {
    const { _finder: finder, hrefTemplate } = this;
    const { text, pick } = this._messages;
    const { id, taskState } = guide;
    const show = (value: string) => (finder ? finder.show(value) : value);
    const title = pick(guide.taskName);
    const handle = pick(guide.handleItemName);
    const name = html`<span
      >${show(title)}${handle && !title.includes(handle) ? html`（${show(handle)}）` : nothing}</span
    >`;
    const href = id && hrefTemplate && hrefTemplate.split('{id}').join(encodeURIComponent(id));
    const link = !!href && isSafeUrl(href);
    const follow = (click: MouseEvent) => this._follow(guide, click, link);
    const row = list.guides.indexOf(guide);
    return html`<li part="entry">
      ${
        link
          ? html`<a part="link" href=${href} data-row=${row} @click=${follow}>${name}</a>`
          : html`<button type="button" part="link" data-row=${row} @click=${follow}>${name}</button>`
      }${
        taskState === '2' || taskState === '3'
          ? html`<span class="tag">${taskState === '2' ? text.suspended : text.cancelled}</span>`
          : nothing
      }
      ${finder ? finder.facts(guide) : html`<p class="facts">${pick(guide.deptName)}</p>`}
    </li>`;
  }

  /** One guide in the list's place; its card comes by its tag's name, and until then what the list knows stands inside. */
  private _cardOf(guide: GuideEntry, { summaries }: GuideList): TemplateResult {
    const { connection } = this._load;
    const { text, pick } = this._messages;
    const title = pick(guide.taskName);
    const whole = !(summaries && guide.id && connection.http.kind !== 'none');
    return html`<section part="card" tabindex="-1" aria-label=${title}>
      <button type="button" class="no-print" @click=${this._back}>‹ ${text.back}</button>
      <zwgk-guide-card .client=${connection} .guide=${whole ? guide : undefined} guide-id=${whole ? nothing : guide.id}>
        <h3>${title}</h3>
        <p>${pick(guide.deptName)}</p>
      </zwgk-guide-card>
    </section>`;
  }
}
