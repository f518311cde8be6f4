/** 网上来信 and 来信查询 without scripts: plain forms that post to the service. */
import { awayTable as away, formTable as form, statusTable as status } from '@zwgk/elements/static';
import { markup, type Markup } from './template.js';
import { inTag } from './wrap.js';

/** 举报 is taken by the service on a page of its own only. */
const KINDS = ['consult', 'help', 'complaint', 'opinion', 'suggestion'] as const;
type Kind = (typeof KINDS)[number];

export interface ComplaintFormOptions {
  /** Base address of the service. */
  readonly api: string;
  /** The receiving body. */
  readonly org?: string | undefined;
  readonly kind?: string | undefined;
  /** The kinds that are offered. Default: all but 举报. */
  readonly kinds?: readonly string[] | undefined;
  readonly about?: string | undefined;
  readonly contact?: string | undefined;
  readonly statusUrl?: string | undefined;
  readonly reportUrl?: string | undefined;
}

const needed = `（${form.required}）`;

export function complaintFormHtml(options: ComplaintFormOptions): Markup {
  const { api, org, about, contact, statusUrl, reportUrl } = options;
  const kinds = KINDS.filter((kind) => !options.kinds || options.kinds.includes(kind));
  const kind = kinds.find((one) => one === options.kind) ?? kinds[0];
  const input = (name: string, label: string, max: number, more: Markup | '' = '') =>
    markup`<p><label>${label}${more && needed} <input name="${name}" maxlength="${max}"${more}></label></p>`;
  const required = markup` required`;
  return inTag(
    'complaint-form',
    undefined,
    markup`<form method="post" action="${api}/complaints" accept-charset="utf-8"><h2>${form.heading}</h2>${org && markup`<p>${form.org(org)}</p>`}<p>${form.urgent}${Object.entries(form.emergency).map(([number, word], i) => markup`<span><a href="tel:${number}">${word}</a>${i < 2 ? form.comma : form.stop}</span>`)}</p><input type="hidden" name="lang" value="zh-Hans">${org && markup`<input type="hidden" name="targetOrg" value="${org}">`}${about && markup`<input type="hidden" name="about" value="${about}">`}<p><label>${form.label.kind} <select name="kind">${kinds.map(
      (one: Kind) =>
        markup`<option value="${one}"${one === kind && markup` selected`}>${form.kind[one]}（${form.kindHint[one]}）</option>`,
    )}</select></label></p>${input('title', form.label.title, 50, required)}<p><label>${form.label.content}${needed} <textarea name="content" rows="8" maxlength="2000" required></textarea></label></p>${input(
      'accused.org',
      form.accused.complaint,
      200,
    )}${input('place', form.label.place, 200)}<p><label>${form.label.identityMode} <select name="identityMode">${(
      ['realName', 'realNameConfidential'] as const
    ).map(
      (mode) => markup`<option value="${mode}">${form.mode[mode]}</option>`,
    )}</select></label></p>${input('name', form.label.name, 50)}${input('phone', form.label.phone, 20)}${input(
      'email',
      form.label.email,
      100,
    )}<p><label><input type="checkbox" name="publicConsent" value="true"> ${form.consent}</label> ${form.consentHint}</p><p>${form.notice(org ?? '')}${form.contactHint}</p><p>${away.officials}${
      reportUrl
        ? markup`<a href="${reportUrl}" target="_top" rel="noopener noreferrer">${away.officialsHere}</a>`
        : away.officialsEnd
    }${away.stop}</p><p><button>${form.send}</button></p></form>`,
    {
      org,
      kind: options.kind,
      kinds: options.kinds?.join(' '),
      about,
      contact,
      'status-url': statusUrl,
      'report-url': reportUrl,
    },
  );
}

export const complaintStatusHtml = ({ api }: { readonly api: string }): Markup =>
  inTag(
    'complaint-status',
    undefined,
    markup`<form method="post" action="${api}/complaints/lookup" accept-charset="utf-8"><h2>${status.heading}</h2><p><label>${status.code} <input name="queryCode" required maxlength="40" autocomplete="off"></label> ${status.codeHint}</p><p><button>${status.look}</button></p></form>`,
  );
