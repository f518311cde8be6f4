/** `zwgk check` of catalogues, as a clerk reads it before an inspection: a few lines, each with its place and its source. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '@zwgk/publish';
// @ts-expect-error a script without types
import { madeEntries, madeNodes } from '../support/made-entries.mjs';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function check(catalogues: Readonly<Record<string, unknown>>, ...more: string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'zwgk-check-'));
  folders.push(folder);
  mkdirSync(path.join(folder, 'catalogues'));
  for (const [name, content] of Object.entries(catalogues))
    writeFileSync(path.join(folder, 'catalogues', `${name}.json`), JSON.stringify(content));
  const lines: string[] = [];
  const code = await run(['check', folder, '--today', '2026-06-30', ...more], (line) => lines.push(line));
  return { lines, code, told: lines.join('\n') };
}
const entry = (serial: number, change: object = {}) => ({
  indexNumber: `稻-${serial}`,
  title: `关于第${serial}号事项的通知`,
  summary: '说明',
  subjectCategory: '综合政务\\政务公开',
  publisher: { name: '稻溪镇人民政府' },
  formedDate: '2026-06-24',
  publishedAt: '2026-06-26',
  disclosureMode: 'proactive',
  audience: 'public',
  timeLimit: '20个工作日',
  responsibleUnit: '党政办公室',
  catalogNodeId: 'notice',
  url: '/1.html',
  ...change,
});
const nodes = [
  { id: 'notice', title: '通知公告', kind: 'notice' },
  { id: 'key', title: '重点领域' },
  { id: 'relief', parentId: 'key', title: '社会救助' },
];

test('a column that is blank is named by its way in the tree, with the clause', async () => {
  const { lines, code } = await check({ c: { title: '目录', nodes, entries: [entry(1)] } });
  assert.equal(code, 1);
  assert.equal(
    lines[0],
    'catalogues/c.json，栏目“重点领域 › 社会救助”：空白栏目，没有任何内容（《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决“空白栏目”）',
  );
});

test('how long a column has been silent is told for the day that was asked for', async () => {
  const { told } = await check(
    { c: { title: '目录', nodes: nodes.slice(0, 1), entries: [entry(1)] } },
    '--today=2027-03-01',
  );
  assert.match(told, /栏目“通知公告”：更新不及时：最近一次更新是 2026-06-26，已有 248 天没有更新，应每 6 个月更新一次/);
});

test('a late entry is a notice and no fault: its title, its number, when it was due', async () => {
  const late = entry(2, { formedDate: '2026-02-10', publishedAt: '2026-03-18' });
  const { lines, code } = await check({ c: { title: '目录', nodes: nodes.slice(0, 1), entries: [entry(1), late] } });
  assert.equal(code, 0);
  assert.match(
    lines[0]!,
    /：请核对：超过公开时限才发布，1 条：《关于第2号事项的通知》（稻-2，2026-02-10 成文，时限 20 个工作日，最迟应于 2026-03-16 发布，实际 2026-03-18 发布，迟了 2 个工作日）（.*第二十六条）$/,
  );
  assert.equal(lines[1], '共检查 1 个文件，未发现问题，另有 1 处建议核对。');
});

test('what is wrong stands before what is to be looked at', async () => {
  const { lines } = await check({
    a: { title: '甲', entries: [entry(1, { summary: undefined })] },
    b: { title: '乙', entries: [entry(2), entry(2)] },
  });
  assert.match(lines[0]!, /^catalogues\/b\.json：索引号与前面的条目重复，1 条：/);
  assert.match(lines[1]!, /^catalogues\/a\.json，栏目“notice”：请核对：没有填写内容概述/);
});

test('a replacement may stand in another catalogue of the folder', async () => {
  const repealed = entry(1, { validity: 'repealed', replacedBy: '稻-2' });
  const apart = await check({ a: { title: '甲', entries: [repealed] } });
  assert.match(apart.told, /替代文件指向的索引号不存在，1 条：《.*》（稻-1，指向 稻-2）/);
  const both = await check({ a: { title: '甲', entries: [repealed] }, b: { title: '乙', entries: [entry(2)] } });
  assert.equal(both.code, 0, both.told);
});

test('what a 标准目录 asks for and no catalogue has is listed; without a catalogue nothing is missing', async () => {
  const item = (level2: string) => ({
    level1: '社会救助',
    level2,
    contentElements: ['名单'],
    basis: ['条例'],
    timeLimit: '20个工作日',
    subject: '社会事务办公室',
    channels: [{ code: 'govWebsite' }],
    audience: { public: true },
    mode: { proactive: true },
  });
  const standard = { title: '标准目录', level: '乡镇级', items: [item('临时救助对象名单'), item('特困人员供养')] };
  const { told, code } = await check({
    s: standard,
    c: { title: '目录', entries: [entry(1, { title: '2026年临时救助对象名单' })] },
  });
  assert.equal(code, 0, told);
  assert.match(
    told,
    /catalogues\/s\.json：请核对：应公开 2 项，1 项在目录中没有找到：特困人员供养（国办发〔2019〕54号）/,
  );
  assert.doesNotMatch((await check({ s: standard })).told, /应公开/);
});

test('a day that cannot be read is told as such, not as missing too', async () => {
  const { told } = await check({ c: { title: '目录', entries: [entry(1, { formedDate: '六月' }), entry(2)] } });
  assert.match(told, /成文日期（formedDate）：日期写法不对/);
  assert.doesNotMatch(told, /没有填写/);
});

test('entries that were imported without 索引号 are told, without the marks that stand in their place', async () => {
  const { told, code } = await check({ c: { title: '目录', entries: [entry(1, { indexNumber: '~k3x9' })] } });
  assert.equal(code, 1);
  assert.match(told, /没有填写索引号，1 条：《关于第1号事项的通知》（《政府信息公开目录系统实施指引（试行）》）/);
  assert.doesNotMatch(told, /~/);
});

test('a citizen’s number in a text is a fault, and the report does not spread it', async () => {
  const { told, code } = await check({
    c: { title: '目录', entries: [entry(1, { body: '张某，11010519491231002X' })] },
  });
  assert.equal(code, 1);
  assert.match(told, /正文中有个人信息，发布前必须去掉或者遮盖，1 条：《.*》（稻-1，疑似身份证号码）/);
  assert.doesNotMatch(told, /19491231/);
});

test('twenty thousand entries without their elements are a handful of lines', async () => {
  const { lines } = await check({ c: { title: '目录', nodes: madeNodes, entries: madeEntries(20000) } });
  assert.ok(lines.length < 12, lines.join('\n'));
  assert.match(lines.join('\n'), /涉及 30 个栏目：请核对：没有填写内容概述，共 20000 条，如/);
});

test('a day that is none is refused with the way to write it', async () => {
  const lines: string[] = [];
  assert.equal(await run(['check', '.', '--today', '2026年6月'], (line) => lines.push(line)), 2);
  assert.deepEqual(lines, ['日期不对：2026年6月。应写成 2026-12-01 的样子。']);
});

const listing = fileURLToPath(new URL('../../../shared/data/listing/govcn-2018-2019.csv', import.meta.url));
test(
  'documents of the State Council, rightly kept, give no fault on the day after the last of them',
  { skip: existsSync(listing) ? false : 'no shared data here' },
  async () => {
    const [, ...rows] = readFileSync(listing, 'utf8').trim().split(/\r?\n/);
    const day = (text: string) => text.replace(/(\d+)年(\d+)月(\d+)日/, '$1-$2-$3');
    const entries = rows
      .filter((row) => !row.includes('"'))
      .map((row) => {
        const [indexNumber, subjectCategory, name, formed, title, docNumber, published, , url] = row.split(',');
        const dates = { formedDate: day(formed!), publishedAt: day(published!) };
        return { indexNumber, subjectCategory, publisher: { name }, title, docNumber, ...dates, url };
      });
    assert.ok(entries.length > 25);
    const { told, code } = await check({ c: { title: '国务院文件', entries } }, '--today', '2019-02-16');
    assert.equal(code, 0, told);
  },
);
