/**
 * For `@zwgk/publish`, which prints the same documents without scripts: the pure parts of the elements, so that what
 * stands in the page is what the element shows. Registers nothing, needs no page.
 */
export { standardView } from './catalogue/catalogue.standard.js';
export { dayOf } from './catalogue/catalogue.list.js';
export { catalogueTable } from './catalogue/catalogue.messages.js';
export { cataloguePartsTable } from './catalogue/catalogue.parts.messages.js';
export { isNumbered, nameOf, wordOf } from './catalogue/catalogue.words.js';
export { awayTable } from './complaint-form/complaint-form.away.messages.js';
export { formTable } from './complaint-form/complaint-form.messages.js';
export { statusTable } from './complaint-status/complaint-status.messages.js';
export { card as dutyCard } from './flowchart/flowchart.card.js';
export { draw } from './flowchart/flowchart.draw.js';
export { layoutChart } from './flowchart/flowchart.layout.js';
export { flowchartTable } from './flowchart/flowchart.messages.js';
export { mend, modelOf } from './flowchart/flowchart.model.js';
export { longFacts, shortFacts } from './guide-card/guide-card.facts.js';
export { sections } from './guide-card/guide-card.fields.js';
export { guideCardFullTable } from './guide-card/guide-card.full.messages.js';
export { materialsOf } from './guide-card/guide-card.materials.js';
export { guideCardTable } from './guide-card/guide-card.messages.js';
export { rows as guideRows, type FullView } from './guide-card/guide-card.rows.js';
export { needsOf } from './guide-card/guide-card.situation.js';
export { guideListFindTable } from './guide-list/guide-list.find.messages.js';
export { guideListTable } from './guide-list/guide-list.messages.js';
export { topicsOf, rowsOf as guideListRows } from './guide-list/guide-list.rows.js';
export { formatDate } from './shared/format.js';
export { pick } from './shared/messages.js';
