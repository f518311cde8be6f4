/**
 * 静态数据包 of a large catalogue: a head (`<id>.json`: what the catalogue says of itself, and the answer to no question)
 * and beside it a folder `<id>/` with columns to search, narrow and sort by, and the entries in shards. Rows stand newest
 * first, so that the first rows need the head and one shard. Each file repeats the stamp that the head names for it.
 * `docs/sdk/packs.md` describes it for those who write one themselves.
 */
import type { Issue } from '@zwgk/schema';
import type { FacetField } from './facets.js';
import type { FacetValue } from './types.js';

type Raw = Readonly<Record<string, unknown>>;
type Counted = FacetField | 'node';

/** Rows and stamp of one file among several. */
export type PackPart = readonly [rows: number, stamp: string];

/** `pack` in the head of a catalogue. */
export interface CataloguePack {
  readonly format: 1;
  /** Name of the folder beside the head. */
  readonly folder: string;
  /** Entries that are listed. */
  readonly total: number;
  /** Entries that were taken down (撤下, 删除): their rows come last, in `numbers` and `entries` alone. */
  readonly gone?: number | undefined;
  /** Beside each file `x.json` there is `x.json.gz`. */
  readonly gzip?: boolean | undefined;
  /** Counts of the whole catalogue. */
  readonly facets: Readonly<Partial<Record<Counted, readonly FacetValue[]>>>;
  /** Stamps of `columns.json` and `numbers.json`. */
  readonly columns: string;
  readonly numbers: string;
  /** `titles-0.json` …, `summaries-0.json` …, `entries-0.json` …, in the order of the rows. */
  readonly titles: readonly PackPart[];
  readonly summaries: readonly PackPart[];
  readonly entries: readonly PackPart[];
  /** Defects that were left out of entries, by their place in the catalogue; the first thousand. */
  readonly issues?: readonly Issue[] | undefined;
}

/** Whole numbers as texts of printable ASCII, one for each power of 91, lowest first: what gzip packs best. */
export type Planes = readonly string[];
const BASE = 91;

export function toPlanes(numbers: ArrayLike<number>): Planes {
  let max = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! > max) max = numbers[i]!;
  const planes: string[] = [];
  for (let power = 1; !planes.length || power <= max; power *= BASE) {
    const codes = new Uint8Array(numbers.length);
    for (let i = 0; i < numbers.length; i++) {
      const digit = Math.floor(numbers[i]! / power) % BASE;
      // From # to ~ without the backslash: nothing that JSON would escape.
      codes[i] = digit + (digit < 57 ? 35 : 36);
    }
    let plane = '';
    for (let i = 0; i < codes.length; i += 8192) plane += String.fromCharCode(...codes.subarray(i, i + 8192));
    planes.push(plane);
  }
  return planes;
}

/** The numbers again; undefined when they are none, or not so many. */
export function fromPlanes(planes: unknown, count: number): Float64Array | undefined {
  if (!Array.isArray(planes) || planes.length > 6) return undefined;
  const numbers = new Float64Array(count);
  let power = 1;
  for (const plane of planes as unknown[]) {
    if (typeof plane !== 'string' || plane.length !== count) return undefined;
    for (let i = 0; i < count; i++) {
      const code = plane.charCodeAt(i);
      numbers[i]! += (code - (code < 92 ? 35 : 36)) * power;
    }
    power *= BASE;
  }
  return numbers;
}

/** Values as they stand, or each once with its place in the list for every row. */
export interface PackColumn {
  readonly values: readonly unknown[];
  readonly codes?: Planes | undefined;
}

export function toColumn(rows: readonly unknown[]): PackColumn {
  const places = new Map<string, number>();
  const values: unknown[] = [];
  const codes = rows.map((value) => {
    const key = JSON.stringify(value);
    let code = places.get(key);
    if (code === undefined) places.set(key, (code = values.push(value) - 1));
    return code;
  });
  return values.length * 2 > rows.length ? { values: rows } : { values, codes: toPlanes(codes) };
}

/** What a row says, by its number; undefined when the column does not fit. */
export function fromColumn(column: unknown, count: number): ((row: number) => unknown) | undefined {
  const { values, codes } = (column ?? {}) as Partial<PackColumn>;
  if (!Array.isArray(values)) return undefined;
  if (codes === undefined) return values.length === count ? (row) => values[row] as unknown : undefined;
  const places = fromPlanes(codes, count);
  return places?.every((place) => place >= 0 && place < values.length)
    ? (row) => values[places[row]!] as unknown
    : undefined;
}

