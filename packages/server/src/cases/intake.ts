/** 收件: a letter becomes a case exactly once; the same key and letter give the same receipt again, its code included. */
import type { Complaint, DueDate, Receipt } from '@zwgk/schema';
import { conflict } from '../problem.js';
import type { Store } from '../store/store.js';
import { canonical, hashQueryCode, makeQueryCode } from './codes.js';
import { beijing, dayOf, dueFields, dueOf, type ClockEvent } from './due.js';
import { dueView, type Clock } from './view.js';

/** Letters before their number on every ticket (信件). */
const PREFIX = 'XJ';

interface Filed {
  readonly ticket_no: string;
  readonly submitted_at: Date;
}

/**
 * One statement, so that a case is there with its first event or not at all, after one round trip. A letter that is
 * there already uses up a number: numbers rise, but not without gaps.
 */
const FILE = `
  with filed as (
    insert into complaint (ticket_no, code_hash, key_hash, draft_hash, kind, identity_mode, public_consent, state, unit,
      submitted_at, due_at, due_provisional, sealed)
    select $1 || case when n < 10000 then lpad(n::text, 4, '0') else n::text end, $2, $3, $4, $5, $6, $7::boolean,
      'submitted', $8, $9::timestamptz, $10, $11::boolean, $12
    from (select nextval('ticket_number') as n) as number
    on conflict (key_hash) do nothing
    returning ticket_no, unit, submitted_at)
  insert into complaint_event (ticket_no, at, actor, verb, state, unit, is_public)
  select ticket_no, submitted_at, 'citizen', 'submit', 'submitted', unit, true from filed
  returning ticket_no, at as submitted_at`;

export interface Intake {
  /**
   * @param draft checked
   * @param key of the idempotency, with at least 16 characters that nobody else can guess
   * @throws Failure `conflict` when the key came with another letter before
   */
  create(draft: Complaint, key: string): Promise<{ receipt: Receipt; repeated: boolean }>;
}

export function createIntake({ kysely, prepared, vault }: Store, clock: Clock): Intake {
  const dueAfter = (draft: Complaint, at: Date) => {
    const first: ClockEvent = { at, verb: 'submit', state: 'submitted' };
    return dueOf(draft.kind, [first], at, clock.policy, clock.calendar);
  };
  const receiptOf = (filed: Filed, draft: Complaint, queryCode: string, due: DueDate): Receipt => {
    const { dueAt, dueProvisional, dueRule } = dueView(due);
    return {
      ticketNo: filed.ticket_no,
      queryCode,
      submittedAt: beijing(filed.submitted_at),
      ...(dueAt === undefined ? {} : { dueAt, dueProvisional, dueRule }),
      ...(draft.targetOrg ? { targetOrg: draft.targetOrg } : {}),
    };
  };

  return {
    async create(draft, key) {
      const keyHash = vault.hash('idempotency', key);
      const draftHash = vault.hash('draft', canonical(draft));
      const at = new Date(Math.floor(clock.now() / 1000) * 1000);
      const due = dueAfter(draft, at);
      const { due_at, due_provisional } = dueFields(due);
      const sealed = vault.seal(`letter ${draft.kind}`, keyHash, draft);
      const unit = unitOf(draft);
      for (let round = 0; ; round++) {
        const code = makeQueryCode(vault, key, draftHash, round);
        try {
          const [filed] = await prepared<Filed>('file-letter', FILE, [
            `${PREFIX}${dayOf(at).replaceAll('-', '')}-`,
            hashQueryCode(vault, code),
            keyHash,
            draftHash,
            draft.kind,
            draft.identityMode,
            draft.publicConsent === true,
            unit,
            at,
            due_at,
            due_provisional,
            sealed,
          ]);
          if (filed) return { receipt: receiptOf(filed, draft, code, due), repeated: false };
          break;
        } catch (error) {
          const { code: state, constraint } = error as { code?: string; constraint?: string };
          if (state !== '23505' || constraint !== 'complaint_code_hash_key' || round > 8) throw error;
        }
      }
      const known = await kysely
        .selectFrom('complaint')
        .select(['ticket_no', 'submitted_at', 'draft_hash', 'code_hash'])
        .where('key_hash', '=', keyHash)
        .executeTakeFirstOrThrow();
      if (known.draft_hash !== draftHash)
        throw conflict([{ path: ['idempotencyKey'], code: 'used' }], 'this key came with another letter before');
      for (let round = 0; round < 10; round++) {
        const code = makeQueryCode(vault, key, draftHash, round);
        if (hashQueryCode(vault, code) === known.code_hash)
          return { receipt: receiptOf(known, draft, code, dueAfter(draft, known.submitted_at)), repeated: true };
      }
      throw new Error('query code cannot be made again');
    },
  };
}

/** Name of the unit that a letter is addressed to. */
function unitOf({ targetOrg }: Complaint): string | null {
  const name = targetOrg?.name;
  return (typeof name === 'string' ? name : name?.['zh-Hans']) ?? null;
}
