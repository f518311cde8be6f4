/** 投诉、咨询与建议: check a draft, send it once, look its case up by the query code, and go on with it as its holder. */
import { createComplaintFollowUp, type ComplaintFollowUp } from './complaint-follow-up.js';
import { createComplaintIntake, type ComplaintIntake } from './complaint-intake.js';
import type { Http } from './http.js';

export interface Complaints extends ComplaintIntake, ComplaintFollowUp {}

export const createComplaints = (http: Http): Complaints => ({
  ...createComplaintIntake(http),
  ...createComplaintFollowUp(http),
});
