/** Facts about the page that this script runs in. */
import type { Kernel, Natives, PageFacts, TagFacts } from './facts.js';
import { jsonFault } from './json.js';
import { nearest } from './nearest.js';

/** What `zwgk.js` leaves on the page. */
export interface LoaderState {
  readonly base: string;
  readonly twice?: boolean;
  readonly stopped?: readonly string[];
}
/** Attributes that any tag may have. */
const GLOBAL =
  /^(?:id|class|style|lang|dir|hidden|title|slot|role|tabindex|part|exportparts|translate|inert|is|itemscope|item\w+|aria-.*|data-.*|on.*|xmlns.*|:.*|@.*|v-.*|_ng.*|ng-.*)$/;

export function gather(tags: readonly string[], loader: LoaderState | undefined): PageFacts {
  // The loader puts in its modules itself.
  const scripts = Array.from(document.scripts, ({ src }) => src).filter(
    (src) => /\/zwgk(?:-(?!doctor|sdk)[\w-]+)?\.js(?:[?#]|$)/.test(src) && !/\/modules\//.test(src),
  );
  const html = document.documentElement;
  const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[${name} i]`)?.content;
  return {
    address: location.href,
    doctype: document.doctype ? document.doctype.name : false,
    quirks: document.compatMode === 'BackCompat',
    charset: { used: document.characterSet, meta: document.characterSet },
    lang: html.lang,
    viewport: meta('name="viewport"') !== undefined,
    // Only browsers with two kernels read it, and these run in China's desktops.
    renderer:
      /webkit/i.test(meta('name="renderer"') ?? '') || !/QIHU|360[SE]E|MetaSr|LBBROWSER|2345/.test(navigator.userAgent),
    compatible: meta('http-equiv="X-UA-Compatible"'),
    rootFont: getComputedStyle(html).fontSize,
    kernel: kernelOf(navigator.userAgent),
    secure: isSecureContext,
    base: document.querySelector('base')?.getAttribute('href') ?? undefined,
    policies: Array.from(
      document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]'),
      ({ content }) => content,
    ),
    stopped: [...new Set([...(loader?.stopped ?? []), ...reported()])],
    natives: natives(),
    scripts,
    twice: loader?.twice,
    tags: tagsOf(tags),
    failed: failures(scripts),
    libraries: libraries(),
    frame: window === top ? undefined : { sandbox: sandboxOf() },
  };
}

export function kernelOf(agent: string): Kernel {
  const number = (pattern: RegExp) => Number(pattern.exec(agent)?.[1] ?? 0);
  if (/Trident|MSIE/.test(agent)) return { name: 'IE', version: number(/(?:rv:|MSIE )(\d+)/) };
  if (/Chrom(?:e|ium)\//.test(agent)) return { name: 'Chromium', version: number(/Chrom(?:e|ium)\/(\d+)/) };
  if (/Firefox\//.test(agent)) return { name: 'Firefox', version: number(/Firefox\/(\d+)/) };
  if (/Safari\//.test(agent)) return { name: 'Safari', version: number(/Version\/(\d+(?:\.\d+)?)/) };
  return { name: 'other', version: 0 };
}

/** Violations that happened before anybody listened. */
function reported(): string[] {
  const Observer = (
    window as unknown as {
      ReportingObserver?: new (
        seen: () => void,
        options: object,
      ) => {
        observe(): void;
        takeRecords(): { body?: { effectiveDirective?: string; blockedURL?: string } }[];
        disconnect(): void;
      };
    }
  ).ReportingObserver;
  if (!Observer) return [];
  const observer = new Observer(() => {}, { types: ['csp-violation'], buffered: true });
  observer.observe();
  const records = observer.takeRecords();
  observer.disconnect();
  return records.map(({ body }) => `${body?.effectiveDirective} ${body?.blockedURL}`);
}

function natives(): Natives {
  const keys = (value: object) => {
    const names = [];
    for (const name in value) names.push(name);
    return names.slice(0, 20);
  };
  const known: Readonly<Record<string, unknown>> = {
    'Array.from': Array.from,
    'Array.prototype.map': [].map,
    'Array.prototype.filter': [].filter,
    'Array.prototype.forEach': [].forEach,
    'Array.prototype.indexOf': [].indexOf,
    'Array.prototype.reverse': [].reverse,
    'Array.prototype.concat': [].concat,
    'Object.keys': Object.keys,
    'Object.assign': Object.assign,
    'Function.prototype.bind': Function.prototype.bind,
    'String.prototype.trim': ''.trim,
    'String.prototype.startsWith': ''.startsWith,
    'String.prototype.replace': ''.replace,
    'JSON.stringify': JSON.stringify,
    'JSON.parse': JSON.parse,
    Promise,
    Map,
    Set,
    URL,
    fetch: window.fetch,
    requestAnimationFrame: window.requestAnimationFrame,
    'customElements.define': customElements.define,
    'Element.prototype.attachShadow': Element.prototype.attachShadow,
    'Element.prototype.closest': Element.prototype.closest,
    'Element.prototype.matches': Element.prototype.matches,
    'Element.prototype.remove': Element.prototype.remove,
    'Node.prototype.appendChild': Node.prototype.appendChild,
    'Node.prototype.insertBefore': Node.prototype.insertBefore,
    'EventTarget.prototype.addEventListener': EventTarget.prototype.addEventListener,
    'EventTarget.prototype.dispatchEvent': EventTarget.prototype.dispatchEvent,
    'document.createElement': document.createElement,
  };
  const text = Function.prototype.toString;
  return {
    objectKeys: keys({}),
    arrayKeys: keys([]).filter((name) => !(name in {})),
    replaced: Object.keys(known).filter(
      (name) => typeof known[name] !== 'function' || !/\[native code\]/.test(text.call(known[name])),
    ),
    // By way of the window: our own files bring a `stringify` of their own.
    json: window.JSON.stringify({ a: [1] }) === '{"a":[1]}',
  };
}

function libraries(): string[] {
  const page = window as unknown as Record<string, { [key: string]: unknown } | undefined>;
  const version = (value: unknown) =>
    typeof value === 'string'
      ? value
      : typeof value === 'object' && value
        ? String((value as { full?: unknown }).full ?? '')
        : '';
  const found: string[] = [];
  const look = (name: string, value: unknown) => value !== undefined && found.push(`${name} ${version(value)}`.trim());
  look('jQuery', (page['jQuery']?.['fn'] as { jquery?: unknown } | undefined)?.jquery);
  look('prototype.js', page['Prototype']?.['Version']);
  look('MooTools', page['MooTools']?.['version']);
  look('Ext JS', page['Ext']?.['version']);
  look('AngularJS', page['angular']?.['version']);
  look('YUI', page['YAHOO']?.['VERSION']);
  const core = page['__core-js_shared__']?.['versions'] as readonly { version?: unknown }[] | undefined;
  look('core-js', core?.[0]?.version);
  return found;
}

function sandboxOf(): string | undefined {
  // A document without an origin of its own is in a sandbox; what else that allows cannot be read.
  if (origin === 'null') return 'allow-scripts';
  try {
    return window.frameElement?.getAttribute('sandbox') ?? undefined;
  } catch {
    return undefined;
  }
}

function failures(scripts: readonly string[]): PageFacts['failed'] {
  const folders = scripts.map((script) => script.replace(/[^/]*$/, ''));
  const named = Array.from(document.querySelectorAll('[src]'))
    .filter(({ localName }) => localName.startsWith('zwgk-'))
    .map((tag) => addressOf(tag.getAttribute('src')!));
  return (performance.getEntriesByType('resource') as (PerformanceResourceTiming & { responseStatus?: number })[])
    .filter(
      ({ name, responseStatus = 0 }) =>
        responseStatus >= 400 && (named.includes(name) || folders.some((folder) => name.startsWith(folder))),
    )
    .map(({ name, responseStatus }) => ({ address: name, status: responseStatus }));
}

const addressOf = (written: string): string => {
  try {
    return new URL(written, document.baseURI).href;
  } catch {
    return written;
  }
};

function tagsOf(known: readonly string[]): TagFacts[] {
  const all = Array.from(document.querySelectorAll<HTMLElement>('*')).filter(
    (one) => one.localName.startsWith('zwgk-') || one.dataset?.['zwgk'] !== undefined,
  );
  return all.map((element, at) => tagOf(element, at, known));
}

function tagOf(element: HTMLElement, at: number, known: readonly string[]): TagFacts {
  const carrier = !element.localName.startsWith('zwgk-');
  const tag = carrier ? `zwgk-${element.dataset['zwgk']}` : element.localName;
  const where = `第 ${at + 1} 个组件${element.id ? `（#${element.id}）` : ''}`;
  if (!known.includes(tag)) return { tag, where, known: false, meant: nearest(tag, known) };
  if (carrier) return { tag, where, known: true, defined: customElements.get(tag) !== undefined };

  const made = customElements.get(tag) as { observedAttributes?: readonly string[] } | undefined;
  const attributes = made?.observedAttributes ?? [];
  const strange = made
    ? Array.from(element.attributes, ({ name }) => name)
        .filter((name) => !GLOBAL.test(name) && !attributes.includes(name))
        .map((name) => ({ name, meant: nearest(name, attributes) }))
    : undefined;
  const inline = Array.from(element.children).find(
    (child) => child.localName === 'script' && /json/.test((child as HTMLScriptElement).type),
  );
  const idName = attributes.find((name) => name.endsWith('-id') && attributes.includes('src'));
  const given =
    idName !== undefined && (element as unknown as Record<string, unknown>)[idName.slice(0, -3)] !== undefined;
  const own = given || inline !== undefined || element.hasAttribute('src');
  const byId = idName !== undefined && element.hasAttribute(idName);
  const provided = (element as { client?: unknown }).client !== undefined || inProvider(element);
  const asks = made !== undefined && tag !== 'zwgk-provider';
  const box = element.getBoundingClientRect();
  const busy = element.hasAttribute('aria-busy');
  return {
    tag,
    where,
    known: true,
    strange,
    document: !inline && !given && element.hasAttribute('src') ? addressOf(element.getAttribute('src')!) : undefined,
    json: inline && jsonFault(inline.textContent ?? ''),
    empty: asks && idName !== undefined && !own && !byId && !provided && !element.querySelector('table,ul,ol'),
    unprovided: asks && !own && (byId || idName === undefined) && !provided,
    addresses: ['src', 'api', 'files'].flatMap((name) =>
      element.hasAttribute(name) ? [addressOf(element.getAttribute(name)!)] : [],
    ),
    defined: made !== undefined,
    busy,
    says: busy ? undefined : saidBy(element),
    unseen:
      tag !== 'zwgk-provider' &&
      (box.height === 0 || box.width === 0 || getComputedStyle(element).visibility === 'hidden'),
    cutAt: cutAt(element, box),
  };
}

function inProvider(element: Element): boolean {
  for (let at: Element | null = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null)
    if (at.closest('zwgk-provider')) return true;
  return false;
}

/** The sentence of an element about its failure or about what it left out. */
function saidBy(element: Element): string | undefined {
  const line = element.shadowRoot?.querySelector<HTMLElement>('[part~="status"]');
  const text = line && line.getClientRects().length ? (line.textContent ?? '').replace(/\s+/g, ' ').trim() : '';
  return text || undefined;
}

function cutAt(element: HTMLElement, box: DOMRect): number | undefined {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
    if (/hidden|clip/.test(getComputedStyle(at).overflowY) && box.bottom > at.getBoundingClientRect().bottom + 8)
      return Math.round(at.clientHeight);
  return undefined;
}
