/* oxlint-disable no-var, unicorn/prefer-add-event-listener, prefer-const, prefer-template, object-shorthand -- every browser that meets this file must read it: ES5. */
/**
 * `zwgk.js`, what a page includes: finds our tags and their carriers, now and when they are added later, and loads just
 * those elements, as modules with shared chunks, from its own folder. A classic script, so it works in any page.
 *
 * Carriers are for systems that strip unknown tags: `<div data-zwgk="guide-card" data-src="guide.json">…</div>` and
 * `<a data-zwgk="guide-card" href="guide.json">…</a>`. Their content stays as what readers see without us.
 *
 * Below the floor it does nothing, silently: the author's content stays. Modules come by `<script type="module">`, as
 * `import()` is a syntax error to browsers (IE mode among them) that would otherwise just read on.
 */
import { askEarly } from './early.js';
import { policy } from './policy.js';

declare const ZWGK_TAGS: readonly string[];
/** What each tag's module imports at once, to be fetched together with it. */
declare const ZWGK_TOGETHER: Readonly<Record<string, string>>;

interface LoaderState {
  zwgkLoader?: { base: string; load: (tag: string) => void; twice?: boolean; stopped?: string[] };
  zwgk?: { doctor?: () => Promise<unknown> };
}

/** Room kept until an element is there, in px, so that what follows it does not jump. Others take a screen. */
var SMALL: Record<string, number> = { 'zwgk-provider': 0, 'zwgk-complaint-status': 320 };
var TAGS = ZWGK_TAGS;
var page = window as unknown as LoaderState;
var script = document.currentScript as HTMLScriptElement | null;

/** Starts the loader; gives what loads one tag. */
function start(base: string): (tag: string) => void {
  var loaded: Record<string, boolean> = {};
  var types = policy();
  var room: CSSStyleSheet | undefined;

  function list<E extends Node>(nodes: ArrayLike<E>): E[] {
    return [].slice.call(nodes) as E[];
  }

  function load(tag: string): void {
    var module: HTMLScriptElement;
    var url = base + 'modules/' + tag + '.js';
    if (loaded[tag] || TAGS.indexOf(tag) < 0) return;
    loaded[tag] = true;
    var parts = ZWGK_TOGETHER[tag]!;
    parts.split(' ').forEach(function (part) {
      var link = document.createElement('link');
      if (loaded[part]) return;
      loaded[part] = true;
      link.rel = 'modulepreload';
      link.href = base + 'modules/chunk-' + part + '.js';
      document.head.appendChild(link);
    });
    module = document.createElement('script');
    module.type = 'module';
    module.src = types ? types.createScriptURL(url) : url;
    module.onerror = function () {
      // The author's content stays; the page may try again by adding the tag anew.
      loaded[tag] = false;
      if (room) (room.cssRules[TAGS.indexOf(tag)] as CSSStyleRule).style.minHeight = '0';
      console.error('zwgk: <' + tag + '> did not load from ' + base);
    };
    document.head.appendChild(module);
  }

  function carry(carrier: HTMLElement): void {
    var tag = 'zwgk-' + carrier.getAttribute('data-zwgk');
    var link = carrier.localName === 'a';
    var element: HTMLElement;
    if (TAGS.indexOf(tag) < 0) return;
    element = document.createElement(tag);
    list(carrier.attributes as unknown as ArrayLike<Attr>).forEach(function (attribute) {
      // What an editor lets through as data must not become a handler or a style.
      if (/^data-(?!zwgk$|on|style$)/.test(attribute.name))
        element.setAttribute(attribute.name.slice(5), attribute.value);
    });
    carrier.removeAttribute('data-zwgk');
    if (link) {
      if (!element.hasAttribute('src')) element.setAttribute('src', carrier.getAttribute('href') || '');
      carrier.parentNode!.replaceChild(element, carrier);
      element.appendChild(carrier);
    } else {
      list(carrier.childNodes).forEach(function (child) {
        element.appendChild(child);
      });
      carrier.appendChild(element);
    }
    load(tag);
  }

  function look(root: Document | HTMLElement): void {
    function all(selector: string): HTMLElement[] {
      var found = list(root.querySelectorAll<HTMLElement>(selector));
      return root !== document && (root as HTMLElement).matches(selector) ? [root as HTMLElement].concat(found) : found;
    }
    all('[data-zwgk]').forEach(carry);
    all(TAGS.join(':not(:defined),') + ':not(:defined)').forEach(function (element) {
      askEarly(element);
      load(element.localName);
    });
  }

  if ('adoptedStyleSheets' in document)
    try {
      room = new CSSStyleSheet();
      TAGS.forEach(function (tag, i) {
        var height = tag in SMALL ? SMALL[tag] : 960;
        room!.insertRule(tag + ':not(:defined){display:block;min-height:var(--zwgk-room,' + height + 'px)}', i);
      });
      document.adoptedStyleSheets = list(document.adoptedStyleSheets as unknown as ArrayLike<Node>).concat(
        room as unknown as Node,
      ) as unknown as CSSStyleSheet[];
    } catch (unshared) {
      void unshared;
      // A browser that shares no sheets: what follows an element moves once.
      room = undefined;
    }
  look(document);
  new MutationObserver(function (records) {
    records.forEach(function (record) {
      list(record.addedNodes).forEach(function (node) {
        if (node.nodeType === 1) look(node as HTMLElement);
      });
    });
  }).observe(document, { childList: true, subtree: true });
  return load;
}

/** 嵌入体检: `zwgk.doctor()`, or `?zwgk-doctor` in the address of a page, fetches it. */
function prepareDoctor(state: NonNullable<LoaderState['zwgkLoader']>): void {
  function doctor(): Promise<unknown> {
    return new Promise(function (resolve, reject) {
      var fetched = document.createElement('script');
      var types = policy();
      var url = state.base + 'zwgk-doctor.js';
      fetched.src = types ? types.createScriptURL(url) : url;
      // It takes the place of this function.
      fetched.onload = function () {
        resolve(page.zwgk!.doctor!());
      };
      fetched.onerror = reject;
      document.head.appendChild(fetched);
    });
  }
  page.zwgk = page.zwgk || {};
  page.zwgk.doctor = doctor;
  if (!/[?&]zwgk-doctor(?=[&=]|$)/.test(location.search)) return;
  state.stopped = [];
  document.addEventListener('securitypolicyviolation', function (event) {
    state.stopped!.push(event.effectiveDirective + ' ' + event.blockedURI);
  });
  void doctor();
}

// What our modules are written in came with these two; polyfills bring at most one of them.
if ('WeakRef' in window && 'replaceAll' in String.prototype) {
  var base = new URL('.', (script && script.src) || document.baseURI).href;
  if (page.zwgkLoader) {
    if (!page.zwgkLoader.twice) console.warn('zwgk: loaded from ' + page.zwgkLoader.base + ', not ' + base);
    page.zwgkLoader.twice = true;
  } else {
    // An element may show another inside its shadow root, where nobody else looks.
    page.zwgkLoader = { base: base, load: start(base) };
    prepareDoctor(page.zwgkLoader);
  }
}
