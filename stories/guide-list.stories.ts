/** 办事指南列表: every state that a reader can meet. */
import type { Connection } from '@zwgk/client';
import type { Guide } from '@zwgk/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@zwgk/elements/define/zwgk-guide-list.js';

interface Args {
  query: string;
  audience: string;
  selected: string;
}
/** A connection whose answers never come. */
const never = { http: { kind: 'none', now: Date.now, json: () => new Promise(() => {}) } } as unknown as Connection;
const bare = (guides: unknown) =>
  html`<zwgk-guide-list .guides=${guides as Guide[]}><a href="#">办事指南</a></zwgk-guide-list>`;
const made = [
  ['新生儿出生登记', '1', '生育收养', 5210],
  ['最低生活保障对象认定', '1', '社会救助', 860],
  ['临时救助', '1', '社会救助', 431],
  ['残疾人证新办', '1', '残疾人服务', 977],
  ['高龄津贴申领', '1', '老年人服务', 3022],
  ['城乡居民养老保险参保登记', '1', '社会保障', 7450],
  ['重新申领不动产权属证书', '12', '土地房产', 120],
  ['食品经营备案', '2', '准营准办', 640],
  ['临时占用城市道路许可', '2', '市政公用', 88],
  ['水土保持方案审批', '2', '环保绿化', 21],
] as const;
const used = made.map(([taskName, targets, topic, caseVolume], i) => ({
  id: `g${i}`,
  taskName,
  deptName: i % 2 ? '便民服务中心' : '社会事务办公室',
  serviceTargets: [...targets],
  [targets === '2' ? 'topicOrg' : 'topicPerson']: [topic],
  caseVolume,
  promisedDays: i,
  promisedUnit: 'workday',
  online: i % 3 === 0,
  taskState: i === 8 ? '2' : '1',
  updatedAt: `2026-0${(i % 9) + 1}-10`,
}));

const meta: Meta<Args> = {
  title: '办事指南/zwgk-guide-list',
  component: 'zwgk-guide-list',
  parameters: {
    docs: {
      subtitle: '办事指南列表',
      description: { component: '按个人和法人、主题、首字母、办件量找事项，就地打开指南。' },
    },
  },
  args: { query: '', audience: '', selected: '' },
  argTypes: { audience: { control: 'select', options: ['', 'person', 'org'] } },
  render: ({ query, audience, selected }) =>
    html`<zwgk-guide-list .guides=${used as never} query=${query} audience=${audience} selected=${selected}>
      <a href="#">办事指南</a>
    </zwgk-guide-list>`,
};
export default meta;
type Story = StoryObj<Args>;

export const All: Story = { name: '全部' };
export const Found: Story = { name: '检索', args: { query: '登記' } };
export const NothingFound: Story = { name: '没有找到', args: { query: '宇宙航行' } };
export const ForPersons: Story = { name: '个人办事', args: { audience: 'person' } };
export const Opened: Story = { name: '打开一项', args: { selected: 'g1' } };
export const Links: Story = {
  name: '链接到单独的网页',
  render: () => html`<zwgk-guide-list .guides=${used as never} href-template="#/services/{id}"></zwgk-guide-list>`,
};
export const Thousand: Story = {
  name: '一千项',
  render: () =>
    bare(
      Array.from({ length: 1000 }, (_, i) => ({
        ...used[i % 10],
        id: `n${i}`,
        taskName: `${used[i % 10]!.taskName}（${i + 1}）`,
      })),
    ),
};
export const Narrow: Story = {
  name: '窄栏',
  render: () =>
    html`<main class="column">${bare(used)}</main>
      <style>
        .column {
          width: 320px;
        }
      </style>`,
};
export const Flawed: Story = {
  name: '有误的条目',
  render: () => bare([{ taskName: '正确的事项' }, { deptName: '没有名称' }, 7]),
};
export const Empty: Story = { name: '暂无', render: () => bare([]) };
export const Broken: Story = { name: '内容有误', render: () => bare({ entries: [] }) };
export const Loading: Story = {
  name: '正在加载',
  render: () => html`<zwgk-guide-list src="/x.json" .client=${never}><a href="#">办事指南</a></zwgk-guide-list>`,
};
export const English: Story = {
  name: '英文',
  render: () => html`<div lang="en">${bare(used)}</div>`,
};
export const Hant: Story = {
  name: '繁體',
  render: () => html`<div lang="zh-Hant">${bare(used)}</div>`,
};
