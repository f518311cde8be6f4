// Helpers that the example sources share: check digits, time limits, laws. No dependencies.

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 11714 check character of an 8-character organisation code. */
const orgCheck = (body) => {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((n, c, i) => n + Number.parseInt(c, 36) * weights[i], 0);
  const k = 11 - (sum % 11);
  return k === 10 ? 'X' : k === 11 ? '0' : String(k);
};

/** GB 32100: 18-character code from the two-character type, the region and an 8-character body. */
export const uscc = (type, region, body) => {
  const head = type + region + body + orgCheck(body);
  let sum = 0;
  let weight = 1;
  for (const c of head) {
    sum += ALPHABET.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return head + ALPHABET[(31 - (sum % 31)) % 31];
};

const AFTER = {
  received: '自收到之日起',
  accepted: '自受理之日起',
  decided: '自作出决定之日起',
  informationFormed: '自信息形成或者变更之日起',
};
/** Working days. With a start event the raw text says so, the way the notices print it. */
export const wd = (value, startsFrom, raw) => ({
  raw: raw ?? `${AFTER[startsFrom] ?? ''}${value}个工作日${startsFrom ? '内' : ''}`,
  kind: 'workingDays',
  value,
  ...(startsFrom && { startsFrom }),
});
/** Calendar days. */
export const cd = (value, startsFrom, raw) => ({
  raw: raw ?? `${AFTER[startsFrom] ?? ''}${value}日${startsFrom ? '内' : ''}`,
  kind: 'calendarDays',
  value,
  ...(startsFrom && { startsFrom }),
});
export const months = (value, startsFrom, raw) => ({
  raw: raw ?? `${value}个月`,
  kind: 'months',
  value,
  ...(startsFrom && { startsFrom }),
});
export const immediate = (raw = '当场') => ({ raw, kind: 'immediate' });
export const timely = (raw = '及时') => ({ raw, kind: 'timely' });
export const periodic = (raw, period) => ({ raw, kind: 'periodic', period });
export const fixed = (raw) => ({ raw, kind: 'fixedDate' });
export const longTerm = (raw = '长期公开') => ({ raw, kind: 'longTerm' });
export const twentyDays = {
  raw: '信息形成或者变更之日起20个工作日内',
  kind: 'workingDays',
  value: 20,
  startsFrom: 'informationFormed',
  basis: '《中华人民共和国政府信息公开条例》第二十六条',
};

const CN = '中华人民共和国';
/** Titles and numbers as printed in the official texts. */
const TITLES = {
  公开条例: { kind: 'adminRegulation', title: `${CN}政府信息公开条例`, issuer: '国务院', docNumber: '国务院令第711号' },
  许可法: { kind: 'law', title: `${CN}行政许可法` },
  处罚法: { kind: 'law', title: `${CN}行政处罚法` },
  复议法: { kind: 'law', title: `${CN}行政复议法` },
  诉讼法: { kind: 'law', title: `${CN}行政诉讼法` },
  强制法: { kind: 'law', title: `${CN}行政强制法` },
  残疾人法: { kind: 'law', title: `${CN}残疾人保障法` },
  残疾人证办法: { kind: 'normativeDoc', title: `${CN}残疾人证管理办法`, issuer: '中国残疾人联合会、国家卫生和计划生育委员会', docNumber: '残联发〔2017〕34号' },
  救助办法: { kind: 'adminRegulation', title: '社会救助暂行办法', issuer: '国务院', docNumber: '国务院令第649号' },
  低保办法: { kind: 'normativeDoc', title: '最低生活保障审核确认办法', issuer: '民政部', docNumber: '民发〔2021〕57号' },
  临救通知: { kind: 'normativeDoc', title: '国务院关于全面建立临时救助制度的通知', issuer: '国务院', docNumber: '国发〔2014〕47号' },
  临救意见: { kind: 'normativeDoc', title: '民政部 财政部关于进一步加强和改进临时救助工作的意见', issuer: '民政部、财政部', docNumber: '民发〔2018〕23号' },
  社保法: { kind: 'law', title: `${CN}社会保险法` },
  居保意见: { kind: 'normativeDoc', title: '国务院关于建立统一的城乡居民基本养老保险制度的意见', issuer: '国务院', docNumber: '国发〔2014〕8号' },
  土地法: { kind: 'law', title: `${CN}土地管理法` },
  土地条例: { kind: 'adminRegulation', title: `${CN}土地管理法实施条例`, issuer: '国务院', docNumber: '国务院令第743号' },
  规划法: { kind: 'law', title: `${CN}城乡规划法` },
  宅基地通知: { kind: 'normativeDoc', title: '农业农村部 自然资源部关于规范农村宅基地审批管理的通知', issuer: '农业农村部、自然资源部', docNumber: '农经发〔2019〕6号' },
  食安法: { kind: 'law', title: `${CN}食品安全法` },
  食品备案: { kind: 'deptRule', title: '食品经营许可和备案管理办法', issuer: '国家市场监督管理总局', docNumber: '国家市场监督管理总局令第78号' },
  森林法: { kind: 'law', title: `${CN}森林法` },
  道路条例: { kind: 'adminRegulation', title: '城市道路管理条例', issuer: '国务院', docNumber: '国务院令第198号' },
  市容条例: { kind: 'adminRegulation', title: '城市市容和环境卫生管理条例', issuer: '国务院', docNumber: '国务院令第101号' },
  老年法: { kind: 'law', title: `${CN}老年人权益保障法` },
  人口法: { kind: 'law', title: `${CN}人口与计划生育法` },
  水保法: { kind: 'law', title: `${CN}水土保持法` },
  水保办法: { kind: 'deptRule', title: '生产建设项目水土保持方案管理办法', issuer: '水利部', docNumber: '水利部令第53号' },
  登记条例: { kind: 'adminRegulation', title: '不动产登记暂行条例', issuer: '国务院', docNumber: '国务院令第656号' },
  登记收费: { kind: 'normativeDoc', title: '国家发展改革委 财政部关于不动产登记收费标准等有关问题的通知', issuer: '国家发展改革委、财政部', docNumber: '发改价格规〔2016〕2559号' },
  民法典: { kind: 'law', title: `${CN}民法典` },
  安全法: { kind: 'law', title: `${CN}安全生产法` },
  营商条例: { kind: 'adminRegulation', title: '优化营商环境条例', issuer: '国务院', docNumber: '国务院令第722号' },
  预算法: { kind: 'law', title: `${CN}预算法` },
  预算条例: { kind: 'adminRegulation', title: `${CN}预算法实施条例`, issuer: '国务院', docNumber: '国务院令第729号' },
  采购法: { kind: 'law', title: `${CN}政府采购法` },
  采购条例: { kind: 'adminRegulation', title: `${CN}政府采购法实施条例`, issuer: '国务院', docNumber: '国务院令第658号' },
  村委会法: { kind: 'law', title: `${CN}村民委员会组织法` },
  应对法: { kind: 'law', title: `${CN}突发事件应对法` },
  法援法: { kind: 'law', title: `${CN}法律援助法` },
  调解法: { kind: 'law', title: `${CN}人民调解法` },
  固废法: { kind: 'law', title: `${CN}固体废物污染环境防治法` },
  大气法: { kind: 'law', title: `${CN}大气污染防治法` },
  防火条例: { kind: 'adminRegulation', title: '森林防火条例', issuer: '国务院', docNumber: '国务院令第541号' },
  防汛条例: { kind: 'adminRegulation', title: `${CN}防汛条例`, issuer: '国务院', docNumber: '国务院令第86号' },
  决策条例: { kind: 'adminRegulation', title: '重大行政决策程序暂行条例', issuer: '国务院', docNumber: '国务院令第713号' },
  信访条例: { kind: 'other', title: '信访工作条例', issuer: '中共中央、国务院' },
  信息处理费: { kind: 'normativeDoc', title: '国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知', issuer: '国务院办公厅', docNumber: '国办函〔2020〕109号' },
  标准指引: { kind: 'normativeDoc', title: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见', issuer: '国务院办公厅', docNumber: '国办发〔2019〕54号' },
  退役军人法: { kind: 'law', title: `${CN}退役军人保障法` },
  农民工条例: { kind: 'adminRegulation', title: '保障农民工工资支付条例', issuer: '国务院', docNumber: '国务院令第724号' },
  防疫法: { kind: 'law', title: `${CN}动物防疫法` },
  消防法: { kind: 'law', title: `${CN}消防法` },
  档案法: { kind: 'law', title: `${CN}档案法` },
};

/** A legal basis by short key; the article as printed, e.g. `law('许可法', '第三十二条')`. */
export const law = (key, article, text) => {
  const found = TITLES[key];
  if (!found) throw new Error(`unknown law ${key}`);
  return { ...found, ...(article && { article }), ...(text && { text }) };
};
/** A document of the fictional county or town. */
export const local = (title, docNumber, issuer = '云泊县人民政府') => ({
  kind: 'normativeDoc',
  title,
  issuer,
  docNumber,
});
/** Text block: one item a line, as the clerks type it. */
export const lines = (...items) => items.join('\n');
