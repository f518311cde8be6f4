/** The tables, step by step. A step that has been released is never changed; SQL that PostgreSQL 13 and later knows. */
import { sql, type Kysely, type Migration } from 'kysely';

const step = (...statements: string[]): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

export const migrations: Record<string, Migration> = {
  '001-documents': step(
    `create table document (
      subject text not null, id text not null, title text not null, org text, updated_at text,
      folded text not null, body text not null, primary key (subject, id))`,
    `create table catalogue (
      id text primary key, kind text not null, title text not null, org text, updated_at text,
      folded text not null, body text not null, total integer not null)`,
    `create table entry (
      catalogue text not null references catalogue (id) on delete cascade, position integer not null,
      index_number text not null, node text not null, year text not null, publisher text not null,
      genre text not null, subject_category text not null, validity text not null, disclosure_mode text not null,
      minute integer, title_key text collate "C" not null, number_key text collate "C" not null, doc_key text not null,
      folded text not null, folded_titles text not null, grams tsvector not null, body text not null,
      primary key (catalogue, position))`,
    `create index entry_grams on entry using gin (grams)`,
    `create index entry_number on entry (catalogue, number_key)`,
    `create index entry_minute on entry (catalogue, minute)`,
  ),
  '002-cases': step(
    `create sequence ticket_number`,
    `create table complaint (
      ticket_no text primary key, code_hash text not null unique, key_hash text not null unique,
      draft_hash text not null, kind text not null, identity_mode text not null, public_consent boolean not null,
      state text not null, unit text, submitted_at timestamptz not null, due_at text, due_provisional boolean not null,
      sealed text, ended_at timestamptz, purged_at timestamptz)`,
    `create index complaint_state on complaint (state, due_at)`,
    `create table complaint_event (
      seq bigserial, ticket_no text not null references complaint (ticket_no), at timestamptz not null,
      actor text not null, verb text not null, state text not null, unit text, is_public boolean not null,
      sealed text, key_hash text, body_hash text, primary key (ticket_no, seq))`,
    `create unique index complaint_event_key on complaint_event (key_hash) where key_hash is not null`,
    // Nobody edits history. Only the deletion job, when the time of keeping is over, may empty the texts of a case.
    `create function complaint_event_is_append_only() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and coalesce(current_setting('zwgk.retention', true), '') = 'on'
          and new.sealed is null and (new.seq, new.ticket_no, new.at, new.actor, new.verb, new.state)
            = (old.seq, old.ticket_no, old.at, old.actor, old.verb, old.state) then
          return new;
        end if;
        raise exception 'complaint_event is append-only' using errcode = 'restrict_violation';
      end $$`,
    `create trigger complaint_event_append_only before update or delete on complaint_event
      for each row execute function complaint_event_is_append_only()`,
    `create trigger complaint_event_no_truncate before truncate on complaint_event
      for each statement execute function complaint_event_is_append_only()`,
    `create table staff (
      token_hash text primary key, name text not null unique, role text not null, unit text,
      created_at timestamptz not null)`,
    `create table setting (name text primary key, value text not null)`,
  ),
  '003-uploads': step(
    `create table upload (
      id_hash text primary key, file_id text not null unique, created_at timestamptz not null, size integer not null,
      received integer not null, complete boolean not null, sealed text not null,
      ticket_no text references complaint (ticket_no))`,
    `create index upload_case on upload (ticket_no)`,
    `alter table complaint add column receipt text, add column held boolean not null default false`,
  ),
  // Entries are loaded again from their source: pairs as numbers, and what is asked often answered beforehand.
  '004-answers': step(
    `delete from catalogue`,
    `delete from setting where name = 'source'`,
    `drop index entry_grams`,
    `drop index entry_minute`,
    `alter table entry drop column grams`,
    `alter table entry add column grams integer[] not null`,
    `create index entry_grams on entry using gin (grams)`,
    `create index entry_newest on entry (catalogue, minute desc nulls last, position)`,
    `create index entry_oldest on entry (catalogue, minute, position)`,
    `create index entry_doc on entry (catalogue, doc_key)`,
    `create table entry_answer (
      catalogue text not null references catalogue (id) on delete cascade, gram integer not null,
      total integer not null, facets text not null, first text not null, primary key (catalogue, gram))`,
  ),
  // 撤下, 删除: found by its number, and in no list.
  '005-gone': step(
    `delete from catalogue`,
    `delete from setting where name = 'source'`,
    `create table entry_gone (
      catalogue text not null references catalogue (id) on delete cascade, position integer not null,
      index_number text not null, number_key text not null, body text not null, primary key (catalogue, position))`,
    `create index entry_gone_number on entry_gone (catalogue, number_key)`,
  ),
  // The lists of staff, of all and of one unit, in their order; and what the deletion job looks for each hour.
  '006-lists': step(
    `create index complaint_due on complaint (due_at, submitted_at, ticket_no) where purged_at is null`,
    `create index complaint_unit on complaint (unit, due_at, submitted_at, ticket_no) where purged_at is null`,
    `create index complaint_ended on complaint (kind, ended_at) where ended_at is not null and purged_at is null`,
  ),
  // Entries are loaded again from their source: with the 拼音首字母 of their titles beside the texts.
  '007-initials': step(`delete from catalogue`, `delete from setting where name = 'source'`),
};
