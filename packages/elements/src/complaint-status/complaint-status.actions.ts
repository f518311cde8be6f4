/** What the holder of a case may do: one form each, and what of it is sent. */
import { codePointLength, isCleanText } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FileField } from '../shared/file-field.js';
import type { StatusTable } from './complaint-status.messages.js';

export const actions = ['addMessage', 'rate', 'reopen', 'withdraw'] as const;
export type Action = (typeof actions)[number];

/** Longest text of each action in code points. */
const MAX: Readonly<Record<Action, number>> = { addMessage: 2000, withdraw: 500, reopen: 2000, rate: 500 };

/** What the reader has put in so far. */
export interface Input {
  readonly text: string;
  readonly level: string;
  readonly reasons: readonly string[];
}
export const noInput: Input = { text: '', level: '', reasons: [] };

/** Why it cannot be sent yet; undefined when it can. */
export function faultOf(action: Action, input: Input, files: FileField, text: StatusTable): string | undefined {
  const written = input.text.trim();
  const length = codePointLength(written);
  if (action === 'rate' ? !input.level : !length && action !== 'withdraw') return text.required;
  if (action === 'addMessage' && files.busy) return text.filesBusy;
  if (length > MAX[action]) return text.tooLong(MAX[action], length);
  return isCleanText(written) ? undefined : text.characters;
}

export interface ActionView {
  readonly text: StatusTable;
  /** In the order of the page: only what the service allows. */
  readonly allowed: readonly Action[];
  readonly open: Action | undefined;
  readonly value: Input;
  readonly fault: string | undefined;
  readonly files: FileField;
  /** Why it was not taken; what was typed is still there. */
  readonly failed: string | undefined;
  readonly busy: boolean;
  readonly choose: (action: Action | undefined) => void;
  readonly input: (event: Event) => void;
  readonly submit: (event: Event) => void;
}

export function actionsView(view: ActionView): TemplateResult | typeof nothing {
  const { text, allowed, open, choose } = view;
  if (!allowed.length) return nothing;
  return html`<section class="actions no-print" aria-labelledby="actions">
    <h3 id="actions">${text.next}</h3>
    <div class="buttons">
      ${allowed.map(
        (action) =>
          html`<button
            type="button"
            id="open-${action}"
            aria-expanded=${open === action ? 'true' : 'false'}
            @click=${() => choose(open === action ? undefined : action)}
          >
            ${text[action]}
          </button>`,
      )}
    </div>
    ${open && allowed.includes(open) ? formView(view, open) : nothing}
  </section>`;
}

function formView(view: ActionView, action: Action): TemplateResult {
  const { text, value, fault, failed } = view;
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
    @submit=${view.submit}
    @input=${view.input}
    @paste=${view.files.paste}
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
    ${action === 'addMessage' ? view.files.view(text.files) : nothing}
    <div class="buttons">
      <button class="primary" aria-disabled=${view.busy ? 'true' : nothing}>${text.send}</button>
      <button type="button" @click=${() => view.choose(undefined)}>${text.cancel}</button>
    </div>
  </form>`;
}
