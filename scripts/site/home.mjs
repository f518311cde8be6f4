/** 首页: news, the strip of columns, and all five elements. */
import { bureau, markup, icon, page, raw } from './layout.mjs';
import * as parts from './parts.mjs';

const { flowcharts, guides } = parts;
const hosts = [
  ['gb18030.html', 'GB18030 老页面'],
  ['csp.html', '严格内容安全策略'],
  ['jquery.html', 'jQuery 页面'],
  ['files.html', '静态文件'],
  ['noscript.html', '无脚本'],
  ['inline.html', '单文件、页内数据'],
  ['react.html', 'React 页面'],
  ['vue.html', 'Vue 页面'],
  ['frames.html', '只能放 iframe'],
  ['rem.html', '样式重置页面'],
];

const panel = (id, title, english, nodes) =>
  markup` <div class="panel" id="${id}">
    <h3 data-en="${english}">${title}</h3>
    ${parts.newsList(parts.newest(nodes, 7))}
  </div>`;
const quick = [
  [
    '/interact/complain.html',
    'letter',
    '我要写信',
    '咨询 求助 投诉 建议',
    'Write to us',
    'Questions, complaints, ideas',
  ],
  ['/hudong.html#status', 'search', '办理进度', '凭查询码查看', 'Follow your letter', 'With your query code'],
  ['/services/', 'guide', '办事指南', `${guides.length}项高频事项`, 'Services', `${guides.length} guides`],
  [
    '/flow.html',
    'flow',
    '权力运行流程图',
    `${flowcharts.length}项权力事项`,
    'Procedures',
    `${flowcharts.length} flow charts`,
  ],
  [
    '/services/agencies.html',
    'phone',
    '便民服务站',
    `${bureau.villages.length}个村（社区）可代办`,
    'Service stations',
    `In ${bureau.villages.length} villages`,
  ],
];
const strip = [
  ['/zwgk.html#zhinan', 'book', '公开指南', 'Guide'],
  ['/zwgk.html?q=制度', 'rules', '公开制度', 'Rules'],
  ['/zwgk.html', 'catalogue', '公开目录', 'Catalogue'],
  ['/zwgk.html?q=年度报告', 'year', '公开年报', 'Annual reports'],
  ['/disclosure/apply.html', 'apply', '依申请公开', 'Requests'],
  ['/disclosure/standard.html', 'flow', '标准目录', 'Standards'],
];
const head = (title, english, more) =>
  markup`<div class="hd">
    <h2 data-en="${english}">${title}</h2>
    ${more && markup`<a class="more" href="${more}" data-en="More &gt;&gt;">更多&gt;&gt;</a>`}
  </div>`;

export const home = () => {
  const [notice] = parts.newest(['news-notice'], 1);
  const picture = parts.disclosure.entries.find(({ title }) => title.includes('丰收节')) ?? notice;
  const chart = flowcharts.find(({ id }) => id === 'temporary-relief');
  const cards = guides.filter(({ id }) => ['dibao', 'rural-housing', 'elder-allowance'].includes(id));
  return page({
    path: '/',
    title: '首页',
    body: markup`<h1 class="sr zh">${bureau.title}</h1>
      <zwgk-provider api="/api/v1">
        <div class="notice">
          <p><b data-en="Notice: ">公告：</b><a class="zh" href="${parts.entryLink(notice)}">${notice.title}</a></p>
        </div>
        <div class="row box">
          <div class="focus">
            <img src="/img/focus.svg" alt="插图：丰收时节的稻田和村庄" width="364" height="274" />
            <p class="zh"><a href="${parts.entryLink(picture)}">${picture.title}</a></p>
          </div>
          <div class="news" data-tabs>
            <div class="hd"></div>
            ${panel('dongtai', '镇务动态', 'News', ['news-work'])}${panel('gonggao', '通知公告', 'Notices', ['news-notice'])}${panel('zhengce', '政策文件', 'Policies', ['policy-normative', 'policy-other', 'policy-interp'])}
          </div>
          <div class="side quick">
            ${quick.map(([href, name, title, note, english, noteEnglish]) => markup` <a href="${href}">${icon(name)}<b data-en="${english}">${title}</b><span data-en="${noteEnglish}">${note}</span></a> `)}
          </div>
        </div>
        <ul class="strip clear">
          ${strip.map(
            ([href, name, title, english]) => markup`
              <li>
                <a href="${href}">${icon(name)}<span data-en="${english}">${title}</span></a>
              </li>
            `,
          )}
        </ul>

        <div class="box" id="zwgk">
          ${head('政府信息公开目录', 'Published information', '/zwgk.html')} ${parts.catalogue({ size: 15 })}
        </div>

        <div class="box" id="flow">
          ${head('权力运行流程图', 'How decisions are made', '/flow.html')}
          <div class="split">
            <div class="menu">
              <ul class="list plain zh">
                ${flowcharts.map(({ id, title }) => markup`      <li${id === chart.id ? raw(' class="on"') : ''}><a href="/flowcharts/${id}.html">${title.replace(/流程图.*$/, '')}</a></li>\n`)}
              </ul>
            </div>
            <div class="body">${parts.chart(chart)}</div>
          </div>
        </div>

        <div class="box" id="guide">
          ${head('办事指南', 'Services', '/services/')}
          <div class="split">
            <div class="menu">
              <ul class="list plain zh">
                ${guides.map((one) => markup`      <li${cards.includes(one) ? raw(' class="on"') : ''}><a href="/services/${one.id}.html">${parts.guideShort(one)}</a></li>\n`)}
              </ul>
            </div>
            <div class="body">${cards.map((one) => parts.guideCard(one, true))}</div>
          </div>
        </div>

        <div class="box" id="hudong">
          ${head('互动交流', 'Contact us', '/hudong.html')}
          <div class="split">
            <div class="body">${parts.complaintForm({ kind: 'complaint' })}</div>
            <div class="aside">
              <div id="status">${parts.complaintStatus()}</div>
              <div class="hd">
                <h2 data-en="Answered letters">来信选登</h2>
                <a class="more" href="/interact/letters.html" data-en="More &gt;&gt;">更多&gt;&gt;</a>
              </div>
              ${parts.letterList(8)}
            </div>
          </div>
        </div>
      </zwgk-provider>
      <dl class="links clear">
        <dt data-en="Embedding:">嵌入示例：</dt>
        <dd class="zh">${hosts.map(([file, text]) => markup`<a href="/hosts/${file}">${text}</a>`)}</dd>
      </dl>`,
  });
};
