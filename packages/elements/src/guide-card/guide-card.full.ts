/** The full form: questions, contents, the 19 elements in their order, folding, the head for paper. Fetched later. */
import type { Connection } from '@zwgk/client';
import type { Computed, Guide, GuideStep } from '@zwgk/schema';
import { adoptStyles, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { copyText } from '../shared/copy.js';
import { formatDate } from '../shared/format.js';
import { MessagesController } from '../shared/messages.js';
import { CaseLook, standingOf, type CaseHost } from './guide-card.case.js';
import { ChartView } from './guide-card.chart.js';
import { dueOf, tellDue } from './guide-card.due.js';
import { extraStyles } from './guide-card.extra.styles.js';
import { isAct, materialsFact, type Additions, type Shown, type View } from './guide-card.facts.js';
import { sections, type Fields } from './guide-card.fields.js';
import { guideCardFullMessages } from './guide-card.full.messages.js';
import { fullStyles } from './guide-card.full.styles.js';
import { openNow } from './guide-card.hours.js';
import { countOf, materialsOf, questionsOf } from './guide-card.materials.js';
import { PrintMenu } from './guide-card.print.js';
import { remediesOf, rows, stampOf, type FullView } from './guide-card.rows.js';
import { needsOf, readSituation, sharedHash, situationOf, stepsOf, writeSituation } from './guide-card.situation.js';
import { addedOf, reallyOf } from './guide-card.time.js';

/** The card, of which only its public side is known here: it may come from another file. */
interface Host extends CaseHost {
  situation: string | undefined;
  client: Connection | undefined;
}
type Due = { readonly date: string; readonly how: string } | undefined;

/** What the card puts around and into its facts. */
interface Parts extends Additions {
  /** On paper, above and below the title. */
  readonly head: TemplateResult;
  readonly stamp: TemplateResult;
  /** Among the buttons below the facts. */
  readonly menu: TemplateResult;
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
  private _timer: ReturnType<typeof setTimeout> | undefined;
  /** The guide whose answers an address has brought. */
  private _brought: Guide | undefined;
  private _menu: PrintMenu;
  private _chart: ChartView;
  private _case: CaseLook;

  constructor(private _host: Host) {
    const root = _host.renderRoot as ShadowRoot;
    // Without constructable sheets there is nothing adopted yet, and a style element is added.
    adoptStyles(root, [...(root.adoptedStyleSheets ?? []), fullStyles, extraStyles]);
    this._messages = new MessagesController(_host, guideCardFullMessages);
    this._menu = new PrintMenu(_host);
    this._chart = new ChartView(_host);
    this._case = new CaseLook(_host);
    _host.addController(this);
  }
  hostConnected(): void {
    // Measured in letters, so that large text folds earlier; the page's own width says nothing in a side column.
    const look = () => {
      const width = this._host.clientWidth;
      return width ? width < 38 * parseFloat(getComputedStyle(this._host).fontSize) : this._narrow;
    };
    // At once, too: what is shown first should not fold in the next frame.
    this._narrow = look();
    this._observer = new ResizeObserver(() => {
      const narrow = look();
      // Folding changes the height: within the same frame that would be a loop.
      if (narrow !== this._narrow) requestAnimationFrame(() => this._set(() => (this._narrow = narrow)));
    });
    this._observer.observe(this._host);
  }
  hostDisconnected(): void {
    this._observer?.disconnect();
    clearTimeout(this._timer);
    this._case.leave();
    this._menu.leave();
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
  private _copy = async (value: string): Promise<void> => {
    if (await copyText(value, this._host.renderRoot as ShadowRoot)) this._set(() => (this._copied = value));
  };
  /** The sentence on office hours is true for a while only. */
  private _again(milliseconds: number): void {
    clearTimeout(this._timer);
    if (this._host.isConnected && isFinite(milliseconds))
      this._timer = setTimeout(() => this._host.requestUpdate(), Math.min(Math.max(milliseconds, 1000), 36e5));
  }

  /** Everything that the card adds for a guide and the answers given so far. */
  show(base: View, connection: Connection): Parts {
    const { guide, pick, today } = base;
    const { _host: host } = this;
    const text = { ...base.text, ...this._messages.text };
    const copyButton = (value: string, name: string) => {
      const label = this._copied === value ? text.copied : name;
      return html`<button type="button" class="link no-print" @click=${() => this._copy(value)}>${label}</button>`;
    };
    if (this._brought !== guide) {
      this._brought = guide;
      host.situation ??= situationOf(location.hash, guide);
    }
    const answers = readSituation(host.situation, guide.situations);
    const situation = writeSituation(answers);
    const { needs, open } = needsOf(guide, answers, pick);
    const way = stepsOf(guide, answers);
    void this._case.look(connection);
    const { node, step } = standingOf(guide.flow ?? [], host.position, this._case.found, pick);
    const here = guide.flow?.[step];
    let changes = Infinity;
    const view: FullView = {
      ...base,
      text,
      copy: (value) => copyButton(value, text.copy),
      mark: (item) =>
        item === here
          ? html`<span class="here" aria-current="step">${text.here}</span>`
          : way.depends.has(item as GuideStep)
            ? html`<span class="mark depends">${text.mark.depends}</span>`
            : nothing,
      open: (hours, structured) => {
        const now = openNow(view, hours, structured);
        if (!now) return '';
        changes = Math.min(changes, now.changesIn);
        return html`<span class=${now.open ? 'now open no-print' : 'now no-print'}>${now.words}</span>`;
      },
    };
    const due = this._dueOf(view);
    const flowOf = (fields: Fields): Shown => {
      const body = rows(view, { ...guide, flow: way.steps }, fields);
      const parts = [
        this._case.show(view, () => void this._case.look(connection, true)),
        body,
        way.not.length
          ? html`<p class="quiet">${text.notSteps(way.not.map(({ stage }) => pick(stage)).join(text.list))}</p>`
          : nothing,
        this._chart.show(view, connection, node),
      ];
      return parts.some((part) => part !== nothing) ? html`${parts}` : nothing;
    };
    const chapters = sections
      .map(([name, fields]): [string, Shown] => [
        name,
        name === 'materials'
          ? materialsOf(view, needs)
          : name === 'time'
            ? withDue(rows(view, guide, fields), due)
            : name === 'flow'
              ? flowOf(fields)
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
      clear: () => (host.situation = undefined),
      share: copyButton(location.href.split('#')[0]! + sharedHash(guide, situation), text.share),
    });
    const goTo = (name: string) =>
      chapters.some(([one]) => one === name)
        ? html`<button type="button" class="link no-print" @click=${() => this._go(name)}>${labels[name]}</button>`
        : '';
    const bring = needs.filter(({ need }) => need === 'bring').map(({ material }) => material);
    const [place] = guide.places ?? [];
    const remedies = remediesOf(view);
    const slotted = () =>
      (host.renderRoot.querySelector('slot[name=remedy]') as HTMLSlotElement | null)
        ?.assignedNodes()
        .map((one) => one.textContent?.trim())
        .join(' ');
    const really = reallyOf(view);
    const note = addedOf(view);
    // Old guides have no code of their kind; the name of the matter tells.
    const acts = guide.taskType
      ? isAct(guide)
      : /许可|审批|审核|核准|登记|认定|给付|确认|裁决/.test(pick(guide.taskName));
    const parts: Parts = {
      head: html`<p class="sheet">${text.sheet}</p>`,
      stamp: stampOf(view, today),
      due: html`${note && html`<p>${note}</p>`}${due && html`<p class="quiet">${due.date}</p>`}${really && html`<p class="quiet">${really}</p>`}`,
      open: view.open(place?.hours ?? guide.officeHours, place?.openingHours ?? guide.openingHours),
      remedies: remedies.length
        ? (remedies.map((one) => html`<p>${one}</p>`) as unknown as Shown)
        : acts
          ? html`<p>${text.remedy}</p>`
          : undefined,
      copy: view.copy,
      goTo,
      bring: [
        text.whatToBring,
        guide.materials
          ? materialsFact(view, countOf(view, needs, open.length), bring, 6, goTo('materials'))
          : text.unstated,
      ],
      menu: this._menu.show(
        {
          view,
          needs,
          answers,
          open,
          steps: way.steps,
          due: due?.date,
          get remedies() {
            return [slotted() || remedies.join('\n') || (acts ? text.remedy : '')].filter(Boolean);
          },
        },
        situation,
      ),
      body: html`<div class=${this._narrow ? 'narrow' : 'wide'}>
        ${questions} ${this._narrow ? this._foldAll(view, chapters) : this._contents(view, chapters)}
        ${chapters.map(([name, body], i) => this._section(view, name, body, i))}
        <p role="status" class="sr">${this._copied && text.copied}</p>
      </div>`,
    };
    this._again(changes);
    return parts;
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
  private _contents(view: FullView, chapters: readonly [string, Shown][]): Shown {
    // Of one or two sections a list of them says nothing.
    if (chapters.length < 3) return nothing;
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
