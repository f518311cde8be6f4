/** Bodies of requests, read with a limit and decoded with care. */
import { isCleanText } from '@zwgk/schema';
import { Failure, invalid } from './problem.js';

/** Bytes of a JSON or form body. */
export const BODY_LIMIT = 1024 * 1024;

/** Failure 413 above the limit, 400 where the sender gave up: nothing of it is taken then. */
export async function bytesOf(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new Failure('invalid_input', { status: 413, title: 'body too large', issues: [{ path: [], code: 'too_big' }] });
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > limit) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) throw tooLarge();
      chunks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => {});
    if (error instanceof Failure) throw error;
    // The sender gave up in the middle: nothing was taken.
    throw new Failure('invalid_input', {
      status: 400,
      title: 'body broke off',
      issues: [{ path: [], code: 'format' }],
    });
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

const malformed = () =>
  new Failure('invalid_input', { status: 400, title: 'malformed body', issues: [{ path: [], code: 'format' }] });

/** `application/json`, `application/x-www-form-urlencoded` …, in lower case and without parameters. */
export const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

/** Failure 415 for another type, 413 above the limit, 400 for what is no JSON in UTF-8. */
export async function readJson(request: Request, limit = BODY_LIMIT): Promise<unknown> {
  if (mediaType(request) !== 'application/json')
    throw new Failure('invalid_input', {
      status: 415,
      title: 'application/json expected',
      issues: [{ path: [], code: 'type' }],
    });
  const bytes = await bytesOf(request, limit);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed();
  }
}

const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PLUS = 0x2b;
const PERCENT = 0x25;
const BLANK = 0x20;
const HEX = '0123456789abcdef';
const hexOf = (byte: number | undefined) => (byte === undefined ? -1 : HEX.indexOf(String.fromCharCode(byte | 0x20)));

/** A name or value with `+` and `%XX` undone; bytes that the sender did not escape stay as they came. */
function unescaped(bytes: Uint8Array): Uint8Array {
  const made = new Uint8Array(bytes.length);
  let size = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const high = byte === PERCENT ? hexOf(bytes[i + 1]) : -1;
    const low = high < 0 ? -1 : hexOf(bytes[i + 2]);
    if (low >= 0) {
      made[size++] = high * 16 + low;
      i += 2;
    } else made[size++] = byte === PLUS ? BLANK : byte;
  }
  return made.subarray(0, size);
}

/** A form of a page in GBK arrives in GBK: what is no UTF-8 is read as GB 18030, which holds GBK. */
function decodeForm(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const MOST_FIELDS = 200;

/** Fields of a plain form; the first of each name counts. Failure 400 for more than any form of ours has. */
export async function readForm(request: Request, limit = BODY_LIMIT): Promise<ReadonlyMap<string, string>> {
  const bytes = await bytesOf(request, limit);
  const fields = new Map<string, string>();
  let pairs = 0;
  for (let from = 0, end: number; from < bytes.length; from = end + 1) {
    const found = bytes.indexOf(AMPERSAND, from);
    end = found < 0 ? bytes.length : found;
    if (end === from) continue;
    // Repeated names count too: each costs its decoding.
    if (++pairs > MOST_FIELDS) throw malformed();
    const pair = bytes.subarray(from, end);
    const sign = pair.indexOf(EQUALS);
    const at = sign < 0 ? pair.length : sign;
    const name = decodeForm(unescaped(pair.subarray(0, at)));
    if (!fields.has(name)) fields.set(name, decodeForm(unescaped(pair.subarray(at + 1))));
  }
  return fields;
}

/** Parameters of an address; what PostgreSQL cannot store is refused here. */
export function checkedQuery(url: URL): URLSearchParams {
  for (const [name, value] of url.searchParams)
    if (!isCleanText(value) || !isCleanText(name) || value.length > 2000)
      throw invalid([
        { path: [isCleanText(name) ? name.slice(0, 50) : '?'], code: isCleanText(value) ? 'too_long' : 'characters' },
      ]);
  return url.searchParams;
}
