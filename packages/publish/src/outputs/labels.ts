/** Official words of what is written (domain §1.2): those of the element, in the order of the table. */
import { cataloguePartsTable, catalogueTable, isNumbered } from '@zwgk/elements/static';
import type { CatalogueEntry } from '@zwgk/schema';

/** The 索引号; empty for the mark of an entry that has none, which nobody is to read. */
export const numberOf = ({ indexNumber }: CatalogueEntry): string => (isNumbered(indexNumber) ? indexNumber : '');

const { fields } = cataloguePartsTable;
export const columnNames = {
  indexNumber: fields.indexNumber,
  title: fields.title,
  summary: '内容概述',
  docNumber: fields.docNumber,
  subjectCategory: fields.subjectCategory,
  genre: fields.genre,
  // A file is read beside others, without the tree and the headings of a page.
  catalogNodeId: '公开目录',
  publisher: fields.publisher,
  issuer: fields.issuer,
  formedDate: fields.formedDate,
  publishedAt: fields.publishedAt,
  effectiveDate: fields.effectiveDate,
  expiryDate: fields.expiryDate,
  validity: fields.validity,
  disclosureMode: fields.disclosureMode,
  audience: '公开范围',
  timeLimit: fields.timeLimit,
  responsibleUnit: fields.responsibleUnit,
  keywords: '主题词',
  url: '链接',
} as const;

const words: Readonly<Record<string, string>> = { ...catalogueTable.codes, ...cataloguePartsTable.codes };
/** The word of a code; what is no code stands as it is. */
export const wordOf = (code: string | undefined): string =>
  code === undefined ? '' : Object.hasOwn(words, code) ? words[code]! : code;

/** 国办发〔2017〕47号: what is no longer or not simply in force says so where it stands. */
export const markOf = ({ validity }: CatalogueEntry): string =>
  validity && validity !== 'valid' ? `【${wordOf(validity)}】` : '';

export const captions = {
  list: (title: string) => `${title}（最新信息）`,
  more: (shown: number, total: number) => `以上为最新 ${shown} 条，共 ${total} 条。`,
  empty: '暂无信息。',
};
