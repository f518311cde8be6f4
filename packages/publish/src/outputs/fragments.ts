/** A column as plain `<table>` and `<ol>`, to be pasted into a page or a CMS: readable without any script. */
import type { CatalogueEntry } from '@zwgk/schema';
import { captions, columnNames, markOf, numberOf } from './labels.js';
import { addressOf, momentOf, type Column } from './model.js';
import { escaped, hans, nameOf, type Addresses } from './text.js';

function titleOf(entry: CatalogueEntry, addresses: Addresses): string {
  const link = addressOf(entry, addresses);
  const text = escaped(markOf(entry) + (hans(entry.title) || numberOf(entry)));
  return link ? `<a href="${escaped(link)}">${text}</a>` : text;
}
const dayOf = (entry: CatalogueEntry) => momentOf(entry)?.slice(0, 10) ?? '';
const timeOf = (entry: CatalogueEntry) => {
  const day = dayOf(entry);
  return day && `<time datetime="${day}">${day}</time>`;
};
const more = ({ entries, total }: Column) =>
  total > entries.length ? `<p>${captions.more(entries.length, total)}</p>\n` : '';
const none = ({ entries }: Column) => (entries.length ? undefined : `<p>${captions.empty}</p>\n`);

export function tableOf(column: Column, addresses: Addresses): string {
  const heads = (['indexNumber', 'title', 'docNumber', 'publisher', 'publishedAt'] as const).map(
    (field) => `<th scope="col">${columnNames[field]}</th>`,
  );
  const rows = column.entries.map(
    (entry) =>
      `<tr><td>${escaped(numberOf(entry))}</td><td>${titleOf(entry, addresses)}</td><td>${escaped(
        entry.docNumber ?? '',
      )}</td><td>${escaped(nameOf(entry.publisher))}</td><td>${timeOf(entry)}</td></tr>`,
  );
  return (
    none(column) ??
    `<table>
<caption>${escaped(captions.list(column.title))}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${more(column)}`
  );
}

export function listOf(column: Column, addresses: Addresses): string {
  const items = column.entries.map((entry) => `<li>${titleOf(entry, addresses)} <span>${timeOf(entry)}</span></li>`);
  return none(column) ?? `<ol>\n${items.join('\n')}\n</ol>\n${more(column)}`;
}
