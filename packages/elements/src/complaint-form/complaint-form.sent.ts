/** After writing: the letter under review and on its way, the receipt, and the page once the receipt has been left. */
import type { ZwgkError } from '@zwgk/client';
import { isSafeUrl } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldNames, kindOf, modeOf, publishable, visibleFields, type FieldName } from './complaint-form.draft.js';
import type { View } from './complaint-form.fields.js';
import type { FormTable } from './complaint-form.messages.js';
import type { Lines } from './complaint-form.receipt.js';

const facts = (lines: Lines): TemplateResult[] =>
  lines.map(
    ([label, value]) =>
      html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`,
  );

export interface ReviewView extends View {
  readonly about: string | undefined;
  readonly consent: boolean;
  readonly sending: boolean;
  readonly failure: ZwgkError | undefined;
  /** True when an earlier version of the letter may have arrived, whose receipt can be fetched. */
  readonly earlier: boolean;
  readonly send: () => void;
  readonly fetch: () => void;
  readonly anew: () => void;
  readonly edit: () => void;
}

export function reviewView(view: ReviewView): TemplateResult {
  const { text, values, setting, failure, sending, about } = view;
  const shown = (name: FieldName): string =>
    name === 'kind'
      ? text.kind[kindOf(values)!]
      : name === 'identityMode'
        ? text.mode[modeOf(values, setting)]
        : (values[name]?.trim() ?? '');
  const lines: Lines = [
    ...visibleFields(values, setting)
      .filter(shown)
      .sort((a, b) => fieldNames.indexOf(a) - fieldNames.indexOf(b))
      .map((name) => [text.label[name], shown(name)] as const),
    ...(about ? [[text.about, about] as const] : []),
    ...(publishable(values, setting) ? [[text.publish, view.consent ? text.yes : text.no] as const] : []),
  ];
  const offline = failure?.code === 'network' && !navigator.onLine;
  const busy = sending ? 'true' : nothing;
  const again = failure && (failure.retryable || failure.code === 'invalid_response');
  return html`<p class="lead">${text.reviewHint}</p>
    <dl class="facts">${facts(lines)}</dl>
    <div role="alert">
      ${
        failure
          ? html`<div class="box failed">
              <p>
                <strong>${text.failed[offline ? 'offline' : failure.code]}</strong>${
                  failure.code === 'rate_limited' ? text.wait(failure.retryAfter ?? 600) : ''
                }
              </p>
              <p>${text.stays}${again ? text.safe : ''}</p>
            </div>`
          : nothing
      }
    </div>
    <div class="buttons">
      ${
        failure?.code === 'conflict'
          ? html`${
                view.earlier
                  ? html`<button type="button" class="primary" aria-disabled=${busy} @click=${view.fetch}>
                      ${text.fetch}
                    </button>`
                  : nothing
              } <button type="button" aria-disabled=${busy} @click=${view.anew}>${text.anew}</button>`
          : html`<button type="button" class="primary" aria-disabled=${busy} @click=${view.send}>
              ${offline ? text.outbox : failure ? text.again : text.send}
            </button>`
      }
      <button type="button" aria-disabled=${busy} @click=${view.edit}>${text.back}</button>
    </div>`;
}

export interface ReceiptView {
  readonly text: FormTable;
  readonly lines: Lines;
  /** What was done last: printed, copied, saved. */
  readonly note: string;
  readonly saved: boolean;
  /** The reader wants to go without having kept the code. */
  readonly leaving: boolean;
  readonly statusUrl: string | undefined;
  readonly print: () => void;
  readonly copy: () => void;
  readonly save: () => void;
  readonly leave: () => void;
  readonly sure: () => void;
  readonly stay: () => void;
}

/** How to look the case up. The code is never part of the address. */
const look = (text: FormTable, statusUrl: string | undefined): TemplateResult =>
  statusUrl && isSafeUrl(statusUrl)
    ? html`<p class="no-print"><a href=${statusUrl} target="_blank" rel="noopener">${text.look}</a></p>`
    : html`<p class="hint">${text.lookHint}</p>`;

export function receiptView(view: ReceiptView): TemplateResult {
  const { text, lines, saved } = view;
  return html`<p class="lead">${text.doneHint}</p>
    <dl part="receipt" class="facts receipt">${facts(lines)}</dl>
    <p class="hint">${text.secret}</p>
    <div class="buttons no-print" id="ways">
      <button type="button" @click=${view.print}>${text.print}</button>
      <button type="button" @click=${view.copy}>${text.copy}</button>
      <button type="button" @click=${view.save}>${text.save}</button>
    </div>
    <p role="status" class="note no-print">${view.note}</p>
    ${look(text, view.statusUrl)}
    ${
      view.leaving
        ? html`<div class="box failed no-print" id="leaving" tabindex="-1" role="group" aria-labelledby="unsaved">
            <p id="unsaved">${text.unsaved}</p>
            <div class="buttons">
              <button type="button" class="primary" @click=${view.stay}>${text.stay}</button>
              <button type="button" @click=${view.sure}>${text.leave}</button>
            </div>
          </div>`
        : html`<div class="buttons no-print">
            <button type="button" class=${saved ? 'primary' : ''} @click=${view.leave}>${text.finish}</button>
          </div>`
    }`;
}

export const leftView = (
  text: FormTable,
  ticketNo: string,
  statusUrl: string | undefined,
  another: () => void,
): TemplateResult =>
  html`<p class="lead">${text.after(ticketNo)}</p>
    ${look(text, statusUrl)}
    <div class="buttons no-print"><button type="button" @click=${another}>${text.another}</button></div>`;
