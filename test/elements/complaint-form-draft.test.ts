import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DRAFT_AGE,
  draftOf,
  faultsOf,
  groupCode,
  modeOf,
  packDraft,
  publicReceipt,
  publishable,
  requiredFields,
  unpackDraft,
  visibleFields,
  type Values,
} from '../../packages/elements/src/complaint-form/complaint-form.draft.js';
import { checkComplaint, complaintKinds } from '@zwgk/schema';

const setting = { kinds: complaintKinds, anonymousKinds: ['report'], require: [] };
const letter: Values = { kind: 'consult', title: '标题文字', content: '内容', name: '张三', phone: '13800138000' };

test('a letter with the least that each kind asks for passes the schema', () => {
  for (const kind of complaintKinds) {
    const values: Values = { ...letter, kind, ...(kind === 'report' ? { place: '某村' } : {}) };
    const issues = checkComplaint(draftOf(values, setting, {}), { required: requiredFields(values, setting) });
    assert.deepEqual(issues, [], kind);
  }
});

test('a number goes where the schema has a place for its kind', () => {
  assert.equal(draftOf({ ...letter, phone: '138-0013-8000' }, setting, {})['mobile'], '138-0013-8000');
  const landline = draftOf({ ...letter, phone: '0460-0000101' }, setting, {});
  assert.equal(landline['phone'], '0460-0000101');
  assert.ok(!('mobile' in landline));
});

test('what is hidden is not sent: no name without a name, no accused in a question', () => {
  const values: Values = { ...letter, email: 'a@b.cn', address: '某地', accusedName: '李四', place: '某村' };
  const asked = draftOf(values, setting, {});
  for (const field of ['accused', 'place', 'address']) assert.ok(!(field in asked), field);
  const report = draftOf({ ...values, kind: 'report', identityMode: 'anonymous' }, setting, {});
  for (const field of ['name', 'mobile', 'phone', 'email', 'address']) assert.ok(!(field in report), field);
  assert.deepEqual(report['accused'], { name: '李四' });
});

test('a mode that the kind does not allow falls back to the real name', () => {
  assert.equal(modeOf({ kind: 'report', identityMode: 'anonymous' }, setting), 'anonymous');
  assert.equal(modeOf({ kind: 'consult', identityMode: 'anonymous' }, setting), 'realName');
  assert.equal(modeOf({ identityMode: 'constructor' }, setting), 'realName');
});

test('reports, confidential and nameless letters are never offered for publication', () => {
  assert.ok(publishable(letter, setting));
  assert.ok(!publishable({ ...letter, kind: 'report' }, setting));
  assert.ok(!publishable({ ...letter, identityMode: 'realNameConfidential' }, setting));
});

test('faults come in the order of the page, one a field, those without a field last', () => {
  const faults = faultsOf(
    [
      { path: ['captcha'], code: 'required' },
      { path: ['mobile'], code: 'format' },
      { path: ['phone'], code: 'format' },
      { path: ['accused', 'name'], code: 'too_long' },
      { path: ['title'], code: 'required' },
      { path: [], code: 'type' },
    ],
    { ...letter, kind: 'report' },
    setting,
  );
  assert.deepEqual(
    faults.map(({ field, code }) => [field, code]),
    [
      ['title', 'required'],
      ['accusedName', 'too_long'],
      ['phone', 'format'],
      [undefined, 'required'],
    ],
  );
});

test('a fault of a field that is not shown is told without a link', () => {
  assert.deepEqual(faultsOf([{ path: ['accused', 'org'], code: 'type' }], letter, setting), [
    { field: undefined, code: 'type' },
  ]);
});

test('further required fields of a body are asked for, but not a name of the nameless', () => {
  const strict = { ...setting, require: ['address', 'place'] };
  assert.ok(visibleFields(letter, strict).includes('address') && visibleFields(letter, strict).includes('place'));
  assert.deepEqual(requiredFields({ kind: 'report', identityMode: 'anonymous' }, strict), ['accused|place', 'place']);
});

test('a kept draft has no name, no contact, nobody accused, and comes back with its key, consent and uploads', () => {
  const values: Values = {
    ...letter,
    email: 'a@b.cn',
    address: '某地',
    accusedName: '李四',
    accusedOrg: '某单位',
    accusedPost: '主任',
    place: '某村',
  };
  const files = [{ id: 'upload-1', name: '照片.jpg', size: 9, done: true }];
  const draft = {
    key: 'ab'.repeat(15),
    shownAt: '2026-02-10T10:05:00+08:00',
    savedAt: 1e12,
    values,
    consent: true,
    files,
  };
  const text = packDraft(draft);
  for (const secret of ['张三', '138', 'a@b', '某地', '李四', '某单位', '主任'])
    assert.ok(!text.includes(secret), secret);
  assert.deepEqual(unpackDraft(text, 1e12), {
    ...draft,
    values: { kind: 'consult', title: '标题文字', content: '内容', place: '某村' },
  });
});

test('a draft that is old, from the future, damaged or of another program is none', () => {
  const draft = {
    key: 'ab'.repeat(15),
    shownAt: '2026-02-10T10:05:00+08:00',
    savedAt: 1e12,
    values: letter,
    consent: false,
    files: [],
  };
  assert.ok(unpackDraft(packDraft(draft), 1e12 + DRAFT_AGE));
  assert.equal(unpackDraft(packDraft(draft), 1e12 + DRAFT_AGE + 1), undefined);
  assert.equal(unpackDraft(packDraft(draft), 1e12 - 2 * 86400000), undefined);
  for (const text of [
    null,
    '',
    'x',
    'null',
    '1',
    '[]',
    '{}',
    '{"v":1}',
    packDraft({ ...draft, key: '<img>' }),
    packDraft({ ...draft, values: {} }),
  ])
    assert.equal(unpackDraft(text, 1e12), undefined, String(text));
  assert.equal(
    unpackDraft(
      '{"v":1,"key":"' +
        'ab'.repeat(15) +
        '","shownAt":"2026-02-10T10:05:00+08:00","savedAt":1000000000000,"values":{"title":{"x":1},"content":["a"]}}',
      1e12,
    ),
    undefined,
  );
});

test('of what is kept of uploads only what can be one comes back', () => {
  const draft = {
    key: 'ab'.repeat(15),
    shownAt: '2026-02-10T10:05:00+08:00',
    savedAt: 1e12,
    values: letter,
    consent: 1,
    files: [
      null,
      5,
      { id: '../x', name: 'a', size: 1 },
      { id: 'upload-2', name: {}, size: 1 },
      { id: 'upload-3', name: 'a', size: 'x' },
      { id: 'upload-4', name: 'a', size: 1, done: false },
    ],
  };
  const found = unpackDraft(packDraft(draft as never), 1e12)!;
  assert.deepEqual(
    found.files.map(({ id }) => id),
    ['upload-4'],
  );
  assert.equal(found.consent, false);
});

test('a code is written in fours, and one that has groups keeps them', () => {
  assert.equal(groupCode('K7M2Q9TX4BHW'), 'K7M2-Q9TX-4BHW');
  assert.equal(groupCode('K7M2-Q9TX-4BHW'), 'K7M2-Q9TX-4BHW');
  assert.equal(groupCode('12345'), '1234-5');
});

test('the receipt that events carry has no code', () => {
  const shown = publicReceipt({ ticketNo: 'T1', queryCode: 'SECRET', submittedAt: '2026-02-10', more: 1 });
  assert.deepEqual(shown, { ticketNo: 'T1', submittedAt: '2026-02-10', more: 1 });
});
