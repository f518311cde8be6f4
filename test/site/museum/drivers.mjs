/**
 * One small face for every browser: `open(url, size)`, `run(expression)` in the page or its frame (gives what
 * `museum.pack` can tell), `press(key)`, `type(text)`, `mouse(x, y)`, `shot(box)`, `log()`, `end()`.
 */
import { spawn } from 'node:child_process';
import { chromiumFlags } from '../../../scripts/find-browser.mjs';

const expression = (code) => `window.museum.pack((function(){return (${code})})())`;

/** What playwright and puppeteer have in common. */
function pageDriver(page, { frameOf, setSize, log, end }) {
  let frame = '';
  const target = () => (frame ? frameOf(frame) : page);
  const driver = {
    async open(url, size = { width: 1280, height: 900 }) {
      frame = '';
      log.length = 0;
      await setSize(size);
      // Nothing of the new page is hovered over.
      await page.mouse.move(0, 0);
      await page.goto(url, { waitUntil: 'load', timeout: 60000 });
    },
    /** Looks into the frame of a name from now on. */
    into(name = '') {
      frame = name;
    },
    run: async (code) => JSON.parse(await target().evaluate(expression(code))),
    async mouse(x, y) {
      let [dx, dy] = [0, 0];
      if (frame)
        [dx, dy] = JSON.parse(
          await page.evaluate(
            `(function(){var b=document.querySelector('iframe,frame[name=${frame}]').getBoundingClientRect();return '['+b.left+','+b.top+']'})()`,
          ),
        );
      await page.mouse.click(x + dx, y + dy);
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    shot: (clip) => page.screenshot({ clip, fullPage: true }),
    log: () => [...log],
    page,
    end,
  };
  return driver;
}

/** Any Chromium from 83 on, driven over its debugging protocol; older ones: `pipe.mjs`. */
export async function chromium(executablePath) {
  const { chromium: made } = await import('playwright-core');
  const browser = await made.launch({ executablePath, args: chromiumFlags.filter((flag) => flag !== '--headless') });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const log = [];
  page.on('console', (message) => message.type() === 'error' && log.push(message.text()));
  page.on('pageerror', (error) => log.push(`exception: ${error.message}`));
  // A page that asks whether it may be left is left.
  page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
  const driver = pageDriver(page, {
    frameOf: (name) => page.frame({ name }),
    setSize: (size) => page.setViewportSize(size),
    log,
    end: () => browser.close(),
  });
  return Object.assign(driver, { version: browser.version(), media: (media) => page.emulateMedia({ media }) });
}

/** Firefox, over WebDriver BiDi. */
export async function firefox(executablePath) {
  const { launch } = await import('puppeteer-core');
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  const log = [];
  page.on('console', (message) => message.type() === 'error' && log.push(message.text()));
  page.on('pageerror', (error) => log.push(`exception: ${error.message ?? error}`));
  page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
  const named = async (name) => {
    for (const frame of page.frames())
      if (frame !== page.mainFrame() && (await frame.evaluate('window.name')) === name) return frame;
    throw new Error(`no frame ${name}`);
  };
  const driver = pageDriver(page, {
    frameOf: (name) => ({ evaluate: async (code) => (await named(name)).evaluate(code) }),
    setSize: (size) => page.setViewport(size),
    log,
    end: () => browser.close(),
  });
  driver.shot = undefined;
  return Object.assign(driver, { version: (await browser.version()).replace(/^\w+\//, '') });
}

const keys = {
  Enter: '\uE007',
  Backspace: '\uE003',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
  ArrowRight: '\uE014',
  Tab: '\uE004',
};
/** WebKit (WebKitGTK's MiniBrowser), over WebDriver. Needs a display; Xvfb makes one. */
export async function webkit({ driver: executable, browser: binary }) {
  const children = [];
  const start = (command, args, env) => {
    const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
    children.push(child);
    return child;
  };
  const display = `:${90 + (process.pid % 900)}`;
  if (!process.env.DISPLAY) start('Xvfb', [display, '-screen', '0', '1600x1200x24', '-nolisten', 'tcp']);
  const port = 20000 + (process.pid % 20000);
  start(executable, [`--port=${port}`], {
    DISPLAY: process.env.DISPLAY ?? display,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  });
  const base = `http://127.0.0.1:${port}`;
  const ask = async (method, path, body) => {
    const answer = await fetch(base + path, body ? { method, body: JSON.stringify(body) } : { method });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let i = 0; ; i++)
    try {
      await ask('GET', '/status');
      break;
    } catch (error) {
      if (i > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  const made = await ask('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        unhandledPromptBehavior: 'accept',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    },
  });
  const session = `/session/${made.sessionId}`;
  const call = (method, path, body) => ask(method, session + path, body);
  // A window that has shown nothing yet does not lay out as one that has.
  await call('POST', '/url', { url: 'data:text/html,<p>warm' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const evaluate = (code) => call('POST', '/execute/sync', { script: `return ${code}`, args: [] });
  let frame = '';
  const act = (actions) => call('POST', '/actions', { actions });
  return {
    version: made.capabilities.browserVersion,
    async open(url, { width, height } = { width: 1280, height: 900 }) {
      await call('POST', '/frame', { id: null });
      frame = '';
      await call('POST', '/window/rect', { x: 0, y: 0, width, height });
      // The window has a frame of its own; what counts is the room inside.
      const [inner, tall] = await evaluate('[innerWidth, innerHeight]');
      if (inner !== width)
        await call('POST', '/window/rect', { width: width + width - inner, height: height + height - tall });
      await call('POST', '/url', { url });
    },
    async into(name = '') {
      frame = name;
      await call('POST', '/frame', { id: null });
      if (!name) return;
      const element = await call('POST', '/element', { using: 'css selector', value: `[name=${name}]` });
      await call('POST', '/frame', { id: element });
    },
    run: async (code) => JSON.parse(await evaluate(expression(code))),
    press: (key) =>
      act([{ type: 'key', id: 'k', actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] ?? key })) }]),
    type: (text) =>
      act([
        {
          type: 'key',
          id: 'k',
          actions: [...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))),
        },
      ]),
    async mouse(x, y) {
      let [dx, dy] = [0, 0];
      if (frame) {
        // Pointers are placed in the window, not in the frame; where that is may have changed.
        const name = frame;
        await call('POST', '/frame', { id: null });
        [dx, dy] = await evaluate(
          `(function(){var b=document.querySelector('[name=${name}]').getBoundingClientRect();return [b.left,b.top]})()`,
        );
        await this.into(name);
      }
      await act([
        {
          type: 'pointer',
          id: 'm',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', x: Math.round(x + dx), y: Math.round(y + dy), duration: 0 },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]);
    },
    log: () => [],
    async end() {
      await call('DELETE', '').catch(() => {});
      for (const child of children) child.kill();
    },
  };
}
