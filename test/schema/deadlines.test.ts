import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCalendar } from '../../packages/schema/src/calendar-data.js';
import { addWorkingDays, createCalendar } from '../../packages/schema/src/calendar.js';
import { fromDayNumber, toDayNumber } from '../../packages/schema/src/date-only.js';
import { DEFAULT_RULES, MAXIMA } from '../../packages/schema/src/deadline-rules.js';
import { type DeadlineFacts, type DeadlineOverride, dueDate, makePolicy } from '../../packages/schema/src/deadlines.js';
import { seeded } from './seeded.js';

const { policy } = makePolicy();

/** The due date with its status, when there is one. */
function due(facts: DeadlineFacts, own = policy, calendar = defaultCalendar) {
  const found = dueDate(own, facts, calendar);
  assert.ok(found.status === 'running' || found.status === 'paused', found.status);
  return found;
}

test('a consultation of 10 February 2026 is due on 9 March, over 春节', () => {
  const found = due({ kind: 'consult', stage: 'answer', receivedOn: '2026-02-10' });
  assert.equal(found.date, '2026-03-09');
  assert.equal(found.provisional, false);
  assert.equal(found.startedOn, '2026-02-10');
  assert.equal(found.explanation.counted, 15);
  assert.equal(found.rule.evidence, 'P');
  assert.deepEqual(found.issues, []);
});

test('a request for information is due as 条例第30、33条 say', () => {
  const receivedOn = '2026-02-10';
  assert.equal(due({ kind: 'foi', stage: 'correction', receivedOn }).date, '2026-02-26');
  assert.equal(due({ kind: 'foi', stage: 'answer', receivedOn }).date, '2026-03-16');
  const extended = due({ kind: 'foi', stage: 'answer', receivedOn, extensions: [{ value: 20, on: '2026-03-10' }] });
  assert.equal(extended.date, '2026-04-14');
  assert.equal(extended.extended, 20);
  // After a correction the clock starts again from the corrected request.
  assert.equal(
    due({ kind: 'foi', stage: 'answer', receivedOn: '2026-02-26' }).date,
    addWorkingDays(defaultCalendar, '2026-02-26', 20).date,
  );
});

test('a complaint is acknowledged within 15 calendar days, a named report within 15 working days', () => {
  assert.equal(due({ kind: 'complaint', stage: 'accept', receivedOn: '2026-02-10' }).date, '2026-02-25');
  assert.equal(due({ kind: 'report', stage: 'accept', receivedOn: '2026-02-10' }).date, '2026-03-09');
  assert.equal(due({ kind: 'complaint', stage: 'objection', receivedOn: '2026-04-28' }).date, '2026-05-08');
  assert.equal(due({ kind: 'complaint', stage: 'review', receivedOn: '2026-03-02' }).date, '2026-04-01');
});

test('every kind of case has an answer or a receipt due from the day it came in', () => {
  for (const kind of ['consult', 'help', 'complaint', 'report', 'opinion', 'suggestion', 'praise', 'foi'] as const) {
    const stage = kind === 'report' ? 'accept' : 'answer';
    assert.ok(due({ kind, stage, receivedOn: '2026-01-05' }).date > '2026-01-05', kind);
  }
});

test('a clock that has not started says what it waits for, and an unknown step has no rule', () => {
  const found = dueDate(policy, { kind: 'report', stage: 'result', receivedOn: '2026-01-05' }, defaultCalendar);
  assert.ok(found.status === 'waiting' && found.waitsFor === 'closed');
  assert.equal(
    due({ kind: 'report', stage: 'result', receivedOn: '2026-01-05', closedOn: '2026-02-10' }).date,
    '2026-03-09',
  );
  assert.equal(
    dueDate(policy, { kind: 'praise', stage: 'review', receivedOn: '2026-01-05' }, defaultCalendar).status,
    'noRule',
  );
});

test('each default stands on a source and keeps within the law; ids are unique', () => {
  for (const rule of [...DEFAULT_RULES, ...MAXIMA]) assert.ok(rule.basis && /^[LPD]$/.test(rule.evidence), rule.id);
  assert.equal(
    new Set(DEFAULT_RULES.map((rule) => rule.id)).size,
    DEFAULT_RULES.filter((r) => r.kind !== 'foi').length + 3,
  );
  const overrides = DEFAULT_RULES.map((rule): DeadlineOverride => rule);
  assert.deepEqual(makePolicy(overrides).issues, []);
});

const issuesOf = (override: DeadlineOverride) =>
  makePolicy([override]).issues.map((issue) => `${issue.code} ${issue.max ?? ''}`.trim());

