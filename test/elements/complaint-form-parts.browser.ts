/** What comes later in the letter form: files, similar answers, proof of work, the receipt in hand, handing reports over. */
import { createClient } from '@zwgk/client';
import { formatQueryCode, queryCodeCheck, spokenWords } from '@zwgk/schema';
import type { ZwgkComplaintForm } from '@zwgk/elements';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { accessible, next, page, settled, until, seen } from '../support/browser.js';
import {
  ORG,
  button,
  click,
  expect,
  fill,
  find,
  form,
  has,
  hides,
  json,
  letter,
  problem,
  receipt,
  reviewed,
  send,
  service,
  shows,
} from '../support/complaint-form.js';
import { uploadService } from '../support/uploads.js';

const CODE = formatQueryCode(`K7M2Q9TX4BH${queryCodeCheck('K7M2Q9TX4BH')}`);
const png = (size = 0, extra = 'tEXt') => {
  const chunk = (type: string, content: number[]) => [
    content.length >> 24,
    (content.length >> 16) & 255,
    (content.length >> 8) & 255,
    content.length & 255,
    ...Array.from(type, (one) => one.charCodeAt(0)),
    ...content,
    1,
    2,
    3,
    4,
  ];
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk('IHDR', [1]),
    ...chunk(
      extra,
      Array.from('Author 张三', (one) => one.charCodeAt(0) & 255),
    ),
    ...chunk(
      'IDAT',
      Array.from({ length: size }, () => 7),
    ),
    ...chunk('IEND', []),
  ]);
};
const picture = (name = '照片.png', size = 0) => new File([png(size)], name);

/** Uploads to one service, letters to another. */
function services(
  disturb?: Parameters<typeof uploadService>[0],
  letters: ReturnType<typeof service> = service(() => json({ ...receipt, queryCode: CODE }, 201)),
) {
  const files = uploadService(disturb);
  const fetch = (request: Request) => (/\/uploads/.test(request.url) ? files : letters).fetch(request);
  return { ...files, fetch, sent: letters.sent };
}
function choose(element: HTMLElement, ...files: File[]) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const input = find<HTMLInputElement>(element, '.files input');
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
const uploaded = (element: HTMLElement, count = 1) =>
  until(() => element.shadowRoot!.querySelectorAll('.attachments .done').length === count, `${count} uploads`);

