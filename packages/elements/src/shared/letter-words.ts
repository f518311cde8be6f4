/** 来信: what the form and the look-up of a letter both say. */

/** 来信类型. */
export const letterKinds = {
  consult: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  opinion: '意见',
  suggestion: '建议',
  praise: '表扬',
};
export const tryAgainIn = (seconds: number) =>
  seconds < 91 ? `请在${seconds}秒后再试。` : `请在约${Math.ceil(seconds / 60)}分钟后再试。`;
