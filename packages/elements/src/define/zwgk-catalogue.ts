import { ZwgkCatalogue } from '../catalogue/catalogue.js';
import { define } from '../shared/define.js';
import './zwgk-provider.js';

define('zwgk-catalogue', ZwgkCatalogue);
declare global {
  interface HTMLElementTagNameMap {
    'zwgk-catalogue': ZwgkCatalogue;
  }
}