test('a site may promise less and start earlier', () => {
  const shorter = makePolicy([
    { kind: 'consult', stage: 'answer', value: 3 },
    { kind: 'complaint', stage: 'accept', value: 2, unit: 'workingDays' },
    { kind: 'foi', stage: 'answer', value: 10, extension: 5 },
    { kind: 'praise', stage: 'result', value: 5 },
  ]);
  assert.deepEqual(shorter.issues, []);
  assert.equal(due({ kind: 'consult', stage: 'answer', receivedOn: '2026-01-05' }, shorter.policy).date, '2026-01-08');
  assert.equal(due({ kind: 'praise', stage: 'result', receivedOn: '2026-01-05' }, shorter.policy).date, '2026-01-12');
  const own = shorter.policy.rules.find((rule) => rule.id === 'consult.answer');
  assert.deepEqual([own?.evidence, own?.basis], ['D', '本站承诺']);
  assert.equal(policy.rules.find((rule) => rule.id === 'consult.answer')?.value, 15, 'the default is not changed');
});

test('a site may not promise more than the law, in any unit, and its default stays', () => {
  assert.deepEqual(issuesOf({ kind: 'foi', stage: 'answer', value: 21 }), ['lengthens foi-33']);
  assert.deepEqual(issuesOf({ kind: 'foi', stage: 'answer', value: 1, unit: 'months' }), ['lengthens foi-33']);
  assert.deepEqual(issuesOf({ kind: 'foi', stage: 'answer', value: 20, extension: 21 }), ['extension foi-33']);
  assert.deepEqual(issuesOf({ kind: 'foi', stage: 'correction', start: 'accepted' }), ['start foi-30']);
  assert.deepEqual(issuesOf({ kind: 'complaint', stage: 'accept', value: 16 }), ['lengthens petition-23']);
  assert.deepEqual(issuesOf({ kind: 'complaint', stage: 'accept', value: 12, unit: 'workingDays' }), [
    'lengthens petition-23',
  ]);
  assert.deepEqual(issuesOf({ kind: 'complaint', stage: 'objection', value: 6 }), ['lengthens petition-23-objection']);
  assert.deepEqual(issuesOf({ kind: 'complaint', stage: 'answer', value: 61, unit: 'calendarDays' }), [
    'lengthens petition-34',
  ]);
  assert.deepEqual(issuesOf({ kind: 'consult', stage: 'answer', value: 4, unit: 'months' }), [
    'lengthens inspection-2019-19',
  ]);
  assert.deepEqual(issuesOf({ kind: 'consult', stage: 'answer', start: 'accepted' }), ['start inspection-2019-19']);
  const refused = makePolicy([{ kind: 'foi', stage: 'answer', value: 30 }]);
  assert.equal(due({ kind: 'foi', stage: 'answer', receivedOn: '2026-02-10' }, refused.policy).date, '2026-03-16');
});

test('time that belongs to the citizen or a third party cannot be cut', () => {
  assert.deepEqual(issuesOf({ kind: 'complaint', stage: 'reviewRequest', value: 10 }), ['fixed']);
  assert.deepEqual(issuesOf({ kind: 'foi', stage: 'thirdParty', value: 5 }), ['fixed']);
  assert.equal(
    due({ kind: 'complaint', stage: 'reviewRequest', receivedOn: '2026-01-05', answeredOn: '2026-03-02' }).date,
    '2026-04-01',
  );
});

test('a row that is no rule at all is refused', () => {
  for (const bad of [
    { value: -1 },
    { value: 1.5 },
    { value: NaN },
    { value: 1e6 },
    { extension: -3 },
    { unit: 'hours' },
    { start: 'whenever' },
  ]) {
    assert.deepEqual(
      issuesOf({ kind: 'consult', stage: 'answer', ...bad } as DeadlineOverride),
      ['invalid'],
      JSON.stringify(bad),
    );
  }
  assert.deepEqual(issuesOf({ kind: 'praise', stage: 'result' }), ['invalid']);
});

test('holidays cannot carry a promise in working days past a maximum in calendar days', () => {
  const own = makePolicy([{ kind: 'complaint', stage: 'accept', value: 10, unit: 'workingDays' }]);
  assert.deepEqual(own.issues, []);
  const found = due({ kind: 'complaint', stage: 'accept', receivedOn: '2026-02-10' }, own.policy);
  assert.equal(addWorkingDays(defaultCalendar, '2026-02-10', 10).date, '2026-03-02');
  assert.equal(found.date, '2026-02-25');
  assert.equal(found.cappedBy?.id, 'petition-23');
  assert.equal(due({ kind: 'complaint', stage: 'accept', receivedOn: '2026-03-10' }, own.policy).cappedBy, undefined);
});

