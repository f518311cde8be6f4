/** Which field stands in which section, in the official order of a 服务指南 (19 elements), and how it is shown. */

/**
 * t text · c code(s) with words · r text or list as it stands · d day · b yes or no · u address · n times · a postal
 * address · p telephone · A attachment · B legal bases · C contacts · T time limit · L days with unit and note ·
 * h office hours · M measured time · E charged or not · W whom it serves; an object: a list of things, each with its own fields below the head.
 */
export type Kind = string | { readonly name: string; readonly head: string; readonly fields: Fields };
export type Fields = { readonly [field: string]: Kind };

const list = (name: string, head: string, fields: Fields): Kind => ({ name, head, fields });

const place = list('place', 'name', { window: 't', address: 'a', kind: 'c', hours: 'h', phone: 'p' });

/** Fields of a material that follow the line with its kind, form, copies and source. */
export const materialFields: Fields = {
  sourceNote: 't',
  fillNotes: 't',
  acceptStandard: 't',
  basis: 'B',
  blankForm: 'A',
  sampleForm: 'A',
  remark: 't',
};

export const sections: readonly (readonly [name: string, fields: Fields])[] = [
  ['scope', { serviceTargets: 'W', scope: 't' }],
  [
    'project',
    {
      handleItemName: 't',
      taskType: 'c',
      projectType: 'c',
      taskState: 'c',
      taskVersion: 'r',
      catalogCode: 'r',
      taskCode: 'r',
      taskHandleItem: 'r',
      localCatalogCode: 'r',
      localTaskCode: 'r',
      useLevels: 'c',
      powerSource: 'c',
      topicPerson: 'r',
      topicOrg: 'r',
      townCode: 'r',
      villageCode: 'r',
      delegate: 't',
      punishmentMethod: 't',
      planEffective: 'd',
      planCancel: 'd',
      updatedAt: 'd',
      lang: 'c',
    },
  ],
  ['basis', { legalBasis: 'B', implementBasis: 'B', supervisionBasis: 'B' }],
  ['intake', { inHall: 'b', places: 'N' }],
  ['decision', { deptName: 't', deptType: 'c', deptCode: 'r', entrustName: 't', jointDepts: 'r' }],
  ['quantity', { quantityLimit: 't' }],
  ['conditions', { acceptConditions: 't', prohibitions: 't' }],
  ['materials', {}],
  ['receive', { handleForms: 'c', onlineUrl: 'u', mobileUrl: 'u', bookable: 'b', kiosk: 'b', express: 'b' }],
  [
    'flow',
    {
      flow: list('step', 'stage', { description: 't', handler: 't', timeLimit: 'T', standard: 't', result: 't' }),
      specialProcedures: list('special', 'name', {
        timeLimit: 'T',
        basis: 't',
        charged: 'b',
        chargeBasis: 't',
        counted: 'b',
      }),
      intermediaryServices: list('service', 'name', { basis: 't', orgListUrl: 'u' }),
    },
  ],
  ['way', { visits: 'n', visitReason: 't', online: 'b', onlineDepth: 'c', crossRegion: 'c' }],
  ['time', { statutory: 'L', promised: 'L', measured: 'M' }],
  [
    'fee',
    {
      charged: 'E',
      fees: list('fee', 'name', { standard: 't', basis: 't', reducible: 'b', reduceBasis: 't', remark: 't' }),
      onlinePay: 'b',
    },
  ],
  ['result', { resultName: 't', resultType: 'r', resultSample: 'A', resultValidity: 't', annualInspection: 't' }],
  ['delivery', { delivery: 'r', deliveryTime: 't' }],
  ['rights', { rights: 't', remedies: list('remedy', 'name', { period: 't', authority: 't', basis: 't' }) }],
  ['consult', { consult: 'C' }],
  ['complaint', { complaint: 'C' }],
  ['place', { officeHours: 'h', places: place }],
  ['faq', { faq: list('faq', 'question', { answer: 't' }) }],
];

/** Codes of domain §3.3–3.5 and of legal bases that have words; `list.field` where the field is one of a list. */
const codes: Readonly<Record<string, string>> = {
  taskType: '01 02 03 04 05 06 07 08 09 10 20',
  projectType: '1 2',
  taskState: '1 2 3',
  useLevels: '1 2 3 4 5 6',
  powerSource: '1 2 3 4 5 6',
  deptType: '1 2 3',
  handleForms: '1 2 3',
  onlineDepth: '1 2 3 4 5 6 9',
  crossRegion: '1 2 3 4 5 6',
  lang: 'zh-Hans mn bo ug',
  'place.kind': '1 2 3 4 5 6',
  'material.kind': '1 2 3',
  'material.form': '1 2 3',
  'material.source': '10 20 30 99',
  basis: 'law adminRegulation localRegulation deptRule localRule normativeDoc other',
};
export const codeKeys = Object.keys(codes).flatMap((name) => codes[name]!.split(' ').map((code) => `${name}.${code}`));

const keysOf = (fields: Fields, list = ''): string[] =>
  Object.keys(fields).flatMap((field) => {
    const kind = fields[field]!;
    return [list + field, ...(typeof kind === 'string' ? [] : keysOf(kind.fields, `${kind.name}.`))];
  });
/** A section of one field has its heading for a label. */
export const isAlone = (fields: Fields): boolean => Object.keys(fields).length < 2;
/** Every field that needs a label, in the order of the tables above, each once; then those of materials. */
export const labelKeys = [
  ...new Set([
    ...sections.flatMap(([, fields]) => keysOf(fields).slice(isAlone(fields) ? 1 : 0)),
    ...keysOf(materialFields, 'material.'),
  ]),
];

/** A table of words from its keys and one text: words in the order of the keys, separated by `|` or a line's end. */
export const named = (keys: readonly string[], words: string): Record<string, string> => {
  const list = words.trim().split(/\s*[|\n]\s*/);
  return Object.fromEntries(keys.map((key, i) => [key, list[i]!]));
};
