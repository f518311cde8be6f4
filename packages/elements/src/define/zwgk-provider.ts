import { ZwgkProvider } from '../provider/provider.js';
import { define } from '../shared/define.js';

define('zwgk-provider', ZwgkProvider);
declare global {
  interface HTMLElementTagNameMap {
    'zwgk-provider': ZwgkProvider;
  }
}
