import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaintTransitions, type Complaint } from '@zwgk/schema';
import { createTokens, maskText, roles, type Role } from '@zwgk/server';
import { letter, startService, type Service } from '../support/service.js';

let service: Service;
const tokens = {} as Record<Role, string>;
const UNIT = '社会事务办公室';
const DAY = 86_400_000;
before(async () => {
  service = await startService();
  for (const role of roles) tokens[role] = await service.token(role, role === 'handler' ? UNIT : undefined);
});
after(() => service.close());

const path = '/api/v1/staff/complaints';
const file = (more: Partial<Complaint> = {}) => service.client().complaints.create({ ...letter, ...more });
const as = (role: Role) => service.client({ token: tokens[role] }).staff;
const step = (role: Role, ticketNo: string, verb: string, body: object) =>
  service.post(`${path}/${ticketNo}/${verb}`, body, { authorization: `Bearer ${tokens[role]}` });
async function expect(response: Response, status: number) {
  const body = await response.json();
  assert.equal(response.status, status, JSON.stringify(body));
  return body;
}

test('a letter goes its way: assigned, answered, rated, closed, archived; each step is in the history', async () => {
  const receipt = await file();
  const { ticketNo } = receipt;
  await as('intake').assign(ticketNo, { unit: UNIT, note: '请按期办理' });
  service.clock.now += DAY;
  await as('handler').reply(ticketNo, { text: '经核实，您可以补缴。' });
  const { complaints } = service.client();
  const replied = await complaints.lookup(receipt);
  assert.equal(replied.state, 'replied');
  assert.equal(replied.reply?.text, '经核实，您可以补缴。');
  assert.deepEqual([replied.heldBy, replied.reply?.unit], [UNIT, UNIT]);
  assert.deepEqual(replied.actions, ['addMessage', 'reopen', 'rate']);
  const rated = await complaints.rate(receipt, { level: 4, reasons: ['答复及时'], text: '谢谢' });
  assert.equal(rated.rating?.level, 4);
  await as('reviewer').close(ticketNo);
  await expect(await step('admin', ticketNo, 'archive', {}), 200);
  const found = await complaints.lookup(receipt);
  assert.deepEqual(
    found.log.map(({ state }) => state),
    ['submitted', 'accepted', 'assigned', 'processing', 'replied', 'rated', 'closed', 'archived'],
  );
  assert.equal(found.log[2]!.note, '请按期办理');
  // Every step of the log is one that the table allows.
  found.log.slice(1).forEach(({ state }, i) => assert.ok(complaintTransitions[found.log[i]!.state].includes(state)));
});

test('a step that the state forbids is a conflict and changes nothing', async () => {
  const { ticketNo, queryCode } = await file();
  for (const [role, verb, body] of [
    ['handler', 'return', { reason: '不属本单位' }],
    ['reviewer', 'reply', { text: '答复' }],
    ['reviewer', 'close', {}],
    ['admin', 'archive', {}],
    ['reviewer', 'extend', { days: 5, reason: '情况复杂', approver: '李主任' }],
    ['admin', 'start', {}],
  ] as const) {
    const body_ = await (await step(role === 'handler' ? 'admin' : role, ticketNo, verb, body)).json();
    assert.deepEqual([body_.code, body_.issues], ['conflict', [{ path: ['state'], code: 'submitted' }]], verb);
  }
  const found = await service.client().complaints.lookup({ queryCode });
  assert.deepEqual([found.state, found.log.length], ['submitted', 1]);
});

test('what a step demands is named', async () => {
  const { ticketNo } = await file();
  for (const [verb, body, field] of [
    ['assign', {}, 'unit'],
    ['transfer', { unit: UNIT }, 'reason'],
    ['extend', { days: 0, reason: '情况复杂', approver: '李主任' }, 'days'],
    ['reply', { text: ' ' }, 'text'],
    ['reject', {}, 'reason'],
  ] as const) {
    const { issues } = await expect(await step('admin', ticketNo, verb, body), 422);
    assert.equal(issues[0].path[0], field);
  }
});

