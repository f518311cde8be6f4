/** What a field is called in Chinese (字段名称), for those who fill it in: `taskName` → 事项名称（taskName）. */
import { cataloguePartsTable, flowchartTable, guideCardFullTable } from '@zwgk/elements/static';

type Names = Readonly<Record<string, string>>;

const common: Names = {
  id: '编号',
  title: '标题',
  name: '名称',
  url: '网址',
  value: '号码或地址',
  kind: '类别',
  summary: '内容概述',
  body: '正文',
  attachments: '附件',
  updatedAt: '更新日期',
  lang: '语种',
};
const ofGuide: Names = {
  ...guideCardFullTable.label,
  taskName: '事项名称',
  materials: '申请材料',
  places: '办理地点',
  consult: '咨询电话',
  complaint: '监督投诉渠道',
  statutoryDays: '法定办结时限',
  statutoryUnit: '法定办结时限的单位',
  statutoryNote: '法定办结时限说明',
  promisedDays: '承诺办结时限',
  promisedUnit: '承诺办结时限的单位',
  promisedNote: '承诺办结时限说明',
  flowChartId: '流程图编号',
  situations: '情形',
  options: '选项',
  faq: '常见问题',
  question: '问题',
  answer: '回答',
  stage: '环节',
  handler: '办理人员（岗位）',
  timeLimit: '办理时限',
  standard: '标准',
  basis: '依据',
  result: '办理结果',
  phone: '电话',
  address: '地址',
  hours: '办理时间',
  window: '窗口',
  copies: '份数',
  order: '排序号',
  form: '材料形式',
  source: '来源渠道',
  necessity: '必要性',
  blankForm: '空白表格',
  sampleForm: '示例样表',
  orgListUrl: '机构名录网址',
};
const ofChart: Names = {
  ...flowchartTable.field,
  nodes: '步骤',
  edges: '连线',
  from: '起点',
  to: '终点',
  label: '名称',
  condition: '条件',
  lanes: '泳道',
  version: '版本',
  powerItemId: '权责事项编号',
};
const ofPower: Names = {
  code: '权力编码',
  powerType: '职权类型',
  name: '事项名称',
  basis: '依据',
  fee: '收费',
  charged: '是否收费',
  duties: '责任事项',
  stage: '环节',
  duty: '责任内容',
  accountability: '追责情形',
  situation: '情形',
  supervision: '监督电话',
  statutoryLimit: '法定办结时限',
  promisedLimit: '承诺办结时限',
  flowChartId: '流程图编号',
  guideIds: '办事指南编号',
  status: '状态',
  authority: '实施主体',
};
const ofCatalogue: Names = {
  ...cataloguePartsTable.fields,
  title: '标题',
  nodes: '栏目',
  entries: '条目',
  items: '公开事项',
  parentId: '上级栏目',
  kind: '栏目类型',
  expectedInterval: '更新周期',
  exempt: '免予检查',
  exemptReason: '免予检查的原因',
  replacedBy: '替代文件',
  interpretationIds: '解读材料',
  standardItem: '对应的标准目录事项',
  seq: '序号',
  level1: '一级事项',
  level2: '二级事项',
  content: '公开内容',
  contentElements: '公开内容（要素）',
  subject: '公开主体',
  mode: '公开方式',
  basis: '公开依据',
  domain: '领域',
  level: '公开层级',
  levels: '公开层级',
  modes: '公开方式',
};
const tables: Readonly<Record<string, Names>> = {
  guides: ofGuide,
  flowcharts: ofChart,
  powers: ofPower,
  catalogues: ofCatalogue,
};

/** @param folder the folder that the document lies in; a field without a name stands as it is */
export function fieldName(folder: string, field: string): string {
  const names = tables[folder];
  const name =
    names && Object.hasOwn(names, field) ? names[field] : Object.hasOwn(common, field) ? common[field] : undefined;
  return name ? `${name}（${field}）` : field;
}
