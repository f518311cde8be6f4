import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fold, highlight, minuteOf, queryWords, variantPairs } from '@zwgk/client/catalogue';

test('folds case, width, traditional characters, brackets, quotes and blanks away', () => {
  assert.equal(fold('國辦發［２０１７］４７號'), fold('国办发〔2017〕47号'));
  for (const spelt of [
    '港政〔2026〕12号',
    '港政[2026]12号',
    '港政【2026】12号',
    '港政（2026）12号',
    '港政(2026)12号',
    '港政﹝2026﹞12号',
    '港政〈2026〉12号',
    '港政„2026‟12号',
    '港政 2026 12号',
    '港政［２０２６］１２號',
  ])
    assert.equal(fold(spelt), '港政202612号', spelt);
  assert.equal(fold('ＡＢＣ—ＸＹＺ'), 'abc-xyz');
  assert.equal(fold('\u200b\ufeff'), '');
});

test('folding twice changes nothing', () => {
  const all = Array.from({ length: 65536 }, (_, code) => String.fromCharCode(code)).join('');
  assert.equal(fold(fold(all)), fold(all));
});

test('every traditional form of the list becomes its simplified one', () => {
  const lines = readFileSync(new URL('../../scripts/variants.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  assert.ok(lines.length > 1400);
  assert.equal(variantPairs().length, lines.join('').length - lines.length);
  for (const line of lines) assert.equal(fold(line), line[0]!.repeat(line.length), line);
});

test('a query is cut at blanks of any kind, each word once', () => {
  assert.deepEqual(queryWords('  政府　公開\t《政府》 \n'), ['政府', '公开']);
  assert.deepEqual(queryWords('《》 （）'), []);
});

test('marks what was found as it stands in the text', () => {
  const shown = (text: string, query: string) => highlight(text, query).map(([from, to]) => text.slice(from, to));
  assert.deepEqual(shown('關於《補貼》發放', '补贴 发'), ['補貼', '發']);
  assert.deepEqual(shown('港政【2026】12号', '港政2026 12号'), ['港政【2026】12号'.slice(0, 7), '12号']);
  assert.deepEqual(shown('内 容 公 开', '容公'), ['容 公']);
  assert.deepEqual(shown('防汛防汛', '防汛 汛防'), ['防汛防汛']);
  assert.deepEqual(shown('没有', '防汛'), []);
  assert.deepEqual(shown('都没有', ''), []);
});

test('days and moments are minutes in Beijing time; what is none is told apart', () => {
  assert.equal(minuteOf('2026-03-05'), Date.parse('2026-03-05T00:00:00+08:00') / 60000);
  for (const moment of [
    '2026-03-05T09:30:00+08:00',
    '2024-12-31T16:30:00Z',
    '2024-02-29T23:59:59-05:30',
    '2025-06-30T00:00:00.123+0800',
  ])
    assert.equal(minuteOf(moment), Math.floor(Date.parse(moment.replace('+0800', '+08:00')) / 60000), moment);
  assert.equal(minuteOf('2026-03-05 09:30'), Date.parse('2026-03-05T09:30:00+08:00') / 60000);
  for (const none of [
    '1970-01-01',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '去年十二月三十一日',
    '',
    'abcd-ef-gh',
    null,
    20260305,
    undefined,
  ])
    assert.ok(Number.isNaN(minuteOf(none)), String(none));
});
