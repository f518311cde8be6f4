/** How each kind of field is shown. No state: what a reader changes stands in the element. */
import { isSafeUrl, type Guide, type LegalBasis, type LocalizedText, type TimeLimit } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatSize } from '../shared/format.js';
import { feeOf, limitOf, own, phones, targetsOf, type Shown, type View } from './guide-card.facts.js';
import { isAlone, type Fields, type Kind } from './guide-card.fields.js';
import type { GuideCardFullTable } from './guide-card.full.messages.js';
import type { GuideCardTable } from './guide-card.messages.js';
import { barOf, measuredOf, noteOf } from './guide-card.time.js';

/** What the parts of the full form need to know beyond what those of the facts do. */
export interface FullView extends View {
  readonly text: GuideCardTable & GuideCardFullTable;
  /** A button that copies an address. */
  readonly copy: (address: string) => TemplateResult;
  /** A mark beside the head of a list's item, e.g. the step at which a case stands. */
  readonly mark: (item: object) => Shown;
  /** Whether the office with these hours is open now. */
  readonly open: (hours: LocalizedText | undefined, structured: Guide['openingHours']) => Shown;
}
type Owner = Readonly<Record<string, unknown>>;

/** Words of a code; an unknown code as it stands. */
export const word = ({ text }: FullView, name: string, code: unknown): string => {
  const key = `${name}.${String(code)}`;
  const found = own(text.code, key);
  return found === key ? String(code) : found;
};

const each = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];
/** Dashes and slashes stand for nothing in many sources. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' ? /^[\s—/-]*$/.test(value) : Array.isArray(value) && !value.length);

const link = (href: string, label: Shown): TemplateResult => html`<a href=${href} rel="noopener">${label}</a>`;

/** A contact: telephone, address of a page, mail, or words. */
function contact(value: string, kind: string): Shown | Shown[] {
  const bare = value.trim();
  if (/^(https?:\/|\/)\/?[^\s/]\S*$/i.test(bare) && isSafeUrl(bare)) return link(bare, bare);
  if (/^[^\s@:/?]+@[^\s@]+\.[^\s@]+$/.test(bare)) return link(`mailto:${bare}`, bare);
  return /电话|热线|phone|tel/i.test(kind) || /^[\d\s+()（）、,，;；/-]+$/.test(bare) ? phones(value) : value;
}

function basis(view: FullView, { kind, title, docNumber, article, text }: LegalBasis): TemplateResult {
  const name = view.pick(title);
  // A whole citation in one text keeps its own brackets.
  const quoted = /[《【]/.test(name) || name.length > 60 ? name : `《${name}》`;
  return html`<li>
    ${kind ? html`<span class="quiet">${word(view, 'basis', kind)}</span> ` : nothing}${quoted}${
      docNumber ? `（${docNumber}）` : nothing
    }${view.pick(article)}${text ? html`<p class="text quiet">${view.pick(text)}</p>` : nothing}
  </li>`;
}

function attachment(view: FullView, value: NonNullable<Guide['resultSample']>): Shown {
  const { name, url, sizeBytes } = typeof value === 'string' ? { name: value, url: value } : { sizeBytes: 0, ...value };
  const label = view.pick(name) + (sizeBytes ? view.text.comma + formatSize(sizeBytes) : '');
  return url ? link(url, label) : label;
}

function items(view: FullView, { name, head, fields }: Exclude<Kind, string>, list: readonly Owner[]): Shown {
  // A template that nobody filled in has items without a word.
  const shown = list
    .map((item) => [item, view.pick(item[head] as LocalizedText), rows(view, item, fields, `${name}.`)] as const)
    .filter(([, title, body]) => title || body !== nothing);
  if (!shown.length) return nothing;
  return html`<ol class="items">
    ${shown.map(([item, title, body]) => html`<li>${title && html`<h4>${title} ${view.mark(item)}</h4>`} ${body}</li>`)}
  </ol>`;
}

