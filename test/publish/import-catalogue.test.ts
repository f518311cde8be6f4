/** A bureau's Excel sheet as a catalogue: headings, 同上, days and numbers in every spelling; nothing goes silently. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Catalogue, StandardCatalogue, findIssues } from '@zwgk/schema';
import { describeImport, importFile } from '@zwgk/publish/import';
import { workbook, type SheetContent } from '../support/workbook.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const shared = (path: string) => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));

function catalogue(file: Uint8Array) {
  const { value, issues } = importFile(file, { as: 'catalogue', title: '目录' });
  const told = describeImport(issues).join('\n');
  assert.ok(value, told);
  assert.deepEqual(findIssues(Catalogue, value), []);
  return { ...(value as Catalogue), told, issues };
}
const sheet = (rows: SheetContent, name = '2026年') => workbook({ [name]: rows });

test('headings below a title row and a remark are found, and name the catalogue', () => {
  const { title, entries, told } = catalogue(
    sheet({
      rows: [
        ['清河县民政局政府信息公开目录', null, null, null],
        ['填报单位：民政局', null, null, '2026年3月'],
        ['序号', '信息名称（必填）', ' 索 引 号 ', '公开\n时间'],
        [1, '关于发放高龄津贴的通知', '11341881MB0TE7T15U/2026-00012', '2026.3.5'],
      ],
      merges: ['A1:D1'],
    }),
  );
  assert.equal(title, '清河县民政局政府信息公开目录');
  assert.deepEqual(entries, [
    { title: '关于发放高龄津贴的通知', indexNumber: '11341881MB0TE7T15U/2026-00012', publishedAt: '2026-03-05' },
  ]);
  assert.equal(told, '');
});

test('each spelling of a day is the day', () => {
  const spellings = [
    '2026年1月5日',
    '2026.1.5',
    '2026/1/5',
    '20260105',
    '２０２６－０１－０５',
    '二〇二六年一月五日',
    '[2026-01-05]',
    '2026-1-5 00:00:00',
    '2026年01月05日 星期一',
    '46027',
  ];
  const { entries } = catalogue(bytes(`标题,成文日期\n${spellings.map((day, i) => `公告${i},${day}`).join('\n')}`));
  assert.deepEqual(
    entries.map(({ formedDate }) => formedDate),
    spellings.map(() => '2026-01-05'),
  );
});

test('days that are none, or none that is whole, are told with sheet, row and column, and the text is kept', () => {
  const { entries, told } = catalogue(
    sheet([
      ['标题', '发布日期', '废止日期'],
      ['甲', '2026年2月30日', '1970-01-01'],
      ['乙', '2026年春', '—'],
      ['丙', '1026-03-05', ''],
    ]),
  );
  assert.deepEqual(
    entries.map(({ publishedAt, expiryDate }) => [publishedAt, expiryDate]),
    [
      [undefined, undefined],
      [undefined, undefined],
      ['1026-03-05', undefined],
    ],
  );
  assert.equal((entries[1] as Record<string, unknown>)['发布日期'], '2026年春');
  assert.match(told, /工作表“2026年”第 2 行“发布日期”列：“2026年2月30日”不是完整的日期/);
  assert.match(told, /工作表“2026年”第 3 行“发布日期”列：“2026年春”不是完整的日期/);
  assert.match(told, /工作表“2026年”第 4 行“发布日期”列：日期 1026-03-05 不大可能/);
  assert.match(told, /工作表“2026年”第 2 行“废止日期”列：1970-01-01 不是真实日期/);
});

test('同上, its signs and merged cells take what stands above; 同上 below nothing is told', () => {
  const { entries, told } = catalogue(
    sheet({
      rows: [
        ['标题', '发布机构', '发布日期', '主题分类'],
        ['甲', '同上', '2026-03-05', '综合政务/政务公开'],
        ['乙', '民政局', '同上', null],
        ['丙', '〃', '″', null],
      ],
      merges: ['D2:D4'],
    }),
  );
  assert.deepEqual(
    entries.map(({ publisher, publishedAt, subjectCategory }) => [
      (publisher as { name: string } | undefined)?.name,
      publishedAt,
      subjectCategory,
    ]),
    [
      [undefined, '2026-03-05', '综合政务\\政务公开'],
      ['民政局', '2026-03-05', '综合政务\\政务公开'],
      ['民政局', '2026-03-05', '综合政务\\政务公开'],
    ],
  );
  assert.match(told, /第 2 行“发布机构”列：写的是“同上”，但上面没有内容/);
});

test('damaged brackets of 文号 and full-width numbers are mended and told', () => {
  const { entries, told } = catalogue(
    sheet([
      ['标题', '文号', '索引号'],
      ['甲', '港政[2026]０12号', '１１３４１８８１ＭＢ０ＴＥ７Ｔ１５Ｕ/2026-00012 '],
      ['乙', '港政„2010‟3号', '000014349/2017-00110'],
      ['丙', '内部资料', '000014349/2017-00111'],
      ['丁', '无', '000014349/2017-00112'],
    ]),
  );
  assert.deepEqual(
    entries.map(({ docNumber, indexNumber }) => [docNumber, indexNumber]),
    [
      ['港政〔2026〕12号', '11341881MB0TE7T15U/2026-00012'],
      ['港政〔2010〕3号', '000014349/2017-00110'],
      ['内部资料', '000014349/2017-00111'],
      [undefined, '000014349/2017-00112'],
    ],
  );
  assert.match(told, /第 2 行“文号”列：提示：发文字号“港政\[2026\]０12号”已规范为“港政〔2026〕12号”/);
  assert.match(told, /第 2 行“索引号”列：提示：.*全角/);
  assert.match(told, /第 4 行“文号”列：提示：“内部资料”不像发文字号，照原样保留/);
});

test('words of the code lists become codes; words that are none are kept under their heading and told', () => {
  const { entries, told } = catalogue(
    bytes(
      '标题,有效性,公开方式,公开对象,体裁,公开时限,关键词,公开渠道\n甲,现行有效,依申请公开,社会公众,会议纪要,20个工作日,低保；救助,政府网站、村公示栏\n乙,待定,主动公开,,政策解读,,,\n',
    ),
  );
  const [first, second] = entries as unknown as Record<string, unknown>[];
  assert.equal(first?.['validity'], 'valid');
  assert.equal(first?.['disclosureMode'], 'onRequest');
  assert.equal(first?.['audience'], 'public');
  assert.equal(first?.['genre'], '纪要');
  assert.deepEqual(first?.['keywords'], ['低保', '救助']);
  assert.deepEqual(first?.['channels'], ['govWebsite', 'noticeBoard']);
  assert.equal((first?.['timeLimit'] as { value?: number } | undefined)?.value, 20);
  assert.equal(second?.['validity'], undefined);
  assert.equal(second?.['有效性'], '待定');
  assert.deepEqual([second?.['genre'], second?.['genreText']], ['other', '政策解读']);
  assert.match(told, /第 3 行“有效性”列：“待定”不在规定的写法中/);
});

test('columns that are no fields stay under their own name and are told; none can pass for a field of ours', () => {
  const { entries, told } = catalogue(
    bytes('标题,发布日期,经办科室,state,__proto__\n甲,2026-03-05,社救股,deleted,x\n'),
  );
  const [entry] = entries as unknown as Record<string, unknown>[];
  assert.equal(entry?.['经办科室'], '社救股');
  assert.equal(entry?.['state'], undefined);
  assert.equal(entry?.['state（原表）'], 'deleted');
  assert.equal(Object.getPrototypeOf(entry), Object.prototype);
  assert.match(told, /“经办科室”“state”“__proto__”列：提示：列名不在规范字段中，内容按原列名保留/);
});

test('lines between rows, headings on each page, sums and remarks are no entries', () => {
  const { entries, nodes, told } = catalogue(
    sheet({
      rows: [
        ['序号', '标题', '发布日期'],
        ['一、综合政务', null, null],
        [1, '甲', '2026-03-05'],
        ['二、财政资金', null, null],
        [2, '乙', '2026-03-06'],
        ['序号', '标题', '发布日期'],
        [3, '丙', '2026-03-07'],
        ['合计', 3, null],
        ['注：本表由办公室填报', null, null],
      ],
      merges: ['A2:C2', 'A9:C9'],
    }),
  );
  assert.deepEqual(
    entries.map(({ title, catalogNodeId }) => [title, catalogNodeId]),
    [
      ['甲', '一、综合政务'],
      ['乙', '二、财政资金'],
      ['丙', '二、财政资金'],
    ],
  );
  assert.deepEqual(
    nodes?.map(({ title }) => title),
    ['一、综合政务', '二、财政资金'],
  );
  assert.match(told, /第 6 行：提示：重复的表头/);
  assert.match(told, /第 8、9 行：提示：合计、填表说明/);
});

test('several sheets become columns of one catalogue; a sheet without headings is told', () => {
  const { entries, nodes, told } = catalogue(
    workbook({
      通知公告: [
        ['标题', '发布日期'],
        ['甲', '2026-03-05'],
      ],
      财政信息: [
        ['标题', '发布日期'],
        ['乙', '2026-03-06'],
      ],
      说明: [['本工作簿由办公室维护']],
    }),
  );
  assert.deepEqual(
    entries.map(({ catalogNodeId }) => catalogNodeId),
    ['通知公告', '财政信息'],
  );
  assert.equal(nodes?.length, 2);
  assert.match(told, /工作表“说明”：提示：没有找到表头，没有读取/);
});

test('a path in the column 栏目 becomes a tree', () => {
  const { entries, nodes } = catalogue(bytes('标题,栏目\n甲,法定主动公开内容>财政信息\n乙,法定主动公开内容\n'));
  assert.deepEqual(nodes, [
    { id: '法定主动公开内容', title: '法定主动公开内容' },
    { id: '法定主动公开内容/财政信息', title: '财政信息', parentId: '法定主动公开内容' },
  ]);
  assert.equal(entries[0]?.catalogNodeId, '法定主动公开内容/财政信息');
});

test('rows without a title, numbers that are missing or twice are told, each with its row', () => {
  const { entries, told } = catalogue(
    sheet([
      ['标题', '索引号', '发布日期'],
      ['甲', 'A/2026-00001', '2026-03-05'],
      ['乙', 'A/2026-00001', '2026-03-05'],
      ['丙', null, '2026-03-05'],
      [null, 'A/2026-00002', '2026-03-05'],
    ]),
  );
  assert.equal(entries.length, 3);
  assert.match(told, /第 3 行“索引号”列：索引号 A\/2026-00001 与第 2 行重复/);
  assert.match(told, /第 4 行“索引号”列：没有索引号/);
  assert.match(told, /第 5 行“标题”列：没有标题，这一行没有导入/);
});

test('the mark of an entry without 索引号 stays when rows are added above it', () => {
  const row = '关于停水的公告,2026-03-05,/1.html';
  const [before] = catalogue(bytes(`标题,发布日期,链接\n${row}\n`)).entries;
  const after = catalogue(bytes(`标题,发布日期,链接\n新公告,2026-03-06,/2.html\n${row}\n${row}\n`)).entries;
  assert.match(before!.indexNumber, /^~/);
  assert.equal(after[1]?.indexNumber, before!.indexNumber);
  assert.equal(new Set(after.map(({ indexNumber }) => indexNumber)).size, 3);
});

test('a table that is no catalogue says which headings it needs', () => {
  const { value, issues } = importFile(bytes('姓名,电话\n张三,123\n'), { as: 'catalogue' });
  assert.equal(value, undefined);
  assert.match(describeImport(issues).join('\n'), /没有找到目录：表头里要有“标题”/);
});

test('the same in many rows is told once, with the rows; errors are told one by one', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `公告${i},港政[2026]${i + 1}号,2026年${i + 13}月1日`);
  const { told } = catalogue(bytes(`标题,文号,发布日期\n${rows.join('\n')}\n`));
  const lines = told.split('\n');
  assert.equal(lines.filter((line) => line.includes('“发布日期”列')).length, 30);
  assert.ok(
    lines.includes('第 2—31 行“文号”列：提示：共 30 处，例如：发文字号“港政[2026]1号”已规范为“港政〔2026〕1号”。'),
    told,
  );
});

test('issues hold no free text of cells', () => {
  const { issues } = catalogue(bytes('标题,发布日期,备注\n,2026-03-05,张三 13800000000\n甲,2026-03-05,x\n'));
  assert.doesNotMatch(JSON.stringify(issues), /张三|138/);
});

const TICKS: SheetContent = {
  rows: [
    ['清河县社会救助领域基层政务公开标准目录', ...Array<null>(13).fill(null)],
    [
      '序号',
      '公开事项',
      null,
      '公开内容（要素）',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开渠道和载体',
      '公开对象',
      null,
      '公开方式',
      null,
      '公开层级',
      null,
    ],
    [
      null,
      '一级事项',
      '二级事项',
      null,
      null,
      null,
      null,
      null,
      '全社会',
      '特定群体',
      '主动',
      '依申请公开',
      '县级',
      '乡、村级',
    ],
    [
      1,
      '最低生活保障',
      '政策法规文件',
      '1.《社会救助暂行办法》\n2.最低生活保障政策',
      '《社会救助暂行办法》、《条例》；《意见》（国发〔2012〕45号）',
      '信息形成或者变更之日起20个工作日内',
      '民政局',
      '■政府网站   □两微一端\n■社区/企事业单位/村公示栏（电子屏）',
      '√',
      null,
      '√',
      null,
      '√',
      '√',
    ],
    [
      2,
      null,
      '审核信息',
      '初审对象名单',
      '同上',
      '公示7个工作日',
      '乡镇',
      '■政府网站 口政府公报',
      null,
      '申请人',
      null,
      '√',
      null,
      '√',
    ],
  ],
  merges: ['A1:N1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:H3', 'I2:J2', 'K2:L2', 'M2:N2', 'B4:B5'],
};

test('a 标准目录 with two levels of headings, merged cells, ■ and √ is read', () => {
  const { value, issues, kind, guessed } = importFile(workbook({ 社会救助: TICKS }));
  assert.equal(kind, 'standard');
  assert.equal(guessed, true);
  assert.deepEqual(findIssues(StandardCatalogue, value), []);
  const { title, domain, items } = value as StandardCatalogue;
  assert.equal(title, '清河县社会救助领域基层政务公开标准目录');
  assert.equal(domain, '社会救助');
  assert.deepEqual(items, [
    {
      seq: 1,
      level1: '最低生活保障',
      level2: '政策法规文件',
      contentElements: ['《社会救助暂行办法》', '最低生活保障政策'],
      basis: [{ title: '《社会救助暂行办法》' }, { title: '《条例》' }, { title: '《意见》（国发〔2012〕45号）' }],
      timeLimit: {
        raw: '信息形成或者变更之日起20个工作日内',
        kind: 'workingDays',
        value: 20,
        startsFrom: 'informationFormed',
      },
      subject: '民政局',
      channels: [
        { code: 'govWebsite', required: true },
        { code: 'newMedia', required: false },
        { code: 'noticeBoard', required: true },
      ],
      audience: { public: true },
      mode: { proactive: true },
      levels: ['county', 'township', 'village'],
    },
    {
      seq: 2,
      level1: '最低生活保障',
      level2: '审核信息',
      contentElements: '初审对象名单',
      basis: [{ title: '《社会救助暂行办法》' }, { title: '《条例》' }, { title: '《意见》（国发〔2012〕45号）' }],
      timeLimit: { ...items[1]!.timeLimit, raw: '公示7个工作日' },
      subject: '乡镇',
      channels: [
        { code: 'govWebsite', required: true },
        { code: 'govGazette', required: false },
      ],
      audience: { specificGroup: true, groupText: '申请人' },
      mode: { onRequest: true },
      levels: ['township', 'village'],
    },
  ]);
  assert.deepEqual(issues, []);
});

test('the same 标准目录 as CSV, where nothing can be merged', () => {
  const rows = (TICKS as { rows: readonly (readonly unknown[])[] }).rows;
  const csv = rows.map((cells) => cells.map((cell) => `"${String(cell ?? '')}"`).join(',')).join('\n');
  const { value, issues } = importFile(bytes(csv));
  const { items } = value as StandardCatalogue;
  assert.deepEqual(
    items.map(({ level1, levels, mode }) => [level1, levels, mode]),
    [
      ['最低生活保障', ['county', 'township', 'village'], { proactive: true }],
      ['最低生活保障', ['township', 'village'], { onRequest: true }],
    ],
  );
  assert.match(
    describeImport(issues).join('\n'),
    /第 5 行“公开事项-一级事项”列：提示：空白，按上一行填为“最低生活保障”/,
  );
});

test('a 标准目录 with a column for each channel', () => {
  const { value } = importFile(
    workbook({
      表: {
        rows: [
          ['序号', '一级事项', '公开内容', '公开主体', '公开时限', '公开渠道和载体', null, null],
          [null, null, null, null, null, '政府网站', '两微一端', '其他'],
          [1, '政策文件', '政策', '民政局', '及时公开', '■', '□', null],
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:H1'],
      },
    }),
  );
  assert.deepEqual((value as StandardCatalogue).items[0]?.channels, [
    { code: 'govWebsite', required: true },
    { code: 'newMedia', required: false },
  ]);
});

const listings = existsSync(shared('listing'))
  ? readdirSync(shared('listing')).filter((name) => name.endsWith('.csv'))
  : [];
test(
  'real lists of documents are read whole',
  { skip: listings.length ? false : 'no real data beside the project (../shared/data)' },
  () => {
    for (const name of listings) {
      const file = readFileSync(shared(`listing/${name}`));
      const lines = file.toString('utf8').trim().split('\n').length;
      const { entries, told } = catalogue(file);
      assert.equal(entries.length, lines - 1, `${name}\n${told}`);
      assert.ok(entries.every(({ title }) => title));
    }
    const { entries } = catalogue(readFileSync(shared('listing/govcn-2018-2019.csv')));
    assert.deepEqual(
      [entries[0]?.indexNumber, entries[0]?.docNumber, entries[0]?.formedDate, entries[0]?.publishedAt],
      ['000014349/2019-00007', '国发〔2019〕5号', '2019-01-27', '2019-02-15'],
    );
  },
);

const real = shared('catalogue/jiceng-standard-catalogue.csv');
test(
  'the real 标准目录 is read as its JSON says',
  { skip: existsSync(real) ? false : 'no real data beside the project (../shared/data)' },
  () => {
    const wanted = JSON.parse(readFileSync(real.replace('.csv', '.json'), 'utf8')) as Record<string, string>[];
    const { value, issues } = importFile(readFileSync(real));
    const { items } = value as StandardCatalogue;
    assert.equal(items.length, wanted.length);
    wanted.forEach((row, i) => {
      const item = items[i]!;
      assert.equal(String(item.seq), row['序号']);
      if (row['一级事项']) assert.equal(item.level1, row['一级事项']);
      assert.equal(item.level2 ?? '', row['二级事项']);
      assert.deepEqual(item.basis?.map(({ title }) => title) ?? [], row['公开依据']);
      assert.equal((item.timeLimit as { raw: string } | undefined)?.raw ?? '', row['公开时限']);
      assert.equal(item.audience?.public ?? false, row['公开对象-全社会'] === '√');
      assert.equal(item.mode?.proactive ?? false, row['公开方式-主动'] === '√');
      assert.equal(item.levels?.includes('township') ?? false, row['公开层级-乡级'] === '√');
      const channels = row['公开渠道和载体'] as unknown as { 必选: boolean | null }[];
      // Two rows of the JSON hold a numbered list as one channel.
      if (channels.length > 1)
        assert.deepEqual(
          item.channels?.map(({ required }) => required ?? null),
          channels.map(({ 必选 }) => 必选),
        );
    });
    assert.match(describeImport(issues).join('\n'), /第 41—43 行“一级事项”列：没有一级事项，暂用二级事项代替/);
  },
);
