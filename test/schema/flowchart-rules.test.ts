import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  checkFlowChart,
  type CheckedFlowChart,
  type FlowChartCheckOptions,
} from '../../packages/schema/src/flowchart-rules.js';

type Node = CheckedFlowChart['nodes'][number];
/** A whole permit chart; `change` alters nodes by id, `edges` replaces the edges. */
const chart = (change: Record<string, Partial<Node>> = {}, edges?: CheckedFlowChart['edges']): CheckedFlowChart => {
  const post = '经办';
  const nodes: Node[] = [
    { id: 's', kind: 'start', label: '申请', lane: 'applicant' },
    { id: 'a', kind: 'decision', label: '受理：材料是否齐全', lane: 'window', timeLimit: '1个工作日' },
    { id: 'c', kind: 'step', label: '一次性告知补正', lane: 'window', post, timeLimit: '5个工作日' },
    { id: 'r', kind: 'step', label: '审查', lane: 'handler', post, timeLimit: '10个工作日' },
    { id: 'd', kind: 'step', label: '作出许可决定', lane: 'leader', post, timeLimit: '5个工作日' },
    { id: 'p', kind: 'step', label: '送达', lane: 'window', post, timeLimit: '10个工作日' },
    { id: 'e', kind: 'end', label: '办结', lane: 'window' },
    { id: 'n', kind: 'end', label: '不予受理', lane: 'window' },
  ];
  return {
    nodes: nodes.map((v) => ({ ...v, ...change[v.id] })),
    edges: edges ?? [
      { from: 's', to: 'a' },
      { from: 'a', to: 'r', label: '齐全' },
      { from: 'a', to: 'c', label: '不齐全' },
      { from: 'a', to: 'n', label: '不属于本机关职权范围' },
      { from: 'c', to: 's', kind: 'loopback' },
      { from: 'r', to: 'd' },
      { from: 'd', to: 'p' },
      { from: 'p', to: 'e' },
    ],
  };
};
const codes = (c: CheckedFlowChart, options?: FlowChartCheckOptions) =>
  checkFlowChart(c, options).map((f) => [f.code, f.nodeId ?? f.edgeIndex, f.inputs]);
const all = chart().edges;

test('a whole permit chart has no finding', () => {
  assert.deepEqual(codes(chart(), { powerType: '01', promisedLimit: '20个工作日' }), []);
});

test('an edge to nowhere is told with its number and the unknown id, and is otherwise passed over', () => {
  assert.deepEqual(codes(chart({}, [...all, { from: 'r', to: 'zz' }])), [['unknown-node', 8, { id: 'zz' }]]);
});

test('an id used twice is told once, and the second node does not count as unreachable', () => {
  const c = chart();
  assert.deepEqual(
    codes({
      ...c,
      nodes: [...c.nodes, { id: 'r', kind: 'step', label: '又一步', post: '经办', timeLimit: '1个工作日' }],
    }),
    [['duplicate-id', 'r', {}]],
  );
});

test('a chart without a start, without an end, and one that is only a cycle', () => {
  assert.deepEqual(
    codes(chart({ s: { kind: 'connector' } }, all.filter((e) => e.to !== 's').concat({ from: 'c', to: 'a' }))),
    [['no-start', undefined, {}]],
  );
  const line: CheckedFlowChart = {
    nodes: [
      { id: 'a', kind: 'start', label: '甲' },
      { id: 'b', kind: 'connector', label: '乙' },
    ],
    edges: [{ from: 'a', to: 'b' }],
  };
  assert.deepEqual(codes(line), [['no-end', undefined, {}]]);
  const ring: CheckedFlowChart = {
    nodes: [
      { id: 'a', kind: 'document' },
      { id: 'b', kind: 'document' },
    ],
    edges: [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ],
  };
  assert.deepEqual(codes(ring), [['cycle-only', undefined, {}]]);
});

test('unreachable nodes, dead ends and endless loops are told by node', () => {
  const step = { kind: 'step', label: '另一步', post: '经办', timeLimit: '1个工作日' };
  const c = chart();
  const more = (ids: string[], edges: CheckedFlowChart['edges']) =>
    codes({ nodes: [...c.nodes, ...ids.map((id) => ({ ...step, id }))], edges: [...all, ...edges] });
  assert.deepEqual(more(['x'], [{ from: 'x', to: 'r' }]), [['unreachable', 'x', {}]]);
  assert.deepEqual(more(['x'], [{ from: 'r', to: 'x' }]), [['dead-end', 'x', {}]]);
  assert.deepEqual(
    more(
      ['x', 'y'],
      [
        { from: 'r', to: 'x' },
        { from: 'x', to: 'y' },
        { from: 'y', to: 'x' },
      ],
    ),
    [
      ['endless', 'x', {}],
      ['endless', 'y', {}],
    ],
  );
});

