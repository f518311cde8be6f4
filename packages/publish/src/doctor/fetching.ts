/** Bytes of a page and of what it names: from the web, or from a folder as a web server would serve it. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Fetched {
  /** Where it came from in the end: `http(s):` or `file:`. */
  readonly address: string;
  readonly status: number;
  /** Media type without parameters; empty when the server names none. */
  readonly type: string;
  /** `charset` of the media type. */
  readonly charset?: string | undefined;
  readonly policy?: string | undefined;
  readonly bytes: Uint8Array;
}
export type Get = (address: string) => Promise<Fetched>;

const MOST = 20_000_000;
/** All that one page may make us fetch. */
const MOST_IN_ALL = 60_000_000;
const PATIENCE = 15_000;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** Loopback, link-local (where clouds keep their keys) and private addresses, by name or number. */
const isInside = ({ hostname }: URL): boolean =>
  /^(?:localhost\.?|.*\.(?:localhost|local|internal)\.?|0\..*|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\..*|\[(?:::.*|f[cd].*|fe[89ab].*)\])$/i.test(
    hostname,
  );

/**
 * @param inside the page that names the address lies inside a network itself; one of the web must not make us ask there
 * @param budget bytes that may still be fetched
 */
async function fromWeb(named: string, inside: boolean, budget: { left: number }): Promise<Fetched> {
  if (budget.left < 0) throw new Error('too large');
  const signal = AbortSignal.timeout(PATIENCE);
  let address = named;
  let answer: Response;
  // Each step of a redirect is looked at.
  for (let steps = 0; ; steps++) {
    if (steps > 10) throw new Error('too many redirects');
    const url = new URL(address);
    if (!/^https?:$/.test(url.protocol) || (!inside && isInside(url))) throw new Error('not asked');
    answer = await fetch(address, { signal, redirect: 'manual' });
    const to = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
    if (to === null) break;
    await answer.body?.cancel();
    address = new URL(to, address).href;
  }
  const [type = '', ...parameters] = (answer.headers.get('content-type') ?? '').split(';');
  return {
    address,
    status: answer.status,
    type: type.trim().toLowerCase(),
    charset: /charset\s*=\s*"?([\w-]+)/i.exec(parameters.join(';'))?.[1],
    policy: answer.headers.get('content-security-policy') ?? undefined,
    bytes: await bytesOf(answer, budget),
  };
}

/** The body, counted as it comes: a length that is told, or a small file that unpacks to a large one, proves nothing. */
async function bytesOf({ body }: Response, budget: { left: number }): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    budget.left -= chunk.length;
    // Leaving the loop ends the connection.
    if (length > MOST || budget.left < 0) throw new Error('too large');
  }
  return Buffer.concat(chunks, length);
}

/** What a page on disk names from `/` is looked for below `root`. */
function fromDisk(root: string): Get {
  return async (address) => {
    let file = fileURLToPath(address.replace(/[?#].*$/, ''));
    // `/zwgk/zwgk.js` in a page on disk means the root of the site to be.
    if (!resolve(file).startsWith(resolve(root) + sep)) file = join(root, file);
    const found = await stat(file).catch(() => undefined);
    const missing = { address, status: 404, type: '', bytes: new Uint8Array() };
    if (!found) return missing;
    if (found.isDirectory()) return fromDisk(root)(pathToFileURL(join(file, 'index.html')).href);
    if (found.size > MOST) throw new Error('too large');
    return { address, status: 200, type: types[extname(file).toLowerCase()] ?? '', bytes: await readFile(file) };
  };
}

/** The page that a command names, and the way to what it names in turn. */
export async function openPage(named: string, root?: string): Promise<{ page: Fetched; get: Get }> {
  const budget = { left: MOST_IN_ALL };
  if (/^https?:\/\//i.test(named)) {
    const page = await fromWeb(named, true, budget);
    const inside = isInside(new URL(page.address));
    return { page, get: (address) => fromWeb(address, inside, budget) };
  }
  const get = fromDisk(root ?? dirname(resolve(named)));
  const page = await get(pathToFileURL(resolve(named)).href);
  // A page on disk may name addresses on the web, and a service that is being tried out beside it.
  return { page, get: (address) => (address.startsWith('file:') ? get(address) : fromWeb(address, true, budget)) };
}
