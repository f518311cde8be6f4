// 权责事项 and one 裁量基准. Each power points to its chart; those that are applied for also to their guide.
import { cd, immediate, law, timely, twentyDays, wd } from './lib.mjs';
import { guides } from './guides/index.mjs';
import { byId, countyOrgs, ref, tels, town } from './place.mjs';

const guideOf = (id) => guides.find((guide) => guide.id === id);
const supervise = { phone: tels('104'), address: '云泊县稻溪镇溪口路1号镇纪检监察机构', officeHours: byId.office.officeHours, url: '/interact/complain.html' };
const open = { publicForm: ['govWebsite', 'serviceCenter', 'noticeBoard'], publicScope: 'public', publicTimeLimit: twentyDays, supervision: supervise, status: 'active' };
const duty = (stage, text, basis) => ({ stage, duty: text, ...(basis && { basis }) });
const blame = (situation, basis) => ({ situation, basis });
const post = (name, phone) => ({ post: name, phone });

const licenceDuties = (accept, examine, decide, after) => [
  duty('受理', accept, '《中华人民共和国行政许可法》第三十条、第三十二条'),
  duty('审查', examine, '《中华人民共和国行政许可法》第三十四条、第三十六条'),
  duty('决定', decide, '《中华人民共和国行政许可法》第三十八条、第四十二条'),
  duty('送达', '自作出决定之日起10个工作日内送达证件或者决定书，信息公开。', '《中华人民共和国行政许可法》第四十条、第四十四条'),
  duty('事后监管', after, '《中华人民共和国行政许可法》第六十一条'),
];
const licenceBlame = [
  blame('对符合法定条件的申请不予受理，或者不一次性告知必须补正的全部内容。', '《中华人民共和国行政许可法》第七十二条'),
  blame('办理许可、实施监督检查时索取或者收受他人财物、谋取其他利益。', '《中华人民共和国行政许可法》第七十三条'),
  blame('对不符合法定条件的申请人准予许可、超越法定职权准予许可，或者对符合条件的不予许可、不在法定期限内作出决定。', '《中华人民共和国行政许可法》第七十四条'),
  blame('不依法履行监督职责或者监督不力，造成严重后果。', '《中华人民共和国行政许可法》第七十七条'),
];
const reliefBlame = [
  blame('对符合申请条件的救助申请不予受理，或者对符合救助条件的不予批准。', '《社会救助暂行办法》第六十六条'),
  blame('对不符合救助条件的申请予以批准，或者不按照规定发放救助资金、物资。', '《社会救助暂行办法》第六十六条'),
  blame('泄露在工作中知悉的公民个人信息，造成后果。', '《社会救助暂行办法》第六十六条'),
];

/** A power that has a guide takes code, name, basis and limits from it, so that the two cannot disagree. */
const fromGuide = (id, rest) => {
  const guide = guideOf(id);
  const limit = (days, what) => (days > 0 ? wd(days, 'accepted', `${what}${days}个工作日`) : immediate('即时办结'));
  return {
    id,
    name: guide.taskName,
    code: guide.catalogCode,
    powerType: guide.taskType,
    ...(guide.otherTypeText && { otherTypeText: guide.otherTypeText }),
    basis: guide.legalBasis,
    authority: { name: guide.deptName, uscc: guide.deptCode, regionCode: town.regionCode },
    authorityNature: guide.deptType,
    powerSource: guide.powerSource,
    level: guide.useLevels[0],
    fee: guide.charged
      ? { charged: true, basis: guide.fees[0].basis, standard: guide.fees.map((fee) => `${fee.name}：${fee.standard}`).join('；') }
      : { charged: false },
    ...(guide.statutoryDays > 0 && { statutoryLimit: limit(guide.statutoryDays, '') }),
    promisedLimit: limit(guide.promisedDays, ''),
    flowChartId: guide.flowChartId,
    guideIds: [id],
    ...open,
    updatedAt: guide.updatedAt,
    ...rest,
  };
};

