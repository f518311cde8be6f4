#!/usr/bin/env node
/** The only file that knows a port, the environment and where files lie. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { describeFindings } from '@zwgk/publish';
import { purge } from './cases/retention.js';
import { createTokens } from './cases/tokens.js';
import type { Limits } from './cases/limits.js';
import { sweepUploads } from './files/uploads.js';
import { diskFolder } from './folder.js';
import { createHandler, malformedRequest } from './handler.js';
import { messages } from './messages.js';
import { loadSource } from './source.js';
import { LockedError } from './store/lock.js';
import { WrongKeyError } from './store/signer.js';
import { openStore, WrongSecretError } from './store/store.js';

const HOST = process.env['ZWGK_HOST'] ?? '127.0.0.1';
const DEFAULT_PORT = 8787;
const HOUR = 3600000;

class Refusal extends Error {}
const say = (text: string) => console.log(text);
const here = dirname(fileURLToPath(import.meta.url));
const folderOf = (specifier: string) => dirname(fileURLToPath(import.meta.resolve(specifier)));

/** Name, code and place of an error; its message may hold what a citizen typed (PostgreSQL quotes values). */
function report(error: unknown): void {
  const { name, code, stack = '' } = (error ?? {}) as Error & { code?: unknown };
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  console.error([`${name ?? 'Error'}${typeof code === 'string' ? ` ${code}` : ''}`, ...places.slice(0, 8)].join('\n'));
}

const listOf = (text = ''): string[] =>
  text
    .split(/[\s,]+/)
    .map((one) => one.trim())
    .filter(Boolean);

function portOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new Refusal(messages.badPort(text));
  return Number(text);
}

/** Seconds for a statement on a PostgreSQL server; 0: any time. */
function timeoutOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (!/^\d{1,6}$/.test(text)) throw new Refusal(messages.badTimeout(text));
  return Number(text);
}

function limitsOf(text: string | undefined): Partial<Limits> {
  if (!text) return {};
  try {
    const limits = JSON.parse(text) as Record<string, { max?: unknown; seconds?: unknown }>;
    for (const { max, seconds } of Object.values(limits))
      if (!(Number.isInteger(max) && Number(max) > 0 && Number(seconds) > 0)) throw new TypeError();
    return limits as Partial<Limits>;
  } catch {
    throw new Refusal(messages.badLimits);
  }
}

/** Origin under which readers know the service. */
function originOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const found = /^https?:\/\/[^/?#\s]+\/?$/.test(text) ? text.replace(/\/$/, '') : undefined;
  if (!found) throw new Refusal(messages.badOrigin);
  return found;
}

/** The address that sent a request; behind a proxy of the site (`ZWGK_TRUST_PROXY=1`) the one that the proxy saw. */
function addressOf(incoming: IncomingMessage | undefined): string {
  const forwarded = process.env['ZWGK_TRUST_PROXY'] === '1' ? incoming?.headers['x-forwarded-for'] : undefined;
  const last = [forwarded].flat().pop()?.split(',').pop()?.trim();
  // IIS adds the port of the connection, which is another each time: 203.0.113.7:51234, [2001:db8::7]:51234.
  const bare = last && (/^\[([^\]]+)\](?::\d+)?$/.exec(last)?.[1] ?? /^([\d.]+):\d+$/.exec(last)?.[1] ?? last);
  return bare || incoming?.socket?.remoteAddress || '';
}

async function listen(server: Server, wanted: number | undefined): Promise<number> {
  const first = wanted ?? DEFAULT_PORT;
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (wanted !== undefined || port >= first + 100) throw new Refusal(messages.portTaken(port));
    }
  }
}

