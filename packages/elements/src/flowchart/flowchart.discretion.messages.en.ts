import type { DiscretionTable } from './flowchart.discretion.messages.js';

const en: DiscretionTable = {
  choose: 'Choose the circumstances to see tier and range',
  result: 'Result',
  name: 'Tier',
  standard: 'Standard',
  range: 'Range',
  amount: (value, unit) => `${value.toLocaleString('en')} ${unit}`.trim(),
  from: (amount, including) => (including ? `from ${amount}` : `above ${amount}`),
  to: (amount, including) => (including ? `up to ${amount}` : `below ${amount}`),
  and: ' ',
  note: 'For information only; the authority decides by law. What you choose is neither kept nor sent.',
};
export default en;
