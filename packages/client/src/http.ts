/** The only file that fetches: addresses, time limits, aborting, retries of reads, errors. */
import type { ErrorCode, Issue } from '@zwgk/schema';
import { errorCodes } from '@zwgk/schema';
import { ZwgkError } from './errors.js';

/** Options of one call; they come last, apart from the data. */
export interface CallOptions {
  /** Cancels the call, its retries and its pauses: it rejects with code `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one try, its body included. Default: that of the client. */
  readonly timeout?: number | undefined;
  /** How often a read is tried again. Default: that of the client. */
  readonly retries?: number | undefined;
  /** Makes a write repeatable: the same key never makes two cases. */
  readonly idempotencyKey?: string | undefined;
}

/** Options of a call that reads a document. */
export interface ReadOptions extends CallOptions {
  /** Told of defects that were left out of a document which can still be shown. */
  readonly onIssues?: ((issues: readonly Issue[], code: ErrorCode) => void) | undefined;
}

export interface ClientOptions {
  /** Base address of a service, e.g. `/api/v1`. */
  readonly api?: string | undefined;
  /** Base address of a folder of static files as `zwgk build` writes it. */
  readonly files?: string | undefined;
  /** Used in place of the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Milliseconds for one try. Default 15,000. */
  readonly timeout?: number | undefined;
  /** Further tries of a read. Default 2. */
  readonly retries?: number | undefined;
  /** The time, for back-off and dates. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Sent as `Authorization: Bearer`, for staff. */
  readonly token?: string | undefined;
}

export interface HttpRequest extends CallOptions {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | undefined;
  /** Sent as JSON; a `Blob` as it is, with a `content-type` of its own among the headers. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The answer is bytes, or nothing: a `Blob`. */
  readonly blob?: boolean | undefined;
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>> | undefined;
  /** How far a copy that the browser keeps may be used. */
  readonly cache?: RequestCache | undefined;
}

/** The way to the documents: a service (`api`), a folder (`files`), or neither, for documents with an address. */
export interface Http {
  readonly kind: 'api' | 'files' | 'none';
  readonly now: () => number;
  /** Address of the service or folder, with a slash at its end; relative to the page where it was given so. */
  readonly base: string;
  /** The bytes of a file. */
  blob(path: string, request?: HttpRequest & { readonly absolute?: boolean | undefined }): Promise<Blob>;
  /** A JSON document; `path` is relative to the base, or an address of its own when `absolute`. */
  json(path: string, request?: HttpRequest & { readonly absolute?: boolean | undefined }): Promise<unknown>;
}

const STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'refused',
  403: 'refused',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  429: 'rate_limited',
};

