/** The chart on paper and as a file: with the page that is printed, or alone when a reader asks for it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Format } from './flowchart.bar.js';
import type { FlowchartTable } from './flowchart.messages.js';
import type { Model } from './flowchart.model.js';
import type { PaperName } from './flowchart.sheets.js';
import type { Sheets, Stage } from './flowchart.stage.js';

/** A chart that is drawn, or could be. */
export interface Drawn {
  readonly stage: Stage;
  readonly model: Model;
  readonly title: string;
  readonly text: FlowchartTable;
  /** It runs to the right where there is room. */
  readonly right: boolean;
}
export interface PrintingHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}
const onSheets = ({ stage, model, title, right }: Drawn, paper: PaperName): Sheets =>
  stage.sheetsOf(model, title, paper, right);

export class Printing implements ReactiveController {
  /** The chart on its sheets, while the page is printed. */
  sheets: Sheets | undefined;

  /**
   * @param _drawn the chart that a printed page shows; nothing where the reader has chosen the text
   * @param _render renders at once: a browser prints what stands there when the listeners have run
   */
  constructor(
    private _host: PrintingHost,
    private _drawn: () => Drawn | undefined,
    private _render: () => void,
  ) {
    _host.addController(this);
  }
  hostConnected(): void {
    addEventListener('beforeprint', this._print);
    addEventListener('afterprint', this._print);
  }
  hostDisconnected(): void {
    removeEventListener('beforeprint', this._print);
    removeEventListener('afterprint', this._print);
  }
  private _print = ({ type }: Event): void => {
    const drawn = type === 'beforeprint' ? this._drawn() : undefined;
    this.sheets = drawn && onSheets(drawn, 'A4');
    this._host.requestUpdate();
    this._render();
  };

  /** What the page gets in addition while it is printed; the text follows where the chart stands in place of it. */
  paper(chart: boolean): Element | undefined {
    const drawn = this._drawn();
    return this.sheets && drawn?.stage.pageOf(this.sheets, chart ? drawn.model : undefined);
  }
  /** Onto paper by itself, or into a file. */
  async send(format: Format, drawn: Drawn): Promise<void> {
    const out = await import('./flowchart.export.js');
    const { stage, title } = drawn;
    if (format === 'SVG' || format === 'PNG') return out.save(format, stage.svg!, stage.chart!, title);
    out.print(this._host.renderRoot as ShadowRoot, onSheets(drawn, format), drawn);
  }
}
