/** Long work in slices, so that the page answers between them. */
import { ZwgkError } from '../errors.js';

/** How long a slice is, in milliseconds, and what comes between two. */
export interface Pace {
  readonly slice: number;
  rest(): Promise<unknown>;
}
const now = () => performance.now();
const pause = (time?: number) => new Promise<void>((resolve) => void setTimeout(resolve, time));
/** Somebody waits for it. */
const brisk: Pace = { slice: 24, rest: () => pause() };

/** Calls `step(from, to)` over `[0, count)` in small pieces, with a pause for the page after each slice. */
export async function inSlices(
  count: number,
  step: (from: number, to: number) => void,
  signal?: AbortSignal,
  size = 512,
  { slice, rest }: Pace = brisk,
): Promise<void> {
  let end = now() + slice;
  for (let from = 0; from < count; from += size) {
    step(from, Math.min(from + size, count));
    if (now() < end || from + size >= count) continue;
    await rest();
    if (signal?.aborted) throw new ZwgkError('aborted');
    end = now() + slice;
  }
}
