import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QUERY_CODE_SYMBOLS, checkQueryCode, compactQueryCode, formatQueryCode, queryCodeCheck } from '@zwgk/schema';

const code = (symbols: string) => symbols + queryCodeCheck(symbols);

test('the symbols are without those that are confused, and their number is a prime', () => {
  assert.equal(QUERY_CODE_SYMBOLS.length, 31);
  for (const symbol of '0O1IL') assert.ok(!QUERY_CODE_SYMBOLS.includes(symbol));
  assert.ok(31 ** 11 > 2 ** 54);
});

test('a code is read however it is typed', () => {
  const good = code('ABCDEFGH234');
  for (const typed of [
    good,
    good.toLowerCase(),
    formatQueryCode(good),
    ` ${formatQueryCode(good)} `,
    good.replace(/[A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ])
    assert.deepEqual(checkQueryCode(typed), { ok: true, value: good });
  assert.equal(formatQueryCode(good), good.replace(/(....)(....)(....)/, '$1-$2-$3'));
  assert.equal(compactQueryCode('ab-cd'), 'ABCD');
});

test('each single wrong symbol and each swap of two is found', () => {
  const good = code('7KQ2MZX9RWT');
  for (let i = 0; i < 12; i++) {
    for (const symbol of QUERY_CODE_SYMBOLS)
      if (symbol !== good[i])
        assert.deepEqual(checkQueryCode(good.slice(0, i) + symbol + good.slice(i + 1)), {
          ok: false,
          code: 'check_digit',
        });
    for (let j = i + 1; j < 12; j++) {
      if (good[i] === good[j]) continue;
      const swapped = [...good];
      [swapped[i], swapped[j]] = [swapped[j]!, swapped[i]!];
      assert.equal(checkQueryCode(swapped.join('')).ok, false);
    }
  }
});

test('what cannot be a code is said to be of another form', () => {
  for (const text of ['', 'ABC', 'ABCD-EFGH-JKM0', 'ABCDEFGHJKMNP', '查询码', '\ud800'])
    assert.deepEqual(checkQueryCode(text), { ok: false, code: 'format' });
});
