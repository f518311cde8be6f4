// 期限表：法定上限与默认期限。evidence：L 法规原文，P 公开实践或部门文件，D 本项目的选择。
import type { DeadlineKind, DeadlineRule } from './deadlines.js';

type Row = Omit<DeadlineRule, 'id' | 'kind'>;
const EVERYDAY: DeadlineKind[] = ['consult', 'help', 'complaint', 'opinion', 'suggestion', 'praise'];

/*@__NO_SIDE_EFFECTS__*/
const forKinds = (kinds: readonly DeadlineKind[], row: Row, id?: string): DeadlineRule[] =>
  kinds.map((kind) => ({ id: id ?? `${kind}.${row.stage}`, kind, ...row }));

const PETITION = '《信访工作条例》';
const FOI = '《中华人民共和国政府信息公开条例》';
const DISCIPLINE = '《纪检监察机关处理检举控告工作规则》';

const accept: Row = {
  stage: 'accept',
  value: 15,
  unit: 'calendarDays',
  start: 'received',
  basis: `${PETITION}第二十二条、第二十三条`,
  evidence: 'L',
};
const objection: Row = {
  stage: 'objection',
  value: 5,
  unit: 'workingDays',
  start: 'received',
  basis: `${PETITION}第二十三条`,
  evidence: 'L',
};
const handling: Row = {
  stage: 'answer',
  value: 60,
  unit: 'calendarDays',
  start: 'accepted',
  extension: 30,
  basis: `${PETITION}第三十四条`,
  evidence: 'L',
};
const review: Row = {
  stage: 'review',
  value: 30,
  unit: 'calendarDays',
  start: 'received',
  basis: `${PETITION}第三十五条、第三十六条`,
  evidence: 'L',
};
const reviewRequest: Row = { ...review, stage: 'reviewRequest', start: 'answered' };
const unanswered: Row = {
  stage: 'answer',
  value: 3,
  unit: 'months',
  start: 'received',
  basis: '国办秘函〔2019〕19号（单项否决）',
  evidence: 'P',
};
const foi: DeadlineRule[] = [
  {
    id: 'foi-30',
    kind: 'foi',
    stage: 'correction',
    value: 7,
    unit: 'workingDays',
    start: 'received',
    basis: `${FOI}第三十条`,
    evidence: 'L',
  },
  {
    id: 'foi-33',
    kind: 'foi',
    stage: 'answer',
    value: 20,
    unit: 'workingDays',
    start: 'received',
    extension: 20,
    pausable: true,
    basis: `${FOI}第三十三条`,
    evidence: 'L',
  },
  {
    id: 'foi-32',
    kind: 'foi',
    stage: 'thirdParty',
    value: 15,
    unit: 'workingDays',
    start: 'received',
    basis: `${FOI}第三十二条、第三十四条`,
    evidence: 'L',
  },
];

/**
 * What no site may go beyond: rows of law, and the veto of the site inspection (有效留言超过3个月未回应). The period of
 * 信访工作条例第三十四条 holds for matters of 申诉求决, which arrive as complaints and calls for help.
 */
export const MAXIMA: readonly DeadlineRule[] = [
  ...forKinds(EVERYDAY, accept, 'petition-23'),
  ...forKinds([...EVERYDAY, 'report'], objection, 'petition-23-objection'),
  ...forKinds(['help', 'complaint'], handling, 'petition-34'),
  ...forKinds(['help', 'complaint'], review, 'petition-35'),
  ...forKinds(EVERYDAY, unanswered, 'inspection-2019-19'),
  ...foi,
];

/**
 * The policy of a site that has set nothing. The answer within 15 working days is the longest period seen in good
 * practice (中国气象局 2017, for difficult matters; ordinary ones 7; 许昌 5; 沈阳 3 and 10), kept until the site promises
 * less. 举报: the receipt and the result are told to those who gave their name.
 */
export const DEFAULT_RULES: readonly DeadlineRule[] = [
  ...forKinds(EVERYDAY, accept),
  ...forKinds([...EVERYDAY, 'report'], objection),
  ...forKinds(EVERYDAY.slice(0, 5), {
    stage: 'answer',
    value: 15,
    unit: 'workingDays',
    start: 'received',
    extension: 15,
    pausable: true,
    basis: '政府网站留言办理实践（中国气象局，2017年）',
    evidence: 'P',
  }),
  ...forKinds(['praise'], {
    stage: 'answer',
    value: 15,
    unit: 'workingDays',
    start: 'received',
    basis: '参照留言办理',
    evidence: 'D',
  }),
  ...forKinds(['help', 'complaint'], review),
  ...forKinds(['help', 'complaint'], reviewRequest),
  ...forKinds(['report'], {
    stage: 'accept',
    value: 15,
    unit: 'workingDays',
    start: 'received',
    basis: `${DISCIPLINE}（实名检举控告）`,
    evidence: 'P',
  }),
  ...forKinds(['report'], {
    stage: 'result',
    value: 15,
    unit: 'workingDays',
    start: 'closed',
    basis: `${DISCIPLINE}（实名检举控告）`,
    evidence: 'P',
  }),
  ...foi,
];
