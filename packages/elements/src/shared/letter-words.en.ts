/** English of `letter-words.ts`. */
export const letterKinds = {
  consult: 'Question',
  help: 'Request for help',
  complaint: 'Complaint',
  report: 'Report of an offence',
  opinion: 'Opinion',
  suggestion: 'Suggestion',
  praise: 'Praise',
};
