import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCitizenId, citizenIdCheckCharacter } from '../../packages/schema/src/codes/citizen-id.js';
import {
  checkOrganisationCode,
  organisationCheckCharacter,
} from '../../packages/schema/src/codes/organisation-code.js';
import { checkRegionCode } from '../../packages/schema/src/codes/region.js';
import { codePointLength, readNumber, toHalfWidth } from '../../packages/schema/src/codes/text.js';
import { checkUscc, usccCheckCharacter } from '../../packages/schema/src/codes/uscc.js';
import { seeded } from './seeded.js';

const REAL_USCC = [
  '11441700007280420Y',
  '11341702486344515H',
  '113417020032563511',
  '12441500196720244T',
  '12370303MB289196XT',
  '113708280043326001',
  '11341881MB0TE7T15U',
];
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

test('every 统一社会信用代码 of a real office passes and shows its parts', () => {
  for (const code of REAL_USCC) assert.equal(checkUscc(code).ok, true, code);
  assert.deepEqual(checkUscc('11441700007280420Y'), {
    ok: true,
    value: '11441700007280420Y',
    department: '1',
    category: '1',
    region: '441700',
    organisationCode: '007280420',
  });
});

test('a 统一社会信用代码 may be typed in lower case, full width and with spaces', () => {
  for (const typed of [
    '11441700007280420y',
    '１１４４１７００００７２８０４２０Ｙ',
    ' 1144 1700 0072 80420Y\u200b',
    '\ufeff11441700007280420Y\n',
  ]) {
    const check = checkUscc(typed);
    assert.equal(check.ok && check.value, '11441700007280420Y');
  }
});

test('a wrong 统一社会信用代码 is told what is wrong and where', () => {
  const cases: [string, object][] = [
    ['', { ok: false, code: 'length' }],
    ['1144170000728042', { ok: false, code: 'length' }],
    ['11441700007280420YY', { ok: false, code: 'length' }],
    ['1144170000728042OY', { ok: false, code: 'characters', at: 16 }],
    ['11I41700007280420Y', { ok: false, code: 'characters', at: 2 }],
    ['11A41700007280420Y', { ok: false, code: 'characters', at: 2 }],
    ['事业单位法人代码', { ok: false, code: 'characters', at: 0 }],
    ['𠮷1441700007280420Y', { ok: false, code: 'characters', at: 0 }],
    ['11441700007280420X', { ok: false, code: 'check_digit', at: 17 }],
    ['000000000000000000', { ok: false, code: 'characters', at: 0 }],
  ];
  for (const [code, expected] of cases) assert.deepEqual(checkUscc(code), expected, code);
});

test('an inner 组织机构代码 with a wrong check digit is found although the outer one fits', () => {
  const body = '11441700007280421';
  assert.deepEqual(checkUscc(body + usccCheckCharacter(body)), { ok: false, code: 'organisation_code', at: 16 });
});

test('any one wrong character and any two swapped neighbours of a 统一社会信用代码 are found', () => {
  for (const code of REAL_USCC) {
    for (let i = 0; i < 18; i++) {
      for (const c of USCC_ALPHABET) {
        if (c !== code[i])
          assert.equal(checkUscc(code.slice(0, i) + c + code.slice(i + 1)).ok, false, `${code} ${i} ${c}`);
      }
      if (i < 17 && code[i] !== code[i + 1]) {
        assert.equal(
          checkUscc(code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2)).ok,
          false,
          `${code} swap ${i}`,
        );
      }
    }
  }
});

test('an 组织机构代码 passes with and without dash, in any case, and is printed with one', () => {
  assert.deepEqual(checkOrganisationCode('00001434-9'), { ok: true, value: '000014349', printed: '00001434-9' });
  assert.equal(checkOrganisationCode('000014349').ok, true);
  assert.equal(checkOrganisationCode('mb289196-x').ok, true);
  assert.equal(checkOrganisationCode('ＭＢ２８９１９６－Ｘ').ok, true);
});

test('a wrong 组织机构代码 is told what is wrong', () => {
  assert.deepEqual(checkOrganisationCode('000014348'), { ok: false, code: 'check_digit', at: 8 });
  assert.deepEqual(checkOrganisationCode('00001434'), { ok: false, code: 'length' });
  assert.deepEqual(checkOrganisationCode('00001434A'), { ok: false, code: 'characters', at: 8 });
  assert.deepEqual(checkOrganisationCode('0000-14349'), { ok: false, code: 'characters', at: 4 });
  assert.deepEqual(checkOrganisationCode('000000000'), { ok: false, code: 'characters', at: 0 });
  assert.deepEqual(checkOrganisationCode(''), { ok: false, code: 'length' });
});

