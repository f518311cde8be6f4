/** A list of facts, as `form.styles.ts` draws it: each a label and what it says. */
import { html, type TemplateResult } from 'lit';

export type Lines = readonly (readonly [label: string, value: string])[];

/** What stands in a `<dl class="facts">`. */
export const factLines = (lines: Lines): TemplateResult[] =>
  lines.map(
    ([label, value]) =>
      html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`,
  );
