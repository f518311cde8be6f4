/** Words of the facts and of the compact form; those of the full form come with it. */
import { messages } from '../shared/messages.js';

export const guideCardTable = {
  more: '查看办事指南',
  page: '指南发布页面',
  less: '收起',
  lost: '办事指南全文暂时无法显示，请检查网络并刷新页面。',
  list: '、',
  // 十秒钟看明白
  fact: {
    who: '谁能办',
    where: '去哪办',
    time: '多久办好',
    fee: '收不收费',
    remedy: '不服怎么办',
    visits: '跑几次',
    materials: '申请材料',
    phone: '咨询电话',
  },
  online: '在线办理',
  mobile: '手机办理',
  remedy:
    '对不予受理或者办理结果不服的，可以自知道该行政行为之日起60日内申请行政复议，或者6个月内向人民法院提起行政诉讼；法律另有规定的，从其规定。',
  supervise: '投诉电话：',
  suspended: '本事项已暂停办理，请先咨询实施机关。',
  cancelled: '本事项已取消，不再办理。',
  // 服务对象
  target: {
    1: '自然人',
    2: '企业法人',
    3: '事业法人',
    4: '社会组织法人',
    5: '非法人企业',
    6: '行政机关',
    9: '其他组织',
  },
  // 时限
  unit: { workday: '个工作日', day: '个自然日', month: '个月', year: '年', hour: '小时' },
  noUnit: '（单位未注明）',
  days: (count: number, unit: string) => count + unit,
  atOnce: '当场办结',
  unstated: '指南未载明，请向窗口咨询',
  statutoryShort: (limit: string) => `法定时限${limit}`,
  // 收费
  free: '不收费',
  charged: '收费',
  noFees: '收费，标准未载明',
  contradicts: '指南写明不收费，却列有收费项目，请向窗口核实。',
  // 到场
  visits: (count: number) => (count ? `${count}次` : '不用到现场'),
  // 材料
  // A list without entries may also be one that nobody filled in.
  noMaterials: '指南未列出材料，请先咨询',
  count: (count: number) => `${count}样`,
};
export type GuideCardTable = typeof guideCardTable;
export const guideCardMessages = messages<GuideCardTable>('guide-card', guideCardTable, {
  en: () => import('./guide-card.messages.en.js'),
});
