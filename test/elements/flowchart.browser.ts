/** What a reader sees and does with a power flow chart: drawing, text, duty card, keys, mouse, bad input, print, files. */
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '@zwgk/elements/define/zwgk-flowchart.js';
import type { ZwgkFlowchart } from '@zwgk/elements';
import { accessible, next, page, seen, settled, until } from '../support/browser.js';

const equal = (actual: unknown, expected: unknown, what = '') => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what} ${a} is not ${b}`);
};
const includes = (text: string, part: string) => {
  if (!text.includes(part)) throw new Error(`“${part}” is not in “${text}”`);
};
const lacks = (text: string, part: string) => {
  if (text.includes(part)) throw new Error(`“${part}” is in “${text}”`);
};
const ok = (value: unknown, what: string) => {
  if (!value) throw new Error(what);
};

type Input = Record<string, unknown>;
const node = (id: string, kind: string, label: string, more: Input = {}) => ({ id, kind, label, ...more });
/** 受理 with 补正 and 不予受理, as most charts begin. */
const permit: Input = {
  title: '占用道路许可流程图',
  updatedAt: '2026-03-05',
  lanes: ['applicant', 'window', 'handler'],
  nodes: [
    node('apply', 'start', '提出申请', { lane: 'applicant', materials: ['申请书', '营业执照'] }),
    node('check', 'decision', '材料是否齐全', {
      lane: 'window',
      post: '窗口受理岗',
      person: '张某',
      timeLimit: '5个工作日',
      basis: [{ title: '中华人民共和国行政许可法', article: '第三十二条' }, '城市道路管理条例'],
      docs: ['受理通知书'],
      phone: '0563-12345',
      risks: [{ point: '无故不受理', level: 'high', measures: ['一次性告知'], responsible: '窗口负责人' }],
    }),
    node('refuse', 'end', '不予受理', { lane: 'window' }),
    node('review', 'step', '审核', {
      lane: 'handler',
      phase: 'decision',
      isPublic: false,
      risks: [{ point: '内部风险', level: 'high' }],
    }),
    node('paper', 'document', '许可决定书', { lane: 'handler' }),
    node('done', 'end', '送达', { lane: 'window' }),
  ],
  edges: [
    { from: 'apply', to: 'check' },
    { from: 'check', to: 'review', kind: 'yes', label: '齐全' },
    { from: 'check', to: 'apply', kind: 'loopback', label: '不齐', condition: '补正' },
    { from: 'check', to: 'refuse', kind: 'no', label: '不属于本机关' },
    { from: 'review', to: 'paper' },
    { from: 'paper', to: 'done' },
  ],
};

const root = (chart: ZwgkFlowchart) => chart.shadowRoot!;
const all = (chart: ZwgkFlowchart, selector: string) => Array.from(root(chart).querySelectorAll<HTMLElement>(selector));
const nodes = (chart: ZwgkFlowchart) => all(chart, '[part=chart] [role=button]');
const nodeOf = (chart: ZwgkFlowchart, label: string) =>
  nodes(chart).find((one) => one.getAttribute('aria-label')!.includes(`步：${label}`))!;
const button = (chart: ZwgkFlowchart, name: string) =>
  all(chart, 'button').find((one) => one.innerText.trim() === name || one.getAttribute('aria-label') === name)!;
const card = (chart: ZwgkFlowchart) => root(chart).querySelector<HTMLElement>('[part=card]');
const focused = (chart: ZwgkFlowchart) => root(chart).activeElement as HTMLElement | null;
const heard = (chart: ZwgkFlowchart) =>
  all(chart, '[role=status]')
    .map((one) => one.textContent!.trim())
    .join(' ');
const viewBox = (chart: ZwgkFlowchart) =>
  (root(chart).querySelector('[part=chart] svg')!.getAttribute('viewBox') ?? '0 0 9999 9999')
    .split(' ')
    .map(Number) as [number, number, number, number];
const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function shown(value: unknown, attributes = ''): Promise<ZwgkFlowchart> {
  const chart = page<ZwgkFlowchart>(`<zwgk-flowchart ${attributes}></zwgk-flowchart>`);
  chart.flowchart = value as never;
  await chart.updateComplete;
  await settled(chart);
  await frames();
  return chart;
}
/** `n` steps in a row, a decision at each seventh one that leads back by three or to an end. */
function long(n: number): Input {
  const list = [node('n1', 'start', '第一')];
  const edges: Input[] = [];
  for (let i = 2; i <= n; i++) {
    list.push(node(`n${i}`, i === n ? 'end' : i % 7 ? 'step' : 'decision', `事项${i}`));
    edges.push({ from: `n${i - 1}`, to: `n${i}`, label: (i - 1) % 7 ? undefined : '通过' });
    if (i % 7 === 0 && i < n) edges.push({ from: `n${i}`, to: `n${i - 3}`, label: '退回', kind: 'loopback' });
  }
  return { title: '长流程', nodes: list, edges: edges.map((edge) => JSON.parse(JSON.stringify(edge)) as Input) };
}

before(() => setViewport({ width: 1280, height: 900 }));

// First of all: later on the drawing is there already.
describe('a flow chart that waits for its drawing', () => {
  it('leaves what the page says in the tag until the chart stands', async () => {
    let chart!: ZwgkFlowchart;
    const stood: boolean[] = [];
    const stands = () =>
      !!chart.querySelector('p')!.getClientRects().length || !!root(chart).querySelector('section')?.offsetHeight;
    // Put in at the beginning of a frame, as scripts do that wait for one: what it asks for comes after it is painted.
    await new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        chart = page(
          `<zwgk-flowchart><script type="application/json">${JSON.stringify(permit)}</script><p>旧</p></zwgk-flowchart>`,
        );
        const { port1, port2 } = new MessageChannel();
        port1.start();
        port1.addEventListener('message', () => {
          stood.push(stands());
          if (root(chart).querySelector('section')) resolve();
          else port2.postMessage(0);
        });
        port2.postMessage(0);
      }),
    );
    equal(stood.indexOf(false), -1, 'tasks until nothing stood in the tag:');
    await settled(chart);
    equal(nodes(chart).length, 6);
    ok(!chart.querySelector('p')!.getClientRects().length, 'the author’s words stand beside the chart');
  });
});

describe('a flow chart comes by its document', () => {
  it('raises nothing while a script has made it and put it nowhere', async () => {
    const raised: string[] = [];
    const hear = (event: ErrorEvent) => {
      raised.push(event.message);
      event.preventDefault();
    };
    addEventListener('error', hear);
    const made = document.createElement('zwgk-flowchart') as ZwgkFlowchart;
    made.flowchart = permit as never;
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    removeEventListener('error', hear);
    equal(raised, []);
  });
  const sample = '/packages/schema/examples/flowcharts/food-filing.json';
  it('from the property', async () => includes(seen(await shown(permit)), '占用道路许可流程图'));
  it('from an inline document', async () => {
    const chart = page<ZwgkFlowchart>(
      `<zwgk-flowchart><script type="application/json">${JSON.stringify(permit)}</script><p>旧</p></zwgk-flowchart>`,
    );
    await settled(chart);
    equal(nodes(chart).length, 6);
  });
  it('from an address', async () => {
    const chart = await settled(page<ZwgkFlowchart>(`<zwgk-flowchart src="${sample}"></zwgk-flowchart>`));
    await until(() => nodes(chart).length, 'the chart');
  });
  it('from an id and a provider', async () => {
    const holder = page(
      '<zwgk-provider files="/packages/schema/examples"><zwgk-flowchart flowchart-id="food-filing"></zwgk-flowchart></zwgk-provider>',
    );
    const chart = holder.firstElementChild as ZwgkFlowchart;
    await settled(chart);
    await until(() => nodes(chart).length, 'the chart');
  });
  it('and shows what the author wrote until then', async () => {
    const chart = await settled(
      page<ZwgkFlowchart>('<zwgk-flowchart><p>办理流程：申请、审核、送达</p></zwgk-flowchart>'),
    );
    ok((chart.firstElementChild as HTMLElement).offsetHeight, 'the author’s text is in sight');
  });
});

describe('the drawing', () => {
  it('has one node for each step, named by its whole sentence', async () => {
    const chart = await shown(permit);
    equal(nodes(chart).length, 6);
    equal(
      nodeOf(chart, '材料是否齐全').getAttribute('aria-label'),
      '第2步，共6步：材料是否齐全（判断，受理窗口，5个工作日），齐全 → 第4步；不齐 → 第1步（补正）；不属于本机关 → 第3步'
        .replace(/第4步；/, `第${numberOf(chart, '审核')}步；`)
        .replace(/第3步$/, `第${numberOf(chart, '不予受理')}步`),
    );
  });
  it('titles lanes in words and draws ways back as dashed lines', async () => {
    const chart = await shown(permit);
    const text = root(chart).querySelector('[part=chart] svg')!.textContent!;
    for (const word of ['申请人', '受理窗口', '承办科室', '不齐']) includes(text, word);
    const dashed = all(chart, '[part=chart] path').filter((path) => getComputedStyle(path).strokeDasharray !== 'none');
    equal(dashed.length, 1);
  });
  it('has no style attribute, no id twice and nothing from outside', async () => {
    const holder = page('<div><zwgk-flowchart></zwgk-flowchart><zwgk-flowchart></zwgk-flowchart></div>');
    const [one, two] = Array.from(holder.children) as [ZwgkFlowchart, ZwgkFlowchart];
    one.flowchart = permit as never;
    two.flowchart = { ...permit, title: '第二张' } as never;
    await one.updateComplete;
    await settled(one);
    await settled(two);
    for (const chart of [one, two]) {
      equal(all(chart, '[style]').length, 0);
      const ids = all(chart, '[id]').map(({ id }) => id);
      equal(ids.length, new Set(ids).size);
      lacks(root(chart).innerHTML, 'url(');
    }
    nodeOf(one, '审核').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    await one.updateComplete;
    ok(card(one), 'the first opened its card');
    equal(card(two), null);
  });
  it('is laid out anew when the place gets narrower, and text stays in the frame', async () => {
    const chart = await shown(permit);
    const wide = viewBox(chart)[2];
    chart.parentElement!.style.width = '400px';
    await until(() => viewBox(chart)[2] < wide, 'a narrower drawing');
    const frame = root(chart).querySelector('[part=chart]')!.getBoundingClientRect();
    ok(frame.width <= 400, 'the frame fits');
    chart.parentElement!.style.width = '';
  });
  it('in a window is not drawn a second time when a scroll bar of the page takes some room', async () => {
    const ways = Array.from({ length: 44 }, (_, i) => node(`n${i}`, 'end', `去向${i}`));
    const chart = await shown({
      title: '分送',
      nodes: [node('a', 'start', '分送'), ...ways],
      edges: ways.map(({ id }) => ({ from: 'a', to: id as string })),
    });
    const svg = root(chart).querySelector('[part=chart] svg')!;
    const [, , wide] = viewBox(chart);
    chart.parentElement!.style.width = `${chart.parentElement!.clientWidth - 40}px`;
    await until(() => viewBox(chart)[2] < wide, 'less in sight');
    equal(root(chart).querySelector('[part=chart] svg'), svg);
    chart.parentElement!.style.width = '';
  });
  it('is drawn when its place is opened later', async () => {
    const chart = await shown(permit, 'hidden');
    equal(nodes(chart).length, 0);
    chart.hidden = false;
    await until(() => nodes(chart).length === 6, 'the drawing');
  });
});
const numberOf = (chart: ZwgkFlowchart, label: string): number =>
  +/第(\d+)步/.exec(nodeOf(chart, label).getAttribute('aria-label')!)![1]!;

describe('numbers of steps', () => {
  it('cover no label of a line that passes beside a round end', async () => {
    const holder = document.createElement('div');
    document.body.append(holder);
    holder.style.width = '351px';
    const chart = document.createElement('zwgk-flowchart');
    chart.style.setProperty('--zwgk-font-size', '20px');
    chart.src = '/packages/schema/examples/flowcharts/road-occupation.json';
    holder.append(chart);
    await until(() => nodes(chart).length > 9, 'the drawing');
    const badge = root(chart).querySelector('.badge')!;
    const labels = Array.from(root(chart).querySelectorAll<SVGTextElement>('.edge-label'), (label) => label.getBBox());
    const badges = badge.getAttribute('d')!.split(/(?=M)/);
    equal([badges.length, labels.length > 9], [17, true]);
    for (const d of badges) {
      const one = badge.cloneNode() as SVGPathElement;
      one.setAttribute('d', d);
      badge.after(one);
      const { x, y, width, height } = one.getBBox();
      one.remove();
      for (const l of labels)
        ok(x + width <= l.x || l.x + l.width <= x || y + height <= l.y || l.y + l.height <= y, `${d} on ${l.x} ${l.y}`);
    }
    holder.remove();
  });
});

describe('direction', () => {
  it('runs to the right when asked, with lanes as rows titled at their left', async () => {
    const chart = await shown(permit, 'direction="LR"');
    const place = (label: string) => nodeOf(chart, label).getBoundingClientRect();
    ok(place('提出申请').right < place('审核').left, 'the flow runs to the right');
    ok(place('提出申请').bottom < place('材料是否齐全').top, 'lanes are rows');
    const [, , w, h] = viewBox(chart);
    ok(w > h, 'it is wide');
    await accessible(chart);
  });
  it('and its arrow keys follow: right goes on, up and down choose, left returns', async () => {
    const chart = await shown(permit, 'direction="LR"');
    nodeOf(chart, '提出申请').focus();
    await sendKeys({ press: 'ArrowRight' });
    equal(focused(chart), nodeOf(chart, '材料是否齐全'));
    includes(heard(chart), '3个去向');
    includes(heard(chart), '用上下方向键选择，按右方向键前往');
    await sendKeys({ press: 'ArrowDown' });
    includes(heard(chart), '不齐 → 第1步（补正）');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowRight' });
    equal(focused(chart), nodeOf(chart, '不予受理'));
    await sendKeys({ press: 'ArrowLeft' });
    equal(focused(chart), nodeOf(chart, '材料是否齐全'));
  });
  it('changes when the page changes it', async () => {
    const chart = await shown(permit);
    const [, , , h] = viewBox(chart);
    chart.direction = 'LR';
    await until(() => viewBox(chart)[3] < h, 'another drawing');
    equal(nodes(chart).length, 6);
  });
  it('is down on a phone all the same', async () => {
    const holder = page('<div><zwgk-flowchart direction="LR"></zwgk-flowchart></div>');
    holder.style.width = '375px';
    const chart = holder.firstElementChild as ZwgkFlowchart;
    chart.flowchart = permit as never;
    await settled(chart);
    await until(() => nodes(chart).length === 6, 'the chart');
    const [, , w, h] = viewBox(chart);
    ok(h > w, 'it is tall');
    holder.style.width = '';
  });
});

describe('where a case stands', () => {
  it('is marked in the chart and told in its name', async () => {
    const chart = await shown(permit, 'position="review"');
    const now = all(chart, '[aria-current]');
    equal([now.length, now[0] === nodeOf(chart, '审核'), now[0]!.getAttribute('aria-current')], [1, true, 'step']);
    includes(now[0]!.getAttribute('aria-label')!, '审核（当前环节，承办科室）');
    includes(root(chart).querySelector('[part=chart] svg')!.textContent!, '当前环节');
    await accessible(chart);
  });
  it('and in the text', async () => {
    const chart = await shown(permit, 'position="review" view="text"');
    const now = all(chart, '[aria-current=step]');
    equal(now.length, 1);
    includes(now[0]!.innerText, '审核（当前环节，承办科室）');
    await accessible(chart);
  });
  it('moves on when the page says so, without an event and without taking the keyboard away', async () => {
    const chart = await shown(permit, 'position="check"');
    let sent = 0;
    chart.addEventListener('zwgk-flowchart-selected', () => sent++);
    nodeOf(chart, '审核').focus();
    chart.position = 'paper';
    await until(() => nodeOf(chart, '许可决定书').hasAttribute('aria-current'), 'the next step to be marked');
    equal([all(chart, '[aria-current]').length, sent, focused(chart) === nodeOf(chart, '审核')], [1, 0, true]);
    chart.position = 'nowhere';
    await chart.updateComplete;
    equal(all(chart, '[aria-current]').length, 0);
  });
  it('is in sight in a chart larger than its window', async () => {
    const chart = await shown(long(60), 'position="n50"');
    const box = all(chart, '[aria-current]')[0]!.getBoundingClientRect();
    const frame = root(chart).querySelector('[part=chart]')!.getBoundingClientRect();
    ok(box.top >= frame.top && box.bottom <= frame.bottom, 'the step is in sight');
  });
});

describe('the duty card', () => {
  it('tells post, person, time limit, basis, papers, risks and phone', async () => {
    const chart = await shown(permit);
    const event = next<CustomEvent>(chart, 'zwgk-flowchart-selected');
    nodeOf(chart, '材料是否齐全').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    const { detail } = await event;
    equal([detail.node.id, detail.previous, chart.selected], ['check', undefined, 'check']);
    await chart.updateComplete;
    const text = card(chart)!.innerText;
    for (const part of [
      '窗口受理岗',
      '张某',
      '5个工作日',
      '中华人民共和国行政许可法',
      '第三十二条',
      '城市道路管理条例',
      '受理通知书',
      '无故不受理',
      '高风险',
      '一次性告知',
      '窗口负责人',
    ])
      includes(text, part);
    equal(root(chart).querySelector<HTMLAnchorElement>('[part=card] a')!.href, 'tel:056312345');
    await accessible(chart);
  });
  it('keeps risk points that are not public inside the unit', async () => {
    const chart = await shown(permit, 'selected="review"');
    includes(card(chart)!.innerText, '决策');
    lacks(root(chart).innerHTML, '内部风险');
  });
  describe('with tiers of discretion', () => {
    const tiered = {
      ...permit,
      nodes: (permit['nodes'] as Input[]).map((one) =>
        one['id'] === 'review'
          ? {
              ...one,
              discretion: [
                {
                  code: 'C1',
                  violation: '占道经营',
                  statutoryPenalty: '二百元以下',
                  tiers: [
                    {
                      order: 2,
                      name: '一般',
                      circumstances: '再次',
                      standard: '一百元',
                      min: 50,
                      max: 100,
                      unit: '元',
                      minInclusive: false,
                    },
                    { order: 1, name: '轻微', circumstances: '初次', standard: '警告' },
                  ],
                },
              ],
            }
          : one,
      ),
    };
    const radios = (chart: ZwgkFlowchart) => all(chart, '[part=card] input') as HTMLInputElement[];
    const offered = async (chart: ZwgkFlowchart) => {
      await until(() => radios(chart).length, 'the choice');
      return chart;
    };
    it('tells the statutory range and offers the circumstances in their order', async () => {
      const chart = await offered(await shown(tiered, 'selected="review"'));
      for (const part of ['占道经营', '二百元以下', '选择适用情形']) includes(card(chart)!.innerText, part);
      equal(
        radios(chart).map((radio) => radio.parentElement!.innerText),
        ['初次', '再次'],
      );
      equal(radios(chart).filter(({ checked }) => checked).length, 0);
      await accessible(chart);
    });
    it('tells tier, standard and range of what is chosen, by keyboard too', async () => {
      const chart = await offered(await shown(tiered, 'selected="review"'));
      radios(chart)[0]!.focus();
      await sendKeys({ press: 'Space' });
      const told = () => root(chart).querySelector<HTMLElement>('[part=card] [role=status]')!.innerText;
      await until(() => told().includes('轻微'), 'the tier');
      await sendKeys({ press: 'ArrowDown' });
      await until(() => told().includes('一般'), 'the other tier');
      for (const part of ['一百元', '超过 50 元、100 元以下', '仅供参考', '不保存']) includes(told(), part);
      await accessible(chart);
    });
    it('keeps the table of all tiers', async () => {
      const chart = await offered(await shown(tiered, 'selected="review"'));
      root(chart).querySelector<HTMLElement>('[part=card] summary')!.click();
      await frames();
      equal(all(chart, '[part=card] tbody tr').length, 2);
      for (const part of ['轻微', '初次', '警告', '一般']) includes(card(chart)!.innerText, part);
      await accessible(chart);
    });
    it('stores nothing, sends nothing, and forgets the choice with the card', async () => {
      const kept = () => JSON.stringify([localStorage, sessionStorage, location.href, document.cookie]);
      const before = kept();
      const chart = await offered(await shown(tiered, 'selected="review"'));
      let sent = 0;
      for (const type of ['input', 'zwgk-flowchart-selected'])
        chart.addEventListener(type, (event) => event.composed && event.type !== 'input' && sent++);
      radios(chart)[1]!.click();
      await until(() => card(chart)!.innerText.includes('100 元以下'), 'the result');
      equal([kept() === before, sent], [true, 0]);
      chart.selected = undefined;
      await chart.updateComplete;
      chart.selected = 'review';
      await chart.updateComplete;
      equal(
        radios(chart).map(({ checked }) => checked),
        [false, false],
      );
      lacks(card(chart)!.innerText, '100 元以下');
    });
  });
  it('leads on to the next step and closes', async () => {
    const chart = await shown(permit, 'selected="review"');
    all(chart, '[part=card] button')
      .find((one) => one.innerText.includes('→'))!
      .click();
    await chart.updateComplete;
    equal(chart.selected, 'paper');
    const event = next<CustomEvent>(chart, 'zwgk-flowchart-selected');
    button(chart, '关闭').click();
    equal((await event).detail.node, undefined);
    equal(card(chart), null);
  });
  it('opens without an event when a script selects a step', async () => {
    const chart = await shown(permit);
    let sent = 0;
    chart.addEventListener('zwgk-flowchart-selected', () => sent++);
    chart.selected = 'paper';
    await chart.updateComplete;
    includes(card(chart)!.innerText, '许可决定书');
    chart.selected = 'nowhere';
    await chart.updateComplete;
    equal([card(chart), sent], [null, 0]);
  });
});

describe('by keyboard alone', () => {
  it('a chart is one stop of the Tab key', async () => {
    const chart = await shown(permit);
    equal(nodes(chart).filter((one) => one.tabIndex === 0).length, 1);
  });

  it('all of a chart of 30 steps is walked and every fork told', async () => {
    const chart = await shown(long(30));
    button(chart, '下载 PNG').focus();
    await sendKeys({ press: 'Tab' });
    const order: string[] = [];
    for (let i = 1; i <= 30; i++) {
      const label = focused(chart)!.getAttribute('aria-label')!;
      order.push(label);
      includes(label, `第${i}步，共30步`);
      const box = focused(chart)!.getBoundingClientRect();
      ok(box.top >= 0 && box.bottom <= innerHeight, `step ${i} is in sight`);
      if (i % 7 === 0 && i < 30) {
        includes(heard(chart), '2个去向');
        includes(heard(chart), '退回 → ');
        includes(heard(chart), '通过 → ');
      } else lacks(heard(chart), '个去向');
      if (i < 30) {
        // Where the first way leads back, the other one is chosen: it is told, and marked in the drawing.
        if (i % 7 === 0) {
          equal(all(chart, '.line.on').length, 1, 'one way is marked');
          const first = label.split(/[，；]/).find((part) => part.includes('→'))!;
          if (!first.includes(`第${i + 1}步`)) await sendKeys({ press: 'ArrowRight' });
        }
        await sendKeys({ press: 'ArrowDown' });
      }
    }
    equal(new Set(order).size, 30);
  });
  it('left and right choose where it forks, up returns', async () => {
    const chart = await shown(permit);
    nodeOf(chart, '材料是否齐全').focus();
    const before = heard(chart);
    includes(before, '3个去向');
    await sendKeys({ press: 'ArrowRight' });
    includes(heard(chart), '不齐 → 第1步（补正）');
    await sendKeys({ press: 'ArrowRight' });
    includes(heard(chart), '不属于本机关');
    await sendKeys({ press: 'ArrowDown' });
    equal(focused(chart), nodeOf(chart, '不予受理'));
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowLeft' });
    equal(focused(chart), nodeOf(chart, '审核'));
    await sendKeys({ press: 'ArrowUp' });
    equal(focused(chart), nodeOf(chart, '材料是否齐全'));
    await sendKeys({ press: 'End' });
    includes(focused(chart)!.getAttribute('aria-label')!, '第6步');
    await sendKeys({ press: 'Home' });
    includes(focused(chart)!.getAttribute('aria-label')!, '第1步');
  });

  it('Enter opens the card and goes into it, Escape closes it and returns', async () => {
    const chart = await shown(permit);
    nodeOf(chart, '审核').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(chart)?.closest('[part=card]'), 'the card to have the keyboard');
    equal(nodeOf(chart, '审核').getAttribute('aria-expanded'), 'true');
    await sendKeys({ press: 'Escape' });
    await chart.updateComplete;
    equal([card(chart), focused(chart) === nodeOf(chart, '审核')], [null, true]);
  });

  it('plus, minus and zero zoom, Shift with an arrow moves the view, focus brings a step into sight', async () => {
    const chart = await shown(permit);
    nodeOf(chart, '提出申请').focus();
    const [, , w] = viewBox(chart);
    for (let i = 0; i < 6; i++) await sendKeys({ press: '+' });
    await until(() => viewBox(chart)[2] < w / 2, 'a larger drawing');
    const [x, y] = viewBox(chart);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Shift' });
    await until(() => viewBox(chart)[1] > y, 'a lower part');
    await sendKeys({ press: 'End' });
    await until(() => viewBox(chart)[1] > y + 100 || viewBox(chart)[0] !== x, 'the last step in sight');
    const frame = root(chart).querySelector('[part=chart]')!.getBoundingClientRect();
    const box = focused(chart)!.getBoundingClientRect();
    ok(box.top >= frame.top - 2 && box.bottom <= frame.bottom + 2, 'inside the frame');
    await sendKeys({ press: '0' });
    await until(() => Math.abs(viewBox(chart)[2] - w) < 1, 'the first size');
  });

  it('in the text, too, steps open and ways lead on', async () => {
    const chart = await shown(permit, 'view="text"');
    all(chart, '[part=text] button')[0]!.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => !!focused(chart)?.innerText.endsWith('材料是否齐全'), 'the next step');
    await sendKeys({ press: 'Enter' });
    await chart.updateComplete;
    includes(card(chart)!.innerText, '窗口受理岗');
    await accessible(chart);
  });
});

describe('by mouse and finger', () => {
  const middle = (chart: ZwgkFlowchart): [number, number] => {
    const { left, top, width, height } = root(chart).querySelector('[part=chart] svg')!.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + Math.min(height, innerHeight - top) / 2)];
  };
  const wheel = (chart: ZwgkFlowchart, init: WheelEventInit) =>
    root(chart)
      .querySelector('[part=chart] svg')!
      .dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...init }));

  it('the wheel is the page’s, and ours with Ctrl', async () => {
    const chart = await shown(permit);
    equal(wheel(chart, { deltaY: 100 }), true);
    const [, , w] = viewBox(chart);
    equal(wheel(chart, { deltaY: -100, ctrlKey: true }), false);
    await until(() => viewBox(chart)[2] < w, 'a larger drawing');
    equal(wheel(chart, { deltaY: 30 }), true, 'without focus');
    nodeOf(chart, '提出申请').focus();
    const [, y] = viewBox(chart);
    equal(wheel(chart, { deltaY: 30 }), false, 'with focus');
    await until(() => viewBox(chart)[1] > y, 'a lower part');
    equal(wheel(chart, { deltaY: 1e5 }), false, 'to the end');
    equal(wheel(chart, { deltaY: 100 }), true, 'beyond the end the page scrolls');
  });

  it('buttons zoom and show the whole', async () => {
    const chart = await shown(permit);
    const [, , w] = viewBox(chart);
    button(chart, '放大').click();
    await until(() => viewBox(chart)[2] < w, 'larger');
    button(chart, '缩小').click();
    button(chart, '全图').click();
    await until(() => viewBox(chart)[2] >= w - 1, 'the whole');
  });

  it('dragging moves the drawing and opens nothing', async () => {
    const chart = await shown(permit);
    chart.scrollIntoView();
    for (let i = 0; i < 6; i++) button(chart, '放大').click();
    await frames();
    const [x] = viewBox(chart);
    const [cx, cy] = middle(chart);
    await sendMouse({ type: 'move', position: [cx, cy] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [cx - 60, cy - 40] });
    await sendMouse({ type: 'move', position: [cx - 120, cy - 80] });
    await sendMouse({ type: 'up' });
    await until(() => viewBox(chart)[0] > x + 20, 'the drawing to move');
    equal(chart.selected, undefined);
  });

  it('a click opens the card of the step under it', async () => {
    const chart = await shown(permit);
    const box = nodeOf(chart, '审核').getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)],
    });
    await until(() => chart.selected === 'review', 'the selection');
  });

  it('two fingers zoom', async () => {
    const chart = await shown(permit);
    const svg = root(chart).querySelector<SVGSVGElement>('[part=chart] svg')!;
    // Made-up pointers cannot be captured.
    svg.setPointerCapture = () => {};
    const [, , w] = viewBox(chart);
    const touch = (type: string, pointerId: number, clientX: number) =>
      svg.dispatchEvent(
        new PointerEvent(type, { pointerId, clientX, clientY: 300, pointerType: 'touch', bubbles: true }),
      );
    touch('pointerdown', 11, 500);
    touch('pointerdown', 12, 560);
    for (let i = 1; i <= 6; i++) touch('pointermove', 12, 560 + 20 * i);
    touch('pointerup', 11, 500);
    touch('pointerup', 12, 680);
    await until(() => viewBox(chart)[2] < w / 1.5, 'a larger drawing');
  });

  it('a large chart stands in a window with a small map', async () => {
    const chart = await shown(long(60));
    const [map] = all(chart, '.map');
    ok(map, 'the map');
    const { left, bottom, width } = map!.getBoundingClientRect();
    ok(root(chart).querySelector('[part=chart]')!.getBoundingClientRect().height < innerHeight, 'the window');
    const [, y] = viewBox(chart);
    map!.dispatchEvent(new PointerEvent('pointerdown', { buttons: 1, clientX: left + width / 2, clientY: bottom - 4 }));
    await until(() => viewBox(chart)[1] > y + 500, 'the end of the chart');
    equal(all(await shown(long(20)), '.map').length, 0);
  });
});

describe('the text twin', () => {
  it('begins no line with a mark, however wide it is', async () => {
    const chart = await shown(permit);
    button(chart, '文字说明').click();
    await chart.updateComplete;
    const begun: string[] = [];
    for (let width = 300; width < 560; width += 12) {
      chart.style.width = `${width}px`;
      for (const item of all(chart, '[part=text] > li')) {
        const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
        let above = -1;
        for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
          for (let i = 0; i < text.length; i++) {
            const range = document.createRange();
            range.setStart(text, i);
            range.setEnd(text, i + 1);
            const { width: wide, bottom } = range.getBoundingClientRect();
            if (!wide) continue;
            if (above >= 0 && bottom > above + 8 && /[，；：）]/.test(text.data[i]!))
              begun.push(`${width}: ${item.textContent!.trim()}`);
            above = bottom;
          }
      }
    }
    equal(begun, []);
  });
  it('is one switch away, says the same and stays chosen', async () => {
    const chart = await shown(permit);
    lacks(seen(chart), '第1步，共6步');
    button(chart, '文字说明').click();
    await chart.updateComplete;
    equal(chart.view, 'text');
    equal(all(chart, '[part=text] > li').length, 6);
    includes(seen(chart).replace(/\s+/g, ''), '第2步，共6步：材料是否齐全（判断，受理窗口，5个工作日），齐全→第');
    includes(seen(chart).replace(/\s+/g, ''), '不齐→第1步（补正）；');
    await accessible(chart);
    button(chart, '流程图').click();
    await chart.updateComplete;
    equal([chart.view, nodes(chart).length], ['chart', 6]);
  });
  it('takes the chart’s place where there is no room, until the reader wants the chart', async () => {
    page('<div></div>').style.width = '300px';
    const holder = page('<div><zwgk-flowchart></zwgk-flowchart></div>');
    holder.style.width = '300px';
    const chart = holder.firstElementChild as ZwgkFlowchart;
    chart.flowchart = permit as never;
    await chart.updateComplete;
    await settled(chart);
    includes(seen(chart), '此处宽度不足');
    equal(all(chart, '[part=text] > li').length, 6);
    await accessible(chart);
    button(chart, '流程图').click();
    await until(() => nodes(chart).length === 6, 'the chart');
  });
  it('is in the page for print below the chart', async () => {
    const chart = await shown(permit);
    equal(all(chart, '.printed').length, 0);
    dispatchEvent(new Event('beforeprint'));
    includes(all(chart, '.printed')[0]!.textContent!, '第2步，共6步：材料是否齐全');
    equal(all(chart, '.sheet svg[role=img]').length, 1);
    includes(all(chart, '.sheet')[0]!.textContent!, '许可决定书');
    dispatchEvent(new Event('afterprint'));
    equal([all(chart, '.printed').length, all(chart, '.sheet').length, nodes(chart).length], [0, 0, 6]);
  });
  it('a long chart is printed on several sheets, each titled', async () => {
    const chart = await shown(long(60));
    dispatchEvent(new Event('beforeprint'));
    ok(all(chart, '.sheet').length > 1, 'several sheets');
    dispatchEvent(new Event('afterprint'));
  });
  it('is printed alone where the reader chose it', async () => {
    const chart = await shown(permit, 'view="text"');
    dispatchEvent(new Event('beforeprint'));
    equal([all(chart, '.sheet').length, all(chart, '[part=text] > li').length], [0, 6]);
    dispatchEvent(new Event('afterprint'));
  });
});

describe('files', () => {
  async function saved(name: string, chart: ZwgkFlowchart): Promise<{ blob: Blob; file: string }> {
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let file = '';
    HTMLAnchorElement.prototype.click = function () {
      file = this.download;
    };
    try {
      const blob = await new Promise<Blob>((resolve) => {
        URL.createObjectURL = (object) => (resolve(object as Blob), 'blob:none');
        button(chart, name).click();
      });
      return { blob, file };
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
  }
  it('an SVG that looks the same anywhere', async () => {
    const { blob, file } = await saved('下载 SVG', await shown(permit));
    equal([blob.type, file], ['image/svg+xml', '占用道路许可流程图.svg']);
    const parsed = new DOMParser().parseFromString(await blob.text(), 'image/svg+xml');
    equal(parsed.querySelector('parsererror'), null);
    equal(parsed.querySelectorAll('[class],[style],[id],[tabindex],script,image').length, 0);
    includes(parsed.documentElement.textContent!, '材料是否齐');
    ok(parsed.querySelector('path[stroke-dasharray]:not([stroke-dasharray=none])'), 'dashes are attributes');
    lacks(await blob.text(), 'var(');
  });
  it('an SVG that stands alone: fonts and colours in it, nothing from elsewhere, shown by an image', async () => {
    const { blob } = await saved('下载 SVG', await shown(long(60)));
    const text = await blob.text();
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = Array.from(parsed.querySelectorAll('*'));
    equal(all.filter((one) => Array.from(one.attributes).some(({ name }) => /href|^on|^src/.test(name))).length, 0);
    equal(text.replace(/xmlns="[^"]*"/g, '').match(/url\(|https?:|@import|@font-face|<foreignObject|<!ENTITY/), null);
    const texts = Array.from(parsed.querySelectorAll('text'));
    ok(texts.length > 60, 'words as text');
    for (const one of texts) {
      const told = (name: string) => one.closest(`[${name}]`)?.getAttribute(name);
      ok(told('font-family'), 'a font is named');
      ok(/^(rgb\(|#)/.test(told('fill') ?? ''), `colour ${told('fill')}`);
    }
    const address = URL.createObjectURL(blob);
    const image = new Image();
    image.src = address;
    await image.decode();
    const [, , width, height] = parsed.documentElement.getAttribute('viewBox')!.split(' ').map(Number);
    // All of it, although the screen shows a part.
    ok(height! > 1000 && width! > 0, `${width} × ${height}`);
    const canvas = Object.assign(document.createElement('canvas'), { width: 200, height: 400 });
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0, 200, 400);
    URL.revokeObjectURL(address);
    // A picture with something from elsewhere would taint the canvas.
    const { data } = context.getImageData(0, 0, 200, 400);
    ok(new Set(data).size > 5, 'something is drawn');
  });
  it('a PNG with something on it', async () => {
    const { blob } = await saved('下载 PNG', await shown(permit));
    equal(blob.type, 'image/png');
    const picture = await createImageBitmap(blob);
    const context = Object.assign(document.createElement('canvas'), {
      width: picture.width,
      height: picture.height,
    }).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const colours = new Set<number>();
    for (let i = 0; i < data.length; i += 4) colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
    ok(colours.size > 20 && colours.has(0xffffff), `${colours.size} colours`);
  });
  /** The page that is handed to the printer: its text and its rules. */
  async function printed(chart: ZwgkFlowchart, name: string): Promise<{ body: HTMLElement; rules: string }> {
    const frame = new Promise<HTMLIFrameElement>((resolve) => {
      const observer = new MutationObserver(() => {
        const found = root(chart).querySelector('iframe');
        if (!found) return;
        observer.disconnect();
        resolve(found);
      });
      observer.observe(root(chart), { childList: true });
    });
    button(chart, name).click();
    const found = (await frame).contentDocument!;
    const rules = Array.from(found.adoptedStyleSheets, ({ cssRules }) =>
      Array.from(cssRules, ({ cssText }) => cssText).join(''),
    ).join('');
    const { body } = found;
    root(chart).querySelector('iframe')?.remove();
    return { body, rules };
  }
  it('a page of its own for the printer, with the chart and the text', async () => {
    const chart = await shown(permit);
    const { body, rules } = await printed(chart, '打印');
    includes(body.textContent!, '占用道路许可流程图');
    includes(body.textContent!, '第6步，共6步');
    includes(rules, '210mm 297mm');
    ok(body.querySelector('svg path'), 'the drawing');
    equal(body.querySelectorAll('[class],[style],script').length, 0);
    equal(nodes(chart).length, 6, 'the chart on the screen stays');
  });
  it('a wide chart on a sheet that lies, a long one on several that say so', async () => {
    const fan = {
      title: '分送',
      nodes: [node('s', 'start', '申请'), ...Array.from({ length: 8 }, (_, i) => node(`n${i}`, 'end', '移送有关机关'))],
      edges: Array.from({ length: 8 }, (_, i) => ({ from: 's', to: `n${i}` })),
    };
    includes((await printed(await shown(fan), '打印')).rules, '297mm 210mm');
    const { body } = await printed(await shown(long(60)), '打印');
    const heads = Array.from(body.querySelectorAll('h1'), (head) => head.textContent!);
    ok(heads.length > 1, 'several sheets');
    includes(heads[1]!, `（第2张，共${heads.length}张）`);
  });
  it('posters on A3 and A1: the chart alone, on one sheet', async () => {
    const chart = await shown(long(60));
    for (const [paper, size] of [
      ['A3', '297mm 420mm'],
      ['A1', '594mm 841mm'],
    ]) {
      const { body, rules } = await printed(chart, `${paper} 海报`);
      includes(rules, size!);
      equal([body.querySelectorAll('svg').length, body.querySelectorAll('p').length], [1, 0]);
    }
  });
});

describe('languages', () => {
  it('English for an English page; what the bureau wrote stays', async () => {
    const chart = await shown(permit, 'lang="en"');
    await until(() => seen(chart).includes('Whole chart'), 'the English table');
    const name = nodes(chart)[1]!.getAttribute('aria-label')!;
    includes(name, 'Step 2 of 6: 材料是否齐全 (decision, Service window, 5 working days)');
  });
  it('traditional characters where the page has them', async () => {
    const chart = await shown(permit, 'lang="zh-TW"');
    await until(() => seen(chart).includes('全圖'), 'the traditional words');
    for (const word of ['流程圖', '文字說明', '全圖', '下載 SVG']) includes(seen(chart), word);
    includes(nodes(chart)[1]!.getAttribute('aria-label')!, '判斷，受理窗口');
  });
});

describe('bad input', () => {
  async function failing(value: unknown, json?: string) {
    const chart = page<ZwgkFlowchart>('<zwgk-flowchart><p>原来的内容</p></zwgk-flowchart>');
    const event = next<CustomEvent>(chart, 'zwgk-failed');
    if (json === undefined) chart.flowchart = value as never;
    else chart.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: json }));
    const { detail } = await event;
    await settled(chart);
    return { chart, detail };
  }
  it('an edge to nowhere is left out and told', async () => {
    const { chart, detail } = await failing({
      ...permit,
      edges: [...(permit['edges'] as Input[]), { from: 'check', to: 'gone' }, { from: 'gone', to: 'done' }],
    });
    equal([detail.error.code, detail.shown, nodes(chart).length], ['invalid_input', true, 6]);
    includes(seen(chart), '部分内容有误或缺失');
    equal(
      detail.error.issues.map(({ path }: { path: unknown[] }) => path.join('.')),
      ['edges.6.to', 'edges.7.from'],
    );
    await accessible(chart);
  });
  it('of two nodes with one id both are drawn', async () => {
    const { chart, detail } = await failing({
      ...permit,
      nodes: [...(permit['nodes'] as Input[]), node('check', 'step', '另一个')],
    });
    equal([detail.error.code, detail.shown, nodes(chart).length], ['invalid_input', true, 7]);
    ok(nodeOf(chart, '另一个'), 'the second');
  });
  for (const [name, value] of [
    ['no nodes', { title: '空', nodes: [], edges: [] }],
    ['no edges at all', { nodes: [node('a', 'step', '甲')] }],
    ['a number', 5],
    ['a list', []],
    ['null in a field', { nodes: null, edges: [] }],
  ] as const)
    it(`${name} is a sentence, and the author’s content stays`, async () => {
      const { chart, detail } = await failing(value);
      equal([detail.error.code, detail.shown], ['invalid_input', false]);
      includes(seen(chart), '页面提供的内容有误');
      ok((chart.firstElementChild as HTMLElement).offsetHeight, 'the author’s content');
      await accessible(chart);
    });
  it('broken JSON is a sentence', async () => {
    const { detail } = await failing(undefined, '{"nodes": [');
    equal([detail.error.code, detail.shown], ['invalid_input', false]);
  });
  it('an address that is not there is a sentence', async () => {
    const chart = page<ZwgkFlowchart>('<zwgk-flowchart src="/nowhere.json"><p>原来的内容</p></zwgk-flowchart>');
    const { detail } = await next<CustomEvent>(chart, 'zwgk-failed');
    equal(detail.error.code, 'not_found');
    includes(seen(await settled(chart)), '没有找到');
  });
  it('a node of an unknown kind is left out with its edges', async () => {
    const { chart, detail } = await failing({
      ...permit,
      nodes: (permit['nodes'] as Input[]).map((one) => (one['id'] === 'paper' ? { ...one, kind: 'magic' } : one)),
    });
    equal([detail.shown, nodes(chart).length], [true, 5]);
  });
  it('markup in a text is text', async () => {
    const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
    const chart = await shown(
      {
        title: evil,
        notes: evil,
        nodes: [node('a', 'start', evil, { post: evil, note: evil, phone: 'javascript:alert(1)' })],
        edges: [{ from: 'a', to: 'a', label: evil }],
      },
      'selected="a"',
    );
    includes(card(chart)!.innerText, '<img src=x');
    equal([root(chart).querySelectorAll('img,script,a').length, (window as { hit?: number }).hit], [0, undefined]);
  });
  it('a label of 10,000 characters is cut in the chart and whole in the card', async () => {
    const label = '长'.repeat(10000);
    const chart = await shown(
      { nodes: [node('a', 'start', label), node('b', 'end', '完')], edges: [{ from: 'a', to: 'b', label }] },
      'selected="a"',
    );
    ok(nodes(chart)[0]!.textContent!.length < 200, 'cut in the chart');
    ok(nodes(chart)[0]!.getAttribute('aria-label')!.length < 600, 'cut in its name');
    includes(card(chart)!.innerText, label);
  });
  it('a cycle only is drawn', async () => {
    const chart = await shown({
      nodes: [node('a', 'step', '甲'), node('b', 'step', '乙'), node('c', 'step', '丙')],
      edges: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'a' },
      ],
    });
    equal(nodes(chart).length, 3);
    equal(
      nodes(chart).map((one) => one.getAttribute('aria-label')!.slice(0, 3)),
      ['第1步', '第2步', '第3步'],
    );
    nodes(chart)[0]!.focus();
    for (let i = 0; i < 4; i++) await sendKeys({ press: 'ArrowDown' });
    equal(focused(chart), nodes(chart)[1]);
  });
  it('nodes without text, a lone node and a loop onto itself are drawn', async () => {
    const chart = await shown({
      nodes: [node('a', 'step', ''), node('b', 'connector', '')],
      edges: [{ from: 'a', to: 'a' }],
    });
    equal(nodes(chart).length, 2);
    includes(
      nodes(chart)
        .map((one) => one.getAttribute('aria-label'))
        .join(),
      '步骤',
    );
  });
  it('5,000 steps are text with a notice, a part at a time, without freezing', async () => {
    let longest = 0;
    const observer = new PerformanceObserver((list) =>
      list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration))),
    );
    observer.observe({ entryTypes: ['longtask'] });
    const chart = await shown(long(5000));
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    includes(seen(chart), '步骤较多（5000个），改以文字显示');
    includes(seen(chart), '第1至500步，共5000步');
    ok(longest < 2000, `${Math.round(longest)} ms`);
    button(chart, '下一页').click();
    await chart.updateComplete;
    includes(seen(chart), '第501至1000步');
    equal(button(chart, '流程图'), undefined);
  });
});

describe('axe finds nothing', () => {
  it('in a chart of usual size, and in a large one', async () => {
    await accessible(await shown(permit));
    await accessible(await shown(long(60)));
  });
});
