/**
 * A step of the holder: its form, what was put into it, and its sending. Loaded once a case is open that allows one, so
 * that it is there when a button is pressed, and does not keep anybody from looking a case up.
 */
import { createComplaintFollowUp, newIdempotencyKey, type CaseKey, type Http } from '@zwgk/client';
import { codePointLength, isCleanText, type ComplaintCase } from '@zwgk/schema';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { FileField } from '../shared/file-field.js';
import type { Action } from './complaint-status.actions.js';
import type { StatusTable } from './complaint-status.messages.js';

/** Longest text of each action in code points. */
const MAX: Readonly<Record<Action, number>> = { addMessage: 2000, withdraw: 500, reopen: 2000, rate: 500 };

/** What the reader has put in so far. */
interface Input {
  readonly text: string;
  readonly level: string;
  readonly reasons: readonly string[];
}
const noInput: Input = { text: '', level: '', reasons: [] };

/** Why it cannot be sent yet; undefined when it can. */
function faultOf(action: Action, input: Input, files: FileField, text: StatusTable): string | undefined {
  const written = input.text.trim();
  const length = codePointLength(written);
  if (action === 'rate' ? !input.level : !length && action !== 'withdraw') return text.required;
  if (action === 'addMessage' && files.busy) return text.filesBusy;
  if (length > MAX[action]) return text.tooLong(MAX[action], length);
  return isCleanText(written) ? undefined : text.characters;
}

export interface StepsOptions {
  /** What opened the case. */
  readonly key: CaseKey;
  readonly http: () => Http;
  readonly text: () => StatusTable;
  /** Something is being asked or sent: nothing else is. */
  readonly busy: () => boolean;
  /** Draws the page again and moves the focus. */
  readonly show: (focus: string) => Promise<void>;
  /** Sends a step; undefined when it was not taken, which is told, or when the reader has left the case. */
  readonly send: (call: () => Promise<ComplaintCase>) => Promise<ComplaintCase | undefined>;
  /** The case after a step. */
  readonly taken: (found: ComplaintCase) => void;
}

export class Steps {
  /** The step whose form is open. */
  open: Action | undefined;
  private _value: Input = noInput;
  private _fault: string | undefined;
  /** One key for one content: the same step sent again is the same step. */
  private _sent: { readonly content: string; readonly key: string } | undefined;
  private _files: FileField;

  constructor(
    private _host: LitElement,
    private _options: StepsOptions,
  ) {
    this._files = new FileField(_host, _options.http, () => undefined);
  }

  /** Opens a form, or with none closes it; what was put in is gone, files included. */
  choose(action: Action | undefined): void {
    const before = this.open;
    this._files.clear(true);
    this.open = action;
    this._value = noInput;
    this._fault = undefined;
    void this._options.show(action ? this._first(action) : `#open-${before!}`);
  }
  /** The case is left: files on their way are given up. */
  drop(): void {
    this._files.clear(true);
  }
  private _first = (action: Action): string => (action === 'rate' ? '[name=level]' : '#act-text');

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
    if (this._fault) this._fault = faultOf(this.open!, this._value, this._files, this._options.text());
    this._host.requestUpdate();
  };

  private _submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { open: action, _value: value, _files: files } = this;
    const { key, http, text: table, busy, show, send, taken } = this._options;
    if (busy() || !action) return;
    this._fault = faultOf(action, value, files, table());
    if (this._fault) return show(action === 'rate' && value.level ? '#act-text' : this._first(action));
    const attachments = files.done.map(({ id }) => ({ id }));
    const content = JSON.stringify([action, value, attachments]);
    if (this._sent?.content !== content) this._sent = { content, key: newIdempotencyKey() };
    const text = value.text.trim();
    const level = +value.level;
    const complaints = createComplaintFollowUp(http());
    const options = { idempotencyKey: this._sent.key };
    const reasons = level < 3 && value.reasons.length ? { reasons: value.reasons } : {};
    const calls: Record<Action, () => Promise<ComplaintCase>> = {
      addMessage: () => complaints.addMessage(key, { text, ...(attachments.length ? { attachments } : {}) }, options),
      withdraw: () => complaints.withdraw(key, text || undefined, options),
      reopen: () => complaints.reopen(key, text, options),
      rate: () => complaints.rate(key, { level, ...reasons, ...(text ? { text } : {}) }, options),
    };
    const found = await send(calls[action]);
    if (!found) return;
    files.clear(false);
    this.open = this._sent = undefined;
    this._value = noInput;
    taken(found);
  };

  /** @param failed why the step was not taken; what was typed is still there */
  view(failed: string | undefined): TemplateResult | undefined {
    const action = this.open;
    if (!action) return undefined;
    const { _value: value, _fault: fault, _files: files } = this;
    const text = this._options.text();
    const hint = { addMessage: '', withdraw: text.withdrawHint, reopen: text.reopenHint, rate: text.rateHint }[action];
    const label = {
      addMessage: text.messageLabel,
      withdraw: text.withdrawLabel,
      reopen: text.reopenLabel,
      rate: text.rateText,
    }[action];
    const inText = fault && (action !== 'rate' || value.level) ? 'true' : nothing;
    const optional = action === 'rate' || action === 'withdraw';
    return html`<form
      novalidate
      @submit=${this._submit}
      @input=${this._typed}
      @paste=${files.paste}
      aria-labelledby="act-title"
    >
      <h4 id="act-title">${text[action]}</h4>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${failed ? html`<div class="box failed" role="alert">${failed}</div>` : nothing}
      ${fault ? html`<p class="fault" id="act-fault">${fault}</p>` : nothing}
      ${
        action === 'rate'
          ? html`<fieldset
                role="radiogroup"
                aria-required="true"
                aria-describedby=${fault && !value.level ? 'act-fault' : nothing}
              >
                <legend>${text.rateLabel}</legend>
                <div class="tiles">
                  ${['5', '4', '3', '2', '1'].map(
                    (level) =>
                      html`<label class="tile ${value.level === level ? 'on' : ''}"
                        ><input type="radio" name="level" value=${level} .checked=${live(value.level === level)} /><span
                          >${text.rating[level as '5']}</span
                        ></label
                      >`,
                  )}
                </div>
              </fieldset>
              ${
                value.level && +value.level < 3
                  ? html`<fieldset>
                      <legend>${text.reasonsLabel}<small>${text.optional}</small></legend>
                      ${Object.entries(text.reason).map(
                        ([code, word]) =>
                          html`<div class="tick">
                            <label
                              ><input
                                type="checkbox"
                                name="reasons"
                                value=${code}
                                .checked=${live(value.reasons.includes(code))}
                              /><span>${word}</span></label
                            >
                          </div>`,
                      )}
                    </fieldset>`
                  : nothing
              }`
          : nothing
      }
      <div class="field ${inText === 'true' ? 'invalid' : ''}">
        <label for="act-text">${label}${optional ? html`<small>${text.optional}</small>` : nothing}</label>
        <textarea
          id="act-text"
          name="text"
          rows="4"
          .value=${live(value.text)}
          aria-required=${optional ? nothing : 'true'}
          aria-invalid=${inText}
          aria-describedby=${inText === 'true' ? 'act-fault' : nothing}
        ></textarea>
      </div>
      ${action === 'addMessage' ? files.view(text.files) : nothing}
      <div class="buttons">
        <button class="primary" aria-disabled=${this._options.busy() ? 'true' : nothing}>${text.send}</button>
        <button type="button" @click=${() => this.choose(undefined)}>${text.cancel}</button>
      </div>
    </form>`;
  }
}
