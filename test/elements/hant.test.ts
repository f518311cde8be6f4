/** Every interface word, converted, has no character left that only simplified texts use. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { variantPairs } from '../../packages/client/dist/catalogue/variants.js';
import { toHant } from '../../packages/elements/dist/shared/hant.js';

/** Characters that are right in traditional texts, too, though some of their senses are written otherwise there. */
const BOTH = new Set(
  '后里干台系面只松云谷斗几才征复划准制余表了于向回布采注占并卷合同念须饥签种借修克刮制周咨困志态据托挂种布秘闲别沈布征郁游群查核即出家私逾秋席蒙搜拼真致',
);
const single = new Map<string, string>();
for (const [traditional, simplified] of variantPairs())
  single.set(String.fromCharCode(simplified), String.fromCharCode(traditional));

test('the list to compare with is there', () => {
  assert.ok(single.size > 1000, `${single.size} pairs`);
  assert.equal(single.get('东'), '東');
});

const folder = new URL('../../packages/elements/dist/', import.meta.url);
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.messages.js'));

/** The words of a table: its strings, and the literal parts of its functions. */
function* words(entry: unknown): Generator<string> {
  if (typeof entry === 'string') yield entry;
  else if (typeof entry === 'function') yield entry.toString().replace(/[^\u4e00-\u9fff]+/g, ' ');
  else if (entry && typeof entry === 'object') for (const inner of Object.values(entry)) yield* words(inner);
}

for (const file of files)
  test(`${file} in traditional characters`, async () => {
    const module = (await import(new URL(file, folder).href)) as Record<string, { zhHans?: unknown }>;
    const left = new Set<string>();
    for (const value of Object.values(module))
      for (const word of words(value?.zhHans))
        for (const character of toHant(word)) {
          const traditional = single.get(character);
          if (traditional && traditional !== character && !BOTH.has(character)) left.add(character + traditional);
        }
    assert.deepEqual([...left], [], 'add these pairs to shared/hant.ts');
  });

test('words with two traditional forms take the right one', () => {
  for (const [simplified, traditional] of [
    ['发布日期', '發佈日期'],
    ['答复内容', '答復內容'],
    ['行政复议', '行政復議'],
    ['最后', '最後'],
    ['办理系统', '辦理系統'],
    ['征求意见', '徵求意見'],
    ['制作流程图', '製作流程圖'],
    ['适用范围', '適用範圍'],
    ['联系电话', '聯繫電話'],
    ['受理回执', '受理回執'],
    ['公里', '公里'],
  ] as const)
    assert.equal(toHant(simplified), traditional);
});
