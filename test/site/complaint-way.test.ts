/** The whole way of a letter in a real browser with the real service: files, receipt, staff, answer, opinion. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createClient, type Client } from '@zwgk/client';
import { spokenWords } from '@zwgk/schema';
import type { Page } from 'puppeteer-core';
import { open, settled, startSite, textOf, type Site } from '../support/site.js';

let site: Site;
let staff: Client;
let folder: string;
before(async () => {
  site = await startSite();
  staff = createClient({ api: `${site.base}/api/v1`, token: site.token });
  folder = mkdtempSync(path.join(tmpdir(), 'zwgk-files-'));
});
after(async () => {
  await site.end();
  rmSync(folder, { recursive: true, force: true });
});

const FORM = 'zwgk-complaint-form';
const STATUS = 'zwgk-complaint-status';
/** A PNG of one point, with a text that tells who took it. */
const dirtyPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const withText = Buffer.concat([
  dirtyPicture.subarray(0, 33),
  Buffer.from([0, 0, 0, 12]),
  Buffer.from('tEXtAuthor\0Zhang'),
  Buffer.from([0x3c, 0x1a, 0x2b, 0x4d]),
  dirtyPicture.subarray(33),
]);

const waitFor = (page: Page, tag: string, words: RegExp) =>
  page
    .waitForFunction(
      (tag, source) => new RegExp(source).test(document.querySelector(tag)!.shadowRoot!.textContent ?? ''),
      { timeout: 20000 },
      tag,
      words.source,
    )
    .catch(async () => assert.fail(`No ${words} in: ${await textOf(page, tag)}`));
async function press(page: Page, tag: string, words: string): Promise<void> {
  const button = await page.waitForFunction(
    (tag, words) =>
      [...document.querySelector(tag)!.shadowRoot!.querySelectorAll('button')].find(
        (one) => one.textContent.trim() === words,
      ),
    { timeout: 20000 },
    tag,
    words,
  );
  await (button.asElement() as unknown as { click(): Promise<void> }).click();
  await settled(page);
}
async function fill(page: Page, tag: string, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = await page.waitForSelector(`${tag} >>> [name=${name}]`);
    await field!.click({ count: 3 });
    await field!.type(value);
  }
}
const letter = { title: '集镇东路路灯不亮', content: '三天了，请修理。', name: '欧阳建华', phone: '0460-0000998' };
async function write(page: Page, values: Readonly<Record<string, string>> = letter): Promise<void> {
  await fill(page, FORM, values);
  await press(page, FORM, '下一步：核对内容');
  await waitFor(page, FORM, /请核对来信内容/);
}
async function lookUp(code: string): Promise<{ page: Page; problems: string[]; close(): Promise<void> }> {
  const opened = await open(site, '/hudong.html');
  await fill(opened.page, STATUS, { code });
  await press(opened.page, STATUS, '查询');
  await waitFor(opened.page, STATUS, /现由谁办理|当前状态/);
  return opened;
}

