/** 合并提交: what is asked for while a statement runs goes into the next one, so that many letters share one commit. */

/**
 * @param run does many at once, all or none, and gives the results in their order
 * @param alone does one; used for each when many at once failed for a reason that may lie in one of them
 */
export function createGroup<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  alone: (item: Item) => Promise<Result>,
  mayLieInOne: (error: unknown) => boolean,
  most = 100,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (result: Result | PromiseLike<Result>) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let running = false;

  async function work() {
    while (waiting.length) {
      const now = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const results = await run(now.map(({ item }) => item));
        now.forEach(({ resolve }, i) => resolve(results[i]!));
      } catch (error) {
        if (now.length > 1 && mayLieInOne(error)) for (const { item, resolve } of now) resolve(alone(item));
        else for (const { reject } of now) reject(error);
      }
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running) return;
      running = true;
      // Those who come in the same turn go along.
      setImmediate(() => void work());
    });
}
