/** Whatever file an office has becomes rows: encodings, workbooks, pages; what cannot be read says what to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue, CatalogueEntry } from '@zwgk/schema';
import { describeImport, importFile } from '@zwgk/publish/import';
import { workbook, zip, type SheetContent } from '../support/workbook.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const entriesOf = (file: Uint8Array): readonly CatalogueEntry[] => {
  const { value, issues } = importFile(file, { as: 'catalogue', title: '目录' });
  assert.ok(value, describeImport(issues).join('\n'));
  return (value as Catalogue).entries;
};
const told = (file: Uint8Array) => describeImport(importFile(file, { as: 'catalogue' }).issues).join('\n');
const book = (rows: SheetContent) => workbook({ 目录: rows });

test('the same table is read from UTF-8 with and without mark, UTF-16 and GBK', () => {
  const text = '标题,发布日期\r\n关于𬭊村公交线路的通知,2026-03-05\r\n';
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
  // 𬭊 takes four bytes of GB18030.
  const gbk = Buffer.from(
    'b1eacce22cb7a2b2bcc8d5c6da0d0ab9d8d3da9933a838b4e5b9abbdbbcfdfc2b7b5c4cda8d6aa2c323032362d30332d30350d0a',
    'hex',
  );
  for (const file of [bytes(text), bytes(`\uFEFF${text}`), wide, Buffer.from(wide).swap16(), wide.subarray(2), gbk]) {
    const [entry] = entriesOf(file);
    assert.equal(entry?.title, '关于𬭊村公交线路的通知');
    assert.equal(entry?.publishedAt, '2026-03-05');
  }
});

test('tabs, semicolons and a line that names the separator part columns; quoted line breaks do not part rows', () => {
  for (const text of [
    '标题\t发布日期\n"公告\n第二行"\t2026-03-05\n通知\t2026-03-06',
    '标题;发布日期\n"公告\n第二行";2026-03-05\n通知;2026-03-06',
    'sep=;\n标题;发布日期\n"公告\n第二行";2026-03-05\n通知;2026-03-06',
  ]) {
    const entries = entriesOf(bytes(text));
    assert.deepEqual(
      entries.map(({ title, publishedAt }) => [title, publishedAt]),
      [
        ['公告第二行', '2026-03-05'],
        ['通知', '2026-03-06'],
      ],
    );
  }
});

test('a day of Excel is the same day everywhere, whatever its format', () => {
  const entries = entriesOf(
    book([
      ['标题', '发布日期', '成文日期', '生效日期'],
      ['甲', { xml: 's="1"><v>46086</v>' }, { xml: 's="2"><v>46086</v>' }, '2026年3月5日'],
      ['乙', { xml: 's="3"><v>46086.4375</v>' }, { xml: 't="d" s="1"><v>2026-03-05T00:00:00</v>' }, 46086],
    ]),
  );
  assert.deepEqual(
    entries.map(({ publishedAt, formedDate, effectiveDate }) => [publishedAt, formedDate, effectiveDate]),
    [
      ['2026-03-05', '2026-03-05', '2026-03-05'],
      ['2026-03-05T10:30:00+08:00', '2026-03-05', '2026-03-05'],
    ],
  );
});

test('workbooks that count from 1904 give the same day', () => {
  const file = workbook(
    {
      目录: [
        ['标题', '发布日期'],
        ['甲', { xml: 's="1"><v>44624</v>' }],
      ],
    },
    { date1904: true },
  );
  assert.equal(entriesOf(file)[0]?.publishedAt, '2026-03-05');
});

test('long numbers keep their digits; where Excel has lost them already, it is told with the place', () => {
  const entries = entriesOf(
    book([
      ['标题', '发布日期', '归档号', '登记号'],
      ['甲', '2026-03-05', 123456789012345, { xml: 's="4"><v>42</v>' }],
    ]),
  );
  assert.equal(entries[0]?.archiveId, '123456789012345');
  assert.equal((entries[0] as Record<string, unknown>)['登记号'], '000042');
  const lost = book([
    ['标题', '索引号'],
    ['甲', { xml: '><v>1.13417020032563E+17</v>' }],
  ]);
  assert.match(told(lost), /工作表“目录”第 2 行 B 列：长编码被存成了数字，末几位已经丢失（现为 113417020032563000）/);
  assert.match(told(bytes('标题,索引号\n甲,1.13417E+17\n')), /第 2 行“索引号”列：长编码被存成了数字/);
});

test('formulas give what was computed; errors and formulas that were never computed are told', () => {
  const file = book([
    ['标题', '发布日期', '文号', '备注'],
    [
      { xml: 't="str"><f>A9&amp;"x"</f><v>关于公示的通知</v>' },
      '2026-03-05',
      { xml: 't="e"><v>#REF!</v>' },
      { xml: '><f>NOW()</f>' },
    ],
  ]);
  const [entry] = entriesOf(file);
  assert.equal(entry?.title, '关于公示的通知');
  assert.equal(entry?.docNumber, undefined);
  assert.match(told(file), /第 2 行 C 列：单元格里是错误值 #REF!/);
  assert.match(told(file), /第 2 行 D 列：公式还没有算出结果/);
});

test('links of cells become the address of an entry, whether kept beside the sheet or in a formula', () => {
  const entries = entriesOf(
    book({
      rows: [
        ['标题', '发布日期', '链接'],
        ['甲', '2026-03-05', '点击查看'],
        [{ xml: 't="str"><f>HYPERLINK("http://www.example.gov.cn/2.html","乙")</f><v>乙</v>' }, '2026-03-06', null],
        ['丙', '2026-03-07', 'www.example.gov.cn/3.html'],
        ['丁', '2026-03-08', null],
      ],
      links: { C2: 'https://www.example.gov.cn/1.html?a=1&b=2', A5: '/zwgk/4.html' },
    }),
  );
  assert.deepEqual(
    entries.map(({ url }) => url),
    [
      'https://www.example.gov.cn/1.html?a=1&b=2',
      'http://www.example.gov.cn/2.html',
      'http://www.example.gov.cn/3.html',
      '/zwgk/4.html',
    ],
  );
});

test('addresses that are no web addresses are left out and told', () => {
  const file = book({
    rows: [
      ['标题', '发布日期', '网址'],
      ['甲', '2026-03-05', 'javascript:alert(1)//.'],
      ['乙', '2026-03-05', 'C:\\公开\\1.doc'],
      ['丙', '2026-03-05', null],
    ],
    links: { A4: 'file:///C:/1.doc' },
  });
  assert.ok(entriesOf(file).every(({ url }) => url === undefined));
  assert.match(told(file), /第 2、3 行“网址”列：链接不是网址/);
  assert.match(told(file), /第 4 行“标题”列：链接不是网址/);
});

test('hidden sheets are left out and told, hidden rows are read and told', () => {
  const file = workbook({
    公开: {
      rows: [
        ['标题', '发布日期'],
        ['甲', '2026-03-05'],
        ['乙', '2026-03-06'],
      ],
      hidden: [3],
    },
    内部: {
      rows: [
        ['标题', '发布日期'],
        ['机密', '2026-03-05'],
      ],
      state: 'hidden',
    },
  });
  assert.deepEqual(
    entriesOf(file).map(({ title }) => title),
    ['甲', '乙'],
  );
  assert.match(told(file), /工作表“内部”：提示：工作表是隐藏的，没有读取/);
  assert.match(told(file), /工作表“公开”第 3 行：提示：这一行在表中是隐藏的/);
});

test('a “.xls” that is a web page in GBK is read, with merged cells and links', () => {
  const page = `<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"></head><body><table><tr><td colspan=3>2026 list</td></tr><tr><td>TITLE</td><td>DAY</td><td>ORG</td></tr><tr><td><a href="/1.html">A</a></td><td>2026-03-05</td><td rowspan=2>X</td></tr><tr><td>B</td><td>2026-03-06</td></tr></table></body></html>`;
  const parts: Readonly<Record<string, string>> = {
    TITLE: 'b1eacce2',
    DAY: 'b7a2b2bcc8d5c6da',
    ORG: 'b7a2b2bcbbfab9b9',
    X: 'cfd8d5fecaae',
  };
  const raw = Buffer.from(
    page.replace(/TITLE|DAY|ORG|(?<=>)X(?=<)/g, (word) => Buffer.from(parts[word]!, 'hex').toString('latin1')),
    'latin1',
  );
  const entries = entriesOf(raw);
  assert.deepEqual(
    entries.map(({ title, publishedAt, url }) => [title, publishedAt, url]),
    [
      ['A', '2026-03-05', '/1.html'],
      ['B', '2026-03-06', undefined],
    ],
  );
  assert.equal(JSON.stringify(entries[0]?.publisher), JSON.stringify(entries[1]?.publisher));
});

test('an old list of links gives titles, whole from their tooltips, days and addresses', () => {
  const entries = entriesOf(
    bytes(`<div class=nav><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul></div>
<ul class="list"><li><a href="../t1.html" title="关于2026年春季开学工作安排的通知">关于2026年春季开学…</a><span>[2026-03-05]</span></li>
<li><span>2026/2/1</span><a href="t2.html">公示</a></li></ul>`),
  );
  assert.deepEqual(
    entries.map(({ title, publishedAt, url }) => [title, publishedAt, url]),
    [
      ['关于2026年春季开学工作安排的通知', '2026-03-05', '../t1.html'],
      ['公示', '2026-02-01', 't2.html'],
    ],
  );
});

test('a table without headings is read by its days and links, and says so', () => {
  const file = bytes(
    `<table><tr><td>·</td><td><a href="1.html">关于停水的公告</a></td><td>2026-03-05</td></tr><tr><td>·</td><td><a href="2.html">关于停电的公告</a></td><td>2026-03-06</td></tr></table>`,
  );
  assert.deepEqual(
    entriesOf(file).map(({ title, publishedAt, url }) => [title, publishedAt, url]),
    [
      ['关于停水的公告', '2026-03-05', '1.html'],
      ['关于停电的公告', '2026-03-06', '2.html'],
    ],
  );
  assert.match(told(file), /没有找到表头，按 B 列是标题、C 列是发布日期读取/);
});

test('a file that no table can be read from says what it is and what to do', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  for (const [file, sentence] of [
    [ole, /旧版 Excel 文件（\.xls）.*另存为.*\.xlsx/],
    [Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), /打开密码/],
    [Buffer.concat([ole, Buffer.from('WordDocument', 'utf16le')]), /Word 文档/],
    [zip({ 'word/document.xml': '<x/>' }), /Word 文档/],
    [zip({ 'content.xml': '<x/>', mimetype: 'x' }), /ODS/],
    [zip({ 'a.txt': 'x' }), /认不出/],
    [bytes('%PDF-1.7'), /PDF/],
    [bytes('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), /XML 电子表格 2003/],
    [bytes('{"entries":[]}'), /已经是 JSON/],
    [new Uint8Array(), /空的/],
    [bytes(' \n'), /空的/],
    [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /认不出/],
  ] as const) {
    const { value, issues } = importFile(file, { as: 'catalogue' });
    assert.equal(value, undefined);
    assert.match(describeImport(issues).join('\n'), sentence);
  }
});

test('archives that unpack without end and lie about their size are stopped', () => {
  const parts = Array.from({ length: 10 }, (_, i) => i);
  const bomb = zip(
    {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${parts.map((i) => `<sheet name="${i}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${parts.map((i) => `<Relationship Id="r${i}" Type="x/worksheet" Target="s.xml"/>`).join('')}</Relationships>`,
      'xl/s.xml': `<worksheet>${' '.repeat(30 * 1024 * 1024)}</worksheet>`,
    },
    100,
  );
  assert.ok(bomb.length < 100_000);
  assert.match(told(bomb), /解压后过大/);
});

test('document types, and with them entities, are refused', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`;
  const file = zip({
    'xl/workbook.xml': '<workbook><sheets/></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r" Type="x/sharedStrings" Target="s.xml"/></Relationships>',
    'xl/s.xml': laughs,
  });
  assert.match(told(file), /DOCTYPE/);
});

test('merged areas larger than any sheet neither hang nor fill the memory', () => {
  const rows = Array.from({ length: 50 }, (_, i) => [`关于事项${i}的通知`, '2026-03-05']);
  const file = book({
    rows: [['标题', '发布日期'], ...rows],
    merges: Array.from({ length: 300 }, () => 'A1:XFD1048576'),
  });
  assert.match(told(file), /合并单元格范围过大/);
});

test('random bytes and files cut off anywhere end in an issue or a document, never in an exception', () => {
  const good = [
    workbook({
      目录: {
        rows: [
          ['标题', '发布日期'],
          ['甲', '2026-03-05'],
        ],
        merges: ['A1:A1'],
        links: { A2: '/1' },
      },
    }),
    bytes('标题,发布日期\n"甲,2026-03-05\n乙"乙,x\n'),
    bytes('<table><tr><th>标题<th>发布日期<tr><td rowspan=99999999 colspan=-3>甲<td>2026-03-05</table>'),
  ];
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 400; round++) {
    const base = good[round % good.length]!;
    const file = Uint8Array.from(base.subarray(0, round % 2 ? base.length : random(base.length)));
    for (let hits = random(6); hits > 0 && file.length; hits--) file[random(file.length)] = random(256);
    const { value, issues } = importFile(file);
    assert.ok(value !== undefined || issues.length > 0, `round ${round}`);
  }
  for (let round = 0; round < 100; round++) {
    const noise = Uint8Array.from({ length: random(2000) }, () => random(256));
    const { value, issues } = importFile(noise);
    assert.ok(value !== undefined || issues.length > 0, `noise ${round}`);
  }
});

test('pages whose spans, lists and tables go on without end are read in no time', () => {
  const deep = (open: string) => open.repeat(20_000);
  for (const page of [
    `<table>${'<tr><td>甲<td rowspan=9999 colspan=200>乙'.repeat(20_000)}</table>`,
    `<table>${Array.from({ length: 5000 }, (_, y) => `<tr>${'<td>x'.repeat(y % 256)}<td rowspan=9999 colspan=9999>乙`).join('')}</table>`,
    deep('<ul><li><a href=x>甲</a>2026-03-05'),
    deep('<table><tr><td>'),
    `<table><tr><td>标题<td>发布日期<tr><td>${' '.repeat(300_000)}甲<td>${'('.repeat(300_000)}</table>`,
    `${'---\n'.repeat(5000)}flowchart`,
  ]) {
    const { value, issues } = importFile(bytes(page));
    assert.ok(value !== undefined || issues.length > 0);
  }
});
