/** From facts about a page to findings: what stops the elements there, what spoils them, what is good to know. Pure. */
import type { Charset, Kernel, PageFacts, TagFacts } from './facts.js';
import { doctorMessages, type FindingCode } from './sentences.js';

/** `error`: something does not work. `warning`: it works, but not as it could. `info`: good to know. */
export type FindingLevel = 'error' | 'warning' | 'info';
export interface Finding {
  readonly code: FindingCode;
  readonly level: FindingLevel;
  /** What was found, in Chinese. */
  readonly title: string;
  /** What to do about it, in Chinese. */
  readonly fix: string;
}

/** Oldest kernels on which every function works. */
export const floors: Readonly<Record<Kernel['name'], number>> = {
  Chromium: 86,
  Firefox: 101,
  Safari: 16.4,
  IE: Infinity,
  other: 0,
};
const levels: readonly FindingLevel[] = ['error', 'warning', 'info'];
const encodingOf = (name = '') => {
  const plain = name.toLowerCase().replace(/[_\s]/g, '');
  return /^(?:gb|x-?gbk|cp936)/.test(plain) ? 'gb' : plain.replace('-', '');
};

export function diagnose(page: PageFacts): Finding[] {
  const found: Finding[] = [];
  const tell = (code: FindingCode, level: FindingLevel, ...args: readonly (string | number)[]) => {
    const [title, fix] = (doctorMessages[code] as (...args: readonly (string | number)[]) => readonly [string, string])(
      ...args,
    );
    found.push({ code, level, title, fix });
  };

  if (page.kernel) kernel(page.kernel, tell);
  if (page.doctype === false || page.quirks) tell('quirks', 'warning');
  if (page.charset) charset(page.charset, tell);
  if (page.lang === '') tell('lang', 'warning');
  if (page.viewport === false) tell('viewport', 'warning');
  if (page.renderer === false) tell('renderer', 'warning');
  if (/IE=(?:Emulate)?(?:IE)?[5-9]/i.test(page.compatible ?? '')) tell('compatible', 'error', page.compatible!);
  if (page.rootFont && !/^(?:16px|100%)$/.test(page.rootFont)) tell('rootFont', 'info', page.rootFont);
  if (page.secure === false) tell('insecure', 'info');
  if (page.base) tell('base', 'warning', page.base);

  policies(page, tell);
  // Nothing of ours is inline: what was stopped there is the page's own, e.g. what jQuery 1.x tries at its start.
  const stopped = page.stopped ?? [];
  const inline = (one: string) => /^\S+ (?:inline|eval)$/.test(one);
  for (const one of stopped) if (!inline(one)) tell('stopped', 'error', one);
  if (stopped.some(inline)) tell('stoppedInline', 'info', stopped.filter(inline).join('、'));

  const { natives } = page;
  if (natives?.objectKeys.length) tell('objectKeys', 'warning', natives.objectKeys.join('、'));
  if (natives?.arrayKeys.length) tell('arrayKeys', 'warning', natives.arrayKeys.join('、'));
  if (natives?.replaced.length) tell('replaced', 'info', natives.replaced.join('、'));
  if (natives && !natives.json) tell('json', 'warning');
  if (page.libraries?.length) tell('libraries', 'info', page.libraries.join('、'));
  if (page.frame?.sandbox !== undefined) sandbox(page.frame.sandbox, tell);

  const tags = page.tags ?? [];
  const scripts = page.scripts ?? [];
  if (page.scripts && !scripts.length && tags.length) tell('noScript', 'error');
  if (page.tags && !tags.length) tell('noTag', scripts.length ? 'warning' : 'info');
  const folders = [...new Set(scripts.map((script) => script.replace(/[^/]*(?:\?.*)?$/, '')))];
  const same = scripts.filter((script, at) => scripts.indexOf(script) !== at);
  if (folders.length > 1) tell('versions', 'warning', folders.join('、'));
  else if (same.length || page.twice) tell('twice', 'warning', same[0] ?? scripts[0] ?? 'zwgk.js');
  for (const { address, status, type } of page.failed ?? []) tell('failed', 'error', address, status ?? 0, type ?? '');
  for (const tag of tags) tagRules(tag, page, tell);
  return found.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

type Tell = (code: FindingCode, level: FindingLevel, ...args: readonly (string | number)[]) => void;

function kernel({ name, version }: Kernel, tell: Tell): void {
  if (name === 'IE') tell('ie', 'error');
  else if (version < floors[name]) tell('kernel', 'error', `${name} ${version}`, `${name} ${floors[name]}`);
}

function charset({ used, header, meta, broken }: Charset, tell: Tell): void {
  if (header && meta && encodingOf(header) !== encodingOf(meta)) tell('charsets', 'error', header, meta);
  else if (broken) tell('encoding', 'error', used ?? header ?? meta ?? '');
  else if (!header && !meta) tell('noCharset', 'warning');
  if (encodingOf(used ?? header ?? meta) === 'gb') tell('gbk', 'info', used ?? header ?? meta ?? 'GBK');
}

function sandbox(allowed: string, tell: Tell): void {
  const missing = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups', 'allow-modals'].filter(
    (one) => !allowed.split(/\s+/).includes(one),
  );
  if (missing.length) tell('sandbox', missing.includes('allow-scripts') ? 'error' : 'warning', missing.join(' '));
}

