/**
 * 标准目录完成情况: which items of a 标准目录 have been published (应公开, 已公开, 缺), and by which rule that is said of each.
 * 国办发〔2019〕54号 asks for the catalogue; what counts as published is told item by item, never only as a number.
 */
import type { CatalogueEntry, CatalogueNode, StandardItem } from '@zwgk/schema';
import type { ReadOptions } from '../http.js';
import { fold } from './fold.js';
import type { CatalogueReader } from './types.js';

/**
 * Why an item counts as it does. Published: `linked` an entry names the item (`standardItem`), `column` an entry
 * stands in a column of the item's name, `title` a title holds its name, `keyword` a keyword is its name. Missing:
 * `none` nothing fits, `notCurrent` all that fits is expired or repealed, `notPublic` all that fits is not open to the
 * public. Not due: `onRequest` the item is disclosed on request only, `otherLevel` it is for another level.
 */
export type CoverageRule =
  'linked' | 'column' | 'title' | 'keyword' | 'none' | 'notCurrent' | 'notPublic' | 'onRequest' | 'otherLevel';

export interface CoveredItem {
  readonly item: StandardItem;
  readonly state: 'published' | 'missing' | 'notDue';
  readonly rule: CoverageRule;
  /** 责任单位: that of the item, else its 公开主体; empty where it names none. */
  readonly unit: string;
  /** What the rule looked at: entries by 索引号 with their titles, newest first, at most {@link SHOWN}. */
  readonly entries: readonly { readonly indexNumber: string; readonly title: CatalogueEntry['title'] }[];
  /** How many fit in all. */
  readonly found: number;
}
export interface CoverageCount {
  readonly due: number;
  readonly published: number;
  readonly missing: number;
}
export interface Coverage extends CoverageCount {
  readonly items: readonly CoveredItem[];
  /** By responsible unit, in the order of the catalogue. */
  readonly units: readonly ({ readonly name: string } & CoverageCount)[];
  /** Entries that were looked at. */
  readonly entries: number;
  /** False when there are more entries than were looked at. */
  readonly complete: boolean;
}
export interface CoverageOptions {
  /** Code of the publisher's level: items that name levels, but not this one, are not due. */
  readonly level?: string | undefined;
}

/** Entries that are told for an item. */
const SHOWN = 5;
/** Entries that are fetched from a service, newest first. */
const MOST = 20000;

const hans = (value: unknown): string =>
  typeof value === 'string' ? value : String((value as Record<string, unknown> | null | undefined)?.['zh-Hans'] ?? '');

/** Names that an item goes by: its own, and the matters it joins (机构设置和办公信息). */
function namesOf(item: StandardItem): string[] {
  const own = hans(item.level2) || hans(item.level1);
  const parts = own.split(/[和与及、，,／/（）()]+/);
  return [...new Set([own, ...parts].map(fold))].filter((name) => name.length > 1);
}

interface Target {
  readonly index: number;
  readonly name: string;
  /** Its 一级事项, that a short name needs beside it. */
  readonly broad: string;
}
/** Names of so many characters say enough alone. */
const LONG = 4;

