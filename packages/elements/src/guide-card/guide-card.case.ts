/** 办件进度: the reader's case, asked of the page's own case system, and the step at which it stands. */
import { isZwgkError, type Connection } from '@zwgk/client';
import { GuideCase, readLenient, type GuideStep } from '@zwgk/schema';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { formatDate } from '../shared/format.js';
import { own, type Shown } from './guide-card.facts.js';
import type { FullView } from './guide-card.rows.js';

export interface CaseHost extends LitElement {
  caseNo: string | undefined;
  caseSrc: string | undefined;
  position: string | undefined;
}

/** The step that a case has reached, as far as it is known. */
export interface Standing {
  /** Index in the guide's flow. */
  readonly step: number;
  /** Node of the chart. */
  readonly node: string | undefined;
}

/** By number, by name, by id of a node; the page's word counts before that of the case system. */
export function standingOf(
  flow: readonly GuideStep[],
  position: string | undefined,
  found: GuideCase | undefined,
  pick: FullView['pick'],
): Standing {
  const { step, stage, node } = found ?? {};
  const asked = position?.trim();
  const byName = (name: string) => (name ? flow.findIndex((one) => pick(one.stage).trim() === name.trim()) : -1);
  const byNumber = (number: number) => flow.findIndex((one, i) => (one.order ?? i + 1) === number);
  const at = asked
    ? Math.max(byName(asked), /^\d{1,3}$/.test(asked) ? byNumber(+asked) : -1)
    : Math.max(step === undefined ? -1 : byNumber(step), byName(pick(stage)));
  return { step: at, node: asked && at < 0 ? asked : asked ? undefined : node };
}

export class CaseLook {
  /** What the case system answered, and for which address. */
  found: GuideCase | undefined;
  private _for = '';
  private _state: 'idle' | 'busy' | 'none' | 'failed' = 'idle';
  private _control: AbortController | undefined;

  constructor(private _host: CaseHost) {}

  /** Asks once for each number and address. */
  async look(connection: Connection, again = false): Promise<void> {
    const { caseNo = '', caseSrc = '' } = this._host;
    const number = caseNo.trim();
    const url = number && caseSrc.includes('{caseNo}') && caseSrc.split('{caseNo}').join(encodeURIComponent(number));
    if (!url) {
      this.found = undefined;
      this._for = '';
      return;
    }
    if (url === this._for && !again) return;
    this._control?.abort();
    const control = (this._control = new AbortController());
    this._for = url;
    this._state = 'busy';
    this.found = undefined;
    try {
      const answer = await connection.http.json(new URL(url, this._host.baseURI).href, {
        absolute: true,
        signal: control.signal,
      });
      if (control.signal.aborted) return;
      this.found = readLenient(GuideCase, answer).value;
      this._state = this.found ? 'idle' : 'failed';
    } catch (error) {
      if (control.signal.aborted) return;
      this._state = isZwgkError(error) && error.code === 'not_found' ? 'none' : 'failed';
    }
    this._host.requestUpdate();
  }
  leave(): void {
    this._control?.abort();
  }

  /** The question for a number, and the answer in words. */
  show({ text, pick, lang }: FullView, look: () => void): Shown {
    const { caseNo, caseSrc } = this._host;
    const { found, _state: state } = this;
    const code = found?.state;
    const line =
      state === 'none'
        ? text.caseNone
        : state === 'failed'
          ? text.caseFailed
          : caseNo && (found || (!caseSrc && this._host.position))
            ? text.caseState(
                found?.caseNo ?? caseNo,
                [code && own(text.caseStates, code), pick(found?.stage)].filter(Boolean).join('，'),
              ) + (found?.updatedAt ? text.caseAsOf(formatDate(found.updatedAt, lang)) : '')
            : '';
    if (!caseSrc && !line) return nothing;
    const submit = (event: Event): void => {
      event.preventDefault();
      this._host.caseNo = (event.currentTarget as HTMLElement).querySelector('input')!.value.trim() || undefined;
      look();
    };
    const form: TemplateResult | typeof nothing = caseSrc
      ? html`<form class="case-form no-print" @submit=${submit}>
          <label for="case">${text.caseAsk}</label>
          <input id="case" autocomplete="off" maxlength="100" .value=${caseNo ?? ''} />
          <button type="submit">${text.caseLook}</button>
        </form>`
      : nothing;
    return html`<div class="case">
      ${form}
      <p role="status" class=${state === 'none' || state === 'failed' ? 'slower' : 'answer'}>
        ${line && html`<strong>${line.replace(/：$/, '')}</strong>`} ${pick(found?.note)}
      </p>
    </div>`;
  }
}
