/** A chart on paper: nothing is cut, everything is there, and it can be read. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { FlowChart, readLenient } from '@zwgk/schema';
import { layoutChart, type Chart, type LayoutGraph } from '../../packages/elements/src/flowchart/flowchart.layout.js';
import { flowchartTable } from '../../packages/elements/src/flowchart/flowchart.messages.js';
import { mend, modelOf, type Pick } from '../../packages/elements/src/flowchart/flowchart.model.js';
import { withoutLanes } from '../../packages/elements/src/flowchart/flowchart.fit.js';
import {
  papers,
  partOf,
  plan,
  type PaperName,
  type Plan,
} from '../../packages/elements/src/flowchart/flowchart.sheets.js';
import { procedure } from '../support/flowchart-graphs.js';

const pick: Pick = (value) => (typeof value === 'object' ? value['zh-Hans']! : (value ?? ''));
const planned = (graph: LayoutGraph, name: PaperName = 'A4', more: Chart[] = []): Plan =>
  plan([{ chart: layoutChart(graph), right: false }, ...more.map((chart) => ({ chart, right: false }))], name);

/** Everything wrong with a plan, as sentences. */
function wrong({ chart, sheets, scale, lying }: Plan, name: PaperName): string[] {
  const out: string[] = [];
  const [short, long, title] = papers[name];
  const [w, h] = lying ? [long, short - title] : [short, long - title];
  for (const sheet of sheets)
    if (sheet.w * scale > w + 1 || sheet.h * scale > h + 1) out.push(`a sheet is larger than ${name}`);
  const boxes = [...chart.nodes, ...chart.edges.flatMap(({ label }) => label ?? [])];
  for (const box of boxes) {
    const whole = sheets.filter((sheet) => box.y >= sheet.y && box.y + box.h <= sheet.y + sheet.h);
    if (!whole.length) out.push(`${JSON.stringify(box)} is cut`);
  }
  const parts = sheets.length > 1 ? sheets.map((sheet) => partOf(chart, sheet)) : [chart];
  const ids = parts.flatMap(({ nodes }) => nodes.map(({ id }) => id));
  if (ids.length !== chart.nodes.length)
    out.push(`${ids.length} nodes on the sheets, ${chart.nodes.length} in the chart`);
  if (new Set(parts.flatMap(({ edges }) => edges.map(({ index }) => index))).size !== chart.edges.length)
    out.push('an edge is on no sheet');
  parts.forEach((part, i) => {
    if (part.lanes.some((lane) => lane.y > Math.max(8, sheets[i]!.y) || lane.h < 30))
      out.push(`sheet ${i + 1} has no titles of lanes`);
    for (const node of part.nodes)
      if (part.lanes.length && node.y < part.lanes[0]!.y + 30) out.push(`${node.id} lies under the titles of lanes`);
  });
  return out;
}

test('a small chart stands upright on one sheet in its own size', () => {
  const { sheets, scale, lying } = planned(procedure(1, 8));
  assert.deepEqual([sheets.length, scale, lying], [1, 1, false]);
});

test('a wide chart turns the sheet, and a poster takes the side that suits it', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, kind: 'step', label: '承办科室审核' }));
  const graph = {
    nodes: [{ id: 's', kind: 'start', label: '申请' }, ...nodes],
    edges: nodes.map(({ id }) => ({ from: 's', to: id })),
  };
  for (const name of ['A4', 'A3', 'A1'] as const) {
    const found = planned(graph, name);
    assert.deepEqual([found.lying, found.sheets.length], [true, 1]);
    assert.deepEqual(wrong(found, name), []);
  }
});

test('a poster is filled from side to side or from top to bottom', () => {
  for (const name of ['A3', 'A1'] as const)
    for (const n of [8, 60, 300]) {
      const found = planned(procedure(2, n), name);
      const [short, long, title] = papers[name];
      const [w, h] = found.lying ? [long, short - title] : [short, long - title];
      const { chart, scale } = found;
      assert.ok(Math.abs(chart.width * scale - w) < 1 || Math.abs(chart.height * scale - h) < 1, `${name}, ${n} steps`);
      assert.deepEqual(wrong(found, name), []);
    }
});

test('charts of 5 to 500 steps are cut between rows only, on sheets that fit, with nothing lost', () => {
  for (const n of [5, 20, 40, 80, 200, 500])
    for (let seed = 1; seed <= 6; seed++) {
      const graph = procedure(seed, n);
      const found = planned(graph, 'A4', [layoutChart(graph, { width: 900, lanes: false })]);
      assert.deepEqual(wrong(found, 'A4'), [], `seed ${seed}, ${n} steps`);
    }
});

const folder = new URL('../../packages/schema/examples/flowcharts/', import.meta.url);
test('of the samples all can be read on A4, and most stand on one sheet', () => {
  const counts = readdirSync(folder).map((file) => {
    const { value } = readLenient(FlowChart, JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    const model = modelOf(mend(value!).chart, flowchartTable, pick);
    const free = layoutChart(model.graph);
    const narrow = layoutChart(model.graph, { width: free.width * 0.9 });
    const bare = layoutChart(withoutLanes(model, true), { width: 900 });
    const found = planned(model.graph, 'A4', [...(narrow.lanes.length ? [narrow] : []), bare]);
    assert.deepEqual(wrong(found, 'A4'), [], file);
    assert.ok(found.scale >= 0.53, `${file} at ${found.scale}`);
    return found.sheets.length;
  });
  assert.ok(counts.filter((count) => count === 1).length >= 8, counts.join());
});
