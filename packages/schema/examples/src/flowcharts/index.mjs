import { inspection, penalty } from './enforcement.mjs';
import { foi } from './foi.mjs';
import * as licence from './licence.mjs';
import * as relief from './relief.mjs';

export const flowcharts = [...Object.values(licence), ...Object.values(relief), penalty, inspection, foi];
