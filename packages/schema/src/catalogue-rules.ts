/** 政府信息公开目录检查: what an inspection would find in a catalogue (domain §1.2, §8). Pure: findings, no sentences. */
import { textOf } from './blank.js';
import { defaultCalendar } from './calendar-data.js';
import type { Calendar } from './calendar.js';
import { checkColumns, type ColumnEntries, type ColumnThresholds } from './catalogue-columns.js';
import { checkEntry, indexKey, publishedDay } from './catalogue-entries.js';
import { Findings, type CatalogueFinding } from './catalogue-findings.js';
import type { Catalogue } from './catalogue.js';
import { toDayNumber } from './date-only.js';
import { isInternal, publicNodes } from './visibility.js';

export interface CatalogueCheckOptions extends ColumnThresholds {
  /** 检查之日 (DateOnly): columns are as old as they are on this day. */
  readonly today: string;
  /** First day (DateOnly) whose late and sudden publications are told; default 12 months before `today`. */
  readonly since?: string | undefined;
  /** Counts the working days; default {@link defaultCalendar}. */
  readonly calendar?: Calendar | undefined;
  /** 主动公开的默认时限 in working days, default 20 (条例第二十六条). */
  readonly lateAfter?: number | undefined;
  /** Whether an 索引号 is that of an entry of another catalogue of the site; by default there is none. */
  readonly isElsewhere?: ((indexNumber: string) => boolean) | undefined;
  /** Whether a field of the entry at that place was left out because it could not be read; it does not count as missing. */
  readonly isUnread?: ((index: number, field: string) => boolean) | undefined;
}

/**
 * Everything that an inspection would find in a catalogue on a day: columns that are empty (空白栏目), stale
 * (更新不及时) or filled at a stroke (突击更新); entries that are late (公开不及时), miss an element (要素不全), stand twice
 * or in no column, lead to nothing, contradict themselves, or show personal data. Entries that are withdrawn or for
 * internal use are passed over. In the order of {@link CatalogueRule}; never throws for a catalogue that the schema has
 * read.
 * @throws RangeError when `today` is no day
 */
export function checkCatalogue(catalogue: Catalogue, options: CatalogueCheckOptions): CatalogueFinding[] {
  const { today, calendar = defaultCalendar, lateAfter = 20 } = options;
  toDayNumber(today);
  const since = options.since ?? `${String(+today.slice(0, 4) - 1).padStart(4, '0')}${today.slice(4)}`;
  const found = new Findings(options.isUnread);
  const { nodes, hidden } = publicNodes(catalogue.nodes ?? []);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const filled = new Map<string | undefined, ColumnEntries>();
  const first = new Map<string, number>();
  catalogue.entries.forEach(({ indexNumber }, index) => {
    const key = indexKey(indexNumber);
    if (!first.has(key)) first.set(key, index);
  });
  const normative = new Map(nodes.map(({ id, title }) => [id, textOf(title).includes('规范性文件')]));
  const context = {
    today,
    since,
    calendar,
    lateAfter,
    found,
    dues: new Map(),
    published: !!textOf(catalogue.publisher?.name),
    knows: (indexNumber: string) => first.has(indexKey(indexNumber)) || options.isElsewhere?.(indexNumber) === true,
    isNormative: (nodeId: string | undefined) => normative.get(nodeId ?? '') === true,
  };
  catalogue.entries.forEach((entry, index) => {
    const { catalogNodeId: nodeId, indexNumber } = entry;
    const earlier = first.get(indexKey(indexNumber))!;
    if (earlier !== index)
      found.entry('duplicate-index-number', undefined, index, 'indexNumber', () => ({ indexNumber }));
    if (entry.state !== undefined || isInternal(entry) || hidden.has(nodeId ?? '')) return;
    if (nodes.length && !byId.has(nodeId ?? ''))
      found.entry('unknown-column', undefined, index, 'catalogNodeId', () => (nodeId ? { nodeId } : {}));
    let column = filled.get(nodeId);
    if (!column) filled.set(nodeId, (column = { days: [], undated: 0 }));
    const day = publishedDay(entry);
    if (day) column.days.push(day);
    else column.undated++;
    checkEntry(entry, index, context);
  });
  checkCircles(catalogue, first, found);
  checkColumns(nodes, filled, { today, since, thresholds: options }, found);
  return found.all();
}

/** 替代: who follows replacements must arrive somewhere. */
function checkCircles({ entries }: Catalogue, first: ReadonlyMap<string, number>, found: Findings) {
  const next = entries.map(({ replacedBy }) =>
    replacedBy === undefined ? undefined : first.get(indexKey(replacedBy)),
  );
  const state = new Uint8Array(entries.length);
  entries.forEach(({ catalogNodeId }, start) => {
    const way: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && !state[at]) {
      state[at] = 1;
      way.push(at);
      at = next[at];
    }
    if (at !== undefined && state[at] === 1) found.entry('replaced-in-circle', catalogNodeId, at, 'replacedBy');
    for (const one of way) state[one] = 2;
  });
}
