import { ZwgkComplaintStatus } from '../complaint-status/complaint-status.js';
import { define } from '../shared/define.js';
import './zwgk-provider.js';

define('zwgk-complaint-status', ZwgkComplaintStatus);
declare global {
  interface HTMLElementTagNameMap {
    'zwgk-complaint-status': ZwgkComplaintStatus;
  }
}
