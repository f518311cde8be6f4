/** 栏目检查: columns that are empty, not kept up to date, or filled in one day after a long silence (domain §8). */
import { textOf } from './blank.js';
import { addMonths } from './calendar.js';
import type { CatalogueNode, columnKinds } from './catalogue.js';
import type { Findings } from './catalogue-findings.js';
import { fromDayNumber, toDayNumber } from './date-only.js';
import { readTimeLimit } from './time-limit-text.js';

type ColumnKind = (typeof columnKinds)[number];
/** 更新周期: within so many calendar days or months of the last entry, or each year by a day (`MM-DD`). */
export type UpdateInterval = { readonly days: number } | { readonly months: number } | { readonly yearlyBy: string };

/**
 * 默认更新周期 by kind of column. 动态要闻 14 日, 通知公告 and 政策文件 6 个月, 留言答复 2 个月 and 办事统计 3 个月 are those of
 * 国办秘函〔2019〕19号 and its self-checks; 意见征集, 指南和目录, 年报 (第50条: 3 月 31 日) are customary. Kinds without one
 * (概况, 流程图) change when there is something to change.
 */
export const columnIntervals: Readonly<Partial<Record<string, UpdateInterval>>> = {
  news: { days: 14 },
  notice: { months: 6 },
  policy: { months: 6 },
  messages: { months: 2 },
  serviceStats: { months: 3 },
  consultation: { months: 12 },
  guideCatalog: { months: 12 },
  annualReport: { yearlyBy: '03-31' },
};
/** Thresholds of the inspection. Each can be set by those who inspect by rules of their own. */
export interface ColumnThresholds {
  /** 更新周期 by kind of column, in the place of {@link columnIntervals}; `undefined` for a kind asks for none. */
  readonly intervals?: Readonly<Partial<Record<string, UpdateInterval | undefined>>> | undefined;
  /** 空白栏目达到几个即单项否决, default 5. */
  readonly emptyVeto?: number | undefined;
  /** 动态要闻、通知公告、政策文件类栏目不更新达到几个即单项否决, default 5. */
  readonly staleVeto?: number | undefined;
  /** 其他应更新未更新的栏目达到几个即单项否决, default 10. */
  readonly otherStaleVeto?: number | undefined;
  /** 突击更新: more than so many entries on one day, default 5. No official number. */
  readonly burstOver?: number | undefined;
  /** 突击更新: after so many calendar days without any entry in the whole catalogue, default 30. No official number. */
  readonly burstAfterDays?: number | undefined;
}

/** Days of publication (`YYYY-MM-DD`) of the entries that hang directly in a column; undated ones are counted apart. */
export interface ColumnEntries {
  readonly days: string[];
  undated: number;
}

/** What a column is by its name, where nobody has said it; only plain cases. */
const NAMES: readonly (readonly [RegExp, ColumnKind])[] = [
  [/历史|往年|归档|\d{4}/, 'static'],
  [/动态$|要闻|新闻/, 'news'],
  [/通知公告|公告公示|公示公告|^(?:通知|公告|公示)$/, 'notice'],
  [/政策文件|规范性文件|^其他文件$/, 'policy'],
];