test('no policy that is accepted without issue ever ends later than the law, on any day of 2019–2026', () => {
  const random = seeded(711);
  const first = toDayNumber('2019-01-01');
  const law = new Map(MAXIMA.map((max) => [max.id, max]));
  const units = ['workingDays', 'calendarDays', 'months'] as const;
  let accepted = 0;
  for (let i = 0; i < 3000; i++) {
    const kind = (['complaint', 'foi', 'consult'] as const)[random(3)]!;
    const stage = kind === 'foi' ? 'answer' : (['accept', 'answer'] as const)[random(2)]!;
    const own = makePolicy([{ kind, stage, value: random(70), unit: units[random(3)]!, extension: random(20) }]);
    if (own.issues.length) continue;
    accepted++;
    const receivedOn = fromDayNumber(first + random(2800));
    const found = due({ kind, stage, receivedOn }, own.policy);
    for (const max of law.values()) {
      if (max.kind !== kind || max.stage !== stage || max.start !== 'received') continue;
      const limit = due({ kind, stage, receivedOn }, { rules: [max], rollOver: false }).date;
      assert.ok(found.date <= limit, `${JSON.stringify(found.rule)} ${receivedOn}: ${found.date} > ${limit}`);
    }
  }
  assert.ok(accepted > 100);
});

test('an extension is cut to what the rule allows, and one decided too late changes nothing', () => {
  const receivedOn = '2026-03-02';
  const foi = (extensions: DeadlineFacts['extensions']) =>
    due({ kind: 'foi', stage: 'answer', receivedOn, extensions });
  assert.deepEqual(foi([{ value: 50 }]).issues, ['extension_too_long']);
  assert.equal(foi([{ value: 50 }]).date, foi([{ value: 20 }]).date);
  assert.equal(foi([{ value: 10 }, { value: 10 }]).date, foi([{ value: 20 }]).date);
  assert.deepEqual(foi([{ value: 20 }, { value: 1 }]).issues, ['extension_too_long']);
  const end = foi([]).date;
  assert.equal(foi([{ value: 5, on: end }]).extended, 5, 'on the last day');
  const late = foi([{ value: 5, on: fromDayNumber(toDayNumber(end) + 1) }]);
  assert.deepEqual([late.date, late.extended, late.issues], [end, 0, ['extension_late']]);
  const none = due({ kind: 'foi', stage: 'correction', receivedOn, extensions: [{ value: 1 }] });
  assert.deepEqual([none.extended, none.issues], [0, ['extension_too_long']]);
  const petition = due(
    { kind: 'complaint', stage: 'answer', receivedOn, acceptedOn: receivedOn, extensions: [{ value: 30 }] },
    { rules: MAXIMA.filter((max) => max.id === 'petition-34'), rollOver: false },
  );
  assert.equal(petition.date, '2026-05-31');
});

test('days of a pause are not counted, in the unit of the rule', () => {
  const receivedOn = '2026-03-02';
  const foi = (pauses: DeadlineFacts['pauses'], asOf?: string) =>
    due({ kind: 'foi', stage: 'answer', receivedOn, pauses, asOf });
  const plain = foi([]);
  // Asked on Wednesday, answered on Friday: two working days.
  const paused = foi([{ from: '2026-03-04', to: '2026-03-06' }]);
  assert.equal(paused.paused, 2);
  assert.equal(paused.date, addWorkingDays(defaultCalendar, plain.date, 2).date);
  assert.equal(paused.explanation.counted - paused.paused, 20);
  assert.equal(paused.explanation.value, 20);
  assert.equal(foi([{ from: '2026-03-06', to: '2026-03-08' }]).date, plain.date, 'a weekend costs nothing');
  assert.equal(foi([{ from: '2026-03-04', to: '2026-03-04' }]).date, plain.date, 'answered the same day');
  assert.equal(foi([{ from: '2026-06-01', to: '2026-06-20' }]).date, plain.date, 'after the due date');
  const both = foi([
    { from: '2026-03-05', to: '2026-03-10' },
    { from: '2026-03-04', to: '2026-03-06' },
  ]);
  assert.equal(both.paused, 4, 'pauses that overlap count once');
  assert.deepEqual(foi([{ from: '2026-03-06', to: '2026-03-04' }]).issues, ['pause_invalid']);
  const calendarDays = {
    rules: [
      {
        ...MAXIMA.find((max) => max.id === 'petition-34' && max.kind === 'help')!,
        pausable: true,
        kind: 'opinion' as const,
      },
    ],
    rollOver: false,
  };
  const sixty = due(
    {
      kind: 'opinion',
      stage: 'answer',
      receivedOn,
      acceptedOn: receivedOn,
      pauses: [{ from: '2026-03-06', to: '2026-03-09' }],
    },
    calendarDays,
  );
  assert.deepEqual([sixty.date, sixty.paused], ['2026-05-04', 3]);
});

