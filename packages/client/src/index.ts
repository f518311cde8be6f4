/** The public list: how a page or program gets the documents. Nothing else of this package can be reached. */
export { createClient, type Client, type Connection } from './client.js';
export { createHttp, type CallOptions, type ClientOptions, type Http, type ReadOptions } from './http.js';
export { ZwgkError, isZwgkError } from './errors.js';
export type { DocumentInput, Documents, ListQuery, Page, Summary } from './documents.js';
export { createGuides, openGuide, type Guides } from './guides.js';
export { openGuideList, type GuideList } from './guide-list.js';
export { createFlowCharts, openFlowChart, type FlowCharts } from './flowcharts.js';
export { createPowers, type Powers } from './powers.js';
export {
  createCatalogues,
  facetFields,
  type CatalogueInput,
  type CataloguePage,
  type CatalogueQuery,
  type CatalogueReader,
  type CatalogueSort,
  type Catalogues,
  type FacetField,
  type FacetValue,
} from './catalogues.js';
export { createComplaints, type Complaints } from './complaints.js';
export {
  createComplaintIntake,
  newIdempotencyKey,
  type ComplaintIntake,
  type ProofOptions,
} from './complaint-intake.js';
export { createComplaintFiles, type ComplaintFiles, type UploadOptions, type UploadedFile } from './complaint-files.js';
export {
  letterHash,
  receiptKeys,
  verifyReceipt,
  type ReceiptCheck,
  type ReceiptKeys,
  type ReceiptPayload,
  type SentLetter,
} from './complaint-receipt.js';
export {
  createComplaintFollowUp,
  normaliseQueryCode,
  type CaseKey,
  type ComplaintFollowUp,
  type Message,
} from './complaint-follow-up.js';
export { publishedLetters } from './complaint-letters.js';
export { createStaff, type Staff, type StaffCase, type StaffEvent, type StaffQuery } from './staff.js';
