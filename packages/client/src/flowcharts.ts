/** Power flow charts (权力运行流程图): fetch one, page through many, or check what a page author handed over. */
import { FlowChart } from '@zwgk/schema';
import { createDocuments, openWith, type Documents } from './documents.js';
import type { Http } from './http.js';

export type FlowCharts = Documents<FlowChart>;

/** Pure over `http`: no globals and no state. */
export const createFlowCharts = (http: Http): FlowCharts => createDocuments(http, 'flowcharts', FlowChart);

/** Opens one chart over a connection; all that an element needs of this file. */
export const openFlowChart = /*@__PURE__*/ openWith('flowcharts', FlowChart);
