/** 基层政务公开标准目录 (国办发〔2019〕54号, domain §1.6) as it is printed, two-level headings and ticks → `StandardCatalogue`. */
import { StandardItem, readLenient, type StandardCatalogue } from '@zwgk/schema';
import { channelOf } from './catalogue-fields.js';
import { ownField, titleAbove } from './catalogue.js';
import { findTable, type Column, type FieldNames, type Table } from './columns.js';
import { Issues, type Imported } from './issues.js';
import { dataRows, type DataRow } from './rows.js';
import { placeIn, type Sheet } from './sheet.js';
import { isNothing, oneLine, partsOf, readMark } from './values.js';

export const standardFields: FieldNames = {
  names: {
    seq: '序号 编号 seq',
    domain: '领域 试点领域 公开领域',
    level1: '一级事项 公开事项一级事项 公开事项 事项名称 公开事项名称 一级公开事项 level1',
    level2: '二级事项 公开事项二级事项 二级公开事项 level2',
    contentElements: '公开内容 公开内容要素 内容 公开要素 contentElements',
    basis: '公开依据 依据 basis',
    timeLimit: '公开时限 时限 timeLimit',
    subject: '公开主体 公开责任主体 主体 责任主体 subject',
    channels: '公开渠道和载体 公开渠道 公开载体 公开渠道及载体 渠道和载体 channels',
    formatText: '公开格式 formatText',
    fivePublic: '五公开 fivePublic',
    responsibleUnit: '责任科室 责任股室 责任部门 承办科室 responsibleUnit',
    'audience.public': '公开对象全社会 全社会 全社会公开',
    'audience.specificGroup': '公开对象特定群体 特定群体 特定群众 特定主体 特定群体请写明',
    'mode.proactive': '公开方式主动 主动 主动公开',
    'mode.onRequest': '公开方式依申请 公开方式依申请公开 依申请 依申请公开',
    'levels.county': '公开层级县级 县级 区级 市级 县区级 县市区级 区县级 县市级',
    'levels.township': '公开层级乡级 乡级 乡镇 乡镇级 镇级 镇街级 街道级 乡镇街道 乡镇街道级 镇街',
    'levels.village': '公开层级村级 村级 村社区 村居 村社区级',
    'levels.township+village': '乡、村级 乡村级 镇村级 镇级/村级 公开层级乡、村级',
    audienceText: '公开对象',
    modeText: '公开方式',
    levelsText: '公开层级',
  },
};

/** 《甲》；《乙》 → two; nothing inside 《》 parts. */
export const basisParts = (text: string): string[] =>
  partsOf(text, /[；;\n]+|(?<=[》）)])[、，]\s*(?=[《【])|(?<=[》）)])\s*(?=《)/);
/** 1.甲 2.乙, ①甲②乙 and lines; commas stay, as they stand inside of one element, too. */
export const elementParts = (text: string): string[] =>
  partsOf(text, /[；;\n]+|(?=[①-⑳])|(?<=[^\d.．(（])(?=\d{1,2}[.．、](?!\d))/).map((part) =>
    part.replace(/^(?:[（(]?\d{1,2}[)）.．、](?!\d)|[（(][一二三四五六七八九十]{1,3}[)）]|[①-⑳])\s*|。$/g, ''),
  );
/** ■政府网站 □两微一端: what is 必选 and what is 可选; the words of the table stay as a note where they say more. */
export function readChannels(source: string): { code: string; required?: boolean; note?: string }[] {
  // □ that went through a scanner is 口.
  const text = source.replace(/(^|[\s■□])口(?=[^\s、，,])/g, (whole, before: string) =>
    /[■□☑☐]/.test(source) ? `${before}□` : whole,
  );
  const marked = /[■□☑☐√●○]/.test(text);
  return partsOf(marked ? text.replace(/(?=[■□☑☐√●○])/g, '\n') : text, marked ? /\n+/ : /[；;\n、，,\s]+/).flatMap(
    (part) => {
      const [, mark = '', name = ''] = /^([■□☑☐√●○]?)\s*(?:\d{1,2}[.．、])?(.*?)[、，,；;]?$/.exec(oneLine(part)) ?? [];
      if (!name) return [];
      const code = channelOf(name);
      return [
        {
          code: code ?? name,
          ...(mark && { required: !/[□☐○]/.test(mark) }),
          ...(code && !isOfficial(code, name) && { note: name }),
        },
      ];
    },
  );
}
const OFFICIAL: Readonly<Record<string, RegExp>> = {
  govWebsite: /^政府网站$/,
  govGazette: /^政府公报$/,
  newMedia: /^两微一端$/,
  pressOrHearing: /^发布会[/、]?听证会$/,
  broadcast: /^广播电视$/,
  printMedia: /^纸质媒体$/,
  readingPoint: /^公开查阅点$/,
  serviceCenter: /^政务服务中心$/,
  convenienceStation: /^便民服务站$/,
  onSite: /^入户[/、]?现场$/,
  noticeBoard: /^社区[/、]企事业单位[/、]村公示栏/,
  push: /^精准推送$/,
  other: /^其他$/,
};
const isOfficial = (code: string, name: string): boolean => OFFICIAL[code]?.test(name) ?? false;

type Draft = Record<string, unknown>;
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/县|区|市/, 'county'],
  [/乡|镇|街/, 'township'],
  [/村|社区/, 'village'],
];

