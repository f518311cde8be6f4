/** Entries as they came to entries that can be shown: what is wrong is left out and told, the rest stays. */
import { CatalogueEntry, StandardItem, readLenient, type Issue } from '@zwgk/schema';
import type { Schema } from '../parse.js';

export interface ReadRow<T> {
  readonly value: T | undefined;
  readonly issues: readonly Issue[];
}

/** A row without a right title or number is a row all the same: such a field is empty in what is read of it. */
const reader =
  <T extends object>(schema: Schema<T>, required: readonly string[]) =>
  (raw: unknown): ReadRow<T> => {
    const read = readLenient(schema, raw);
    if (read.value || typeof raw !== 'object' || raw === null || Array.isArray(raw)) return read;
    const bad = required.filter((key) => read.issues.some(({ path }) => path[0] === key));
    const patch = Object.fromEntries(bad.map((key) => [key, '?']));
    const { value } = readLenient(schema, { ...raw, ...patch });
    return {
      value: value && { ...value, ...Object.fromEntries(bad.map((key) => [key, ''])) },
      issues: read.issues,
    };
  };

export const readEntry = reader(CatalogueEntry, ['indexNumber', 'title']);
export const readStandardItem = reader(StandardItem, ['level1']);
