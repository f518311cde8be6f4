/** What of an entry is searched, sorted and counted. The service keeps the same values in its columns. */
import type { FacetField } from './facets.js';
import { fold, foldsTo, foldTable } from './fold.js';
import { whenOf } from './minutes.js';

type Raw = Readonly<Record<string, unknown>>;

const str = (value: unknown): string => (typeof value === 'string' ? value : '');
/** A localized text in zh-Hans. */
const hans = (value: unknown): string => str(value) || str((value as Raw | null)?.['zh-Hans']);
/** A text in each of its languages. */
export const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).filter((one): one is string => typeof one === 'string')
      : [];
export const nameOf = (org: unknown): unknown => (org && typeof org === 'object' ? (org as Raw)['name'] : org);

/** Never shown to the public: 单位内部, also where the code is misspelt. */
export const isInternal = ({ audience }: Raw): boolean =>
  typeof audience === 'string' && audience !== 'public' && /internal|内部|內部/i.test(audience);

/** In lists, counts and searches: neither internal nor taken down. */
export const isListed = (entry: Raw): boolean =>
  (entry['state'] === undefined || (entry['state'] !== 'withdrawn' && entry['state'] !== 'deleted')) &&
  !isInternal(entry);

const yearOf = (when: number): string => (when === when ? String(new Date((when + 480) * 60000).getUTCFullYear()) : '');

/** The value of an entry for a facet; empty when it has none. */
export const facetOf: Readonly<Record<FacetField | 'node', (entry: Raw) => string>> = {
  year: (entry) => yearOf(whenOf(entry)),
  publisher: (entry) => hans(nameOf(entry['publisher'])),
  genre: (entry) => {
    const genre = str(entry['genre']);
    return genre && genre !== 'other' ? genre : hans(entry['genreText']) || genre;
  },
  // 主题分类: the top class.
  subjectCategory: (entry) =>
    str(entry['subjectCategory'])
      .split(/[\\＼>]/)[0]!
      .trim(),
  validity: (entry) => str(entry['validity']),
  disclosureMode: (entry) => str(entry['disclosureMode']),
  node: (entry) => str(entry['catalogNodeId']),
};

/** Texts of an entry's title, one for each language. */
export const titlesOf = (entry: Raw): string[] => texts(entry['title']);
/** The searched fields of an entry as they stand; a word must occur within one of them. */
export const textsOf = (entry: Raw): string[] => [
  ...titlesOf(entry),
  str(entry['docNumber']),
  str(entry['indexNumber']),
  ...texts(entry['summary']),
  ...texts(nameOf(entry['publisher'])),
];
/** Whether one of those fields passes, the likeliest first; for very many rows, so nothing is put together for it. */
export const someText = (entry: Raw, passes: (text: string) => boolean): boolean =>
  passesIn(entry['title'], passes) ||
  passesIn(nameOf(entry['publisher']), passes) ||
  passesIn(str(entry['docNumber']), passes) ||
  passesIn(str(entry['indexNumber']), passes) ||
  passesIn(entry['summary'], passes);
const passesIn = (value: unknown, passes: (text: string) => boolean): boolean =>
  !!value && (typeof value === 'string' ? passes(value) : texts(value).some(passes));
/** All searched fields, folded, each in a line of its own: what a plain scan would look through. */
export const searchText = (entry: Raw): string => textsOf(entry).map(fold).join('\n');
/** Sort keys by title and by 索引号: compared by code point. */
export const sortText = (entry: Raw, sort: 'title' | 'indexNumber'): string =>
  fold(sort === 'title' ? hans(entry['title']) : str(entry['indexNumber']));
/** Tells whether a whole query, folded, is an entry's 文号 or 索引号; for very many entries: most differ at once. */
export function exactly(folded: string): (entry: Raw) => boolean {
  const map = foldTable();
  const is = (own: unknown) => {
    if (typeof own !== 'string' || own.length < folded.length) return false;
    const code = map[own.charCodeAt(0)]!;
    return (!code || code === folded.charCodeAt(0)) && foldsTo(own, folded);
  };
  return ({ docNumber, indexNumber }) => is(docNumber) || is(indexNumber);
}
