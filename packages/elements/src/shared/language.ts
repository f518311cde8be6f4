/** The language of the reader: that of the nearest `lang`, through shadow roots. */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en' | (string & {});

/** BCP 47 tag as written by the nearest ancestor that has one; empty when none has. */
export function langOf(host: Element): string {
  for (let node: Node | null = host; node;) {
    const near: Element | null = (node as Element).closest('[lang]');
    if (near) return near.getAttribute('lang') ?? '';
    const root = (node as Element).getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/** The language of our tables for a tag: `zh`, `zh-CN`, `zh-SG` → `zh-Hans`; `zh-TW`, `zh-HK`, `zh-MO` → `zh-Hant`. */
export function languageOf(tag: string): Language {
  const lower = tag.toLowerCase();
  if (!lower || lower.startsWith('zh')) return /hant|-(tw|hk|mo)\b/.test(lower) ? 'zh-Hant' : 'zh-Hans';
  return lower.split('-')[0]!;
}

const hosts = new Set<{ requestUpdate(): void }>();
let observer: MutationObserver | undefined;
/** All elements are rendered anew, as each may have been waiting for the tables that have arrived. */
export const languageArrived = (): void => hosts.forEach((host) => host.requestUpdate());
/** Hosts are rendered anew when any `lang` of the page changes (a page's own 简/繁 switch). */
export const watchLanguage = {
  add(host: { requestUpdate(): void }) {
    hosts.add(host);
    if (observer) return;
    observer = new MutationObserver(languageArrived);
    observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang'] });
  },
  delete(host: { requestUpdate(): void }) {
    hosts.delete(host);
    if (hosts.size) return;
    observer?.disconnect();
    observer = undefined;
  },
};
