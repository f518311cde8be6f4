/** The parts of the form: a field with its hint, counter and sentence; a group of choices; a box to tick. */
import { complaintLimits, codePointLength } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldMaxima, type Fault, type FieldName, type Setting, type Values } from './complaint-form.draft.js';
import type { FormTable } from './complaint-form.messages.js';

export type Nothing = typeof nothing;
export type Limits = Record<keyof typeof complaintLimits, number>;

/** The limits of the body's own, as far as they make sense, else the usual ones. */
export function limitsOf(own: { readonly [Name in keyof Limits]: number | undefined }): Limits {
  const limits: Limits = { ...complaintLimits };
  for (const name of Object.keys(limits) as (keyof Limits)[])
    if (own[name]! > 0) limits[name] = Math.min(own[name]!, name[0] === 't' ? 200 : 20000);
  return limits;
}

/** All that the pictures of the form are made from. */
export interface View {
  readonly text: FormTable;
  readonly values: Values;
  readonly setting: Setting;
  readonly limits: Limits;
  readonly faults: readonly Fault[];
  /** Moves the reader to a field. */
  readonly go: (field: FieldName) => void;
}

/** Where the reader is; `left`: the receipt is no longer shown. */
export type Phase = 'edit' | 'review' | 'receipt' | 'left';

/** Heading, receiving body, and the steps. */
export function headView(text: FormTable, phase: Phase, org: string | undefined): TemplateResult {
  const step = phase === 'left' ? 'receipt' : phase;
  const heading = { edit: text.heading, review: text.reviewHeading, receipt: text.done, left: text.heading }[phase];
  return html`<header>
    <h2 part="title" id="heading" tabindex="-1">${heading}</h2>
    ${org ? html`<p class="org">${text.org(org)}</p>` : nothing}
    <ol class="steps no-print" aria-label=${text.steps}>
      ${Object.entries(text.step).map(
        ([name, word]) => html`<li aria-current=${name === step ? 'step' : nothing}>${word}</li>`,
      )}
    </ol>
  </header>`;
}

export interface FieldOptions {
  readonly hint?: string;
  readonly type?: string;
  readonly autocomplete?: string;
  readonly rows?: number;
  /** A counter of code points up to this number. */
  readonly count?: number;
  /** Marked as 必填 (true), 选填 (false), or not at all. */
  readonly required?: boolean | undefined;
}

/** The sentence for what is wrong with a field; it never repeats what was typed. */
export function faultText({ text, values, limits }: View, { field, code }: Fault): string {
  if (!field) return text.faultElsewhere;
  const label = text.label[field];
  const sentences: Record<string, string> = text.fault;
  const length = codePointLength((values[field] ?? '').trim());
  const own = field === 'title' || field === 'content';
  // A service may be stricter than the page: then its number is not known here.
  const max = own ? limits[`${field}Max`] : (fieldMaxima[field] ?? 200);
  if (code === 'too_long' && length > max) return text.tooLong(label, max, length);
  if (code === 'too_short' && own && length < limits[`${field}Min`])
    return text.tooShort(label, limits[`${field}Min`], length);
  return sentences[`${field}.${code}`] ?? text.pair(label, sentences[code] ?? text.fault.other);
}

/** 出错提示: everything that is wrong in one place, with links in the order of the fields. */
export function faultBox(view: View): TemplateResult | Nothing {
  const { faults, text, go } = view;
  if (!faults.length) return nothing;
  const link = (fault: Fault) =>
    fault.field
      ? html`<a
          href="#f-${fault.field}"
          @click=${(event: Event) => {
            event.preventDefault();
            go(fault.field!);
          }}
          >${faultText(view, fault)}</a
        >`
      : faultText(view, fault);
  return html`<div class="box failed" id="faults" tabindex="-1" role="group" aria-labelledby="faults-title">
    <h3 id="faults-title">${text.faults(faults.length)}</h3>
    <ul>
      ${faults.map((fault) => html`<li>${link(fault)}</li>`)}
    </ul>
  </div>`;
}

