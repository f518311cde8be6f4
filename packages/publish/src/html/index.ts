/** Light-DOM HTML without scripts for every element (见 docs/guides/embed.md). */
export { catalogueHtml } from './catalogue.js';
export { complaintFormHtml, complaintStatusHtml, type ComplaintFormOptions } from './complaint.js';
export { writeEmbed, type EmbedOptions } from './embed.js';
export { flowchartHtml, flowchartSvg } from './flowchart.js';
export { guideHtml, guideListHtml } from './guide.js';
export { embedPage, type EmbedPage } from './page.js';
export { escapeText, inlineJson, Markup, markup, toAscii, toMarkup } from './template.js';
export { type Source } from './wrap.js';
export { writeHtml, type HtmlOptions } from './write.js';
