/** The pages behind the home page, by path. */
import { bureau, markup, menu, page } from './layout.mjs';
import { hostIndex } from './hosts.mjs';
import * as parts from './parts.mjs';

const { flowcharts, guides, letters } = parts;
const wrap = (body) => markup`<zwgk-provider api="/api/v1"> ${body} </zwgk-provider>`;
const paragraphs = (lines) => lines.map((line) => markup`<p>${line}</p> `);

const disclosureMenu = (here) =>
  menu({
    title: '政府信息公开',
    english: 'Disclosure',
    here,
    items: [
      ['/zwgk.html#mulu', '政府信息公开目录', 'Published information'],
      ['/disclosure/standard.html', '基层政务公开标准目录', 'Standard catalogue'],
      ['/zwgk.html#zhinan', '政府信息公开指南', 'Guide to disclosure'],
      ['/disclosure/apply.html', '依申请公开', 'Requests'],
      ['/overview.html', '机构职能', 'Offices'],
    ],
  });
const guideMenu = (here) =>
  menu({
    title: '办事指南',
    english: 'Services',
    here,
    items: [
      ['/services/', '全部办事指南', 'All guides'],
      ...guides.map((guide) => [`/services/${guide.id}.html`, parts.guideShort(guide)]),
      ['/services/agencies.html', '村（社区）便民服务站', 'Village service stations'],
    ],
  });
const flowMenu = (here) =>
  menu({
    title: '权力运行流程图',
    english: 'Procedures',
    here,
    items: flowcharts.map(({ id, title }) => [`/flowcharts/${id}.html`, title.replace(/流程图.*$/, '')]),
  });
const interactMenu = (here) =>
  menu({
    title: '互动交流',
    english: 'Contact us',
    here,
    items: [
      ['/interact/complain.html', '投诉举报', 'Complaints'],
      ['/interact/consult.html', '咨询求助', 'Questions'],
      ['/hudong.html#status', '办理进度查询', 'Follow your letter'],
      ['/interact/letters.html', '来信选登', 'Answered letters'],
    ],
  });

const zwgk = () => {
  const { guideInfo: info } = bureau;
  const { workingBody: body } = info;
  return page({
    path: '/zwgk.html',
    title: '政府信息公开目录',
    english: 'Published information',
    left: disclosureMenu('/zwgk.html#mulu'),
    body: wrap(
      markup`<h1 class="sr" data-en="Published information">政府信息公开目录</h1>
        ${parts.catalogue({ size: 20, whole: true })}

        <div class="hd"><h2 id="zhinan" data-en="Guide to disclosure">政府信息公开指南</h2></div>
        <div class="article zh">
          <p class="n">更新日期：${info.updatedAt}　编制依据：${info.basis}</p>
          <p>${info.intro}</p>
          <h3>一、信息的分类</h3>
          ${paragraphs(info.classification)}
          <h3>二、信息的编排</h3>
          ${paragraphs(info.arrangement)}
          <h3>三、获取方式</h3>
          ${paragraphs(info.access)}
          <h3>四、政府信息公开工作机构</h3>
          <div class="tablewrap">
            <table class="t">
              <tbody>
                <tr>
                  <th scope="row">机构名称</th>
                  <td>${body.name}</td>
                </tr>
                <tr>
                  <th scope="row">办公地址</th>
                  <td>${body.address}</td>
                </tr>
                <tr>
                  <th scope="row">办公时间</th>
                  <td>${body.officeHours}</td>
                </tr>
                <tr>
                  <th scope="row">联系电话</th>
                  <td>${body.phone}</td>
                </tr>
                <tr>
                  <th scope="row">传真</th>
                  <td>${body.fax}</td>
                </tr>
                <tr>
                  <th scope="row">电子邮箱</th>
                  <td>${body.email}</td>
                </tr>
              </tbody>
            </table>
          </div>
          <h3>五、监督和救济</h3>
          <p>${info.relief}</p>
        </div>`,
    ),
  });
};

const standardPage = () =>
  page({
    path: '/disclosure/standard.html',
    title: '基层政务公开标准目录',
    english: 'Standard catalogue',
    crumbs: [['/zwgk.html', '政府信息公开', 'Disclosure']],
    left: disclosureMenu('/disclosure/standard.html'),
    body: wrap(markup`<h1 class="sr" data-en="Standard catalogue">基层政务公开标准目录</h1>
      ${parts.standardCatalogue()}`),
  });

