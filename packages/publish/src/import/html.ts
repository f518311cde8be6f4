/** Tables and lists of links of a web page, or of a “.xls” that is a web page in truth. */
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import type { Issues } from './issues.js';
import { fillMerged, MOST_COLUMNS, MOST_FILLED, MOST_ROWS, rowsOf, type Area, type Cell, type Sheet } from './sheet.js';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** Elements below, in order, without those inside of `stop`. Pages may be nested deeper than a stack. */
function* below(root: Node, stop?: string): Generator<Element> {
  const waiting: Node[] = 'childNodes' in root ? [...root.childNodes].reverse() : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (node.tagName !== stop) for (let i = node.childNodes.length - 1; i >= 0; i--) waiting.push(node.childNodes[i]!);
  }
}
const BREAKS = /^(?:br|p|div|li|tr)$/;
function textOf(root: Node): string {
  let text = '';
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node && node.nodeName === '#text') text += node.value;
    else if ('childNodes' in node && !/^(?:script|style)$/.test(node.nodeName)) {
      if (BREAKS.test(node.nodeName)) text += '\n';
      for (let i = node.childNodes.length - 1; i >= 0; i--) waiting.push(node.childNodes[i]!);
    }
  }
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
/** A cell with its link; titles that a page cuts short stand whole in the tooltip. */
function cellOf(element: Element): Cell {
  const text = textOf(element);
  for (const link of below(element)) {
    const url = link.tagName === 'a' ? attribute(link, 'href')?.trim() : undefined;
    if (!url || /^#|^javascript:/i.test(url)) continue;
    const whole = attribute(link, 'title')?.trim();
    return { text: whole && /(?:\.{2,}|…)$/.test(text) && whole.length > text.length - 3 ? whole : text, url };
  }
  return { text };
}
const span = (element: Element, name: string): number =>
  Math.max(1, Number.parseInt(attribute(element, name) ?? '1', 10) || 1);

function tableSheet(table: Element, name: string, issues: Issues): Sheet {
  const grid = new Map<number, (Cell | undefined)[]>();
  const areas: Area[] = [];
  let room = MOST_FILLED;
  let y = -1;
  for (const row of below(table)) {
    if (row.tagName !== 'tr') continue;
    if (++y >= MOST_ROWS) {
      issues.add('too_many_rows', { sheet: name }, String(MOST_ROWS));
      break;
    }
    const cells = grid.get(y) ?? [];
    grid.set(y, cells);
    let x = 0;
    for (const cell of row.childNodes) {
      if (!isElement(cell) || !/^t[dh]$/.test(cell.tagName)) continue;
      while (cells[x]) x++;
      if (x >= MOST_COLUMNS) break;
      const right = Math.min(x + span(cell, 'colspan'), MOST_COLUMNS) - 1;
      const bottom = y + Math.min(span(cell, 'rowspan'), 10_000) - 1;
      cells[x] = cellOf(cell);
      room -= (right - x + 1) * (Math.min(bottom - y, 2000) + 1);
      if ((right > x || bottom > y) && room > 0) {
        areas.push({ top: y, left: x, bottom, right });
        // The places are taken, so that the cells of the rows below stand where a browser shows them.
        for (let down = y; down <= Math.min(bottom, y + 2000); down++) {
          const taken = grid.get(down) ?? [];
          grid.set(down, taken);
          for (let across = x; across <= right; across++) taken[across] ??= { text: '' };
        }
      }
      x = room > 0 ? right + 1 : x + 1;
    }
  }
  for (const at of grid.keys()) if (at > y) grid.delete(at);
  if (!fillMerged(grid, areas) || room <= 0) issues.add('merged_too_many', { sheet: name });
  return { name, rows: rowsOf(grid) };
}

const DAY = /\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?/;
/** A list whose items are links with days beside them: 标题, 发布日期, 链接. */
function listSheet(list: Element, name: string): Sheet | undefined {
  const rows: (Cell | undefined)[][] = [];
  let dated = 0;
  for (const item of list.childNodes) {
    if (!isElement(item)) continue;
    const link = cellOf(item);
    if (!link.url) continue;
    const anchor = [...below(item)].find((one) => one.tagName === 'a' && attribute(one, 'href')?.trim() === link.url);
    const label = anchor ? textOf(anchor) : '';
    const whole = anchor && attribute(anchor, 'title')?.trim();
    const title = whole && /(?:\.{2,}|…)$/.test(label) ? whole : label || whole || '';
    // A day inside the title belongs to the title.
    const [day] = DAY.exec(link.text.replace(label, ' ')) ?? [];
    if (day) dated++;
    if (title) rows.push([{ text: title, url: link.url }, day ? { text: day } : undefined]);
  }
  if (rows.length < 2 || dated * 2 < rows.length) return undefined;
  const head = [{ text: '标题' }, { text: '发布日期' }];
  return { name, list: true, rows: [head, ...rows].map((cells, at) => ({ number: at, cells })) };
}

/** All tables that are no frames for others, else the lists of dated links; names are theirs or tell their place. */
export function readHtml(text: string, issues: Issues): Sheet[] {
  const page = parse(text);
  const elements = [...below(page)];
  // Those that hold others only lay the page out, or are menus.
  const isInnermost = (one: Element, kind: RegExp): boolean => {
    for (const inner of below(one)) if (kind.test(inner.tagName)) return false;
    return true;
  };
  const tables = elements.filter((one) => one.tagName === 'table' && isInnermost(one, /^table$/));
  const named = (element: Element, at: number, many: boolean, kind: string): string => {
    const caption = [...below(element, 'tr')].find((one) => one.tagName === 'caption');
    return (caption && textOf(caption)) || (many ? `${kind}${at + 1}` : kind);
  };
  const lists = elements.filter((one) => /^[ou]l$/.test(one.tagName) && isInnermost(one, /^[ou]l$/));
  return [
    ...tables.map((table, at) => tableSheet(table, named(table, at, tables.length > 1, '表格'), issues)),
    ...lists.flatMap((list, at) => listSheet(list, named(list, at, lists.length > 1, '列表')) ?? []),
  ].filter(({ rows }) => rows.length > 0);
}
