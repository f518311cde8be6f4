import { createHttp, type Connection } from '@zwgk/client';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConnectionProvider, pageConnection, send } from '../shared/client-context.js';

/**
 * Tells the elements inside it where documents come from: a service or a folder of static files.
 *
 * @tag zwgk-provider
 * @status experimental
 * @slot - The part of the page whose elements use this source.
 */
export class ZwgkProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Base address of a service, e.g. `/api/v1`. */
  @property() api: string | undefined;
  /** Base address of a folder of static files as `zwgk build` writes it. `api` wins over it. */
  @property() files: string | undefined;
  /** A client made by a script (`createClient`), in place of `api` and `files`. */
  @property({ attribute: false }) client: Connection | undefined;

  private _provider = new ConnectionProvider(this, pageConnection());

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('api') || changed.has('files') || changed.has('client')) this._provide();
  }
  override connectedCallback(): void {
    // Elements inside ask as soon as they connect, before the first update of this one.
    this._provide();
    super.connectedCallback();
  }
  private _made: readonly unknown[] = [];
  private _provide(): void {
    const { api, files, client } = this;
    if ([api, files, client].every((value, i) => value === this._made[i]) && this._made.length) return;
    this._made = [api, files, client];
    const absolute = (address: string) => {
      try {
        return new URL(address, this.baseURI).href;
      } catch {
        return address;
      }
    };
    const options = api ? { api: absolute(api) } : files ? { files: absolute(files) } : undefined;
    this._provider.value = client ?? (options ? { http: createHttp({ ...options, fetch: send }) } : pageConnection());
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
