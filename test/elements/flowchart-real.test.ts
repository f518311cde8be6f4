/** Charts that authorities have really published, and the samples: told whole and drawn without a fault, wide and narrow, down and right. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { FlowChart, readLenient } from '@zwgk/schema';
import { layoutChart } from '../../packages/elements/src/flowchart/flowchart.layout.js';
import { flowchartTable } from '../../packages/elements/src/flowchart/flowchart.messages.js';
import { mend, modelOf, type Pick } from '../../packages/elements/src/flowchart/flowchart.model.js';
import { faults } from '../support/flowchart-verify.js';

const folder = (path: string) => fileURLToPath(new URL(`../../${path}/`, import.meta.url));
const pick: Pick = (value) => (typeof value === 'object' ? value['zh-Hans']! : (value ?? ''));

/** The files of the corpus name a node's kind `type`, and a step `task`. */
function rekeyed(raw: { nodes: { type: string; basis?: unknown }[] }) {
  return {
    ...raw,
    nodes: raw.nodes.map(({ type, basis, ...node }) => ({
      ...node,
      kind: type === 'task' ? 'step' : type,
      ...(basis === undefined ? {} : { basis: ([] as unknown[]).concat(basis) }),
    })),
  };
}

const corpus = folder('../shared/data/flow');
const sources: [string, (raw: never) => unknown][] = [
  [folder('packages/schema/examples/flowcharts'), (raw) => raw],
  [corpus, rekeyed as never],
];
test(
  'the published charts are there',
  { skip: existsSync(corpus) ? false : 'the corpus ../shared/data/flow is not beside this repository' },
  () => {
    assert.ok(readdirSync(corpus).length >= 9);
  },
);

for (const [path, read] of sources)
  for (const file of existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.json')) : [])
    test(`${file} is told and drawn`, () => {
      const { value, issues } = readLenient(FlowChart, read(JSON.parse(readFileSync(path + file, 'utf8')) as never));
      assert.deepEqual(issues, []);
      const { chart, issues: structure } = mend(value!);
      assert.deepEqual(structure, []);
      const { steps, graph } = modelOf(chart, flowchartTable, pick);
      assert.equal(steps.length, chart.nodes.length);
      steps.forEach((step, i) => {
        assert.ok(step.sentence.startsWith(`第${i + 1}步，共${steps.length}步：${step.label}`), step.sentence);
        assert.equal(step.ways.length, chart.edges.filter(({ from }) => from === step.node.id).length);
        for (const way of step.ways) assert.equal(steps[way.to]!.node.id, way.edge.to);
      });
      for (const width of [undefined, 1246, 341])
        assert.deepEqual(faults(graph, layoutChart(graph, { width })), [], `at ${width}`);
      assert.deepEqual(faults(graph, layoutChart(graph, { direction: 'right' })), [], 'to the right');
    });
