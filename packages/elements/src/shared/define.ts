/** Registers a tag once. A second copy, of this or another version, changes nothing and says so once. */
export function define(tag: string, element: CustomElementConstructor & { version?: string }): void {
  if (typeof customElements === 'undefined') return;
  const there = customElements.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (!there) return customElements.define(tag, element);
  const said = globalThis as { zwgkTwice?: boolean };
  // Each single-element file brings the provider along; two such files on a page are meant to be.
  if (there !== element && tag !== 'zwgk-provider' && !said.zwgkTwice) {
    said.zwgkTwice = true;
    console.warn(`zwgk: <${tag}> is there already; the first copy is used.`);
  }
}
