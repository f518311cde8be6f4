import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  layoutChart,
  measureText,
  wrapText,
  type Chart,
  type LayoutGraph,
  type LayoutOptions,
} from '../../packages/elements/src/flowchart/flowchart.layout.js';
import { procedure, randomChart } from '../support/flowchart-graphs.js';
import { faults } from '../support/flowchart-verify.js';

const WAYS: LayoutOptions[] = [{}, { direction: 'right' }, { width: 343 }, { width: 700 }];
/** 'a>b:label' … as a chart; ids beginning with s, d, e are starts, decisions, ends. */
const chart = (text: string, more: (id: string) => object = () => ({})): LayoutGraph => {
  const edges = text.split(' ').map((e) => {
    const [from = '', to = '', label] = e.split(/[>:]/);
    return { from, to, label };
  });
  const ids = [...new Set(edges.flatMap((e) => [e.from, e.to]))];
  const kind = (id: string) => ({ s: 'start', d: 'decision', e: 'end' })[id[0]!] ?? 'step';
  return { nodes: ids.map((id) => ({ id, kind: kind(id), label: '步骤' + id, ...more(id) })), edges };
};
const right = (graph: LayoutGraph, options: LayoutOptions = {}, name = ''): Chart => {
  const laid = layoutChart(graph, options);
  assert.deepEqual(faults(graph, laid), [], `${name} ${JSON.stringify(options)}`);
  return laid;
};
const node = (c: Chart, id: string) => c.nodes.find((v) => v.id === id)!;
const length = (c: Chart, k: number) =>
  c.edges[k]!.points.reduce(
    (s, [x, y], i, p) => s + (i ? Math.abs(x - p[i - 1]![0]) + Math.abs(y - p[i - 1]![1]) : 0),
    0,
  );

test('the verifier sees what is wrong: overlaps, edges through nodes, covered labels, slants, loose ends', () => {
  const graph = chart('s1>a:是 a>b b>e1');
  const tell = (change: (c: Chart) => void) => {
    const c = structuredClone(layoutChart(graph));
    change(c);
    return faults(graph, c).join('\n');
  };
  assert.equal(
    tell(() => {}),
    '',
  );
  assert.match(
    tell((c) => (node(c, 'a').y = node(c, 'b').y - 10)),
    /nodes b and a overlap|nodes a and b overlap/,
  );
  assert.match(
    tell((c) => (c.edges[2]!.points = [[node(c, 'b').x, node(c, 's1').y + 20], c.edges[2]!.points[1]!])),
    /does not leave b/,
  );
  assert.match(
    tell((c) => (c.edges[0]!.points = [c.edges[0]!.points[0]!, c.edges[2]!.points[1]!])),
    /runs through node a/,
  );
  assert.match(
    tell((c) => (c.edges[0]!.label!.x -= 10)),
    /runs through the label of 0/,
  );
  assert.match(
    tell((c) => (c.edges[0]!.label!.y += 20)),
    /covers node/,
  );
  assert.match(
    tell((c) => (c.edges[1]!.points[1]![0] += 9)),
    /slants/,
  );
  assert.match(
    tell((c) => (c.width = 50)),
    /outside/,
  );
});

test('three hundred and forty random charts of 2 to 500 nodes are drawn without a fault', () => {
  for (let seed = 1; seed <= 340; seed++) {
    const n = seed % 20 === 0 ? 100 + ((seed * 37) % 401) : 2 + ((seed * 13) % (seed % 3 ? 30 : 80));
    right(randomChart(seed, n), n < 100 ? WAYS[seed % 4] : WAYS[(seed / 20) % 2], `seed ${seed}, ${n} nodes`);
  }
});

test('procedures of 10 to 500 nodes are drawn without a fault, in each direction and width', () => {
  for (const n of [10, 25, 50, 120])
    for (const seed of [1, 2, 3]) for (const way of WAYS) right(procedure(seed, n), way, `${n} nodes, seed ${seed}`);
  for (const seed of [1, 2]) right(procedure(seed, 500), {}, `500 nodes, seed ${seed}`);
});

