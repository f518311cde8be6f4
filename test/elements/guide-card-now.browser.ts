/** The card in a reader's hands: is the office open, what do cases really take, which way is mine, where is my case. */
import { createHttp } from '@zwgk/client';
import type { ZwgkGuideCard } from '@zwgk/elements';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { accessible, page, seen, settled, until } from '../support/browser.js';
import { all, client, equal, example, has, hasNot, named, show } from '../support/guide-card.js';

beforeEach(() => setViewport({ width: 1280, height: 800 }));

const at = async (time: string, guide: object): Promise<ZwgkGuideCard> => {
  const card = page<ZwgkGuideCard>('<zwgk-guide-card></zwgk-guide-card>');
  card.client = client(undefined, 200, Date.parse(`${time}:00+08:00`));
  card.guide = { taskName: '甲', ...guide } as never;
  await card.updateComplete;
  return settled(card);
};
const place = { places: [{ name: '大厅', hours: '周一至周五 8:30—12:00、14:00—17:30（法定节假日除外）' }] };

describe('zwgk-guide-card: office hours', () => {
  for (const [time, sentence] of [
    ['2026-09-23T10:00', '正在办公，12:00休息'],
    ['2026-09-23T12:30', '正在午间休息，14:00上班'],
    ['2026-09-23T16:00', '正在办公，17:30下班'],
    ['2026-09-23T18:00', '已下班，明天08:30上班'],
    ['2026-09-23T07:00', '还没有上班，08:30上班'],
    ['2026-11-20T18:00', '已下班，周一08:30上班'],
    ['2026-11-22T10:00', '今天休息，明天08:30上班'],
    ['2026-10-01T10:00', '国庆节放假，2026年10月8日08:30上班'],
    ['2026-10-10T10:00', '正在办公，12:00休息'],
  ] as const)
    it(`${time}: ${sentence}`, async () => {
      const card = await at(time, place);
      has(all(card, '.facts')[0]!.innerText, sentence);
      has(all(card, '.place')[0]!.innerText, sentence);
    });

  it('claims nothing where the hours are not understood, empty or missing', async () => {
    for (const hours of ['农忙时节以公示栏公布的时间为准', '', undefined]) {
      const card = await at('2026-09-23T10:00', {
        places: [{ name: '大厅', ...(hours === undefined ? {} : { hours }) }],
      });
      equal(all(card, '.now').length, 0);
      has(all(card, '.facts')[0]!.innerText, '大厅');
    }
  });

  it('structured hours count before their text', async () => {
    const openingHours = { spans: [{ days: [3], from: '09:00', to: '21:00' }], holidays: 'closed' };
    const card = await at('2026-09-23T20:00', { officeHours: '见公示栏', openingHours });
    has(seen(card), '见公示栏', '正在办公，21:00下班');
  });

  it('changes its sentence when the office closes', async () => {
    const card = page<ZwgkGuideCard>('<zwgk-guide-card></zwgk-guide-card>');
    let now = Date.parse('2026-09-23T11:59:59+08:00');
    card.client = { http: createHttp({ now: () => now }) };
    card.guide = { taskName: '甲', ...place } as never;
    await until(() => seen(card).includes('正在办公，12:00休息'), 'open');
    now += 1000;
    await until(() => seen(card).includes('正在午间休息'), 'the break');
  });

  it('is told in English and traditional characters, too', async () => {
    const card = page<ZwgkGuideCard>('<div lang="en"><zwgk-guide-card></zwgk-guide-card></div>').querySelector(
      'zwgk-guide-card',
    )!;
    card.client = client(undefined, 200, Date.parse('2026-11-20T18:00:00+08:00'));
    card.guide = { taskName: '甲', ...place } as never;
    await until(() => seen(card).includes('Closed for today, opens Monday at 08:30'), 'English');
    card.parentElement!.lang = 'zh-TW';
    await until(
      () => seen(card).includes('已下班，週一 08:30上班') || seen(card).includes('已下班，周一08:30上班'),
      'traditional',
    );
  });
});

