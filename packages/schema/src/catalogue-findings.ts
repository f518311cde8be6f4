/** 目录检查的规则表: what an inspection looks for in a catalogue, how much it weighs, and where it is written. */

const INSPECTION = '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）';
const REGULATIONS = '《中华人民共和国政府信息公开条例》';
const METADATA = '《政府信息公开目录系统实施指引（试行）》';
const CONVEYANCE = '《政府网站发展指引》（国办发〔2017〕47号）';
const GRASSROOTS = '《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）';
/** Asked for by supervisors in their notices, without a text that gives a number. */
const PRACTICE = '政务公开督查常见问题';

/** Where each rule comes from, as it is cited in a report. */
const CLAUSES = {
  /** 空白栏目. */
  'empty-column': `${INSPECTION}单项否决“空白栏目”`,
  /** 空白栏目达到否决数. */
  'empty-columns-veto': `${INSPECTION}单项否决“空白栏目”`,
  /** 栏目更新不及时. */
  'stale-column': `${INSPECTION}单项否决“栏目不更新”`,
  /** 更新不及时，但更新周期是栏目自定、按名称推定或者通行的. */
  'quiet-column': `${INSPECTION}单项否决“栏目不更新”`,
  /** 不更新栏目达到否决数. */
  'stale-columns-veto': `${INSPECTION}单项否决“栏目不更新”`,
  /** 长时间不更新之后一天发布多条（突击更新）. */
  burst: `${PRACTICE}“一天内公开多条信息”`,
  /** 自形成之日起超过二十个工作日（或者条目自定的时限）才发布. */
  late: `${REGULATIONS}第二十六条`,
  /** 文件没有生成日期，或者条目没有任何日期. */
  'formed-date-missing': `${REGULATIONS}第十二条`,
  /** 必备要素没有填写: 发布机构、发布日期. */
  'element-missing': METADATA,
  /** 没有内容概述. */
  'summary-missing': `${REGULATIONS}第十二条`,
  /** 元数据不全. */
  'metadata-incomplete': METADATA,
  /** 规范性文件没有标注有效性. */
  'validity-missing': CONVEYANCE,
  /** 主动公开却没有正文、附件和链接（“半公开”）. */
  'content-missing': `${REGULATIONS}第二十四条`,
  /** 依申请公开、不予公开而没有理由. */
  'reason-missing': `${REGULATIONS}第十四条至第十六条`,
  /** 不是主动公开，却带有正文或者附件. */
  'withheld-with-content': `${REGULATIONS}第十三条至第十六条`,
  /** 正文中有身份证号码或者银行卡号. */
  'personal-data': `${REGULATIONS}第十五条`,
  /** 索引号重复. */
  'duplicate-index-number': METADATA,
  /** 索引号中的机构代码不对. */
  'index-number-code': METADATA,
  /** 所属栏目不在目录中. */
  'unknown-column': METADATA,
  /** 替代文件、解读材料的索引号不在目录中. */
  'unknown-reference': CONVEYANCE,
  /** 已被替代，却仍标为有效. */
  'replaced-but-valid': CONVEYANCE,
  /** 互相替代，成了循环. */
  'replaced-in-circle': CONVEYANCE,
  /** 标为有效，失效日期已过. */
  'expired-but-valid': CONVEYANCE,
  /** 失效日期早于生效日期. */
  'expiry-before-effective': CONVEYANCE,
  /** 成文日期晚于发布日期. */
  'formed-after-published': `${INSPECTION}单项否决“弄虚作假”`,
  /** 发布日期晚于检查之日. */
  'published-in-future': `${INSPECTION}单项否决“弄虚作假”`,
  /** 文号年份与成文日期不一致. */
  'doc-number-year': 'GB/T 9704—2012 发文字号',
  /** 日期为 1970-01-01，即没有填写. */
  'date-placeholder': METADATA,
  /** 标准目录的一栏空着. */
  'standard-cell-empty': GRASSROOTS,
  /** 标准目录里照抄了“同上”. */
  'standard-ditto': GRASSROOTS,
  /** 标准目录的事项重复. */
  'standard-duplicate': GRASSROOTS,
  /** 标准目录的公开时限长于二十个工作日. */
  'standard-limit-over-20': `${REGULATIONS}第二十六条`,
} as const;
/** Id of a rule of {@link checkCatalogue} or {@link checkStandardCatalogue}. */
export type CatalogueRule = keyof typeof CLAUSES;

