/** What the pages of the service say. A citizen without scripts reads nothing else. */
import type { ComplaintKind, ComplaintState, ErrorCode } from '@zwgk/schema';

export const kinds: Readonly<Record<ComplaintKind, string>> = {
  consult: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  opinion: '意见',
  suggestion: '建议',
  praise: '表扬',
};

export const states: Readonly<Record<ComplaintState, string>> = {
  submitted: '已提交',
  supplementing: '待补充材料',
  rejected: '不予受理',
  accepted: '已受理',
  transferred: '已转办',
  assigned: '已交办',
  returned: '承办单位退回',
  processing: '办理中',
  extended: '已延期',
  replied: '已答复',
  rated: '已评价',
  reopened: '重新办理',
  closed: '已办结',
  archived: '已归档',
};

const fields: Readonly<Record<string, string>> = {
  kind: '来信类型',
  title: '标题',
  content: '内容',
  targetOrg: '受理单位',
  identityMode: '署名方式',
  name: '姓名',
  mobile: '手机号码',
  phone: '联系电话',
  email: '电子邮箱',
  address: '住址',
  place: '问题发生地',
  accused: '被反映对象',
  peopleCount: '涉及人数',
  queryCode: '查询码',
};
const issues: Readonly<Record<string, string>> = {
  required: '请填写',
  too_long: '内容过长，请删减',
  too_short: '内容过短，请补充',
  format: '格式不正确，请核对',
  characters: '含有无法保存的字符，请删去',
  unknown_code: '请从列出的选项中选择',
  too_small: '数值过小，请核对',
};

export const messages = {
  receiptTitle: '来信已收到',
  receiptBureau: (bureau: string) => `${bureau}已收到您的来信。`,
  receiptNote: '请抄下或打印查询码并妥善保管。查询码只显示这一次，凭它可以查询办理进度、补充材料和评价。请勿告诉他人。',
  ticketNo: '信件编号',
  queryCode: '查询码',
  submittedAt: '收到时间',
  dueAt: '答复期限',
  provisional: '（预计。期限内有国务院办公厅尚未公布的节假日安排，公布后可能调整）',
  dueRule: '期限依据',
  target: '受理单位',
  unit: { workingDays: '个工作日', calendarDays: '日', months: '个月' },
  from: {
    received: '自收到次日起',
    accepted: '自受理次日起',
    closed: '自办结次日起',
    answered: '自收到书面答复次日起',
  },
  back: '返回首页',
  print: '需要纸质凭证的，请使用浏览器的打印功能。',
  failTitle: '来信没有提交',
  failInput: '请返回上一页，修改下列内容后重新提交。您填写的内容仍在上一页中。',
  lookupTitle: '办理进度',
  lookupFailTitle: '没有查到',
  kind: '来信类型',
  title: '标题',
  state: '办理状态',
  heldBy: '办理单位',
  log: '办理过程',
  messages: '补充和留言',
  citizen: '来信人',
  office: '办理单位',
  reply: '答复',
  error: {
    network: '服务暂时无法连接，请稍后再试。',
    timeout: '服务响应超时，请稍后再试。',
    aborted: '提交已中断，请重新提交。',
    not_found: '没有与该查询码相符的来信。请核对查询码，注意其中没有数字0、1和字母O、I、L。',
    refused: '不能进行这项操作。',
    rate_limited: '操作过于频繁，请稍后再试。',
    conflict: '当前状态下不能进行这项操作。',
    invalid_input: '填写的内容有误。',
    invalid_response: '服务返回的内容有误，请稍后再试。',
    server: '服务出现故障，这次操作没有完成，请稍后再试，或者拨打办事电话。',
  } satisfies Record<ErrorCode, string>,
  wait: (minutes: number) => `请在约${minutes}分钟后再试。`,
  tooLarge: '内容过大，请删减后再提交。',
  missingTitle: '页面不存在',
  missing: '您访问的页面不存在，可能已被删除或者地址有误。',
} as const;

/** One sentence for an issue of a form. */
export const issueText = (path: string, code: string): string =>
  `${fields[path] ?? '填写的内容'}：${issues[code] ?? '请核对'}`;