describe('zwgk-complaint-form: files', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => page('<p></p>'));

  it('sends a file at once, cleaned, and names it in the letter and under review', async () => {
    const { uploads, fetch, sent } = services();
    const element = await form({ fetch });
    choose(element, picture());
    await uploaded(element);
    const [upload] = [...uploads.values()];
    const text = String.fromCharCode(...upload!.bytes);
    expect(!text.includes('Author') && text.includes('IDAT'), 'The text is still in the picture');
    shows(element, '照片.png', '照片中的拍摄地点、时间和设备信息已去除');
    expect(find(element, '.files [role=status]').textContent!.includes('照片.png上传完成'), 'not announced');
    await accessible(element);
    await reviewed(element);
    shows(element, '附件', '照片.png');
    await accessible(element);
    await send(element);
    expect(JSON.stringify(sent[0]!.body['attachments']) === '[{"id":"upload-1"}]', JSON.stringify(sent[0]!.body));
    expect(!JSON.stringify(sent[0]!.body).includes('照片'), 'The name goes twice');
  });

  it('takes files by drop and by paste, and leaves pasted text alone', async () => {
    const { fetch } = services();
    const element = await form({ fetch });
    const transfer = new DataTransfer();
    transfer.items.add(picture('拖来.png'));
    const over = new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true });
    find(element, '.files').dispatchEvent(over);
    expect(over.defaultPrevented, 'The page would open the file');
    find(element, '.files').dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
    await uploaded(element);
    const clip = new DataTransfer();
    clip.items.add(picture('粘贴.png'));
    find(element, '#f-content').dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clip, bubbles: true, cancelable: true }),
    );
    await uploaded(element, 2);
    shows(element, '拖来.png', '粘贴.png');
    const words = new DataTransfer();
    words.setData('text/plain', '文字');
    const paste = new ClipboardEvent('paste', { clipboardData: words, bubbles: true, cancelable: true });
    find(element, '#f-content').dispatchEvent(paste);
    expect(!paste.defaultPrevented, 'Text cannot be pasted');
  });

  it('says in a sentence why a file is not added, before anything is sent', async () => {
    const { requests, fetch } = services();
    const element = await form({ fetch });
    choose(
      element,
      new File(['<html>'], '网页.html'),
      new File([], '空.txt'),
      new File([new Uint8Array(10485761)], '大.mp4'),
      new File(['%PDF-1.7'], '假.jpg'),
    );
    await until(() => element.shadowRoot!.querySelectorAll('.attachments .refused').length === 4, 'four refusals');
    shows(element, '文件内容与扩展名不一致', '文件是空的', '超过10MB');
    expect(requests.length === 0, requests.join());
    await accessible(element);
    await reviewed(element);
    hides(element, '网页.html');
  });

  it('takes five files and says so of the sixth', async () => {
    const { uploads, fetch } = services();
    const element = await form({ fetch });
    choose(element, ...[1, 2, 3, 4, 5, 6].map((i) => picture(`${i}.png`)));
    await uploaded(element, 5);
    shows(element, '最多添加5个附件');
    expect(uploads.size === 5, `${uploads.size} uploads`);
  });

  for (const [code, words] of [
    ['file_type', '不支持这种文件'],
    ['file_active', '含有宏、脚本或者可疑内容'],
    ['file_archive', '加密的或者压缩异常'],
    ['file_broken', '文件损坏'],
  ])
    it(`tells what the service found in a file: ${code}`, async () => {
      const { fetch } = services((request) =>
        request.method === 'PATCH' ? problem(422, 'invalid_input', { issues: [{ path: ['file'], code }] }) : undefined,
      );
      const element = await form({ fetch });
      choose(element, picture());
      await until(() => has(element, '.attachments .refused'), 'the refusal');
      shows(element, words!);
    });

  it('shows how far it is, can be cancelled, and takes the file back', async () => {
    let go: () => void = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    const { uploads, fetch } = services(async (request) => {
      if (request.headers.get('upload-offset') === '524288') await held;
    });
    const element = await form({ fetch });
    choose(element, picture('大图.png', 1_000_000));
    await until(
      () => element.shadowRoot!.querySelector<HTMLProgressElement>('.attachments progress')?.value,
      'progress',
    );
    const bar = find<HTMLProgressElement>(element, '.attachments progress');
    expect(bar.value >= 50 && bar.value < 60, `${bar.value}%`);
    expect(bar.getAttribute('aria-label') === '大图.png的上传进度', bar.outerHTML);
    await accessible(element);
    await fill(element, letter);
    await click(element, '下一步');
    shows(element, '附件还没有传完');
    find<HTMLAnchorElement>(element, '#faults a').click();
    expect(element.shadowRoot!.activeElement?.id === 'f-attachments', 'The link does not lead to the files');
    await click(element, '取消上传');
    go();
    await until(() => !uploads.size, 'the file to be taken back');
    expect(!has(element, '.attachments li'), 'It is still listed');
    expect(element.shadowRoot!.activeElement?.id === 'f-attachments', 'The focus is lost');
    await click(element, '下一步');
    shows(element, '请核对来信内容');
  });

  it('stops with the network, goes on when it is back, and sends no byte twice', async () => {
    let down = true;
    const { uploads, fetch } = services((request) => {
      if (down && request.method !== 'POST') throw new TypeError('no network');
    });
    const element = await form({ fetch });
    choose(element, picture('照片.png', 600_000));
    await until(() => has(element, '.attachments .stopped'), 'the stop');
    shows(element, '网络中断，已停止', '继续上传');
    await accessible(element);
    down = false;
    dispatchEvent(new Event('online'));
    await uploaded(element);
    expect(uploads.size === 1, `${uploads.size} uploads`);
    expect([...uploads.values()][0]!.complete, 'not complete');
  });

  it('goes on by hand after the service failed', async () => {
    let broken = true;
    const { fetch } = services((request) => (broken && request.method === 'POST' ? problem(500, 'server') : undefined));
    const element = await form({ fetch });
    choose(element, picture());
    await until(() => has(element, '.attachments .stopped'), 'the stop');
    shows(element, '受理系统暂时出现故障');
    broken = false;
    await click(element, '继续上传');
    await uploaded(element);
  });

  it('keeps uploads with a kept draft: done ones are there after a reload, others go on with the same file', async () => {
    let down = true;
    const { uploads, fetch, sent } = services((request) => {
      if (down && request.headers.get('upload-offset') === '524288') throw new TypeError('lost');
    });
    let element = await form({ fetch });
    await fill(element, { kind: 'consult', title: letter.title });
    find<HTMLInputElement>(element, '[name=keep]').click();
    choose(element, picture('一.png'));
    await uploaded(element);
    choose(element, picture('二.png', 600_000));
    await until(() => has(element, '.attachments .stopped'), 'the stop');
    expect(!JSON.stringify({ ...localStorage }).includes('Author'), 'Content is kept');
    const before = uploads.get('upload-2')!.bytes.length;
    expect(before === 524288, `${before} bytes`);

    down = false;
    element = await form({ fetch });
    await until(() => element.shadowRoot!.querySelectorAll('.attachments li').length === 2, 'the files');
    shows(element, '一.png', '已上传', '二.png', '请重新选择同一个文件');
    choose(element, picture('二.png', 600_000));
    await uploaded(element, 2);
    expect(uploads.size === 2, `${uploads.size} uploads`);
    await reviewed(element);
    await send(element);
    expect(
      JSON.stringify(sent[0]!.body['attachments']) === '[{"id":"upload-1"},{"id":"upload-2"}]',
      JSON.stringify(sent[0]!.body),
    );
    expect(localStorage.length === 0, 'Uploads are still kept');
  });

  it('keeps nothing of uploads where no draft is kept', async () => {
    const { fetch } = services();
    const element = await form({ fetch });
    choose(element, picture());
    await uploaded(element);
    expect(localStorage.length === 0, 'Kept without being asked');
  });

  it('leads to the files when the service no longer knows them', async () => {
    const { fetch } = services(
      undefined,
      service(() => problem(422, 'invalid_input', { issues: [{ path: ['attachments', 0], code: 'unknown' }] })),
    );
    const element = await form({ fetch });
    choose(element, picture());
    await uploaded(element);
    await reviewed(element);
    await send(element);
    shows(element, '附件已失效或者没有传完');
  });

  it('is used with the keyboard: choose, remove', async () => {
    const { uploads, fetch } = services();
    const element = await form({ fetch });
    let opened = 0;
    find(element, '.files input').addEventListener('click', (event) => {
      opened++;
      event.preventDefault();
    });
    find(element, '#f-attachments').focus();
    await sendKeys({ press: 'Enter' });
    expect(opened === 1, 'Enter does not open the chooser');
    choose(element, picture());
    await uploaded(element);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(element.shadowRoot!.activeElement?.textContent.trim() === '删除', 'The button is not reached');
    expect(element.shadowRoot!.activeElement?.getAttribute('aria-label') === '删除：照片.png', 'Which file?');
    await sendKeys({ press: 'Enter' });
    await until(() => !uploads.size, 'the file to be taken back');
  });

  it('shows markup in the name of a file as text', async () => {
    const { fetch } = services();
    const element = await form({ fetch });
    choose(element, picture('<img src=x onerror=alert(1)>.png'));
    await uploaded(element);
    shows(element, '<img src=x onerror=alert(1)>.png');
    expect(!has(element, 'img'), 'Markup became an element');
  });

  it('offers none where the page says so', async () => {
    const element = await form(services(), `org="${ORG}" no-attachments`);
    expect(!has(element, '.files'), 'Offered all the same');
  });
});

