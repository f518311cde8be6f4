/** One entry: all its metadata by their official names, validity, text, attachments, explanations, how to cite it. */
import type { CatalogueEntry, CatalogueNode, LocalizedText } from '@zwgk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatDateTime, formatSize } from '../shared/format.js';
import type { Language } from '../shared/language.js';
import type { CatalogueTable } from './catalogue.messages.js';
import { pathTo } from './catalogue.tree.js';
import { isNumbered, nameOf, wordOf } from './catalogue.words.js';

type Field = keyof CatalogueTable['fields'];

export interface EntryView {
  readonly text: CatalogueTable;
  readonly lang: Language;
  readonly pick: (value: LocalizedText | undefined) => string;
  readonly nodes: readonly CatalogueNode[];
  /** Entries named by this one, as far as they are known. */
  readonly related: ReadonlyMap<string, CatalogueEntry>;
  readonly link: string;
  readonly openLink: (indexNumber: string) => unknown;
}

/** The value of a field in words; empty when there is none. */
function valueOf(entry: CatalogueEntry, field: Field, { text, lang, pick, nodes }: EntryView): string {
  const value = entry[field] as unknown;
  if (value === undefined || value === null) return '';
  if (field === 'indexNumber') return isNumbered(entry.indexNumber) ? entry.indexNumber : '';
  if (field === 'genre') return entry.genreText ? pick(entry.genreText) : wordOf(text, entry.genre!);
  if (field === 'subjectCategory') return entry.subjectCategory!.split(/[\\＼]/).join(' › ');
  if (field === 'catalogNodeId')
    return (
      pathTo(nodes, entry.catalogNodeId)
        .map((node) => pick(node.title))
        .join(' › ') || entry.catalogNodeId!
    );
  if (field === 'article20Item') return text.article20(String(value));
  if (field === 'timeLimit') return entry.timeLimit!.raw;
  if (/At$/.test(field)) return formatDateTime(value as string, lang);
  if (/Date$/.test(field)) return formatDate(value as string, lang);
  const words = (one: unknown): string =>
    typeof one === 'string'
      ? wordOf(text, one)
      : one && typeof one === 'object' && 'name' in one
        ? pick((one as { name: LocalizedText }).name)
        : pick(one as LocalizedText);
  return (Array.isArray(value) ? value : [value])
    .map(words)
    .filter(Boolean)
    .join(lang === 'en' ? ', ' : '、');
}

/** 废止、失效、修改 are marked on the original (国办发〔2017〕47号), and why a text is not here is said. */
function banners(entry: CatalogueEntry, view: EntryView): TemplateResult[] {
  const { text } = view;
  const said = [entry.validity, entry.disclosureMode].map(
    (code) => code && (text.banners as Record<string, string>)[code],
  );
  return said.map((line, i) => {
    if (!line) return html``;
    const over = !i && /repealed|^invalid/.test(entry.validity!);
    const next = !i && entry.replacedBy ? html`${text.replacedBy}${relatedLink(entry.replacedBy, view)}` : nothing;
    return html`<p part="banner" class=${over ? 'banner over' : 'banner'}>${line}${next}</p>`;
  });
}

const relatedLink = (number: string, { related, pick, openLink }: EntryView) => {
  const title = pick(related.get(number)?.title) || number;
  return html`<a
    href="#zwgk=${encodeURIComponent(number)}"
    @click=${(click: Event) => {
      click.preventDefault();
      openLink(number);
    }}
    >${title}</a
  >`;
};

const paragraphs = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => html`<p>${line}</p>`);

export function entryView(entry: CatalogueEntry, view: EntryView): TemplateResult {
  const { text, lang, pick, link } = view;
  const fields = (Object.keys(text.fields) as Field[]).filter((field) => field !== 'title');
  const open = !entry.disclosureMode || entry.disclosureMode === 'proactive';
  const summary = pick(entry.summary);
  const body = open ? pick(entry.body) : '';
  const attachments = (open && entry.attachments) || [];
  const explained = entry.interpretationIds ?? [];
  const number = valueOf(entry, 'indexNumber', view);
  return html`
    ${banners(entry, view)}
    <dl part="metadata">
      ${fields.map((field) => {
        const value = valueOf(entry, field, view);
        return value
          ? html`<div>
              <dt>${text.fields[field]}</dt>
              <dd>${value}</dd>
            </div>`
          : nothing;
      })}
    </dl>
    ${
      summary
        ? html`<h4>${text.summary}</h4>
            <div class="prose">${paragraphs(summary)}</div>`
        : nothing
    }
    ${body ? html`<div part="body" class="prose">${paragraphs(body)}</div>` : nothing}
    ${entry.url && open ? html`<p><a href=${entry.url}>${text.original}</a></p>` : nothing}
    ${
      attachments.length
        ? html`<h4>${text.attachments}</h4>
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
            </ul>`
        : nothing
    }
    ${
      explained.length
        ? html`<h4>${text.interpretations}</h4>
            <ul class="files">
              ${explained.map((id) => html`<li>${relatedLink(id, view)}</li>`)}
            </ul>`
        : nothing
    }
    ${
      number
        ? html`<h4>${text.cite}</h4>
            <p part="citation">
              ${text.citation(
                nameOf(entry.publisher, pick),
                pick(entry.title),
                entry.docNumber ?? '',
                number,
                formatDate(entry.publishedAt ?? entry.formedDate, lang),
              )}<span class="url">${link}</span>
            </p>`
        : nothing
    }
  `;
}
