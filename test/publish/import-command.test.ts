/** `zwgk import` as a clerk meets it: a file in, a data file out, every issue in Chinese, nothing overwritten. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { run } from '@zwgk/publish';
import { workbook } from '../support/workbook.js';

const folder = mkdtempSync(path.join(tmpdir(), 'zwgk-import-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: string[]) => path.join(folder, ...parts);

async function zwgk(...args: string[]): Promise<{ lines: string[]; code: number }> {
  const lines: string[] = [];
  const code = await run(args, (line) => lines.push(line));
  return { lines, code };
}
const good = workbook({
  目录: [
    ['标题', '索引号', '发布日期'],
    ['甲', 'A/2026-00001', '2026-03-05'],
  ],
});

test('a workbook becomes a file in the data folder, which can be checked and built', async () => {
  writeFileSync(at('公开目录.xlsx'), good);
  mkdirSync(at('数据'));
  const { lines, code } = await zwgk('import', at('公开目录.xlsx'), at('数据'));
  assert.equal(code, 0, lines.join('\n'));
  const file = at('数据', 'catalogues', '公开目录.json');
  assert.deepEqual(lines, [
    '按“政府信息公开目录”读取。如果不对，请用 --as 指明类型。',
    '没有需要处理的问题。',
    `已导入政府信息公开目录（1 项）：${file}`,
  ]);
  assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { title: string }).title, '公开目录');
  assert.match((await zwgk('check', at('数据'))).lines.join('\n'), /共检查 1 个文件/);
  assert.equal((await zwgk('build', at('数据'), at('输出'))).code, 0);
  assert.ok(existsSync(at('输出', 'catalogues', '公开目录.json')));
});

test('without a target the file stands beside the table; a file that is there is overwritten only by --force', async () => {
  writeFileSync(at('a.xlsx'), good);
  assert.equal((await zwgk('import', at('a.xlsx'))).code, 0);
  writeFileSync(at('a.json'), 'mine');
  const again = await zwgk('import', at('a.xlsx'));
  assert.equal(again.code, 2);
  assert.match(again.lines.join('\n'), /文件已存在，没有写入：.*a\.json.*--force/);
  assert.equal(readFileSync(at('a.json'), 'utf8'), 'mine');
  assert.equal((await zwgk('import', '--force', at('a.xlsx'))).code, 0);
  assert.notEqual(readFileSync(at('a.json'), 'utf8'), 'mine');
});

test('what has to be mended is told with sheet, row and column, and the exit code is 1', async () => {
  writeFileSync(
    at('b.xlsx'),
    workbook({
      '2025年': [
        ['标题', '发布日期'],
        ['甲', '2025年13月1日'],
      ],
    }),
  );
  const { lines, code } = await zwgk('import', at('b.xlsx'), at('other', 'named.json'), '--as', 'catalogue');
  assert.equal(code, 1);
  assert.match(lines[1]!, /^工作表“2025年”第 2 行“发布日期”列：“2025年13月1日”不是完整的日期/);
  assert.match(lines[2]!, /^有 1 处需要处理，另有 1 处提示。$/);
  assert.ok(existsSync(at('other', 'named.json')));
});

test('what cannot be done says why, and the exit code is 2', async () => {
  writeFileSync(at('old.xls'), Buffer.from('d0cf11e0a1b11ae1000000', 'hex'));
  writeFileSync(at('people.csv'), '姓名,电话\n张三,1\n');
  for (const [args, sentence] of [
    [['import', at('old.xls')], /旧版 Excel/],
    [['import', at('people.csv')], /认不出表里是什么.*--as/],
    [['import', at('nowhere.xlsx')], /找不到文件/],
    [['import', at('a.xlsx'), '--as', 'letter'], /--as 不能是“letter”/],
    [['import', at('a.xlsx'), '--to', 'x'], /用法/],
    [['import'], /用法/],
  ] as const) {
    const { lines, code } = await zwgk(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(lines.join('\n'), sentence);
  }
});
