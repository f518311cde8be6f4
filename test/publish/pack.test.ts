import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createClient } from '@zwgk/client';
import { readSource, writePack } from '@zwgk/publish';

const examples = fileURLToPath(new URL('../../packages/schema/examples', import.meta.url));
const cli = fileURLToPath(new URL('../../packages/publish/dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zwgk-pack-'));
after(() => rmSync(folder, { recursive: true }));

async function pack(source: Parameters<typeof writePack>[0]) {
  const files = new Map<string, string>();
  const report = await writePack(source, (path, text) => void files.set(path, String(text)));
  return { files, report, json: (path: string) => JSON.parse(files.get(path)!) };
}

test('the sample bureau has no findings and becomes a pack that the client reads', async () => {
  const { source, findings } = await readSource(examples);
  assert.deepEqual(findings, []);
  const { files } = await pack(source);
  const client = createClient({
    files: 'http://files.test',
    fetch: async (request) => {
      const text = files.get(decodeURIComponent(new URL(request.url).pathname.slice(1)));
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    },
  });
  const { items, total } = await client.guides.list({ pageSize: 100 });
  assert.equal(items.length, total);
  assert.ok(total >= 8);
  for (const { id } of items) assert.ok((await client.guides.get(id)).taskName);
  const reader = await client.catalogues.open({ id: 'disclosure' });
  assert.ok((await reader.page({ text: '预算' })).total > 0);
});

test('nothing internal is in any file of the pack', async () => {
  const { source } = await readSource(examples);
  const { files } = await pack(source);
  const raw = JSON.parse(readFileSync(join(examples, 'catalogues/disclosure.json'), 'utf8'));
  const internal = raw.entries.filter(({ audience }: { audience?: string }) => audience === 'internal');
  assert.ok(internal.length);
  const all = [...files.values()].join('\n');
  for (const { indexNumber } of internal) assert.ok(!all.includes(indexNumber), indexNumber);
});

test('lists are in the order of the ids; documents without a usable id are left out and told', async () => {
  const { json, report } = await pack({
    guides: [
      { id: 'b', taskName: '乙' },
      { id: 'a', taskName: { 'zh-Hans': '甲', en: 'A' }, deptName: '民政局', updatedAt: '2026-01-01' },
      { taskName: '无编号' },
      { id: '../x', taskName: '越界' },
      { id: 'c', taskName: '内部', audience: 'internal' },
    ],
  });
  assert.deepEqual(json('guides/index.json'), {
    items: [
      { id: 'a', title: '甲', org: '民政局', updatedAt: '2026-01-01' },
      { id: 'b', title: '乙' },
    ],
    total: 2,
    next: null,
  });
  assert.deepEqual(report.leftOut, [
    { subject: 'guides', id: undefined },
    { subject: 'guides', id: '../x' },
    { subject: 'guides', id: 'c' },
  ]);
});

test('zwgk build writes the pack into a folder', () => {
  const out = join(folder, 'out');
  const said = execFileSync(process.execPath, [cli, 'build', examples, out], { encoding: 'utf8' });
  assert.match(said, /已生成 \d+ 个文件/);
  for (const name of [
    'catalogues',
    'feeds',
    'flowcharts',
    'fragments',
    'guides',
    'html',
    'jsonld',
    'letters',
    'powers',
  ])
    assert.ok(readdirSync(out).includes(name), name);
  assert.equal(JSON.parse(readFileSync(join(out, 'guides/index.json'), 'utf8')).total, 12);
});

test('zwgk check says in Chinese which file, which row and what, and ends with 1', () => {
  const source = join(folder, 'source');
  cpSync(join(examples, 'guides'), join(source, 'guides'), { recursive: true });
  mkdirSync(join(source, 'catalogues'));
  writeFileSync(join(source, 'guides/broken.json'), '{"taskName":');
  writeFileSync(join(source, 'guides/nameless.json'), '{"deptName":"民政局"}');
  writeFileSync(
    join(source, 'catalogues/list.json'),
    JSON.stringify({
      entries: [
        { indexNumber: '1', title: '好' },
        { indexNumber: '2', title: '坏', publishedAt: '2026-02-30' },
      ],
    }),
  );
  writeFileSync(join(source, 'letters.json'), '{}');
  const { status, stdout } = spawnSync(process.execPath, [cli, 'check', source], { encoding: 'utf8' });
  assert.equal(status, 1);
  for (const line of [
    'guides/broken.json：不是正确的 JSON，错在第 1 行第 13 列附近',
    'guides/nameless.json，事项名称（taskName）：缺少必填内容',
    'guides/nameless.json：该文件未能使用。',
    'catalogues/list.json，条目（entries） › 第 2 条 › 发布日期（publishedAt）：日期写法不对',
    'letters.json，整个文件：写法不对',
    'catalogues/list.json：没有填写发布日期，1 条：《好》（1）',
    '发现 8 处问题',
  ])
    assert.ok(stdout.includes(line), `${line}\n---\n${stdout}`);
});

test('zwgk without a right command, or on a folder that is not there, says so and ends with 2', () => {
  for (const [args, sentence] of [
    [[], /用法/],
    [['build', examples], /用法/],
    [['paint', examples], /用法/],
    [['check', join(folder, 'none')], /找不到文件夹/],
  ] as const) {
    const { status, stdout } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stdout, sentence);
  }
});
