/** 流程图: the guide's chart in the same page, where the element for charts is to be had; else its steps must do. */
import type { Connection } from '@zwgk/client';
import { html, nothing, type LitElement } from 'lit';
import type { Shown } from './guide-card.facts.js';
import type { FullView } from './guide-card.rows.js';

const TAG = 'zwgk-flowchart';

/** The page's loader (`zwgk.js`), which sees no tags inside shadow roots and has to be asked. */
interface Loader {
  zwgkLoader?: { load?: (tag: string) => void };
}
interface ChartHost extends LitElement {
  client: Connection | undefined;
}

export class ChartView {
  private _open = false;
  private _waiting = false;

  constructor(private _host: ChartHost) {}

  /** Nothing without a chart, and where neither the element nor a loader that could fetch it is there. */
  show({ guide, text }: FullView, connection: Connection, node: string | undefined): Shown {
    const { flowChart, flowChartId } = guide;
    const loader = (globalThis as Loader).zwgkLoader?.load;
    const there = customElements.get(TAG);
    const has = flowChart !== undefined || (!!flowChartId && connection.http.kind !== 'none');
    if (!has) return nothing;
    if (!there && !this._waiting) {
      this._waiting = true;
      void customElements.whenDefined(TAG).then(() => this._host.requestUpdate());
    }
    if (!there && !loader) return nothing;
    const turn = () => {
      this._open = !this._open;
      if (this._open && !there) loader?.(TAG);
      this._host.requestUpdate();
    };
    return html`<div class="chart no-print">
      <button type="button" aria-expanded=${this._open ? 'true' : 'false'} @click=${turn}>
        ${this._open ? text.hideChart : text.showChart}
      </button>
      ${
        this._open
          ? html`<zwgk-flowchart
              .client=${this._host.client}
              .flowchart=${flowChart}
              .flowchartId=${flowChart === undefined ? flowChartId : undefined}
              .position=${node}
            ></zwgk-flowchart>`
          : nothing
      }
    </div>`;
  }
}
