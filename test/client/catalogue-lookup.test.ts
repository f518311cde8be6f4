import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { createClient } from '@zwgk/client';
import { fold, highlight, searchText } from '@zwgk/client/catalogue';
import { createLookup } from '../../packages/client/src/catalogue/lookup.js';

type Entry = Record<string, unknown>;

/** Whole numbers below a bound, the same in each run. */
const dice = (seed: number) => (size: number) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * size);
};

/** Few characters, so that they meet often, in every spelling, with what is left out between them. */
const CHARS = [
  ...'国國务務办辦发發髮后後里裏号號危房補补0０1１9９aAａＡzZ',
  ...'〔〕[]（）()【】《》"“” \u3000\u00a0\u200b\ufeff\t\n-—.·、，',
  ...'\ud842\udfb7\ud800\uffff\u0001\u0000',
];

function dirty(count: number): Entry[] {
  const next = dice(7);
  const text = (most: number) =>
    Array.from({ length: next(most) }, () => CHARS[next(next(3) ? 24 : CHARS.length)]).join('');
  const odd = [undefined, null, 7, '', [], {}, { 'zh-Hans': '國務院' }, { en: 'ZZ top', 'zh-Hant': '補貼' }, true];
  const value = (most: number): unknown => (next(9) ? text(most) : odd[next(odd.length)]);
  return Array.from({ length: count }, (_, row) => ({
    title: value(30),
    docNumber: value(12),
    indexNumber: value(16),
    summary: row % 1999 === 3 ? text(90000) : next(5) ? undefined : value(60),
    publisher: next(2) ? value(8) : { name: value(8) },
  }));
}

/** Words cut out of the texts, and some that stand in none; folded. */
function wordsOf(entries: readonly Entry[], count: number): string[] {
  const next = dice(11);
  const words = new Set(['国', '国务', '0', 'az', '不会有的词', '\uffff', '\ud842', '危房'.repeat(50)]);
  while (words.size < count) {
    const text = fold(searchText(entries[next(entries.length)]!));
    const from = next(Math.max(1, text.length));
    words.add(text.slice(from, from + 1 + next(next(9) ? 5 : 150)));
  }
  return [...words].filter(Boolean);
}

/** The same questions at each stage of the lookup, each beside a plain scan. */
async function agree(entries: readonly Entry[], words: readonly string[]): Promise<void> {
  const looks = new Map<string, number>();
  let stage = '';
  const lookup = createLookup(entries.length, (row) => {
    looks.set(stage, (looks.get(stage) ?? 0) + 1);
    return entries[row]!;
  });
  const folded = entries.map((entry) => searchText(entry).split('\n'));
  const wanted = new Map(
    words.map((word) => [
      word,
      folded.flatMap((texts, row) => (texts.some((text) => text.includes(word)) ? [row] : [])),
    ]),
  );
  const some = Uint32Array.from(folded.keys()).filter((row) => row % 3 === 1);
  const ask = async (word: string, within?: Uint32Array) =>
    assert.deepEqual(
      [...(await lookup.search(word, undefined, within))],
      wanted.get(word)!.filter((row) => !within || row % 3 === 1),
      `${lookup.from}: ${JSON.stringify(word.slice(0, 80))}`,
    );
  for (stage of ['texts', 'signs', 'index']) {
    while (lookup.from !== stage) await new Promise((resolve) => setTimeout(resolve, 1));
    // All are asked at once: nothing is made between them.
    await Promise.all(words.map((word, i) => (i % 4 ? ask(word) : ask(word, some))));
  }
  assert.ok(looks.get('signs')! < looks.get('texts')!, 'most rows that cannot hold a word are not looked at again');
}

test('dirty texts: what is found is what a plain scan finds, from the texts, by signs and from the index', async () => {
  const entries = dirty(6000);
  await agree(entries, wordsOf(entries, 160));
});

const data = new URL('../../../shared/data/catalogue/', import.meta.url);
test(
  'rows made from real ones: the same from the texts, by signs and from the index',
  { skip: existsSync(data) ? false : 'no ../shared/data' },
  async () => {
    const json = execFileSync(process.execPath, ['generate-catalogue-100k.mjs', '12000', '7', '--json'], {
      cwd: data,
      maxBuffer: 1 << 28,
    });
    const entries = (JSON.parse(json.toString()) as Record<string, string>[]).map((row, i) => ({
      indexNumber: `000014349/2024-${i}`,
      title: `${row['公开主体']}${row['二级事项']}：${row['公开内容（要素）']}`,
      publisher: { name: row['公开主体'] },
      summary: row['公开依据'],
    }));
    await agree(entries, wordsOf(entries, 60));
  },
);

test('what is marked in a text is where its words stand, however the text is spelt', () => {
  const texts = dirty(400).map(({ title }) => (typeof title === 'string' ? title : ''));
  for (const word of wordsOf(dirty(400), 120)) {
    for (const text of texts) {
      const marks = highlight(text, word);
      assert.equal(marks.length > 0, fold(text).includes(word), JSON.stringify([text, word]));
      for (const [from, to] of marks) {
        const shown = fold(text.slice(from, to));
        assert.ok(shown.startsWith(word) && shown.endsWith(word), JSON.stringify([text, word]));
        assert.ok(fold(text[from]!) && fold(text[to - 1]!), 'no blank or bracket at its ends');
      }
    }
  }
});

test('letters that stand in some entry are no initials, also where another word has narrowed the entries', async () => {
  const entries = ['政府信息公开目录', '公开 zfxx 系统', '政府信息', 'zfxx 说明'].map((title, i) => ({
    indexNumber: `${i}`,
    title,
  }));
  const reader = await createClient({ files: '/none' }).catalogues.open({ value: { title: 't', entries } });
  const found = async (text: string) => (await reader.page({ text, initials: true })).items.map(({ title }) => title);
  assert.deepEqual(await found('目录 zfxx'), []);
  assert.deepEqual(await found('公开 zfxx'), ['公开 zfxx 系统']);
  assert.deepEqual(await found('目录 zfxxgk'), ['政府信息公开目录']);
  assert.deepEqual(await found('zfxxgk 目录'), ['政府信息公开目录']);
});
