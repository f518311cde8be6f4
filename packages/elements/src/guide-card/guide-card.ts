import { openGuide, ZwgkError, type Connection } from '@zwgk/client';
import type { Guide } from '@zwgk/schema';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { emit } from '../shared/emit.js';
import { LoadController } from '../shared/load-controller.js';
import { MessagesController } from '../shared/messages.js';
import { longFacts, shortFacts, type Shown, type View } from './guide-card.facts.js';
import type { FullForm } from './guide-card.full.js';
import { guideCardMessages } from './guide-card.messages.js';
import { styles } from './guide-card.styles.js';

/**
 * One procedure guide (办事指南): who can apply, what to bring, where, how long, what it costs, what if refused; below
 * that every published field in the official order of 19 elements. Until that part has been fetched the answers are
 * shown alone and `aria-busy` stays.
 *
 * @tag zwgk-guide-card
 * @status experimental
 * @slot - What readers see without scripts and until the guide is there: usually a link or the guide as a table.
 * @slot actions - Buttons or links below the facts.
 * @slot remedy - In place of the usual sentence on reconsideration and lawsuit.
 * @fires {CustomEvent<{ guide: Guide }>} zwgk-guide-open - The reader follows the guide's own `url`. Prevent it to stay on the page.
 * @fires {CustomEvent<{ form: 'notice' | 'card' | 'large' | 'slip', document: Document }>} zwgk-guide-print - The reader prints one of the paper forms. Prevent it to print `document` in a way of your own.
 * @fires {CustomEvent<{ error: ZwgkError, shown: boolean }>} zwgk-failed - The guide could not be loaded; or parts of it were left out, or the full form could not be fetched (`shown`).
 * @csspart status - The line shown while loading, after a failure, or when something was left out.
 * @csspart card - The frame around everything.
 * @csspart title - The heading.
 * @csspart facts - The answers for a reader with ten seconds.
 * @csspart section - One of the sections of the full form.
 */
export class ZwgkGuideCard extends LitElement {
  static override styles = [base, styles];

  /** The guide itself, when a script has it. Wins over an inline document, `src` and `guide-id`. */
  @property({ attribute: false }) guide: Guide | undefined;
  /** Address of a JSON document with one guide, relative to the page. Wins over `guide-id`. */
  @property() src: string | undefined;
  /** Id of a guide of the service or folder that `<zwgk-provider>` names. */
  @property({ attribute: 'guide-id' }) guideId: string | undefined;
  /** Whom to ask. Usually comes from `<zwgk-provider>`. */
  @property({ attribute: false }) client: Connection | undefined;
  /** Name, body, time, visits, fee, materials, telephone and links only. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /**
   * Answers of the reader to the guide's questions (情形), `id:value;id:value`. Read it to pass them on; it is never
   * written to the address or stored. Unknown ids and values are passed over.
   */
  @property() situation: string | undefined;
  /** 办件编号 of the reader's case. With `case-src` its state is fetched; without, it is only named beside `position`. */
  @property({ attribute: 'case-no' }) caseNo: string | undefined;
  /**
   * Where the page's own case system answers with a `GuideCase`: an address with `{caseNo}` in it. Readers are asked for
   * a case number then.
   */
  @property({ attribute: 'case-src' }) caseSrc: string | undefined;
  /** The step at which the reader's case stands: name or number of a step, or id of a node of the guide's chart. */
  @property() position: string | undefined;

  private _load = new LoadController<Guide>(this, {
    value: () => this.guide,
    id: () => this.guideId,
    open: ({ http }, input, options) => openGuide(http, input, options),
  });
  private _messages = new MessagesController(this, guideCardMessages);
  /** A compact card without an address of its own can be unfolded. */
  private _whole = false;
  private _full: FullForm | undefined;
  /** The guide for which the full form was asked last, and whether it did not come. */
  private _asked: Guide | undefined;
  private _lost = false;
  /** The full form did not come within half a second, or has come. */
  private _late = false;

