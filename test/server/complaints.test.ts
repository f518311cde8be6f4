import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newIdempotencyKey } from '@zwgk/client';
import { checkQueryCode, spokenWords } from '@zwgk/schema';
import { sql } from 'kysely';
import { letter, startService, type Service } from '../support/service.js';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());

const complaints = '/api/v1/complaints';
const count = async () =>
  Number((await sql<{ n: string }>`select count(*) as n from complaint`.execute(service.store.kysely)).rows[0]!.n);
/** Everything that the database holds about cases, as text. */
const dump = async () => {
  const { rows: cases } = await sql`select * from complaint`.execute(service.store.kysely);
  const { rows: events } = await sql`select * from complaint_event`.execute(service.store.kysely);
  return JSON.stringify([cases, events]);
};

test('a letter gets a number, a query code and the day of its answer, with the rule', async () => {
  const receipt = await service.client().complaints.create(letter);
  assert.match(receipt.ticketNo, /^XJ20260210-\d{4,}$/);
  assert.match(receipt.queryCode, /^[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){2}$/);
  assert.ok(checkQueryCode(receipt.queryCode).ok);
  assert.equal(receipt.submittedAt, '2026-02-10T10:05:00+08:00');
  // 15 working days over 春节 2026.
  assert.equal(receipt.dueAt, '2026-03-09');
  assert.equal(receipt.dueProvisional, false);
  assert.equal(receipt.dueRule?.value, 15);
});

test('the case of a code shows state, holder, due date with its reasons, and what can be done', async () => {
  const { complaints } = service.client();
  const receipt = await complaints.create({ ...letter, targetOrg: { name: '社会事务办公室' } });
  const found = await complaints.lookup({ queryCode: receipt.queryCode.toLowerCase().replaceAll('-', ' ') });
  assert.equal(found.ticketNo, receipt.ticketNo);
  assert.equal(found.state, 'submitted');
  assert.equal(found.heldBy, '社会事务办公室');
  assert.equal(found.dueAt, '2026-03-09');
  assert.equal(found.content, letter.content);
  assert.deepEqual(found.actions, ['addMessage', 'withdraw']);
  assert.deepEqual(
    found.log.map(({ state, unit }) => [state, unit]),
    [['submitted', '社会事务办公室']],
  );
  const due = found.due as unknown as { status: string; explanation: { rest: { name?: string }[] } };
  assert.equal(due.status, 'running');
  assert.ok(due.explanation.rest.some(({ name }) => name === 'springFestival'));
  assert.ok(!JSON.stringify(found).includes(letter.mobile) && !JSON.stringify(found).includes(letter.name));
});

test('the six words of a code open the case, too; wrong words get the answer of a wrong code', async () => {
  const { complaints } = service.client();
  const receipt = await complaints.create(letter);
  const words = spokenWords(receipt.queryCode)!.join(' ');
  for (const said of [words, words.replace(/\s+/g, '，'), words.replace(/\s+/g, '')]) {
    const response = await service.post('/api/v1/complaints/lookup', { queryCode: said });
    assert.equal(response.status, 200, said);
    assert.equal((await response.json()).ticketNo, receipt.ticketNo);
  }
  const wrong = await service.post('/api/v1/complaints/lookup', { queryCode: words.split(/\s+/).reverse().join(' ') });
  assert.equal(wrong.status, 404);
});

test('the same key with the same letter gives the same receipt, code included, and one case', async () => {
  const before = await count();
  const idempotencyKey = newIdempotencyKey();
  const { complaints } = service.client();
  const first = await complaints.create(letter, { idempotencyKey });
  service.clock.now += 3600_000;
  const again = await complaints.create({ ...letter }, { idempotencyKey });
  assert.deepEqual(again, first);
  assert.equal(await count(), before + 1);
});

test('twenty at once with one key make one case and twenty equal receipts', async () => {
  const before = await count();
  const idempotencyKey = newIdempotencyKey();
  const { complaints } = service.client();
  const receipts = await Promise.all(Array.from({ length: 20 }, () => complaints.create(letter, { idempotencyKey })));
  assert.equal(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size, 1);
  assert.equal(await count(), before + 1);
});

test('the same key with another letter is refused; nothing is filed', async () => {
  const idempotencyKey = newIdempotencyKey();
  const { complaints } = service.client();
  await complaints.create(letter, { idempotencyKey });
  const before = await count();
  await assert.rejects(complaints.create({ ...letter, title: '另一封来信' }, { idempotencyKey }), {
    code: 'conflict',
    issues: [{ path: ['idempotencyKey'], code: 'used' }],
  });
  assert.equal(await count(), before);
});

