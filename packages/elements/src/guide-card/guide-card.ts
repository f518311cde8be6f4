import { openGuide, type Connection } from '@zwgk/client';
import type { Computed, Guide } from '@zwgk/schema';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { emit } from '../shared/emit.js';
import { formatDate } from '../shared/format.js';
import { LoadController } from '../shared/load-controller.js';
import { MessagesController } from '../shared/messages.js';
import { copyText } from './guide-card.copy.js';
import type { GuideCardDueTable } from './guide-card.due.messages.js';
import { sections } from './guide-card.fields.js';
import { countOf, materialsOf } from './guide-card.materials.js';
import { guideCardMessages } from './guide-card.messages.js';
import { needsOf, readSituation, writeSituation } from './guide-card.situation.js';
import { styles } from './guide-card.styles.js';
import {
  address,
  factsOf,
  feeOf,
  limitOf,
  phones,
  rows,
  stamp,
  word,
  type Shown,
  type View,
} from './guide-card.view.js';

/**
 * One procedure guide (办事指南): who can apply, what to bring, where, how long, what it costs, what if refused; below
 * that every published field in the official order of 19 elements.
 *
 * @tag zwgk-guide-card
 * @status experimental
 * @slot - What readers see without scripts and until the guide is there: usually a link or the guide as a table.
 * @slot actions - Buttons or links below the facts.
 * @slot remedy - In place of the usual sentence on reconsideration and lawsuit.
 * @fires {CustomEvent<{ guide: Guide }>} zwgk-guide-open - The reader follows the guide's own `url`. Prevent it to stay on the page.
 * @fires {CustomEvent<{ error: ZwgkError, shown: boolean }>} zwgk-failed - The guide could not be loaded, or parts of it were left out (`shown`).
 * @csspart status - The line shown while loading, after a failure, or when something was left out.
 * @csspart card - The frame around everything.
 * @csspart title - The heading.
 * @csspart facts - The answers for a reader with ten seconds.
 * @csspart section - One of the sections of the full form.
 */
export class ZwgkGuideCard extends LitElement {
  static override styles = [base, styles];
  // Not by decorator: the bundles shorten `_names`, which a decorator would know only as text.
  static override properties = {
    _narrow: { state: true },
    _open: { state: true },
    _whole: { state: true },
    _copied: { state: true },
    _due: { state: true },
  };

  /** The guide itself, when a script has it. Wins over an inline document, `src` and `guide-id`. */
  @property({ attribute: false }) guide: Guide | undefined;
  /** Address of a JSON document with one guide, relative to the page. Wins over `guide-id`. */
  @property() src: string | undefined;
  /** Id of a guide of the service or folder that `<zwgk-provider>` names. */
  @property({ attribute: 'guide-id' }) guideId: string | undefined;
  /** Whom to ask. Usually comes from `<zwgk-provider>`. */
  @property({ attribute: false }) client: Connection | undefined;
  /** Name, body, time, visits, fee, materials, telephone and links only. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /**
   * Answers of the reader to the guide's questions (情形), `id:value;id:value`. Read it to pass them on; it is never
   * written to the address or stored. Unknown ids and values are passed over.
   */
  @property() situation: string | undefined;

  private _load = new LoadController<Guide>(this, {
    value: () => this.guide,
    id: () => this.guideId,
    open: ({ http }, input, options) => openGuide(http, input, options),
  });
  private _messages = new MessagesController(this, guideCardMessages);

