import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { purge } from '@zwgk/server';
import { sql } from 'kysely';
import { letter, startService, type Service } from '../support/service.js';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());
const DAY = 86_400_000;

test('when the time of keeping is over, the texts are gone and number, kind and days stay', async () => {
  const { complaints } = service.client();
  const ended = await complaints.create(letter);
  await complaints.addMessage(ended, '补充的文字');
  await complaints.withdraw(ended, '撤回的原因');
  const open = await complaints.create(letter);
  const kept = await complaints.create({ ...letter, kind: 'report' });
  await complaints.withdraw(kept);

  service.clock.now += 364 * DAY;
  assert.equal(await purge(service.store, service.clock.now), 0);
  service.clock.now += 2 * DAY;
  assert.equal(await purge(service.store, service.clock.now), 1);
  assert.equal(await purge(service.store, service.clock.now), 0);

  const { rows } = await sql<{ sealed: string | null }>`
    select sealed from complaint where ticket_no = ${ended.ticketNo}
    union all select sealed from complaint_event where ticket_no = ${ended.ticketNo}`.execute(service.store.kysely);
  assert.ok(rows.length >= 4 && rows.every(({ sealed }) => sealed === null));

  const tombstone = await complaints.lookup(ended);
  assert.deepEqual([tombstone.ticketNo, tombstone.state, tombstone['purged']], [ended.ticketNo, 'archived', true]);
  assert.deepEqual([tombstone.title, tombstone.content, tombstone.messages], ['', undefined, undefined]);
  assert.equal((await complaints.lookup(open)).content, letter.content);
  assert.equal((await complaints.lookup(kept)).content, letter.content);
  await assert.rejects(complaints.addMessage(ended, '再补充'), { code: 'conflict' });
});

test('a case that is held is kept beyond its time, until it is released; who held it, why and when is recorded', async () => {
  const { complaints } = service.client();
  const { staff } = service.client({ token: await service.token('admin') });
  const headers = { authorization: `Bearer ${await service.token('admin')}` };
  const receipt = await complaints.create({ ...letter, content: '涉及诉讼的内容' });
  await complaints.withdraw(receipt);
  const step = (verb: string, reason = '行政诉讼尚未终结') =>
    service.post(`/api/v1/staff/complaints/${receipt.ticketNo}/${verb}`, { reason }, headers);
  assert.equal((await step('release')).status, 409);
  assert.equal((await step('hold', '')).status, 422);
  assert.equal((await step('hold')).status, 200);
  assert.equal((await step('hold')).status, 409);
  service.clock.now += 2000 * DAY;
  await purge(service.store, service.clock.now);
  assert.equal((await complaints.lookup(receipt)).content, '涉及诉讼的内容');
  // The holder of the code is not told of it.
  assert.ok(!JSON.stringify(await complaints.lookup(receipt)).includes('行政诉讼'));
  const held = (await staff.get(receipt.ticketNo)) as unknown as {
    held: boolean;
    events: { step: string; note?: string; actor: string; public: boolean }[];
  };
  const [event] = held.events.filter(({ step }) => step === 'hold');
  assert.deepEqual([held.held, event!.note, event!.public], [true, '行政诉讼尚未终结', false]);
  assert.ok(event!.actor.startsWith('admin'));
  assert.equal((await step('release', '诉讼已终结')).status, 200);
  await purge(service.store, service.clock.now);
  assert.equal((await complaints.lookup(receipt)).content, undefined);
});
