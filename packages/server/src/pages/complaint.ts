/** 回执, 办理进度 and what went wrong, as pages for those without scripts. */
import type { CaseFile, ComplaintCase, DueRule, LocalizedText, Receipt } from '@zwgk/schema';
import type { Failure } from '../problem.js';
import { html, page, type Html } from './html.js';
import { issueText, kinds, messages as t, states } from './messages.js';

const hans = (text: LocalizedText | undefined) => (typeof text === 'string' ? text : text?.['zh-Hans']);
/** `2026-02-10T10:05:00+08:00` → 2026年2月10日 10:05. */
const date = (text: string) => {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)(?:T(\d\d:\d\d))?/.exec(text) ?? [];
  return year ? `${year}年${Number(month)}月${Number(day)}日${time ? ` ${time}` : ''}` : text;
};
const size = (bytes: number) =>
  bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
const files = (list: readonly CaseFile[] | undefined) =>
  list?.length
    ? html`<br /><span class="text"
          >${t.attachments}：${list.map(({ name, size: bytes }) => `${name}（${size(bytes)}）`).join('；')}</span
        >`
    : undefined;
const row = (name: string, value: string | Html | undefined, mark?: 'code') =>
  value === undefined || value === ''
    ? undefined
    : html`<div><dt>${name}</dt><dd${mark ? html` class="code"` : ''}>${value}</dd></div>`;
const ruleText = ({ value, unit, start, basis }: DueRule) =>
  `${start ? t.from[start] : ''}${value}${t.unit[unit]}${basis ? `，依据：${basis}` : ''}`;
const back = html`<p class="screen"><a href="/">${t.back}</a></p>`;
const due = ({ dueAt, dueProvisional, dueRule }: Pick<Receipt, 'dueAt' | 'dueProvisional' | 'dueRule'>) => [
  dueAt ? row(t.dueAt, `${date(dueAt)}${dueProvisional ? t.provisional : ''}`) : undefined,
  dueRule ? row(t.dueRule, ruleText(dueRule)) : undefined,
];

export function receiptPage(receipt: Receipt, bureau: string | undefined): Response {
  const { ticketNo, queryCode, submittedAt, targetOrg } = receipt;
  return page(
    t.receiptTitle,
    html`${bureau ? html`<p>${t.receiptBureau(bureau)}</p>` : ''}
      <dl>
        ${row(t.queryCode, queryCode, 'code')} ${row(t.ticketNo, ticketNo)} ${row(t.submittedAt, date(submittedAt))}
        ${row(t.target, hans(targetOrg?.name))} ${due(receipt)}
      </dl>
      <p class="note">${t.receiptNote}</p>
      <p class="screen">${t.print}</p>
      ${back}`,
    201,
  );
}

export function casePage(found: ComplaintCase): Response {
  const { ticketNo, kind, title, state, submittedAt, heldBy, log, messages = [], reply, attachments = [] } = found;
  return page(
    t.lookupTitle,
    html`<dl>
        ${row(t.ticketNo, ticketNo)} ${row(t.kind, kinds[kind])} ${row(t.title, title)} ${row(t.state, states[state])}
        ${row(t.submittedAt, date(submittedAt))} ${row(t.heldBy, hans(heldBy))} ${due(found)}
        ${row(t.attachments, attachments.map(({ name, size: bytes }) => `${name}（${size(bytes)}）`).join('；'))}
      </dl>
      ${
        reply
          ? html`<h2>${t.reply}</h2>
              <p>${date(reply.at)} ${hans(reply.unit)}</p>
              <p class="text">${reply.text}</p>`
          : ''
      }
      <h2>${t.log}</h2>
      <ol>
        ${log.map(
          ({ at, state, unit, note }) =>
            html`<li>
              ${date(at)}
              ${states[state]}${unit ? html` ${hans(unit)}` : ''}${note ? html`<br /><span class="text">${note}</span>` : ''}
            </li>`,
        )}
      </ol>
      ${
        messages.length
          ? html`<h2>${t.messages}</h2>
              <ol>
                ${messages.map(
                  ({ at, from, text, attachments: own }) =>
                    html`<li>
                      ${date(at)} ${from === 'citizen' ? t.citizen : t.office}<br /><span class="text">${text}</span
                      >${files(own)}
                    </li>`,
                )}
              </ol>`
          : ''
      }
      ${back}`,
    200,
  );
}

/** What went wrong, and what to do; the status stays that of the failure. */
export function failurePage({ code, status, issues, retryAfter }: Failure, title: string = t.failTitle): Response {
  const response = page(
    title,
    issues.length && status === 422
      ? html`<p>${t.failInput}</p>
          <ul>
            ${issues.map(({ path, code }) => html`<li>${issueText(String(path[0] ?? ''), code)}</li>`)}
          </ul>`
      : issues.some((issue) => issue.code === 'own_origin')
        ? html`<p>${t.ownOrigin}</p>
            <p><a href="/report" rel="noreferrer">${t.ownOriginLink}</a></p>`
        : html`<p>
              ${status === 413 ? t.tooLarge : t.error[code]}${
                retryAfter ? t.wait(Math.max(1, Math.ceil(retryAfter / 60))) : ''
              }
            </p>
            ${back}`,
    status,
  );
  if (retryAfter) response.headers.set('retry-after', String(retryAfter));
  return response;
}

export const missingPage = (): Response =>
  page(
    t.missingTitle,
    html`<p>${t.missing}</p>
      ${back}`,
    404,
  );