const example = new URL('../../packages/schema/examples/flowcharts/', import.meta.url);
interface Source {
  lanes?: string[];
  nodes: { id: string; label: string; kind?: string; type?: string; lane?: string; phase?: string }[];
  edges: LayoutGraph['edges'];
}
const read = (url: URL): LayoutGraph => {
  const { lanes, nodes, edges } = JSON.parse(readFileSync(url, 'utf8')) as Source;
  return {
    lanes: lanes?.map((id) => ({ id, title: id })),
    edges,
    nodes: nodes.map((v) => ({ ...v, kind: v.kind ?? (v.type === 'task' ? 'step' : v.type!) })),
  };
};
test('the example charts are drawn without a fault', () => {
  for (const file of readdirSync(example)) for (const way of WAYS) right(read(new URL(file, example)), way, file);
});
const data = new URL('../../../shared/data/flow/', import.meta.url);
test(
  'published charts are drawn without a fault',
  { skip: existsSync(data) ? false : 'no shared data beside this checkout' },
  () => {
    const files = readdirSync(data).filter((f) => f.endsWith('.json'));
    assert.ok(files.length >= 9);
    for (const file of files) for (const way of WAYS) right(read(new URL(file, data)), way, file);
  },
);

test('the same chart is drawn the same each time, and the input is not changed', () => {
  const graph = randomChart(5, 60);
  const before = JSON.stringify(graph);
  assert.deepEqual(layoutChart(graph), layoutChart(graph));
  assert.equal(JSON.stringify(graph), before);
});

test('edges run down, or to the right; only ways back run against it', () => {
  for (const direction of ['down', 'right'] as const) {
    const c = right(chart('s1>a a>d1 d1>b:是 d1>a:补正 b>e1'), { direction });
    const along = direction === 'down' ? 'y' : 'x';
    for (const e of c.edges) assert.equal(node(c, e.from)[along] > node(c, e.to)[along], e.back, `${e.from} → ${e.to}`);
    assert.deepEqual(
      c.edges.filter((e) => e.back).map((e) => e.index),
      [3],
    );
  }
});

test('a back edge leaves and enters on a flank, outside the flow', () => {
  const c = right(chart('s1>a a>d1 d1>b:是 d1>a:补正 b>e1'));
  const { points } = c.edges[3]!;
  const [first, last] = [points[0]!, points[points.length - 1]!];
  const [d, a] = [node(c, 'd1'), node(c, 'a')];
  assert.ok(first[0] === d.x || first[0] === d.x + d.w, 'it leaves at the left or right corner of the diamond');
  assert.ok(last[0] === a.x || last[0] === a.x + a.w);
});

test('an edge that the author calls a loop back is the one that is turned', () => {
  const graph = chart('a>b b>c c>a');
  const back = (kinds: (string | undefined)[]) =>
    layoutChart({ ...graph, edges: graph.edges.map((e, i) => ({ ...e, kind: kinds[i] })) })
      .edges.filter((e) => e.back)
      .map((e) => e.index);
  assert.deepEqual(back(['loopback', undefined, undefined]), [0]);
  assert.deepEqual(back([undefined, 'loopback', undefined]), [1]);
  assert.deepEqual(back([undefined, undefined, undefined]), [2], 'else the one against the written order');
});

test('lanes are columns from top to bottom, in the order of the chart; in a chart to the right they are rows', () => {
  const graph = chart('s1>a a>b b>c c>e1', (id) => ({
    lane: id === 'b' ? 'leader' : id === 'c' ? undefined : 'window',
  }));
  const lanes = [
    { id: 'leader', title: '分管领导' },
    { id: 'chief', title: '主要领导' },
    { id: 'window', title: '窗口' },
  ];
  for (const direction of ['down', 'right'] as const) {
    const c = right({ ...graph, lanes }, { direction });
    assert.deepEqual(
      c.lanes.map((l) => l.title),
      ['分管领导', '窗口', ''],
      'lanes that nobody stands in are left out',
    );
    const across = direction === 'down' ? 'x' : 'y';
    assert.ok(c.lanes[0]![across] < c.lanes[1]![across] && c.lanes[1]![across] < c.lanes[2]![across]);
  }
  assert.deepEqual(right({ ...graph, lanes }, { lanes: false }).lanes, []);
});

