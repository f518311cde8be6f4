import { createCatalogues, type Catalogues } from './catalogues.js';
import { createComplaints, type Complaints } from './complaints.js';
import { createFlowCharts, type FlowCharts } from './flowcharts.js';
import { createGuides, type Guides } from './guides.js';
import { createHttp, type ClientOptions, type Http } from './http.js';
import { createPowers, type Powers } from './powers.js';
import { createStaff, type Staff } from './staff.js';

/** The way to a service or folder, before any subject. All that context carries between elements. */
export interface Connection {
  readonly http: Http;
}

export interface Client extends Connection {
  /** 办事指南. */
  readonly guides: Guides;
  /** 政府信息公开目录. */
  readonly catalogues: Catalogues;
  /** 权力运行流程图. */
  readonly flowcharts: FlowCharts;
  /** 权责事项. */
  readonly powers: Powers;
  /** 投诉、咨询与建议. */
  readonly complaints: Complaints;
  /** 工作人员 (with a token). */
  readonly staff: Staff;
}

/**
 * A client over a service (`{ api }`) or over a folder of static files (`{ files }`); the two have the same calls, so a
 * site starts with files and moves to a service without a change. No global state; `fetch` and the clock are arguments.
 */
export function createClient(options: ClientOptions): Client {
  const http = createHttp(options);
  return {
    http,
    guides: createGuides(http),
    catalogues: createCatalogues(http),
    flowcharts: createFlowCharts(http),
    powers: createPowers(http),
    complaints: createComplaints(http),
    staff: createStaff(http),
  };
}
