import { ZwgkGuideCard } from '../guide-card/guide-card.js';
import { define } from '../shared/define.js';
import './zwgk-provider.js';

define('zwgk-guide-card', ZwgkGuideCard);
declare global {
  interface HTMLElementTagNameMap {
    'zwgk-guide-card': ZwgkGuideCard;
  }
}
