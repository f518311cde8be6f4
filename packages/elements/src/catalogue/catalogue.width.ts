/** Wide or narrow by letters that fit. */
import type { LitElement, ReactiveController } from 'lit';

/** In em of the element's own width: below it columns and filters fold away. */
const WIDE = 46;

/** Watches the width of its host, and beside it that of a letter (`.em`): a theme changes the one without the other. */
export class WidthController implements ReactiveController {
  wide = true;
  private _observer: ResizeObserver | undefined;
  private _letter: Element | null = null;

  constructor(private _host: LitElement) {
    _host.addController(this);
  }
  hostConnected(): void {
    this._observer = new ResizeObserver(this._measure);
    this._observer.observe(this._host);
    if (this._letter) this._observer.observe(this._letter);
  }
  hostUpdated(): void {
    if (this._letter) return;
    this._letter = this._host.renderRoot.querySelector('.em')!;
    this._observer?.observe(this._letter);
    // What is shown may come within this very task, before an observer speaks.
    this.wide = this._look();
  }
  hostDisconnected(): void {
    this._observer?.disconnect();
  }

  private _look(): boolean {
    const width = this._host.clientWidth;
    return width ? width >= WIDE * parseFloat(getComputedStyle(this._host).fontSize) : this.wide;
  }
  private _measure = (): void => {
    const wide = this._look();
    if (wide === this.wide) return;
    this.wide = wide;
    // Not at once: what it changes would be observed in the same round.
    requestAnimationFrame(() => this._host.requestUpdate());
  };
}
