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
const PATIENCE = 15_000;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

async function fromWeb(address: string): Promise<Fetched> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  const [type = '', ...parameters] = (answer.headers.get('content-type') ?? '').split(';');
  if (Number(answer.headers.get('content-length') ?? 0) > MOST) throw new Error('too large');
  return {
    address: answer.url,
    status: answer.status,
    type: type.trim().toLowerCase(),
    charset: /charset\s*=\s*"?([\w-]+)/i.exec(parameters.join(';'))?.[1],
    policy: answer.headers.get('content-security-policy') ?? undefined,
    bytes: new Uint8Array(await answer.arrayBuffer()).subarray(0, MOST),
  };
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
  if (/^https?:\/\//i.test(named)) return { page: await fromWeb(named), get: fromWeb };
  const get = fromDisk(root ?? dirname(resolve(named)));
  const page = await get(pathToFileURL(resolve(named)).href);
  // A page on disk may name addresses on the web.
  return { page, get: (address) => (address.startsWith('file:') ? get(address) : fromWeb(address)) };
}
