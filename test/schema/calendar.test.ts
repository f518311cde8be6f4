import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { makeCalendarData } from '../../scripts/make-calendar-data.mjs';
import { calendarData, defaultCalendar, recentCalendarData } from '../../packages/schema/src/calendar-data.js';
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  createCalendar,
  explain,
  workingDaysBetween,
} from '../../packages/schema/src/calendar.js';
import { fromDayNumber, toDayNumber, weekday } from '../../packages/schema/src/date-only.js';
import { seeded } from './seeded.js';

const require = createRequire(import.meta.url);

/** Every day of these years. */
function* eachDay(from: string, to: string): Generator<string> {
  for (let n = toDayNumber(from); n <= toDayNumber(to); n++) yield fromDayNumber(n);
}

test('every day of 2019–2026 is what the second, independent data set says', () => {
  const folder = new URL('./data/CN/', new URL(`file://${require.resolve('holiday-calendar/package.json')}`));
  const types = new Map<string, string>();
  for (let year = 2019; year <= 2026; year++) {
    const { dates } = JSON.parse(readFileSync(new URL(`${year}.json`, folder), 'utf8')) as {
      dates: { date: string; type: string }[];
    };
    for (const { date, type } of dates) types.set(date, type);
  }
  assert.ok(types.size > 250);
  let days = 0;
  for (const day of eachDay('2019-01-01', '2026-12-31')) {
    const type = types.get(day);
    const expected = type ? type === 'transfer_workday' : weekday(toDayNumber(day)) % 6 !== 0;
    assert.equal(defaultCalendar.isWorkday(day), expected, day);
    days++;
  }
  assert.equal(days, 2922);
});

test('2026 is the year of the notice: its days off, its make-up days and 248 working days', () => {
  const off = ['0101-0103', '0215-0223', '0404-0406', '0501-0505', '0619-0621', '0925-0927', '1001-1007'];
  for (const range of off) {
    const [from, to] = range.split('-').map((d) => `2026-${d.slice(0, 2)}-${d.slice(2)}`);
    for (const day of eachDay(from!, to!)) assert.equal(defaultCalendar.reason(day).kind, 'holiday', day);
  }
  const work = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
  const all = [...eachDay('2026-01-01', '2026-12-31')];
  assert.deepEqual(
    all.filter((day) => defaultCalendar.reason(day).kind === 'makeUp'),
    work,
  );
  assert.equal(all.filter((day) => defaultCalendar.isWorkday(day)).length, 248);
});

test('the days that were moved for one occasion are known', () => {
  for (const day of ['2015-09-03', '2015-09-04', '2020-01-31', '2018-12-31'])
    assert.equal(defaultCalendar.isWorkday(day), false, day);
  for (const day of ['2015-09-06', '2018-12-29', '2011-12-31']) assert.equal(defaultCalendar.isWorkday(day), true, day);
  assert.deepEqual(defaultCalendar.reason('2015-09-03'), {
    kind: 'holiday',
    isWorkday: false,
    name: 'victoryDay',
    certain: true,
  });
});

test('the committed data are what the generator makes of chinese-days', async () => {
  const file = new URL('../../packages/schema/src/calendar-data.ts', import.meta.url);
  assert.equal(readFileSync(file, 'utf8'), await makeCalendarData());
});

test('the calendar says which years it knows, and from which day on it only guesses', () => {
  assert.deepEqual(defaultCalendar.coverage, { from: '2004-01-01', to: '2026-12-31', certainTo: '2026-12-28' });
  assert.equal(defaultCalendar.reason('2003-12-31').certain, false);
  assert.equal(defaultCalendar.reason('2004-01-02').certain, true);
  // The notice for a New Year has moved the last days of the year before it five times.
  assert.equal(defaultCalendar.reason('2025-12-31').certain, true);
  assert.equal(defaultCalendar.reason('2026-12-29').certain, false);
  assert.equal(defaultCalendar.reason('2027-02-06').certain, false);
});

test('a browser can take the years from 2024 alone and gets the same answers', () => {
  const recent = createCalendar(recentCalendarData);
  assert.equal(recent.coverage.from, '2024-01-01');
  for (const day of eachDay('2024-01-01', '2026-12-31'))
    assert.deepEqual(recent.reason(day), defaultCalendar.reason(day));
  assert.equal(recent.reason('2023-12-29').certain, false);
});

const working = (from: string, n: number) => addWorkingDays(defaultCalendar, from, n);

