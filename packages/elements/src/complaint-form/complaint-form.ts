import { createComplaintIntake, isZwgkError, newIdempotencyKey, type Connection, type ZwgkError } from '@zwgk/client';
import { checkComplaint } from '@zwgk/schema';
import type { Complaint, Receipt } from '@zwgk/schema';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { ConnectionConsumer, pageConnection } from '../shared/client-context.js';
import { emit } from '../shared/emit.js';
import { formStyles } from '../shared/form.styles.js';
import { MessagesController } from '../shared/messages.js';
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
  type Setting,
  type Values,
} from './complaint-form.draft.js';
import { editView } from './complaint-form.edit.js';
import { headView, limitsOf, type Phase, type View } from './complaint-form.fields.js';
import { Handout } from './complaint-form.handout.js';
import { draftStore, keepDraft, readDraft } from './complaint-form.keep.js';
import { formMessages } from './complaint-form.messages.js';
import { leftView, reviewView } from './complaint-form.sent.js';
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
  /** Address of a page of the service's own for reports on officials; without it only 12388 is named. */
  @property({ attribute: 'report-url' }) reportUrl: string | undefined;
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
  private _faults: readonly Fault[] = [];
  private _failure: ZwgkError | undefined;
  private _sending = false;
  /** Made with the draft and kept with it: whatever is sent with it becomes one case. */
  private _key: string | undefined;
  private _shownAt: string | undefined;
  /** The letter under review. */
  private _checked: Complaint | undefined;
  /** A letter of which it is not known whether it arrived. */
  private _unsure: Complaint | undefined;
  private _receipt: Handout | undefined;

  private get _connection(): Connection {
    return this.client ?? this._consumer.value ?? pageConnection();
  }
  private get _setting(): Setting {
    return settingOf(this);
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
    if (!(this._phase === 'receipt' && !this._receipt!.saved) && !this._sending && !this._failure) return;
    event.preventDefault();
    event.returnValue = '';
  };

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('kind') && !this._values.kind) {
      const kind = this._setting.kinds.find((one) => one === this.kind);
      if (kind) this._values = { ...this._values, kind };
    }
    if (!this.hasUpdated) this._restore();
  }
  private _restore(): void {
    const kept = readDraft(this.orgCode ?? this.org, this._connection.http.now());
    if (!kept) return;
    this._values = { ...this._values, ...kept.values };
    this._key = kept.key;
    this._shownAt = kept.shownAt;
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
    };
    // The store is full: the letter stays on the page, and the mark says that it is not kept.
    if (!keepDraft(this.orgCode ?? this.org, draft || undefined)) this._keep = false;
  }

  private _draft(): Record<string, unknown> {
    const { org, orgCode, about, noticeVersion, _values: values, _setting: setting } = this;
    return draftOf(values, setting, {
      ...(org ? { targetOrg: { name: org, ...(orgCode ? { uscc: orgCode } : {}) } } : {}),
      publicConsent: this._consent && publishable(values, setting),
      ...(about ? { about } : {}),
      notice: { version: noticeVersion, ...(this._shownAt ? { shownAt: this._shownAt } : {}) },
      lang: this._messages.lang,
    });
  }
  private _check(): Fault[] {
    const { _values: values, _setting: setting } = this;
    const limits = { ...limitsOf(this), required: requiredFields(values, setting) };
    return faultsOf(checkComplaint(this._draft(), limits), values, setting);
  }
  private _show = async (focus: string): Promise<void> => {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  };

  private _input = (event: Event): void => {
    const { name, value, checked } = event.target as HTMLInputElement;
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
  private _review = (event: Event): void => {
    event.preventDefault();
    this._begin();
    this._faults = this._check();
    this._failure = undefined;
    if (this._faults.length) return void this._show('#faults');
    this._checked = this._draft() as Complaint;
    this._phase = 'review';
    void this._show('#heading');
  };
  private _go = (field: FieldName): void => this.renderRoot.querySelector<HTMLElement>(`#f-${field}`)?.focus();
  private _edit = (): void => {
    if (this._sending) return;
    this._phase = 'edit';
    void this._show('#heading');
  };

  private _send = async (): Promise<void> => {
    const complaint = this._checked!;
    // A second click while the first is on its way sends nothing.
    if (this._sending || !emit(this, 'zwgk-complaint-submit', { complaint }, true)) return;
    this._sending = true;
    this._failure = undefined;
    this.setAttribute('aria-busy', 'true');
    this.requestUpdate();
    try {
      const receipt = await createComplaintIntake(this._connection.http).create(complaint, {
        idempotencyKey: this._begin(),
      });
      this._received(receipt, complaint.title);
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      this._failed(error, complaint);
    } finally {
      this._sending = false;
      this.removeAttribute('aria-busy');
      this.requestUpdate();
    }
  };
  private _received(receipt: Receipt, subject: string): void {
    this._keep = this._restored = this._consent = false;
    this._save();
    this._receipt = new Handout(
      this,
      { messages: this._messages, show: this._show, left: this._sure },
      receipt,
      subject,
    );
    // What was typed is with the service now and leaves this page.
    this._values = {};
    this._key = this._shownAt = this._checked = this._unsure = undefined;
    this._phase = 'receipt';
    void this._show('#heading');
    emit(this, 'zwgk-complaint-submitted', { receipt: publicReceipt(receipt) });
  }
  private _failed(error: ZwgkError, complaint: Complaint): void {
    if (/^(?:network|timeout|server|invalid_response)$/.test(error.code)) this._unsure ??= complaint;
    const faults = error.code === 'invalid_input' ? faultsOf(error.issues, this._values, this._setting) : [];
    if (faults.length) {
      this._faults = faults.map((fault) => ({ ...fault, told: true }));
      this._phase = 'edit';
      void this._show('#faults');
    } else this._failure = error;
    emit(this, 'zwgk-failed', { error, shown: false });
  }
  private _fetch = (): void => {
    this._checked = this._unsure;
    void this._send();
  };
  private _anew = (): void => {
    this._key = this._unsure = undefined;
    this._begin();
    if (this._keep) this._save();
    void this._send();
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
    this._keep = this._restored = false;
    this._save();
    this._values = {};
    this._faults = [];
    this._key = this._shownAt = undefined;
    void this._show('#heading');
  };

  override render(): TemplateResult {
    const { text } = this._messages;
    // A receipt stays on the page even when the service goes.
    if (this._connection.http.kind !== 'api' && !this._receipt)
      return html`<p part="status" role="status" class="notice">${text.none}</p>
        <slot></slot>`;
    return html`<section part="form" aria-labelledby="heading">
      ${headView(text, this._phase, this.org)}
      <div part="status" role="status" class=${this._sending ? 'notice' : 'none'}>
        ${this._sending ? text.sending : ''}
      </div>
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
        about,
        consent,
        sending: this._sending,
        failure: this._failure,
        earlier: !!this._unsure,
        send: this._send,
        fetch: this._fetch,
        anew: this._anew,
        edit: this._edit,
      });
    return editView({
      ...view,
      consent,
      org: this.org ?? '',
      contact: this.contact ?? '',
      retention: this.retention,
      reportUrl: this.reportUrl,
      keep: this._keep,
      canKeep: !!draftStore(),
      restored: this._restored,
      input: this._input,
      submit: this._review,
      drop: this._drop,
    });
  }
}
