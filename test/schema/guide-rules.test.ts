import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkGuide, missingKeyElements, type GuideRule } from '../../packages/schema/src/guide-rules.js';
import { Guide } from '../../packages/schema/src/guide.js';
import { readLenient } from '../../packages/schema/src/issues.js';
import { rekeyGuide } from '../support/rekey-guide.js';

const examples = fileURLToPath(new URL('../../packages/schema/examples/guides/', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/data/guide/', import.meta.url));
const read = (folder: string, name: string) => JSON.parse(readFileSync(folder + name, 'utf8')) as unknown;
const guide = (value: unknown): Guide => {
  const { value: found } = readLenient(Guide, value);
  assert.ok(found, 'the test needs a guide that can be read');
  return found;
};
const good = guide(read(examples, 'road-occupation.json'));
const rules = (change: Partial<Guide>): GuideRule[] => {
  const before = checkGuide(good).map((finding) => JSON.stringify(finding));
  return checkGuide({ ...good, ...change } as Guide)
    .filter((finding) => !before.includes(JSON.stringify(finding)))
    .map(({ rule }) => rule);
};

describe('checkGuide', () => {
  test('the shipped guides have no defect that contradicts a rule', () => {
    for (const name of readdirSync(examples)) {
      const errors = checkGuide(guide(read(examples, name))).filter(({ severity }) => severity === 'error');
      assert.deepEqual(errors, [], name);
    }
  });

  test('every finding names rule, field and clause, and no finding repeats what a telephone field holds', () => {
    const findings = checkGuide(guide({ taskName: '甲', consult: [{ kind: '电话', value: '13800000000x' }] }));
    assert.ok(findings.length > 10);
    for (const { rule, path, clause } of findings) assert.ok(rule && path.length && clause);
    assert.ok(!JSON.stringify(findings).includes('13800000000'));
  });

  test('a guide with only a name lacks seven of the eight key elements', () => {
    assert.deepEqual(missingKeyElements(guide({ taskName: '甲' })), [
      'legalBasis',
      'acceptConditions',
      'materials',
      'places',
      'officeHours',
      'phone',
      'flow',
    ]);
    const findings = checkGuide(guide({ taskName: '甲' })).filter(({ rule }) => rule === 'key-element');
    assert.deepEqual(
      findings.map(({ inputs }) => inputs['missing']),
      [7, 7, 7, 7, 7, 7, 7],
    );
  });

  test('a dash in a field counts as nothing', () => {
    assert.ok(missingKeyElements(guide({ taskName: '甲', acceptConditions: '——' })).includes('acceptConditions'));
    assert.ok(!missingKeyElements(guide({ taskName: '甲', acceptConditions: '无' })).includes('acceptConditions'));
  });

  test('a penalty needs no materials', () => {
    assert.ok(!missingKeyElements(guide({ taskName: '甲', taskType: '02' })).includes('materials'));
  });

  test('a promise longer than the law allows is found, unless the law sets no limit or the units differ', () => {
    assert.deepEqual(rules({ promisedDays: 21 }), ['promise-exceeds-law']);
    assert.deepEqual(rules({ promisedDays: 20 }), []);
    assert.deepEqual(rules({ promisedDays: 30, statutoryDays: 0 }), []);
    assert.deepEqual(rules({ promisedDays: 25, promisedUnit: 'day' }), []);
  });

  test('an item done at once promises no days', () => {
    assert.deepEqual(rules({ projectType: '1' }), ['immediate-with-days']);
    assert.deepEqual(rules({ projectType: '1', promisedDays: 0 }), []);
    assert.deepEqual(rules({ projectType: '1', promisedDays: 2, promisedUnit: 'hour' }), []);
  });

  test('the steps from acceptance on may not take longer than is promised', () => {
    const flow = [
      { stage: '公示', timeLimit: { raw: '5个工作日', kind: 'workingDays' as const, value: 5 } },
      { stage: '受理', timeLimit: { raw: '1个工作日', kind: 'workingDays' as const, value: 1 } },
      { stage: '审查', timeLimit: { raw: '3个工作日', kind: 'workingDays' as const, value: 3 } },
    ];
    assert.deepEqual(rules({ flow }), ['steps-exceed-promise']);
    assert.deepEqual(rules({ flow: flow.slice(0, 2) }), []);
  });

  test('a permit takes at most 20 working days by law unless the guide says why', () => {
    const { statutoryNote: _, ...bare } = good;
    const found = checkGuide({ ...bare, statutoryDays: 30 } as Guide).map(({ rule }) => rule);
    assert.ok(found.includes('permit-over-20'));
    assert.deepEqual(rules({ statutoryDays: 30 }), []);
    assert.deepEqual(rules({ deliveryTime: '作出决定后15个工作日内' }), ['delivery-over-10']);
    assert.deepEqual(rules({ deliveryTime: '作出决定后10个工作日内' }), []);
  });

  test('no visit needs another way in, and a visit needs a reason', () => {
    assert.deepEqual(rules({ visits: 0, online: false, express: false, handleForms: ['1'] }), ['no-visit-no-channel']);
    assert.deepEqual(rules({ visits: 0, online: false, express: true, handleForms: ['1'] }), []);
    assert.deepEqual(rules({ visitReason: '' }), ['visit-reason']);
  });

  test('fees and the word on fees must agree, and each fee needs standard and basis', () => {
    assert.deepEqual(rules({ charged: false }), ['fees-though-free']);
    assert.deepEqual(rules({ fees: [] }), ['charged-without-fees']);
    assert.deepEqual(rules({ fees: [{ name: '费', reducible: true }] }), [
      'fee-incomplete',
      'fee-incomplete',
      'fee-incomplete',
    ]);
    assert.deepEqual(rules({ charged: false, fees: [] }), []);
  });

  test('codes are checked by length and check digit, and against each other', () => {
    assert.deepEqual(rules({ catalogCode: '1' }), ['code-invalid']);
    assert.deepEqual(rules({ deptCode: '11880121MB9C20076B' }), ['code-invalid']);
    assert.deepEqual(rules({ catalogCode: '000164213003' }), ['code-mismatch']);
    assert.deepEqual(rules({ deptType: '3' }), ['entrust-missing']);
    assert.deepEqual(rules({ planCancel: '1970-01-01' }), ['date-placeholder']);
  });

  test('materials: same file for blank and sample, doubled numbers, numbers that situations invent', () => {
    assert.deepEqual(rules({ materials: [{ name: '表', blankForm: '/a.doc', sampleForm: '/a.doc' }] }), [
      'sample-is-blank',
    ]);
    assert.deepEqual(
      rules({
        materials: [
          { name: '甲', order: 1 },
          { name: '乙', order: 1 },
        ],
      }),
      ['duplicate-order'],
    );
    const situations = [{ id: 'a', question: '？', options: [{ value: 'x', label: '是', materials: [99] }] }];
    assert.deepEqual(rules({ situations }), ['situation-unknown-material']);
    const issued = [{ name: '身份证', source: '20', necessity: '1', copies: 2 }];
    assert.deepEqual(rules({ materials: issued }), ['issued-by-government']);
  });

  test('what the text demands must be in the list of materials; laws in the same brackets are none', () => {
    assert.deepEqual(rules({ acceptConditions: '申请人应当提交《安全承诺书》。' }), ['material-not-listed']);
    assert.deepEqual(rules({ acceptConditions: '按照规定提交《城市道路管理条例》要求的材料。' }), []);
    assert.deepEqual(rules({ acceptConditions: '填写《临时占用城市道路申请表》。' }), []);
  });

  test('each number of a telephone field is checked', () => {
    assert.deepEqual(rules({ complaint: [{ kind: '电话', value: '12345、0460-0000104' }] }), []);
    assert.deepEqual(rules({ complaint: [{ kind: '电话', value: '12345、0460-00001' }] }), ['phone-format']);
    assert.deepEqual(rules({ complaint: [{ kind: '信件', value: '镇政府' }] }), []);
  });

  test(
    'real guides: what their pages leave out is found',
    { skip: existsSync(shared) ? false : 'no ../shared/data/guide beside the repository' },
    () => {
      const missing = Object.fromEntries(
        readdirSync(shared).map((name) => [
          name.slice(0, 2),
          missingKeyElements(guide(rekeyGuide(read(shared, name)))),
        ]),
      );
      assert.deepEqual(missing['02'], ['acceptConditions', 'places', 'officeHours', 'phone', 'flow']);
      // The column 办理时间 is there and empty.
      assert.deepEqual(missing['04'], ['acceptConditions', 'officeHours']);
      assert.deepEqual(missing['06'], ['places', 'officeHours']);
    },
  );
});
