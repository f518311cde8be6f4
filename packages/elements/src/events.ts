/** Every event of every element, and what it carries. Present tense can be prevented, past tense has happened. */
import type { ZwgkError } from '@zwgk/client';
import type { CatalogueEntry, Complaint, FlowNode, Guide, Receipt } from '@zwgk/schema';

export interface ZwgkEvents {
  /** Something could not be loaded, sent or read, or had defects that were left out (`shown` is true then). */
  'zwgk-failed': { error: ZwgkError; shown: boolean };
  /** The reader searches; prevent it to search elsewhere. */
  'zwgk-catalogue-search': { query: string };
  /** The reader opens an entry; prevent it to show the entry elsewhere. */
  'zwgk-catalogue-open': { entry: CatalogueEntry };
  /** The reader selects a node (or none). */
  'zwgk-flowchart-selected': { node: FlowNode | undefined; previous: FlowNode | undefined };
  /** A checked letter is about to be sent; prevent it to send it elsewhere. */
  'zwgk-complaint-submit': { complaint: Complaint };
  /** A letter has been received. The query code is not in the detail: it is for the citizen's eyes. */
  'zwgk-complaint-submitted': { receipt: Omit<Receipt, 'queryCode'> };
  /** A case has been opened by its holder. */
  'zwgk-complaint-opened': { ticketNo: string; state: string };
  /** The reader follows or opens the guide (in a list: as far as the list knows it); prevent it to stay on the page. */
  'zwgk-guide-open': { guide: Guide };
  /** The reader prints a paper form of a guide; prevent it to print the document in another way. */
  'zwgk-guide-print': { form: 'notice' | 'card' | 'large' | 'slip'; document: Document };
}

type EventMap = { [Name in keyof ZwgkEvents]: CustomEvent<ZwgkEvents[Name]> };
declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementEventMap extends EventMap {}
}
