import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dateOfDateTime,
  daysInMonth,
  fromDayNumber,
  isDateOnly,
  today,
  toDayNumber,
  weekday,
} from '../../packages/schema/src/date-only.js';

test('day numbers agree with the Gregorian calendar from year 1 to 9999', () => {
  assert.equal(toDayNumber('1970-01-01'), 0);
  for (let n = -719162; n <= 2932896; n += 13) {
    const day = fromDayNumber(n);
    const date = new Date(n * 86400000);
    assert.equal(day, date.toISOString().slice(0, 10));
    assert.equal(toDayNumber(day), n);
    assert.equal(weekday(n), date.getUTCDay());
  }
  assert.equal(fromDayNumber(-719162), '0001-01-01');
  assert.equal(fromDayNumber(2932896), '9999-12-31');
  for (const bad of [-719163, 2932897, 0.5, NaN]) assert.throws(() => fromDayNumber(bad), RangeError);
});

test('months have their days', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((m) => daysInMonth(2026, m)),
    [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
  );
  assert.deepEqual(
    [1900, 2000, 2024, 2100].map((y) => daysInMonth(y, 2)),
    [28, 29, 29, 28],
  );
});

test('only days that exist are days', () => {
  for (const day of ['2026-01-01', '2024-02-29', '0001-01-01', '9999-12-31']) assert.equal(isDateOnly(day), true, day);
  for (const bad of [
    '2026-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    '2026-01-01 ',
    '２０２６-01-01',
    '',
    20260101,
    null,
    undefined,
    new Date(),
  ]) {
    assert.equal(isDateOnly(bad), false, String(bad));
  }
});

test('today is the day in Beijing, whatever the clock of the machine says', () => {
  assert.equal(today(new Date('2026-02-10T15:59:59Z')), '2026-02-10');
  assert.equal(today(new Date('2026-02-10T16:00:00Z')), '2026-02-11');
  assert.equal(today(new Date('1969-12-31T15:00:00Z')), '1969-12-31');
  assert.throws(() => today(new Date(NaN)), RangeError);
});

test('a moment falls on a day in Beijing', () => {
  const cases: [string, string | undefined][] = [
    ['2026-02-10T10:05:00+08:00', '2026-02-10'],
    ['2026-02-10T16:00:00Z', '2026-02-11'],
    ['2026-02-10T15:59:59.999Z', '2026-02-10'],
    ['2026-02-10T00:30:00+09:00', '2026-02-09'],
    ['2026-12-31T23:00:00-05:00', '2027-01-01'],
    ['2026-02-10 23:59', '2026-02-10'],
    ['2024-02-02 00:00:00', '2024-02-02'],
    ['2026-02-10', '2026-02-10'],
    ['2026-02-30T10:00:00Z', undefined],
    ['2026-02-10T24:00:00Z', undefined],
    ['2026-02-10T10:60:00Z', undefined],
    ['2026-02-10T10:00:00+99:00', undefined],
    ['9999-12-31T23:00:00Z', undefined],
    ['10 Feb 2026', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) assert.equal(dateOfDateTime(text), expected, text);
});
