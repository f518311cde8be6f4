/** What the paper forms say: each a line or lines of words. */
import type { GuideSituation, GuideStep, LocalizedText } from '@zwgk/schema';
import type { TemplateResult } from 'lit';
import { formatDate, formatDateTime } from '../shared/format.js';
import { feeOf, timeOf as limitsOf } from './guide-card.facts.js';
import { demandsOf } from './guide-card.materials.js';
import { isBlank, type FullView } from './guide-card.rows.js';
import type { Answers, NeededMaterial, Need } from './guide-card.situation.js';
import { addedOf, reallyOf } from './guide-card.time.js';

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
export const cut = (value: string, max: number, more: string): string =>
  value.length > max ? `${value.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')}…… ${more}` : value;

export const said = ({ view }: PaperInput, value: LocalizedText | undefined): string => {
  const text = view.pick(value);
  return isBlank(text) ? '' : text;
};
export const lines = (parts: readonly (string | false | undefined)[], between = ' '): string =>
  parts.filter(Boolean).join(between);

/** 原件 · 1 份 and the remark, e.g. 委托他人办理的提交. */
export const demandOf = (input: PaperInput, { material }: NeededMaterial, remarks = true): string =>
  lines(
    [
      demandsOf(input.view, material, ['kind']).join(' · '),
      remarks && said(input, material.remark),
      remarks && said(input, material.acceptStandard),
    ],
    '；',
  );
export const some = ({ needs }: PaperInput, ...wanted: Need[]): NeededMaterial[] =>
  needs.filter(({ need }) => wanted.includes(need));
export const nameOf = ({ view: { pick, text } }: PaperInput, { material, mark }: NeededMaterial): string =>
  pick(material.name) + (mark ? `（${mark === 'depends' ? text.paper.depends : text.mark[mark]}）` : '');

export function situationOf({ view, answers, open }: PaperInput): { chosen: string; unasked: string } {
  const { guide, text, pick } = view;
  const chosen = (guide.situations ?? [])
    .filter(({ id }) => answers.has(id))
    .map(
      ({ id, question, options }) =>
        `${pick(question).replace(/[？?]$/, '')}${text.colon}${pick(options.find(({ value }) => value === answers.get(id))?.label)}`,
    );
  return {
    chosen: chosen.join('；') || (guide.situations?.length ? text.paper.everybody : ''),
    unasked: open.map(({ question }) => pick(question)).join(view.text.gap),
  };
}

export function placesOf(input: PaperInput, max: number): { where: string[]; when: string[]; phone: string } {
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

export function timeOf(input: PaperInput): string[] {
  const { view, due = '' } = input;
  const { text } = view;
  const { limit, law } = limitsOf(view);
  return [
    limit || text.unstated,
    law && text.statutoryShort(law),
    cut(addedOf(view), 300, ''),
    due,
    reallyOf(view),
  ].filter(Boolean);
}
/** Each charge on a line; on a small card the first three. */
export function feesOf(input: PaperInput, max = 20): string[] {
  const { view } = input;
  const { guide, pick } = view;
  const { charged, fees = [] } = guide;
  const charges = charged === false ? [] : fees;
  const told = charges.slice(0, max).map(({ name, standard }) => lines([pick(name), pick(standard)]));
  return told.length ? [...told, charges.length > max ? moreOf(input) : ''] : [feeOf(view)];
}
/** Where the rest is: behind the code, where the sheet has one. */
export const moreOf = ({ view: { text }, qr }: PaperInput): string => (qr ? text.paper.more : text.paper.moreAsk);
export const superviseOf = ({ view }: PaperInput): string =>
  (view.guide.complaint ?? [])
    .map(({ value }) => view.pick(value))
    .filter((value) => /^[\d\s、，,-]{5,40}$/.test(value))
    .join('、');
export const stampOf = ({ view }: PaperInput): string => {
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
