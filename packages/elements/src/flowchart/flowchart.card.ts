/** Duty card (职责卡) of one step, and the tiers of discretion (裁量基准) that a step may carry. */
import type { DiscretionStandard, FlowNode, LegalBasis, LocalizedText } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { telOf } from '../shared/format.js';
import type { FlowchartTable } from './flowchart.messages.js';
import type { Pick, Step } from './flowchart.model.js';

const list = (items: readonly unknown[] | undefined, each: (item: never) => unknown) =>
  items?.length &&
  html`<ul>
    ${items.map((item) => html`<li>${each(item as never)}</li>`)}
  </ul>`;

/**
 * The card as it stands beside the chart or in the text: with its heading, and closed by Escape.
 * @param choose of one standard's tiers, once that part has been loaded
 */
export function panel(
  step: Step,
  text: FlowchartTable,
  pick: Pick,
  close: () => void,
  go: (to: number) => void,
  choose?: (standard: DiscretionStandard, at: number) => unknown,
): TemplateResult {
  return html`<div
    part="card"
    role="group"
    aria-labelledby="card"
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
  >
    <header>
      <h4 id="card" tabindex="-1">
        <small>${text.step(step.number)} · ${text.kind[step.node.kind]}</small>${pick(step.node.label)}
      </h4>
      <button type="button" @click=${close}>${text.close}</button>
    </header>
    ${card(step, text, pick, go, choose)}
  </div>`;
}

/** @param choose of one standard's tiers, once that part has been loaded */
export function card(
  step: Step,
  text: FlowchartTable,
  pick: Pick,
  go: (to: number) => void,
  choose?: (standard: DiscretionStandard, at: number) => unknown,
): TemplateResult {
  const { node } = step;
  const { field } = text;
  const joined = (...parts: (LocalizedText | undefined)[]) => parts.map(pick).filter(Boolean).join('　');
  const basis = ({ title, article, docNumber }: LegalBasis) => joined(title, docNumber, article);
  const phone = pick(node.phone);
  const tel = telOf(phone);
  const rows: (readonly [string, unknown])[] = [
    [field.lane, step.lane],
    [field.phase, step.phase],
    [field.post, pick(node.post)],
    [field.person, pick(node.person)],
    [field.timeLimit, step.limit],
    [field.basis, list(node.basis, basis)],
    [field.materials, list(node.materials, pick)],
    [field.docs, list(node.docs, pick)],
    [field.discretion, discretion(node, text, pick, choose)],
    // 廉政风险点 of a step that is not public stay inside the unit.
    [field.risks, node.isPublic !== false && risks(node, text, pick)],
    [field.phone, tel ? html`<a href=${tel}>${phone}</a>` : phone],
    [field.note, pick(node.note)],
  ];
  const known = rows.filter(([, value]) => value);
  return html`
    ${
      known.length
        ? html`<dl>
            ${known.map(
              ([name, value]) =>
                html`<div class=${name === field.discretion ? 'broad' : ''}>
                  <dt>${name}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>`
        : html`<p>${text.none}</p>`
    }
    ${
      step.ways.length
        ? html`<h5>${field.ways}</h5>
            <ul>
              ${step.ways.map(
                (way) =>
                  html`<li><button type="button" class="link" @click=${() => go(way.to)}>${way.words}</button></li>`,
              )}
            </ul>`
        : nothing
    }
  `;
}

function risks(node: FlowNode, text: FlowchartTable, pick: Pick) {
  const { field, level } = text;
  return list(node.risks, (risk: NonNullable<FlowNode['risks']>[number]) => {
    const rank = pick(risk.level);
    const who = pick(risk.responsible);
    return html`${
      rank
        ? html`<b class="level ${rank in level ? rank : ''}">${level[rank as keyof typeof level] ?? rank}</b> `
        : nothing
    }${pick(risk.point)}
    ${risk.measures?.length ? html`<p><i>${field.measures}</i> ${risk.measures.map(pick).join('；')}</p>` : nothing}
    ${who ? html`<p><i>${field.person}</i> ${who}</p>` : nothing}`;
  });
}

/** 裁量基准 (domain §2.4): the statutory range, tiers to choose from, and for each tier when it applies and what it means. */
function discretion(
  node: FlowNode,
  text: FlowchartTable,
  pick: Pick,
  choose?: (standard: DiscretionStandard, at: number) => unknown,
) {
  const { tier, field } = text;
  const columns = ['name', 'circumstances', 'standard'] as const;
  return node.discretion?.map((standard, at) => {
    const table = html`<table>
      <thead>
        <tr>
          ${columns.map((key) => html`<th scope="col">${tier[key]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${standard.tiers.map(
          (row) =>
            html`<tr>
              ${columns.map((key) => html`<td>${pick(row[key])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
    const range = pick(standard.statutoryPenalty);
    return html`<p>${pick(standard.violation)}</p>
      ${range ? html`<p><i>${field.penalty}</i> ${range}</p>` : nothing}
      ${
        choose
          ? html`${choose(standard, at)}
              <details>
                <summary>${tier.all}</summary>
                ${table}
              </details>`
          : table
      }`;
  });
}
