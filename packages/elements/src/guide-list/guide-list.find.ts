/**
 * Searching and narrowing a list of guides: a part that comes with the list. No shortened `_names` where the element
 * reaches in, as it may be another file.
 */
import { isZwgkError, ZwgkError, type GuideList } from '@zwgk/client';
import type { GuideEntry } from '@zwgk/schema';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { emit } from '../shared/emit.js';
import { errorMessages } from '../shared/errors.messages.js';
import { marked } from '../shared/marked.js';
import { MessagesController } from '../shared/messages.js';
import { guideListFindMessages } from './guide-list.find.messages.js';
import { answerOf, rowsOf, topicsOf, type Count, type GuideAnswer, type GuideRow } from './guide-list.rows.js';
import type { GuideSearch } from './guide-list.search.js';

/** What the reader has chosen; properties of the element. */
export interface FindHost extends LitElement {
  query: string;
  audience: string;
  topic: string;
  letter: string;
  sort: string;
}
export type Change = (state: Partial<Pick<FindHost, 'query' | 'audience' | 'topic' | 'letter' | 'sort'>>) => void;

/** Subjects that are shown before the reader asks for all. */
const FIRST = 10;
const own = (table: Readonly<Record<string, string>>, code: string): string =>
  Object.prototype.hasOwnProperty.call(table, code) ? table[code]! : code;

export class GuideFinder {
  private _rows: readonly GuideRow[];
  private _rowOf: ReadonlyMap<GuideEntry, GuideRow>;
  private _answer!: GuideAnswer;
  private _search: Promise<GuideSearch> | undefined;
  private _found: ReadonlyMap<GuideRow, number> | undefined;
  private _mark: GuideSearch['highlight'] | undefined;
  private _asked = '';
  /** The query that `_found` answers. */
  private _answered = '';
  private _error: ZwgkError | undefined;
  private _control: AbortController | undefined;
  private _allTopics = false;
  private _messages: MessagesController<typeof guideListFindMessages.zhHans>;
  private _errors: MessagesController<typeof errorMessages.zhHans>;

  constructor(
    private _host: FindHost,
    private _list: GuideList,
    private _change: Change,
  ) {
    this._messages = new MessagesController(_host, guideListFindMessages);
    this._errors = new MessagesController(_host, errorMessages);
    this._rows = rowsOf(_list.guides);
    this._rowOf = new Map(this._rows.map((row) => [row.guide, row]));
  }

  /** Another list has come in its place. */
  end(): void {
    this._control?.abort();
    this._host.removeController(this._messages);
    this._host.removeController(this._errors);
  }

  /** The guides that the reader's choices leave, in their order. Asks the index where the words are new. */
  guides(): readonly GuideEntry[] {
    const query = String(this._host.query ?? '').trim();
    if (query !== this._asked) void this._ask(query);
    this._answer = answerOf(this._rows, this._host, this._found);
    return this._answer.rows.map(({ guide }) => guide);
  }

  /** One question to the index, which comes with the first; the newest wins. */
  private async _ask(query: string): Promise<void> {
    const { _host: host } = this;
    this._asked = query;
    this._control?.abort();
    const { signal } = (this._control = new AbortController());
    try {
      if (query) {
        host.setAttribute('aria-busy', 'true');
        this._search ??= import('./guide-list.search.js').then(
          ({ createGuideSearch }) => createGuideSearch(this._rows),
          () => {
            throw new ZwgkError('network');
          },
        );
        const search = await this._search;
        const found = await search.find(query, signal);
        if (signal.aborted) return;
        this._found = found;
        this._mark = search.highlight;
      } else this._found = undefined;
      this._answered = query;
      this._error = undefined;
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      if (signal.aborted) return;
      this._search = undefined;
      this._error = error;
      emit(host, 'zwgk-failed', { error, shown: true });
    } finally {
      if (!signal.aborted) {
        host.removeAttribute('aria-busy');
        host.requestUpdate();
      }
    }
  }
  private _retry = (): void => {
    this._asked = this._answered;
    this._host.requestUpdate();
  };

  /** A text with the words of the query marked. */
  show(value: string): unknown {
    return marked(value, this._answered && this._mark ? this._mark(value, this._answered) : []);
  }

  /** What stands below a guide's name. */
  facts(guide: GuideEntry): TemplateResult {
    const { text, pick } = this._messages;
    const { promisedDays: days, promisedUnit = '', online } = guide;
    const scope = pick(guide.scope);
    const facts = [
      this.show(pick(guide.deptName)),
      this.show(topicsOf(this._rowOf.get(guide)!, this._host.audience).join(text.list)),
      days !== undefined && (!days || promisedUnit) ? text.days(days, own(text.unit, promisedUnit)) : '',
      online ? text.online : '',
    ].filter((fact) => fact !== '');
    return html`${facts.length ? html`<p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>` : nothing}
    ${this._answered && this._mark?.(scope, this._answered).length ? html`<p class="scope">${this.show(scope)}</p>` : nothing}`;
  }