describe('A letter with a file', () => {
  let code = '';
  let ticketNo = '';
  let saved = '';

  it('goes with a picture that no longer tells who took it, and its receipt is verified', async () => {
    const { page, problems, close } = await open(site, '/');
    const picture = path.join(folder, '现场照片.png');
    writeFileSync(picture, withText);
    const input = await page.waitForSelector(`${FORM} >>> input[type=file]`);
    await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(picture);
    await waitFor(page, FORM, /已上传，照片中的拍摄地点/);
    await write(page);
    await waitFor(page, FORM, /现场照片\.png/);
    await press(page, FORM, '确认提交');
    await waitFor(page, FORM, /来信已提交[\s\S]*六词读法/);
    const text = await textOf(page, FORM);
    code = /(?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}/.exec(text)?.[0] ?? '';
    ticketNo = /受理编号\s*([\w-]+)/.exec(text)?.[1] ?? '';
    for (const word of spokenWords(code)!) assert.ok(text.includes(word), `${word} not in ${text}`);
    await press(page, FORM, '验证回执');
    await waitFor(page, FORM, /验证通过：这份回执由受理系统签发，签名的内容与您提交的来信一致/);
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      browserContextId: page.browserContext().id as string,
    });
    await press(page, FORM, '保存为文本文件');
    for (let i = 0; i < 100 && !readdirSync(folder).some((name) => name.endsWith('.txt')); i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    saved = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.txt')) ?? 'none');
    assert.match(readFileSync(saved, 'utf8'), /[\w-]{20,}\.[\w-]{20,}\.[\w-]{80,}/);
    assert.deepEqual(problems, []);
    await close();
    const found = await staff.staff.get(ticketNo);
    const [file] = found.attachments!;
    const bytes = Buffer.from(await (await staff.staff.file(ticketNo, file!.id)).arrayBuffer());
    assert.ok(!bytes.includes('Author') && bytes.includes('IDAT'), 'The text is still in the picture');
  });

  it('has a saved receipt that is found good later, and bad once a sign of it is changed', async () => {
    const { page, problems, close } = await open(site, '/hudong.html');
    await page.evaluate((tag) => {
      document.querySelector(tag)!.shadowRoot!.querySelector('details')!.open = true;
    }, STATUS);
    const input = await page.waitForSelector(`${STATUS} >>> #verify-file`);
    await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(saved);
    await waitFor(page, STATUS, /验证通过/);
    assert.ok((await textOf(page, STATUS)).includes(ticketNo));
    const changed = path.join(folder, 'changed.txt');
    writeFileSync(
      changed,
      readFileSync(saved, 'utf8')
        .replace(/\.([\w-])([\w-]+)\./, (_, a: string, b: string) => `.${a === 'e' ? 'f' : 'e'}${b}.`)
        .replace(/([\w-]{3})\r\n$/, 'AAA\r\n'),
    );
    await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(changed);
    await waitFor(page, STATUS, /没有通过验证|没有找到签名/);
    assert.deepEqual(problems, []);
    await close();
  });

  it('is opened by its six words, and tells who holds it', async () => {
    await staff.staff.accept(ticketNo);
    await staff.staff.transfer(ticketNo, { unit: '县城市管理局', reason: '路灯由城管部门管护。' });
    const { page, problems, close } = await lookUp(spokenWords(code)!.join(' '));
    const text = await textOf(page, STATUS);
    assert.match(text, /县城市管理局/);
    assert.match(text, /路灯由城管部门管护。/);
    assert.ok(!page.url().includes(code));
    assert.deepEqual(problems, []);
    await close();
  });

  it('takes a message with a file, and shows it with its history', async () => {
    const { page, problems, close } = await lookUp(code);
    await press(page, STATUS, '补充材料或留言');
    await fill(page, STATUS, { text: '补充一份说明。' });
    const note = path.join(folder, '说明.txt');
    writeFileSync(note, '路灯编号 007\n');
    const input = await page.waitForSelector(`${STATUS} >>> .files input[type=file]`);
    await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(note);
    await waitFor(page, STATUS, /已上传/);
    await press(page, STATUS, '提交');
    await waitFor(page, STATUS, /往来留言[\s\S]*补充一份说明。[\s\S]*说明\.txt/);
    assert.deepEqual(problems, []);
    await close();
  });

  it('is extended, answered, rated as bad with reasons, handled again once, and answered again', async () => {
    const { staff: desk } = staff;
    await desk.accept(ticketNo);
    await desk.assign(ticketNo, { unit: '县城市管理局' });
    await desk.start(ticketNo);
    await desk.extend(ticketNo, { days: 5, reason: '等待配件。', approver: '王主任' });
    await desk.reply(ticketNo, { text: '已更换灯具。' });
    const first = await lookUp(code);
    await waitFor(first.page, STATUS, /已更换灯具。/);
    const text = await textOf(first.page, STATUS);
    assert.match(text, /等待配件。/);
    await press(first.page, STATUS, '评价办理结果');
    await (await first.page.waitForSelector(`${STATUS} >>> [name=level][value="2"]`))!.click();
    await (await first.page.waitForSelector(`${STATUS} >>> [name=reasons][value=unsolved]`))!.click();
    await press(first.page, STATUS, '提交');
    await waitFor(first.page, STATUS, /您的评价[\s\S]*不满意/);
    await press(first.page, STATUS, '对答复不满意，要求重新办理');
    await fill(first.page, STATUS, { text: '第二盏仍然不亮。' });
    await press(first.page, STATUS, '提交');
    await waitFor(first.page, STATUS, /重新办理/);
    assert.deepEqual(first.problems, []);
    await first.close();
    await desk.start(ticketNo);
    await desk.reply(ticketNo, { text: '第二盏也已修好。' });
    const second = await lookUp(code);
    await waitFor(second.page, STATUS, /第二盏也已修好。/);
    assert.ok(!(await textOf(second.page, STATUS)).includes('要求重新办理'), 'Handled again more than once');
    await second.close();
    await desk.close(ticketNo);
    const events = (await desk.get(ticketNo)).events!.map(({ step }) => step);
    for (const step of ['transfer', 'extend', 'reply', 'rate', 'reopen', 'close'])
      assert.ok(events.includes(step), `${step} not in ${events.join()}`);
  });

  it('can be withdrawn while nobody has answered', async () => {
    const { page, close } = await open(site, '/');
    await write(page, { ...letter, title: '写错了的来信' });
    await press(page, FORM, '确认提交');
    await waitFor(page, FORM, /来信已提交/);
    const own = /(?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}/.exec(await textOf(page, FORM))![0];
    await close();
    const opened = await lookUp(own);
    await press(opened.page, STATUS, '撤回来信');
    await press(opened.page, STATUS, '提交');
    await waitFor(opened.page, STATUS, /已撤回/);
    await opened.close();
  });
});

