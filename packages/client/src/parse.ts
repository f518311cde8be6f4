/** The only place where unknown becomes known. Left of it nothing is trusted, right of it nothing is checked again. */
import { findIssues, readLenient, type Issue } from '@zwgk/schema';
import * as z from 'zod/mini';
import { ZwgkError } from './errors.js';

// zod would probe `new Function`, which a strict Content-Security-Policy reports.
z.config({ jitless: true });

export type Schema<T> = z.ZodMiniType<T>;
type BadCode = 'invalid_input' | 'invalid_response';

/** The value, whole and right, or an error that names each field that is not. */
export function parse<T>(schema: Schema<T>, value: unknown, code: BadCode): T {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new ZwgkError(code, { issues: findIssues(schema, value) });
}

/**
 * What of a published document can be shown. Defects are left out and told to `onIssues`; only a document that is not
 * of the kind at all is an error.
 */
export function parseLenient<T>(
  schema: Schema<T>,
  value: unknown,
  code: BadCode,
  onIssues?: (issues: readonly Issue[], code: BadCode) => void,
): T {
  const read = readLenient(schema, value);
  if (read.value === undefined) throw new ZwgkError(code, { issues: read.issues });
  if (read.issues.length) onIssues?.(read.issues, code);
  return read.value;
}

/** JSON text to a value; a text that is no JSON is an error at the root. */
export function parseJson(text: string, code: BadCode): unknown {
  try {
    // Old editors write a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ZwgkError(code, { issues: [{ path: [], code: 'format' }] });
  }
}
