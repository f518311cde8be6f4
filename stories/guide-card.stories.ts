/** 办事指南: every state that a reader can meet. */
import type { Connection } from '@zwgk/client';
import type { Guide } from '@zwgk/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@zwgk/elements/define/zwgk-guide-card.js';

interface Args {
  example: string;
  compact: boolean;
  situation: string;
}
/** A connection whose answers never come, or come as the story wants. */
const never = { http: { kind: 'none', now: Date.now, json: () => new Promise(() => {}) } } as unknown as Connection;
const bare = (guide: unknown, compact = false) =>
  html`<zwgk-guide-card .guide=${guide as Guide} ?compact=${compact}></zwgk-guide-card>`;

const meta: Meta<Args> = {
  title: '办事指南/zwgk-guide-card',
  component: 'zwgk-guide-card',
  parameters: {
    docs: {
      subtitle: '办事指南',
      description: {
        component: '先答多久办好、跑几次、收不收费、带什么，再列各项要素；按情形选材料，有四种纸质样式可打印。',
      },
    },
  },
  args: { example: 'disability-card', compact: false, situation: '' },
  argTypes: {
    example: {
      control: 'select',
      options: [
        'birth-registration',
        'dibao',
        'disability-card',
        'elder-allowance',
        'food-filing',
        'forest-cutting',
        'pension-enrolment',
        'property-transfer',
        'road-occupation',
        'rural-housing',
        'soil-conservation',
        'temporary-relief',
      ],
    },
  },
  render: ({ example, compact, situation }) =>
    html`<zwgk-guide-card src=${`/examples/guides/${example}.json`} ?compact=${compact} situation=${situation}>
      <a href="#">办事指南</a>
    </zwgk-guide-card>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Full: Story = { name: '完整' };
export const Permit: Story = { name: '行政许可（收费）', args: { example: 'road-occupation' } };
export const Compact: Story = { name: '简明', args: { compact: true } };
export const Situation: Story = { name: '已选情形', args: { situation: 'business:renew;who:self' } };
export const HalfAnswered: Story = { name: '情形只选了一半', args: { situation: 'who:guardian' } };
/** In a side column the sections fold, whatever the width of the page. */
export const Narrow: Story = {
  name: '窄栏',
  render: () =>
    html`<main class="column"><zwgk-guide-card src="/examples/guides/dibao.json"></zwgk-guide-card></main>
      <style>
        .column {
          width: 320px;
        }
      </style>`,
};
export const List: Story = {
  name: '一页多张',
  render: () =>
    html`${['dibao', 'food-filing', 'road-occupation', 'elder-allowance'].map(
      (name) => html`<zwgk-guide-card compact src=${`/examples/guides/${name}.json`}></zwgk-guide-card><br />`,
    )}`,
};
export const Loading: Story = {
  name: '正在加载',
  render: () =>
    html`<zwgk-guide-card src="/x.json" .client=${never}
      ><p>网页原有内容：<a href="#">办事指南</a></p></zwgk-guide-card
    >`,
};
export const NotFound: Story = {
  name: '找不到',
  render: () =>
    html`<zwgk-guide-card src="/none.json"
      ><p>网页原有内容：<a href="#">办事指南</a></p></zwgk-guide-card
    >`,
};
export const Malformed: Story = {
  name: '页面提供的内容有误',
  render: () =>
    html`<zwgk-guide-card .guide=${{ deptName: '没有名称' } as unknown as Guide}>
      <p>网页原有内容：<a href="#">办事指南</a></p>
    </zwgk-guide-card>`,
};
export const OnlyName: Story = { name: '只有名称', render: () => bare({ taskName: '老年人优待证办理' }) };
export const Defects: Story = {
  name: '有缺陷的指南',
  render: () =>
    bare({
      taskName: '有缺陷的指南',
      taskType: '97',
      visits: '一次',
      charged: false,
      fees: [{ name: '工本费', standard: '5元' }],
      promisedDays: 3,
      promisedUnit: '旬',
      scope: '<b>标签</b>照原样显示',
      onlineUrl: 'javascript:alert(1)',
      materials: [{ name: '申请表' }, { name: 3 }],
    }),
};
export const Suspended: Story = {
  name: '暂停办理',
  render: () => bare({ taskName: '临时占用城市道路审批', taskState: '2', charged: false }),
};

const rich = {
  id: 'rich',
  taskName: '残疾人证换领',
  deptName: '云泊县残疾人联合会',
  taskType: '07',
  statutoryDays: 20,
  statutoryUnit: 'workday',
  promisedDays: 5,
  promisedUnit: 'workday',
  measured: { count: 132, p50: 3, p90: 4.5, unit: 'workday', from: '2026-01-01', to: '2026-06-30' },
  charged: false,
  places: [{ name: '便民服务中心', window: '3号窗口', hours: '周一至周五 8:30—12:00、14:00—17:30（法定节假日除外）' }],
  materials: [{ name: '申请表' }, { name: '照片', copies: 3 }, { name: '身份证', electronicLicence: true }],
  flow: [{ stage: '收件' }, { stage: '评定' }, { stage: '审核' }, { stage: '发证' }],
  situations: [
    {
      id: 'kind',
      question: '残疾状况有没有变化？',
      options: [
        { value: 'yes', label: '有变化', steps: [2] },
        { value: 'no', label: '没有变化' },
      ],
    },
  ],
  remedies: [
    { name: '行政复议', period: '自知道该行政行为之日起60日内', authority: '向云泊县人民政府申请' },
    { name: '行政诉讼', period: '6个月内', authority: '向人民法院提起' },
  ],
};
export const LawPromiseReality: Story = { name: '法定、承诺与实际用时', render: () => bare(rich) };
export const SlowerThanPromised: Story = {
  name: '实际用时比承诺长',
  render: () => bare({ ...rich, measured: { ...rich.measured, p90: 9, count: 21 } }),
};
/** The step at which the reader's case stands; a page with a case system sets `case-src`. */
export const MyCase: Story = {
  name: '我的办件到哪一步',
  render: () =>
    html`<zwgk-guide-card
      .guide=${rich as unknown as Guide}
      position="审核"
      case-no="A-2026-0001"
      situation="kind:no"
    ></zwgk-guide-card>`,
};
export const CaseLookUp: Story = {
  name: '输入办件编号查进度',
  render: () =>
    html`<zwgk-guide-card .guide=${rich as unknown as Guide} case-src="/none/{caseNo}.json"></zwgk-guide-card>`,
};
export const OwnRemedy: Story = {
  name: '网页自己的救济说明',
  render: () =>
    html`<zwgk-guide-card .guide=${rich as unknown as Guide}>
      <p slot="remedy">可以先向本局申请复核，也可以直接申请行政复议。</p>
    </zwgk-guide-card>`,
};
