/** Words of the plain list and of an open guide; those of the search come with it. */
import { messages } from '../shared/messages.js';

export const guideListTable = {
  title: '办事指南',
  found: (count: number, shown: number) => `共${count}项${shown < count ? `，已列出${shown}项` : ''}`,
  left: (count: number) => `（另有${count}项内容有误，未列出）`,
  empty: '暂无办事指南。',
  plain: '搜索和筛选暂时无法使用，请检查网络并刷新页面。',
  more: (count: number) => `再列出${count}项`,
  back: '返回列表',
  suspended: '暂停办理',
  cancelled: '已取消',
};
export type GuideListTable = typeof guideListTable;
export const guideListMessages = messages<GuideListTable>('guide-list', guideListTable, {
  en: () => import('./guide-list.messages.en.js'),
});
