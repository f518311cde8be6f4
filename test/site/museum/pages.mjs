/**
 * The museum's host pages, frozen: written by hand after the habits of real ones. `faults` are planted; a doctor that
 * looks at the page should name them. `moves`: why the layout shift is not held against us; `not`: the browser in which the
 * page cannot be looked at; `unlike`: elements that rightly look different there. `frame`: where the elements are; `script`: how the page includes us (server.mjs).
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

export const pages = [
  {
    name: 'gbk-quirks',
    what: 'GBK, no doctype, tables, `*{}` reset, extended arrays',
    fast: true,
    faults: ['doctype', 'charset', 'lang', 'prototype'],
  },
  {
    name: 'gb18030',
    what: 'GB18030 with four-byte characters, XHTML, script without `charset`',
    script: 'plain',
    faults: ['charset', 'compatible'],
  },
  { name: 'root-62', file: 'root-size.html', size: '62.5%', what: '`html{font-size:62.5%}`', faults: ['root-size'] },
  { name: 'root-8', file: 'root-size.html', size: '8px', what: '`html{font-size:8px}`', faults: ['root-size'] },
  { name: 'root-10', file: 'root-size.html', size: '10px', what: '`html{font-size:10px}`', faults: ['root-size'] },
  { name: 'root-19', file: 'root-size.html', size: '19px', what: '`html{font-size:19px}`', faults: ['root-size'] },
  { name: 'root-20', file: 'root-size.html', size: '20px', what: '`html{font-size:20px}`', faults: ['root-size'] },
  { name: 'star-reset', what: '`*{…!important}` on everything', fast: true, faults: [] },
  { name: 'leaks', what: 'thirty inherited properties leak in', faults: [] },
  {
    name: 'object-prototype',
    fast: true,
    what: '`Object.prototype` and `Array.prototype` extended, own `bind`, `trim`, `startsWith`',
    faults: ['prototype'],
  },
  { name: 'tojson', fast: true, what: '`toJSON` on arrays, strings, numbers, dates', faults: ['prototype'] },
  {
    name: 'prototype-js',
    what: 'Prototype 1.6 style: `Array.from`, `reduce`, `entries`, `Object.keys`, `Element` replaced',
    fast: true,
    faults: ['prototype', 'lang'],
  },
  {
    name: 'core-js',
    not: { webkit: 'its driver needs Promise.prototype.finally in the page' },
    what: 'old polyfills: `Promise`, `fetch`, `CustomEvent`, `Object.assign` replaced',
    faults: ['prototype'],
  },
  { name: 'jquery-1-4', what: 'jQuery 1.4 style `live`, `delegate`, `bind`', faults: [] },
  { name: 'jquery-1-12', what: 'jQuery 1.12.4: delegation, key handlers, `append`, `on("zwgk-…")`', faults: [] },
  { name: 'global-handlers', fast: true, what: 'key, click, copy and selection handlers on the document', faults: [] },
  { name: 'z-index', what: 'fixed layers up to 2147483647, a floating ad', faults: [] },
  {
    name: 'fixed-header',
    moves: 'the script stands at the end of the body: a browser may paint before it comes',
    what: 'fixed header, anchors, smooth scrolling',
    faults: [],
  },
  { name: 'frameset', what: 'frameset, elements in its main frame', frame: 'mainFrame', faults: ['doctype', 'lang'] },
  {
    name: 'iframe-auto',
    moves: 'the page itself makes the frame higher while it loads',
    unlike: { 'zwgk-flowchart': 'has no tools for moving about: the frame is as high as all of it' },
    what: 'narrow iframe whose height follows its content, `<base target>`',
    frame: 'f',
    faults: [],
  },
  { name: 'base-href', what: '`<base href target>`', faults: ['base'] },
  {
    name: 'csp',
    what: 'strict content security policy with Trusted Types',
    headers: { 'content-security-policy': policy },
    fast: true,
    faults: ['csp'],
  },
  {
    name: 'sandbox',
    what: 'sandboxed iframe without an origin: one file, data in the page',
    frame: 'f',
    script: 'whole',
    unlike: { 'zwgk-complaint-form': 'offers to keep no draft, as such a frame may keep nothing' },
    faults: ['csp'],
  },
  { name: 'form-around', what: 'a form around everything, as in WebForms', faults: ['lang'] },
  { name: 'duplicate-ids', what: 'duplicate ids, class names of ours, each element twice', faults: [] },
  { name: 'plugins', what: 'a translator and a reading aid that change the page', faults: [] },
  { name: 'dark', fast: true, what: 'dark page, `color-scheme: dark`', faults: [] },
  { name: 'high-contrast', what: 'black and yellow by `* {…!important}`', faults: [] },
  { name: 'print-styles', what: 'a print style sheet that hides and repaints', faults: [] },
  { name: 'late', what: 'inserted late, twice, by `innerHTML`', faults: [] },
  { name: 'editor', what: 'carriers from an editor that strips tags, put in late', faults: [] },
  { name: 'twice', what: 'six of our scripts, two copies', script: 'twice', faults: ['twice'] },
  { name: 'document-write', what: 'tags and script by `document.write`, no doctype', faults: ['doctype', 'lang'] },
  { name: 'amd', what: 'AMD, CommonJS and one-letter globals', script: 'all', faults: [] },
  { name: 'mobile', what: 'phone page, root size from the width', width: 375, faults: ['root-size'] },
  { name: 'flex-narrow', what: 'flex row; `display:inline` for every child', script: 'each', faults: [] },
];
