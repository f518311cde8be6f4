/** What the importers say, in Chinese; `error` is missing from the result or has to be mended, `note` tells what was done. */
import { messages as cli } from '../cli.messages.js';

type Sentence = readonly ['error' | 'note', (found: string, became: string) => string];

export const sentences = {
  file_xls: [
    'error',
    () =>
      '这是旧版 Excel 文件（.xls），不能直接读取。请用 Excel 或 WPS 打开，“另存为”选“Excel 工作簿（.xlsx）”后再导入。',
  ],
  file_locked: ['error', () => '文件有打开密码，不能读取。请取消密码后另存为 .xlsx 再导入。'],
  file_word: [
    'error',
    () => '这是 Word 文档，不能直接读取。请把其中的表格复制到 Excel 或 WPS 表格，存为 .xlsx 后再导入。',
  ],
  file_ods: ['error', () => '这是 ODS 表格，不能直接读取。请另存为 .xlsx 后再导入。'],
  file_pdf: ['error', () => '这是 PDF 文件，没有表格可以读取。请用制作它的 Excel 或 Word 原件。'],
  file_mht: ['error', () => '这是“单个文件网页”（.mht），不能直接读取。请用 Excel 打开，另存为 .xlsx 后再导入。'],
  file_xml_sheet: [
    'error',
    () => '这是“XML 电子表格 2003”，不能直接读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
  ],
  file_json: ['error', () => '这已经是 JSON 数据，不用导入，放进数据文件夹即可。'],
  file_damaged: ['error', () => '文件已损坏或者不完整，不能读取。请用 Excel 或 WPS 打开并重新保存。'],
  file_bomb: ['error', () => '文件解压后过大，没有读取。'],
  file_too_big: ['error', (most) => `文件超过 ${most} MB，没有读取。`],
  file_unknown: [
    'error',
    () => '认不出这是什么文件。可以导入的有：xlsx、csv、网页表格（html）、BPMN、Mermaid 流程图。',
  ],
  file_empty: ['error', () => '文件是空的。'],
  file_cut: ['error', () => '文件末尾不完整，可能没有传完。'],
  characters_lost: ['error', (count) => `有 ${count} 处文字损坏，已用“\uFFFD”代替，请核对。`],
  xml_doctype: ['error', () => '文件里有 DOCTYPE 声明，出于安全考虑没有读取。'],
  xml_damaged: ['error', () => '不是正确的 XML，从这里起不能读取。'],
  csv_quotes: ['error', () => '双引号不成对，这一行以后的内容可能错位，请核对。'],
  too_many_rows: ['error', (most) => `行数过多，只读取了前 ${most} 行。`],
  too_many_columns: ['error', (most) => `列数过多，只读取了前 ${most} 列。`],
  merged_too_many: ['error', () => '合并单元格范围过大，一部分没有展开。'],
  sheet_hidden: ['note', () => '工作表是隐藏的，没有读取。'],
  row_hidden: ['note', () => '这一行在表中是隐藏的，也读取了，请核对是否应当公开。'],
  cell_error: ['error', (found) => `单元格里是错误值 ${found}，按空白处理。`],
  digits_lost: [
    'error',
    (found) => `长编码被存成了数字，末几位已经丢失（现为 ${found}）。请把单元格格式改为“文本”后重新填写。`,
  ],
  formula_without_value: ['error', () => '公式还没有算出结果，按空白处理。请用 Excel 或 WPS 打开并保存一次。'],
  no_headings: [
    'note',
    (title, day) => `没有找到表头，按 ${title} 列是标题、${day} 列是发布日期读取；其余各列没有读取，请核对。`,
  ],
  no_catalogue: ['error', () => '没有找到目录：表头里要有“标题”（或“名称”）和“发布日期”“索引号”“文号”等列名。'],
  no_rows: ['error', () => '表头下面没有可用的内容。'],
  sheet_without_headings: ['note', () => '没有找到表头，没有读取。'],
  no_index_numbers: ['note', () => '没有“索引号”列，各条暂用内部记号（不显示）。请尽早编制索引号，编好后不要再改。'],
  index_number_missing: ['error', () => '没有索引号，暂用内部记号（不显示）。'],
  index_number_twice: ['error', (found, row) => `索引号 ${found} 与第 ${row} 行重复。`],
  column_own: ['note', () => '列名不在规范字段中，内容按原列名保留。'],
  column_twice: ['note', () => '与前面的列是同一项内容，按原列名另外保留。'],
  row_heading: ['note', () => '重复的表头，没有当作内容。'],
  row_footer: ['note', () => '合计、填表说明一类的行，没有当作内容。'],
  row_without_title: ['error', () => '没有标题，这一行没有导入。'],
  row_refused: ['error', () => '内容不合要求，这一行没有导入。'],
  ditto_nothing: ['error', () => '写的是“同上”，但上面没有内容。'],
  value_refused: ['error', (code) => `${cli.issue[code] ?? cli.otherIssue(code)}，没有导入。`],
  date_placeholder: ['error', (found) => `${found} 不是真实日期（系统里没有填写时常出现），按空白处理。`],
  date_unreadable: ['error', (found) => `“${found}”不是完整的日期，应写成 2026-03-05 的样子；原文按列名保留。`],
  date_unlikely: ['error', (found) => `日期 ${found} 不大可能，请核对。`],
  date_serial: ['note', (found, became) => `数字 ${found} 是 Excel 的日期序号，已读作 ${became}。`],
  time_dropped: ['note', (found, became) => `${found} 只取日期 ${became}。`],
  code_unknown: ['error', (found) => `“${found}”不在规定的写法中，原文按列名保留。`],
  doc_number_mended: ['note', (found, became) => `发文字号“${found}”已规范为“${became}”。`],
  doc_number_odd: ['note', (found) => `“${found}”不像发文字号，照原样保留。`],
  width_mended: ['note', (found, became) => `“${found}”中的全角字符或空格已改，现为“${became}”。`],
  url_unsafe: ['error', () => '链接不是网址（可能是本机文件或脚本），没有导入。'],
  url_scheme: ['note', (found, became) => `网址“${found}”缺少开头，已补为 ${became}。`],
  no_standard: ['error', () => '没有找到标准目录：表头里要有“一级事项”，以及“公开内容”“公开时限”“公开主体”等列名。'],
  several_domains: ['note', (found) => `表中有几个领域（${found}），放在同一个目录里，各行保留“领域”。`],
  filled_down: ['note', (_, became) => `空白，按上一行填为“${became}”。`],
  level1_missing: ['error', () => '没有一级事项，暂用二级事项代替。'],
  mark_unknown: ['error', (found) => `“${found}”不是勾选标记，请核对。`],
  kind_unknown: [
    'error',
    () =>
      '认不出表里是什么。请加 --as catalogue（目录）、standard（标准目录）、flowchart（流程图步骤）或 guide（办事指南），并核对表头。',
  ],
} satisfies Record<string, Sentence>;

