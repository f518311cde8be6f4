import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createClient, newIdempotencyKey } from '@zwgk/client';
import type { Complaint, Receipt } from '@zwgk/schema';
import { LockedError, WrongSecretError, openStore } from '@zwgk/server';
import { dataFolder, letter } from '../support/service.js';

const main = fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url));
const running = new Set<ChildProcess>();
const folders: string[] = [];
after(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const folder = async () => {
  const made = await dataFolder();
  folders.push(made);
  return made;
};
const many = { max: 1000000, seconds: 1 };
const limits = JSON.stringify({ create: many, createAll: many, upload: many, uploadBytes: { max: 1e12, seconds: 1 } });

/** Starts the service as `npm start` does and waits for its address. */
async function start(data: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ZWGK_DATA: data, PORT: '0', ZWGK_LIMITS: limits, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const exit = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const address = await new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', () => {
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output);
      if (found) resolve(found[0]);
    });
    void exit.then(() => resolve(undefined));
  });
  return { child, address: address ?? '', exit, output: () => output };
}
const clientOf = (address: string) => createClient({ api: `${address}api/v1`, retries: 0 });

test('a letter that got a receipt is found by its code after kill -9 and another start', async () => {
  const data = await folder();
  const first = await start(data);
  const receipt = await clientOf(first.address).complaints.create(letter);
  first.child.kill('SIGKILL');
  await first.exit;
  assert.ok(existsSync(join(data, 'lock')), 'the killed process left its lock');
  const second = await start(data);
  const found = await clientOf(second.address).complaints.lookup(receipt);
  assert.deepEqual([found.ticketNo, found.content], [receipt.ticketNo, letter.content]);
  second.child.kill('SIGTERM');
  assert.equal(await second.exit, 0, second.output());
  assert.ok(!existsSync(join(data, 'lock')));
});

/** `ZWGK_KILLS=20` for the long run. */
const KILLS = Number(process.env['ZWGK_KILLS'] ?? 4);
const LETTERS = KILLS * (KILLS > 4 ? 100 : 60);

