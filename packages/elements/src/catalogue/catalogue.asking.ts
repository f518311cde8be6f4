/** The reader's question and its answer. */
import { isZwgkError, type CataloguePage, type CatalogueQuery, type ZwgkError } from '@zwgk/client';
import type { LitElement, ReactiveController } from 'lit';
import { emit } from '../shared/emit.js';
import { LARGE, type Opened } from './catalogue.open.js';
import { pageOf, questionOf, type ReaderState } from './catalogue.question.js';

/** Milliseconds after its rows until a large catalogue is counted: they have been painted by then. */
const PAINTED = 250;

/** Asks whenever the reader's state asks something else; the newest question wins. */
export class Asking implements ReactiveController {
  page: CataloguePage | undefined;
  error: ZwgkError | undefined;
  private _opened: Opened | undefined;
  private _key = '';
  private _control: AbortController | undefined;
  /** Rows whose counts have been asked for. */
  private _counting: CataloguePage | undefined;

  constructor(private _host: LitElement & ReaderState) {
    _host.addController(this);
  }

  /** A catalogue has come, with the page that was asked for meanwhile, or it has gone. */
  begin(opened: Opened | undefined): void {
    this._control?.abort();
    this._opened = opened;
    this.error = undefined;
    this.page = opened?.page;
    this._key = opened?.key ?? '';
  }
  /** Back in a page, an unanswered question is asked again. */
  hostDisconnected(): void {
    this._control?.abort();
    if (this._host.hasAttribute('aria-busy')) this._key = '';
  }
  retry = (): void => {
    this._key = '';
    this._host.requestUpdate();
  };

  /** Before each rendering. */
  update(): void {
    const opened = this._opened!;
    const [key, query] = questionOf(this._host);
    const { page } = this;
    if (key !== this._key) void this._ask(key, query);
    else if (page !== this._counting && !opened.counted && opened.reader.total > LARGE) {
      this._counting = page;
      void this._ask(key, query, true);
    }
  }

  /** Rows first: the counts of a large catalogue come `quiet`ly after them, until they have come once. */
  private async _ask(key: string, query: CatalogueQuery, quiet = false): Promise<void> {
    const host = this._host;
    const opened = this._opened!;
    const { reader } = opened;
    const facets = quiet || !!opened.counted || reader.total <= LARGE;
    this._key = key;
    this._control?.abort();
    const { signal } = (this._control = new AbortController());
    if (!quiet) host.setAttribute('aria-busy', 'true');
    try {
      if (quiet) await new Promise((resolve) => setTimeout(resolve, PAINTED));
      if (signal.aborted) return;
      const page = await pageOf(reader, { ...query, facets }, { signal });
      if (signal.aborted) return;
      this.page = page;
      this.error = undefined;
      if (quiet) opened.counted = true;
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      if (signal.aborted) return;
      this.error = error;
      emit(host, 'zwgk-failed', { error, shown: true });
    } finally {
      if (!signal.aborted) {
        host.removeAttribute('aria-busy');
        host.requestUpdate();
      }
    }
  }
}
