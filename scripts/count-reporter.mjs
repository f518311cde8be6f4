/** Counts of `node --test` for the closing line of `npm test`. Suites are not tests; the files themselves neither. */
export default async function* count(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') {
      // A hook that failed fails the suite and no test of its own.
      if (type === 'test:fail' && data.details.error?.failureType === 'hookFailed') counts.failed++;
      continue;
    }
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped++;
    else if (type === 'test:pass') counts.passed++;
    else counts.failed++;
  }
  yield JSON.stringify(counts);
}
