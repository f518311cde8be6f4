import type { Connection } from '@zwgk/client';
import type { FlowChart, LocalizedText } from '@zwgk/schema';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.js';
import { emit } from '../shared/emit.js';
import { formatDate } from '../shared/format.js';
import { LoadController } from '../shared/load-controller.js';
import { MessagesController, pick as pickIn } from '../shared/messages.js';
import { bar } from './flowchart.bar.js';
import { panel } from './flowchart.card.js';
import { DrawingPart } from './flowchart.drawing.js';
import { list } from './flowchart.list.js';
import { flowchartMessages } from './flowchart.messages.js';
import { modelOf, type Model, type Step } from './flowchart.model.js';
import { Printing, type Drawn } from './flowchart.printing.js';
import { Room } from './flowchart.room.js';
import type { Stage } from './flowchart.stage.js';
import { cardStyles } from './flowchart.card.styles.js';
import { drawStyles } from './flowchart.draw.styles.js';
import { styles } from './flowchart.styles.js';
import { Tiers } from './flowchart.tiers.js';

/** Above this number of steps nobody finds anything in a chart. */
const MANY = 500;

/**
 * A power flow chart (权力运行流程图): drawn with the symbols of GB/T 1526 and told as an ordered list, with a duty card
 * for each step.
 *
 * Keys in the chart: arrows follow the flow (left and right choose where it forks), Enter opens the duty card, Escape
 * closes it, `+`, `-` and `0` zoom, Shift with an arrow moves the view, Home and End go to the first and last step.
 *
 * @tag zwgk-flowchart
 * @status experimental
 * @slot - What readers see without scripts, until the chart is there and when it cannot be shown.
 * @fires {CustomEvent<{ node: FlowNode | undefined, previous: FlowNode | undefined }>} zwgk-flowchart-selected - The reader selects a step, or none.
 * @fires {CustomEvent<{ error: ZwgkError, shown: boolean }>} zwgk-failed - The chart could not be loaded, or had defects that were left out.
 * @csspart status - The line shown while loading, after a failure and when something was left out.
 * @csspart title - The heading.
 * @csspart chart - The frame of the drawing.
 * @csspart text - The ordered list.
 * @csspart card - The duty card.
 */
export class ZwgkFlowchart extends LitElement {
  static override styles = [base, styles, drawStyles, cardStyles];

  /** The chart itself, when a script has it. Wins over all other inputs. */
  @property({ attribute: false }) flowchart: FlowChart | undefined;
  /** Address of a JSON document with one chart, relative to the page. */
  @property() src: string | undefined;
  /** Id of a chart of the surrounding `<zwgk-provider>`. */
  @property({ attribute: 'flowchart-id' }) flowchartId: string | undefined;
  /** Whom to ask; usually comes from `<zwgk-provider>`. */
  @property({ attribute: false }) client: Connection | undefined;
  /** Id of the step whose duty card is open: the reader's state. */
  @property() selected: string | undefined;
  /** `chart` or `text`: the reader's state. Without room, or with more than 500 steps, text is shown all the same. */
  @property() view: 'chart' | 'text' = 'chart';

  /** Id of the step where a case stands now (当前环节); the page sets it, and may move it on at any time. */
  @property() position: string | undefined;

  /** `TB`: the flow runs down (自上而下), lanes are columns. `LR`: it runs to the right where there is room, lanes are rows. */
  @property() direction: 'TB' | 'LR' = 'TB';

  private _drawing = new DrawingPart({
    words: () => this._messages.text,
    select: (at, byKey) => this._select(at, byKey),
    say: (line) => (this.renderRoot.querySelector('.live')!.textContent = line),
  });
  private _load = new LoadController<FlowChart>(this, {
    value: () => this.flowchart,
    id: () => this.flowchartId,
    open: (connection, input, options) => this._drawing.open(connection, input, options),
  });
  private _messages = new MessagesController(this, flowchartMessages);
  private _printing = new Printing(
    this,
    () => (this._steps.length <= MANY && this.view !== 'text' ? this._drawn : undefined),
    () => this.performUpdate(),
  );
  private _room = new Room(this, () => {
    const frame = this._part('chart');
    return !frame || frame.clientWidth === this._stage!.width;
  });
  private _tiers = new Tiers(this, this._messages.pick);
  private _made: readonly unknown[] = [];
  private _model: Model | undefined;
  /** What the author put into the tag shows through this until the first rendering. */
  private _author: HTMLElement | undefined;
  /** First step of a long text that is in sight. */
  private _from = 0;

  private get _stage(): Stage | undefined {
    return this._drawing.stage;
  }
  private _part(name: string): HTMLElement | null {
    // The room is watched from the beginning, and may speak of an element that nobody has put into a page yet.
    return this.renderRoot?.querySelector<HTMLElement>(`[part=${name}]`);
  }
  private get _steps(): readonly Step[] {
    return this._model?.steps ?? [];
  }
  private get _at(): number {
    return this._steps.findIndex(({ node }) => node.id === this.selected);
  }
  private get _title(): string {
    return this._messages.pick(this._load.state.value?.title as LocalizedText) || this._messages.text.chart;
  }
  private get _drawn(): Drawn | undefined {
    const { _stage: stage, _model: model } = this;
    const { text } = this._messages;
    return stage && model && { stage, model, title: this._title, text, right: this.direction === 'LR' };
  }

