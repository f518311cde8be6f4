/** Checks of a query before anything is spent on it. */
import { ZwgkError } from '../errors.js';
import { minuteOf } from './minutes.js';
import { catalogueSorts, type CatalogueQuery } from './types.js';

/** Values of a facet that are told. */
export const FACET_VALUES = 100;

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The range of minutes that a query asks for. Code `invalid_input` when the query cannot be answered. */
export function checkQuery({ page, pageSize, sort, from, to }: CatalogueQuery): Range {
  const bad = (field: string, code: 'format' | 'unknown_code' | 'date') => {
    throw new ZwgkError('invalid_input', { issues: [{ path: [field], code }] });
  };
  const whole = (value: number | undefined, max: number) =>
    value === undefined || (Number.isInteger(value) && value > 0 && value <= max);
  if (!whole(page, 1e9)) bad('page', 'format');
  if (!whole(pageSize, 100)) bad('pageSize', 'format');
  if (sort !== undefined && !catalogueSorts.includes(sort)) bad('sort', 'unknown_code');
  const minute = (field: string, day: string | undefined, none: number, more: number) => {
    if (!day) return none;
    const value = day.length === 10 ? minuteOf(day) : NaN;
    if (value !== value) bad(field, 'date');
    return value + more;
  };
  return { from: minute('from', from, -Infinity, 0), to: minute('to', to, Infinity, 1440) };
}
