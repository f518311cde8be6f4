/** schema.org in JSON-LD, so that search engines know a procedure, a catalogue and a document for what they are. */
import type { Catalogue, CatalogueEntry, Guide, LocalizedText } from '@zwgk/schema';
import { numberOf, wordOf } from './labels.js';
import { addressOf, momentOf, type Column } from './model.js';
import { clean, hans, linkOf, nameOf, type Addresses } from './text.js';

type Node = Record<string, unknown>;

/** Without what is empty. */
const full = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node)
      .filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length))
      .map(([key, value]) => [key, typeof value === 'string' ? clean(value) : value]),
  );
const organisation = (name: string): Node | undefined =>
  name ? full({ '@type': 'GovernmentOrganization', name }) : undefined;
const text = (value: LocalizedText | undefined) => hans(value);

/** 办事指南 → GovernmentService. */
export function serviceOf(guide: Guide, addresses: Addresses): Node {
  const { taskName, deptName, places = [], consult = [], onlineUrl, url } = guide;
  const link = (address: string | undefined) => linkOf(address, addresses);
  const channels = places.map((place) =>
    full({
      '@type': 'ServiceChannel',
      name: text(place.name) || text(place.window),
      servicePhone: text(place.phone) ? { '@type': 'ContactPoint', telephone: clean(text(place.phone)) } : undefined,
      serviceLocation: full({ '@type': 'Place', name: text(place.name), address: text(place.address) }),
    }),
  );
  if (onlineUrl) channels.push(full({ '@type': 'ServiceChannel', name: '网上办理', serviceUrl: link(onlineUrl) }));
  return full({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: text(taskName),
    identifier: guide.taskCode ?? guide.id,
    url: link(url),
    description: text(guide.scope),
    serviceOperator: organisation(text(deptName)),
    availableChannel: channels,
    serviceOutput: text(guide.resultName) ? { '@type': 'Thing', name: clean(text(guide.resultName)) } : undefined,
    contactPoint: consult.map(({ kind, value }) =>
      full({ '@type': 'ContactPoint', contactType: text(kind), telephone: text(value) }),
    ),
    dateModified: guide.updatedAt,
    inLanguage: guide.lang ?? 'zh-Hans',
  });
}

/** 目录条目 → DigitalDocument. */
export function documentOf(entry: CatalogueEntry, addresses: Addresses): Node {
  return full({
    '@type': 'DigitalDocument',
    name: hans(entry.title),
    identifier: numberOf(entry) || undefined,
    url: addressOf(entry, addresses),
    abstract: hans(entry.summary),
    genre: entry.genre,
    keywords: entry.keywords,
    datePublished: momentOf(entry)?.slice(0, 10),
    dateCreated: entry.formedDate,
    expires: entry.expiryDate,
    creativeWorkStatus: wordOf(entry.validity),
    publisher: organisation(nameOf(entry.publisher)),
    inLanguage: entry.lang ?? 'zh-Hans',
  });
}

/** 目录 → Dataset with its downloads. */
export function datasetOf(
  catalogue: Catalogue,
  downloads: readonly [type: string, path: string][],
  addresses: Addresses,
): Node {
  return full({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: hans(catalogue.title),
    description: `${nameOf(catalogue.publisher)}${hans(catalogue.title)}，共 ${catalogue.entries.length} 条。`,
    url: addresses.page?.href,
    publisher: organisation(nameOf(catalogue.publisher)),
    dateModified: catalogue.updatedAt,
    inLanguage: 'zh-Hans',
    isAccessibleForFree: true,
    distribution: downloads.map(([encodingFormat, path]) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: addresses.base ? new URL(path, addresses.base).href : path,
    })),
  });
}

/** 栏目 → where it lies (BreadcrumbList) and its newest documents (ItemList). */
export function columnOf(catalogue: Catalogue, column: Column, addresses: Addresses): Node {
  const path = [hans(catalogue.title), ...column.path].filter(Boolean);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'BreadcrumbList',
        itemListElement: path.map((name, i) =>
          full({ '@type': 'ListItem', position: i + 1, name, item: i ? undefined : addresses.page?.href }),
        ),
      },
      {
        '@type': 'ItemList',
        name: clean(column.title),
        numberOfItems: column.total,
        itemListElement: column.entries.map((entry, i) => ({
          '@type': 'ListItem',
          position: i + 1,
          item: documentOf(entry, addresses),
        })),
      },
    ],
  };
}
