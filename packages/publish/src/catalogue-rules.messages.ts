/** What the rules of an inspection say to those who keep a catalogue. */
import type { CatalogueRule, FindingInputs } from '@zwgk/schema';

const interval = ({ days, months, yearlyBy }: FindingInputs): string =>
  days !== undefined
    ? `每 ${days} 天更新一次`
    : months !== undefined
      ? `每 ${months} 个月更新一次`
      : `每年 ${String(yearlyBy).replace('-', ' 月 ')} 日前更新`;
const since = (inputs: FindingInputs): string =>
  inputs['last'] === undefined
    ? '所有条目都没有发布日期，视为没有更新'
    : `最近一次更新是 ${inputs['last']}，已有 ${inputs['silent']} 天没有更新`;
const BY: Readonly<Record<string, string>> = {
  own: '按栏目自定的周期',
  kind: '按栏目类型',
  name: '按栏目名称推定',
};

/** About a column, or about the catalogue. */
export const columnSentences: Partial<Record<CatalogueRule, (inputs: FindingInputs) => string>> = {
  'empty-column': () => '空白栏目，没有任何内容',
  'empty-columns-veto': ({ columns, limit }) => `空白栏目共 ${columns} 个，达到 ${limit} 个，网站即为不合格`,
  'stale-column': (inputs) => `更新不及时：${since(inputs)}，应${interval(inputs)}`,
  'quiet-column': (inputs) => `更新不及时：${since(inputs)}，${BY[String(inputs['by'])]}应${interval(inputs)}`,
  'stale-columns-veto': ({ columns, limit }) => `不更新的栏目共 ${columns} 个，达到 ${limit} 个，网站即为不合格`,
  burst: ({ day, items, before, silent }) =>
    `${day} 一天发布 ${items} 条，此前 ${silent} 天没有更新（上一次是 ${before}），可能被认为突击更新`,
};

/** About entries; the field stands before. */
export const entrySentences: Partial<Record<CatalogueRule, (field: string) => string>> = {
  late: () => '超过公开时限才发布',
  'formed-date-missing': () => '没有填写成文日期（生成日期）',
  'element-missing': (field) => `没有填写${field}`,
  'summary-missing': () => '没有填写内容概述',
  'validity-missing': () => '规范性文件没有标注有效性',
  'content-missing': () => '主动公开的信息只有标题，没有正文、附件或链接',
  'reason-missing': () => '不予公开、依申请公开的，没有写明理由',
  'withheld-with-content': (field) => `不是主动公开，却带有${field}；发布时会去掉`,
  'personal-data': (field) => `${field}中有个人信息，发布前必须去掉或者遮盖`,
  'duplicate-index-number': () => '索引号与前面的条目重复',
  'index-number-code': () => '索引号中的机构代码校验不对',
  'unknown-column': () => '没有归入目录中的栏目',
  'unknown-reference': (field) => `${field}指向的索引号不存在`,
  'replaced-but-valid': () => '已有替代文件，仍标为有效',
  'replaced-in-circle': () => '文件互相替代，找不到现行的一件',
  'expired-but-valid': () => '失效日期已过，仍标为有效',
  'expiry-before-effective': () => '失效日期早于生效日期',
  'formed-after-published': () => '成文日期晚于发布日期',
  'published-in-future': () => '发布日期还没有到',
  'doc-number-year': () => '文号的年份与成文日期不一致',
  'date-placeholder': (field) => `${field}写成 1970-01-01，表示没有填写，请删去`,
  'standard-cell-empty': (field) => `${field}一栏空着`,
  'standard-ditto': (field) => `${field}写的是“同上”，请写出内容`,
  'standard-duplicate': () => '一级、二级事项与前面的重复',
  'standard-limit-over-20': () => '公开时限长于 20 个工作日，请写明另有规定的依据',
};

const UNITS: Readonly<Record<string, string>> = { workingDays: '个工作日', calendarDays: '日', months: '个月' };
/** What stands beside an entry that is named. */
export const sampleNotes: Partial<Record<CatalogueRule, (inputs: FindingInputs) => string>> = {
  late: ({ formed, published, due, unit, value, over, provisional }) =>
    `${formed} 成文，时限 ${value} ${UNITS[String(unit)]}，最迟应于 ${due} 发布，实际 ${published} 发布，迟了 ${over} 个工作日${provisional ? '，按现有放假安排推算' : ''}`,
  'personal-data': ({ kind }) => `疑似${kind}`,
  'unknown-column': ({ nodeId }) => (nodeId === undefined ? '没有填写栏目' : `栏目编号 ${nodeId}`),
  'unknown-reference': ({ indexNumber }) => `指向 ${indexNumber}`,
  'replaced-but-valid': ({ indexNumber }) => `由 ${indexNumber} 替代`,
  'expired-but-valid': ({ expiry }) => `${expiry} 失效`,
  'expiry-before-effective': ({ effective, expiry }) => `${effective} 生效，${expiry} 失效`,
  'formed-after-published': ({ formed, published }) => `${formed} 成文，${published} 发布`,
  'published-in-future': ({ published }) => `${published} 发布`,
  'doc-number-year': ({ year, formed }) => `文号 ${year} 年，${formed} 成文`,
  'standard-limit-over-20': ({ value }) => `${value} 个工作日`,
};

export const catalogueWords = {
  column: (path: string) => `栏目“${path}”`,
  columns: (count: number) => `涉及 ${count} 个栏目`,
  listed: (sentence: string, names: readonly string[], count: number) =>
    `${sentence}，${count > names.length ? `共 ${count} 条，如` : `${count} 条：`}${names.join('、')}`,
  entry: (title: string, ...notes: readonly string[]) =>
    `《${title}》${notes.some(Boolean) ? `（${notes.filter(Boolean).join('，')}）` : ''}`,
  item: (name: string, place: number, note: string) => `第 ${place} 项“${name}”${note ? `（${note}）` : ''}`,
  wanted: (fields: readonly string[]) => `还应填写：${fields.join('、')}`,
  wantedField: (field: string, count: number) => `${field}（${count} 条未填）`,
  coverage: (due: number, missing: number, names: readonly string[]) =>
    `应公开 ${due} 项，${missing} 项在目录中没有找到：${names.join('、')}${missing > names.length ? ' 等' : ''}`,
  coverageClause: '国办发〔2019〕54号',
};
