/** Words of searching and narrowing. */
import { messages } from '../shared/messages.js';

export const guideListFindTable = {
  title: '搜索办事指南',
  searchFor: '事项名称、部门、编码',
  search: '搜索',
  all: '全部',
  audience: '办理对象',
  topic: '主题',
  letter: '首字母',
  sort: '排序',
  audiences: { person: '个人办事', org: '法人办事' },
  sorts: { '': '默认', used: '最常办', title: '按拼音', newest: '最近更新' },
  letterCount: (letter: string, count: number) => `首字母${letter}，${count}项`,
  moreTopics: '更多主题',
  lessTopics: '收起主题',
  foundFor: (query: string, count: number, shown: number) =>
    `搜索“${query}”，找到${count}项${shown < count ? `，已列出${shown}项` : ''}`,
  nothing: '没有符合条件的办事指南。',
  nothingFor: (query: string) => `没有找到与“${query}”有关的办事指南，可以换个说法，或者减少条件。`,
  clear: '清除条件',
  list: '、',
  online: '可网上办理',
  days: (count: number, unit: string) => (count ? `${count}${unit}` : '当场办结'),
  unit: { workday: '个工作日', day: '日', month: '个月', year: '年', hour: '小时' },
};
export type GuideListFindTable = typeof guideListFindTable;
export const guideListFindMessages = messages<GuideListFindTable>('guide-list.find', guideListFindTable, {
  en: () => import('./guide-list.find.messages.en.js'),
});
