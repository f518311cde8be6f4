import { ZwgkGuideList } from '../guide-list/guide-list.js';
import { define } from '../shared/define.js';
import './zwgk-provider.js';

// The card is a second element's file: it comes when a guide is opened, unless the page has it already.
ZwgkGuideList.card = () => (customElements.get('zwgk-guide-card') ? Promise.resolve() : import('./zwgk-guide-card.js'));
define('zwgk-guide-list', ZwgkGuideList);
declare global {
  interface HTMLElementTagNameMap {
    'zwgk-guide-list': ZwgkGuideList;
  }
}
