/** 回执在手: six words for the telephone, a QR code, printing, copying, saving, verifying. Loaded while the letter is reviewed. */
import { isZwgkError, receiptKeys, verifyReceipt, type Http, type ReceiptKeys, type SentLetter } from '@zwgk/client';
import { isSafeUrl, spokenWords, type Receipt } from '@zwgk/schema';
import { adoptStyles, html, nothing, render, type LitElement, type TemplateResult } from 'lit';
import { copyText } from '../shared/copy.js';
import { factLines, type Lines } from '../shared/facts.js';
import { formatDate, formatDateTime } from '../shared/format.js';
import { MessagesController } from '../shared/messages.js';
import { qrPicture } from '../shared/qr.js';
import { groupCode } from './complaint-form.draft.js';
import { paperMessages, type PaperTable } from './complaint-form.paper.messages.js';
import { paperStyles } from './complaint-form.paper.styles.js';
import { printPaper, savePaper } from './complaint-form.receipt.js';

export interface PaperHost extends LitElement {
  org: string | undefined;
  statusUrl: string | undefined;
}

export interface PaperOptions {
  readonly http: Http;
  readonly receipt: Receipt;
  readonly sent: SentLetter;
  /** How to look the case up. */
  readonly look: () => TemplateResult;
  /** The reader has printed, copied or saved it. */
  readonly kept: () => void;
  /** The reader leaves it. */
  readonly left: () => void;
  /** Draws the page again and moves the focus. */
  readonly show: (focus: string) => void;
}

type Verdict = keyof PaperTable['verified'];

export class Paper {
  private _messages: MessagesController<PaperTable>;
  private _note = '';
  private _verdict: Verdict | 'busy' | undefined;
  private _keys: Promise<ReceiptKeys> | undefined;
  private _words: readonly string[] | undefined;
  private _saved = false;
  /** The reader wants to go without having kept the code. */
  private _leaving = false;

  constructor(
    private _host: PaperHost,
    private _options: PaperOptions,
  ) {
    const root = _host.renderRoot as ShadowRoot;
    // Without constructable sheets there is nothing adopted yet, and a style element is added.
    adoptStyles(root, [...(root.adoptedStyleSheets ?? []), paperStyles]);
    this._messages = new MessagesController(_host, paperMessages);
    this._words = spokenWords(_options.receipt.queryCode);
    // Asked for while the network is there; verifying needs none then.
    if (_options.receipt.signature) this._fetchKeys().catch(() => undefined);
  }
  private _fetchKeys(): Promise<ReceiptKeys> {
    this._keys ??= receiptKeys(this._options.http);
    this._keys.catch(() => (this._keys = undefined));
    return this._keys;
  }

  private get _lines(): Lines {
    const { text, lang, pick } = this._messages;
    const { receipt, sent } = this._options;
    const { ticketNo, queryCode, submittedAt, dueAt, dueProvisional, targetOrg } = receipt;
    const unit = pick(targetOrg?.name) || this._host.org;
    return [
      [text.ticketNo, ticketNo],
      [text.queryCode, groupCode(queryCode)],
      ...(this._words ? [[text.words, this._words.join(' ')] as const] : []),
      [text.subject, sent.title],
      ...(unit ? [[text.unit, unit] as const] : []),
      [text.submittedAt, formatDateTime(submittedAt, lang)],
      ...(dueAt ? [[text.dueAt, text.due(formatDate(dueAt, lang), !!dueProvisional)] as const] : []),
    ];
  }
  private _text(signed: boolean): string {
    const { text } = this._messages;
    const { signature } = this._options.receipt;
    // With CRLF, as the editors of old systems need.
    return [
      text.title,
      '',
      ...this._lines.map(([label, value]) => text.pair(label, value)),
      '',
      text.secret,
      ...(signed && signature ? ['', text.pair(text.signature, ''), signature] : []),
      '',
    ].join('\r\n');
  }
  private _qr(): { picture: TemplateResult; hint: string } {
    const { text } = this._messages;
    const { statusUrl } = this._host;
    const { ticketNo } = this._options.receipt;
    // Never the code: who photographs the paper over a shoulder shall have to type it.
    return statusUrl && isSafeUrl(statusUrl)
      ? { picture: qrPicture(new URL(statusUrl, this._host.baseURI).href, text.qrPage), hint: text.qrPageHint }
      : { picture: qrPicture(ticketNo, text.qrTicket), hint: text.qrTicketHint };
  }

