/** Guides out of a sheet with one guide a row, and out of the two-column form that hangs at the window. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Guide, findIssues } from '@zwgk/schema';
import { describeImport, importFile } from '@zwgk/publish/import';
import { workbook } from '../support/workbook.js';

const bytes = (text: string) => new TextEncoder().encode(text);
function guides(file: Uint8Array) {
  const { value, issues, kind } = importFile(file, { title: '指南' });
  const told = describeImport(issues).join('\n');
  assert.equal(kind, 'guide', told);
  const list = (value ?? []) as readonly Guide[];
  for (const guide of list) assert.deepEqual(findIssues(Guide, guide), []);
  return { list, told };
}

test('one guide a row: limits, materials, fees, phones, codes', () => {
  const { list, told } = guides(
    workbook({
      指南: {
        rows: [
          ['清河县民政局办事指南', ...Array<null>(9).fill(null)],
          [
            '序号',
            '事项名称',
            '受理条件',
            '申请材料',
            '办理地点',
            '办公时间',
            '联系电话',
            '法定时限',
            '承诺时限（工作日）',
            '收费',
            '服务对象',
            '经办科室',
          ],
          [
            1,
            '高龄津贴申领',
            '年满八十周岁',
            '1.身份证原件\n2.户口簿复印件',
            '县政务服务中心一楼3号窗口',
            '工作日 8:30—17:30',
            '0531-86012345、0531-86012346',
            '20个工作日',
            10,
            '不收费',
            '个人',
            '福利股',
          ],
          [
            2,
            '残疾人证办理',
            '符合条件',
            '①申请表②照片',
            '同上',
            '同上',
            '同上',
            '30日内（不含鉴定）',
            '即时办结',
            '工本费10元',
            '法人',
            null,
          ],
        ],
        merges: ['A1:L1'],
      },
    }),
  );
  assert.deepEqual(list[0], {
    taskName: '高龄津贴申领',
    acceptConditions: '年满八十周岁',
    materials: [
      { order: 1, name: '身份证原件' },
      { order: 2, name: '户口簿复印件' },
    ],
    places: [{ address: '县政务服务中心一楼3号窗口' }],
    officeHours: '工作日 8:30—17:30',
    consult: [
      { kind: '电话', value: '0531-86012345' },
      { kind: '电话', value: '0531-86012346' },
    ],
    statutoryDays: 20,
    statutoryUnit: 'workday',
    promisedDays: 10,
    promisedUnit: 'workday',
    charged: false,
    serviceTargets: ['1'],
    经办科室: '福利股',
  });
  const second = list[1]!;
  assert.deepEqual(
    [second.statutoryDays, second.statutoryUnit, second.statutoryNote],
    [30, 'day', '30日内（不含鉴定）'],
  );
  assert.deepEqual([second.projectType, second.promisedNote, second.promisedDays], ['1', '即时办结', undefined]);
  assert.deepEqual([second.charged, second.fees], [true, [{ name: '工本费10元' }]]);
  assert.equal((second as Record<string, unknown>)['服务对象'], '法人');
  assert.match(told, /第 4 行“服务对象”列：“法人”不在规定的写法中/);
  assert.match(told, /“经办科室”列：提示：列名不在规范字段中/);
});

test('the form at the window: names and contents in two or four columns, names that span rows', () => {
  const { list, told } = guides(
    workbook({
      临时救助: {
        rows: [
          ['临时救助办事指南', null, null, null],
          ['事项名称', '临时救助对象认定', '实施主体', '县民政局'],
          ['设定依据', '《社会救助暂行办法》；《临时救助办法》第三条', null, null],
          ['申请条件', '家庭遭遇突发事件', null, null],
          ['申请材料', '身份证', null, null],
          [null, '诊断证明', null, null],
          ['办理流程', '申请→受理：当场登记→审核', null, null],
          ['办理时限', '15', '是否收费', '否'],
          ['监督电话', '12345', '责任股', '救助股'],
        ],
        merges: ['A1:D1', 'B3:D3', 'B4:D4', 'B5:D5', 'B6:D6', 'A5:A6', 'B7:D7'],
      },
    }),
  );
  assert.deepEqual(list, [
    {
      taskName: '临时救助对象认定',
      deptName: '县民政局',
      legalBasis: [{ title: '《社会救助暂行办法》' }, { title: '《临时救助办法》第三条' }],
      acceptConditions: '家庭遭遇突发事件',
      materials: [
        { order: 1, name: '身份证' },
        { order: 2, name: '诊断证明' },
      ],
      flow: [{ stage: '申请' }, { stage: '受理', description: '当场登记' }, { stage: '审核' }],
      promisedNote: '15',
      charged: false,
      complaint: [{ kind: '电话', value: '12345' }],
      责任股: '救助股',
    },
  ]);
  assert.match(told, /工作表“临时救助”第 8 行“办理时限”列：“15”没有写单位/);
});

test('rows without a name are told; a sheet that is no guide says what it needs', () => {
  const { list, told } = guides(bytes('事项名称,受理条件,申请材料,办理地点\n,年满八十,身份证,窗口\n甲,乙,丙,丁\n'));
  assert.equal(list.length, 1);
  assert.match(told, /没有事项名称，没有导入/);
  const { value, issues } = importFile(bytes('姓名,电话\n张三,1\n'), { as: 'guide' });
  assert.equal(value, undefined);
  assert.match(describeImport(issues).join('\n'), /没有找到办事指南：要有“事项名称”/);
});
