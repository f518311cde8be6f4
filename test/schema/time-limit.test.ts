import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { findIssues } from '../../packages/schema/src/issues.js';
import { readTimeLimit, TimeLimit, TimeLimitInput } from '../../packages/schema/src/time-limit.js';

const meaning = (raw: string): Record<string, unknown> => {
  const { raw: kept, ...rest } = readTimeLimit(raw);
  assert.equal(kept, raw.trim());
  return rest;
};
const days = (value: number, startsFrom?: string) => ({
  kind: 'workingDays',
  value,
  ...(startsFrom ? { startsFrom } : {}),
});
const calendar = (value: number, startsFrom?: string) => ({ ...days(value, startsFrom), kind: 'calendarDays' });

const READS: [string, Record<string, unknown>][] = [
  // 1.6: forms of printed catalogues
  ['信息形成或者变更之日起20个工作日内', days(20, 'informationFormed')],
  ['20个工作日', days(20)],
  ['3个工作日内', days(3)],
  ['自作出行政决定之日起7个工作日内', days(7, 'decided')],
  ['批复后20日内', calendar(20, 'approved')],
  ['实时公开', { kind: 'realtime' }],
  ['及时公开', { kind: 'timely' }],
  ['及时回应', { kind: 'timely' }],
  ['按年公开', { kind: 'periodic', period: 'yearly' }],
  ['每年1月31日前公开上一年度政府信息公开工作年度报告', { kind: 'fixedDate', period: 'yearly' }],
  ['同上', { kind: 'unspecified' }],
  // real tables, guides and charts
  ['制定或获取信息之日起10个工作日内', days(10, 'informationFormed')],
  ['半年至少更新1次', { kind: 'periodic', period: 'halfYearly' }],
  ['按进展情况及时公开', { kind: 'timely' }],
  ['3个工作日（现场审核时间除外）', days(3)],
  ['立案到决定三十日，可报上级批准延长', calendar(30, 'other')],
  ['不少于3天', { ...calendar(3), atLeast: true }],
  ['不少于1周', { ...calendar(7), atLeast: true }],
  ['当天', { kind: 'immediate' }],
  ['时间另计', { kind: 'unspecified' }],
  ['听证七日前送达通知', { kind: 'unspecified' }],
  // numerals
  ['２０个工作日', days(20)],
  ['二十个工作日以内', days(20)],
  ['一百二十天', calendar(120)],
  ['两个月', { kind: 'months', value: 2 }],
  ['30個工作日', days(30)],
  ['5工作日', days(5)],
  ['1年内', { kind: 'months', value: 12 }],
  ['三个月内', { kind: 'months', value: 3 }],
  ['信息更新后一周内', calendar(7, 'other')],
  ['10天（工作日）', days(10)],
  ['60日（自然日）', calendar(60)],
  // starts
  ['自受理之日起，20个工作日内', days(20, 'accepted')],
  ['20个工作日内作出决定（自受理之日起）', days(20, 'accepted')],
  ['自收到申请之日起20日内', calendar(20, 'received')],
  ['收到受理通知书之日起3日', calendar(3, 'received')],
  ['受理20个工作日', days(20)],
  // a maximum is the longer end; an extension and an archive period are not the limit
  ['5-7个工作日', days(7)],
  ['五至七个工作日', days(7)],
  ['60日，经批准可延长30日', calendar(60)],
  ['20个工作日内公开，长期保留', days(20)],
  ['一次性告知，5个工作日内', days(5)],
  // words
  ['即办', { kind: 'immediate' }],
  ['即时办结', { kind: 'immediate' }],
  ['即办（0个工作日）', { kind: 'immediate' }],
  ['0个工作日', days(0)],
  ['随时公开', { kind: 'timely' }],
  ['常年公开', { kind: 'longTerm' }],
  ['定期', { kind: 'periodic' }],
  ['按季度', { kind: 'periodic', period: 'quarterly' }],
  ['逐月', { kind: 'periodic', period: 'monthly' }],
  ['一年一次', { kind: 'periodic', period: 'yearly' }],
  ['每月10日前', { kind: 'fixedDate', period: 'monthly' }],
  ['2026年3月31日前', { kind: 'fixedDate' }],
  ['每季度结束后15个工作日内', { ...days(15, 'other'), period: 'quarterly' }],
];

const DOUBTFUL = [
  '',
  '—',
  '/',
  '无',
  '2小时',
  '7×24小时',
  '法定20个工作日，承诺5个工作日',
  '当场办结或5个工作日',
  '公示期5日，20日内发文',
  '定期公开与随时公开相结合',
  '不定期',
  '提前3日公告',
  '第3个工作日',
  '同一天',
  '星期一',
  '10月1日起施行',
  '经批准可以延长10日',
  '30天（节假日除外）',
  '99999999个工作日',
  '工作日上午9点',
  '<img src=x onerror=alert(1)>',
];

for (const [raw, expected] of READS) {
  test(`a time limit "${raw}" is read as ${JSON.stringify(expected)}`, () => assert.deepEqual(meaning(raw), expected));
}

