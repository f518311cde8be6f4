/** 基层政务公开标准目录 as officials know it: a table with a two-level header, ■ required and □ optional channels. */
import { fold, highlight, queryWords } from '@zwgk/client/catalogue';
import type { LocalizedText, StandardCatalogue, StandardItem } from '@zwgk/schema';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { marked } from '../shared/marked.js';
import { pagerView } from './catalogue.list.js';
import { equip, withCodes, type Words } from './catalogue.parts.js';
import type { Reading } from './catalogue.view.js';
import { wordOf } from './catalogue.words.js';

/** What the reader asks of a standard catalogue; empty: anything. */
interface StandardFilters {
  readonly levels: string;
  readonly audience: string;
  readonly mode: string;
}
const anyItem: StandardFilters = { levels: '', audience: '', mode: '' };
/** Rows of a standard catalogue on a page. */
const PAGE = 100;

interface StandardView {
  readonly text: Words['text'];
  readonly codes: { readonly codes: Readonly<Record<string, string>> };
  readonly pick: (value: LocalizedText | undefined) => string;
  readonly query: string;
  readonly wide: boolean;
  readonly filters: StandardFilters;
  readonly narrow: (filters: StandardFilters) => void;
}

const LEVELS = ['county', 'township', 'village'];
type Pick = StandardView['pick'];
const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** 法律名称、文号、条款, as one line. */
const basisOf = (item: StandardItem, pick: Pick): string[] =>
  list(item.basis).map(({ title, docNumber, article }) => {
    const name = pick(title);
    return `${/[《〈]/.test(name) || !docNumber ? name : `《${name}》`}${docNumber ? `（${docNumber}）` : ''}${pick(article)}`;
  });

/** The items that a reader asks for, in their order. */
function standardItems(
  standard: StandardCatalogue,
  query: string,
  filters: StandardFilters,
  pick: Pick,
): StandardItem[] {
  const words = queryWords(query);
  return standard.items.filter((item) => {
    const { levels, audience, mode } = filters;
    if (levels && !item.levels?.includes(levels)) return false;
    if (audience && !(item.audience as Record<string, unknown> | undefined)?.[audience]) return false;
    if (mode && !(item.mode as Record<string, unknown> | undefined)?.[mode]) return false;
    if (!words.length) return true;
    const all = fold(
      [item.level1, item.level2, ...list(item.contentElements), item.subject].map((one) => pick(one)).join('\n') +
        basisOf(item, pick).join('\n'),
    );
    return words.every((word) => all.includes(word));
  });
}

/** Choices by level, audience and mode. */
function standardFilters({ text, codes: words, filters, narrow }: StandardView): TemplateResult {
  const choice = (key: keyof StandardFilters, codes: readonly string[]) =>
    html`<label
      >${text.standard[key]}
      <select @change=${(change: Event) => narrow({ ...filters, [key]: (change.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${!filters[key]}>${text.standard.any}</option>
        ${codes.map((code) => html`<option value=${code} ?selected=${filters[key] === code}>${wordOf(words, code)}</option>`)}
      </select></label
    >`;
  return html`${choice('levels', LEVELS)}${choice('audience', ['public', 'specificGroup'])}${choice('mode', ['proactive', 'onRequest'])}`;
}