/** Gathers entries one after the other; `result` tells at any time how complete the publication is. */
export function createCoverage(
  items: readonly StandardItem[],
  nodes: readonly CatalogueNode[],
  { level }: CoverageOptions = {},
): { add(entry: CatalogueEntry): void; result(complete?: boolean): Coverage } {
  const byId = new Map<string, number>();
  items.forEach((item, i) => {
    for (const id of [item.id, item.seq]) if (id !== undefined && !byId.has(String(id))) byId.set(String(id), i);
  });
  // Names by their first two characters: a title is gone through once, however many items there are.
  const starts = new Map<string, Target[]>();
  items.forEach((item, index) => {
    for (const name of namesOf(item)) {
      const start = name.slice(0, 2);
      starts.set(start, [...(starts.get(start) ?? []), { index, name, broad: fold(hans(item.level1)) }]);
    }
  });
  const titles = new Map(nodes.map((node) => [node.id, node]));
  const paths = new Map<string | undefined, string[]>();
  const pathOf = (id: string | undefined): string[] => {
    let path = paths.get(id);
    if (path) return path;
    path = [];
    const seen = new Set<string>();
    for (let node = titles.get(id ?? ''); node && !seen.has(node.id); node = titles.get(node.parentId ?? '')) {
      seen.add(node.id);
      path.push(fold(hans(node.title)));
    }
    paths.set(id, path);
    return path;
  };

  const strength = ['linked', 'column', 'title', 'keyword', 'notCurrent', 'notPublic', 'none'] as const;
  type Found = { rule: (typeof strength)[number]; entries: CatalogueEntry[]; count: number };
  const found: Found[] = items.map(() => ({ rule: 'none', entries: [], count: 0 }));
  let total = 0;

  const fit = (index: number, rule: Found['rule'], entry: CatalogueEntry) => {
    const own = found[index]!;
    const [now, before] = [strength.indexOf(rule), strength.indexOf(own.rule)];
    const counts = now < 4;
    // What does not count is told only as long as nothing counts.
    if (counts && before > 3) {
      own.entries = [];
      own.count = 0;
    } else if (!counts && before < 4) return;
    if (now < before) own.rule = rule;
    own.count++;
    own.entries.push(entry);
    own.entries.sort((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1));
    own.entries.length = Math.min(own.entries.length, SHOWN);
  };
  const inText = (text: string, said: readonly string[], take: (index: number) => void) => {
    for (let i = 0; i + 1 < text.length; i++)
      for (const { index, name, broad } of starts.get(text.slice(i, i + 2)) ?? [])
        if (
          text.startsWith(name, i) &&
          (name.length >= LONG || text.includes(broad) || said.some((one) => one.includes(broad)))
        )
          take(index);
  };

  return {
    add(entry) {
      total++;
      const hidden = entry.state !== undefined || (entry.disclosureMode ?? 'proactive') !== 'proactive';
      const stale = entry.validity === 'repealed' || entry.validity === 'invalid';
      const path = pathOf(entry.catalogNodeId);
      const fits = new Map<number, Found['rule']>();
      const take = (rule: Found['rule']) => (index: number) => {
        if (!fits.has(index)) fits.set(index, rule);
      };
      const linked = entry.standardItem === undefined ? undefined : byId.get(String(entry.standardItem));
      // Who names an item means that one and no other.
      if (linked !== undefined) fits.set(linked, 'linked');
      else {
        for (const column of path)
          for (const { index, name, broad } of starts.get(column.slice(0, 2)) ?? [])
            if (name === column && (name.length >= LONG || path.includes(broad))) take('column')(index);
        inText(fold(hans(entry.title)), path, take('title'));
        for (const word of entry.keywords ?? []) inText(fold(word), path, take('keyword'));
      }
      for (const [index, rule] of fits) fit(index, hidden ? 'notPublic' : stale ? 'notCurrent' : rule, entry);
    },
    result(complete = true) {
      const units = new Map<string, { name: string; due: number; published: number; missing: number }>();
      const covered = items.map((item, i): CoveredItem => {
        const { rule, entries, count } = found[i]!;
        const unit = hans(item.responsibleUnit) || hans(item.subject);
        const onRequest = item.mode?.onRequest === true && !item.mode.proactive;
        const otherLevel = level !== undefined && !!item.levels?.length && !item.levels.includes(level);
        const state =
          onRequest || otherLevel
            ? 'notDue'
            : strength.indexOf(rule) < 4
              ? ('published' as const)
              : ('missing' as const);
        if (state !== 'notDue') {
          const row = units.get(unit) ?? { name: unit, due: 0, published: 0, missing: 0 };
          row.due++;
          row[state]++;
          units.set(unit, row);
        }
        return {
          item,
          state,
          rule: onRequest ? 'onRequest' : otherLevel ? 'otherLevel' : rule,
          unit,
          entries: entries.map(({ indexNumber, title }) => ({ indexNumber, title })),
          found: count,
        };
      });
      const count = (state: CoveredItem['state']) => covered.filter((one) => one.state === state).length;
      const published = count('published');
      const missing = count('missing');
      return {
        due: published + missing,
        published,
        missing,
        items: covered,
        units: [...units.values()],
        entries: total,
        complete,
      };
    },
  };
}

/** The coverage of a whole catalogue, page by page: in memory or over a service. Of a service at most 20,000 entries. */
export async function coverageOf(
  reader: CatalogueReader,
  items: readonly StandardItem[],
  options: CoverageOptions & Pick<ReadOptions, 'signal'> = {},
): Promise<Coverage> {
  const gathered = createCoverage(items, reader.nodes, options);
  let cursor: string | undefined;
  let seen = 0;
  do {
    const page = await reader.page(
      { sort: 'newest', pageSize: 100, facets: false, ...(cursor === undefined ? {} : { cursor }) },
      options.signal ? { signal: options.signal } : {},
    );
    for (const entry of page.items) gathered.add(entry);
    seen += page.items.length;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && seen < MOST);
  return gathered.result(cursor === undefined);
}
