import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { normaliseDocNumber } from '../../packages/schema/src/codes/doc-number.js';
import { makeIndexNumber, readIndexNumber } from '../../packages/schema/src/codes/index-number.js';
import {
  checkCaseNumber,
  checkCatalogCode,
  checkTaskCode,
  checkTaskHandleItem,
  readItemCode,
} from '../../packages/schema/src/codes/item-code.js';
import { maskId, maskName, maskPhone } from '../../packages/schema/src/codes/masks.js';
import { checkName } from '../../packages/schema/src/codes/name.js';
import { checkMobile, checkPhone, checkPostcode } from '../../packages/schema/src/codes/phone.js';

test('a 基本编码 shows its parts, with and without sub-items', () => {
  assert.deepEqual(checkCatalogCode('000164213003'), {
    ok: true,
    value: '000164213003',
    province: '00',
    taskType: '01',
    mainItem: '64213',
    subItem: '003',
    hasSubItems: false,
  });
  const main = checkCatalogCode('00016421300y');
  assert.ok(main.ok && main.hasSubItems && main.value === '00016421300Y');
  assert.equal(checkCatalogCode('442199806003').ok, true);
  assert.deepEqual(checkCatalogCode('00016421300'), { ok: false, code: 'length' });
  assert.deepEqual(checkCatalogCode('00016421300X'), { ok: false, code: 'characters', at: 11 });
  assert.deepEqual(checkCatalogCode('00016421310Y'), { ok: false, code: 'characters', at: 9 });
  assert.deepEqual(checkCatalogCode('0001A4213003'), { ok: false, code: 'characters', at: 4 });
});

const TASK = '12441500196720244T3442199806003';

test('a 实施编码 of 31 to 36 characters shows the office, level and item in it', () => {
  const check = checkTaskCode(TASK);
  assert.ok(check.ok);
  assert.equal(check.uscc, '12441500196720244T');
  assert.equal(check.level, '3');
  assert.equal(check.catalogCode, '442199806003');
  assert.equal(check.taskType, '21');
  assert.equal(checkTaskCode('11341881MB0TE7T15U4000118016000').ok, true);
  const longer = checkTaskCode(`${TASK}00A12`);
  assert.ok(longer.ok && longer.suffix === '00A12');
});

test('a wrong 实施编码 is told which part is wrong', () => {
  assert.deepEqual(checkTaskCode(TASK.slice(1)), { ok: false, code: 'length' });
  assert.deepEqual(checkTaskCode(`${TASK}000000`), { ok: false, code: 'length' });
  assert.deepEqual(checkTaskCode(TASK.replace('T3', 'X3')), { ok: false, code: 'uscc', at: 17 });
  assert.deepEqual(checkTaskCode(TASK.replace('T3', 'T7')), { ok: false, code: 'level', at: 18 });
  assert.deepEqual(checkTaskCode(`${TASK.slice(0, -1)}Z`), { ok: false, code: 'characters', at: 30 });
  assert.deepEqual(checkTaskCode(`${TASK}-1`), { ok: false, code: 'characters', at: 31 });
});

test('a 业务办理项编码 and a 办件编号 show what follows the 实施编码', () => {
  const item = checkTaskHandleItem(`${TASK}02`);
  assert.ok(item.ok && item.taskCode === TASK && item.handleItem === '02');
  assert.deepEqual(checkTaskHandleItem(`${TASK}0A`), { ok: false, code: 'characters', at: 32 });
  const found = checkCaseNumber(`${TASK}202206230068`);
  assert.ok(found.ok && found.date === '2022-06-23' && found.serial === 68 && found.taskCode === TASK);
  assert.deepEqual(checkCaseNumber(`${TASK}202202300068`), { ok: false, code: 'date', at: 31 });
  assert.deepEqual(checkCaseNumber(TASK), { ok: false, code: 'length' });
});

