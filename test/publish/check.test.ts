/** `zwgk check` as a clerk reads it: each fault by file and place, fields by their Chinese names, what the law wants. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { run } from '@zwgk/publish';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The lines and the exit code for a folder with these files. */
async function check(files: Readonly<Record<string, unknown>>): Promise<{ lines: string[]; code: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zwgk-check-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(
      path.join(folder, name),
      content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  const lines: string[] = [];
  const code = await run(['check', folder], (line) => lines.push(line));
  return { lines, code };
}
const sound = {
  taskName: '高龄津贴申领',
  legalBasis: [{ title: '《老年人权益保障法》' }],
  acceptConditions: '年满八十周岁',
  materials: [{ name: '身份证' }],
  places: [{ name: '便民服务中心', address: '建设路1号' }],
  officeHours: '工作日 8:30—17:30',
  consult: [{ kind: '电话', value: '0531-86012345' }],
  flow: [{ stage: '受理' }, { stage: '决定' }],
};

test('a field is named in Chinese, with its row', async () => {
  const { lines, code } = await check({
    'catalogues/c.json': { title: '目录', entries: [{ indexNumber: 'X/1', title: '甲' }, { indexNumber: 'X/2' }] },
    'guides/g.json': { ...sound, materials: [{ name: '身份证' }, { copies: 1 }] },
  });
  assert.equal(code, 1);
  assert.ok(
    lines.includes('catalogues/c.json，条目（entries） › 第 2 条 › 标题（title）：缺少必填内容'),
    lines.join('\n'),
  );
  assert.ok(
    lines.includes('guides/g.json，申请材料（materials） › 第 2 条 › 名称（name）：缺少必填内容'),
    lines.join('\n'),
  );
});

test('a day in another way of writing is told how to write it', async () => {
  const { lines } = await check({
    'catalogues/c.json': { title: '目录', entries: [{ indexNumber: 'X/1', title: '甲', publishedAt: '2026年3月5日' }] },
  });
  assert.match(lines[0]!, /发布日期（publishedAt）：.*应写成 2026-03-05/);
});

test('a promise that is longer than the law and key elements that are missing are found, each with its rule', async () => {
  const { lines, code } = await check({
    'guides/late.json': {
      ...sound,
      statutoryDays: 10,
      statutoryUnit: 'workday',
      promisedDays: 15,
      promisedUnit: 'workday',
      flow: [],
    },
  });
  assert.equal(code, 1);
  const told = lines.join('\n');
  assert.match(
    told,
    /guides\/late\.json，承诺办结时限（promisedDays）：承诺时限 15 比法定时限 10 还长（《优化营商环境条例》第三十五条）/,
  );
  assert.match(told, /guides\/late\.json，办理流程（flow）：没有填写（重点要素）/);
});

test('what only the exchange tables want is one line of advice, and no fault', async () => {
  const { lines, code } = await check({ 'guides/g.json': sound });
  assert.equal(code, 0, lines.join('\n'));
  assert.equal(lines.length, 2);
  assert.match(lines[0]!, /^guides\/g\.json：按全国统一要求还应填写：.*承诺办结时限.*（GB\/T 39554\.2 要素要求）$/);
  assert.equal(lines[1], '共检查 1 个文件，未发现问题，另有 1 处建议核对。');
});

test('a step that cannot be reached, a line to nowhere and a step without its time are found in a chart', async () => {
  const { lines, code } = await check({
    'flowcharts/f.json': {
      title: '检查流程',
      nodes: [
        { id: 'a', kind: 'start', label: '开始' },
        { id: 'b', kind: 'step', label: '检查', post: '执法岗' },
        { id: 'c', kind: 'end', label: '结束' },
        { id: 'd', kind: 'step', label: '听证', post: '法制岗', timeLimit: '5个工作日' },
      ],
      edges: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'b', to: 'x' },
      ],
    },
  });
  assert.equal(code, 1);
  const told = lines.join('\n');
  assert.match(told, /flowcharts\/f\.json，步骤“听证”：从开始走不到这一步/);
  assert.match(told, /flowcharts\/f\.json，第 3 条连线：指向不存在的步骤：x/);
  assert.match(told, /flowcharts\/f\.json，步骤“检查”：请核对：没有填写办理时限/);
});

test('limits of a chart are those of the power that it belongs to', async () => {
  const chart = {
    title: '许可流程',
    nodes: [
      { id: 'a', kind: 'start', label: '受理' },
      { id: 'b', kind: 'step', label: '审查', post: '审查岗', timeLimit: '15个工作日' },
      { id: 'c', kind: 'end', label: '决定' },
    ],
    edges: [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ],
  };
  const power = { name: '许可', powerType: '01', promisedLimit: '10个工作日', flowChartId: 'f' };
  const { lines } = await check({ 'flowcharts/f.json': chart, 'powers/p.json': power });
  assert.match(lines.join('\n'), /最长的一路共 15 天，超过承诺的 10 天/);
  assert.doesNotMatch((await check({ 'flowcharts/f.json': chart })).lines.join('\n'), /承诺/);
});

test('what is not JSON is told with its line, what is GBK with how to save it', async () => {
  const { lines, code } = await check({
    'guides/broken.json': '{\n  "taskName": "甲",\n  "scope": “乙”\n}',
    'guides/gbk.json': Uint8Array.of(0x7b, 0x22, 0xbc, 0xd7, 0xd2, 0xd2, 0x22, 0x3a, 0x31, 0x7d),
  });
  assert.equal(code, 1);
  assert.match(lines[0]!, /^guides\/broken\.json：不是正确的 JSON，错在第 3 行第 12 列附近。常见原因：用了中文引号/);
  assert.match(lines[1]!, /^guides\/gbk\.json：不是 UTF-8 编码，未能使用。.*UTF-8。$/);
});

test('tables and texts of an office, and documents beside the folders, are not passed over in silence', async () => {
  const { lines, code } = await check({
    'guides/g.json': sound,
    'catalogues/目录.xlsx': 'x',
    '~$目录.xlsx': 'x',
    '指南.json': sound,
    'bureau.json': { name: '某局' },
  });
  assert.equal(code, 1);
  assert.ok(lines.some((line) => line.startsWith('catalogues/目录.xlsx：表格、文档不能直接使用，没有读取。')));
  assert.ok(lines.some((line) => line.startsWith('指南.json：没有读取：请放进 guides')));
  assert.equal(lines.filter((line) => line.includes('bureau') || line.includes('~$')).length, 0);
});
