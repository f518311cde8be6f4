/** The answers for a reader with ten seconds, in the long and in the compact form. No state. */
import type { Guide, LocalizedText, MaterialItem } from '@zwgk/schema';
import { html, type nothing, type TemplateResult } from 'lit';
import type { Language } from '../shared/language.js';
import type { GuideCardTable } from './guide-card.messages.js';

/** What the parts need to know of the element. The full form may come from another file: no shortened `_names` here. */
export interface View {
  readonly guide: Guide;
  readonly text: GuideCardTable;
  readonly lang: Language;
  readonly pick: (value: LocalizedText | undefined) => string;
  readonly today: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The page has its own words on remedies. */
  readonly slotted: boolean;
}
export type Shown = TemplateResult | string | typeof nothing | undefined;

export type Fact = readonly [label: string, body: Shown | Shown[]];

/** What the full form adds to the facts, once it is here. */
export interface Additions {
  /** What the reader's situation asks for, in place of all materials. */
  readonly bring: Fact;
  /** A button that leads to a section; nothing where the guide has no such section. */
  readonly goTo: (section: string) => TemplateResult | '';
  /** A button that copies an address. */
  readonly copy: (address: string) => Shown;
  /** The last day, if the matter were accepted today, and what cases really took. */
  readonly due: Shown;
  /** Whether the first place is open now. */
  readonly open: Shown;
  /** The guide's own remedies, where it names them. */
  readonly remedies: Shown;
}

/** The word of a code; an unknown code as it stands. Codes come from anywhere: `constructor` must not find anything. */
export const own = (table: Readonly<Record<string, string>>, code: string): string =>
  Object.prototype.hasOwnProperty.call(table, code) ? table[code]! : code;

const join = ({ pick }: View, ...parts: (LocalizedText | undefined)[]) => parts.map(pick).filter(Boolean).join(' ');

/** Telephone numbers in a text become links; the rest stays. */
export const phones = (text: string): (string | TemplateResult)[] =>
  text
    .split(/(\+?\d[\d-]{3,}\d)/)
    .map((part, i) => (i % 2 ? html`<a href=${`tel:${part.replace(/-/g, '')}`}>${part}</a>` : part));

/** 15个工作日; 当场办结; nothing where the guide is silent. */
export function limitOf({ guide, text, pick }: View, name: 'statutory' | 'promised'): string {
  const days = guide[`${name}Days`];
  const unit = guide[`${name}Unit`];
  if (days === undefined) return pick(guide[`${name}Note`]);
  return days ? text.days(days, unit === undefined ? text.noUnit : own(text.unit, unit)) : text.atOnce;
}

/** 不收费 must be said; so must the silence of a guide. */
export function feeOf(view: View): string {
  const { charged, fees = [] } = view.guide;
  const { text } = view;
  // Tables that must be filled say 不收费 in each of their cells.
  if (charged === false)
    return fees.some(({ standard }) => !/^\s*(不收费|免费|免收|无|0 ?元?|[—/-]+)\s*$/.test(view.pick(standard)))
      ? text.contradicts
      : text.free;
  const items = fees.slice(0, 2).map(({ name, standard }) => join(view, name, standard));
  return items.length ? items.join('；') + (fees.length > 2 ? ` …` : '') : charged ? text.noFees : text.unstated;
}

/** The answer stands out; that there is none does not. */
const answer = ({ text }: View, words: string): TemplateResult =>
  html`<strong class=${words === text.unstated ? 'quiet' : ''}>${words}</strong>`;

/** 服务对象 in words. */
export const targetsOf = ({ guide, text }: View): string =>
  (guide.serviceTargets ?? []).map((code) => own(text.target, code)).join(text.list);

/** How many, and the names of the first. */
export function materialsFact(
  view: View,
  count: string,
  materials: readonly MaterialItem[],
  max: number,
  more?: Shown,
): TemplateResult {
  const { text, pick } = view;
  const names = materials.slice(0, max).map(({ name }) => pick(name));
  // 林地、林木补偿协议 is one thing.
  const between = names.some((name) => name.includes('、')) ? '；' : text.list;
  return html`${answer(view, count)} ${more}
    <p>${names.join(between)}${materials[max] && '……'}</p>`;
}