  /** The line that tells how many there are; undefined where there is no more to say than the number. */
  line(listed: number): unknown {
    const { _answer: answer, _answered: answered, _error: error } = this;
    const { text } = this._messages;
    const count = answer.rows.length;
    if (error) {
      const errors = this._errors.text;
      return html`${errors[error.code]}
      ${error.retryable ? html`<button type="button" class="link" @click=${this._retry}>${errors.retry}</button>` : nothing}`;
    }
    if (answered) return count ? text.foundFor(answered, count, listed) : text.nothingFor(answered);
    return count ? undefined : text.nothing;
  }

  /** In which order. */
  sorts(): TemplateResult {
    const { text } = this._messages;
    const { sort } = this._host;
    return html`<label class="no-print"
      >${text.sort}<select
        @change=${(event: Event) => this._change({ sort: (event.target as HTMLSelectElement).value })}
      >
        ${Object.entries(text.sorts).map(([code, word]) =>
          code !== 'used' || this._list.guides.some(({ caseVolume }) => caseVolume)
            ? html`<option value=${code} .selected=${code === sort}>${word}</option>`
            : nothing,
        )}
      </select></label
    >`;
  }

  /** Search form and choices. */
  head(wide: boolean): TemplateResult {
    const { text } = this._messages;
    const { query, audience, topic, letter } = this._host;
    const { audiences, topics, letters } = this._answer;
    const submit = (event: Event) => {
      event.preventDefault();
      this._change({ query: (event.target as HTMLFormElement).querySelector('input')!.value.trim() });
    };
    const turn = () => {
      this._allTopics = !this._allTopics;
      this._host.requestUpdate();
    };
    return html`<form part="search" role="search" class="no-print" aria-label=${text.title} @submit=${submit}>
        <input type="search" .value=${query} aria-label=${text.searchFor} placeholder=${text.searchFor} />
        <button class="primary">${text.search}</button>
      </form>
      <div part="filters" class="no-print">
        ${this._choice('audience', audiences, wide, (value) => own(text.audiences, value))}
        ${this._choice(
          'topic',
          topics,
          wide,
          undefined,
          topics.length > FIRST
            ? html`<button type="button" class="more" aria-expanded=${this._allTopics} @click=${turn}>
                ${this._allTopics ? text.lessTopics : text.moreTopics}
              </button>`
            : nothing,
        )}
        ${this._choice('letter', letters, wide)}
        ${
          audience || topic || letter || query
            ? html`<button
                type="button"
                class="link"
                @click=${() => this._change({ query: '', audience: '', topic: '', letter: '' })}
              >
                ${text.clear}
              </button>`
            : nothing
        }
      </div>`;
  }

  /** One line of choices; on a narrow element a drop-down list. */
  private _choice(
    name: 'audience' | 'topic' | 'letter',
    counts: readonly Count[],
    wide: boolean,
    word: (value: string) => string = (value) => value,
    more: unknown = nothing,
  ): unknown {
    const { text } = this._messages;
    const chosen = this._host[name];
    const values: Count[] = [['', 0], ...counts];
    if (chosen && !counts.some(([value]) => value === chosen)) values.push([chosen, 0]);
    // What offers no choice only takes room.
    if (values.length < 3 && !chosen) return nothing;
    const wordOf = (value: string) => (value ? word(value) : text.all);
    const label = text[name];
    if (!wide && name !== 'audience')
      return html`<label class="choice"
        ><span>${label}</span
        ><select @change=${(event: Event) => this._change({ [name]: (event.target as HTMLSelectElement).value })}>
          ${values.map(
            ([value, count]) =>
              html`<option value=${value} .selected=${value === chosen}>
                ${wordOf(value)}${count ? ` (${count})` : ''}
              </option>`,
          )}
        </select></label
      >`;
    return html`<div class="choice" role="group" aria-label=${label}>
      <span aria-hidden="true">${label}</span>
      <div>
        ${values.map(([value, count], i) =>
          name === 'topic' && !this._allTopics && i > FIRST && value !== chosen
            ? nothing
            : html`<button
                type="button"
                class=${name === 'letter' && value ? 'letter' : ''}
                aria-pressed=${value === chosen}
                aria-label=${name === 'letter' && value ? text.letterCount(value, count) : nothing}
                @click=${() => this._change({ [name]: value })}
              >
                ${wordOf(value)}
              </button>`,
        )}
        ${more}
      </div>
    </div>`;
  }
}
