/** 办事指南 without scripts: the answers at once, then the 19 elements in their order, as the card shows them. */
import {
  formatDate,
  guideCardFullTable,
  guideCardTable,
  guideListFindTable,
  guideListRows,
  guideRows,
  longFacts,
  materialsOf,
  needsOf,
  sections,
  topicsOf,
  type FullView,
} from '@zwgk/elements/static';
import { isSafeUrl, type Guide, type GuideEntry } from '@zwgk/schema';
import { markup, nothing, toMarkup, type Markup } from './template.js';
import { inTag, pick, type Source } from './wrap.js';

const text = {
  ...guideCardTable,
  ...guideCardFullTable,
  // Without the questions there is nothing "above" to look at.
  mark: { ...guideCardFullTable.mark, depends: guideCardFullTable.need.maybe },
};

export function guideHtml(guide: Guide, source: Source): Markup {
  const view: FullView = {
    guide,
    text,
    pick,
    lang: 'zh-Hans',
    // Nothing that changes with the day: a page is kept for weeks.
    today: '',
    now: 0,
    slotted: false,
    mark: () => nothing as never,
    open: () => nothing as never,
    copy: () => nothing as never,
  };
  const { needs } = needsOf(guide, new Map(), pick);
  const names: Readonly<Record<string, string>> = text.section;
  const chapters = sections.flatMap(([name, fields]) => {
    const body = toMarkup(name === 'materials' ? materialsOf(view, needs) : guideRows(view, guide, fields));
    const heading = (guide.taskType === '01' && names[`${name}01`]) || names[name];
    return body.text ? [markup`<h3>${heading}</h3>${body}`] : [];
  });
  const situations = (guide.situations ?? []).map(
    ({ question, options }) =>
      markup`<dt>${pick(question)}</dt>${options.map(({ label, note }) => markup`<dd>${pick(label)}${note ? `（${pick(note).replace(/。$/, '')}）` : ''}</dd>`)}`,
  );
  const stopped = guide.taskState === '2' ? text.suspended : guide.taskState === '3' ? text.cancelled : '';
  return inTag(
    'guide-card',
    source,
    markup`<h2>${pick(guide.taskName)}</h2><p>${pick(guide.deptName)}</p>${stopped && markup`<p><strong>${stopped}</strong></p>`}${toMarkup(longFacts(view, undefined))}${
      situations.length ? markup`<h3>${text.asked}</h3><dl>${situations}</dl>` : ''
    }${chapters}${guide.updatedAt && markup`<p>${text.label['updatedAt']}${text.colon}${formatDate(guide.updatedAt, 'zh-Hans')}</p>`}`,
  );
}

/** 办事指南列表 without scripts: names, as links where a template or the guide itself has an address. */
export function guideListHtml(
  guides: readonly GuideEntry[],
  source: Source | 'provider',
  { hrefTemplate }: { readonly hrefTemplate?: string | undefined } = {},
): Markup {
  const words = guideListFindTable;
  const items = guideListRows(guides).map((row) => {
    const { guide } = row;
    const { id, url, promisedDays: days, promisedUnit = '' } = guide as GuideEntry & Guide;
    const href = id && hrefTemplate ? hrefTemplate.split('{id}').join(encodeURIComponent(id)) : url;
    const name = pick(guide.taskName);
    const unit = (words.unit as Readonly<Record<string, string>>)[promisedUnit] ?? promisedUnit;
    const facts = [
      pick(guide.deptName),
      topicsOf(row, '').join(words.list),
      days !== undefined && (!days || promisedUnit) ? words.days(days, unit) : '',
      guide.online ? words.online : '',
    ].filter(Boolean);
    return markup`<li>${href && isSafeUrl(href) ? markup`<a href="${href}">${name}</a>` : name}${
      facts.length ? markup`<p>${facts.map((fact, i) => markup`${i ? '　' : ''}<span>${fact}</span>`)}</p>` : ''
    }</li>`;
  });
  return inTag('guide-list', source === 'provider' ? undefined : source, markup`<ul>${items}</ul>`, {
    'href-template': hrefTemplate,
  });
}
