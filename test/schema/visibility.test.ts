import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicView, type Catalogue, type FlowChart, type PowerItem } from '@zwgk/schema';

const freeze = <T>(value: T): T => {
  if (value && typeof value === 'object') for (const inner of Object.values(Object.freeze(value))) freeze(inner);
  return value;
};

test('entries for internal use are left out, however the code is spelt; others stay as they are', () => {
  const catalogue: Catalogue = freeze({
    entries: [
      { indexNumber: '1', title: '公开' },
      { indexNumber: '2', title: '内部', audience: 'internal' as const },
      { indexNumber: '3', title: '拼错', audience: ' Internal ' as never },
      { indexNumber: '4', title: '中文', audience: '单位内部' as never },
      { indexNumber: '5', title: '特定', audience: 'specificGroup' as const },
    ],
  });
  assert.deepEqual(
    publicView('catalogue', catalogue)!.entries.map(({ indexNumber }) => indexNumber),
    ['1', '5'],
  );
});

test('an internal column goes with all below it, and its entries go with it', () => {
  const view = publicView(
    'catalogue',
    freeze({
      nodes: [
        { id: 'c', parentId: 'b', title: '丙' },
        { id: 'b', parentId: 'a', title: '乙' },
        { id: 'a', title: '甲', audience: 'internal' },
        { id: 'd', title: '丁' },
      ],
      entries: [
        { indexNumber: '1', title: '深处', catalogNodeId: 'c' },
        { indexNumber: '2', title: '公开', catalogNodeId: 'd' },
      ],
    }),
  )!;
  assert.deepEqual(
    view.nodes!.map(({ id }) => id),
    ['d'],
  );
  assert.deepEqual(
    view.entries.map(({ indexNumber }) => indexNumber),
    ['2'],
  );
});

test('public entries do not name internal ones', () => {
  const view = publicView(
    'catalogue',
    freeze({
      entries: [
        { indexNumber: '1', title: '公开', interpretationIds: ['2', '3'], replacedBy: '2' },
        { indexNumber: '2', title: '内部', audience: 'internal' as const },
        { indexNumber: '3', title: '解读' },
      ],
    }),
  )!;
  assert.deepEqual(view.entries[0], { indexNumber: '1', title: '公开', interpretationIds: ['3'] });
  assert.ok(!JSON.stringify(view).includes('"2"'));
});

test('what is not 主动公开 is listed with its reason, without text and attachments', () => {
  const entry = freeze({
    indexNumber: '1',
    title: '不予公开',
    disclosureMode: 'withheld' as const,
    disclosureReason: '国家秘密',
    body: '正文',
    attachments: [{ name: '附件' }],
  });
  assert.deepEqual(publicView('entry', entry), {
    indexNumber: '1',
    title: '不予公开',
    disclosureMode: 'withheld',
    disclosureReason: '国家秘密',
  });
});

test('risk points of a node that is not public are left out, the node stays', () => {
  const chart: FlowChart = freeze({
    nodes: [
      { id: 'a', kind: 'step' as const, label: '甲', isPublic: false, risks: [{ point: '内部风险' }] },
      {
        id: 'b',
        kind: 'step' as const,
        label: '乙',
        risks: [{ point: '公开风险' }, { point: '内部风险', isPublic: false }],
      },
    ],
    edges: [],
  });
  const view = publicView('flowchart', chart)!;
  assert.deepEqual(
    view.nodes.map(({ id, risks }) => [id, risks?.map(({ point }) => point)]),
    [
      ['a', undefined],
      ['b', ['公开风险']],
    ],
  );
});

test('powers for applicants or internal use, and whole documents so marked, are not shown at all', () => {
  const power = (publicScope: PowerItem['publicScope']): PowerItem => ({ name: '权力', publicScope });
  assert.ok(publicView('power', power('public')));
  assert.equal(publicView('power', power('internal')), undefined);
  assert.equal(publicView('power', power('applicant')), undefined);
  assert.equal(publicView('guide', { taskName: '事项', audience: 'internal' }), undefined);
  assert.equal(publicView('flowchart', { nodes: [], edges: [], isPublic: false }), undefined);
});

test('an entry that was taken down keeps its number and name, nothing of its content', () => {
  const taken = {
    indexNumber: '1',
    title: '误发的文件',
    state: 'withdrawn' as const,
    stateReason: '内容有误',
    summary: '概述',
    body: '正文',
    attachments: [{ name: '附件.pdf' }],
    url: '/a.html',
  };
  assert.deepEqual(publicView('catalogue', { entries: [taken] }), {
    entries: [{ indexNumber: '1', title: '误发的文件', state: 'withdrawn', stateReason: '内容有误' }],
  });
});

test('documents with defects do not break it', () => {
  for (const junk of [
    {},
    { entries: null },
    { entries: [null, 1, 'x', { indexNumber: '1', title: '好' }], nodes: 'x' },
  ])
    assert.ok(publicView('catalogue', junk as never));
  assert.ok(publicView('flowchart', { nodes: 'x', edges: [] } as never));
});
