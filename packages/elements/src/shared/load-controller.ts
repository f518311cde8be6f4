/** The life of a document in an element: which input counts, loading it, and what to tell when it fails. */
import { isZwgkError, ZwgkError, type Connection, type DocumentInput, type ReadOptions } from '@zwgk/client';
import type { ErrorCode, Issue } from '@zwgk/schema';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { ConnectionConsumer, pageConnection } from './client-context.js';
import { emit } from './emit.js';
import { errorMessages } from './errors.messages.js';
import { MessagesController } from './messages.js';

export type LoadState<T> =
  | { readonly status: 'idle' | 'loading'; readonly value?: undefined; readonly error?: undefined }
  | { readonly status: 'ready'; readonly value: T; readonly error?: undefined }
  | { readonly status: 'failed'; readonly value?: undefined; readonly error: ZwgkError };

/** An element that shows one document. */
export interface DocumentHost extends LitElement {
  src: string | undefined;
  client: Connection | undefined;
}

export interface LoadOptions<T> {
  /** The document itself, when a script has set the property. */
  readonly value: () => unknown;
  /** The id of a document of the provider's service or folder. */
  readonly id: () => string | undefined;
  /** Any input in, one checked document out. */
  readonly open: (connection: Connection, input: DocumentInput, options: ReadOptions) => Promise<T>;
}

/**
 * Four inputs, one order: property, inline `<script type="application/json">` child, `src`, id. The newest load wins:
 * an older one is aborted and its late answer ignored. `aria-busy` stands on the host while something loads.
 */
export class LoadController<T> implements ReactiveController {
  state: LoadState<T> = { status: 'idle' };
  /** Defects that were left out of what is shown. */
  issues: readonly Issue[] = [];
  private _args: readonly unknown[] = [];
  private _control: AbortController | undefined;
  private _observer: MutationObserver | undefined;
  private _consumer: ConnectionConsumer;
  private _messages: MessagesController<typeof errorMessages.zhHans>;

  constructor(
    private _host: DocumentHost,
    private _options: LoadOptions<T>,
  ) {
    _host.addController(this);
    this._consumer = new ConnectionConsumer(_host);
    this._messages = new MessagesController(_host, errorMessages);
  }

  /** Whom to ask: the element's own `client`, the provider around it, or nobody but the address itself. */
  get connection(): Connection {
    return this._host.client ?? this._consumer.value ?? pageConnection();
  }

  hostConnected(): void {
    // An inline document may be parsed, or written by a script, after the tag itself.
    this._observer = new MutationObserver(() => this._host.requestUpdate());
    this._observer.observe(this._host, { childList: true, characterData: true, subtree: true });
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => this._host.requestUpdate(), { once: true });
    // A move within the page aborted the load; nothing else would start it again.
    this._args = [];
    this._host.requestUpdate();
  }
  hostDisconnected(): void {
    this._observer?.disconnect();
    this._control?.abort();
  }

  private _input(): { input: DocumentInput; args: readonly unknown[] } | undefined {
    const { _host: host, _options: options } = this;
    const value = options.value();
    if (value !== undefined && value !== null) return { input: { value }, args: [value] };
    for (const child of host.children)
      if (child.localName === 'script' && /json/i.test((child as HTMLScriptElement).type)) {
        // While the page is still being parsed the text may be cut short: it is whole once something follows.
        if (document.readyState === 'loading' && !child.nextSibling && !host.nextSibling) return undefined;
        const json = child.textContent ?? '';
        return { input: { json }, args: [child, json] };
      }
    if (host.src) {
      let src = host.src;
      try {
        src = new URL(src, host.baseURI).href;
      } catch {
        // Told by the client as a bad address.
      }
      return { input: { src }, args: [src, this.connection] };
    }
    const id = options.id();
    return id ? { input: { id }, args: [id, this.connection] } : undefined;
  }

  hostUpdate(): void {
    if (!this._host.isConnected) return;
    const found = this._input();
    const args = found?.args ?? [undefined];
    if (args.length === this._args.length && args.every((arg, i) => arg === this._args[i])) return;
    this._args = args;
    this._control?.abort();
    this.issues = [];
    if (found) void this._load(found.input);
    else this.state = { status: 'idle' };
    this._busy();
  }

  /** Loads the same input again, for a reader who asks for it. */
  retry = (): void => {
    this._args = [];
    this._host.requestUpdate();
  };

  private async _load(input: DocumentInput): Promise<void> {
    const control = (this._control = new AbortController());
    this.state = { status: 'loading' };
    let defects: { issues: readonly Issue[]; code: ErrorCode } | undefined;
    const onIssues = (issues: readonly Issue[], code: ErrorCode) => {
      defects = { issues, code };
      // Large documents are still being looked through while they are shown already.
      if (this.state.status !== 'ready' || this._control !== control || control.signal.aborted) return;
      this.issues = issues;
      this._host.requestUpdate();
      emit(this._host, 'zwgk-failed', { error: new ZwgkError(code, { issues }), shown: true });
    };
    let state: LoadState<T>;
    try {
      state = {
        status: 'ready',
        value: await this._options.open(this.connection, input, { signal: control.signal, onIssues }),
      };
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      state = { status: 'failed', error };
    }
    if (control.signal.aborted) return;
    this.state = state;
    this.issues = defects?.issues ?? state.error?.issues ?? [];
    this._busy();
    this._host.requestUpdate();
    await this._host.updateComplete;
    const error = state.error ?? (defects && new ZwgkError(defects.code, { issues: defects.issues }));
    if (error && !control.signal.aborted) emit(this._host, 'zwgk-failed', { error, shown: state.status === 'ready' });
  }

  private _busy(): void {
    if (this.state.status === 'loading') this._host.setAttribute('aria-busy', 'true');
    else this._host.removeAttribute('aria-busy');
  }

  /**
   * The line above the content: loading, failed (with a button where another try makes sense), or "some of it was left
   * out". It is there before it is needed, so that screen readers notice its change. `more`: the document is there, a
   * part that shows it is not.
   */
  status(more = false): TemplateResult {
    const { state, issues } = this;
    const { text } = this._messages;
    const loading = more || state.status === 'loading';
    const line = loading ? text.loading : state.error ? text[state.error.code] : issues.length ? text.partial : '';
    // Where the whole document stands in the page already, a line that comes and goes would only move it.
    const calm = !line || (loading && this._host.querySelector('.zwgk-plain'));
    return html`<div
      part="status"
      role="status"
      class=${state.error ? 'failed' : calm ? 'none' : loading ? 'loading' : 'notice'}
    >
      ${line}${
        state.error?.retryable
          ? html` <button type="button" class="link" @click=${this.retry}>${text.retry}</button>`
          : nothing
      }
    </div>`;
  }
}
