// Seeded flow charts for tests: like published ones, and like nothing anyone would publish.
import type { LayoutEdge, LayoutGraph, LayoutNode } from '../../packages/elements/src/flowchart/flowchart.layout.js';

/** A small repeatable source of numbers in 0 … 1 (xorshift). */
export const numbers = (seed: number): (() => number) => {
  let s = (seed * 2654435761) | 1;
  return () => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return (s >>> 0) / 4294967296;
  };
};

const STEPS =
  '受理 审核 审批 补正 送达 归档 现场勘验 专家评审 法制审核 集体讨论 作出决定（书面） 申请人提出申请，并提交全部材料 是否属于本机关职权范围 Online application (form 3)'.split(
    ' ',
  );
const LABELS = '是 否 同意 不同意 退回 材料不齐全或者不符合法定形式的，一次性告知 逾期'.split(' ');
const KINDS = ['start', 'step', 'step', 'step', 'decision', 'document', 'end', 'connector'];

/** Random nodes and edges, with or without lanes, phases and labels, of `n` nodes at most. */
export const randomChart = (seed: number, n: number): LayoutGraph => {
  const random = numbers(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const lanes =
    random() < 0.5 ? ['applicant', 'window', 'handler', 'leader', '第三方'].slice(0, 1 + Math.floor(random() * 5)) : [];
  const phases = random() < 0.4 ? ['execution', 'decision', 'result'] : [];
  const near = random() < 0.6;
  const nodes = Array.from({ length: n }, (_, i): LayoutNode => ({
    id: 'n' + i,
    kind: pick(KINDS),
    label: pick(STEPS),
    lane: lanes.length && random() < 0.95 ? pick(lanes) : undefined,
    phase: phases.length && random() < 0.9 ? phases[Math.min(2, Math.floor((i / n) * 3 + random() * 0.5))] : undefined,
    note: random() < 0.2 ? '承办科室，5个工作日' : undefined,
  }));
  const edges = Array.from({ length: Math.floor(n * (0.9 + random() * (n > 100 ? 0.4 : 1.2))) }, (): LayoutEdge => {
    const a = Math.floor(random() * n);
    const b = near ? Math.max(0, Math.min(n - 1, a + Math.floor(random() * 9) - 2)) : Math.floor(random() * n);
    return {
      from: 'n' + a,
      to: 'n' + b,
      label: random() < 0.5 ? pick(LABELS) : undefined,
      kind: random() < 0.1 ? 'loopback' : undefined,
    };
  });
  return { nodes, edges };
};

/** A procedure as offices draw them: chains, decisions that fork and meet again, a few ways back (退回). */
export const procedure = (seed: number, n: number): LayoutGraph => {
  const random = numbers(seed * 1009 + n);
  const nodes: LayoutNode[] = [{ id: 'n0', kind: 'start', label: '申请' }];
  const edges: LayoutEdge[] = [];
  const depth = [0];
  const add = (kind: string, label: string, after: number[], words: (string | undefined)[] = []) => {
    const i = nodes.length;
    nodes.push({ id: 'n' + i, kind, label });
    depth.push(1 + Math.max(...after.map((v) => depth[v]!)));
    after.forEach((v, k) => edges.push({ from: 'n' + v, to: 'n' + i, label: words[k] }));
    return i;
  };
  let open: [node: number, label: string | undefined][] = [[0, undefined]];
  while (nodes.length < n - 1) {
    const k = Math.floor(random() * open.length);
    const [v, label] = open[k]!;
    const what = random();
    if (what < 0.2 && open.length < 2 + Math.sqrt(n) / 3) {
      const d = add('decision', '是否符合条件', [v], [label]);
      open.splice(k, 1, [d, '同意'], [d, '不同意'], ...(random() < 0.3 ? [[d, '补充'] as [number, string]] : []));
    } else if (what < 0.35 && open.length > 1) {
      const other = (k + 1 + Math.floor(random() * (open.length - 1))) % open.length;
      const m = add('step', '会签', [v, open[other]![0]], [label, open[other]![1]]);
      open = open.filter((_, i) => i !== k && i !== other);
      open.push([m, undefined]);
    } else
      open[k] = [
        add('step', ['审查', '现场勘验', '制作文书', '集体讨论决定'][Math.floor(random() * 4)]!, [v], [label]),
        undefined,
      ];
  }
  add(
    'end',
    '办结',
    open.map(([v]) => v),
    open.map(([, label]) => label),
  );
  for (let i = Math.max(1, Math.round(n * 0.06)); i--;) {
    const a = 1 + Math.floor(random() * (n - 2));
    const b = 1 + Math.floor(random() * (n - 2));
    if (depth[b]! < depth[a]! && depth[a]! - depth[b]! < 8) edges.push({ from: 'n' + a, to: 'n' + b, label: '退回' });
    else if (depth[b]! > depth[a]! && depth[b]! - depth[a]! < 6) edges.push({ from: 'n' + a, to: 'n' + b });
  }
  return { nodes, edges };
};
