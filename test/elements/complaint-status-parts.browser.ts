/** What comes later in the look-up of a case: six words, files of messages, files of the case, verifying a receipt. */
import '@zwgk/elements/define/zwgk-complaint-status.js';
import { createClient } from '@zwgk/client';
import { formatQueryCode, queryCodeCheck, spokenWords } from '@zwgk/schema';
import type { ZwgkComplaintStatus } from '@zwgk/elements';
import { setViewport } from '@web/test-runner-commands';
import { accessible, page, settled, until } from '../support/browser.js';
import { expect, find, has, hides, json, problem, shows } from '../support/complaint-form.js';
import { uploadService } from '../support/uploads.js';

const CODE = formatQueryCode(`K7M2Q9TX4BH${queryCodeCheck('K7M2Q9TX4BH')}`);
const file = (id: string, name: string) => ({ id, name, type: 'application/pdf', size: 2048 });
const found = {
  ticketNo: 'DX20260210-0007',
  kind: 'complaint',
  title: '路灯不亮',
  content: '三天了。',
  attachments: [file('f-letter', '现场<b>照片</b>.pdf')],
  state: 'processing',
  submittedAt: '2026-02-10T10:05:00+08:00',
  heldBy: '县城管局',
  log: [
    { at: '2026-02-10T10:05:00+08:00', state: 'submitted' },
    { at: '2026-02-11T09:00:00+08:00', state: 'accepted', unit: '镇党政办' },
    { at: '2026-02-11T15:00:00+08:00', state: 'transferred', unit: '县供电公司', note: '路灯由供电公司管护。' },
    { at: '2026-02-12T15:00:00+08:00', state: 'accepted', unit: '县供电公司' },
    { at: '2026-02-12T16:00:00+08:00', state: 'assigned', unit: '县城管局', note: '路灯由城管局管护。' },
  ],
  messages: [
    { at: '2026-02-13T09:00:00+08:00', from: 'unit', text: '请看附件。', attachments: [file('f-message', '说明.pdf')] },
  ],
  reply: { at: '2026-02-14T09:00:00+08:00', text: '已修复。', attachments: [file('f-reply', '答复.pdf')] },
  actions: ['addMessage'],
};

async function status(fetch: (request: Request) => Promise<Response>): Promise<ZwgkComplaintStatus> {
  const element = page<ZwgkComplaintStatus>('<zwgk-complaint-status></zwgk-complaint-status>');
  element.client = createClient({ api: '/api/v1', fetch, retries: 0 });
  return settled(element);
}
function type(element: HTMLElement, selector: string, value: string) {
  const field = find<HTMLInputElement>(element, selector);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}
async function click(element: ZwgkComplaintStatus, word: string) {
  const button = [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent.trim() === word);
  if (!button) throw new Error(`No button ${word}`);
  button.click();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await settled(element);
}
/** Notes each request; answers the look-up and steps with the case. */
function service(answers: Readonly<Record<string, () => Response>> = {}, uploads = uploadService()) {
  const sent: { path: string; body: string; url: string }[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    if (/\/uploads/.test(request.url)) return uploads.fetch(request);
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    sent.push({ path, url: request.url, body: await request.text() });
    return (answers[path] ?? (() => json(found)))();
  };
  return { sent, fetch, uploads };
}
async function opened(fetch: (request: Request) => Promise<Response>) {
  const element = await status(fetch);
  type(element, '#code', CODE);
  await click(element, '查询');
  await until(() => has(element, '.facts'), 'the case');
  return element;
}

