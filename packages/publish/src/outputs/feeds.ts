/** RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 of a column. */
import { createHash } from 'node:crypto';
import type { Catalogue, CatalogueEntry } from '@zwgk/schema';
import { markOf } from './labels.js';
import { addressOf, changedAt, momentOf, type Column } from './model.js';
import { clean, escaped, hans, nameOf, type Addresses } from './text.js';

interface Feed {
  readonly catalogue: Catalogue;
  readonly column: Column;
  readonly addresses: Addresses;
  /** Address of the feed itself, when there is a base. */
  readonly self: string | undefined;
}

/** RFC 4122 version 5: the same thing has the same name in every build, on every host. */
export function urnOf(name: string): string {
  const bytes = createHash('sha1').update('zwgk:').update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 15) | 80;
  bytes[8] = (bytes[8]! & 63) | 128;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** RFC 822 in Beijing time. */
function mailDate(moment: string): string {
  const utc = new Date(`${moment.slice(0, 19)}Z`);
  return utc.toUTCString().replace('GMT', '+0800');
}

const titleOf = ({ catalogue, column }: Feed): string => {
  const name = hans(catalogue.title);
  return column.node && name ? `${column.title} - ${name}` : column.title || name;
};
/** 废止, 失效 … is said in the title: a feed reader shows nothing else. */
const headline = (entry: CatalogueEntry): string => markOf(entry) + hans(entry.title);
const element = (name: string, text: string | undefined): string => (text ? `<${name}>${escaped(text)}</${name}>` : '');

/** Undefined without a base: the links of RSS are absolute. */
export function rssOf(feed: Feed): string | undefined {
  const { catalogue, column, addresses, self } = feed;
  if (!addresses.page || !self) return undefined;
  const items = column.entries.map((entry) => {
    const link = addressOf(entry, addresses);
    const moment = momentOf(entry);
    return `<item>${element('title', headline(entry))}${element('link', link)}<guid isPermaLink="false">${escaped(
      entry.indexNumber || urnOf(hans(entry.title)),
    )}</guid>${element('pubDate', moment && mailDate(moment))}${element('dc:creator', nameOf(entry.publisher))}${element(
      'category',
      entry.genre,
    )}${element('description', hans(entry.summary))}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
${element('title', titleOf(feed))}${element('link', addresses.page.href)}<atom:link rel="self" type="application/rss+xml" href="${escaped(self)}"/>
<description>${escaped(nameOf(catalogue.publisher) || titleOf(feed))}</description><language>zh-CN</language><lastBuildDate>${mailDate(
    changedAt(column, catalogue.updatedAt),
  )}</lastBuildDate>
${items.join('\n')}
</channel></rss>
`;
}

export function atomOf(feed: Feed): string {
  const { catalogue, column, addresses, self } = feed;
  const updated = changedAt(column, catalogue.updatedAt);
  const author = nameOf(catalogue.publisher);
  const entries = column.entries.map((entry) => {
    const link = addressOf(entry, addresses);
    const name = nameOf(entry.publisher) || author || titleOf(feed);
    const moment = momentOf(entry);
    return `<entry><id>${urnOf(entry.indexNumber || hans(entry.title))}</id><title>${escaped(
      headline(entry) || entry.indexNumber,
    )}</title><updated>${moment ?? updated}</updated>${element('published', moment)}<author>${element(
      'name',
      name,
    )}</author>${link ? `<link rel="alternate" href="${escaped(link)}"/>` : ''}${
      entry.genre ? `<category term="${escaped(entry.genre)}"/>` : ''
    }<summary>${escaped(hans(entry.summary))}</summary></entry>`;
  });
  const of = `${catalogue.id ?? ''}/${column.node?.id ?? ''}/${author}/${hans(catalogue.title)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans"><id>${urnOf(of)}</id>
<title>${escaped(titleOf(feed))}</title><updated>${updated}</updated><author>${element('name', author || titleOf(feed))}</author>
${self ? `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>` : ''}${
    addresses.page ? `<link rel="alternate" type="text/html" href="${escaped(addresses.page.href)}"/>` : ''
  }
${entries.join('\n')}
</feed>
`;
}

export function jsonFeedOf(feed: Feed): string {
  const { catalogue, column, addresses, self } = feed;
  const author = nameOf(catalogue.publisher);
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: clean(titleOf(feed)),
    ...(addresses.page ? { home_page_url: addresses.page.href } : {}),
    ...(self ? { feed_url: self } : {}),
    language: 'zh-Hans',
    ...(author ? { authors: [{ name: clean(author) }] } : {}),
    items: column.entries.map((entry) => {
      const url = addresses.base && addressOf(entry, addresses);
      const moment = momentOf(entry);
      const publisher = nameOf(entry.publisher);
      return {
        id: clean(entry.indexNumber) || urnOf(hans(entry.title)),
        ...(url ? { url } : {}),
        title: clean(headline(entry)),
        // An item has a text; the title stands in where there is no summary.
        content_text: clean(hans(entry.summary) || headline(entry)),
        ...(moment ? { date_published: moment } : {}),
        ...(publisher ? { authors: [{ name: clean(publisher) }] } : {}),
        ...(entry.genre ? { tags: [clean(entry.genre)] } : {}),
      };
    }),
  })}\n`;
}
