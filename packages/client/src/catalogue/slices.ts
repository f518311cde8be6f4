/** Long work in slices, so that the page answers between them. */
import { ZwgkError } from '../errors.js';

const SLICE = 24;
const now = () => performance.now();

/** Calls `step(from, to)` over `[0, count)` in small pieces, with a pause for the page after each 24 ms. */
export async function inSlices(
  count: number,
  step: (from: number, to: number) => void,
  signal?: AbortSignal,
  size = 512,
): Promise<void> {
  let end = now() + SLICE;
  for (let from = 0; from < count; from += size) {
    step(from, Math.min(from + size, count));
    if (now() < end || from + size >= count) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) throw new ZwgkError('aborted');
    end = now() + SLICE;
  }
}
