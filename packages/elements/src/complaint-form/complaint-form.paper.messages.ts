/** Texts of what can be done with a receipt. */
import { messages } from '../shared/messages.js';

export const paperTable = {
  title: '来信受理回执',
  pair: (label: string, value: string) => `${label}：${value}`,
  secret: '查询码相当于钥匙，请勿告诉他人。',
  ticketNo: '受理编号',
  queryCode: '查询码',
  leave: '我已抄写好，离开',
  submittedAt: '提交时间',
  dueAt: '办理期限',
  due: (date: string, provisional: boolean) =>
    `${date}前${provisional ? '（暂定，以当年放假安排公布后的日期为准）' : ''}`,
  unit: '受理单位',
  subject: '来信标题',
  finish: '完成',
  unsaved: '查询码还没有保存。离开后不再显示，遗失后无法找回。',
  stay: '返回保存',
  words: '六词读法',
  wordsHint: '在电话里或者窗口查询时，依次读出这六个词，与查询码效力相同。请同样保密。',
  qrPage: '查询页面的二维码',
  qrPageHint: '用手机扫码打开查询页面，再输入查询码。二维码里没有查询码。',
  qrTicket: '受理编号的二维码',
  qrTicketHint: '供窗口扫描受理编号。二维码里没有查询码。',
  signature: '回执签名（验证真伪用，请勿改动）',
  print: '打印回执',
  copy: '复制',
  save: '保存为文本文件',
  printed: '已打开打印。',
  copied: '已复制，请粘贴到您能找到的地方。',
  notCopied: '没有复制成功，请抄写下来，或者选用打印、保存。',
  saved: (name: string) => `已保存到下载文件夹，文件名为：${name}`,
  verify: '验证回执',
  verifying: '正在验证……',
  verified: {
    match: '验证通过：这份回执由受理系统签发，签名的内容与您提交的来信一致。',
    mismatch: '签名有效，但签名的内容与您提交的来信不一致，请与受理单位联系。',
    signature: '没有通过验证：回执与签名不符。请与受理单位联系。',
    key: '没有通过验证：签名所用的密钥不在受理系统公布的密钥之中。请与受理单位联系。',
    format: '这份回执没有可以验证的签名。',
    unsupported: '本页没有使用安全连接（HTTPS），浏览器不提供验证功能。请保存回执，在使用安全连接的页面上验证。',
    network: '没有取到受理系统公布的密钥，请检查网络后再试。',
  },
};
export type PaperTable = typeof paperTable;
export const paperMessages = messages<PaperTable>('complaint-form.paper', paperTable, {
  en: () => import('./complaint-form.paper.messages.en.js'),
});
