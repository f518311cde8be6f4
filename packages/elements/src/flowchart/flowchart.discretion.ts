/**
 * Discretion tiers (裁量基准, 行政处罚法 第34条) to choose from: circumstances → tier → range. Loaded when a card that has
 * some is opened. What a reader chooses stays in the element and is forgotten with the card.
 */
import type { DiscretionStandard } from '@zwgk/schema';
import { adoptStyles, html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { DiscretionTable } from './flowchart.discretion.messages.js';
import { discretionStyles } from './flowchart.discretion.styles.js';
import type { Pick } from './flowchart.model.js';

export { discretionMessages } from './flowchart.discretion.messages.js';

/** Gives a chart the styles of what this part brings. */
export function dress(chart: LitElement): void {
  const { elementStyles } = chart.constructor as typeof LitElement;
  adoptStyles(chart.renderRoot as ShadowRoot, [...elementStyles, discretionStyles]);
}

type Tier = DiscretionStandard['tiers'][number];

/** 1 万元以上、3 万元以下; empty where the tier has no numbers. Bounds count as included where nothing else is said. */
export function rangeOf(
  { min, max, unit, minInclusive, maxInclusive }: Tier,
  text: DiscretionTable,
  pick: Pick,
): string {
  const amount = (value: number) => text.amount(value, pick(unit));
  if (min !== undefined && min === max) return amount(min);
  return [
    min !== undefined && text.from(amount(min), minInclusive !== false),
    max !== undefined && text.to(amount(max), maxInclusive !== false),
  ]
    .filter(Boolean)
    .join(text.and);
}

/** @param name of the group of radio buttons. @param chosen number of the tier, −1 for none. */
export function tiers(
  { tiers: given }: DiscretionStandard,
  name: string,
  chosen: number,
  choose: (tier: number) => void,
  text: DiscretionTable,
  pick: Pick,
): TemplateResult {
  // In the order that the standard itself gives; where it gives none, as listed.
  const list = given
    .map((tier, i) => ({ tier, i }))
    .sort((a, b) => (a.tier.order ?? 0) - (b.tier.order ?? 0) || a.i - b.i);
  const found = given[chosen];
  const rows = found && [
    [text.name, pick(found.name)],
    [text.standard, pick(found.standard)],
    [text.range, rangeOf(found, text, pick)],
  ];
  return html`<fieldset class="tiers no-print">
      <legend>${text.choose}</legend>
      ${list.map(
        ({ tier, i }) =>
          html`<label
            ><input type="radio" name=${name} .checked=${i === chosen} @change=${() => choose(i)} /><span
              >${pick(tier.circumstances) || pick(tier.name)}</span
            ></label
          >`,
      )}
    </fieldset>
    <div role="status" class="result" aria-label=${text.result}>
      ${
        rows
          ? html`<dl>
                ${rows.map(([term, value]) =>
                  value
                    ? html`<div>
                        <dt>${term}</dt>
                        <dd>${value}</dd>
                      </div>`
                    : nothing,
                )}
              </dl>
              <p>${text.note}</p>`
          : nothing
      }
    </div>`;
}
