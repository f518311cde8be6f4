/** The public list: how files become them. Nothing else of this package can be reached. */
export {
  isPackId,
  publicCatalogue,
  summaryOf,
  writePack,
  type GuideSummary,
  type PackReport,
  type PackSource,
  type PackSubject,
  type PackSummary,
  type WriteFile,
} from './pack.js';
export { readSource, type SourceFinding, type SourceFolder } from './source.js';
