/** The drawing: the numbers of steps keep clear of the words at lines. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { FlowChart, readLenient } from '@zwgk/schema';
import { badgeOf } from '../../packages/elements/src/flowchart/flowchart.draw.js';
import {
  layoutChart,
  measureText,
  radius,
  wrapText,
  type LayoutGraph,
} from '../../packages/elements/src/flowchart/flowchart.layout.js';
import { flowchartTable } from '../../packages/elements/src/flowchart/flowchart.messages.js';
import { limitOf, modelOf, type Pick } from '../../packages/elements/src/flowchart/flowchart.model.js';
import { procedure } from '../support/flowchart-graphs.js';

const pick: Pick = (value) => (typeof value === 'object' ? value['zh-Hans']! : (value ?? ''));
const samples = new URL('../../packages/schema/examples/flowcharts/', import.meta.url);
const graphs: [string, LayoutGraph][] = [];
for (const file of readdirSync(samples)) {
  const { value } = readLenient(FlowChart, JSON.parse(readFileSync(new URL(file, samples), 'utf8')));
  graphs.push([file, modelOf(value!, flowchartTable, pick).graph]);
}
for (const nodes of [10, 50, 200])
  for (let seed = 1; seed < 8; seed++) graphs.push([`${nodes}/${seed}`, procedure(seed, nodes)]);

test('no number of a step lies on the words of a line, wide and narrow, down and right, in small and large text', () => {
  const met: string[] = [];
  for (const [name, graph] of graphs)
    for (const [width, fontSize, direction] of [
      [undefined, 14, 'down'],
      [900, 14, 'down'],
      [343, 14, 'down'],
      [343, 12.25, 'down'],
      [343, 17.5, 'down'],
      [undefined, 14, 'right'],
    ] as const) {
      const { nodes, edges } = layoutChart(graph, { width, fontSize, direction });
      const words = edges.flatMap(({ label }) => label ?? []);
      nodes.forEach((box, i) => {
        const badge = badgeOf(graph.nodes[i]!.kind, box, String(i + 1).length, fontSize, words);
        for (const b of words)
          if (b.x < badge.x + badge.w && badge.x < b.x + b.w && b.y < badge.y + badge.h && badge.y < b.y + b.h)
            met.push(`${name} ${width} ${fontSize} ${direction}: ${i + 1} on ${b.lines.join('')}`);
      });
    }
  assert.deepEqual(met, []);
});

test('what stands under a label: who and how long each begin a line where they do not fit beside each other', () => {
  const note = (lane: string, limit: string, width: number) => {
    const graph = {
      nodes: [{ id: 'a', kind: 'step', label: '审查申请资格和用地条件', note: `${lane} · ${limit}` }],
      edges: [],
    };
    return layoutChart(graph, { width }).nodes[0]!.noteLines;
  };
  assert.deepEqual(note('受理窗口', '当场', 900), ['受理窗口 · 当场']);
  assert.deepEqual(note('受理窗口', '自收到之日起5个工作日内', 900), ['受理窗口', '自收到之日起5个工作日内']);
  for (const width of [120, 160, 343])
    for (const line of note('某县综合行政执法队伍', '不少于 7 日', width)) assert.doesNotMatch(line, /^·|·$/);
});

test('an end of several lines keeps the curve of one: its lines meet the outline where it is', () => {
  const graph = {
    nodes: [
      { id: 'a', kind: 'step', label: '审核' },
      { id: 'b', kind: 'end', label: '不予受理，说明理由并告知申请人救济途径和期限', note: '受理窗口' },
    ],
    edges: [{ from: 'a', to: 'b' }],
  };
  const { nodes, edges } = layoutChart(graph);
  assert.ok(nodes[1]!.h > 70 && radius('end', nodes[1]!.w, nodes[1]!.h) === 22);
  assert.equal(edges[0]!.points.slice(-1)[0]![1], nodes[1]!.y);
});

test('a time limit stands as its source has it, and no line ends between a figure and its measure word', () => {
  assert.equal(
    limitOf({ raw: '自受理之日起3个工作日内', kind: 'unspecified' }, flowchartTable),
    '自受理之日起3个工作日内',
  );
  for (let max = 36; max < 160; max += 4)
    for (const line of wrapText('自受理之日起15个工作日内，每月20日前', max, 12, 9, measureText))
      assert.doesNotMatch(line, /\d$/, `${max} px`);
});
