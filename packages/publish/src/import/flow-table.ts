/** A table of steps (环节、岗位、时限、下一步) → 权力运行流程图 (`FlowChart`), one chart a sheet. */
import type { FlowChart, FlowNode, FlowRisk } from '@zwgk/schema';
import { ownField, titleAbove } from './catalogue.js';
import { findTable, type Column, type FieldNames, type Table } from './columns.js';
import { finishChart, MOST_NODES, type FlowDraftNode } from './flow-finish.js';
import { readNext, stepName } from './flow-next.js';
import { Issues, type Imported } from './issues.js';
import { dataRows, type DataRow } from './rows.js';
import { placeIn, type Sheet } from './sheet.js';
import { basisParts } from './standard.js';
import { asCode, isNothing, oneLine, partsOf, readMark } from './values.js';

export const stepFields: FieldNames = {
  names: {
    number: '序号 编号 步骤号 步骤编号 步骤序号 环节编号 环节序号 节点编号 no id',
    label:
      '环节名称 步骤名称 环节 步骤 流程环节 办理环节 流程步骤 工作环节 办理步骤 节点名称 节点 流程 程序 办理程序 名称 label',
    kind: '类型 节点类型 环节类型 步骤类型 kind',
    lane: '泳道 办理主体 责任主体 承办部门 承办机构 承办单位 承办科室 责任部门 责任单位 责任科室 办理部门 部门 lane',
    phase: '阶段 流程阶段 phase',
    post: '责任岗位 岗位 办理岗位 承办岗位 岗位/责任人 post',
    person: '责任人 办理人 办理人员 经办人 承办人 person',
    timeLimit: '办理时限 时限 办结时限 期限 承诺时限 时限要求 时间要求 timeLimit',
    next: '下一步 下一步骤 下一环节 流向 流转 去向 转向 后续步骤 后续环节 next',
    condition: '条件 流转条件 condition',
    basis: '依据 办理依据 法律依据 设定依据 basis',
    materials: '材料 所需材料 申请材料 提交材料 申报材料 materials',
    docs: '文书 出具文书 相关文书 文书名称 docs',
    risk: '廉政风险点 风险点 风险 风险表现',
    riskLevel: '风险等级 风险级别 等级',
    riskMeasures: '防控措施 防范措施 风险防控措施',
    riskResponsible: '防控责任人 风险责任人',
    isPublic: '是否公开 isPublic',
    phone: '监督电话 联系电话 电话 phone',
    note: '备注 说明 办理内容 工作内容 办理要求 工作要求 审查标准 审查要点 内容 note',
  },
};
const KINDS: Readonly<Record<string, FlowNode['kind']>> = {
  开始: 'start',
  起始: 'start',
  起点: 'start',
  步骤: 'step',
  环节: 'step',
  过程: 'step',
  判断: 'decision',
  判定: 'decision',
  审查: 'decision',
  文书: 'document',
  文档: 'document',
  结束: 'end',
  终止: 'end',
  终点: 'end',
  连接: 'connector',
  连接符: 'connector',
};
const LANES: Readonly<Record<string, string>> = {
  申请人: 'applicant',
  当事人: 'applicant',
  行政相对人: 'applicant',
  窗口: 'window',
  受理窗口: 'window',
  承办科室: 'handler',
  审核: 'reviewer',
  分管领导: 'leader',
  主要领导: 'chief',
  集体讨论: 'chief',
  第三方: 'thirdParty',
  专家: 'thirdParty',
  其他机关: 'otherOrg',
};
const PHASES: Readonly<Record<string, string>> = { 决策: 'decision', 执行: 'execution', 结果: 'result' };
const LEVELS: Readonly<Record<string, string>> = { 高: 'high', 中: 'medium', 低: 'low' };
const codeOf = (words: Readonly<Record<string, string>>, text: string): string =>
  Object.hasOwn(words, text) ? words[text]! : text;