  /** A document that is at hand is mostly drawn before the next frame: nothing is rendered that would be gone by then. */
  protected override shouldUpdate(): boolean {
    this._load.hostUpdate();
    const there = this.flowchart || !(this.src || this.flowchartId);
    if (this.hasUpdated || this._author || !there || this._load.state.status !== 'loading') return true;
    this._author = this.renderRoot.appendChild(document.createElement('slot'));
    requestAnimationFrame(() => this.hasUpdated || this.requestUpdate());
    return false;
  }
  protected override willUpdate(): void {
    const { value } = this._load.state;
    if (value && this._stage && !this._part('chart')) this._room.foresee();
    const { text, lang } = this._messages;
    const { position } = this;
    const made = [value, text, position];
    if (made.every((one, i) => one === this._made[i])) return;
    if (this._made[0] !== value) {
      this._from = 0;
      this._room.crowd(false);
    }
    this._made = made;
    // The language is looked for in the page once, not for each word of a chart.
    this._model = value && modelOf(value, text, (words) => pickIn(words, lang), position);
  }
  protected override updated(changed: PropertyValues): void {
    this._author?.remove();
    this._tiers.show(this._steps[this._at]?.node);
    const frame = this._part('chart');
    const stage = this._stage;
    if (!frame || !stage) return;
    const at = this._at;
    const [width, size] = this._room.measure(frame);
    if (!stage.paint(frame, width, size, this._model!, this._title, this._room.asked, this.direction === 'LR')) {
      this._room.crowd(true);
      return this.requestUpdate();
    }
    stage.mark(at);
    if (changed.has('selected')) stage.show(at);
    const card = this._part('card');
    if (!card) return;
    card.className = stage.side(at);
    // A card below the chart covers what was there.
    const under =
      card.className === 'low' && changed.has('selected') ? stage.bottom(at) - card.getBoundingClientRect().top : 0;
    if (under > 0) scrollBy(0, under + 16);
  }

  private _select(at: number | undefined, byKey?: boolean): void {
    const steps = this._steps;
    const previous = steps[this._at]?.node;
    const node = steps[at ?? -1]?.node;
    this.selected = node?.id;
    if (node !== previous) emit(this, 'zwgk-flowchart-selected', { node, previous });
    if (byKey) void this.updateComplete.then(() => this._part('card')?.querySelector('h4')!.focus());
  }
  private _click = (event: MouseEvent): void => {
    const at = this._stage!.at(event);
    // Assistive technology clicks without a mouse; its reader should land in the card.
    if (at >= 0) this._select(at === this._at ? undefined : at, !event.detail);
  };
  /** Closes the card; the keyboard returns to its step. */
  private _close(): void {
    const at = this._at;
    this._select(undefined);
    this._goto(at);
  }
  /** Takes the keyboard to a step, in the chart or in the text. */
  private _goto(at: number): void {
    if (this._part('chart')) return this._stage!.show(at, true);
    this._from = Math.floor(at / MANY) * MANY;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const name = this.renderRoot.querySelector<HTMLElement>(`#n${at}`);
      name?.scrollIntoView({ block: 'center' });
      name?.focus();
    });
  }
  private _show(view: 'chart' | 'text'): void {
    this.view = view;
    this._room.asked = view === 'chart';
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const { value } = this._load.state;
    const { text, pick, lang } = this._messages;
    if (!value) return html`${this._load.status()}<slot></slot>`;
    const count = this._steps.length;
    const { narrow } = this._room;
    const many = count > MANY;
    const chart = !!this._stage && !many && !narrow && this.view !== 'text';
    const { sheets } = this._printing;
    const instead = !this._stage ? text.undrawn : many ? text.many(count) : narrow ? text.narrow : '';
    const notes = ([] as unknown[]).concat(value.notes ?? []) as LocalizedText[];
    return html`${this._load.status()}
      <section aria-labelledby="title" class=${sheets ? (sheets.lying ? 'papered lying' : 'papered') : ''}>
        <h3 part="title" id="title">${this._title}</h3>
        <p class="meta">
          ${value.version ? html`<span>${text.version(String(value.version))}</span>` : nothing}
          ${value.updatedAt ? html`<span>${text.updated(formatDate(value.updatedAt, lang))}</span>` : nothing}
        </p>
        <div class="bar no-print">
          ${
            many || !this._stage
              ? nothing
              : bar(
                  text,
                  chart,
                  (view) => this._show(view),
                  (by) => this._stage!.view!.zoom(by),
                  (format) => void this._printing.send(format, this._drawn!),
                )
          }
        </div>
        ${instead ? html`<p class="meta">${instead}</p>` : nothing}
        ${
          chart
            ? html`<div class="stage">
                  <div
                    class="frame"
                    part="chart"
                    @focusin=${(event: Event) => this._stage!.take(this._stage!.at(event))}
                    @keydown=${(event: KeyboardEvent) => this._stage!.key(event)}
                    @click=${this._click}
                  ></div>
                  ${this._card()}
                </div>
                <p class="help no-print" id="help">${text.help}</p>`
            : this._list()
        }
        ${this._printing.paper(chart)} ${notes.map((note) => html`<p class="notes">${pick(note)}</p>`)}
      </section>
      <div class="sr live" role="status"></div>`;
  }

  private _list(): TemplateResult {
    return list({
      text: this._messages.text,
      steps: this._steps,
      from: this._from,
      most: MANY,
      open: this._at,
      card: this._card(),
      select: (at) => this._select(at),
      goto: (at) => this._goto(at),
      turn: (from) => {
        this._from = from;
        this.requestUpdate();
      },
    });
  }

  private _card(): TemplateResult | typeof nothing {
    const at = this._at;
    const step = this._steps[at];
    if (!step) return nothing;
    const { text, pick } = this._messages;
    const go = (to: number) => {
      this._select(to);
      this._goto(to);
    };
    return panel(step, text, pick, () => this._close(), go, this._tiers.choose);
  }
}
