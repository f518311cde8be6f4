/** The drawn chart at work: laying out for the room there is, showing what is selected, walking by keys. */
import { draw, path, type Drawing } from './flowchart.draw.js';
import { fit, isLarge, NARROW, PHONE } from './flowchart.fit.js';
import type { Chart } from './flowchart.layout.js';
import { SmallMap } from './flowchart.map.js';
import type { FlowchartTable } from './flowchart.messages.js';
import type { Model } from './flowchart.model.js';
import { pageOf, sheetsOf } from './flowchart.paper.js';
import { View } from './flowchart.view.js';

export type { Sheets } from './flowchart.paper.js';

/** What the stage asks of its element. */
export interface StageHost {
  words(): FlowchartTable;
  /** The reader opens a step (with the keyboard or not), or closes the open one. */
  select(at: number | undefined, byKey?: boolean): void;
  say(line: string): void;
}

/** Arrow keys of a chart that runs to the right, as those of one that runs down. */
const TURNED = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp', ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' };
/** Pages with an old framework have a `remove` of their own, which fails for what is out already. */
const takeOut = (node: Element | undefined) => node?.parentNode?.removeChild(node);

export class Stage {
  view: View | undefined;
  /** The chart on paper. */
  sheetsOf = sheetsOf;
  pageOf = pageOf;
  /** The step that has the keys. */
  current = 0;
  chart: Chart | undefined;
  private _model: Model | undefined;
  private _drawing: Drawing | undefined;
  private _map: SmallMap | undefined;
  /** The room that it was drawn for: width and size of text, in pixels. */
  width = 0;
  private _size = 0;
  private _right = false;
  /** It does run to the right. */
  private _runs = false;
  /** Where the present step was reached from, and the way chosen at it. */
  private _came: number | undefined;
  private _way = 0;
  private _selected = -1;
  /** What is marked in the drawing: the open step, the one with the keys, the edges. */
  private _marked: [number, number, string] = [-1, -1, ''];

  constructor(private _host: StageHost) {}

  get svg(): SVGSVGElement | undefined {
    return this._drawing?.svg;
  }

  /**
   * Lays out and draws what is not drawn yet for this model, width and size of text, in pixels. False when there is so little room
   * that nobody could read it, and it was not asked for all the same.
   */
  paint(
    frame: Element,
    width: number,
    em: number,
    model: Model,
    label: string,
    asked: boolean,
    right: boolean,
  ): boolean {
    if (width <= 0) return true;
    if (width < NARROW && !asked) return false;
    const size = em * 0.875;
    const tallest = isLarge(model) ? innerHeight * 0.8 : 1e5;
    if (
      model === this._model &&
      size === this._size &&
      right === this._right &&
      frame.contains(this._drawing?.svg ?? null)
    ) {
      const before = this.width;
      if (width === before) return true;
      const { width: drawn } = this.chart!;
      // One in a window is laid out alike for any width; a little more or less changes nothing for one that fits.
      const alike = isLarge(model)
        ? Math.min(width, before) >= PHONE
        : drawn <= width && (drawn <= before * 0.8 || Math.abs(width - before) < 24);
      if (alike) {
        this.width = width;
        this.view!.resize(width, tallest);
        return true;
      }
    }
    const { activeElement } = frame.getRootNode() as ShadowRoot;
    const held = activeElement && frame.contains(activeElement);
    if (model !== this._model) {
      // The same step keeps the keys when a page moves a case on.
      const id = this._model?.steps[this.current]?.node.id;
      this.current = Math.max(
        0,
        model.steps.findIndex(({ node }) => node.id === id),
      );
      this._way = 0;
      this._came = undefined;
    }
    this._model = model;
    this.width = width;
    this._size = size;
    this._right = right;
    const fitted = fit(model, width, size, right, asked);
    if (!fitted) return false;
    const { chart, font, runs } = fitted;
    this._runs = runs;
    this.chart = chart;
    const drawing = (this._drawing = draw(chart, model, font, runs));
    this._marked = [-1, -1, ''];
    const { svg } = drawing;
    svg.setAttribute('width', String(chart.width));
    svg.setAttribute('aria-label', label);
    svg.setAttribute('aria-describedby', 'help');
    frame.replaceChildren(svg);
    takeOut(this._map?.svg);
    const map = (this._map = new SmallMap(chart, size, (x, y) => this.view!.center(x, y)));
    const now = chart.nodes[model.steps.findIndex((step) => step.now)];
    this.view = new View(svg, chart, now ?? chart.nodes[0]!, (view) => {
      frame.classList.toggle('partial', view.partial);
      if (view.partial) frame.after(map.svg);
      else takeOut(map.svg);
      map.show(view.box);
    });
    this.view.resize(width, tallest);
    if (held) drawing.nodes[this.current]!.focus();
    return true;
  }

