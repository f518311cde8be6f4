/** 目录检查: what an inspector would write down, and what he would let pass. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import {
  checkCatalogue,
  checkStandardCatalogue,
  createCalendar,
  type Catalogue,
  type CatalogueCheckOptions,
  type CatalogueEntry,
  type CatalogueFinding,
  type StandardCatalogue,
} from '@zwgk/schema';

const TODAY = '2026-06-30';
const sound: CatalogueEntry = {
  indexNumber: '11341881MB0TE7T15U/2026-00001',
  title: '关于防汛值守的通知',
  summary: '汛期值守安排。',
  subjectCategory: '民政、扶贫、救灾\\减灾救灾',
  publisher: { name: '稻溪镇人民政府' },
  formedDate: '2026-06-24',
  publishedAt: '2026-06-26T09:00:00+08:00',
  disclosureMode: 'proactive',
  audience: 'public',
  timeLimit: '信息形成或者变更之日起20个工作日内',
  responsibleUnit: '党政办公室',
  url: '/tzgg/1.html',
} as unknown as CatalogueEntry;
let serial = 1;
const entry = (change: object = {}): CatalogueEntry => ({
  ...sound,
  indexNumber: `11341881MB0TE7T15U/2026-${String(++serial).padStart(5, '0')}`,
  ...change,
});
const check = (
  entries: readonly CatalogueEntry[],
  nodes?: readonly object[],
  options: Partial<CatalogueCheckOptions> = {},
): CatalogueFinding[] =>
  checkCatalogue({ entries, ...(nodes ? { nodes } : {}) } as unknown as Catalogue, { today: TODAY, ...options });
const rules = (found: readonly CatalogueFinding[]) => found.map(({ rule }) => rule);
const only = (found: readonly CatalogueFinding[], rule: CatalogueFinding['rule']): CatalogueFinding => {
  const hits = found.filter((one) => one.rule === rule);
  assert.equal(hits.length, 1, `${rule} among ${rules(found).join(', ') || 'nothing'}`);
  return hits[0]!;
};
/** `n` entries of a column, one on each of these days. */
const on = (catalogNodeId: string, ...days: string[]) =>
  days.map((day) => entry({ catalogNodeId, formedDate: day, publishedAt: day }));
const times = (n: number, day: string) => Array.from({ length: n }, () => day);

test('a whole entry in a column that is kept up gives no finding', () => {
  assert.deepEqual(check([entry({ catalogNodeId: 'n' })], [{ id: 'n', title: '通知公告', kind: 'notice' }]), []);
});