test('every body of an 组织机构代码 has one check character that passes', () => {
  const random = seeded(11714);
  for (let i = 0; i < 2000; i++) {
    const body = Array.from({ length: 8 }, () => '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[random(35)]).join('');
    const passing = [...'0123456789X'].filter((c) => checkOrganisationCode(body + c).ok);
    assert.deepEqual(passing, [organisationCheckCharacter(body)]);
  }
});

const TODAY = '2026-11-02';
const id = (body: string): string => body + citizenIdCheckCharacter(body);

test('a 居民身份证 number shows birthday, sex and region, and takes a small or full-width x', () => {
  const expected = {
    ok: true,
    value: '11010519491231002X',
    document: 'idCard',
    region: '110105',
    birthDate: '1949-12-31',
    sex: 'female',
  };
  for (const typed of [
    '11010519491231002X',
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002×',
  ]) {
    assert.deepEqual(checkCitizenId(typed, TODAY), expected, typed);
  }
  const male = checkCitizenId(id('34052419800101001'), TODAY);
  assert.equal(male.ok && male.sex, 'male');
});

test('residents from 香港, 澳门 and 台湾 can use the number of their residence permit', () => {
  for (const region of ['810000', '820000', '830000']) {
    const check = checkCitizenId(id(`${region}19900101001`), TODAY);
    assert.equal(check.ok && check.document, 'residencePermit');
  }
});

test('a region that is no longer on the list does not make an 身份证 wrong', () => {
  assert.equal(checkCitizenId(id('51020219600101001'), TODAY).ok, true); // 重庆 as part of 四川
});

test('a wrong 身份证 is told what is wrong, and the answer never holds the number', () => {
  const cases: [string, object][] = [
    ['', { ok: false, code: 'length' }],
    ['110105491231002', { ok: false, code: 'old_length' }],
    ['1101051949123100', { ok: false, code: 'length' }],
    ['11010519491231002A', { ok: false, code: 'characters', at: 17 }],
    ['1101O519491231002X', { ok: false, code: 'characters', at: 4 }],
    ['01010519491231002X', { ok: false, code: 'characters', at: 0 }],
    ['110105194912310021', { ok: false, code: 'check_digit', at: 17 }],
    [id('11010519490230002'), { ok: false, code: 'date', at: 6 }],
    [id('11010519001301002'), { ok: false, code: 'date', at: 6 }],
    [id('11010500000101002'), { ok: false, code: 'date', at: 6 }],
    [id('11010520261103002'), { ok: false, code: 'future', at: 6 }],
    [id('11010518761101002'), { ok: false, code: 'age', at: 6 }],
  ];
  for (const [number, expected] of cases) assert.deepEqual(checkCitizenId(number, TODAY), expected, number);
  assert.equal(checkCitizenId(id('11010520261102002'), TODAY).ok, true, 'born today');
  assert.equal(checkCitizenId(id('11010518761102002'), TODAY).ok, true, '150 years today');
  assert.equal(checkCitizenId(id('11010519000229002'), TODAY).ok, false, '1900 had no 29 February');
  assert.equal(checkCitizenId(id('11010520000229002'), TODAY).ok, true);
});

test('any one wrong digit of an 身份证 is found', () => {
  const code = '11010519491231002X';
  for (let i = 0; i < 17; i++) {
    for (const c of '0123456789') {
      if (c !== code[i]) assert.equal(checkCitizenId(code.slice(0, i) + c + code.slice(i + 1), TODAY).ok, false);
    }
  }
});

test('a 行政区划 code tells its level and the units above it', () => {
  const level = (code: string) => {
    const check = checkRegionCode(code);
    return check.ok && check.level;
  };
  assert.deepEqual(checkRegionCode('341881'), {
    ok: true,
    value: '341881',
    level: 'county',
    province: '340000',
    prefecture: '341800',
    county: '341881',
  });
  assert.equal(level('340000'), 'province');
  assert.equal(level('152900'), 'prefecture');
  assert.equal(level('460400'), 'prefecture');
  assert.equal(level('341881000000'), 'county');
  assert.equal(level('341881102000'), 'township');
  assert.equal(level('341881102203'), 'village');
  assert.equal(level('340000000000'), 'province');
  assert.equal(level('６５２９２４'), 'county');
  assert.deepEqual(checkRegionCode('3418'), { ok: false, code: 'length' });
  assert.deepEqual(checkRegionCode('341881102'), { ok: false, code: 'length' });
  assert.deepEqual(checkRegionCode('34188x'), { ok: false, code: 'characters', at: 5 });
  assert.deepEqual(checkRegionCode('000000'), { ok: false, code: 'characters', at: 0 });
});

test('numbers are read in every script that forms are filled in with', () => {
  const cases: [string, number | undefined][] = [
    ['20', 20],
    ['２０', 20],
    ['二十', 20],
    ['十', 10],
    ['十五', 15],
    ['三十', 30],
    ['七十三', 73],
    ['一百', 100],
    ['一百零五', 105],
    ['一百二十', 120],
    ['两', 2],
    ['貳拾', 20],
    ['廿', 20],
    ['廿一', 21],
    ['卅', 30],
    ['二〇二六', 2026],
    ['一千二百', 1200],
    ['零', 0],
    ['007', 7],
    ['', undefined],
    ['百', undefined],
    ['十十', undefined],
    ['二三十', undefined],
    ['甲', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['123456', undefined],
  ];
  for (const [text, expected] of cases) assert.equal(readNumber(text), expected, text);
  assert.equal(toHalfWidth('（２０２６）／Ａ　'), '(2026)/A ');
  assert.equal(codePointLength('𠮷野家'), 3);
});
