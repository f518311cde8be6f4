/** Whole pages: the real service as a process of its own, and a real browser that writes down what went wrong. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Browser, type Page } from 'puppeteer-core';
// @ts-expect-error a script without types
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const siteFolder = path.join(root, 'packages/server/site');
export const bytesOf = (file: string): Buffer => readFileSync(path.join(siteFolder, file));

/** Pages of the site as addresses; the host pages and what other projects brought are left out. */
export const sitePages = (): string[] =>
  readdirSync(siteFolder, { recursive: true })
    .map((file) => `/${String(file).split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.html') && !/^\/(?:hosts|vendor)\//.test(file))
    .map((file) => file.replace(/\/index\.html$/, '/'))
    .sort();

export interface Service {
  readonly base: string;
  /** What it has printed so far; on the first start also the token of the administrator. */
  output(): string;
  /** `kill -9`, as a power cut would. */
  kill(): Promise<void>;
}

/** The service on a free port, with the data of `folder`. */
export async function startService(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const child: ChildProcess = spawn(process.execPath, [path.join(root, 'packages/server/dist/main.js')], {
    env: { ...process.env, PORT: '0', ZWGK_DATA: folder, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const base = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/[\d.:]+\//.exec(output);
      if (found) resolve(found[0].slice(0, -1));
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The service ended with code ${code}: ${output}`)));
  });
  return {
    base,
    output: () => output,
    kill: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.on('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

export interface Site {
  readonly browser: Browser;
  base: string;
  /** Of the administrator, printed on the first start. */
  readonly token: string;
  /** `kill -9` and a new start on the same data. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

/** Service and browser for one test file. */
export async function startSite(): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zwgk-site-'));
  let service = await startService(folder);
  const browser = await launch({
    executablePath: findBrowser() as string,
    args: chromiumFlags as string[],
    protocolTimeout: 120000,
  });
  const site: Site = {
    browser,
    base: service.base,
    token: /^ +(\S{20,})$/m.exec(service.output())?.[1] ?? '',
    async restart() {
      await service.kill();
      service = await startService(folder);
      site.base = service.base;
    },
    async end() {
      await browser.close();
      await service.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return site;
}

export interface Opened {
  readonly page: Page;
  /** Console errors, exceptions, failed requests, violations of the content security policy. */
  readonly problems: string[];
  close(): Promise<void>;
}

interface OpenOptions {
  readonly width?: number;
  readonly script?: boolean;
  /** What the reader chose on an earlier visit, e.g. `{ lang: 'en' }`. */
  readonly chosen?: Readonly<Record<string, string>>;
}

/** A page in a browser profile of its own, once all its elements have settled. */
export async function open(site: Site, address: string, options: OpenOptions = {}): Promise<Opened> {
  const { width = 1280, script = true, chosen } = options;
  const context = await site.browser.createBrowserContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('pageerror', (error) =>
    problems.push(`exception: ${error instanceof Error ? error.message : String(error)}`),
  );
  page.on('requestfailed', (request) => {
    // A page may give up a request itself.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
    if (!response.url().startsWith(site.base) && !response.url().startsWith('data:'))
      problems.push(`foreign host: ${response.url()}`);
  });
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: width < 500 ? 800 : 900 });
  if (script) {
    // tsx names inner functions by this helper, which a page does not have.
    await page.evaluateOnNewDocument('globalThis.__name = (made) => made');
    await page.exposeFunction('tellViolation', (what: string) => problems.push(`policy: ${what}`));
    await page.evaluateOnNewDocument(
      (entries) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const { violatedDirective, blockedURI, sample } = event;
          (window as unknown as { tellViolation(what: string): void }).tellViolation(
            `${violatedDirective} ${blockedURI} ${sample}`,
          );
        });
        for (const [key, value] of entries) localStorage.setItem(`site-${key}`, value);
      },
      Object.entries(chosen ?? {}),
    );
  }
  await page.goto(site.base + address, { waitUntil: 'load', timeout: 60000 });
  if (script) await settled(page);
  return { page, problems, close: () => context.close() };
}

/** Every tag of ours on the page is registered, not busy and has nothing left to render. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const all = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('zwgk-'));
      const ready = () =>
        document.readyState === 'complete' &&
        all.every((one) => customElements.get(one.localName) && !one.hasAttribute('aria-busy'));
      if (!ready()) return false;
      await Promise.all(all.map((one) => (one as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete));
      return ready();
    },
    { timeout: 60000, polling: 50 },
  );
}

/** What a reader sees in the first element of a tag: its own text, with slotted content where it is shown. */
export const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate((selector) => {
    const shown = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
      if (!(node instanceof Element) || /^(?:style|script)$/.test(node.localName)) return '';
      const inner = node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
      return [...inner].map(shown).join('');
    };
    const element = document.querySelector(selector);
    return element ? shown(element).replace(/\s+/g, ' ').trim() : '';
  }, selector);

/** How far the page can be scrolled sideways, in pixels, and what sticks out. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > room + 1)
      .slice(0, 5)
      .map((one) => `${one.localName}.${one.className} to ${Math.round(one.getBoundingClientRect().right)}`);
  });

/** What has the focus, through shadow roots: `input 标题`. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at) return '';
    const labels = [...((at as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ');
    const text = labels || at.getAttribute('aria-label') || at.textContent || '';
    return `${at.localName} ${text.replace(/\s+/g, ' ').trim()}`;
  });

/** Presses Tab until what has the focus reads like `wanted`. */
export async function tabTo(page: Page, wanted: RegExp, most = 600): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (wanted.test(now)) return;
    seen.push(now.slice(0, 30));
  }
  throw new Error(`No way by Tab to ${wanted}; the last stops: ${seen.slice(-12).join(' | ')}`);
}
