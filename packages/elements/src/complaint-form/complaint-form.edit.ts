/** The page on which a letter is written: what does not belong here, the letter, the person, the notice. */
import { html, nothing, type TemplateResult } from 'lit';
import { kindOf, modeOf, modesOf, publishable, visibleFields, type FieldName } from './complaint-form.draft.js';
import type { FileField } from '../shared/file-field.js';
import type { Away } from './complaint-form.away.js';
import {
  choices,
  faultBox,
  faultLine,
  fieldView,
  tick,
  type FieldOptions,
  type View,
} from './complaint-form.fields.js';
import type { FormTable } from './complaint-form.messages.js';

export interface EditView extends View {
  readonly org: string;
  /** The notice in full, once it has come. */
  readonly notice: TemplateResult | undefined;
  /** About 举报, once it has come. */
  readonly away: Away | undefined;
  /** Nothing is taken on this page: 举报 in a page of another origin. */
  readonly handOver: boolean;
  readonly files: FileField;
  /** What is like the title, below it. */
  readonly similar: TemplateResult | undefined;
  readonly focus: (event: FocusEvent) => void;
  readonly consent: boolean;
  readonly keep: boolean;
  /** False where the browser keeps nothing: then nothing is offered. */
  readonly canKeep: boolean;
  readonly restored: boolean;
  readonly input: (event: Event) => void;
  readonly submit: (event: Event) => void;
  readonly drop: () => void;
}

/** 不宜在此反映的事项, before anything is typed. */
const stops = (text: FormTable): TemplateResult =>
  html`<section class="box stops" aria-labelledby="before">
    <h3 id="before">${text.before}</h3>
    <ul>
      <li class="urgent">
        ${text.urgent}${Object.entries(text.emergency).map(
          ([number, word], i) =>
            html`<span><a href="tel:${number}">${word}</a>${i < 2 ? text.comma : text.stop}</span>`,
        )}
      </li>
      ${Object.values(text.stops).map((stop) => html`<li>${stop}</li>`)}
    </ul>
  </section>`;

export function editView(view: EditView): TemplateResult {
  const { text, values, setting, limits } = view;
  const shown = visibleFields(values, setting);
  const kind = kindOf(values);
  const accused = kind === 'report' ? 'report' : 'complaint';
  const needs = (name: string) => setting.require.includes(name);
  const field = (name: FieldName, options: FieldOptions = {}) =>
    shown.includes(name) ? fieldView(view, name, options) : nothing;
  const letterFields = () =>
    html`${field('title', {
      required: true,
      hint: text.titleHint(limits.titleMin, limits.titleMax),
      count: limits.titleMax,
    })}
    ${view.similar ?? nothing}
    ${field('content', {
      required: true,
      hint: text.contentHint[kind ?? 'any'],
      count: limits.contentMax,
      rows: 8,
    })}
    ${
      shown.includes('accusedOrg')
        ? html`<fieldset aria-describedby="h-accused">
            <legend>${text.accused[accused]}</legend>
            <p class="hint" id="h-accused">${text.accusedHint[accused]}</p>
            <div class="row">${field('accusedOrg')}${field('accusedName')}${field('accusedPost')}</div>
          </fieldset>`
        : nothing
    }
    ${field('place', { required: needs('place') })}
    ${shown.includes('attachments') ? view.files.view(text.files, faultLine(view, 'attachments')) : nothing}`;
  const restFields = () =>
    html`<section aria-labelledby="person">
        <h3 id="person">${text.person}</h3>
        ${choices(view, 'identityMode', modesOf(values, setting), modeOf(values, setting), text.mode, text.modeHint)}
        ${field('name', { required: true, hint: text.nameHint, autocomplete: 'name' })}
        ${
          shown.includes('phone')
            ? html`<fieldset aria-describedby="h-contact">
                <legend>${text.contact}</legend>
                <p class="hint" id="h-contact">${text.contactHint}</p>
                <div class="row">
                  ${field('phone', { required: undefined, type: 'tel', autocomplete: 'tel' })}
                  ${field('email', { required: needs('email') || undefined, type: 'email', autocomplete: 'email' })}
                </div>
              </fieldset>`
            : nothing
        }
        ${field('address', { required: true, autocomplete: 'street-address' })}
      </section>
      <section aria-labelledby="privacy">
        <h3 id="privacy">${text.privacy}</h3>
        <div class="privacy">
          <p>${text.notice(view.org)}</p>
          ${view.notice ?? nothing}
          <slot name="notice"></slot>
        </div>
        ${publishable(values, setting) ? tick('consent', view.consent, text.consent, text.consentHint) : nothing}
        ${view.canKeep ? tick('keep', view.keep, text.keep, text.keepHint) : nothing}
      </section>
      <div class="buttons"><button class="primary">${text.review}</button></div>`;
  return html`${stops(text)}
    <form novalidate @submit=${view.submit} @input=${view.input} @focusin=${view.focus} @paste=${view.files.paste}>
      ${faultBox(view)}
      ${
        view.restored
          ? html`<div class="box">
              ${text.kept} <button type="button" class="link" @click=${view.drop}>${text.drop}</button>
            </div>`
          : nothing
      }
      <section aria-labelledby="letter">
        <h3 id="letter">${text.letter}</h3>
        ${choices(view, 'kind', setting.kinds, kind, text.kind, text.kindHint)}
        ${
          view.handOver
            ? (view.away?.instead(text.awayNone) ?? html`<p class="box">${text.awayNone}</p>`)
            : kind === 'report' && view.away
              ? view.away.hint()
              : nothing
        }
        ${view.handOver ? nothing : letterFields()}
      </section>
      ${view.handOver ? nothing : restFields()}
    </form>`;
}
