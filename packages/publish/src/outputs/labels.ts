/** Official words of what is written (domain §1.2), in the order of the table. */
import type { CatalogueEntry } from '@zwgk/schema';

export const columnNames = {
  indexNumber: '索引号',
  title: '名称',
  summary: '内容概述',
  docNumber: '发文字号',
  subjectCategory: '主题分类',
  genre: '体裁',
  catalogNodeId: '公开目录',
  publisher: '发布机构',
  issuer: '发文机关',
  formedDate: '成文日期',
  publishedAt: '发布日期',
  effectiveDate: '生效日期',
  expiryDate: '失效日期',
  validity: '有效性',
  disclosureMode: '公开方式',
  audience: '公开范围',
  timeLimit: '公开时限',
  responsibleUnit: '责任科室',
  keywords: '主题词',
  url: '链接',
} as const;

const words: Readonly<Record<string, string>> = {
  valid: '有效',
  invalid: '失效',
  repealed: '废止',
  amended: '修改',
  trial: '试行',
  proactive: '主动公开',
  onRequest: '依申请公开',
  withheld: '不予公开',
  public: '全社会',
  specificGroup: '特定群体',
};
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