describe('columns', () => {
  test('a leaf without entries is blank; its parent, an exempt one and one with a page of its own are not', () => {
    const found = check(
      [],
      [
        { id: 'p', title: '公众参与' },
        { id: 'a', parentId: 'p', title: '意见征集' },
        { id: 'b', parentId: 'p', title: '领导信箱', url: '/xx.html' },
        { id: 'c', title: '减税降费', exempt: true },
      ],
    );
    assert.deepEqual(
      found.map(({ rule, nodeId, severity }) => [rule, nodeId, severity]),
      [['empty-column', 'a', 'error']],
    );
    assert.match(found[0]!.clause, /空白栏目/);
  });

  test('what is withdrawn or internal fills no column, and an internal column is not looked at', () => {
    const nodes = [
      { id: 'a', title: '甲' },
      { id: 'i', title: '内部', audience: 'internal' },
    ];
    const found = check(
      [entry({ catalogNodeId: 'a', state: 'withdrawn' }), entry({ catalogNodeId: 'a', audience: 'internal' })],
      nodes,
    );
    assert.deepEqual(
      found.map(({ rule, nodeId }) => [rule, nodeId]),
      [['empty-column', 'a']],
    );
  });

  test('five blank columns fail the site', () => {
    const nodes = Array.from({ length: 5 }, (_, i) => ({ id: `n${i}`, title: `栏目${i}` }));
    assert.deepEqual(only(check([], nodes), 'empty-columns-veto').inputs, { columns: 5, limit: 5 });
    assert.ok(!rules(check([], nodes.slice(1))).includes('empty-columns-veto'));
    assert.ok(!rules(check([], nodes, { emptyVeto: 6 })).includes('empty-columns-veto'));
  });

  test('动态 goes stale on the fifteenth day, not on the fourteenth', () => {
    const nodes = [{ id: 'n', title: '工作动态', kind: 'news' }];
    assert.deepEqual(check(on('n', '2026-06-16'), nodes), []);
    const stale = only(check(on('n', '2026-06-15'), nodes), 'stale-column');
    assert.deepEqual(stale.inputs, { days: 14, last: '2026-06-15', silent: 15, by: 'kind' });
    assert.equal(stale.severity, 'error');
  });

  test('通知公告 of the first level must have something within six months; one below it is only pointed to', () => {
    const first = check(on('n', '2025-12-01'), [{ id: 'n', title: '通知公告', kind: 'notice' }]);
    assert.equal(only(first, 'stale-column').nodeId, 'n');
    const nodes = [
      { id: 'p', title: '重点领域' },
      { id: 'n', parentId: 'p', title: '社会救助', kind: 'notice' },
    ];
    assert.equal(only(check(on('n', '2025-12-01'), nodes), 'quiet-column').severity, 'warning');
  });

  test('a column that is stale as a whole is told once, not again for those below it', () => {
    const nodes = [
      { id: 'p', title: '政策文件' },
      { id: 'a', parentId: 'p', title: '规范性文件', kind: 'policy' },
      { id: 'b', parentId: 'p', title: '其他文件', kind: 'policy' },
    ];
    const found = check([...on('a', '2025-01-10'), ...on('b', '2025-02-10')], nodes);
    assert.equal(only(found, 'stale-column').nodeId, 'p');
    assert.ok(!rules(found).includes('quiet-column'));
  });

  test('what a column is by its name alone is for a person to judge', () => {
    const found = only(check(on('n', '2026-01-10'), [{ id: 'n', title: '要闻动态' }]), 'quiet-column');
    assert.equal(found.inputs['by'], 'name');
    assert.deepEqual(check(on('n', '2019-01-10'), [{ id: 'n', title: '历史要闻' }]), []);
    assert.deepEqual(check(on('n', '2019-01-10'), [{ id: 'n', title: '机构职能' }]), []);
  });

  test('an interval that the site has set goes before that of the kind, as text too', () => {
    const node = (expectedInterval: string) => [{ id: 'n', title: '办事统计', kind: 'serviceStats', expectedInterval }];
    assert.deepEqual(check(on('n', '2026-05-29'), node('每月更新'))[0]?.inputs, {
      months: 1,
      last: '2026-05-29',
      silent: 32,
      by: 'own',
    });
    assert.deepEqual(check(on('n', '2026-01-29'), node('6个月')), []);
  });

  test('thresholds are the caller’s to set', () => {
    const nodes = [{ id: 'n', title: '动态', kind: 'news' }];
    assert.deepEqual(check(on('n', '2026-06-01'), nodes, { intervals: { news: { months: 1 } } }), []);
    assert.deepEqual(check(on('n', '2020-06-01'), nodes, { intervals: { news: undefined } }), []);
  });

  test('entries without a date do not count as updates', () => {
    const found = check(
      [entry({ catalogNodeId: 'n', publishedAt: undefined })],
      [{ id: 'n', title: '动态', kind: 'news' }],
    );
    assert.equal(only(found, 'stale-column').inputs['last'], undefined);
  });

  test('an annual report is awaited by the end of March of the next year', () => {
    const nodes = [{ id: 'n', title: '年报', kind: 'annualReport' }];
    assert.deepEqual(check(on('n', '2025-01-20'), nodes, { today: '2026-03-31' }), []);
    assert.equal(
      only(check(on('n', '2025-01-20'), nodes, { today: '2026-04-01' }), 'quiet-column').inputs['yearlyBy'],
      '03-31',
    );
  });

  test('columns that name each other as parents are looked at all the same', () => {
    const nodes = [
      { id: 'a', parentId: 'b', title: '甲' },
      { id: 'b', parentId: 'a', title: '乙', kind: 'news' },
    ];
    assert.ok(rules(check(on('b', '2020-01-01'), nodes)).includes('stale-column'));
  });

  test('six entries on one day after a month of silence look sudden; after a week they do not, nor do the first ever', () => {
    const sudden = check(on('n', '2026-05-01', ...times(6, '2026-06-20')), undefined);
    assert.deepEqual(only(sudden, 'burst').inputs, { day: '2026-06-20', items: 6, before: '2026-05-01', silent: 49 });
    assert.equal(only(sudden, 'burst').severity, 'warning');
    assert.ok(!rules(check(on('n', '2026-06-13', ...times(6, '2026-06-20')))).includes('burst'));
    assert.ok(!rules(check(on('n', ...times(9, '2026-06-20')))).includes('burst'));
    assert.ok(!rules(check(on('n', '2026-05-01', ...times(5, '2026-06-20')))).includes('burst'));
  });

  test('a burst of one column is seen though others were busy, and one of years ago is left alone', () => {
    const nodes = [
      { id: 'n', title: '动态', kind: 'news' },
      { id: 's', title: '概况', kind: 'static' },
    ];
    const busy = on('s', '2026-05-10', '2026-05-25', '2026-06-10', '2026-06-19');
    const found = check([...on('n', '2026-05-01', ...times(6, '2026-06-20')), ...busy], nodes);
    assert.equal(only(found, 'burst').nodeId, 'n');
    const old = check(on('s', '2022-01-01', ...times(9, '2022-06-20'), '2026-06-20'), nodes.slice(1));
    assert.ok(!rules(old).includes('burst'));
  });
});

