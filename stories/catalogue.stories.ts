/** 政府信息公开目录: every state that a reader can meet. */
import { createHttp, type Connection } from '@zwgk/client';
import type { Catalogue, StandardCatalogue } from '@zwgk/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@zwgk/elements/define/zwgk-catalogue.js';
import disclosure from '../packages/schema/examples/catalogues/disclosure.json' with { type: 'json' };
import standard from '../packages/schema/examples/catalogues/standard.json' with { type: 'json' };

interface Args {
  query: string;
  page: number;
  pageSize: number;
  sort: string;
  filters: string;
  view: string;
}
const full = disclosure as unknown as Catalogue;
const answering = (answer: () => Promise<Response> | Response): Connection => ({
  http: createHttp({ files: '/', retries: 0, fetch: async () => answer() }),
});
const bare = (catalogue: unknown) => html`<zwgk-catalogue .catalogue=${catalogue as Catalogue}></zwgk-catalogue>`;
const failing = (answer: () => Promise<Response> | Response) =>
  html`<zwgk-catalogue src="/catalogue.json" .client=${answering(answer)}>
    <ul>
      <li><a href="/a.html">页面里原有的目录照常显示</a></li>
    </ul>
  </zwgk-catalogue>`;

const meta: Meta<Args> = {
  title: '政府信息公开目录/zwgk-catalogue',
  component: 'zwgk-catalogue',
  parameters: {
    docs: {
      subtitle: '政府信息公开目录',
      description: {
        component:
          '检索、栏目、筛选、分页，就地打开条目；也显示基层政务公开标准目录，并能把网页原有的列表、表格变成可以检索的目录。',
      },
    },
  },
  args: { query: '', page: 1, pageSize: 20, sort: '', filters: '', view: 'list' },
  argTypes: {
    sort: { control: 'select', options: ['', 'relevance', 'newest', 'oldest', 'title', 'indexNumber'] },
    pageSize: { control: 'select', options: [20, 50, 100] },
    view: { control: 'inline-radio', options: ['list', 'table'] },
  },
  render: ({ query, page, pageSize, sort, filters, view }) =>
    html`<zwgk-catalogue
      .catalogue=${full}
      query=${query}
      page=${page}
      page-size=${pageSize}
      sort=${sort}
      filters=${filters}
      view=${view}
    ></zwgk-catalogue>`,
};
export default meta;
type Story = StoryObj<Args>;

export const List: Story = { name: '列表' };
export const Table: Story = { name: '表格', args: { view: 'table' } };
export const Searched: Story = { name: '搜索', args: { query: '补贴 公示' } };
export const SearchedInTraditional: Story = { name: '用繁体字搜索', args: { query: '補貼' } };
export const Narrowed: Story = {
  name: '按栏目、年份和有效性筛选',
  args: { filters: 'year=2026&node=policy&validity=valid' },
};
export const NothingFound: Story = { name: '没有符合条件的信息', args: { query: '没有这样的词' } };
export const LastPage: Story = { name: '页码超出时显示末页', args: { page: 99 } };
export const Empty: Story = { name: '目录为空', render: () => bare({ title: '政府信息公开目录', entries: [] }) };