describe('zwgk-complaint-form: proof of work', () => {
  afterEach(() => page('<p></p>'));
  const proving = (difficulty: number) =>
    service(
      () => problem(403, 'refused', { issues: [{ path: ['proof'], code: 'required' }] }),
      () => json({ challenge: 'abc', difficulty, expiresAt: '2026-11-22T16:45:00+08:00' }),
      () => json({ ...receipt, queryCode: CODE }, 201),
    );
  /** The fake reads bodies; a question without one has an empty object. */
  const reading = ({ sent, fetch }: ReturnType<typeof service>) => ({
    sent,
    fetch: (request: Request) =>
      fetch(request.method === 'GET' ? new Request(request.url, { method: 'POST', body: '{}' }) : request),
  });

  it('is done by the device, told of, and the letter arrives', async () => {
    const { sent, fetch } = reading(proving(10));
    const element = await form({ fetch });
    await reviewed(element);
    await send(element);
    shows(element, '来信已提交');
    expect(sent.length === 3 && sent[0]!.key === sent[2]!.key, sent.map(({ url }) => url).join());
  });

  it('says what it does, how far it is, and can be cancelled without anything having been taken', async () => {
    const { sent, fetch } = reading(proving(25));
    const element = await form({ fetch });
    await reviewed(element);
    button(element, '确认提交').click();
    await until(() => has(element, '#proof progress'), 'the proof');
    shows(element, '正在进行防机器人校验');
    await accessible(element);
    await click(element, '取消提交');
    await settled(element);
    shows(element, '已取消提交，来信尚未受理', '内容仍保留在本页');
    expect(sent.length === 2, `${sent.length} requests`);
  });
});

