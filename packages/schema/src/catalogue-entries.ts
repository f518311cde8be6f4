/** 条目检查: what an inspection would find in single entries of a catalogue (domain §1.2, cross-checks). */
import { isEmpty, textOf } from './blank.js';
import { addCalendarDays, addMonths, addWorkingDays, workingDaysBetween, type Calendar } from './calendar.js';
import type { CatalogueEntry } from './catalogue.js';
import type { FindingInputs, Findings } from './catalogue-findings.js';
import { checkCitizenId } from './codes/citizen-id.js';
import { normaliseDocNumber } from './codes/doc-number.js';
import { readIndexNumber } from './codes/index-number.js';
import { dateOfDateTime, isDateOnly } from './date-only.js';
import { readTimeLimit } from './time-limit-text.js';

/** What an entry is looked at with. */
export interface EntryContext {
  readonly today: string;
  /** First day of publication that lateness is told of. */
  readonly since: string;
  readonly calendar: Calendar;
  /** 默认公开时限, in working days. */
  readonly lateAfter: number;
  /** The catalogue names its publisher once for all entries. */
  readonly published: boolean;
  /** Whether an 索引号 is known, in this catalogue or beside it. */
  readonly knows: (indexNumber: string) => boolean;
  /** Whether the entry stands in a column of 规范性文件. */
  readonly isNormative: (nodeId: string | undefined) => boolean;
  /** Days by formed date and limit, as each is asked for many times. */
  readonly dues: Map<string, { readonly date: string; readonly provisional: boolean }>;
  readonly found: Findings;
}

/** The same number, whatever width and dashes it is written in. */
export const indexKey = (indexNumber: string): string => {
  const read = readIndexNumber(indexNumber);
  return read.ok ? read.value : indexNumber;
};
/** The day of 发布; absent where there is none that can be read. */
export const publishedDay = ({ publishedAt }: CatalogueEntry): string | undefined =>
  publishedAt === undefined ? undefined : dateOfDateTime(publishedAt);
const PLACEHOLDER = '1970-01-01';
const day = (value: string | undefined): string | undefined =>
  isDateOnly(value) && value !== PLACEHOLDER ? value : undefined;

const METADATA = ['subjectCategory', 'disclosureMode', 'audience', 'timeLimit', 'responsibleUnit'] as const;

/** One entry; `index` is its place in the catalogue. */
export function checkEntry(entry: CatalogueEntry, index: number, context: EntryContext): void {
  const { found } = context;
  const tell: Tell = (rule, field, inputs) => found.entry(rule, entry.catalogNodeId, index, field, inputs);
  checkElements(entry, context, tell);
  checkDates(entry, context, tell);
  checkLate(entry, context, tell);
  checkValidity(entry, context, tell);
  const { indexNumber } = entry;
  const read = readIndexNumber(indexNumber);
  if (read.ok && read.publisherFailure) tell('index-number-code', 'indexNumber');
  checkPersonalData(entry, context.today, tell);
}
type Tell = (rule: Parameters<Findings['entry']>[0], field?: string, inputs?: () => FindingInputs) => void;

function checkElements(entry: CatalogueEntry, { published, isNormative }: EntryContext, tell: Tell) {
  // A mark in the place of a number, as `zwgk import` makes it.
  if (entry.indexNumber.startsWith('~')) tell('element-missing', 'indexNumber');
  // What is no document (动态、公示) is dated by its publication as a rule.
  if (isEmpty(entry.formedDate))
    tell(entry.docNumber || !entry.publishedAt ? 'formed-date-missing' : 'metadata-incomplete', 'formedDate');
  if (isEmpty(entry.publishedAt)) tell('element-missing', 'publishedAt');
  if (!published && !textOf(entry.publisher?.name)) tell('element-missing', 'publisher');
  if (isEmpty(entry.summary)) tell('summary-missing', 'summary');
  for (const field of METADATA)
    if (field === 'timeLimit' ? !entry.timeLimit : isEmpty(entry[field])) tell('metadata-incomplete', field);
  if (entry.validity === undefined && isNormative(entry.catalogNodeId)) tell('validity-missing', 'validity');
  const has = { body: !isEmpty(entry.body), attachments: !isEmpty(entry.attachments), url: !isEmpty(entry.url) };
  if ((entry.disclosureMode ?? 'proactive') === 'proactive') {
    if (!has.body && !has.attachments && !has.url && isEmpty(entry.summary)) tell('content-missing');
  } else {
    if (isEmpty(entry.disclosureReason)) tell('reason-missing', 'disclosureReason');
    if (has.body || has.attachments) tell('withheld-with-content', has.body ? 'body' : 'attachments');
  }
}

