/** The receipt in the reader's hands until it is safe: printed, copied or saved; leaving without that is asked about. */
import type { Http, SentLetter } from '@zwgk/client';
import type { Receipt } from '@zwgk/schema';
import type { LitElement, TemplateResult } from 'lit';
import { formatDate, formatDateTime } from '../shared/format.js';
import type { MessagesController } from '../shared/messages.js';
import { groupCode } from './complaint-form.draft.js';
import type { FormTable } from './complaint-form.messages.js';
import type { Paper } from './complaint-form.paper.js';
import type { Lines } from './complaint-form.receipt.js';
import { receiptView } from './complaint-form.sent.js';

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

/** What can be done with a receipt comes later; the receipt itself does not wait for it. */
const part = () => import('./complaint-form.paper.js').catch(() => undefined);
/** Begun while the letter is reviewed, so that it is there when the network goes. */
export const preload = (): void => void part();

export class Handout {
  /** The reader has printed, copied or saved it. */
  saved = false;
  private _leaving = false;
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
    const { ticketNo, queryCode, signature } = this._receipt;
    const found = await part();
    this._failed = !found;
    if (found && this._receipt.queryCode)
      this._paper = new found.Paper(this._host, {
        http: this._options.http,
        lines: () => this._lines,
        ticketNo,
        queryCode,
        signature,
        sent: this._sent,
        statusUrl: this._host.statusUrl,
        kept: () => {
          this.saved = true;
          this._leaving = false;
          this._host.requestUpdate();
        },
      });
    this._host.requestUpdate();
  };

  private get _lines(): Lines {
    const { text, lang, pick } = this._options.messages;
    const { ticketNo, queryCode, submittedAt, dueAt, dueProvisional, targetOrg } = this._receipt;
    const unit = pick(targetOrg?.name) || this._host.org;
    return [
      [text.ticketNo, ticketNo],
      [text.queryCode, groupCode(queryCode)],
      [text.subject, this._sent.title],
      ...(unit ? [[text.unit, unit] as const] : []),
      [text.submittedAt, formatDateTime(submittedAt, lang)],
      ...(dueAt ? [[text.dueAt, text.due(formatDate(dueAt, lang), !!dueProvisional)] as const] : []),
    ];
  }
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
      paper: this._paper?.view(),
      retry: this._failed ? this._load : undefined,
      saved: this.saved,
      leaving: this._leaving,
      leave: this._leave,
      sure: this._options.left,
      stay: this._stay,
    });
  }
}
