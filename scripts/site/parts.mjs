/** The tags as the site embeds them, each with what its author wrote inside: shown without scripts and after a failure. */
import { bureau, example, examplesOf, markup, raw } from './layout.mjs';

export const guides = examplesOf('guides');
export const flowcharts = examplesOf('flowcharts');
export const letters = example('letters.json').sort((a, b) => (a.repliedAt < b.repliedAt ? 1 : -1));
export const disclosure = example('catalogues/disclosure.json');
export const standard = example('catalogues/standard.json');

export const day = (at) => String(at).slice(0, 10);
export const newest = (nodes, count) =>
  disclosure.entries
    .filter(({ catalogNodeId }) => nodes.includes(catalogNodeId))
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
    .slice(0, count);
export const entryLink = ({ title }) => `/zwgk.html?q=${encodeURIComponent(title)}`;
export const newsList = (entries) =>
  markup`<ul class="list zh">
    ${entries.map((entry) => markup` <li><a href="${entryLink(entry)}" title="${entry.title}">${entry.title}</a><span class="date">${day(entry.publishedAt)}</span></li> `)}
  </ul>`;

const limit = ({ promisedDays, promisedUnit }) =>
  promisedDays ? `${promisedDays}个${promisedUnit === 'workday' ? '工作日' : '自然日'}` : '即时办结';
export const guideShort = (guide) => guide.taskName.replace(/（.*$/, '');

/** 办件进度: one case, as the case system of the bureau would answer for its number. */
export const sampleCase = {
  guide: 'disability-card',
  caseNo: 'DX20261102-0017',
  state: '12',
  stage: '公示',
  node: 'notice',
  updatedAt: '2026-11-18',
  note: '公示期满无异议的，制证后由代办员送达，不用再到窗口。',
};

