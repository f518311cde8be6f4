/** Failures as problem documents (RFC 9457), with the codes that the client knows. */
import type { ErrorCode, Issue, Problem } from '@zwgk/schema';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  network: 502,
  timeout: 504,
  aborted: 499,
  not_found: 404,
  refused: 403,
  rate_limited: 429,
  conflict: 409,
  invalid_input: 422,
  invalid_response: 502,
  server: 500,
};

/** Thrown anywhere below a route; becomes one problem document. Never holds what a citizen typed. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ErrorCode;
  readonly status: number;
  readonly issues: readonly Issue[];
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    more: {
      status?: number;
      title?: string;
      issues?: readonly Issue[];
      retryAfter?: number;
      headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(more.title ?? code.replaceAll('_', ' '));
    this.code = code;
    this.status = more.status ?? STATUS[code];
    this.issues = more.issues ?? [];
    this.retryAfter = more.retryAfter;
    this.headers = more.headers ?? {};
  }
}

export const notFound = () => new Failure('not_found');
export const invalid = (issues: readonly Issue[], title?: string) =>
  new Failure('invalid_input', { issues, ...(title ? { title } : {}) });
export const conflict = (issues: readonly Issue[], title?: string) =>
  new Failure('conflict', { issues, ...(title ? { title } : {}) });

/**
 * Codes of PostgreSQL, sockets and disks that mean: the store is away, full, or another was in the way (deadlock, lock,
 * time-out of a statement); nothing was taken, try again.
 */
const AWAY =
  /^(?:08|40001|40P01|53|55P03|57014|57P0|58|ECONN|EHOST|ENET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|ENOSPC|EDQUOT|EROFS|EIO|EMFILE|ENFILE)/;

/** What the driver says, without a code, of a connection that was not to be had in time, or broke off. */
const LOST = /^(?:timeout (?:expired$|exceeded when)|Connection terminated|Client (?:has encountered|was closed))/;

/** Any error as a failure; what we did not foresee is `server`, and `500` unless the database is known to be away. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if ((typeof code === 'string' && AWAY.test(code)) || (typeof message === 'string' && LOST.test(message)))
    return new Failure('server', { status: 503, title: 'store not available', retryAfter: 5 });
  return new Failure('server');
}

export function problemOf({ status, code, message, issues, retryAfter }: Failure): Problem {
  return {
    status,
    code,
    title: message,
    ...(issues.length ? { issues: issues.map(({ path, code }) => ({ path: [...path], code })) } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

export function problemResponse(failure: Failure): Response {
  return new Response(JSON.stringify(problemOf(failure)), {
    status: failure.status,
    headers: {
      ...failure.headers,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(failure.retryAfter === undefined ? {} : { 'retry-after': String(failure.retryAfter) }),
    },
  });
}
