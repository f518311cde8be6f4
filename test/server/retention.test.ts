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
