/** How catalogues are searched, for pages and services that do it themselves: the same rules everywhere. */
export {
  coverageOf,
  createCoverage,
  type Coverage,
  type CoverageCount,
  type CoverageOptions,
  type CoverageRule,
  type CoveredItem,
} from './coverage.js';
export { fold, highlight, maybeInitials, queryWords } from './fold.js';
export { csvTable } from './csv.js';
export { facetFields, type FacetField } from './facets.js';
export { facetOf, isInternal, isListed, searchText, sortText, titlesOf } from './keys.js';
export { dayOfMinute, minuteOf, whenOf } from './minutes.js';
export { createMemoryCatalogue, type Found, type MemoryCatalogue } from './memory.js';
export {
  packFacets,
  toColumn,
  toNumbers,
  toPlanes,
  toTitle,
  type CataloguePack,
  type PackColumn,
  type PackColumns,
  type PackNumbers,
  type PackNumbersFile,
  type PackPart,
  type PackShard,
  type PackTexts,
} from './pack-format.js';
export { FACET_VALUES, checkQuery, type Range } from './query.js';
export { readEntry, type ReadRow } from './read.js';
export { createTextIndex, type TextIndex } from './text-index.js';
export { variantPairs } from './variants.js';
export type { CataloguePage, CatalogueQuery, CatalogueReader, CatalogueSort, FacetValue } from './types.js';
