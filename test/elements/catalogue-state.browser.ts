import '@zwgk/elements/define/zwgk-catalogue.js';
import type { ZwgkCatalogue } from '@zwgk/elements';
import { setViewport } from '@web/test-runner-commands';
import { accessible, page, seen, until } from '../support/browser.js';
import { all, calm, click, equal, fail, has, hasNot, named, one, show, titles } from '../support/catalogue-page.js';

const unit = { name: '示例县港口镇人民政府' };
const make = (name: string, count = 45) => ({
  title: `${name}目录`,
  publisher: unit,
  entries: Array.from({ length: count }, (_, i) => ({
    indexNumber: `${name}/2026-${String(i).padStart(5, '0')}`,
    title: i % 3 ? `${name}第${i}批补贴公示` : `${name}防汛应急预案（第${i}号）`,
    publishedAt: `2026-${String(1 + (i % 9)).padStart(2, '0')}-11`,
    genre: i % 3 ? '公告' : '通知',
    publisher: i % 5 ? unit : { name: '示例县财政局' },
  })),
});
const params = () => Object.fromEntries(new URLSearchParams(location.search));
const search = async (element: ZwgkCatalogue, words: string) => {
  (one(element, '[type=search]') as HTMLInputElement).value = words;
  return click(element, one(element, '[part=search] button'));
};
const back = async (element: ZwgkCatalogue, go: () => void) => {
  const done = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  go();
  await done;
  return calm(element);
};
const home = location.pathname + location.search;
/** The part that reads the address is there. */
const listening = async (element: ZwgkCatalogue) => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return calm(element);
};

beforeEach(async () => {
  await setViewport({ width: 1280, height: 900 });
  history.replaceState(null, '', home);
});
after(() => history.replaceState(null, '', home));

describe('zwgk-catalogue with its state in the address', () => {
  it('leaves the address alone unless the page asks', async () => {
    const element = await show(make('甲'));
    await search(element, '预案');
    await click(element, named(element, '[part=link]', '预案'));
    equal(location.pathname + location.search + location.hash, home);
  });

  it('writes what the reader asks for, and gives it back by back and forward', async () => {
    const element = await listening(await show(make('甲'), 'url-state'));
    const before = params();
    await search(element, '预案');
    equal(params()['zwgk-query'], '预案');
    await click(element, named(element, 'details label', '示例县财政局').querySelector('input')!);
    equal(params()['zwgk-publisher'], '示例县财政局');
    equal(titles(element).length, 3);
    await back(element, () => history.back());
    equal(titles(element).length, 15);
    await back(element, () => history.back());
    equal([element.query, params()], ['', before]);
    has(seen(element), '共45条');
    await back(element, () => history.forward());
    equal([element.query, titles(element).length], ['预案', 15]);
  });

  it('begins as the address says, page and entry included', async () => {
    history.replaceState(
      null,
      '',
      `${home}${home.includes('?') ? '&' : '?'}zwgk-query=公示&zwgk-page=2&zwgk-view=table`,
    );
    const element = await listening(await show(make('甲'), 'url-state'));
    await until(() => /第2页/.test(seen(element)));
    equal([element.query, element.page, element.view], ['公示', 2, 'table']);
    const link = all(element, '[part=link]')[0]!;
    await click(element, link);
    const entry = params()['zwgk-entry']!;
    if (!entry.startsWith('甲/2026-')) fail(entry);
    const again = await listening(await show(make('甲'), 'url-state'));
    await until(() => again.shadowRoot!.querySelector('[part=article]'));
    has(one(again, '[part=metadata]').innerText, entry);
    await back(again, () => history.back());
    equal(all(again, '[part=article]').length, 0);
  });

  it('keeps the page’s own parameters and its #', async () => {
    history.replaceState({ own: 1 }, '', `${home}${home.includes('?') ? '&' : '?'}channel=12&page=3#section`);
    const element = await listening(await show(make('甲'), 'url-state'));
    await search(element, '预案');
    equal([params()['channel'], params()['page'], location.hash], ['12', '3', '#section']);
    equal(history.state, { own: 1 });
  });

  it('does not fight with a second catalogue', async () => {
    const both = page<HTMLElement>(
      '<div><zwgk-catalogue url-state></zwgk-catalogue><zwgk-catalogue url-state></zwgk-catalogue></div>',
    );
    const [first, second] = [...both.children] as [ZwgkCatalogue, ZwgkCatalogue];
    first.catalogue = make('甲') as never;
    second.catalogue = make('乙') as never;
    await listening(first);
    await listening(second);
    await search(first, '预案');
    await search(second, '公示');
    equal([params()['zwgk-query'], params()['zwgk2-query']], ['预案', '公示']);
    equal([first.query, second.query], ['预案', '公示']);
    await back(second, () => history.back());
    equal([first.query, second.query], ['预案', '']);
  });

  it('takes a name for its parameters, and nonsense in the address for nothing', async () => {
    history.replaceState(
      null,
      '',
      `${home}${home.includes('?') ? '&' : '?'}mulu-page=-7&mulu-size=abc&mulu-sort=%00&mulu-from=heute&mulu-entry=%E4%B8&mulu-year=`,
    );
    const element = await listening(await show(make('甲'), 'url-state="mulu"'));
    has(seen(element), '共45条，第1页');
    await search(element, '预案');
    equal(params()['mulu-query'], '预案');
  });
});

