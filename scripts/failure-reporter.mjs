/** Prints each failed node test with its place and reason, and each skipped one with why. */
export default async function* failures(source) {
  for await (const { type, data } of source) {
    if (type === 'test:pass' && typeof data.skip === 'string') yield `\n  skipped: ${data.name} (${data.skip})\n`;
    if (type !== 'test:fail') continue;
    const error = data.details?.error;
    if (error?.failureType === 'subtestsFailed') continue;
    yield `\n✖ ${data.name}\n  ${data.file ?? ''}:${data.line ?? ''}\n  ${error?.cause?.stack ?? error?.cause ?? error?.message ?? error}\n`;
  }
}
