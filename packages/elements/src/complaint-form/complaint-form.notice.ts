/** 个人信息处理告知 (个人信息保护法 第17条) in full: informs, asks for no consent. Fetched as soon as the form is shown. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { MessagesController } from '../shared/messages.js';
import { noticeMessages, type NoticeTable } from './complaint-form.notice.messages.js';

export interface NoticeHost extends LitElement {
  org: string | undefined;
  contact: string | undefined;
  retention: string | undefined;
}

export class Notice {
  private _messages: MessagesController<NoticeTable>;
  constructor(private _host: NoticeHost) {
    this._messages = new MessagesController(_host, noticeMessages);
  }
  view(): TemplateResult {
    const { text } = this._messages;
    const { org = '', contact = '', retention } = this._host;
    const about: Readonly<Record<string, string>> = {
      ...text.about,
      who: text.whoText(org, contact),
      ...(retention ? { keep: retention } : {}),
    };
    return html`<details>
      <summary>${text.more}</summary>
      <dl>
        ${Object.entries(text.terms).map(
          ([term, word]) =>
            html`<div>
              <dt>${word}</dt>
              <dd>${about[term]}</dd>
            </div>`,
        )}
      </dl>
    </details>`;
  }
}
