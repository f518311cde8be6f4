/** One entry: all its metadata by their official names, validity, text, attachments, explanations, how to cite it. */
import type { CatalogueReader } from '@zwgk/client';
import type { CatalogueEntry, CatalogueNode, LocalizedText } from '@zwgk/schema';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { formatDate, formatDateTime, formatSize } from '../shared/format.js';
import { equip, withCodes, type Words } from './catalogue.parts.js';
import { pathTo } from './catalogue.tree.js';
import type { Reading } from './catalogue.view.js';
import { isNumbered, nameOf, wordOf } from './catalogue.words.js';

export interface EntryPart {
  /** Puts an entry in the list's place, with the titles of those that it names. */
  load(entry: CatalogueEntry, reader: CatalogueReader): void;
  view(entry: CatalogueEntry, reader: CatalogueReader, reading: Reading): TemplateResult;
}

type Field = keyof Words['text']['fields'];
interface EntryView extends Reading {
  readonly words: Words['text'];
  readonly codes: { readonly codes: Readonly<Record<string, string>> };
  readonly nodes: readonly CatalogueNode[];
  /** Entries named by this one, as far as they are known. */
  readonly related: ReadonlyMap<string, CatalogueEntry>;
}

/** The value of a field in words; empty when there is none. */
function valueOf(entry: CatalogueEntry, field: Field, { words, codes, lang, pick, nodes }: EntryView): string {
  const value = entry[field] as unknown;
  if (value === undefined || value === null) return '';
  if (field === 'indexNumber') return isNumbered(entry.indexNumber) ? entry.indexNumber : '';
  if (field === 'genre') return entry.genreText ? pick(entry.genreText) : wordOf(codes, entry.genre!);
  if (field === 'subjectCategory') return entry.subjectCategory!.split(/[\\＼]/).join(' › ');
  if (field === 'catalogNodeId')
    return (
      pathTo(nodes, entry.catalogNodeId)
        .map((node) => pick(node.title))
        .join(' › ') || entry.catalogNodeId!
    );
  if (field === 'article20Item') return words.article20(String(value));
  if (field === 'timeLimit') return entry.timeLimit!.raw;
  if (/At$/.test(field)) return formatDateTime(value as string, lang);
  if (/Date$/.test(field)) return formatDate(value as string, lang);
  const say = (one: unknown): string =>
    typeof one === 'string'
      ? wordOf(codes, one)
      : one && typeof one === 'object' && 'name' in one
        ? pick((one as { name: LocalizedText }).name)
        : pick(one as LocalizedText);
  return (Array.isArray(value) ? value : [value])
    .map(say)
    .filter(Boolean)
    .join(lang === 'en' ? ', ' : '、');
}

/** 废止、失效、修改 are marked on the original (国办发〔2017〕47号), and why a text is not here is said. */
function banners(entry: CatalogueEntry, view: EntryView): TemplateResult[] {
  const { words } = view;
  const said = [entry.validity, entry.disclosureMode].map(
    (code) => code && (words.banners as Record<string, string>)[code],
  );
  return said.map((line, i) => {
    if (!line) return html``;
    const over = !i && /repealed|^invalid/.test(entry.validity!);
    const next = !i && entry.replacedBy ? html`${words.replacedBy}${relatedLink(entry.replacedBy, view)}` : nothing;
    return html`<p part="banner" class=${over ? 'banner over' : 'banner'}>${line}${next}</p>`;
  });
}

const relatedLink = (number: string, { related, pick, opening }: EntryView) => {
  const title = pick(related.get(number)?.title) || number;
  return html`<a
    href="#zwgk=${encodeURIComponent(number)}"
    @click=${(click: Event) => {
      click.preventDefault();
      void opening.show(number);
    }}
    >${title}</a
  >`;
};

const paragraphs = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => html`<p>${line}</p>`);

function attachmentsView(entry: CatalogueEntry, { words, pick, lang }: EntryView): TemplateResult | typeof nothing {
  const attachments = entry.attachments ?? [];
  if (!attachments.length) return nothing;
  return html`<h4>${words.attachments}</h4>
    <ul class="files">
      ${attachments.map(({ name, url, sizeBytes, mime }) => {
        const label = pick(name);
        const type = (/\.([a-z0-9]{1,5})$/i.exec(label)?.[1] ?? mime?.split('/').pop() ?? '').toUpperCase();
        const facts = [type, sizeBytes === undefined ? '' : formatSize(sizeBytes)]
          .filter(Boolean)
          .join(lang === 'en' ? ', ' : '，');
        return html`<li>
          ${url ? html`<a href=${url}>${label}</a>` : label} ${facts ? html`<small>${facts}</small>` : nothing}
        </li>`;
      })}
    </ul>`;
}