test('a key that could be guessed is refused', async () => {
  const response = await service.post(complaints, letter, { 'idempotency-key': '1' });
  assert.deepEqual((await response.json()).issues, [{ path: ['idempotencyKey'], code: 'format' }]);
});

test('each field that is wrong is named, in the order of the form', async () => {
  const response = await service.post(complaints, { ...letter, kind: 'x', content: '', mobile: '1', name: undefined });
  assert.equal(response.status, 422);
  assert.deepEqual((await response.json()).issues, [
    { path: ['kind'], code: 'unknown_code' },
    { path: ['content'], code: 'required' },
    { path: ['name'], code: 'required' },
    { path: ['mobile'], code: 'format' },
  ]);
});

test('lone surrogates and control characters are refused by name, rare characters are kept', async () => {
  for (const bad of ['\ud800', 'a\udc00b', 'a\0b', '\u0007']) {
    const response = await service.post(complaints, JSON.stringify({ ...letter, content: `内容${bad}` }));
    assert.equal(response.status, 422, JSON.stringify(bad));
    assert.deepEqual((await response.json()).issues, [{ path: ['content'], code: 'characters' }]);
  }
  const { complaints: calls } = service.client();
  const name = '𠮷㛃·𬱖';
  const { queryCode } = await calls.create({ ...letter, title: '𠮷野家门前占道', content: '𬱖𬟁👩‍👩‍👧 内容', name });
  assert.equal((await calls.lookup({ queryCode })).title, '𠮷野家门前占道');
});

test('script and markup come back as the text that they are', async () => {
  const evil = `<img src=x onerror=alert(1)></script>'"--; drop table complaint;`;
  const { complaints: calls } = service.client();
  const { queryCode } = await calls.create({ ...letter, content: evil });
  assert.equal((await calls.lookup({ queryCode })).content, evil);
});

test('neither code, nor key, nor anything that the citizen wrote, nor an address stands in the database', async () => {
  const idempotencyKey = newIdempotencyKey();
  const { complaints: calls } = service.client();
  const receipt = await calls.create(
    {
      ...letter,
      kind: 'report',
      title: '反映某窗口收费',
      content: '独特的内容',
      accused: { name: '赵某某' },
      targetOrg: { name: '写给的单位' },
    },
    { idempotencyKey },
  );
  await calls.addMessage(receipt, '独特的补充');
  const { staff } = service.client({ token: await service.token('admin') });
  await staff.assign(receipt.ticketNo, { unit: '交办的单位' });
  assert.deepEqual(
    (await calls.lookup(receipt)).log.map(({ unit }) => unit),
    ['写给的单位', '写给的单位', '交办的单位'],
  );
  const text = await dump();
  for (const secret of [
    receipt.queryCode,
    receipt.queryCode.replaceAll('-', ''),
    idempotencyKey,
    letter.name,
    letter.mobile,
    '反映某窗口收费',
    '独特的内容',
    '独特的补充',
    '赵某某',
    '写给的单位',
    '交办的单位',
    '192.0.2.1',
  ])
    assert.ok(!text.includes(secret), secret);
});

test('a wrong, a malformed and an unknown code get one and the same answer, later each time', async () => {
  const receipt = await service.client().complaints.create(letter);
  const own = receipt.queryCode;
  const other = (await service.client().complaints.create(letter)).ticketNo;
  service.slept.length = 0;
  const answers = [];
  for (const body of [
    { queryCode: '2222-2222-2222' },
    { queryCode: 'not a code' },
    { queryCode: own.slice(0, -1) + (own.endsWith('2') ? '3' : '2') },
    { queryCode: own, ticketNo: other },
  ]) {
    const response = await service.post(`${complaints}/lookup`, body, {}, '198.51.100.7');
    answers.push([response.status, await response.text(), JSON.stringify([...response.headers])]);
  }
  assert.equal(new Set(answers.map(String)).size, 1);
  assert.equal(answers[0]![0], 404);
  assert.deepEqual(service.slept, [250, 500, 1000, 2000]);
});

test('guessing is stopped for an address, and for codes of one beginning from many addresses', async () => {
  const other = await startService({
    limits: { lookup: { max: 3, seconds: 900 }, lookupPrefix: { max: 5, seconds: 900 } },
  });
  try {
    const guess = (queryCode: string, address: string) =>
      other.post(`${complaints}/lookup`, { queryCode }, {}, address);
    for (let i = 0; i < 3; i++) assert.equal((await guess(`ABCD-2222-222${i + 2}`, '198.51.100.1')).status, 404);
    const stopped = await guess('EFGH-2222-2222', '198.51.100.1');
    assert.equal(stopped.status, 429);
    assert.ok(Number(stopped.headers.get('retry-after')) > 800);
    assert.equal((await stopped.json()).code, 'rate_limited');
    for (let i = 0; i < 2; i++) assert.equal((await guess('ABCD-3333-3333', `198.51.100.${i + 2}`)).status, 404);
    assert.equal((await guess('ABCD-4444-4444', '198.51.100.9')).status, 429);
    assert.equal((await guess('EFGH-4444-4444', '198.51.100.9')).status, 404);
    other.clock.now += 901_000;
    assert.equal((await guess('ABCD-4444-4444', '198.51.100.1')).status, 404);
  } finally {
    await other.close();
  }
});

