/** English tables, set before they are asked for: made by `scripts/make-locales.mjs`; do not edit. */
import catalogue from '../catalogue/catalogue.messages.en.js';
import catalogueParts from '../catalogue/catalogue.parts.messages.en.js';
import complaintFormAway from '../complaint-form/complaint-form.away.messages.en.js';
import complaintForm from '../complaint-form/complaint-form.messages.en.js';
import complaintFormNotice from '../complaint-form/complaint-form.notice.messages.en.js';
import complaintFormPaper from '../complaint-form/complaint-form.paper.messages.en.js';
import complaintFormSimilar from '../complaint-form/complaint-form.similar.messages.en.js';
import complaintStatusDue from '../complaint-status/complaint-status.due.messages.en.js';
import complaintStatus from '../complaint-status/complaint-status.messages.en.js';
import complaintStatusVerify from '../complaint-status/complaint-status.verify.messages.en.js';
import flowchartDiscretion from '../flowchart/flowchart.discretion.messages.en.js';
import flowchart from '../flowchart/flowchart.messages.en.js';
import guideCardFull from '../guide-card/guide-card.full.messages.en.js';
import guideCard from '../guide-card/guide-card.messages.en.js';
import guideListFind from '../guide-list/guide-list.find.messages.en.js';
import guideList from '../guide-list/guide-list.messages.en.js';
import attachments from '../shared/attachments.messages.en.js';
import errors from '../shared/errors.messages.en.js';
import { bring } from './bring.js';

bring('en', {
  catalogue: catalogue,
  'catalogue.parts': catalogueParts,
  'complaint-form.away': complaintFormAway,
  'complaint-form': complaintForm,
  'complaint-form.notice': complaintFormNotice,
  'complaint-form.paper': complaintFormPaper,
  'complaint-form.similar': complaintFormSimilar,
  'complaint-status.due': complaintStatusDue,
  'complaint-status': complaintStatus,
  'complaint-status.verify': complaintStatusVerify,
  'flowchart.discretion': flowchartDiscretion,
  flowchart: flowchart,
  'guide-card.full': guideCardFull,
  'guide-card': guideCard,
  'guide-list.find': guideListFind,
  'guide-list': guideList,
  attachments: attachments,
  errors: errors,
});
