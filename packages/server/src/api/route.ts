/** A route as data: what it answers to and what it does, so that service and OpenAPI document cannot differ. */
import { findIssues, isCleanText } from '@zwgk/schema';
import * as z from 'zod/mini';
import { Failure, invalid } from '../problem.js';
import { tagOf } from '../folder.js';
import { compressed } from '../serve-file.js';

export interface Call {
  readonly request: Request;
  /** Parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Checked for characters and length. */
  readonly query: URLSearchParams;
  /** Network address of the sender, for thresholds in memory; never stored. */
  readonly address: string;
}

/** A parameter of the address for the OpenAPI document. */
export interface Parameter {
  readonly description: string;
  readonly schema?: Readonly<Record<string, unknown>> | undefined;
  readonly repeated?: boolean | undefined;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `:name` for parts that vary. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly query?: Readonly<Record<string, Parameter>> | undefined;
  /** JSON body; a `form` of the same fields is taken too where it is set. */
  readonly body?: z.ZodMiniType | undefined;
  readonly form?: boolean | undefined;
  /** Takes bytes of this type in place of JSON. */
  readonly bytes?: string | undefined;
  /** Headers that it takes, with what they mean. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Takes the header `Idempotency-Key`. */
  readonly repeatable?: boolean | undefined;
  /** Demands `Authorization: Bearer`. */
  readonly staff?: boolean | undefined;
  readonly answer: {
    readonly description: string;
    readonly schema?: z.ZodMiniType | undefined;
    readonly status?: number;
    /** Gives bytes in place of JSON. */
    readonly bytes?: boolean;
  };
  /** Statuses of its problem documents, beside 422, 429 and 500. */
  readonly failures?: readonly number[] | undefined;
  /** A value becomes JSON with an ETag; a Response is sent as it is. */
  handle(call: Call): Promise<unknown>;
}

export const json = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...headers } });

/** What is the person's own or the office's: no cache keeps it. */
export const privately = (value: unknown, status = 200): Response =>
  json(value, status, { 'cache-control': 'no-store' });

/** A published document: revalidated each time, sent again only when it changed. */
export function published(request: Request, value: unknown): Promise<Response> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return compressed(request, bytes, tagOf(bytes), 'application/json');
}

/** A whole number of a query. */
export function wholeOf(query: URLSearchParams, name: string, from: number, to: number): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(value >= from && value <= to)) throw invalid([{ path: [name], code: 'format' }]);
  return value;
}

export const pageQuery: Readonly<Record<string, Parameter>> = {
  text: { description: 'Words that must all occur in the title or the body’s name' },
  cursor: { description: '`next` of the page before' },
  pageSize: { description: 'Items of a page', schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
};

export function listQueryOf(query: URLSearchParams) {
  const cursor = wholeOf(query, 'cursor', 0, 999999999);
  return {
    text: query.get('text') ?? undefined,
    cursor: cursor === undefined ? undefined : String(cursor),
    pageSize: wholeOf(query, 'pageSize', 1, 100) ?? 20,
  };
}

/** The body of a call by its schema, or `invalid_input` with every issue. */
export function bodyOf<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw invalid(findIssues(schema, value));
}

/** The idempotency key of a call, where it came with one. */
export function keyOf(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null) return undefined;
  // A key that others may guess would give them the receipt.
  if (!/^[\x21-\x7E]{16,200}$/.test(key)) throw invalid([{ path: ['idempotencyKey'], code: 'format' }]);
  return key;
}

/** A part of the path that can name something; anything else is not found. */
export function nameOf(call: Call, part: string): string {
  const name = call.params[part] ?? '';
  if (!name || name.length > 300 || !isCleanText(name)) throw new Failure('not_found');
  return name;
}