/** 办事指南: the facts as a table. */
export const guideCard = (guide, compact) =>
  markup`<zwgk-guide-card guide-id="${guide.id}"${compact ? raw(' compact') : ''}${
    !compact && guide.id === sampleCase.guide ? raw(' case-src="/services/cases/{caseNo}.json"') : ''
  }>
    <table class="t">
      <tbody>
        <tr>
          <th scope="row">事项名称</th>
          <td>${guide.taskName}</td>
        </tr>
        <tr>
          <th scope="row">实施主体</th>
          <td>${guide.deptName}</td>
        </tr>
        <tr>
          <th scope="row">承诺办结时限</th>
          <td>${limit(guide)}</td>
        </tr>
        <tr>
          <th scope="row">申请材料</th>
          <td>${(guide.materials ?? []).map(({ name }, i) => markup`${i ? '；' : ''}${name}`)}</td>
        </tr>
        ${(guide.places ?? []).slice(0, 1).map(
          (place) => markup`
            <tr>
              <th scope="row">办理地点</th>
              <td>${place.address}${place.window}</td>
            </tr>
            <tr>
              <th scope="row">办理时间</th>
              <td>${place.hours}</td>
            </tr>
            <tr>
              <th scope="row">咨询电话</th>
              <td>${place.phone}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  </zwgk-guide-card>`;

/** 办事指南列表: links to the pages of the guides, with the body that handles each. */
export const guideList = () =>
  markup`<zwgk-guide-list>
    <ul class="list plain zh">
      ${guides.map((guide) => markup` <li><a href="/services/${guide.id}.html">${guide.taskName}</a>（${guide.deptName}，${limit(guide)}）</li> `)}
    </ul>
  </zwgk-guide-list>`;

/** 权力运行流程图: the steps as a list. */
export const chart = (flowchart) =>
  markup`<zwgk-flowchart flowchart-id="${flowchart.id}">
    <p>${flowchart.title}：</p>
    <ol>
      ${flowchart.nodes
        .filter(({ kind }) => kind !== 'start')
        .map((node) => markup` <li>${node.label}${node.post ? `（${node.post}）` : ''}</li> `)}
    </ol>
  </zwgk-flowchart>`;

/** 政府信息公开目录: the newest entries as a table. */
/** @param whole a page of its own: measured by the standard catalogue, its state in the address */
export const catalogue = ({ size = 10, id = 'disclosure', whole = false } = {}) =>
  markup`<zwgk-catalogue id="mulu" catalogue-id="${id}" page-size="${size}"${whole ? markup` standard="/api/v1/catalogues/standard" url-state="mulu"` : ''}>
    <table class="t">
      <caption>
        最新公开的政府信息
      </caption>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">发布日期</th>
        </tr>
      </thead>
      <tbody>
        ${[...disclosure.entries]
          .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
          .slice(0, 10)
          .map(
            ({ title, publishedAt }) => markup`
              <tr>
                <td>${title}</td>
                <td>${day(publishedAt)}</td>
              </tr>
            `,
          )}
      </tbody>
    </table>
  </zwgk-catalogue>`;

/** 基层政务公开标准目录. */
export const standardCatalogue = () =>
  markup`<zwgk-catalogue catalogue-id="standard" page-size="20">
    <ul class="list plain">
      ${[...new Set(standard.items.map(({ level1 }) => level1))].map(
        (name) => markup`
          <li>
            ${name}：${standard.items
              .filter(({ level1 }) => level1 === name)
              .map(({ level2 }) => level2)
              .join('、')}
          </li>
        `,
      )}
    </ul>
  </zwgk-catalogue>`;

const kinds = [
  ['consult', '咨询'],
  ['help', '求助'],
  ['complaint', '投诉'],
  ['report', '举报'],
  ['opinion', '意见'],
  ['suggestion', '建议'],
];
/** 网上来信: a plain form that posts to the service. */
export const complaintForm = ({ kind = 'consult', about } = {}) =>
  markup`<zwgk-complaint-form org="${bureau.name}" kind="${kind}" status-url="/hudong.html#status" contact="${bureau.phone}"
    guide-url="/services/{id}.html"
    ${about ? markup` about="${about}"` : ''}
  >
    <form class="old" method="post" action="/api/v1/complaints" accept-charset="utf-8">
      <input type="hidden" name="lang" value="zh-Hans" />
      <p>
        <label>来信类型
          <select name="kind">
            ${kinds.map(([code, text]) => markup`<option value="${code}" ${code === kind ? markup` selected` : ''}>${text}</option>`)}
          </select></label>
      </p>
      <p>
        <label>标题（必填） <input name="title" required maxlength="50" /></label>
      </p>
      <p>
        <label>内容（必填） <textarea name="content" rows="6" required maxlength="2000"></textarea></label>
      </p>
      <p>
        <label>署名方式
          <select name="identityMode">
            <option value="realName">实名</option>
            <option value="realNameConfidential">实名，要求保密</option>
            <option value="anonymous">匿名</option>
          </select></label>
      </p>
      <p>
        <label>姓名（匿名的不填） <input name="name" maxlength="50" autocomplete="name" /></label>
      </p>
      <p>
        <label>联系电话（匿名的不填） <input name="phone" maxlength="20" autocomplete="tel" /></label>
      </p>
      <p>
        <label><input type="checkbox" name="publicConsent" value="true" /> 同意公开这封来信和答复（隐去个人信息）</label>
      </p>
      <p>您填写的内容只用于办理这封来信，仅承办人员可以查看。</p>
      <p><button>提交</button></p>
    </form>
  </zwgk-complaint-form>`;

/** 办理进度查询. */
export const complaintStatus = () =>
  markup`<zwgk-complaint-status>
    <form class="old" method="post" action="/api/v1/complaints/lookup" accept-charset="utf-8">
      <p>
        <label>查询码 <input name="queryCode" required maxlength="40" autocomplete="off" /></label>
      </p>
      <p><button>查询</button></p>
      <p>也可以拨打${bureau.hotline}或者${bureau.phone}，报受理编号查询。</p>
    </form>
  </zwgk-complaint-status>`;

const kindName = Object.fromEntries([...kinds, ['praise', '表扬']]);
export const letterKind = ({ kind }) => kindName[kind] ?? kind;
const paragraphs = (text) => text.split('\n').map((line) => markup`<p>${line}</p>`);
export const letterBox = (letter) =>
  markup` <div class="letter" id="${letter.id}">
    <h2>【${letterKind(letter)}】${letter.title}</h2>
    <p class="meta">
      <span>来信人：${letter.from}</span><span>来信时间：${day(letter.submittedAt)}</span><span>答复单位：${letter.unit}</span><span>答复时间：${day(letter.repliedAt)}</span>
    </p>
    <div class="ask">${paragraphs(letter.content)}</div>
    <div class="answer"><b>答复：</b>${paragraphs(letter.reply)}</div>
  </div>`;
export const letterList = (count) =>
  markup`<ul class="list zh">
    ${letters.slice(0, count).map((letter) => markup` <li><a href="/interact/letters.html#${letter.id}" title="${letter.title}">［${letterKind(letter)}］${letter.title}</a><span class="date">${day(letter.repliedAt)}</span></li> `)}
  </ul>`;
