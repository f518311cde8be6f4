/** English tables, set before they are asked for: made by `scripts/make-locales.mjs`; do not edit. */
import catalogue from '../catalogue/catalogue.messages.en.js';
import catalogueParts from '../catalogue/catalogue.parts.messages.en.js';
import complaintForm from '../complaint-form/complaint-form.messages.en.js';
import complaintStatusDue from '../complaint-status/complaint-status.due.messages.en.js';
import complaintStatus from '../complaint-status/complaint-status.messages.en.js';
import flowchartDiscretion from '../flowchart/flowchart.discretion.messages.en.js';
import flowchart from '../flowchart/flowchart.messages.en.js';
import guideCardFull from '../guide-card/guide-card.full.messages.en.js';
import guideCard from '../guide-card/guide-card.messages.en.js';
import guideListFind from '../guide-list/guide-list.find.messages.en.js';
import guideList from '../guide-list/guide-list.messages.en.js';
import errors from '../shared/errors.messages.en.js';
import { bring } from './bring.js';

bring('en', {
  catalogue: catalogue,
  'catalogue.parts': catalogueParts,
  'complaint-form': complaintForm,
  'complaint-status.due': complaintStatusDue,
  'complaint-status': complaintStatus,
  'flowchart.discretion': flowchartDiscretion,
  flowchart: flowchart,
  'guide-card.full': guideCardFull,
  'guide-card': guideCard,
  'guide-list.find': guideListFind,
  'guide-list': guideList,
  errors: errors,
});
