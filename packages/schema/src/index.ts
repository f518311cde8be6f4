/** The public list of what things are. Nothing else of this package can be reached. */
export {
  Attachment,
  Contact,
  Count,
  DateOnly,
  DateTime,
  LegalBasis,
  LocalizedText,
  OrgRef,
  Url,
  isCleanText,
  isSafeUrl,
  legalBasisKinds,
} from './common.js';
export {
  FeeItem,
  Guide,
  GuideContact,
  GuideEntry,
  GuidePlace,
  GuideQuestion,
  GuideRemedy,
  GuideSituation,
  GuideStep,
  IntermediaryService,
  MaterialItem,
  MeasuredTime,
  OpeningHours,
  SpecialProcedure,
} from './guide.js';
export { GuideCase, guideCaseStates } from './guide-case.js';
export {
  checkGuide,
  guideKeyElements,
  missingKeyElements,
  type GuideFinding,
  type GuideKeyElement,
  type GuideRule,
} from './guide-rules.js';
export {
  FlowChart,
  FlowEdge,
  FlowLane,
  FlowNode,
  FlowRisk,
  flowEdgeKinds,
  flowLanes,
  flowNodeKinds,
  flowPhases,
} from './flowchart.js';
export {
  checkFlowChart,
  type CheckedFlowChart,
  type FlowChartCheckOptions,
  type FlowChartFinding,
  type FlowChartRule,
} from './flowchart-rules.js';
export { DiscretionStandard, PowerItem, powerStates } from './power.js';
export {
  Catalogue,
  CatalogueEntry,
  CatalogueNode,
  StandardCatalogue,
  StandardItem,
  audiences,
  channelCodes,
  columnKinds,
  disclosureModes,
  entryStates,
  genres,
  validities,
} from './catalogue.js';
export { checkCatalogue, type CatalogueCheckOptions } from './catalogue-rules.js';
export { columnIntervals, type ColumnThresholds, type UpdateInterval } from './catalogue-columns.js';
export type { CatalogueFinding, CatalogueRule, FindingInputs } from './catalogue-findings.js';
export { checkStandardCatalogue } from './standard-rules.js';
export {
  AttachmentKeys,
  CaseFile,
  DueRule,
  attachmentLimits,
  attachmentTypes,
  complaintKinds,
  identityModes,
  type ComplaintKind,
  type IdentityMode,
} from './complaint-common.js';
export {
  Complaint,
  ComplaintFields,
  Receipt,
  checkComplaint,
  complaintLimits,
  type ComplaintLimits,
} from './complaint.js';
export {
  ComplaintCase,
  ComplaintLogEntry,
  ComplaintMessage,
  DueAccount,
  Letter,
  complaintStates,
  complaintTransitions,
  type ComplaintState,
} from './complaint-case.js';
export { Problem, errorCodes, type ErrorCode, type Issue, type IssueCode } from './problem.js';
export { findIssues, readLenient, type Read } from './issues.js';
export { TimeLimit, TimeLimitInput, readTimeLimit } from './time-limit.js';
export {
  dateOfDateTime,
  daysInMonth,
  formatDay,
  fromDayNumber,
  isDateOnly,
  toDayNumber,
  today,
  weekday,
} from './date-only.js';
export {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  createCalendar,
  explain,
  workingDaysBetween,
  type Calendar,
  type CalendarData,
  type CalendarOverride,
  type CalendarYear,
  type Computed,
  type CountingClause,
  type DayReason,
  type Explanation,
  type HolidayCode,
  type RestGroup,
  type RollOver,
} from './calendar.js';
export {
  officeState,
  readOfficeHours,
  type HoursSource,
  type OfficeHours,
  type OfficeSpan,
  type OfficeState,
} from './office-hours.js';
export { calendarData, defaultCalendar, recentCalendarData } from './calendar-data.js';
export { DEFAULT_RULES, MAXIMA } from './deadline-rules.js';
export {
  dueDate,
  makePolicy,
  type DeadlineFacts,
  type DeadlineKind,
  type DeadlineOverride,
  type DeadlinePolicy,
  type DeadlineRule,
  type DeadlineStage,
  type DeadlineStart,
  type DeadlineUnit,
  type DueDate,
  type DueIssue,
  type GrantedExtension,
  type Pause,
  type PolicyIssue,
} from './deadlines.js';
export type { CodeCheck } from './codes/check.js';
export { checkUscc, usccCheckCharacter } from './codes/uscc.js';
export { checkOrganisationCode, organisationCheckCharacter } from './codes/organisation-code.js';
export { checkCitizenId, citizenIdCheckCharacter } from './codes/citizen-id.js';
export {
  checkCaseNumber,
  checkCatalogCode,
  checkTaskCode,
  checkTaskHandleItem,
  readItemCode,
} from './codes/item-code.js';
export { makeIndexNumber, readIndexNumber } from './codes/index-number.js';
export { normaliseDocNumber } from './codes/doc-number.js';
export { checkRegionCode } from './codes/region.js';
export { checkMobile, checkPhone, checkPostcode } from './codes/phone.js';
export { NAME_MAX, checkName } from './codes/name.js';
export { maskId, maskName, maskPhone } from './codes/masks.js';
export { codePointLength, readNumber, toHalfWidth, withoutSpaces } from './codes/text.js';
export { publicView, type PublicDocuments } from './visibility.js';
export {
  QUERY_CODE_LENGTH,
  QUERY_CODE_SYMBOLS,
  checkQueryCode,
  compactQueryCode,
  formatQueryCode,
  queryCodeCheck,
} from './codes/query-code.js';
export { codeOfWords, spokenWordList, spokenWords } from './codes/spoken-words.js';
