/** Flow charts out of what offices have: a table of steps, BPMN of a modelling tool, Mermaid text. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FlowChart, checkFlowChart, findIssues } from '@zwgk/schema';
import { describeImport, importFile } from '@zwgk/publish/import';
import { workbook, type SheetContent } from '../support/workbook.js';

const bytes = (text: string) => new TextEncoder().encode(text);
function charts(file: Uint8Array) {
  const { value, issues, kind } = importFile(file, { title: '流程图' });
  const told = describeImport(issues).join('\n');
  assert.equal(kind, 'flowchart', told);
  assert.ok(value, told);
  for (const chart of value as readonly FlowChart[]) assert.deepEqual(findIssues(FlowChart, chart), []);
  return { all: value as readonly FlowChart[], chart: (value as readonly FlowChart[])[0]!, told };
}
const lines = ({ edges }: FlowChart) =>
  edges.map(
    ({ from, to, label, kind }) => `${from}→${to}${label ? ` ${label as string}` : ''}${kind ? ` (${kind})` : ''}`,
  );
const nodes = ({ nodes }: FlowChart) => nodes.map(({ id, kind, label }) => `${id} ${kind} ${label as string}`);

const STEPS: SheetContent = {
  rows: [
    ['取水许可延续办理流程', null, null, null, null, null, null],
    ['序号', '环节名称', '责任岗位', '办理时限', '下一步', '依据', '出具文书'],
    [1, '递交材料', '申请人', null, '2', null, null],
    [
      2,
      '材料审查',
      '窗口工作人员',
      '5个工作日',
      '不齐全→3；不符合条件：4；齐全则转第５步',
      '《行政许可法》第三十二条',
      null,
    ],
    [3, '一次性告知补正', '窗口工作人员', '当场', '补正后返回1', '同上', '补正告知书'],
    [4, '不予受理', '窗口工作人员', '即时', '结束', null, '不予受理通知书'],
    [5, '审批', '分管领导', '2个工作日', '同意→送达，不同意→送达', null, null],
    [6, '送达', '窗口工作人员', '1个工作日', null, null, '许可证；决定书'],
  ],
  merges: ['A1:G1'],
};

test('a table of steps becomes a chart: ways with their conditions, posts, limits, documents', () => {
  const { chart, told } = charts(workbook({ 流程: STEPS }));
  assert.equal(chart.title, '取水许可延续办理流程');
  assert.deepEqual(nodes(chart), [
    '1 start 递交材料',
    '2 decision 材料审查',
    '3 step 一次性告知补正',
    '4 end 不予受理',
    '5 decision 审批',
    '6 end 送达',
  ]);
  assert.deepEqual(lines(chart), [
    '1→2',
    '2→3 不齐全 (no)',
    '2→4 不符合条件 (no)',
    '2→5 齐全 (yes)',
    '3→1 补正后 (loopback)',
    '5→6 同意 (yes)',
    '5→6 不同意 (no)',
  ]);
  const [, second, third, , , last] = chart.nodes;
  assert.equal(second?.post, '窗口工作人员');
  assert.deepEqual(second?.timeLimit, { raw: '5个工作日', kind: 'workingDays', value: 5 });
  assert.deepEqual(third?.basis, [{ title: '《行政许可法》第三十二条' }]);
  assert.deepEqual(last?.docs, ['许可证', '决定书']);
  assert.equal(told, '');
  assert.deepEqual(
    checkFlowChart(chart).filter(({ severity }) => severity === 'error'),
    [],
  );
});

test('a way that leads to no step is told with its row and not drawn', () => {
  const { chart, told } = charts(
    workbook({
      流程: [
        ['序号', '步骤', '下一步'],
        [1, '申请', '2'],
        [2, '受理', '9；视情况而定'],
        [3, '决定', '结束'],
      ],
    }),
  );
  assert.deepEqual(lines(chart), ['1→2']);
  assert.match(told, /工作表“流程”第 3 行“下一步”列：“9”看不出转到哪一步，没有画线/);
  assert.match(told, /工作表“流程”第 3 行“下一步”列：“视情况而定”看不出/);
});

test('one way among others to the end leads to an end of its own; several targets stand in one cell', () => {
  const { chart } = charts(
    bytes('步骤,下一步,岗位\n申请,初审,甲\n初审,"通过→公示、备案；不通过→结束",乙\n公示,结束,丙\n备案,无,丁\n'),
  );
  assert.deepEqual(lines(chart), ['1→2', '2→3 通过 (yes)', '2→4 通过 (yes)', '2→end-5 不通过 (no)']);
  assert.deepEqual(nodes(chart).slice(2), ['3 end 公示', '4 end 备案', 'end-5 end 结束']);
});

test('without a column of ways the rows follow each other, and that is told', () => {
  const { chart, told } = charts(
    bytes('环节,责任岗位,办理时限\n申请,申请人,\n受理,窗口,1个工作日\n办结,窗口,1个工作日\n'),
  );
  assert.deepEqual(lines(chart), ['1→2', '2→3']);
  assert.match(told, /没有“下一步”列，按各行的先后顺序连接/);
});

test('risks of a step that spans several rows stand together; they are told to become public', () => {
  const { chart, told } = charts(
    workbook({
      流程: {
        rows: [
          ['序号', '环节', '岗位', '下一步', '廉政风险点', '风险等级', '防控措施'],
          [1, '审查', '经办', '2', '超时办理', '高', '审批留痕；定期抽查'],
          [null, null, null, null, '吃拿卡要', '中风险', '监督电话'],
          [2, '办结', '窗口', null, null, null, null],
        ],
        merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'],
      },
    }),
  );
  assert.deepEqual(chart.nodes[0]?.risks, [
    { point: '超时办理', level: 'high', measures: ['审批留痕', '定期抽查'] },
    { point: '吃拿卡要', level: 'medium', measures: ['监督电话'] },
  ]);
  assert.deepEqual(lines(chart), ['1→2']);
  assert.match(told, /“廉政风险点”列：提示：廉政风险点会随流程图公开/);
});

test('each sheet with steps is a chart of its own', () => {
  const { all } = charts(
    workbook({
      许可: [
        ['步骤', '下一步'],
        ['申请', '办结'],
        ['办结', '无'],
      ],
      处罚: [
        ['步骤', '下一步'],
        ['立案', '结案'],
        ['结案', '无'],
      ],
    }),
  );
  assert.deepEqual(
    all.map(({ title }) => title),
    ['许可', '处罚'],
  );
});

const MERMAID = `---
title: 临时救助办理流程
---
flowchart TD
  %% 注释
  A([提出申请]) --> B{材料是否齐全?}
  B -- 齐全 --> C["受理 #quot;一门受理#quot;"]
  B -->|不齐全| D[/一次性告知书/]; D -.-> A
  subgraph 窗口 [受理窗口]
    B
    C
  end
  subgraph "决策阶段"
    C ==> E & F
  end
  E --> G((办结))
  F --> G
  classDef red fill:#f00
  A:::red
`;

test('Mermaid: shapes, words at lines, subgraphs as lanes and phases, the title', () => {
  const { chart, told } = charts(bytes(MERMAID));
  assert.equal(chart.title, '临时救助办理流程');
  assert.deepEqual(nodes(chart), [
    'A start 提出申请',
    'B decision 材料是否齐全?',
    'C step 受理 "一门受理"',
    'D document 一次性告知书',
    'E step E',
    'F step F',
    'G end 办结',
  ]);
  assert.deepEqual(lines(chart), [
    'A→B',
    'B→C 齐全 (yes)',
    'B→D 不齐全 (no)',
    'D→A (loopback)',
    'C→E',
    'C→F',
    'E→G',
    'F→G',
  ]);
  assert.deepEqual(
    chart.nodes.map(({ lane, phase }) => lane ?? phase),
    [undefined, '受理窗口', '受理窗口', undefined, '决策阶段', '决策阶段', undefined],
  );
  assert.deepEqual(chart.lanes, ['受理窗口']);
  assert.equal(told, '第 18 行：提示：样式和点击设置没有导入。');
});

test('Mermaid: further ways of writing lines and nodes', () => {
  const { chart, told } = charts(
    bytes(
      'graph LR\nstart-1[申请]-->check_2{审查}\ncheck_2 --o n3[["备案; 归档"]] --x n4>通知]\ncheck_2 -. 超期 .-> n5(((终止)))\ncheck_2 == "不 符合" ==> n6@{ shape: doc, label: "退件" }\nn4 --- n6\n',
    ),
  );
  assert.deepEqual(nodes(chart), [
    'start-1 start 申请',
    'check_2 decision 审查',
    'n3 step 备案; 归档',
    'n4 step 通知',
    'n5 end 终止',
    'n6 document 退件',
  ]);
  assert.deepEqual(lines(chart), [
    'start-1→check_2',
    'check_2→n3',
    'n3→n4',
    'check_2→n5 超期',
    'check_2→n6 不 符合 (no)',
    'n4→n6',
  ]);
  assert.match(told, /^第 6 行：提示：没有单向箭头/);
});

test('Mermaid: what is no flow chart text is told with its line, and the rest is read', () => {
  const { chart, told } = charts(bytes('flowchart TD\nA[申请 --> B\nB[受理] --> C[办结]\n=> 乱码\nend\nsubgraph x\n'));
  assert.deepEqual(lines(chart), ['B→C']);
  assert.match(told, /^第 2 行：看不懂/m);
  assert.match(told, /^第 4 行：看不懂“=> 乱码”/m);
  assert.match(told, /^第 5 行：看不懂“end”/m);
  assert.match(told, /subgraph 没有用 end 结束/);
});

const bpmn = (inner: string) =>
  bytes(
    `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">${inner}</bpmn:definitions>`,
  );

test('BPMN: lanes, gateways that decide, part or only join, timers, notes', () => {
  const { chart, told } = charts(
    bpmn(`<bpmn:process id="p" name="许可"><bpmn:laneSet><bpmn:lane name="窗口"><bpmn:flowNodeRef>s</bpmn:flowNodeRef><bpmn:flowNodeRef>t</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
<bpmn:startEvent id="s"/><bpmn:userTask id="t" name="审查&#10;材料"><bpmn:documentation>看齐不齐</bpmn:documentation></bpmn:userTask>
<bpmn:boundaryEvent id="b" name="超时" attachedToRef="t"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>
<bpmn:exclusiveGateway id="g" name="齐全？"/><bpmn:parallelGateway id="f"/><bpmn:parallelGateway id="j"/><bpmn:endEvent id="e" name="办结"/><bpmn:task id="x" name="公示"/><bpmn:task id="y" name="备案"/>
<bpmn:sequenceFlow sourceRef="s" targetRef="t"/><bpmn:sequenceFlow sourceRef="t" targetRef="g"/><bpmn:sequenceFlow name="否" sourceRef="g" targetRef="t"/><bpmn:sequenceFlow name="是" sourceRef="g" targetRef="f"/>
<bpmn:sequenceFlow sourceRef="f" targetRef="x"/><bpmn:sequenceFlow sourceRef="f" targetRef="y"/><bpmn:sequenceFlow sourceRef="x" targetRef="j"/><bpmn:sequenceFlow sourceRef="y" targetRef="j"/><bpmn:sequenceFlow sourceRef="j" targetRef="e"/><bpmn:sequenceFlow sourceRef="j" targetRef="nowhere"/><bpmn:sequenceFlow sourceRef="b" targetRef="e"/>
<bpmn:textAnnotation id="n"/></bpmn:process>`),
  );
  assert.equal(chart.title, '许可');
  assert.deepEqual(nodes(chart), [
    's start 开始',
    't step 审查 材料',
    'b step 超时',
    'g decision 齐全？',
    'f connector 同时办理',
    'j connector 汇合',
    'e end 办结',
    'x step 公示',
    'y step 备案',
  ]);
  assert.deepEqual(lines(chart).slice(0, 5), ['t→b (timeout)', 's→t', 't→g', 'g→t 否 (loopback)', 'g→f 是 (yes)']);
  assert.equal(chart.nodes[1]?.lane, '窗口');
  assert.equal(chart.nodes[1]?.note, '看齐不齐');
  assert.match(told, /连线 j → nowhere 指向不存在的步骤/);
  assert.match(told, /注释 1 个没有导入/);
});

test('BPMN that is damaged or declares entities is told, with the line where it can be', () => {
  for (const [file, sentence] of [
    [bpmn('<bpmn:process id="p">\n</bpmn:task>'), /第 2 行：不是正确的 XML/],
    [bpmn('\n<bpmn:process id="p">'), /不是正确的 XML/],
    [bpmn(''), /没有任何步骤/],
    [
      bytes(
        '<!DOCTYPE definitions [<!ENTITY x SYSTEM "file:///etc/passwd">]><definitions xmlns="http://www.omg.org/spec/BPMN/x">&x;</definitions>',
      ),
      /DOCTYPE/,
    ],
  ] as const) {
    const { value, issues } = importFile(file);
    assert.equal(value, undefined);
    assert.match(describeImport(issues).join('\n'), sentence);
  }
});

const models = fileURLToPath(new URL('../../../shared/data/bpmn/', import.meta.url));
test(
  'real BPMN models: each sequence flow is a line',
  { skip: existsSync(models) ? false : 'no real data beside the project (../shared/data)' },
  () => {
    const { files } = JSON.parse(readFileSync(`${models}expected.json`, 'utf8')) as {
      files: {
        file: string;
        sequenceFlows: [string, string, string | null][];
        elementCounts: Record<string, number>;
      }[];
    };
    assert.ok(files.length > 5);
    for (const { file, sequenceFlows, elementCounts } of files) {
      const { chart, told } = charts(readFileSync(models + file));
      const drawn = chart.edges.map(({ from, to, label }) => JSON.stringify([from, to, label ?? null]));
      for (const flow of sequenceFlows) {
        const at = drawn.indexOf(JSON.stringify(flow));
        assert.ok(at >= 0, `${file}: ${flow.join(' → ')}\n${told}`);
        drawn.splice(at, 1);
      }
      const counted = Object.entries(elementCounts).filter(([name]) =>
        /:(?:\w*Task|\w*Event|\w*Gateway|SubProcess|CallActivity)$/.test(name),
      );
      assert.equal(
        chart.nodes.length,
        counted.reduce((sum, [, count]) => sum + count, 0),
        file,
      );
    }
  },
);

test('texts cut off anywhere or with random signs end in a chart or an issue', () => {
  const sources = [
    MERMAID,
    new TextDecoder().decode(bpmn('<bpmn:process id="p"><bpmn:task id="t" name="甲"/></bpmn:process>')),
  ];
  let seed = 11;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const signs = '[](){}<>|&;"-=.→：%\n x@/\\';
  for (let round = 0; round < 600; round++) {
    let text = sources[round % 2]!;
    for (let hits = random(8); hits > 0; hits--) {
      const at = random(text.length);
      text = text.slice(0, at) + signs[random(signs.length)]! + text.slice(at + random(3));
    }
    if (round % 3 === 0) text = text.slice(0, random(text.length));
    const { value, issues } = importFile(bytes(text), { as: 'flowchart' });
    assert.ok(value !== undefined || issues.length > 0, text);
  }
});