describe('zwgk-guide-card: law, promise, reality', () => {
  const limits = { statutoryDays: 20, statutoryUnit: 'workday', promisedDays: 5, promisedUnit: 'workday' };
  const measured = { count: 132, p50: 3, p90: 4.5, unit: 'workday', from: '2026-01-01', to: '2026-06-30' };

  it('shows one half and nine in ten with the number of cases, beside both limits', async () => {
    const card = await show({ taskName: '甲', ...limits, measured });
    has(
      all(card, '.time')[0]!.innerText,
      '20个工作日',
      '5个工作日',
      '一半办件在3个工作日内办结，九成办件在4.5个工作日内办结',
      '2026年1月1日至2026年6月30日办结的132件',
    );
    has(all(card, '.facts')[0]!.innerText, '近期九成办件在4.5个工作日内办结');
    equal(all(card, '.bar').length, 3);
    hasNot(seen(card), '比承诺时限长', '仅供参考');
    await accessible(card);
  });
  it('says when more than one in ten took longer than promised, and when there are few cases', async () => {
    const card = await show({ taskName: '甲', ...limits, measured: { ...measured, p90: 9, count: 12 } });
    has(seen(card), '有超过一成的件用时比承诺时限长', '件数较少，仅供参考');
    hasNot(all(card, '.facts')[0]!.innerText, '近期九成');
  });
  it('draws no bars that would compare different units, and nothing without cases', async () => {
    const card = await show({ taskName: '甲', ...limits, measured: { ...measured, unit: 'day' } });
    equal(all(card, '.bar').length, 0);
    hasNot(seen(await show({ taskName: '甲', ...limits, measured: { ...measured, count: 0 } })), '实际办理用时');
    for (const bad of [{ count: 'x' }, { count: 3, p50: -1 }, { count: 3, p90: Infinity }, 'x'])
      has(seen(await show({ taskName: '甲', ...limits, measured: bad as never })), '5个工作日');
  });
});

describe('zwgk-guide-card: the way of a situation', () => {
  const guide = {
    id: 'x',
    taskName: '甲',
    flow: [{ stage: '申请' }, { stage: '体检' }, { stage: '发证' }],
    materials: [{ name: '表' }],
    situations: [
      {
        id: 's',
        question: '新办还是换证？',
        options: [
          { value: 'new', label: '新办', steps: [2] },
          { value: 'old', label: '换证' },
        ],
      },
    ],
  };
  it('marks a step that depends on an open question, and leaves it out when the answer says so', async () => {
    const card = await show(guide);
    has(named(card, '.flow li', '体检').innerText, '看上面的选择');
    named(card, 'label', '换证').click();
    await card.updateComplete;
    equal(all(card, '.flow .items > li').length, 2);
    has(all(card, '.flow')[0]!.innerText, '您的情形不经过：体检');
    named(card, 'label', '新办').click();
    await card.updateComplete;
    equal(all(card, '.flow .items > li').length, 3);
    hasNot(all(card, '.flow')[0]!.innerText, '看上面的选择', '不经过');
  });
  it('makes an address with the answers only when the reader asks, and opens with it', async () => {
    const card = await show(guide);
    equal(all(card, 'button').filter((one) => one.textContent.includes('网址')).length, 0);
    named(card, 'label', '换证').click();
    await card.updateComplete;
    equal(location.hash, '');
    let copied = '';
    navigator.clipboard.writeText = async (written) => void (copied = written);
    const share = named(card, 'button', '复制带有我的选择的网址');
    share.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => seen(card).includes('已复制'), 'the word that it is copied');
    Reflect.deleteProperty(navigator.clipboard, 'writeText');
    equal(new URL(copied).hash, '#zwgk-guide=x&situation=s%3Aold');
    location.hash = new URL(copied).hash;
    try {
      equal((await show(guide)).situation, 's:old');
      equal((await show({ ...guide, id: 'other' })).situation, undefined);
      equal((await show(guide, 'situation="s:new"')).situation, 's:new');
    } finally {
      location.hash = '';
    }
  });
});

