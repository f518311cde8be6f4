/**
 * The one reporter of `node --test`: a dot for each test, each failure with its place and reason, each skipped one with
 * why; and counts, into the file that ZWGK_TEST_COUNTS names, for the closing line of `npm test`. One and not three, as
 * each further one puts listeners on the stream of all tests until Node warns of them.
 */
import { writeFileSync } from 'node:fs';

const WIDTH = 100;

/** Suites are not tests, the files themselves neither; a hook that failed fails its suite and no test of its own. */
function countOf({ type, data }) {
  const { details, skip, todo } = data;
  if (details?.type === 'suite') return details.error?.failureType === 'hookFailed' ? 'failed' : undefined;
  return skip !== undefined || todo !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
}

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let dots = 0;
  for await (const event of source) {
    const { type, data } = event;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const counted = countOf(event);
    if (counted) {
      counts[counted]++;
      yield `${type === 'test:pass' ? '.' : 'X'}${++dots % WIDTH ? '' : '\n'}`;
    }
    if (typeof data.skip === 'string' && type === 'test:pass') yield `\n  skipped: ${data.name} (${data.skip})\n`;
    const error = data.details?.error;
    if (type === 'test:fail' && error?.failureType !== 'subtestsFailed')
      yield `\n✖ ${data.name}\n  ${data.file ?? ''}:${data.line ?? ''}\n  ${error?.cause?.stack ?? error?.cause ?? error?.message ?? error}\n`;
  }
  yield '\n';
  writeFileSync(process.env.ZWGK_TEST_COUNTS, JSON.stringify(counts));
}
