/** What stands on each paper form. Words only, as a window hands them out: no buttons, no links. */
import type { GuideSituation, GuideStep, LocalizedText } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatDateTime } from '../shared/format.js';
import { feeOf, limitOf, type Shown } from './guide-card.facts.js';
import { countOf, demandsOf } from './guide-card.materials.js';
import { isBlank, type FullView } from './guide-card.rows.js';
import type { Answers, NeededMaterial, Need } from './guide-card.situation.js';
import { reallyOf } from './guide-card.time.js';

export type PaperForm = 'notice' | 'card' | 'large' | 'slip';

/** What a form is made of. */
export interface PaperInput {
  readonly view: FullView;
  readonly needs: readonly NeededMaterial[];
  readonly answers: Answers;
  /** Questions that were not answered. */
  readonly open: readonly GuideSituation[];
  readonly steps: readonly GuideStep[];
  /** The last day, if accepted today, in a sentence. */
  readonly due: string | undefined;
  /** The sentences on remedies. */
  readonly remedies: readonly string[];
  readonly qr: TemplateResult | undefined;
}

/** A text as one line, cut where a sheet has no room for more. */
const cut = (value: string, max: number, more: string): string =>
  value.length > max ? `${value.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')}…… ${more}` : value;

const said = ({ view }: PaperInput, value: LocalizedText | undefined): string => {
  const text = view.pick(value);
  return isBlank(text) ? '' : text;
};
const lines = (parts: readonly (string | false | undefined)[], between = ' '): string =>
  parts.filter(Boolean).join(between);

/** 原件 · 1 份 and the remark, e.g. 委托他人办理的提交. */
const demandOf = (input: PaperInput, { material }: NeededMaterial, remarks = true): string =>
  lines(
    [
      demandsOf(input.view, material, ['kind']).join(' · '),
      remarks && said(input, material.remark),
      remarks && said(input, material.acceptStandard),
    ],
    '；',
  );
const some = ({ needs }: PaperInput, ...wanted: Need[]): NeededMaterial[] =>
  needs.filter(({ need }) => wanted.includes(need));
const nameOf = ({ view: { pick, text } }: PaperInput, { material, mark }: NeededMaterial): string =>
  pick(material.name) + (mark ? `（${mark === 'depends' ? text.paper.depends : text.mark[mark]}）` : '');

function situationOf({ view, answers, open }: PaperInput): { chosen: string; unasked: string } {
  const { guide, text, pick } = view;
  const chosen = (guide.situations ?? [])
    .filter(({ id }) => answers.has(id))
    .map(
      ({ id, question, options }) =>
        `${pick(question).replace(/[？?]$/, '')}${text.colon}${pick(options.find(({ value }) => value === answers.get(id))?.label)}`,
    );
  return {
    chosen: chosen.join('；') || (guide.situations?.length ? text.paper.everybody : ''),
    unasked: open.map(({ question }) => pick(question)).join(' '),
  };
}

function placesOf(input: PaperInput, max: number): { where: string[]; when: string[]; phone: string } {
  const { guide, pick, text } = input.view;
  const places = guide.places ?? [];
  const many = places.length > 1 && max > 1;
  const where = places
    .slice(0, max)
    .map(({ name, window, address }) => lines([said(input, name), said(input, window), said(input, address)], '，'))
    .filter(Boolean);
  const hours = places.slice(0, max).map(({ name, hours }) => [said(input, name), said(input, hours)] as const);
  const apart = new Set(hours.map(([, time]) => time).filter(Boolean)).size > 1;
  const when = [
    ...new Set(hours.map(([name, time]) => time && (apart && many && name ? `${name}${text.colon}${time}` : time))),
  ].filter((time): time is string => !!time);
  const phone = [
    ...new Set([
      ...places.slice(0, max).map((place) => said(input, place.phone)),
      ...(guide.consult ?? [])
        .map(({ value }) => pick(value))
        .filter((value) => /^[\d\s()（）、，,;；转-]{5,60}$/.test(value)),
    ]),
  ]
    .filter(Boolean)
    .slice(0, 4)
    .join('、');
  return { where, when: when.length ? when : [said(input, guide.officeHours)].filter(Boolean), phone };
}

function timeOf(input: PaperInput): string[] {
  const { view, due } = input;
  const { guide, text } = view;
  const promised = guide.promisedDays || guide.projectType === '1' ? limitOf(view, 'promised') : '';
  const law = guide.statutoryDays ? limitOf(view, 'statutory') : '';
  return [
    lines(
      [
        promised || law || said(input, guide.promisedNote) || text.unstated,
        promised && law && `（${text.statutoryShort(law)}）`,
      ],
      '',
    ),
    due ?? '',
    reallyOf(view),
  ].filter(Boolean);
}
/** Each charge on a line; on a small card the first three. */
function feesOf({ view }: PaperInput, max = 20): string[] {
  const { guide, pick, text } = view;
  const { charged, fees = [] } = guide;
  const charges = charged === false ? [] : fees;
  const told = charges.slice(0, max).map(({ name, standard }) => lines([pick(name), pick(standard)]));
  return told.length ? [...told, charges.length > max ? text.paper.more : ''] : [feeOf(view)];
}
const superviseOf = ({ view }: PaperInput): string =>
  (view.guide.complaint ?? [])
    .map(({ value }) => view.pick(value))
    .filter((value) => /^[\d\s、，,-]{5,40}$/.test(value))
    .join('、');
const stampOf = ({ view }: PaperInput): string => {
  const { guide, text, lang, now } = view;
  const { paper, colon } = text;
  const printed = `${new Date(now + 288e5).toISOString().slice(0, 16)}+08:00`;
  return lines(
    [
      guide.taskVersion !== undefined && `${paper.version}${colon}${guide.taskVersion}`,
      guide.updatedAt && `${paper.updated}${colon}${formatDate(guide.updatedAt, lang)}`,
      `${paper.printed}${colon}${formatDateTime(printed, lang)}`,
    ],
    '　',
  );
};

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
            ${row(paper.conditions, cut(said(input, guide.acceptConditions), 800, paper.more))}
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
                  <p class="small">${paper.tick}${paper.until}</p>`
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
              [...where, (guide.places?.length ?? 0) > 3 && paper.morePlaces].filter((one): one is string => !!one),
            )}
            ${row(paper.when, when)} ${row(paper.phone, phone)}
            ${row(paper.steps, steps.map(({ stage }) => pick(stage)).join(' → '))} ${row(paper.time, timeOf(input))}
            ${row(paper.fee, feesOf(input))} ${row(paper.result, said(input, guide.resultName))}
            ${row(paper.remedy, remedies)} ${row(paper.supervise, superviseOf(input))}
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
      ${hand.length > materials ? html`<p class="small">${paper.more}</p>` : nothing}
    </section>
    <table class="facts">
      ${row(paper.where, last ? where.map((one) => cut(one, 60, '')) : where)}
      ${row(paper.when, last ? when.map((one) => cut(one, 60, '')) : when)} ${row(paper.phone, phone)}
      ${row(paper.time, timeOf(input).slice(0, 2))}
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
