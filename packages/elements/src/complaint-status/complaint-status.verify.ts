/** 验证回执: whether a saved receipt was signed by this service. Loaded when a reader asks for it; the receipt stays here. */
import {
  isZwgkError,
  receiptKeys,
  verifyReceipt,
  type Http,
  type ReceiptKeys,
  type ReceiptPayload,
} from '@zwgk/client';
import type { LocalizedText } from '@zwgk/schema';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { factLines, type Lines } from '../shared/facts.js';
import { formatDate, formatDateTime } from '../shared/format.js';
import { MessagesController } from '../shared/messages.js';
import { verifyMessages, type VerifyTable } from './complaint-status.verify.messages.js';

type Failure = keyof VerifyTable['failed'];

/** The signature within a saved receipt, or the whole text where there is none in it. */
const signatureIn = (text: string): string =>
  /[\w-]{8,}\.[\w-]{8,}\.[\w-]{40,}/.exec(text.replace(/^\uFEFF/, ''))?.[0] ?? text.trim();

export class Verify {
  private _messages: MessagesController<VerifyTable>;
  private _keys: Promise<ReceiptKeys> | undefined;
  private _text = '';
  private _busy = false;
  private _failure: Failure | undefined;
  private _payload: ReceiptPayload | undefined;

  constructor(
    private _host: LitElement,
    private _http: () => Http,
  ) {
    this._messages = new MessagesController(_host, verifyMessages);
    // Asked for at once: what follows needs no network.
    this._fetchKeys().catch(() => undefined);
  }
  private _fetchKeys(): Promise<ReceiptKeys> {
    this._keys ??= receiptKeys(this._http());
    this._keys.catch(() => (this._keys = undefined));
    return this._keys;
  }
  private _input = (event: Event): void => {
    // The fields of the look-up beside it have nothing to do with it.
    event.stopPropagation();
    this._text = (event.target as HTMLTextAreaElement).value;
    this._failure = this._payload = undefined;
    this._host.requestUpdate();
  };
  private _file = async (event: Event): Promise<void> => {
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    // A receipt is a page of text; nothing larger is read.
    this._text = file.size < 100000 ? await file.text().catch(() => '') : '';
    input.value = '';
    await this._verify();
  };
  private _verify = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    this._failure = this._payload = undefined;
    this._busy = true;
    this._host.requestUpdate();
    try {
      const { valid, reason, payload } = await verifyReceipt(signatureIn(this._text), await this._fetchKeys());
      if (valid) this._payload = payload;
      else this._failure = reason;
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      this._failure = 'network';
    }
    this._busy = false;
    this._host.requestUpdate();
  };

  view(): TemplateResult {
    const { text } = this._messages;
    const { _failure: failure } = this;
    return html`<form novalidate @submit=${this._verify} @input=${this._input} @change=${this._stop}>
      <p class="hint" id="verify-hint">${text.hint}</p>
      <div class="field">
        <label for="verify">${text.label}</label>
        <textarea
          id="verify"
          rows="3"
          spellcheck="false"
          aria-describedby="verify-hint"
          .value=${this._text}
        ></textarea>
      </div>
      <div class="field">
        <label for="verify-file">${text.file}</label>
        <input id="verify-file" type="file" accept=".txt" @change=${this._file} @input=${this._stop} />
      </div>
      <div class="buttons">
        <button aria-disabled=${this._busy ? 'true' : nothing}>${text.verify}</button>
      </div>
      <div role="status">
        ${failure ? html`<p class="box failed">${text.failed[failure]}</p>` : nothing}${this._payload ? this._good(this._payload) : nothing}
      </div>
    </form>`;
  }
  private _stop = (event: Event): void => event.stopPropagation();
  private _good({ ticketNo, org, submittedAt, dueAt }: ReceiptPayload): TemplateResult {
    const { text, lang, pick } = this._messages;
    const name = typeof org === 'object' && org ? (org as { name?: LocalizedText }).name : (org as LocalizedText);
    const lines: Lines = [
      [text.ticketNo, ticketNo],
      [text.org, typeof name === 'string' || typeof name === 'object' ? pick(name) : ''],
      [text.submittedAt, typeof submittedAt === 'string' ? formatDateTime(submittedAt, lang) : ''],
      [text.dueAt, typeof dueAt === 'string' ? formatDate(dueAt, lang) : ''],
    ];
    return html`<p class="note">${text.good}</p>
      <dl class="facts">${factLines(lines.filter(([, value]) => value))}</dl>
      <p class="hint">${text.compare}</p>`;
  }
}
