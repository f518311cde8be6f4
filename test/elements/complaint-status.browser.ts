import '@zwgk/elements/define/zwgk-complaint-status.js';
import { createClient, type ClientOptions } from '@zwgk/client';
import type { ZwgkComplaintStatus } from '@zwgk/elements';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { accessible, next, page, seen, settled, until } from '../support/browser.js';

const found = {
  ticketNo: 'DX20260210-0007',
  kind: 'consult',
  title: '城乡居民养老保险补缴条件咨询',
  content: '本人1968年出生，想了解2026年补缴的条件和材料。',
  state: 'processing',
  submittedAt: '2026-02-10T10:05:00+08:00',
  dueAt: '2026-03-09',
  dueProvisional: false,
  heldBy: '县社保局',
  heldSince: '2026-02-11T15:00:00+08:00',
  log: [
    { at: '2026-02-10T10:05:00+08:00', state: 'submitted' },
    { at: '2026-02-11T09:00:00+08:00', state: 'accepted', unit: '稻溪镇党政办公室' },
    { at: '2026-02-11T15:00:00+08:00', state: 'assigned', unit: '县社保局', note: '请于期限内答复来信人。' },
    { at: '2026-02-12T08:30:00+08:00', state: 'processing', unit: '县社保局' },
  ],
  messages: [{ at: '2026-02-12T09:00:00+08:00', from: 'unit', text: '请补充参保地。', unit: '县社保局' }],
  actions: ['addMessage', 'withdraw'],
};
const replied = {
  ...found,
  state: 'replied',
  log: [...found.log, { at: '2026-03-02T16:00:00+08:00', state: 'replied', unit: '县社保局' }],
  reply: {
    at: '2026-03-02T16:00:00+08:00',
    unit: '县社保局',
    text: '符合补缴条件。\n请携带身份证到镇便民服务中心办理。',
  },
  actions: ['addMessage', 'reopen', 'rate'],
};
const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const problem = (status: number, code: string, more: object = {}, headers = {}) =>
  json({ status, code, title: code, ...more }, status, headers);

interface Sent {
  readonly path: string;
  readonly url: string;
  readonly key: string | null;
  readonly body: Record<string, unknown>;
}
type Answer = () => Response | Promise<Response>;
function service(...answers: Answer[]) {
  const sent: Sent[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { url } = request;
    const body = JSON.parse(await request.text()) as Sent['body'];
    sent.push({
      url,
      path: new URL(url).pathname.replace(/.*complaints/, ''),
      key: request.headers.get('idempotency-key'),
      body,
    });
    return (answers.length > 1 ? answers.shift()! : (answers[0] ?? (() => json(found))))();
  };
  return { sent, fetch };
}
async function status(
  { fetch }: Pick<ClientOptions, 'fetch'>,
  attributes = '',
  options: Partial<ClientOptions> = {},
): Promise<ZwgkComplaintStatus> {
  const element = page<ZwgkComplaintStatus>(`<zwgk-complaint-status ${attributes}></zwgk-complaint-status>`);
  element.client = createClient({ api: '/api/v1', fetch, retries: 0, ...options });
  return settled(element);
}
const find = <E extends HTMLElement>(element: HTMLElement, selector: string): E => {
  const one = element.shadowRoot!.querySelector<E>(selector);
  if (!one) throw new Error(`No ${selector}`);
  return one;
};
const has = (element: HTMLElement, selector: string) => !!element.shadowRoot!.querySelector(selector);
const words = (element: HTMLElement) =>
  [...element.shadowRoot!.querySelectorAll('button')].map((one) => one.textContent.trim());
async function click(element: ZwgkComplaintStatus, word: string) {
  const button = [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent.trim() === word);
  if (!button) throw new Error(`No button ${word} among ${words(element).join(' | ')}`);
  button.click();
  await new Promise((resolve) => setTimeout(resolve));
  await settled(element);
}
function type(element: HTMLElement, selector: string, value: string) {
  const field = find<HTMLInputElement>(element, selector);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}
