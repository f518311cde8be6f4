/** Labels, code lists (domain §3.3–3.5) and sentences of the full form. */
import { messages } from '../shared/messages.js';
import { codeKeys, labelKeys, named } from './guide-card.fields.js';

export const guideCardFullTable = {
  sheet: '办事指南',
  contents: '目录',
  unfold: '全部展开',
  fold: '全部收起',
  copy: '复制地址',
  copied: '已复制',
  yes: '是',
  no: '否',
  printed: '打印日期',
  seeConditions: '看申请条件',
  seeMaterials: '看材料清单',
  places: (count: number) => `共${count}处，查看全部`,
  colon: '：',
  comma: '，',
  whatToBring: '带什么',
  bring: (count: number, more: number) => (count ? `您只需带${count}样` : more ? '没有必须带的材料' : '您不用带材料'),
  atLeast: (count: number) => (count ? `至少带${count}样` : '有的情形不用带材料'),
  maybe: (count: number) => `另有${count}样视情况而定`,
  late: (count: number) => `${count}样可以后补`,
  copies: (count: number) => `${count}份`,
  situation: '您属于哪种情形？选一选，看您要带什么',
  asked: '您的情形',
  notAsked: (questions: string) => `还没有选：${questions}`,
  clear: '重新选择',
  // 办结日期
  gap: '',
  due: (day: string, later: boolean, apart: boolean) =>
    `${later ? '如从今天起算' : '如今天受理'}，最迟${day}办结${apart ? '（不计入时限的时间相应顺延）' : ''}`,
  dueStart: (day: string, later: boolean, count: number, unit: string) =>
    `${later ? `从${day}起算` : `${day}受理`}，当日不计，从次日起数${count}${unit}（《民法典》第二百零一条）。`,
  dueRest: (rest: string) => `休息日不计：${rest}。`,
  restDays: (name: string, count: number) => `${name}${count}天`,
  dueWork: (days: string) => `调休上班，计算在内：${days}。`,
  dueRolled: (day: string) => `期满日${day}是休息日，顺延至下一个工作日（《民法典》第二百零三条）。`,
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
  // 实际用时
  measured: (half: string, most: string) =>
    [half && `一半办件在${half}内办结`, most && `九成办件在${most}内办结`].filter(Boolean).join('，'),
  sample: (count: number, from: string, to: string) => `${from && to ? `${from}至${to}办结的` : ''}${count}件`,
  fewCases: '件数较少，仅供参考',
  slower: '有超过一成的件用时比承诺时限长。',
  really: (most: string) => `近期九成办件在${most}内办结`,
  // 现在是否办公
  openNow: '正在办公',
  openUntil: (time: string) => `正在办公，${time}下班`,
  openThenRest: (time: string) => `正在办公，${time}休息`,
  appointmentNow: (time: string) => `现在只办理预约事项，${time}结束`,
  noonRest: (next: string) => `正在午间休息，${next}上班`,
  notYet: (next: string) => `还没有上班，${next}上班`,
  closedNow: '已下班',
  restToday: '今天休息',
  holidayToday: (name: string) => `${name || '节日'}放假`,
  opensNext: (next: string) => `，${next}上班`,
  nextAt: (day: string, time: string) => day + time,
  tomorrow: '明天',
  weekday: { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' },
  // 流程与办件
  notSteps: (names: string) => `您的情形不经过：${names}`,
  here: '当前环节',
  showChart: '看流程图',
  hideChart: '收起流程图',
  caseNo: '办件编号',
  caseAsk: '输入办件编号，看办到哪一步',
  caseLook: '查进度',
  caseNone: '查不到这个编号的办件，请核对编号。',
  caseFailed: '暂时查不到进度，请稍后再试或者拨打咨询电话。',
  caseState: (no: string, state: string) => `办件${no}：${state}`,
  caseAsOf: (day: string) => `（截至${day}）`,
  caseStates: {
    '02': '收件',
    '05': '受理',
    '06': '补齐补正',
    '07': '不予受理',
    10: '办结',
    11: '挂起',
    12: '在办',
    13: '退件',
  },
  // 分享
  share: '复制带有我的选择的网址',
  // 纸质
  print: '打印',
  printing: '正在准备打印……',
  printFailed: '暂时无法打印，请检查网络后再试。',
  noPrint: '此浏览器不能打印，请用电脑或者自助终端打开本页。',
  forms: {
    notice: '一次性告知单（A4）',
    card: '明白卡（A6）',
    large: '大字明白卡（A4）',
    slip: '窗口小票（80毫米）',
  },
  paper: {
    notice: '一次性告知单',
    card: '办事明白卡',
    slip: '办事提示单',
    applicant: '申请人',
    contact: '联系电话',
    matter: '办理事项',
    code: '事项编码',
    body: '办理单位',
    situation: '您的情形',
    everybody: '全部情形',
    notAsked: '尚未选定',
    number: '序号',
    material: '材料名称',
    demand: '要求',
    got: '已交',
    missing: '缺少',
    tick: '窗口收件时逐项打“√”；“缺少”栏打“√”的，请补齐后再交。',
    until: '请于　　　　年　　月　　日前补齐。',
    others: '其他需要补正的内容',
    depends: '视情形而定',
    free: '不用带的',
    notice32:
      '材料不齐全或者不符合法定形式的，当场或者五日内一次告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理（《行政许可法》第三十二条）。',
    conditions: '办理条件',
    where: '去哪办',
    when: '什么时候去',
    phone: '咨询电话',
    fee: '收费',
    time: '多久办好',
    result: '办好给您',
    steps: '办理步骤',
    remedy: '不服怎么办',
    supervise: '投诉监督',
    clerk: '经办人',
    signed: '申请人签收',
    date: '日期',
    scan: '扫码看最新指南',
    qr: '本事项办事指南的二维码',
    version: '版本',
    updated: '更新',
    printed: '打印',
    morePlaces: '其他办理地点请扫码查看或者电话咨询。',
    morePlacesAsk: '其他办理地点请电话咨询。',
    more: '其余请扫码查看。',
    moreAsk: '其余请向窗口咨询。',
    page: '第',
    of: '页，共',
    pages: '页',
  },
  noStatutory: '法律法规未规定',
  noPromise: '未作承诺',
  need: {
    bring: '需要带',
    later: '可以后补',
    maybe: '视情况带',
    free: '不用带',
    not: '您的情形不需要',
  },
  mark: {
    licence: '电子证照，免提交',
    shared: '数据共享，免提交',
    pledge: '可以书面承诺代替',
    later: '可以容缺后补',
    optional: '非必要',
    depends: '看上面的选择',
  },
  // 十九项要素，依官方次序；非行政许可事项用括号外的说法
  section: {
    scope: '适用范围',
    project: '项目信息',
    basis: '设定依据',
    basis01: '审批依据',
    intake: '受理机构',
    decision: '决定机构',
    quantity: '数量限制',
    quantity01: '审批数量',
    conditions: '申请条件',
    materials: '申请材料',
    receive: '申请接收',
    flow: '办理基本流程',
    way: '办理方式',
    time: '办理时限',
    fee: '收费依据及标准',
    result: '办理结果',
    result01: '审批结果',
    delivery: '结果送达',
    rights: '申请人权利和义务',
    consult: '咨询途径',
    complaint: '监督和投诉渠道',
    place: '办公地址和时间',
    faq: '常见问题',
  },
  label: named(
    labelKeys,
    `
      服务对象|适用范围
      业务办理项名称|事项类型|办件类型|事项状态|事项版本|基本编码|实施编码|业务办理项编码|地方基本编码|地方实施编码|行使层级|权力来源|面向自然人主题分类|面向法人主题分类|乡镇（街道）代码|村（社区）代码|首席代表（授权）|处罚的行为、种类、幅度|计划生效日期|计划取消日期|更新日期|语种
      设定依据|实施依据|监管依据
      是否进驻政务大厅|受理窗口
      实施主体|实施主体性质|实施主体编码|委托部门|联办机构
      受理条件|禁止性要求
      办理形式|网上办理地址|移动端办理地址|是否支持预约办理|是否支持自助终端办理|是否支持物流快递
      办理流程
      办理说明|办理人员（岗位）|办理时限|审查标准|办理结果
      特别程序
      所需时限|法定依据|是否收费|收费依据|是否计算在法定办结时限内
      中介服务
      依据|机构名录
      到办事现场次数|必须现场办理原因|是否网办|网上办理深度|通办范围
      法定办结时限|承诺办结时限|实际办理用时
      是否收费|收费项目
      收费标准|收费依据|是否允许减免|允许减免依据|备注
      是否支持网上支付
      结果名称|结果类型|结果样本|结果有效期|年审年检
      送达方式|送达时限
      权利和义务|救济途径
      申请期限|受理机关|依据
      办理时间
      窗口|地址|地点类型|办理时间|电话
      答
      来源渠道说明|填报须知|受理标准|要求提供材料的依据|空白表格|示例样表|备注`,
  ),
  code: named(
    codeKeys,
    `
      行政许可|行政处罚|行政强制|行政征收|行政给付|行政检查|行政确认|行政奖励|行政裁决|其他行政权力|公共服务
      即办件|承诺件
      在用|暂停|取消
      国家级|省级|市级|县级|镇（乡、街道）级|村（社区）级
      法定本级行使|上级下放|上级授权|同级授权|上级委托|同级委托
      法定机关|授权组织|受委托组织
      窗口办理|网上办理|快递申请
      互联网咨询|收件|预审|受理|办理|结果反馈|其他
      全国通办|全省通办|全市通办|全县通办|全镇通办|跨村（社区）通办
      国家通用语言文字|蒙古文|藏文|维吾尔文
      行政服务中心|部门服务窗口|单位办公室|案件发生地|代办点|便民服务中心
      原件|复印件|原件或复印件
      纸质|电子|纸质或电子
      申请人自备|政府部门核发|中介机构出具|其他来源
      法律|行政法规|地方性法规|部门规章|地方政府规章|规范性文件|其他依据`,
  ),
};
export type GuideCardFullTable = typeof guideCardFullTable;
export const guideCardFullMessages = messages<GuideCardFullTable>('guide-card.full', guideCardFullTable, {
  en: () => import('./guide-card.full.messages.en.js'),
});
