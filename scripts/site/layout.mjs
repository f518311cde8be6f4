/** What all pages of the sample site share: escaping, head, banner, navigation, column menu, footer. */
import { readFileSync, readdirSync } from 'node:fs';

const examples = new URL('../../packages/schema/examples/', import.meta.url);
export const example = (file) => JSON.parse(readFileSync(new URL(file, examples), 'utf8'));
export const examplesOf = (folder) =>
  readdirSync(new URL(`${folder}/`, examples))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => example(`${folder}/${file}`));

export const bureau = example('bureau.json');

class Markup {
  constructor(text) {
    this.text = text;
  }
}
export const raw = (text) => new Markup(text);
const escape = (value) =>
  String(value).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const part = (value) => {
  if (Array.isArray(value)) return value.map(part).join('');
  if (value instanceof Markup) return value.text;
  return value === undefined || value === null || value === false ? '' : escape(value);
};
/** Markup from a template: strings are escaped, markup and lists of it are put in as they are. */
export const markup = (strings, ...values) =>
  new Markup(strings.reduce((text, next, i) => text + part(values[i - 1]) + next));

const nav = [
  ['/', '首页', 'Home'],
  ['/overview.html', '镇情概况', 'About'],
  ['/zwgk.html', '政府信息公开', 'Disclosure'],
  ['/flow.html', '权力运行', 'Procedures'],
  ['/guide.html', '办事指南', 'Services'],
  ['/services/', '事项清单', 'All guides'],
  ['/hudong.html', '互动交流', 'Contact us'],
  ['/hosts/', '嵌入示例', 'Embedding'],
];

export const icon = (name) =>
  markup`<svg aria-hidden="true" focusable="false"><use href="/img/icons.svg#${name}"></use></svg>`;

/** The column menu of a page: `items` are [address, text, English]. */
export const menu = ({ title, english, items, here }) =>
  markup` <div class="t" data-en="${english}">${title}</div>
    <ul>
      ${items.map(([href, text, en]) => markup`          <li${href === here ? raw(' class="on"') : ''}><a href="${href}"${href === here ? raw(' aria-current="page"') : ''}${en ? markup` data-en="${en}"` : raw(' class="zh"')}>${text}</a></li>\n`)}
    </ul>`;

const contact = markup` <div class="panelbox">
  <h3 data-en="Hotline">政务服务便民热线</h3>
  <p class="phone">${bureau.hotline}</p>
  <p><span data-en="Service centre: ">便民服务中心：</span>${bureau.orgs.find(({ id }) => id === 'service').phone}</p>
  <p><span data-en="Duty office: ">镇政府值班：</span>${bureau.phone}</p>
  <p class="zh">${bureau.officeHours}</p>
</div>`;

/** Which entry of the navigation a page belongs to. */
const sectionOf = (path) =>
  nav.find(([href]) => href === path)?.[0] ??
  { services: '/guide.html', flowcharts: '/flow.html', interact: '/hudong.html', disclosure: '/zwgk.html' }[
    path.split('/')[1]
  ];

export const shortName = bureau.name.replace(/^.*县/, '');

/**
 * One page. `column` is the name of its column (栏目), `crumbs` the path to it, `menu` the column menu on the left,
 * `body` the content.
 */
