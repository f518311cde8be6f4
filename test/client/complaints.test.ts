import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newIdempotencyKey, normaliseQueryCode } from '@zwgk/client';
import { letter, startService, type Service } from '../support/service.js';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());

test('client and service find the same things wrong with a draft', async () => {
  const { complaints } = service.client();
  for (const draft of [
    {},
    { ...letter, title: '短' },
    { ...letter, title: '长'.repeat(51) },
    { ...letter, content: '长'.repeat(2001) },
    { ...letter, name: undefined },
    { ...letter, mobile: '123' },
    { ...letter, identityMode: 'anonymous', kind: 'praise', title: 3 },
    { ...letter, email: 'a@b' },
    { ...letter, peopleCount: 0 },
    { ...letter, content: '\ud800' },
  ]) {
    const here = complaints.check(draft);
    assert.ok(here.length, JSON.stringify(draft));
    const response = await service.post('/api/v1/complaints', draft);
    assert.equal(response.status, 422);
    assert.deepEqual((await response.json()).issues, here);
  }
});

test('a draft that is wrong is not sent', async () => {
  const before = service.reported.length;
  await assert.rejects(service.client({ fetch: () => assert.fail('a request') }).complaints.create({} as never), {
    code: 'invalid_input',
  });
  assert.equal(service.reported.length, before);
});

test('the whole way of a citizen: send, look up, add, be answered, be unhappy, be answered again, rate', async () => {
  const { complaints } = service.client();
  const { staff } = service.client({ token: await service.token('admin') });
  const receipt = await complaints.create({ ...letter, kind: 'help' });
  await complaints.addMessage(receipt, '补充：本人在外地务工');
  await staff.assign(receipt.ticketNo, { unit: '社会事务办公室' });
  await staff.reply(receipt.ticketNo, { text: '第一次答复' });
  const reopened = await complaints.reopen(receipt, '没有说明材料');
  assert.equal(reopened.state, 'reopened');
  await staff.reply(receipt.ticketNo, { text: '第二次答复，附材料清单' });
  const rated = await complaints.rate(receipt, { level: 5, reasons: ['讲得清楚'] });
  assert.equal(rated.reply?.text, '第二次答复，附材料清单');
  assert.equal(rated.rating?.level, 5);
  assert.equal((await staff.close(receipt.ticketNo)).state, 'closed');
});

test('a step with a lost answer is not taken twice', async () => {
  const { complaints } = service.client();
  const receipt = await complaints.create(letter);
  const idempotencyKey = newIdempotencyKey();
  for (let i = 0; i < 3; i++) await complaints.addMessage(receipt, '同一条补充', { idempotencyKey });
  assert.equal((await complaints.lookup(receipt)).messages?.length, 1);
});

test('an empty code is said to be missing, without a request', async () => {
  const client = service.client({ fetch: () => assert.fail('a request') });
  await assert.rejects(client.complaints.lookup({ queryCode: ' - ' }), {
    code: 'invalid_input',
    issues: [{ path: ['queryCode'], code: 'required' }],
  });
  assert.equal(normaliseQueryCode(' ａbcd－2345 '), 'ABCD2345');
});