test('the same step sent twice with one key is taken once', async () => {
  const { ticketNo } = await file();
  const headers = { authorization: `Bearer ${tokens.intake}`, 'idempotency-key': 'k'.repeat(24) };
  const send = (unit: string) => service.post(`${path}/${ticketNo}/assign`, { unit }, headers);
  const first = await expect(await send(UNIT), 200);
  const again = await expect(await send(UNIT), 200);
  assert.equal(again.events.length, first.events.length);
  assert.deepEqual((await expect(await send('别的单位'), 409)).issues, [{ path: ['idempotencyKey'], code: 'used' }]);
});

test('two staff who act at once: one step is taken, the other is a conflict', async () => {
  const { ticketNo, queryCode } = await file();
  const answers = await Promise.all(
    [UNIT, '农业农村办公室'].map((unit) => step('intake', ticketNo, 'assign', { unit })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  assert.equal((await service.client().complaints.lookup({ queryCode })).log.length, 3);
});

test('a case that was transferred tells to whom and why; the new unit goes on with it', async () => {
  const receipt = await file();
  await as('intake').assign(receipt.ticketNo, { unit: '党政办公室' });
  await as('intake').transfer(receipt.ticketNo, { unit: UNIT, reason: '属社会事务办公室职责' });
  const found = await service.client().complaints.lookup(receipt);
  assert.equal(found.heldBy, UNIT);
  const last = found.log[found.log.length - 1]!;
  assert.deepEqual([last.state, last.unit, last.note], ['assigned', UNIT, '属社会事务办公室职责']);
  assert.deepEqual(
    found.log.map(({ unit }) => unit),
    [undefined, undefined, '党政办公室', '党政办公室', UNIT],
  );
});

test('an extension moves the due date within its maximum, in working days, and not after the due date', async () => {
  const receipt = await file();
  await as('intake').assign(receipt.ticketNo, { unit: UNIT });
  const wanted = { reason: '情况复杂', approver: '李主任' };
  assert.deepEqual(
    (await expect(await step('reviewer', receipt.ticketNo, 'extend', { ...wanted, days: 16 }), 422)).issues,
    [{ path: ['days'], code: 'extension_too_long' }],
  );
  const extended = await as('reviewer').extend(receipt.ticketNo, { ...wanted, days: 5 });
  assert.equal(receipt.dueAt! < extended.dueAt!, true);
  const found = await service.client().complaints.lookup(receipt);
  assert.equal(found.state, 'extended');
  assert.equal((found['due'] as { extended: number }).extended, 5);
  const late = await file();
  await as('intake').assign(late.ticketNo, { unit: UNIT });
  service.clock.now += 60 * DAY;
  const { issues } = await expect(await step('reviewer', late.ticketNo, 'extend', { ...wanted, days: 5 }), 409);
  assert.deepEqual(issues, [{ path: ['days'], code: 'extension_late' }]);
  service.clock.now -= 60 * DAY;
});

test('an extension is asked for by one and granted by another, each with a token; nobody grants their own', async () => {
  const receipt = await file();
  await as('intake').assign(receipt.ticketNo, { unit: UNIT });
  const named = async (role: Role, unit: string | null = null) => {
    const name = `${role}-${Math.random()}`;
    const token = await createTokens(service.store, () => service.clock.now).create({ name, role, unit });
    const send = (verb: string, body: object) =>
      service.post(`${path}/${receipt.ticketNo}/${verb}`, body, { authorization: `Bearer ${token}` });
    return { name, send };
  };
  const [asker, granter, other, auditor] = [
    await named('handler', UNIT),
    await named('reviewer'),
    await named('reviewer'),
    await named('auditor'),
  ];
  const wanted = (approver: string) => ({ days: 5, reason: '需要现场核实', approver });
  const issue = async (response: Response, status: number) => (await expect(response, status)).issues[0];
  // The own name, however it is written; somebody who may not grant; a name that nobody has.
  for (const approver of [asker.name, ` ${asker.name} `])
    assert.equal((await issue(await asker.send('extend', wanted(approver)), 409)).code, 'same_person');
  assert.equal((await issue(await granter.send('extend', wanted(granter.name)), 409)).code, 'same_person');
  assert.equal((await issue(await asker.send('extend', wanted(auditor.name)), 422)).code, 'role');
  assert.equal((await issue(await asker.send('extend', wanted('王某')), 422)).code, 'unknown_code');
  await issue(await granter.send('approve', {}), 409);
  const asked = await expect(await asker.send('extend', wanted(granter.name)), 200);
  assert.equal(asked.dueAt, receipt.dueAt, 'asking moves nothing');
  const before = await service.client().complaints.lookup(receipt);
  assert.deepEqual([before.dueAt, before.state], [receipt.dueAt, 'assigned']);
  assert.ok(!JSON.stringify(before).includes('需要现场核实'), 'nor is it told before it is granted');
  await expect(await asker.send('approve', {}), 403);
  assert.equal((await issue(await other.send('approve', {}), 409)).code, 'other_person');
  await expect(await granter.send('decline', { reason: '理由不足' }), 200);
  await issue(await granter.send('approve', {}), 409);
  await expect(await asker.send('extend', wanted(granter.name)), 200);
  const granted = await expect(await granter.send('approve', {}), 200);
  assert.equal(granted.state, 'extended');
  assert.ok(granted.dueAt > receipt.dueAt!);
  await issue(await granter.send('approve', {}), 409);
  const last = granted.events[granted.events.length - 1];
  assert.deepEqual([last.actor, last.approver, last.days, last.note], [granter.name, granter.name, 5, '需要现场核实']);
  // Two reviewers, too: one asks, the other grants.
  const second = await file();
  await as('intake').assign(second.ticketNo, { unit: UNIT });
  const place = `${path}/${second.ticketNo}`;
  const headers = { authorization: `Bearer ${tokens.reviewer}` };
  await expect(await service.post(`${place}/extend`, wanted(granter.name), headers), 200);
  assert.equal((await service.client().complaints.lookup(second)).dueAt, second.dueAt);
});

test('where the site wants it, a name that stands for a signature on paper grants nothing', async () => {
  const strict = await startService({ fourEyes: true });
  try {
    const receipt = await strict.client().complaints.create(letter);
    const { staff } = strict.client({ token: await strict.token('admin') });
    await staff.assign(receipt.ticketNo, { unit: UNIT });
    await assert.rejects(staff.extend(receipt.ticketNo, { days: 5, reason: '情况复杂', approver: '李主任' }), {
      code: 'invalid_input',
      issues: [{ path: ['approver'], code: 'unknown_code' }],
    });
  } finally {
    await strict.close();
  }
});

test('while the citizen is asked for more, the clock stands still', async () => {
  const receipt = await file();
  await expect(await step('intake', receipt.ticketNo, 'supplement', { reason: '请补充参保地' }), 200);
  service.clock.now += 20 * DAY;
  const { complaints } = service.client();
  const waiting = await complaints.lookup(receipt);
  assert.deepEqual([waiting.state, (waiting['due'] as { status: string }).status], ['supplementing', 'paused']);
  const back = await complaints.addMessage(receipt, '参保地为稻溪镇');
  assert.equal(back.state, 'submitted');
  assert.ok(back.dueAt! > receipt.dueAt!);
  assert.ok((back['due'] as { paused: number }).paused >= 8);
  service.clock.now -= 20 * DAY;
});

test('a case is reopened once, with a clock of its own', async () => {
  const receipt = await file();
  const answer = async () => {
    await as('handler').reply(receipt.ticketNo, { text: '答复' });
  };
  await as('intake').assign(receipt.ticketNo, { unit: UNIT });
  await answer();
  service.clock.now += 3 * DAY;
  const { complaints } = service.client();
  const reopened = await complaints.reopen(receipt, '没有解决');
  assert.equal(reopened.state, 'reopened');
  assert.ok(reopened.dueAt! > receipt.dueAt!);
  await answer();
  await assert.rejects(complaints.reopen(receipt, '还是没有解决'), { code: 'conflict' });
});

test('overdue cases are listed, what is due first comes first', async () => {
  const late = await file();
  service.clock.now += 40 * DAY;
  const fresh = await file();
  const overdue = await as('intake').list({ overdue: true, pageSize: 100 });
  const numbers = overdue.items.map(({ ticketNo }) => ticketNo);
  assert.ok(numbers.includes(late.ticketNo) && !numbers.includes(fresh.ticketNo));
  const all = await as('intake').list({ state: 'submitted', pageSize: 100 });
  const days = all.items.map(({ dueAt }) => dueAt!);
  assert.deepEqual(days, [...days].sort());
  service.clock.now -= 40 * DAY;
});

test('no token, a wrong one and one that was taken back are refused', async () => {
  for (const authorization of ['', 'Bearer wrong', 'Basic YTpi', 'Bearer ']) {
    const response = await service.request(path, { headers: { authorization } });
    assert.equal(response.headers.get('www-authenticate'), 'Bearer');
    assert.equal((await expect(response, 401)).code, 'refused');
  }
  const admin = { authorization: `Bearer ${tokens.admin}` };
  const made = await expect(await service.post('/api/v1/staff/tokens', { name: '王五', role: 'auditor' }, admin), 201);
  const read = () => service.request(path, { headers: { authorization: `Bearer ${made.token}` } });
  await expect(await read(), 200);
  const gone = await service.request(`/api/v1/staff/tokens/${encodeURIComponent('王五')}`, {
    method: 'DELETE',
    headers: admin,
  });
  assert.equal(gone.status, 204);
  await expect(await read(), 401);
});

test('a token is for one person: blanks make no other name, and nobody is called like those without one', async () => {
  const admin = { authorization: `Bearer ${tokens.admin}` };
  const make = (name: string) => service.post('/api/v1/staff/tokens', { name, role: 'reviewer' }, admin);
  assert.equal((await expect(await make(' 赵六\u3000'), 201)).name, '赵六');
  assert.deepEqual((await expect(await make('赵六'), 409)).issues, [{ path: ['name'], code: 'used' }]);
  // 延期 with an approver who has a token waits for that token; it is not taken for a signature on paper.
  const { ticketNo } = await service.client().complaints.create(letter);
  await expect(await step('admin', ticketNo, 'assign', { unit: UNIT }), 200);
  const wanted = { days: 5, reason: '需要现场核实', approver: '赵六' };
  assert.notEqual((await expect(await step('reviewer', ticketNo, 'extend', wanted), 200)).state, 'extended');
  for (const name of ['citizen', 'system']) await expect(await make(name), 409);
});

// ✓ may, – may not; what the state says comes after the role.
const matrix: Record<string, Record<Role, boolean>> = {
  list: { intake: true, handler: true, reviewer: true, auditor: true, admin: true },
  get: { intake: true, handler: true, reviewer: true, auditor: true, admin: true },
  accept: { intake: true, handler: false, reviewer: false, auditor: false, admin: true },
  reject: { intake: true, handler: false, reviewer: false, auditor: false, admin: true },
  supplement: { intake: true, handler: true, reviewer: false, auditor: false, admin: true },
  assign: { intake: true, handler: false, reviewer: false, auditor: false, admin: true },
  transfer: { intake: true, handler: false, reviewer: true, auditor: false, admin: true },
  return: { intake: false, handler: true, reviewer: false, auditor: false, admin: true },
  start: { intake: false, handler: true, reviewer: false, auditor: false, admin: true },
  extend: { intake: false, handler: true, reviewer: true, auditor: false, admin: true },
  approve: { intake: false, handler: false, reviewer: true, auditor: false, admin: true },
  decline: { intake: false, handler: false, reviewer: true, auditor: false, admin: true },
  reply: { intake: false, handler: true, reviewer: true, auditor: false, admin: true },
  message: { intake: true, handler: true, reviewer: true, auditor: false, admin: true },
  close: { intake: false, handler: false, reviewer: true, auditor: false, admin: true },
  archive: { intake: true, handler: false, reviewer: true, auditor: false, admin: true },
  publish: { intake: false, handler: false, reviewer: true, auditor: false, admin: true },
  hold: { intake: false, handler: false, reviewer: false, auditor: false, admin: true },
  release: { intake: false, handler: false, reviewer: false, auditor: false, admin: true },
  tokens: { intake: false, handler: false, reviewer: false, auditor: false, admin: true },
};
const bodies: Record<string, object> = {
  reject: { reason: '重复' },
  supplement: { reason: '请补充' },
  assign: { unit: UNIT },
  transfer: { unit: UNIT, reason: '职责' },
  return: { reason: '职责' },
  extend: { days: 1, reason: '复杂', approver: '李主任' },
  reply: { text: '答复' },
  message: { text: '留言' },
  decline: { reason: '理由不足' },
  hold: { reason: '诉讼中' },
  release: { reason: '诉讼终结' },
};
for (const role of roles)
  test(`${role} may do what the table of rights says, and nothing else`, async () => {
    for (const [verb, rights] of Object.entries(matrix)) {
      const { ticketNo } = await file({ targetOrg: { name: UNIT } });
      const authorization = `Bearer ${tokens[role]}`;
      const response =
        verb === 'list'
          ? await service.request(path, { headers: { authorization } })
          : verb === 'get'
            ? await service.request(`${path}/${ticketNo}`, { headers: { authorization } })
            : verb === 'tokens'
              ? await service.request('/api/v1/staff/tokens', { headers: { authorization } })
              : await step(role, ticketNo, verb, bodies[verb] ?? {});
      assert.equal(response.status === 403, !rights[role], `${verb}: ${response.status}`);
      assert.notEqual(response.status, 401);
    }
  });

test('who sees a name: the open one all who handle it, the confidential one only those who take letters in', async () => {
  const seen = async (identityMode: Complaint['identityMode']) => {
    const { ticketNo } = await file({ identityMode, targetOrg: { name: UNIT } });
    const found: Role[] = [];
    for (const role of roles) {
      const text =
        JSON.stringify(await as(role).get(ticketNo)) + JSON.stringify(await as(role).list({ pageSize: 100 }));
      if (text.includes(letter.name) && JSON.stringify(await as(role).get(ticketNo)).includes(letter.mobile))
        found.push(role);
    }
    return found;
  };
  assert.deepEqual(await seen('realName'), ['intake', 'handler', 'reviewer', 'admin']);
  assert.deepEqual(await seen('realNameConfidential'), ['intake', 'admin']);
});

test('a unit sees its own cases only, and never one that accuses it, which cannot be given to it either', async () => {
  const foreign = await file({ targetOrg: { name: '党政办公室' } });
  await assert.rejects(as('handler').get(foreign.ticketNo), { code: 'not_found' });
  const accusing = await file({ kind: 'report', targetOrg: { name: UNIT }, accused: { org: UNIT, name: '某科长' } });
  await assert.rejects(as('handler').get(accusing.ticketNo), { code: 'not_found' });
  const list = await as('handler').list({ pageSize: 100 });
  assert.ok(!list.items.some(({ ticketNo }) => [foreign.ticketNo, accusing.ticketNo].includes(ticketNo)));
  // Nor does a number tell the unit that somebody has written about it.
  const rest = list.next === null ? [] : (await as('handler').list({ pageSize: 100, cursor: list.next })).items;
  assert.equal(list.total, list.items.length + rest.length);
  const other = await file({ kind: 'report', accused: { org: UNIT } });
  assert.deepEqual((await expect(await step('intake', other.ticketNo, 'assign', { unit: UNIT }), 409)).issues, [
    { path: ['unit'], code: 'accused_unit' },
  ]);
});

test('the auditor sees the days and steps of a 举报, not its text', async () => {
  const receipt = await file({
    kind: 'report',
    title: '举报标题',
    content: '举报内容',
    accused: { name: '赵某某' },
  });
  const { ticketNo } = receipt;
  const words = await as('intake').get(ticketNo);
  assert.equal(words.title, '举报标题');
  await expect(await step('intake', ticketNo, 'accept', { note: '受理说明' }), 200);
  await service.client().complaints.withdraw(receipt, '撤回的缘由');
  assert.ok(JSON.stringify(await as('intake').get(ticketNo)).includes('撤回的缘由'));
  const text = JSON.stringify(await as('auditor').get(ticketNo));
  for (const word of ['举报标题', '举报内容', '赵某某', '受理说明', '撤回的缘由', letter.name])
    assert.ok(!text.includes(word), word);
  assert.ok(text.includes(ticketNo));
});

test('that a case was looked at stands in its history, for staff alone', async () => {
  const receipt = await file();
  await as('reviewer').get(receipt.ticketNo);
  const { events } = (await as('auditor').get(receipt.ticketNo)) as unknown as {
    events: { step: string; actor: string; public: boolean }[];
  };
  const [read] = events.filter((event) => event.step === 'read');
  assert.ok(read!.actor.startsWith('reviewer') && !read!.public);
  const found = await service.client().complaints.lookup(receipt);
  assert.equal(found.log.length, 1);
  assert.ok(!JSON.stringify(found).includes('reviewer'));
});

test('an answered letter is published with consent only, masked', async () => {
  const answered = async (more: Partial<Complaint>) => {
    const receipt = await file(more);
    await as('intake').assign(receipt.ticketNo, { unit: UNIT });
    await as('handler').reply(receipt.ticketNo, { text: `${letter.name}您好，请拨打0563-4012345。` });
    return receipt.ticketNo;
  };
  const closed = await answered({});
  assert.deepEqual((await expect(await step('reviewer', closed, 'publish', {}), 409)).issues[0].path, [
    'publicConsent',
  ]);
  const content = `我是${letter.name}，电话13800138000，身份证110101199003070134，车牌皖A12345，卡号6222021234567890123。`;
  const open = await answered({ publicConsent: true, content });
  await expect(await step('reviewer', open, 'publish', { title: '养老保险能不能补缴' }), 200);
  const { items } = await (await service.request('/api/v1/letters?pageSize=100')).json();
  const published = items.find(({ id }: { id: string }) => id === open);
  assert.equal(published.title, '养老保险能不能补缴');
  const text = JSON.stringify(published);
  for (const secret of [letter.name, '13800138000', '110101199003070134', '皖A12345', '6222021234567890', '4012345'])
    assert.ok(!text.includes(secret), secret);
  assert.equal((await service.request(`/api/v1/letters/${open}`)).status, 200);
  assert.equal((await service.request(`/api/v1/letters/${closed}`)).status, 404);
  // A promise of confidence outweighs a tick.
  const confidential = await answered({ publicConsent: true, identityMode: 'realNameConfidential' });
  assert.deepEqual((await expect(await step('reviewer', confidential, 'publish', {}), 409)).issues[0].path, [
    'identityMode',
  ]);
});

test('a published letter stands in the list that a page compares with, newest first, page by page', async () => {
  const publish = async (title: string) => {
    const receipt = await file({ publicConsent: true, title });
    await as('intake').assign(receipt.ticketNo, { unit: UNIT });
    await as('handler').reply(receipt.ticketNo, { text: '答复' });
    await expect(await step('reviewer', receipt.ticketNo, 'publish', {}), 200);
    return receipt.ticketNo;
  };
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    service.clock.now += DAY;
    ids.push(await publish(`路灯不亮第${i}次`));
  }
  const seen: { id: string; kind: string; title: string; unit: string; repliedAt: string }[] = [];
  let cursor: string | null = '0';
  while (cursor !== null) {
    const page: { items: typeof seen; next: string | null } = await expect(
      await service.request(`/api/v1/letters?pageSize=2&cursor=${cursor}`),
      200,
    );
    assert.ok(page.items.length <= 2);
    seen.push(...page.items);
    cursor = page.next;
  }
  const own = seen.filter(({ id }) => ids.includes(id));
  assert.deepEqual(
    own.map(({ title, kind, unit }) => [title, kind, unit]),
    [2, 1, 0].map((i) => [`路灯不亮第${i}次`, 'consult', UNIT]),
  );
  for (const { repliedAt } of own) assert.match(repliedAt, /^\d{4}-\d\d-\d\dT/);
  assert.equal(new Set(seen.map(({ id }) => id)).size, seen.length);
  service.clock.now -= 3 * DAY;
});

test('masking leaves amounts, dates and document numbers alone', () => {
  const text = '2026年2月10日，稻政〔2026〕12号，补缴12345.67元，索引号11880121MB9T10009Q/2026-00236，拨打12345。';
  assert.equal(maskText(text), text);
});

test('nothing unforeseen happened in all of this', () => {
  assert.deepEqual(service.reported, []);
});
