/** The part that lays out and draws: it weighs more than all the rest, so it comes beside the document. */
import { openFlowChart, type Connection, type DocumentInput, type ReadOptions } from '@zwgk/client';
import type { ErrorCode, FlowChart, Issue } from '@zwgk/schema';
import { mend } from './flowchart.model.js';
import type { Stage, StageHost } from './flowchart.stage.js';

export class DrawingPart {
  /** Missing until it has arrived. */
  stage: Stage | undefined;

  constructor(private _host: StageHost) {}

  /** Without the drawing the chart is told as text; the next chart tries again. */
  private async _fetch(): Promise<void> {
    if (this.stage) return;
    try {
      const { Stage } = await import('./flowchart.stage.js');
      this.stage ??= new Stage(this._host);
    } catch (error) {
      console.warn('zwgk:', error);
    }
  }

  /** A chart that can be drawn, and what draws it. */
  async open(connection: Connection, input: DocumentInput, options: ReadOptions): Promise<FlowChart> {
    const found: Issue[] = [];
    let kind: ErrorCode = 'invalid_input';
    const onIssues = (issues: readonly Issue[], code: ErrorCode) => {
      found.push(...issues);
      kind = code;
    };
    const drawing = this._fetch();
    const { chart, issues } = mend(await openFlowChart(connection.http, input, { ...options, onIssues }));
    found.push(...issues);
    if (found.length) options.onIssues?.(found, kind);
    await drawing;
    return chart;
  }
}