test('a text with no meaning or two meanings is kept and never computed with', () => {
  for (const raw of DOUBTFUL) assert.deepEqual(meaning(raw), { kind: 'unspecified' }, raw);
});

test('every text that is read fits the schema, and a raw text that is too long is cut visibly by code points', () => {
  for (const [raw] of READS) assert.equal(TimeLimit.safeParse(readTimeLimit(raw)).success, true, raw);
  const long = readTimeLimit('𠮷'.repeat(300));
  assert.equal([...long.raw].length, 200);
  assert.ok(long.raw.endsWith('𠮷…'));
  assert.equal(TimeLimit.safeParse(long).success, true);
  // What was cut off is not claimed to have been read.
  assert.equal(readTimeLimit(`${'长'.repeat(250)}5个工作日`).kind, 'unspecified');
});

test('reading a hostile text takes no longer than reading an honest one', () => {
  const start = performance.now();
  for (const piece of ['十', '1', '每', '个工作日', '每月', '之日', '1至']) readTimeLimit(piece.repeat(200_000));
  assert.ok(performance.now() - start < 1000);
});

test('the schema keeps the fields that a bureau added and refuses days without a number', () => {
  const own = { raw: '5个工作日', kind: 'workingDays', value: 5, 备注: '遇特殊情况顺延' };
  assert.deepEqual(TimeLimit.parse(own), own);
  assert.deepEqual(findIssues(TimeLimit, { raw: '5个工作日', kind: 'workingDays' }), [
    { path: [], code: 'value_missing' },
  ]);
  for (const bad of [
    { kind: 'timely' },
    { raw: '', kind: 'timely' },
    { raw: 'x', kind: 'soon' },
    { raw: 'x', kind: 'months', value: 1.5 },
    { raw: 'x', kind: 'months', value: -1 },
    { raw: '𠮷'.repeat(201), kind: 'timely' },
  ]) {
    assert.equal(TimeLimit.safeParse(bad).success, false, JSON.stringify(bad));
  }
  assert.equal(TimeLimit.safeParse({ raw: '𠮷'.repeat(200), kind: 'timely' }).success, true);
});

test('a page may give the text of the source or the object, and learns where the object is wrong', () => {
  assert.deepEqual(TimeLimitInput.parse('5个工作日'), { raw: '5个工作日', kind: 'workingDays', value: 5 });
  const object = { raw: '5个工作日', kind: 'workingDays', value: 5, x: 1 };
  assert.deepEqual(TimeLimitInput.parse(object), object);
  const Holder = z.object({ timeLimit: TimeLimitInput });
  const found = (timeLimit: unknown) =>
    findIssues(Holder, { timeLimit }).map(({ path, code }) => `${path.join('.')} ${code}`);
  assert.deepEqual(found({ raw: 'x', kind: 'soon' }), ['timeLimit.kind unknown_code']);
  assert.deepEqual(found({ raw: 'x', kind: 'months', value: -1 }), ['timeLimit.value format']);
  assert.deepEqual(found({ raw: 'x', kind: 'months' }), ['timeLimit value_missing']);
  assert.deepEqual(found('长'.repeat(201)), ['timeLimit too_long']);
  assert.deepEqual(found(''), ['timeLimit required']);
  assert.deepEqual(found('  '), ['timeLimit required']);
  assert.deepEqual(found(5), ['timeLimit type']);
  for (const bad of [5, null, [], true])
    assert.equal(TimeLimitInput.safeParse(bad).success, false, JSON.stringify(bad));
});

test('both schemas can be written as JSON schema for an API description', () => {
  assert.equal(z.toJSONSchema(TimeLimit, { target: 'draft-2020-12' }).type, 'object');
  assert.equal(z.toJSONSchema(TimeLimitInput, { io: 'input' }).anyOf?.length, 2);
});

test('parts of a day are no whole number of days: the text is kept, no number is made up', () => {
  for (const raw of ['0.5个工作日', '1.5个工作日', '0．5天'])
    assert.deepEqual(readTimeLimit(raw), { raw, kind: 'unspecified' });
});

const data = new URL('../../../shared/data/', import.meta.url);
test(
  'real catalogues, guides and charts: every time limit is read, but for those that name none',
  { skip: existsSync(data) ? false : 'the folder with real data is not beside the repository' },
  () => {
    const texts = new Set<string>();
    const walk = (value: unknown, key = ''): void => {
      if (typeof value === 'string' && /时限|^timeLimit$/.test(key)) texts.add(value);
      else if (value && typeof value === 'object')
        for (const [k, v] of Object.entries(value)) walk(v, Array.isArray(value) ? key : k);
    };
    for (const folder of ['catalogue/', 'guide/', 'flow/']) {
      for (const name of readdirSync(new URL(folder, data)).filter((file) => file.endsWith('.json'))) {
        walk(JSON.parse(readFileSync(new URL(folder + name, data), 'utf8')));
      }
    }
    assert.ok(texts.size >= 20);
    const unread = [...texts].filter((text) => readTimeLimit(text).kind === 'unspecified');
    assert.deepEqual(unread.sort(), ['听证七日前送达通知', '时间另计'].sort());
  },
);
