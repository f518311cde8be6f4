/** A list or table that a page already has, read as a catalogue: search, sort and pages without any JSON. */
import { markOf } from './catalogue.words.js';

/** Headings of columns as clerks write them → fields. The first that fits counts. */
const FIELDS: readonly [RegExp, string][] = [
  [/^(序号|编号|行号|#|no\.?)$/i, ''],
  [/索引/, 'indexNumber'],
  [/文号|字号/, 'docNumber'],
  [/(成文|生成|产生|印发|形成).*(日期|时间)/, 'formedDate'],
  [/(施行|实施|生效).*(日期|时间)/, 'effectiveDate'],
  [/(失效|废止|截止).*(日期|时间)/, 'expiryDate'],
  [/链接|网址|地址|^url$/i, 'url'],
  [/主题词|关键词/, 'keywords'],
  [/日期|时间|date/i, 'publishedAt'],
  [/发文机关/, 'issuer'],
  [/机构|机关|部门|单位|^(信息)?来源$|publisher/i, 'publisher'],
  [/体裁|文种/, 'genreText'],
  [/主题|分类|类别/, 'subjectCategory'],
  [/概述|摘要/, 'summary'],
  [/标题|名称|题名|信息|事项|文件|title/i, 'title'],
];
const DAY = /(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?/;
const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const dayOf = (text: string): string | undefined => {
  const part = DAY.exec(text);
  return part ? `${part[1]}-${part[2]!.padStart(2, '0')}-${part[3]!.padStart(2, '0')}` : undefined;
};
const linkOf = (within: Element) => {
  const link = within.querySelector('a[href]');
  return link
    ? { text: clean(link.textContent) || clean(link.getAttribute('title')), url: link.getAttribute('href')! }
    : undefined;
};
type Row = Record<string, unknown>;

function fromList(list: Element): Row[] {
  return [...list.children].flatMap((item) => {
    const all = clean(item.textContent);
    if (!all) return [];
    const link = linkOf(item);
    // The date stands beside the link; a date inside the title belongs to the title.
    const rest = link ? all.replace(link.text, ' ') : all;
    const publishedAt = dayOf(rest);
    const full = link && clean(item.querySelector('a[href]')!.getAttribute('title'));
    // Old sites cut titles short and keep the whole in the tooltip.
    const title = link
      ? full && /[.…]$/.test(link.text)
        ? full
        : link.text
      : clean(all.replace(/[[(（]?\d{4}\s*[-年/.].*$/, '')) || all;
    return [{ title, ...(link && { url: link.url }), ...(publishedAt && { publishedAt }) }];
  });
}

/** The text of each place of a table: merged cells fill all places that they cover. */
function gridOf(rows: readonly HTMLTableRowElement[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y]![x] !== undefined) x++;
      const text = clean(cell.textContent);
      // `rowspan="0"` is "to the end"; a span that a page misstates ends with the table.
      const down = Math.min(cell.rowSpan || rows.length, rows.length - y);
      const across = Math.min(cell.colSpan, 100);
      for (let i = 0; i < down; i++) for (let k = 0; k < across; k++) grid[y + i]![x + k] ??= text;
      x += across;
    }
  });
  return grid;
}
const DATES = ['publishedAt', 'formedDate', 'effectiveDate', 'expiryDate'];
/** How clerks write that there is nothing. */
const NONE = /^(无|暂无|[-—–/]+)$/;

function fromTable(table: HTMLTableElement): { title: string; rows: Row[] } {
  const all = [...table.rows];
  const grid = gridOf(all);
  if (!all.length) return { title: '', rows: [] };
  // The head is what stands in it, else the rows of headings at the top; the last of them names the columns.
  const heads = table.tHead?.rows.length || all.findIndex((row) => row.querySelector('td')) || 1;
  const labels = (grid[(heads < 0 ? all.length : heads) - 1] ?? []).map((text) => (text ?? '').replace(/\s+/g, ''));
  const named =
    all[0]!.querySelector('th') !== null ||
    labels.filter((label) => FIELDS.some(([pattern]) => pattern.test(label))).length > 1;
  const fields = labels.map((label) => FIELDS.find(([pattern]) => named && pattern.test(label))?.[1]);
  let above: readonly string[] = [];
  return {
    title: clean(table.caption?.textContent),
    rows: all.flatMap((row, y) => {
      const cells = grid[y]!;
      if ((named && y < heads) || !cells.some(Boolean)) return [];
      const entry: Row = {};
      const more: string[] = [];
      const link = linkOf(row);
      const texts = cells.map((text, i) => (text === '同上' ? (above[i] ?? '') : NONE.test(text) ? '' : text));
      above = texts;
      texts.forEach((text, i) => {
        const field = fields[i];
        if (!text || field === '') return;
        if (field && DATES.includes(field)) {
          const day = dayOf(text);
          if (day) entry[field] ??= day;
        } else if (field === 'keywords') entry[field] ??= text.split(/[\s;；,，、]+/).filter(Boolean);
        else if (field === 'url' && !/^(https?:|\/|\.)/i.test(text)) return;
        else if (field && entry[field] === undefined) entry[field] = text;
        // What no field fits is kept, too.
        else if (named) more.push(`${labels[i] ?? ''}：${text}`);
        else if (dayOf(text) && text.length < 20) entry['publishedAt'] = dayOf(text);
        else if (entry['title'] === undefined && !/^\d+$/.test(text)) entry['title'] = text;
        else more.push(text);
      });
      if (link) entry['url'] = link.url;
      entry['title'] ??= link?.text;
      if (more.length) entry['summary'] ??= more.join('；');
      return [entry];
    }),
  };
}

/** A list or table as a catalogue. */
export function readMarkup(source: Element): { title?: string; entries: object[] } {
  const { title, rows } =
    source instanceof HTMLTableElement ? fromTable(source) : { title: '', rows: fromList(source) };
  return { ...(title ? { title } : {}), entries: rows.map((row, i) => ({ indexNumber: markOf(i), ...row })) };
}
