/** Facts about a page from its source, for `zwgk doctor`: what a browser would tell, as far as it can be read. */
import { createRequire } from 'node:module';
import { createClient } from '@zwgk/client';
import { documentFault, jsonFault, nearest, type Natives, type PageFacts, type TagFacts } from '@zwgk/elements/doctor';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Fetched, Get } from './fetching.js';
import { textOfPage } from './page-text.js';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

interface KnownTag {
  readonly attributes: readonly string[];
}
/** Tags and their attributes, from the manifest of the elements. */
function knownTags(): ReadonlyMap<string, KnownTag> {
  const manifest = createRequire(import.meta.url)('@zwgk/elements/custom-elements.json') as {
    modules: { declarations: { tagName?: string; attributes?: { name: string }[] }[] }[];
  };
  return new Map(
    manifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName)
      .map(({ tagName, attributes = [] }) => [tagName!, { attributes: attributes.map(({ name }) => name) }]),
  );
}
const GLOBAL =
  /^(?:id|class|style|lang|dir|hidden|title|slot|role|tabindex|part|exportparts|translate|inert|is|item\w+|aria-.*|data-.*|on.*|xmlns.*)$/;
const MOST_FILES = 40;
/** Tags of ours that are looked at; nobody reads a report of more. */
const MOST_TAGS = 200;
/** Letters of a script or style sheet, and of a name, that are looked at. */
const MOST_CODE = 2_000_000;
const MOST_NAME = 100;

/** In the order of the page; without recursion, as a page may be nested a hundred thousand deep. */
function* elementsOf(parent: Parent): Generator<Element> {
  const stack = [...parent.childNodes].reverse();
  for (let child = stack.pop(); child; child = stack.pop()) {
    if (!('tagName' in child)) continue;
    yield child;
    const inner = child.tagName === 'template' && 'content' in child ? (child.content as Parent) : child;
    for (let i = inner.childNodes.length; i-- > 0;) stack.push(inner.childNodes[i]!);
  }
}
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;
const textOf = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

