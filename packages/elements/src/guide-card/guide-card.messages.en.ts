import type { GuideCardTable } from './guide-card.messages.js';
import { codeKeys, labelKeys, named } from './guide-card.fields.js';

const en: GuideCardTable = {
  sheet: 'Procedure guide (one-time notice)',
  contents: 'Contents',
  more: 'Show the guide',
  less: 'Show less',
  unfold: 'Unfold all',
  fold: 'Fold all',
  copy: 'Copy address',
  copied: 'Copied',
  yes: 'Yes',
  no: 'No',
  list: ', ',
  colon: ': ',
  comma: ', ',
  printed: 'Printed on',
  fact: {
    who: 'Who can apply',
    bring: 'What to bring',
    where: 'Where',
    time: 'How long',
    fee: 'Cost',
    remedy: 'If refused',
    visits: 'Visits',
    materials: 'Documents',
    phone: 'Telephone',
  },
  seeConditions: 'See the conditions',
  seeMaterials: 'See the documents',
  online: 'Apply online',
  mobile: 'Apply by phone',
  places: (count) => `${count} places in all`,
  remedy:
    'You may apply for administrative reconsideration within 60 days of learning of the act, or sue in court within 6 months, unless the law provides otherwise.',
  supervise: 'Complaints',
  suspended: 'This matter is suspended. Ask the authority first.',
  cancelled: 'This matter has been abolished.',
  unit: { workday: 'working days', day: 'calendar days', month: 'months', year: 'years', hour: 'hours' },
  noUnit: '(unit not stated)',
  days: (count, unit) => `${count} ${count === 1 ? unit.replace(/s$/, '') : unit}`,
  noStatutory: 'None set by law',
  atOnce: 'At once',
  noPromise: 'None promised',
  unstated: 'Not stated; ask at the window',
  statutoryShort: (limit) => `by law ${limit}`,
  free: 'Free of charge',
  charged: 'Charged',
  noFees: 'Charged, amount not stated',
  contradicts: 'The guide says free of charge, yet lists fees. Ask at the window.',
  visits: (count) => (count ? String(count) : 'No visit needed'),
  copies: (count) => `${count} ${count === 1 ? 'copy' : 'copies'}`,
  noMaterials: 'No documents needed',
  count: (count) => String(count),
  bring: (count) => (count ? `You need to bring only ${count}` : 'You need not bring any document'),
  atLeast: (count) => (count ? `At least ${count}` : 'None in some situations'),
  maybe: (count) => `${count} more as the case may be`,
  late: (count) => `${count} may follow later`,
  situation: 'Which applies to you? Choose to see what to bring',
  asked: 'Your situation',
  notAsked: (questions) => `Not chosen yet: ${questions}`,
  clear: 'Start over',
  need: {
    bring: 'To bring',
    later: 'May follow later',
    maybe: 'As the case may be',
    free: 'Not to bring',
    not: 'Not in your situation',
  },
  mark: {
    licence: 'electronic licence, not needed',
    shared: 'obtained by the office, not needed',
    pledge: 'a written pledge will do',
    later: 'may follow later',
    optional: 'optional',
    depends: 'depends on the choice above',
  },
  section: {
    scope: 'Scope',
    project: 'About the matter',
    basis: 'Legal basis',
    basis01: 'Basis of the permit',
    intake: 'Receiving body',
    decision: 'Deciding body',
    quantity: 'Limit on number',
    quantity01: 'Number of permits',
    conditions: 'Conditions',
    materials: 'Documents',
    receive: 'How applications are received',
    flow: 'Basic process',
    way: 'Ways to apply',
    time: 'Time limits',
    fee: 'Fees: basis and rates',
    result: 'Result',
    result01: 'Result of the permit',
    delivery: 'Delivery of the result',
    rights: 'Rights and duties',
    consult: 'Enquiries',
    complaint: 'Supervision and complaints',
    place: 'Address and hours',
    faq: 'Common questions',
  },
  label: named(
    labelKeys,
    `
      For|Scope
      Item|Type of matter|Type of case|State|Version|Basic code|Implementation code|Item code|Local basic code|Local implementation code|Level|Source of the power|Topic for persons|Topic for organisations|Town code|Village code|Delegate|Acts, kinds and ranges of penalties|Effective from|Ends on|Updated|Language
      Legal basis|Basis of implementation|Basis of supervision
      In the service hall|Window
      Authority|Kind of authority|Code of the authority|Entrusted by|Joint authorities
      Conditions of acceptance|Prohibitions
      Forms|Online address|Mobile address|Appointments|Self-service terminal|Express delivery
      Process
      Handled by|Time limit|Standard of review|Result
      Special procedures
      Time needed|Legal basis|Charged|Basis of the charge|Counted within the legal limit
      Intermediary services
      Basis|List of providers
      Visits|Why a visit is needed|Online|What can be done online|Can be done across
      Limit by law|Promised limit
      Charged|Fees
      Rate|Basis|Can be reduced|Basis of the reduction|Remark
      Online payment
      Result|Type of result|Sample|Validity|Annual inspection
      Delivery|Time of delivery
      Hours
      Window|Address|Kind of place|Hours|Telephone
      Answer
      Source|How to fill in|Standard of acceptance|Why it is required|Blank form|Filled-in sample|Remark`,
  ),
  code: named(
    codeKeys,
    `
      Administrative licence|Administrative penalty|Administrative coercion|Administrative levy|Administrative payment|Administrative inspection|Administrative confirmation|Administrative reward|Administrative ruling|Other administrative power|Public service
      Done at once|Done within a promised time
      In use|Suspended|Abolished
      National|Province|City|County|Town|Village
      Own by law|Passed down from above|Authorised from above|Authorised at the same level|Entrusted from above|Entrusted at the same level
      Persons|Enterprises|Public institutions|Social organisations|Unincorporated enterprises|Administrative bodies|Other organisations
      Body established by law|Authorised organisation|Entrusted organisation
      At the window|Online|By express delivery
      Enquiry|Submission|Preliminary review|Acceptance|Handling|Notice of the result|Other
      The country|The province|The city|The county|The town|Villages
      Standard Chinese|Mongolian|Tibetan|Uyghur
      Service centre|Window of the authority|Office|Place of the case|Agency point|Local service centre
      original|copy|original or copy
      paper|electronic|paper or electronic
      own|issued by government|issued by an intermediary|other source
      Law|Administrative regulation|Local regulation|Departmental rule|Local government rule|Normative document|Other basis`,
  ),
};
export default en;
