/** 回执在手: six words for the telephone, a QR code, printing, copying, saving, verifying. Loaded while the letter is reviewed. */
import { isZwgkError, receiptKeys, verifyReceipt, type Http, type ReceiptKeys, type SentLetter } from '@zwgk/client';
import { isSafeUrl, spokenWords } from '@zwgk/schema';
import { adoptStyles, html, nothing, render, type LitElement, type TemplateResult } from 'lit';
import { MessagesController } from '../shared/messages.js';
import { qrPicture } from '../shared/qr.js';
import { paperMessages, type PaperTable } from './complaint-form.paper.messages.js';
import { paperStyles } from './complaint-form.paper.styles.js';
import { copyText, printPaper, savePaper, type Lines } from './complaint-form.receipt.js';

export interface PaperOptions {
  readonly http: Http;
  /** Label and value of each line, in the reader's language; number and code first. */
  readonly lines: () => Lines;
  readonly ticketNo: string;
  readonly queryCode: string;
  readonly signature: string | undefined;
  readonly sent: SentLetter;
  readonly statusUrl: string | undefined;
  /** The reader has printed, copied or saved it. */
  readonly kept: () => void;
}

type Verdict = keyof PaperTable['verified'];

export class Paper {
  private _messages: MessagesController<PaperTable>;
  private _note = '';
  private _verdict: Verdict | 'busy' | undefined;
  private _keys: Promise<ReceiptKeys> | undefined;
  private _words: readonly string[] | undefined;

  constructor(
    private _host: LitElement,
    private _options: PaperOptions,
  ) {
    const root = _host.renderRoot as ShadowRoot;
    // Without constructable sheets there is nothing adopted yet, and a style element is added.
    adoptStyles(root, [...(root.adoptedStyleSheets ?? []), paperStyles]);
    this._messages = new MessagesController(_host, paperMessages);
    this._words = spokenWords(_options.queryCode);
    // Asked for while the network is there; verifying needs none then.
    if (_options.signature) this._fetchKeys().catch(() => undefined);
  }
  private _fetchKeys(): Promise<ReceiptKeys> {
    this._keys ??= receiptKeys(this._options.http);
    this._keys.catch(() => (this._keys = undefined));
    return this._keys;
  }

  private get _lines(): Lines {
    const { text } = this._messages;
    const [ticket, code, ...rest] = this._options.lines();
    return [ticket!, code!, ...(this._words ? [[text.words, this._words.join(' ')] as const] : []), ...rest];
  }
  private _text(signed: boolean): string {
    const { text } = this._messages;
    const { signature } = this._options;
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
    const { statusUrl, ticketNo } = this._options;
    // Never the code: who photographs the paper over a shoulder shall have to type it.
    return statusUrl && isSafeUrl(statusUrl)
      ? { picture: qrPicture(new URL(statusUrl, this._host.baseURI).href, text.qrPage), hint: text.qrPageHint }
      : { picture: qrPicture(ticketNo, text.qrTicket), hint: text.qrTicketHint };
  }

  private _done(note: string): void {
    this._note = note;
    this._options.kept();
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
    this._done(text.saved(savePaper(`${text.title}-${this._options.ticketNo}`, this._text(true))));
  };
  private _verify = async (): Promise<void> => {
    this._verdict = 'busy';
    this._host.requestUpdate();
    this._verdict = await this._judge();
    this._host.requestUpdate();
  };
  private async _judge(): Promise<Verdict> {
    const { signature = '', sent } = this._options;
    try {
      const { valid, reason, contentMatches } = await verifyReceipt(signature, await this._fetchKeys(), sent);
      return valid ? (contentMatches ? 'match' : 'mismatch') : reason!;
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      return 'network';
    }
  }

  view(): TemplateResult {
    const { text } = this._messages;
    const { _words: words, _verdict: verdict } = this;
    const { picture, hint } = this._qr();
    return html`<div class="hand">
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
        ${
          this._options.signature ? html`<button type="button" @click=${this._verify}>${text.verify}</button>` : nothing
        }
      </div>
      <p role="status" class="note no-print">${this._note}</p>
      <p role="status" class="no-print ${verdict === 'match' ? 'note' : 'fault'}">
        ${verdict === 'busy' ? text.verifying : verdict ? text.verified[verdict] : ''}
      </p>`;
  }
}
