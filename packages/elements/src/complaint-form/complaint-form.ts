import type { Connection } from '@zwgk/client';
import type { Complaint, Receipt } from '@zwgk/schema';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { ConnectionConsumer, pageConnection } from '../shared/client-context.js';
import { emit } from '../shared/emit.js';
import { formStyles } from '../shared/form.styles.js';
import { MessagesController } from '../shared/messages.js';
import type { Away } from './complaint-form.away.js';
import { Delivery } from './complaint-form.delivery.js';
import { publicReceipt, type FieldName } from './complaint-form.draft.js';
import { editView } from './complaint-form.edit.js';
import { headView, limitsOf, type Phase, type View } from './complaint-form.fields.js';
import { Handout, preload } from './complaint-form.handout.js';
import { draftStore, isOwn } from './complaint-form.keep.js';
import { Letter } from './complaint-form.letter.js';
import { formMessages } from './complaint-form.messages.js';
import type { Notice } from './complaint-form.notice.js';
import { leftView, reviewView } from './complaint-form.sent.js';
import type { Similar } from './complaint-form.similar.js';
import { styles } from './complaint-form.styles.js';

/**
 * 网上来信: a citizen asks, complains, reports or suggests; checks the letter, sends it once, and gets a receipt with
 * the code that opens the case. Whatever fails, nothing that was typed is lost.
 *
 * @tag zwgk-complaint-form
 * @status experimental
 * @slot - A plain form or other ways to be heard: what readers have without scripts, and where no service takes letters.
 * @slot notice - A link to the body's own rules on personal information, under the notice.
 * @fires {CustomEvent<{ complaint: Complaint }>} zwgk-complaint-submit - A checked letter is about to be sent. Prevent it to send it elsewhere.
 * @fires {CustomEvent<{ receipt: Omit<Receipt, 'queryCode'> }>} zwgk-complaint-submitted - A letter has been received. The query code is not told.
 * @fires {CustomEvent<{ error: ZwgkError; shown: boolean }>} zwgk-failed - A letter could not be sent; what was typed is still there.
 * @csspart form - The frame around everything.
 * @csspart title - The heading.
 * @csspart status - The line shown while a letter is sent.
 * @csspart receipt - The receipt.
 */
export class ZwgkComplaintForm extends LitElement {
  static override styles = [base, formStyles, styles];

  /** 受理单位: full name of the body that receives the letters. */
  @property() org: string | undefined;
  /** 统一社会信用代码 of that body. */
  @property({ attribute: 'org-code' }) orgCode: string | undefined;
  /** The kind that is chosen at first: `consult`, `help`, `complaint`, `report`, `opinion`, `suggestion`, `praise`. */
  @property() kind: string | undefined;
  /** The kinds that are offered, separated by blanks. Default: all but `praise`. */
  @property() kinds: string | undefined;
  /** The kinds that may be sent without a name, separated by blanks. */
  @property({ attribute: 'anonymous-kinds' }) anonymousKinds = 'report';
  /** Further required fields, separated by blanks: `address`, `place`, `email`. Ask only for what the law needs. */
  @property() require: string | undefined;
  /** Shortest title in characters (code points). Default 2. */
  @property({ attribute: 'title-min', type: Number }) titleMin: number | undefined;
  /** Longest title in characters. Default 50, at most 200. */
  @property({ attribute: 'title-max', type: Number }) titleMax: number | undefined;
  /** Shortest text in characters. Default 1. */
  @property({ attribute: 'content-min', type: Number }) contentMin: number | undefined;
  /** Longest text in characters. Default 2,000, at most 20,000. */
  @property({ attribute: 'content-max', type: Number }) contentMax: number | undefined;
  /** What the letter is about, e.g. the code of a guide; sent along and shown. */
  @property() about: string | undefined;
  /** How the body can be reached about personal information, for the notice. */
  @property() contact: string | undefined;
  /** How long letters are kept, for the notice. */
  @property() retention: string | undefined;
  /** Version of the notice, sent along with the letter. */
  @property({ attribute: 'notice-version' }) noticeVersion = '1';
  /** Address of the service's own page for 举报. Without it the service is asked for the one it has. */
  @property({ attribute: 'report-url' }) reportUrl: string | undefined;
  /** Set by a page that the service itself serves with nothing of others in it: 举报 is taken there. */
  @property({ attribute: 'own-origin', type: Boolean }) ownOrigin = false;
  /** No files go with letters. */
  @property({ attribute: 'no-attachments', type: Boolean }) noAttachments = false;
  /** Address of a guide, with `{id}` for its id, so that guides like the title are offered while it is written. */
  @property({ attribute: 'guide-url' }) guideUrl: string | undefined;
  /** Address of the page with `<zwgk-complaint-status>`. The query code is never added to it. */
  @property({ attribute: 'status-url' }) statusUrl: string | undefined;
  /** Whom to ask. Usually comes from `<zwgk-provider>`. */
  @property({ attribute: false }) client: Connection | undefined;

  private _consumer = new ConnectionConsumer(this);
  private _messages = new MessagesController(this, formMessages);
  private _phase: Phase = 'edit';
  private _letter = new Letter(
    this,
    () => this._connection.http,
    () => this._messages.lang,
  );
  private _receipt: Handout | undefined;
  private _away: Away | 'coming' | undefined;
  private _notice: Notice | undefined;
  private _similar: Similar | 'coming' | undefined;
  private _delivery = new Delivery(this, {
    connection: () => this._connection,
    key: () => this._letter.begin(),
    renew: () => this._letter.renew(),
    received: (receipt, complaint) => this._received(receipt, complaint),
    faulty: (issues) => {
      if (!this._letter.told(issues)) return false;
      this._phase = 'edit';
      void this._show('#faults');
      return true;
    },
  });

