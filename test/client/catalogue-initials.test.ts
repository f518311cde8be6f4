import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { createClient } from '@zwgk/client';
import { pinyin } from 'pinyin-pro';
import { createInitialsIndex } from '../../packages/client/src/catalogue/initials.js';

const titles = [
  '政府信息公开目录',
  '政府公开目录',
  '銀行業務（2026年）指南',
  '关于重新公布会计人员名单的通知',
  '防汛应急预案',
  'WTO 事务公告',
  'zfgkml 系统说明',
];
const entries = titles.map((title, i) => ({ indexNumber: `X/2026-0000${i}`, title, publishedAt: '2026-01-01' }));
const open = () => createClient({ files: 'http://127.0.0.1/' }).catalogues.open({ value: { entries } });
const ask = async (text: string, more: object = {}) =>
  (await (await open()).page({ text, initials: true, ...more })).items.map(({ title }) => title);

test('initials find a title, with the reading that its words ask for', async () => {
  assert.deepEqual(await ask('fxyj'), ['防汛应急预案']);
  assert.deepEqual(await ask('YHYW'), ['銀行業務（2026年）指南']);
  assert.deepEqual(await ask('cxgbkj'), ['关于重新公布会计人员名单的通知']);
  assert.deepEqual(await ask('swgg'), ['WTO 事务公告']);
});

test('letters that a text holds are letters: initials come only where nothing holds them', async () => {
  assert.deepEqual(await ask('zfgkml'), ['zfgkml 系统说明']);
  assert.deepEqual(await ask('zfgk'), ['zfgkml 系统说明']);
  assert.deepEqual(await ask('zfxxgk'), ['政府信息公开目录']);
});

test('each word is read for itself, and all must hold', async () => {
  assert.deepEqual(await ask('gkml 信息'), []);
  assert.deepEqual(await ask('xxgkml 政府'), ['政府信息公开目录']);
  assert.deepEqual(await ask('yhyw 通知'), []);
});

test('without being asked for, one letter, digits and unknown letters find nothing by initials', async () => {
  assert.deepEqual(await ask('fxyj', { initials: false }), []);
  assert.deepEqual(await ask('q'), []);
  assert.deepEqual(await ask('fx1yj'), []);
  assert.deepEqual(await ask('qqqqqq'), []);
});

test('what was found by initials is marked where it stands', async () => {
  const reader = await open();
  await reader.page({ text: 'fxyj', initials: true });
  assert.deepEqual(reader.highlight('2026年防汛应急预案', 'fxyj'), [[5, 9]]);
  assert.deepEqual(reader.highlight('防汛应急', 'FXYJ 应急'), [[0, 4]]);
});

test('rare, broken and very long texts break nothing', async () => {
  const texts = ['\uD800', '🀄政府', '㐀堃', '', '政'.repeat(1e6)];
  const index = await createInitialsIndex(texts.length, (row) => [texts[row]!]);
  assert.deepEqual([...index.search('zf')], [1]);
  assert.deepEqual([...index.search('zzz')], [4]);
  assert.deepEqual(index.highlight('🀄政府', 'zf'), [[2, 4]]);
});

test('the table agrees with pinyin-pro on titles of the examples, and is small', async () => {
  const { entries } = JSON.parse(
    readFileSync(new URL('../../packages/schema/examples/catalogues/disclosure.json', import.meta.url), 'utf8'),
  ) as { entries: { title: string }[] };
  const texts = entries.map(({ title }) => title);
  const index = await createInitialsIndex(texts.length, (row) => [texts[row]!]);
  let wanted = 0;
  let found = 0;
  texts.forEach((text, row) => {
    for (const [part] of text.matchAll(/[\u4e00-\u9fff]{4}/g)) {
      wanted++;
      const letters = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' });
      const at = text.indexOf(part);
      if ([...index.search(letters.slice(at, at + 4).join(''))].includes(row)) found++;
    }
  });
  assert.ok(wanted > 200);
  assert.ok(found / wanted >= 0.995, `${found} of ${wanted}`);
  const table = readFileSync(new URL('../../packages/client/src/catalogue/initials-table.ts', import.meta.url));
  assert.ok(brotliCompressSync(table).length <= 5000);
});
