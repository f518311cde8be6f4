// A chart is written as two short lists: nodes (id, kind, label, lane, rest) and edges ('a>b', label, kind).
export const node = (kind) => (id, label, lane, rest = {}) => ({ id, kind, label, lane, ...rest });
export const start = node('start');
export const step = node('step');
export const ask = node('decision');
export const paper = node('document');
export const end = node('end');
export const join = node('connector');
export const edge = (path, label, kind = 'normal', condition) => {
  const [from, to] = path.split('>');
  return { from, to, ...(label && { label }), ...(condition && { condition }), kind };
};
export const yes = (path, label = '是', condition) => edge(path, label, 'yes', condition);
export const no = (path, label = '否', condition) => edge(path, label, 'no', condition);
export const back = (path, label, condition) => edge(path, label, 'loopback', condition);
export const late = (path, label, condition) => edge(path, label, 'timeout', condition);
export const risk = (point, level, measures, responsible) => ({ point, level, measures, responsible });
/** 决策、执行、结果. */
export const P = { plan: { phase: 'decision' }, run: { phase: 'execution' }, done: { phase: 'result' } };
