/** What a designer looks at in every element: lines that begin well, nothing cut off, one weight for one meaning. */
import '@zwgk/elements/define/zwgk-catalogue.js';
import '@zwgk/elements/define/zwgk-complaint-form.js';
import '@zwgk/elements/define/zwgk-complaint-status.js';
import '@zwgk/elements/define/zwgk-guide-card.js';
import '@zwgk/elements/define/zwgk-guide-list.js';
import { createClient, createHttp } from '@zwgk/client';
import { setViewport } from '@web/test-runner-commands';
import { page, seen, settled, until } from '../support/browser.js';
import { form, reviewed, send, service } from '../support/complaint-form.js';

const fail = (message: string): never => {
  throw new Error(message);
};
const json = async (file: string): Promise<Record<string, unknown>> =>
  (await (await fetch(`/packages/schema/examples/${file}.json`)).json()) as Record<string, unknown>;
const http = () => createHttp({ now: () => Date.parse('2026-09-23T10:00:00+08:00') });
const all = (element: HTMLElement, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

const found = {
  ticketNo: 'DX20260210-0007',
  kind: 'consult',
  title: '城乡居民养老保险补缴条件咨询',
  state: 'replied',
  submittedAt: '2026-02-10T10:05:00+08:00',
  dueAt: '2026-03-09',
  log: [
    { at: '2026-02-10T10:05:00+08:00', state: 'submitted' },
    { at: '2026-03-02T16:00:00+08:00', state: 'replied', unit: '民政和社会保障办公室' },
  ],
  messages: [
    {
      at: '2026-02-12T09:00:00+08:00',
      from: 'unit',
      text: '请补充。',
      attachments: [{ id: 'a', name: '清单.pdf', type: 'application/pdf', size: 9 }],
    },
  ],
  reply: { at: '2026-03-02T16:00:00+08:00', text: '您好！经核实，您符合补缴条件，请携带身份证到窗口办理。' },
  actions: ['rate'],
};

type Shown = HTMLElement & { client: unknown };
const shown: Readonly<Record<string, () => Promise<HTMLElement>>> = {
  'the guide card': async () => {
    const card = page<Shown & { guide: unknown }>('<zwgk-guide-card></zwgk-guide-card>');
    card.client = { http: http() };
    card.guide = await json('guides/disability-card');
    await until(() => seen(card).includes('如从今天起算'));
    return settled(card);
  },
  'the list of guides': async () => {
    const list = page<Shown & { guides: unknown }>('<zwgk-guide-list></zwgk-guide-list>');
    list.client = { http: http() };
    list.guides = {
      title: '办事指南',
      guides: [await json('guides/disability-card'), await json('guides/dibao'), { taskName: 1 }],
    };
    await until(() => list.shadowRoot!.querySelector('[part=filters]'));
    return settled(list);
  },
  'the catalogue': async () => {
    const catalogue = page<Shown & { catalogue: unknown }>('<zwgk-catalogue></zwgk-catalogue>');
    catalogue.catalogue = await json('catalogues/disclosure');
    await until(() => catalogue.shadowRoot!.querySelector('[part=entry]'));
    return settled(catalogue);
  },
  'the letter form': async () => {
    const form = page<Shown>('<zwgk-complaint-form org="云泊县稻溪镇人民政府（示例）"></zwgk-complaint-form>');
    form.client = createClient({ api: '/nowhere' });
    await settled(form);
    all(form, 'input[value=report]')[0]!.click();
    all(form, 'form .primary')[0]!.click();
    await until(() => form.shadowRoot!.querySelector('#faults'));
    return form;
  },
  'the receipt': async () => {
    const receipt = await form(service());
    await reviewed(receipt);
    await send(receipt);
    return receipt;
  },
  'the state of a letter': async () => {
    const status = page<Shown>('<zwgk-complaint-status></zwgk-complaint-status>');
    status.client = createClient({ api: '/nowhere', fetch: async () => new Response(JSON.stringify(found)) });
    await settled(status);
    const [code] = all(status, '.code input');
    (code as HTMLInputElement).value = 'K7M2Q9TX4BHW';
    code!.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    all(status, 'form .primary')[0]!.click();
    await until(() => seen(status).includes('符合补缴条件'));
    return status;
  },
};

/** Signs with which no line of Chinese may begin (GB/T 15834—2011, 5.1). */
const CLOSING = /[，。、；：？！）》”’〕]/;
/** The ends of the lines before each such sign that begins one, as a reader sees them. */
function badLines(root: Node, before: { rect?: DOMRect; text: string } = { text: '' }): string[] {
  const bad: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let i = 0; i < node.textContent!.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rect = range.getBoundingClientRect();
      const sign = node.textContent![i]!;
      if (!rect.width || !/\S/.test(sign)) continue;
      const { rect: last } = before;
      if (CLOSING.test(sign) && last && rect.top > last.top + last.height / 2)
        bad.push(`${before.text.slice(-8)} / ${sign}`);
      before.rect = rect;
      before.text += sign;
    }
  return bad;
}

