import { sendKeys, setViewport } from '@web/test-runner-commands';
import { accessible, next, page, seen, settled, until } from '../support/browser.js';
import {
  ORG,
  CODE,
  receipt,
  json,
  problem,
  type Answer,
  service,
  form,
  find,
  has,
  button,
  click,
  fill,
  letter,
  reviewed,
  send,
  expect,
  shows,
  hides,
  active,
} from '../support/complaint-form.js';

describe('zwgk-complaint-form', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => page('<p></p>'));

  it('tells what does not belong here and what happens with the data before anything is typed', async () => {
    const element = await form(service(), `org="${ORG}" contact="0460-0000101"`);
    await until(() => has(element, '.privacy details'), 'the notice in full');
    shows(element, ORG, '110', '119', '120', '行政复议', '信访复查复核', '个人信息处理告知');
    expect(find<HTMLInputElement>(element, '[name=consent]').checked === false, 'Consent is off');
    expect(find<HTMLInputElement>(element, '[name=keep]').checked === false, 'Keeping is off');
    await accessible(element);
  });

  it('files a letter: checks, shows it for review, sends it once, shows the receipt', async () => {
    const { sent, fetch } = service();
    const element = await form({ fetch }, `org="${ORG}" org-code="11880121MB9T10009Q" about="guide-7"`);
    await reviewed(element);
    shows(element, '咨询', '买买提·艾力', '城乡居民养老保险补缴条件咨询', 'guide-7', '不公开');
    await accessible(element);
    expect(sent.length === 0, 'Nothing is sent before the reader confirms');
    const submitted = next(element, 'zwgk-complaint-submitted');
    await send(element);
    const { detail } = await submitted;
    expect(sent.length === 1, `${sent.length} requests`);
    const { body, key, url } = sent[0]!;
    expect(/^[0-9a-f]{30}$/.test(key!), `Key ${key}`);
    expect(!url.includes('?'), url);
    expect(body['name'] === '买买提·艾力' && body['mobile'] === '13800138000', JSON.stringify(body));
    expect(
      body['publicConsent'] === false && body['kind'] === 'consult' && body['about'] === 'guide-7',
      JSON.stringify(body),
    );
    expect(JSON.stringify(body['targetOrg']) === JSON.stringify({ name: ORG, uscc: '11880121MB9T10009Q' }), 'the body');
    shows(element, '来信已提交', 'DX20261122-0007', 'K7M2-Q9TX-4BHW', '2026年12月11日', '只在这里显示一次');
    expect(detail.receipt.ticketNo === 'DX20261122-0007', 'The event tells the number');
    expect(!JSON.stringify(detail).includes(CODE), 'The event does not tell the code');
    expect(!location.href.includes(CODE), 'The address does not tell the code');
    expect(active(element)?.id === 'heading', 'The reader is led to the receipt');
    await accessible(element);
  });

  it('lets the page send the letter elsewhere', async () => {
    const { sent, fetch } = service();
    const element = await form({ fetch });
    await reviewed(element);
    element.addEventListener('zwgk-complaint-submit', (event) => {
      expect(event.detail.complaint.title === letter.title, 'The letter is in the event');
      event.preventDefault();
    });
    await send(element);
    expect(sent.length === 0, 'Sent all the same');
  });

  it('says what is wrong once on top, in the order of the fields, and beside each field', async () => {
    const element = await form(service());
    await fill(element, { kind: 'consult', phone: '12', name: '张3' });
    await click(element, '下一步');
    const links = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('#faults a')];
    expect(
      links.map((link) => link.getAttribute('href')).join() === '#f-title,#f-content,#f-name,#f-phone',
      links.map((link) => link.outerHTML).join('\n'),
    );
    expect(active(element)?.id === 'faults', 'The reader is led to the summary');
    for (const name of ['title', 'content', 'name', 'phone']) {
      const field = find(element, `#f-${name}`);
      expect(field.getAttribute('aria-invalid') === 'true', `${name} is not marked`);
      const described = field.getAttribute('aria-describedby')!.split(' ');
      expect(described.includes(`e-${name}`) && has(element, `#e-${name}`), `${name} is not described`);
    }
    await accessible(element);
    const before = location.href;
    links[1]!.click();
    expect(active(element)?.id === 'f-content', 'A link leads to its field');
    expect(location.href === before, 'A link does not change the address');
    await fill(element, { title: '标题写好了' });
    expect(!has(element, '#e-title') && has(element, '#e-content'), 'A sentence goes once its field is right');
    expect(active(element)?.id === 'f-content', 'The focus stays where the reader is');
  });

  it('asks for the kind first when none is chosen', async () => {
    const element = await form(service());
    await click(element, '下一步');
    shows(element, '请选择来信类型');
    find<HTMLAnchorElement>(element, '#faults a').click();
    expect((active(element) as HTMLInputElement).name === 'kind', 'The link leads to the choices');
  });

  it('counts characters, not their halves, against the limits of the body', async () => {
    const element = await form(service(), `org="${ORG}" title-min="10" title-max="25" content-max="600"`);
    shows(element, '10至25字', '还可输入600字');
    await fill(element, { ...letter, title: '𠮷'.repeat(9), content: '𠮷'.repeat(601) });
    shows(element, '还可输入16字', '已超出1字');
    await click(element, '下一步');
    shows(element, '标题至少10字，现有9字', '内容最多600字，现有601字');
    await fill(element, { title: '𠮷'.repeat(25), content: '𠮷'.repeat(600) });
    await click(element, '下一步');
    shows(element, '请核对来信内容');
  });

  it('takes names with rare characters, dots of every look and foreign letters', async () => {
    for (const [typed, stored] of [
      ['𠮷𡋾㛃', '𠮷𡋾㛃'],
      ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
      ['Иванов Пётр', 'Иванов Пётр'],
      ['⿰王文', '⿰王文'],
    ]) {
      const { sent, fetch } = service();
      const element = await form({ fetch });
      await reviewed(element, { ...letter, name: typed! });
      await send(element);
      expect(sent[0]?.body['name'] === stored, `${typed} became ${String(sent[0]?.body['name'])}`);
    }
  });

  it('asks each kind only for what it needs, and lets only reports go without a name', async () => {
    const { sent, fetch } = service();
    const element = await form({ fetch });
    const offered = () =>
      [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=identityMode]')].map((one) => one.value);
    await fill(element, { kind: 'suggestion' });
    expect(!has(element, '[name=accusedOrg]') && !has(element, '[name=place]'), 'A suggestion needs neither');
    expect(!offered().includes('anonymous'), 'A suggestion has a name');
    await fill(element, {
      kind: 'report',
      title: '违法占用耕地',
      content: '有人在耕地上建房。',
      name: '不应送出',
      phone: '13800138000',
    });
    await until(() => seen(element).includes('12388'), 'the word on officials');
    shows(element, '不会把来信内容透露给被举报的对象');
    expect(!has(element, '[name=consent]'), 'A report is never published');
    await fill(element, { identityMode: 'anonymous' });
    expect(!has(element, '[name=name]') && !has(element, '[name=phone]'), 'Nothing is asked of the nameless');
    await click(element, '下一步');
    shows(element, '请至少填写被举报的单位、个人或者问题发生地点中的一项');
    await fill(element, { place: '稻溪镇石栗村' });
    await click(element, '下一步');
    hides(element, '不应送出');
    await send(element);
    const { body } = sent[0]!;
    expect(body['identityMode'] === 'anonymous', JSON.stringify(body));
    for (const field of ['name', 'mobile', 'phone', 'email', 'address']) expect(!(field in body), `${field} was sent`);
    expect(!JSON.stringify(body).includes('不应送出'), 'A hidden name was sent');
  });

  it('sends reports on officials elsewhere, without telling where the reader comes from', async () => {
    const element = await form(service(), `kind="report" report-url="/report.html"`);
    await until(() => has(element, '.warning a'), 'the link');
    const link = find<HTMLAnchorElement>(element, '.warning a');
    expect(link.rel === 'noopener noreferrer' && link.referrerPolicy === 'no-referrer', link.outerHTML);
  });

  it('asks for what the body demands in addition', async () => {
    const element = await form(service(), `kinds="consult complaint" require="address"`);
    expect(element.shadowRoot!.querySelectorAll('[name=kind]').length === 2, 'Two kinds are offered');
    await fill(element, letter);
    await click(element, '下一步');
    shows(element, '请填写住址');
  });

  it('sends one letter for two clicks', async () => {
    let answer: (response: Response) => void = () => {};
    const { sent, fetch } = service(() => new Promise((resolve) => (answer = resolve)));
    const element = await form({ fetch });
    await reviewed(element);
    button(element, '确认提交').click();
    button(element, '确认提交').click();
    await until(() => sent.length, 'the request');
    expect(element.getAttribute('aria-busy') === 'true', 'The element says that it is busy');
    shows(element, '正在提交');
    await accessible(element);
    button(element, '确认提交').click();
    answer(json(receipt, 201));
    await settled(element);
    expect(sent.length === 1, `${sent.length} requests`);
    shows(element, 'K7M2-Q9TX-4BHW');
  });

  it('loses nothing with the network, says so, and sends the same letter with the same key again', async () => {
    const { sent, fetch } = service(
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => json(receipt, 201),
    );
    const element = await form({ fetch });
    await reviewed(element);
    const failed = next(element, 'zwgk-failed');
    await send(element);
    const { error } = (await failed).detail;
    expect(error.code === 'network', error.code);
    expect(!JSON.stringify(error).includes('买买提'), 'The error tells what was typed');
    shows(element, '尚未送达', '内容仍保留在本页', '不会重复登记');
    await accessible(element);
    await click(element, '返回修改');
    expect(find<HTMLInputElement>(element, '#f-name').value === letter.name, 'The name is gone');
    expect(find<HTMLTextAreaElement>(element, '#f-content').value === letter.content, 'The text is gone');
    await click(element, '下一步');
    await send(element);
    expect(sent.length === 2 && sent[0]!.key === sent[1]!.key, 'The key changed');
    expect(JSON.stringify(sent[0]!.body) === JSON.stringify(sent[1]!.body), 'The letter changed');
    shows(element, 'DX20261122-0007');
  });

  it('keeps a letter in an outbox while there is no network, and sends it only when told to', async () => {
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      const { sent, fetch } = service(
        () => Promise.reject(new TypeError('Failed to fetch')),
        () => json(receipt, 201),
      );
      const element = await form({ fetch });
      await reviewed(element);
      await send(element);
      shows(element, '现在没有网络，来信未发送', '未发送，点此发送', '内容仍保留在本页');
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => true });
      dispatchEvent(new Event('online'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(sent.length === 1, 'It was sent without being told to');
      shows(element, '网络已经恢复，来信还没有发送');
      await send(element, '未发送，点此发送');
      shows(element, 'K7M2-Q9TX-4BHW');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
      Object.defineProperty(Navigator.prototype, 'onLine', online);
    }
  });

  it('keeps a draft only when asked, without name, contact or whom it is about, and deletes it once sent', async () => {
    const first = service();
    const attributes = `org="${ORG}" kind="complaint"`;
    let element = await form(first, attributes);
    await fill(element, {
      ...letter,
      kind: 'complaint',
      email: 'a@example.com',
      accusedName: '李某某',
      accusedOrg: '某单位',
    });
    expect(localStorage.length === 0, 'Kept without being asked');
    find<HTMLInputElement>(element, '[name=keep]').click();
    await element.updateComplete;
    const stored = JSON.stringify({ ...localStorage });
    for (const word of ['买买提', '138 0013 8000', '13800138000', 'a@example.com', '李某某', '某单位'])
      expect(!stored.includes(word), `${word} is kept`);
    expect(stored.includes('养老保险'), 'The text is not kept');

    const second = service();
    element = await form(second, attributes);
    shows(element, '已恢复上次保留的草稿');
    expect(find<HTMLInputElement>(element, '#f-title').value === letter.title, 'The title is not back');
    expect(find<HTMLInputElement>(element, '#f-name').value === '', 'A name came back');
    await accessible(element);
    await reviewed(element, { name: letter.name, phone: letter.phone });
    await send(element);
    expect(localStorage.length === 0, 'The draft is still there');
  });

  it('makes one case of a letter that was sent, lost its answer and was sent again after a refresh', async () => {
    const cases = new Map<string, string>();
    const fetch = async (request: Request) => {
      const key = request.headers.get('idempotency-key')!;
      const body = await request.text();
      const first = !cases.has(key);
      if (!first && cases.get(key) !== body) return problem(409, 'conflict');
      cases.set(key, body);
      if (first) throw new TypeError('The answer is lost');
      return json(receipt, 201);
    };
    let element = await form({ fetch });
    find<HTMLInputElement>(element, '[name=keep]').click();
    await reviewed(element);
    await send(element);
    shows(element, '内容仍保留在本页');
    element = await form({ fetch });
    await reviewed(element, { name: letter.name, phone: letter.phone });
    await send(element);
    shows(element, 'K7M2-Q9TX-4BHW');
    expect(cases.size === 1, `${cases.size} cases`);
  });

  it('deletes a kept draft on request and throws away one that is too old or damaged', async () => {
    const key = `zwgk-draft:${ORG}`;
    const draft = (savedAt: number) =>
      JSON.stringify({
        v: 1,
        key: 'ab'.repeat(15),
        shownAt: '2026-11-01T00:00:00+08:00',
        savedAt,
        values: { title: '旧草稿' },
      });
    for (const text of [
      draft(Date.now() - 31 * 86400000),
      '{"v":1',
      '[]',
      '"x"',
      '{"v":1,"key":"<img>","savedAt":1,"values":null}',
    ]) {
      localStorage.setItem(key, text);
      const element = await form(service());
      hides(element, '已恢复');
    }
    localStorage.setItem(key, draft(Date.now()));
    const element = await form(service());
    await click(element, '删除草稿');
    expect(localStorage.length === 0 && find<HTMLInputElement>(element, '#f-title').value === '', 'It is still there');
  });

  it('does not send a changed letter under the key of one that may have arrived', async () => {
    const { sent, fetch } = service(
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => problem(409, 'conflict'),
      () => json(receipt, 201),
    );
    const element = await form({ fetch });
    await reviewed(element);
    await send(element);
    await click(element, '返回修改');
    await reviewed(element, { content: '改过的内容' });
    await send(element);
    shows(element, '没有再次登记', '取回先前来信的回执', '作为另一封来信提交');
    await accessible(element);
    await send(element, '取回先前来信的回执');
    expect(sent[2]!.key === sent[0]!.key && sent[2]!.body['content'] === letter.content, 'Not the first letter');
    shows(element, 'K7M2-Q9TX-4BHW');
  });

  it('sends a letter under a key of its own when the reader says that it is another', async () => {
    const { sent, fetch } = service(
      () => problem(409, 'conflict'),
      () => json(receipt, 201),
    );
    const element = await form({ fetch });
    await reviewed(element);
    await send(element);
    await send(element, '作为另一封来信提交');
    expect(sent.length === 2 && sent[0]!.key !== sent[1]!.key, 'The same key');
    shows(element, 'K7M2-Q9TX-4BHW');
  });

  it('shows the receipt again after leaving was not confirmed, and forgets the code once it is left', async () => {
    const element = await form(service(), `org="${ORG}" status-url="/hudong.html#status"`);
    await reviewed(element);
    await send(element);
    await click(element, '完成');
    shows(element, '查询码还没有保存', 'K7M2-Q9TX-4BHW');
    expect(active(element)?.id === 'leaving', 'The reader is led to the question');
    await accessible(element);
    await click(element, '返回保存');
    shows(element, 'K7M2-Q9TX-4BHW');
    await click(element, '完成');
    await click(element, '我已抄写好');
    shows(element, 'DX20261122-0007');
    expect(!element.shadowRoot!.innerHTML.includes('K7M2'), 'The code is still there');
    const { href } = find<HTMLAnchorElement>(element, 'a');
    expect(href.endsWith('/hudong.html#status'), href);
    await accessible(element);
    await click(element, '再写一封');
    expect(find<HTMLInputElement>(element, '#f-title').value === '', 'The old letter is back');
  });

  it('holds the reader back from closing the page until the code is kept', async () => {
    const element = await form(service());
    const leaving = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return !event.defaultPrevented;
    };
    expect(leaving(), 'Held back from an empty form');
    await reviewed(element);
    await send(element);
    expect(!leaving(), 'Not held back');
    await click(element, '完成');
    await click(element, '我已抄写好');
    expect(leaving(), 'Held back for ever');
  });

  it('saves the receipt as a text file, after which it can be left', async () => {
    const element = await form(service());
    await reviewed(element);
    await send(element);
    const files: Blob[] = [];
    const names: string[] = [];
    const create = URL.createObjectURL;
    const press = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = (blob: Blob) => (files.push(blob), 'blob:test');
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      names.push(this.download);
    };
    try {
      await click(element, '保存为文本文件');
    } finally {
      URL.createObjectURL = create;
      HTMLAnchorElement.prototype.click = press;
    }
    const bytes = new Uint8Array(await files[0]!.arrayBuffer());
    expect(bytes[0] === 0xef && bytes[1] === 0xbb, 'Old editors need the byte order mark');
    const text = await files[0]!.text();
    for (const word of ['K7M2-Q9TX-4BHW', 'DX20261122-0007', ORG, letter.title])
      expect(text.includes(word), `${word} not in ${text}`);
    expect(names[0] === '来信受理回执-DX20261122-0007.txt', names[0]!);
    await click(element, '完成');
    hides(element, 'K7M2-Q9TX-4BHW', '还没有保存');
  });

  it('prints the receipt and nothing else', async () => {
    const element = await form(service());
    await reviewed(element);
    await send(element);
    await click(element, '打印回执');
    const frame = document.querySelector<HTMLIFrameElement>('iframe.zwgk-print')!;
    const paper = frame.contentDocument!;
    const text = paper.body.textContent;
    for (const word of ['来信受理回执', 'K7M2-Q9TX-4BHW', 'DX20261122-0007'])
      expect(text.includes(word), `${word} not in ${text}`);
    expect(!text.includes('打印'), text);
    expect(!paper.querySelector('[style]') && paper.adoptedStyleSheets.length === 1, 'No inline styles');
    // Headless browsers print nothing and so never tell that it is over.
    frame.contentWindow!.dispatchEvent(new Event('afterprint'));
    expect(!document.querySelector('iframe.zwgk-print'), 'the code is still in the page');
  });

  it('copies the receipt, also where the browser has no clipboard for scripts', async () => {
    const element = await form(service());
    await reviewed(element);
    await send(element);
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void written.push(text) },
    });
    await click(element, '复制');
    shows(element, '已复制');
    expect(written[0]!.includes('K7M2-Q9TX-4BHW'), written[0]!);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    const { execCommand } = document;
    document.execCommand = () => false;
    await click(element, '复制');
    shows(element, '没有复制成功');
    document.execCommand = execCommand;
    Reflect.deleteProperty(navigator, 'clipboard');
    Object.defineProperty(Navigator.prototype, 'clipboard', own);
  });

  it('leaves the author’s own form where there is no service', async () => {
    const plain = '<form action="/letters" method="post"><label>标题<input name="title"></label></form>';
    for (const open of ['', '<zwgk-provider files="/files">']) {
      const holder = page(`<div>${open}<zwgk-complaint-form>${plain}</zwgk-complaint-form></div>`);
      const element = holder.querySelector('zwgk-complaint-form')!;
      await settled(element);
      shows(element, '现在不能在网上受理来信', '12345');
      expect(element.querySelector('input')!.offsetHeight > 0, 'The form of the author is gone');
      await accessible(element);
    }
  });

  it('takes the place of the author’s form where there is a service', async () => {
    const element = page(
      '<zwgk-provider api="/api/v1"><zwgk-complaint-form><form><input name="title" aria-label="标题"></form></zwgk-complaint-form></zwgk-provider>',
    ).querySelector('zwgk-complaint-form')!;
    await settled(element);
    expect(element.querySelector('input')!.offsetHeight === 0, 'Two forms stand below each other');
    shows(element, '填写前请先看');
  });

  describe('given bad input or a bad answer', () => {
    it('leads from the issues of the service to the fields', async () => {
      const { fetch } = service(() =>
        problem(422, 'invalid_input', {
          issues: [
            { path: ['content'], code: 'too_short' },
            { path: ['mobile'], code: 'format' },
            { path: ['captcha'], code: 'required' },
          ],
        }),
      );
      const element = await form({ fetch });
      await reviewed(element);
      await send(element);
      shows(element, '有3处需要改正', '联系电话的格式不对', '其他内容不符合受理单位的要求');
      expect(active(element)?.id === 'faults', 'The reader is led to the summary');
      await fill(element, { phone: '13900139000' });
      shows(element, '其他内容不符合受理单位的要求');
      expect(!has(element, '#e-phone'), 'A changed field is no longer wrong');
    });

    for (const [name, answer, words] of [
      [
        'a full service',
        () => problem(429, 'rate_limited', {}, { 'retry-after': '600' }),
        ['提交过于频繁', '约10分钟', '内容仍保留在本页'],
      ],
      ['a broken service', () => problem(500, 'server'), ['受理系统暂时出现故障', '内容仍保留在本页', '重新发送']],
      [
        'a page in place of JSON',
        () => new Response('<!doctype html><h1>502</h1>'),
        ['没有收到有效的回执', '内容仍保留在本页', '重新发送'],
      ],
      ['a receipt without a code', () => json({ ...receipt, queryCode: '' }, 201), ['没有收到有效的回执', '重新发送']],
      [
        'an answer that never ends',
        () => new Response(new ReadableStream({ start: (it) => it.enqueue(new TextEncoder().encode('{"ticketNo":')) })),
        ['等待时间过长', '内容仍保留在本页', '重新发送'],
      ],
      ['a refusal', () => problem(403, 'refused'), ['没有接收这封来信', '内容仍保留在本页']],
      ['a wrong address', () => new Response('Not found', { status: 404 }), ['没有找到受理系统', '内容仍保留在本页']],
      ['a refusal without reasons', () => problem(413, 'invalid_input'), ['不符合受理系统的要求', '内容仍保留在本页']],
    ] as [string, Answer, string[]][])
      it(`says what happened to the letter: ${name}`, async () => {
        const element = await form(service(answer), undefined, { timeout: 300 });
        await reviewed(element);
        const failed = next(element, 'zwgk-failed');
        await send(element);
        await failed;
        shows(element, ...words);
        await accessible(element);
        await click(element, '返回修改');
        expect(find<HTMLTextAreaElement>(element, '#f-content').value === letter.content, 'The text is gone');
      });

    it('shows a receipt whose other fields are wrong: the code is told only once', async () => {
      const element = await form(service(() => json({ ...receipt, dueAt: 'soon', targetOrg: 5 }, 201)));
      await reviewed(element);
      await send(element);
      shows(element, 'K7M2-Q9TX-4BHW', ORG);
      hides(element, 'soon');
    });

    it('counts 20,000 characters and says by how much to shorten them', async () => {
      const element = await form(service());
      await fill(element, { ...letter, content: '字'.repeat(20000) });
      await click(element, '下一步');
      shows(element, '内容最多2000字，现有20000字');
    });

    it('refuses lone surrogates with a sentence, in each field', async () => {
      const element = await form(service(), `kind="report"`);
      const lone = '坏\ud83d字';
      await fill(element, { title: lone, content: lone, accusedOrg: lone, place: lone, name: lone });
      await click(element, '下一步');
      for (const name of ['title', 'content', 'accusedOrg', 'place', 'name'])
        expect(has(element, `#e-${name}`), `${name} passed`);
      shows(element, '含有无法识别的字符');
    });

    it('shows script and markup as text, in every field, under review and on the receipt', async () => {
      const { fetch } = service(() =>
        json(
          {
            ...receipt,
            ticketNo: '<img src=x onerror="window.__hit=1">',
            targetOrg: { name: '<script>window.__hit=1</script>' },
          },
          201,
        ),
      );
      const evil = '<img src=x onerror="window.__hit=1"><script>window.__hit=1</script>';
      const element = await form({ fetch }, `kind="report" org="<b>x</b>" about="<i>y</i>"`);
      await reviewed(element, {
        title: evil.slice(0, 40),
        content: evil,
        accusedOrg: evil,
        accusedPost: evil,
        place: evil,
        name: '张三',
        phone: '12345',
      });
      shows(element, evil, '<b>x</b>', '<i>y</i>');
      await send(element);
      shows(element, '<img src=x', '<script>');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(!('__hit' in window), 'Markup was executed');
      expect(!has(element, 'img') && !has(element, 'script'), 'Markup became elements');
    });

    it('works where the browser keeps nothing', async () => {
      const own =
        Object.getOwnPropertyDescriptor(Window.prototype, 'localStorage') ??
        Object.getOwnPropertyDescriptor(window, 'localStorage')!;
      Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
      try {
        const element = await form(service());
        expect(!has(element, '[name=keep]'), 'Offers what it cannot do');
        await reviewed(element);
        await send(element);
        shows(element, 'K7M2-Q9TX-4BHW');
      } finally {
        Object.defineProperty(window, 'localStorage', own);
      }
    });
  });

  it('is filed with the keyboard alone', async () => {
    const { sent, fetch } = service();
    const element = await form({ fetch });
    const press = (key: string) => sendKeys({ press: key });
    const type = (text: string) => sendKeys({ type: text });
    const to = async (id: string) => {
      for (let i = 0; i < 40 && active(element)?.id !== id; i++) await press('Tab');
      expect(active(element)?.id === id, `Tab does not reach ${id}`);
    };
    document.body.focus();
    await to('f-kind');
    await press('Space');
    await press('ArrowDown');
    await until(() => find<HTMLInputElement>(element, '[value=help]').checked, 'the arrow key');
    await to('f-title');
    await type('村口路灯不亮');
    await press('Tab');
    await type('请派人修理。');
    await to('f-name');
    await type('李四');
    await to('f-phone');
    await type('13800138000');
    await press('Enter');
    await until(() => active(element)?.id === 'heading', 'the review');
    for (let i = 0; i < 5 && active(element)?.localName !== 'button'; i++) await press('Tab');
    await press('Enter');
    await until(() => sent.length, 'the letter');
    await settled(element);
    expect(
      sent[0]!.body['kind'] === 'help' && sent[0]!.body['title'] === '村口路灯不亮',
      JSON.stringify(sent[0]!.body),
    );
    shows(element, 'K7M2-Q9TX-4BHW');
  });

  it('fits a width of 320 pixels, in the large theme too, in each of its states', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      const element = await form(
        service(
          () => problem(500, 'server'),
          () => json(receipt, 201),
        ),
        `org="${ORG}" kind="report"`,
      );
      element.style.setProperty('--zwgk-font-size', '20px');
      element.style.setProperty('--zwgk-target', '60px');
      const fits = (state: string) => {
        expect(document.documentElement.scrollWidth <= 320, `${state}: ${document.documentElement.scrollWidth}`);
        for (const target of element.shadowRoot!.querySelectorAll<HTMLElement>(
          'button, input:not([type=radio]):not([type=checkbox]):not([type=file]), .tile, summary',
        ))
          expect(target.offsetHeight >= 60, `${state}: ${target.outerHTML} is ${target.offsetHeight} high`);
      };
      await click(element, '下一步');
      fits('faults');
      await reviewed(element, { ...letter, kind: 'report', place: '很长的地点'.repeat(20) });
      fits('review');
      await send(element);
      fits('failure');
      await send(element, '重新发送');
      fits('receipt');
    } finally {
      await setViewport({ width: 1280, height: 800 });
    }
  });

  it('speaks English and traditional Chinese', async () => {
    const element = await form(service(), `lang="en" org="${ORG}"`);
    await until(() => seen(element).includes('Write to us'), 'English');
    await accessible(element);
    element.lang = 'zh-TW';
    await until(() => seen(element).includes('網上來信'), 'traditional Chinese');
    await until(() => seen(element).includes('個人信息處理告知'), 'the notice');
    shows(element, '刪');
  });
});