export const powers = [
  fromGuide('rural-housing', {
    handlingUnit: '农业农村办公室、自然资源和规划所、村镇建设办公室',
    handlers: [post('宅基地管理岗', byId.agriculture.phone), post('规划管理岗', byId.nature.phone), post('农房管理岗', byId.construction.phone)],
    subItems: [
      { code: '880115002001', name: '新建（含分户新建、异地新建）' },
      { code: '880115002002', name: '原址改建、扩建' },
    ],
    duties: licenceDuties('公示应当提交的材料，一次性告知补正，依法受理或者不予受理。', '组织联合审查和现场核验，听取利害关系人意见。', '作出准予或者不予许可决定，不予许可的说明理由并告知复议、诉讼权利。', '组织批放、验收，巡查发现未批先建、少批多建的及时制止并依法处理。'),
    accountability: licenceBlame,
  }),
  fromGuide('forest-cutting', {
    handlingUnit: '自然资源和规划所',
    handlers: [post('林政管理岗', byId.nature.phone)],
    duties: licenceDuties('核对权属和申请内容，可以通过系统核验的不再要求提交。', '现场核验四至、树种和蓄积，形成核验表。', '在年采伐限额内核发许可证，不得超限额发证。', '伐后检查，督促按期更新造林。'),
    accountability: [...licenceBlame.slice(0, 3), blame('超过批准的年采伐限额核发采伐许可证。', '《中华人民共和国森林法》第五十九条、第七十条')],
  }),
  fromGuide('road-occupation', {
    handlingUnit: '云泊县城市管理局市政管理股；现场核验由稻溪镇综合行政执法队承担',
    handlers: [post('市政审批岗', countyOrgs.city.phone), post('现场核验岗', byId.enforcement.phone)],
    duties: licenceDuties('收件当场推送县级窗口，材料不齐全的一次性告知。', '测量占用面积，影响交通安全的征求公安机关交通管理部门意见。', '符合条件的准予占用并核定费用，依法减免的列明依据。', '期满检查恢复情况，核退多缴费用。'),
    accountability: [...licenceBlame.slice(0, 3), blame('擅自收费或者不按照法定项目和标准收费。', '《中华人民共和国行政许可法》第七十五条')],
  }),
  fromGuide('dibao', {
    handlingUnit: '稻溪镇社会事务办公室（受理、审核）；县民政局社会救助股（确认）',
    handlers: [post('社会救助岗', byId.affairs.phone), post('县级确认岗', countyOrgs.civil.phone)],
    duties: [
      duty('受理', '村（社区）主动发现困难家庭并协助申请，材料齐备的予以受理。', '《社会救助暂行办法》第十一条'),
      duty('调查', '入户调查不少于2人，开展信息核对，如实填写调查表。', '《社会救助暂行办法》第十一条、第五十八条'),
      duty('审核公示', '提出审核意见并公示，有异议的重新调查核实。', '《最低生活保障审核确认办法》'),
      duty('确认', '作出确认或者不予确认决定，不予确认的书面说明理由。', '《社会救助暂行办法》第十一条'),
      duty('动态管理', '定期核查，及时增发、减发、停发。', '《社会救助暂行办法》第十三条'),
    ],
    accountability: reliefBlame,
  }),
  fromGuide('temporary-relief', {
    handlingUnit: '社会事务办公室',
    handlers: [post('社会救助岗', byId.affairs.phone)],
    duties: [
      duty('发现和受理', '主动发现困难群众并协助申请；情况紧急的先行救助。', '《社会救助暂行办法》第四十八条；《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）'),
      duty('调查审核', '核实困难原因和家庭状况，提出救助建议并公示。', '《社会救助暂行办法》第四十八条'),
      duty('审批', '在委托金额内审批，超过的报县民政局审批。', '《社会救助暂行办法》第四十八条'),
      duty('给付', '及时足额发放，急难型救助补办手续。', '《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）'),
    ],
    accountability: [...reliefBlame, blame('截留、挤占、挪用、私分社会救助资金、物资。', '《社会救助暂行办法》第六十七条')],
  }),
  fromGuide('disability-card', {
    handlingUnit: '县残疾人联合会；稻溪镇社会事务办公室（受理）',
    handlers: [post('残联业务岗', byId.affairs.phone)],
    duties: [
      duty('受理', '核验户籍和身份，开具评定介绍单，行动不便的登记上门评定。', '《中华人民共和国残疾人证管理办法》'),
      duty('评定', '指定机构依照国家标准评定，接受专家委员会复核。', '《中华人民共和国残疾人证管理办法》'),
      duty('公示核发', '公示无异议的批准制证，并推送补贴经办机构。', '《中华人民共和国残疾人证管理办法》'),
    ],
    accountability: [blame('违反规定核发残疾人证，或者利用职务便利谋取私利。', '《中华人民共和国残疾人保障法》第六十一条')],
  }),
  fromGuide('pension-enrolment', {
    handlingUnit: '社会保障所',
    handlers: [post('居民养老保险经办岗', byId.labour.phone)],
    duties: [duty('登记', '核验参保条件，即时登记，告知缴费档次和时间，不得代收现金。', '《国务院关于建立统一的城乡居民基本养老保险制度的意见》（国发〔2014〕8号）'), duty('服务', '提供个人账户查询、资格认证和关系转移接续服务。', '《中华人民共和国社会保险法》第七十四条')],
    accountability: [blame('未履行社会保险法定职责，或者克扣、拒不按时支付社会保险待遇。', '《中华人民共和国社会保险法》第八十九条')],
  }),
  fromGuide('food-filing', {
    handlingUnit: '县市场监督管理局派驻稻溪镇市场监管窗口',
    handlers: [post('备案岗', countyOrgs.market.phone)],
    duties: [duty('备案', '材料齐全的当场备案并发放备案编号，5个工作日内公布备案信息。', '《食品经营许可和备案管理办法》'), duty('监管', '将备案经营者纳入风险分级管理，依法开展监督检查。', '《中华人民共和国食品安全法》第一百零九条')],
    accountability: [blame('不履行法定职责，或者滥用职权、玩忽职守、徇私舞弊，造成不良后果。', '《中华人民共和国食品安全法》第一百四十五条')],
  }),
  {
    id: 'penalty-dust',
    name: '对易产生扬尘的物料未密闭或者未采取有效覆盖措施防治扬尘行为的处罚',
    code: '880217036000',
    powerType: '02',
    basis: [law('大气法', '第七十二条、第一百一十七条'), law('处罚法', '第二十四条')],
    authority: ref(town),
    authorityNature: '1',
    powerSource: '2',
    handlingUnit: '综合行政执法队',
    handlers: [post('案件承办岗', byId.enforcement.phone), post('法制审核岗', byId.justice.phone)],
    level: '5',
    fee: { charged: false },
    statutoryLimit: cd(90, 'other', '自立案之日起90日内'),
    flowChartId: 'penalty-ordinary',
    guideIds: [],
    discretionIds: ['dust-cover'],
    duties: [
      duty('立案', '对发现、举报、交办、移送的线索及时登记核查，符合标准的立案。', '《中华人民共和国行政处罚法》第五十四条'),
      duty('调查', '执法人员不少于2人，主动出示执法证件，全过程记录。', '《中华人民共和国行政处罚法》第四十七条、第五十五条'),
      duty('审理', '依法进行法制审核，情节复杂或者重大违法的由负责人集体讨论。', '《中华人民共和国行政处罚法》第五十七条、第五十八条'),
      duty('告知', '告知拟处罚内容及事实、理由、依据和陈述、申辩、听证权利，充分听取意见。', '《中华人民共和国行政处罚法》第四十四条、第四十五条、第六十三条'),
      duty('决定', '对照裁量基准作出决定，载明违法事实、依据、履行方式和救济途径。', '《中华人民共和国行政处罚法》第五十七条、第五十九条、第六十条'),
      duty('送达', '宣告后当场交付；当事人不在场的，在7日内送达。', '《中华人民共和国行政处罚法》第六十一条'),
      duty('执行', '罚缴分离；逾期不履行的，依法催告并申请人民法院强制执行。', '《中华人民共和国行政处罚法》第六十七条、第七十二条'),
    ],
    accountability: [
      blame('没有法定依据、擅自改变处罚种类幅度或者违反法定程序实施处罚。', '《中华人民共和国行政处罚法》第七十六条'),
      blame('将罚款截留、私分或者变相私分，执法人员利用职务便利索取、收受财物。', '《中华人民共和国行政处罚法》第七十九条'),
      blame('为牟取单位私利，对应当移送司法机关的案件不移送，以行政处罚代替刑事处罚。', '《中华人民共和国行政处罚法》第八十二条'),
      blame('对应当制止和处罚的违法行为不予制止、处罚，致使合法权益、公共利益遭受损害。', '《中华人民共和国行政处罚法》第八十三条'),
    ],
    risks: [{ point: '自由裁量权过大', level: 'high', measures: ['公布裁量基准', '法制审核逐案对照'], responsible: '分管负责同志' }],
    ...open,
    updatedAt: '2026-03-16',
  },
  {
    id: 'safety-inspection',
    name: '对本镇生产经营单位安全生产状况的监督检查',
    code: '880625001000',
    powerType: '06',
    basis: [law('安全法', '第九条、第六十五条、第六十七条、第六十八条')],
    authority: ref(town),
    authorityNature: '1',
    powerSource: '1',
    handlingUnit: '应急管理办公室',
    handlers: [post('安全生产检查岗', byId.emergency.phone)],
    level: '5',
    fee: { charged: false },
    promisedLimit: timely('按照年度检查计划及时开展'),
    flowChartId: 'safety-inspection',
    guideIds: [],
    duties: [
      duty('计划', '编制并公开年度检查计划，控制对企业的检查频次。', '《中华人民共和国安全生产法》第六十二条'),
      duty('检查', '出示执法证件，书面记录检查时间、地点、内容、发现的问题和处理情况，双方签字。', '《中华人民共和国安全生产法》第六十七条、第六十八条'),
      duty('处置', '一般隐患责令限期整改；重大事故隐患立即报告并采取现场处理措施。', '《中华人民共和国安全生产法》第六十五条'),
      duty('复查公开', '期满复查，结果公开；应当由其他部门处理的及时移送并形成记录。', '《中华人民共和国安全生产法》第六十九条'),
    ],
    accountability: [
      blame('在监督检查中发现重大事故隐患，不依法及时处理。', '《中华人民共和国安全生产法》第九十条'),
      blame('影响被检查单位正常生产经营活动，或者泄露其技术秘密和业务秘密。', '《中华人民共和国安全生产法》第六十五条、第六十七条'),
    ],
    ...open,
    updatedAt: '2026-04-20',
  },
  {
    id: 'foi',
    name: '政府信息公开申请的办理',
    code: '881001003000',
    powerType: '10',
    otherTypeText: '其他行政权力',
    basis: [law('公开条例', '第二十七条至第四十二条')],
    authority: ref(town),
    authorityNature: '1',
    powerSource: '1',
    handlingUnit: '党政办公室（镇政务公开工作办公室）',
    handlers: [post('依申请公开经办岗', tels('103'))],
    level: '5',
    fee: { charged: true, basis: '《中华人民共和国政府信息公开条例》第四十二条；《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）', standard: '提供政府信息不收费；申请数量、频次明显超过合理范围的，按件或者按量收取信息处理费' },
    statutoryLimit: wd(20, 'received', '20个工作日'),
    promisedLimit: wd(15, 'received', '15个工作日'),
    flowChartId: 'foi',
    guideIds: [],
    duties: [
      duty('接收', '建立登记制度，当面、邮寄、网络、传真提交的依法确定收到日期。', '《中华人民共和国政府信息公开条例》第三十一条'),
      duty('审查', '内容不明确的7个工作日内一次性告知补正；涉及第三方的书面征求意见。', '《中华人民共和国政府信息公开条例》第三十条、第三十二条'),
      duty('答复', '20个工作日内答复，需要延长的经同意并告知申请人。', '《中华人民共和国政府信息公开条例》第三十三条、第三十六条'),
      duty('统计', '纳入年度报告，对可以公开的信息主动公开。', '《中华人民共和国政府信息公开条例》第四十四条、第五十条'),
    ],
    accountability: [
      blame('不依法履行政府信息公开职能，不及时更新公开内容、指南和目录。', '《中华人民共和国政府信息公开条例》第五十三条'),
      blame('违反规定收取费用。', '《中华人民共和国政府信息公开条例》第五十三条'),
    ],
    ...open,
    updatedAt: '2026-01-15',
  },
];

