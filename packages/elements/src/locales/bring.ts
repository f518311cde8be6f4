import { toHant } from '../shared/hant.js';
import { mapWords, type Messages } from '../shared/messages.js';

type Tables = Record<string, object>;

/** Puts the tables of a language where the elements look first. */
export function bring(lang: string, tables: Tables): void {
  const page = globalThis as { zwgkLocales?: Record<string, Tables> };
  page.zwgkLocales = { ...page.zwgkLocales, [lang]: { ...page.zwgkLocales?.[lang], ...tables } };
}

export const inHant = (all: readonly Messages<object>[]): Tables =>
  Object.fromEntries(
    all.map(({ name, zhHans }) => [
      name,
      Object.fromEntries(Object.entries(zhHans).map(([key, entry]) => [key, mapWords(entry, toHant)])),
    ]),
  );