describe('zwgk-guide-card: remedies', () => {
  it("the guide's own remedies with their periods stand in place of the usual sentence", async () => {
    const remedies = [
      { name: '行政复议', period: '60日内', authority: '向县人民政府申请', basis: '《行政复议法》第二十条' },
      { name: '行政诉讼', period: '6个月内' },
    ];
    const card = await show({ taskName: '甲', taskType: '01', remedies });
    const facts = all(card, '.facts')[0]!.innerText;
    has(facts, '行政复议：60日内，向县人民政府申请（《行政复议法》第二十条）', '行政诉讼：6个月内');
    hasNot(facts, '对不予受理');
    has(all(card, '.rights')[0]!.innerText, '申请期限', '向县人民政府申请');
  });
  it('the words of the page count before both; where there are none the line stays out', async () => {
    const card = page<ZwgkGuideCard>('<zwgk-guide-card><p slot="remedy">本县的说法</p></zwgk-guide-card>');
    card.guide = { taskName: '甲', taskType: '01' } as never;
    await card.updateComplete;
    await settled(card);
    equal((card.firstElementChild as HTMLElement).offsetHeight > 0, true);
    hasNot(seen(card), '60日');
    hasNot(seen(await show({ taskName: '甲' })), '不服怎么办');
  });
});

describe('zwgk-guide-card: my case', () => {
  const guide = { taskName: '甲', flow: [{ stage: '收件' }, { stage: '审核' }, { stage: '办结' }] };
  const here = (card: ZwgkGuideCard) => all(card, '[aria-current=step]').map((one) => one.closest('li')!.innerText);

  it('marks the step of `position`, by name or number, and no step for anything else', async () => {
    has(here(await show(guide, 'position="审核"')).join(), '审核');
    has(here(await show(guide, 'position="3"')).join(), '办结');
    for (const position of ['9', 'n7', '', '-1', 'constructor'])
      equal(here(await show(guide, `position="${position}"`)).length, 0);
  });
  it('names the case number that the page gives', async () => {
    has(seen(await show(guide, 'position="2" case-no="A-1"')), '办件A-1');
  });

  const looking = async (answer: (url: string) => Response) => {
    const card = page<ZwgkGuideCard>('<zwgk-guide-card case-src="/case/{caseNo}.json"></zwgk-guide-card>');
    const asked: string[] = [];
    card.client = client((request) => {
      asked.push(new URL(request.url).pathname);
      return answer(request.url);
    });
    card.guide = guide as never;
    await card.updateComplete;
    await settled(card);
    return { card, asked };
  };
  const type = async (card: ZwgkGuideCard, number: string) => {
    all(card, '#case')[0]!.focus();
    await sendKeys({ type: number });
    await sendKeys({ press: 'Enter' });
  };
  it('asks the case system of the page for a number, and marks the step', async () => {
    const { card, asked } = await looking(() =>
      Response.json({ caseNo: 'A/1', state: '12', stage: '审核', updatedAt: '2026-09-22', note: '请保持电话畅通' }),
    );
    equal(asked.length, 0);
    await accessible(card);
    await type(card, 'A/1');
    await until(() => seen(card).includes('办件A/1：在办，审核（截至2026年9月22日）'), 'the answer');
    equal(asked.join(), '/case/A%2F1.json');
    has(here(card).join(), '审核');
    has(seen(card), '请保持电话畅通');
    await accessible(card);
  });
  it('tells unknown numbers from a failure, and keeps the guide', async () => {
    const none = await looking(() => new Response('', { status: 404 }));
    await type(none.card, 'A1');
    await until(() => seen(none.card).includes('查不到这个编号的办件'), 'the sentence');
    for (const answer of [() => new Response('x'), () => new Response('', { status: 500 }), () => Response.json([1])]) {
      const failed = await looking(answer);
      await type(failed.card, 'A1');
      await until(() => seen(failed.card).includes('暂时查不到进度'), 'the sentence');
      has(seen(failed.card), '收件', '审核');
    }
  });
  it('shows unknown states as they are and no markup of theirs', async () => {
    const { card } = await looking(() => Response.json({ state: '<b>x</b>', stage: 'constructor' }));
    await type(card, 'A1');
    await until(() => seen(card).includes('办件A1：<b>x</b>，constructor'), 'the state');
    equal(all(card, 'b').length, 0);
  });
});

