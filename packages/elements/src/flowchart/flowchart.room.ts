/** The room that a chart has: watched, measured, and found too small. */
import type { LitElement } from 'lit';

export class Room {
  /** The reader asked for the chart although there is little room. */
  asked = false;
  private _width = 0;
  private _measured: readonly [number, number] | undefined;
  /** The width at which the chart turned out too crowded. */
  private _crowded = 0;

  /** @param fits the frame, if there is one, is as wide as its chart was drawn for */
  constructor(
    private _host: LitElement,
    fits: () => boolean,
  ) {
    // Nothing but its element holds the observer, so it goes with it.
    new ResizeObserver(() => {
      const { clientWidth } = _host;
      if (clientWidth === this._width && fits()) return;
      this._width = clientWidth;
      requestAnimationFrame(() => _host.requestUpdate());
    }).observe(_host);
  }

  /** Nobody could read the chart here. */
  get narrow(): boolean {
    return this._crowded > 0 && this._width <= this._crowded && !this.asked;
  }
  /** The present chart is too crowded here, or another has come, of which nothing is known. */
  crowd(yes: boolean): void {
    this._crowded = yes ? this._width : 0;
  }

  /** For a frame that is to be rendered: while there is nothing new yet that a browser would have to lay out twice. */
  foresee(): void {
    const { fontSize, paddingLeft, paddingRight } = getComputedStyle(this._host);
    this._width = this._host.clientWidth;
    this._measured = [this._width - parseFloat(paddingLeft) - parseFloat(paddingRight) - 2, parseFloat(fontSize)];
  }
  /** Width of the frame and size of its text, in pixels. */
  measure(frame: HTMLElement): readonly [number, number] {
    const foreseen = this._measured;
    this._measured = undefined;
    if (foreseen) return foreseen;
    this._width = this._host.clientWidth;
    return [frame.clientWidth, parseFloat(getComputedStyle(frame).fontSize)];
  }
}
