/** The parts around and of the list: tree, facets, rows, pages. Templates only; what they do comes as functions. */
import { facetFields, type CataloguePage, type FacetField } from '@zwgk/client';
import { dayOfMinute, whenOf } from '@zwgk/client/catalogue';
import type { CatalogueEntry, LocalizedText } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { marked } from '../shared/marked.js';
import type { CatalogueTable } from './catalogue.messages.js';
import type { Branch } from './catalogue.tree.js';
import { isNumbered, nameOf, wordOf } from './catalogue.words.js';

/** What the reader has narrowed the catalogue to. */
export type CatalogueFilters = { readonly [Field in FacetField]?: readonly string[] } & {
  readonly node?: string;
  readonly from?: string;
  readonly to?: string;
};

export interface ListView {
  readonly text: CatalogueTable;
  readonly pick: (value: LocalizedText | undefined) => string;
  readonly filters: CatalogueFilters;
  /** Where the words of the query stand in a text. */
  readonly hits: (text: string) => readonly (readonly [number, number])[];
  readonly page: CataloguePage;
  /** Ids of columns and names of facets that are unfolded. */
  readonly unfolded: ReadonlySet<string>;
  readonly wide: boolean;
  /** The publisher of the whole catalogue. */
  readonly publisher: string;
  readonly unfold: (id: string) => void;
  readonly narrow: (filters: CatalogueFilters) => void;
  readonly open: (entry: CatalogueEntry, click: MouseEvent) => void;
  readonly hrefOf: (entry: CatalogueEntry) => string | undefined;
}

/** The day that stands in a list: of publication, else of the document. */
export const dayOf = (entry: CatalogueEntry): string => dayOfMinute(whenOf(entry));

export function treeView(branches: readonly Branch[], view: ListView): TemplateResult {
  const { text, pick, filters, unfolded, unfold, narrow } = view;
  return html`<ul>
    ${branches.map(({ node, count, children }) => {
      const title = pick(node.title);
      const open = unfolded.has(node.id);
      return html`<li>
        <div class="branch">
          ${
            children.length
              ? html`<button
                  type="button"
                  class="fold"
                  aria-expanded=${open}
                  aria-label=${text.subColumns(title)}
                  @click=${() => unfold(node.id)}
                ></button>`
              : html`<span class="fold"></span>`
          }
          <button
            type="button"
            class="node"
            aria-current=${filters.node === node.id}
            @click=${() => narrow({ ...filters, node: node.id })}
          >
            ${title} <small>${count}</small>
          </button>
        </div>
        ${open && children.length ? treeView(children, view) : nothing}
      </li>`;
    })}
  </ul>`;
}

/** Values that are shown before the reader asks for all. */
const FIRST = 6;

export function facetsView(view: ListView): TemplateResult {
  const { text, filters, page, unfolded, unfold, narrow } = view;
  return html`${facetFields.map((field) => {
    const chosen = filters[field] ?? [];
    const values = [...(page.facets[field] ?? [])];
    for (const value of chosen) if (!values.some((one) => one.value === value)) values.push({ value, count: 0 });
    if (values.length < 2 && !chosen.length) return nothing;
    if (field === 'year') values.sort((a, b) => (a.value < b.value ? 1 : -1));
    const all = unfolded.has(`+${field}`);
    const shown = all ? values : values.filter(({ value }, i) => i < FIRST || chosen.includes(value));
    return html`<details ?open=${field === 'year' || field === 'publisher' || chosen.length > 0}>
      <summary>${text.facets[field]}</summary>
      <div role="group" aria-label=${text.facets[field]}>
        ${shown.map(
          ({ value, count }) =>
            html`<label>
              <input
                type="checkbox"
                .checked=${chosen.includes(value)}
                @change=${() =>
                  narrow({
                    ...filters,
                    [field]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
                  })}
              />
              <span>${wordOf(text, value)}</span> <small>${count}</small>
            </label>`,
        )}
        ${
          values.length > FIRST
            ? html`<button type="button" class="link" aria-expanded=${all} @click=${() => unfold(`+${field}`)}>
                ${all ? text.less : text.more}
              </button>`
            : nothing
        }
      </div>
    </details>`;
  })}`;
}

/** What stands beside a title in words: that it is no longer in force, or that something is missing. */
function tags({ validity }: CatalogueEntry, flawed: boolean, { text }: ListView): unknown {
  const changed = validity && validity !== 'valid';
  return changed || flawed
    ? html`${changed ? html` <span class="tag" data-validity=${validity}>${wordOf(text, validity)}</span>` : nothing}${
        flawed ? html` <span class="tag flawed">${text.flawed}</span>` : nothing
      }`
    : nothing;
}