type Fields = ReadonlyMap<string, Column>;
interface Step {
  readonly node: FlowDraftNode;
  readonly row: number;
  next: string;
  condition: string;
}

class Reader {
  readonly steps: Step[] = [];
  private readonly byName = new Map<string, string>();
  private readonly ids = new Set<string>();
  constructor(
    private readonly sheet: Sheet,
    private readonly fields: Fields,
    private readonly issues: Issues,
  ) {}
  private text(row: DataRow, field: string): string {
    const column = this.fields.get(field);
    const text = column ? (row.cell(column)?.text ?? '').trim() : '';
    return isNothing(oneLine(text)) ? '' : text;
  }
  place(row: number, field: string) {
    return placeIn(this.sheet, row, this.fields.get(field)?.label);
  }
  take(row: DataRow, own: readonly Column[]): void {
    const column = this.fields.get('label')!;
    const label = oneLine(this.text(row, 'label'));
    const last = this.steps[this.steps.length - 1];
    // A step that spans several rows has a risk, a document or a way out in each.
    if (last && (row.cell(column)?.merged === 'down' || (!label && !this.text(row, 'number')))) {
      if (!label) this.issues.add('step_continued', this.place(row.number, 'label'));
      this.add(last, row);
      return;
    }
    if (!label) {
      this.issues.add('step_without_name', this.place(row.number, 'label'));
      return;
    }
    const number = asCode(this.text(row, 'number')).replace(/[.、)]$/, '');
    let id = number || String(this.steps.length + 1);
    if (this.ids.has(id)) {
      if (number) this.issues.add('step_number_twice', this.place(row.number, 'number'), number);
      while (this.ids.has(id)) id += '+';
    }
    this.ids.add(id);
    for (const name of [stepName(number), stepName(label)])
      if (name && !this.byName.has(name)) this.byName.set(name, id);
    const step: Step = { node: { id, label, ...this.factsOf(row) }, row: row.number, next: '', condition: '' };
    for (const { label: heading, index } of own) {
      const text = row.cell({ index } as Column)?.text.trim();
      if (text && !isNothing(oneLine(text))) step.node[ownField(heading, step.node)] = text;
    }
    this.steps.push(step);
    this.add(step, row);
  }
  private factsOf(row: DataRow): Partial<FlowDraftNode> {
    const line = (field: string) => oneLine(this.text(row, field));
    const facts: Record<string, unknown> = {};
    const kind = line('kind');
    if (kind && Object.hasOwn(KINDS, kind)) facts['kind'] = KINDS[kind];
    else if (kind) this.issues.add('code_unknown', this.place(row.number, 'kind'), kind);
    if (line('lane')) facts['lane'] = codeOf(LANES, line('lane'));
    if (line('phase')) facts['phase'] = codeOf(PHASES, line('phase').replace(/阶段$/, ''));
    for (const field of ['post', 'person', 'timeLimit', 'phone']) if (line(field)) facts[field] = line(field);
    if (this.text(row, 'note')) facts['note'] = this.text(row, 'note');
    if (line('isPublic')) facts['isPublic'] = readMark(line('isPublic')) ?? !/不|否/.test(line('isPublic'));
    return facts;
  }
  /** What a step may have several of. */
  private add(step: Step, row: DataRow): void {
    const { node } = step;
    const more = (field: 'materials' | 'docs' | 'basis', parts: string[]) => {
      if (parts.length) node[field] = [...new Set([...(node[field] ?? []), ...parts])];
    };
    more('materials', partsOf(this.text(row, 'materials'), /[；;\n、]+/));
    more('docs', partsOf(this.text(row, 'docs'), /[；;\n、]+/));
    more('basis', basisParts(this.text(row, 'basis')));
    const point = oneLine(this.text(row, 'risk'));
    if (point && !(node.risks ?? []).some((risk) => risk.point === point)) {
      const level = oneLine(this.text(row, 'riskLevel'));
      const measures = partsOf(this.text(row, 'riskMeasures'), /[；;\n]+/);
      const responsible = oneLine(this.text(row, 'riskResponsible'));
      const risk: FlowRisk = {
        point,
        ...(level && { level: codeOf(LEVELS, level.replace(/级?风险$|级$/, '')) }),
        ...(measures.length && { measures }),
        ...(responsible && { responsible }),
      };
      node.risks = [...(node.risks ?? []), risk];
    }
    const next = this.text(row, 'next');
    if (next && !step.next.includes(next)) step.next += `${step.next && '\n'}${next}`;
    step.condition ||= oneLine(this.text(row, 'condition'));
  }
  /** Lines: as 下一步 says; from row to row where the table has no such column. */
  finish(title: string): FlowChart | undefined {
    const { steps, byName, issues, sheet } = this;
    const edges: FlowChart['edges'] = [];
    if (!this.fields.has('next')) {
      issues.add('next_assumed', placeIn(sheet));
      steps.slice(1).forEach(({ node }, i) => edges.push({ from: steps[i]!.node.id, to: node.id }));
      return finishChart({ title, nodes: steps.map(({ node }) => node), edges }, issues);
    }
    const nodes = steps.map(({ node }) => node);
    const endId = `${steps.length + 1}`;
    let ended = false;
    steps.forEach(({ node, next, row, condition }, i) => {
      const { ways, unread } = readNext(next, {
        byName,
        previous: steps[i - 1]?.node.id,
        following: steps[i + 1]?.node.id,
      });
      for (const part of unread) issues.add('next_unread', this.place(row, 'next'), part);
      const ends = ways.filter(({ to }) => typeof to === 'object');
      // A step that only ends is an end itself; one way among others to the end leads to an end of its own.
      if (ends.length === ways.length && ends.every(({ label }) => !label)) return;
      for (const { to, label = condition } of ways) {
        if (typeof to === 'object') ended = true;
        edges.push({ from: node.id, to: typeof to === 'object' ? `end-${endId}` : to, ...(label && { label }) });
      }
    });
    if (ended) nodes.push({ id: `end-${endId}`, kind: 'end', label: '结束' });
    return finishChart({ title, nodes, edges }, issues);
  }
}

