/** 来信查询: every state that a reader can meet. */
import { createClient, type Connection } from '@zwgk/client';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@zwgk/elements/define/zwgk-complaint-status.js';
import type { ZwgkComplaintStatus } from '@zwgk/elements';

const running = {
  ticketNo: 'DX20260210-0007',
  kind: 'consult',
  title: '城乡居民养老保险补缴条件咨询（示例）',
  content: '本人1968年出生，想了解2026年补缴的条件和材料。',
  state: 'processing',
  submittedAt: '2026-02-10T10:05:00+08:00',
  dueAt: '2026-03-09',
  dueRule: { value: 15, unit: 'workingDays', start: 'received', basis: '本站承诺' },
  heldBy: '民政和社会保障办公室',
  heldSince: '2026-02-11T15:00:00+08:00',
  log: [
    { at: '2026-02-10T10:05:00+08:00', state: 'submitted' },
    { at: '2026-02-11T09:00:00+08:00', state: 'accepted', unit: '党政办公室' },
    {
      at: '2026-02-11T15:00:00+08:00',
      state: 'assigned',
      unit: '民政和社会保障办公室',
      note: '请在期限内答复来信人。',
    },
    { at: '2026-02-12T08:30:00+08:00', state: 'processing', unit: '民政和社会保障办公室' },
  ],
  attachments: [{ id: 'f1', name: '参保证明.pdf', type: 'application/pdf', size: 182000 }],
  messages: [
    {
      at: '2026-02-12T09:00:00+08:00',
      from: 'unit',
      unit: '民政和社会保障办公室',
      text: '请补充参保地和断缴年份，可以参照附件填写。',
      attachments: [{ id: 'f2', name: '补充材料清单.docx', type: 'application/msword', size: 24000 }],
    },
    { at: '2026-02-13T09:00:00+08:00', from: 'citizen', text: '参保地为稻溪镇，断缴2014至2016年。' },
  ],
  actions: ['addMessage', 'withdraw'],
};
const replied = {
  ...running,
  state: 'replied',
  log: [...running.log, { at: '2026-03-02T16:00:00+08:00', state: 'replied', unit: '民政和社会保障办公室' }],
  reply: {
    at: '2026-03-02T16:00:00+08:00',
    unit: '民政和社会保障办公室',
    text: '您好！经核实，您符合补缴条件。\n请携带身份证到镇便民服务中心3号窗口办理。',
  },
  actions: ['addMessage', 'reopen', 'rate'],
};
const answer = (status: number, body: unknown, headers = {}, now = Date.UTC(2026, 1, 20)) =>
  createClient({
    api: '/api/v1',
    retries: 0,
    now: () => now,
    fetch: async () => new Response(JSON.stringify(body), { status, headers }),
  });

interface Args {
  lang: string;
  client: Connection | undefined;
}
const meta: Meta<Args> = {
  title: '互动交流/zwgk-complaint-status',
  component: 'zwgk-complaint-status',
  parameters: {
    docs: {
      subtitle: '来信查询',
      description: { component: '用查询码或者六个词查办理进度、期限和答复，补充材料、撤回、评价、要求重新办理。' },
    },
  },
  args: { lang: 'zh-CN', client: answer(200, running) },
  argTypes: { lang: { control: 'inline-radio', options: ['zh-CN', 'zh-TW', 'en'] }, client: { control: false } },
  render: ({ lang, client }) => html`<zwgk-complaint-status lang=${lang} .client=${client}></zwgk-complaint-status>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Looks the case up, then presses what the selectors lead to. */
const play =
  (...selectors: string[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const element = canvasElement.querySelector<ZwgkComplaintStatus>('zwgk-complaint-status')!;
    await element.updateComplete;
    const root = element.shadowRoot!;
    const code = root.querySelector<HTMLInputElement>('#code')!;
    code.value = 'k7m2 q9tx 4bhw';
    code.dispatchEvent(new Event('input', { bubbles: true }));
    root.querySelector<HTMLButtonElement>('button.primary')!.click();
    for (const selector of selectors) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      root.querySelector<HTMLElement>(selector)!.click();
    }
  };

export const Ask: Story = { name: '输入查询码' };
export const Wrong: Story = {
  name: '查询码不正确',
  args: { client: answer(404, { code: 'not_found' }) },
  play: play(),
};
export const Words: Story = {
  name: '六个词没有对上',
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<ZwgkComplaintStatus>('zwgk-complaint-status')!;
    await element.updateComplete;
    const code = element.shadowRoot!.querySelector<HTMLInputElement>('#code')!;
    code.value = '桃子 橙子 柚子 荔枝 椰子 政府';
    code.dispatchEvent(new Event('input', { bubbles: true }));
    element.shadowRoot!.querySelector<HTMLButtonElement>('button.primary')!.click();
  },
};
export const VerifyReceipt: Story = {
  name: '验证回执',
  args: { client: answer(200, { keys: [] }) },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<ZwgkComplaintStatus>('zwgk-complaint-status')!;
    await element.updateComplete;
    element.shadowRoot!.querySelector('details')!.open = true;
  },
};
export const Slowed: Story = {
  name: '尝试次数过多',
  args: { client: answer(429, { code: 'rate_limited' }, { 'retry-after': '900' }) },
  play: play(),
};
export const Running: Story = { name: '办理中，期限如何计算', play: play('.how summary') };
export const Late: Story = {
  name: '已超过期限',
  args: { client: answer(200, running, {}, Date.UTC(2026, 2, 20)) },
  play: play(),
};
export const Provisional: Story = {
  name: '期限暂定',
  args: {
    client: answer(
      200,
      {
        ...running,
        submittedAt: '2026-12-15T09:00:00+08:00',
        dueAt: '2027-01-12',
        dueProvisional: true,
        dueRule: undefined,
      },
      {},
      Date.UTC(2026, 11, 16),
    ),
  },
  play: play('.how summary'),
};
export const Replied: Story = { name: '已答复', args: { client: answer(200, replied) }, play: play() };
export const Rate: Story = {
  name: '评价',
  args: { client: answer(200, replied) },
  play: play('#open-rate', '[name=level][value="2"]'),
};
export const Reopen: Story = {
  name: '要求重新办理',
  args: { client: answer(200, replied) },
  play: play('#open-reopen'),
};
export const Withdrawn: Story = {
  name: '已撤回',
  args: { client: answer(200, { ...running, state: 'closed', withdrawn: true, actions: [] }) },
  play: play(),
};
export const English: Story = { name: 'English', args: { lang: 'en' }, play: play() };
export const WithoutService: Story = {
  name: '没有受理系统',
  render: () => html`<zwgk-complaint-status><p>查询请拨打 0460-0000101。</p></zwgk-complaint-status>`,
};
