// 政府信息公开目录 of the town: the column tree (two levels) and all entries.
import { ref, town } from '../place.mjs';
import { buildEntries } from './build.mjs';
import * as enforce from './enforce.mjs';
import * as finance from './finance.mjs';
import * as key from './key.mjs';
import * as life from './life.mjs';
import * as policy from './policy.mjs';

const n = (id, title, kind, parentId) => ({ id, ...(parentId && { parentId }), title, ...(kind && { kind }) });
const nodes = [
  n('org', '机构职能'),
  n('org-duty', '机构设置与职责', 'static', 'org'),
  n('org-leaders', '领导分工', 'static', 'org'),
  n('org-village', '村（社区）和驻镇单位', 'static', 'org'),
  n('policy', '政策文件'),
  n('policy-normative', '行政规范性文件', 'policy', 'policy'),
  n('policy-other', '其他文件', 'policy', 'policy'),
  n('policy-interp', '政策解读', 'policy', 'policy'),
  n('meeting', '会议公开'),
  n('meeting-minutes', '镇长办公会议', 'notice', 'meeting'),
  n('finance', '财政资金'),
  n('fin-budget', '预算决算', 'policy', 'finance'),
  n('fin-subsidy', '惠民惠农补贴', 'notice', 'finance'),
  n('fin-procurement', '政府采购', 'notice', 'finance'),
  n('fin-fee', '行政事业性收费', 'static', 'finance'),
  n('enforce', '行政执法'),
  n('enf-basis', '执法清单与流程图', 'flow', 'enforce'),
  n('enf-result', '处罚和检查结果', 'notice', 'enforce'),
  n('service', '公共服务'),
  n('svc-guide', '办事指南', 'guideCatalog', 'service'),
  n('svc-stats', '办事统计', 'serviceStats', 'service'),
  n('key', '重点领域'),
  n('key-relief', '社会救助', 'notice', 'key'),
  n('key-land', '土地与宅基地', 'notice', 'key'),
  n('key-housing', '农村危房改造', 'notice', 'key'),
  n('key-environment', '生态环境', 'notice', 'key'),
  n('key-safety', '安全生产和应急', 'notice', 'key'),
  n('key-rural', '乡村振兴和农业农村', 'notice', 'key'),
  n('key-welfare', '教育和卫生健康', 'notice', 'key'),
  n('news', '镇务动态'),
  n('news-work', '工作动态', 'news', 'news'),
  n('news-notice', '通知公告', 'notice', 'news'),
  n('interact', '公众参与'),
  n('int-consult', '意见征集', 'consultation', 'interact'),
  n('int-letters', '来信选登', 'messages', 'interact'),
  n('supervise', '监督保障'),
  n('sup-guide', '公开指南和目录', 'guideCatalog', 'supervise'),
  n('sup-rules', '公开制度和自查', 'static', 'supervise'),
  n('sup-annual', '公开年报', 'annualReport', 'supervise'),
];

export const disclosure = () => {
  const entries = buildEntries([enforce, finance, key, life, policy].flatMap((group) => Object.values(group).flat()));
  return {
    id: 'disclosure',
    title: '云泊县稻溪镇政府信息公开目录（示例）',
    publisher: ref(town),
    updatedAt: entries[0].publishedAt,
    nodes,
    entries,
  };
};
