/** The token of staff goes to their service and nowhere else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@zwgk/client';

test('a document with an address of its own is asked for without the token', async () => {
  const sent: [string, string | null][] = [];
  const client = createClient({
    api: 'https://service.test/api/v1',
    token: 'secret-of-staff',
    fetch: async (request) => {
      sent.push([new URL(request.url).host, request.headers.get('authorization')]);
      return new Response(JSON.stringify({ taskName: '临时救助' }), {
        headers: { 'content-type': 'application/json' },
      });
    },
  });
  await client.guides.get('temporary-relief');
  await client.guides.open({ src: 'https://elsewhere.test/guide.json' });
  assert.deepEqual(sent, [
    ['service.test', 'Bearer secret-of-staff'],
    ['elsewhere.test', null],
  ]);
});