function chartOf(table: Table, title: string, issues: Issues): FlowChart | undefined {
  const { sheet, columns } = table;
  const fields: Fields = new Map(columns.flatMap((column) => (column.field ? [[column.field, column]] : [])));
  const own = columns.filter(({ field, parts }) => !field && parts.length);
  for (const { label } of own) issues.add('column_own', placeIn(sheet, undefined, label));
  const reader = new Reader(sheet, fields, issues);
  for (const row of dataRows(table, fields.get('label'), issues))
    if ('section' in row) issues.add('line_unread', placeIn(sheet), row.section);
    else if (reader.steps.length < MOST_NODES) reader.take(row, own);
    else {
      issues.add('too_many_rows', placeIn(sheet), String(MOST_NODES));
      break;
    }
  if (!reader.steps.length) return void issues.add('no_rows', placeIn(sheet));
  if (fields.has('risk') && !fields.has('isPublic'))
    issues.add('risks_public', placeIn(sheet, undefined, fields.get('risk')?.label));
  return reader.finish(titleAbove(table) ?? title);
}

/** Reads each sheet that has a column of steps as a chart of its own. */
export function importSteps(sheets: readonly Sheet[], title: string): Imported<readonly FlowChart[]> {
  const issues = new Issues();
  const tables = sheets.flatMap((sheet) => findTable(sheet, stepFields, ['label'], issues) ?? []);
  for (const sheet of sheets)
    if (!sheet.list && !tables.some((table) => table.sheet === sheet))
      issues.add('sheet_without_headings', placeIn(sheet));
  const charts = tables.flatMap(
    (table) => chartOf(table, tables.length > 1 ? (table.sheet.name ?? title) : title, issues) ?? [],
  );
  if (!tables.length) issues.add('no_steps');
  return { value: charts.length ? charts : undefined, issues: issues.list };
}