test('a threshold holds against a crowd that comes at once', async () => {
  const other = await startService({
    limits: {
      create: { max: 2, seconds: 600 },
      lookup: { max: 3, seconds: 900 },
      lookupPrefix: { max: 3, seconds: 900 },
    },
  });
  try {
    const statuses = async (send: (i: number) => Promise<Response>) =>
      (await Promise.all(Array.from({ length: 20 }, (_, i) => send(i)))).map(({ status }) => status);
    const filed = await statuses(() => other.post(complaints, letter));
    assert.deepEqual(
      [filed.filter((status) => status === 201).length, filed.filter((status) => status === 429).length],
      [2, 18],
    );
    const guessed = await statuses((i) => other.post(`${complaints}/lookup`, { queryCode: `ABCD-2222-22${i + 20}` }));
    assert.deepEqual(
      [guessed.filter((status) => status === 404).length, guessed.filter((status) => status === 429).length],
      [3, 17],
    );
  } finally {
    await other.close();
  }
});

test('letters from one address have a threshold, told with the time to wait; the thresholds are public', async () => {
  const other = await startService({ limits: { create: { max: 2, seconds: 600 } } });
  try {
    for (let i = 0; i < 2; i++) assert.equal((await other.post(complaints, letter)).status, 201);
    const stopped = await other.post(complaints, letter);
    assert.equal(stopped.status, 429);
    assert.equal(stopped.headers.get('retry-after'), '600');
    assert.equal((await other.post(complaints, letter, {}, '203.0.113.5')).status, 201);
    const limits = await (await other.request('/api/v1/limits')).json();
    assert.deepEqual(limits.create, { max: 2, seconds: 600 });
  } finally {
    await other.close();
  }
});

test('the holder adds a message, once for one key, and withdraws; afterwards both are refused', async () => {
  const { complaints: calls } = service.client();
  const receipt = await calls.create(letter);
  const idempotencyKey = newIdempotencyKey();
  await calls.addMessage(receipt, '补充一份材料', { idempotencyKey });
  const found = await calls.addMessage(receipt, '补充一份材料', { idempotencyKey });
  assert.deepEqual(
    found.messages?.map(({ from, text }) => [from, text]),
    [['citizen', '补充一份材料']],
  );
  const closed = await calls.withdraw(receipt, '已经解决');
  assert.equal(closed.state, 'closed');
  assert.equal(closed.withdrawn, true);
  assert.deepEqual(closed.actions, []);
  // One after the other: one that is refused before it is waited for would be an error of nobody.
  for (const again of [
    () => calls.withdraw(receipt),
    () => calls.addMessage(receipt, '再补充'),
    () => calls.reopen(receipt, '不满意'),
  ])
    await assert.rejects(again(), { code: 'conflict', issues: [{ path: ['state'], code: 'closed' }] });
  await assert.rejects(calls.rate(receipt, { level: 5 }), { code: 'conflict' });
});

test('a rating outside 1 to 5 and an empty message are invalid', async () => {
  const { complaints: calls } = service.client();
  const receipt = await calls.create(letter);
  for (const level of [0, 6, 2.5]) await assert.rejects(calls.rate(receipt, { level }), { code: 'invalid_input' });
  await assert.rejects(calls.addMessage(receipt, '  '), {
    code: 'invalid_input',
    issues: [{ path: ['text'], code: 'required' }],
  });
});

test('history cannot be rewritten in the database', async () => {
  await service.client().complaints.create(letter);
  for (const statement of [
    "update complaint_event set actor = 'x'",
    'delete from complaint_event',
    'truncate complaint_event',
  ])
    await assert.rejects(sql.raw(statement).execute(service.store.kysely), /append-only/);
});

test('a clock that jumped back does not put the answer before the question', async () => {
  const { complaints: calls } = service.client();
  const receipt = await calls.create(letter);
  service.clock.now -= 86_400_000;
  const found = await calls.addMessage(receipt, '补充');
  service.clock.now += 86_400_000;
  assert.ok(found.messages![0]!.at >= found.submittedAt);
});

test('nothing unforeseen happened in all of this', () => {
  assert.deepEqual(service.reported, []);
});
