/** What stands on each paper form. Words only, as a window hands them out: no buttons, no links. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from './guide-card.facts.js';
import { countOf } from './guide-card.materials.js';
import {
  cut,
  demandOf,
  moreOf,
  feesOf,
  nameOf,
  placesOf,
  said,
  situationOf,
  some,
  stampOf,
  superviseOf,
  timeOf,
  type PaperInput,
} from './guide-card.paper.facts.js';

/** A row of two cells; nothing where there is nothing to say. */
const row = (label: string, body: string | readonly string[]): Shown => {
  const parts = typeof body === 'string' ? [body] : body;
  return parts.some(Boolean)
    ? html`<tr>
        <th>${label}</th>
        <td>${parts.filter(Boolean).map((part) => html`<p>${part}</p>`)}</td>
      </tr>`
    : nothing;
};
const scan = ({ view, qr }: PaperInput): Shown =>
  qr
    ? html`<figure>
        ${qr}
        <figcaption>${view.text.paper.scan}</figcaption>
      </figure>`
    : nothing;
const box = html`<span class="box"></span>`;

/** 一次性告知单, A4: the sheet on which the window ticks what is missing. */
export function notice(input: PaperInput): TemplateResult {
  const { view, remedies, steps } = input;
  const { guide, text, pick } = view;
  const { paper } = text;
  const { chosen, unasked } = situationOf(input);
  const { where, when, phone } = placesOf(input, 3);
  const hand = some(input, 'bring', 'later', 'maybe');
  const free = some(input, 'free');
  const ticks = hand.map(
    (one, i) =>
      html`<tr>
        <td class="middle">${i + 1}</td>
        <td>${nameOf(input, one)}</td>
        <td>${demandOf(input, one)}</td>
        <td class="middle">${box}</td>
        <td class="middle">${box}</td>
      </tr>`,
  );
  return html`<table class="page">
    <thead>
      <tr>
        <td>
          <div class="head">
            <span>${pick(guide.deptName)}</span
            ><span>${guide.taskCode ? `${paper.code}${text.colon}${guide.taskCode}` : pick(guide.taskName)}</span>
          </div>
        </td>
      </tr>
    </thead>
    <tbody>
      <tr>
        <td>
          <div class="title">
            <div>
              <h1>${paper.notice}</h1>
              <p class="matter">${pick(guide.taskName)}</p>
              <p>${pick(guide.handleItemName)}</p>
            </div>
            ${scan(input)}
          </div>
          <table class="grid blanks">
            <tr>
              <th>${paper.applicant}</th>
              <td></td>
              <th>${paper.contact}</th>
              <td></td>
            </tr>
          </table>
          <table class="grid">
            ${row(paper.situation, chosen)} ${row(paper.notAsked, unasked)}
            ${row(paper.conditions, cut(said(input, guide.acceptConditions), 800, moreOf(input)))}
          </table>
          <h2>
            ${text.whatToBring}${text.colon}${guide.materials ? countOf(view, input.needs, input.open.length) : text.unstated}
          </h2>
          ${
            hand.length
              ? html`<table class="grid ticks">
                    <thead>
                      <tr>
                        <th class="narrow">${paper.number}</th>
                        <th>${paper.material}</th>
                        <th>${paper.demand}</th>
                        <th class="narrow">${paper.got}</th>
                        <th class="narrow">${paper.missing}</th>
                      </tr>
                    </thead>
                    <tbody>
                      ${ticks}
                    </tbody>
                  </table>
                  <p class="small">${paper.tick}${paper.until}</p>
                  <table class="grid blanks others">
                    ${row(paper.others, '\u3000')}
                  </table>`
              : nothing
          }
          ${
            free.length
              ? html`<p class="small">
                  <strong>${paper.free}${text.colon}</strong>${free.map((one) => nameOf(input, one)).join('；')}
                </p>`
              : nothing
          }
          ${guide.taskType === '01' ? html`<p class="small">${paper.notice32}</p>` : nothing}
          <table class="grid">
            ${row(
              paper.where,
              [...where, (guide.places?.length ?? 0) > 3 && (input.qr ? paper.morePlaces : paper.morePlacesAsk)].filter(
                (one): one is string => !!one,
              ),
            )}
            ${row(paper.when, when)} ${row(paper.phone, phone)}
            ${row(
              paper.steps,
              steps
                .map(({ stage }) => pick(stage))
                .filter(Boolean)
                .join(' → '),
            )}
            ${row(paper.time, timeOf(input))} ${row(paper.fee, feesOf(input))}
            ${row(paper.result, said(input, guide.resultName))} ${row(paper.remedy, remedies)}
            ${row(paper.supervise, superviseOf(input))}
          </table>
          <table class="grid blanks sign">
            <tr>
              <th>${paper.clerk}</th>
              <td></td>
              <th>${paper.signed}</th>
              <td></td>
              <th>${paper.date}</th>
              <td></td>
            </tr>
          </table>
          <p class="stamp">${stampOf(input)}</p>
        </td>
      </tr>
    </tbody>
  </table>`;
}

