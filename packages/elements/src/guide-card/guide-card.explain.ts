/** The due date in words: what was counted, what was not, and how sure it is. */
import type { Computed } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../shared/format.js';
import type { View } from './guide-card.view.js';

const UNITS = { workingDays: 'workday', calendarDays: 'day', months: 'month' } as const;

export function explain(view: View, { date, provisional, explanation }: Computed): TemplateResult {
  const { text, lang, guide, pick } = view;
  const { from, value, unit, rest, makeUp, rolledFrom } = explanation;
  const day = (value: string) => formatDate(value, lang);
  const holiday = (name = ''): string => (text.holiday as Readonly<Record<string, string>>)[name] ?? name;
  const apart = (guide.specialProcedures ?? [])
    .filter(({ counted }) => counted === false)
    .map(({ name }) => pick(name));
  return html`<div class="due">
    <p><strong>${text.due(day(date))}</strong></p>
    <p class="quiet">
      ${text.dueStart(day(from), value, text.unit[UNITS[unit]])}
      ${
        rest.length && !rolledFrom
          ? text.dueRest(
              rest
                .map(({ kind, name, days }) =>
                  text.restDays(kind === 'weekend' ? text.weekend : holiday(name), days.length),
                )
                .join(text.list),
            )
          : nothing
      }
      ${makeUp.length ? text.dueWork(makeUp.map((one) => day(one.day)).join(text.list)) : nothing}
      ${rolledFrom ? text.dueRolled(day(rolledFrom)) : nothing} ${provisional ? text.provisional : nothing}
      ${apart.length ? text.notCounted(apart.join(text.list)) : nothing}
    </p>
  </div>`;
}
