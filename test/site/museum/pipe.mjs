/** Chromium older than playwright and puppeteer understand, over the debugging protocol's pipe: what `below` needs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromiumFlags } from '../../../scripts/find-browser.mjs';

/** Sends commands and hears events; one JSON text after the other, each ended by a zero. */
function protocolOf(child) {
  const [, , , out, into] = child.stdio;
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  let rest = '';
  into.setEncoding('utf8').on('data', (chunk) => {
    const texts = (rest + chunk).split('\0');
    rest = texts.pop();
    for (const text of texts) {
      const { id, result, error, method, params } = JSON.parse(text);
      if (!id) for (const listener of listeners.get(method) ?? []) listener(params);
      else if (error) waiting.get(id).reject(new Error(error.message));
      else waiting.get(id).resolve(result);
      waiting.delete(id);
    }
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'));
  });
  return {
    on: (method, listener) => listeners.set(method, [...(listeners.get(method) ?? []), listener]),
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
  };
}

/** Names of the frames of a page with their ids. */
function* framesIn({ frame, childFrames = [] }) {
  yield frame;
  for (const child of childFrames) yield* framesIn(child);
}

/** @returns `open`, `into`, `run`, `log`, `end` and `version`, as the other drivers give them */
export async function oldChromium(executablePath) {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'zwgk-museum-'));
  const child = spawn(executablePath, [...chromiumFlags, '--remote-debugging-pipe', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const { on, send } = protocolOf(child);
  const { product } = await send('Browser.getVersion');
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method, params) => send(method, params, sessionId);

  const log = [];
  const contexts = new Map();
  let frame = '';
  let loaded = () => {};
  on('Runtime.executionContextsCleared', () => contexts.clear());
  on('Runtime.executionContextCreated', ({ context: { id, auxData } }) => {
    if (auxData.isDefault) contexts.set(auxData.frameId, id);
  });
  on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') log.push(args.map(({ value, description }) => value ?? description).join(' '));
  });
  on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    log.push(`exception: ${exception?.description ?? text}`),
  );
  on('Log.entryAdded', ({ entry: { level, text } }) => {
    if (level === 'error') log.push(text);
  });
  on('Page.javascriptDialogOpening', () => void ask('Page.handleJavaScriptDialog', { accept: true }));
  on('Page.loadEventFired', () => loaded());
  for (const domain of ['Page', 'Runtime', 'Log']) await ask(`${domain}.enable`);

  return {
    version: product.replace(/^\w+\//, ''),
    async open(url, { width, height }) {
      frame = '';
      log.length = 0;
      await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
      let timer;
      const load = new Promise((resolve, reject) => {
        loaded = resolve;
        timer = setTimeout(() => reject(new Error(`${url} has not loaded in a minute`)), 60000);
      });
      await ask('Page.navigate', { url });
      await load.finally(() => clearTimeout(timer));
    },
    into(name = '') {
      frame = name;
    },
    async run(code) {
      const { frameTree } = await ask('Page.getFrameTree');
      const inside = frame && [...framesIn(frameTree)].find(({ name }) => name === frame);
      if (frame && !inside) throw new Error(`no frame ${frame}`);
      const { result, exceptionDetails } = await ask('Runtime.evaluate', {
        expression: `window.museum.pack((function(){return (${code})})())`,
        contextId: contexts.get((inside || frameTree.frame).id),
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return JSON.parse(result.value);
    },
    log: () => [...log],
    async end() {
      const ended = once(child, 'exit');
      await send('Browser.close').catch(() => {});
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
