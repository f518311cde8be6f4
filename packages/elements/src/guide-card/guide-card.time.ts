/** 法定、承诺、实际: what the law allows, what the office promises, and what cases really took. */
import type { Guide } from '@zwgk/schema';
import { html, nothing, svg } from 'lit';
import { formatDate } from '../shared/format.js';
import { own, timeOf, type Shown, type View } from './guide-card.facts.js';
import type { FullView } from './guide-card.rows.js';

/** What the note on a limit says beyond the limit: 现场审核时间除外. */
export function noteOf(view: View, name: 'statutory' | 'promised', limit: string): string {
  const note = view.pick(view.guide[`${name}Note`]).trim();
  const bare = (text: string) =>
    text
      .replace(/[\s。]|自然|个/g, '')
      .replace(/天/g, '日')
      .replace(/即时/, '当场');
  if (bare(note) === bare(limit)) return '';
  return note.startsWith(limit) ? note.slice(limit.length).replace(/^[，,；;。]|^（([^（）]+)）$/, '$1') : note;
}
/** That of the limit which counts for a reader. */
export function addedOf(view: FullView): string {
  const { limit, law, promised } = timeOf(view);
  return noteOf(view, promised || (!law && !view.guide.statutoryDays) ? 'promised' : 'statutory', limit);
}

/** Below this number of cases a percentile says little. */
const FEW = 30;
type Measured = NonNullable<Guide['measured']>;

const within = ({ text }: FullView, days: number | undefined, { unit }: Measured): string =>
  days === undefined || days < 0 || !isFinite(days)
    ? ''
    : text.days(Math.round(days * 10) / 10, unit === undefined ? text.noUnit : own(text.unit, unit));

/** One half and nine in ten cases, how many there were, and whether the promise was kept. */
export function measuredOf(view: FullView): Shown {
  const { guide, text, lang } = view;
  const { measured, promisedDays, promisedUnit } = guide;
  const words = measured?.count
    ? text.measured(within(view, measured.p50, measured), within(view, measured.p90, measured))
    : '';
  if (!words) return nothing;
  const { count, from, to, unit, p90 = 0 } = measured!;
  const slower = promisedDays && unit === promisedUnit && p90 > promisedDays;
  return html`${words}${barOf(guide, 'measured')}
    <p class="quiet">
      ${[text.sample(count, formatDate(from, lang), formatDate(to, lang)), count < FEW && text.fewCases]
        .filter(Boolean)
        .join(text.comma)}
    </p>
    ${slower ? html`<p class="slower">${text.slower}</p>` : nothing}`;
}

/** The line among the answers for a reader with ten seconds. */
export function reallyOf(view: FullView): string {
  const { measured } = view.guide;
  const most = measured && measured.count >= FEW ? within(view, measured.p90, measured) : '';
  return most && view.text.really(most);
}

/** A bar for each of the three where all that are given count in the same unit; the words say the same. */
export function barOf(guide: Guide, name: 'statutory' | 'promised' | 'measured'): Shown {
  const { measured, statutoryDays = 0, statutoryUnit, promisedDays = 0, promisedUnit } = guide;
  const { p50 = 0, p90 = 0, unit } = measured ?? {};
  const lengths = { statutory: statutoryDays, promised: promisedDays, measured: Math.max(p50, p90) };
  const units = new Set(
    [statutoryDays && statutoryUnit, promisedDays && promisedUnit, lengths.measured && unit].filter((one) => one !== 0),
  );
  const longest = Math.max(...Object.values(lengths));
  if (
    !lengths[name] ||
    units.size !== 1 ||
    units.has(undefined) ||
    Object.values(lengths).filter((days) => days > 0).length < 2
  )
    return nothing;
  const bar = (days: number, part: string) =>
    days > 0 ? svg`<rect class=${part} width=${(100 * days) / longest} height="10"></rect>` : nothing;
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${bar(lengths[name], name)} ${name === 'measured' && p50 < p90 ? bar(p50, 'half') : nothing}
  </svg>`;
}
