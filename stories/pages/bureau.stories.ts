/** All elements together, in a page like a real one: over a folder of files, as a county without a server has it. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@zwgk/elements/define/zwgk-catalogue.js';
import '@zwgk/elements/define/zwgk-flowchart.js';
import '@zwgk/elements/define/zwgk-guide-card.js';
import '@zwgk/elements/define/zwgk-provider.js';

const meta: Meta = {
  title: '页面/单位首页',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};
export default meta;

/** 静态文件：公开目录、流程图、办事指南 from one provider. */
export const Files: StoryObj = {
  name: '静态文件',
  render: () => html`
    <zwgk-provider files="examples">
      <main>
        <h1>稻溪镇政务公开（示例）</h1>
        <zwgk-guide-card guide-id="temporary-relief" compact></zwgk-guide-card>
        <zwgk-flowchart flowchart-id="temporary-relief"></zwgk-flowchart>
        <zwgk-catalogue catalogue-id="disclosure"></zwgk-catalogue>
      </main>
    </zwgk-provider>
  `,
};

/** Without a service a letter cannot be taken: the author's content stays. */
export const NoDocument: StoryObj = {
  name: '内容缺失',
  render: () => html`
    <zwgk-provider files="examples">
      <zwgk-guide-card guide-id="no-such-guide"><a href="#old">临时救助办事指南（文字版）</a></zwgk-guide-card>
    </zwgk-provider>
  `,
};