export function createHttp(options: ClientOptions = {}): Http {
  const { api, files, now = Date.now, token } = options;
  const send = options.fetch ?? ((request: Request) => fetch(request));
  const base = (api ?? files ?? '').replace(/\/*$/, '/');
  /** Last answers by address with their ETag, so that an unchanged document is not sent again. */
  const seen = new Map<string, { tag: string; value: unknown }>();

  async function once(
    url: string,
    request: HttpRequest & { readonly absolute?: boolean | undefined },
  ): Promise<unknown> {
    const { method = 'GET', body, signal, timeout = options.timeout ?? 15000 } = request;
    const control = new AbortController();
    const abort = () => control.abort();
    signal?.addEventListener('abort', abort);
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The race ends a body that never ends, too, even where a `fetch` ignores its signal.
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new ZwgkError('timeout'));
        abort();
      }, timeout);
      signal?.addEventListener('abort', () => reject(new ZwgkError('aborted')));
    });
    const known = method === 'GET' ? seen.get(url) : undefined;
    const work = async () => {
      const headers: Record<string, string> = { accept: 'application/json', ...request.headers };
      // A document's own address may lie anywhere: the token is for the service alone.
      if (token && !request.absolute) headers['authorization'] = `Bearer ${token}`;
      if (body !== undefined) headers['content-type'] ??= 'application/json';
      if (request.idempotencyKey) headers['idempotency-key'] = request.idempotencyKey;
      if (known) headers['if-none-match'] = known.tag;
      const response = await send(
        new Request(url, {
          method,
          headers,
          signal: control.signal,
          // A service behind a bureau's own gateway may need its cookies; no other origin gets any.
          credentials: 'same-origin',
          referrerPolicy: method === 'GET' ? 'strict-origin-when-cross-origin' : 'no-referrer',
          ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
          cache: request.cache as RequestCache,
        }),
      );
      if (response.status === 304 && known) return known.value;
      if (response.ok && request.blob) return response.blob();
      const text = await response.text();
      if (!response.ok) throw failure(response, text);
      let value: unknown;
      try {
        value = JSON.parse(text.replace(/^\uFEFF/, ''));
      } catch {
        throw new ZwgkError('invalid_response', { status: response.status, issues: [{ path: [], code: 'format' }] });
      }
      const tag = response.headers.get('etag');
      if (tag && method === 'GET') {
        if (seen.size > 200) seen.clear();
        seen.set(url, { tag, value });
      }
      return value;
    };
    try {
      return await Promise.race([work(), late]);
    } catch (error) {
      if (error instanceof ZwgkError) throw error;
      throw new ZwgkError(signal?.aborted ? 'aborted' : 'network');
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  const json = async (path: string, request: Parameters<typeof once>[1] = {}): Promise<unknown> => {
    const url = addressOf(request.absolute ? path : base + path, request.query);
    if (request.signal?.aborted) throw new ZwgkError('aborted');
    const repeatable = (request.method ?? 'GET') === 'GET' || request.idempotencyKey !== undefined;
    let left = repeatable ? (request.retries ?? options.retries ?? 2) : 0;
    for (let pause = 300; ; pause *= 2) {
      try {
        return await once(url, request);
      } catch (error) {
        const failed = error as ZwgkError;
        const wait = failed.retryAfter === undefined ? pause * (0.5 + Math.random()) : failed.retryAfter * 1000;
        // A service that asks for minutes is not waited for: the reader is told instead.
        if (!failed.retryable || left-- <= 0 || wait > 10000) throw failed;
        await sleep(wait, request.signal);
      }
    }
  };
  return {
    kind: api !== undefined ? 'api' : files !== undefined ? 'files' : 'none',
    now,
    base,
    json,
    blob: (path, request) => json(path, { ...request, blob: true }) as Promise<Blob>,
  };
}

function addressOf(address: string, query: HttpRequest['query'] = {}): string {
  const here = typeof document === 'undefined' ? 'http://localhost/' : document.baseURI;
  let url: URL;
  try {
    url = new URL(address, here);
  } catch {
    throw new ZwgkError('invalid_input', { issues: [{ path: ['src'], code: 'url' }] });
  }
  if (!/^https?:$/.test(url.protocol) && url.protocol !== new URL(here).protocol)
    throw new ZwgkError('invalid_input', { issues: [{ path: ['src'], code: 'url' }] });
  for (const [key, value] of Object.entries(query))
    if (value !== undefined)
      for (const item of Array.isArray(value) ? value : [value]) url.searchParams.append(key, String(item));
  return url.href;
}

/** The service's own problem document where there is one, else what the status says. */
function failure(response: Response, text: string): ZwgkError {
  const { status } = response;
  let code: ErrorCode =
    STATUS[status] ?? (status >= 500 ? 'server' : status >= 400 ? 'invalid_input' : 'invalid_response');
  let issues: Issue[] = [];
  try {
    const problem = JSON.parse(text) as { code?: unknown; issues?: unknown };
    const named = errorCodes.find((known) => known === problem.code);
    if (named) code = named;
    if (Array.isArray(problem.issues))
      issues = problem.issues
        .filter((issue: Issue | null) => Array.isArray(issue?.path) && typeof issue?.code === 'string')
        .map(({ path, code }: Issue) => ({ path: path.filter((key) => typeof key !== 'object'), code }));
  } catch {
    // Not a problem document: a proxy's error page, for one. The status says enough.
  }
  const header = response.headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(header) ? +header : undefined;
  return new ZwgkError(code, { status, issues, ...(seconds === undefined ? {} : { retryAfter: seconds }) });
}

const sleep = (milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new ZwgkError('aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
