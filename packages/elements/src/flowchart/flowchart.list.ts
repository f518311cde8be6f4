/** The text twin: all steps as an ordered list, a part at a time where there are very many. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FlowchartTable } from './flowchart.messages.js';
import type { Step } from './flowchart.model.js';

export interface ListView {
  readonly text: FlowchartTable;
  readonly steps: readonly Step[];
  /** First step in sight, and how many at most. */
  readonly from: number;
  readonly most: number;
  /** Place of the open step, −1 for none, and its card. */
  readonly open: number;
  readonly card: unknown;
  select(at: number | undefined): void;
  goto(at: number): void;
  turn(from: number): void;
}

export function list({ text, steps, from, most, open, card, select, goto, turn }: ListView): TemplateResult {
  const shown = steps.slice(from, from + most);
  return html`<ol part="text" start=${from + 1}>
      ${shown.map(({ number, label, facts, ways, now }) => {
        const at = number - 1;
        const on = at === open;
        // Buttons are boxes: a mark behind one would begin a line, or stand far from words that wrap. So it is inside.
        const comma = ways.length ? text.comma : '';
        return html`<li class=${now ? 'now' : on ? 'on' : ''} aria-current=${now ? 'step' : nothing}>
          <button
            type="button"
            class="link name"
            id="n${at}"
            aria-expanded=${String(on)}
            @click=${() => select(on ? undefined : at)}
          >
            <span>${text.head(number, steps.length)}</span>${label}${facts ? '' : comma}</button
          >${facts && facts + comma}${ways.map(
            (way, i) =>
              html`<button type="button" class="link" @click=${() => goto(way.to)}>
                ${way.words}${i < ways.length - 1 ? html`<i>${text.semicolon}</i>` : ''}
              </button>`,
          )}
          ${on ? card : nothing}
        </li>`;
      })}
    </ol>
    ${
      steps.length > most
        ? html`<div class="bar no-print">
            <button type="button" ?disabled=${!from} @click=${() => turn(from - most)}>${text.before}</button>
            <button type="button" ?disabled=${from + most >= steps.length} @click=${() => turn(from + most)}>
              ${text.after}
            </button>
            ${text.range(from + 1, from + shown.length, steps.length)}
          </div>`
        : nothing
    }`;
}