  private _done(note: string): void {
    this._note = note;
    this._saved = true;
    this._leaving = false;
    this._options.kept();
    this._host.requestUpdate();
  }
  private _print = (): void => {
    const { text, lang } = this._messages;
    const { picture, hint } = this._qr();
    printPaper({ title: text.title, lines: this._lines, notes: [text.secret, hint], lang }, (to) =>
      render(picture, to),
    );
    this._done(text.printed);
  };
  private _copy = async (): Promise<void> => {
    const { text } = this._messages;
    if (await copyText(this._text(false), this._host.shadowRoot!)) return this._done(text.copied);
    this._note = text.notCopied;
    this._host.requestUpdate();
  };
  private _save = (): void => {
    const { text } = this._messages;
    this._done(text.saved(savePaper(`${text.title}-${this._options.receipt.ticketNo}`, this._text(true))));
  };
  private _verify = async (): Promise<void> => {
    this._verdict = 'busy';
    this._host.requestUpdate();
    this._verdict = await this._judge();
    this._host.requestUpdate();
  };
  private async _judge(): Promise<Verdict> {
    const { receipt, sent } = this._options;
    try {
      const { valid, reason, contentMatches } = await verifyReceipt(receipt.signature!, await this._fetchKeys(), sent);
      return valid ? (contentMatches ? 'match' : 'mismatch') : reason!;
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      return 'network';
    }
  }

  private _leave = (): void => {
    if (this._saved) return this._options.left();
    this._leaving = true;
    this._options.show('#leaving');
  };
  private _stay = (): void => {
    this._leaving = false;
    this._options.show('#ways button');
  };

  view(): TemplateResult {
    const { text } = this._messages;
    const { _words: words, _verdict: verdict } = this;
    const { picture, hint } = this._qr();
    const { receipt, look, left } = this._options;
    return html`<dl part="receipt" class="facts receipt">
        ${factLines(this._lines.filter(([label]) => label !== text.words))}
      </dl>
      <div class="hand">
        <div>
          ${
            words
              ? html`<h3>${text.words}</h3>
                  <ol class="words">
                    ${words.map((word) => html`<li>${word}</li>`)}
                  </ol>
                  <p class="hint">${text.wordsHint}</p>`
              : nothing
          }
          <p class="hint">${text.secret}</p>
        </div>
        <figure>
          ${picture}
          <figcaption class="hint">${hint}</figcaption>
        </figure>
      </div>
      <div class="buttons no-print" id="ways">
        <button type="button" @click=${this._print}>${text.print}</button>
        <button type="button" @click=${this._copy}>${text.copy}</button>
        <button type="button" @click=${this._save}>${text.save}</button>
        ${receipt.signature ? html`<button type="button" @click=${this._verify}>${text.verify}</button>` : nothing}
      </div>
      <p role="status" class="note no-print">${this._note}</p>
      <p role="status" class="no-print ${verdict === 'match' ? 'note' : 'fault'}">
        ${verdict === 'busy' ? text.verifying : verdict ? text.verified[verdict] : ''}
      </p>
      ${look()}
      ${
        this._leaving
          ? html`<div class="box failed no-print" id="leaving" tabindex="-1" role="group" aria-labelledby="unsaved">
              <p id="unsaved">${text.unsaved}</p>
              <div class="buttons">
                <button type="button" class="primary" @click=${this._stay}>${text.stay}</button>
                <button type="button" @click=${left}>${text.leave}</button>
              </div>
            </div>`
          : html`<div class="buttons no-print">
              <button type="button" class=${this._saved ? 'primary' : ''} @click=${this._leave}>${text.finish}</button>
            </div>`
      }`;
  }
}