describe('dates', () => {
  test('the twentieth working day is in time, the next one is late, over New Year’s holidays too', () => {
    // 2026-02-10 + 20 工作日 = 2026-03-16 (domain §10).
    assert.deepEqual(check([entry({ formedDate: '2026-02-10', publishedAt: '2026-03-16' })]), []);
    const late = only(check([entry({ formedDate: '2026-02-10', publishedAt: '2026-03-18' })]), 'late');
    assert.deepEqual(late.samples[0]!.inputs, {
      formed: '2026-02-10',
      published: '2026-03-18',
      due: '2026-03-16',
      unit: 'workingDays',
      value: 20,
      over: 2,
      provisional: false,
    });
    assert.match(late.clause, /第二十六条/);
  });

  test('an entry’s own limit holds, but not one that counts from an event which its dates do not tell', () => {
    const dates = { formedDate: '2026-06-01', publishedAt: '2026-06-15' };
    const limited = (timeLimit: string) => check([entry({ ...dates, timeLimit })]);
    assert.equal(only(limited('自作出行政决定之日起7个工作日内'), 'late').samples[0]!.inputs['value'], 7);
    assert.deepEqual(limited('批复后5日内'), []);
    assert.deepEqual(limited('公示不少于5天'), []);
    assert.deepEqual(limited('及时公开'), []);
  });

  test('past the end of the calendar the due day is provisional', () => {
    const calendar = createCalendar({ '2025': { off: {} } });
    const found = check([entry({ formedDate: '2025-12-20', publishedAt: '2026-03-20' })], undefined, { calendar });
    assert.equal(only(found, 'late').samples[0]!.inputs['provisional'], true);
  });

  test('what was late more than a year ago is past mending', () => {
    const old = entry({ formedDate: '2024-01-10', publishedAt: '2024-06-10' });
    assert.deepEqual(check([old]), []);
    assert.deepEqual(rules(check([old], undefined, { since: '2024-01-01' })), ['late']);
  });

  test('days that contradict each other are found', () => {
    const found = rules(
      check([
        entry({ formedDate: '2026-06-28', publishedAt: '2026-06-26' }),
        entry({ publishedAt: '2026-07-01' }),
        entry({ effectiveDate: '2026-06-01', expiryDate: '2026-05-01', validity: 'repealed' }),
        entry({ effectiveDate: '2024-06-01', expiryDate: '2026-05-01', validity: 'valid' }),
        entry({ docNumber: '稻政〔2025〕3号' }),
        entry({ expiryDate: '1970-01-01', validity: 'valid' }),
      ]),
    );
    assert.deepEqual([...found].sort(), [
      'date-placeholder',
      'doc-number-year',
      'expired-but-valid',
      'expiry-before-effective',
      'formed-after-published',
      'published-in-future',
    ]);
  });

  test('published in the night of the day on which it was formed is no contradiction', () => {
    assert.deepEqual(check([entry({ formedDate: '2026-06-26', publishedAt: '2026-06-25T23:00:00Z' })]), []);
  });
});