describe('what every element looks like', () => {
  for (const [name, show] of Object.entries(shown))
    it(`${name}: no line begins with a closing sign, nothing is wider than the page`, async () => {
      await setViewport({ width: 800, height: 900 });
      const element = await show();
      for (const width of [800, 768, 660, 600, 520, 420, 390, 375, 360, 320]) {
        await setViewport({ width, height: 900 });
        await new Promise((resolve) => setTimeout(resolve, 60));
        const bad = badLines(element.shadowRoot!);
        if (bad.length) fail(`${width} px: ${bad.join('; ')}`);
        if (document.documentElement.scrollWidth > width) fail(`${width} px: ${document.documentElement.scrollWidth}`);
      }
    });

  it('a word without end breaks: nothing is wider than a telephone', async () => {
    await setViewport({ width: 320, height: 900 });
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const guide = {
      taskName: word,
      deptName: word,
      materials: [{ name: word, fillNotes: word }],
      places: [{ name: word, address: word }],
      faqs: [{ question: word, answer: word }],
      situations: [
        {
          id: 'a',
          question: word,
          options: [
            { value: '1', label: word },
            { value: '2', label: '乙' },
          ],
        },
      ],
    };
    const documents = {
      'guide-card': guide,
      'guide-list': {
        title: word,
        guides: [
          { ...guide, topicPerson: [word] },
          { taskName: '乙', topicPerson: ['丙'] },
        ],
      },
      catalogue: {
        title: word,
        publisher: word,
        nodes: [{ id: 'a', title: word }],
        entries: [{ indexNumber: word, title: word, docNumber: word, publishedAt: '2026-01-01', catalogNodeId: 'a' }],
      },
    };
    for (const [name, document_] of Object.entries(documents))
      for (const width of [320, 900]) {
        await setViewport({ width, height: 900 });
        const element = page(
          `<zwgk-${name}><script type="application/json">${JSON.stringify(document_)}</script></zwgk-${name}>`,
        );
        await until(() => element.shadowRoot!.querySelector('[part=section], [part=filters]'), name);
        await settled(element);
        if (document.documentElement.scrollWidth > width) fail(`${name}: ${document.documentElement.scrollWidth}`);
      }
  });

  it('a guide says what it does not know without raising its voice, and has one first way', async () => {
    const card = page<Shown & { guide: unknown }>('<zwgk-guide-card></zwgk-guide-card>');
    card.client = { http: http() };
    card.guide = { taskName: '甲', charged: false, onlineUrl: '/a', mobileUrl: '/b' };
    await settled(card);
    const weight = (text: string) =>
      all(card, '.facts strong')
        .filter((one) => one.textContent === text)
        .map((one) => getComputedStyle(one).fontWeight)
        .join();
    if (weight('指南未载明，请向窗口咨询') !== '400') fail(`not known: ${weight('指南未载明，请向窗口咨询')}`);
    if (!(+weight('不收费') > 500)) fail(`an answer: ${weight('不收费')}`);
    const [online, mobile] = all(card, 'a.action').map((one) => getComputedStyle(one).backgroundColor);
    if (online === mobile) fail('two buttons that both are the first');
    // One section needs no list of sections.
    if (card.shadowRoot!.querySelector('.contents')) fail('contents of one section');
  });

  it('choices of one question are all of one size', async () => {
    await setViewport({ width: 800, height: 900 });
    const form = page<Shown>('<zwgk-complaint-form kinds="consult help complaint suggestion"></zwgk-complaint-form>');
    form.client = createClient({ api: '/nowhere' });
    await settled(form);
    const widths = all(form, 'input[name=kind]').map((one) => Math.round(one.parentElement!.offsetWidth));
    if (widths.length !== 4 || new Set(widths).size !== 1) fail(widths.join());
  });

  it('who listens to the letter form hears once that a field must be filled in', async () => {
    const form = await shown['the letter form']!();
    const marks = all(form, 'small.must');
    if (!marks.length) fail('no marks');
    for (const mark of marks) {
      if (mark.getAttribute('aria-hidden') !== 'true') fail(mark.outerHTML);
      const field = mark.closest('[aria-required]') ?? mark.closest('.field')!.querySelector('[aria-required=true]');
      if (!field) fail(mark.parentElement!.textContent);
    }
  });

  it('what loads is no warning, and what is answered is no error', async () => {
    const card = page<Shown & { guideId: string }>('<zwgk-guide-card guide-id="a"></zwgk-guide-card>');
    card.client = createClient({ api: '/nowhere', fetch: () => new Promise<Response>(() => {}) });
    await until(() => seen(card).includes('正在加载'));
    const loading = getComputedStyle(all(card, '[part=status]')[0]!).borderLeftColor;
    const status = await shown['the state of a letter']!();
    const answered = getComputedStyle(all(status, '.state')[0]!).borderLeftColor;
    const colours = (role: string) => {
      const probe = document.createElement('p');
      probe.style.color = `var(--_${role})`;
      status.shadowRoot!.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    };
    for (const role of ['warning', 'danger', 'brand'])
      for (const [what, colour] of Object.entries({ loading, answered }))
        if (colour === colours(role)) fail(`${what} looks like ${role}`);
    if (answered !== colours('success')) fail(`answered: ${answered}`);
  });

  it('a message with a file has one line below it', async () => {
    const status = await shown['the state of a letter']!();
    const [file] = all(status, '.talk .files li');
    if (getComputedStyle(file!).borderBottomWidth !== '0px') fail('a line of its own below the file');
  });

  it('an empty catalogue says so over its whole width', async () => {
    await setViewport({ width: 1000, height: 900 });
    const catalogue = page<Shown & { catalogue: unknown }>('<zwgk-catalogue></zwgk-catalogue>');
    catalogue.catalogue = { title: '目录', entries: [] };
    await until(() => catalogue.shadowRoot!.querySelector('.empty'));
    const [empty] = all(catalogue, '.empty');
    if (empty!.offsetWidth < catalogue.offsetWidth - 1) fail(`${empty!.offsetWidth} of ${catalogue.offsetWidth}`);
  });

  it('what is to be said later stands in the tree before: no live region is hidden while it is empty', async () => {
    for (const [name, show] of Object.entries(shown)) {
      const element = await show();
      for (const region of all(element, '[role=status],[aria-live]'))
        if (getComputedStyle(region).display === 'none') fail(`${name}: ${region.outerHTML}`);
    }
  });
});
