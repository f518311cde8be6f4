/** The tables as Kysely knows them; `migrations.ts` makes them. Days are texts `YYYY-MM-DD`, moments `timestamptz`. */
import type { ComplaintKind, ComplaintState, IdentityMode } from '@zwgk/schema';
import type { ColumnType, Generated } from 'kysely';

/** A published document, whole as it came; the visibility function is passed on the way out. */
export interface DocumentRow {
  subject: 'guide' | 'flowchart' | 'power' | 'letter';
  id: string;
  title: string;
  org: string | null;
  updated_at: string | null;
  /** What a list is searched in, in lower case. */
  folded: string;
  body: string;
}

export interface CatalogueRow {
  id: string;
  kind: 'entries' | 'standard';
  title: string;
  org: string | null;
  updated_at: string | null;
  folded: string;
  /** The document without its entries. */
  body: string;
  total: number;
}

/** One public entry of a catalogue, with what it is searched, narrowed and sorted by (see `catalogue/keys` of the client). */
export interface EntryRow {
  catalogue: string;
  position: number;
  index_number: string;
  /** Facets; the empty text where the entry has none. */
  node: string;
  year: string;
  publisher: string;
  genre: string;
  subject_category: string;
  validity: string;
  disclosure_mode: string;
  /** Minute since 1970, UTC, when it was published, else formed. */
  minute: number | null;
  title_key: string;
  number_key: string;
  doc_key: string;
  /**
   * Searched fields, folded, one a line; those of the titles alone. Both end with the 拼音首字母 of the titles, in capitals,
   * of which folded texts have none.
   */
  folded: string;
  folded_titles: string;
  /** Pairs of neighbouring characters of `folded`, each as one number. */
  grams: number[];
  body: string;
}

/** An entry that was taken down: its number leads to it, and no list does. */
export type EntryGoneRow = Pick<EntryRow, 'catalogue' | 'position' | 'index_number' | 'number_key' | 'body'>;

/** What is asked often of a catalogue, answered when it was kept (see `published/answers.ts`). */
export interface EntryAnswerRow {
  catalogue: string;
  /** A pair of characters; 0 for every entry. */
  gram: number;
  total: number;
  /** JSON. */
  facets: string;
  first: string;
}

export interface ComplaintRow {
  ticket_no: string;
  /** Keyed hashes: of the query code, of the idempotency key and of the letter that came with it. */
  code_hash: string;
  key_hash: string;
  draft_hash: string;
  kind: ComplaintKind;
  identity_mode: IdentityMode;
  public_consent: boolean;
  state: ComplaintState;
  /** Keyed hash of the unit's name; the name itself stands in the sealed texts only. */
  unit: string | null;
  submitted_at: ColumnType<Date, Date, never>;
  due_at: string | null;
  due_provisional: boolean;
  /** What the citizen wrote, sealed; null after it was deleted on time. */
  sealed: string | null;
  /** When the case came to an end, for retention. */
  ended_at: Date | null;
  purged_at: Date | null;
  /** The signed receipt, sealed; null for letters from before, and after the deletion. */
  receipt: string | null;
  /** 暂缓销毁 (legal hold): retention passes the case by. */
  held: Generated<boolean>;
}

/** A file on its way or in a case; its bytes lie sealed beside the database. */
export interface UploadRow {
  /** Keyed hash of the id that its sender has. */
  id_hash: string;
  /** By which holder and staff ask for it. */
  file_id: string;
  created_at: ColumnType<Date, Date, never>;
  /** Bytes that were announced, and that are there. */
  size: number;
  received: number;
  complete: boolean;
  /** Name, and when it is complete type, size and hash; sealed. */
  sealed: string;
  ticket_no: string | null;
}

/** Append-only: a trigger refuses changes. */
export interface ComplaintEventRow {
  seq: Generated<string>;
  ticket_no: string;
  at: ColumnType<Date, Date, never>;
  /** `citizen`, `system`, or the name of a staff member's token. */
  actor: string;
  verb: string;
  state: ComplaintState;
  /** Keyed hash, as in the case. */
  unit: string | null;
  is_public: boolean;
  /** Note, text, reason, approver …, sealed. */
  sealed: string | null;
  key_hash: string | null;
  body_hash: string | null;
}

export interface StaffRow {
  token_hash: string;
  name: string;
  role: string;
  unit: string | null;
  created_at: ColumnType<Date, Date, never>;
}

export interface SettingRow {
  name: string;
  value: string;
}

export interface Tables {
  document: DocumentRow;
  catalogue: CatalogueRow;
  entry: EntryRow;
  entry_answer: EntryAnswerRow;
  entry_gone: EntryGoneRow;
  complaint: ComplaintRow;
  complaint_event: ComplaintEventRow;
  upload: UploadRow;
  staff: StaffRow;
  setting: SettingRow;
}
