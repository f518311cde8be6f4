/** 情形 and 申请材料: the questions, and the materials grouped by what they ask of the reader. */
import type { GuideSituation, MaterialItem } from '@zwgk/schema';
import { html, nothing } from 'lit';
import type { Shown } from './guide-card.facts.js';
import { materialFields } from './guide-card.fields.js';
import { rows, word, type FullView } from './guide-card.rows.js';
import type { Answers, Need, NeededMaterial } from './guide-card.situation.js';

/** 您只需带2样，另有1样视情况而定. `open`: questions that are not answered yet. */
export function countOf({ text }: FullView, needs: readonly NeededMaterial[], open: number): string {
  const count = (need: Need) => needs.filter((one) => one.need === need).length;
  if (!needs.length) return text.noMaterials;
  const [maybe, later] = [count('maybe'), count('later')];
  return [
    (open ? text.atLeast : text.bring)(count('bring'), maybe + later),
    maybe && text.maybe(maybe),
    later && text.late(later),
  ]
    .filter(Boolean)
    .join(text.comma);
}

/** 原件 · 纸质 · 申请人自备 · 1份 · A4. */
export const demandsOf = (
  view: FullView,
  material: MaterialItem,
  codes: readonly ('kind' | 'form' | 'source')[],
): string[] =>
  [
    ...codes.map((field) => material[field] && word(view, `material.${field}`, material[field])),
    material.copies ? view.text.copies(material.copies) : '',
    view.pick(material.paper),
  ].filter((part): part is string => !!part);

const NEEDS = ['bring', 'later', 'maybe', 'free', 'not'] as const;

export function materialsOf(view: FullView, needs: readonly NeededMaterial[]): Shown {
  const { guide, text, pick } = view;
  if (!guide.materials) return nothing;
  if (!needs.length) return text.noMaterials;
  const item = ({ material, mark }: NeededMaterial) => {
    return html`<li>
      <strong>${pick(material.name)}</strong>${mark ? html` <span class="mark">${text.mark[mark]}</span>` : nothing}
      <p class="quiet">${demandsOf(view, material, ['kind', 'form', 'source']).join(' · ')}</p>
      ${rows(view, material, materialFields, 'material.')}
    </li>`;
  };
  return html`${NEEDS.map((need) => {
    const some = needs.filter((one) => one.need === need);
    if (!some.length) return nothing;
    return html`<h4 class="need">${text.need[need]}<span class="quiet">${text.count(some.length)}</span></h4>
      ${
        need === 'not'
          ? html`<p class="quiet">${some.map(({ material }) => pick(material.name)).join(text.list)}</p>`
          : html`<ul class=${`materials ${need}`}>
              ${some.map(item)}
            </ul>`
      }`;
  })}`;
}

export function questionsOf(
  view: FullView,
  answers: Answers,
  needs: readonly NeededMaterial[],
  open: readonly GuideSituation[],
  { answer, clear, share }: { answer: (id: string, value: string) => void; clear: () => void; share: Shown },
): Shown {
  const { guide, text, pick } = view;
  const { situations = [] } = guide;
  if (!situations.length) return nothing;
  const unasked = open.map(({ question }) => pick(question)).join(text.gap);
  return html`<section class=${answers.size ? 'situation answered' : 'situation'} aria-labelledby="situation">
    <h3 id="situation">${answers.size ? text.asked : text.situation}</h3>
    ${situations.map(({ id, question, options }, q) => {
      const chosen = answers.get(id);
      const note = options.find(({ value }) => value === chosen)?.note;
      return html`<fieldset class=${answers.has(id) ? 'chosen' : ''}>
        <legend>${pick(question)}</legend>
        ${options.map(
          ({ value, label }) =>
            html`<label class=${chosen === value ? 'chosen' : ''}
              ><input
                type="radio"
                name=${`q${q}`}
                .checked=${chosen === value}
                @change=${() => answer(id, value)}
              />${pick(label)}</label
            >`,
        )}
        ${note ? html`<p class="quiet">${pick(note)}</p>` : nothing}
      </fieldset>`;
    })}
    <p class="answer" role="status">
      <strong>${countOf(view, needs, open.length)}</strong>
      ${unasked ? html`<span class="quiet">${text.notAsked(unasked)}</span>` : nothing}
    </p>
    ${
      answers.size
        ? html`<p class="no-print"><button type="button" @click=${clear}>${text.clear}</button> ${share}</p>`
        : nothing
    }
  </section>`;
}