/** The entry is open; validity, attachments, explanations, citation. */
export const Entry: Story = {
  name: '一条信息的全文',
  render: () => bare(full),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('zwgk-catalogue')!;
    for (let i = 0; i < 100 && !element.shadowRoot?.querySelector('[part=link]'); i++)
      await new Promise((resolve) => setTimeout(resolve, 30));
    element.query = '油茶低产林';
    await new Promise((resolve) => setTimeout(resolve, 300));
    element.shadowRoot!.querySelector<HTMLElement>('[part=link]')!.click();
  },
};
/** What was taken down keeps its number; who follows it is told. */
export const TakenDown: Story = {
  name: '已撤下的信息',
  render: () =>
    bare({
      ...full,
      entries: [
        ...full.entries.slice(0, 30),
        {
          ...full.entries[30]!,
          indexNumber: '11880121MB9T10009Q/2026-99999',
          state: 'withdrawn',
          stateAt: '2026-11-18',
          stateReason: '内容需要更正，更正后重新公布',
        },
      ],
    }),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('zwgk-catalogue')!;
    for (let i = 0; i < 100 && !element.shadowRoot?.querySelector('[part=link]'); i++)
      await new Promise((resolve) => setTimeout(resolve, 30));
    location.hash = '#zwgk=11880121MB9T10009Q/2026-99999';
  },
};
/** 应公开, 已公开, 缺: measured by a standard catalogue, by unit. */
export const Coverage: Story = {
  name: '标准目录公开完成情况',
  render: () => bare({ ...full, items: (standard as unknown as StandardCatalogue).items }),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('zwgk-catalogue')!;
    const button = () => element.shadowRoot?.querySelector<HTMLElement>('[part=coverage] button');
    for (let i = 0; i < 100 && !button(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    button()?.click();
  },
};
export const CoverageUnreadable: Story = {
  name: '标准目录读取失败',
  render: () =>
    html`<zwgk-catalogue
      .catalogue=${{ ...full, entries: full.entries.slice(0, 5) }}
      standard="/nowhere.json"
    ></zwgk-catalogue>`,
};
export const Initials: Story = { name: '用拼音首字母搜索', args: { query: 'nczjd' } };
/** The reader's question stands in the address of the page, and comes back with it. */
export const InTheAddress: Story = {
  name: '检索条件写入网址',
  render: () => html`<zwgk-catalogue .catalogue=${full} url-state="mulu"></zwgk-catalogue>`,
};
export const Standard: Story = { name: '标准目录', render: () => bare(standard as unknown as StandardCatalogue) };
/** In a narrow column of the page, as on a phone. */
export const Narrow: Story = {
  name: '手机宽度',
  render: () => html`<div style="max-width: 375px">${bare(full)}</div>`,
};
export const StandardNarrow: Story = {
  name: '标准目录，手机宽度',
  render: () => html`<div style="max-width: 375px">${bare(standard)}</div>`,
};
/** The page's own list, made searchable without any JSON. */
export const OwnList: Story = {
  name: '网页原有的列表',
  render: () =>
    html`<zwgk-catalogue>
      <ul>
        ${full.entries
          .slice(0, 60)
          .map(
            (entry) =>
              html`<li><a href="/a.html">${entry.title as string}</a> [${entry.publishedAt?.slice(0, 10)}]</li>`,
          )}
      </ul>
    </zwgk-catalogue>`,
};
export const OwnTable: Story = {
  name: '网页原有的表格',
  render: () =>
    html`<zwgk-catalogue view="table">
      <table>
        <caption>
          信息公开目录
        </caption>
        <tr>
          <td>序号</td>
          <td>信息名称</td>
          <td>文号</td>
          <td>发布机构</td>
          <td>发布日期</td>
        </tr>
        ${full.entries.slice(0, 40).map(
          (entry, i) =>
            html`<tr>
              <td>${i + 1}</td>
              <td><a href="/a.html">${entry.title as string}</a></td>
              <td>${entry.docNumber}</td>
              <td>${entry.responsibleUnit as string}</td>
              <td>${entry.publishedAt?.slice(0, 10)}</td>
            </tr>`,
        )}
      </table>
    </zwgk-catalogue>`,
};
export const Loading: Story = { name: '正在加载', render: () => failing(() => new Promise(() => {})) };
export const NetworkLost: Story = { name: '网络中断', render: () => failing(() => Promise.reject(new TypeError())) };
export const NotFound: Story = { name: '没有找到', render: () => failing(() => new Response('{}', { status: 404 })) };
export const ServerFault: Story = {
  name: '服务器出错',
  render: () => failing(() => new Response('{}', { status: 500 })),
};
export const NotJson: Story = {
  name: '返回的不是目录数据',
  render: () => failing(() => new Response('<!doctype html>')),
};
export const EntriesWithDefects: Story = {
  name: '个别条目有缺陷',
  render: () =>
    bare({
      title: '政府信息公开目录',
      entries: [
        { indexNumber: '1', title: '完好的一条', publishedAt: '2026-03-05' },
        { indexNumber: '2', publishedAt: '2026-03-04', summary: '没有标题的一条' },
        { title: '没有索引号的一条', publishedAt: '2026-03-03', url: 'javascript:alert(1)' },
        null,
      ],
    }),
};
export const Traditional: Story = { name: '繁體', render: () => html`<div lang="zh-Hant">${bare(full)}</div>` };
export const English: Story = { name: 'English', render: () => html`<div lang="en">${bare(full)}</div>` };
