/** `zwgk doctor`: each planted fault is named with what to do about it; a sound page is left in peace. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { examinePage, run } from '@zwgk/publish';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
let folder: string;
let server: Server;
let base: string;
/** Address → media type and body of the small server. */
const served = new Map<string, { type: string; body: string | Buffer; policy?: string }>();
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zwgk-doctor-'));
  served.set('/zwgk/zwgk.js', { type: 'text/javascript; charset=utf-8', body: '' });
  served.set('/guide.json', { type: 'application/json', body: '{"taskName":"出生登记"}' });
  server = createServer((request, response) => {
    const found = served.get(request.url ?? '');
    if (!found) return void response.writeHead(404, { 'content-type': 'text/html' }).end('nothing');
    response.setHeader('content-type', found.type);
    if (found.policy) response.setHeader('content-security-policy', found.policy);
    response.end(found.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const HEAD =
  '<meta charset="utf-8"><meta name="renderer" content="webkit"><meta name="viewport" content="width=device-width"><title>t</title>';
const sound = (body: string, head = '') =>
  `<!doctype html><html lang="zh-CN"><head>${HEAD}${head}</head><body>${body}<script src="/zwgk/zwgk.js"></script></body></html>`;
const GUIDE = '<zwgk-guide-card src="/guide.json"><a href="/g">指南</a></zwgk-guide-card>';

async function codes(body: string | Buffer, type = 'text/html; charset=utf-8', policy?: string): Promise<string[]> {
  served.set('/page.html', { type, body, ...(policy ? { policy } : {}) });
  return (await examinePage(`${base}/page.html`)).map(({ code, level }) => `${level} ${code}`);
}
const finding = async (body: string, code: string) => {
  served.set('/page.html', { type: 'text/html; charset=utf-8', body });
  return (await examinePage(`${base}/page.html`)).find((one) => one.code === code);
};

test('a sound page has nothing to be told', async () => {
  assert.deepEqual(await codes(sound(GUIDE)), []);
});

test('a page without doctype, language, viewport and hint for two kernels', async () => {
  const page = `<html><head><meta charset="utf-8"><title>t</title></head><body>${GUIDE}<script src="/zwgk/zwgk.js"></script>`;
  assert.deepEqual(await codes(page), ['warning quirks', 'warning lang', 'warning viewport', 'warning renderer']);
});

test('a compatibility mode that asks for IE 7', async () => {
  const found = await codes(sound(GUIDE, '<meta http-equiv="X-UA-Compatible" content="IE=EmulateIE7">'));
  assert.deepEqual(found, ['error compatible']);
});

test('encodings that contradict each other, and bytes that are not what is said', async () => {
  assert.deepEqual(await codes(sound(GUIDE), 'text/html; charset=gbk'), ['error charsets', 'info gbk']);
  // 政 in GBK.
  const bytes = Buffer.concat([Buffer.from(sound(GUIDE)), Buffer.from([0xd5, 0xfe])]);
  assert.deepEqual(await codes(bytes), ['error encoding']);
});

test('a page in GBK is read as such and is no fault', async () => {
  const page = Buffer.from(sound(GUIDE).replace('utf-8', 'gbk').replace('指南', '@@@@'), 'latin1');
  page.set([0xd6, 0xb8, 0xc4, 0xcf], page.indexOf('@@@@'));
  assert.deepEqual(await codes(page, 'text/html'), ['info gbk']);
});

test('a tag that is misspelt, with the right one', async () => {
  const wrong = await finding(sound('<zwgk-guidecard src="/guide.json"></zwgk-guidecard>'), 'unknownTag');
  assert.match(wrong!.title, /第 1 行.*<zwgk-guidecard>/);
  assert.match(wrong!.fix, /<zwgk-guide-card>/);
});

test('an attribute that does not exist, with the right one', async () => {
  const wrong = await finding(sound('<zwgk-guide-card scr="/guide.json"></zwgk-guide-card>'), 'strange');
  assert.match(wrong!.title, /scr/);
  assert.match(wrong!.fix, /src/);
});

test('a tag closed in itself, whose line is told', async () => {
  const wrong = await finding(sound(`\n\n<zwgk-guide-card src="/guide.json" /><p>x</p>`), 'selfClosed');
  assert.match(wrong!.title, /第 3 行/);
});

test('a tag without a document, and an id without a provider', async () => {
  assert.deepEqual(await codes(sound('<zwgk-flowchart></zwgk-flowchart>')), ['error empty']);
  assert.deepEqual(await codes(sound('<zwgk-flowchart flowchart-id="a"></zwgk-flowchart>')), ['error unprovided']);
  assert.deepEqual(await codes(sound('<zwgk-complaint-form></zwgk-complaint-form>')), ['error unprovided']);
  assert.deepEqual(
    await codes(
      sound('<zwgk-provider files="/files"><zwgk-flowchart flowchart-id="a"></zwgk-flowchart></zwgk-provider>'),
    ),
    [],
  );
  // A table inside is a catalogue; a script may set the property.
  assert.deepEqual(await codes(sound('<zwgk-catalogue><table></table></zwgk-catalogue>')), []);
  assert.deepEqual(await codes(sound('<zwgk-flowchart id="f"></zwgk-flowchart><script>f.flowchart = x</script>')), []);
});

test('inline JSON with a fault, by line and column', async () => {
  const wrong = await finding(
    sound('<zwgk-guide-card><script type="application/json">{\n"taskName": “出生”}</script></zwgk-guide-card>'),
    'inlineJson',
  );
  assert.match(wrong!.title, /第 2 行第 13 列/);
});

test('documents that are missing, are web pages, are no JSON, or lack what is needed', async () => {
  const why = async (src: string) =>
    (await finding(sound(`<zwgk-guide-card src="${src}"></zwgk-guide-card>`), 'inlineJson'))?.title;
  assert.match((await why('/none.json'))!, /404/);
  served.set('/html.json', { type: 'text/html', body: '<p>登录</p>' });
  assert.match((await why('/html.json'))!, /网页/);
  served.set('/comma.json', { type: 'application/json', body: '{"taskName":"a",}' });
  assert.match((await why('/comma.json'))!, /第 1 行第 17 列/);
  served.set('/gbk.json', { type: 'application/json', body: Buffer.from([0x22, 0xd5, 0xfe, 0x22]) });
  assert.match((await why('/gbk.json'))!, /UTF-8/);
  served.set('/poor.json', { type: 'application/json', body: '{"id":"a"}' });
  const poor = await finding(sound('<zwgk-guide-card src="/poor.json"></zwgk-guide-card>'), 'says');
  assert.match(poor!.title, /无法显示/);
});

test('no script, a script that is not there, one that is a web page, two folders, the same twice', async () => {
  assert.deepEqual(await codes(sound(GUIDE).replace(/<script.*?<\/script>/, '')), ['error noScript']);
  const at = (src: string) => sound(GUIDE).replace('/zwgk/zwgk.js', src);
  assert.deepEqual(await codes(at('/none/zwgk.js')), ['error failed']);
  served.set('/login/zwgk.js', { type: 'text/html', body: '<p>登录</p>' });
  assert.deepEqual(await codes(at('/login/zwgk.js')), ['error failed']);
  served.set('/old/zwgk-all.js', { type: 'text/javascript', body: '' });
  assert.deepEqual(await codes(sound(GUIDE, '<script src="/old/zwgk-all.js"></script>')), ['warning versions']);
  assert.deepEqual(await codes(sound(GUIDE, '<script src="/zwgk/zwgk.js"></script>')), ['warning twice']);
});

test('policies that stop the script or the data, by header and by meta', async () => {
  assert.deepEqual(await codes(sound(GUIDE), 'text/html; charset=utf-8', "default-src 'none'"), [
    'error scriptPolicy',
    'error connectPolicy',
  ]);
  const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
  assert.deepEqual(await codes(sound(GUIDE), 'text/html; charset=utf-8', strict), []);
  const far = '<zwgk-provider api="https://api.example.gov.cn/api/v1"></zwgk-provider>';
  const found = await codes(sound(far, `<meta http-equiv="Content-Security-Policy" content="${strict}">`));
  assert.deepEqual(found, ['error connectPolicy', 'info foreign']);
  const wide = strict.replace("connect-src 'self'", 'connect-src https://*.example.gov.cn');
  assert.deepEqual(await codes(sound(far), 'text/html; charset=utf-8', wide), ['info foreign']);
});

test('extended prototypes, libraries, root size, base', async () => {
  served.set('/prototype.js', {
    type: 'text/javascript',
    body: '/* Prototype JavaScript framework, version 1.6.0.3 */ Array.prototype.each = f; Array.prototype.toJSON = g; Object.prototype.extend = h;',
  });
  served.set('/old.css', { type: 'text/css', body: 'body{margin:0} html , body { font-size : 62.5% }' });
  const page = sound(
    GUIDE,
    '<base href="/"><link rel="stylesheet" href="/old.css"><script src="/prototype.js"></script>',
  );
  assert.deepEqual(await codes(page), [
    'warning base',
    'warning objectKeys',
    'warning arrayKeys',
    'warning json',
    'info rootFont',
    'info libraries',
  ]);
  assert.match((await finding(page, 'libraries'))!.title, /prototype\.js 1\.6\.0\.3/);
  assert.match((await finding(page, 'rootFont'))!.title, /62\.5%/);
});

test('carriers are read like tags', async () => {
  assert.deepEqual(await codes(sound('<div data-zwgk="guide-card" data-src="/guide.json">x</div>')), []);
  assert.deepEqual(await codes(sound('<a data-zwgk="guide-card" href="/guide.json">x</a>')), []);
  assert.deepEqual(await codes(sound('<div data-zwgk="guidecard" data-src="/guide.json">x</div>')), [
    'error unknownTag',
  ]);
});

test('the command reads a file, prints each finding in Chinese, and ends with 1 when something does not work', async () => {
  const file = path.join(folder, 'page.html');
  writeFileSync(file, sound('<zwgk-guide-card src="none.json"></zwgk-guide-card>'));
  const lines: string[] = [];
  assert.equal(await run(['doctor', file], (line) => lines.push(line)), 1);
  assert.ok(lines.some((line) => /^\[错误\] 第 1 行：<zwgk-guide-card> 的 JSON 有错/.test(line)));
  assert.match(lines.at(-2)!, /错误 2 项/);
});

test('what cannot be read is told in one sentence, without a stack', async () => {
  const lines: string[] = [];
  assert.equal(await run(['doctor', path.join(folder, 'none.html')], (line) => lines.push(line)), 2);
  assert.equal(await run(['doctor', 'http://127.0.0.1:1/'], (line) => lines.push(line)), 2);
  assert.equal(await run(['doctor', `${base}/guide.json`], (line) => lines.push(line)), 2);
  assert.equal(lines.length, 3);
  for (const line of lines) assert.match(line, /^无法读取/);
});

const real = path.join(root, '../shared/data/host-page');
test(
  'real old pages are examined whole',
  { skip: existsSync(real) ? false : 'no ../shared/data/host-page' },
  async () => {
    const pages = readdirSync(real, { recursive: true })
      .map(String)
      .filter((file) => /\.(?:html?|shtml|jsp)$/i.test(file));
    assert.ok(pages.length > 0);
    for (const page of pages) {
      const found = await examinePage(path.join(real, page), real);
      assert.ok(
        found.some(({ code }) => code === 'noTag'),
        page,
      );
    }
  },
);