const apply = () => {
  const { guideInfo: info } = bureau;
  return page({
    path: '/disclosure/apply.html',
    title: '依申请公开',
    english: 'Requests for information',
    crumbs: [['/zwgk.html', '政府信息公开', 'Disclosure']],
    left: disclosureMenu('/disclosure/apply.html'),
    body: wrap(
      markup`<h1 data-en="Requests for information">依申请公开</h1>
        <div class="article zh">
          ${paragraphs(info.access.slice(1))}
          <p>
            受理机构：${info.workingBody.name}，地址：${info.workingBody.address}，电话：${info.workingBody.phone}，电子邮箱：${info.workingBody.email}。
          </p>
        </div>
        <div class="hd"><h2 data-en="How a request is handled">办理流程</h2></div>
        ${parts.chart(flowcharts.find(({ id }) => id === 'foi'))}`,
    ),
  });
};

const orgTable = () =>
  markup`<div class="tablewrap">
    <table class="t">
      <thead>
        <tr>
          <th scope="col">机构名称</th>
          <th scope="col">主要职责</th>
          <th scope="col">办公地址</th>
          <th scope="col">联系电话</th>
        </tr>
      </thead>
      <tbody>
        ${bureau.orgs.map(
          (org) =>
            markup`<tr>
              <th scope="row">${org.name}</th>
              <td>${org.duties.join('')}</td>
              <td>${org.address}</td>
              <td>${org.phone}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;

const overview = () =>
  page({
    path: '/overview.html',
    title: '镇情概况',
    english: 'About Daoxi',
    left: disclosureMenu('/overview.html'),
    body: markup`<h1 data-en="About Daoxi">镇情概况</h1>
      <div class="article zh">
        ${paragraphs(bureau.overview)}
        <p>辖${bureau.villages.join('、')}。</p>
        <h2>机构设置</h2>
        ${orgTable()}
      </div>`,
  });

const agencies = () => {
  const service = bureau.orgs.find(({ id }) => id === 'service');
  return page({
    path: '/services/agencies.html',
    title: '村（社区）便民服务站',
    english: 'Village service stations',
    crumbs: [['/guide.html', '办事指南', 'Services']],
    left: guideMenu('/services/agencies.html'),
    body: markup`<h1 data-en="Village service stations">村（社区）便民服务站</h1>
      <div class="article zh">
        <p>${service.duties.join('')}</p>
        <div class="tablewrap">
          <table class="t">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">地址</th>
                <th scope="col">办公时间</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">${service.name}</th>
                <td>${service.address}</td>
                <td>${service.officeHours}</td>
              </tr>
              ${bureau.villages.map(
                (name) =>
                  markup`<tr>
                    <th scope="row">${name}便民服务站</th>
                    <td>${name}村（居）民委员会</td>
                    <td>周一至周五 8:30—11:30、14:30—17:00</td>
                  </tr> `,
              )}
            </tbody>
          </table>
        </div>
        <p class="n">业务咨询：${service.phone}</p>
      </div>`,
  });
};

const guideListPage = () =>
  page({
    path: '/services/',
    title: '全部办事指南',
    english: 'All guides',
    crumbs: [['/guide.html', '办事指南', 'Services']],
    left: guideMenu('/services/'),
    body: wrap(markup`<h1 data-en="All guides">全部办事指南</h1>
      ${parts.guideList()}`),
  });

const source = (at) => markup`<p class="src zh"><span>发布时间：${at}</span><span>来源：${bureau.name}</span></p>`;
const guidePage = (guide, path = `/services/${guide.id}.html`) =>
  page({
    path,
    title: path === '/guide.html' ? '办事指南' : parts.guideShort(guide),
    english: path === '/guide.html' ? 'Services' : undefined,
    crumbs: path === '/guide.html' ? [] : [['/guide.html', '办事指南', 'Services']],
    left: guideMenu(`/services/${guide.id}.html`),
    published: guide.updatedAt,
    body: wrap(
      markup`<h1 class="sr zh">${guide.taskName}</h1>
${source(guide.updatedAt)}
      ${parts.guideCard(guide)}${
        guide.id === parts.sampleCase.guide &&
        markup` <p class="zh">示例办件编号：${parts.sampleCase.caseNo}，在“办理基本流程”里可以查到办到哪一步。</p>`
      }${
        guide.flowChartId &&
        markup` <p class="zh"><a href="/flowcharts/${guide.flowChartId}.html">查看办理流程图&gt;&gt;</a></p>`
      }`,
    ),
  });
