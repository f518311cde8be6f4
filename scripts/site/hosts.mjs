/** `/hosts/`: what each host page is there to show. */
import { markup, page } from './layout.mjs';

const hosts = [
  [
    'gb18030.html',
    'GB18030 老页面',
    '怪异模式（无文档类型声明）、GB18030 编码、表格布局、改写过的内置对象、跑马灯',
    '<script src="/cdn/zwgk.js" charset="utf-8"></script>',
  ],
  [
    'csp.html',
    '严格内容安全策略',
    '只允许本站脚本和样式，不允许行内样式，启用 Trusted Types',
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self' …",
  ],
  ['jquery.html', 'jQuery 1.12 页面', '标签由脚本写入，事件由 jQuery 监听', "$(document).on('zwgk-guide-open', …)"],
  ['files.html', '静态文件', '不要服务，数据是一个文件夹', '<zwgk-provider files="/files">'],
  [
    'noscript.html',
    '无脚本',
    '不加载脚本，读者看到标签里原有的内容，表单直接提交',
    '<form method="post" action="/api/v1/complaints">',
  ],
  [
    'inline.html',
    '单文件、页内数据',
    '每个组件一个经典脚本，数据写在页面里，不访问服务',
    '<script src="/cdn/zwgk-guide-card.js" charset="utf-8"></script>',
  ],
  [
    'react.html',
    'React 19 页面',
    '组件由 React 渲染，对象作为属性传入，事件由属性监听',
    '<zwgk-guide-card guide={guide} />',
  ],
  [
    'vue.html',
    'Vue 3 页面',
    '组件由 Vue 渲染，对象作为属性传入，事件用 @ 监听',
    '<zwgk-guide-card :guide.prop="guide">',
  ],
  [
    'frames.html',
    '只能放 iframe',
    '系统只允许插入 iframe，高度随内容变化，没有脚本时在框内滚动',
    '<iframe src="/embed/guide/dibao" title="…" height="600">',
  ],
  ['rem.html', '样式重置页面', '根字号 62.5%，通配重置，居中、字距、行高向内渗透', 'html { font-size: 62.5% }'],
];

export const hostIndex = () =>
  page({
    path: '/hosts/',
    title: '嵌入示例',
    english: 'Embedding',
    body: markup`<div class="content">
      <h1 data-en="Embedding">嵌入示例</h1>
      <div class="article zh">
        <p>
          下列页面各按一种常见的旧站写法制作，每页嵌入五个组件：政府信息公开目录、权力运行流程图、办事指南、网上来信、办理进度查询。
        </p>
        <div class="tablewrap">
          <table class="t">
            <thead>
              <tr>
                <th scope="col">页面</th>
                <th scope="col">特点</th>
                <th scope="col">写法</th>
              </tr>
            </thead>
            <tbody>
              ${hosts.map(
                ([file, title, what, how]) =>
                  markup`<tr>
                    <th scope="row"><a href="/hosts/${file}">${title}</a></th>
                    <td>${what}</td>
                    <td><code>${how}</code></td>
                  </tr> `,
              )}
            </tbody>
          </table>
        </div>
        <h2>最少的写法</h2>
        <pre><code>&lt;script src="/cdn/zwgk.js" charset="utf-8"&gt;&lt;/script&gt;
&lt;zwgk-provider api="/api/v1"&gt;
  &lt;zwgk-guide-card guide-id="dibao"&gt;&lt;a href="/services/dibao.html"&gt;最低生活保障&lt;/a&gt;&lt;/zwgk-guide-card&gt;
&lt;/zwgk-provider&gt;</code></pre>
      </div>
    </div>`,
  });
