import { createHttp, type Connection } from '@zwgk/client';
import '@zwgk/elements/define/zwgk-catalogue.js';
import { setViewport } from '@web/test-runner-commands';
import type { ZwgkCatalogue } from '@zwgk/elements';
import { accessible, page, seen, until } from '../support/browser.js';
import { all, calm, click, equal, has, hasNot, named, one, show } from '../support/catalogue-page.js';

const items = [
  { seq: 1, level1: '财政资金', level2: '部门预算', subject: '财政所' },
  { seq: 2, level1: '社会救助', level2: '最低生活保障', subject: '民政办公室' },
  { seq: 3, level1: '社会救助', level2: '临时救助', subject: '民政办公室' },
  { seq: 4, level1: '户籍', level2: '死亡登记', subject: '派出所', mode: { onRequest: true } },
];
const entries = [
  { indexNumber: 'T/1', title: '2026年部门预算', publishedAt: '2026-02-01' },
  { indexNumber: 'T/2', title: '二季度最低生活保障对象公示', publishedAt: '2026-07-01' },
];
const measured = async (element: ZwgkCatalogue) => {
  await until(() => element.shadowRoot!.querySelector('[part=coverage]'), 'the measure');
  return calm(element);
};
const cells = (element: ZwgkCatalogue) =>
  all(element, '.coverage table:first-of-type tr').map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText.trim()),
  );

beforeEach(() => setViewport({ width: 1280, height: 900 }));

describe('zwgk-catalogue measured by a standard catalogue', () => {
  it('says above the list how much of it has been published, after the first rows', async () => {
    const element = await measured(await show({ entries, items }));
    has(one(element, '[part=coverage]').innerText, '应公开3项，已公开2项，缺1项', '66%');
    equal(one(element, 'meter').getAttribute('max'), '3');
    equal((one(element, 'meter') as HTMLMeterElement).value, 2);
    has(seen(element), '共2条');
    await accessible(element);
  });

  it('tells it by unit; each number opens its list with the reason and the entries', async () => {
    const element = await measured(await show({ entries, items }));
    await click(element, one(element, '[part=coverage] button'));
    equal(element.shadowRoot!.activeElement?.textContent, '标准目录公开完成情况');
    equal(cells(element).slice(0, 4), [
      ['责任单位', '应公开', '已公开', '缺', '完成率'],
      ['财政所', '1', '1', '0', '100%'],
      ['民政办公室', '2', '1', '1', '50%'],
      ['全部单位', '3', '2', '1', '66%'],
    ]);
    has(one(element, 'h4').innerText, '全部单位：缺（1项）');
    has(seen(element), '社会救助 › 临时救助', '没有找到对应的信息');
    await accessible(element);
    await click(element, named(element, '.coverage button', '查看民政办公室已公开的1项'));
    equal((element.shadowRoot!.activeElement as HTMLElement).innerText, '民政办公室：已公开（1项）');
    has(seen(element), '标题含有本事项名称', '二季度最低生活保障对象公示');
    hasNot(one(element, 'h4 + .scroll').innerText, '临时救助');
    await click(element, named(element, '.coverage button', '不计入 1'));
    has(seen(element), '本事项依申请公开');
    await accessible(element);
  });

  it('leads from a list to the entry, and back to the catalogue', async () => {
    const element = await measured(await show({ entries, items }));
    await click(element, one(element, '[part=coverage] button'));
    await click(element, named(element, '.coverage button', '查看财政所应公开'));
    await click(element, named(element, '.coverage a', '2026年部门预算'));
    await until(() => element.shadowRoot!.querySelector('[part=article]'));
    has(one(element, '[part=article]').innerText, '2026年部门预算');
    await click(element, named(element, 'button', '返回目录'));
    has(seen(element), '共2条');
    await click(element, one(element, '[part=coverage] button'));
    await click(element, one(element, '[part=coverage] button'));
    equal(all(element, '.coverage').length, 0);
    equal(element.shadowRoot!.activeElement, one(element, '[part=coverage] button'));
  });

  it('takes the standard catalogue from an address, and the entries from a service', async () => {
    const asked: string[] = [];
    const client: Connection = {
      http: createHttp({
        api: '/api',
        retries: 0,
        fetch: async (request) => {
          const { pathname, searchParams } = new URL(request.url);
          asked.push(pathname + (searchParams.get('cursor') ?? ''));
          const answer = pathname.endsWith('/entries')
            ? searchParams.get('cursor')
              ? { items: [entries[1]], total: 2, facets: {}, next: null }
              : { items: [entries[0]], total: 2, facets: {}, next: 'c2' }
            : pathname.endsWith('/standard')
              ? { title: '标准目录', items }
              : { title: '目录', total: 2, nodes: [] };
          return new Response(JSON.stringify(answer));
        },
      }),
    };
    const element = page<ZwgkCatalogue>('<zwgk-catalogue catalogue-id="d" standard="/api/standard"></zwgk-catalogue>');
    element.client = client;
    await measured(element);
    await until(() => /应公开3项，已公开2项，缺1项/.test(seen(element)));
    equal(asked.includes('/api/catalogues/d/entriesc2'), true);
  });

  it('says so when the standard catalogue cannot be read, and shows the catalogue all the same', async () => {
    const element = page<ZwgkCatalogue>('<zwgk-catalogue standard="/nowhere.json"></zwgk-catalogue>');
    element.catalogue = { entries } as never;
    await until(() => /标准目录读取失败/.test(seen(element)));
    has(seen(element), '共2条');
    await accessible(element);
  });

  it('shows markup in names as text, and units without a name', async () => {
    const element = await measured(
      await show({ entries, items: [{ level1: '<img src=x onerror=alert(1)>' }, { level1: 7 }, null] }),
    );
    await click(element, one(element, '[part=coverage] button'));
    has(seen(element), '<img src=x', '未注明单位');
    equal(all(element, 'img').length, 0);
  });

  it('fits on a phone, at twice the text size, too', async () => {
    await setViewport({ width: 375, height: 700 });
    const element = await measured(await show({ entries, items }));
    await click(element, one(element, '[part=coverage] button'));
    equal(document.documentElement.scrollWidth, 375);
    element.style.setProperty('--zwgk-font-size', '32px');
    await calm(element);
    equal(document.documentElement.scrollWidth, 375);
    await accessible(element);
  });
});
