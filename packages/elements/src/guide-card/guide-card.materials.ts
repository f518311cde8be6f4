/** 申请材料, grouped by what they ask of the reader. */
import { html, nothing } from 'lit';
import { materialFields } from './guide-card.fields.js';
import type { Need, NeededMaterial } from './guide-card.situation.js';
import { rows, word, type Shown, type View } from './guide-card.view.js';

/** 您只需带 2 样，另有 1 样视情况而定. `open`: questions that are not answered yet. */
export function countOf({ text }: View, needs: readonly NeededMaterial[], open: number): string {
  const count = (need: Need) => needs.filter((one) => one.need === need).length;
  if (!needs.length) return text.noMaterials;
  const [maybe, later] = [count('maybe'), count('later')];
  return [(open ? text.atLeast : text.bring)(count('bring')), maybe && text.maybe(maybe), later && text.late(later)]
    .filter(Boolean)
    .join(text.comma);
}

const NEEDS = ['bring', 'later', 'maybe', 'free', 'not'] as const;

export function materialsOf(view: View, needs: readonly NeededMaterial[]): Shown {
  const { guide, text, pick } = view;
  if (!guide.materials) return nothing;
  if (!needs.length) return text.noMaterials;
  const item = ({ material, mark }: NeededMaterial) => {
    const { kind, form, source, copies, paper } = material;
    const line = Object.entries({ kind, form, source }).map(
      ([field, code]) => code && word(view, `material.${field}`, code),
    );
    return html`<li>
      <strong>${pick(material.name)}</strong>${mark ? html` <span class="mark">${text.mark[mark]}</span>` : nothing}
      <p class="quiet">${[...line, copies && text.copies(copies), pick(paper)].filter(Boolean).join(' · ')}</p>
      ${rows(view, material, materialFields, 'material.')}
    </li>`;
  };
  return html`${NEEDS.map((need) => {
    const some = needs.filter((one) => one.need === need);
    if (!some.length) return nothing;
    return html`<h4 class="need">${text.need[need]}<span class="quiet"> ${text.count(some.length)}</span></h4>
      ${
        need === 'not'
          ? html`<p class="quiet">${some.map(({ material }) => pick(material.name)).join(text.list)}</p>`
          : html`<ul class=${`materials ${need}`}>
              ${some.map(item)}
            </ul>`
      }`;
  })}`;
}
