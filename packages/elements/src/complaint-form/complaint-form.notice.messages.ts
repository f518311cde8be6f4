/** 个人信息处理告知 in full. */
import { messages } from '../shared/messages.js';

export const noticeTable = {
  more: '个人信息处理告知全文',
  terms: {
    who: '处理者',
    purpose: '目的和依据',
    what: '信息种类',
    how: '处理方式',
    keep: '保存期限',
    rights: '您的权利',
  },
  whoText: (org: string, contact: string) => `${org || '本页所列受理单位'}${contact ? `，联系方式：${contact}` : ''}`,
  about: {
    purpose:
      '受理、转办、核实、答复您的来信。属于履行法定职责所必需（《中华人民共和国个人信息保护法》第十三条第一款第三项、第三十四条），无需另行取得您的同意。',
    what: '您填写的姓名、联系方式、来信内容和添加的附件。不收集身份证件号码，不收集与来信无关的信息。',
    how: '登记后交承办单位办理，仅承办人员可以查看；转其他单位办理的，告知您转往何处。',
    keep: '自办结之日起，按照档案管理规定的最短期限保存，期满删除。',
    rights: '您可以凭查询码查看、补充、撤回来信，也可以要求查阅、复制、更正、补充或者删除您的个人信息。',
  },
};
export type NoticeTable = typeof noticeTable;
export const noticeMessages = messages<NoticeTable>('complaint-form.notice', noticeTable, {
  en: () => import('./complaint-form.notice.messages.en.js'),
});
