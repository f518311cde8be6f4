/** Texts of the discretion tiers (裁量基准) in a duty card. 以上、以下 include the number itself, 超过、不足 do not. */
import { messages } from '../shared/messages.js';

export const discretionTable = {
  choose: '选择适用情形，查看裁量阶次和幅度',
  /** A tier without circumstances is chosen by its name. */
  result: '裁量结果',
  name: '裁量阶次',
  standard: '裁量标准',
  range: '裁量幅度',
  amount: (value: number, unit: string) =>
    unit === '元' && value >= 10000 && value % 1000 === 0 ? `${value / 10000} 万元` : `${value} ${unit}`.trim(),
  from: (amount: string, including: boolean) => (including ? `${amount}以上` : `超过 ${amount}`),
  to: (amount: string, including: boolean) => (including ? `${amount}以下` : `不足 ${amount}`),
  and: '、',
  note: '仅供参考，以行政机关依法作出的决定为准。所选内容不保存、不上传。',
};
export type DiscretionTable = typeof discretionTable;
export const discretionMessages = messages<DiscretionTable>('flowchart.discretion', discretionTable, {
  en: () => import('./flowchart.discretion.messages.en.js'),
});
