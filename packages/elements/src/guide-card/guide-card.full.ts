/** The full form: questions, contents, the 19 elements in their order, folding, the head for paper. Fetched later. */
import type { Computed, Guide } from '@zwgk/schema';
import { adoptStyles, html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { formatDate } from '../shared/format.js';
import { MessagesController } from '../shared/messages.js';
import { copyText } from './guide-card.copy.js';
import { dueOf, tellDue } from './guide-card.due.js';
import { materialsFact, type Additions, type Shown, type View } from './guide-card.facts.js';
import { sections } from './guide-card.fields.js';
import { guideCardFullMessages } from './guide-card.full.messages.js';
import { fullStyles } from './guide-card.full.styles.js';
import { countOf, materialsOf, questionsOf } from './guide-card.materials.js';
import { rows, stampOf, type FullView } from './guide-card.rows.js';
import { needsOf, readSituation, writeSituation } from './guide-card.situation.js';

/** The card, of which only its public side is known here: it may come from another file. */
interface Host extends LitElement {
  situation: string | undefined;
}
type Due = { readonly date: string; readonly how: string } | undefined;

/** What the card puts around and into its facts. */
interface Parts extends Additions {
  /** On paper, above and below the title. */
  readonly head: TemplateResult;
  readonly stamp: TemplateResult;
  /** Below the facts. */
  readonly body: TemplateResult;
}

export class FullForm implements ReactiveController {
  private _messages: MessagesController<typeof guideCardFullMessages.zhHans>;
  private _narrow = false;
  /** Sections that a reader has unfolded; all of them when wide. */
  private _open: ReadonlySet<string> = new Set();
  private _copied = '';
  private _due: { readonly guide: Guide; readonly today: string; readonly computed: Computed | undefined } | undefined;
  private _observer: ResizeObserver | undefined;

  constructor(private _host: Host) {
    const root = _host.renderRoot as ShadowRoot;
    // Without constructable sheets there is nothing adopted yet, and a style element is added.
    adoptStyles(root, [...(root.adoptedStyleSheets ?? []), fullStyles]);
    this._messages = new MessagesController(_host, guideCardFullMessages);
    _host.addController(this);
  }
  hostConnected(): void {
    // Measured in letters, so that large text folds earlier; the page's own width says nothing in a side column.
    this._observer = new ResizeObserver(([entry]) => {
      const { width } = entry!.contentRect;
      const narrow = width < 38 * parseFloat(getComputedStyle(this._host).fontSize);
      // Folding changes the height: within the same frame that would be a loop.
      if (width && narrow !== this._narrow) requestAnimationFrame(() => this._set(() => (this._narrow = narrow)));
    });
    this._observer.observe(this._host);
  }
  hostDisconnected(): void {
    this._observer?.disconnect();
  }

  private _set(change: () => void): void {
    change();
    this._host.requestUpdate();
  }
  private _answer(guide: Guide, id: string, value: string): void {
    const answers = readSituation(this._host.situation, guide.situations);
    this._host.situation = writeSituation(new Map([...answers, [id, value]]));
  }
  private _toggle(name: string): void {
    const open = new Set(this._open);
    if (!open.delete(name)) open.add(name);
    this._set(() => (this._open = open));
  }
  private _go(name: string): void {
    this._set(() => (this._open = new Set([...this._open, name])));
    void this._host.updateComplete.then(() => {
      const head = this._host.renderRoot.querySelector<HTMLElement>(`#${name}`);
      head?.scrollIntoView({ block: 'start' });
      head?.focus({ preventScroll: true });
    });
  }
  private _copy = (value: string): void => {
    if (copyText(this._host.renderRoot as ShadowRoot, value)) this._set(() => (this._copied = value));
  };

  /** Everything that the card adds for a guide and the answers given so far. */
  show(base: View): Parts {
    const { guide, pick, today } = base;
    const text = { ...base.text, ...this._messages.text };
    const copy: FullView['copy'] = (value) => {
      const label = this._copied === value ? text.copied : text.copy;
      return html`<button type="button" class="link no-print" @click=${() => this._copy(value)}>${label}</button>`;
    };
    const view: FullView = { ...base, text, copy };
    const answers = readSituation(this._host.situation, guide.situations);
    const { needs, open } = needsOf(guide, answers, pick);
    const due = this._dueOf(view);
    const chapters = sections
      .map(([name, fields]): [string, Shown] => [
        name,
        name === 'materials'
          ? materialsOf(view, needs)
          : name === 'time'
            ? withDue(rows(view, guide, fields), due)
            : rows(view, guide, fields),
      ])
      .filter(([, body]) => body !== nothing);
    const labels: Readonly<Record<string, string>> = {
      conditions: text.seeConditions,
      materials: text.seeMaterials,
      place: text.places(guide.places?.length ?? 0),
      rights: text.section.rights,
    };
    const questions = questionsOf(view, answers, needs, open, {
      answer: (id, value) => this._answer(guide, id, value),
      clear: () => (this._host.situation = undefined),
    });
    const goTo = (name: string) =>
      chapters.some(([one]) => one === name)
        ? html`<button type="button" class="link no-print" @click=${() => this._go(name)}>${labels[name]}</button>`
        : nothing;
    const bring = needs.filter(({ need }) => need === 'bring').map(({ material }) => material);
    return {
      head: html`<p class="sheet">${text.sheet}</p>`,
      stamp: stampOf(view, today),
      due: due && html`<span class="quiet">${due.date}</span>`,
      copy,
      goTo,
      bring: [
        text.whatToBring,
        guide.materials
          ? materialsFact(view, countOf(view, needs, open.length), bring, 6, goTo('materials'))
          : text.unstated,
      ],
      body: html`<div class=${this._narrow ? 'narrow' : 'wide'}>
        ${questions} ${this._narrow ? this._foldAll(view, chapters) : this._contents(view, chapters)}
        ${chapters.map(([name, body], i) => this._section(view, name, body, i))}
        <p role="status" class="sr">${this._copied && text.copied}</p>
      </div>`,
    };
  }
  /** The last day in words; nothing where nothing can be computed. */
  private _dueOf(view: FullView): Due {
    const { guide, today, lang } = view;
    if (this._due?.guide !== guide || this._due.today !== today)
      this._due = { guide, today, computed: dueOf(guide, today) };
    const { computed } = this._due;
    return computed && tellDue(view, computed, (day) => formatDate(day, lang));
  }

  private _heading({ guide, text }: FullView, name: string): string {
    const table = text.section as Readonly<Record<string, string>>;
    return (guide.taskType === '01' && table[`${name}01`]) || table[name]!;
  }
  private _contents(view: FullView, chapters: readonly [string, Shown][]): TemplateResult {
    return html`<nav class="contents no-print" aria-label=${view.text.contents}>
      ${chapters.map(
        ([name]) =>
          html`<button type="button" class="link" @click=${() => this._go(name)}>${this._heading(view, name)}</button>`,
      )}
    </nav>`;
  }
  private _foldAll({ text }: FullView, chapters: readonly [string, Shown][]): TemplateResult {
    const all = chapters.every(([name]) => this._open.has(name));
    const turn = () => this._set(() => (this._open = new Set(all ? [] : chapters.map(([name]) => name))));
    return html`<p class="actions no-print">
      <button type="button" @click=${turn}>${all ? text.fold : text.unfold}</button>
    </p>`;
  }
  private _section(view: FullView, name: string, body: Shown, i: number): TemplateResult {
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
}

/** The limits as published, and below them the last day with how it was counted. */
const withDue = (body: Shown, due: Due): Shown =>
  due && body !== nothing
    ? html`${body}
        <div class="due">
          <strong>${due.date}</strong>
          <p class="quiet">${due.how}</p>
        </div>`
    : body;
