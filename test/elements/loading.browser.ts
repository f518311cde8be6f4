/** How every element comes by its document: four inputs, one order, the newest load wins. */
import { createHttp, type Connection } from '@zwgk/client';
import { FlowChart, type FlowChart as Chart } from '@zwgk/schema';
import { LitElement, html, type TemplateResult } from 'lit';
import '@zwgk/elements/define/zwgk-provider.js';
import { createFlowCharts } from '../../packages/client/dist/flowcharts.js';
import { LoadController } from '../../packages/elements/dist/shared/load-controller.js';
import { next, page, seen, settled, until } from '../support/browser.js';

class Probe extends LitElement {
  static override properties = {
    value: { attribute: false },
    src: {},
    probeId: { attribute: 'probe-id' },
    client: { attribute: false },
  };
  declare value: unknown;
  declare src: string | undefined;
  declare probeId: string | undefined;
  declare client: Connection | undefined;
  load = new LoadController<Chart>(this, {
    value: () => this.value,
    id: () => this.probeId,
    open: ({ http }, input, options) => createFlowCharts(http).open(input, options),
  });
  override render(): TemplateResult {
    const { state } = this.load;
    return html`${this.load.status()}${state.status === 'ready' ? html`<p>${state.value.title as string}</p>` : html`<slot></slot>`}`;
  }
}
customElements.define('test-probe', Probe);
void FlowChart;

const chart = (title: string) => ({ title, nodes: [{ id: 'a', kind: 'start', label: '申请' }], edges: [] });
const json = (body: unknown, status = 200) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
const connection = (answer: (request: Request) => Promise<Response> | Response, timeout = 2000): Connection => ({
  http: createHttp({ api: '/api/v1', retries: 0, timeout, fetch: async (request) => answer(request) }),
});
const equal = (actual: unknown, expected: unknown) => {
  if (actual !== expected) throw new Error(`${String(actual)} is not ${String(expected)}`);
};
const includes = (text: string, part: string) => {
  if (!text.includes(part)) throw new Error(`“${part}” is not in “${text}”`);
};

describe('the inputs of an element', () => {
  it('shows what the author wrote while nothing is asked of it', async () => {
    const probe = await settled(page<Probe>('<test-probe><a href="/old">旧页面</a></test-probe>'));
    includes((probe.firstElementChild as HTMLElement).innerText, '旧页面');
    equal((probe.firstElementChild as HTMLElement).offsetHeight > 0, true);
  });

  it('takes the property before the inline document, and that before an address', async () => {
    const probe = page<Probe>(
      `<test-probe src="/never.json"><script type="application/json">${JSON.stringify(chart('内联'))}</script></test-probe>`,
    );
    includes(seen(await settled(probe)), '内联');
    probe.value = chart('属性');
    await probe.updateComplete;
    includes(seen(await settled(probe)), '属性');
  });

  it('reads an inline document that a script adds later', async () => {
    const probe = await settled(page<Probe>('<test-probe></test-probe>'));
    const script = Object.assign(document.createElement('script'), {
      type: 'application/json',
      textContent: JSON.stringify(chart('后来')),
    });
    probe.append(script);
    await until(() => seen(probe).includes('后来'));
  });

  it('asks the provider around it for an id', async () => {
    const asked: string[] = [];
    const provider = page('<zwgk-provider><test-probe probe-id="c 1"></test-probe></zwgk-provider>') as HTMLElement & {
      client: Connection;
    };
    provider.client = connection((request) => {
      asked.push(new URL(request.url).pathname);
      return json(chart('服务'));
    });
    const probe = provider.firstElementChild as Probe;
    await until(() => seen(probe).includes('服务'));
    equal(asked[0], '/api/v1/flowcharts/c%201');
  });

  it('says so when an id is given and nobody can be asked', async () => {
    const probe = page<Probe>('<test-probe probe-id="a"><p>原文</p></test-probe>');
    const failed = await next<CustomEvent>(probe, 'zwgk-failed');
    equal(failed.detail.error.code, 'invalid_input');
    includes(seen(await settled(probe)), '无法显示');
  });

  it('lets the newest load win, whatever comes back last', async () => {
    const answers: ((response: Response) => void)[] = [];
    const probe = page<Probe>('<test-probe></test-probe>');
    probe.client = connection(() => new Promise((resolve) => answers.push(resolve)));
    probe.probeId = 'first';
    await until(() => answers.length === 1);
    probe.probeId = 'second';
    await until(() => answers.length === 2);
    answers[1]!(json(chart('第二')));
    await until(() => seen(probe).includes('第二'));
    answers[0]!(json(chart('第一')));
    await new Promise((resolve) => setTimeout(resolve, 30));
    includes(seen(probe), '第二');
  });

  it('starts over when it is moved within the page while it loads', async () => {
    const answers: ((response: Response) => void)[] = [];
    const probe = page<Probe>('<test-probe></test-probe>');
    probe.client = connection(() => new Promise((resolve) => answers.push(resolve)));
    probe.probeId = 'a';
    await until(() => answers.length === 1);
    document.body.append(probe);
    await until(() => answers.length === 2, 'a second request');
    answers[1]!(json(chart('到了')));
    await until(() => seen(probe).includes('到了'));
    probe.remove();
  });

  it('carries aria-busy exactly while it loads', async () => {
    let answer!: (response: Response) => void;
    const probe = page<Probe>('<test-probe></test-probe>');
    probe.client = connection(() => new Promise((resolve) => (answer = resolve)));
    probe.probeId = 'a';
    await until(() => probe.getAttribute('aria-busy') === 'true');
    await until(() => answer);
    answer(json(chart('到了')));
    await until(() => !probe.hasAttribute('aria-busy'));
    includes(seen(probe), '到了');
  });
});