/** Stands for what was taken out of a text: the publisher's name of a title, the number of a 文号. */
const GAP = '\x01';
const whole = (text: string) => (text.includes(GAP) ? [text] : text);

/** A title without the name of its publisher, which most begin with. */
export const toTitle = (title: unknown, publisher: string): unknown =>
  typeof title !== 'string' || title.includes(GAP)
    ? typeof title === 'string'
      ? [title]
      : title
    : publisher
      ? title.replace(publisher, () => GAP)
      : title;
export const fromTitle = (title: unknown, publisher: string): unknown =>
  typeof title === 'string'
    ? title.replace(GAP, () => publisher)
    : Array.isArray(title)
      ? (title[0] as unknown)
      : title;

/** 索引号 or 文号: what they are made like, and the number in it. */
export interface PackNumbers {
  readonly forms: PackColumn;
  readonly numbers: Planes;
}

export function toNumbers(texts: readonly string[]): PackNumbers {
  const parts = texts.map((text) => /^([^]*?)(\d{1,9})(\D*)$/.exec(text));
  const widths = new Map<string, number>();
  const formOf = (part: RegExpExecArray) => part[1] + GAP + part[3];
  for (const part of parts) if (part?.[2]!.startsWith('0')) widths.set(formOf(part), part[2]!.length);
  const numbers: number[] = [];
  const forms = texts.map((text, i): unknown => {
    const part = parts[i];
    const width = (part && widths.get(formOf(part))) ?? 1;
    if (!part || text.includes(GAP) || String(+part[2]!).padStart(width, '0') !== part[2]) {
      numbers.push(0);
      return whole(text);
    }
    numbers.push(+part[2]!);
    return part[1]! + GAP + String(width) + part[3]!;
  });
  return { forms: toColumn(forms), numbers: toPlanes(numbers) };
}

export function fromNumbers(column: unknown, count: number): ((row: number) => string) | undefined {
  const { forms, numbers } = (column ?? {}) as Partial<PackNumbers>;
  const form = fromColumn(forms, count);
  const values = fromPlanes(numbers, count);
  return form && values
    ? (row) => {
        const text = form(row);
        if (typeof text !== 'string') return String((text as unknown[] | null)?.[0] ?? '');
        const gap = text.indexOf(GAP);
        return gap < 0
          ? text
          : text.slice(0, gap) + String(values[row]!).padStart(+text[gap + 1]!, '0') + text.slice(gap + 2);
      }
    : undefined;
}

/** Facets that are kept as they are counted; the year is in the date, the publisher keeps all its languages. */
export const packFacets = ['genre', 'subjectCategory', 'validity', 'disclosureMode', 'node'] as const;

/** `columns.json`. */
export interface PackColumns extends Readonly<Record<(typeof packFacets)[number], PackColumn>> {
  readonly stamp: string;
  /** Rows that have a date; those without come last. */
  readonly dated: number;
  /** Minute since 1970, UTC, of the first row, and by how much each is earlier than the one before. */
  readonly newest: number;
  readonly minutes: Planes;
  /** Names. */
  readonly publisher: PackColumn;
}
/** `numbers.json`; `order` is the place of each row in the catalogue, left out when they are in its order. */
export interface PackNumbersFile {
  readonly stamp: string;
  readonly index: PackNumbers;
  readonly doc: PackNumbers;
  readonly order?: Planes | undefined;
}
/** `titles-0.json`, `summaries-0.json`. */
export interface PackTexts extends PackColumn {
  readonly stamp: string;
}
/** `entries-0.json`. */
export interface PackShard {
  readonly stamp: string;
  readonly entries: readonly Raw[];
  /** Places in `entries` of those that have defects. */
  readonly flawed?: readonly number[] | undefined;
}

/** True when a document is the head of such a pack. */
export const isPack = (value: unknown): value is Raw & { readonly pack: CataloguePack } => {
  const { pack } = (value ?? {}) as { pack?: Partial<CataloguePack> | null };
  return typeof pack === 'object' && pack !== null;
};