export function page({ path, title, english, crumbs = [], left, body, published }) {
  const section = sectionOf(path);
  const home = path === '/';
  return markup`<!DOCTYPE html>
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1" />
        <meta name="renderer" content="webkit" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="SiteName" content="${bureau.name}（示例）" />
        <meta name="SiteDomain" content="daoxi.example.invalid" />
        <meta name="SiteIDCode" content="8801210000" />
        <meta name="ColumnName" content="${title}" />
        <meta name="ColumnType" content="${home ? '首页' : (crumbs[0]?.[1] ?? title)}" />
        ${
          published &&
          markup` <meta name="PubDate" content="${published}" />
            <meta name="ContentSource" content="${bureau.name}" />`
        }
        <title>${home ? '' : `${title}_`}${bureau.title}</title>
        <link rel="stylesheet" href="/css/site.css" />
        <link rel="stylesheet" href="/cdn/themes/red.css" id="theme-red" />
        <link rel="stylesheet" href="/cdn/themes/blue.css" id="theme-blue" disabled />
        <link rel="stylesheet" href="/cdn/themes/large.css" id="theme-large" disabled />
        <link rel="icon" href="/img/icon.svg" type="image/svg+xml" />
        <script src="/js/site.js" charset="utf-8"></script>
        <script src="/cdn/zwgk.js" charset="utf-8" defer></script>
      </head>
      <body>
        <a class="skip" href="#main" data-en="Skip to content">跳到主要内容</a>
        <div class="top" role="region" aria-label="网站工具" data-en-hint="Settings">
          <div class="w clear">
            <span class="today" id="today"></span>
            <ul id="settings" hidden>
              <li>
                <button type="button" data-set="lang:zh-Hans" lang="zh-Hans">简体</button><span class="bar">|</span><button type="button" data-set="lang:zh-Hant" lang="zh-Hant">繁體</button><span class="bar">|</span><button type="button" data-set="lang:en" lang="en">English</button>
              </li>
              <li>
                <span data-en="Text size: ">字体：</span><button type="button" data-set="size:l" data-en="large">大</button><button type="button" data-set="size:m" data-en="medium">中</button><button type="button" data-set="size:s" data-en="small">小</button>
              </li>
              <li>
                <span data-en="Colour: ">配色：</span><button type="button" data-set="theme:red" data-en="red">红</button><button type="button" data-set="theme:blue" data-en="blue">蓝</button>
              </li>
              <li><button type="button" data-set="elder:on" data-en="Large-print edition">适老版</button></li>
            </ul>
          </div>
        </div>
        <div class="banner" role="banner">
          <div class="w">
            <a class="name" href="/">${bureau.name}<small>（示例）</small></a>
            <p class="sub" lang="en">People’s Government of Daoxi Town, Yunbo County (sample site)</p>
            <form action="/zwgk.html" role="search" aria-label="站内检索" data-en-hint="Site search">
              <input type="search" name="q" id="q" aria-label="检索政府信息" placeholder="请输入文件名称、关键词" data-en-hint="Search published information"/><button data-en="Search">搜索</button>
            </form>
          </div>
        </div>
        <div class="nav" role="navigation" aria-label="主导航" data-en-hint="Main">
          <ul class="w clear">
            ${nav.map(([href, text, en]) => markup`  <li${href === section ? raw(' class="on"') : ''}><a href="${href}"${href === path ? raw(' aria-current="page"') : ''} data-en="${en}">${text}</a></li>\n`)}
          </ul>
        </div>
        <div class="main w" id="main" role="main">
          ${
            home
              ? ''
              : markup`<p class="where"><span data-en="You are here: ">您现在所在的位置：</span><a href="/" data-en="Home">首页</a>${crumbs.map(([href, text, en]) => markup` &gt; <a href="${href}" data-en="${en}">${text}</a>`)} &gt; <span${english ? markup` data-en="${english}"` : raw(' class="zh"')}>${title}</span></p>
`
          }${
            left
              ? markup`<div class="cols">
                  <div class="left">${left}${contact}</div>
                  <div class="content">${body}</div>
                </div>`
              : body
          }
        </div>
        <div class="foot" role="contentinfo">
          <div class="w">
            <p class="fnav">
              <a href="/overview.html" data-en="About us">关于我们</a>|<a href="/services/agencies.html" data-en="Village service stations">便民服务站</a>|<a href="/hudong.html" data-en="Contact us">联系我们</a>|<a href="/interact/complain.html#error" data-en="Report an error on this site">我为政府网站找错</a>|<a href="/hosts/" data-en="Embedding">嵌入示例</a>
            </p>
            <p class="zh">
              <span>主办单位：${bureau.name}</span><span>承办单位：${shortName.replace('人民政府', '')}党政办公室</span><span>地址：${bureau.address}</span>
            </p>
            <p class="zh">
              <span>联系电话：${bureau.phone}</span><span>电子邮箱：${bureau.email}</span><span>邮编：${bureau.postcode}</span>
            </p>
            <p class="zh">
              <span>备案号：示例ICP备00000000号</span><span>网站标识码：8801210000（示例）</span><span>公安备案号：示例公网安备00000000000000号</span>
            </p>
            <p class="sample zh">${bureau.notice}</p>
          </div>
        </div>
      </body>
    </html>
`.text;
}