/** To be looked at by a person, or past mending. All others contradict a rule. */
const WARNINGS: readonly CatalogueRule[] = [
  'quiet-column',
  'burst',
  'late',
  'summary-missing',
  'metadata-incomplete',
  'validity-missing',
  'withheld-with-content',
  'index-number-code',
  'expired-but-valid',
  'formed-after-published',
  'doc-number-year',
  'standard-limit-over-20',
];

/** What a finding reckons with: days, counts, dates and codes; never a text that somebody wrote. */
export type FindingInputs = Readonly<Record<string, string | number | boolean>>;

/** One finding for each rule, column and field: how many entries it concerns, and the first of them. */
export interface CatalogueFinding {
  readonly rule: CatalogueRule;
  /** `error`: contradicts a rule; `warning`: to be looked at by a person. */
  readonly severity: 'error' | 'warning';
  /** 栏目 (`id` of a node); absent where the whole catalogue is meant. */
  readonly nodeId?: string;
  /** Field of the entries, e.g. `formedDate`. */
  readonly field?: string;
  /** Entries (条) that the rule found; 0 where it speaks of the column itself. */
  readonly count: number;
  /** The first few, by their place in `entries` (`items` of a 标准目录) from 0, each with what the rule reckoned with. */
  readonly samples: readonly { readonly index: number; readonly inputs: FindingInputs }[];
  /** What the rule reckoned with for the column. */
  readonly inputs: FindingInputs;
  readonly clause: string;
}

/** Entries that are named for a finding. */
const SHOWN = 3;

/** Gathers findings: those of entries by rule, column and field, so that 100,000 faults are a few lines. */
export class Findings {
  /** @param unread fields that could not be read, which is told elsewhere: nothing is said of them here */
  constructor(private readonly _unread: (index: number, field: string) => boolean = () => false) {}
  private readonly _groups = new Map<string, { -readonly [K in keyof CatalogueFinding]: CatalogueFinding[K] }>();
  private _group(rule: CatalogueRule, nodeId: string | undefined, field: string | undefined, inputs: FindingInputs) {
    const key = JSON.stringify([rule, nodeId, field]);
    let group = this._groups.get(key);
    if (!group) {
      group = {
        rule,
        severity: WARNINGS.includes(rule) ? 'warning' : 'error',
        ...(nodeId === undefined ? {} : { nodeId }),
        ...(field === undefined ? {} : { field }),
        count: 0,
        samples: [],
        inputs,
        clause: CLAUSES[rule],
      };
      this._groups.set(key, group);
    }
    return group;
  }
  /** Of a column, or of the catalogue where `nodeId` is absent. */
  column(rule: CatalogueRule, nodeId: string | undefined, inputs: FindingInputs = {}, index?: number): void {
    const group = this._group(rule, nodeId, undefined, inputs);
    if (index !== undefined) group.samples = [{ index, inputs }];
  }
  /** Of the entry at `index`; `inputs` is called for the first few only. */
  entry(
    rule: CatalogueRule,
    nodeId: string | undefined,
    index: number,
    field?: string,
    inputs: () => FindingInputs = () => ({}),
  ): void {
    if (field !== undefined && this._unread(index, field)) return;
    const group = this._group(rule, nodeId, field, {});
    group.count++;
    if (group.samples.length < SHOWN) group.samples = [...group.samples, { index, inputs: inputs() }];
  }
  /** In the order of the rules. */
  all(): CatalogueFinding[] {
    const order = Object.keys(CLAUSES);
    return [...this._groups.values()].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
  }
}