export const discretions = [
  {
    id: 'dust-cover',
    code: 'dust-cover',
    powerCode: '880217036000',
    violation: '未密闭易产生扬尘的物料，或者对不能密闭的易产生扬尘的物料未设置严密围挡、未采取有效覆盖措施防治扬尘',
    basis: [law('大气法', '第一百一十七条')],
    statutoryPenalty: '责令改正，处一万元以上十万元以下的罚款；拒不改正的，责令停工整治或者停业整治。',
    tiers: [
      { order: 1, name: '不予处罚', circumstances: '初次违法，堆放量不足50立方米，在责令改正的期限内改正且危害后果轻微的', standard: '不予行政处罚，进行教育', min: 0, max: 0, unit: '元', minInclusive: true, maxInclusive: true },
      { order: 2, name: '从轻', circumstances: '堆放量50立方米以上不足200立方米，配合调查，改正较慢的', standard: '处1万元以上3万元以下的罚款', min: 10000, max: 30000, unit: '元', minInclusive: true, maxInclusive: true },
      { order: 3, name: '一般', circumstances: '堆放量200立方米以上不足1000立方米，或者一年内第二次被查处的', standard: '处超过3万元、6万元以下的罚款', min: 30000, max: 60000, unit: '元', minInclusive: false, maxInclusive: true },
      { order: 4, name: '从重', circumstances: '堆放量1000立方米以上，重污染天气应急响应期间违法，或者一年内三次以上被查处的', standard: '处超过6万元、10万元以下的罚款', min: 60000, max: 100000, unit: '元', minInclusive: false, maxInclusive: true },
    ],
    remarks: '具有法定从轻、减轻情形的，依照《中华人民共和国行政处罚法》第三十二条办理；减轻处罚的，经负责人集体讨论。',
    effectiveDate: '2026-04-20',
    approvedBy: '稻溪镇人民政府',
    updatedAt: '2026-03-18',
  },
];