/** A small file, up and whole; its id. */
async function upload(address: string, text: string): Promise<string> {
  const uploads = `${address}api/v1/uploads`;
  const bytes = new TextEncoder().encode(text);
  const begun = await fetch(uploads, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: '材料.txt', size: bytes.length }),
  });
  const { id } = (await begun.json()) as { id: string };
  const done = await fetch(`${uploads}/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    body: bytes,
  });
  assert.equal(((await done.json()) as { complete: boolean }).complete, true);
  return id;
}

test(`of ${LETTERS} letters sent while the service is killed ${KILLS} times, each acknowledged one is there once, whole, with its files`, async () => {
  const data = await folder();
  const keys = Array.from({ length: LETTERS }, () => newIdempotencyKey());
  /** Letters as they were sent, and what came back. */
  const sent = new Map<string, Complaint>();
  const receipts = new Map<string, Receipt>();
  let next = 0;
  for (let round = 0; round < KILLS; round++) {
    const { address, child, exit, output } = await start(data);
    assert.ok(address, output());
    const { complaints } = clientOf(address);
    const send = async () => {
      for (; next < keys.length;) {
        const place = next++;
        const key = keys[place]!;
        try {
          const draft: Complaint = { ...letter, content: `第${key}封` };
          if (place % 10 === 0) draft.attachments = [{ id: await upload(address, `附件${key}`) }];
          sent.set(key, draft);
          receipts.set(key, await complaints.create(draft, { idempotencyKey: key }));
        } catch {
          return; // killed in the middle: the citizen was told nothing
        }
      }
    };
    // Some way into its share, at another moment each time.
    const until = Math.floor(((round + 0.6 + (round % 5) / 12) * keys.length) / KILLS);
    const work = Promise.all(Array.from({ length: 8 }, send));
    while (next < Math.min(until, keys.length)) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await exit;
    await work;
  }
  assert.ok(receipts.size > LETTERS / 2, `${receipts.size} receipts`);
  const { address, child, exit, output } = await start(data);
  const { complaints } = clientOf(address);
  const look = async (key: string, receipt: Receipt) => {
    const { queryCode } = receipt;
    const found = await complaints.lookup({ queryCode });
    assert.equal(found.content, `第${key}封`);
    assert.equal(found.log.length, 1);
    for (const { id } of found.attachments ?? []) {
      const file = await fetch(`${address}api/v1/complaints/file`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ queryCode, id }),
      });
      assert.equal(await file.text(), `附件${key}`);
    }
    assert.equal(found.attachments?.length ?? 0, sent.get(key)!.attachments?.length ?? 0);
    // The answer that was lost comes again, to the last letter, and no second case is made.
    assert.deepEqual(await complaints.create(sent.get(key)!, { idempotencyKey: key }), receipt);
  };
  for (const [key, receipt] of receipts) await look(key, receipt);
  // Those whose answer was lost get theirs now: the case that is there already, or a new one, never a half.
  let unknown = 0;
  for (const [key, draft] of sent)
    if (!receipts.has(key)) {
      unknown++;
      const receipt = await complaints.create(draft, { idempotencyKey: key });
      receipts.set(key, receipt);
      await look(key, receipt);
    }
  if (process.env['ZWGK_KILLS']) console.log(`${receipts.size - unknown} acknowledged, ${unknown} without an answer`);
  child.kill('SIGINT');
  assert.equal(await exit, 0, output());
  const store = await openStore({ folder: data });
  try {
    const cases = await store.kysely.selectFrom('complaint').select('ticket_no').execute();
    const events = await store.kysely.selectFrom('complaint_event').select('ticket_no').execute();
    assert.deepEqual(cases.map((row) => row.ticket_no).sort(), events.map((row) => row.ticket_no).sort());
    assert.deepEqual(
      cases.map((row) => row.ticket_no).sort(),
      [...receipts.values()].map(({ ticketNo }) => ticketNo).sort(),
    );
  } finally {
    await store.close();
  }
});

test('a second process on the same folder is turned away with a sentence', async () => {
  const data = await folder();
  const first = await start(data);
  const second = await start(data);
  assert.equal(await second.exit, 1);
  assert.match(second.output(), /正由另一个进程（\d+）使用/);
  await assert.rejects(openStore({ folder: data }), LockedError);
  first.child.kill('SIGTERM');
  assert.equal(await first.exit, 0);
});

test('a taken port is said; without PORT the next free one is taken', async () => {
  const data = await folder();
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const { port } = blocker.address() as { port: number };
  const refused = await start(data, { PORT: String(port) });
  assert.equal(await refused.exit, 1);
  assert.match(refused.output(), new RegExp(`端口 ${port} 已被占用`));
  blocker.close();
  const free = await start(data, { PORT: '' });
  assert.match(free.address, /:8[78]\d\d\/$/);
  free.child.kill('SIGTERM');
  await free.exit;
});

test('settings that make no sense are said in a sentence', async () => {
  const data = await folder();
  for (const [env, sentence] of [
    [{ PORT: 'abc' }, /PORT/],
    [{ ZWGK_LIMITS: '{' }, /ZWGK_LIMITS/],
    [{ ZWGK_SECRET: 'short' }, /ZWGK_SECRET/],
    [{ ZWGK_SOURCE: join(data, 'none') }, /找不到数据文件夹/],
  ] as const) {
    const refused = await start(data, env as Record<string, string>);
    assert.equal(await refused.exit, 1);
    assert.match(refused.output(), sentence);
    assert.ok(!refused.output().includes('    at '), 'no stack trace for a wrong setting');
  }
});

test('the token of the first start works, is shown once and is stored as a hash; the secret is its owner’s alone', async () => {
  const data = await folder();
  const first = await start(data);
  const token = /zwgk_[\w-]+/.exec(first.output())![0];
  const list = await createClient({ api: `${first.address}api/v1`, token }).staff.list();
  assert.equal(list.total, 0);
  first.child.kill('SIGTERM');
  await first.exit;
  const second = await start(data);
  assert.ok(!second.output().includes('zwgk_'));
  second.child.kill('SIGTERM');
  await second.exit;
  assert.equal(statSync(join(data, 'secret')).mode & 0o077, 0);
  const store = await openStore({ folder: data });
  const rows = JSON.stringify(await store.kysely.selectFrom('staff').selectAll().execute());
  await store.close();
  assert.ok(!rows.includes(token));
});

test('a database is not opened with another secret', async () => {
  const data = await folder();
  writeFileSync(join(data, 'secret'), Buffer.alloc(32, 7).toString('base64'));
  await assert.rejects(openStore({ folder: data }), WrongSecretError);
  const refused = await start(data);
  assert.equal(await refused.exit, 1);
  assert.match(refused.output(), /密钥与数据库不相符/);
});

test('a damaged secret is said and not used', async () => {
  const data = await folder();
  for (const damaged of ['', '\n', 'AAAA']) {
    writeFileSync(join(data, 'secret'), damaged);
    await assert.rejects(openStore({ folder: data }), WrongSecretError);
  }
});

test('an error that nobody caught ends the service in order, and its text is in no log', async () => {
  const data = await folder();
  const text = '张三 13800138000';
  const fault = `process.on('SIGUSR2', () => { throw new TypeError(${JSON.stringify(text)}); });`;
  const { child, exit, output } = await start(data, {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}`,
  });
  child.kill('SIGUSR2');
  assert.equal(await exit, 1);
  assert.match(output(), /^TypeError\n\s+at /m);
  assert.match(output(), /服务已停止/);
  assert.ok(!output().includes(text), output());
  assert.ok(!existsSync(join(data, 'lock')));
});

