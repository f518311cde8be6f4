import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvTable } from '@zwgk/client/catalogue';

test('a table begins with the mark that old spreadsheets need, and keeps quotes, commas and line ends inside their cells', () => {
  const rows = [
    ['标题', '文号'],
    ['关于“一网通办”, 的"通知"\n第二行', ''],
  ];
  assert.equal(csvTable(rows), '\uFEFF标题,文号\r\n"关于“一网通办”, 的""通知""\n第二行",\r\n');
});

test('nothing in a cell is taken for a formula, written in full width either', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
    assert.equal(csvTable([[`${sign}HYPERLINK("x")`]]), `\uFEFF"'${sign}HYPERLINK(""x"")"\r\n`);
  assert.equal(csvTable([['1=1']]), '\uFEFF1=1\r\n');
});
