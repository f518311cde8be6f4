/** 检索: as in the catalogue, 简繁 and 全半角 are one and every word must occur within one field. A part of its own. */
import { createTextIndex, fold, highlight, queryWords } from '@zwgk/client/catalogue';
import type { GuideRow } from './guide-list.rows.js';

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? (Object.values(value) as string[]) : [];
const titles = ({ guide }: GuideRow) => [...texts(guide.taskName), ...texts(guide.handleItemName)];
const textsOf = (row: GuideRow): string[] => {
  const { deptName, scope, topicPerson = [], topicOrg = [], taskCode, catalogCode, localTaskCode } = row.guide;
  return [
    ...titles(row),
    ...texts(deptName),
    ...topicPerson,
    ...topicOrg,
    ...texts(scope),
    ...[taskCode, catalogCode, localTaskCode].flatMap(texts),
  ];
};

export interface GuideSearch {
  /** Rank by row: 0 where the titles hold all words, 1 elsewhere; undefined when the query has no words. */
  find(query: string, signal: AbortSignal): Promise<Map<GuideRow, number> | undefined>;
  readonly highlight: typeof highlight;
}

export async function createGuideSearch(rows: readonly GuideRow[]): Promise<GuideSearch> {
  const index = await createTextIndex(rows.length, (row) => textsOf(rows[row]!));
  return {
    highlight,
    async find(query, signal) {
      const words = queryWords(query);
      if (!words.length) return undefined;
      const lists = await Promise.all(words.map(async (word) => new Set(await index.search(word, signal))));
      const found = new Map<GuideRow, number>();
      for (const at of lists[0]!)
        if (lists.every((list) => list.has(at))) {
          const row = rows[at]!;
          const folded = titles(row).map(fold);
          found.set(row, words.every((word) => folded.some((title) => title.includes(word))) ? 0 : 1);
        }
      return found;
    },
  };
}
