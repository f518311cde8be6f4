/** 空项: what counts as not filled in, for the rules. */

/** The text of a field without outer white space, in zh-Hans where it has several languages; empty when it has none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : value !== null && typeof value === 'object'
      ? textOf((value as Record<string, unknown>)['zh-Hans'])
      : '';
/** Sources fill a field with a dash or a slash where they have nothing. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && /^\s*[—\-/]*\s*$/.test(value));
export const isEmpty = (value: unknown): boolean =>
  isBlank(value) || (Array.isArray(value) ? !value.length : typeof value === 'object' && !textOf(value));
