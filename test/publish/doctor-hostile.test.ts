/** `zwgk doctor` on pages that mean harm: it ends, asks nowhere it should not, and writes nothing but words. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { examinePage, run } from '@zwgk/publish';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const answers = new Map<string, (response: ServerResponse) => void>();
let folder: string;
let server: Server;
let base: string;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zwgk-hostile-'));
  server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = (body: string, head = '') =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>t</title>${head}</head><body>${body}</body></html>`;
async function said(named: string): Promise<{ code: number; lines: string }> {
  const lines: string[] = [];
  const code = await run(['doctor', named], (line) => lines.push(line));
  return { code, lines: lines.join('\n') };
}
const written = (body: string, head?: string): string => {
  const file = path.join(folder, 'page.html');
  writeFileSync(file, page(body, head));
  return file;
};
/** It is not how long it takes that is tested, but that it ends. */
const ends = { timeout: 60000 };

test('an address that leads on for ever cannot be read', ends, async () => {
  answers.set('/round', (response) => response.writeHead(302, { location: '/round' }).end());
  const { code, lines } = await said(`${base}/round`);
  assert.equal(code, 2);
  assert.match(lines, /无法读取/);
});

test('a page without end, and a small file that unpacks to a large one, are left', ends, async () => {
  answers.set('/endless', (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = () => {
      while (!response.destroyed && response.write('<p>政务公开</p>'.repeat(5000)));
    };
    response.on('drain', more);
    more();
  });
  assert.equal((await said(`${base}/endless`)).code, 2);
  const bomb = gzipSync(Buffer.alloc(60_000_000, 32));
  answers.set('/bomb', (response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
  );
  assert.equal((await said(`${base}/bomb`)).code, 2);
});

test('many files that are each allowed are not all fetched', ends, async () => {
  let sent = 0;
  for (let i = 0; i < 30; i++)
    answers.set(`/big-${i}.js`, (response) => {
      sent++;
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(Buffer.alloc(10_000_000, 32));
    });
  const scripts = Array.from({ length: 30 }, (_, i) => `<script src="/big-${i}.js"></script>`).join('');
  answers.set('/many', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page(scripts)));
  await said(`${base}/many`);
  assert.ok(sent < 10, `${sent} of 30 files`);
  answers.set('/after', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page('<p>1</p>')));
  assert.notEqual((await said(`${base}/after`)).code, 2, 'the next page is read as ever');
});

test('a page of the web makes nobody ask inside a network', async () => {
  const { fetch } = globalThis;
  const asked: string[] = [];
  const inner = [
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:8787/api/v1/staff',
    'http://localhost/a.js',
    'http://[::1]/a.js',
    'http://192.168.1.1/a.js',
    'http://10.0.0.1/a.js',
    'http://172.20.0.1/a.js',
    'http://0x7f000001/a.js',
    'file:///etc/passwd',
  ];
  const scripts = [...inner, 'https://county.example/on.js'].map((src) => `<script src="${src}"></script>`).join('');
  globalThis.fetch = ((address: string) => {
    asked.push(String(address));
    return Promise.resolve(
      address.endsWith('on.js')
        ? new Response(null, { status: 302, headers: { location: 'http://10.9.8.7/' } })
        : new Response(page(scripts), { headers: { 'content-type': 'text/html' } }),
    );
  }) as typeof fetch;
  try {
    await examinePage('https://county.example/index.html');
  } finally {
    globalThis.fetch = fetch;
  }
  assert.deepEqual(asked, ['https://county.example/index.html', 'https://county.example/on.js']);
});

test('a page on disk names nothing outside its folder', async () => {
  writeFileSync(path.join(folder, '..', 'zwgk-outside.json'), '{"taskName":"outside"}');
  try {
    const found = await examinePage(written('<zwgk-guide-card src="../zwgk-outside.json"></zwgk-guide-card>'));
    assert.match(found.find(({ code }) => code === 'inlineJson')!.title, /404/);
  } finally {
    rmSync(path.join(folder, '..', 'zwgk-outside.json'));
  }
});

test('what goes to a terminal holds no control characters and no marks of direction', () => {
  const file = written(
    '<zwgk-guide-card \u001b]0;owned\u0007="1" src="a\u001b[2J.json" x\u202ey="1"></zwgk-guide-card><zwgk-\u009b31m></zwgk-\u009b31m>',
  );
  let out = '';
  try {
    out = execFileSync(process.execPath, [path.join(root, 'packages/publish/dist/cli.js'), 'doctor', file], {
      encoding: 'utf8',
    });
  } catch (error) {
    out = (error as { stdout: string }).stdout;
  }
  assert.match(out, /owned/);
  // eslint-disable-next-line no-control-regex -- these are what it is about
  assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});

for (const [what, body, head] of [
  ['comments that never end', '', `<style>${'/*'.repeat(900_000)}</style>`],
  ['a style sheet without a brace', '', `<style>${'a '.repeat(900_000)}</style>`],
  ['a hundred thousand boxes in one another', '<div>'.repeat(100_000)],
  ['a hundred thousand tags of ours', '<zwgk-guide-crad scr="a"></zwgk-guide-crad>'.repeat(100_000)],
  ['a name of a million letters', `<zwgk-guide-card ${'a'.repeat(1_000_000)}="1" src="a"></zwgk-guide-card>`],
  [
    'ten thousand attributes',
    `<zwgk-guide-card ${Array.from({ length: 10_000 }, (_, i) => `x${i}`).join(' ')}></zwgk-guide-card>`,
  ],
] as const)
  test(`${what}: there is a report of a length that can be read`, ends, async () => {
    const { code, lines } = await said(written(body, head));
    assert.notEqual(code, 2, lines);
    assert.ok(lines.length < 200_000, `${lines.length} letters`);
  });
