/** A letter from the first page of the site, by keyboard alone; its case after the service was killed. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { queryCodeCheck } from '@zwgk/schema';
import { focused, open, settled, startSite, tabTo, textOf, type Site } from '../support/site.js';

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.end());

const title = '集镇东路路灯连续三晚不亮';
let code = '';
let ticket = '';

const shows = (page: Page, tag: string, words: RegExp) =>
  page.waitForFunction(
    (tag, source) => new RegExp(source).test(document.querySelector(tag)!.shadowRoot!.textContent ?? ''),
    { timeout: 20000 },
    tag,
    words.source,
  );

/** Looks the case up on `/hudong.html`, by keyboard. */
async function lookUp(queryCode: string, wanted: RegExp): Promise<{ text: string; problems: string[] }> {
  const { page, problems, close } = await open(site, '/hudong.html');
  await tabTo(page, /^input 查询码/);
  await page.keyboard.type(queryCode);
  await page.keyboard.press('Enter');
  await shows(page, 'zwgk-complaint-status', wanted);
  await settled(page);
  const text = await textOf(page, 'zwgk-complaint-status');
  await close();
  return { text, problems };
}

describe('A letter to the town', () => {
  it('is written, checked and sent by keyboard on the first page, and gives a receipt with a code', async () => {
    const { page, problems, close } = await open(site, '/');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST')
        sent.push(`${new URL(request.url()).pathname} ${request.headers()['content-type']}`);
    });
    await tabTo(page, /^input 标题/);
    await page.keyboard.type(title);
    await tabTo(page, /^textarea 内容/);
    await page.keyboard.type('从11月19日起，集镇东路邮政所到小学一段的路灯不亮，晚上接孩子看不清路。希望尽快修复。');
    await tabTo(page, /^button .*核对内容/);
    await page.keyboard.press('Enter');
    // Name and a way to answer are missing: said at the top, with the focus there.
    await shows(page, 'zwgk-complaint-form', /处需要改正/);
    await tabTo(page, /^input 姓名/);
    await page.keyboard.type('欧阳建华');
    await tabTo(page, /^input 联系电话/);
    await page.keyboard.type('0460-0000998');
    await tabTo(page, /^button .*核对内容/);
    await page.keyboard.press('Enter');
    await shows(page, 'zwgk-complaint-form', /请核对来信内容/);
    assert.match(await focused(page), /请核对来信内容/);
    assert.ok((await textOf(page, 'zwgk-complaint-form')).includes(title));
    assert.deepEqual(sent, [], 'nothing leaves before the reader says so');
    await tabTo(page, /^button .*确认提交/);
    await page.keyboard.press('Enter');
    await shows(page, 'zwgk-complaint-form', /来信已提交/);
    const text = await textOf(page, 'zwgk-complaint-form');
    code = /(?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}/.exec(text)?.[0] ?? '';
    ticket = /受理编号\s*([\w-]+)/.exec(text)?.[1] ?? '';
    assert.ok(code, text);
    assert.deepEqual(sent, ['/api/v1/complaints application/json']);
    assert.ok(!page.url().includes(code));
    assert.deepEqual(problems, []);
    await close();
  });

  it('is found by its code', async () => {
    const { text, problems } = await lookUp(code, new RegExp(title));
    assert.ok(ticket && text.includes(ticket), text);
    assert.match(text, /已提交|待受理|已受理/);
    assert.deepEqual(problems, []);
  });

  it('is still found after the service was killed with kill -9 and started again', async () => {
    await site.restart();
    const { text, problems } = await lookUp(code.toLowerCase().replace(/-/g, ''), new RegExp(title));
    assert.ok(ticket && text.includes(ticket), text);
    assert.deepEqual(problems, []);
  });

  it('is not found by another code, and that is said in a sentence', async () => {
    const another = '2345ABCDEFG';
    const { text } = await lookUp(another + queryCodeCheck(another), /没有对应的来信/);
    assert.ok(!text.includes(title));
  });

  it('is not opened by a code with a slip of the pen either', async () => {
    const slip = code.replace(/.$/, (last) => (last === '2' ? '3' : '2'));
    const { text } = await lookUp(slip, /查询码不正确/);
    assert.ok(!text.includes(title));
  });
});