describe('A 举报 on the page that the service serves itself', () => {
  it('is sent without a name under its strict policy, printed, and opened by its code', async () => {
    const { page, problems, close } = await open(site, '/report');
    await (await page.waitForSelector(`${FORM} >>> [name=identityMode][value=anonymous]`))!.click();
    await fill(page, FORM, { title: '违法占用耕地', content: '有人在耕地上建房。', place: '稻溪镇石栗村' });
    await press(page, FORM, '下一步：核对内容');
    await waitFor(page, FORM, /请核对来信内容/);
    await press(page, FORM, '确认提交');
    await waitFor(page, FORM, /来信已提交[\s\S]*六词读法/);
    await press(page, FORM, '打印回执');
    await waitFor(page, FORM, /已打开打印/);
    const code = /(?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}/.exec(await textOf(page, FORM))![0];
    assert.deepEqual(problems, []);
    await close();
    const opened = await lookUp(code);
    assert.match(await textOf(opened.page, STATUS), /违法占用耕地/);
    await opened.close();
  });
});

describe('Exactly one case, and the truth', () => {
  /** Cases with a title, as staff see them. */
  const count = async (title: string) => {
    let cases = 0;
    for await (const one of staff.staff.all({ pageSize: 100 })) if (one.title === title) cases++;
    return cases;
  };

  /** Hands letters to the service and does what is asked with the answer. */
  async function between(
    page: Page,
    answer: (from: Response, body: string) => Promise<'lose' | 'give'> | 'lose' | 'give',
  ) {
    const { port } = new URL(site.base);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (new URL(request.url()).port !== port || request.method() !== 'POST') return void request.continue();
      const { pathname } = new URL(request.url());
      void (async () => {
        const from = await fetch(site.base + pathname, {
          method: 'POST',
          headers: request.headers(),
          body: request.postData() ?? '',
        });
        const body = await from.text();
        if ((await answer(from, body)) === 'lose') await request.abort('connectionreset');
        else await request.respond({ status: from.status, contentType: 'application/json', body });
      })();
    });
  }

  it('when every answer is lost until the page is loaded again, with a kept draft', async () => {
    const title = '丢了回音的来信';
    const { page, close } = await open(site, '/');
    let losing = true;
    let sent = 0;
    await between(page, () => {
      sent++;
      return losing ? 'lose' : 'give';
    });
    await (await page.waitForSelector(`${FORM} >>> [name=keep]`))!.click();
    await write(page, { ...letter, title });
    await press(page, FORM, '确认提交');
    await waitFor(page, FORM, /没有收到送达的回音[\s\S]*没有丢失[\s\S]*不会重复登记/);
    assert.ok(sent > 0);
    losing = false;
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await settled(page);
    await waitFor(page, FORM, /已恢复上次保留的草稿/);
    await write(page, { name: letter.name, phone: letter.phone });
    await press(page, FORM, '确认提交');
    await waitFor(page, FORM, /来信已提交/);
    assert.equal(await count(title), 1);
    await close();
  });

  it('when two tabs send the same kept draft', async () => {
    const title = '两个标签页里的来信';
    const { page, close } = await open(site, '/');
    await (await page.waitForSelector(`${FORM} >>> [name=keep]`))!.click();
    await fill(page, FORM, { title, content: letter.content });
    const other = await page.browserContext().newPage();
    await other.evaluateOnNewDocument('globalThis.__name = (made) => made');
    await other.goto(`${site.base}/`);
    await settled(other);
    await waitFor(other, FORM, /已恢复上次保留的草稿/);
    for (const tab of [page, other]) {
      await tab.bringToFront();
      await write(tab, { name: letter.name, phone: letter.phone });
    }
    for (const tab of [page, other]) {
      await tab.bringToFront();
      await press(tab, FORM, '确认提交');
      await waitFor(tab, FORM, /来信已提交/);
    }
    const codes = await Promise.all(
      [page, other].map(
        async (tab) => /(?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}/.exec(await textOf(tab, FORM))![0],
      ),
    );
    assert.equal(codes[0], codes[1]);
    assert.equal(await count(title), 1);
    await close();
  });

  it('when the reader goes back and forth between the pages after sending', async () => {
    const title = '退回再前进的来信';
    const { page, close } = await open(site, '/');
    page.on('dialog', (dialog) => void dialog.accept());
    await write(page, { ...letter, title });
    await press(page, FORM, '确认提交');
    await waitFor(page, FORM, /来信已提交/);
    await page.goto(`${site.base}/hudong.html`);
    await settled(page);
    await page.goBack();
    await settled(page);
    assert.equal(await count(title), 1);
    await close();
  });

  it('when the service is killed with `kill -9` between the letter and its answer, and started again', async () => {
    const title = '系统重启时的来信';
    const { page, close } = await open(site, '/');
    await write(page, { ...letter, title });
    let killed = false;
    await between(page, async () => {
      if (killed) return 'give';
      // It has the letter; its answer dies with it.
      killed = true;
      await site.restart();
      return 'lose';
    });
    await press(page, FORM, '确认提交');
    await waitFor(page, FORM, /来信已提交/);
    assert.ok(killed);
    staff = createClient({ api: `${site.base}/api/v1`, token: site.token });
    assert.equal(await count(title), 1);
    await close();
  });

  it('and nothing is sent while there is no network, nor by itself once it is back', async () => {
    const title = '没有网络时的来信';
    const { page, close } = await open(site, '/');
    await write(page, { ...letter, title });
    await page.setOfflineMode(true);
    await press(page, FORM, '确认提交');
    await waitFor(page, FORM, /现在没有网络，来信未发送[\s\S]*未发送，点此发送/);
    await page.setOfflineMode(false);
    await waitFor(page, FORM, /网络已经恢复，来信还没有发送/);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await count(title), 0);
    await press(page, FORM, '未发送，点此发送');
    await waitFor(page, FORM, /来信已提交/);
    assert.equal(await count(title), 1);
    await close();
  });
});
