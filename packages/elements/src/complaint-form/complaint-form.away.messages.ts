/** Texts for those who want to report. */
import { messages } from '../shared/messages.js';

export const awayTable = {
  officials:
    '举报公职人员涉嫌违纪违法、职务犯罪的，为保护您的信息，请不要在本页填写，请拨打纪检监察机关举报电话12388或者',
  officialsHere: '到专用举报页面填写',
  officialsEnd: '通过纪检监察机关举报网站反映',
  officialsOwn: '举报公职人员涉嫌违纪违法、职务犯罪的，也可以直接拨打纪检监察机关举报电话12388反映。',
  title: '举报请到受理系统的专用页面填写',
  why: '本页不是受理系统自己的页面，页面上的程序有可能读到您填写的内容。为保护举报人，本页不接收举报，请不要在本页填写举报内容。',
  link: '前往专用举报页面（在新窗口打开）',
  stop: '。',
};
export type AwayTable = typeof awayTable;
export const awayMessages = messages<AwayTable>('complaint-form.away', awayTable, {
  en: () => import('./complaint-form.away.messages.en.js'),
});
