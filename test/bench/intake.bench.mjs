/** Durable submissions under 50 concurrent clients, beside a bare insert into the same database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createHandler, openStore } from '@zwgk/server';
import { percentile } from './rounds.mjs';

const CLIENTS = 50;
const LETTERS = 1000;

/** Runs `work` for each letter with 50 at a time; durations of each and of all. */
async function crowd(work) {
  const times = [];
  let next = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let i = next++; i < LETTERS; i = next++) {
        const start = performance.now();
        await work(i);
        times.push(performance.now() - start);
      }
    }),
  );
  return { times, seconds: (performance.now() - begin) / 1000 };
}

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'zwgk-bench-'));
  const store = await openStore({ folder });
  try {
    const unlimited = { max: 1e9, seconds: 1 };
    const limits = {
      create: unlimited,
      createAll: unlimited,
      lookup: unlimited,
      lookupPrefix: unlimited,
      step: unlimited,
      token: unlimited,
    };
    const handler = createHandler({ store, limits });
    await sql`create table bare (id serial primary key, body jsonb not null)`.execute(store.kysely);
    const letter = (i) => ({
      kind: 'consult',
      title: `城乡居民养老保险补缴条件咨询${i}`,
      content: '本人1968年出生，想了解今年补缴的条件和需要的材料，以及在哪个窗口办理。',
      identityMode: 'realName',
      name: '王某某',
      mobile: '13800138000',
    });
    const bare = () =>
      crowd((i) => sql`insert into bare (body) values (${JSON.stringify(letter(i))}::jsonb)`.execute(store.kysely));
    const ours = () =>
      crowd(async (i) => {
        const response = await handler(
          new Request('http://127.0.0.1/api/v1/complaints', {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'idempotency-key': `bench-${process.pid}-${Math.random().toString(36).slice(2)}-${i}`,
            },
            body: JSON.stringify(letter(i)),
          }),
        );
        if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
      });
    await sql`delete from bare`.execute(store.kysely);
    const rounds = [];
    for (let i = 0; i < 3; i++) rounds.push([await bare(), await ours()]);
    rounds.sort((a, b) => a[1].seconds / a[0].seconds - b[1].seconds / b[0].seconds);
    const [base, whole] = rounds[1];
    const row = (name, { times, seconds }) => ({
      name,
      'per second': Math.round(LETTERS / seconds),
      'p95 ms': +percentile(times, 0.95).toFixed(1),
    });
    return [
      row('bare insert', base),
      { ...row('submission', whole), '× bare insert': +(base.seconds / whole.seconds).toFixed(2) },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
