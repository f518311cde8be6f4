/** What the holder of a case may do: one button each. The form behind it comes with `complaint-status.steps.ts`. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StatusTable } from './complaint-status.messages.js';

/** In the order of the page. */
export const actions = ['addMessage', 'rate', 'reopen', 'withdraw'] as const;
export type Action = (typeof actions)[number];

export interface ActionView {
  readonly text: StatusTable;
  /** What the service allows. */
  readonly allowed: readonly Action[];
  readonly open: Action | undefined;
  readonly choose: (action: Action | undefined) => void;
  /** The form of the open action. */
  readonly form: TemplateResult | undefined;
}

export function actionsView({ text, allowed, open, choose, form }: ActionView): TemplateResult | typeof nothing {
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
    ${open && allowed.includes(open) ? form : nothing}
  </section>`;
}
