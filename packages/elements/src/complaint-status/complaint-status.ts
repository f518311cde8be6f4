import {
  createComplaintFollowUp,
  isZwgkError,
  normaliseQueryCode,
  type CallOptions,
  type CaseKey,
  type Connection,
  type ZwgkError,
} from '@zwgk/client';
import type { CaseFile, ComplaintCase } from '@zwgk/schema';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { ConnectionConsumer, pageConnection } from '../shared/client-context.js';
import { emit } from '../shared/emit.js';
import { formStyles } from '../shared/form.styles.js';
import { MessagesController } from '../shared/messages.js';
import { actions, actionsView, type Action } from './complaint-status.actions.js';
import { askView } from './complaint-status.ask.js';
import { caseView } from './complaint-status.case.js';
import type { Due } from './complaint-status.due.js';
import { statusMessages } from './complaint-status.messages.js';
import { styles } from './complaint-status.styles.js';
import type { Steps } from './complaint-status.steps.js';
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
  private _steps: Steps | undefined;
  private _note = '';
  /** 期限如何计算; null when it could not be fetched. */
  private _due: Due | null | undefined;

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
    if (found.actions?.length) void this._loadSteps();
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
    this._steps?.drop();
    this._key = this._case = this._steps = this._failure = undefined;
    this._note = this._code = '';
    this._ticket = this.ticketNo ?? '';
    void this._show('#heading');
  };

  /** What the holder may do is wanted only once a case is open; undefined when it could not be fetched. */
  private async _loadSteps(): Promise<Steps | undefined> {
    const key = this._key!;
    const part = await import('./complaint-status.steps.js').catch(() => undefined);
    // The reader may have left the case meanwhile.
    if (!part || this._key !== key) return undefined;
    return (this._steps ??= new part.Steps(this, {
      key,
      http: () => this._connection.http,
      text: () => this._messages.text,
      busy: () => !!this._busy,
      show: (focus) => this._show(focus),
      send: async (call) => {
        const found = await this._ask('act', call);
        return this._key === key ? found : undefined;
      },
      taken: (found) => {
        this._case = found;
        this._note = this._messages.text.sent;
        void this._show('#heading');
      },
    }));
  }
  private _choose = async (action: Action | undefined): Promise<void> => {
    const key = this._key;
    const steps = this._steps ?? (await this._loadSteps());
    if (this._key !== key) return;
    this._failure = undefined;
    this._say(steps ? '' : this._messages.text.later);
    steps?.choose(action);
  };

  private _explain = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open || this._due) return;
    // Where it could not be fetched, that is said in its place; opening it again tries again.
    this._due = await import('./complaint-status.due.js').then(
      ({ Due }) => new Due(this),
      () => null,
    );
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
      <div part="status" role="status" class=${busy ? '' : 'none'}>
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
    return askView({
      text,
      code: this._code,
      ticket: this._ticket,
      fault: this._slip ? text[this._slip] : wrong ? text.wrong : '',
      failed: failure && !wrong ? this._failed(failure) : '',
      busy: !!this._busy,
      submit: this._look,
      input: this._input,
      verify: this._verify?.view(),
      openVerify: this._openVerify,
    });
  }

  private _caseView(found: ComplaintCase): TemplateResult {
    const { text, lang, pick } = this._messages;
    const { _failure: failure, _due: due, _steps: steps } = this;
    return html`<p role="status" class="note no-print">${this._note}</p>
      ${caseView({
        text,
        lang,
        pick,
        found,
        now: this._connection.http.now(),
        how: due === null ? [] : due?.sentences(found),
        explain: this._explain,
        save: this._save,
      })}
      ${actionsView({
        text,
        allowed: actions.filter((action) => found.actions?.includes(action)),
        open: steps?.open,
        choose: this._choose,
        form: steps?.view(failure && text.stays + this._failed(failure)),
      })}
      <div class="buttons no-print"><button type="button" @click=${this._leave}>${text.again}</button></div>`;
  }
}
