/** The doctor's pure half, for programs: facts in, findings out. */
export type { Charset, Kernel, Natives, PageFacts, TagFacts } from './facts.js';
export { diagnose, floors, type Finding, type FindingLevel } from './rules.js';
export { doctorWords, reportOf, type FindingCode } from './sentences.js';
export { nearest } from './nearest.js';
export { documentFault, jsonFault } from './json.js';