/** How much a card shows, from all to what fits on the smallest paper. */
const LEVELS = [
  { materials: Infinity, places: 2, demands: true, remedies: true },
  { materials: Infinity, places: 1, demands: true, remedies: true },
  { materials: Infinity, places: 1, demands: false, remedies: false },
  { materials: 8, places: 1, demands: false, remedies: false },
  { materials: 5, places: 1, demands: false, remedies: false },
  { materials: 3, places: 1, demands: false, remedies: false },
] as const;
export const levels = LEVELS.length;

/** 明白卡, A6 and in large print: one side, as much as fits. */
export function card(input: PaperInput, level: number): TemplateResult {
  const { view, remedies } = input;
  const { guide, text, pick } = view;
  const { paper } = text;
  const { materials, places, demands, remedies: tell } = LEVELS[level]!;
  const { where, when, phone } = placesOf(input, places);
  const { chosen } = situationOf(input);
  const hand = some(input, 'bring', 'later', 'maybe');
  const last = level === levels - 1;
  return html`<header>
      <p class="org">${pick(guide.deptName)}<span>${paper.card}</span></p>
      <h1>${cut(pick(guide.taskName), last ? 40 : 200, '')}</h1>
      ${input.answers.size && !last ? html`<p class="small">${chosen}</p>` : nothing}
    </header>
    <section>
      <h2>
        ${text.whatToBring}<strong
          >${guide.materials ? countOf(view, input.needs, input.open.length) : text.unstated}</strong
        >
      </h2>
      <ul>
        ${hand
          .slice(0, materials)
          .map(
            (one) =>
              html`<li>
                ${box}<span>${cut(nameOf(input, one), last ? 30 : 200, '')}</span>${
                  demands ? html` <small>${demandOf(input, one, false)}</small>` : nothing
                }
              </li>`,
          )}
      </ul>
      ${hand.length > materials ? html`<p class="small">${moreOf(input)}</p>` : nothing}
    </section>
    <table class="facts">
      ${row(paper.where, last ? where.map((one) => cut(one, 60, '')) : where)}
      ${row(paper.when, last ? when.map((one) => cut(one, 60, '')) : when)} ${row(paper.phone, phone)}
      ${row(paper.time, demands ? timeOf(input).map((one) => cut(one, 60, '')) : [timeOf(input)[0]!, input.due ?? ''])}
      ${row(
        paper.fee,
        feesOf(input, 3).map((one) => cut(one, 60, '')),
      )}
      ${tell ? row(paper.remedy, remedies) : nothing}
    </table>
    <footer>
      ${scan(input)}
      <p class="small">
        ${guide.taskCode ? html`${paper.code}${text.colon}${guide.taskCode}<br />` : nothing}${stampOf(input)}
      </p>
    </footer>`;
}

/** 窗口小票, 80 mm. */
export function slip(input: PaperInput): TemplateResult {
  const { view, remedies } = input;
  const { guide, text, pick } = view;
  const { paper } = text;
  const { where, when, phone } = placesOf(input, 1);
  const { chosen, unasked } = situationOf(input);
  const part = (label: string, body: string | readonly string[]): Shown =>
    body.length
      ? html`<h2>${label}</h2>
          ${(typeof body === 'string' ? [body] : body).map((line) => line && html`<p>${line}</p>`)}`
      : nothing;
  const free = some(input, 'free');
  return html`<header>
      <p>${pick(guide.deptName)}</p>
      <h1>${paper.slip}</h1>
      <p class="matter">${pick(guide.taskName)}</p>
      ${guide.taskCode ? html`<p class="code">${guide.taskCode}</p>` : nothing}
    </header>
    ${part(paper.situation, chosen)} ${part(paper.notAsked, unasked)}
    <h2>${text.whatToBring}</h2>
    <p><strong>${guide.materials ? countOf(view, input.needs, input.open.length) : text.unstated}</strong></p>
    <ul>
      ${some(input, 'bring', 'later', 'maybe').map(
        (one) => html`<li>${box}<span>${nameOf(input, one)}</span> <small>${demandOf(input, one, false)}</small></li>`,
      )}
    </ul>
    ${part(paper.free, free.map(({ material }) => pick(material.name)).join(text.list))} ${part(paper.where, where)}
    ${part(paper.when, when)} ${part(paper.phone, phone)} ${part(paper.time, timeOf(input))}
    ${part(paper.fee, feesOf(input))} ${part(paper.remedy, remedies)}
    <footer>
      ${scan(input)}
      <p>${stampOf(input)}</p>
    </footer>`;
}