test('working-day periods over the holidays of 2026 end on the known days', () => {
  const vectors: [string, number, string][] = [
    ['2026-01-05', 20, '2026-02-02'],
    ['2026-02-10', 7, '2026-02-26'],
    ['2026-02-10', 15, '2026-03-09'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-02-10', 40, '2026-04-14'],
    ['2026-04-28', 5, '2026-05-08'],
    ['2026-04-30', 7, '2026-05-13'],
    ['2026-04-30', 15, '2026-05-25'],
    ['2026-09-18', 20, '2026-10-22'],
  ];
  for (const [from, n, date] of vectors) {
    const computed = working(from, n);
    assert.deepEqual([computed.date, computed.provisional], [date, false], `${from} +${n}`);
  }
});

test('calendar-day periods run over rest days and move off one only when asked to', () => {
  assert.equal(addCalendarDays('2026-02-10', 15).date, '2026-02-25');
  assert.equal(addCalendarDays('2026-03-02', 30).date, '2026-04-01');
  assert.deepEqual(addCalendarDays('2026-02-10', 60).date, '2026-04-11');
  const rolled = addCalendarDays('2026-02-10', 60, { rollOver: defaultCalendar });
  assert.equal(rolled.date, '2026-04-13');
  assert.equal(rolled.explanation.rolledFrom, '2026-04-11');
  assert.deepEqual(rolled.explanation.clauses, ['civil-code-201', 'civil-code-203']);
  assert.deepEqual(rolled.explanation.rest, [{ kind: 'weekend', days: ['2026-04-11', '2026-04-12'] }]);
  assert.equal(rolled.explanation.value, 60);
  assert.equal(rolled.explanation.counted, 60);
  // A Saturday that is worked for a holiday is no rest day.
  assert.equal(addCalendarDays('2026-02-13', 15, { rollOver: defaultCalendar }).date, '2026-02-28');
});

test('months end on the corresponding day, or on the last of a shorter month', () => {
  assert.equal(addMonths('2026-01-31', 1).date, '2026-02-28');
  assert.equal(addMonths('2024-01-31', 1).date, '2024-02-29');
  assert.equal(addMonths('2026-11-30', 3).date, '2027-02-28');
  assert.equal(addMonths('2026-03-15', 12).date, '2027-03-15');
  assert.equal(addMonths('2026-12-05', 1).date, '2027-01-05');
  assert.equal(addMonths('2026-05-31', 0).date, '2026-05-31');
  assert.deepEqual(addMonths('2026-01-31', 1).explanation.clauses, ['civil-code-201', 'civil-code-202']);
  assert.equal(addMonths('2026-01-01', 4, { rollOver: defaultCalendar }).date, '2026-05-06');
});

test('a date past the known years is computed and marked provisional, never silently wrong', () => {
  const computed = working('2026-12-15', 20);
  assert.equal(computed.date, '2027-01-12');
  assert.equal(computed.provisional, true);
  assert.equal(computed.explanation.uncertainFrom, '2026-12-29');
  assert.equal(working('2026-12-01', 19).date, '2026-12-28');
  assert.equal(working('2026-12-01', 19).provisional, false);
  assert.equal(working('2026-12-01', 20).provisional, true);
  assert.equal(working('2003-12-25', 10).provisional, true);
  assert.equal(addCalendarDays('2026-12-15', 60).provisional, false, 'without roll-over no calendar is asked');
  assert.equal(addCalendarDays('2026-12-15', 60, { rollOver: defaultCalendar }).provisional, true);
  assert.equal(workingDaysBetween(defaultCalendar, '2026-12-15', '2027-01-12').provisional, true);
});

test('the arrangement of a coming year can be added as JSON and makes the date firm', () => {
  const next = JSON.parse(
    '{"2027":{"off":{"newYear":"0101-0103","springFestival":"0205-0211"},"work":{"newYear":"0109"}}}',
  );
  const calendar = createCalendar({ ...calendarData, ...next });
  const computed = addWorkingDays(calendar, '2026-12-15', 20);
  assert.deepEqual([computed.date, computed.provisional], ['2027-01-12', false]);
  assert.equal(addWorkingDays(calendar, '2026-12-15', 18).date, '2027-01-09');
  assert.equal(calendar.coverage.to, '2027-12-31');
});

test('a site adds its own holidays and working days, in known years and beyond', () => {
  const calendar = createCalendar(recentCalendarData, [
    { date: '2026-05-27', isWorkday: false, reason: '古尔邦节' },
    { date: '2026-05-30', isWorkday: true, reason: '本县调休' },
    { date: '2027-04-05', isWorkday: false, reason: '清明' },
  ]);
  assert.equal(calendar.isWorkday('2026-05-27'), false);
  assert.deepEqual(calendar.reason('2026-05-30'), {
    kind: 'siteWork',
    isWorkday: true,
    name: '本县调休',
    certain: true,
  });
  assert.equal(calendar.reason('2027-04-05').certain, true);
  const { date, explanation } = addWorkingDays(calendar, '2026-05-25', 4);
  assert.equal(date, '2026-05-30');
  assert.deepEqual(explanation.rest, [{ kind: 'siteRest', name: '古尔邦节', days: ['2026-05-27'] }]);
  assert.deepEqual(explanation.makeUp, [{ day: '2026-05-30', name: '本县调休' }]);
});

test('a due date over 春节 can be explained day by day', () => {
  assert.deepEqual(working('2026-02-10', 15).explanation, {
    unit: 'workingDays',
    value: 15,
    from: '2026-02-10',
    firstDay: '2026-02-11',
    counted: 15,
    rest: [
      {
        kind: 'holiday',
        name: 'springFestival',
        days: ['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((d) => `2026-02-${d}`),
      },
      { kind: 'weekend', days: ['2026-03-01', '2026-03-07', '2026-03-08'] },
    ],
    makeUp: [
      { day: '2026-02-14', name: 'springFestival' },
      { day: '2026-02-28', name: 'springFestival' },
    ],
    clauses: ['civil-code-201'],
  });
  assert.deepEqual(explain(defaultCalendar, '2026-02-10', '2026-03-09'), working('2026-02-10', 15).explanation);
  assert.deepEqual(working('2026-02-10', 0), {
    date: '2026-02-10',
    provisional: false,
    explanation: {
      unit: 'workingDays',
      value: 0,
      from: '2026-02-10',
      counted: 0,
      rest: [],
      makeUp: [],
      clauses: ['civil-code-201'],
    },
  });
});

test('2000 periods of 2019–2026 agree with a naive count, and back again', () => {
  const random = seeded(2026);
  const first = toDayNumber('2019-01-01');
  for (let i = 0; i < 2000; i++) {
    const start = first + random(2700);
    const from = fromDayNumber(start);
    const n = random(61);
    let day = start;
    for (let left = n; left > 0;) {
      day++;
      if (defaultCalendar.isWorkday(fromDayNumber(day))) left--;
    }
    const { date, explanation, provisional } = working(from, n);
    assert.equal(date, fromDayNumber(day), `${from} +${n}`);
    assert.equal(workingDaysBetween(defaultCalendar, from, date).days, n);
    assert.equal(workingDaysBetween(defaultCalendar, date, from).days, n ? -n : 0);
    // Every day of the span is counted or passed over, none twice.
    const rest = explanation.rest.flatMap((group) => group.days);
    assert.equal(rest.length + explanation.counted, day - start);
    assert.equal(new Set(rest).size, rest.length);
    assert.ok(rest.every((d) => !defaultCalendar.isWorkday(d)));
    assert.equal(provisional, day > toDayNumber('2026-12-28'));
    if (n) assert.ok(defaultCalendar.isWorkday(date), 'a working-day period ends on a working day');
    // One more day is never earlier; split periods add up.
    const part = random(n + 1);
    assert.equal(working(working(from, part).date, n - part).date, date);
  }
});

test('malformed days, periods and data are refused at once', () => {
  for (const bad of ['', '2026-02-30', '2026-2-1', '20260201', '2026-02-10T00:00:00Z', '二〇二六年']) {
    assert.throws(() => defaultCalendar.isWorkday(bad), RangeError, bad);
    assert.throws(() => defaultCalendar.reason(bad), RangeError, bad);
    assert.throws(() => working(bad, 1), RangeError, bad);
    assert.throws(() => addMonths(bad, 1), RangeError, bad);
    assert.throws(() => addCalendarDays(bad, 1), RangeError, bad);
    assert.throws(() => workingDaysBetween(defaultCalendar, '2026-01-01', bad), RangeError, bad);
  }
  for (const n of [-1, 1.5, NaN, Infinity, 1e9]) {
    assert.throws(() => working('2026-01-05', n), RangeError);
    assert.throws(() => addCalendarDays('2026-01-05', n), RangeError);
    assert.throws(() => addMonths('2026-01-05', n), RangeError);
  }
  assert.throws(() => workingDaysBetween(defaultCalendar, '0001-01-01', '9999-12-31'), RangeError);
  const year = { off: {} };
  assert.throws(() => createCalendar({}), TypeError);
  assert.throws(() => createCalendar({ '2026': year, '2028': year }), TypeError, 'a gap');
  assert.throws(() => createCalendar({ '26': year }), TypeError);
  assert.throws(() => createCalendar({ '2026': { off: { a: '0101-01' } } }), TypeError);
  assert.throws(() => createCalendar({ '2026': { off: { a: '0105-0101' } } }), TypeError);
  assert.throws(() => createCalendar({ '2026': { off: { a: '0230' } } }), RangeError);
  assert.throws(
    () => createCalendar({ '2026': { off: { a: '0101' }, work: { b: '0101' } } }),
    TypeError,
    'named twice',
  );
  assert.throws(
    () => createCalendar({ '2026': year }, [{ date: '2026-13-01', isWorkday: true, reason: '' }]),
    RangeError,
  );
});

test('asking about a day costs the same in every year', () => {
  const start = performance.now();
  let count = 0;
  for (let i = 0; i < 300_000; i++) if (defaultCalendar.isWorkday('2026-02-16')) count++;
  assert.equal(count, 0);
  assert.ok(performance.now() - start < 1500);
});
