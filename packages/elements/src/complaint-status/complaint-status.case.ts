/** A case as its holder sees it: state, facts, answer, history, messages. */
import { today, type CaseFile, type ComplaintCase, type LocalizedText } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatDateTime } from '../shared/format.js';
import { factLines, type Lines } from '../shared/facts.js';
import type { StatusTable } from './complaint-status.messages.js';

export interface CaseView {
  readonly text: StatusTable;
  readonly lang: string;
  readonly pick: (value: LocalizedText | undefined) => string;
  readonly found: ComplaintCase;
  /** Milliseconds. */
  readonly now: number;
  /** Sentences of the explanation; undefined while it is not there yet, empty when there is none. */
  readonly how: readonly string[] | undefined;
  /** The reader opens or closes the explanation. */
  readonly explain: (event: Event) => void;
  /** The reader wants a file. */
  readonly save: (file: CaseFile) => void;
}

/** Nobody waits for an answer any more. */
const OVER = ['rejected', 'replied', 'rated', 'closed', 'archived'];

const moment = (value: string, lang: string) => html`<time datetime=${value}>${formatDateTime(value, lang)}</time>`;

export const stateWord = ({ state, withdrawn }: ComplaintCase, text: StatusTable): string =>
  withdrawn ? text.withdrawn : text.state[state];

/** 附件, each to be saved: nothing of them is shown in the page. */
const filesView = (
  { text, save }: CaseView,
  files: readonly CaseFile[] | undefined,
): TemplateResult | typeof nothing =>
  files?.length
    ? html`<ul class="files" aria-label=${text.attachments}>
        ${files.map(
          (file) =>
            html`<li>
              <button type="button" class="link" @click=${() => save(file)}>${file.name}</button>
              <small>${Math.ceil(file.size / 1024)} KB</small>
            </li>`,
        )}
      </ul>`
    : nothing;

/** 首问 → 转办: the units through whose hands it went, as far as the history tells. */
function chainOf({ log }: ComplaintCase, pick: CaseView['pick'], text: StatusTable): string {
  const units = log.map(({ unit }) => pick(unit)).filter(Boolean);
  const chain = units.filter((unit, i) => unit !== units[i - 1]);
  return chain.length > 1 ? [text.first(chain[0]!), ...chain.slice(1)].join(' → ') : '';
}

function dueView({ text, lang, found, now, how, explain }: CaseView): TemplateResult | typeof nothing {
  const { dueAt, dueProvisional, state } = found;
  if (!dueAt) return nothing;
  const late = !OVER.includes(state) && today(new Date(now)) > dueAt;
  return html`<div>
    <dt>${text.dueAt}</dt>
    <dd class="due ${late ? 'fault' : ''}">
      ${text.due(formatDate(dueAt, lang))}${dueProvisional ? text.provisional : ''}${late ? text.overdue : ''}
      <details class="how" @toggle=${explain}>
        <summary>${text.how}</summary>
        ${
          how === undefined
            ? html`<p>${text.counting}</p>`
            : how.length
              ? html`<ol>
                  ${how.map((line) => html`<li>${line}</li>`)}
                </ol>`
              : html`<p>${text.notCounted}</p>`
        }
      </details>
    </dd>
  </div>`;
}

export function caseView(view: CaseView): TemplateResult {
  const { text, lang, pick, found } = view;
  const { ticketNo, kind, submittedAt, content, log, messages = [], reply, rating } = found;
  const held = pick(found.heldBy);
  const since = found.heldSince;
  const chain = chainOf(found, pick, text);
  const facts: Lines = [
    [text.ticketNo, ticketNo],
    [text.kindLabel, text.kind[kind]],
    [text.submittedAt, formatDateTime(submittedAt, lang)],
    ...(held ? [[text.heldBy, since ? text.since(held, formatDate(since, lang)) : held] as const] : []),
    ...(chain ? [[text.chain, chain] as const] : []),
  ];
  const levels: Readonly<Record<string, string>> = text.rating;
  return html`<p class="state ${found.state}"><span class="sr">${text.now}：</span>${stateWord(found, text)}</p>
    <dl class="facts">
      ${factLines(facts)}${dueView(view)}
      ${rating ? factLines([[text.yourRating, levels[rating.level] ?? String(rating.level)]]) : nothing}
    </dl>
    ${
      reply
        ? html`<section class="box reply" part="reply" aria-labelledby="reply">
            <h3 id="reply">${text.reply}</h3>
            <p>${moment(reply.at, lang)} ${pick(reply.unit)}</p>
            <p class="text">${reply.text}</p>
            ${filesView(view, reply.attachments)}
          </section>`
        : nothing
    }
    <section aria-labelledby="history">
      <h3 id="history">${text.history}</h3>
      <ol class="timeline" part="history">
        ${log.map(
          ({ at, state, step, unit, note }, i) =>
            html`<li aria-current=${i === log.length - 1 ? 'step' : nothing}>
              <b>${step === 'withdraw' ? text.withdrawn : text.state[state]}</b>${moment(at, lang)}
              <span>${step === 'withdraw' ? text.from.citizen : pick(unit)}</span>
              ${note ? html`<p class="text">${note}</p>` : nothing}
            </li>`,
        )}
      </ol>
    </section>
    ${
      messages.length
        ? html`<section aria-labelledby="talk">
            <h3 id="talk">${text.talk}</h3>
            <ol class="talk">
              ${messages.map(
                (message) =>
                  html`<li>
                    <b>${(message.from === 'unit' && pick(message.unit)) || text.from[message.from]}</b>
                    ${moment(message.at, lang)}
                    <p class="text">${message.text}</p>
                    ${filesView(view, message.attachments)}
                  </li>`,
              )}
            </ol>
          </section>`
        : nothing
    }
    ${
      content
        ? html`<details>
            <summary>${text.letter}</summary>
            <p class="text">${content}</p>
          </details>`
        : nothing
    }
    ${
      found.attachments?.length
        ? html`<section aria-labelledby="files">
            <h3 id="files">${text.attachments}</h3>
            ${filesView(view, found.attachments)}
          </section>`
        : nothing
    }`;
}