describe('zwgk-complaint-status: six words', () => {
  afterEach(() => page('<p></p>'));

  it('open a case as the code does, however they were written', async () => {
    const words = spokenWords(CODE)!;
    for (const typed of [words.join(' '), words.join('，'), words.map((word, i) => `${i + 1}.${word}`).join('')]) {
      const { sent, fetch } = service();
      const element = await status(fetch);
      type(element, '#code', typed);
      await click(element, '查询');
      await until(() => has(element, '.facts'), 'the case');
      expect(JSON.parse(sent[0]!.body).queryCode === CODE.replace(/-/g, ''), sent[0]!.body);
      expect(!sent[0]!.url.includes('?'), sent[0]!.url);
    }
  });

  it('that do not fit are told at once, and nothing is asked', async () => {
    const words = spokenWords(CODE)!;
    for (const typed of [
      words.slice(1).join(' '),
      [words[1], words[0], ...words.slice(2)].join(' '),
      [...words.slice(0, 5), '政府'].join(' '),
    ]) {
      const { sent, fetch } = service();
      const element = await status(fetch);
      type(element, '#code', typed);
      await click(element, '查询');
      await until(() => has(element, '#code-fault'), 'the sentence');
      shows(element, '六个词没有对上');
      expect(sent.length === 0, 'The service was asked');
      expect(element.shadowRoot!.activeElement?.id === 'code', 'The focus is elsewhere');
      await accessible(element);
    }
  });
});

describe('zwgk-complaint-status: who holds it, and files', () => {
  afterEach(() => page('<p></p>'));

  it('tells through whose hands it went, with the reasons', async () => {
    const element = await opened(service().fetch);
    shows(element, '转办经过', '镇党政办（首问） → 县供电公司 → 县城管局', '路灯由供电公司管护。');
  });

  it('lists the files of letter, messages and answer, and saves one with the code in the body', async () => {
    const { sent, fetch } = service({ '/complaints/file': () => new Response('%PDF-1.7') });
    const element = await opened(fetch);
    shows(element, '现场<b>照片</b>.pdf', '说明.pdf', '答复.pdf');
    await accessible(element);
    const names: string[] = [];
    const blobs: Blob[] = [];
    const press = HTMLAnchorElement.prototype.click;
    const create = URL.createObjectURL;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      names.push(this.download);
    };
    URL.createObjectURL = (blob: Blob) => (blobs.push(blob), 'blob:test');
    try {
      await click(element, '答复.pdf');
      await until(() => names.length, 'the file');
    } finally {
      HTMLAnchorElement.prototype.click = press;
      URL.createObjectURL = create;
    }
    const asked = sent.find(({ path }) => path === '/complaints/file')!;
    expect(asked.body === JSON.stringify({ queryCode: CODE.replace(/-/g, ''), id: 'f-reply' }), asked.body);
    expect(names[0] === '答复.pdf' && blobs[0]!.type === 'application/octet-stream', 'It could open in the page');
    await until(() => find(element, '.note').textContent.includes('已保存到下载文件夹'), 'the note');
  });

  it('says so when a file cannot be had', async () => {
    const element = await opened(service({ '/complaints/file': () => problem(500, 'server') }).fetch);
    await click(element, '说明.pdf');
    await until(() => find(element, '.note').textContent.includes('暂时出现故障'), 'the sentence');
  });

  it('sends files with a message', async () => {
    const { sent, fetch, uploads } = service();
    const element = await opened(fetch);
    await click(element, '补充材料或留言');
    type(element, '#act-text', '补充照片');
    const transfer = new DataTransfer();
    transfer.items.add(new File(['%PDF-1.7 x'], '材料.pdf'));
    const input = find<HTMLInputElement>(element, '.files input');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => has(element, '.attachments .done'), 'the upload');
    await accessible(element);
    await click(element, '提交');
    const message = sent.find(({ path }) => path === '/complaints/messages')!;
    expect(JSON.stringify(JSON.parse(message.body).attachments) === '[{"id":"upload-1"}]', message.body);
    shows(element, '已提交');
    expect(uploads.uploads.size === 1, 'The file was taken back');
  });

  it('waits for files that are on their way, and takes them back when the message is given up', async () => {
    let go: () => void = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    const slow = uploadService(async (request) => {
      if (request.method === 'PATCH') await held;
    });
    const { sent, fetch } = service({}, slow);
    const element = await opened(fetch);
    await click(element, '补充材料或留言');
    type(element, '#act-text', '补充照片');
    const transfer = new DataTransfer();
    transfer.items.add(new File(['%PDF-1.7 x'], '材料.pdf'));
    find<HTMLInputElement>(element, '.files input').files = transfer.files;
    find(element, '.files input').dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => has(element, '.attachments .send'), 'the upload');
    await click(element, '提交');
    shows(element, '附件还没有传完');
    expect(!sent.some(({ path }) => path === '/complaints/messages'), 'Sent without its file');
    await click(element, '取消');
    go();
    await until(() => !slow.uploads.size, 'the file to be taken back');
  });
});