describe('failures', () => {
  const cases: [string, string, () => Promise<Response> | Response, string][] = [
    ['a 404', 'not_found', () => json({ status: 404, code: 'not_found', title: '' }, 404), '没有找到'],
    ['a 500', 'server', () => new Response('<h1>Error</h1>', { status: 500 }), '故障'],
    ['a 403', 'refused', () => new Response('', { status: 403 }), '没有权限'],
    ['a 429', 'rate_limited', () => new Response('', { status: 429, headers: { 'retry-after': '60' } }), '频繁'],
    ['HTML in place of JSON', 'invalid_response', () => json('<!doctype html><title>登录</title>'), '有误'],
    ['a document of another kind', 'invalid_response', () => json({ guides: [] }), '有误'],
    ['no connection', 'network', () => Promise.reject(new TypeError('Failed to fetch')), '网络'],
    [
      'a response that never ends',
      'timeout',
      () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) })),
      '等待时间过长',
    ],
  ];
  for (const [name, code, answer, sentence] of cases)
    it(`tells ${name} in a sentence and as ${code}, and keeps the author's content`, async () => {
      const probe = page<Probe>('<test-probe><p>原文</p></test-probe>');
      probe.client = connection(answer, 200);
      const failed = next<CustomEvent>(probe, 'zwgk-failed');
      probe.probeId = 'a';
      equal((await failed).detail.error.code, code);
      await settled(probe);
      includes(seen(probe), sentence);
      equal((probe.firstElementChild as HTMLElement).offsetHeight > 0, true);
    });

  it('tries again when the reader asks for it', async () => {
    let tries = 0;
    const probe = page<Probe>('<test-probe></test-probe>');
    probe.client = connection(() => (++tries === 1 ? new Response('', { status: 503 }) : json(chart('到了'))));
    probe.probeId = 'a';
    await until(() => probe.shadowRoot!.querySelector('button'));
    probe.shadowRoot!.querySelector('button')!.click();
    await until(() => seen(probe).includes('到了'));
  });

  it('shows what can be shown of a document with defects, and tells what was left out', async () => {
    const probe = page<Probe>('<test-probe></test-probe>');
    const failed = next<CustomEvent>(probe, 'zwgk-failed');
    probe.value = {
      ...chart('有缺陷'),
      updatedAt: 5,
      nodes: [
        { id: 'a', kind: 'start', label: '申请' },
        { id: 'b', kind: 'nonsense', label: '?' },
      ],
    };
    const { detail } = await failed;
    equal(detail.error.code, 'invalid_input');
    equal(detail.shown, true);
    equal(
      detail.error.issues
        .map((issue: { path: unknown[]; code: string }) => `${issue.path.join('.')} ${issue.code}`)
        .sort()
        .join(),
      'nodes.1.kind unknown_code,updatedAt type',
    );
    includes(seen(probe), '有缺陷');
    includes(seen(probe), '已略去');
  });

  it('refuses a malformed inline document with its place', async () => {
    const probe = page<Probe>(
      '<test-probe><script type="application/json">{"title": </script><p>原文</p></test-probe>',
    );
    const { detail } = await next<CustomEvent>(probe, 'zwgk-failed');
    equal(detail.error.code, 'invalid_input');
    equal(detail.error.issues[0].code, 'format');
  });

  it('never requests an address that is not http', async () => {
    const probe = page<Probe>('<test-probe></test-probe>');
    const failed = next<CustomEvent>(probe, 'zwgk-failed');
    probe.src = 'javascript:alert(1)';
    equal((await failed).detail.error.code, 'invalid_input');
  });
});

describe('the language', () => {
  it('is that of the nearest lang, also when it changes later', async () => {
    const box = page('<div lang="zh-TW"><test-probe probe-id="a"></test-probe></div>');
    const probe = await settled(box.firstElementChild as Probe);
    await until(() => seen(probe).includes('無法顯示'));
    box.lang = 'en';
    await until(() => seen(probe).includes('cannot be shown'));
    box.lang = 'zh-CN';
    await until(() => seen(probe).includes('无法显示'));
  });

  it('may be one that the page brings along', async () => {
    (globalThis as { zwgkLocales?: object }).zwgkLocales = { fr: { errors: { invalid_input: 'Contenu illisible.' } } };
    const box = page('<div lang="fr-CA"><test-probe probe-id="a"></test-probe></div>');
    const probe = await settled(box.firstElementChild as Probe);
    await until(() => seen(probe).includes('Contenu illisible.'));
  });
});