class Reader {
  readonly items: StandardItem[] = [];
  readonly domains = new Set<string>();
  private before: Draft = {};
  constructor(private readonly issues: Issues) {}

  read({ sheet, columns, ...rest }: Table): void {
    const title = columns.find(({ field }) => field === 'level1');
    for (const { label, field, parts } of columns)
      if (!field && parts.length && !this.isChannel(parts))
        this.issues.add('column_own', placeIn(sheet, undefined, label));
    this.before = {};
    for (const row of dataRows({ sheet, columns, ...rest }, title, this.issues)) {
      if ('section' in row) {
        this.issues.add('row_footer', placeIn(sheet));
        continue;
      }
      this.take(this.itemOf(row, columns, sheet), row, sheet, columns);
    }
  }
  /** 公开渠道和载体 with a column for each channel. */
  private isChannel(parts: readonly string[]): boolean {
    return parts.length > 1 && /渠道|载体/.test(parts[0]!);
  }
  private itemOf(row: DataRow, columns: readonly Column[], sheet: Sheet): Draft {
    const item: Draft = {};
    const into = (key: string, part: string, value: unknown) => {
      item[key] = { ...(item[key] as object | undefined), [part]: value };
    };
    for (const column of columns) {
      const { field, label, parts } = column;
      const text = row.cell(column)?.text ?? '';
      const place = placeIn(sheet, row.number, label);
      if (!field || field.endsWith('/')) {
        if (this.isChannel(parts)) this.channelColumn(item, parts[parts.length - 1]!, text);
        else if (!isNothing(oneLine(text))) item[ownField(label, item)] = text.trim();
        continue;
      }
      const [key, part] = field.split('.') as [string, string | undefined];
      if (part !== undefined) {
        const mark = readMark(text);
        if (key === 'levels' && mark)
          item['levels'] = [...((item['levels'] as string[] | undefined) ?? []), ...part.split('+')];
        else if (key !== 'levels' && text && mark !== false) {
          into(key, part, true);
          if (mark === undefined && part === 'specificGroup') into(key, 'groupText', oneLine(text));
          else if (mark === undefined) this.issues.add('mark_unknown', place, text);
        } else if (mark === undefined && text) this.issues.add('mark_unknown', place, text);
        continue;
      }
      if (isNothing(oneLine(text)) && field !== 'level1') continue;
      this.textColumn(item, field, text);
    }
    return item;
  }
  private channelColumn(item: Draft, name: string, text: string): void {
    const mark = readMark(text);
    if (!/[□☐]/.test(text) && !mark) return;
    const list = (item['channels'] as object[] | undefined) ?? [];
    const [channel] = readChannels(`${/[□☐]/.test(text) ? '□' : '■'}${name}`);
    item['channels'] = channel ? [...list, channel] : list;
  }
  private textColumn(item: Draft, field: string, text: string): void {
    const line = oneLine(text);
    if (field === 'seq') item['seq'] = /^\d{1,9}$/.test(line) ? Number(line) : line;
    else if (field === 'basis') item['basis'] = basisParts(text);
    else if (field === 'channels') item['channels'] = readChannels(text);
    else if (field === 'contentElements') {
      const parts = elementParts(text);
      item[field] = parts.length > 1 ? parts : line;
    } else if (field === 'domain') {
      this.domains.add(line);
      item['领域'] = line;
    } else if (field === 'audienceText')
      item['audience'] = {
        ...(/社会|公众/.test(line) && { public: true }),
        ...(/特定|群体|群众|主体/.test(line) && { specificGroup: true, groupText: line }),
      };
    else if (field === 'modeText')
      item['mode'] = { ...(/主动/.test(line) && { proactive: true }), ...(/依申请/.test(line) && { onRequest: true }) };
    else if (field === 'levelsText')
      item['levels'] = LEVELS.flatMap(([pattern, level]) => (pattern.test(line) ? [level] : []));
    else item[field] = line;
  }
  private take(item: Draft, row: DataRow, sheet: Sheet, columns: readonly Column[]): void {
    const place = (field: string) =>
      placeIn(sheet, row.number, columns.find((column) => column.field?.split('.')[0] === field)?.label);
    // Printed tables name the 一级事项 once, above those that belong to it.
    const { level1, seq, 领域: domain } = this.before;
    const follows = typeof seq !== 'number' || item['seq'] === undefined || item['seq'] === seq + 1;
    if (
      !item['level1'] &&
      level1 &&
      follows &&
      domain === item['领域'] &&
      (item['level2'] || item['contentElements'])
    ) {
      item['level1'] = level1;
      this.issues.add('filled_down', place('level1'), undefined, String(level1));
    }
    const known = item['level1'];
    if (!known && item['level2']) {
      item['level1'] = item['level2'];
      this.issues.add('level1_missing', place('level1'));
    }
    if (!item['level1']) {
      this.issues.add('row_without_title', place('level1'));
      return;
    }
    this.before = { ...item, level1: known };
    const { value, issues } = readLenient(StandardItem, item);
    for (const { path, code } of issues) this.issues.add('value_refused', place(String(path[0])), code);
    if (value) this.items.push(value);
    else this.issues.add('row_refused', place(''));
  }
}