const FIELDS = ['indexNumber', 'title', 'docNumber', 'publisher', 'publishedAt'] as const;

/** Each row is one template with as few places to fill as it can have: first rows wait for them. */
export function rowsView(view: ListView, asTable: boolean): TemplateResult {
  const { text, pick, page, wide, hits, open, hrefOf } = view;
  const { items } = page;
  const mark = (value: string | undefined) => (value ? marked(value, hits(value)) : '');
  const flawed = new Set(page.flawed);
  const title = (entry: CatalogueEntry) => mark(pick(entry.title)) || text.untitled;
  const tagsOf = (entry: CatalogueEntry, i: number) => tags(entry, flawed.has(i), view);
  const href = (entry: CatalogueEntry) => hrefOf(entry) ?? nothing;
  const number = ({ indexNumber }: CatalogueEntry) => (isNumbered(indexNumber) ? mark(indexNumber) : '');
  const clicked = (click: MouseEvent) => {
    const row = (click.target as Element).closest('[part=link]')?.closest('tr, li');
    if (row) open(items[Array.prototype.indexOf.call(row.parentNode!.children, row)]!, click);
  };
  if (asTable) {
    // A column that no row of the page fills, or that says the same as the heading in all, only takes room.
    const says: Record<string, (entry: CatalogueEntry) => unknown> = {
      indexNumber: number,
      title,
      docNumber: (entry) => entry.docNumber,
      publisher: (entry) => ![view.publisher, ''].includes(nameOf(entry.publisher, pick)),
      publishedAt: dayOf,
    };
    const without = FIELDS.filter((field) => !items.some(says[field]!)).map((field) => `no-${field}`);
    return html`<table part="table" class=${without.join(' ')} @click=${clicked}>
      <thead>
        <tr>
          ${FIELDS.map((field) => html`<th scope="col" class=${field}>${text.fields[field]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (entry, i) =>
            html`<tr>
              <td class="indexNumber">${number(entry)}</td>
              <td><a part="link" href=${href(entry)}>${title(entry)}</a>${tagsOf(entry, i)}</td>
              <td class="docNumber">${mark(entry.docNumber)}</td>
              <td class="publisher">${mark(nameOf(entry.publisher, pick))}</td>
              <td class="publishedAt">${dayOf(entry)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
  return html`<ol part="list" @click=${clicked}>
    ${items.map((entry, i) => {
      const summary = pick(entry.summary);
      const publisher = nameOf(entry.publisher, pick);
      const day = dayOf(entry);
      const date = day ? html`<time datetime=${day}>${day}</time>` : '';
      const facts = [
        wide ? '' : date,
        mark(entry.docNumber),
        // Said once above where it is the same for all; the 索引号 is in the table, here when it was asked for.
        publisher === view.publisher ? '' : mark(publisher),
        hits(entry.indexNumber).length ? number(entry) : '',
      ].filter(Boolean);
      return html`<li part="entry">
        <div class="line">
          <span class="name"><a part="link" href=${href(entry)}>${title(entry)}</a>${tagsOf(entry, i)}</span
          >${wide ? date : nothing}
        </div>
        ${facts.length ? html`<p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>` : nothing}
        ${hits(summary).length ? html`<p class="hit">${mark(summary)}</p>` : nothing}
      </li>`;
    })}
  </ol>`;
}

/** Pages: before, next, and the numbers around; buttons keep their place so that focus stays. */
export function pagerView(
  { text, wide }: Pick<ListView, 'text' | 'wide'>,
  page: number,
  pages: number,
  go: (page: number) => void,
): TemplateResult {
  const around = wide ? [page - 2, page - 1, page, page + 1, page + 2] : [page];
  const near = [...new Set([1, ...around, pages])].filter((n) => n > 0 && n <= pages);
  const step = (target: number, label: string) =>
    html`<button
      type="button"
      aria-disabled=${target < 1 || target > pages}
      @click=${() => target > 0 && target <= pages && go(target)}
    >
      ${label}
    </button>`;
  return html`<nav part="pager" class="no-print" aria-label=${text.pages}>
    ${step(page - 1, text.previous)}
    ${near.map(
      (n, i) =>
        html`${i && n - near[i - 1]! > 1 ? html`<span aria-hidden="true">…</span>` : nothing}<button
            type="button"
            class="number"
            aria-current=${n === page ? 'page' : nothing}
            aria-label=${text.pageOf(n)}
            @click=${() => go(n)}
          >
            ${n}
          </button>`,
    )}
    ${step(page + 1, text.next)}
  </nav>`;
}
