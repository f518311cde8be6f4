import { newIdempotencyKey, type Connection } from '@zwgk/client';
import { checkComplaint } from '@zwgk/schema';
import type { Complaint, Receipt } from '@zwgk/schema';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { ConnectionConsumer, pageConnection } from '../shared/client-context.js';
import { emit } from '../shared/emit.js';
import { FileField } from '../shared/file-field.js';
import { formStyles } from '../shared/form.styles.js';
import { MessagesController } from '../shared/messages.js';
import type { Away } from './complaint-form.away.js';
import { Delivery } from './complaint-form.delivery.js';
import {
  beijingTime,
  draftOf,
  faultsOf,
  publicReceipt,
  publishable,
  requiredFields,
  settingOf,
  type Fault,
  type FieldName,
  type KeptFile,
  type Setting,
  type Values,
} from './complaint-form.draft.js';
import { editView } from './complaint-form.edit.js';
import { headView, limitsOf, type Phase, type View } from './complaint-form.fields.js';
import { Handout, preload } from './complaint-form.handout.js';
import { draftStore, isOwn, keepDraft, readDraft } from './complaint-form.keep.js';
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
  private _values: Values = {};
  private _consent = false;
  private _keep = false;
  private _restored = false;
  private _keptFiles: readonly KeptFile[] = [];
  private _faults: readonly Fault[] = [];
  /** Made with the draft and kept with it: whatever is sent with it becomes one case. */
  private _key: string | undefined;
  private _shownAt: string | undefined;
  private _receipt: Handout | undefined;
  private _away: Away | 'coming' | undefined;
  private _files = new FileField(
    this,
    () => this._connection.http,
    () => this._keep && this._save(),
  );
  private _notice: Notice | undefined;
  private _similar: Similar | 'coming' | undefined;
  private _delivery = new Delivery(this, {
    connection: () => this._connection,
    key: () => this._begin(),
    renew: () => {
      this._key = undefined;
      this._begin();
      if (this._keep) this._save();
    },
    received: (receipt, complaint) => this._received(receipt, complaint),
    faulty: (issues) => {
      const faults = faultsOf(issues, this._values, this._setting);
      if (!faults.length) return false;
      this._faults = faults.map((fault) => ({ ...fault, told: true }));
      this._phase = 'edit';
      void this._show('#faults');
      return true;
    },
  });

  private get _connection(): Connection {
    return this.client ?? this._consumer.value ?? pageConnection();
  }
  private get _setting(): Setting {
    return { ...settingOf(this), attachments: !this.noAttachments };
  }
  /** 举报 is not taken here. */
  private get _handOver(): boolean {
    return this._values.kind === 'report' && !this.ownOrigin && !isOwn(this._connection.http.base);
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
    if (!(this._phase === 'receipt' && !this._receipt!.saved) && !sending && !failure && !this._files.busy) return;
    event.preventDefault();
    event.returnValue = '';
  };

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has('kind') || !this.hasUpdated) && !this._values.kind) {
      const { kinds } = this._setting;
      const kind = kinds.length === 1 ? kinds[0] : kinds.find((one) => one === this.kind);
      if (kind) this._values = { ...this._values, kind };
    }
    if (!this.hasUpdated) this._restore();
    const { http } = this._connection;
    if (this._values.kind === 'report' && !this._away) {
      this._away = 'coming';
      import('./complaint-form.away.js').then(
        ({ Away }) => {
          this._away = new Away(this, http);
          this.requestUpdate();
        },
        () => (this._away = undefined),
      );
    }
    if (this._similar instanceof Object) this._similar.typed(this._values.title ?? '');
  }
  protected override firstUpdated(): void {
    // Not before there is a root to show them in.
    void this._files.restore(this._keptFiles);
    import('./complaint-form.notice.js').then(
      ({ Notice }) => {
        this._notice = new Notice(this);
        this.requestUpdate();
      },
      // Who, what for and how much is said in one sentence all the same.
      () => undefined,
    );
  }
  private _restore(): void {
    const kept = readDraft(this.orgCode ?? this.org, this._connection.http.now());
    if (!kept) return;
    this._values = { ...this._values, ...kept.values };
    this._key = kept.key;
    this._shownAt = kept.shownAt;
    this._consent = kept.consent;
    this._keptFiles = kept.files;
    this._keep = this._restored = true;
  }
  /** The key and the moment of the notice come with the first character and stay with the letter. */
  private _begin(): string {
    this._shownAt ??= beijingTime(this._connection.http.now());
    return (this._key ??= newIdempotencyKey());
  }
  private _save(): void {
    const draft = this._keep && {
      key: this._begin(),
      shownAt: this._shownAt!,
      savedAt: this._connection.http.now(),
      values: this._values,
      consent: this._consent,
      files: this._files.kept,
    };
    // The store is full: the letter stays on the page, and the mark says that it is not kept.
    if (!keepDraft(this.orgCode ?? this.org, draft || undefined)) this._keep = false;
  }

  private _draft(): Record<string, unknown> {
    const { org, orgCode, about, noticeVersion, _values: values, _setting: setting } = this;
    const attachments = this._files.done.map(({ id }) => ({ id }));
    return draftOf(values, setting, {
      ...(org ? { targetOrg: { name: org, ...(orgCode ? { uscc: orgCode } : {}) } } : {}),
      publicConsent: this._consent && publishable(values, setting),
      ...(about ? { about } : {}),
      ...(attachments.length ? { attachments } : {}),
      notice: { version: noticeVersion, ...(this._shownAt ? { shownAt: this._shownAt } : {}) },
      lang: this._messages.lang,
    });
  }
  private _check(): Fault[] {
    const { _values: values, _setting: setting } = this;
    const limits = { ...limitsOf(this), required: requiredFields(values, setting) };
    const busy = this._files.busy ? [{ path: ['attachments'], code: 'busy' }] : [];
    return faultsOf([...checkComplaint(this._draft(), limits), ...busy], values, setting);
  }
  private _show = async (focus: string): Promise<void> => {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  };

  private _input = (event: Event): void => {
    const { name, value, checked } = event.target as HTMLInputElement;
    if (!name) return; // the chooser of files
    this._begin();
    if (name === 'consent') this._consent = checked;
    else if (name === 'keep') this._keep = checked;
    else this._values = { ...this._values, [name]: value };
    if (this._keep || name === 'keep') this._save();
    // Sentences beside the fields follow what is typed; new ones come only with the next try.
    if (this._faults.length) {
      const now = this._check();
      this._faults = this._faults.flatMap((fault) => {
        const found = now.find(({ field }) => field === fault.field);
        return found ?? (fault.told && fault.field !== name ? fault : []);
      });
    }
    this.requestUpdate();
  };
  /** What is like the title is looked for from here on; for 举报 never. */
  private _focus = ({ target }: FocusEvent): void => {
    if ((target as HTMLElement).id !== 'f-title' || this._similar || this._values.kind === 'report') return;
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
    this._begin();
    this._faults = this._check();
    this._delivery.failure = undefined;
    if (this._faults.length) return void this._show('#faults');
    this._delivery.letter = this._draft() as Complaint;
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
    this._keep = this._restored = this._consent = false;
    this._save();
    this._receipt = new Handout(
      this,
      { messages: this._messages, http: this._connection.http, show: this._show, left: this._sure },
      receipt,
      { kind, title, content, attachments: this._files.done.map(({ sha256 }) => sha256 ?? '') },
    );
    this._files.clear(false);
    // What was typed is with the service now and leaves this page.
    this._values = {};
    this._key = this._shownAt = undefined;
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
    this._keep = this._restored = this._consent = false;
    this._files.clear(true);
    this._save();
    this._values = {};
    this._faults = [];
    this._key = this._shownAt = undefined;
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
    const { about, statusUrl, _values: values, _setting: setting, _faults: faults, _consent: consent } = this;
    if (this._phase === 'left') return leftView(text, this._receipt!.ticketNo, statusUrl, this._another);
    if (this._phase === 'receipt') return this._receipt!.view();
    const view: View = { text, values, setting, faults, limits: limitsOf(this), go: this._go };
    if (this._phase === 'review')
      return reviewView({
        ...view,
        delivery: this._delivery,
        about,
        consent,
        files: this._files.done.map(({ name }) => name),
        edit: this._edit,
      });
    return editView({
      ...view,
      consent,
      org: this.org ?? '',
      notice: this._notice?.view(),
      away: this._away instanceof Object ? this._away : undefined,
      handOver: this._handOver,
      files: this._files,
      similar: this._similar instanceof Object && values.kind !== 'report' ? this._similar.view() : undefined,
      focus: this._focus,
      keep: this._keep,
      canKeep: !!draftStore(),
      restored: this._restored,
      input: this._input,
      submit: this._review,
      drop: this._drop,
    });
  }
}