test('phases are bands in the order in which the chart comes to them; where it comes back, there is another band', () => {
  const phases = (ids: Record<string, string>) =>
    right(chart('s1>a a>b b>c c>e1', (id) => ({ phase: ids[id] }))).phases.map((p) => p.id);
  assert.deepEqual(phases({ s1: '执行', a: '执行', b: '决策', c: '决策', e1: '结果' }), ['执行', '决策', '结果']);
  assert.deepEqual(phases({ s1: '执行', a: '决策', b: '执行', c: '执行', e1: '结果' }), [
    '执行',
    '决策',
    '执行',
    '结果',
  ]);
  assert.deepEqual(phases({ a: '决策' }), ['决策']);
});

test('on a phone a chart keeps to the width of the page', () => {
  for (const file of readdirSync(example)) {
    const c = right(read(new URL(file, example)), { width: 343 }, file);
    assert.ok(c.width <= (c.nodes.length > 20 ? 660 : 430), `${file}: ${c.width}`);
  }
  assert.ok(right(procedure(1, 12), { width: 343 }).width <= 343);
  const wide = layoutChart(procedure(1, 12));
  assert.deepEqual(
    layoutChart(procedure(1, 12), { width: wide.width }),
    wide,
    'where there is room nothing is squeezed',
  );
});

test('a fan of ten, ten edges into one node, ten self loops and twenty parallel edges, all labelled', () => {
  const ten = Array.from({ length: 10 }, (_, i) => i);
  for (const way of WAYS) {
    right(chart(ten.map((i) => `d1>e${i}:第${i}种情形的处理`).join(' ')), way, 'fan out');
    right(chart(ten.map((i) => `a${i}>e1:第${i}种情形的处理`).join(' ')), way, 'fan in');
    right(chart(ten.map((i) => `a>a:自查${i}`).join(' ')), way, 'self loops');
    right(chart(ten.map((i) => `a>b:甲${i} b>a:乙${i}`).join(' ')), way, 'parallel edges');
    right(chart(ten.map((i) => `a>b:甲${i} a>a b>a b>b:退回`).join(' ')), way, 'everything at once');
  }
});

test('several starts and ends, parts without connection, nodes without an edge', () => {
  for (const way of WAYS) {
    const graph = chart('s1>a s2>a a>e1 a>e2 s3>b b>e3 c>c');
    right(
      {
        ...graph,
        nodes: [
          ...graph.nodes,
          ...Array.from({ length: 30 }, (_, i) => ({ id: 'x' + i, kind: 'step', label: '孤立' + i })),
        ],
      },
      way,
    );
  }
  const lone = right({
    nodes: Array.from({ length: 100 }, (_, i) => ({ id: 'x' + i, kind: 'step', label: '孤立' })),
    edges: [],
  });
  assert.ok(
    lone.width < 2 * lone.height * 2 && lone.height < 2 * lone.width,
    `a block, not a line: ${lone.width} × ${lone.height}`,
  );
});

test('a short chain is straight: no bends, the steps under one another', () => {
  const c = right(chart('s1>a a>b b>c c>e1'));
  for (const e of c.edges) assert.equal(e.points.length, 2);
  assert.ok(length(c, 0) <= 40, 'and close together');
});

/** How far an edge steps aside where it goes on in the same direction; the least, in pixels. */
const jog = ({ points }: Chart['edges'][number]): number => {
  const way = (i: number) => [0, 1].map((c) => Math.sign(points[i + 1]![c]! - points[i]![c]!)).join();
  let least = Infinity;
  for (let i = 1; i + 2 < points.length; i++) {
    const [[a, b], [c, d]] = [points[i]!, points[i + 1]!];
    if (way(i - 1) === way(i + 1)) least = Math.min(least, Math.abs(c - a) + Math.abs(d - b));
  }
  return least;
};
test('hardly an edge steps aside by a few pixels: where its ends have room to be in line, they are', () => {
  const graphs = readdirSync(example).map((file) => read(new URL(file, example)));
  for (const n of [10, 25, 50, 120]) for (const seed of [1, 2, 3]) graphs.push(procedure(seed, n));
  let all = 0;
  let short = 0;
  for (const graph of graphs)
    for (const way of WAYS)
      for (const edge of layoutChart(graph, way).edges) {
        all++;
        if (jog(edge) < 12) short++;
      }
  assert.ok(short / all < 0.04, `${short} of ${all} edges have a step under 12 px`);
});
test('two edges from one decision are straight although their steps stand to one side', () => {
  const c = right(read(new URL('food-filing.json', example)), { width: 343 });
  for (const e of c.edges.filter(({ from }) => from === 'scope')) assert.equal(e.points.length, 2, `to ${e.to}`);
});

