// 基层政务公开标准目录 of the town, 36 rows under 10 first-level matters.
import { fixed, immediate, law, periodic, timely, twentyDays, wd } from './lib.mjs';

const ch = (required, optional = '') => [
  ...required.split(' ').map((code) => ({ code, required: true })),
  ...optional.split(' ').filter(Boolean).map((code) => ({ code, required: false })),
];
const WEB = 'govWebsite noticeBoard';
const all = { public: true, specificGroup: false };
const group = (groupText) => ({ public: false, specificGroup: true, groupText });
const open = { proactive: true, onRequest: false };
const both = { proactive: true, onRequest: true };
const GK = (article) => law('公开条例', article);
const seven = wd(7, 'decided', '自作出行政决定之日起7个工作日内');
const yearly = fixed('每年1月31日前');
const quarterly = periodic('每季度结束后10个工作日内', 'quarterly');

const rows = [
  // [一级, 二级, 要素, 依据, 时限, 主体, 渠道, 对象, 方式, 层级, 五公开]
  ['机构职能', '机构设置和办公信息', ['机构名称、办公地址、办公时间、联系电话、传真、邮政编码', '内设机构及主要职责', '负责人职务和分工'], [GK('第二十条')], twentyDays, '党政办公室', ch(WEB, 'readingPoint'), all, open, ['township'], '服务'],
  ['机构职能', '村（社区）便民服务站', ['站点名称、地址、服务时间、代办事项、代办员电话'], [law('标准指引')], twentyDays, '便民服务中心', ch('govWebsite convenienceStation noticeBoard', 'newMedia'), all, open, ['township', 'village'], '服务'],
  ['政策文件', '行政规范性文件', ['文件全文、有效性标注、解读材料、修改和废止情况'], [GK('第二十条'), law('标准指引')], twentyDays, '党政办公室、各起草单位', ch('govWebsite govGazette readingPoint', 'newMedia noticeBoard'), all, open, ['township'], '决策'],
  ['政策文件', '政策解读', ['制定背景、依据、主要内容、群众办理方法和问答'], [law('标准指引')], wd(3, 'other', '文件印发之日起3个工作日内'), '起草单位', ch('govWebsite newMedia', 'noticeBoard broadcast'), all, open, ['township'], '决策'],
  ['政策文件', '重大行政决策草案', ['决策草案及说明、征求意见方式和期限、意见采纳情况'], [law('决策条例', '第十四条、第十五条')], { raw: '征求意见一般不少于30日', kind: 'calendarDays', value: 30, startsFrom: 'other', atLeast: true }, '承办单位', ch('govWebsite newMedia', 'pressOrHearing noticeBoard'), all, both, ['township'], '决策'],
  ['政策文件', '镇长办公会议', ['会议议题、决定事项及公开部分纪要，依法不予公开的除外'], [law('标准指引')], twentyDays, '党政办公室', ch('govWebsite'), all, open, ['township'], '决策'],
  ['财政资金', '预算', ['收支总体情况、一般公共预算、政府性基金预算、“三公”经费、政府采购、绩效目标'], [law('预算法', '第十四条'), law('预算条例')], { raw: '批准后20日内', kind: 'calendarDays', value: 20, startsFrom: 'approved' }, '财政所', ch('govWebsite', 'readingPoint'), all, open, ['township'], '管理'],
  ['财政资金', '决算', ['收支决算、“三公”经费决算、绩效自评'], [law('预算法', '第十四条')], { raw: '批准后20日内', kind: 'calendarDays', value: 20, startsFrom: 'approved' }, '财政所', ch('govWebsite', 'readingPoint'), all, open, ['township'], '管理'],
  ['财政资金', '惠民惠农补贴发放', ['补贴名称、政策依据、标准、分村汇总金额、发放时间、咨询电话，隐去个人账号和证件号码'], [GK('第二十一条'), law('标准指引')], quarterly, '财政所、农业农村办公室', ch('govWebsite noticeBoard', 'push convenienceStation'), all, both, ['township', 'village'], '执行'],
  ['财政资金', '政府采购', ['采购意向、采购公告、成交结果、合同、履约验收情况'], [law('采购法', '第十一条'), law('采购条例', '第四十三条')], wd(2, 'other', '中标、成交通知书发出之日起2个工作日内'), '采购人', ch('govWebsite other'), all, open, ['township'], '执行'],
  ['财政资金', '行政事业性收费', ['收费项目、对象、依据、标准、减免规定'], [GK('第二十条')], twentyDays, '财政所', ch('govWebsite serviceCenter'), all, open, ['county', 'township'], '服务'],
  ['行政执法', '行政许可', ['依据、条件、程序、期限、材料目录、示范文本、结果'], [law('许可法', '第三十条、第四十条')], seven, '各许可承办单位', ch('govWebsite serviceCenter', 'convenienceStation'), all, both, ['county', 'township'], '执行'],
  ['行政执法', '行政处罚', ['依据、条件、程序、具有一定社会影响的行政处罚决定'], [law('处罚法', '第三十九条、第四十八条')], seven, '综合行政执法队', ch('govWebsite'), all, open, ['township'], '执行'],
  ['行政执法', '行政检查', ['检查计划、事项清单、频次上限、检查结果'], [law('营商条例'), law('安全法', '第六十二条')], twentyDays, '应急管理办公室等', ch('govWebsite', 'noticeBoard'), all, open, ['township'], '执行'],
  ['行政执法', '裁量基准', ['违法情形、裁量阶次、处罚标准、适用条件'], [law('处罚法', '第三十四条')], { raw: '公布后及时公开', kind: 'timely' }, '综合行政执法队', ch('govWebsite readingPoint'), all, open, ['township'], '管理'],
  ['行政执法', '权责清单和流程图', ['权责事项、实施依据、承办机构、流程、风险防控（公开部分）、监督方式'], [law('标准指引')], twentyDays, '党政办公室、各承办单位', ch('govWebsite serviceCenter', 'noticeBoard'), all, open, ['township'], '管理'],
  ['社会救助', '最低生活保障', ['申请条件、程序、材料、保障标准、审核公示（隐去敏感信息）、确认结果'], [law('救助办法', '第十条、第十一条'), law('低保办法')], periodic('按月动态公开', 'monthly'), '社会事务办公室', ch('govWebsite noticeBoard onSite'), all, both, ['township', 'village'], '结果'],
  ['社会救助', '特困人员救助供养', ['认定条件、办理程序、供养标准、终止情形、公示结果'], [law('救助办法', '第十四条、第十六条')], periodic('每季度公开', 'quarterly'), '社会事务办公室', ch('govWebsite noticeBoard'), all, both, ['township', 'village'], '结果'],
  ['社会救助', '临时救助', ['救助范围、程序、标准、急难救助方式、季度救助情况'], [law('救助办法', '第四十七条、第四十八条'), law('临救通知')], quarterly, '社会事务办公室', ch('govWebsite noticeBoard', 'onSite'), all, both, ['township', 'village'], '执行'],
  ['社会救助', '残疾人服务', ['残疾人证办理、两项补贴条件、标准、资格复核情况'], [law('残疾人法'), law('残疾人证办法')], twentyDays, '社会事务办公室', ch('govWebsite noticeBoard'), group('残疾人及其家属'), both, ['township', 'village'], '服务'],
  ['养老服务', '高龄津贴和老年助餐', ['津贴标准、确认程序、助餐点名单、补贴标准、资金使用情况'], [law('老年法', '第三十三条')], quarterly, '社会事务办公室', ch('govWebsite noticeBoard broadcast'), group('老年人及其家属'), both, ['township', 'village'], '服务'],
  ['养老服务', '养老机构服务', ['敬老院收费标准、床位轮候、服务质量、财务收支'], [law('老年法')], periodic('每半年公开', 'halfYearly'), '社会事务办公室', ch('govWebsite noticeBoard'), all, open, ['township'], '服务'],
  ['土地和宅基地', '征地补偿安置', ['征收预公告、补偿安置方案、听证、补偿费用支付情况'], [law('土地法', '第四十七条')], { raw: '公告不少于30日', kind: 'calendarDays', value: 30, startsFrom: 'other', atLeast: true }, '自然资源和规划所', ch('govWebsite noticeBoard', 'onSite'), all, both, ['county', 'township', 'village'], '管理'],
  ['土地和宅基地', '宅基地审批', ['申请条件、流程、审批结果（隐去个人敏感信息）、批后监管'], [law('土地法', '第六十二条'), law('宅基地通知')], twentyDays, '农业农村办公室', ch('govWebsite noticeBoard'), all, both, ['township', 'village'], '结果'],
  ['土地和宅基地', '林木采伐限额', ['年度限额、分配原则、许可结果、剩余量'], [law('森林法', '第五十四条、第五十九条')], periodic('每季度公开', 'quarterly'), '自然资源和规划所', ch('govWebsite noticeBoard'), all, open, ['township'], '结果'],
  ['土地和宅基地', '村庄规划', ['规划批后成果、调整情况、查询方式'], [law('规划法', '第八条、第二十六条')], { raw: '批准后20日内', kind: 'calendarDays', value: 20, startsFrom: 'approved' }, '自然资源和规划所', ch('govWebsite noticeBoard', 'readingPoint'), all, both, ['township', 'village'], '决策'],
  ['农村危房改造', '对象和资金', ['申请条件、评议公示、改造名单、补助标准、验收结果'], [GK('第二十一条')], twentyDays, '村镇建设办公室', ch('govWebsite noticeBoard'), all, both, ['township', 'village'], '结果'],
  ['安全应急', '安全生产', ['检查计划、隐患通报、重大隐患整改情况'], [law('安全法', '第六十二条')], twentyDays, '应急管理办公室', ch('govWebsite', 'broadcast'), all, open, ['township'], '管理'],
  ['安全应急', '应急预案和预警', ['预案文本、避险路线、转移安置点、预警信息'], [law('应对法')], immediate('预警信息立即公开'), '应急管理办公室', ch('govWebsite broadcast', 'push noticeBoard onSite'), all, open, ['township', 'village'], '服务'],
  ['安全应急', '救灾物资和灾情', ['灾情、物资来源和发放情况（隐去敏感信息）、捐赠使用情况'], [GK('第二十条')], timely('灾害应急期间及时公开'), '应急管理办公室', ch('govWebsite noticeBoard'), all, open, ['township', 'village'], '结果'],
  ['生态环境', '饮水和河流水质', ['抽检点位、指标、结果、超标处置'], [law('标准指引')], periodic('每季度公开', 'quarterly'), '农业农村办公室', ch('govWebsite noticeBoard', 'newMedia'), all, open, ['township', 'village'], '结果'],
  ['生态环境', '垃圾和污水治理', ['收运频次、设施运行、管护责任、经费来源'], [law('固废法', '第四十六条')], periodic('每半年公开', 'halfYearly'), '村镇建设办公室', ch('govWebsite noticeBoard'), all, open, ['township', 'village'], '管理'],
  ['乡村振兴', '项目和资金', ['项目计划、资金安排、完成情况、收益分配'], [law('标准指引')], twentyDays, '农业农村办公室', ch('govWebsite noticeBoard', 'printMedia'), all, open, ['township', 'village'], '执行'],
  ['乡村振兴', '农村集体资产和村务', ['集体经济收入分配、一事一议、财务收支、公共资源交易结果'], [law('村委会法', '第三十条')], periodic('每季度公开，集体财务往来较多的每月公开一次', 'quarterly'), '村（居）民委员会', ch('noticeBoard', 'govWebsite'), all, both, ['village'], '管理'],
  ['公众参与', '意见征集和回应', ['征集事项、时间、方式、采纳情况和未采纳理由'], [law('决策条例', '第十五条')], timely('征集结束后及时公开'), '各承办单位', ch('govWebsite newMedia'), all, both, ['township'], '决策'],
  ['公众参与', '政府信息公开年度报告', ['主动公开、依申请公开、存在问题和改进情况、统计表'], [GK('第四十九条、第五十条')], yearly, '党政办公室', ch('govWebsite readingPoint'), all, open, ['township'], '服务'],
];

export const standard = {
  id: 'standard',
  title: '云泊县稻溪镇基层政务公开标准目录（示例）',
  domain: '乡镇综合',
  level: '乡镇级',
  publisher: { name: '云泊县稻溪镇人民政府' },
  updatedAt: '2026-06-12',
  items: rows.map(([level1, level2, contentElements, basis, timeLimit, subject, channels, audience, mode, levels, fivePublic], i) => ({
    seq: i + 1,
    level1,
    level2,
    contentElements,
    basis,
    timeLimit,
    subject,
    channels,
    audience,
    mode,
    levels,
    fivePublic,
  })),
};
