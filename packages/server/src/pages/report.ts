/** 举报 of officials: a page of the service's own origin, which no other page can read, frame or be told about. */
import type { Vault } from '../vault.js';
import { html, page } from './html.js';
import { messages as t } from './messages.js';

const HOURS = 24;
const markOf = (vault: Vault, time: string) => vault.hash('report-page', time);

/** Whether a plain form came from our own page: a page without a referrer has no origin that would tell it. */
export function isOwnForm(vault: Vault, mark: string | undefined, now: number): boolean {
  const [time = '', hash = ''] = (mark ?? '').split('.');
  if (!/^\d{10,16}$/.test(time) || hash !== markOf(vault, time)) return false;
  return Number(time) > now - HOURS * 3600000 && Number(time) < now + 60000;
}

/** The headers that the page adds; scripts and styles are the service's own files and nobody else's. */
const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
};
const CSP = [
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];

export function reportPage(vault: Vault, bureau: string | undefined, now: number): Response {
  const time = String(now);
  const field = (name: string, label: string, most: number, required = false) =>
    html`<p>
      <label
        >${label} <input name="${name}" maxlength="${most}" ${required ? html`required` : ''} autocomplete="off"
      /></label>
    </p>`;
  // A title that tells nobody who looks at the screen, or at the list of pages visited, what is written here.
  return page(
    t.reportTitle,
    html`<p>${t.reportIntro(bureau)}</p>
      <zwgk-provider api="/api/v1">
        <zwgk-complaint-form kinds="report" kind="report" own-origin ${bureau ? html`org="${bureau}"` : ''}>
          <form method="post" action="/api/v1/complaints" accept-charset="utf-8" autocomplete="off">
            <input type="hidden" name="kind" value="report" />
            <input type="hidden" name="page" value="${time}.${markOf(vault, time)}" />
            ${field('accused.name', t.accusedName, 50)} ${field('accused.org', t.accusedOrg, 200)}
            ${field('title', t.titleField, 50, true)}
            <p>
              <label>${t.contentField} <textarea name="content" rows="8" required maxlength="2000"></textarea></label>
            </p>
            <p>
              <label
                >${t.identityField}
                <select name="identityMode">
                  <option value="realNameConfidential">${t.identity.realNameConfidential}</option>
                  <option value="realName">${t.identity.realName}</option>
                  <option value="anonymous">${t.identity.anonymous}</option>
                </select></label
              >
            </p>
            ${field('name', t.nameField, 50)} ${field('phone', t.phoneField, 20)}
            <p>${t.reportNotice}</p>
            <p><button>${t.send}</button></p>
          </form>
        </zwgk-complaint-form>
      </zwgk-provider>
      <p class="screen"><a href="/" rel="noreferrer">${t.leave}</a></p>`,
    200,
    { scripts: ['/cdn/zwgk.js'], csp: CSP, headers: HEADERS },
  );
}