export async function factsOfPage(page: Fetched, get: Get): Promise<PageFacts> {
  const { text, charset } = textOfPage(page);
  const document = parse(text, { sourceCodeLocationInfo: true });
  const all = [...elementsOf(document)];
  const named = (name: string) => all.filter(({ tagName }) => tagName === name);
  const metas = named('meta');
  const meta = (key: string, name: string) =>
    metas.find((one) => attribute(one, key)?.toLowerCase() === name.toLowerCase());
  const written = named('base')
    .map((base) => attribute(base, 'href'))
    .find((href) => href !== undefined);
  const resolve = (address: string, from = page.address): string => {
    try {
      return new URL(address.trim(), from).href;
    } catch {
      return address;
    }
  };
  const base = written === undefined ? page.address : resolve(written);

  const scripts = named('script')
    .map((script) => attribute(script, 'src'))
    .filter((src) => src !== undefined);
  const ours = scripts
    .filter((src) => /(?:^|\/)zwgk(?:-(?!doctor|sdk)[\w-]+)?\.js(?:[?#]|$)/.test(src))
    .map((src) => resolve(src, base));
  const failed: { address: string; status?: number; type?: string }[] = [];
  const seen = new Map<string, Fetched | undefined>();
  const fetched = async (address: string): Promise<Fetched | undefined> => {
    if (!seen.has(address) && seen.size < MOST_FILES) seen.set(address, await get(address).catch(() => undefined));
    return seen.get(address);
  };
  for (const address of new Set(ours)) {
    const file = await fetched(address);
    if (!file) failed.push({ address });
    else if (file.status >= 400) failed.push({ address, status: file.status });
    else if (/html/.test(file.type)) failed.push({ address, status: file.status, type: file.type });
  }

  const code = named('script')
    .filter((one) => !/json/.test(attribute(one, 'type') ?? ''))
    .map((one) => textOf(one).slice(0, MOST_CODE));
  for (const src of scripts)
    if (!ours.includes(resolve(src, base))) {
      const file = await fetched(resolve(src, base));
      if (file && file.status < 400) code.push(new TextDecoder('latin1').decode(file.bytes.subarray(0, MOST_CODE)));
    }
  const sheets = named('style').map((one) => textOf(one).slice(0, MOST_CODE));
  for (const link of named('link'))
    if (/stylesheet/i.test(attribute(link, 'rel') ?? '') && attribute(link, 'href')) {
      const file = await fetched(resolve(attribute(link, 'href')!, base));
      if (file && file.status < 400) sheets.push(new TextDecoder('latin1').decode(file.bytes.subarray(0, MOST_CODE)));
    }

  const html = all.find(({ tagName }) => tagName === 'html');
  const policyMeta = metas.filter((one) => /^content-security-policy$/i.test(attribute(one, 'http-equiv') ?? ''));
  const doctype = document.childNodes.find(({ nodeName }) => nodeName === '#documentType') as
    { name: string } | undefined;
  return {
    address: page.address,
    doctype: doctype ? doctype.name : false,
    quirks: document.mode === 'quirks',
    charset,
    lang: (html && attribute(html, 'lang')) ?? '',
    viewport: meta('name', 'viewport') !== undefined,
    renderer:
      /webkit/i.test(attribute(meta('name', 'renderer') ?? metas[0] ?? html!, 'content') ?? '') &&
      meta('name', 'renderer') !== undefined,
    compatible: meta('http-equiv', 'X-UA-Compatible') && attribute(meta('http-equiv', 'X-UA-Compatible')!, 'content'),
    rootFont: rootFontOf(sheets, html && attribute(html, 'style')),
    secure:
      page.address.startsWith('http:') && !/^http:\/\/(?:localhost|127\.|\[::1\])/.test(page.address)
        ? false
        : undefined,
    base: written,
    policies: [...(page.policy ? [page.policy] : []), ...policyMeta.map((one) => attribute(one, 'content') ?? '')],
    natives: nativesOf(code),
    scripts: ours,
    tags: await tagsOf(all, text, base, resolve, fetched, code.join('\n')),
    failed,
    libraries: librariesOf(code),
  };
}

const withoutComments = (sheet: string): string =>
  sheet
    .split('/*')
    .map((piece, i) => (i ? (piece.includes('*/') ? piece.slice(piece.indexOf('*/') + 2) : '') : piece))
    .join('');
const sizeIn = (declarations: string): string | undefined =>
  declarations
    .split(';')
    .map((one) => /^\s*font-size\s*:([^!]+)/i.exec(one)?.[1]!.trim())
    .find(Boolean);

function rootFontOf(sheets: readonly string[], inline: string | undefined): string | undefined {
  const size = sizeIn(inline ?? '');
  if (size) return size;
  let last: string | undefined;
  // Cut up, not matched: patterns with two open ends take a day for a hostile sheet.
  for (const sheet of sheets)
    for (const rule of withoutComments(sheet).split('}').slice(0, -1)) {
      const [body = '', selectors = ''] = rule.split('{').reverse();
      if (selectors.split(',').some((one) => /^(?:html|:root)$/i.test(one.trim()))) last = sizeIn(body) ?? last;
    }
  return last;
}

/** What scripts are seen to add; what they replace can only be seen in a browser. */
function nativesOf(code: readonly string[]): Natives {
  const added = (name: string) => [
    ...new Set(
      code.flatMap((one) =>
        [...one.matchAll(new RegExp(`\\b${name}\\.prototype\\.(\\w+)\\s*=[^=]`, 'g'))].map(([, key]) => key!),
      ),
    ),
  ];
  const arrayKeys = added('Array');
  return { objectKeys: added('Object'), arrayKeys, replaced: [], json: !arrayKeys.includes('toJSON') };
}
function librariesOf(code: readonly string[]): string[] {
  const known: readonly (readonly [string, RegExp])[] = [
    ['jQuery', /jQuery (?:JavaScript Library )?v?(\d[\d.]*)/],
    ['prototype.js', /Prototype JavaScript framework, version (\d[\d.]*)/],
    ['MooTools', /MooTools[^\n]{0,40}?version:?\s*['"]?(\d[\d.]*)/],
    ['AngularJS', /AngularJS v(\d[\d.]*)/],
    ['core-js', /__core-js_shared__/],
  ];
  return known.flatMap(([name, pattern]) => {
    const found = code.map((one) => pattern.exec(one)).find(Boolean);
    return found ? [`${name} ${found[1] ?? ''}`.trim()] : [];
  });
}

type Resolve = (address: string, from?: string) => string;

async function tagsOf(
  all: readonly Element[],
  source: string,
  base: string,
  resolve: Resolve,
  fetched: (address: string) => Promise<Fetched | undefined>,
  code: string,
): Promise<TagFacts[]> {
  const known = knownTags();
  const names = [...known.keys()];
  const found: TagFacts[] = [];
  for (const element of all) {
    if (found.length === MOST_TAGS) break;
    const carried = attribute(element, 'data-zwgk');
    if (!element.tagName.startsWith('zwgk-') && carried === undefined) continue;
    const tag = (carried === undefined ? element.tagName : `zwgk-${carried}`).slice(0, MOST_NAME);
    const start = element.sourceCodeLocation?.startTag;
    const where = `第 ${start?.startLine ?? '?'} 行`;
    const it = known.get(tag);
    const selfClosed =
      carried === undefined && start !== undefined && /\/>$/.test(source.slice(start.startOffset, start.endOffset));
    if (!it) {
      found.push({ tag, where, known: false, meant: nearest(tag, names), selfClosed });
      continue;
    }
    // A carrier hands on what stands in `data-…`; a link brings its address.
    const given = new Map(
      element.attrs
        .map(({ name, value }) => [carried === undefined ? name : name.replace(/^data-/, ''), value] as const)
        .filter(([name]) => carried === undefined || name !== 'zwgk'),
    );
    if (carried !== undefined && element.tagName === 'a' && given.has('href')) given.set('src', given.get('href')!);
    const strange = [...given.keys()]
      .slice(0, MOST_NAME)
      .map((name) => name.slice(0, MOST_NAME))
      .filter(
        (name) => !it.attributes.includes(name) && !GLOBAL.test(name) && (carried === undefined || name !== 'href'),
      )
      .map((name) => ({ name, meant: nearest(name, it.attributes) }));
    const inline = element.childNodes.find(
      (child): child is Element =>
        'tagName' in child && child.tagName === 'script' && /json/.test(attribute(child, 'type') ?? ''),
    );
    const idName = it.attributes.includes('src') ? it.attributes.find((name) => name.endsWith('-id')) : undefined;
    const src = given.get('src');
    const byId = idName !== undefined && given.has(idName);
    // A script of the page may hand the document over, and a client with it.
    const scripted = code.includes(tag) || (given.has('id') && code.includes(given.get('id')!));
    const provided = scripted || within(element, 'zwgk-provider');
    const list = [...elementsOf(element)].some(({ tagName }) => /^(?:table|ul|ol)$/.test(tagName));
    const addresses = ['src', 'api', 'files'].flatMap((name) =>
      given.has(name) ? [resolve(given.get(name)!, base)] : [],
    );
    const document = src === undefined ? undefined : await documentAt(resolve(src, base), fetched);
    found.push({
      tag,
      where,
      known: true,
      selfClosed,
      strange,
      json: inline ? jsonFault(textOf(inline)) : document?.fault,
      empty: idName !== undefined && !inline && src === undefined && !byId && !scripted && !provided && !list,
      unprovided:
        tag !== 'zwgk-provider' && !inline && src === undefined && (byId || idName === undefined) && !provided,
      addresses,
      says: await defects(tag, inline ? textOf(inline) : document?.text),
    });
  }
  return found;
}

function within(element: Element, tag: string): boolean {
  for (let at = element.parentNode; at; at = 'parentNode' in at ? at.parentNode : null)
    if ('tagName' in at && at.tagName === tag) return true;
  return false;
}

async function documentAt(
  address: string,
  fetched: (address: string) => Promise<Fetched | undefined>,
): Promise<{ fault?: string | undefined; text?: string }> {
  const file = await fetched(address);
  if (!file) return { fault: `${address} 无法读取` };
  if (file.status >= 400) return { fault: `${address} 返回 ${file.status}` };
  const fault = documentFault(file.type, file.bytes);
  return fault ? { fault: `${address} ${fault}` } : { text: new TextDecoder().decode(file.bytes) };
}

/** What an element would leave out of a document, or why it could not show it. */
async function defects(tag: string, text: string | undefined): Promise<string | undefined> {
  if (text === undefined || jsonFault(text)) return undefined;
  const subject = (
    { 'zwgk-guide-card': 'guides', 'zwgk-flowchart': 'flowcharts', 'zwgk-catalogue': 'catalogues' } as const
  )[tag];
  if (!subject) return undefined;
  // What is inline asks nobody.
  const client = createClient({ files: 'https://page.invalid/' });
  let issues = 0;
  try {
    await client[subject].open({ json: text }, { onIssues: (found) => (issues += found.length) });
  } catch {
    return '文档缺少必要内容，无法显示';
  }
  return issues ? `文档有 ${issues} 处内容不合要求，已略去` : undefined;
}
