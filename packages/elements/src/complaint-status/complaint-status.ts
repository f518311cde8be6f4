import {
  createComplaintFollowUp,
  isZwgkError,
  newIdempotencyKey,
  normaliseQueryCode,
  type CallOptions,
  type CaseKey,
  type Connection,
  type ZwgkError,
} from '@zwgk/client';
import type { CaseFile, ComplaintCase } from '@zwgk/schema';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base } from '../shared/base.styles.js';
import { ConnectionConsumer, pageConnection } from '../shared/client-context.js';
import { emit } from '../shared/emit.js';
import { FileField } from '../shared/file-field.js';
import { formStyles } from '../shared/form.styles.js';
import { MessagesController } from '../shared/messages.js';
import { actions, actionsView, faultOf, noInput, type Action, type Input } from './complaint-status.actions.js';
import { caseView } from './complaint-status.case.js';
import type { DueTable } from './complaint-status.due.messages.js';
import { statusMessages } from './complaint-status.messages.js';
import { styles } from './complaint-status.styles.js';
import type { Verify } from './complaint-status.verify.js';

/**
 * 来信查询: opens a case by the query code of its receipt; shows who holds it, its history, the answer and how the due
 * date was counted; lets its holder add, withdraw, have it handled again, and rate. The code stays in memory only: it is
 * in no address, event or store, and the field forgets it once the case is open.
 *
 * @tag zwgk-complaint-status
 * @status experimental
 * @slot - A plain form or telephone number: what readers have without scripts, and where no service answers.
 * @fires {CustomEvent<{ ticketNo: string; state: string }>} zwgk-complaint-opened - A case has been opened by its holder.
 * @fires {CustomEvent<{ error: ZwgkError; shown: boolean }>} zwgk-failed - A case could not be opened, or a step was not taken.
 * @csspart case - The frame around everything.
 * @csspart title - The heading.
 * @csspart status - The line shown while something is asked or sent.
 * @csspart reply - The answer.
 * @csspart history - The timeline.
 */
export class ZwgkComplaintStatus extends LitElement {
  static override styles = [base, formStyles, styles];

  /** 受理编号 that is put in at first; sent along with the code where it is given. */
  @property({ attribute: 'ticket-no' }) ticketNo: string | undefined;
  /** Whom to ask. Usually comes from `<zwgk-provider>`. */
  @property({ attribute: false }) client: Connection | undefined;

  private _consumer = new ConnectionConsumer(this);
  private _messages = new MessagesController(this, statusMessages);
  private _code = '';
  private _ticket = '';
  /** What opened the case that is shown; nowhere else. */
  private _key: CaseKey | undefined;
  private _case: ComplaintCase | undefined;
  private _busy: 'look' | 'act' | undefined;
  private _control: AbortController | undefined;
  private _failure: ZwgkError | undefined;
  /** What is wrong with what was put in, before anything is asked. */
  private _slip: 'codeMissing' | 'wordsWrong' | 'later' | undefined;
  private _verify: Verify | undefined;
  private _files = new FileField(
    this,
    () => this._connection.http,
    () => undefined,
  );
  private _open: Action | undefined;
  private _value: Input = noInput;
  private _fault: string | undefined;
  private _note = '';
  /** One key for one content: the same step sent again is the same step. */
  private _step: { readonly content: string; readonly key: string } | undefined;
  private _due:
    | {
        sentences(found: ComplaintCase, text: DueTable, lang: string): string[];
        messages: MessagesController<DueTable>;
      }
    | undefined;
  private _dueFailed = false;