describe('zwgk-complaint-form: similar answers and guides', () => {
  afterEach(() => page('<p></p>'));
  const letters = [
    {
      id: 'l1',
      kind: 'consult',
      title: '城乡居民养老保险怎样补缴',
      content: '我想补缴。',
      submittedAt: '2026-01-05T09:00:00+08:00',
      repliedAt: '2026-01-09T09:00:00+08:00',
      unit: '县社保局',
      reply: '可以到窗口补缴。<img src=x>',
    },
    { id: 'l2', kind: 'complaint', title: '路灯不亮', content: '', submittedAt: '2026-01-05T09:00:00+08:00' },
    { id: 'l3', title: 7 },
  ];
  function lists() {
    const asked: string[] = [];
    const fetch = async (request: Request) => {
      asked.push(`${request.method} ${request.url} ${await request.text()}`);
      const { pathname } = new URL(request.url);
      if (pathname.endsWith('/letters')) return json({ items: letters, total: 3, next: null });
      if (pathname.endsWith('/guides'))
        return json({ items: [{ id: 'g/1', title: '城乡居民养老保险补缴申报' }], total: 1, next: null });
      return problem(404, 'not_found');
    };
    return { asked, fetch };
  }
  const typed = async (element: ZwgkComplaintForm, title: string) => {
    find(element, '#f-title').focus();
    await fill(element, { title });
  };

  it('are found on the device: the lists are asked for once, and nothing that is typed leaves the page', async () => {
    const { asked, fetch } = lists();
    const element = await form({ fetch }, `org="${ORG}" guide-url="/guide.html?id={id}"`);
    expect(asked.length === 0, 'Asked before the reader comes to the title');
    await typed(element, '养老保险补缴');
    await until(() => has(element, '.similar'), 'similar ones');
    await typed(element, '养老保险补缴的条件');
    await new Promise((resolve) => setTimeout(resolve, 600));
    shows(element, '2条相近的答复或者办事指南');
    expect(asked.length === 2, asked.join('\n'));
    expect(!decodeURIComponent(asked.join()).includes('养老'), asked.join());
    const details = find<HTMLDetailsElement>(element, '.similar');
    expect(!details.open, 'It pushes itself forward');
    expect(
      [...element.shadowRoot!.querySelectorAll('[role=status]')].some((one) => one.textContent.includes('有2条相近')),
      'not announced',
    );
    details.open = true;
    find<HTMLDetailsElement>(element, '.similar details').open = true;
    shows(element, '可以到窗口补缴。<img src=x>', '县社保局', '没有发送出去');
    expect(!has(element, 'img'), 'Markup became an element');
    const link = find<HTMLAnchorElement>(element, '.similar a');
    expect(link.getAttribute('href') === '/guide.html?id=g%2F1' && link.target === '_blank', link.outerHTML);
    await accessible(element);
    await typed(element, '申请公租房');
    await until(() => !has(element, '.similar'), 'them to go');
  });

  it('are not looked for in a report', async () => {
    const { asked, fetch } = lists();
    const element = await form({ fetch }, `org="${ORG}" kind="report"`);
    await typed(element, '养老保险补缴');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(!asked.some((one) => /letters|guides/.test(one)), asked.join());
    expect(!has(element, '.similar'), 'Offered all the same');
  });

  it('are a quiet offer: without the lists the form is as before', async () => {
    const element = await form({ fetch: async () => problem(500, 'server') });
    await typed(element, '养老保险补缴');
    await new Promise((resolve) => setTimeout(resolve, 700));
    await reviewed(element);
  });
});