test('a decision needs two ways, each labelled; a condition or 是/否 is a label too', () => {
  const decisions = (edges: CheckedFlowChart['edges']) =>
    codes(chart({ r: { kind: 'decision' } }, edges)).filter(([code]) => code === 'decision-branches');
  assert.deepEqual(decisions(all), [['decision-branches', 'r', { ways: 1, labelled: 0 }]]);
  assert.deepEqual(decisions([...all, { from: 'r', to: 'n', label: '不同意' }]), [
    ['decision-branches', 'r', { ways: 2, labelled: 1 }],
  ]);
  const rest = all.filter((e) => e.from !== 'r');
  assert.deepEqual(
    decisions([...rest, { from: 'r', to: 'd', kind: 'yes' }, { from: 'r', to: 'n', condition: '不合法定条件' }]),
    [],
  );
  assert.deepEqual(
    decisions([...rest, { from: 'r', to: 'd', label: { 'zh-Hans': '同意' } }, { from: 'r', to: 'n', label: ' ' }]),
    [['decision-branches', 'r', { ways: 2, labelled: 1 }]],
  );
});

test('a step of the office names a post and a limit; the applicant need not', () => {
  assert.deepEqual(codes(chart({ r: { post: undefined, timeLimit: undefined } })), [
    ['post-missing', 'r', {}],
    ['limit-missing', 'r', {}],
  ]);
  assert.deepEqual(codes(chart({ r: { post: undefined, timeLimit: undefined, lane: 'applicant' } })), []);
});

test('a chart for requests says where 受理, 补正 and 不予受理 lead', () => {
  const without = chart(
    { a: { label: '材料是否齐全' }, c: { label: '退回' }, n: { label: '退件' } },
    all.map(({ label, ...e }) =>
      label === '不属于本机关职权范围' ? { ...e, label: '其他' } : { ...e, ...(label ? { label } : {}) },
    ),
  );
  const branches = (o: FlowChartCheckOptions) =>
    checkFlowChart(without, o)
      .filter((f) => f.code === 'acceptance-branch')
      .map((f) => f.inputs['branch']);
  assert.deepEqual(branches({ powerType: '01' }), ['受理', '补正', '不予受理']);
  assert.deepEqual(branches({}), ['受理', '补正', '不予受理'], 'it begins with 申请');
  assert.deepEqual(branches({ powerType: '02' }), [], 'a penalty is not asked for');
});

test('行政许可: 补正 within 5, decision within 20, delivery within 10 working days, counted in working days', () => {
  const permit = (change: Record<string, Partial<Node>>) => codes(chart(change), { powerType: '01' });
  assert.deepEqual(permit({ c: { timeLimit: '6个工作日' } }), [['correction-over-5', 'c', { value: 6, most: 5 }]]);
  assert.deepEqual(permit({ r: { timeLimit: '16个工作日' } }), [['permit-over-20', undefined, { days: 21 }]]);
  assert.deepEqual(permit({ p: { timeLimit: '11个工作日' } }), [['delivery-over-10', 'p', { value: 11, most: 10 }]]);
  assert.deepEqual(permit({ r: { timeLimit: '10日' } }), [['permit-calendar-days', 'r', { value: 10 }]]);
  assert.deepEqual(
    codes(chart({ c: { timeLimit: '6个工作日' }, p: { timeLimit: '11个工作日' } }), { powerType: '06' }),
    [],
    'these are rules for permits',
  );
});

test('the steps after 受理 add up along the longest way; delivery, hearings and the applicant do not count', () => {
  const sums = (
    change: Record<string, Partial<Node>>,
    edges?: CheckedFlowChart['edges'],
    promisedLimit: FlowChartCheckOptions['promisedLimit'] = '14个工作日',
  ) =>
    checkFlowChart(chart(change, edges), { promisedLimit })
      .filter((f) => f.code === 'steps-exceed-promise')
      .map((f) => f.inputs);
  assert.deepEqual(sums({}), [{ days: 15, promised: 14 }]);
  assert.deepEqual(sums({}, undefined, '15个工作日'), []);
  assert.deepEqual(sums({}, undefined, '14日'), [], 'calendar days are not compared with working days');
  assert.deepEqual(sums({ r: { label: '组织听证' } }), []);
  assert.deepEqual(sums({ r: { lane: 'applicant' } }), []);
  assert.deepEqual(sums({ d: { timeLimit: '自受理之日起12个工作日' } }), [], 'a limit counted from 受理 is not added');
  assert.deepEqual(sums({ d: { timeLimit: '自受理之日起15个工作日' } }), [{ days: 15, promised: 14 }]);
  const both = [
    ...all,
    { from: 'r', to: 'r2', label: '需勘验' },
    { from: 'r2', to: 'd' },
    { from: 'r2', to: 'r', kind: 'loopback' },
  ];
  const c = chart({}, both);
  const longer = {
    ...c,
    nodes: [...c.nodes, { id: 'r2', kind: 'step', label: '现场勘验', post: '经办', timeLimit: '3个工作日' }],
  };
  assert.deepEqual(
    checkFlowChart(longer, { promisedLimit: '14个工作日' }).map((f) => f.inputs),
    [{ days: 18, promised: 14 }],
  );
});

