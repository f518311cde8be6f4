/** Power flow charts (权力运行流程图): fetch one, page through many, or check what a page author handed over. */
import { FlowChart } from '@zwgk/schema';
import { createDocuments, openWith, type DocumentInput, type Documents } from './documents.js';
import type { Http, ReadOptions } from './http.js';

export type FlowCharts = Documents<FlowChart>;

/** Pure over `http`: no globals and no state. */
export const createFlowCharts = (http: Http): FlowCharts => createDocuments(http, 'flowcharts', FlowChart);

/** Opens one chart over a connection; all that an element needs of this file. */
export const openFlowChart: (http: Http, input: DocumentInput, options?: ReadOptions) => Promise<FlowChart> =
  /*@__PURE__*/ openWith('flowcharts', FlowChart);
