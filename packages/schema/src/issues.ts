/** From a schema's findings to issues (path and code), and what of a defective document can still be shown. */
import * as z from 'zod/mini';
import type { Issue } from './problem.js';

type Path = readonly (string | number)[];
/** What zod and its compact stand-in (see `zod-compact.ts`) both report. */
interface RawIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly RawIssue[])[];
}

function at(value: unknown, path: Path): unknown {
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  return value;
}

function translate(raw: RawIssue, root: unknown, before: Path): Issue {
  const path = [...before, ...raw.path] as (string | number)[];
  if (raw.code === 'invalid_union') {
    // The branch that got furthest is the one that the author meant.
    const branches = raw.errors ?? [];
    const meant = branches.find((branch) => branch.some((inner) => inner.path.length || inner.code === 'custom'));
    if (meant) return translate(meant[0]!, root, path);
  }
  const code =
    at(root, path) === undefined
      ? 'required'
      : raw.code === 'custom'
        ? raw.message
        : raw.code === 'invalid_value'
          ? 'unknown_code'
          : 'type';
  return { path, code };
}

/** Everything in `value` that `schema` does not accept; empty when it is accepted. */
export function findIssues(schema: z.ZodMiniType, value: unknown): Issue[] {
  const result = z.safeParse(schema, value);
  return result.success ? [] : (result.error.issues as RawIssue[]).map((issue) => translate(issue, value, []));
}

export type Read<T> =
  | { readonly value: T; readonly issues: readonly Issue[] }
  | { readonly value: undefined; readonly issues: readonly Issue[] };

const HOLE: unknown = Symbol();

/** A copy of `value` without what stands at `path`; only the containers on the way are copied. */
function without(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as unknown[])];
    // A hole keeps the numbers of the other entries right until all are taken out.
    copy[key as number] = rest.length ? without(copy[key as number], rest) : HOLE;
    return copy;
  }
  const copy = { ...(value as Record<string, unknown>) };
  if (rest.length) copy[key!] = without(copy[key!], rest);
  else delete copy[key!];
  return copy;
}
const filled = (value: unknown, path: Path): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return Array.isArray(value) ? (value as unknown[]).filter((entry) => entry !== HOLE) : value;
  if (value === null || typeof value !== 'object' || value === HOLE) return value;
  const inner = (value as Record<string | number, unknown>)[key];
  const next = filled(inner, rest);
  let copy = value;
  if (next !== inner) {
    copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
    (copy as Record<string | number, unknown>)[key] = next;
  }
  return Array.isArray(copy) && (copy as unknown[]).includes(HOLE)
    ? (copy as unknown[]).filter((entry) => entry !== HOLE)
    : copy;
};

/**
 * Reads a document that may have defects: what is wrong is left out and told in `issues`, the rest is the value.
 * A field that is wrong goes; where a required field of a list entry is wrong, the entry goes; where a required field
 * of the document itself is wrong, there is no value.
 */
export function readLenient<T>(schema: z.ZodMiniType<T>, input: unknown): Read<T> {
  const found: Issue[] = [];
  let value = input;
  let cut = new Set<string>();
  for (let round = 0; round < 6; round++) {
    const result = z.safeParse(schema, value);
    if (result.success) return { value: result.data, issues: found };
    const issues = (result.error.issues as RawIssue[]).map((issue) => translate(issue, value, []));
    if (!round) found.push(...issues);
    const next = new Set<string>();
    let changed = value;
    for (const { path, code } of issues) {
      // What is missing cannot be taken out; its owner goes instead.
      const end = code === 'required' || cut.has(JSON.stringify(path)) ? path.length - 1 : path.length;
      if (end < 1) return { value: undefined, issues: found };
      const target = path.slice(0, end);
      next.add(JSON.stringify(target));
      if (at(changed, target) === undefined || at(changed, target) === HOLE) continue;
      changed = without(changed, target);
    }
    // Deepest first: taking out an entry moves those behind it.
    for (const { path } of [...issues].sort((a, b) => b.path.length - a.path.length))
      changed = filled(changed, path.slice(0, -1));
    if (changed === value) return { value: undefined, issues: found };
    cut = next;
    value = changed;
  }
  return { value: undefined, issues: found };
}
