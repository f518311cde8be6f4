import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createFinder, pairsOf } from '../../packages/elements/dist/complaint-form/complaint-form.similar.js';

const letters = JSON.parse(readFileSync('packages/schema/examples/letters.json', 'utf8')) as { title: string }[];
const find = createFinder(letters.map(({ title }) => ({ title })));
const found = (title: string) => find(title).map((one) => one.title);

test('a question finds the answer to the same question, in other words', () => {
  assert.match(found('养老保险补缴需要什么材料')[0]!, /养老保险能不能补缴/);
  assert.match(found('请问老人的高龄津贴怎么没有领到')[0]!, /高龄津贴/);
  assert.match(found('卖零食和瓶装水要食品经营许可证吗')[0]!, /食品经营许可证/);
});

test('what is far-fetched is not offered, nor anything for a word or less', () => {
  for (const title of [
    '',
    '的',
    '咨询',
    '老',
    '申请公租房',
    '公交车什么时候改线路',
    '我要投诉',
    '𠮷𠮷𠮷',
    '!!!???',
    'a'.repeat(5000),
  ])
    assert.deepEqual(found(title), [], title);
});

test('at most five are offered, the nearest first', () => {
  const many = createFinder(Array.from({ length: 40 }, (_, i) => ({ title: `高龄津贴发放第${i}批名单公布` })));
  assert.equal(many('高龄津贴发放第7批名单').length, 5);
  assert.equal(many('高龄津贴发放第7批名单')[0]!.title, '高龄津贴发放第7批名单公布');
});

test('pairs are of neighbours within a run of letters, width and case aside', () => {
  assert.deepEqual([...pairsOf('ＡＢ路灯，路灯')], ['ab', 'b路', '路灯']);
  assert.deepEqual([...pairsOf('')], []);
});

test('no collection at all finds nothing', () => assert.deepEqual(createFinder([])('养老保险补缴'), []));