/** The 26 试点领域 and the names that they go by since. */
const DOMAINS: readonly string[] =
  '重大建设项目 公共资源交易 财政预决算 安全生产 税收管理 征地补偿 国土空间规划 自然资源 国有土地上房屋征收与补偿 保障性住房 农村危房改造 生态环境 公共文化服务 公共法律服务 扶贫 乡村振兴 救灾 食品药品监管 城市综合执法 就业创业 就业 社会保险 社会救助 养老服务 户籍管理 涉农补贴 义务教育 医疗卫生 卫生健康 市政服务'.split(
    ' ',
  );

/** Reads sheets as a 标准目录: those that have a column 一级事项. */
export function importStandard(sheets: readonly Sheet[], title: string): Imported<StandardCatalogue> {
  const issues = new Issues();
  const tables = sheets.flatMap((sheet) => findTable(sheet, standardFields, ['level1'], issues) ?? []);
  for (const sheet of sheets)
    if (!sheet.list && !tables.some((table) => table.sheet === sheet))
      issues.add('sheet_without_headings', placeIn(sheet));
  const reader = new Reader(issues);
  for (const table of tables) reader.read(table);
  if (!reader.items.length) {
    issues.add(tables.length ? 'no_rows' : 'no_standard');
    return { value: undefined, issues: issues.list };
  }
  const [domain] = reader.domains;
  if (reader.domains.size > 1) issues.add('several_domains', {}, [...reader.domains].join('、'));
  const name = tables.length === 1 ? titleAbove(tables[0]!) : undefined;
  const told = domain ?? DOMAINS.find((one) => (name ?? title).includes(one));
  return {
    value: { title: name ?? title, ...(told && reader.domains.size < 2 && { domain: told }), items: reader.items },
    issues: issues.list,
  };
}
