/** Texts of the flow chart and of its text twin; lanes and phases by the codes of domain §2.2. */
import { messages } from '../shared/messages.js';

export const flowchartTable = {
  chart: '流程图',
  text: '文字说明',
  views: '显示方式',
  larger: '放大',
  smaller: '缩小',
  whole: '全图',
  print: '打印',
  poster: (paper: string) => `${paper} 海报`,
  sheet: (number: number, total: number) => `（第${number}张，共${total}张）`,
  save: (format: string) => `下载 ${format}`,
  help: '点选步骤查看岗位、时限和依据。键盘：方向键沿流程移动，回车键查看，Esc键关闭，＋、－、0键缩放。',
  /** The step where a case stands now. */
  position: '当前环节',
  undrawn: '流程图暂时无法绘制，改以文字显示。',
  narrow: '此处宽度不足，改以文字显示。',
  many: (count: number) => `步骤较多（${count}个），改以文字显示。`,
  version: (version: string) => `版本：${version}`,
  updated: (day: string) => `更新日期：${day}`,
  /** 第3步，共12步：审核（承办科室，5个工作日），齐全 → 第4步；不齐 → 第2步（补正） */
  head: (number: number, total: number) => `第${number}步，共${total}步：`,
  facts: (list: string[]) => `（${list.join('，')}）`,
  way: (label: string, number: number, aside: string) =>
    `${label && `${label} `}→ 第${number}步${aside && `（${aside}）`}`,
  comma: '，',
  semicolon: '；',
  /** `right`: the chart runs to the right, so up and down choose. */
  fork: (ways: string[], right: boolean) =>
    `${ways.length}个去向：${ways.join('；')}。用${right ? '上下' : '左右'}方向键选择，按${right ? '右' : '下'}方向键前往。`,
  range: (from: number, to: number, total: number) => `第${from}至${to}步，共${total}步`,
  before: '上一页',
  after: '下一页',
  close: '关闭',
  step: (number: number) => `第${number}步`,
  kind: { start: '开始', step: '步骤', decision: '判断', document: '文书', end: '结束', connector: '连接' },
  edge: { yes: '是', no: '否', loopback: '返回', timeout: '逾期' },
  lane: {
    applicant: '申请人',
    window: '受理窗口',
    handler: '承办科室',
    reviewer: '审核',
    leader: '分管领导',
    chief: '主要领导（集体讨论）',
    thirdParty: '第三方（专家）',
    otherOrg: '其他机关',
  },
  phase: { decision: '决策', execution: '执行', result: '结果' },
  days: { workingDays: '', calendarDays: '', months: '' },
  field: {
    lane: '责任主体',
    phase: '阶段',
    post: '责任岗位',
    person: '责任人',
    timeLimit: '办理时限',
    basis: '办理依据',
    materials: '所需材料',
    docs: '形成文书',
    risks: '廉政风险点',
    measures: '防控措施',
    discretion: '裁量基准',
    penalty: '法定幅度',
    phone: '监督电话',
    note: '说明',
    ways: '去向',
  },
  level: { high: '高风险', medium: '中风险', low: '低风险' },
  tier: { name: '裁量阶次', circumstances: '适用情形', standard: '裁量标准', all: '全部阶次' },
  none: '暂未填报办理职责。',
};
export type FlowchartTable = typeof flowchartTable;
export const flowchartMessages = messages<FlowchartTable>('flowchart', flowchartTable, {
  en: () => import('./flowchart.messages.en.js'),
});