describe('zwgk-catalogue and #zwgk=…', () => {
  it('opens in the catalogue that has it; the other one says nothing', async () => {
    const both = page<HTMLElement>('<div><zwgk-catalogue></zwgk-catalogue><zwgk-catalogue></zwgk-catalogue></div>');
    const [first, second] = [...both.children] as [ZwgkCatalogue, ZwgkCatalogue];
    first.catalogue = make('甲') as never;
    second.catalogue = make('乙') as never;
    await calm(first);
    await calm(second);
    location.hash = `#zwgk=${encodeURIComponent('乙/2026-00007')}`;
    await until(() => second.shadowRoot!.querySelector('[part=article]'));
    await calm(first);
    hasNot(seen(first), '没有索引号');
    const heading = one(second, '[part=article] h3');
    await until(() => second.shadowRoot!.activeElement === heading);
    const { top, bottom } = heading.getBoundingClientRect();
    if (top < -1 || bottom > innerHeight + 1) fail(`the heading is out of sight: ${top} to ${bottom}`);
  });

  it('is said once to be unknown, however many catalogues there are', async () => {
    const both = page<HTMLElement>('<div><zwgk-catalogue></zwgk-catalogue><zwgk-catalogue></zwgk-catalogue></div>');
    const list = [...both.children] as ZwgkCatalogue[];
    for (const element of list) {
      element.catalogue = make('甲', 3) as never;
      await calm(element);
    }
    location.hash = '#zwgk=nowhere';
    await until(() => /没有索引号为“nowhere”/.test(seen(list[0]!)));
    await calm(list[1]!);
    hasNot(seen(list[1]!), '没有索引号');
  });

  for (const [state, sentence] of [
    ['withdrawn', '该信息已撤下（2026年5月6日）。原因：内容有误。'],
    ['deleted', '该信息已删除（2026年5月6日）。原因：内容有误。'],
  ])
    it(`leads to a sentence for what is ${state}, without its text`, async () => {
      const catalogue = make('甲', 5);
      Object.assign(catalogue.entries[2]!, {
        state,
        stateAt: '2026-05-06',
        stateReason: '内容有误。'.slice(0, -1),
        body: '不再登载的正文',
        summary: '不再登载的概述',
        attachments: [{ name: '附件.pdf', url: '/a.pdf' }],
        url: '/gone.html',
      });
      const element = await show(catalogue);
      has(seen(element), '共4条');
      location.hash = `#zwgk=${encodeURIComponent('甲/2026-00002')}`;
      await until(() => element.shadowRoot!.querySelector('[part=banner]'));
      const text = one(element, '[part=article]').innerText;
      has(text.replace(/。$/m, '。'), sentence!.slice(0, -1), '甲/2026-00002');
      hasNot(text, '不再登载', '附件', '查看原文');
      await accessible(element);
    });

  it('stands in a QR code beside the citation, which can be copied', async () => {
    const element = await show(make('甲', 3));
    await click(element, all(element, '[part=link]')[0]!);
    await until(() => element.shadowRoot!.querySelector('svg.qr'));
    equal(one(element, 'svg.qr').getAttribute('aria-label'), '本条信息的二维码');
    has(one(element, '[part=citation]').innerText, '索引号甲/2026-0000', '#zwgk=');
    await click(element, named(element, 'button', '复制引用格式'));
    await until(() => /引用格式已复制|Ctrl\+C/.test(seen(element)));
    await accessible(element);
  });
});

