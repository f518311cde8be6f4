/** One line of `zwgk check` (检查结果). */
import { ruleWords } from './rules.messages.js';

export interface Inspected {
  /** Where in the document, in words; empty for the whole. */
  readonly place: string;
  readonly text: string;
  readonly severity: 'error' | 'warning';
}

export const findingLine = (sentence: string, clause: string, severity: Inspected['severity']): string =>
  ruleWords.finding(severity === 'warning' ? ruleWords.warning(sentence) : sentence, clause);
