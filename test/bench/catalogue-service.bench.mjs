/**
 * 1,000,000 entries in the embedded database: a two-character search with its counts and first page, asked of the
 * service, beside an unindexed LIKE scan of the same table. `ZWGK_BENCH_ENTRIES` sets another number of entries.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createCatalogues, createHandler, openStore } from '@zwgk/server';
import { madeEntries, madeNodes } from '../support/made-entries.mjs';
import { median, percentile } from './rounds.mjs';

const COUNT = Number(process.env.ZWGK_BENCH_ENTRIES ?? 1_000_000);
const WORDS = 200;

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'zwgk-bench-'));
  const store = await openStore({ folder });
  try {
    const entries = madeEntries(COUNT);
    const words = [];
    for (let i = 0; words.length < WORDS; i += 4999) {
      const { title } = entries[i % COUNT];
      const at = (i * 7) % (title.length - 1);
      const word = title.slice(at, at + 2);
      if (/^\p{Script=Han}{2}$/u.test(word)) words.push(word);
    }
    const begin = performance.now();
    await createCatalogues(store).put('all', { title: '全省政府信息公开目录', nodes: madeNodes, entries });
    const imported = (performance.now() - begin) / 1000;
    const handler = createHandler({ store });
    const { rows: sizes } = await sql`
      select pg_total_relation_size('entry') as entry, pg_database_size(current_database()) as all`.execute(
      store.kysely,
    );

    const ask = async (word) => {
      const url = `http://127.0.0.1/api/v1/catalogues/all/entries?text=${encodeURIComponent(word)}`;
      const response = await handler(new Request(url));
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return response.json();
    };
    // What a service without any index of texts does: the same first page, and no counts.
    await sql`create table plain as select position, minute, folded, body from entry`.execute(store.kysely);
    await sql`analyze plain`.execute(store.kysely);
    const like = (word) =>
      sql`select body from plain where folded like ${`%${word}%`}
        order by minute desc nulls last, position limit 20`.execute(store.kysely);
    const ours = [];
    const theirs = [];
    const hits = [];
    for (const [i, word] of words.entries()) {
      const parts = [
        async () => {
          const start = performance.now();
          const { total } = await ask(word);
          ours.push(performance.now() - start);
          hits.push(total);
        },
        async () => {
          const start = performance.now();
          await like(word);
          theirs.push(performance.now() - start);
        },
      ];
      // A scan takes as long for one word as for another: every fifth is enough.
      if (i % 5) parts.pop();
      for (const part of i % 2 ? parts : parts.reverse()) await part();
    }
    // Exact: totals and counts are those of a plain look at every row.
    for (const word of [...new Set(words)].slice(0, 10)) {
      const { total, facets } = await ask(word);
      const { rows } = await sql`
        select genre as value, count(*)::int as count from entry where folded like ${`%${word}%`} group by genre
        order by count(*) desc, genre collate "C"`.execute(store.kysely);
      assert.equal(
        total,
        rows.reduce((sum, { count }) => sum + count, 0),
        word,
      );
      assert.deepEqual(facets.genre, rows, word);
    }
    const explain = async (name, query) => {
      const { rows } = await sql`explain (analyze, costs off, timing off, buffers off) ${query}`.execute(store.kysely);
      console.log(`${name}\n${rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n')}`);
    };
    const pair = (word) => (word.charCodeAt(0) << 16) | word.charCodeAt(1);
    await explain(
      'LIKE scan:',
      sql`select body from plain where folded like '%预算%' order by minute desc nulls last, position limit 20`,
    );
    await explain(
      'A frequent pair, answered when the catalogue was kept:',
      sql`select total, facets, first from entry_answer where catalogue = 'all' and gram = ${pair('预算')}`,
    );
    await explain(
      'A rare pair, counted when it is asked for:',
      sql`with hit as materialized (select position, minute, doc_key, number_key, folded_titles from entry
          where catalogue = 'all' and grams @> array[${pair('安安')}::integer])
        select position from hit order by case when strpos(folded_titles, '安安') > 0 then 1 else 2 end,
          minute desc nulls last, position limit 20`,
    );
    const row = (name, times) => ({
      name,
      'p50 ms': +median(times).toFixed(1),
      'p95 ms': +percentile(times, 0.95).toFixed(1),
    });
    return [
      row('unindexed LIKE scan, first page', theirs),
      {
        ...row('service: search, counts, first page', ours),
        'p95 × LIKE p50': +(percentile(ours, 0.95) / median(theirs)).toFixed(3),
        'hits, median': median(hits),
        'hits, p95': percentile(hits, 0.95),
        'import s': Math.round(imported),
        'entry table MB': Math.round(Number(sizes[0].entry) / 1e6),
      },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