test('any 事项编码 is told apart by its form, and local ones are accepted', () => {
  const form = (text: string) => {
    const check = readItemCode(text);
    return check.ok ? [check.form, check.failure] : check.code;
  };
  assert.deepEqual(form('000164213003'), ['catalog', undefined]);
  assert.deepEqual(form(TASK), ['task', undefined]);
  assert.deepEqual(form(`${TASK}0`), ['task', undefined]);
  assert.deepEqual(form(`${TASK}02`), ['taskHandleItem', undefined]);
  assert.deepEqual(form(`${TASK}202206230068`), ['case', undefined]);
  assert.deepEqual(form('62052400MZ-XK-0001'), ['local', undefined]);
  assert.deepEqual(form('XK0010100Y'), ['local', undefined]);
  assert.deepEqual(form(TASK.replace('T3', 'X3')), ['local', 'uscc']);
  assert.equal(form(''), 'empty');
  assert.equal(form('1'.repeat(51)), 'length');
  assert.equal(form('<b>1</b>'), 'characters');
  const local = readItemCode(' xk-0001 ');
  assert.equal(local.ok && local.value, 'xk-0001');
});

test('every real form of 索引号 is accepted and taken apart where it can be', () => {
  assert.deepEqual(readIndexNumber('11441700007280420Y/2021-00050'), {
    ok: true,
    value: '11441700007280420Y/2021-00050',
    form: 'A',
    publisher: '11441700007280420Y',
    year: 2021,
    serial: 50,
  });
  assert.deepEqual(readIndexNumber('113417020032563511/202504-00057'), {
    ok: true,
    value: '113417020032563511/202504-00057',
    form: 'A-month',
    publisher: '113417020032563511',
    year: 2025,
    month: 4,
    serial: 57,
  });
  assert.deepEqual(readIndexNumber('000014349/2017-00110'), {
    ok: true,
    value: '000014349/2017-00110',
    form: 'B',
    publisher: '000014349',
    year: 2017,
    serial: 110,
  });
  for (const other of [
    '01527918X-2020-153077',
    '12370303MB289196XT/2022-5257031',
    '530000001001201900012',
    '113417020032563511/202513-00057',
    '浙A〔2020〕1',
  ]) {
    assert.deepEqual(readIndexNumber(other), { ok: true, value: other, form: 'C' }, other);
  }
});

test('an 索引号 typed in full width or with a dash inside comes out in one form', () => {
  for (const typed of [
    '０００００１４３４９／２０１７－００１１０'.slice(1),
    '00001434-9/2017-00110',
    '000014349/2017—00110',
    ' 000014349 / 2017-00110 ',
  ]) {
    const check = readIndexNumber(typed);
    assert.equal(check.ok && check.value, '000014349/2017-00110', typed);
  }
});

test('an 索引号 with a doubtful publisher is accepted, for it must not change, but says so', () => {
  const check = readIndexNumber('000014348/2017-00110');
  assert.ok(check.ok && check.form === 'B' && check.publisherFailure === 'check_digit');
});

test('an 索引号 that is empty, endless or holds control characters is refused', () => {
  assert.deepEqual(readIndexNumber(' \u200b'), { ok: false, code: 'empty' });
  assert.deepEqual(readIndexNumber('1'.repeat(101)), { ok: false, code: 'length' });
  assert.deepEqual(readIndexNumber('12\u000034'), { ok: false, code: 'characters', at: 2 });
});

test('new 索引号 are made in form A and read back; impossible ones are not made', () => {
  const made = makeIndexNumber('11341881mb0te7t15u', 2026, 7);
  assert.equal(made, '11341881MB0TE7T15U/2026-00007');
  const read = readIndexNumber(made);
  assert.ok(read.ok && read.form === 'A' && read.serial === 7 && !read.publisherFailure);
  for (const [code, year, serial] of [
    ['000014349', 2026, 1],
    ['11341881MB0TE7T15U', 26, 1],
    ['11341881MB0TE7T15U', 2026, 0],
    ['11341881MB0TE7T15U', 2026, 100000],
    ['11341881MB0TE7T15U', 2026, 1.5],
  ] as const) {
    assert.throws(() => makeIndexNumber(code, year, serial), RangeError);
  }
});

const doc = (text: string): string => {
  const check = normaliseDocNumber(text);
  return check.ok ? check.text : check.code;
};