test('a lock of a process that is gone, or of a number that another process has now, is taken over', async () => {
  const data = await folder();
  for (const left of ['999999 1\n', `${process.ppid} 1\n`, '', 'nonsense\n', `${process.pid} 1\n`]) {
    writeFileSync(join(data, 'lock'), left);
    const store = await openStore({ folder: data });
    assert.match(readFileSync(join(data, 'lock'), 'utf8'), new RegExp(`^${process.pid} `));
    await store.close();
  }
});

test('what the service prints holds nothing of a letter', async () => {
  const data = await folder();
  const { address, child, exit, output } = await start(data);
  const receipt = await clientOf(address).complaints.create({ ...letter, content: '独特的内容' });
  await clientOf(address).complaints.lookup(receipt);
  await fetch(`${address}api/v1/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"content":"独特的内容"',
  });
  child.kill('SIGTERM');
  await exit;
  for (const secret of ['独特的内容', letter.name, letter.mobile, receipt.queryCode, '127.0.0.1 '])
    assert.ok(!output().includes(secret), secret);
});

/** Sends raw bytes and gives what comes back. */
const raw = (address: string, text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (part) => (answer += part));
    socket.on('error', reject).on('close', () => resolve(answer));
  });

test('what is no right request gets a problem document, too', async () => {
  const data = await folder();
  const { address, child, exit, output } = await start(data);
  for (const text of [
    'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: evil@host/..\r\nConnection: close\r\n\r\n',
    'GET  HTTP/1.1\r\n\r\n',
    'nonsense\r\n\r\n',
    'POST /api/v1/complaints HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`,
  ]) {
    const answer = await raw(address, text);
    assert.match(answer, /^HTTP\/1\.1 4(?:00|31) /, text.slice(0, 60));
    assert.match(answer, /content-type: application\/problem\+json/i);
    assert.equal(JSON.parse(/\{.*\}/.exec(answer)![0]).code, 'invalid_input');
  }
  // A sender that gives up in the middle of a piece leaves no trace, and the next one is answered.
  const half =
    'POST /api/v1/complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{';
  const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(half, () => socket.destroy()));
  await once(socket, 'close');
  assert.equal((await fetch(`${address}healthz`)).status, 200);
  child.kill('SIGTERM');
  assert.equal(await exit, 0, output());
});

test('an own folder of a bureau is served in place of the sample', async () => {
  const data = await folder();
  const source = join(data, 'source');
  mkdirSync(join(source, 'guides'), { recursive: true });
  writeFileSync(join(source, 'guides/one.json'), JSON.stringify({ taskName: '本局唯一事项' }));
  const { address, child, exit } = await start(data, { ZWGK_SOURCE: source });
  const { guides } = clientOf(address);
  assert.deepEqual((await guides.list()).items, [{ id: 'one', title: '本局唯一事项' }]);
  assert.equal((await guides.get('one')).taskName, '本局唯一事项');
  child.kill('SIGTERM');
  await exit;
});
