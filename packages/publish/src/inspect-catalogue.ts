/** `zwgk check` for catalogues: findings of the rules, in words, a few lines however many entries there are (检查). */
import {
  checkCatalogue,
  checkStandardCatalogue,
  publicView,
  type Catalogue,
  type CatalogueCheckOptions,
  type CatalogueFinding,
  type CatalogueNode,
  type StandardCatalogue,
} from '@zwgk/schema';
import { createCoverage } from '@zwgk/client/catalogue';
import { cataloguePartsTable, isNumbered } from '@zwgk/elements/static';
import { catalogueWords, columnSentences, entrySentences, sampleNotes } from './catalogue-rules.messages.js';
import { fieldName } from './field-names.js';
import { findingLine, type Inspected } from './inspected.js';
import { hans } from './outputs/text.js';

/** More columns with the same fault than this are one line. */
const MOST_COLUMNS = 3;
/** Entries and items that are named in a line. */
const SHOWN = 3;
const SHOWN_ITEMS = 8;

const nameOfField = (field: string): string => fieldName('catalogues', field).replace(/（\w+）$/, '');

/** `政策文件 › 规范性文件`; a column that hangs below itself stops. */
function pathOf(nodes: ReadonlyMap<string, CatalogueNode>, id: string): string {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let node = nodes.get(id); node && !seen.has(node.id); node = nodes.get(node.parentId ?? '')) {
    seen.add(node.id);
    path.unshift(hans(node.title));
  }
  return path.join(' › ') || id;
}

type Sample = CatalogueFinding['samples'][number];
/** Findings of entries by rule and field; those of many columns in one. */
function lines(
  findings: readonly CatalogueFinding[],
  nameOf: (sample: Sample, note: string) => string,
  placeOf: (nodeId: string) => string,
  wordOf = nameOfField,
): Inspected[] {
  const groups = new Map<string, CatalogueFinding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.field}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const told: Inspected[] = [];
  const tell = (place: string, sentence: string, { severity, clause }: CatalogueFinding) =>
    told.push({ place, text: findingLine(sentence, clause, severity), severity });
  const wanted: string[] = [];
  for (const group of groups.values()) {
    const [first] = group as [CatalogueFinding];
    const { rule, field } = first;
    const ofColumn = columnSentences[rule];
    if (ofColumn) {
      for (const one of group)
        tell(one.nodeId === undefined ? '' : catalogueWords.column(placeOf(one.nodeId)), ofColumn(one.inputs), one);
      continue;
    }
    const count = (list: readonly CatalogueFinding[]) => list.reduce((sum, one) => sum + one.count, 0);
    if (rule === 'metadata-incomplete') {
      wanted.push(catalogueWords.wantedField(wordOf(field ?? ''), count(group)));
      continue;
    }
    const sentence = entrySentences[rule]!(wordOf(field ?? ''));
    const merged = group.length > MOST_COLUMNS;
    for (const list of merged ? [group] : group.map((one) => [one])) {
      const names = list
        .flatMap(({ samples }) => samples)
        .slice(0, SHOWN)
        .map((sample) => nameOf(sample, sampleNotes[rule]?.(sample.inputs) ?? ''));
      const place = merged
        ? catalogueWords.columns(group.length)
        : list[0]!.nodeId === undefined
          ? ''
          : catalogueWords.column(placeOf(list[0]!.nodeId));
      tell(place, catalogueWords.listed(sentence, names, count(list)), first);
    }
  }
  const metadata = findings.find(({ rule }) => rule === 'metadata-incomplete');
  if (metadata) tell('', catalogueWords.wanted(wanted), metadata);
  return told;
}

export function inspectCatalogue(catalogue: Catalogue, options: CatalogueCheckOptions): readonly Inspected[] {
  const nodes = new Map((catalogue.nodes ?? []).map((node) => [node.id, node]));
  return lines(
    checkCatalogue(catalogue, options),
    ({ index }, note) => {
      const { title, indexNumber } = catalogue.entries[index]!;
      return catalogueWords.entry(hans(title), isNumbered(indexNumber) ? indexNumber : '', note);
    },
    (nodeId) => pathOf(nodes, nodeId),
  );
}

/** 公开层级 of a 标准目录, by the words that tables use. */
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/乡|镇|街/, 'township'],
  [/村|社区/, 'village'],
  [/县|区|市/, 'county'],
];

/** A 标准目录 by itself, and how far the catalogues beside it fulfil it. */
export function inspectStandard(standard: StandardCatalogue, beside: readonly Catalogue[]): readonly Inspected[] {
  const own = lines(
    checkStandardCatalogue(standard),
    ({ index }, note) => {
      const { level1, level2 } = standard.items[index]!;
      return catalogueWords.item([level1, level2].map(hans).filter(Boolean).join(' › '), index + 1, note);
    },
    (nodeId) => nodeId,
    (field) => (field === 'channels' ? cataloguePartsTable.standard.channels : nameOfField(field)),
  );
  const open = beside.flatMap((catalogue): Catalogue[] => {
    const shown = publicView('catalogue', catalogue);
    return shown ? [shown] : [];
  });
  if (!open.some(({ entries }) => entries.length)) return own;
  const level = LEVELS.find(([pattern]) => pattern.test(hans(standard.level)))?.[1];
  const coverage = createCoverage(
    standard.items,
    open.flatMap(({ nodes = [] }) => nodes),
    { level },
  );
  for (const { entries } of open) for (const entry of entries) coverage.add(entry);
  const { due, missing, items } = coverage.result();
  if (!missing) return own;
  const names = items
    .filter(({ state }) => state === 'missing')
    .slice(0, SHOWN_ITEMS)
    .map(({ item }) => hans(item.level2) || hans(item.level1));
  return [
    ...own,
    {
      place: '',
      text: findingLine(catalogueWords.coverage(due, missing, names), catalogueWords.coverageClause, 'warning'),
      severity: 'warning',
    },
  ];
}