describe('elements', () => {
  test('each element that is missing is found with its field', () => {
    const bare = {
      indexNumber: sound.indexNumber,
      title: '甲',
      docNumber: '稻政〔2026〕1号',
    } as unknown as CatalogueEntry;
    assert.deepEqual(
      check([bare]).map(({ rule, field }) => (field ? `${rule} ${field}` : rule)),
      [
        'formed-date-missing formedDate',
        'element-missing publishedAt',
        'element-missing publisher',
        'summary-missing summary',
        'metadata-incomplete subjectCategory',
        'metadata-incomplete disclosureMode',
        'metadata-incomplete audience',
        'metadata-incomplete timeLimit',
        'metadata-incomplete responsibleUnit',
        'content-missing',
      ],
    );
  });

  test('news without 成文日期 is only advised, and a publisher named once for all is enough', () => {
    const { formedDate: _, publisher: __, ...rest } = entry();
    const found = checkCatalogue({ entries: [rest], publisher: { name: '稻溪镇人民政府' } }, { today: TODAY });
    assert.deepEqual(
      found.map(({ rule, field, severity }) => [rule, field, severity]),
      [['metadata-incomplete', 'formedDate', 'warning']],
    );
  });

  test('规范性文件 must say whether they are in force', () => {
    const nodes = [{ id: 'n', title: '行政规范性文件', kind: 'policy' }];
    assert.deepEqual(rules(check([entry({ catalogNodeId: 'n' })], nodes)), ['validity-missing']);
  });

  test('what is not disclosed needs its reason and must not carry its text', () => {
    const found = check([
      entry({ disclosureMode: 'withheld', body: '内部事项' }),
      entry({ disclosureMode: 'onRequest', disclosureReason: '个人隐私' }),
    ]);
    assert.deepEqual(rules(found), ['reason-missing', 'withheld-with-content']);
    assert.equal(found[0]!.count, 1);
  });

  test('a citizen’s number or bank card in a text is found, and the finding does not repeat it', () => {
    const id = '11010519491231002X';
    const card = '6222020200112230';
    const withCheck = [...'0123456789'].map((digit) => card.slice(0, 15) + digit);
    const found = check([entry({ body: `户主身份证：${id}。` }), entry({ summary: `账号 ${withCheck.join('，')}` })]);
    assert.deepEqual(
      found.map(({ rule, field, samples }) => [rule, field, samples[0]!.inputs['kind']]),
      [
        ['personal-data', 'body', '身份证号码'],
        ['personal-data', 'summary', '银行卡号'],
      ],
    );
    assert.ok(!JSON.stringify(found).includes(id.slice(6, 14)));
  });

  test('masked numbers, codes of bodies and long serial numbers are none', () => {
    const body =
      '身份证110105********002X，统一代码11880121MB9T10009Q，编号2026062600000000001，11010519491231002012345';
    assert.deepEqual(check([entry({ body })]), []);
  });
});

