/** What of a catalogue goes into feeds, fragments and downloads: its columns, each with its newest entries. */
import { minuteOf, whenOf } from '@zwgk/client/catalogue';
import type { Catalogue, CatalogueEntry, CatalogueNode } from '@zwgk/schema';
import { hans, linkOf, type Addresses } from './text.js';

/** Entries of a feed or fragment. */
export const NEWEST = 50;

/** 栏目, or the whole catalogue. */
export interface Column {
  /** Name of its files. */
  readonly file: string;
  /** Undefined for the whole catalogue. */
  readonly node: CatalogueNode | undefined;
  readonly title: string;
  /** From the top: titles of the columns that it lies in, and its own. */
  readonly path: readonly string[];
  /** The newest first. */
  readonly entries: readonly CatalogueEntry[];
  /** Entries of the column. */
  readonly total: number;
}

const minutesOf = (entry: CatalogueEntry): number => {
  const when = whenOf(entry);
  return Number.isNaN(when) ? -Infinity : when;
};

/** A name that every file system and every address takes as it is; others are numbered. */
const fileOf = (id: string, place: number): string =>
  /^[A-Za-z0-9][\w-]{0,79}$/.test(id) && id.toLowerCase() !== 'all' ? id : `column-${place + 1}`;

export function columnsOf({ title, nodes = [], entries }: Catalogue): Column[] {
  const order = entries
    .map((entry, at) => ({ entry, at, when: minutesOf(entry) }))
    .sort((a, b) => (a.when === b.when ? a.at - b.at : b.when > a.when ? 1 : -1));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lists = new Map<CatalogueNode | undefined, { entries: CatalogueEntry[]; total: number }>();
  for (const node of [undefined, ...nodes]) lists.set(node, { entries: [], total: 0 });
  for (const { entry } of order) {
    // An entry stands in its column and in all above it; columns that name each other as parents end nothing.
    const above = new Set<CatalogueNode | undefined>([undefined]);
    for (let node = byId.get(entry.catalogNodeId ?? ''); node && !above.has(node); node = byId.get(node.parentId ?? ''))
      above.add(node);
    for (const node of above) {
      const list = lists.get(node)!;
      list.total++;
      if (list.entries.length < NEWEST) list.entries.push(entry);
    }
  }
  const files = new Set<string>();
  return [...lists].map(([node, { entries: newest, total }], i) => {
    const path: string[] = [];
    const seen = new Set<CatalogueNode>();
    for (let one = node; one && !seen.has(one); one = byId.get(one.parentId ?? '')) {
      seen.add(one);
      path.unshift(hans(one.title));
    }
    let file = node ? fileOf(node.id, i - 1) : 'all';
    // Two names that some file systems take for one.
    if (files.has(file.toLowerCase())) file = `column-${i}-${files.size}`;
    files.add(file.toLowerCase());
    return { file, node, title: path[path.length - 1] ?? hans(title), path, entries: newest, total };
  });
}

/** Where an entry can be read: its own address, else its permalink on the page of the catalogue. */
export function addressOf({ url, indexNumber }: CatalogueEntry, addresses: Addresses): string | undefined {
  const own = linkOf(url, addresses);
  if (own) return own;
  if (!addresses.page || !indexNumber) return undefined;
  return new URL(`#zwgk=${encodeURIComponent(indexNumber.replace(/[\uD800-\uDFFF]/g, ''))}`, addresses.page).href;
}

/** The moment of an entry in Beijing time, `2026-03-05T09:30:00+08:00`; undefined without a date. */
export function momentOf(entry: CatalogueEntry): string | undefined {
  const when = whenOf(entry);
  return Number.isNaN(when) ? undefined : stamp(when);
}
const stamp = (minute: number) => `${new Date((minute + 480) * 60000).toISOString().slice(0, 19)}+08:00`;
/** When a list was last changed: by its newest entry, else by what the catalogue says of itself. */
export function changedAt({ entries }: Pick<Column, 'entries'>, updatedAt: string | undefined): string {
  const newest = entries.map(minutesOf).reduce((a, b) => Math.max(a, b), -Infinity);
  const own = minuteOf(updatedAt);
  return stamp(newest > -Infinity ? newest : Number.isNaN(own) ? 0 : own);
}
