/** After writing: the letter under review and on its way, the receipt, and the page once the receipt has been left. */
import { isSafeUrl } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { factLines, type Lines } from '../shared/facts.js';
import type { Delivery } from './complaint-form.delivery.js';
import { fieldNames, kindOf, modeOf, publishable, visibleFields, type FieldName } from './complaint-form.draft.js';
import type { View } from './complaint-form.fields.js';
import type { FormTable } from './complaint-form.messages.js';

export interface ReviewView extends View {
  readonly about: string | undefined;
  readonly consent: boolean;
  /** Names of the files that go with it. */
  readonly files: readonly string[];
  readonly delivery: Delivery;
  readonly edit: () => void;
}

export function reviewView(view: ReviewView): TemplateResult {
  const { text, values, setting, about, delivery } = view;
  const { failure, sending, proof } = delivery;
  const shown = (name: FieldName): string =>
    name === 'kind'
      ? text.kind[kindOf(values)!]
      : name === 'identityMode'
        ? text.mode[modeOf(values, setting)]
        : name === 'attachments'
          ? view.files.join(text.comma)
          : (values[name]?.trim() ?? '');
  const lines: Lines = [
    ...visibleFields(values, setting)
      .filter(shown)
      .sort((a, b) => fieldNames.indexOf(a) - fieldNames.indexOf(b))
      .map((name) => [text.label[name], shown(name)] as const),
    ...(about ? [[text.about, about] as const] : []),
    ...(publishable(values, setting) ? [[text.publish, view.consent ? text.yes : text.no] as const] : []),
  ];
  const offline = delivery.offline && failure?.code === 'network';
  const busy = sending ? 'true' : nothing;
  const again = failure && (failure.retryable || failure.code === 'invalid_response');
  return html`<p class="lead">${text.reviewHint}</p>
    <dl class="facts">${factLines(lines)}</dl>
    <div role="alert">
      ${
        failure
          ? html`<div class="box failed">
              <p>
                <strong>${text.failed[offline ? (navigator.onLine ? 'unsent' : 'offline') : failure.code]}</strong>${
                  failure.code === 'rate_limited' ? text.wait(failure.retryAfter ?? 600) : ''
                }
              </p>
              <p>${text.stays}${again ? text.safe : ''}</p>
            </div>`
          : nothing
      }
    </div>
    ${
      proof === undefined
        ? nothing
        : html`<div class="box" id="proof">
            <p id="proof-text">${text.proving}</p>
            <progress max="100" value=${Math.floor(proof * 100)} aria-labelledby="proof-text"></progress>
            <div class="buttons"><button type="button" @click=${delivery.cancel}>${text.cancel}</button></div>
          </div>`
    }
    <div class="buttons">
      ${
        failure?.code === 'conflict'
          ? html`${
                delivery.earlier
                  ? html`<button type="button" class="primary" aria-disabled=${busy} @click=${delivery.fetch}>
                      ${text.fetch}
                    </button>`
                  : nothing
              } <button type="button" aria-disabled=${busy} @click=${delivery.anew}>${text.anew}</button>`
          : html`<button type="button" class="primary" aria-disabled=${busy} @click=${delivery.send}>
              ${offline ? text.outbox : failure ? text.again : text.send}
            </button>`
      }
      <button type="button" aria-disabled=${busy} @click=${view.edit}>${text.back}</button>
    </div>`;
}

/** How to look the case up. The code is never part of the address. */
export const look = (text: FormTable, statusUrl: string | undefined): TemplateResult =>
  statusUrl && isSafeUrl(statusUrl)
    ? html`<p class="no-print"><a href=${statusUrl} target="_blank" rel="noopener">${text.look}</a></p>`
    : html`<p class="hint">${text.lookHint}</p>`;

/** The receipt until what can be done with it has come: number and code do not wait. */
export const plainReceipt = (
  text: FormTable,
  lines: Lines,
  retry: (() => void) | undefined,
  leave: () => void,
): TemplateResult =>
  html`<dl part="receipt" class="facts receipt">${factLines(lines)}</dl>
    ${
      retry
        ? html`<div class="box" role="alert">
            <p>${text.noPaper}</p>
            <div class="buttons">
              <button type="button" class="primary" @click=${retry}>${text.retry}</button>
              <button type="button" @click=${leave}>${text.leave}</button>
            </div>
          </div>`
        : nothing
    }`;

export const leftView = (
  text: FormTable,
  ticketNo: string,
  statusUrl: string | undefined,
  another: () => void,
): TemplateResult =>
  html`<p class="lead">${text.after(ticketNo)}</p>
    ${look(text, statusUrl)}
    <div class="buttons no-print"><button type="button" @click=${another}>${text.another}</button></div>`;