describe('zwgk-catalogue, its measure and its result', () => {
  it('folds when letters grow, though its width stays', async () => {
    const element = await show(make('甲'));
    if (!element.shadowRoot!.querySelector('.wide')) fail('not wide');
    element.style.setProperty('--zwgk-font-size', '32px');
    await until(() => element.shadowRoot!.querySelector('.narrow'), 'the narrow layout');
    element.style.removeProperty('--zwgk-font-size');
    await until(() => element.shadowRoot!.querySelector('.wide'), 'the wide layout');
  });

  it('finds by initials what no text holds, and marks it', async () => {
    const element = await show({
      entries: [
        { indexNumber: '1', title: '政府信息公开目录', publishedAt: '2026-01-01' },
        { indexNumber: '2', title: '防汛预案', publishedAt: '2026-01-02' },
      ],
    });
    await search(element, 'xxgkml');
    await until(() => /找到1条/.test(seen(element)));
    equal(one(element, 'mark').textContent, '信息公开目录');
  });

  it('gives the whole result as a file that a table program reads as text', async () => {
    const element = await show({
      title: '甲/目录',
      nodes: [{ id: 'a', title: '政策' }],
      entries: [
        ...make('甲', 120).entries,
        { indexNumber: '9', title: '=HYPERLINK("x")公示,"引号"', validity: 'repealed', catalogNodeId: 'a' },
      ],
    });
    await search(element, '公示');
    let blob: Blob | undefined;
    let name = '';
    const make_ = URL.createObjectURL;
    const press = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = (given) => make_.call(URL, (blob = given as Blob));
    HTMLAnchorElement.prototype.click = function () {
      if (this.download) name = this.download;
      else press.call(this);
    };
    try {
      named(element, 'button', '下载').click();
      await until(() => name);
    } finally {
      URL.createObjectURL = make_;
      HTMLAnchorElement.prototype.click = press;
    }
    equal(name, '甲 目录搜索结果.csv');
    const bytes = new Uint8Array(await blob!.arrayBuffer());
    equal([bytes[0], bytes[1], bytes[2]], [0xef, 0xbb, 0xbf]);
    const lines = (await blob!.text()).trim().split('\r\n');
    equal(lines.length, 82);
    has(lines[0]!, '索引号,名称,发文字号,主题分类,体裁,所属栏目,发布机构,成文日期,发布日期');
    has(lines.at(-1)!, `9,"'=HYPERLINK(""x"")公示,""引号"""`, ',政策,', ',废止,');
  });
});

describe('zwgk-catalogue over tables as clerks make them', () => {
  const read = async (inner: string) => {
    const element = page<ZwgkCatalogue>(`<zwgk-catalogue view="table">${inner}</zwgk-catalogue>`);
    await until(() => element.shadowRoot!.querySelector('[part=link]'));
    return calm(element);
  };

  it('fills merged cells down, resolves 同上, takes 无 and — for nothing', async () => {
    const element = await read(`<table>
      <thead>
        <tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">文号</th><th rowspan="2">发布机构</th><th rowspan="2">发布日期</th></tr>
        <tr><th>类别</th><th>名称</th></tr>
      </thead>
      <tr><td>1</td><td rowspan="2">财政资金</td><td>部门预算</td><td>无</td><td>财政所</td><td>2026-02-01</td></tr>
      <tr><td>2</td><td>部门决算</td><td>港财〔2026〕3号</td><td>同上</td><td>2026年7月1日</td></tr>
      <tr><td>3</td><td>社会救助</td><td>低保名单</td><td>—</td><td>同上</td><td>/</td></tr>
    </table>`);
    equal(titles(element), ['部门决算', '部门预算', '低保名单']);
    has(seen(element), '共3条', '主题分类');
    const rows = all(element, 'tbody tr').map((row) => row.innerText.replace(/\s+/g, ' ').trim());
    equal(rows, ['部门决算 港财〔2026〕3号 财政所 2026-07-01', '部门预算 财政所 2026-02-01', '低保名单 财政所']);
  });

  it('keeps the first date of a kind, and a column of addresses is where titles lead', async () => {
    const element = await read(`<table>
      <tr><td>标题</td><td>发布日期</td><td>施行日期</td><td>主题词</td><td>链接</td></tr>
      <tr><td>渔港港章</td><td>2026-06-09</td><td>2026-07-09</td><td>渔港；港章</td><td>https://example.invalid/a.htm</td></tr>
    </table>`);
    has(seen(element), '2026-06-09');
    hasNot(seen(element), '2026-07-09');
    equal(all(element, '[part=link]')[0]!.getAttribute('href'), 'https://example.invalid/a.htm');
  });

  it('survives spans that lie, and tables within tables', async () => {
    const element = await read(`<table>
      <tr><td>名称</td><td>发布日期</td></tr>
      <tr><td rowspan="0" colspan="9999">甲</td></tr>
      <tr><td>乙<table><tr><td>内</td></tr></table></td><td>2026-01-01</td></tr>
    </table>`);
    if (!titles(element).includes('甲')) fail(seen(element));
  });
});
