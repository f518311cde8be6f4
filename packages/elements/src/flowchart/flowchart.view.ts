/** Looking at a drawing: which part of it shows how large; by mouse, wheel, touch, buttons and keys. Knows no subject. */
import type { Box } from './flowchart.layout.js';

const LARGEST = 4;
const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Moves the `viewBox` of one SVG. The element asks for what it needs; `changed` is called after each move. */
export class View {
  /** Pixels of the screen for one of the drawing. */
  scale = 1;
  /** Size of the visible part in pixels of the screen. */
  width = 0;
  height = 0;
  private _x = 0;
  private _y = 0;
  private _least = 0.1;
  private _home = 1;
  private _frame = 0;
  private _pointers = new Map<number, PointerEvent>();
  /** Pixels moved since the first finger came down. */
  private _moved = 0;

  constructor(
    private _svg: SVGSVGElement,
    private _size: { readonly width: number; readonly height: number },
    /** Where the drawing begins for a reader. */
    private _start: Box,
    private _changed: (view: View) => void,
  ) {
    const on = <Type extends keyof SVGElementEventMap>(
      type: Type,
      listener: (event: SVGElementEventMap[Type]) => void,
      options: AddEventListenerOptions = {},
    ) => _svg.addEventListener(type, listener, options);
    on('wheel', this._wheel, { passive: false });
    on('pointerdown', this._down);
    on('pointermove', this._move);
    on('pointerup', this._up);
    on('pointercancel', this._up);
    // The end of a drag is no click.
    on('click', (event) => this._moved > 5 && event.stopPropagation(), { capture: true });
  }

  /** Some of the drawing is out of sight. */
  get partial(): boolean {
    return this.width < this._size.width * this.scale - 1 || this.height < this._size.height * this.scale - 1;
  }
  /** The visible part, in the drawing's pixels. */
  get box(): Box {
    return { x: this._x, y: this._y, w: this.width / this.scale, h: this.height / this.scale };
  }

  /** Takes its size anew: as wide as there is room, as high as the drawing then is, but at most `tallest`. */
  resize(width: number, tallest: number): void {
    const { width: w, height: h } = this._size;
    this.width = width;
    this._home = clamp(width / w, 0.7, 1);
    this.height = Math.ceil(Math.min(h * this._home, tallest));
    this._least = Math.min(this._home, width / w, this.height / h);
    this._svg.setAttribute('height', String(this.height));
    this.reset();
  }
  /** Readable size, from where a reader begins. */
  reset(): void {
    this.scale = this._home;
    const { x, y, w, h } = this._start;
    this.center(x + w / 2, y + h / 2);
  }
  /** Larger (> 1), smaller, or the whole drawing (0), around a point of the visible part, the middle by default. */
  zoom(by: number, x = this.width / 2, y = this.height / 2): void {
    const scale = clamp(this.scale * by, this._least, LARGEST);
    this._x += x / this.scale - x / scale;
    this._y += y / this.scale - y / scale;
    this.scale = scale;
    this._apply();
  }
  /** Moves what is seen by pixels of the screen; gives back how far it could not go down or up. */
  pan(dx: number, dy: number): number {
    this._x += dx / this.scale;
    this._y += dy / this.scale;
    const want = this._y;
    this._apply();
    return (want - this._y) * this.scale;
  }
  /** Brings a part of the drawing into sight, moving no further than needed. */
  show({ x, y, w, h }: Box): void {
    const seen = this.box;
    const near = (from: number, size: number, at: number, room: number) =>
      size > room ? at : clamp(from, at + size - room, at);
    this._x = near(seen.x, w + 32, x - 16, seen.w);
    this._y = near(seen.y, h + 32, y - 16, seen.h);
    this._apply();
  }
  /** Puts a point of the drawing into the middle. */
  center(x: number, y: number): void {
    this._x = x - this.box.w / 2;
    this._y = y - this.box.h / 2;
    this._apply();
  }
  private _apply(): void {
    const { w, h } = this.box;
    const { width, height } = this._size;
    // What is smaller than its frame stands in the middle (at the top), what is larger leaves no gap.
    this._x = w >= width ? (width - w) / 2 : clamp(this._x, 0, width - w);
    this._y = h >= height ? 0 : clamp(this._y, 0, height - h);
    // The first time at once: what came in the next frame would be styled and laid out a second time.
    if (!this._svg.hasAttribute('viewBox')) this._set();
    else this._frame ||= requestAnimationFrame(this._set);
  }
  private _set = (): void => {
    const { x, y, w, h } = this.box;
    this._frame = 0;
    this._svg.setAttribute('viewBox', `${x} ${y} ${w} ${h}`);
    this._changed(this);
  };

  private _at(event: MouseEvent): [number, number] {
    const { left, top } = this._svg.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }
  private _wheel = (event: WheelEvent): void => {
    const by = event.deltaMode ? 20 : 1;
    if (event.ctrlKey) {
      event.preventDefault();
      return this.zoom(Math.exp(clamp(-event.deltaY * by, -100, 100) / 300), ...this._at(event));
    }
    // Without focus the wheel belongs to the page; with it, as far as there is something to see.
    if (!this._svg.matches(':focus-within') || !this.partial) return;
    const [dx, dy] = event.shiftKey ? [event.deltaY * by, 0] : [event.deltaX * by, event.deltaY * by];
    if (Math.abs(this.pan(dx, dy)) < Math.abs(dy) - 1 || dx) event.preventDefault();
  };
  private _down = (event: PointerEvent): void => {
    if (event.button) return;
    if (!this._pointers.size) this._moved = 0;
    this._pointers.set(event.pointerId, event);
  };
  private _move = (event: PointerEvent): void => {
    const before = this._pointers.get(event.pointerId);
    if (!before) return;
    const others = [...this._pointers.values()].filter((other) => other !== before);
    this._pointers.set(event.pointerId, event);
    const dx = before.clientX - event.clientX;
    const dy = before.clientY - event.clientY;
    this._moved += Math.abs(dx) + Math.abs(dy);
    if (this._moved <= 5) return;
    // From here on the pointer is ours, even outside; before, a click would lose its node.
    this._svg.setPointerCapture(event.pointerId);
    const other = others[0];
    if (!other) {
      const rest = this.pan(dx, dy);
      // A finger at the end of the drawing goes on with the page.
      if (event.pointerType === 'touch' && rest) scrollBy(0, rest);
      return;
    }
    const far = (one: PointerEvent) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
    const [x, y] = this._at(other);
    this.pan(dx / 2, dy / 2);
    this.zoom(far(event) / far(before), (this._at(event)[0] + x) / 2, (this._at(event)[1] + y) / 2);
  };
  private _up = (event: PointerEvent): void => {
    this._pointers.delete(event.pointerId);
  };
}
