/** Sentences that explain a due date. Loaded when a reader asks how it was counted. */
import { messages } from '../shared/messages.js';

export const dueTable = {
  unit: { workingDays: '个工作日', calendarDays: '日', months: '个月' },
  start: { received: '收到来信', accepted: '受理', closed: '办结', answered: '收到书面答复' },
  rule: (start: string, value: number, unit: string, basis: string) =>
    `期限规则：自${start}之日起${value}${unit}${basis ? `（依据：${basis}）` : ''}。`,
  first: (from: string, first: string) =>
    `${from}为起始日，当日不计入，自${first}起算（《中华人民共和国民法典》第二百零一条）。`,
  counted: (to: string, days: number) => `到${to}为第${days}个工作日。`,
  span: (to: string, days: number) => `连续计算${days}日，到${to}期满。`,
  weekend: (days: number) => `双休日${days}天不计入`,
  holiday: (name: string, days: string, count: number) => `${name}放假（${days}）${count}天不计入`,
  makeUp: (days: string) => `${days}调休上班，计入工作日。`,
  range: (from: string, to: string) => `${from}至${to}`,
  rolled: (day: string) => `期满日${day}是休息日，顺延到下一个工作日（《中华人民共和国民法典》第二百零三条）。`,
  extended: (value: number, unit: string) => `已批准延期${value}${unit}，计算在内。`,
  paused: (days: number) => `等待补充材料等的${days}天不计入期限。`,
  capped: (basis: string) => `按法定最长期限提前到该日${basis ? `（依据：${basis}）` : ''}。`,
  uncertain: (day: string) => `${day}以后的放假安排尚未公布，该日期为暂定，公布后可能调整。`,
  plain: (from: string, to: string, working: number, days: number) =>
    `自${from}的次日起至${to}，共${days}日，其中工作日${working}个。`,
  and: '；',
  comma: '、',
  end: '。',
  holidayName: {
    newYear: '元旦',
    springFestival: '春节',
    qingming: '清明节',
    labourDay: '劳动节',
    dragonBoat: '端午节',
    midAutumn: '中秋节',
    nationalDay: '国庆节',
    victoryDay: '抗战胜利纪念日',
  },
};
export type DueTable = typeof dueTable;
export const dueMessages = messages<DueTable>('complaint-status.due', dueTable, {
  en: () => import('./complaint-status.due.messages.en.js'),
});