function phoneOf({ guide, pick }: View): Shown | Shown[] {
  const value = guide.consult?.find(
    ({ kind, value }) => /电话|phone/i.test(pick(kind)) || /^[\d\s-]+$/.test(pick(value)),
  )?.value;
  const phone = pick(value ?? guide.places?.find((place) => place.phone)?.phone);
  return phone && phones(phone);
}
/** The limit that counts for a reader, the promise or else the law, and the law beside a promise. */
export function timeOf(view: View): { readonly limit: string; readonly law: string; readonly promised: string } {
  const { promisedDays, projectType, statutoryDays, promisedNote } = view.guide;
  // A nought is "none set", but for matters that are done at once (即办件).
  const promised = promisedDays === 0 && projectType !== '1' ? '' : limitOf(view, 'promised');
  const law = statutoryDays ? limitOf(view, 'statutory') : '';
  return { limit: promised || law || view.pick(promisedNote), law: promised && law, promised };
}

/** Those without an answer are left out. */
const factsOf = (facts: readonly Fact[]): TemplateResult =>
  html`<dl part="facts" class="facts">
    ${facts.map(
      ([label, body]) =>
        body &&
        html`<div>
          <dt>${label}</dt>
          <dd>${body}</dd>
        </div>`,
    )}
  </dl>`;

const countOf = ({ guide: { materials }, text, pick }: View): string | undefined => {
  const count = materials?.filter(({ name }) => pick(name)).length;
  return count ? text.count(count) : materials && text.noMaterials;
};

export function shortFacts(view: View): TemplateResult {
  const { guide, text } = view;
  const { visits } = guide;
  const { fact } = text;
  return factsOf([
    [fact.time, timeOf(view).limit],
    [fact.visits, visits === undefined ? '' : text.visits(visits)],
    [fact.fee, guide.charged && guide.fees?.length ? text.charged : feeOf(view)],
    [fact.materials, countOf(view)],
    [fact.phone, phoneOf(view)],
  ]);
}

/** Acts against which there is reconsideration and a lawsuit: 01 行政许可 … 10 其他行政权力. */
export const isAct = ({ taskType = '' }: Guide): boolean => /^(0\d|10)$/.test(taskType);

export function longFacts(view: View, full: Additions | undefined): TemplateResult {
  const { guide, text, pick } = view;
  const { fact } = text;
  const { places = [], acceptConditions, officeHours } = guide;
  const { limit, law } = timeOf(view);
  const who = targetsOf(view) || pick(acceptConditions).split('\n')[0]!.slice(0, 99);
  const [place] = places;
  const address = pick(place?.address);
  const phone = phoneOf(view);
  const others = places[1] && full?.goTo('place');
  const lines = [
    join(view, place?.name, place?.window),
    address && html`${address} ${full?.copy(address)}`,
    pick(place?.hours ?? officeHours),
    full?.open,
    (phone || others) && html`${phone} ${others}`,
  ].filter(Boolean);
  const remedy = full?.remedies ?? (isAct(guide) ? html`<p>${text.remedy}</p>` : '');
  const complaint = guide.complaint?.find(({ value }) => /\d{5}/.test(pick(value)));
  return factsOf([
    [fact.who, who && html`${who} ${full?.goTo('conditions')}`],
    full?.bring ?? [fact.materials, materialsFact(view, countOf(view) ?? text.unstated, guide.materials ?? [], 3)],
    [fact.where, lines[0] && lines.map((line) => html`<div>${line}</div>`)],
    [
      fact.time,
      html`${answer(view, limit || text.unstated)}
        <span class="quiet">${law && text.statutoryShort(law)}</span> ${full?.due}`,
    ],
    [fact.fee, answer(view, feeOf(view))],
    [
      fact.remedy,
      (view.slotted || remedy || complaint) &&
        html`<slot name="remedy">${remedy}</slot>
          ${complaint && html`${text.supervise}${phones(pick(complaint.value))}`} ${full?.goTo('rights')}`,
    ],
  ]);
}