/** Where a policy lets something come from: what the first of these directives that it has says; undefined when none. */
function sources(policy: string, ...directives: readonly string[]): readonly string[] | undefined {
  const lines = policy.split(';').map((line) => line.trim().split(/\s+/));
  const line = directives.map((name) => lines.find(([first]) => first?.toLowerCase() === name)).find(Boolean);
  return line?.slice(1);
}
function allows(list: readonly string[], address: string, page: URL): boolean {
  let url: URL;
  try {
    url = new URL(address, page);
  } catch {
    return true;
  }
  return list.some((source) => {
    if (source === "'self'") return url.origin === page.origin;
    if (source === '*') return /^https?:$/.test(url.protocol);
    if (/^[\w+.-]+:$/.test(source)) return url.protocol === source;
    const [, scheme, host, port, path] = /^(?:([\w+.-]+):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(source) ?? [];
    if (!host || host.startsWith("'")) return false;
    if (scheme && `${scheme}:` !== url.protocol && !(scheme === 'http' && url.protocol === 'https:')) return false;
    const named = host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
    if (!named || (port && port !== '*' && port !== url.port)) return false;
    return !path || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  });
}
/** As a policy names it. */
function originOf(address: string, page: URL): string {
  const { origin } = new URL(address, page);
  return origin === page.origin ? "'self'" : origin;
}
function policies({ policies, address, scripts = [], tags = [] }: PageFacts, tell: Tell): void {
  if (!policies?.length) return;
  const page = new URL(address && /^https?:/.test(address) ? address : 'https://page.invalid/');
  for (const policy of policies) {
    const from = sources(policy, 'script-src-elem', 'script-src', 'default-src');
    // With a nonce or a hash the page lets in what it names elsewhere.
    if (from && !from.some((one) => /^'(?:nonce|sha\d+)-/.test(one)))
      for (const script of new Set(scripts))
        if (!allows(from, script, page)) tell('scriptPolicy', 'error', originOf(script, page));
    const connect = sources(policy, 'connect-src', 'default-src');
    const refused = new Set<string>();
    for (const target of tags.flatMap(({ addresses = [] }) => addresses))
      if (connect && !allows(connect, target, page)) refused.add(originOf(target, page));
    for (const origin of refused) tell('connectPolicy', 'error', origin);
    if (/require-trusted-types-for/i.test(policy)) tell('trustedTypes', 'info');
  }
}

function tagRules(tag: TagFacts, { address }: PageFacts, tell: Tell): void {
  const at = tag.where;
  if (!tag.known) tell('unknownTag', 'error', at, tag.tag, tag.meant ?? '');
  if (tag.selfClosed) tell('selfClosed', 'error', at, tag.tag);
  for (const { name, meant } of tag.strange ?? []) tell('strange', 'warning', at, tag.tag, name, meant ?? '');
  if (!tag.known) return;
  if (tag.json) tell('inlineJson', 'error', at, tag.tag, tag.json);
  else if (tag.empty) tell('empty', 'error', at, tag.tag);
  else if (tag.unprovided) tell('unprovided', 'error', at, tag.tag);
  if (tag.defined === false) tell('undefinedTag', 'error', at, tag.tag);
  else if (tag.says) tell('says', 'error', at, tag.tag, tag.says);
  else if (tag.busy) tell('busy', 'warning', at, tag.tag);
  if (tag.unseen && !tag.empty && !tag.unprovided && tag.defined !== false) tell('unseen', 'warning', at, tag.tag);
  if (tag.cutAt !== undefined) tell('cut', 'warning', at, tag.tag, tag.cutAt);
  for (const target of tag.addresses ?? []) {
    if (/^http:/.test(target) && /^https:/.test(address ?? '')) tell('mixed', 'error', at, target);
    else if (
      /^https?:/.test(target) &&
      /^https?:/.test(address ?? '') &&
      new URL(target).origin !== new URL(address!).origin
    )
      tell('foreign', 'info', at, target);
  }
}
