/**
 * `zwgk.js`, what a page includes: finds our tags and their carriers, now and when they are added later, and loads just
 * those elements, as modules with shared chunks, from its own folder. A classic script, so it works in any page.
 *
 * Carriers are for systems that strip unknown tags: `<div data-zwgk="guide-card" data-src="guide.json">…</div>` and
 * `<a data-zwgk="guide-card" href="guide.json">…</a>`. Their content stays as what readers see without us.
 */
declare const ZWGK_TAGS: readonly string[];

interface LoaderState {
  zwgkLoader?: { base: string; load: (tag: string) => void; twice?: boolean; stopped?: string[] };
  zwgk?: { doctor?: () => Promise<unknown> };
}

const script = document.currentScript as HTMLScriptElement | null;
const base = new URL('.', script?.src || document.baseURI).href;
const page = window as unknown as LoaderState;

const loaded = new Set<string>();
function load(tag: string): void {
  if (loaded.has(tag) || !ZWGK_TAGS.includes(tag)) return;
  loaded.add(tag);
  import(`${base}modules/${tag}.js`).catch((error: unknown) => {
    // The author's content stays; the page may try again by adding the tag anew.
    loaded.delete(tag);
    console.error(`zwgk: <${tag}> could not be loaded from ${base}`, error);
  });
}

function carry(carrier: HTMLElement): void {
  const tag = `zwgk-${carrier.dataset['zwgk']}`;
  if (!ZWGK_TAGS.includes(tag)) return;
  const element = document.createElement(tag);
  const link = carrier.localName === 'a';
  for (const { name, value } of Array.from(carrier.attributes))
    // What an editor lets through as data must not become a handler or a style.
    if (/^data-(?!zwgk$|on|style$)/.test(name)) element.setAttribute(name.slice(5), value);
  carrier.removeAttribute('data-zwgk');
  if (link) {
    if (!element.hasAttribute('src')) element.setAttribute('src', carrier.getAttribute('href') ?? '');
    carrier.replaceWith(element);
    element.append(carrier);
  } else {
    element.append(...Array.from(carrier.childNodes));
    carrier.append(element);
  }
  load(tag);
}

function look(root: ParentNode & Node): void {
  const all = (selector: string) => {
    const found = Array.from(root.querySelectorAll<HTMLElement>(selector));
    return root instanceof HTMLElement && root.matches(selector) ? [root, ...found] : found;
  };
  all('[data-zwgk]').forEach(carry);
  for (const tag of ZWGK_TAGS) if (!loaded.has(tag) && all(tag).length) load(tag);
}

/** 嵌入体检: `zwgk.doctor()`, or `?zwgk-doctor` in the address of a page, fetches it. */
function prepareDoctor(state: NonNullable<LoaderState['zwgkLoader']>): void {
  const doctor = () =>
    new Promise<unknown>((resolve, reject) => {
      const fetched = document.createElement('script');
      fetched.src = `${base}zwgk-doctor.js`;
      // It takes the place of this function.
      fetched.addEventListener('load', () => resolve(page.zwgk!.doctor!()));
      fetched.addEventListener('error', reject);
      document.head.appendChild(fetched);
    });
  page.zwgk = { ...page.zwgk, doctor };
  if (!/[?&]zwgk-doctor(?=[&=]|$)/.test(location.search)) return;
  state.stopped = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    state.stopped!.push(`${effectiveDirective} ${blockedURI}`),
  );
  void doctor();
}

if (page.zwgkLoader) {
  if (!page.zwgkLoader.twice)
    console.warn(`zwgk: the loader is already here, from ${page.zwgkLoader.base}; ${base} is not used.`);
  page.zwgkLoader.twice = true;
} else {
  // An element may show another inside its shadow root, where nobody else looks.
  page.zwgkLoader = { base, load };
  prepareDoctor(page.zwgkLoader);
  look(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (let i = 0; i < addedNodes.length; i++)
        if (addedNodes[i] instanceof HTMLElement) look(addedNodes[i] as HTMLElement);
  }).observe(document, { childList: true, subtree: true });
}