async function look(element: ZwgkComplaintStatus, code = 'K7M2-Q9TX-4BHW') {
  type(element, '#code', code);
  await click(element, '查询');
}
const expect = (condition: unknown, message: string) => {
  if (!condition) throw new Error(message);
};
const shows = (element: HTMLElement, ...parts: string[]) => {
  const text = seen(element);
  for (const part of parts) expect(text.includes(part), `“${part}” is not shown in:\n${text}`);
};
const hides = (element: HTMLElement, ...parts: string[]) => {
  const text = seen(element);
  for (const part of parts) expect(!text.includes(part), `“${part}” is shown in:\n${text}`);
};
const active = (element: HTMLElement) => element.shadowRoot!.activeElement as HTMLElement | null;
/** 2026-02-20, within the time of the case above. */
const now = () => Date.UTC(2026, 1, 20);

describe('zwgk-complaint-status', () => {
  afterEach(() => page('<p></p>'));

  it('opens a case by its code and shows where it stands', async () => {
    const { sent, fetch } = service();
    const element = await status({ fetch }, '', { now });
    await accessible(element);
    const opened = next(element, 'zwgk-complaint-opened');
    await look(element);
    const { detail } = await opened;
    expect(
      JSON.stringify(detail) === JSON.stringify({ ticketNo: found.ticketNo, state: 'processing' }),
      JSON.stringify(detail),
    );
    shows(
      element,
      found.title,
      '办理中',
      '咨询',
      '2026年2月10日 10:05',
      '县社保局（2026年2月11日起）',
      '2026年3月9日前',
      '请补充参保地。',
    );
    hides(element, '已超过期限', '暂定');
    const steps = [...element.shadowRoot!.querySelectorAll('ol.timeline > li')];
    expect(steps.length === 4, `${steps.length} steps`);
    expect(
      steps[0]!.textContent.includes('已提交') && steps[3]!.getAttribute('aria-current') === 'step',
      'The order of time',
    );
    expect(steps[2]!.textContent.includes('请于期限内答复来信人'), 'The note of a step');
    expect(active(element)?.id === 'heading', 'The reader is led to the case');
    expect(sent.length === 1 && sent[0]!.path === '/lookup' && sent[0]!.key === null, JSON.stringify(sent));
    await accessible(element);
  });

  it('takes the code however it was typed, and leaves it in no address, event, store or field', async () => {
    for (const typed of ['k7m2q9tx4bhw', ' K7M2 Q9TX 4BHW ', 'Ｋ７Ｍ２－Ｑ９ＴＸ－４ＢＨＷ', 'k7m2—q9tx—4bhw']) {
      const { sent, fetch } = service();
      const element = await status({ fetch });
      const heard: unknown[] = [];
      for (const name of ['zwgk-complaint-opened', 'zwgk-failed'] as const)
        element.addEventListener(name, (event) => heard.push((event as CustomEvent).detail));
      await look(element, typed);
      expect(sent[0]!.body['queryCode'] === 'K7M2Q9TX4BHW', JSON.stringify(sent[0]!.body));
      const everywhere = JSON.stringify([
        heard,
        { ...localStorage },
        { ...sessionStorage },
        location.href,
        document.cookie,
        sent[0]!.url,
      ]);
      expect(heard.length === 1 && !/K7M2/i.test(everywhere), everywhere);
      expect(
        !/K7M2/i.test(element.shadowRoot!.innerHTML) && !/K7M2/i.test(element.outerHTML),
        'The code is on the page',
      );
    }
  });

  it('sends the number along where it is given, by the page or by the reader', async () => {
    const { sent, fetch } = service();
    const element = await status({ fetch }, 'ticket-no="DX20260210-0007"');
    expect(find<HTMLInputElement>(element, '#ticket').value === 'DX20260210-0007', 'Not put in');
    await look(element);
    expect(sent[0]!.body['ticketNo'] === 'DX20260210-0007', JSON.stringify(sent[0]!.body));
  });

  it('says the same of a wrong, an unknown and a malformed code', async () => {
    const sentences = new Set<string>();
    for (const answer of [
      () => problem(404, 'not_found'),
      () => problem(422, 'invalid_input', { issues: [{ path: ['queryCode'], code: 'check_digit' }] }),
    ]) {
      const element = await status(service(answer));
      const failed = next(element, 'zwgk-failed');
      await look(element);
      await failed;
      sentences.add(find(element, '#code-fault').textContent);
      expect(find<HTMLInputElement>(element, '#code').value === 'K7M2-Q9TX-4BHW', 'What was typed is gone');
      expect(active(element)?.id === 'code', 'The reader is led to the field');
      expect(
        find(element, '#code').getAttribute('aria-describedby')!.includes('code-fault'),
        'The sentence belongs to the field',
      );
      await accessible(element);
    }
    expect(sentences.size === 1, [...sentences].join(' / '));
  });

  it('asks for a code before it asks the service', async () => {
    const { sent, fetch } = service();
    const element = await status({ fetch });
    for (const typed of ['', ' — ']) {
      await look(element, typed);
      shows(element, '请填写查询码');
    }
    expect(sent.length === 0, 'The service was asked');
  });

  describe('explains the due date', () => {
    const explained = async (body: object) => {
      const element = await status(
        service(() => json(body)),
        '',
        { now },
      );
      await look(element);
      find(element, '.how summary').click();
      await until(() => has(element, '.how li'), 'the explanation');
      return element;
    };
    it('by counting with the published calendar where the service says nothing', async () => {
      const element = await explained(found);
      shows(
        element,
        '自2026年2月10日的次日起至2026年3月9日，共27日，其中工作日15个',
        '双休日',
        '春节放假',
        '2026年2月15日至2026年2月23日',
        '2026年2月14日、2026年2月28日调休上班',
      );
      await accessible(element);
    });
    it('with the rule and the basis of the service', async () => {
      const element = await explained({
        ...found,
        dueRule: { value: 15, unit: 'workingDays', start: 'received', basis: '《示例办法》第三条' },
      });
      shows(
        element,
        '自收到来信之日起15个工作日（依据：《示例办法》第三条）',
        '到2026年3月9日为第15个工作日',
        '民法典',
      );
    });
    it('with the account of the service: extensions, pauses, caps, roll-over', async () => {
      const element = await explained({
        ...found,
        dueAt: '2026-04-13',
        dueRule: { value: 60, unit: 'calendarDays', start: 'accepted', basis: '《信访工作条例》第三十四条' },
        due: {
          startedOn: '2026-02-10',
          extended: 10,
          paused: 3,
          cappedBy: { basis: '《法》第一条' },
          explanation: {
            unit: 'calendarDays',
            value: 60,
            from: '2026-02-10',
            firstDay: '2026-02-11',
            counted: 60,
            rest: [],
            makeUp: [],
            rolledFrom: '2026-04-11',
            clauses: [],
          },
        },
      });
      shows(
        element,
        '自受理之日起60日',
        '连续计算60日，到2026年4月11日期满',
        '已批准延期10日',
        '3天不计入期限',
        '法定最长期限',
        '2026年4月11日是休息日，顺延',
      );
    });
    it('as provisional beyond the published holidays', async () => {
      const element = await explained({
        ...found,
        submittedAt: '2026-12-15T09:00:00+08:00',
        dueAt: '2027-01-12',
        dueProvisional: true,
      });
      shows(element, '（暂定）', '放假安排尚未公布');
    });
  });

  it('says when the time is over, and not once the case is answered', async () => {
    const later = () => Date.UTC(2026, 2, 9, 16, 1);
    const element = await status(service(), '', { now: later });
    await look(element);
    shows(element, '已超过期限');
    const answered = await status(
      service(() => json(replied)),
      '',
      { now: later },
    );
    await look(answered);
    hides(answered, '已超过期限');
  });

  it('does not call the last day overdue', async () => {
    const element = await status(service(), '', { now: () => Date.UTC(2026, 2, 9, 15, 59) });
    await look(element);
    hides(element, '已超过期限');
  });

  it('offers only what the service allows', async () => {
    for (const [body, offered] of [
      [found, ['补充材料或留言', '撤回来信']],
      [replied, ['补充材料或留言', '评价办理结果', '对答复不满意，要求重新办理']],
      [{ ...found, actions: [] }, []],
      [{ ...found, actions: undefined }, []],
    ] as const) {
      const element = await status(service(() => json(body)));
      await look(element);
      expect(words(element).join() === [...offered, '查询另一封来信'].join(), words(element).join());
      await accessible(element);
    }
  });

  it('adds a message', async () => {
    const after = {
      ...found,
      messages: [
        ...found.messages,
        { at: '2026-02-13T09:00:00+08:00', from: 'citizen', unit: '县社保局', text: '参保地为稻溪镇。' },
      ],
    };
    const { sent, fetch } = service(
      () => json(found),
      () => json(after),
    );
    const element = await status({ fetch });
    await look(element);
    await click(element, '补充材料或留言');
    expect(active(element)?.id === 'act-text', 'The reader is led to the field');
    await accessible(element);
    await click(element, '提交');
    shows(element, '请填写后再提交');
    expect(sent.length === 1, 'Sent empty');
    type(element, '#act-text', '参保地为稻溪镇。');
    await click(element, '提交');
    expect(
      sent[1]!.path === '/messages' && sent[1]!.body['text'] === '参保地为稻溪镇。' && sent[1]!.key,
      JSON.stringify(sent[1]),
    );
    shows(element, '已提交', '来信人', '参保地为稻溪镇。');
    expect(!has(element, '#act-text'), 'The form is still open');
  });

  it('withdraws only after the reader has confirmed', async () => {
    const { sent, fetch } = service(
      () => json(found),
      () => json({ ...found, state: 'closed', withdrawn: true, actions: [] }),
    );
    const element = await status({ fetch });
    await look(element);
    await click(element, '撤回来信');
    shows(element, '不能恢复');
    expect(sent.length === 1, 'Withdrawn at once');
    await click(element, '取消');
    expect(active(element)?.id === 'open-withdraw', 'The reader is back at the button');
    await click(element, '撤回来信');
    await click(element, '提交');
    expect(sent[1]!.path === '/withdraw', sent[1]!.path);
    shows(element, '已撤回');
  });

  it('has a case handled again, with a reason', async () => {
    const { sent, fetch } = service(
      () => json(replied),
      () => json({ ...replied, state: 'reopened', actions: ['addMessage'] }),
    );
    const element = await status({ fetch });
    await look(element);
    shows(element, '符合补缴条件。', '请携带身份证');
    await click(element, '对答复不满意，要求重新办理');
    await click(element, '提交');
    shows(element, '请填写后再提交');
    type(element, '#act-text', '没有说明金额。');
    await click(element, '提交');
    expect(sent[1]!.path === '/reopen' && sent[1]!.body['reason'] === '没有说明金额。', JSON.stringify(sent[1]));
    shows(element, '重新办理');
    expect(!words(element).includes('对答复不满意，要求重新办理'), 'Offered twice');
  });

  it('rates in five levels, with reasons only for bad ones', async () => {
    const { sent, fetch } = service(
      () => json(replied),
      () => json({ ...replied, state: 'rated', rating: { level: 2 }, actions: [] }),
    );
    const element = await status({ fetch });
    await look(element);
    await click(element, '评价办理结果');
    shows(element, '非常满意', '基本满意', '非常不满意', '评价自愿');
    expect(
      [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=level]')].every((one) => !one.checked),
      'A level is hinted at',
    );
    await click(element, '提交');
    shows(element, '请填写后再提交');
    find<HTMLInputElement>(element, '[name=level][value="5"]').click();
    await element.updateComplete;
    expect(!has(element, '[name=reasons]'), 'Reasons for praise');
    find<HTMLInputElement>(element, '[name=level][value="2"]').click();
    await element.updateComplete;
    find<HTMLInputElement>(element, '[name=reasons][value=slow]').click();
    await accessible(element);
    await click(element, '提交');
    const { level, reasons, text } = sent[1]!.body;
    expect(
      sent[1]!.path === '/rate' && level === 2 && String(reasons) === 'slow' && text === undefined,
      JSON.stringify(sent[1]),
    );
    shows(element, '您的评价', '不满意');
  });

  it('keeps what was typed when a step fails, and sends the same step with the same key again', async () => {
    const { sent, fetch } = service(
      () => json(found),
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => json(found),
    );
    const element = await status({ fetch });
    await look(element);
    await click(element, '补充材料或留言');
    type(element, '#act-text', '补充一点。');
    await click(element, '提交');
    shows(element, '没有提交成功，您填写的内容仍保留在本页', '网络连接不上');
    expect(find<HTMLTextAreaElement>(element, '#act-text').value === '补充一点。', 'The text is gone');
    await accessible(element);
    await click(element, '提交');
    expect(sent[1]!.key === sent[2]!.key && sent[1]!.key, 'Another key');
    shows(element, '已提交');
  });

  it('tells when the case has moved on meanwhile', async () => {
    const element = await status(
      service(
        () => json(found),
        () => problem(409, 'conflict'),
      ),
    );
    await look(element);
    await click(element, '撤回来信');
    await click(element, '提交');
    shows(element, '办理情况有了变化，请重新查询');
  });

  it('forgets the case when the reader looks up another', async () => {
    const element = await status(service());
    await look(element);
    await click(element, '查询另一封来信');
    hides(element, found.title, found.ticketNo);
    expect(find<HTMLInputElement>(element, '#code').value === '', 'The code is back');
  });

  it('leaves the author’s content where there is no service', async () => {
    const holder = page(
      '<div><zwgk-provider files="/files"><zwgk-complaint-status><p id="plain">请拨打 0460-0000101</p></zwgk-complaint-status></zwgk-provider></div>',
    );
    const element = holder.querySelector('zwgk-complaint-status')!;
    await settled(element);
    shows(element, '不能在网上查询来信');
    expect(holder.querySelector<HTMLElement>('#plain')!.offsetHeight > 0, 'The author’s content is gone');
    await accessible(element);
  });

  describe('given a bad answer', () => {
    const never = () =>
      new Response(new ReadableStream({ start: (it) => it.enqueue(new TextEncoder().encode('{"ticketNo":')) }));
    for (const [name, answer, code, part] of [
      ['too many tries', () => problem(429, 'rate_limited', {}, { 'retry-after': '900' }), 'rate_limited', '约15分钟'],
      ['a broken service', () => problem(500, 'server'), 'server', '受理系统暂时出现故障'],
      ['a page in place of JSON', () => new Response('<!doctype html>'), 'invalid_response', '收到的内容有误'],
      ['an answer that never ends', never, 'timeout', '等待时间过长'],
      ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'network', '网络连接不上'],
      ['a case without a number', () => json({ ...found, ticketNo: undefined }), 'invalid_response', '收到的内容有误'],
      ['an empty list', () => json([]), 'invalid_response', '收到的内容有误'],
      ['null', () => json(null), 'invalid_response', '收到的内容有误'],
    ] as [string, Answer, string, string][])
      it(`says so in a sentence: ${name}`, async () => {
        const element = await status(service(answer), '', { timeout: 300 });
        const failed = next(element, 'zwgk-failed');
        await look(element);
        const { error } = (await failed).detail;
        expect(error.code === code, error.code);
        expect(!JSON.stringify(error).includes('K7M2') && !error.message.includes('K7M2'), 'The error tells the code');
        shows(element, part);
        await accessible(element);
      });

    it('is busy while it asks, and asks once for two clicks', async () => {
      let answer: (response: Response) => void = () => {};
      const { sent, fetch } = service(() => new Promise((resolve) => (answer = resolve)));
      const element = await status({ fetch });
      type(element, '#code', 'K7M2-Q9TX-4BHW');
      const button = find<HTMLButtonElement>(element, 'button');
      button.click();
      button.click();
      await until(() => sent.length, 'the request');
      expect(element.getAttribute('aria-busy') === 'true', 'Not busy');
      shows(element, '正在查询');
      answer(json(found));
      await settled(element);
      expect(sent.length === 1, `${sent.length} requests`);
    });

    it('shows the rest of a case whose history has a faulty line', async () => {
      const element = await status(
        service(() =>
          json({
            ...found,
            log: [
              ...found.log,
              { at: 'never', state: 'accepted' },
              { at: '2026-02-13T00:00:00+08:00', state: '?' },
              null,
            ],
          }),
        ),
      );
      await look(element);
      expect(element.shadowRoot!.querySelectorAll('.timeline > li').length === 4, 'The good lines are not there');
      shows(element, found.title);
    });

    it('shows markup as text, in every field', async () => {
      const evil = '<img src=x onerror="window.__hit=1"><script>window.__hit=1</script>';
      const element = await status(
        service(() =>
          json({
            ...replied,
            title: evil,
            content: evil,
            heldBy: evil,
            log: [{ at: '2026-02-10T10:05:00+08:00', state: 'submitted', unit: evil, note: evil }],
            messages: [{ at: '2026-02-10T10:05:00+08:00', from: 'unit', text: evil, unit: evil }],
            reply: { at: '2026-02-10T10:05:00+08:00', text: evil, unit: evil },
            dueRule: { value: 1, unit: 'workingDays', basis: evil },
          }),
        ),
      );
      await look(element);
      find(element, '.how summary').click();
      await until(() => has(element, '.how li'), 'the explanation');
      shows(element, evil);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(!('__hit' in window) && !has(element, 'img') && !has(element, 'script'), 'Markup was executed');
    });

    it('refuses a message that is too long or has lone surrogates', async () => {
      const { sent, fetch } = service();
      const element = await status({ fetch });
      await look(element);
      await click(element, '补充材料或留言');
      type(element, '#act-text', '字'.repeat(20000));
      await click(element, '提交');
      shows(element, '最多2000字，现有20000字');
      type(element, '#act-text', '坏\ud83d');
      await click(element, '提交');
      shows(element, '含有无法识别的字符');
      expect(sent.length === 1, 'Sent all the same');
    });
  });

  it('is used with the keyboard alone', async () => {
    const { sent, fetch } = service(
      () => json(replied),
      () => json({ ...replied, rating: { level: 4 }, state: 'rated', actions: [] }),
    );
    const element = await status({ fetch });
    const press = (key: string) => sendKeys({ press: key });
    const to = async (test: (target: HTMLElement) => boolean, what: string) => {
      for (let i = 0; i < 30 && !(active(element) && test(active(element)!)); i++) await press('Tab');
      expect(active(element) && test(active(element)!), `Tab does not reach ${what}`);
    };
    await to(({ id }) => id === 'code', 'the code');
    await sendKeys({ type: 'k7m2 q9tx 4bhw' });
    await press('Enter');
    await until(() => active(element)?.id === 'heading', 'the case');
    await to(({ id }) => id === 'open-rate', 'the rating');
    await press('Enter');
    await until(() => (active(element) as HTMLInputElement).name === 'level', 'the levels');
    await press('Space');
    await press('ArrowDown');
    await to(({ textContent }) => textContent.trim() === '提交', 'the button');
    await press('Enter');
    await until(() => sent.length === 2, 'the rating');
    await settled(element);
    expect(sent[1]!.body['level'] === 4, JSON.stringify(sent[1]!.body));
    shows(element, '满意');
  });

  it('fits a width of 320 pixels, in the large theme too', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      const element = await status(
        service(() => json({ ...replied, title: '字'.repeat(50), heldBy: '很长的单位名称'.repeat(10) })),
      );
      element.style.setProperty('--zwgk-font-size', '20px');
      element.style.setProperty('--zwgk-target', '60px');
      const fits = () => expect(document.documentElement.scrollWidth <= 320, `${document.documentElement.scrollWidth}`);
      fits();
      await look(element);
      fits();
      await click(element, '评价办理结果');
      fits();
    } finally {
      await setViewport({ width: 1280, height: 800 });
    }
  });

  it('speaks English and traditional Chinese', async () => {
    const element = await status(service(), 'lang="en"');
    await until(() => seen(element).includes('Follow your letter'), 'English');
    element.lang = 'zh-TW';
    await until(() => seen(element).includes('來信查詢'), 'traditional Chinese');
    await accessible(element);
  });
});
