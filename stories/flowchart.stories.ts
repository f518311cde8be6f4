/** 权力运行流程图: every state that a reader can meet. */
import type { Connection } from '@zwgk/client';
import type { FlowChart } from '@zwgk/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@zwgk/elements/define/zwgk-flowchart.js';

interface Args {
  example: string;
  view: 'chart' | 'text';
  selected: string;
}
/** A connection whose answers never come. */
const never = { http: { kind: 'none', now: Date.now, json: () => new Promise(() => {}) } } as unknown as Connection;
const bare = (chart: unknown, selected = '') =>
  html`<zwgk-flowchart .flowchart=${chart as FlowChart} selected=${selected}></zwgk-flowchart>`;

const meta: Meta<Args> = {
  title: '流程图/zwgk-flowchart',
  component: 'zwgk-flowchart',
  parameters: {
    docs: {
      subtitle: '权力运行流程图',
      description: {
        component:
          '按泳道绘制，可缩放、可用键盘走遍；同一份数据另有逐步的文字说明，点选步骤查看岗位、时限、依据和廉政风险点。',
      },
    },
  },
  args: { example: 'temporary-relief', view: 'chart', selected: '' },
  argTypes: {
    example: {
      control: 'select',
      options: [
        'dibao',
        'disability-card',
        'foi',
        'food-filing',
        'forest-cutting',
        'penalty-ordinary',
        'pension-enrolment',
        'road-occupation',
        'rural-housing',
        'safety-inspection',
        'temporary-relief',
      ],
    },
    view: { control: 'inline-radio', options: ['chart', 'text'] },
  },
  render: ({ example, view, selected }) =>
    html`<zwgk-flowchart src="examples/flowcharts/${example}.json" view=${view} selected=${selected}></zwgk-flowchart>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Chart: Story = { name: '流程图' };
export const Text: Story = { name: '文字说明', args: { view: 'text' } };
export const Simple: Story = { name: '简单流程', args: { example: 'pension-enrolment' } };
export const Large: Story = { name: '行政处罚一般程序（36 步）', args: { example: 'penalty-ordinary' } };
export const FanOut: Story = { name: '多路分支', args: { example: 'foi' } };

const permit = {
  title: '占用道路许可流程图（示例）',
  version: '2026-1',
  updatedAt: '2026-03-05',
  lanes: ['applicant', 'window', 'handler'],
  nodes: [
    { id: 'a', kind: 'start', label: '提出申请', lane: 'applicant', materials: ['申请书', '营业执照'] },
    {
      id: 'b',
      kind: 'decision',
      label: '材料是否齐全',
      lane: 'window',
      post: '窗口受理岗',
      person: '示例一',
      timeLimit: '5个工作日',
      basis: [{ title: '中华人民共和国行政许可法', article: '第三十二条' }],
      docs: ['受理通知书', '一次性告知书'],
      phone: '0460-0000131',
      risks: [
        { point: '无故不受理', level: 'high', measures: ['一次性告知', '窗口录音录像'], responsible: '窗口负责人' },
        { point: '超时受理', level: 'medium' },
      ],
      discretion: [
        {
          code: 'C-01',
          violation: '未经批准占用道路',
          statutoryPenalty: '警告，可以并处二万元以下罚款',
          tiers: [
            {
              order: 1,
              name: '轻微',
              circumstances: '初次违法，及时改正',
              standard: '警告',
              min: 0,
              max: 0,
              unit: '元',
            },
            {
              order: 2,
              name: '一般',
              circumstances: '占用 10 平方米以下',
              standard: '二千元以下',
              max: 2000,
              unit: '元',
            },
            {
              order: 3,
              name: '严重',
              circumstances: '占用 10 平方米以上或者拒不改正',
              standard: '二千元以上二万元以下',
              min: 2000,
              max: 20000,
              unit: '元',
              minInclusive: false,
            },
          ],
        },
      ],
    },
    { id: 'c', kind: 'step', label: '现场勘查和审核', lane: 'handler', timeLimit: '7个工作日' },
    { id: 'd', kind: 'document', label: '许可决定书', lane: 'handler' },
    { id: 'e', kind: 'end', label: '送达', lane: 'window' },
    { id: 'f', kind: 'end', label: '不予受理', lane: 'window' },
  ],
  edges: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c', kind: 'yes', label: '齐全' },
    { from: 'b', to: 'a', kind: 'loopback', label: '补正' },
    { from: 'b', to: 'f', kind: 'no', label: '不属于本机关' },
    { from: 'c', to: 'd' },
    { from: 'd', to: 'e' },
  ],
};
export const DutyCard: Story = { name: '职责卡与裁量基准', render: () => bare(permit, 'b') };
export const Position: Story = {
  name: '办件所处环节',
  render: () => html`<zwgk-flowchart .flowchart=${permit as unknown as FlowChart} position="c"></zwgk-flowchart>`,
};
export const ToTheRight: Story = {
  name: '自左向右',
  render: () => html`<zwgk-flowchart .flowchart=${permit as unknown as FlowChart} direction="LR"></zwgk-flowchart>`,
};
export const Narrow: Story = {
  name: '手机宽度',
  render: () =>
    html`<div class="phone">${bare(permit)}</div>
      <style>
        .phone {
          max-width: 375px;
        }
      </style>`,
};
export const NoRoom: Story = {
  name: '侧栏（宽度不足）',
  render: () =>
    html`<div class="side">${bare(permit)}</div>
      <style>
        .side {
          max-width: 300px;
        }
      </style>`,
};

const row = (count: number) => ({
  title: `长流程（${count} 步）`,
  nodes: Array.from({ length: count }, (_, i) => ({
    id: `n${i}`,
    kind: i === 0 ? 'start' : i === count - 1 ? 'end' : i % 7 ? 'step' : 'decision',
    label: `第${i + 1}项工作`,
  })),
  edges: Array.from({ length: count - 1 }, (_, i) => ({ from: `n${i}`, to: `n${i + 1}` })),
});
export const Window: Story = { name: '60 步：窗口与缩略图', render: () => bare(row(60)) };
export const TooMany: Story = { name: '5,000 步：改以文字显示', render: () => bare(row(5000)) };

export const Defects: Story = {
  name: '有缺陷：连线无去处、编号重复',
  render: () =>
    bare({
      ...permit,
      nodes: [...permit.nodes, { id: 'c', kind: 'step', label: '编号重复的步骤' }],
      edges: [...permit.edges, { from: 'c', to: 'nowhere' }],
    }),
};
export const Hostile: Story = {
  name: '内容含代码',
  render: () =>
    bare(
      { title: '<b>标题</b>', nodes: [{ id: 'a', kind: 'start', label: '<img src=x onerror=alert(1)>' }], edges: [] },
      'a',
    ),
};
export const Loading: Story = {
  name: '加载中',
  render: () =>
    html`<zwgk-flowchart src="never.json" .client=${never}><p>申请 → 受理 → 审核 → 送达</p></zwgk-flowchart>`,
};
export const Failed: Story = {
  name: '没有步骤',
  render: () =>
    html`<zwgk-flowchart .flowchart=${{ title: '空', nodes: [], edges: [] } as unknown as FlowChart}>
      <p>申请 → 受理 → 审核 → 送达</p>
    </zwgk-flowchart>`,
};
export const Missing: Story = {
  name: '没有找到',
  render: () =>
    html`<zwgk-flowchart src="examples/flowcharts/none.json"><p>申请 → 受理 → 审核 → 送达</p></zwgk-flowchart>`,
};
