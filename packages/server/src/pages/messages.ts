/** What the pages of the service say. A citizen without scripts reads nothing else. */
import { statusTable } from '@zwgk/elements/static';
import type { ErrorCode } from '@zwgk/schema';

/** 来信类型 and 办理状态, in the words of the elements. */
export const { kind: kinds, state: states } = statusTable;

const fields: Readonly<Record<string, string>> = {
  kind: '来信类型',
  title: '标题',
  content: '内容',
  targetOrg: '受理单位',
  identityMode: '署名方式',
  name: '姓名',
  // The plain form has one field for either number.
  mobile: '联系电话',
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
  ticketNo: '受理编号',
  queryCode: '查询码',
  submittedAt: '提交时间',
  dueAt: '办理期限',
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
    not_found: '没有与该查询码相符的来信。请返回上一页核对查询码，注意其中没有数字0、1和字母O、I、L。',
    refused: '不能进行这项操作，请拨打受理单位电话。',
    rate_limited: '操作过于频繁，请稍后再试。',
    conflict: '办理情况有了变化，请返回上一页重新查询后再操作。',
    invalid_input: '填写的内容有误，请返回上一页修改后再提交。',
    invalid_response: '服务返回的内容有误，请稍后再试。',
    server: '服务出现故障，这次操作没有完成，请稍后再试，或者拨打办事电话。',
  } satisfies Record<ErrorCode, string>,
  wait: (minutes: number) => `请在约${minutes}分钟后再试。`,
  tooLarge: '内容过大，请删减后再提交。',
  ownOrigin: '为保护举报人，举报只能在本服务自己的页面上提交，不能从其他网站的页面提交。',
  ownOriginLink: '打开来信页面',
  attachments: '附件',
  reportTitle: '来信',
  reportIntro: (bureau: string | undefined) =>
    `您正在${bureau ? `${bureau}的` : ''}专用页面上写信。其他网站无法读取您在这里填写的内容，本页面不使用 Cookie，也不会被浏览器缓存。`,
  accusedName: '被反映人姓名',
  accusedOrg: '被反映人所在单位',
  titleField: '标题（必填）',
  contentField: '内容（必填）',
  identityField: '署名方式',
  identity: { realName: '实名', realNameConfidential: '实名，要求保密', anonymous: '匿名' },
  nameField: '姓名（匿名的不填）',
  phoneField: '联系电话（匿名的不填）',
  reportNotice:
    '姓名、联系方式和来信内容加密保存，只有负责受理的人员可以查看，不会转给被反映的单位和个人。使用公用电脑的，提交后请关闭浏览器。',
  send: '提交',
  leave: '离开本页面',
  missingTitle: '页面不存在',
  missing: '您访问的页面不存在，可能已被删除或者地址有误。',
} as const;

/** One sentence for an issue of a form. */
export const issueText = (path: string, code: string): string =>
  `${fields[path] ?? '填写的内容'}：${issues[code] ?? '请核对'}`;