let across: CSSStyleSheet | undefined;
/** The official table is printed across (A3 or A4). Pages can only be named by the document; nothing else of it changes. */
function printAcross(): void {
  if (across || !('adoptedStyleSheets' in document)) return;
  across = new CSSStyleSheet();
  across.replaceSync('@page zwgk-across{size:landscape;margin:10mm}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, across];
}

export function standardView(items: readonly StandardItem[], view: StandardView): TemplateResult {
  const { text, codes, pick, query, wide } = view;
  const words = text.standard;
  const mark = (value: string) => marked(value, highlight(value, query));
  const says = (value: LocalizedText | undefined) => mark(pick(value));
  const lines = (values: readonly (string | unknown)[]) => values.map((value) => html`<div>${value}</div>`);
  const content = (item: StandardItem) => lines(list(item.contentElements).map((one) => says(one as LocalizedText)));
  const basis = (item: StandardItem) => lines(basisOf(item, pick).map((one) => mark(one)));
  const channels = (item: StandardItem) =>
    lines(
      list(item.channels).map(
        ({ code, required, note }) =>
          // Where the source does not say which it is, neither mark stands.
          html`${
            required === undefined
              ? nothing
              : html`<span role="img" aria-label=${required ? words.required : words.optional}
                  >${required ? '■' : '□'}</span
                >`
          }${wordOf(codes, code)}${note ? ['（', pick(note), '）'] : nothing}`,
      ),
    );
  const tick = (on: unknown) => (on ? '√' : '');
  const group = (item: StandardItem) =>
    item.audience?.specificGroup
      ? html`√${item.audience.groupText ? html`<div>${pick(item.audience.groupText)}</div>` : nothing}`
      : '';
  const extra = (['formatText', 'fivePublic'] as const).filter((key) => items.some((item) => item[key]));
  const extraName = { formatText: words.format, fivePublic: words.fivePublic };
  // 村级 is a column only where the catalogue has it.
  const levels = LEVELS.filter((level) => items.some((item) => item.levels?.includes(level)));

  if (!wide)
    return html`<ol part="list" class="cards">
      ${items.map((item) => {
        const facts: [string, unknown][] = [
          [words.content, content(item)],
          [words.basis, basis(item)],
          [words.timeLimit, item.timeLimit?.raw],
          [words.subject, says(item.subject)],
          [words.channels, channels(item)],
          [
            words.audience,
            [
              item.audience?.public && text.codes.public,
              item.audience?.specificGroup && (pick(item.audience.groupText) || text.codes.specificGroup),
            ]
              .filter(Boolean)
              .join('、'),
          ],
          [
            words.mode,
            [item.mode?.proactive && words.proactive, item.mode?.onRequest && words.onRequest]
              .filter(Boolean)
              .join('、'),
          ],
          [words.levels, item.levels?.map((level) => wordOf(codes, level)).join('、')],
          ...extra.map((key): [string, unknown] => [extraName[key], pick(item[key])]),
        ];
        return html`<li part="entry">
          <h3>
            ${item.seq === undefined ? nothing : html`<small>${item.seq}</small> `}${says(item.level1)}${
              item.level2 ? [' › ', says(item.level2)] : nothing
            }
          </h3>
          <dl>
            ${facts.map(([name, fact]) =>
              !fact || (Array.isArray(fact) && !fact.length)
                ? nothing
                : html`<div>
                    <dt>${name}</dt>
                    <dd>${fact}</dd>
                  </div>`,
            )}
          </dl>
        </li>`;
      })}
    </ol>`;

  printAcross();
  // 一级事项 spans the rows that share it, as in print.
  const spans = items.map((item, i) => {
    if (i && pick(items[i - 1]!.level1) === pick(item.level1) && item.level2) return 0;
    let span = 1;
    while (items[i + span]?.level2 && pick(items[i + span]!.level1) === pick(item.level1)) span++;
    return span;
  });
  const head = (label: string, name = '') => html`<th scope="col" rowspan="2" class=${name}>${label}</th>`;
  const pair = (label: string, span: number) => html`<th scope="colgroup" colspan=${span}>${label}</th>`;
  const under = (label: string) => html`<th scope="col">${label}</th>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${text.standardTitle}>
      <table part="table" class="standard">
        <thead>
          <tr>
            ${head(words.seq)}${pair(words.matters, 2)}${head(words.content, 'broad')}${head(words.basis, 'broad')}${head(
              words.timeLimit,
            )}${head(words.subject)}${head(words.channels, 'broad')}${pair(words.audience, 2)}${pair(words.mode, 2)}${
              levels.length ? pair(words.levels, levels.length) : nothing
            }${extra.map((key) => head(extraName[key]))}
          </tr>
          <tr>
            ${under(words.level1)}${under(words.level2)}${under(text.codes.public)}${under(text.codes.specificGroup)}${under(
              words.proactive,
            )}${under(words.onRequest)}${levels.map((level) => under(wordOf(codes, level)))}
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item, i) =>
              html`<tr>
                <td>${item.seq ?? i + 1}</td>
                ${spans[i] ? html`<th scope="rowgroup" rowspan=${spans[i]}>${says(item.level1)}</th>` : nothing}
                <td>${says(item.level2)}</td>
                <td>${content(item)}</td>
                <td>${basis(item)}</td>
                <td>${item.timeLimit?.raw}</td>
                <td>${says(item.subject)}</td>
                <td>${channels(item)}</td>
                <td class="tick">${tick(item.audience?.public)}</td>
                <td class="tick">${group(item)}</td>
                <td class="tick">${tick(item.mode?.proactive)}</td>
                <td class="tick">${tick(item.mode?.onRequest)}</td>
                ${levels.map((level) => html`<td class="tick">${tick(item.levels?.includes(level))}</td>`)}
                ${extra.map((key) => html`<td>${pick(item[key])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="legend">${words.legend}</p>`;
}

/** The official table with its choices, for one element. */
export interface StandardPart {
  readonly words: Words;
  view(standard: StandardCatalogue, reading: Reading): TemplateResult;
}
export function standardPart(host: LitElement): StandardPart {
  const words = equip(host);
  let filters = anyItem;
  return {
    words,
    view(standard, reading) {
      const { pick, wide, asked, text, change } = reading;
      const query = asked.text!;
      const narrow = (next: StandardFilters) => {
        filters = next;
        change({});
      };
      const view = { text: words.text, codes: withCodes(text, words), pick, query, wide, filters, narrow };
      const items = standardItems(standard, query, filters, pick);
      const pages = Math.ceil(items.length / PAGE);
      const at = Math.min(asked.page!, pages || 1);
      return html`<div class="bar">
          <p part="count" role="status" tabindex="-1">
            ${!standard.items.length ? text.empty : !items.length ? text.nothing : text.count(items.length, at, pages)}
          </p>
          <div class="tools no-print">${standard.items.length ? standardFilters(view) : nothing}</div>
        </div>
        ${items.length ? standardView(items.slice((at - 1) * PAGE, at * PAGE), view) : nothing}
        ${pages > 1 ? pagerView(reading, at, pages, (page) => change({ page })) : nothing}`;
    },
  };
}
