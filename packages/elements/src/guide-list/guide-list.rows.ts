/** What a reader narrows a list of guides by, and in which order it stands. Pure; part of `guide-list.find.ts`. */
import type { GuideEntry } from '@zwgk/schema';
import { compareTitles, letterOf } from './guide-list.letters.js';

export interface GuideRow {
  readonly guide: GuideEntry;
  /** As it is sorted: in zh-Hans. */
  readonly title: string;
  readonly letter: string;
  readonly person: boolean;
  readonly org: boolean;
}
/** The reader's state; a script may have set anything. */
export interface GuideQuestion {
  readonly audience: string;
  readonly topic: string;
  readonly letter: string;
  readonly sort: string;
}
export type Count = readonly [value: string, count: number];
export interface GuideAnswer {
  readonly rows: readonly GuideRow[];
  /** Each with what the others leave, so that no choice leads to nothing. */
  readonly topics: readonly Count[];
  readonly letters: readonly Count[];
  readonly audiences: readonly Count[];
}

const hans = (text: GuideEntry['taskName']): string => (typeof text === 'string' ? text : (text['zh-Hans'] ?? ''));

export const rowsOf = (guides: readonly GuideEntry[]): GuideRow[] =>
  guides.map((guide) => {
    const title = hans(guide.taskName);
    const { serviceTargets: targets = [], topicPerson: person = [], topicOrg: org = [] } = guide;
    // A guide that does not say whom it is for is shown to both.
    const silent = !targets[0] && !person[0] && !org[0];
    return {
      guide,
      title,
      letter: letterOf(title, guide.initial),
      person: silent || (targets[0] ? targets.includes('1') : !!person[0]),
      org: silent || (targets[0] ? targets.some((code) => code !== '1') : !!org[0]),
    };
  });

/** 主题 of a guide, as they concern the reader. */
export const topicsOf = ({ guide }: GuideRow, audience: string): string[] => [
  ...new Set([
    ...(audience === 'org' ? [] : (guide.topicPerson ?? [])),
    ...(audience === 'person' ? [] : (guide.topicOrg ?? [])),
  ]),
];

const tally = (rows: readonly GuideRow[], of: (row: GuideRow) => readonly string[]): Count[] => {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of of(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
};
const stable = (rows: readonly GuideRow[], order: (a: GuideRow, b: GuideRow) => number) => [...rows].sort(order);
const ORDER: Readonly<Record<string, (a: GuideRow, b: GuideRow) => number>> = {
  __proto__: null as never,
  used: (a, b) => (b.guide.caseVolume ?? -1) - (a.guide.caseVolume ?? -1),
  title: (a, b) => (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : compareTitles(a.title, b.title)),
  newest: (a, b) =>
    (b.guide.updatedAt ?? '') < (a.guide.updatedAt ?? '') ? -1 : b.guide.updatedAt === a.guide.updatedAt ? 0 : 1,
};

/** @param found rank by row of those that the words are in; undefined when there are no words */
export function answerOf(
  all: readonly GuideRow[],
  { audience, topic, letter, sort }: GuideQuestion,
  found?: ReadonlyMap<GuideRow, number>,
): GuideAnswer {
  const inAudience = (row: GuideRow) => (audience === 'person' ? row.person : audience === 'org' ? row.org : true);
  const inTopic = (row: GuideRow) => !topic || topicsOf(row, audience).includes(topic);
  const inLetter = (row: GuideRow) => !letter || row.letter === letter;
  const hit = found ? all.filter((row) => found.has(row)) : all;
  const mine = hit.filter(inAudience);
  const rows = mine.filter((row) => inTopic(row) && inLetter(row));
  const order = ORDER[sort] ?? (found && ((a: GuideRow, b: GuideRow) => found.get(a)! - found.get(b)!));
  const others = hit.filter((row) => (!topic || topicsOf(row, '').includes(topic)) && inLetter(row));
  return {
    rows: order ? stable(rows, order) : rows,
    topics: tally(mine.filter(inLetter), (row) => topicsOf(row, audience)).sort(
      (a, b) => b[1] - a[1] || compareTitles(a[0], b[0]),
    ),
    letters: tally(mine.filter(inTopic), ({ letter }) => [letter]).sort(([a], [b]) => (a < b ? -1 : 1)),
    audiences: tally(others, ({ person, org }) => [...(person ? ['person'] : []), ...(org ? ['org'] : [])]),
  };
}
