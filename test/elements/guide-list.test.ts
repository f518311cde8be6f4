import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinyin } from 'pinyin-pro';
import { letterOf } from '../../packages/elements/src/guide-list/guide-list.letters.js';
import { answerOf, rowsOf } from '../../packages/elements/src/guide-list/guide-list.rows.js';

test('the letter of a title is that of its first syllable, also where that is read otherwise than alone', () => {
  for (const [title, letter] of [
    ['最低生活保障对象认定', 'Z'],
    ['残疾人证办理', 'C'],
    ['不动产转移登记', 'B'],
    ['“一件事”联办', 'Y'],
    ['（老年人）高龄津贴', 'L'],
    ['重新申领身份证', 'C'],
    ['重大建设项目审批', 'Z'],
    ['长期护理保险', 'C'],
    ['调解申请', 'T'],
    ['调查取证', 'D'],
    ['会计人员登记', 'K'],
    ['會計人員登記', 'K'],
    ['ETC办理', 'E'],
    ['12345热线', '#'],
    ['', '#'],
    ['ᠮᠣᠩᠭᠣᠯ', '#'],
  ] as const)
    assert.equal(letterOf(title), letter, title);
});

test('a guide may say its letter itself; what is no letter is passed over', () => {
  assert.equal(letterOf('六安瓜片地理标志使用', 'l'), 'L');
  assert.equal(letterOf('社保卡', '?'), 'S');
});

test('the letters of common characters are those of a dictionary of readings', () => {
  // 一级字 of 通用规范汉字表 begin with those of GB 2312 level 1, which stand in pinyin order.
  const decode = new TextDecoder('gb18030');
  const wrong: string[] = [];
  for (let high = 0xb0; high <= 0xd7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) {
      if (high === 0xd7 && low > 0xf9) break;
      const character = decode.decode(Uint8Array.of(high, low));
      const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true }).map((one) =>
        one[0]!.toUpperCase(),
      );
      if (!readings.includes(letterOf(character))) wrong.push(`${character}${letterOf(character)}${readings.join()}`);
    }
  assert.deepEqual(wrong, []);
});

const list = rowsOf([
  { taskName: '甲', serviceTargets: ['1'], topicPerson: ['社会救助'], caseVolume: 5, updatedAt: '2026-01-02' },
  { taskName: '乙', serviceTargets: ['2'], topicOrg: ['准营准办'], updatedAt: '2026-01-03' },
  { taskName: '丙', serviceTargets: ['1', '2'], topicPerson: ['社会救助'], topicOrg: ['准营准办'], caseVolume: 50 },
  { taskName: '丁' },
  { taskName: '戊', topicOrg: ['准营准办'] },
]);
const ask = (question: Partial<Parameters<typeof answerOf>[1]>) => {
  const answer = answerOf(list, { audience: '', topic: '', letter: '', sort: '', ...question });
  return { ...answer, names: answer.rows.map(({ title }) => title).join('') };
};

test('whom a guide is for is what it says, else what its subjects say; one that says nothing is for both', () => {
  assert.equal(ask({}).names, '甲乙丙丁戊');
  assert.equal(ask({ audience: 'person' }).names, '甲丙丁');
  assert.equal(ask({ audience: 'org' }).names, '乙丙丁戊');
  assert.equal(ask({ audience: 'nonsense' }).names, '甲乙丙丁戊');
});

test('subjects and letters are counted under the other choices, so that none leads to nothing', () => {
  assert.deepEqual(ask({ audience: 'person' }).topics, [['社会救助', 2]]);
  assert.deepEqual(ask({ topic: '社会救助' }).letters, [
    ['B', 1],
    ['J', 1],
  ]);
  assert.deepEqual(ask({ letter: 'Y' }).topics, [['准营准办', 1]]);
  assert.deepEqual(Object.fromEntries(ask({ topic: '准营准办' }).audiences), { org: 3, person: 1 });
  assert.equal(ask({ topic: '社会救助', letter: 'J' }).names, '甲');
});

test('most used first; those without a number last, in the order they came', () => {
  assert.equal(ask({ sort: 'used' }).names, '丙甲乙丁戊');
  assert.equal(ask({ sort: 'title' }).names, '丙丁甲戊乙');
  assert.equal(ask({ sort: 'newest' }).names, '乙甲丙丁戊');
  assert.equal(ask({ sort: 'constructor' }).names, '甲乙丙丁戊');
});
