import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@zwgk/client';
import { problem, uploadService } from '../support/uploads.js';

const bytes = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 7) % 251);
const file = (size = 1_300_000) => new Blob([bytes(size)]);
const filesOf = (fetch: (request: Request) => Promise<Response>) =>
  createClient({ api: 'http://x.test/api/v1', fetch, retries: 0 }).complaints.files;

test('a file goes in pieces, with progress, and is told of in the end', async () => {
  const { uploads, fetch, requests } = uploadService();
  const progress: number[] = [];
  const ids: string[] = [];
  const done = await filesOf(fetch).upload(file(), {
    name: '照片.png',
    onProgress: (at) => progress.push(at),
    onStart: (id) => ids.push(id),
  });
  assert.deepEqual(done, { id: 'upload-1', name: '照片.png', type: 'image/png', size: 1_300_000, sha256: 'ab' });
  assert.deepEqual(progress, [0, 524288, 1048576, 1_300_000]);
  assert.deepEqual(ids, ['upload-1']);
  assert.deepEqual(Uint8Array.from(uploads.get('upload-1')!.bytes), bytes(1_300_000));
  assert.equal(requests.filter((one) => one.startsWith('PATCH')).length, 3);
});

test('a piece that was lost, and one whose answer was lost, leave the same bytes', async () => {
  const { uploads, fetch } = uploadService((request, count) => {
    if (request.method === 'PATCH' && count === 2) throw new TypeError('lost on its way');
    if (request.method === 'PATCH' && count === 4) return 'lose';
  });
  await filesOf(fetch).upload(file(), { name: 'a.png' });
  assert.deepEqual(Uint8Array.from(uploads.get('upload-1')!.bytes), bytes(1_300_000));
});

test('what was begun before goes on where it stopped', async () => {
  let down = false;
  const { uploads, fetch, requests } = uploadService((request) => {
    if (down) throw new TypeError('no network');
    if (request.method === 'PATCH' && request.headers.get('upload-offset') === '524288') down = true;
  });
  const files = filesOf(fetch);
  await assert.rejects(files.upload(file(), { name: 'a.png' }), { code: 'network' });
  down = false;
  requests.length = 0;
  const from: number[] = [];
  const done = await files.upload(file(), { name: 'a.png', id: 'upload-1', onProgress: (at) => from.push(at) });
  assert.equal(done.id, 'upload-1');
  assert.ok(from[0]! > 0, 'begun anew');
  assert.equal(requests[0], 'GET /uploads/upload-1');
  assert.deepEqual(Uint8Array.from(uploads.get('upload-1')!.bytes), bytes(1_300_000));
});

test('an upload that the service has thrown away is begun anew', async () => {
  const { uploads, fetch } = uploadService();
  const done = await filesOf(fetch).upload(file(10), { name: 'a.png', id: 'upload-of-yesterday' });
  assert.equal(done.id, 'upload-1');
  assert.equal(uploads.size, 1);
});

test('a cancelled upload stops, and can be taken back', async () => {
  const control = new AbortController();
  const { uploads, fetch, requests } = uploadService((request) => {
    if (request.method === 'PATCH') control.abort();
  });
  const files = filesOf(fetch);
  await assert.rejects(files.upload(file(), { name: 'a.png', signal: control.signal }), { code: 'aborted' });
  const before = requests.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(requests.length, before, 'it goes on');
  await files.remove('upload-1');
  assert.equal(uploads.size, 0);
});

test('a file that is refused is not tried again, and the reason is told', async () => {
  const { fetch, requests } = uploadService((request) =>
    request.method === 'PATCH' ? problem(422, 'invalid_input', [{ path: ['file'], code: 'file_active' }]) : undefined,
  );
  await assert.rejects(
    filesOf(fetch).upload(file(10), { name: 'a.doc' }),
    (error: { code: string; issues: unknown }) => {
      assert.equal(error.code, 'invalid_input');
      assert.deepEqual(error.issues, [{ path: ['file'], code: 'file_active' }]);
      return true;
    },
  );
  assert.equal(requests.filter((one) => one.startsWith('PATCH')).length, 1);
});

test('an answer that is none is an error, not an endless loop', async () => {
  for (const body of [
    'null',
    '{}',
    '{"id":"upload-1","offset":"7"}',
    '{"id":"../x","offset":0}',
    '{"id":"upload-1","offset":-1}',
  ])
    await assert.rejects(
      filesOf(async () => new Response(body)).upload(file(10), { name: 'a.png' }),
      { code: 'invalid_response' },
      body,
    );
});

test('a file of a case is asked for with the code in the body, and comes as bytes', async () => {
  let asked: { url: string; body: unknown } | undefined;
  const files = filesOf(async (request) => {
    asked = { url: request.url, body: await request.json() };
    return new Response(bytes(9));
  });
  const blob = await files.download({ queryCode: 'k7m2-q9tx-4bhw' }, 'file-1');
  assert.deepEqual(new Uint8Array(await blob.arrayBuffer()), bytes(9));
  assert.deepEqual(asked, {
    url: 'http://x.test/api/v1/complaints/file',
    body: { queryCode: 'K7M2Q9TX4BHW', id: 'file-1' },
  });
});