test('a 文号 is put right whatever happened to its brackets, digits and spaces', () => {
  for (const year of [
    '〔2017〕',
    '[2017]',
    '［2017］',
    '【2017】',
    '(2017)',
    '（2017）',
    '﹝2017﹞',
    '〈2017〉',
    '《2017》',
    '<2017>',
    '„2017‟',
    '“2017”',
    '〖2017〗',
    '{2017}',
    '〔２０１７〕',
    '[2017）',
    ' 〔 2017 〕 ',
    '〔2017年〕',
  ]) {
    assert.equal(doc(`国办发${year}47号`), '国办发〔2017〕47号', year);
  }
  assert.equal(doc('国办发〔2017〕４７号'), '国办发〔2017〕47号');
  assert.equal(doc('国办发〔2017〕47'), '国办发〔2017〕47号');
  assert.equal(doc('国办发〔2017〕047号'), '国办发〔2017〕47号');
  assert.equal(doc('国办发〔2017〕第47号'), '国办发〔2017〕47号');
  assert.equal(doc('国办发〔2017〕47号文件'), '国办发〔2017〕47号');
  assert.equal(doc('文号：国办发〔2017〕47号'), '国办发〔2017〕47号');
  assert.deepEqual(normaliseDocNumber('贵府办字„2010‟125号'), {
    ok: true,
    value: '贵府办字〔2010〕125号',
    issuerMark: '贵府办字',
    year: 2010,
    number: 125,
    text: '贵府办字〔2010〕125号',
  });
});

test('orders and yearly notices keep their own form', () => {
  assert.deepEqual(normaliseDocNumber('国务院令第711号'), {
    ok: true,
    value: '国务院令第711号',
    issuerMark: '国务院令',
    number: 711,
    text: '国务院令第711号',
  });
  const order = normaliseDocNumber('中华人民共和国主席令第七十三号');
  assert.ok(order.ok && order.number === 73 && order.text === '中华人民共和国主席令第七十三号');
  assert.equal(doc('河北省政府令〔2009〕第9号'), '河北省政府令〔2009〕第9号');
  assert.equal(doc('国家税务总局公告2024年第5号'), '国家税务总局公告2024年第5号');
});

test('what is no 文号 is refused with a reason', () => {
  for (const empty of ['', '  ', '无', '—', '/']) assert.equal(doc(empty), 'empty');
  for (const form of [
    '关于印发通知',
    '〔2017〕47号',
    '国办发2017 47号',
    '国办发〔17〕47号',
    '国办发〔2017〕号',
    '<script>alert(1)</script>',
    '第号',
    '水利部令第甲号',
  ]) {
    assert.equal(doc(form), 'form', form);
  }
  assert.equal(doc('国办发〔1017〕47号'), 'year');
  assert.equal(doc('国办发〔2017〕47号、国办发〔2019〕54号'), 'several');
});

test('reading a hostile 文号 or name takes no longer than an honest one', () => {
  const start = performance.now();
  for (const piece of ['国', '〔', '第', '2017', '号', '·', ' ']) {
    normaliseDocNumber(piece.repeat(50_000));
    checkName(piece.repeat(50_000));
    checkPhone(piece.repeat(50_000));
  }
  assert.ok(performance.now() - start < 2000);
});

const listing = new URL('../../../shared/data/listing/govcn-2018-2019.csv', import.meta.url);
test(
  'every 索引号 and 发文字号 of a real list of 国务院 documents is read',
  { skip: existsSync(listing) ? false : 'the folder with real data is not beside the repository' },
  () => {
    const rows = readFileSync(listing, 'utf8').trim().split(/\r?\n/).slice(1);
    let numbers = 0;
    for (const row of rows) {
      const index = readIndexNumber(row.split(',')[0]!);
      assert.ok(index.ok && index.form === 'B' && !index.publisherFailure, row);
      const number = /,([^,]*〔\d{4}〕\d+号),/.exec(row)?.[1];
      if (number) assert.equal(doc(number), number, row);
      if (number) numbers++;
    }
    assert.ok(rows.length > 20 && numbers > 20, `${rows.length} rows, ${numbers} numbers`);
  },
);

