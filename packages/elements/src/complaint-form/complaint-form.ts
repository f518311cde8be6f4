import { createComplaintIntake, isZwgkError, newIdempotencyKey, type Connection, type ZwgkError } from '@zwgk/client';
import { checkComplaint, complaintKinds, complaintLimits } from '@zwgk/schema';
import type { Complaint, Receipt } from '@zwgk/schema';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
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
  packDraft,
  publicReceipt,
  publishable,
  requiredFields,
  unpackDraft,
  type Fault,
  type FieldName,
  type Setting,
  type Values,
} from './complaint-form.draft.js';
import { editView } from './complaint-form.edit.js';
import type { Limits, View } from './complaint-form.fields.js';
import { formMessages } from './complaint-form.messages.js';
import {
  copyText,
  printReceipt,
  receiptLines,
  receiptText,
  saveReceipt,
  type Lines,
} from './complaint-form.receipt.js';
import { leftView, receiptView, reviewView } from './complaint-form.sent.js';
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
  private _phase: 'edit' | 'review' | 'receipt' | 'left' = 'edit';
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
  private _receipt: Receipt | undefined;
  private _subject = '';
  private _saved = false;
  private _leaving = false;
  private _note = '';

  private get _connection(): Connection {
    return this.client ?? this._consumer.value ?? pageConnection();
  }
  private get _setting(): Setting {
    const words = (list: string | undefined) => list?.split(/[\s,]+/).filter(Boolean) ?? [];
    const kinds = words(this.kinds);
    const known = complaintKinds.filter((kind) => (kinds.length ? kinds.includes(kind) : kind !== 'praise'));
    return { kinds: known, anonymousKinds: words(this.anonymousKinds), require: words(this.require) };
  }
  private get _limits(): Limits {
    const { titleMin, titleMax, contentMin, contentMax } = this;
    const own: Partial<Record<keyof Limits, number | undefined>> = { titleMin, titleMax, contentMin, contentMax };
    const limits: Limits = { ...complaintLimits };
    for (const name of Object.keys(limits) as (keyof Limits)[])
      if (own[name]! > 0) limits[name] = Math.min(own[name]!, name[0] === 't' ? 200 : 20000);
    return limits;
  }
  private get _store(): Storage | undefined {
    try {
      return localStorage;
    } catch {
      // Switched off by the reader: then nothing is kept, and nothing is offered.
      return undefined;
    }
  }
  private get _place(): string {
    return `zwgk-draft:${this.orgCode ?? this.org ?? ''}`;
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
    if (!(this._phase === 'receipt' && !this._saved) && !this._sending && !this._failure) return;
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
    const now = this._connection.http.now();
    const kept = unpackDraft(this._store?.getItem(this._place) ?? null, now);
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
    try {
      if (this._keep)
        this._store?.setItem(
          this._place,
          packDraft({
            key: this._begin(),
            shownAt: this._shownAt!,
            savedAt: this._connection.http.now(),
            values: this._values,
          }),
        );
      else this._store?.removeItem(this._place);
    } catch {
      // The store is full: the letter stays on the page, and the mark says that it is not kept.
      this._keep = false;
    }
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
    const limits = { ...this._limits, required: requiredFields(values, setting) };
    return faultsOf(checkComplaint(this._draft(), limits), values, setting);
  }
  private async _show(focus: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }

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
    this._keep = this._restored = this._saved = this._leaving = this._consent = false;
    this._save();
    this._receipt = receipt;
    this._subject = subject;
    this._note = '';
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

  private get _lines(): Lines {
    return receiptLines(this._receipt!, this._subject, this.org ?? '', this._messages.text, this._messages.lang);
  }
  private _print = (): void => {
    const { text, lang } = this._messages;
    printReceipt(this._lines, text, lang);
    this._kept(text.printed);
  };
  private _copy = async (): Promise<void> => {
    const { text } = this._messages;
    if (await copyText(receiptText(this._lines, text), this.shadowRoot!)) return this._kept(text.copied);
    this._note = text.notCopied;
    this.requestUpdate();
  };
  private _file = (): void => {
    const { text } = this._messages;
    this._kept(text.saved + saveReceipt(this._lines, text));
  };
  private _kept(note: string): void {
    this._note = note;
    this._saved = true;
    this._leaving = false;
    this.requestUpdate();
  }
  private _leave = (): void => {
    if (this._saved) return this._sure();
    this._leaving = true;
    void this._show('#leaving');
  };
  private _stay = (): void => {
    this._leaving = false;
    void this._show('#ways button');
  };
  private _sure = (): void => {
    this._receipt = { ...this._receipt!, queryCode: '' };
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
    const { _phase: phase } = this;
    // A receipt stays on the page even when the service goes.
    if (this._connection.http.kind !== 'api' && !this._receipt)
      return html`<p part="status" role="status" class="notice">${text.none}</p>
        <slot></slot>`;
    const step = phase === 'left' ? 'receipt' : phase;
    const heading = { edit: text.heading, review: text.reviewHeading, receipt: text.done, left: text.heading }[phase];
    return html`<section part="form" aria-labelledby="heading">
      <header>
        <h2 part="title" id="heading" tabindex="-1">${heading}</h2>
        ${this.org ? html`<p class="org">${text.org(this.org)}</p>` : nothing}
        <ol class="steps no-print" aria-label=${text.steps}>
          ${Object.entries(text.step).map(
            ([name, word]) => html`<li aria-current=${name === step ? 'step' : nothing}>${word}</li>`,
          )}
        </ol>
      </header>
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
    if (this._phase === 'receipt')
      return receiptView({
        text,
        statusUrl,
        lines: this._lines,
        note: this._note,
        saved: this._saved,
        leaving: this._leaving,
        print: this._print,
        copy: this._copy,
        save: this._file,
        leave: this._leave,
        sure: this._sure,
        stay: this._stay,
      });
    const view: View = { text, values, setting, faults, limits: this._limits, go: this._go };
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
      canKeep: !!this._store,
      restored: this._restored,
      input: this._input,
      submit: this._review,
      drop: this._drop,
    });
  }
}
