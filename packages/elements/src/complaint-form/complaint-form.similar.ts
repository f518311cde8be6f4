/** 相近的答复和指南: found on this device in the published lists. Nothing that is typed leaves the page for it. */
import { createGuides, publishedLetters, type Http } from '@zwgk/client';
import type { Letter } from '@zwgk/schema';
import { adoptStyles, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { formatDate } from '../shared/format.js';
import { MessagesController } from '../shared/messages.js';
import { similarMessages } from './complaint-form.similar.messages.js';
import { similarStyles } from './complaint-form.similar.styles.js';

export interface Known {
  readonly title: string;
  readonly letter?: Letter;
  /** Address of a guide. */
  readonly url?: string;
}

/** Documents that are fetched at most, of each of the two lists. */
const MOST = 1000;
/** What says nothing about the subject. */
const EMPTY =
  /关于|咨询|请问|如何|怎么|怎样|什么|多久|多长时间|能不能|可不可以|可以|需要|材料|手续|申请|办理|问题|情况|反映|建议|投诉|希望|我们|的|了|吗|呢/g;

/** Pairs of neighbours, which is what Chinese words are made of. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .replace(EMPTY, ' ')
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const units = Array.from(run);
    for (let i = 1; i < units.length; i++) pairs.add(units[i - 1]! + units[i]!);
  }
  return pairs;
}

/** Finds what is like a title: rare pairs weigh more; nothing is better than something far-fetched. */
export function createFinder(known: readonly Known[]): (title: string) => Known[] {
  const pairs = known.map(({ title }) => pairsOf(title));
  const count = new Map<string, number>();
  for (const set of pairs) set.forEach((pair) => count.set(pair, (count.get(pair) ?? 0) + 1));
  // A pair that stands nowhere tells little: it may be a name, or where two words meet.
  const weight = (pair: string) => (count.has(pair) ? Math.log(1 + known.length / count.get(pair)!) : 0.7);
  const sum = (list: readonly string[]) => list.reduce((total, pair) => total + weight(pair), 0);
  return (title) => {
    const asked = [...pairsOf(title)];
    if (asked.length < 2) return [];
    return pairs
      .map((set, i) => {
        const common = asked.filter((pair) => set.has(pair));
        // Of the shorter of the two, so that a few words find a long title.
        const share = sum(common) / Math.min(sum(asked), sum([...set]) || 1);
        return { i, score: common.length > 1 ? share : 0 };
      })
      .filter(({ score }) => score >= 0.4)
      .sort((a, b) => b.score - a.score || a.i - b.i)
      .slice(0, 5)
      .map(({ i }) => known[i]!);
  };
}

export class Similar {
  private _messages: MessagesController<typeof similarMessages.zhHans>;
  private _find: ((title: string) => Known[]) | undefined;
  private _found: readonly Known[] = [];
  private _title = '';
  private _timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private _host: LitElement,
    http: Http,
    guideUrl: string | undefined,
  ) {
    const root = _host.renderRoot as ShadowRoot;
    // Without constructable sheets there is nothing adopted yet, and a style element is added.
    adoptStyles(root, [...(root.adoptedStyleSheets ?? []), similarStyles]);
    this._messages = new MessagesController(_host, similarMessages);
    void this._load(http, guideUrl);
  }

  private async _load(http: Http, guideUrl: string | undefined): Promise<void> {
    const known: Known[] = [];
    try {
      if (guideUrl)
        for await (const { id, title } of createGuides(http).all({ pageSize: 100 })) {
          known.push({ title, url: guideUrl.replace('{id}', encodeURIComponent(id)) });
          if (known.length >= MOST) break;
        }
    } catch {
      // Only an offer: without the list there is none.
    }
    try {
      for (const letter of await publishedLetters(http, MOST)) known.push({ title: letter.title, letter });
    } catch {
      // The same.
    }
    this._find = createFinder(known);
    this._look();
  }
  private _look = (): void => {
    this._found = this._find?.(this._title) ?? [];
    this._host.requestUpdate();
  };
  /** Looks again once the writer pauses, so that nothing jumps while typing. */
  typed(title: string): void {
    if (title === this._title) return;
    this._title = title;
    clearTimeout(this._timer);
    this._timer = setTimeout(this._look, 500);
  }

  view(): TemplateResult {
    const { text, lang, pick } = this._messages;
    const { _found: found } = this;
    return html`<p class="sr" role="status">${found.length ? text.said(found.length) : ''}</p>
      ${
        found.length
          ? html`<details class="similar">
              <summary>${text.found(found.length)}</summary>
              <p class="hint">${text.hint}</p>
              <ul>
                ${found.map(({ title, url, letter }) =>
                  letter
                    ? html`<li>
                        <details>
                          <summary>${title}<small>${text.letter}</small></summary>
                          <p class="hint">
                            ${[pick(letter.unit), letter.repliedAt ? formatDate(letter.repliedAt, lang) : '']
                              .filter(Boolean)
                              .join(text.comma)}
                          </p>
                          ${letter.content ? html`<p class="text">${text.asked}${letter.content}</p>` : nothing}
                          <p class="text">${text.answered}${letter.reply ?? ''}</p>
                        </details>
                      </li>`
                    : html`<li>
                        <a href=${url!} target="_blank" rel="noopener">${title}</a><small>${text.guide}</small>
                      </li>`,
                )}
              </ul>
            </details>`
          : nothing
      }`;
  }
}
