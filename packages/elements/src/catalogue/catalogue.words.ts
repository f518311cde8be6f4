/** Codes, bodies and numbers in words. */
import type { CatalogueEntry, LocalizedText } from '@zwgk/schema';

/** A code in words; what is no code of ours stands as it is. */
export const wordOf = ({ codes }: { readonly codes: object }, code: string): string =>
  (codes as Record<string, string>)[code] ?? code;
export const nameOf = (org: CatalogueEntry['publisher'], pick: (value: LocalizedText | undefined) => string): string =>
  pick((org as { name?: LocalizedText } | undefined)?.name);
/** False for the mark of an entry that has no 索引号 of its own. */
export const isNumbered = (indexNumber: string): boolean => !!indexNumber && indexNumber[0] !== '~';
/** The marks of a list or table of the page, whose rows have no 索引号. */
export const markOf = (row: number): string => `~${row + 1}`;
