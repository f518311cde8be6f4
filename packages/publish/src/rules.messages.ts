/** What the rules of an inspection say to those who fill in guides and charts. */
import type { FlowChartRule, GuideRule } from '@zwgk/schema';

type Inputs = Readonly<Record<string, string | number>>;
type Sentences<Rule extends string> = Readonly<Record<Rule, (inputs: Inputs) => string>>;

export const guideSentences: Sentences<GuideRule> = {
  'key-element': () => '没有填写（重点要素）',
  'required-field': () => '没有填写',
  'promise-exceeds-law': ({ promisedDays, statutoryDays }) =>
    `承诺时限 ${promisedDays} 比法定时限 ${statutoryDays} 还长`,
  'immediate-with-days': ({ promisedDays }) => `即办件当场办结，不应再写承诺天数（现为 ${promisedDays}）`,
  'steps-exceed-promise': ({ steps, promisedDays }) =>
    `受理以后各环节时限共 ${steps} 个工作日，超过承诺的 ${promisedDays} 个工作日`,
  'permit-over-20': ({ statutoryDays }) => `行政许可的法定时限写了 ${statutoryDays} 个工作日，超过 20 个的请写明依据`,
  'delivery-over-10': ({ days }) => `证件送达用 ${days} 个工作日，超过 10 个工作日`,
  'no-visit-no-channel': () => '不用到现场，却不能网上办理，也不能快递申请',
  'visit-reason': ({ visits }) => `要到现场 ${visits} 次，没有写明必须到现场的原因`,
  'fees-though-free': () => '写明不收费，却列有收费项目',
  'charged-without-fees': () => '写明收费，却没有收费项目',
  'fee-incomplete': () => '没有填写',
  'phone-format': () => '电话号码不对',
  'code-invalid': () => '编码不对，请核对位数、字符和校验码',
  'code-mismatch': ({ inside, beside }) => `实施编码里是 ${inside}，另处填的是 ${beside}，两者不一致`,
  'entrust-missing': () => '受委托组织没有写明委托部门',
  'sample-is-blank': () => '示例样表与空白表格是同一个文件',
  'duplicate-order': ({ order }) => `排序号 ${order} 重复`,
  'situation-unknown-material': ({ order }) => `材料清单里没有排序号为 ${order} 的材料`,
  'situation-unknown-step': ({ order }) => `办理流程里没有排序号为 ${order} 的环节`,
  'material-not-listed': ({ name }) => `要求提交《${name}》，材料清单里没有`,
  'issued-by-government': () => '是政府部门核发的材料，请核对能否通过共享免于提交',
  'date-placeholder': () => '1970-01-01 表示没有填写，请删去',
};

export const chartSentences: Sentences<FlowChartRule> = {
  'duplicate-id': () => '步骤编号重复',
  'unknown-node': ({ id }) => `指向不存在的步骤：${id}`,
  'no-start': () => '没有“开始”',
  'no-end': () => '没有“结束”',
  'cycle-only': () => '全图是一个循环，没有开始，也没有结束',
  unreachable: () => '从开始走不到这一步',
  'dead-end': () => '没有下一步，也不是“结束”',
  endless: () => '走到这里就到不了“结束”',
  'decision-branches': () => '判断的出口不足两个，或者出口没有写明条件',
  'post-missing': () => '没有填写责任岗位',
  'limit-missing': () => '没有填写办理时限',
  'acceptance-branch': ({ branch }) => `依申请办理的事项没有画出“${branch}”`,
  'correction-over-5': ({ value }) => `补正告知用 ${value} 个工作日，超过 5 个工作日`,
  'steps-exceed-promise': ({ days, promised }) => `最长的一路共 ${days} 天，超过承诺的 ${promised} 天`,
  'permit-over-20': ({ days }) => `自受理起最长 ${days} 个工作日，超过 20 个工作日`,
  'delivery-over-10': ({ value }) => `证件送达用 ${value} 个工作日，超过 10 个工作日`,
  'permit-calendar-days': ({ value }) => `行政许可的期限应按工作日计算，现写为 ${value} 天`,
  'penalty-over-90': ({ days }) => `自立案起最长 ${days} 天，超过 90 天`,
  'delivery-over-7': ({ value }) => `处罚决定书送达用 ${value} 个工作日，超过 7 个工作日`,
  'hearing-request-5': ({ value }) => `要求听证的期限应是 5 个工作日，现写为 ${value} 个`,
};

export const ruleWords = {
  finding: (sentence: string, clause: string) => `${sentence}（${clause}）`,
  warning: (sentence: string) => `请核对：${sentence}`,
  alsoWanted: (fields: string) => `按全国统一要求还应填写：${fields}`,
  edge: (n: number) => `第 ${n} 条连线`,
  node: (label: string) => `步骤“${label}”`,
};
