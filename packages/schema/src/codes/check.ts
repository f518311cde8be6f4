// 编码校验的结果：通过则给出规范写法与各段含义，不通过则说明原因与位置。

/**
 * What a check of a code found. A failure names its rule and never repeats the text, which may be personal.
 * - `value`: the code in its one normal form (half width, upper case, no spaces).
 * - `at`: index of the first character that is wrong, counted from 0 in code points of the normalised text.
 */
export type CodeCheck<Parts extends object = object, Failure extends string = string> =
  ({ ok: true; value: string } & Parts) | { ok: false; code: Failure; at?: number };

/** A failed check; for the files of this folder. */
export function fails<F extends string>(code: F, at?: number): { ok: false; code: F; at?: number } {
  return at === undefined ? { ok: false, code } : { ok: false, code, at };
}

/** Index (code points) of the first character that `allowed` does not match, or -1. */
export function firstOutside(text: string, allowed: RegExp): number {
  return [...text].findIndex((c) => !allowed.test(c));
}
