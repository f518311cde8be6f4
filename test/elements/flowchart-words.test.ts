/** What is told of a step, word for word; and the range of a discretion tier as laws put it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DiscretionStandard, FlowChart, readLenient } from '@zwgk/schema';
import { rangeOf } from '../../packages/elements/src/flowchart/flowchart.discretion.js';
import { discretionTable } from '../../packages/elements/src/flowchart/flowchart.discretion.messages.js';
import { flowchartTable } from '../../packages/elements/src/flowchart/flowchart.messages.js';
import { modelOf, type Pick } from '../../packages/elements/src/flowchart/flowchart.model.js';

const pick: Pick = (value) => (typeof value === 'object' ? value['zh-Hans']! : (value ?? ''));
const twelve = {
  nodes: Array.from({ length: 12 }, (_, i) => ({
    id: `n${i + 1}`,
    kind: i ? (i < 11 ? 'step' : 'end') : 'start',
    label: i === 2 ? '审核' : `事项${i + 1}`,
    ...(i === 2 ? { lane: 'handler', timeLimit: '5个工作日' } : {}),
  })),
  edges: [
    ...Array.from({ length: 11 }, (_, i) => ({
      from: `n${i + 1}`,
      to: `n${i + 2}`,
      ...(i === 2 ? { label: '齐全' } : {}),
    })),
    { from: 'n3', to: 'n2', label: '不齐', condition: '补正', kind: 'loopback' },
  ],
};
const told = (raw: unknown, position?: string) =>
  modelOf(readLenient(FlowChart, raw).value!, flowchartTable, pick, position).steps.map(({ sentence }) => sentence);

test('a step is told with its number, who, how long, and where each way leads', () => {
  assert.equal(told(twelve)[2], '第3步，共12步：审核（承办科室，5个工作日），齐全 → 第4步；不齐 → 第2步（补正）');
});
test('where a case stands is told first', () => {
  assert.equal(
    told(twelve, 'n3')[2],
    '第3步，共12步：审核（当前环节，承办科室，5个工作日），齐全 → 第4步；不齐 → 第2步（补正）',
  );
  assert.equal(told(twelve, 'n3').filter((line) => line.includes('当前环节')).length, 1);
  assert.deepEqual(told(twelve, 'nowhere'), told(twelve));
});
test('the last step has no ways, and a step without anything known has no brackets', () => {
  assert.equal(told(twelve)[11], '第12步，共12步：事项12（结束）');
  assert.equal(told(twelve)[1], '第2步，共12步：事项2，→ 第3步');
});

const range = (tier: object) => rangeOf({ name: '一般', unit: '元', ...tier }, discretionTable, pick);
test('以上 and 以下 include the number, 超过 and 不足 do not', () => {
  assert.equal(range({ min: 10000, max: 30000, minInclusive: true, maxInclusive: true }), '1 万元以上、3 万元以下');
  assert.equal(range({ min: 30000, max: 60000, minInclusive: false }), '超过 3 万元、6 万元以下');
  assert.equal(range({ min: 500, max: 2000, maxInclusive: false }), '500 元以上、不足 2000 元');
});
test('one bound, one amount, no numbers', () => {
  assert.equal(range({ min: 2, unit: '倍' }), '2 倍以上');
  assert.equal(range({ max: 15, unit: '天', maxInclusive: true }), '15 天以下');
  assert.equal(range({ min: 0, max: 0 }), '0 元');
  assert.equal(range({ min: 12345, max: 12345 }), '12345 元');
  assert.equal(range({}), '');
});
test('the sample standard has a range for each tier', () => {
  const file = new URL('../../packages/schema/examples/discretions/dust-cover.json', import.meta.url);
  const { value } = readLenient(DiscretionStandard, JSON.parse(readFileSync(file, 'utf8')));
  assert.deepEqual(
    value!.tiers.map((tier) => rangeOf(tier, discretionTable, pick)),
    ['0 元', '1 万元以上、3 万元以下', '超过 3 万元、6 万元以下', '超过 6 万元、10 万元以下'],
  );
});