async function main(): Promise<void> {
  const { env } = process;
  const port = portOf(env['PORT']);
  const limits = limitsOf(env['ZWGK_LIMITS']);
  const data = resolve(env['ZWGK_DATA'] || '.zwgk');
  const url = env['DATABASE_URL'] || undefined;
  const secret = env['ZWGK_SECRET'] ? new TextEncoder().encode(env['ZWGK_SECRET']) : undefined;
  if (secret && secret.length < 32) throw new Refusal(messages.shortSecret);
  const source = env['ZWGK_SOURCE'] ? resolve(env['ZWGK_SOURCE']) : folderOf('@zwgk/schema/examples/bureau.json');
  if (!existsSync(source)) throw new Refusal(messages.noSource(source));

  say(messages.opening(url ? 'PostgreSQL' : data));
  if (!url && !existsSync(join(data, 'database'))) say(messages.firstStart);
  const signingKey = env['ZWGK_SIGNING_KEY'] || undefined;
  const origin = originOf(env['ZWGK_ORIGIN']);
  const statementTimeout = timeoutOf(env['ZWGK_DB_TIMEOUT']);
  const store = await openStore({ folder: data, url, statementTimeout, secret, signingKey });
  try {
    const { changed, documents, bureau, findings } = await loadSource(store, source);
    if (changed) {
      for (const line of describeFindings(findings)) say(line);
      say(messages.loaded(documents));
    }
    const tokens = createTokens(store, Date.now);
    if (!(await tokens.list()).length)
      say(messages.token(await tokens.create({ name: 'admin', role: 'admin', unit: null })));

    const handler = createHandler({
      store,
      limits,
      bureau,
      origin,
      fourEyes: env['ZWGK_FOUR_EYES'] === '1',
      report,
      site: diskFolder(join(here, '../site')),
      cdn: diskFolder(join(folderOf('@zwgk/elements'), '../cdn')),
      origins: listOf(env['ZWGK_ORIGINS']),
      ...(env['ZWGK_FRAMES'] === undefined ? {} : { frames: listOf(env['ZWGK_FRAMES']) }),
    });
    const listener = getRequestListener(
      (request, bindings) =>
        handler(request, { address: addressOf((bindings as { incoming?: IncomingMessage }).incoming) }),
      { overrideGlobalObjects: false, errorHandler: () => malformedRequest() },
    );
    const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
    // What is no HTTP at all gets a sentence, too.
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
      const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
      const body = JSON.stringify({ status: parseInt(status), code: 'invalid_input', title: 'malformed request' });
      socket.end(
        `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
          `X-Content-Type-Options: nosniff\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
    // A sender that dawdles does not hold a connection for ever; a piece of a file on a slow line has the two minutes
    // that the client gives it.
    server.headersTimeout = 20000;
    server.requestTimeout = 130000;
    const found = await listen(server, port);

    let sweeping = Promise.resolve();
    const sweep = async () => {
      try {
        const count = await purge(store, Date.now());
        if (count) say(messages.purged(count));
        const files = await sweepUploads(store, Date.now());
        if (files) say(messages.swept(files));
      } catch (error) {
        report(error);
      }
    };
    const timer = setInterval(() => (sweeping = sweep()), HOUR);
    await sweep();

    let ending = false;
    const end = async () => {
      if (ending) return;
      ending = true;
      say(messages.closing);
      clearInterval(timer);
      // Answers on their way may arrive; then connections are cut.
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), 3000);
      await closed;
      clearTimeout(cut);
      await sweeping;
      await store.close();
      say(messages.closed);
    };
    const endOrExit = () =>
      void end().catch((error: unknown) => {
        report(error);
        process.exit(1);
      });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endOrExit);
    // Node would print the error with its message, which may hold what a citizen typed. Whoever supervises us starts anew.
    process.on('uncaughtException', (error) => {
      report(error);
      process.exitCode = 1;
      setTimeout(() => process.exit(1), 10000).unref();
      endOrExit();
    });
    say(messages.ready(`http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${found}/`));
    say(messages.stop);
  } catch (error) {
    await store.close();
    throw error;
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof Refusal) console.error(error.message);
  else if (error instanceof LockedError) console.error(messages.locked(error.folder, error.pid));
  else if (error instanceof WrongKeyError) console.error(messages.wrongKey);
  else if (error instanceof WrongSecretError) console.error(messages.wrongSecret);
  else {
    console.error(messages.failed);
    report(error);
  }
  process.exitCode = 1;
}