test('a rule that does not stop the clock says so and counts on', () => {
  const found = due({
    kind: 'complaint',
    stage: 'accept',
    receivedOn: '2026-03-02',
    pauses: [{ from: '2026-03-03', to: '2026-03-10' }],
  });
  assert.deepEqual([found.date, found.issues, found.paused], ['2026-03-17', ['pause_not_allowed'], 0]);
});

test('while a pause lasts the date is provisional and moves with the day', () => {
  const facts = { kind: 'foi', stage: 'answer', receivedOn: '2026-03-02', pauses: [{ from: '2026-03-04' }] } as const;
  const plain = due({ kind: 'foi', stage: 'answer', receivedOn: '2026-03-02' }).date;
  const atOnce = due(facts);
  assert.deepEqual([atOnce.status, atOnce.provisional, atOnce.date], ['paused', true, plain]);
  const later = due({ ...facts, asOf: '2026-03-06' });
  assert.equal(later.date, addWorkingDays(defaultCalendar, plain, 2).date);
  const after = due({ ...facts, pauses: [{ from: '2026-06-01' }], asOf: '2026-06-10' });
  assert.deepEqual([after.status, after.provisional, after.date], ['running', false, plain]);
});

test('pauses and extensions obey their algebra for 1500 random cases', () => {
  const random = seeded(33);
  const first = toDayNumber('2019-01-01');
  for (let i = 0; i < 1500; i++) {
    const start = first + random(2500);
    const pauses = Array.from({ length: random(4) }, () => {
      const from = start + random(40) - 3;
      return { from: fromDayNumber(from), to: fromDayNumber(from + random(20)) };
    });
    const extension = random(21);
    const extensions = extension ? [{ value: extension }] : [];
    const facts = { kind: 'foi', stage: 'answer', receivedOn: fromDayNumber(start) } as const;
    const found = due({ ...facts, pauses, extensions });
    // Naive: walk day by day and count working days outside every pause.
    let day = start;
    for (let left = 20 + extension; left > 0;) {
      day++;
      const text = fromDayNumber(day);
      if (defaultCalendar.isWorkday(text) && !pauses.some((p) => text > p.from && text <= p.to)) left--;
    }
    assert.equal(found.date, fromDayNumber(day));
    assert.equal(
      due({ ...facts, pauses: [...pauses].reverse(), extensions }).date,
      found.date,
      'order does not matter',
    );
    assert.equal(due({ ...facts, pauses: [...pauses, ...pauses], extensions }).date, found.date, 'twice is once');
    assert.ok(found.date >= due({ ...facts, extensions }).date, 'a pause never makes it earlier');
    assert.equal(found.explanation.counted - found.paused, 20 + extension);
  }
});

test('a period that ends on a rest day moves only in a policy that says so', () => {
  const facts = { kind: 'complaint', stage: 'accept', receivedOn: '2026-03-06' } as const;
  assert.equal(due(facts).date, '2026-03-21'); // Saturday
  const rolling = makePolicy([], { rollOver: true }).policy;
  const found = due(facts, rolling);
  assert.deepEqual([found.date, found.explanation.rolledFrom, found.cappedBy], ['2026-03-23', '2026-03-21', undefined]);
});

test('past the known years a due date is provisional, with the coming year added it is firm', () => {
  const facts = { kind: 'consult', stage: 'answer', receivedOn: '2026-12-15' } as const;
  assert.equal(due(facts).provisional, true);
  const calendar = createCalendar({ '2026': { off: {} }, '2027': { off: { newYear: '0101-0103' } } });
  const found = due(facts, policy, calendar);
  assert.deepEqual([found.date, found.provisional], ['2027-01-06', false]);
});

test('malformed days are refused', () => {
  for (const bad of ['', '2026-02-30', 'yesterday']) {
    assert.throws(() => due({ kind: 'consult', stage: 'answer', receivedOn: bad }), RangeError);
    assert.throws(
      () => due({ kind: 'foi', stage: 'answer', receivedOn: '2026-01-05', pauses: [{ from: bad }] }),
      RangeError,
    );
    assert.throws(
      () => due({ kind: 'foi', stage: 'answer', receivedOn: '2026-01-05', extensions: [{ value: 1, on: bad }] }),
      RangeError,
    );
  }
  assert.throws(
    () => due({ kind: 'foi', stage: 'answer', receivedOn: '2026-01-05', extensions: [{ value: -1 }] }),
    RangeError,
  );
  assert.throws(
    () =>
      due({
        kind: 'foi',
        stage: 'answer',
        receivedOn: '2026-01-05',
        pauses: [{ from: '2026-01-06', to: '9999-01-01' }],
      }),
    RangeError,
  );
});