export const importMessages = {
  sheet: (name: string) => `工作表“${name}”`,
  rows: (list: readonly number[]) => `第 ${list.join('、')} 行`,
  at: (place: string, sentence: string) => `${place}：${sentence}`,
  note: (sentence: string) => `提示：${sentence}`,
  line: (n: number) => `第 ${n} 行`,
  columns: (names: readonly string[]) =>
    /^[A-Z]{1,3}$/.test(names[0]!) ? ` ${names.join('、')} 列` : `${names.map((name) => `“${name}”`).join('')}列`,
  kinds: {
    catalogue: '政府信息公开目录',
    standard: '基层政务公开标准目录',
    flowchart: '权力运行流程图',
    guide: '办事指南',
  },
  taken: (kind: string) => `按“${kind}”读取。如果不对，请用 --as 指明类型。`,
  noFile: (file: string) => `找不到文件：${file}`,
  exists: (file: string) => `文件已存在，没有写入：${file}。确认要覆盖请加 --force。`,
  written: (kind: string, count: number, file: string) => `已导入${kind} ${count} 条：${file}`,
  nothing: '没有可以写入的内容。',
  told: (errors: number, notes: number) =>
    `${errors ? `有 ${errors} 处需要处理` : '没有需要处理的问题'}${notes ? `，另有 ${notes} 处提示` : ''}。`,
  badKind: (kind: string) => `--as 不能是“${kind}”，可以是 catalogue、standard、flowchart、guide。`,
};
