/** 网上来信: every state that a reader can meet. */
import { createClient, type Connection } from '@zwgk/client';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '@zwgk/elements/define/zwgk-complaint-form.js';
import type { ZwgkComplaintForm } from '@zwgk/elements';

const ORG = '云泊县稻溪镇人民政府（示例）';
const receipt = {
  ticketNo: 'DX20260210-0007',
  queryCode: 'K7M2-Q9TX-4BHW',
  submittedAt: '2026-02-10T10:05:00+08:00',
  dueAt: '2026-03-09',
  dueProvisional: false,
};
const answer = (status: number, body: unknown, headers = {}) =>
  createClient({
    api: '/api/v1',
    retries: 0,
    fetch: async () => new Response(JSON.stringify(body), { status, headers }),
  });
/** A service that knows letters, guides and keys, and takes files; letters get the answer given. */
let made = 0;
const whole = (letterAnswer: () => Response = () => new Response(JSON.stringify(receipt), { status: 201 })) =>
  createClient({
    api: '/api/v1',
    retries: 0,
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const say = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
      if (pathname.endsWith('/letters'))
        return say({
          items: [
            {
              id: 'l1',
              kind: 'consult',
              title: '城乡居民养老保险怎样补缴',
              content: '中断了两年，能不能补缴？',
              submittedAt: '2026-01-05T09:00:00+08:00',
              repliedAt: '2026-01-09T09:00:00+08:00',
              unit: '县社会保险中心',
              reply: '可以补缴。请携带身份证到镇便民服务中心办理。',
            },
          ],
          total: 1,
          next: null,
        });
      if (pathname.endsWith('/guides'))
        return say({ items: [{ id: 'g1', title: '城乡居民养老保险补缴申报' }], total: 1, next: null });
      if (pathname.endsWith('/proof'))
        return say({ challenge: 'c', difficulty: 26, expiresAt: '2026-02-10T10:10:00+08:00' });
      if (pathname.endsWith('/uploads')) {
        const { name } = (await request.json()) as { name: string };
        return say(
          { id: name.includes('录像') ? 'upload-stuck' : `upload-${1000 + made++}`, offset: 0, chunk: 1048576 },
          201,
        );
      }
      if (/\/uploads\//.test(pathname)) {
        if (pathname.includes('stuck')) return new Promise<Response>(() => {});
        return say({ id: decodeURIComponent(pathname.split('/').pop()!), offset: 70, complete: true, sha256: '00' });
      }
      return letterAnswer();
    },
  });
/** A service whose answer never comes. */
const never = createClient({ api: '/api/v1', timeout: 3600000, fetch: () => new Promise(() => {}) });
const accepting = answer(201, receipt);

interface Args {
  kind: string;
  org: string;
  lang: string;
  client: Connection | undefined;
}
const meta: Meta<Args> = {
  title: '互动交流/zwgk-complaint-form',
  component: 'zwgk-complaint-form',
  parameters: {
    docs: {
      subtitle: '网上来信',
      description: { component: '咨询、求助、投诉、举报、意见、建议：填写、核对、提交，给出回执和查询码。' },
    },
  },
  args: { kind: '', org: ORG, lang: 'zh-CN', client: accepting },
  argTypes: {
    kind: {
      control: 'select',
      options: ['', 'consult', 'help', 'complaint', 'report', 'opinion', 'suggestion', 'praise'],
    },
    lang: { control: 'inline-radio', options: ['zh-CN', 'zh-TW', 'en'] },
    client: { control: false },
  },
  render: ({ kind, org, lang, client }) =>
    html`<zwgk-complaint-form
      lang=${lang}
      org=${org}
      kind=${kind || nothing}
      contact="0460-0000101"
      .client=${client}
    ></zwgk-complaint-form>`,
};
export default meta;
type Story = StoryObj<Args>;