/** What stands beside a label; nothing when there is nothing to say. */
function content(view: FullView, owner: Owner, field: string, kind: Kind, list: string): Shown | Shown[] {
  const { text, pick, lang, guide } = view;
  if (kind === 'L') {
    const name = field as 'statutory' | 'promised';
    // A nought is "none set", but for matters that are done at once (即办件).
    const none = name === 'statutory' ? text.noStatutory : guide.projectType !== '1' && text.noPromise;
    const limit = (guide[`${name}Days`] === 0 && none) || limitOf(view, name);
    const note = noteOf(view, name, limit);
    return limit
      ? html`${limit}${barOf(guide, name)}${note ? html`<p class="text quiet">${note}</p>` : nothing}`
      : nothing;
  }
  if (kind === 'M') return measuredOf(view);
  if (kind === 'E') return guide.fees?.length && guide.charged !== false ? text.charged : feeOf(view);
  const value = owner[field];
  if (isBlank(value)) return nothing;
  if (typeof kind === 'object') return items(view, kind, value as Owner[]);
  switch (kind) {
    case 'W':
      return targetsOf(view);
    case 'c':
      return each(value)
        .map((code) => word(view, list + field, code))
        .join(text.list);
    case 'r':
      return each<unknown>(value)
        .map((one) => pick(typeof one === 'number' ? String(one) : (one as LocalizedText)))
        .join(text.list);
    case 'd':
      return value === '1970-01-01' ? nothing : formatDate(value as string, lang);
    case 'b':
      return value ? text.yes : text.no;
    case 'n':
      return text.visits(value as number);
    case 'u':
      return link(value as string, value as string);
    case 'A':
      return attachment(view, value as string);
    case 'B':
      return html`<ol>
        ${(value as LegalBasis[]).map((one) => basis(view, one))}
      </ol>`;
    case 'C':
      return html`<ul>
        ${(value as NonNullable<Guide['consult']>).map(
          (one) =>
            html`<li>
              ${one.kind ? `${pick(one.kind)}${text.colon}` : nothing}${contact(pick(one.value), pick(one.kind))}
            </li>`,
        )}
      </ul>`;
    case 'T':
      return (value as TimeLimit).raw;
    case 'N':
      return (value as NonNullable<Guide['places']>)
        .map(({ name, window }) => [name, window].map(pick).filter(Boolean).join(' '))
        .filter(Boolean)
        .join('；');
    case 'a':
      return html`${pick(value as LocalizedText)} ${view.copy(pick(value as LocalizedText))}`;
    case 'h':
      return html`<p class="text">${pick(value as LocalizedText)}</p>
        ${view.open(value as LocalizedText, owner['openingHours'] as Guide['openingHours'])}`;
    case 'p':
      return html`${phones(pick(value as LocalizedText))}`;
    default:
      return html`<p class="text">${pick(value as LocalizedText)}</p>`;
  }
}

/** A definition list of the fields that say something; nothing when none does. */
export function rows(view: FullView, owner: Owner, fields: Fields, list = ''): Shown {
  const shown = Object.keys(fields)
    .map((field) => [field, content(view, owner, field, fields[field]!, list)] as const)
    .filter(([, body]) => body !== nothing && body !== '');
  if (!shown.length) return nothing;
  // The published text is Chinese wherever it has no other language; a reader's voice must know.
  const lang = view.lang.startsWith('zh') ? nothing : (view.guide.lang ?? 'zh-Hans');
  if (!list && isAlone(fields)) return html`<div lang=${lang}>${shown[0]![1]}</div>`;
  return html`<dl>
    ${shown.map(
      ([field, body]) =>
        html`<div class=${typeof fields[field] === 'string' ? '' : 'stack'}>
          <dt>${view.text.label[list + field]}</dt>
          <dd lang=${lang}>${body}</dd>
        </div>`,
    )}
  </dl>`;
}

/** 行政复议：自知道之日起60日内，向县人民政府提出（《行政复议法》第二十条）. */
export const remediesOf = ({ guide, text, pick }: FullView): string[] =>
  (guide.remedies ?? []).map(({ name, period, authority, basis }) => {
    const how = [period, authority]
      .map(pick)
      .filter((part) => !isBlank(part))
      .join(text.comma);
    return pick(name) + (how && text.colon + how) + (basis ? `（${pick(basis)}）` : '');
  });

/** On paper: which guide this is, which version, and of which day. */
export const stampOf = ({ guide, text, lang }: FullView, today: string): TemplateResult =>
  html`<p class="stamp">
    ${[
      [text.label['taskCode'], guide.taskCode],
      [text.label['taskVersion'], guide.taskVersion],
      [text.label['updatedAt'], formatDate(guide.updatedAt, lang)],
      [text.printed, formatDate(today, lang)],
    ].map(([label, value]) => (value ? html`<span>${label}${text.colon}${value}</span> ` : nothing))}
  </p>`;