  private get _connection(): Connection {
    return this.client ?? this._consumer.value ?? pageConnection();
  }
  /** 举报 is not taken here. */
  private get _handOver(): boolean {
    return this._letter.values.kind === 'report' && !this.ownOrigin && !isOwn(this._connection.http.base);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this._guard);
    addEventListener('online', this._render);
    addEventListener('offline', this._render);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this._guard);
    removeEventListener('online', this._render);
    removeEventListener('offline', this._render);
  }
  private _render = (): void => this.requestUpdate();
  private _guard = (event: BeforeUnloadEvent): void => {
    const { sending, failure } = this._delivery;
    if (!(this._phase === 'receipt' && !this._receipt!.saved) && !sending && !failure && !this._letter.files.busy)
      return;
    event.preventDefault();
    event.returnValue = '';
  };

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('kind') || !this.hasUpdated) this._letter.preset();
    if (!this.hasUpdated) this._letter.restore();
    const { http } = this._connection;
    if (this._letter.values.kind === 'report' && !this._away) {
      this._away = 'coming';
      import('./complaint-form.away.js').then(
        ({ Away }) => {
          this._away = new Away(this, http);
          this.requestUpdate();
        },
        () => (this._away = undefined),
      );
    }
    if (this._similar instanceof Object) this._similar.typed(this._letter.values.title ?? '');
  }
  protected override firstUpdated(): void {
    // Not before there is a root to show them in.
    this._letter.restoreFiles();
    import('./complaint-form.notice.js').then(
      ({ Notice }) => {
        this._notice = new Notice(this);
        this.requestUpdate();
      },
      // Who, what for and how much is said in one sentence all the same.
      () => undefined,
    );
  }
  private _show = async (focus: string): Promise<void> => {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  };

  private _input = (event: Event): void => {
    const target = event.target as HTMLInputElement;
    if (!target.name) return; // the chooser of files
    this._letter.typed(target);
    this.requestUpdate();
  };
  /** What is like the title is looked for from here on; for 举报 never. */
  private _focus = ({ target }: FocusEvent): void => {
    if ((target as HTMLElement).id !== 'f-title' || this._similar || this._letter.values.kind === 'report') return;
    this._similar = 'coming';
    import('./complaint-form.similar.js').then(
      ({ Similar }) => (this._similar = new Similar(this, this._connection.http, this.guideUrl)),
      // Only an offer; the next time the reader comes to the title it is tried again.
      () => (this._similar = undefined),
    );
  };
  private _review = (event: Event): void => {
    event.preventDefault();
    if (this._handOver) return;
    this._letter.begin();
    this._delivery.failure = undefined;
    if (!this._letter.check()) return void this._show('#faults');
    this._delivery.letter = this._letter.draft() as Complaint;
    this._phase = 'review';
    preload();
    void this._show('#heading');
  };
  private _go = (field: FieldName): void => this.renderRoot.querySelector<HTMLElement>(`#f-${field}`)?.focus();
  private _edit = (): void => {
    if (this._delivery.sending) return;
    this._phase = 'edit';
    void this._show('#heading');
  };

  private _received = (receipt: Receipt, { kind, title, content }: Complaint): void => {
    this._receipt = new Handout(
      this,
      { messages: this._messages, http: this._connection.http, show: this._show, left: this._sure },
      receipt,
      { kind, title, content, attachments: this._letter.files.done.map(({ sha256 }) => sha256 ?? '') },
    );
    // What was typed is with the service now and leaves this page.
    this._letter.clear(false);
    this._phase = 'receipt';
    void this._show('#heading');
    emit(this, 'zwgk-complaint-submitted', { receipt: publicReceipt(receipt) });
  };

  private _sure = (): void => {
    this._receipt!.forget();
    this._phase = 'left';
    void this._show('#heading');
  };
  private _another = (): void => {
    this._receipt = undefined;
    this._edit();
  };
  private _drop = (): void => {
    this._letter.clear(true);
    void this._show('#heading');
  };

  override render(): TemplateResult {
    const { text } = this._messages;
    const said = this._delivery.sending && this._delivery.proof === undefined ? text.sending : '';
    // A receipt stays on the page even when the service goes.
    if (this._connection.http.kind !== 'api' && !this._receipt)
      return html`<p part="status" role="status" class="notice">${text.none}</p>
        <slot></slot>`;
    return html`<section part="form" aria-labelledby="heading">
      ${headView(text, this._phase, this.org)}
      <div part="status" role="status" class=${said ? 'notice' : 'none'}>${said}</div>
      ${this._body()}
    </section>`;
  }

  private _body(): TemplateResult {
    const { text } = this._messages;
    const { about, statusUrl, _letter: letter } = this;
    const { values, setting, faults, consent, files } = letter;
    if (this._phase === 'left') return leftView(text, this._receipt!.ticketNo, statusUrl, this._another);
    if (this._phase === 'receipt') return this._receipt!.view();
    const view: View = { text, values, setting, faults, limits: limitsOf(this), go: this._go };
    if (this._phase === 'review')
      return reviewView({
        ...view,
        delivery: this._delivery,
        about,
        consent,
        files: files.done.map(({ name }) => name),
        edit: this._edit,
      });
    return editView({
      ...view,
      consent,
      org: this.org ?? '',
      notice: this._notice?.view(),
      away: this._away instanceof Object ? this._away : undefined,
      handOver: this._handOver,
      files,
      similar: this._similar instanceof Object && values.kind !== 'report' ? this._similar.view() : undefined,
      focus: this._focus,
      keep: letter.keep,
      canKeep: !!draftStore(),
      restored: letter.restored,
      input: this._input,
      submit: this._review,
      drop: this._drop,
    });
  }
}
