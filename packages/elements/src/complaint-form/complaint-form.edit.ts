/** The page on which a letter is written: what does not belong here, the letter, the person, the notice. */
import { isSafeUrl } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { kindOf, modeOf, modesOf, publishable, visibleFields, type FieldName } from './complaint-form.draft.js';
import { choices, faultBox, fieldView, tick, type FieldOptions, type View } from './complaint-form.fields.js';
import type { FormTable } from './complaint-form.messages.js';

export interface EditView extends View {
  readonly org: string;
  readonly contact: string;
  readonly retention: string | undefined;
  readonly reportUrl: string | undefined;
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
  html`<section class="stops" aria-labelledby="before">
    <h3 id="before">${text.before}</h3>
    <ul>
      <li class="urgent">
        ${text.urgent}${Object.entries(text.emergency).map(
          ([number, word], i) => html`${i ? text.comma : ''}<a href="tel:${number}">${word}</a>`,
        )}${text.stop}
      </li>
      ${Object.values(text.stops).map((stop) => html`<li>${stop}</li>`)}
    </ul>
  </section>`;

/** 举报公职人员: not on a page whose script could read along; handed over to the service's own. */
function officials({ text, reportUrl }: EditView): TemplateResult {
  const link =
    reportUrl && isSafeUrl(reportUrl)
      ? html`<a href=${reportUrl} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
          >${text.officialsHere}</a
        >`
      : text.officialsEnd;
  return html`<p class="box warning">${text.officials}${link}${text.stop}</p>`;
}

/** 个人信息处理告知 (个人信息保护法 第17条): informs, asks for no consent. */
function notice({ text, org, contact, retention }: EditView): TemplateResult {
  const terms: Readonly<Record<string, string>> = {
    ...text.noticeText,
    who: text.noticeWho(org, contact),
    ...(retention ? { keep: retention } : {}),
  };
  return html`<div class="privacy">
    <p>${text.notice(org)}</p>
    <details>
      <summary>${text.noticeMore}</summary>
      <dl>
        ${Object.entries(text.noticeTerms).map(
          ([term, word]) =>
            html`<div>
              <dt>${word}</dt>
              <dd>${terms[term]}</dd>
            </div>`,
        )}
      </dl>
    </details>
    <slot name="notice"></slot>
  </div>`;
}

export function editView(view: EditView): TemplateResult {
  const { text, values, setting, limits } = view;
  const shown = visibleFields(values, setting);
  const kind = kindOf(values);
  const accused = kind === 'report' ? 'report' : 'complaint';
  const needs = (name: string) => setting.require.includes(name);
  const field = (name: FieldName, options: FieldOptions = {}) =>
    shown.includes(name) ? fieldView(view, name, options) : nothing;
  return html`${stops(text)}
    <form novalidate @submit=${view.submit} @input=${view.input}>
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
        ${kind === 'report' ? officials(view) : nothing}
        ${field('title', {
          required: true,
          hint: text.titleHint(limits.titleMin, limits.titleMax),
          count: limits.titleMax,
        })}
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
      </section>
      <section aria-labelledby="person">
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
        ${notice(view)}
        ${publishable(values, setting) ? tick('consent', view.consent, text.consent, text.consentHint) : nothing}
        ${view.canKeep ? tick('keep', view.keep, text.keep, text.keepHint) : nothing}
      </section>
      <div class="buttons"><button class="primary">${text.review}</button></div>
    </form>`;
}