describe('zwgk-guide-card: the flow chart inside', () => {
  const flowChart = {
    title: '流程图',
    nodes: [
      { id: 'a', kind: 'start', label: '开始' },
      { id: 'b', kind: 'end', label: '结束' },
    ],
    edges: [{ from: 'a', to: 'b' }],
  };
  it('has no button while nobody can draw; has one as soon as the element for charts is there', async () => {
    const card = await show({ taskName: '甲', flow: [{ stage: '收件' }], flowChart });
    equal(all(card, '.chart').length, customElements.get('zwgk-flowchart') ? 1 : 0);
    await import('@zwgk/elements/define/zwgk-flowchart.js');
    await until(() => all(card, '.chart button').length, 'the button');
    equal(all(card, 'zwgk-flowchart').length, 0);
    const button = named(card, '.chart button', '看流程图');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => all(card, 'zwgk-flowchart').length, 'the chart');
    const chart = all(card, 'zwgk-flowchart')[0]!;
    await until(() => seen(chart).includes('开始'), 'its content');
    equal(button.getAttribute('aria-expanded'), 'true');
    has(all(card, '.flow')[0]!.innerText, '收件');
    await accessible(card);
  });
  it("asks the page's loader for the element, only when the reader wants the chart", async () => {
    const asked: string[] = [];
    const global = globalThis as { zwgkLoader?: object };
    global.zwgkLoader = { load: (tag: string) => asked.push(tag) };
    try {
      const card = await show({ taskName: '甲', flowChart });
      equal(asked.length, 0);
      named(card, '.chart button', '看流程图').click();
      await card.updateComplete;
      // In this page the element has been defined by the test before; the loader is asked where it has not.
      equal(asked.length, customElements.get('zwgk-flowchart') ? 0 : 1);
    } finally {
      delete global.zwgkLoader;
    }
  });
  it('finds the chart of an id through the provider', async () => {
    const provider = page(
      '<zwgk-provider files="/packages/schema/examples"><zwgk-guide-card guide-id="disability-card"></zwgk-guide-card></zwgk-provider>',
    );
    const card = provider.querySelector('zwgk-guide-card')!;
    await until(() => card.shadowRoot && all(card, '.chart button').length, 'the button');
    named(card, '.chart button', '看流程图').click();
    await until(() => all(card, 'zwgk-flowchart').length, 'the chart');
    await until(() => seen(all(card, 'zwgk-flowchart')[0]!).includes('受理'), 'its content');
  });
  it('an id without a provider, and a chart that is none, leave the steps', async () => {
    equal(
      all(await show({ taskName: '甲', flowChartId: 'x' }), '.chart').length,
      1 - 1 * Number(client().http.kind === 'none'),
    );
    const card = await show({ taskName: '甲', flow: [{ stage: '收件' }], flowChart: 'x' });
    named(card, '.chart button', '看流程图').click();
    await card.updateComplete;
    has(all(card, '.flow')[0]!.innerText, '收件');
  });
});

it('is without accessibility faults with everything at once', async () => {
  const card = await show({
    ...(await example('disability-card')),
    measured: { count: 40, p50: 3, p90: 20, unit: 'workday' },
  });
  await accessible(card);
});