describe('zwgk-complaint-form: the receipt in hand', () => {
  afterEach(() => page('<p></p>'));
  const filed = async (
    more: object = {},
    attributes = `org="${ORG}" status-url="/hudong.html#status"`,
    keys?: object,
  ) => {
    const { fetch } = service(() => json({ ...receipt, queryCode: CODE, ...more }, 201));
    const element = await form(
      {
        fetch: async (request) =>
          request.url.endsWith('/keys') ? (keys ? json(keys) : problem(500, 'server')) : fetch(request),
      },
      attributes,
    );
    await reviewed(element);
    await send(element);
    await until(() => has(element, '#ways'), 'the buttons');
    return element;
  };

  it('has six words for the telephone, on the page, in the copy and on paper', async () => {
    const element = await filed();
    const words = spokenWords(CODE)!;
    shows(element, '六词读法', ...words);
    await click(element, '打印回执');
    const frame = document.querySelector<HTMLIFrameElement>('iframe.zwgk-print')!;
    const paper = frame.contentDocument!;
    expect(paper.body.textContent.includes(words.join(' ')), paper.body.textContent);
    expect(paper.querySelectorAll('svg path').length === 2, 'No QR code on paper');
    frame.contentWindow!.dispatchEvent(new Event('afterprint'));
    await accessible(element);
  });

  it('has a QR code of the page for looking up, without code and number, and of the number where there is none', async () => {
    let element = await filed();
    const path = find(element, '.qr path:last-child').getAttribute('d');
    const { qrPicture } = await import('../../packages/elements/dist/shared/qr.js');
    const { render } = await import('lit');
    const drawn = (text: string) => {
      const holder = document.createElement('div');
      render(qrPicture(text, ''), holder);
      return holder.querySelector('path:last-child')!.getAttribute('d');
    };
    expect(path === drawn(new URL('/hudong.html#status', location.href).href), 'Another address');
    element = await filed({}, `org="${ORG}"`);
    expect(find(element, '.qr path:last-child').getAttribute('d') === drawn(receipt.ticketNo), 'Not the number');
    element = await filed({}, `org="${ORG}" status-url="javascript:alert(1)"`);
    expect(find(element, '.qr path:last-child').getAttribute('d') === drawn(receipt.ticketNo), 'A script address');
  });

  it('shows no words for a code of another kind', async () => {
    const element = await filed({ queryCode: '1234567890' });
    shows(element, '1234-5678-90');
    hides(element, '六词读法');
  });

  it('is verified with the keys that were fetched with it; changed ones, other letters and strange keys are told apart', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const url = (bytes: ArrayBuffer | Uint8Array) =>
      btoa(String.fromCharCode(...new Uint8Array(bytes as ArrayBuffer)))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=/g, '');
    const part = (value: unknown) => url(new TextEncoder().encode(JSON.stringify(value)));
    const content = url(
      await crypto.subtle.digest(
        'SHA-256',
        new TextEncoder().encode(
          JSON.stringify({ attachments: [], content: letter.content, kind: letter.kind, title: letter.title }),
        ),
      ),
    );
    const sign = async (payload: object) => {
      const signed = `${part({ alg: 'ES256' })}.${part(payload)}`;
      const proof = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        pair.privateKey,
        new TextEncoder().encode(signed),
      );
      return `${signed}.${url(proof)}`;
    };
    const keys = { keys: [await crypto.subtle.exportKey('jwk', pair.publicKey)] };
    const good = await sign({ ticketNo: receipt.ticketNo, content });
    for (const [signature, set, words] of [
      [good, keys, '验证通过'],
      [await sign({ ticketNo: receipt.ticketNo, content: 'x' }), keys, '与您提交的来信不一致'],
      [good.replace(/\.[^.]*$/, `.${url(new Uint8Array(64))}`), keys, '回执与签名不符'],
      [good, { keys: [] }, '不在受理系统公布的密钥之中'],
      [good, undefined, '没有取到受理系统公布的密钥'],
    ] as const) {
      const element = await filed({ signature }, undefined, set);
      await click(element, '验证回执');
      await until(() => seen(element).includes(words), words);
      await accessible(element);
    }
    const element = await filed();
    hides(element, '验证回执');
  });

  it('takes words and code out of the page once it is left', async () => {
    const element = await filed();
    await click(element, '完成');
    await click(element, '我已抄写好');
    const inside = element.shadowRoot!.innerHTML;
    for (const secret of [CODE, ...spokenWords(CODE)!]) expect(!inside.includes(secret), `${secret} is still there`);
  });

  it('fits 320 pixels in the large theme', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      const { fetch } = services();
      const element = await form({ fetch }, `org="${ORG}" status-url="/x"`);
      element.style.setProperty('--zwgk-font-size', '20px');
      element.style.setProperty('--zwgk-target', '60px');
      choose(element, picture('一个名字特别长特别长特别长特别长特别长特别长的文件.png'));
      await uploaded(element);
      expect(document.documentElement.scrollWidth <= 320, `files: ${document.documentElement.scrollWidth}`);
      await reviewed(element);
      await send(element);
      await until(() => has(element, '.qr'), 'the QR code');
      expect(document.documentElement.scrollWidth <= 320, `receipt: ${document.documentElement.scrollWidth}`);
    } finally {
      await setViewport({ width: 1280, height: 800 });
    }
  });
});

