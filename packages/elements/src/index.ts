/** The public list of elements: classes and types, no side effect. `define/<tag>.js` registers. */
export { ZwgkFlowchart } from './flowchart/flowchart.js';
export { ZwgkGuideCard } from './guide-card/guide-card.js';
export { ZwgkGuideList } from './guide-list/guide-list.js';
export { ZwgkCatalogue } from './catalogue/catalogue.js';
export { ZwgkComplaintForm } from './complaint-form/complaint-form.js';
export { ZwgkComplaintStatus } from './complaint-status/complaint-status.js';
export { ZwgkProvider } from './provider/provider.js';
export type { ZwgkEvents } from './events.js';
