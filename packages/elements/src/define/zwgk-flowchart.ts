import { ZwgkFlowchart } from '../flowchart/flowchart.js';
import { define } from '../shared/define.js';
import './zwgk-provider.js';

define('zwgk-flowchart', ZwgkFlowchart);
declare global {
  interface HTMLElementTagNameMap {
    'zwgk-flowchart': ZwgkFlowchart;
  }
}
