/** The receipt in the reader's hands until it is safe: printed, copied or saved; leaving without that is asked about. */
import type { Receipt } from '@zwgk/schema';
import type { LitElement, TemplateResult } from 'lit';
import type { MessagesController } from '../shared/messages.js';
import type { FormTable } from './complaint-form.messages.js';
import {
  copyText,
  printReceipt,
  receiptLines,
  receiptText,
  saveReceipt,
  type Lines,
} from './complaint-form.receipt.js';
import { receiptView } from './complaint-form.sent.js';

export interface HandoutHost extends LitElement {
  org: string | undefined;
  statusUrl: string | undefined;
}

export interface HandoutOptions {
  readonly messages: MessagesController<FormTable>;
  /** Draws the page again and moves the focus. */
  readonly show: (focus: string) => void;
  /** The reader leaves the receipt. */
  readonly left: () => void;
}

export class Handout {
  /** The reader has printed, copied or saved it. */
  saved = false;
  private _leaving = false;
  private _note = '';

  constructor(
    private _host: HandoutHost,
    private _options: HandoutOptions,
    private _receipt: Receipt,
    private _subject: string,
  ) {}

  get ticketNo(): string {
    return this._receipt.ticketNo;
  }
  /** Takes the query code out of the page. */
  forget(): void {
    this._receipt = { ...this._receipt, queryCode: '' };
  }

  private get _lines(): Lines {
    const { text, lang } = this._options.messages;
    return receiptLines(this._receipt, this._subject, this._host.org ?? '', text, lang);
  }
  private _kept(note: string): void {
    this._note = note;
    this.saved = true;
    this._leaving = false;
    this._host.requestUpdate();
  }
  private _print = (): void => {
    const { text, lang } = this._options.messages;
    printReceipt(this._lines, text, lang);
    this._kept(text.printed);
  };
  private _copy = async (): Promise<void> => {
    const { text } = this._options.messages;
    if (await copyText(receiptText(this._lines, text), this._host.shadowRoot!)) return this._kept(text.copied);
    this._note = text.notCopied;
    this._host.requestUpdate();
  };
  private _save = (): void => {
    const { text } = this._options.messages;
    this._kept(text.saved + saveReceipt(this._lines, text));
  };
  private _leave = (): void => {
    if (this.saved) return this._options.left();
    this._leaving = true;
    this._options.show('#leaving');
  };
  private _stay = (): void => {
    this._leaving = false;
    this._options.show('#ways button');
  };

  view(): TemplateResult {
    return receiptView({
      text: this._options.messages.text,
      statusUrl: this._host.statusUrl,
      lines: this._lines,
      note: this._note,
      saved: this.saved,
      leaving: this._leaving,
      print: this._print,
      copy: this._copy,
      save: this._save,
      leave: this._leave,
      sure: this._options.left,
      stay: this._stay,
    });
  }
}