const find = (view: View, name: FieldName) => view.faults.find(({ field }) => field === name);
export const faultLine = (view: View, name: FieldName): TemplateResult | Nothing => {
  const fault = find(view, name);
  return fault ? html`<p class="fault" id="e-${name}">${faultText(view, fault)}</p>` : nothing;
};
// Who listens is told by aria-required; twice would be once too often.
const mark = (text: FormTable, required: boolean | undefined): TemplateResult | Nothing =>
  required === undefined
    ? nothing
    : html` <small class=${required ? 'must' : ''} aria-hidden=${required ? 'true' : nothing}
        >${required ? text.required : text.optional}</small
      >`;

export function fieldView(view: View, name: FieldName, options: FieldOptions): TemplateResult {
  const { text, values } = view;
  const { hint, type = 'text', autocomplete = 'off', rows, count } = options;
  const required = 'required' in options ? options.required : false;
  const value = values[name] ?? '';
  const left = count === undefined ? 0 : count - codePointLength(value.trim());
  const invalid = find(view, name) ? 'true' : nothing;
  const described =
    [hint && `h-${name}`, invalid === 'true' && `e-${name}`, count && `c-${name}`].filter(Boolean).join(' ') || nothing;
  const need = required ? 'true' : nothing;
  return html`<div class="field ${invalid === nothing ? '' : 'invalid'}">
    <label for="f-${name}">${text.label[name]}${mark(text, required)}</label>
    ${hint ? html`<p class="hint" id="h-${name}">${hint}</p>` : nothing}${faultLine(view, name)}
    ${
      rows
        ? html`<textarea
            id="f-${name}"
            name=${name}
            rows=${rows}
            .value=${live(value)}
            aria-required=${need}
            aria-invalid=${invalid}
            aria-describedby=${described}
          ></textarea>`
        : html`<input
            id="f-${name}"
            name=${name}
            type=${type as 'text'}
            autocomplete=${autocomplete as 'off'}
            .value=${live(value)}
            aria-required=${need}
            aria-invalid=${invalid}
            aria-describedby=${described}
          />`
    }
    ${
      count === undefined
        ? nothing
        : html`<p class="count ${left < 0 ? 'fault' : 'hint'}" id="c-${name}">
              ${left < 0 ? text.over(-left) : text.left(left)}
            </p>
            <p class="sr" role="status">${left < 0 ? text.overSaid(text.label[name]) : ''}</p>`
    }
  </div>`;
}

/** One of several, as tiles with a line of explanation each. */
export function choices(
  view: View,
  name: 'kind' | 'identityMode',
  codes: readonly string[],
  chosen: string | undefined,
  words: Readonly<Record<string, string>>,
  hints: Readonly<Record<string, string>>,
): TemplateResult {
  const { text } = view;
  const invalid = !!find(view, name);
  return html`<fieldset
    class="choices ${invalid ? 'invalid' : ''}"
    role="radiogroup"
    aria-required="true"
    aria-invalid=${invalid ? 'true' : nothing}
    aria-describedby=${invalid ? `e-${name}` : nothing}
  >
    <legend>${text.label[name]}${mark(text, true)}</legend>
    ${faultLine(view, name)}
    <div class="tiles">
      ${codes.map(
        (code, i) =>
          html`<label class="tile ${code === chosen ? 'on' : ''}">
            <input
              type="radio"
              name=${name}
              value=${code}
              id=${(chosen ? code === chosen : !i) ? `f-${name}` : nothing}
              .checked=${live(code === chosen)}
            />
            <span><b>${words[code]}</b><small>${hints[code]}</small></span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

export const tick = (name: string, checked: boolean, label: string, hint: string): TemplateResult =>
  html`<div class="tick">
    <label
      ><input type="checkbox" name=${name} .checked=${live(checked)} aria-describedby="h-${name}" /><span
        >${label}</span
      ></label
    >
    <p class="hint" id="h-${name}">${hint}</p>
  </div>`;
