// Everything that is shipped as an example, by file name.
import { disclosure } from './catalogue/index.mjs';
import { flowcharts } from './flowcharts/index.mjs';
import { guides } from './guides/index.mjs';
import { letters } from './letters.mjs';
import { bureau } from './place.mjs';
import { discretions, powers } from './powers.mjs';
import { standard } from './standard.mjs';

const each = (folder, list) => list.map((value) => ({ path: `${folder}/${value.id}.json`, value }));

export const documents = () => [
  { path: 'bureau.json', value: bureau },
  ...each('guides', guides),
  ...each('flowcharts', flowcharts),
  ...each('powers', powers),
  ...each('discretions', discretions),
  { path: 'catalogues/disclosure.json', value: disclosure(), oneLine: 'entries' },
  { path: 'catalogues/standard.json', value: standard },
  { path: 'letters.json', value: letters },
];
