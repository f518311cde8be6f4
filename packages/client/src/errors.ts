import type { ErrorCode, Issue } from '@zwgk/schema';

/**
 * The one error of this package; every call rejects with it and with nothing else.
 *
 * Look at `code` first (a closed list), then at `issues`, whose `path` leads to the field. `message` is English, for
 * developers, and never shown to readers. It never holds what a citizen typed: no body, no query, no field value.
 */
export class ZwgkError extends Error {
  override readonly name = 'ZwgkError';
  readonly code: ErrorCode;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  readonly issues: readonly Issue[];
  /** Seconds to wait before another try, where the service said so. */
  readonly retryAfter?: number;

  constructor(code: ErrorCode, more: { status?: number; issues?: readonly Issue[]; retryAfter?: number } = {}) {
    const { status, issues = [], retryAfter } = more;
    super(
      [code, ...(status ? [status] : []), ...issues.map((issue) => `${issue.path.join('.')}:${issue.code}`)].join(' '),
    );
    this.code = code;
    this.issues = issues;
    if (status !== undefined) this.status = status;
    if (retryAfter !== undefined) this.retryAfter = retryAfter;
  }

  /** True when the same call may succeed later without a change. */
  get retryable(): boolean {
    return ['network', 'timeout', 'rate_limited', 'server'].includes(this.code);
  }

  toJSON(): { name: string; code: ErrorCode; status?: number; issues: readonly Issue[]; retryable: boolean } {
    const { name, code, status, issues, retryable } = this;
    return { name, code, ...(status === undefined ? {} : { status }), issues, retryable };
  }
}

/** Goes by name, so that two copies of the package understand each other. */
export const isZwgkError = (error: unknown): error is ZwgkError => error instanceof Error && error.name === 'ZwgkError';
