/** What the later parts of a catalogue share: their words and their styles, given to an element once. */
import { adoptStyles, type LitElement } from 'lit';
import { MessagesController } from '../shared/messages.js';
import { coverageStyles } from './catalogue.coverage.styles.js';
import { entryStyles } from './catalogue.entry.styles.js';
import { catalogueParts, type CataloguePartsTable } from './catalogue.parts.messages.js';
import { standardStyles } from './catalogue.standard.styles.js';

export type Words = MessagesController<CataloguePartsTable>;
const equipped = new WeakMap<LitElement, Words>();

export function equip(host: LitElement): Words {
  let words = equipped.get(host);
  if (!words) {
    equipped.set(host, (words = new MessagesController(host, catalogueParts)));
    const root = host.renderRoot as ShadowRoot;
    adoptStyles(root, [...(root.adoptedStyleSheets ?? []), entryStyles, standardStyles, coverageStyles]);
  }
  return words;
}
/** Words of codes: those of the first rows and those of the later parts. */
export const withCodes = (
  { codes }: { readonly codes: object },
  { text }: Words,
): { readonly codes: Readonly<Record<string, string>> } => ({ codes: { ...text.codes, ...codes } });
