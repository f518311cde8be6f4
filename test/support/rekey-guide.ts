/** Real guides as their pages had them (Chinese keys) → the fields of `Guide`; what a page did not have stays away. */
type Row = Record<string, unknown>;
const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const lines = (value: unknown): string | undefined =>
  Array.isArray(value) ? (value as string[]).join('\n') : ((value as string | undefined) ?? undefined);
const FORMS: Record<string, string> = { 原件: '1', 复印件: '2', '原件、复印件': '3' };

/** `3个工作日（现场审核时间除外）` → number, unit and the whole text as a note. */
function limit(kind: 'statutory' | 'promised', value: unknown): Row {
  const [, days, unit] = /^(\d+)(个工作日|天|日)/.exec((value as string | undefined) ?? '') ?? [];
  if (!days) return {};
  return {
    [`${kind}Days`]: Number(days),
    [`${kind}Unit`]: unit === '个工作日' ? 'workday' : 'day',
    [`${kind}Note`]: value,
  };
}

export function rekeyGuide(source: unknown): Row {
  const page = source as Row;
  const fee = page['收费'] as Row | undefined;
  const guide: Row = {
    id: page['id'],
    taskName: page['nameEn'] ? { 'zh-Hans': page['事项名称'], en: page['nameEn'] } : page['事项名称'],
    deptName: page['发布机关'],
    legalBasis: [...rows(page['设定依据']), ...rows(page['受理依据'])].map((basis) => ({
      title: basis['名称'] || basis['文号'],
      ...(basis['名称'] && basis['文号'] ? { docNumber: basis['文号'] } : {}),
      ...(basis['条款'] ? { article: basis['条款'] } : {}),
    })),
    scope: page['服务对象'],
    acceptConditions: lines(page['办理条件']),
    materials: page['申请材料']
      ? rows(page['申请材料']).map((material, i) => ({
          order: i + 1,
          name: material['名称'],
          ...(material['份数'] === undefined ? {} : { copies: material['份数'] }),
          ...(material['形式'] ? { kind: FORMS[material['形式'] as string] ?? material['形式'] } : {}),
          ...(material['备注'] ? { remark: material['备注'] } : {}),
        }))
      : undefined,
    flow: page['办理流程']
      ? rows(page['办理流程']).map((step) => ({
          stage: step['环节'],
          description: step['说明'],
          ...(step['时限'] ? { timeLimit: step['时限'] } : {}),
        }))
      : undefined,
    ...limit('statutory', page['法定时限']),
    ...limit('promised', page['承诺时限'] ?? page['办理时限']),
    charged: fee?.['是否收费'],
    fees: fee?.['标准'] ? [{ name: '收费标准', standard: fee['标准'], basis: fee['依据'] }] : undefined,
    places: [...rows(page['办理地点']), ...rows(page['办理渠道'])].map((place) => ({ address: place })),
    officeHours: page['办理时间'],
    consult: rows(page['咨询电话']).map((value) => ({ kind: '电话', value })),
    resultName: page['结果名称'],
    delivery: page['送达方式'],
    updatedAt: page['发布日期'],
    url: page['来源'],
  };
  return Object.fromEntries(Object.entries(guide).filter(([, value]) => value !== undefined));
}