  /** Which step an event is about; −1 for none. */
  at(event: Event): number {
    return this._drawing?.nodes.indexOf(event.target as SVGElement) ?? -1;
  }

  /** Shows which step is selected, and which way is chosen where the chart forks. */
  mark(selected: number): void {
    this._selected = selected;
    const { _drawing: drawing, _model: model } = this;
    if (!drawing || !model) return;
    const { nodes, marks, lines, svg } = drawing;
    const [open, current, before] = this._marked;
    const to = this.current;
    if (open !== selected) {
      nodes[open]?.classList.remove('on');
      nodes[open]?.setAttribute('aria-expanded', 'false');
      nodes[selected]?.classList.add('on');
      nodes[selected]?.setAttribute('aria-expanded', 'true');
    }
    if (current !== to) {
      nodes[current]?.setAttribute('tabindex', '-1');
      nodes[to]!.setAttribute('tabindex', '0');
    }
    const id = model.graph.nodes[selected]?.id;
    const { ways } = model.steps[to]!;
    const chosen = ways.length > 1 && svg.matches(':focus-within') ? ways[this._way]!.index : -1;
    const marked = model.graph.edges
      .map((_, i) => i)
      .filter((i) => {
        const { from, to } = model.graph.edges[i]!;
        return i === chosen || from === id || to === id;
      });
    const key = marked.join();
    if (key !== before)
      marks.replaceChildren(...marked.flatMap((i) => [path('line on', lines[i]![0]), path('head on', lines[i]![1])]));
    this._marked = [selected, to, key];
  }

  /** Where a step ends on the screen. */
  bottom(at: number): number {
    return this._drawing?.nodes[at]?.getBoundingClientRect().bottom ?? 0;
  }
  /** Where a card hides least: at the right, at the left, or below. */
  side(at: number): string {
    const box = this.chart?.nodes[at];
    const { view } = this;
    if (this.width < PHONE || !box || !view) return 'low';
    const left = (box.x - view.box.x) * view.scale;
    return left * 2 + box.w * view.scale > this.width ? 'before' : '';
  }

  /** Brings a step into sight, and to the keyboard where asked for. */
  show(at: number, focus = false): void {
    const box = this.chart?.nodes[at];
    if (!box) return;
    this.view!.show(box);
    if (focus) this._drawing!.nodes[at]!.focus();
  }

  /** A step has got the focus. */
  take(at: number): void {
    if (at < 0 || at === this.current) return this.mark(this._selected);
    this.current = at;
    this._way = 0;
    this._came = undefined;
    this.show(at);
    this.mark(this._selected);
    const { ways } = this._model!.steps[at]!;
    const words = ways.map((way) => way.words);
    this._host.say(words.length > 1 ? this._host.words().fork(words, this._runs) : '');
  }
  private _go(to: number, came?: number): void {
    this.show(to, true);
    this._came = came;
  }
  /** Steps beside the present one: where else the step before it leads. */
  private _beside(by: number): void {
    const list = this._model!.walk.siblings(this.current, this._came);
    const next = list[list.indexOf(this.current) + by];
    if (next !== undefined) this._go(next, this._came);
  }
  key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { steps } = this._model!;
    const { current } = this;
    const { ways } = steps[current]!;
    const view = this.view!;
    const { key, shiftKey } = event;
    // In a chart that runs to the right, right goes on and up and down choose.
    const along = this._runs && !shiftKey ? TURNED[key as keyof typeof TURNED] : undefined;
    const side = (along ?? key) === 'ArrowLeft' ? -1 : 1;
    switch (along ?? key) {
      case 'ArrowDown':
        if (shiftKey) view.pan(0, 80);
        else if (ways.length) this._go(ways[this._way]!.to, current);
        break;
      case 'ArrowUp': {
        if (shiftKey) {
          view.pan(0, -80);
          break;
        }
        const before = this._came ?? this._model!.walk.previous(current);
        if (before !== undefined) this._go(before);
        break;
      }
      case 'ArrowLeft':
      case 'ArrowRight':
        if (shiftKey) view.pan(80 * side, 0);
        else if (ways.length > 1) {
          this._way = (this._way + side + ways.length) % ways.length;
          this.mark(this._selected);
          this._host.say(ways[this._way]!.words);
        } else this._beside(side);
        break;
      case 'Home':
        this._go(0);
        break;
      case 'End':
        this._go(steps.length - 1);
        break;
      case 'Enter':
      case ' ':
        this._host.select(current, true);
        break;
      case 'Escape':
        this._host.select(undefined);
        break;
      case '+':
      case '=':
        view.zoom(1.25);
        break;
      case '-':
        view.zoom(0.8);
        break;
      case '0':
        view.reset();
        break;
      default:
        return;
    }
    event.preventDefault();
  }
}
