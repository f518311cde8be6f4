/** 举报: where the reader is handed over and told why; on the service's own page only where else officials are reported. */
import type { Http } from '@zwgk/client';
import { isSafeUrl } from '@zwgk/schema';
import { html, type LitElement, type TemplateResult } from 'lit';
import { MessagesController } from '../shared/messages.js';
import { awayMessages, type AwayTable } from './complaint-form.away.messages.js';

export interface AwayHost extends LitElement {
  reportUrl: string | undefined;
  ownOrigin: boolean;
}

export class Away {
  private _messages: MessagesController<AwayTable>;
  private _page: string | undefined;

  constructor(
    private _host: AwayHost,
    http: Http,
  ) {
    this._messages = new MessagesController(_host, awayMessages);
    if (_host.reportUrl || _host.ownOrigin) return;
    // The question tells nothing but that it was asked. Without an answer the telephone number stays.
    http.json('limits').then(
      (limits) => {
        const { reportPage } = (limits ?? {}) as { reportPage?: unknown };
        if (typeof reportPage !== 'string') return;
        this._page = new URL(reportPage, new URL(http.base, document.baseURI)).href;
        _host.requestUpdate();
      },
      () => undefined,
    );
  }

  private _link(words: string): TemplateResult | undefined {
    const url = this._host.reportUrl ?? this._page;
    return url && isSafeUrl(url)
      ? html`<a href=${url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">${words}</a>`
      : undefined;
  }
  /** In place of the fields. */
  instead(otherwise: string): TemplateResult {
    const { text } = this._messages;
    return html`<div class="box warning" id="away" role="group" aria-labelledby="away-title">
      <h3 id="away-title">${text.title}</h3>
      <p>${text.why}</p>
      <p>${this._link(text.link) ?? otherwise}</p>
      <p>${text.officialsOwn}</p>
    </div>`;
  }
  /** Above the fields, in a page that the service has served itself. */
  hint(): TemplateResult {
    const { text } = this._messages;
    return html`<p class="box warning">
      ${
        this._host.ownOrigin
          ? text.officialsOwn
          : html`${text.officials}${this._link(text.officialsHere) ?? text.officialsEnd}${text.stop}`
      }
    </p>`;
  }
}
