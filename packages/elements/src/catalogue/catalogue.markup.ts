/** A list or table that a page already has, read as a catalogue: search, sort and pages without any JSON. */
import { markOf } from './catalogue.words.js';

/** Headings of columns as clerks write them → fields. The first that fits counts. */
const FIELDS: readonly [RegExp, string][] = [
  [/^(序号|编号|行号|#|no\.?)$/i, ''],
  [/索引/, 'indexNumber'],
  [/文号|字号/, 'docNumber'],
  [/(成文|生成|产生|印发|形成|成文).*(日期|时间)/, 'formedDate'],
  [/日期|时间|date/i, 'publishedAt'],
  [/发文机关/, 'issuer'],
  [/机构|机关|部门|单位|来源|publisher/i, 'publisher'],
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

function fromTable(table: HTMLTableElement): { title: string; rows: Row[] } {
  const [head, ...rows] = [...table.rows];
  if (!head) return { title: '', rows: [] };
  const labels = [...head.cells].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ''));
  const named =
    head.querySelector('th') !== null ||
    labels.filter((label) => FIELDS.some(([pattern]) => pattern.test(label))).length > 1;
  const fields = labels.map((label) => FIELDS.find(([pattern]) => named && pattern.test(label))?.[1]);
  return {
    title: clean(table.caption?.textContent),
    rows: (named ? rows : [head, ...rows]).flatMap((row) => {
      const cells = [...row.cells];
      if (!cells.some((cell) => clean(cell.textContent))) return [];
      const entry: Row = {};
      const more: string[] = [];
      const link = linkOf(row);
      if (link) entry['url'] = link.url;
      cells.forEach((cell, i) => {
        const text = clean(cell.textContent);
        const field = fields[i];
        if (!text || field === '') return;
        if (field === 'publishedAt' || field === 'formedDate') {
          const day = dayOf(text);
          if (day) entry[field] = day;
        } else if (field && entry[field] === undefined) entry[field] = text;
        // What no field fits is kept, too.
        else if (named) more.push(`${labels[i] ?? ''}：${text}`);
        else if (dayOf(text) && text.length < 20) entry['publishedAt'] = dayOf(text);
        else if (entry['title'] === undefined && !/^\d+$/.test(text)) entry['title'] = text;
        else more.push(text);
      });
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