function content(entry: CatalogueEntry, view: EntryView): TemplateResult {
  const { words, lang, pick } = view;
  const gone = entry.state;
  const fields = (Object.keys(words.fields) as Field[]).filter((field) => field !== 'title');
  const open = !gone && (!entry.disclosureMode || entry.disclosureMode === 'proactive');
  const summary = gone ? '' : pick(entry.summary);
  const body = open ? pick(entry.body) : '';
  const explained = entry.interpretationIds ?? [];
  return html`
    ${
      gone
        ? html`<p part="banner" class="banner over">
            ${words.goneWhen(words.gone[gone], formatDate(entry.stateAt, lang), pick(entry.stateReason))}${
              entry.replacedBy ? html` ${words.replacedBy}${relatedLink(entry.replacedBy, view)}` : nothing
            }
          </p>`
        : banners(entry, view)
    }
    <dl part="metadata">
      ${fields.map((field) => {
        const value = valueOf(entry, field, view);
        return value
          ? html`<div>
              <dt>${words.fields[field]}</dt>
              <dd>${value}</dd>
            </div>`
          : nothing;
      })}
    </dl>
    ${
      summary
        ? html`<h4>${words.summary}</h4>
            <div class="prose">${paragraphs(summary)}</div>`
        : nothing
    }
    ${body ? html`<div part="body" class="prose">${paragraphs(body)}</div>` : nothing}
    ${entry.url && open ? html`<p><a href=${entry.url}>${words.original}</a></p>` : nothing}
    ${open ? attachmentsView(entry, view) : nothing}
    ${
      explained.length
        ? html`<h4>${words.interpretations}</h4>
            <ul class="files">
              ${explained.map((id) => html`<li>${relatedLink(id, view)}</li>`)}
            </ul>`
        : nothing
    }
  `;
}

export function entryPart(host: LitElement): EntryPart {
  const words = equip(host);
  const related = new Map<string, CatalogueEntry>();
  const codes = new Map<string, TemplateResult | undefined>();
  /** A code with the link; drawn once its part is there, left out where it cannot be had. */
  const qr = (link: string): TemplateResult | undefined => {
    if (!codes.has(link)) {
      codes.set(link, undefined);
      void import('../shared/qr.js')
        .then(({ qrPicture }) => {
          codes.set(link, qrPicture(link, words.text.qr));
          host.requestUpdate();
        })
        .catch(() => {
          // Lost network, or a link too long for any code: the link itself stands beside it.
        });
    }
    return codes.get(link);
  };
  async function copy(text: string, done: string, from: string, { say }: Reading): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      // Pages without https have no clipboard: the reader copies what is selected.
      getSelection()?.selectAllChildren(host.renderRoot.querySelector(from)!);
      say(words.text.copyBy);
    }
  }
  return {
    load(entry, reader) {
      for (const id of [...(entry.interpretationIds ?? []), entry.replacedBy].slice(0, 20))
        if (id && !related.has(id))
          void reader.get(id).then(
            (found) => {
              related.set(id, found);
              host.requestUpdate();
            },
            // Its number stands in place of its title.
            () => {},
          );
    },
    view(entry, reader, reading) {
      const { text } = words;
      const { pick, lang, opening } = reading;
      const view = { ...reading, words: text, codes: withCodes(reading.text, words), nodes: reader.nodes, related };
      const numbered = isNumbered(entry.indexNumber);
      const link = opening.linkTo(entry.indexNumber);
      const citation = text.citation(
        nameOf(entry.publisher, pick),
        pick(entry.title),
        entry.docNumber ?? '',
        entry.indexNumber,
        formatDate(entry.publishedAt ?? entry.formedDate, lang),
      );
      return html`<article part="article" aria-labelledby="entry">
        <div class="actions no-print">
          <button type="button" @click=${opening.close}>‹ ${text.back}</button>
          ${
            numbered
              ? html`<button type="button" @click=${() => copy(link, text.copied, '.url', reading)}>
                  ${text.copyLink}
                </button>`
              : nothing
          }
        </div>
        <h3 id="entry" tabindex="-1">${pick(entry.title) || reading.text.untitled}</h3>
        ${content(entry, view)}
        ${
          numbered
            ? html`<h4>${text.cite}</h4>
                <div class="cite">
                  <div>
                    <p part="citation">${citation}<span class="url">${link}</span></p>
                    <button
                      type="button"
                      class="no-print"
                      @click=${() => copy(citation + link, text.citationCopied, '[part=citation]', reading)}
                    >
                      ${text.copyCitation}
                    </button>
                  </div>
                  ${qr(link) ?? nothing}
                </div>`
            : nothing
        }
      </article>`;
    },
  };
}
