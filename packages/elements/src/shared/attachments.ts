/** 附件 on their way: checked and cleaned here, sent one after the other, stopped, gone on with, taken back. */
import { createComplaintFiles, isZwgkError, type ComplaintFiles, type Http } from '@zwgk/client';
import { attachmentLimits } from '@zwgk/schema';
import { adoptStyles, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { prepareFile } from './attachments.check.js';
import { attachmentMessages } from './attachments.messages.js';
import { attachmentStyles } from './attachments.styles.js';
import { MessagesController } from './messages.js';

/** An upload as it is kept with a draft, and as a letter names it. */
export interface KeptUpload {
  readonly id: string;
  readonly name: string;
  /** Bytes of the file as it was chosen. */
  readonly size: number;
  readonly done: boolean;
  readonly sha256?: string | undefined;
}

interface Item {
  readonly name: string;
  readonly size: number;
  /** `again`: after a reload the file has to be chosen again. */
  state: 'check' | 'wait' | 'send' | 'stopped' | 'again' | 'refused' | 'done';
  /** What is sent: without what tells of place and device. */
  file?: Blob | undefined;
  sent: number;
  cleaned?: boolean | undefined;
  code?: string | undefined;
  id?: string | undefined;
  sha256?: string | undefined;
  proving?: boolean | undefined;
  control?: AbortController | undefined;
}

const sizeText = (bytes: number) =>
  bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;

export class Attachments {
  private _items: Item[] = [];
  private _files: ComplaintFiles;
  private _messages: MessagesController<typeof attachmentMessages.zhHans>;
  private _said = '';
  private _running = false;

  constructor(
    private _host: LitElement,
    http: Http,
    private _changed: () => void,
  ) {
    const root = _host.renderRoot as ShadowRoot;
    // Without constructable sheets there is nothing adopted yet, and a style element is added.
    adoptStyles(root, [...(root.adoptedStyleSheets ?? []), attachmentStyles]);
    this._files = createComplaintFiles(http);
    this._messages = new MessagesController(_host, attachmentMessages);
    _host.addController(this);
  }
  hostConnected(): void {
    addEventListener('online', this._online);
  }
  hostDisconnected(): void {
    removeEventListener('online', this._online);
    this._items.forEach((item) => item.control?.abort());
  }

  get busy(): boolean {
    return this._items.some(({ state }) => state !== 'done' && state !== 'refused');
  }
  get kept(): KeptUpload[] {
    return this._items.flatMap(({ id, name, size, state, sha256 }) =>
      id && state !== 'refused' ? [{ id, name, size, done: state === 'done', sha256 }] : [],
    );
  }
  get done(): KeptUpload[] {
    return this.kept.filter(({ done }) => done);
  }
  restore(kept: readonly KeptUpload[]): void {
    this._items = kept.map(({ done, ...file }) => ({ ...file, state: done ? 'done' : 'again', sent: 0 }));
    this._host.requestUpdate();
  }
  clear(back: boolean): void {
    for (const item of this._items) this._takeBack(item, back);
    this._items = [];
    this._host.removeController(this);
    this.hostDisconnected();
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      const { name, size } = file;
      const known = this._items.find((item) => item.state === 'again' && item.name === name && item.size === size);
      const item: Item = known ?? { name, size, state: 'check', sent: 0 };
      item.state = 'check';
      if (!known) {
        const full = this._items.filter(({ state }) => state !== 'refused').length >= attachmentLimits.count;
        this._items = [...this._items, item];
        if (full) {
          this._refuse(item, 'too_many');
          continue;
        }
      }
      void this._check(item, file);
    }
    this._host.requestUpdate();
  }
  private async _check(item: Item, file: File): Promise<void> {
    const { code, blob, cleaned } = await prepareFile(file);
    if (!this._items.includes(item)) return;
    if (code) return this._refuse(item, code);
    item.file = blob;
    item.cleaned = cleaned;
    item.state = 'wait';
    void this._run();
  }
  private _refuse(item: Item, code: string): void {
    item.state = 'refused';
    item.code = code;
    this._say(`${item.name}：${this._why(code)}`);
  }
  private _say(words: string): void {
    this._said = words;
    this._host.requestUpdate();
  }
  private _why(code: string): string {
    const { why } = this._messages.text;
    return (why as Record<string, string>)[code] ?? why.server;
  }

  private async _run(): Promise<void> {
    if (this._running) return;
    this._running = true;
    for (let item; (item = this._items.find(({ state }) => state === 'wait'));) await this._send(item);
    this._running = false;
  }
  private async _send(item: Item): Promise<void> {
    const { text } = this._messages;
    const { name } = item;
    const file = item.file!;
    item.state = 'send';
    item.control = new AbortController();
    let told = 0;
    this._say(text.began(name));
    try {
      const { id, sha256 } = await this._files.upload(file, {
        name,
        id: item.id,
        signal: item.control.signal,
        onStart: (id) => {
          item.id = id;
          this._changed();
        },
        onProof: (at) => {
          item.proving = at < 1;
          this._host.requestUpdate();
        },
        onProgress: (bytes) => {
          item.sent = bytes;
          const half = bytes * 2 >= file.size && bytes < file.size;
          if (half && !told++) this._said = text.half(name);
          this._host.requestUpdate();
        },
      });
      item.id = id;
      item.sha256 = sha256;
      item.state = 'done';
      this._say(text.finished(name));
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      if (error.code === 'aborted') item.state = 'stopped';
      else if (error.retryable || error.code === 'conflict' || error.code === 'invalid_response') {
        item.state = 'stopped';
        item.code = error.code;
        this._say(`${name}：${this._why(error.code)}`);
      } else {
        const [issue] = error.issues;
        this._refuse(item, issue?.path[0] === 'file' ? issue.code : error.code);
        item.id = undefined;
      }
    }
    this._changed();
    this._host.requestUpdate();
  }
  private _resume = (item: Item): void => {
    item.state = 'wait';
    item.code = undefined;
    void this._run();
  };
  /** What the network stopped goes on when it is back; the letter itself waits for its writer. */
  private _online = (): void => {
    for (const item of this._items) if (item.code === 'network' && item.state === 'stopped') this._resume(item);
  };
  private _takeBack({ id, control, state }: Item, back: boolean): void {
    control?.abort();
    // Best effort: what belongs to no letter the service throws away by itself.
    if (back && id && state !== 'refused') this._files.remove(id).catch(() => undefined);
  }
  private _remove = async (item: Item): Promise<void> => {
    this._takeBack(item, true);
    this._items = this._items.filter((one) => one !== item);
    this._changed();
    this._say(item.state === 'refused' ? '' : this._messages.text.removed(item.name));
    await this._host.updateComplete;
    this._host.renderRoot.querySelector<HTMLElement>('#f-attachments')?.focus();
  };

  view(): TemplateResult {
    return html`<ul class="attachments">
        ${this._items.map((item) => this._row(item))}
      </ul>
      <p class="sr" role="status">${this._said}</p>`;
  }
  private _row(item: Item): TemplateResult {
    const { text } = this._messages;
    const { name, size, state, sent, code, cleaned } = item;
    const total = item.file?.size ?? size;
    const percent = Math.floor((sent / total) * 100);
    const words = {
      check: text.checking,
      wait: text.waiting,
      send: item.proving ? text.proving : text.sending(percent),
      stopped: this._why(code ?? 'aborted'),
      again: text.again,
      refused: this._why(code ?? ''),
      done: cleaned ? text.cleaned : text.done,
    }[state];
    const bad = state === 'refused' || state === 'stopped';
    return html`<li class=${state}>
      <p class="name">${name}<small>${sizeText(size)}</small></p>
      ${state === 'send' ? html`<progress max="100" value=${percent} aria-label=${text.progress(name)}></progress>` : nothing}
      <p class=${bad ? 'fault' : 'hint'}>${words}</p>
      <div class="row-buttons">
        ${
          state === 'stopped'
            ? html`<button
                type="button"
                class="link"
                aria-label=${text.pair(text.resume, name)}
                @click=${() => this._resume(item)}
              >
                ${text.resume}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="link"
          aria-label=${text.pair(this._undo(state), name)}
          @click=${() => this._remove(item)}
        >
          ${this._undo(state)}
        </button>
      </div>
    </li>`;
  }
  private _undo(state: Item['state']): string {
    const { text } = this._messages;
    return state === 'refused' ? text.dismiss : state === 'done' || state === 'again' ? text.remove : text.cancel;
  }
}