const flowPage = (chart, path = `/flowcharts/${chart.id}.html`) =>
  page({
    path,
    title: path === '/flow.html' ? '权力运行流程图' : chart.title,
    english: path === '/flow.html' ? 'How decisions are made' : undefined,
    crumbs: path === '/flow.html' ? [] : [['/flow.html', '权力运行流程图', 'Procedures']],
    left: flowMenu(`/flowcharts/${chart.id}.html`),
    published: chart.updatedAt,
    body: wrap(
      markup`<h1 class="sr zh">${chart.title}</h1>
${source(chart.updatedAt)}
      <h2 class="sr" data-en="Flow chart">流程图</h2>
      ${parts.chart(chart)}${
        guides.some(({ flowChartId }) => flowChartId === chart.id) &&
        markup` <p class="zh"><a href="/services/${chart.id}.html">查看办事指南&gt;&gt;</a></p>`
      }`,
    ),
  });

const interactPage = ({ path, title, english, kind, body }) =>
  page({
    path,
    title,
    english,
    crumbs: path === '/hudong.html' ? [] : [['/hudong.html', '互动交流', 'Contact us']],
    left: interactMenu(path),
    body: wrap(
      markup`<h1 data-en="${english}">${title}</h1>
        ${kind ? parts.complaintForm({ kind }) : ''}${body ?? ''}`,
    ),
  });
const error = markup` <div class="panelbox zh" id="error">
  <h3>我为政府网站找错</h3>
  <p>
    发现本站内容错误、链接失效或者页面不能正常使用的，请在上面的来信中选择“意见”，写明网页地址和问题。我们在1个工作日内核实并改正。
  </p>
</div>`;

const mobile = (guide) =>
  markup`<!DOCTYPE html>
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${parts.guideShort(guide)}_${shortTitle}</title>
        <link rel="stylesheet" href="/css/mobile.css" />
        <link rel="icon" href="/img/icon.svg" type="image/svg+xml" />
        <script src="/cdn/zwgk.js" charset="utf-8" defer></script>
      </head>
      <body>
        <p class="bar"><a href="/">${shortTitle}</a></p>
        <zwgk-provider api="/api/v1"> ${parts.guideCard(guide)} </zwgk-provider>
        <p class="end">
          <a href="/services/${guide.id}.html">电脑版</a>　<a href="/interact/complain.html">我要写信</a>　<a href="tel:${bureau.hotline}">${bureau.hotline}</a>
        </p>
      </body>
    </html>
`.text;
const shortTitle = bureau.name.replace(/^.*县/, '');

const mobileIds = ({ handleForms, ...guide }) => JSON.stringify(guide).includes(`/m/services/${guide.id}.html`);

/** Path below the site's folder → text of the page. */
export const pages = () =>
  new Map([
    ['zwgk.html', zwgk()],
    ['disclosure/apply.html', apply()],
    ['disclosure/standard.html', standardPage()],
    ['overview.html', overview()],
    [
      'flow.html',
      flowPage(
        flowcharts.find(({ id }) => id === 'rural-housing'),
        '/flow.html',
      ),
    ],
    ...flowcharts.map((chart) => [`flowcharts/${chart.id}.html`, flowPage(chart)]),
    [
      'guide.html',
      guidePage(
        guides.find(({ id }) => id === 'dibao'),
        '/guide.html',
      ),
    ],
    ...guides.map((guide) => [`services/${guide.id}.html`, guidePage(guide)]),
    [
      `services/cases/${parts.sampleCase.caseNo}.json`,
      `${JSON.stringify({ ...parts.sampleCase, guide: undefined })}\n`,
    ],
    ['services/index.html', guideListPage()],
    ['services/agencies.html', agencies()],
    ...guides.filter(mobileIds).map((guide) => [`m/services/${guide.id}.html`, mobile(guide)]),
    [
      'hudong.html',
      interactPage({
        path: '/hudong.html',
        title: '互动交流',
        english: 'Contact us',
        kind: 'consult',
        body: markup` <div class="hd"><h2 id="status" data-en="Follow your letter">办理进度查询</h2></div>
          ${parts.complaintStatus()}
          <div class="hd">
            <h2 data-en="Answered letters">来信选登</h2>
            <a class="more" href="/interact/letters.html" data-en="More &gt;&gt;">更多&gt;&gt;</a>
          </div>
          ${parts.letterList(10)}`,
      }),
    ],
    [
      'interact/complain.html',
      interactPage({
        path: '/interact/complain.html',
        title: '投诉举报',
        english: 'Complaints',
        kind: 'complaint',
        body: error,
      }),
    ],
    [
      'interact/consult.html',
      interactPage({ path: '/interact/consult.html', title: '咨询求助', english: 'Questions', kind: 'consult' }),
    ],
    [
      'interact/letters.html',
      interactPage({
        path: '/interact/letters.html',
        title: '来信选登',
        english: 'Answered letters',
        body: markup`<div class="zh">${letters.map(parts.letterBox)}</div>`,
      }),
    ],
    ['hosts/index.html', hostIndex()],
  ]);
