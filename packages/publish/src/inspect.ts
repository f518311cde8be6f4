/** `zwgk check`: what an inspection would find in what can be read of a source folder (检查). */
import {
  checkFlowChart,
  checkGuide,
  type Catalogue,
  type FlowChart,
  type Guide,
  type PowerItem,
  type StandardCatalogue,
} from '@zwgk/schema';
import { fieldName } from './field-names.js';
import { inspectCatalogue, inspectStandard } from './inspect-catalogue.js';
import { findingLine, type Inspected } from './inspected.js';
import type { PackSource } from './pack.js';
import { chartSentences, guideSentences, ruleWords } from './rules.messages.js';

/** `placeOf` makes words of a path. Fields that only the exchange tables want are one line, not twenty. */
export function inspectGuide(
  guide: Guide,
  placeOf: (path: readonly (string | number)[]) => string,
): readonly Inspected[] {
  const found: Inspected[] = [];
  const wanted: string[] = [];
  let clauseOfWanted = '';
  for (const { rule, severity, path, inputs, clause } of checkGuide(guide))
    if (rule === 'required-field') {
      wanted.push(fieldName('guides', String(path[0])).replace(/（\w+）$/, ''));
      clauseOfWanted = clause;
    } else
      found.push({ place: placeOf(path), text: findingLine(guideSentences[rule](inputs), clause, severity), severity });
  if (wanted.length)
    found.push({
      place: '',
      text: findingLine(ruleWords.alsoWanted([...new Set(wanted)].join('、')), clauseOfWanted, 'error'),
      severity: 'warning',
    });
  return found;
}

const words = (value: unknown): string =>
  typeof value === 'string' ? value : String((value as Record<string, unknown> | undefined)?.['zh-Hans'] ?? '');

export function inspectChart(chart: FlowChart, powers: readonly PowerItem[] = []): readonly Inspected[] {
  const power = powers.find(({ id, flowChartId }) =>
    chart.powerItemId !== undefined ? id === chart.powerItemId : chart.id !== undefined && flowChartId === chart.id,
  );
  return checkFlowChart(chart, { powerType: power?.powerType, promisedLimit: power?.promisedLimit }).map(
    ({ code, severity, nodeId, edgeIndex, inputs, clause }) => ({
      place:
        edgeIndex !== undefined
          ? ruleWords.edge(edgeIndex + 1)
          : nodeId !== undefined
            ? ruleWords.node(words(chart.nodes.find(({ id }) => id === nodeId)?.label) || nodeId)
            : '',
      text: findingLine(chartSentences[code](inputs), clause, severity),
      severity,
    }),
  );
}

const isStandard = (document: Catalogue | StandardCatalogue): document is StandardCatalogue => 'items' in document;

/** Everything in a source folder on a day (DateOnly), file by file; what is wrong before what is to be looked at. */
export function inspectSource(
  { guides = [], flowcharts = [], powers = [], catalogues = [], defects = {} }: PackSource,
  fileOf: (document: object) => string,
  placeOf: (file: string, path: readonly (string | number)[]) => string,
  today: string,
): readonly (Inspected & { readonly file: string })[] {
  const disclosed = catalogues.filter((one): one is Catalogue => !isStandard(one));
  const numbers = new Set(disclosed.flatMap(({ entries }) => entries.map(({ indexNumber }) => indexNumber)));
  const isElsewhere = (indexNumber: string) => numbers.has(indexNumber);
  const unreadOf = ({ id }: Catalogue) => {
    const unread = new Set(defects[id ?? '']?.map(({ path: [, index, field] }) => `${index} ${field}`));
    return (index: number, field: string) => unread.has(`${index} ${field}`);
  };
  const inspected = (document: object, found: readonly Inspected[]) =>
    found.map((one) => ({ ...one, file: fileOf(document) }));
  const all = [
    ...guides.flatMap((guide) =>
      inspected(
        guide,
        inspectGuide(guide, (path) => placeOf(fileOf(guide), path)),
      ),
    ),
    ...flowcharts.flatMap((chart) => inspected(chart, inspectChart(chart, powers))),
    ...catalogues.flatMap((one) =>
      inspected(
        one,
        isStandard(one)
          ? inspectStandard(one, disclosed)
          : inspectCatalogue(one, { today, isElsewhere, isUnread: unreadOf(one) }),
      ),
    ),
  ];
  const of = (severity: Inspected['severity']) => all.filter((one) => one.severity === severity);
  return [...of('error'), ...of('warning')];
}
