import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addWorkingDays, createCalendar, recentCalendarData, type ComplaintCase } from '@zwgk/schema';
import { dueSentences } from '../../packages/elements/src/complaint-status/complaint-status.due.js';
import { dueTable } from '../../packages/elements/src/complaint-status/complaint-status.due.messages.js';

const found = (more: object): ComplaintCase => ({
  ticketNo: 'T',
  kind: 'consult',
  title: 'x',
  state: 'accepted',
  submittedAt: '2026-02-10T10:05:00+08:00',
  log: [],
  ...more,
});
const said = (more: object) => dueSentences(found(more), dueTable, 'zh-Hans').join('\n');

test('counts the working days of the known vectors', () => {
  const rule = { value: 0, unit: 'workingDays' };
  for (const [from, days, to] of [
    ['2026-01-05', 20, '2026-02-02'],
    ['2026-02-10', 15, '2026-03-09'],
    ['2026-04-28', 5, '2026-05-08'],
    ['2026-09-18', 20, '2026-10-22'],
  ] as const)
    assert.match(
      said({ submittedAt: `${from}T23:59:00+08:00`, dueAt: to, dueRule: rule }),
      new RegExp(`第${days}个工作日`),
    );
});

test('begins with the day in China, wherever the moment was written', () => {
  // 16:30 UTC is half past midnight of the next day.
  assert.match(
    said({ submittedAt: '2026-02-09T16:30:00Z', dueAt: '2026-03-09', dueRule: { value: 15, unit: 'workingDays' } }),
    /2026年2月10日为起始日/,
  );
});

test('tells the account of the calendar in the words of the reader', () => {
  const { date, explanation } = addWorkingDays(createCalendar(recentCalendarData), '2026-02-10', 15);
  const text = said({
    dueAt: date,
    dueRule: { value: 15, unit: 'workingDays', basis: '示例' },
    due: { startedOn: '2026-02-10', explanation },
  });
  for (const part of [
    '收到来信之日起15个工作日（依据：示例）',
    '第15个工作日',
    '春节放假（2026年2月15日至2026年2月23日）9天',
    '2026年2月14日、2026年2月28日调休上班',
  ])
    assert.ok(text.includes(part), `${part} not in\n${text}`);
});

test('says nothing where there is nothing to say, and never fails', () => {
  for (const more of [{}, { dueAt: '2026-01-01' }, { dueAt: '9999-12-31' }, { submittedAt: 'x', dueAt: '2026-03-09' }])
    assert.equal(said(more), '');
});
