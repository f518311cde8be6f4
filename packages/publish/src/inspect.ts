/** `zwgk check`: what an inspection would find in guides and flow charts that can be read (检查). */
import { checkFlowChart, checkGuide, type FlowChart, type Guide, type PowerItem } from '@zwgk/schema';
import { fieldName } from './field-names.js';
import type { PackSource } from './pack.js';
import { chartSentences, guideSentences, ruleWords } from './rules.messages.js';

export interface Inspected {
  /** Where in the document, in words; empty for the whole. */
  readonly place: string;
  readonly text: string;
  readonly severity: 'error' | 'warning';
}

const tell = (sentence: string, clause: string, severity: Inspected['severity']): string =>
  ruleWords.finding(severity === 'warning' ? ruleWords.warning(sentence) : sentence, clause);

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
    } else found.push({ place: placeOf(path), text: tell(guideSentences[rule](inputs), clause, severity), severity });
  if (wanted.length)
    found.push({
      place: '',
      text: tell(ruleWords.alsoWanted([...new Set(wanted)].join('、')), clauseOfWanted, 'error'),
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
      text: tell(chartSentences[code](inputs), clause, severity),
      severity,
    }),
  );
}

/** Everything in a source folder, file by file. */
export function inspectSource(
  { guides = [], flowcharts = [], powers = [] }: PackSource,
  fileOf: (document: object) => string,
  placeOf: (file: string, path: readonly (string | number)[]) => string,
): readonly (Inspected & { readonly file: string })[] {
  return [
    ...guides.flatMap((guide) => {
      const file = fileOf(guide);
      return inspectGuide(guide, (path) => placeOf(file, path)).map((one) => ({ ...one, file }));
    }),
    ...flowcharts.flatMap((chart) => inspectChart(chart, powers).map((one) => ({ ...one, file: fileOf(chart) }))),
  ];
}