describe('zwgk-complaint-status: verifying a receipt', () => {
  afterEach(() => page('<p></p>'));
  const url = (bytes: ArrayBuffer | Uint8Array) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes as ArrayBuffer)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=/g, '');
  async function signed(payload: object) {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const part = (value: unknown) => url(new TextEncoder().encode(JSON.stringify(value)));
    const head = `${part({ alg: 'ES256' })}.${part(payload)}`;
    const proof = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      pair.privateKey,
      new TextEncoder().encode(head),
    );
    return {
      signature: `${head}.${url(proof)}`,
      keys: { keys: [await crypto.subtle.exportKey('jwk', pair.publicKey)] },
    };
  }
  const payload = {
    ticketNo: 'DX20260210-0007',
    org: { name: '云泊县<i>稻溪镇</i>人民政府' },
    submittedAt: '2026-02-10T10:05:00+08:00',
    dueAt: '2026-03-09',
    content: 'x',
  };
  const open = async (element: ZwgkComplaintStatus) => {
    find<HTMLDetailsElement>(element, 'details').open = true;
    await until(() => has(element, '#verify'), 'the part');
  };

  it('finds the signature in a saved receipt, and sends nothing of it anywhere', async () => {
    const { signature, keys } = await signed(payload);
    const { sent, fetch } = service({ '/keys': () => json(keys) });
    const element = await status(fetch);
    await open(element);
    await accessible(element);
    type(element, '#verify', `\uFEFF来信受理回执\r\n\r\n受理编号：DX20260210-0007\r\n\r\n签名：\r\n${signature}\r\n`);
    await click(element, '验证');
    await until(() => has(element, '.note'), 'the verdict');
    shows(element, '验证通过', 'DX20260210-0007', '云泊县<i>稻溪镇</i>人民政府', '2026年3月9日');
    expect(!has(element, 'i'), 'Markup became an element');
    expect(sent.length === 1 && sent[0]!.path === '/keys' && !sent[0]!.body, JSON.stringify(sent));
    await accessible(element);
    type(element, '#verify', signature.replace(/.{5}$/, 'AAAAA'));
    await click(element, '验证');
    await until(() => has(element, 'details .failed'), 'the verdict');
    shows(element, '没有通过验证');
  });

  it('tells what is no receipt, and when there are no keys', async () => {
    const element = await status(service({ '/keys': () => json({ keys: [] }) }).fetch);
    await open(element);
    type(element, '#verify', '随便写的');
    await click(element, '验证');
    await until(() => has(element, 'details .failed'), 'the verdict');
    shows(element, '没有找到签名');
    const without = await status(service({ '/keys': () => problem(500, 'server') }).fetch);
    await open(without);
    type(without, '#verify', (await signed(payload)).signature);
    await click(without, '验证');
    await until(() => has(without, 'details .failed'), 'the verdict');
    shows(without, '没有取到受理系统公布的密钥');
    hides(without, '验证通过');
  });

  it('fits 320 pixels in the large theme, with files and all', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      const element = await opened(service().fetch);
      element.style.setProperty('--zwgk-font-size', '20px');
      element.style.setProperty('--zwgk-target', '60px');
      await click(element, '补充材料或留言');
      expect(document.documentElement.scrollWidth <= 320, `case: ${document.documentElement.scrollWidth}`);
      const look = await status(service({ '/keys': () => json({ keys: [] }) }).fetch);
      look.style.setProperty('--zwgk-font-size', '20px');
      await open(look);
      expect(document.documentElement.scrollWidth <= 320, `verify: ${document.documentElement.scrollWidth}`);
    } finally {
      await setViewport({ width: 1280, height: 800 });
    }
  });
});
