// Everything that is shipped as an example, by file name.
import { disclosure } from './catalogue/index.mjs';
import { flowcharts } from './flowcharts/index.mjs';
import { guides } from './guides/index.mjs';
import { bureau } from './place.mjs';

export const documents = () => [
  { path: 'bureau.json', value: bureau },
  ...guides.map((value) => ({ path: `guides/${value.id}.json`, value })),
  ...flowcharts.map((value) => ({ path: `flowcharts/${value.id}.json`, value })),
  { path: 'catalogues/disclosure.json', value: disclosure(), oneLine: 'entries' },
];
