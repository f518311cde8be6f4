/** Sentences on the last day of a promise; they arrive with the calendar. */
import type { Messages } from '../shared/messages.js';

export const guideCardDueTable = {
  due: (day: string) => `如今天受理，最迟 ${day}办结`,
  dueStart: (day: string, count: number, unit: string) =>
    `${day}受理，当日不计，从次日起数 ${count}${unit}（《民法典》第二百零一条）。`,
  dueRest: (rest: string) => `休息日不计：${rest}。`,
  restDays: (name: string, count: number) => `${name} ${count} 天`,
  dueWork: (days: string) => `调休上班，计算在内：${days}。`,
  dueRolled: (day: string) => `期满日 ${day}是休息日，顺延至下一个工作日（《民法典》第二百零三条）。`,
  provisional: '部分日期的放假安排尚未公布，此日期为暂估。',
  notCounted: (names: string) => `下列程序所需时间不计算在内：${names}。`,
  weekend: '周末',
  holiday: {
    newYear: '元旦',
    springFestival: '春节',
    qingming: '清明节',
    labourDay: '劳动节',
    dragonBoat: '端午节',
    midAutumn: '中秋节',
    nationalDay: '国庆节',
  },
};
export type GuideCardDueTable = typeof guideCardDueTable;
export const guideCardDueMessages: Messages<GuideCardDueTable> = {
  zhHans: guideCardDueTable,
  load: { en: () => import('./guide-card.due.messages.en.js') },
  ready: { 'zh-Hans': guideCardDueTable },
};