  protected override updated(): void {
    const guide = this._load.state.value;
    if (guide && !this._short && !this._full && this._asked !== guide) {
      this._asked = guide;
      void this._fetchFull();
    }
  }
  private async _fetchFull(): Promise<void> {
    this.setAttribute('aria-busy', 'true');
    const late = () => {
      this._late = true;
      this.requestUpdate();
    };
    const timer = setTimeout(late, 500);
    const part = await import('./guide-card.full.js').catch(() => undefined);
    clearTimeout(timer);
    late();
    this._lost = !part;
    if (part) this._full ??= new part.FullForm(this);
    this.requestUpdate();
    await this.updateComplete;
    // Another guide may be on its way meanwhile.
    if (this._load.state.status !== 'loading') this.removeAttribute('aria-busy');
    if (!part) emit(this, 'zwgk-failed', { error: new ZwgkError('network'), shown: true });
  }

  private get _short(): boolean {
    return this.compact && !this._whole;
  }
  private _turn = (): void => {
    this._whole = !this._whole;
    this.requestUpdate();
  };
  private _follow = (click: Event): void => {
    if (!emit(this, 'zwgk-guide-open', { guide: this._load.state.value! }, true)) click.preventDefault();
  };

  override render(): TemplateResult {
    const guide = this._load.state.value;
    // Facts alone would be pushed about by the full form that follows them: half a second is waited for it, and as long
    // as it takes where the whole guide, as printed for readers without scripts, stands there already.
    const early = !this._short && !this._full && !this._lost && (!this._late || this.querySelector('.zwgk-plain'));
    return html`${this._load.status(!!guide && !!early)}${guide && !early ? this._card(guide) : html`<slot></slot>`}`;
  }

  private _card(guide: Guide): TemplateResult {
    const { text, lang } = this._messages;
    // Dashes and slashes stand for nothing in many sources.
    const pick: View['pick'] = (value) => this._messages.pick(value).replace(/^[\s—/-]*$/, '');
    const { url, onlineUrl, mobileUrl, taskState, planCancel = '9' } = guide;
    const { _short: short } = this;
    const now = this._load.connection.http.now();
    const today = new Date(now + 288e5).toISOString().slice(0, 10);
    const view: View = { guide, text, pick, lang, today, now, slotted: !!this.querySelector('[slot=remedy]') };
    const full = short ? undefined : this._full?.show(view, this._load.connection);
    const stopped =
      taskState === '2'
        ? text.suspended
        : taskState === '3' || (planCancel > '1970-01-01' && planCancel <= today)
          ? text.cancelled
          : '';
    const title = this._messages.pick(guide.taskName);
    const open = (label: Shown) => html`<a href=${url!} @click=${this._follow}>${label}</a>`;
    const action = (href: string | undefined, label: string) =>
      href && html`<a class="action" href=${href}>${label}</a>`;
    return html`<article part="card" class=${short ? 'short' : ''} aria-labelledby="title">
      ${full?.head}
      <h2 part="title" id="title" lang=${lang.startsWith('zh') ? nothing : 'zh-Hans'}>
        ${short && url ? open(title) : title}
      </h2>
      <p class="org">${pick(guide.deptName)}</p>
      ${full?.stamp}${stopped && html`<p class="warning">${stopped}</p>`}
      ${short ? shortFacts(view) : longFacts(view, full)}
      <div class="actions no-print">
        ${action(onlineUrl, text.online)} ${action(mobileUrl, text.mobile)}
        ${
          url
            ? open(short ? text.more : text.page)
            : this.compact
              ? html`<button type="button" @click=${this._turn}>${short ? text.more : text.less}</button>`
              : ''
        }
        ${full?.menu}
        <slot name="actions"></slot>
      </div>
      ${this._lost && !short ? html`<p role="alert" class="warning">${text.lost}</p>` : full?.body}
    </article>`;
  }
}
