import { codeKeys, labelKeys, named } from './guide-card.fields.js';
import type { GuideCardFullTable } from './guide-card.full.messages.js';

const en: GuideCardFullTable = {
  sheet: 'Procedure guide',
  contents: 'Contents',
  unfold: 'Unfold all',
  fold: 'Fold all',
  copy: 'Copy address',
  copied: 'Copied',
  yes: 'Yes',
  no: 'No',
  printed: 'Printed on',
  seeConditions: 'See the conditions',
  seeMaterials: 'See the documents',
  places: (count) => `${count} places in all`,
  colon: ': ',
  comma: ', ',
  whatToBring: 'What to bring',
  bring: (count, more) =>
    count
      ? `You need to bring only ${count}`
      : more
        ? 'There is nothing that you must bring'
        : 'You need not bring any document',
  atLeast: (count) => (count ? `At least ${count}` : 'None in some situations'),
  maybe: (count) => `${count} more as the case may be`,
  late: (count) => `${count} may follow later`,
  copies: (count) => `${count} ${count === 1 ? 'copy' : 'copies'}`,
  situation: 'Which applies to you? Choose to see what to bring',
  asked: 'Your situation',
  notAsked: (questions) => `Not chosen yet: ${questions}`,
  clear: 'Start over',
  gap: ' ',
  due: (day, later, apart) =>
    `If ${later ? 'counted from' : 'accepted'} today: done by ${day}${apart ? ' (later by the time that is not counted)' : ''}`,
  dueStart: (day, later, count, unit) =>
    `${later ? 'Counted from' : 'Accepted on'} ${day}; that day is not counted. ${count} ${unit} from the next day (Civil Code, Article 201).`,
  dueRest: (rest) => `Days of rest, not counted: ${rest}.`,
  restDays: (name, count) => `${name} ${count}`,
  dueWork: (days) => `Make-up working days, counted: ${days}.`,
  dueRolled: (day) =>
    `The period would end on ${day}, a day of rest, so it ends on the next working day (Article 203).`,
  provisional: 'The holidays of some of these days are not announced yet: the date is an estimate.',
  notCounted: (names) => `Time for these is not included: ${names}.`,
  weekend: 'weekends',
  holiday: {
    newYear: 'New Year',
    springFestival: 'Spring Festival',
    qingming: 'Qingming',
    labourDay: 'Labour Day',
    dragonBoat: 'Dragon Boat Festival',
    midAutumn: 'Mid-Autumn Festival',
    nationalDay: 'National Day',
  },
  measured: (half, most) =>
    [half && `half of the cases within ${half}`, most && `nine in ten within ${most}`].filter(Boolean).join(', '),
  sample: (count, from, to) => `${count} cases${from && to ? ` closed from ${from} to ${to}` : ''}`,
  fewCases: 'few cases, for orientation only',
  slower: 'More than one case in ten took longer than promised.',
  really: (most) => `lately nine in ten within ${most}`,
  openNow: 'Open now',
  openUntil: (time) => `Open now, until ${time}`,
  openThenRest: (time) => `Open now, break at ${time}`,
  appointmentNow: (time) => `By appointment only, until ${time}`,
  noonRest: (next) => `Noon break, opens ${next}`,
  notYet: (next) => `Not yet open, opens ${next}`,
  closedNow: 'Closed for today',
  restToday: 'Closed today',
  holidayToday: (name) => `Closed: ${name || 'holiday'}`,
  opensNext: (next) => `, opens ${next}`,
  nextAt: (day, time) => (day ? `${day} at ${time}` : `at ${time}`),
  tomorrow: 'tomorrow',
  weekday: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
  notSteps: (names) => `Not in your situation: ${names}`,
  here: 'present step',
  showChart: 'Show the flow chart',
  hideChart: 'Hide the flow chart',
  caseNo: 'Case number',
  caseAsk: 'Enter a case number to see its present step',
  caseLook: 'Look up',
  caseNone: 'There is no case with this number. Check it.',
  caseFailed: 'The case cannot be looked up at the moment. Try later or phone us.',
  caseState: (no, state) => `Case ${no}: ${state}`,
  caseAsOf: (day) => ` (as of ${day})`,
  caseStates: {
    '02': 'received',
    '05': 'accepted',
    '06': 'to be completed',
    '07': 'not accepted',
    10: 'done',
    11: 'suspended',
    12: 'in progress',
    13: 'returned',
  },
  share: 'Copy an address with my choices',
  print: 'Print',
  printing: 'Preparing to print…',
  printFailed: 'Cannot print at the moment. Check the network and try again.',
  noPrint: 'This browser cannot print. Open this page on a computer or kiosk.',
  forms: {
    notice: 'One-time notice (A4)',
    card: 'Card (A6)',
    large: 'Card in large print (A4)',
    slip: 'Window slip (80 mm)',
  },
  paper: {
    notice: 'One-time notice',
    card: 'Guide card',
    slip: 'Slip',
    applicant: 'Applicant',
    contact: 'Telephone',
    matter: 'Matter',
    code: 'Item code',
    body: 'Authority',
    situation: 'Your situation',
    everybody: 'All situations',
    notAsked: 'Not chosen yet',
    number: 'No.',
    material: 'Document',
    demand: 'What is asked',
    got: 'Given',
    missing: 'Missing',
    tick: 'Ticked at the window one by one. What is ticked as missing has to be added.',
    until: 'To be added by: ____________________',
    others: 'Anything else to be corrected',
    depends: 'as the case may be',
    free: 'Not to bring',
    notice32:
      'If documents are missing or not in due form, you are told at once or within five days of everything that is missing, and only once; otherwise the application counts as accepted from the day it was received (Administrative Licensing Law, Article 32).',
    conditions: 'Conditions',
    where: 'Where',
    when: 'When',
    phone: 'Telephone',
    fee: 'Cost',
    time: 'How long',
    result: 'You receive',
    steps: 'Steps',
    remedy: 'If refused',
    supervise: 'Complaints',
    clerk: 'Clerk',
    signed: 'Received by applicant',
    date: 'Date',
    scan: 'Scan for the latest guide',
    qr: 'QR code of this guide',
    version: 'Version',
    updated: 'Updated',
    printed: 'Printed',
    morePlaces: 'Scan or phone for further places.',
    morePlacesAsk: 'Phone for further places.',
    more: 'Scan for the rest.',
    moreAsk: 'Ask at the window for the rest.',
    page: 'Page',
    of: 'of',
    pages: '',
  },
  noStatutory: 'None set by law',
  noPromise: 'None promised',
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
      What happens|Handled by|Time limit|Standard of review|Result
      Special procedures
      Time needed|Legal basis|Charged|Basis of the charge|Counted within the legal limit
      Intermediary services
      Basis|List of providers
      Visits|Why a visit is needed|Online|What can be done online|Can be done across
      Limit by law|Promised limit|Time really taken
      Charged|Fees
      Rate|Basis|Can be reduced|Basis of the reduction|Remark
      Online payment
      Result|Type of result|Sample|Validity|Annual inspection
      Delivery|Time of delivery
      Rights and duties|Remedies
      Period|Apply to|Basis
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