test('行政处罚: 90 days from 立案, delivery within 7, the request for a hearing within 5 working days', () => {
  const nodes: Node[] = [
    { id: 's', kind: 'start', label: '检查发现' },
    { id: 'l', kind: 'step', label: '立案', post: '经办', timeLimit: '7日' },
    { id: 'i', kind: 'step', label: '调查取证', post: '经办', timeLimit: '60日' },
    { id: 'h', kind: 'step', label: '当事人要求听证', lane: 'applicant', timeLimit: '3个工作日' },
    { id: 'd', kind: 'step', label: '作出处罚决定', post: '经办', timeLimit: '31日' },
    { id: 'p', kind: 'step', label: '送达决定书', post: '经办', timeLimit: '8个工作日' },
    { id: 'f', kind: 'step', label: '缴纳罚款', lane: 'applicant', timeLimit: '15日' },
    { id: 'e', kind: 'end', label: '结案' },
  ];
  const edges = nodes.slice(1).map((v, i) => ({ from: nodes[i]!.id, to: v.id }));
  assert.deepEqual(codes({ nodes, edges }, { powerType: '02' }), [
    ['delivery-over-7', 'p', { value: 8, most: 7 }],
    ['hearing-request-5', 'h', { value: 3 }],
    ['penalty-over-90', undefined, { days: 91 }],
  ]);
});

test('every finding names the clause that it follows from and weighs as error or warning', () => {
  for (const f of checkFlowChart({ nodes: [{ id: 'a', kind: 'step' }], edges: [] }, { powerType: '01' })) {
    assert.match(f.clause, /《|GB\/T/);
    assert.match(f.severity, /^(error|warning)$/);
  }
});

test('bad input: no nodes, labels that are not text, names of Object, twenty thousand nodes', () => {
  assert.deepEqual(
    codes({ nodes: [], edges: [] }).map(([code]) => code),
    ['no-start', 'no-end'],
  );
  assert.deepEqual(
    codes({
      nodes: [{ id: 'constructor', kind: 'start', label: {} }],
      edges: [{ from: 'toString', to: 'constructor' }],
    }).map(([code]) => code),
    ['unknown-node', 'no-end', 'dead-end'],
  );
  const n = 20000;
  const nodes = Array.from({ length: n }, (_, i) => ({
    id: 'n' + i,
    kind: i ? 'step' : 'start',
    label: '受理',
    timeLimit: '1个工作日',
  }));
  const edges = nodes.map((v, i) => ({ from: v.id, to: 'n' + ((i * 7919 + 1) % n) }));
  const began = performance.now();
  checkFlowChart({ nodes, edges }, { powerType: '01', promisedLimit: '5个工作日' });
  assert.ok(performance.now() - began < 2000);
});

const examples = new URL('../../packages/schema/examples/', import.meta.url);
test(
  'the example charts can be followed and keep to what their powers promise',
  { skip: existsSync(examples) ? false : 'no examples in this checkout' },
  () => {
    for (const file of readdirSync(new URL('flowcharts/', examples))) {
      const c = JSON.parse(readFileSync(new URL(`flowcharts/${file}`, examples), 'utf8')) as CheckedFlowChart & {
        powerItemId: string;
      };
      const power = new URL(`powers/${c.powerItemId}.json`, examples);
      const options = existsSync(power) ? (JSON.parse(readFileSync(power, 'utf8')) as FlowChartCheckOptions) : {};
      assert.deepEqual(codes(c, options), [], file);
    }
  },
);

const data = new URL('../../../shared/data/flow/', import.meta.url);
test(
  'published charts: what is told of them is what they lack',
  { skip: existsSync(data) ? false : 'no shared data beside this checkout' },
  () => {
    const count = (name: string) => {
      const c = JSON.parse(readFileSync(new URL(name, data), 'utf8')) as {
        nodes: { type: string; id: string; label: string }[];
        edges: CheckedFlowChart['edges'];
      };
      const found = checkFlowChart({
        nodes: c.nodes.map((v) => ({ ...v, kind: v.type === 'task' ? 'step' : v.type })),
        edges: c.edges,
      });
      return [...new Set(found.map((f) => f.code))].sort();
    };
    assert.deepEqual(count('05-wanyuan-water.json'), ['limit-missing', 'post-missing']);
    assert.deepEqual(count('04-bazhou-dibao.json'), ['acceptance-branch', 'limit-missing', 'post-missing']);
  },
);