const PERIODS: Readonly<Record<string, UpdateInterval>> = {
  daily: { days: 1 },
  weekly: { days: 7 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  halfYearly: { months: 6 },
  yearly: { months: 12 },
};
/** The interval that a site has set itself, as far as it can be read. */
function ownInterval({ expectedInterval }: CatalogueNode): UpdateInterval | undefined {
  if (expectedInterval === undefined) return undefined;
  const { kind, value, period } =
    typeof expectedInterval === 'string' ? readTimeLimit(expectedInterval) : expectedInterval;
  if (value && kind === 'months') return { months: value };
  if (value && kind === 'calendarDays') return { days: value };
  return kind === 'periodic' && period ? PERIODS[period] : undefined;
}

/** The last day on which a column that was last filled on `last` is up to date. */
function freshUntil(last: string, interval: UpdateInterval): string {
  if ('days' in interval) return fromDayNumber(toDayNumber(last) + interval.days);
  if ('months' in interval) return addMonths(last, interval.months).date;
  return `${String(+last.slice(0, 4) + 1).padStart(4, '0')}-${interval.yearlyBy}`;
}
const daysIn = (interval: { readonly days: number } | { readonly months: number }): number =>
  'days' in interval ? interval.days : interval.months * 30;

/** The newest day with more than `over` entries after `gap` days without any, from `since` on. */
function burstOf(days: readonly string[], since: string, over: number, gap: number) {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const order = [...counts.keys()].sort();
  for (let i = order.length - 1; i > 0 && order[i]! >= since; i--) {
    const silent = toDayNumber(order[i]!) - toDayNumber(order[i - 1]!) - 1;
    if (counts.get(order[i]!)! > over && silent >= gap)
      return { day: order[i]!, items: counts.get(order[i]!)!, before: order[i - 1]!, silent };
  }
  return undefined;
}

/** A column in its place in the tree. */
interface Column {
  readonly node: CatalogueNode;
  readonly parent: Column | undefined;
  readonly leaf: boolean;
  /** What hangs in it and below it. */
  readonly parts: ColumnEntries[];
  readonly spared: boolean;
  /** Kinds that it or a column below it is said to be. */
  readonly declared: Set<string>;
  /** Kinds that this column or one above it has been found stale in. */
  stale: readonly string[];
}

/** Parents before their children; those that name each other as parents count as columns of the first level. */
function columnsOf(
  nodes: readonly CatalogueNode[],
  entriesOf: ReadonlyMap<string | undefined, ColumnEntries>,
): readonly Column[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string | undefined, CatalogueNode[]>();
  for (const node of nodes) {
    const parent = node.parentId && byId.has(node.parentId) ? node.parentId : undefined;
    const list = children.get(parent);
    if (list) list.push(node);
    else children.set(parent, [node]);
  }
  const columns = new Map<string, Column>();
  const place = (node: CatalogueNode, parent: Column | undefined) => {
    if (columns.has(node.id)) return;
    const leaf = !children.has(node.id);
    const spared = node.exempt === true || parent?.spared === true;
    const column: Column = { node, parent, leaf, parts: [], spared, declared: new Set(), stale: [] };
    columns.set(node.id, column);
    const own = entriesOf.get(node.id);
    for (let up: Column | undefined = column; up; up = up.parent) {
      if (own) up.parts.push(own);
      if (node.kind !== undefined) up.declared.add(node.kind);
    }
  };
  for (const root of [...(children.get(undefined) ?? []), ...nodes]) {
    place(root, undefined);
    const open = [root];
    for (let node = open.pop(); node; node = open.pop())
      for (const child of children.get(node.id) ?? [])
        if (!columns.has(child.id)) {
          place(child, columns.get(node.id));
          open.push(child);
        }
  }
  return [...columns.values()];
}

/** What kind a column is, and within what time something new is expected in it. */
function expectation({ node, parent, leaf, declared }: Column, intervals: ColumnThresholds['intervals'] = {}) {
  const named = NAMES.find(([pattern]) => pattern.test(textOf(node.title)))?.[1];
  const kind = node.kind ?? (leaf || !parent ? named : undefined);
  const own = ownInterval(node);
  const byKind = kind === undefined ? undefined : { ...columnIntervals, ...intervals }[kind];
  const main = kind === 'news' || (!parent && (kind === 'notice' || kind === 'policy'));
  return {
    kind,
    interval: own ?? byKind,
    by: own ? 'own' : declared.has(kind ?? '') ? 'kind' : 'name',
    /** One of those that the inspection names: 动态要闻, and 通知公告、政策文件 of the first level. */
    main,
    /** The inspection gives the number. A column of 通知公告 or 政策文件 below another may be quiet for a while. */
    written:
      !own &&
      kind !== undefined &&
      declared.has(kind) &&
      intervals[kind] === undefined &&
      (main || kind === 'messages' || kind === 'serviceStats'),
  };
}

/**
 * @param entriesOf what hangs directly in a column; `undefined` stands for entries outside all columns
 * @param since first day that bursts are looked for
 */
export function checkColumns(
  nodes: readonly CatalogueNode[],
  entriesOf: ReadonlyMap<string | undefined, ColumnEntries>,
  { today, since, thresholds }: { today: string; since: string; thresholds: ColumnThresholds },
  found: Findings,
): void {
  const { emptyVeto = 5, staleVeto = 5, otherStaleVeto = 10, burstOver = 5, burstAfterDays = 30 } = thresholds;
  const daysOf = (parts: Iterable<ColumnEntries>) =>
    [...parts].flatMap(({ days }) => days).filter((day) => day <= today);
  const whole = burstOf(daysOf(entriesOf.values()), since, burstOver, burstAfterDays);
  if (whole) found.column('burst', undefined, whole);

  let empty = 0;
  const stale = { main: 0, other: 0 };
  for (const column of columnsOf(nodes, entriesOf)) {
    const { node, parent, leaf, parts } = column;
    column.stale = parent?.stale ?? [];
    // A column that leads to a page of its own is filled there.
    if (column.spared || textOf(node.url)) continue;
    if (!parts.length) {
      if (leaf) {
        empty++;
        found.column('empty-column', node.id);
      }
      continue;
    }
    const { kind, interval, by, main, written } = expectation(column, thresholds.intervals);
    if (!interval) continue;
    const days = daysOf(parts);
    const last = days.reduce((newest, day) => (day > newest ? day : newest), '');
    if ((!last || freshUntil(last, interval) < today) && !column.stale.includes(kind ?? '')) {
      stale[main ? 'main' : 'other']++;
      column.stale = [...column.stale, kind ?? ''];
      found.column(written ? 'stale-column' : 'quiet-column', node.id, {
        ...interval,
        ...(last ? { last, silent: toDayNumber(today) - toDayNumber(last) } : {}),
        by,
      });
    }
    const gap = kind === 'news' ? burstAfterDays : 'yearlyBy' in interval ? 0 : daysIn(interval) * 2;
    const burst = gap ? burstOf(days, since, burstOver, gap) : undefined;
    if (burst && burst.day !== whole?.day) found.column('burst', node.id, burst);
  }
  if (empty >= emptyVeto) found.column('empty-columns-veto', undefined, { columns: empty, limit: emptyVeto });
  if (stale.main >= staleVeto) found.column('stale-columns-veto', undefined, { columns: stale.main, limit: staleVeto });
  else if (stale.other >= otherStaleVeto)
    found.column('stale-columns-veto', undefined, { columns: stale.other, limit: otherStaleVeto });
}