describe('zwgk-complaint-form: reports in a page of another origin', () => {
  afterEach(() => page('<p></p>'));
  const foreign = async (attributes: string, limits: object | undefined) => {
    const asked: string[] = [];
    const element = page<ZwgkComplaintForm>(`<zwgk-complaint-form ${attributes}></zwgk-complaint-form>`);
    element.client = createClient({
      api: 'https://letters.example.gov.cn/api/v1',
      retries: 0,
      fetch: async (request) => {
        asked.push(`${request.method} ${request.url}`);
        return limits ? json(limits) : problem(500, 'server');
      },
    });
    return { element: await settled(element), asked };
  };

  it('are handed over before anything is typed: why, and a link that tells nothing', async () => {
    const { element, asked } = await foreign(`org="${ORG}"`, { reportPage: '/report' });
    expect(has(element, '#f-title'), 'Other letters are taken');
    await fill(element, { kind: 'report' });
    await until(() => has(element, '#away a'), 'the link');
    shows(element, '举报请到受理系统的专用页面填写', '有可能读到您填写的内容', '12388');
    const link = find<HTMLAnchorElement>(element, '#away a');
    expect(link.href === 'https://letters.example.gov.cn/report', link.href);
    expect(link.rel === 'noopener noreferrer' && link.referrerPolicy === 'no-referrer', link.outerHTML);
    expect(!has(element, '#f-title') && !has(element, 'textarea') && !has(element, '[name=name]'), 'There are fields');
    expect(asked.join() === 'GET https://letters.example.gov.cn/api/v1/limits', asked.join());
    await accessible(element);
    await fill(element, { kind: 'consult' });
    expect(has(element, '#f-title') && !has(element, '#away'), 'Other letters are no longer taken');
  });

  it('name telephone and window where no such page is known, or its address is none', async () => {
    for (const limits of [undefined, {}, { reportPage: 'javascript:alert(1)' }, { reportPage: 5 }]) {
      const { element } = await foreign(`org="${ORG}" kind="report"`, limits);
      await until(() => has(element, '#away'), 'the words');
      await new Promise((resolve) => setTimeout(resolve, 30));
      shows(element, '公布的举报电话', '12388');
      expect(!has(element, '#away a') && !has(element, '#f-title'), element.shadowRoot!.innerHTML);
    }
  });

  it('are taken on the page that the service itself serves', async () => {
    const { element, asked } = await foreign(`org="${ORG}" kinds="report" own-origin`, {});
    await until(() => seen(element).includes('12388'), 'the word on officials');
    expect(has(element, '#f-title') && !has(element, '#away') && asked.length === 0, 'Handed over');
    hides(element, '请不要在本页填写');
    await accessible(element);
  });
});

describe('zwgk-complaint-form: consent', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => page('<p></p>'));
  it('comes back with a kept draft, so that the letter is the same letter after a refresh', async () => {
    const first = await form(service());
    find<HTMLInputElement>(first, '[name=keep]').click();
    find<HTMLInputElement>(first, '[name=consent]').click();
    await fill(first, letter);
    const { sent, fetch } = service();
    const element = await form({ fetch });
    expect(find<HTMLInputElement>(element, '[name=consent]').checked, 'The tick is gone');
    await reviewed(element, { name: letter.name, phone: letter.phone });
    shows(element, '同意公开');
    const submitted = next(element, 'zwgk-complaint-submitted');
    await send(element);
    await submitted;
    expect(sent[0]!.body['publicConsent'] === true, JSON.stringify(sent[0]!.body));
  });
});
