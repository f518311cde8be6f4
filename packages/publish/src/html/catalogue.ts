/** 政府信息公开目录 and 基层政务公开标准目录 without scripts. */
import {
  cataloguePartsTable as parts,
  catalogueTable as text,
  dayOf,
  isNumbered,
  nameOf,
  standardView,
} from '@zwgk/elements/static';
import { isSafeUrl, type Catalogue, type CatalogueEntry, type StandardCatalogue } from '@zwgk/schema';
import { markup, toMarkup, type Markup } from './template.js';
import { inTag, pick, type Source } from './wrap.js';

/** Entries that are listed at most: a page of a hundred thousand helps no one. */
export const LISTED = 500;

const latest = (listed: number, total: number) =>
  listed < total ? `最新公开的${listed}条信息（共${total}条）` : `共${total}条信息`;

const COLUMNS: readonly (readonly [keyof typeof parts.fields, (entry: CatalogueEntry) => string])[] = [
  ['indexNumber', ({ indexNumber }) => (isNumbered(indexNumber) ? indexNumber : '')],
  ['title', ({ title }) => pick(title) || text.untitled],
  ['docNumber', ({ docNumber }) => docNumber ?? ''],
  ['publisher', ({ publisher }) => nameOf(publisher, pick)],
  ['publishedAt', dayOf],
];

export function catalogueHtml(
  document: Catalogue | StandardCatalogue,
  source: Source,
  { pageSize, total }: { readonly pageSize?: number | undefined; readonly total?: number | undefined } = {},
): Markup {
  const attributes = { 'page-size': pageSize };
  if ('items' in document) {
    const standard = document as StandardCatalogue;
    const view = {
      text: parts,
      codes: { codes: { ...text.codes, ...parts.codes } },
      pick,
      query: '',
      wide: false,
      filters: { levels: '', audience: '', mode: '' },
      narrow: () => {},
    };
    return inTag(
      'catalogue',
      source,
      markup`<h2>${pick(standard.title) || parts.standardTitle}</h2>${toMarkup(standardView(standard.items, view))}`,
      attributes,
    );
  }
  const { title, publisher, entries } = document as Catalogue;
  const newest = [...entries].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0)).slice(0, LISTED);
  const columns = COLUMNS.filter(
    ([field, say]) => field === 'title' || newest.some((entry) => say(entry) && say(entry) !== nameOf(publisher, pick)),
  );
  /** A text that has no page of its own unfolds here; without a script, too. */
  const bodyOf = (entry: CatalogueEntry): string =>
    entry.url || (entry.disclosureMode && entry.disclosureMode !== 'proactive') ? '' : pick(entry.body);
  const cell = (entry: CatalogueEntry, [field, say]: (typeof COLUMNS)[number]): Markup => {
    const words = say(entry);
    if (field === 'publishedAt') return markup`<td><time datetime="${words}">${words}</time></td>`;
    if (field !== 'title') return markup`<td>${words}</td>`;
    if (entry.url && isSafeUrl(entry.url)) return markup`<th scope="row"><a href="${entry.url}">${words}</a></th>`;
    const body = bodyOf(entry);
    return body
      ? markup`<th scope="row"><details><summary>${words}</summary>${body.split(/\r?\n/).map((line) => markup`<p>${line}</p>`)}</details></th>`
      : markup`<th scope="row">${words}</th>`;
  };
  return inTag(
    'catalogue',
    source,
    markup`<h2>${pick(title) || text.title}</h2>${publisher && markup`<p>${nameOf(publisher, pick)}</p>`}<table><caption>${latest(newest.length, total ?? entries.length)}</caption><thead><tr>${columns.map(([field]) => markup`<th scope="col">${parts.fields[field]}</th>`)}</tr></thead><tbody>${newest.map(
      (entry) => markup`<tr>${columns.map((column) => cell(entry, column))}</tr>`,
    )}</tbody></table>`,
    attributes,
  );
}
