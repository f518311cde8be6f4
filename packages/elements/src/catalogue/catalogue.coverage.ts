/** 公开完成情况: what a 标准目录 asks for beside what has been published, by unit; each number opens its list. */
import type { CatalogueReader } from '@zwgk/client';
import { coverageOf, type Coverage, type CoverageCount, type CoveredItem } from '@zwgk/client/catalogue';
import type { LocalizedText, StandardItem } from '@zwgk/schema';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { equip } from './catalogue.parts.js';
import type { Reading } from './catalogue.view.js';

type State = keyof CoverageCount | 'notDue';
/** What is listed: of a unit, or of all. */
interface Chosen {
  readonly unit: string | undefined;
  readonly state: State;
}
export interface CoveragePart {
  /** In place of the list. */
  readonly open: boolean;
  /** The line above the list. */
  bar(): TemplateResult | typeof nothing;
  view(reading: Reading): TemplateResult;
}

const percent = ({ due, published }: CoverageCount): string => (due ? `${Math.floor((100 * published) / due)}%` : '–');

/** @param items what is asked for; fetched once the part is there */
export function coveragePart(
  host: LitElement,
  reader: CatalogueReader,
  items: () => Promise<readonly StandardItem[]>,
  focus: (selector: string) => void,
): CoveragePart {
  const words = equip(host);
  let coverage: Coverage | undefined;
  let failed = false;
  let open = false;
  let chosen: Chosen = { unit: undefined, state: 'missing' };
  items()
    .then((list) => coverageOf(reader, list))
    .then(
      (made) => void (coverage = made),
      () => void (failed = true),
    )
    .finally(() => host.requestUpdate());
  const set = (next: boolean, selector: string) => {
    open = next;
    focus(selector);
  };
  const choose = (next: Chosen) => {
    chosen = next;
    focus('.coverage h4');
  };

  const meter = (count: CoverageCount, label: string) =>
    html`<meter min="0" max=${count.due || 1} .value=${count.published} aria-label=${label}></meter>`;

  function bar(): TemplateResult | typeof nothing {
    const { text } = words;
    if (failed) return html`<p part="coverage">${text.coverageFailed}</p>`;
    if (!coverage) return nothing;
    const { due, published, missing } = coverage;
    return html`<section part="coverage" aria-label=${text.coverage.title}>
      <p>
        ${text.coverage.title}：${meter(coverage, text.coverage.rate)}<strong>${percent(coverage)}</strong>　${text.coverageSummary(
          `${due}`,
          `${published}`,
          `${missing}`,
        )}
      </p>
      <button
        type="button"
        class="no-print"
        aria-expanded=${open}
        @click=${() => (open ? set(false, '[part=coverage] button') : set(true, '.coverage h3'))}
      >
        ${open ? text.coverage.back : text.coverage.details}
      </button>
    </section>`;
  }

  /** A number of a unit that opens its list; a nought has none. */
  function number(count: number, unit: string | undefined, state: State, name: string): TemplateResult {
    const { text } = words;
    const pressed = open && chosen.unit === unit && chosen.state === state;
    return html`<td class="number">
      ${
        count
          ? html`<button
              type="button"
              class="link"
              aria-pressed=${pressed}
              aria-label=${text.coverageOpen(name, text.coverage[state], `${count}`)}
              @click=${() => choose({ unit, state })}
            >
              ${count}
            </button>`
          : 0
      }
    </td>`;
  }

  function row(name: string, count: CoverageCount, unit: string | undefined): TemplateResult {
    return html`<tr>
      <th scope="row">${name}</th>
      ${number(count.due, unit, 'due', name)}${number(count.published, unit, 'published', name)}${number(
        count.missing,
        unit,
        'missing',
        name,
      )}
      <td class="rate">${meter(count, name)}${percent(count)}</td>
    </tr>`;
  }

  function itemRow({ item, state, rule, entries, found }: CoveredItem, reading: Reading): TemplateResult {
    const { text } = words;
    const { pick, opening } = reading;
    return html`<tr class=${state}>
      <th scope="row">${pick(item.level1)}${item.level2 ? ` › ${pick(item.level2)}` : nothing}</th>
      <td class="state">
        <span aria-hidden="true">${state === 'published' ? '✓ ' : state === 'missing' ? '✗ ' : '– '}</span>${
          text.coverage[state]
        }
      </td>
      <td>${text.rules[rule]}</td>
      <td>
        ${entries.map(
          ({ indexNumber, title }: { indexNumber: string; title: LocalizedText }) =>
            html`<div>
              <a
                href="#zwgk=${encodeURIComponent(indexNumber)}"
                @click=${(click: Event) => {
                  click.preventDefault();
                  open = false;
                  void opening.show(indexNumber);
                }}
                >${pick(title)}</a
              >
            </div>`,
        )}
        ${found > entries.length ? html`<small>${text.coverageMore(`${found}`)}</small>` : nothing}
      </td>
    </tr>`;
  }

  function view(reading: Reading): TemplateResult {
    const { text } = words;
    const labels = text.coverage;
    const { units, items: all, entries, complete, due, published, missing } = coverage!;
    const { unit, state } = chosen;
    const listed = all.filter(
      (one) =>
        (unit === undefined || one.unit === unit) &&
        (state === 'due' ? one.state !== 'notDue' : one.state === (state as CoveredItem['state'])),
    );
    const notDue = all.length - due;
    const name = (of: string | undefined) => (of === undefined ? labels.all : of || labels.noUnit);
    return html`<div part="main" class="coverage">
      <h3 tabindex="-1">${labels.title}</h3>
      <p class="facts">${text.coverageNote(`${entries}`)}${complete ? nothing : text.coveragePartial}</p>
      <div class="scroll">
        <table>
          <caption class="sr">
            ${text.coverageUnits}
          </caption>
          <thead>
            <tr>
              ${(['unit', 'due', 'published', 'missing', 'rate'] as const).map(
                (key, i) => html`<th scope="col" class=${i && i < 4 ? 'number' : ''}>${labels[key]}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${units.map((count) => row(name(count.name), count, count.name))}
          </tbody>
          <tfoot>
            ${row(labels.all, { due, published, missing }, undefined)}
          </tfoot>
        </table>
      </div>
      ${
        notDue
          ? html`<p class="facts">
              <button type="button" class="link" @click=${() => choose({ unit: undefined, state: 'notDue' })}>
                ${labels.notDue} ${notDue}
              </button>
            </p>`
          : nothing
      }
      <h4 tabindex="-1">${text.coverageList(name(unit), labels[state], `${listed.length}`)}</h4>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              ${(['item', 'state', 'basis', 'entries'] as const).map((key) => html`<th scope="col">${labels[key]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${listed.map((one) => itemRow(one, reading))}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  return {
    get open() {
      return open && !!coverage;
    },
    bar,
    view,
  };
}
