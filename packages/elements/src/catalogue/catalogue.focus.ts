/** Where the focus goes after the reader's act, once what it names is there. */
import type { LitElement, ReactiveController } from 'lit';

/** The line with the count: said again after paging. */
export const COUNT = '[part=count]';

export class FocusController implements ReactiveController {
  private _target = '';
  private _place: ScrollLogicalPosition = 'nearest';

  constructor(private _host: LitElement) {
    _host.addController(this);
  }
  /** @param place where in the window it comes to stand */
  to(target: string, place: ScrollLogicalPosition = 'nearest'): void {
    this._target = target;
    this._place = place;
    this._host.requestUpdate();
  }
  hostUpdated(): void {
    const host = this._host;
    const found = this._target && host.renderRoot.querySelector<HTMLElement>(this._target);
    // Of the count not before the new page is there.
    if (!found || (this._target === COUNT && host.hasAttribute('aria-busy'))) return;
    this._target = '';
    found.focus();
    found.scrollIntoView({ block: this._place });
  }
}
