/** 办公时间: what a reader of a guide is told about the office's doors, and when nothing is claimed. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createCalendar } from '../../packages/schema/src/calendar.js';
import { defaultCalendar } from '../../packages/schema/src/calendar-data.js';
import { officeState, readOfficeHours, type OfficeHours } from '../../packages/schema/src/office-hours.js';

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const told = (hours: OfficeHours | undefined) =>
  hours &&
  [
    hours.holidays,
    ...hours.spans.map(
      ({ days, from, to, season, byAppointment }) =>
        `${days.join('')} ${clock(from)}-${clock(to)}${season ? ` ${season.join('-')}` : ''}${byAppointment ? ' 预约' : ''}`,
    ),
  ].join('; ');

const READS: [string, string][] = [
  ['周一至周五 8:30—12:00、14:00—17:30（法定节假日除外）', 'closed; 12345 08:30-12:00; 12345 14:00-17:30'],
  [
    '周一至周五 8:30—17:30（午间安排值班），周六 9:00—12:00 提供预约服务，法定节假日除外',
    'closed; 12345 08:30-17:30; 6 09:00-12:00 预约',
  ],
  ['工作日 8:30–12:00, 14:30–17:30', 'unstated; 12345 08:30-12:00; 12345 14:30-17:30'],
  ['上午8:30-12:00，下午14:30-17:30（工作日）', 'unstated; 12345 08:30-12:00; 12345 14:30-17:30'],
  ['法定工作日：上午９：００－１２：００，下午1：30－5：00', 'unstated; 12345 09:00-12:00; 12345 13:30-17:00'],
  ['星期一至星期五上午8时30分至12时，下午2时30分至5时30分', 'unstated; 12345 08:30-12:00; 12345 14:30-17:30'],
  ['办公时间：周一至周五，上午9点-12点，下午2点半-5点半', 'unstated; 12345 09:00-12:00; 12345 14:30-17:30'],
  ['每天24小时自助服务', 'unstated; 1234567 00:00-24:00'],
  ['周一至周日 9:00-17:00，节假日不休息', 'open; 1234567 09:00-17:00'],
  ['周一、三、五上午9:00-11:30', 'unstated; 135 09:00-11:30'],
  ['每周六、周日9:00-12:00；周一到周五 9:00~17:00', 'unstated; 67 09:00-12:00; 12345 09:00-17:00'],
  ['上午9:00-12:00 下午13:00-17:00，周末及法定节假日休息', 'closed; 12345 09:00-12:00; 12345 13:00-17:00'],
  ['每周一至周五（法定节假日除外）上午8:30-12:00，下午14:00-18:00', 'closed; 12345 08:30-12:00; 12345 14:00-18:00'],
  ['工作日9:00-17:00，周五下午政治学习不对外办公', 'unstated; 1234 09:00-17:00; 5 09:00-12:00'],
  [
    '夏季（5月1日—9月30日）：周一至周五8:30-12:00,15:00-18:00；冬季（10月1日至次年4月30日）：周一至周五8:30-12:00,14:30-17:30',
    'unstated; 12345 08:30-12:00 501-930; 12345 15:00-18:00 501-930; 12345 08:30-12:00 1001-430; 12345 14:30-17:30 1001-430',
  ],
];
for (const [text, expected] of READS) test(`reads ${text}`, () => assert.equal(told(readOfficeHours(text)), expected));

for (const [why, text] of [
  ['it is empty', ''],
  ['it is a dash', '——'],
  ['it names no days', '9:00-17:00'],
  ['it names no times', '工作日'],
  ['an exception stands outside the text', '周一至周五 8:30—11:30、14:30—17:00（农忙时节以公示栏公布的时间为准）'],
  ['a season has no dates', '夏令时工作日8:30-12:00'],
  ['times are those of a break', '周一至周五8:30-12:00（午休12:00-14:00）14:00-17:00'],
  ['times overlap', '周一至周五9:00-17:00 周五9:00-16:00'],
  ['times run backwards', '工作日17:00-9:00'],
  ['there is no such hour', '工作日9:00-25:00'],
  ['it has two windows', '一楼大厅工作日9:00-12:00，二楼工作日9:00-17:00'],
  ['it says the opposite twice', '工作日9:00-12:00，法定节假日除外，节假日照常办公'],
  ['it is a telephone number', '0460-0000131'],
  ['it is in another language', 'Mon-Fri 9:00-17:00'],
  ['it is very long', `工作日9:00-12:00${'，'.repeat(1000)}`],
] as const)
  test(`claims nothing when ${why}`, () => assert.equal(readOfficeHours(text), undefined));

test('structured hours say the same as their text, and bad ones claim nothing', () => {
  const spans = [{ days: [1, 2, 3, 4, 5], from: '8:30', to: '12:00' }];
  assert.equal(told(readOfficeHours({ spans, holidays: 'closed' })), 'closed; 12345 08:30-12:00');
  assert.equal(
    told(readOfficeHours({ spans: [{ days: [6], from: '09:00', to: '24:00', between: ['10-01', '04-30'] }] })),
    'unstated; 6 09:00-24:00 1001-430',
  );
  for (const bad of [
    { days: [8], from: '8:30', to: '12:00' },
    { days: [], from: '8:30', to: '12:00' },
    { days: [1], from: '8', to: '12:00' },
    { days: [1], from: '12:00', to: '8:00' },
    { days: [1], from: '8:00', to: '9:00', between: ['5月1日', '9月30日'] },
    { days: [1], from: '8:00', to: '9:00', between: ['05-01'] },
  ])
    assert.equal(readOfficeHours({ spans: [bad] }), undefined, JSON.stringify(bad));
});

const usual = readOfficeHours('周一至周五 8:30—12:00、14:00—17:30（法定节假日除外）')!;
const at = (time: string, hours = usual, calendar = defaultCalendar) => {
  const state = officeState(hours, calendar, Date.parse(`${time}:00+08:00`));
  return (
    state &&
    [
      state.state,
      state.holiday,
      state.until !== undefined && `until ${clock(state.until)}`,
      state.resumes !== undefined && `again ${clock(state.resumes)}`,
      state.next && `next ${state.next.day} ${clock(state.next.at)}`,
    ]
      .filter(Boolean)
      .join(', ')
  );
};
for (const [time, expected] of [
  ['2026-11-23T08:29', 'before, next 2026-11-23 08:30'],
  ['2026-11-23T08:30', 'open, until 12:00, again 14:00'],
  ['2026-11-23T12:00', 'break, next 2026-11-23 14:00'],
  ['2026-11-23T17:29', 'open, until 17:30'],
  ['2026-11-23T17:30', 'after, next 2026-11-24 08:30'],
  ['2026-11-20T18:00', 'after, next 2026-11-23 08:30'],
  ['2026-11-22T10:00', 'rest, next 2026-11-23 08:30'],
  // 国庆节, and the make-up Saturday after it
  ['2026-10-01T10:00', 'holiday, nationalDay, next 2026-10-08 08:30'],
  ['2026-09-30T18:00', 'after, next 2026-10-08 08:30'],
  ['2026-10-09T18:00', 'after, next 2026-10-10 08:30'],
  ['2026-10-10T10:00', 'open, until 12:00, again 14:00'],
  // 2027 is not announced: nothing is said about days of which the calendar is not certain
  ['2026-12-28T18:00', 'after'],
  ['2026-12-31T10:00', undefined],
] as const)
  test(`at ${time} the office is: ${expected ?? 'not known'}`, () => assert.equal(at(time), expected));

test('Beijing time counts, whatever the zone of the moment', () => {
  const moment = (text: string) => officeState(usual, defaultCalendar, Date.parse(text))?.state;
  assert.equal(moment('2026-11-22T23:30:00Z'), 'before');
  assert.equal(moment('2026-11-23T01:00:00Z'), 'open');
  assert.equal(moment('2026-11-22T20:00:00-08:00'), 'break');
});

test('a Saturday by appointment is no opening for everybody', () => {
  const hours = readOfficeHours('周一至周五 8:30—17:30（午间安排值班），周六 9:00—12:00 提供预约服务，法定节假日除外')!;
  assert.equal(at('2026-11-21T10:00', hours), 'appointment, until 12:00');
  assert.equal(at('2026-11-20T18:00', hours), 'after, next 2026-11-23 08:30');
  assert.equal(at('2026-11-21T08:00', hours), 'rest, next 2026-11-23 08:30');
  // Make-up Saturday: the hours of a weekday.
  assert.equal(at('2026-10-10T15:00', hours), 'open, until 17:30');
});

test('a service station that is open at weekends and silent about holidays claims nothing on them', () => {
  const hours = readOfficeHours('周一至周日9:00-17:00')!;
  assert.equal(at('2026-10-02T10:00', hours), undefined);
  assert.equal(at('2026-10-11T10:00', hours), 'open, until 17:00');
  assert.equal(at('2026-09-30T18:00', hours), 'after');
});

test('doors that never close need no calendar', () => {
  const hours = readOfficeHours('每天24小时自助服务，节假日不休息')!;
  assert.equal(at('2031-02-03T03:00', hours), 'open, until 24:00');
});

test('weekdays with different hours leave a make-up Saturday open to doubt', () => {
  const hours = readOfficeHours('工作日9:00-17:00，周五下午不对外办公')!;
  assert.equal(at('2026-10-10T10:00', hours), undefined);
  assert.equal(at('2026-10-16T12:30', hours), 'after, next 2026-10-19 09:00');
});

test('seasons change on their day, also over the end of a year', () => {
  const hours = readOfficeHours(
    '夏季（5月1日—9月30日）：工作日8:30-12:00,15:00-18:00；冬季（10月1日至次年4月30日）：工作日8:30-12:00,14:30-17:30',
  )!;
  assert.equal(at('2026-09-30T17:45', hours), 'open, until 18:00');
  assert.equal(at('2026-10-08T17:45', hours), 'after, next 2026-10-09 08:30');
  assert.equal(at('2026-02-10T14:45', hours), 'open, until 17:30');
});

test("a region's own holiday closes the office", () => {
  const calendar = createCalendar({ '2026': { off: {} } }, [
    { date: '2026-11-23', isWorkday: false, reason: '古尔邦节' },
  ]);
  assert.equal(at('2026-11-23T10:00', usual, calendar), 'holiday, 古尔邦节, next 2026-11-24 08:30');
});

const folder = new URL('../../../shared/data/guide/', import.meta.url);
test('hours of real guides: understood or left alone', { skip: !existsSync(folder) && 'no ../shared/data' }, () => {
  for (const file of readdirSync(folder)) {
    const text = (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>)['办理时间'];
    // One of the real guides has the heading and nothing below it; the others have not even that.
    if (text !== undefined) assert.equal(readOfficeHours(text as string), undefined, file);
  }
});

test('hours of all sample guides are understood, but for the one with an exception posted on a wall', () => {
  const examples = new URL('../../packages/schema/examples/guides/', import.meta.url);
  const texts = new Set<string>();
  for (const file of readdirSync(examples)) {
    const guide = JSON.parse(readFileSync(new URL(file, examples), 'utf8')) as {
      officeHours?: string;
      places?: { hours?: string }[];
    };
    for (const text of [guide.officeHours, ...(guide.places ?? []).map(({ hours }) => hours)])
      if (text) texts.add(text);
  }
  assert.ok(texts.size > 2);
  for (const text of texts) assert.equal(!readOfficeHours(text), text.includes('农忙'), text);
});