  private get _connection(): Connection {
    return this.client ?? this._consumer.value ?? pageConnection();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A look-up has nobody to answer to any more; a step that is being sent goes on.
    if (this._busy === 'look') this._control?.abort();
  }
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('ticketNo') && this.ticketNo) this._ticket = this.ticketNo;
  }

  private async _show(focus: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }
  /** Runs one call to the service; undefined when it failed, which is told. */
  private async _ask(
    busy: 'look' | 'act',
    call: (options: CallOptions) => Promise<ComplaintCase>,
  ): Promise<ComplaintCase | undefined> {
    const { signal } = (this._control = new AbortController());
    this._busy = busy;
    this._failure = undefined;
    this._slip = undefined;
    this._note = '';
    this.setAttribute('aria-busy', 'true');
    this.requestUpdate();
    try {
      return await call({ signal });
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      this._failure = error;
      if (error.code !== 'aborted') emit(this, 'zwgk-failed', { error, shown: false });
      return undefined;
    } finally {
      this._busy = undefined;
      this.removeAttribute('aria-busy');
      this.requestUpdate();
    }
  }

  private _look = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this._busy) return;
    // A second click while words are made out asks nothing either.
    this._busy = 'look';
    const queryCode = await this._codeOf(this._code);
    this._busy = this._failure = undefined;
    if (!queryCode) return this._show('#code');
    const key = { queryCode, ticketNo: this._ticket.trim() || undefined };
    const found = await this._ask('look', (options) =>
      createComplaintFollowUp(this._connection.http).lookup(key, options),
    );
    if (!found) return this.isConnected ? this._show('#code') : undefined;
    this._key = key;
    this._case = found;
    this._code = '';
    await this._show('#heading');
    emit(this, 'zwgk-complaint-opened', { ticketNo: found.ticketNo, state: found.state });
  };
  /** The code out of what was put in: itself, or six words read from a receipt. */
  private async _codeOf(typed: string): Promise<string | undefined> {
    let code: string | undefined = typed;
    this._slip = undefined;
    if (/[\u4e00-\u9fff]/.test(typed)) {
      const part = await this._later();
      code = part?.codeOfWords(typed);
      if (!code) this._slip = part ? 'wordsWrong' : 'later';
    }
    const compact = normaliseQueryCode(code ?? '');
    if (!compact) this._slip ??= 'codeMissing';
    return compact || undefined;
  }
  private _later = () => import('./complaint-status.later.js').catch(() => undefined);
  private _save = async (file: CaseFile): Promise<void> => {
    const { text } = this._messages;
    const key = this._key!;
    this._say(text.fetching(file.name));
    try {
      const part = await this._later();
      if (!part) return this._say(text.later);
      await part.saveFile(this._connection.http, key, file);
      this._say(text.fetched(file.name));
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      this._say(this._failed(error));
    }
  };
  private _say(note: string): void {
    this._note = note;
    this.requestUpdate();
  }
  private _openVerify = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open || this._verify) return;
    try {
      const { Verify } = await import('./complaint-status.verify.js');
      this._verify ??= new Verify(this, () => this._connection.http);
      this._slip = undefined;
    } catch {
      // Said in its place; opening it again tries again.
      this._slip = 'later';
    }
    this.requestUpdate();
  };
  private _input = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    if (name === 'code') this._code = value;
    else this._ticket = value;
    this._slip = undefined;
  };
  private _leave = (): void => {
    this._key = this._case = this._open = this._failure = this._step = undefined;
    this._value = noInput;
    this._files.clear(true);
    this._note = this._code = '';
    this._ticket = this.ticketNo ?? '';
    void this._show('#heading');
  };

  private _choose = (action: Action | undefined): void => {
    const before = this._open;
    this._files.clear(true);
    this._open = action;
    this._value = noInput;
    this._fault = this._failure = undefined;
    this._note = '';
    void this._show(action ? (action === 'rate' ? '[name=level]' : '#act-text') : `#open-${before!}`);
  };
  private _typed = (event: Event): void => {
    const { name, value, checked } = event.target as HTMLInputElement;
    if (!name) return; // the chooser of files
    const { reasons } = this._value;
    this._value = {
      ...this._value,
      ...(name === 'reasons'
        ? { reasons: checked ? [...reasons, value] : reasons.filter((reason) => reason !== value) }
        : { [name]: value }),
    };
    if (this._fault) this._fault = faultOf(this._open!, this._value, this._files, this._messages.text);
    this.requestUpdate();
  };
  private _act = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { _open: action, _value: value, _key: key } = this;
    if (this._busy || !action || !key) return;
    this._fault = faultOf(action, value, this._files, this._messages.text);
    if (this._fault) return this._show(action === 'rate' && !value.level ? '[name=level]' : '#act-text');
    const attachments = this._files.done.map(({ id }) => ({ id }));
    const content = JSON.stringify([action, value, attachments]);
    if (this._step?.content !== content) this._step = { content, key: newIdempotencyKey() };
    const text = value.text.trim();
    const level = +value.level;
    const complaints = createComplaintFollowUp(this._connection.http);
    const options = { idempotencyKey: this._step.key };
    const reasons = level < 3 && value.reasons.length ? { reasons: value.reasons } : {};
    const calls: Record<Action, () => Promise<ComplaintCase>> = {
      addMessage: () => complaints.addMessage(key, { text, ...(attachments.length ? { attachments } : {}) }, options),
      withdraw: () => complaints.withdraw(key, text || undefined, options),
      reopen: () => complaints.reopen(key, text, options),
      rate: () => complaints.rate(key, { level, ...reasons, ...(text ? { text } : {}) }, options),
    };
    const found = await this._ask('act', calls[action]);
    // The reader may have left the case meanwhile.
    if (!found || this._key !== key) return;
    this._case = found;
    this._files.clear(false);
    this._open = this._step = undefined;
    this._value = noInput;
    this._note = this._messages.text.sent;
    await this._show('#heading');
  };

  private _explain = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open || this._due) return;
    try {
      const { dueMessages, dueSentences } = await import('./complaint-status.due.js');
      this._due = { sentences: dueSentences, messages: new MessagesController(this, dueMessages) };
      this._dueFailed = false;
    } catch {
      // The part could not be fetched: said in its place; opening it again tries again.
      this._dueFailed = true;
    }
    this.requestUpdate();
  };

  private _failed(failure: ZwgkError): string {
    const { text } = this._messages;
    const { code, retryAfter } = failure;
    return text.failed[code] + (code === 'rate_limited' ? text.wait(retryAfter ?? 900) : '');
  }

  override render(): TemplateResult {
    const { text } = this._messages;
    const { _case: found, _busy: busy } = this;
    if (this._connection.http.kind !== 'api' && !found)
      return html`<p part="status" role="status" class="notice">${text.none}</p>
        <slot></slot>`;
    return html`<section part="case" aria-labelledby="heading">
      <h2 part="title" id="heading" tabindex="-1">${found ? found.title || text.heading : text.heading}</h2>
      <div part="status" role="status" class=${busy ? 'notice' : 'none'}>
        ${busy ? (busy === 'look' ? text.looking : text.working) : ''}
      </div>
      ${found ? this._caseView(found) : this._askView()}
    </section>`;
  }

  private _askView(): TemplateResult {
    const { text } = this._messages;
    const { _failure: failure } = this;
    // A code that is wrong, unknown or malformed gets the same sentence.
    const wrong = failure && /^(?:not_found|invalid_input)$/.test(failure.code);
    const fault = this._slip ? text[this._slip] : wrong ? text.wrong : '';
    return html`<form novalidate autocomplete="off" @submit=${this._look} @input=${this._input}>
        <div role="alert">
          ${failure && !wrong ? html`<p class="box failed">${this._failed(failure)}</p>` : nothing}
        </div>
        <div class="field code ${fault ? 'invalid' : ''}">
          <label for="code">${text.code}</label>
          <p class="hint" id="code-hint">${text.codeHint}</p>
          ${fault ? html`<p class="fault" id="code-fault">${fault}</p>` : nothing}
          <input
            id="code"
            name="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-required="true"
            .value=${live(this._code)}
            aria-invalid=${fault ? 'true' : nothing}
            aria-describedby=${fault ? 'code-hint code-fault' : 'code-hint'}
          />
        </div>
        <div class="field ticket">
          <label for="ticket">${text.ticketNo}<small>${text.optional}</small></label>
          <input id="ticket" name="ticket" autocomplete="off" spellcheck="false" .value=${live(this._ticket)} />
        </div>
        <div class="buttons">
          <button class="primary" aria-disabled=${this._busy ? 'true' : nothing}>${text.look}</button>
        </div>
      </form>
      <details class="no-print" @toggle=${this._openVerify}>
        <summary>${text.verify}</summary>
        ${this._verify?.view() ?? nothing}
      </details>`;
  }

  private _caseView(found: ComplaintCase): TemplateResult {
    const { text, lang, pick } = this._messages;
    const { _failure: failure, _due: due } = this;
    return html`<p role="status" class="note no-print">${this._note}</p>
      ${caseView({
        text,
        lang,
        pick,
        found,
        now: this._connection.http.now(),
        how: due ? due.sentences(found, due.messages.text, lang) : this._dueFailed ? [] : undefined,
        explain: this._explain,
        save: this._save,
      })}
      ${actionsView({
        text,
        allowed: actions.filter((action) => found.actions?.includes(action)),
        open: this._open,
        value: this._value,
        fault: this._fault,
        files: this._files,
        failed: failure && this._open ? text.stays + this._failed(failure) : undefined,
        busy: this._busy === 'act',
        choose: this._choose,
        input: this._typed,
        submit: this._act,
      })}
      <div class="buttons no-print"><button type="button" @click=${this._leave}>${text.again}</button></div>`;
  }
}
