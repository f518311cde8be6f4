/** 投诉、咨询与建议: check a draft, send it once, look its case up by the query code, and go on with it as its holder. */
import { createComplaintFiles, type ComplaintFiles } from './complaint-files.js';
import { createComplaintFollowUp, type ComplaintFollowUp } from './complaint-follow-up.js';
import { createComplaintIntake, type ComplaintIntake } from './complaint-intake.js';
import { receiptKeys, verifyReceipt, type ReceiptKeys } from './complaint-receipt.js';
import type { CallOptions, Http } from './http.js';

export interface Complaints extends ComplaintIntake, ComplaintFollowUp {
  /** 附件. */
  readonly files: ComplaintFiles;
  /** The keys with which the service signs receipts; keep them to verify without a network. */
  keys(options?: CallOptions): Promise<ReceiptKeys>;
  /** 验证回执; makes no request. */
  readonly verifyReceipt: typeof verifyReceipt;
}

export const createComplaints = (http: Http): Complaints => ({
  ...createComplaintIntake(http),
  ...createComplaintFollowUp(http),
  files: createComplaintFiles(http),
  keys: (options) => receiptKeys(http, options),
  verifyReceipt,
});
