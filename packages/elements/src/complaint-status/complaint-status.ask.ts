/** Before a case is open: where the code of a receipt is put in. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StatusTable } from './complaint-status.messages.js';

export interface AskView {
  readonly text: StatusTable;
  readonly code: string;
  readonly ticket: string;
  /** What is wrong with the code. */
  readonly fault: string;
  /** Why nothing could be asked. */
  readonly failed: string;
  readonly busy: boolean;
  readonly submit: (event: Event) => void;
  readonly input: (event: Event) => void;
  /** 验证回执, below the form; nothing until it is opened. */
  readonly verify: TemplateResult | undefined;
  readonly openVerify: (event: Event) => void;
}

export function askView({ text, fault, failed, verify, ...view }: AskView): TemplateResult {
  return html`<form novalidate autocomplete="off" @submit=${view.submit} @input=${view.input}>
      <div role="alert">${failed ? html`<p class="box failed">${failed}</p>` : nothing}</div>
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
          .value=${live(view.code)}
          aria-invalid=${fault ? 'true' : nothing}
          aria-describedby=${fault ? 'code-hint code-fault' : 'code-hint'}
        />
      </div>
      <div class="field ticket">
        <label for="ticket">${text.ticketNo}<small>${text.optional}</small></label>
        <input id="ticket" name="ticket" autocomplete="off" spellcheck="false" .value=${live(view.ticket)} />
      </div>
      <div class="buttons">
        <button class="primary" aria-disabled=${view.busy ? 'true' : nothing}>${text.look}</button>
      </div>
    </form>
    <details class="no-print" @toggle=${view.openVerify}>
      <summary>${text.verify}</summary>
      ${verify ?? nothing}
    </details>`;
}
