/** An entry in the list's place: opened by its link, by `#zwgk=<索引号>` or by the address of the page (`url-state`). */
import { isZwgkError, type CatalogueReader } from '@zwgk/client';
import type { CatalogueEntry } from '@zwgk/schema';
import type { LitElement, ReactiveController } from 'lit';
import { emit } from '../shared/emit.js';
import type { ErrorTable } from '../shared/errors.messages.js';
import type { MessagesController } from '../shared/messages.js';
import type { Asking } from './catalogue.asking.js';
import type { EntryPart } from './catalogue.entry.js';
import { COUNT, type FocusController } from './catalogue.focus.js';
import type { CatalogueTable } from './catalogue.messages.js';
import { numberInHash, seek } from './catalogue.named.js';
import { part, type Opened } from './catalogue.open.js';
import { filtersOf, type ReaderState } from './catalogue.question.js';
import type { Address } from './catalogue.url.js';
import { isNumbered } from './catalogue.words.js';

export interface OpeningHost extends LitElement, ReaderState {
  readonly view: 'list' | 'table';
  readonly catalogueId: string | undefined;
  readonly urlState: string | undefined;
}
/** What stands around it in the element. */
export interface Around {
  readonly asking: Asking;
  readonly focus: FocusController;
  readonly messages: MessagesController<CatalogueTable>;
  readonly errors: MessagesController<ErrorTable>;
  say(notice: string): void;
}

export class Opening implements ReactiveController {
  /** The entry that is open. */
  entry: CatalogueEntry | undefined;
  /** What draws it; comes with the first one. */
  part: EntryPart | undefined;
  private _opened: Opened | undefined;
  private _address: Address | undefined;
  /** 索引号 of the entry that the address names, until the catalogue is there. */
  private _wanted: string | undefined;

  constructor(
    private _host: OpeningHost,
    private _around: Around,
  ) {
    _host.addController(this);
  }
  hostConnected(): void {
    addEventListener('hashchange', this._hash);
    void this._listen();
  }
  hostDisconnected(): void {
    removeEventListener('hashchange', this._hash);
    this._address?.stop();
    this._address = undefined;
  }

  /** A catalogue has come, or it has gone. */
  begin(opened: Opened | undefined): void {
    this._opened = opened;
    this.entry = undefined;
    this._hash();
    this._follow();
  }
  /** The reader's state has changed: it is written to the address, where the page asks for it. */
  write(): void {
    this._address?.write();
  }

  private async _listen(): Promise<void> {
    const host = this._host;
    if (host.urlState === undefined || this._address) return;
    const loaded = await import('./catalogue.url.js').catch(() => undefined);
    if (!loaded || this._address || !host.isConnected) return;
    this._address = new loaded.Address(
      {
        state: () => {
          const { query, page, pageSize, sort, view } = host;
          return { query, page, pageSize, sort, view, filters: filtersOf(host) };
        },
        entry: () => this.entry?.indexNumber,
        apply: (state, entry) => {
          Object.assign(host, state);
          if (entry === this.entry?.indexNumber) return;
          this._wanted = entry;
          this.entry = undefined;
          this._follow();
          host.requestUpdate();
        },
      },
      host.urlState,
    );
  }
  private _follow(): void {
    if (!this._wanted || !this._opened || this._opened.reader.standard) return;
    const number = this._wanted;
    this._wanted = undefined;
    void this.show(number);
  }

  private _hash = (): void => {
    const number = numberInHash();
    if (!number || !this._opened || this._opened.reader.standard) return;
    const { messages, say } = this._around;
    seek(this.show(number, true), () => say(messages.text.missing(number)));
  };

  /** Opens an entry by its number; false when this catalogue has none. */
  show = async (number: string, byHash = false): Promise<boolean> => {
    const { messages, errors, say } = this._around;
    const { reader } = this._opened!;
    let notice = '';
    let found = true;
    say(notice);
    try {
      await this._present(await reader.get(number), reader, byHash ? 'start' : 'nearest');
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      found = error.code !== 'not_found';
      if (found) {
        notice = errors.text[error.code];
        emit(this._host, 'zwgk-failed', { error, shown: true });
      } else if (!byHash) notice = messages.text.missing(number);
      say(notice);
    }
    return found;
  };

  private async _present(entry: CatalogueEntry, reader: CatalogueReader, place?: ScrollLogicalPosition): Promise<void> {
    const host = this._host;
    if (!this.part) {
      host.setAttribute('aria-busy', 'true');
      try {
        this.part = (await part(import('./catalogue.entry.js'))).entryPart(host);
      } finally {
        host.removeAttribute('aria-busy');
      }
    }
    if (reader !== this._opened?.reader) return;
    this.entry = entry;
    this.part.load(entry, reader);
    this.write();
    this._around.focus.to('[part=article] h3', place);
  }

  open = (entry: CatalogueEntry, click: MouseEvent): void => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    const { reader, enhanced } = this._opened!;
    const shown = emit(this._host, 'zwgk-catalogue-open', { entry }, true);
    // A row of the page's own list leads where it led.
    if (shown && enhanced && entry.url) return;
    click.preventDefault();
    if (!shown) return;
    this._around.say('');
    // A service sends lists without the texts.
    if (isNumbered(entry.indexNumber) && this._host.catalogueId && entry.body === undefined)
      void this.show(entry.indexNumber);
    else void this._present(entry, reader);
  };

  close = (): void => {
    const { asking, focus, say } = this._around;
    const row = asking.page!.items.findIndex(({ indexNumber }) => indexNumber === this.entry?.indexNumber);
    this.entry = undefined;
    this.write();
    say('');
    focus.to(row < 0 ? COUNT : `[part=list] > :nth-child(${row + 1}) a, tbody > :nth-child(${row + 1}) a`);
  };

  /** The address of the page that leads to an entry. */
  linkTo = (indexNumber: string): string => {
    const page = this._address?.bare().href ?? location.href;
    return `${page.replace(/#.*$/, '')}#zwgk=${encodeURIComponent(indexNumber)}`;
  };
}