describe('numbers and references', () => {
  test('an 索引号 that stands twice is found at the second, in whatever width it is written', () => {
    const first = entry({ indexNumber: '11341881MB0TE7T15U/2026-00900' });
    const found = only(
      check([first, entry({ indexNumber: '11341881MB0TE7T15U／2026－00900' })]),
      'duplicate-index-number',
    );
    assert.deepEqual(
      found.samples.map(({ index }) => index),
      [1],
    );
  });

  test('a replacement or an explanation that is not there leads nowhere; one in another catalogue does', () => {
    const found = check([
      entry({ validity: 'repealed', replacedBy: 'X/1' }),
      entry({ interpretationIds: ['X/2', 'X/3'] }),
    ]);
    assert.deepEqual(
      found.map(({ rule, field, samples }) => [rule, field, samples[0]!.inputs['indexNumber']]),
      [
        ['unknown-reference', 'replacedBy', 'X/1'],
        ['unknown-reference', 'interpretationIds', 'X/2'],
      ],
    );
    const isElsewhere = (id: string) => id === 'X/1';
    assert.deepEqual(check([entry({ validity: 'repealed', replacedBy: 'X/1' })], undefined, { isElsewhere }), []);
  });

  test('a file that is replaced cannot be in force, and replacements must end somewhere', () => {
    const [a, b, c] = [entry(), entry(), entry()];
    const found = check([
      { ...a, validity: 'valid', replacedBy: c.indexNumber },
      { ...b, validity: 'repealed', replacedBy: c.indexNumber },
      { ...c, validity: 'repealed', replacedBy: b.indexNumber },
    ]);
    assert.deepEqual(rules(found), ['replaced-but-valid', 'replaced-in-circle']);
    assert.equal(found[1]!.count, 1);
  });

  test('an entry in no column, or in one that is not there, is found', () => {
    const nodes = [{ id: 'n', title: '概况' }];
    const found = check([entry({ catalogNodeId: 'n' }), entry(), entry({ catalogNodeId: 'x' })], nodes);
    assert.deepEqual(
      only(found, 'unknown-column').samples.map(({ index, inputs }) => [index, inputs]),
      [
        [1, {}],
        [2, { nodeId: 'x' }],
      ],
    );
  });
});

test('a hundred thousand faults are one finding with a count and the first few', () => {
  const entries = Array.from({ length: 100000 }, (_, i) => ({
    ...sound,
    indexNumber: `X-${i}`,
    url: undefined,
    summary: undefined,
  }));
  const found = check(entries as unknown as CatalogueEntry[]);
  assert.deepEqual(
    found.map(({ rule, count, samples }) => [rule, count, samples.length]),
    [
      ['summary-missing', 100000, 3],
      ['content-missing', 100000, 3],
    ],
  );
});

test('a day that is none is refused', () => {
  assert.throws(() => check([], [], { today: '2026-02-30' }), RangeError);
});

test('the sample town has nothing that contradicts a rule on the day of its last update', () => {
  const file = new URL('../../packages/schema/examples/catalogues/disclosure.json', import.meta.url);
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
  const found = checkCatalogue(catalogue, { today: catalogue.updatedAt!.slice(0, 10) });
  assert.deepEqual(
    found.filter(({ severity }) => severity === 'error'),
    [],
  );
});

describe('标准目录', () => {
  const item = {
    level1: '政策文件',
    level2: '规范性文件',
    contentElements: ['文件正文'],
    basis: [{ title: '条例' }],
    timeLimit: '20个工作日',
    subject: '党政办公室',
    channels: [{ code: 'govWebsite' }],
    audience: { public: true },
    mode: { proactive: true },
  } as unknown as StandardCatalogue['items'][number];
  const standard = (...items: object[]) =>
    checkStandardCatalogue({ items: items.map((change) => ({ ...item, ...change })) } as StandardCatalogue).map(
      ({ rule, field, count }) => [rule, field, count],
    );

  test('a whole row gives nothing', () => assert.deepEqual(standard({}), []));
  test('cells that are empty, 同上, rows that stand twice and long limits are found', () => {
    assert.deepEqual(
      standard(
        { audience: {}, channels: [] },
        { level2: '其他', subject: '同上' },
        {},
        { timeLimit: '30个工作日', level2: '又' },
      ),
      [
        ['standard-cell-empty', 'channels', 1],
        ['standard-cell-empty', 'audience', 1],
        ['standard-ditto', 'subject', 1],
        ['standard-duplicate', undefined, 1],
        ['standard-limit-over-20', 'timeLimit', 1],
      ],
    );
  });
  test('公开层级 is asked for only where the table has that column', () => {
    assert.deepEqual(standard({ levels: ['township'] }, { level2: '其他' }), [['standard-cell-empty', 'levels', 1]]);
  });
});