test('telephone numbers are recognised as they are printed', () => {
  const cases: [string, string, string][] = [
    ['13800138000', 'mobile', '13800138000'],
    ['138 0013 8000', 'mobile', '13800138000'],
    ['+86 138-0013-8000', 'mobile', '13800138000'],
    ['0563-4010000', 'landline', '0563-4010000'],
    ['05634010000', 'landline', '0563-4010000'],
    ['（0563）4010000', 'landline', '0563-4010000'],
    ['010-12345678', 'landline', '010-12345678'],
    ['4010000', 'landline', '4010000'],
    ['0563－4010000转8', 'landline', '0563-4010000-8'],
    ['０５６３—４０１００００', 'landline', '0563-4010000'],
    ['12345', 'short', '12345'],
    ['110', 'short', '110'],
    ['400-800-1234', 'service', '400-800-1234'],
  ];
  for (const [text, kind, value] of cases) assert.deepEqual(checkPhone(text), { ok: true, value, kind }, text);
  for (const [text, code] of [
    ['', 'length'],
    ['12', 'length'],
    ['123456', 'length'],
    ['1380013800', 'form'],
    ['0563-401000', 'form'],
    ['电话同上', 'characters'],
    ['1'.repeat(40), 'length'],
  ] as const) {
    const check = checkPhone(text);
    assert.equal(!check.ok && check.code, code, text);
  }
});

test('a mobile number and a postcode are checked', () => {
  assert.deepEqual(checkMobile('１３８ 0013 8000'), { ok: true, value: '13800138000' });
  assert.deepEqual(checkMobile('12800138000'), { ok: false, code: 'characters', at: 1 });
  assert.deepEqual(checkMobile('23800138000'), { ok: false, code: 'characters', at: 0 });
  assert.deepEqual(checkMobile('1380013800'), { ok: false, code: 'length' });
  assert.deepEqual(checkMobile('1380013800a'), { ok: false, code: 'characters', at: 10 });
  assert.deepEqual(checkPostcode('２４２３００'), { ok: true, value: '242300' });
  assert.deepEqual(checkPostcode('24230'), { ok: false, code: 'length' });
  assert.deepEqual(checkPostcode('000000'), { ok: false, code: 'characters', at: 0 });
});

const name = (text: string): string => {
  const check = checkName(text);
  return check.ok ? check.value : `! ${check.code}${check.at === undefined ? '' : ` ${check.at}`}`;
};

test('people with minority, foreign and rare names can give their name', () => {
  for (const plain of [
    '张三',
    '欧阳娜娜',
    '买买提·艾力',
    '𠮷𠀀',
    '〇',
    '㛃',
    'ཚེ་རིང',
    'ئەلى',
    'Jean-Luc O’Neil',
    'J. Smith',
    '⿰氵莫',
    '\ue863',
    '王A',
    '金·Kim',
  ]) {
    assert.equal(name(plain), plain);
  }
  for (const dot of ['.', '．', '•', '‧', '・', '･', ' · ', '∙', '⋅', '·'])
    assert.equal(name(`买买提${dot}艾力`), '买买提·艾力', dot);
  assert.equal(name(' 张  三\u200b'), '张三');
  assert.equal(name('Ａｎｎａ'), 'Anna');
  // NFC joins, NFKC would change the character.
  assert.equal(name('e\u0301'), 'é');
  assert.equal(name('㍿'), '! characters 0');
  assert.equal([...'𠮷'.repeat(50)].length, 50);
  assert.equal(name('𠮷'.repeat(50)), '𠮷'.repeat(50));
});

test('what is no name is refused with its place', () => {
  assert.equal(name(''), '! empty');
  assert.equal(name(' \u200b '), '! empty');
  assert.equal(name('𠮷'.repeat(51)), '! length');
  assert.equal(name('张3'), '! characters 1');
  assert.equal(name('张<b>'), '! characters 1');
  assert.equal(name('···'), '! characters 0');
  assert.equal(name('张\u0000'), '! characters 1');
});

test('masked names, numbers and telephones show no more than they should', () => {
  assert.equal(maskName('张三'), '张*');
  assert.equal(maskName('欧阳娜娜'), '欧*');
  assert.equal(maskName('𠮷野'), '𠮷*');
  assert.equal(maskName('买买提·艾力'), '买*');
  assert.equal(maskName('张'), '*');
  assert.equal(maskName('e\u0301va'), 'e\u0301*');
  assert.equal(maskId('11010519491231002X'), '1****************X');
  assert.equal(maskId('12'), '**');
  assert.equal(maskPhone('13800138000'), '138****8000');
  assert.equal(maskPhone('+86 138-0013-8000'), '138****8000');
  assert.equal(maskPhone('0563-4010000'), '**********00');
  assert.equal(maskPhone('110'), '***');
  for (const mask of [maskName, maskId, maskPhone]) assert.match(mask(''), /^\*?$/);
});
