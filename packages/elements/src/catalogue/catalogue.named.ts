/** An entry named in the address of the page: `#zwgk=<索引号>`, looked for by every catalogue of the page. */

/** Catalogues that look for what a hash names, in the order in which they began. */
const seekers = new Map<string, readonly Promise<boolean>[]>();

/** The number that the address names; empty without one. */
export function numberInHash(): string {
  const number = /^#zwgk=(.+)$/.exec(location.hash)?.[1] ?? '';
  try {
    return decodeURIComponent(number);
  } catch {
    // Typed by hand, with a stray %: taken as it stands.
    return number;
  }
}

/** Of several catalogues on a page one may have it; that nobody has it is said once, by the first. */
export function seek(found: Promise<boolean>, nobody: () => void): void {
  const { hash } = location;
  const before = seekers.get(hash) ?? [];
  seekers.clear();
  seekers.set(hash, [...before, found]);
  void found.then(async (own) => {
    if (own || before.length) return;
    await new Promise((resolve) => setTimeout(resolve));
    const answers = await Promise.all(seekers.get(hash) ?? []);
    if (hash === location.hash && !answers.includes(true)) nobody();
  });
}
