import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ZwgkError, createClient, isZwgkError, newIdempotencyKey } from '@zwgk/client';
import { letter, startService, type Service } from '../support/service.js';

let service: Service;
before(async () => void (service = await startService()));
after(() => service.close());

const api = 'http://service.test/api/v1';
type Fetch = (request: Request) => Promise<Response>;
const clientOf = (fetch: Fetch, more = {}) => createClient({ api, fetch, ...more });
const page = { items: [], total: 0, next: null };

test('a read is tried again after a failure of the service, twice, and then told', async () => {
  let asked = 0;
  const failing = clientOf(async () => {
    asked++;
    return new Response('', { status: 503 });
  });
  await assert.rejects(failing.guides.list(), { code: 'server', status: 503 });
  assert.equal(asked, 3);
  asked = 0;
  const recovering = clientOf(async () => (++asked < 3 ? Promise.reject(new TypeError('gone')) : Response.json(page)));
  assert.deepEqual(await recovering.guides.list(), page);
});

test('what will not get better is not tried again', async () => {
  for (const [status, code] of [
    [400, 'invalid_input'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'not_found'],
    [409, 'conflict'],
    [413, 'invalid_input'],
    [415, 'invalid_input'],
    [422, 'invalid_input'],
  ] as const) {
    let asked = 0;
    const client = clientOf(async () => {
      asked++;
      return new Response('<h1>no</h1>', { status });
    });
    await assert.rejects(client.guides.list(), { code, status });
    assert.equal(asked, 1, String(status));
  }
});

test('a letter whose answer was lost is sent again with its key: one case, and the citizen gets the receipt', async () => {
  const keys = new Set<string | null>();
  let lost = 0;
  const client = clientOf(async (request) => {
    keys.add(request.headers.get('idempotency-key'));
    const response = await service.handler(request);
    if (lost++ < 2) throw new TypeError('the line went dead after the service had stored it');
    return response;
  });
  const receipt = await client.complaints.create(letter);
  assert.equal(keys.size, 1);
  const staff = service.client({ token: await service.token('admin') }).staff;
  const { items } = await staff.list({ pageSize: 100 });
  assert.deepEqual(
    items.map(({ ticketNo }) => ticketNo),
    [receipt.ticketNo],
  );
});

test('a call that is cancelled ends at once, its pauses included', async () => {
  const control = new AbortController();
  const client = clientOf(async () => new Response('', { status: 503, headers: { 'retry-after': '5' } }));
  const started = performance.now();
  const call = client.guides.list({}, { signal: control.signal });
  setTimeout(() => control.abort(), 50);
  await assert.rejects(call, { code: 'aborted' });
  assert.ok(performance.now() - started < 2000);
  await assert.rejects(client.guides.list({}, { signal: AbortSignal.abort() }), { code: 'aborted' });
});

test('a response that never ends is a timeout', async () => {
  const endless = clientOf(
    async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }), { status: 200 }),
    { timeout: 60, retries: 0 },
  );
  await assert.rejects(endless.guides.list(), { code: 'timeout' });
});

test('a service that asks for minutes is not waited for; its seconds are told', async () => {
  let asked = 0;
  const client = clientOf(async () => {
    asked++;
    return new Response('', { status: 429, headers: { 'retry-after': '600' } });
  });
  await assert.rejects(client.guides.list(), { code: 'rate_limited', retryAfter: 600 });
  assert.equal(asked, 1);
});

test('HTML in place of JSON, and JSON of another shape, is an invalid response', async () => {
  for (const body of ['<html>', '', '{"items":1}', 'null', '[]']) {
    const client = clientOf(async () => new Response(body), { retries: 0 });
    await assert.rejects(client.guides.list(), { code: 'invalid_response' }, body);
  }
});

test('an unchanged document comes from memory', async () => {
  const statuses: number[] = [];
  const client = clientOf(async (request) => {
    const response = await service.handler(request);
    statuses.push(response.status);
    return response;
  });
  const first = await client.guides.get('dibao');
  assert.deepEqual(await client.guides.get('dibao'), first);
  assert.deepEqual(statuses, [200, 304]);
});

test('an error tells code, status and fields, and nothing that was typed', async () => {
  const secret = '独特的内容';
  const draft = { ...letter, kind: 'x', content: secret, name: `${secret}12345` } as never;
  const error = await service
    .client()
    .complaints.create(draft)
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  assert.ok(isZwgkError(error) && error instanceof ZwgkError);
  const text = `${error.message} ${JSON.stringify(error)} ${error.stack}`;
  assert.ok(!text.includes(secret));
  assert.deepEqual(error.toJSON().code, 'invalid_input');
  assert.ok(error.issues.length);
});

test('the service’s own word for a failure counts, with its fields', async () => {
  const client = service.client();
  const receipt = await client.complaints.create(letter);
  await client.complaints.withdraw(receipt);
  await assert.rejects(client.complaints.withdraw(receipt), {
    code: 'conflict',
    status: 409,
    issues: [{ path: ['state'], code: 'closed' }],
  });
});

test('codes and letters are never in an address, and no referrer goes along', async () => {
  const seen: Request[] = [];
  const client = clientOf((request) => {
    seen.push(request.clone());
    return service.handler(request);
  });
  const receipt = await client.complaints.create(letter);
  await client.complaints.lookup(receipt);
  await client.complaints.addMessage(receipt, '补充');
  for (const request of seen) {
    assert.equal(request.referrerPolicy, 'no-referrer');
    assert.ok(!request.url.includes(receipt.queryCode) && !request.url.includes('?'));
  }
});

test('without a service or a folder a client says so', async () => {
  const none = createClient({});
  await assert.rejects(none.guides.get('dibao'), {
    code: 'invalid_input',
    issues: [{ path: ['provider'], code: 'required' }],
  });
  await assert.rejects(none.complaints.create(letter), { code: 'refused' });
});

test('keys are long and never the same', () => {
  const keys = new Set(Array.from({ length: 1000 }, newIdempotencyKey));
  assert.equal(keys.size, 1000);
  for (const key of keys) assert.match(key, /^[0-9a-f]{30}$/);
});
