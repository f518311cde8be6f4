/** Problem documents (RFC 9457) and the closed list of error codes, the same from server to reader. */
import * as z from 'zod/mini';

/**
 * Every way in which something can go wrong, for server, client and message tables alike.
 *
 * - `network` nothing came back; `timeout` nothing came back in time; `aborted` the caller gave up
 * - `not_found` no such thing; `refused` not allowed; `rate_limited` too often; `conflict` the state forbids it
 * - `invalid_input` what the caller gave is wrong; `invalid_response` what the service gave is wrong
 * - `server` the service failed
 */
export const errorCodes = [
  'network',
  'timeout',
  'aborted',
  'not_found',
  'refused',
  'rate_limited',
  'conflict',
  'invalid_input',
  'invalid_response',
  'server',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * What is wrong with one value.
 *
 * `required` missing · `type` of another type · `unknown_code` not in the code list · `too_long` / `too_short` ·
 * `too_many` / `too_few` entries · `format` · `characters` (a lone surrogate or a control character) · `url` an address
 * that is not http(s), relative, tel or mailto · `date` no such day · `check_digit` · further codes are named where a
 * rule gives them.
 */
export type IssueCode =
  | 'required'
  | 'type'
  | 'unknown_code'
  | 'too_long'
  | 'too_short'
  | 'too_many'
  | 'too_few'
  | 'too_big'
  | 'too_small'
  | 'format'
  | 'characters'
  | 'url'
  | 'date'
  | 'check_digit'
  | (string & {});

/** One finding: `path` leads to the value, `code` to the sentence. Never holds the value itself. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
}

/** Body of every failed answer, `application/problem+json`. `title` is English, for developers, and never shown. */
export const Problem = z.object({
  status: z.number(),
  code: z.enum(errorCodes),
  title: z.string(),
  issues: z.optional(z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), code: z.string() }))),
  /** Seconds until another try makes sense; as the header `Retry-After`. */
  retryAfter: z.optional(z.number()),
});
export type Problem = z.infer<typeof Problem>;
