import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { walkChart, type WalkChart } from '../../packages/elements/src/flowchart/flowchart.walk.js';

/** 'a>b c>a:loopback' as a chart; `kinds` names what is not a step. */
const chart = (ids: string, edges: string, kinds: Record<string, string> = {}): WalkChart => ({
  nodes: ids.split(' ').map((id) => ({ id, kind: kinds[id] ?? 'step' })),
  edges: edges
    .split(' ')
    .filter(Boolean)
    .map((text) => {
      const [from = '', to = '', kind] = text.split(/[>:]/);
      return { from, to, kind };
    }),
});
const order = (c: WalkChart) =>
  walkChart(c)
    .steps.map((s) => s.id)
    .join(' ');
const SE = { s: 'start', e: 'end' };

test('a straight chart is read from the start to the end, whatever order its nodes are written in', () => {
  assert.equal(order(chart('e b a s', 's>a a>b b>e', SE)), 's a b e');
});

test('each branch of a decision is read to where the branches meet, the first branch first', () => {
  assert.equal(order(chart('s d a1 a2 b1 j e', 's>d d>a1 d>b1 a1>a2 a2>j b1>j j>e', SE)), 's d a1 a2 b1 j e');
});

test('a way back (补正) is a reference to an earlier step, and the step says who comes back to it', () => {
  const { steps } = walkChart(chart('s a b e', 's>a a>b b>a:loopback b>e', SE));
  assert.deepEqual(steps[2]!.out, [
    { edge: 2, step: 1, back: true },
    { edge: 3, step: 3, back: false },
  ]);
  assert.deepEqual(
    steps[1]!.in.map((w) => [w.step, w.back]),
    [
      [0, false],
      [2, true],
    ],
  );
});

test('only ways back lead to a lower number', () => {
  const { steps } = walkChart(chart('e j b a d s', 's>d d>a d>b a>j b>j j>d j>e', SE));
  for (const s of steps)
    for (const w of s.out) assert.equal(w.back, w.step < s.number, `${s.id} → ${steps[w.step]!.id}`);
});

test('numbers run from 1 without a gap, and every edge is told once at each of its ends', () => {
  const { steps } = walkChart(chart('s a b e', 's>a s>b a>e b>e a>a', SE));
  assert.deepEqual(
    steps.map((s) => s.number),
    [1, 2, 3, 4],
  );
  assert.deepEqual(steps.flatMap((s) => s.out.map((w) => w.edge)).sort(), [0, 1, 2, 3, 4]);
  assert.deepEqual(steps.flatMap((s) => s.in.map((w) => w.edge)).sort(), [0, 1, 2, 3, 4]);
});

test('several starts stand first, before the step where they meet', () => {
  assert.equal(
    order(chart('s1 s2 a e s3', 's1>a s2>a s3>a a>e', { ...SE, s1: 'start', s2: 'start', s3: 'start' })),
    's1 s2 s3 a e',
  );
});

test('what no start leads to stands at the end and is marked', () => {
  const { steps } = walkChart(chart('x y s a', 's>a x>y y>a', SE));
  assert.deepEqual(
    steps.map((s) => [s.id, s.unreachable]),
    [
      ['s', false],
      ['a', false],
      ['x', true],
      ['y', true],
    ],
  );
});

test('without a start, what nothing leads to is where one begins; in a mere cycle the first node', () => {
  assert.deepEqual(
    walkChart(chart('b a', 'a>b')).steps.map((s) => [s.id, s.unreachable]),
    [
      ['a', false],
      ['b', false],
    ],
  );
  assert.deepEqual(
    walkChart(chart('a b c', 'a>b b>c c>a')).steps.map((s) => [s.id, s.unreachable]),
    [
      ['a', false],
      ['b', false],
      ['c', false],
    ],
  );
});

test('arrow keys: down follows a way, up goes back where one came from, sideways to the other branches', () => {
  const w = walkChart(chart('s d a b j', 's>d d>a d>b a>j b>j', SE));
  const at = (id: string) => w.steps.findIndex((step) => step.id === id);
  const next = (i: number, way = 0) => w.steps[i]!.out[way]?.step;
  assert.equal(next(at('d')), at('a'));
  assert.equal(next(at('d'), 1), at('b'));
  assert.equal(next(at('d'), 2), undefined);
  assert.equal(next(at('j')), undefined);
  assert.equal(w.previous(at('j')), at('a'));
  assert.equal(w.previous(at('s')), undefined);
  assert.deepEqual(w.siblings(at('b')), [at('a'), at('b')]);
  assert.deepEqual(w.siblings(at('j'), at('b')), [at('j')]);
  assert.deepEqual(w.siblings(at('s')), [at('s')]);
});

test('up from a step that only a way back leads to follows that way, and never stays in a self loop', () => {
  const w = walkChart(chart('s a b', 's>a b>s:loopback a>b a>a b>b', SE));
  const at = (id: string) => w.steps.findIndex((step) => step.id === id);
  assert.equal(w.previous(at('s')), at('b'));
  assert.equal(w.previous(at('a')), at('s'));
  assert.equal(w.previous(at('b')), at('a'));
});

test('bad charts: no nodes, an edge to nowhere, an id twice, a name of Object', () => {
  assert.deepEqual(walkChart({ nodes: [], edges: [] }).steps, []);
  const { steps } = walkChart(chart('a b a', 'a>b a>zz __proto__>a'));
  const at = (id: string) => steps.findIndex((step) => step.id === id);
  assert.equal(steps.length, 3);
  assert.deepEqual(steps[at('a')]!.out, [{ edge: 0, step: at('b'), back: false }]);
  assert.equal(at('__proto__'), -1);
});

test('twenty thousand steps in a chain, a star or a tangle are told within two seconds', () => {
  const n = 20000;
  const nodes = Array.from({ length: n }, (_, i) => ({ id: 'n' + i, kind: 'step' }));
  const edges: Record<string, (i: number) => [number, number]> = {
    chain: (i) => [i, i + 1],
    'reversed chain': (i) => [i + 1, i],
    star: (i) => [0, i + 1],
    tangle: (i) => [i, (i * 7919 + 13) % n],
  };
  for (const [name, edge] of Object.entries(edges)) {
    const began = performance.now();
    const list = Array.from({ length: n - 1 }, (_, i) => ({ from: 'n' + edge(i)[0], to: 'n' + edge(i)[1] }));
    const { steps } = walkChart({ nodes, edges: list });
    assert.equal(steps.length, n);
    assert.ok(performance.now() - began < 2000, name);
  }
});

const folder = new URL('../../packages/schema/examples/flowcharts/', import.meta.url);
test('the example charts: every node is told once, nothing is unreachable, only ways back lead up', () => {
  for (const file of readdirSync(folder)) {
    const c = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as WalkChart;
    const { steps } = walkChart(c);
    assert.equal(new Set(steps.map((s) => s.id)).size, c.nodes.length, file);
    for (const s of steps) {
      assert.equal(s.unreachable, false, `${file} ${s.id}`);
      for (const w of s.out) assert.equal(w.back, w.step < s.number, `${file}: ${s.id} → ${steps[w.step]!.id}`);
    }
  }
});
