import { ZwgkComplaintForm } from '../complaint-form/complaint-form.js';
import { define } from '../shared/define.js';
import './zwgk-provider.js';

define('zwgk-complaint-form', ZwgkComplaintForm);
declare global {
  interface HTMLElementTagNameMap {
    'zwgk-complaint-form': ZwgkComplaintForm;
  }
}
