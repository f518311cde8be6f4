/** Texts for verifying a receipt. */
import { messages } from '../shared/messages.js';

export const verifyTable = {
  hint: '把保存的回执全文或者其中的签名粘贴到下面，也可以选择保存的回执文件。验证只在您的设备上进行，回执内容不会发送出去。',
  label: '回执或者签名',
  file: '回执文件（文本文件）',
  verify: '验证',
  good: '验证通过：这份回执由受理系统签发，签发后没有改动。',
  compare: '请核对上面的内容与您手中的回执是否一致。',
  ticketNo: '受理编号',
  org: '受理单位',
  submittedAt: '提交时间',
  dueAt: '办理期限',
  failed: {
    unsupported: '本页没有使用安全连接（HTTPS），浏览器不提供验证功能。请在使用安全连接的页面上验证。',
    format: '没有找到签名。请把回执全文完整地粘贴过来。',
    key: '没有通过验证：签名所用的密钥不在受理系统公布的密钥之中。',
    signature: '没有通过验证：回执在签发后有改动，或者不是这个受理系统签发的。',
    network: '没有取到受理系统公布的密钥，请检查网络后再试。',
  },
};
export type VerifyTable = typeof verifyTable;
export const verifyMessages = messages<VerifyTable>('complaint-status.verify', verifyTable, {
  en: () => import('./complaint-status.verify.messages.en.js'),
});
