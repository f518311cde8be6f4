/** The public list: how files become them. Nothing else of this package can be reached. */
export { writeCataloguePack, type CataloguePackOptions, type EntryIssues } from './catalogue-pack.js';
export {
  isPackId,
  publicCatalogue,
  summaryOf,
  writePack,
  type GuideSummary,
  type PackOptions,
  type PackReport,
  type PackSource,
  type PackSubject,
  type PackSummary,
  type WriteFile,
} from './pack.js';
export {
  catalogueHtml,
  complaintFormHtml,
  complaintStatusHtml,
  embedPage,
  flowchartHtml,
  flowchartSvg,
  guideHtml,
  guideListHtml,
  inlineJson,
  Markup,
  markup,
  toAscii,
  toMarkup,
  writeEmbed,
  writeHtml,
  type ComplaintFormOptions,
  type EmbedOptions,
  type EmbedPage,
  type HtmlOptions,
  type Source,
} from './html/index.js';
export { readSource, type SourceFinding, type SourceFolder } from './source.js';
export { examinePage } from './doctor/command.js';
export { describeFindings, run } from './commands.js';
export { writeOutputs, type OutputOptions, type OutputReport } from './outputs/index.js';
