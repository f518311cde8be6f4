/** Every change of a case: one transaction, the row locked, the step allowed by the table, an event appended. */
import type { ComplaintState } from '@zwgk/schema';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { conflict, notFound } from '../problem.js';
import type { ComplaintRow, Tables } from '../store/tables.js';
import type { Store } from '../store/store.js';
import { unitHash } from '../store/units.js';
import { canonical } from './codes.js';
import { dueFields, dueOf } from './due.js';
import { openDraft, openEvent, sealEvent, unitOf, type CaseEvent, type Clock, type EventDetail } from './view.js';
import type { Complaint } from '@zwgk/schema';

export type CaseRow = Selectable<ComplaintRow>;

/** A case with its history, opened. */
export interface OpenCase {
  readonly row: CaseRow;
  readonly events: readonly CaseEvent[];
  readonly draft: Complaint | undefined;
  /** Name of the unit that has it; undefined for none, and after the texts were deleted. */
  readonly unit: string | undefined;
}

/** What a step adds: one event for each state that it enters, or one that stays in the state. */
export interface Change {
  readonly states: readonly ComplaintState[];
  /** New unit; stays as it is when absent. */
  readonly unit?: string | undefined;
  /** Stands at the last event only. */
  readonly detail?: EventDetail | undefined;
  readonly isPublic?: boolean | undefined;
  /** 暂缓销毁 is set or lifted; stays as it is when absent. */
  readonly held?: boolean | undefined;
}

export interface ChangeRequest {
  /** Column and value by which the case is found. */
  readonly by: 'ticket_no' | 'code_hash';
  readonly value: string;
  readonly actor: string;
  readonly verb: string;
  /** Hash of the idempotency key, where there is one, and what came with it. */
  readonly key?: string | undefined;
  readonly body: unknown;
  /** Looks at the case before anything else, to refuse it. */
  readonly admit?: ((found: OpenCase) => void) | undefined;
  /** Decides on the step; throws a Failure to refuse it. */
  readonly decide: (found: OpenCase, db: Transaction<Tables>) => Change | Promise<Change>;
}

const ENDED: readonly ComplaintState[] = ['closed', 'rejected', 'archived'];

export async function readCase(db: Kysely<Tables>, { vault }: Pick<Store, 'vault'>, row: CaseRow): Promise<OpenCase> {
  const rows = await db
    .selectFrom('complaint_event')
    .select(['ticket_no', 'at', 'actor', 'verb', 'state', 'unit', 'is_public', 'sealed'])
    .where('ticket_no', '=', row.ticket_no)
    .orderBy('seq')
    .execute();
  const draft = openDraft(vault, row);
  const opened = rows.map((event) => openEvent(vault, event));
  // The column tells units apart; their names stand in the letter and in the steps that named them.
  const names = new Map<string, string>();
  const learn = (name: string | undefined) => name !== undefined && names.set(unitHash(vault, name), name);
  learn(draft && unitOf(draft));
  for (const { unitName } of opened) learn(unitName);
  const nameOf = (hash: string | null) => (hash === null ? undefined : names.get(hash));
  return {
    row,
    events: opened.map((event) => ({ ...event, unit: nameOf(event.unit) ?? null })),
    draft,
    unit: nameOf(row.unit),
  };
}

/** Takes a step, or says again what came of it when the same key comes again. */
export async function changeCase(store: Store, clock: Clock, request: ChangeRequest): Promise<OpenCase> {
  const { kysely, vault } = store;
  const { by, value, actor, verb, key, body, admit, decide } = request;
  return kysely.transaction().execute(async (db) => {
    const row = await db.selectFrom('complaint').selectAll().where(by, '=', value).forUpdate().executeTakeFirst();
    if (!row) throw notFound();
    const found = await readCase(db, store, row);
    admit?.(found);
    const keyHash = key === undefined ? null : vault.hash('step', `${actor}\n${row.ticket_no}\n${key}`);
    const bodyHash = vault.hash('step-body', canonical([verb, body]));
    if (keyHash) {
      const known = await db
        .selectFrom('complaint_event')
        .select('body_hash')
        .where('key_hash', '=', keyHash)
        .executeTakeFirst();
      if (known?.body_hash === bodyHash) return found;
      if (known) throw conflict([{ path: ['idempotencyKey'], code: 'used' }], 'this key came with another step before');
    }
    if (row.purged_at)
      throw conflict([{ path: ['state'], code: 'purged' }], 'the texts of this case have been deleted');
    const { states, unit: given, detail: said = {}, isPublic = true, held = row.held } = await decide(found, db);
    const unit = given?.trim();
    const detail = unit === undefined ? said : { ...said, unitName: unit };
    const hash = unit === undefined ? row.unit : unitHash(vault, unit);
    const last = found.events[found.events.length - 1];
    // A clock that jumped back must not put the answer before the question.
    const at = new Date(Math.max(clock.now(), last?.at.getTime() ?? 0));
    const ways = states.length ? states : [row.state];
    const added = ways.map((state, i): CaseEvent => {
      const isLast = i === ways.length - 1;
      return {
        ticket_no: row.ticket_no,
        at,
        actor,
        verb,
        state,
        unit: (isLast ? unit : undefined) ?? found.unit ?? null,
        is_public: isPublic,
        ...(isLast ? detail : {}),
      };
    });
    await db
      .insertInto('complaint_event')
      .values(
        added.map((event, i) => {
          const isLast = i === added.length - 1;
          return {
            ticket_no: event.ticket_no,
            at,
            actor,
            verb,
            state: event.state,
            unit: isLast ? hash : row.unit,
            is_public: event.is_public,
            sealed: isLast ? sealEvent(vault, row.ticket_no, detail) : null,
            key_hash: isLast ? keyHash : null,
            body_hash: isLast && keyHash ? bodyHash : null,
          };
        }),
      )
      .execute();
    const events = [...found.events, ...added];
    const state = ways[ways.length - 1]!;
    const changed = {
      state,
      unit: hash,
      held,
      ended_at: ENDED.includes(state) ? (row.ended_at ?? at) : null,
      ...dueFields(dueOf(row.kind, events, at, clock.policy, clock.calendar)),
    };
    await db.updateTable('complaint').set(changed).where('ticket_no', '=', row.ticket_no).execute();
    return { ...found, row: { ...row, ...changed }, events, unit: unit ?? found.unit };
  });
}
