/** The receipt in the reader's hands. What can be done with it comes later; number and code do not wait for that. */
import type { Http, SentLetter } from '@zwgk/client';
import type { Receipt } from '@zwgk/schema';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { MessagesController } from '../shared/messages.js';
import { groupCode } from './complaint-form.draft.js';
import type { FormTable } from './complaint-form.messages.js';
import type { Paper } from './complaint-form.paper.js';
import { look, plainReceipt } from './complaint-form.sent.js';

export interface HandoutHost extends LitElement {
  org: string | undefined;
  statusUrl: string | undefined;
}

export interface HandoutOptions {
  readonly messages: MessagesController<FormTable>;
  readonly http: Http;
  /** Draws the page again and moves the focus. */
  readonly show: (focus: string) => void;
  /** The reader leaves the receipt. */
  readonly left: () => void;
}

const part = () => import('./complaint-form.paper.js').catch(() => undefined);
/** Begun while the letter is reviewed, so that it is there when the network goes. */
export const preload = (): void => void part();

export class Handout {
  /** The reader has printed, copied or saved it. */
  saved = false;
  private _paper: Paper | undefined;
  private _failed = false;

  constructor(
    private _host: HandoutHost,
    private _options: HandoutOptions,
    private _receipt: Receipt,
    private _sent: SentLetter,
  ) {
    void this._load();
  }

  get ticketNo(): string {
    return this._receipt.ticketNo;
  }
  /** Takes the query code out of the page. */
  forget(): void {
    this._receipt = { ...this._receipt, queryCode: '' };
    this._paper = undefined;
  }

  private _load = async (): Promise<void> => {
    const found = await part();
    this._failed = !found;
    if (found && this._receipt.queryCode)
      this._paper = new found.Paper(this._host, {
        ...this._options,
        receipt: this._receipt,
        sent: this._sent,
        look: () => look(this._options.messages.text, this._host.statusUrl),
        kept: () => {
          this.saved = true;
        },
      });
    this._host.requestUpdate();
  };

  view(): TemplateResult {
    const { text } = this._options.messages;
    const { ticketNo, queryCode } = this._receipt;
    return html`<p class="lead">${text.doneHint}</p>
      ${
        this._paper?.view() ??
        plainReceipt(
          text,
          [
            [text.ticketNo, ticketNo],
            [text.queryCode, groupCode(queryCode)],
          ],
          this._failed ? this._load : undefined,
          this._options.left,
        )
      }`;
  }
}
