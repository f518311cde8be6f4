/** A file as an answer: type, charset, ETag, security headers. */
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { notFound } from './problem.js';
import type { File, Folder } from './folder.js';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  ico: 'image/x-icon',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
};

/** Headers of every answer. */
export const SECURITY: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * The charset of a page: its own where it names one in its first kilobyte (old pages are GBK, and a charset in the
 * header would overrule them), UTF-8 where it has a mark or says nothing.
 */
function htmlType(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]+charset/i.test(head) ? 'text/html' : 'text/html; charset=utf-8';
}

function typeOf(path: string, bytes: Uint8Array): string {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (ending === 'html' || ending === 'htm') return htmlType(bytes);
  return (Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined) ?? 'application/octet-stream';
}

/** True when the reader has this version. */
export function isKnown(request: Request, tag: string): boolean {
  const header = request.headers.get('if-none-match');
  return (
    header !== null && header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*')
  );
}

/** @throws Failure `not_found` */
export async function serveFile(
  request: Request,
  folder: Folder,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const file: File | undefined = await folder.read(path);
  if (!file) throw notFound();
  const { bytes, tag } = file;
  return compressed(request, bytes, tag, typeOf(path, bytes), headers);
}

const TEXT = /^(?:text|application\/(?:json|xml|javascript)|image\/svg)/;
const LEAST = 1400;
const gzip = promisify(zlib.gzip);
/** Compressed bodies by their ETag, the last ones that were asked for. */
const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Worked out beside the main thread: a large file does not keep everybody else waiting. */
function gzipOf(bytes: Uint8Array<ArrayBuffer>, tag: string): Promise<Uint8Array<ArrayBuffer>> {
  let found = packed.get(tag);
  if (!found) {
    found = gzip(bytes, { level: 9 }).then((made) => new Uint8Array(made));
    if (packed.size >= 300) packed.delete(packed.keys().next().value!);
    packed.set(tag, found);
    found.catch(() => packed.delete(tag)); // a failure is not kept
  }
  return found;
}

/** Something published, with its ETag: not sent again to those who have it, and compressed for those who can read that. */
export async function compressed(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  tag: string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const zipped =
    bytes.length >= LEAST && TEXT.test(type) && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  // A body in another coding is another representation, so it has a tag of its own.
  const own = zipped ? `${tag.slice(0, -1)}-gz"` : tag;
  // Always asked again, never sent again: an old page gets the new file the moment it is there.
  const common = { etag: own, 'cache-control': 'no-cache', vary: 'accept-encoding', ...headers };
  if (isKnown(request, own)) return new Response(null, { status: 304, headers: common });
  return new Response(zipped ? await gzipOf(bytes, tag) : bytes, {
    headers: { ...common, 'content-type': type, ...(zipped ? { 'content-encoding': 'gzip' } : {}) },
  });
}