test('bad input: no nodes, one node, a cycle only, labels of 10,000 characters, HTML as text', () => {
  assert.deepEqual(layoutChart({ nodes: [], edges: [] }).nodes, []);
  right({ nodes: [{ id: 'a', kind: 'step', label: '' }], edges: [] });
  for (const way of WAYS) right(chart('a>b b>c c>d d>a:再来'), way);
  const long = chart('a>d1:' + '标'.repeat(10000), () => ({ label: '长'.repeat(10000) }));
  const c = right(long);
  for (const v of c.nodes) assert.match(v.lines[v.lines.length - 1]!, /…$/);
  assert.ok(c.width < 800 && c.height < 800);
  assert.deepEqual(right(chart('a>b', () => ({ label: '<b>x</b>' }))).nodes[0]!.lines, ['<b>x</b>']);
});

test('charts of a thousand nodes are laid out whole, whatever their shape', () => {
  const n = 1000;
  const nodes = Array.from({ length: n }, (_, i) => ({ id: 'n' + i, kind: 'step', label: '步骤' + i }));
  const shapes: Record<string, (i: number) => [number, number]> = {
    chain: (i) => [i, (i + 1) % n],
    star: (i) => [0, i],
    tangle: (i) => [i, (i * 7919 + 13) % n],
    comb: (i) => [i >> 1, i],
  };
  for (const [name, edge] of Object.entries(shapes)) {
    for (const way of WAYS) {
      const edges = nodes.map((_, i) => ({ from: 'n' + edge(i)[0], to: 'n' + edge(i)[1] }));
      const chart = layoutChart({ nodes, edges }, way);
      assert.equal(chart.nodes.length, n, `${name} ${JSON.stringify(way)}`);
      assert.equal(chart.edges.length, n, `${name} ${JSON.stringify(way)}`);
      for (const { x, y, w, h } of chart.nodes)
        assert.ok(x >= 0 && y >= 0 && x + w <= chart.width && y + h <= chart.height);
    }
  }
});

test('text is as wide as its characters: Han one em, Latin less; a page may measure for itself', () => {
  assert.equal(measureText('受理', 14), 28);
  assert.ok(measureText('iiii', 10) < measureText('WWWW', 10));
  assert.equal(measureText('𠮷', 10), 10, 'a rare character outside the first plane is one character');
  const half = layoutChart(chart('a>b'), { measure: (text, size) => text.length * size * 5 });
  assert.ok(half.nodes[0]!.w > layoutChart(chart('a>b')).nodes[0]!.w);
});

test('lines break by the rules: no closing mark begins one, no opening mark ends one, words and numbers stay whole', () => {
  const wrap = (text: string, em: number) => wrapText(text, em * 10, 10, 9, measureText);
  assert.deepEqual(wrap('申请人提出申请，提交材料', 7), ['申请人提出申', '请，提交材料']);
  for (const text of [
    '申请人提出申请，提交材料。',
    '符合《中华人民共和国行政许可法》的规定（含补正）；',
    '“是否”属于：受理范围？不属于！',
    '于 2026年11月22日 送达 certificate-2026',
  ]) {
    for (let em = 3; em < 14; em++) {
      const lines = wrap(text, em);
      assert.equal(lines.join('').replace(/ /g, ''), text.replace(/ /g, ''), 'nothing is lost');
      for (const line of lines.slice(1))
        assert.doesNotMatch(line, /^[，。；：、？！》）”]/, `${text} at ${em}: ${lines}`);
      for (const line of lines.slice(0, -1)) assert.doesNotMatch(line, /[《（“]$/, `${text} at ${em}: ${lines}`);
      for (const line of lines) assert.ok(measureText(line, 10) <= em * 10 + 0.01, `${line} at ${em}`);
    }
  }
  assert.ok(wrap('在 2026-11-22 送达', 8).some((line) => line.includes('2026-11-22')));
  assert.deepEqual(wrap('一二三四五六七八九十', 9), ['一二三四五', '六七八九十'], 'lines of even length');
  assert.deepEqual(wrapText('一二三四五六七八九十', 30, 10, 2, measureText), ['一二三', '四五…']);
});