  private _narrow = false;
  /** Sections that a reader has unfolded; all of them when wide. */
  private _open: ReadonlySet<string> = new Set();
  /** A compact card without an address of its own can be unfolded. */
  private _whole = false;
  private _copied = '';
  /** The calendar and its sentences, once they are here, and what they gave for which guide. */
  private _calendar: typeof import('./guide-card.due.js') | undefined;
  private _dueMessages: MessagesController<GuideCardDueTable> | undefined;
  private _due: { readonly guide: Guide; readonly computed: Computed | undefined } | undefined;
  private _observer: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Measured in letters, so that large text folds earlier; the page's own width says nothing in a side column.
    this._observer = new ResizeObserver(([entry]) => {
      const { width } = entry!.contentRect;
      const narrow = width < 38 * parseFloat(getComputedStyle(this).fontSize);
      // Folding changes the height: within the same frame that would be a loop.
      if (width && narrow !== this._narrow) requestAnimationFrame(() => (this._narrow = narrow));
    });
    this._observer.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._observer?.disconnect();
  }

  private get _today(): string {
    return new Date(this._load.connection.http.now() + 288e5).toISOString().slice(0, 10);
  }

  protected override updated(_changed: PropertyValues): void {
    const guide = this._load.state.value;
    if (!guide || this._due?.guide === guide || (this.compact && !this._whole)) return;
    this._due = { guide, computed: undefined };
    const today = this._today;
    void import('./guide-card.due.js').then((calendar) => {
      this._calendar = calendar;
      this._dueMessages ??= new MessagesController(this, calendar.guideCardDueMessages);
      if (this._due?.guide === guide) this._due = { guide, computed: calendar.dueOf(guide, today) };
    });
  }
  /** The last day in words; nothing before the calendar is here, and where nothing can be computed. */
  private _dueOf(view: View): { readonly date: string; readonly how: string } | undefined {
    const computed = this._due?.guide === view.guide ? this._due.computed : undefined;
    return (
      computed && this._calendar!.tellDue(this._dueMessages!.text, view, computed, (day) => formatDate(day, view.lang))
    );
  }

  private _answer(id: string, value: string): void {
    const { situations = [] } = this._load.state.value!;
    this.situation = writeSituation(new Map([...readSituation(this.situation, situations), [id, value]]));
  }
  private _follow = (click: Event): void => {
    if (!emit(this, 'zwgk-guide-open', { guide: this._load.state.value! }, true)) click.preventDefault();
  };
  private _toggle(name: string): void {
    const open = new Set(this._open);
    if (!open.delete(name)) open.add(name);
    this._open = open;
  }
  private _go(name: string): void {
    this._open = new Set([...this._open, name]);
    void this.updateComplete.then(() => {
      const head = this.renderRoot.querySelector<HTMLElement>(`#${name}`);
      head?.scrollIntoView({ block: 'start' });
      head?.focus({ preventScroll: true });
    });
  }

  override render(): TemplateResult {
    const guide = this._load.state.value;
    return html`${this._load.status()}${guide ? this._card(guide) : html`<slot></slot>`}`;
  }

  private _card(guide: Guide): TemplateResult {
    const { text, pick, lang } = this._messages;
    const view: View = {
      guide,
      text,
      pick,
      lang,
      copied: this._copied,
      copy: (value) => {
        if (copyText(this.renderRoot as ShadowRoot, value)) this._copied = value;
      },
    };
    const short = this.compact && !this._whole;
    const { planCancel = '9' } = guide;
    const stopped =
      guide.taskState === '2'
        ? text.suspended
        : guide.taskState === '3' || (planCancel > '1970-01-01' && planCancel <= this._today)
          ? text.cancelled
          : '';
    const title = html`<span lang=${lang.startsWith('zh') ? nothing : 'zh-Hans'}>${pick(guide.taskName)}</span>`;
    return html`<article
      part="card"
      class=${short ? 'short' : this._narrow ? 'narrow' : 'wide'}
      aria-labelledby="title"
    >
      ${short ? nothing : html`<p class="sheet">${text.sheet}</p>`}
      <h2 part="title" id="title">
        ${short && guide.url ? html`<a href=${guide.url} @click=${this._follow}>${title}</a>` : title}
      </h2>
      <p class="org">${pick(guide.deptName)}</p>
      ${short ? nothing : stamp(view, this._today)} ${stopped ? html`<p class="warning">${stopped}</p>` : nothing}
      ${short ? this._short(view) : this._full(view)}
    </article>`;
  }

  private _links({ guide, text }: View): Shown {
    const { onlineUrl, mobileUrl } = guide;
    return onlineUrl || mobileUrl
      ? html`${onlineUrl ? html`<a class="action" href=${onlineUrl}>${text.online}</a>` : nothing}
        ${mobileUrl ? html` <a class="action" href=${mobileUrl}>${text.mobile}</a>` : nothing}`
      : nothing;
  }
  private _phone({ guide, pick }: View): Shown | Shown[] {
    const value = guide.consult?.find(
      ({ kind, value }) => /电话|phone/i.test(pick(kind)) || /^[\d\s-]+$/.test(pick(value)),
    )?.value;
    const phone = pick(value ?? guide.places?.find((place) => place.phone)?.phone);
    return phone ? phones(phone) : '';
  }
  private _time(view: View): string {
    const promised = view.guide.promisedDays || view.guide.projectType === '1' ? limitOf(view, 'promised') : '';
    return promised || (view.guide.statutoryDays ? limitOf(view, 'statutory') : view.pick(view.guide.promisedNote));
  }

  private _short(view: View): TemplateResult {
    const { guide, text } = view;
    const { fact } = text;
    const count = guide.materials && text.count(guide.materials.length);
    return html`${factsOf([
        [fact.time, this._time(view)],
        [fact.visits, guide.visits === undefined ? '' : text.visits(guide.visits)],
        [fact.fee, guide.charged && guide.fees?.length ? text.charged : feeOf(view)],
        [fact.materials, guide.materials?.length ? count! : guide.materials ? text.noMaterials : ''],
        [fact.phone, this._phone(view)],
      ])}
      <p class="actions no-print">
        ${this._links(view)}
        ${
          guide.url
            ? html`<a href=${guide.url} @click=${this._follow}>${text.more}</a>`
            : html`<button type="button" @click=${() => (this._whole = true)}>${text.more}</button>`
        }
        <slot name="actions"></slot>
      </p>`;
  }

  private _full(view: View): TemplateResult {
    const { guide, text, pick } = view;
    const { fact } = text;
    const { needs, open } = needsOf(guide, readSituation(this.situation, guide.situations), pick);
    const chapters = sections
      .map(([name, fields]): [string, Shown] => [
        name,
        name === 'materials'
          ? materialsOf(view, needs)
          : name === 'time'
            ? this._times(view)
            : rows(view, guide, fields),
      ])
      .filter(([, body]) => body !== nothing);
    const has = (name: string) => chapters.some(([one]) => one === name);
    const place = guide.places?.[0];
    const due = this._dueOf(view);
    const goTo = (name: string, label: string) =>
      has(name)
        ? html`<button type="button" class="link no-print" @click=${() => this._go(name)}>${label}</button>`
        : nothing;
    const bring = needs.filter(({ need }) => need === 'bring');
    const statutory = guide.statutoryDays && guide.promisedDays ? text.statutoryShort(limitOf(view, 'statutory')) : '';
    const complaint = guide.complaint?.find(({ value }) => /\d{5}/.test(pick(value)))?.value;
    return html`
      ${factsOf([
        [
          fact.who,
          html`${(guide.serviceTargets ?? []).map((code) => word(view, 'serviceTargets', code)).join(text.list)}
          ${goTo('conditions', text.seeConditions)}`,
        ],
        [
          fact.bring,
          guide.materials
            ? html`<strong>${countOf(view, needs, open.length)}</strong> ${
                  bring.length
                    ? html`<span class="text"
                        >${bring
                          .slice(0, 6)
                          .map(({ material }) => pick(material.name))
                          .join(text.list)}${bring.length > 6 ? '……' : ''}</span
                      >`
                    : nothing
                }
                ${goTo('materials', text.seeMaterials)}`
            : text.unstated,
        ],
        [
          fact.where,
          place
            ? html`${[place.name, place.window].map(pick).filter(Boolean).join(' ')}
                ${place.address ? html`<br />${address(view, place.address)}` : nothing}
                ${place.hours || guide.officeHours ? html`<br />${pick(place.hours ?? guide.officeHours)}` : nothing}
                <br />${this._phone(view)}
                ${guide.places!.length > 1 ? goTo('place', text.places(guide.places!.length)) : nothing}`
            : html`${pick(guide.officeHours)} ${this._phone(view)}`,
        ],
        [
          fact.time,
          html`<strong>${this._time(view) || text.unstated}</strong>
            ${statutory ? html`<span class="quiet">${statutory}</span>` : nothing}
            ${due ? html`<br />${due.date}` : nothing}`,
        ],
        [fact.fee, html`<strong>${feeOf(view)}</strong>`],
        [
          fact.remedy,
          html`<slot name="remedy"
              >${/^(0\d|10)$/.test(guide.taskType ?? '') ? html`<p>${text.remedy}</p>` : nothing}</slot
            >
            ${complaint ? html`${text.supervise}${text.colon}${phones(pick(complaint))}` : nothing}
            ${goTo('rights', text.section.rights)}`,
        ],
      ])}
      <p class="actions no-print">
        ${this._links(view)}${
          guide.url
            ? html`<a href=${guide.url} @click=${this._follow}>${text.more}</a>`
            : this.compact
              ? html`<button type="button" @click=${() => (this._whole = false)}>${text.less}</button>`
              : nothing
        }
        <slot name="actions"></slot>
      </p>
      ${this._questions(view, open)} ${this._narrow ? this._foldAll(view, chapters) : this._contents(view, chapters)}
      ${chapters.map(([name, body], i) => this._section(view, name, body, i))}
      <p role="status" class="sr">${this._copied && text.copied}</p>
    `;
  }

  private _heading({ guide, text }: View, name: string): string {
    const table = text.section as Readonly<Record<string, string>>;
    return (guide.taskType === '01' && table[`${name}01`]) || table[name]!;
  }
  private _contents(view: View, chapters: readonly [string, Shown][]): TemplateResult {
    return html`<nav class="contents no-print" aria-label=${view.text.contents}>
      ${chapters.map(
        ([name]) =>
          html`<button type="button" class="link" @click=${() => this._go(name)}>${this._heading(view, name)}</button>`,
      )}
    </nav>`;
  }
  private _foldAll({ text }: View, chapters: readonly [string, Shown][]): TemplateResult {
    const all = chapters.every(([name]) => this._open.has(name));
    return html`<p class="actions no-print">
      <button type="button" @click=${() => (this._open = new Set(all ? [] : chapters.map(([name]) => name)))}>
        ${all ? text.fold : text.unfold}
      </button>
    </p>`;
  }
  private _section(view: View, name: string, body: Shown, i: number): TemplateResult {
    const open = this._open.has(name);
    const label = html`<span class="number">${i + 1}</span>${this._heading(view, name)}`;
    return html`<section
      part="section"
      aria-labelledby=${name}
      class=${this._narrow && !open ? `${name} folded` : name}
    >
      <h3 id=${name} tabindex="-1">
        ${
          this._narrow
            ? html`<button
                type="button"
                class="fold"
                aria-expanded=${open ? 'true' : 'false'}
                @click=${() => this._toggle(name)}
              >
                ${label}
              </button>`
            : label
        }
      </h3>
      <div class="body">${body}</div>
    </section>`;
  }

  private _questions(view: View, open: readonly { readonly question: Guide['taskName'] }[]): Shown {
    const { guide, text, pick } = view;
    const { situations = [] } = guide;
    if (!situations.length) return nothing;
    const answers = readSituation(this.situation, situations);
    return html`<section class=${answers.size ? 'situation answered' : 'situation'} aria-labelledby="situation">
      <h3 id="situation">${answers.size ? text.asked : text.situation}</h3>
      ${situations.map(({ id, question, options }, q) => {
        const note = options.find(({ value }) => value === answers.get(id))?.note;
        return html`<fieldset class=${answers.has(id) ? 'chosen' : ''}>
          <legend>${pick(question)}</legend>
          ${options.map(
            ({ value, label }) =>
              html`<label class=${answers.get(id) === value ? 'chosen' : ''}
                ><input
                  type="radio"
                  name=${`q${q}`}
                  .checked=${answers.get(id) === value}
                  @change=${() => this._answer(id, value)}
                />${pick(label)}</label
              >`,
          )}
          ${note ? html`<p class="quiet">${pick(note)}</p>` : nothing}
        </fieldset>`;
      })}
      <p class="answer" role="status">
        <strong>${countOf(view, needsOf(guide, answers, pick).needs, open.length)}</strong>
        ${open.length ? html`<span class="quiet">${text.notAsked(open.map(({ question }) => pick(question)).join(' '))}</span>` : nothing}
      </p>
      ${
        answers.size
          ? html`<button type="button" class="no-print" @click=${() => (this.situation = undefined)}>
              ${text.clear}
            </button>`
          : nothing
      }
    </section>`;
  }

  private _times(view: View): Shown {
    const body = rows(view, view.guide, sections.find(([name]) => name === 'time')![1]);
    const due = this._dueOf(view);
    return due && body !== nothing
      ? html`${body}
          <div class="due">
            <strong>${due.date}</strong>
            <p class="quiet">${due.how}</p>
          </div>`
      : body;
  }
}
