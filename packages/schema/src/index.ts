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
  textLength,
} from './common.js';
export {
  FeeItem,
  Guide,
  GuideContact,
  GuidePlace,
  GuideQuestion,
  GuideSituation,
  GuideStep,
  IntermediaryService,
  MaterialItem,
  SpecialProcedure,
} from './guide.js';
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
export { DiscretionStandard, PowerItem, powerStates } from './power.js';
export {
  Catalogue,
  CatalogueEntry,
  CatalogueNode,
  StandardCatalogue,
  StandardItem,
  audiences,
  channelCodes,
  disclosureModes,
  genres,
  validities,
} from './catalogue.js';
export {
  Complaint,
  ComplaintCase,
  ComplaintFields,
  ComplaintLogEntry,
  ComplaintMessage,
  Letter,
  Receipt,
  checkComplaint,
  complaintKinds,
  complaintLimits,
  complaintStates,
  complaintTransitions,
  identityModes,
  type ComplaintKind,
  type ComplaintLimits,
  type ComplaintState,
  type IdentityMode,
} from './complaint.js';
export { Problem, errorCodes, type ErrorCode, type Issue, type IssueCode } from './problem.js';
export { findIssues, readLenient, type Read } from './issues.js';
export { TimeLimit, TimeLimitInput, readTimeLimit } from './time-limit.js';