const letter: Readonly<Record<string, string>> = {
  kind: 'consult',
  title: '城乡居民养老保险补缴条件咨询',
  content: '本人1968年出生，想了解2026年补缴的条件和材料。',
  name: '买买提·艾力',
  phone: '13800138000',
};
/** Fills the form as a reader would, and presses the buttons with these words. */
const play =
  (values: Readonly<Record<string, string>>, ...buttons: string[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const element = canvasElement.querySelector<ZwgkComplaintForm>('zwgk-complaint-form')!;
    await element.updateComplete;
    const root = element.shadowRoot!;
    for (const [name, value] of Object.entries(values)) {
      const radio = root.querySelector<HTMLInputElement>(`[type=radio][name=${name}][value="${CSS.escape(value)}"]`);
      const field = radio ?? root.querySelector<HTMLInputElement>(`[name=${name}]`)!;
      if (radio) radio.click();
      else field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
    }
    for (const words of buttons) {
      [...root.querySelectorAll('button')].find((button) => button.textContent.includes(words))!.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

export const Write: Story = { name: '填写' };
export const Report: Story = {
  name: '举报，匿名',
  args: { kind: 'report' },
  play: play({ identityMode: 'anonymous' }),
};
export const Profile: Story = {
  name: '自定字数、类型和必填项',
  render: ({ org, client }) =>
    html`<zwgk-complaint-form
      org=${org}
      kinds="consult complaint suggestion help"
      title-min="10"
      title-max="25"
      content-max="600"
      require="address"
      .client=${client}
      ><a slot="notice" href="#rules">《个人信息保护规则》</a></zwgk-complaint-form
    >`,
};
export const Faults: Story = { name: '有错误', play: play({ kind: 'complaint', name: '张3', phone: '12' }, '下一步') };
export const Review: Story = { name: '核对', play: play(letter, '下一步') };
export const Sending: Story = { name: '正在提交', args: { client: never }, play: play(letter, '下一步', '确认提交') };
export const Lost: Story = {
  name: '网络中断',
  args: { client: createClient({ api: '/api/v1', retries: 0, fetch: () => Promise.reject(new TypeError()) }) },
  play: play(letter, '下一步', '确认提交'),
};
export const TooMany: Story = {
  name: '提交过于频繁',
  args: { client: answer(429, { code: 'rate_limited' }, { 'retry-after': '600' }) },
  play: play(letter, '下一步', '确认提交'),
};
export const Conflict: Story = {
  name: '较早内容可能已受理',
  args: { client: answer(409, { code: 'conflict' }) },
  play: play(letter, '下一步', '确认提交'),
};
export const Refused: Story = {
  name: '受理系统指出错误',
  args: { client: answer(422, { code: 'invalid_input', issues: [{ path: ['content'], code: 'too_short' }] }) },
  play: play(letter, '下一步', '确认提交'),
};
export const Receipt: Story = { name: '回执', play: play(letter, '下一步', '确认提交') };
export const Leaving: Story = { name: '未保存就离开', play: play(letter, '下一步', '确认提交', '完成') };
const chosen =
  (...names: string[]) =>
  async (context: { canvasElement: HTMLElement }) => {
    const element = context.canvasElement.querySelector<ZwgkComplaintForm>('zwgk-complaint-form')!;
    await element.updateComplete;
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('.files input')!;
    const files = new DataTransfer();
    for (const name of names) files.items.add(new File(['%PDF-1.7 （示例）'], name));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
export const Files: Story = {
  name: '附件：已上传、正在上传、不能添加',
  args: { client: whole() },
  play: chosen('情况说明.pdf', '照片.jpg', '录像说明.pdf'),
};
export const Similar: Story = {
  name: '相近的答复和指南',
  render: ({ org, client }) =>
    html`<zwgk-complaint-form org=${org} guide-url="#{id}" .client=${client}></zwgk-complaint-form>`,
  args: { client: whole() },
  play: async (context) => {
    const root = context.canvasElement.querySelector('zwgk-complaint-form')!.shadowRoot!;
    root.querySelector<HTMLInputElement>('#f-title')!.focus();
    await play({ kind: 'consult', title: '养老保险补缴' })(context);
  },
};
export const Proof: Story = {
  name: '防机器人校验',
  args: {
    client: whole(
      () =>
        new Response(
          JSON.stringify({ status: 403, code: 'refused', issues: [{ path: ['proof'], code: 'required' }] }),
          {
            status: 403,
          },
        ),
    ),
  },
  play: play(letter, '下一步', '确认提交'),
};
export const HandOver: Story = {
  name: '举报：转到受理系统自己的页面',
  args: {
    kind: 'report',
    client: createClient({
      api: 'https://letters.example.gov.cn/api/v1',
      fetch: async () => new Response(JSON.stringify({ reportPage: '/report' })),
    }),
  },
};
export const English: Story = { name: 'English', args: { lang: 'en' } };
export const Traditional: Story = { name: '繁體', args: { lang: 'zh-TW' } };
export const WithoutService: Story = {
  name: '没有受理系统',
  render: () =>
    html`<zwgk-complaint-form><p>来信请寄：云泊县稻溪镇溪口路1号党政办公室（邮编880121）。</p></zwgk-complaint-form>`,
};
