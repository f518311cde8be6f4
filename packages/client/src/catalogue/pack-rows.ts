/** The rows of a pack as far as they are there: columns become entries that answer what is searched, sorted and counted. */
import { fold } from './fold.js';
import { dayOfMinute } from './minutes.js';
import { fromColumn, fromNumbers, fromPlanes, fromTitle, packFacets } from './pack-format.js';

type Raw = Readonly<Record<string, unknown>>;
export type Part = 'columns' | 'numbers' | 'titles' | 'summaries';

/** An entry without what only its shard knows; its fields are read from the columns when somebody looks. */
export interface PackRow extends Raw {
  readonly row: number;
}

export interface PackRows {
  /** @returns false when a file does not fit; nothing of it is taken then */
  take(part: Part, file: Raw, first: number, count: number): boolean;
  /** Newest first, as the pack has them: for questions about columns alone. */
  newest(): PackRow[];
  /** In the order of the catalogue. */
  inOrder(): PackRow[];
  /** What is known of a row so far. */
  outline(row: number): Raw;
  /** The row of an 索引号, the first in the catalogue, as it stands before as it folds; -1 for an unknown one. */
  locate(indexNumber: string, folded: string): number;
}

type Read<T> = (row: number) => T;
const none: Read<undefined> = () => undefined;

/** @param gone rows after the last that have a number only */
export function createPackRows(total: number, gone = 0): PackRows {
  const all = total + gone;
  const facet: Record<string, Read<unknown>> = {};
  let publisher: Read<unknown> = none;
  let minutes: Float64Array | undefined;
  let index: Read<string> = () => '';
  let doc: Read<string> = () => '';
  let order: Float64Array | undefined;
  const titles: unknown[] = [];
  const summaries: unknown[] = [];

  const hans = (name: unknown): string =>
    typeof name === 'string' ? name : String((name as Raw | null | undefined)?.['zh-Hans'] ?? '');

  const take: Record<Part, (file: Raw, first: number, count: number) => boolean> = {
    columns(file) {
      const { dated, newest } = file as { dated: number; newest: number };
      const gaps = fromPlanes(file['minutes'], dated <= total ? dated : 0);
      const names = fromColumn(file['publisher'], total);
      const facets = packFacets.map((field) => fromColumn(file[field], total));
      if (!gaps || !(dated >= 0 && dated <= total) || !names || facets.includes(undefined)) return false;
      minutes = new Float64Array(total).fill(NaN);
      let minute = newest;
      gaps.forEach((gap, row) => (minutes![row] = minute -= gap));
      publisher = names;
      packFacets.forEach((field, i) => (facet[field] = facets[i]!));
      return true;
    },
    numbers(file) {
      const [numbers, docs] = [fromNumbers(file['index'], all), fromNumbers(file['doc'], all)];
      const places = file['order'] === undefined ? undefined : fromPlanes(file['order'], all);
      if (!numbers || !docs || (file['order'] !== undefined && !places?.every((place) => place < all))) return false;
      index = numbers;
      doc = docs;
      order = places;
      return true;
    },
    titles: (file, first, count) => texts(titles, file, first, count),
    summaries: (file, first, count) => texts(summaries, file, first, count),
  };
  function texts(into: unknown[], file: Raw, first: number, count: number): boolean {
    const read = fromColumn(file, count);
    if (read) for (let row = 0; row < count; row++) into[first + row] = read(row);
    return !!read;
  }
  const titleAt = (row: number) => fromTitle(titles[row], hans(publisher(row))) ?? '';

  class Row {
    constructor(readonly row: number) {}
    get indexNumber() {
      return index(this.row);
    }
    get docNumber() {
      return doc(this.row);
    }
    get title() {
      return titles[this.row];
    }
    get summary() {
      return summaries[this.row];
    }
    get publisher() {
      return { name: publisher(this.row) };
    }
    get publishedAt() {
      const minute = minutes![this.row]!;
      return minute === minute ? new Date((minute + 480) * 60000).toISOString().slice(0, 16) : undefined;
    }
    get genre() {
      return facet['genre']!(this.row);
    }
    get subjectCategory() {
      return facet['subjectCategory']!(this.row);
    }
    get validity() {
      return facet['validity']!(this.row);
    }
    get disclosureMode() {
      return facet['disclosureMode']!(this.row);
    }
    get catalogNodeId() {
      return facet['node']!(this.row);
    }
  }
  const rowAt = (row: number) => new Row(row) as unknown as PackRow;

  return {
    take: (part, file, first, count) => take[part](file, first, count),
    newest: () => Array.from({ length: total }, (_, row) => rowAt(row)),
    inOrder() {
      // Publishers are there now: titles take them back, once.
      for (let row = 0; row < total; row++) titles[row] = titleAt(row);
      const rows: PackRow[] = [];
      for (let row = 0; row < total; row++) rows[order ? order[row]! : row] = rowAt(row);
      return rows;
    },
    outline(row) {
      const text = (value: unknown) => value || undefined;
      const day = dayOfMinute(minutes ? minutes[row]! : NaN);
      return {
        indexNumber: index(row),
        title: titleAt(row),
        docNumber: text(doc(row)),
        publisher: text(publisher(row)) && { name: publisher(row) },
        publishedAt: text(day),
        genre: text(facet['genre']?.(row)),
        validity: text(facet['validity']?.(row)),
        disclosureMode: text(facet['disclosureMode']?.(row)),
        catalogNodeId: text(facet['node']?.(row)),
      };
    },
    locate(indexNumber, folded) {
      if (!folded) return -1;
      // As in memory: as it stands before as it folds, what is listed before what is gone, else the first.
      const places: number[] = [Infinity, Infinity];
      const rows = [-1, -1];
      for (let row = 0; row < all; row++) {
        const own = index(row);
        const rank = own === indexNumber ? 0 : fold(own) === folded ? 1 : 2;
        const place = (order ? order[row]! : row) + (row < total ? 0 : all);
        if (rank < 2 && place < places[rank]!) {
          places[rank] = place;
          rows[rank] = row;
        }
      }
      return rows[0]! >= 0 ? rows[0]! : rows[1]!;
    },
  };
}