function checkDates(entry: CatalogueEntry, { today }: EntryContext, tell: Tell) {
  const { docNumber } = entry;
  for (const field of ['formedDate', 'effectiveDate', 'expiryDate'] as const)
    if (entry[field] === PLACEHOLDER) tell('date-placeholder', field);
  if (entry.publishedAt?.startsWith(PLACEHOLDER)) tell('date-placeholder', 'publishedAt');
  const formed = day(entry.formedDate);
  const published = publishedDay(entry);
  if (formed && published && formed > published)
    tell('formed-after-published', 'formedDate', () => ({ formed, published }));
  if (published && published > today) tell('published-in-future', 'publishedAt', () => ({ published }));
  const effective = day(entry.effectiveDate);
  const expiry = day(entry.expiryDate);
  if (effective && expiry && expiry < effective)
    tell('expiry-before-effective', 'expiryDate', () => ({ effective, expiry }));
  if (entry.validity === 'valid' && expiry && expiry < today) tell('expired-but-valid', 'validity', () => ({ expiry }));
  if (!docNumber || !formed) return;
  const number = normaliseDocNumber(docNumber);
  const { year } = number.ok ? number : {};
  if (year !== undefined && year !== +formed.slice(0, 4))
    tell('doc-number-year', 'docNumber', () => ({ year, formed }));
}

/**
 * 条例第二十六条: within 20 working days of 形成或者变更, or within the entry's own limit where it counts from there. A
 * limit that counts from another event (批复、收到) cannot be judged by the dates of an entry, nor a minimum.
 */
function checkLate(entry: CatalogueEntry, { since, calendar, lateAfter, dues }: EntryContext, tell: Tell) {
  const formed = day(entry.formedDate);
  const published = publishedDay(entry);
  if (!formed || !published || published < since || published <= formed) return;
  const limit = typeof entry.timeLimit === 'string' ? readTimeLimit(entry.timeLimit) : entry.timeLimit;
  const counted = limit?.value !== undefined && /Days$|^months$/.test(limit.kind);
  if (counted && (limit.atLeast || !['informationFormed', 'decided', undefined].includes(limit.startsFrom))) return;
  const unit = counted ? limit.kind : 'workingDays';
  const value = counted ? limit.value! : lateAfter;
  if (value > 10000) return;
  const key = `${formed} ${unit} ${value}`;
  let due = dues.get(key);
  if (!due) {
    due =
      unit === 'workingDays'
        ? addWorkingDays(calendar, formed, value)
        : (unit === 'months' ? addMonths : addCalendarDays)(formed, value, { rollOver: calendar });
    dues.set(key, due);
  }
  const { date, provisional } = due;
  if (published > date)
    tell('late', 'publishedAt', () => ({
      formed,
      published,
      due: date,
      unit,
      value,
      over: workingDaysBetween(calendar, date, published).days,
      provisional,
    }));
}

function checkValidity(entry: CatalogueEntry, { knows }: EntryContext, tell: Tell) {
  const { replacedBy, interpretationIds, validity } = entry;
  if (replacedBy !== undefined) {
    if (!knows(replacedBy)) tell('unknown-reference', 'replacedBy', () => ({ indexNumber: replacedBy }));
    if (validity === 'valid') tell('replaced-but-valid', 'validity', () => ({ indexNumber: replacedBy }));
  }
  const unknown = interpretationIds?.find((id) => !knows(id));
  if (unknown !== undefined) tell('unknown-reference', 'interpretationIds', () => ({ indexNumber: unknown }));
}

/** 62…: numbers of bank cards in China, with their check digit (GB/T 15694 校验位). */
function isBankCard(digits: string): boolean {
  if (!/^62\d{14,17}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = +digits[digits.length - 1 - i]!;
    sum += i % 2 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}
/** The number itself stays out of the finding. */
function checkPersonalData(entry: CatalogueEntry, today: string, tell: Tell) {
  for (const field of ['title', 'summary', 'body'] as const) {
    const value = entry[field];
    const texts = value === undefined ? [] : typeof value === 'string' ? [value] : Object.values(value);
    for (const text of texts)
      for (const [run] of text.matchAll(/\d{15,}[\dXx]/g)) {
        const kind = checkCitizenId(run, today).ok ? '身份证号码' : isBankCard(run) ? '银行卡号' : '';
        if (kind) return tell('personal-data', field, () => ({ kind }));
      }
  }
}
