/** 收件: a letter becomes a case exactly once; the same key and letter give the same receipt again, its code included. */
import { createHash } from 'node:crypto';
import type { Complaint, DueDate, Receipt } from '@zwgk/schema';
import { CompiledQuery } from 'kysely';
import type { KeptFile, Uploads } from '../files/uploads.js';
import { conflict } from '../problem.js';
import type { Store } from '../store/store.js';
import { unitHash } from '../store/units.js';
import { canonical, hashQueryCode, makeQueryCode } from './codes.js';
import { beijing, dayOf, dueFields, dueOf, type ClockEvent } from './due.js';
import { createGroup } from './group.js';
import { dueView, filesOf, sealEvent, unitOf, type Clock } from './view.js';

/** Letters before their number on every ticket (信件). */
const PREFIX = 'XJ';

/** Letters as rows of one statement: each is there with its first event or not at all. */
const FILE = `
  with letter as (
    select * from json_to_recordset($1::json) as l (
      ticket_no text, code_hash text, key_hash text, draft_hash text, kind text, identity_mode text,
      public_consent boolean, unit text, submitted_at timestamptz, due_at text, due_provisional boolean, sealed text,
      receipt text, detail text)),
  filed as (
    insert into complaint (ticket_no, code_hash, key_hash, draft_hash, kind, identity_mode, public_consent, state, unit,
      submitted_at, due_at, due_provisional, sealed, receipt)
    select ticket_no, code_hash, key_hash, draft_hash, kind, identity_mode, public_consent, 'submitted', unit,
      submitted_at, due_at, due_provisional, sealed, receipt from letter
    on conflict (key_hash) do nothing
    returning ticket_no)
  insert into complaint_event (ticket_no, at, actor, verb, state, unit, is_public, sealed)
  select ticket_no, submitted_at, 'citizen', 'submit', 'submitted', unit, true, detail
  from letter join filed using (ticket_no)
  returning ticket_no`;
/** A letter that is there already uses up a number: numbers rise, but not without gaps. */
const NUMBERS = `select nextval('ticket_number') as n from generate_series(1, $1::integer)`;

/** A letter with all that does not depend on its number. */
interface Prepared {
  readonly draft: Complaint;
  readonly key: string;
  readonly keyHash: string;
  readonly draftHash: string;
  readonly at: Date;
  readonly due: DueDate;
  readonly sealed: string;
  readonly files: readonly KeptFile[];
  readonly code: string;
}

export interface Intake {
  /**
   * @param draft checked
   * @param key of the idempotency, with at least 16 characters that nobody else can guess
   * @throws Failure `conflict` when the key came with another letter before
   */
  create(draft: Complaint, key: string): Promise<{ receipt: Receipt; repeated: boolean }>;
  /** Whether a letter came with this key before. */
  has(key: string): Promise<boolean>;
}

/** What the signature says of a letter: anyone who has the letter can work it out again. */
export function contentHash({ kind, title, content }: Complaint, files: readonly KeptFile[]): string {
  const attachments = files.map(({ sha256 }) => sha256);
  return createHash('sha256').update(canonical({ kind, title, content, attachments })).digest('base64url');
}

export function createIntake(
  { kysely, prepared, vault, signer }: Store,
  clock: Clock,
  uploads: Uploads,
  bureau: () => string | undefined,
): Intake {
  /** The same for all letters of a kind and a day; the last days only, as today's are asked for all day long. */
  const dueDays = new Map<string, DueDate>();
  const dueAfter = ({ kind }: Complaint, at: Date) => {
    const name = `${kind} ${dayOf(at)}`;
    let due = dueDays.get(name);
    if (!due) {
      const first: ClockEvent = { at, verb: 'submit', state: 'submitted' };
      due = dueOf(kind, [first], at, clock.policy, clock.calendar);
      if (dueDays.size >= 100) dueDays.clear();
      dueDays.set(name, due);
    }
    return due;
  };
  const receiptOf = (
    ticketNo: string,
    { draft, at, due, code }: Omit<Prepared, 'sealed' | 'files' | 'key'>,
  ): Receipt => {
    const { dueAt, dueProvisional, dueRule } = dueView(due);
    return {
      ticketNo,
      queryCode: code,
      submittedAt: beijing(at),
      ...(dueAt === undefined ? {} : { dueAt, dueProvisional, dueRule }),
      ...(draft.targetOrg ? { targetOrg: draft.targetOrg } : {}),
    };
  };

  async function numbersOf(count: number): Promise<number[]> {
    return (await prepared<{ n: string }>('ticket-numbers', NUMBERS, [count])).map(({ n }) => Number(n));
  }
  /** Signs the receipt and makes the row of a letter. */
  async function rowOf(one: Prepared, n: number) {
    const { draft, keyHash, draftHash, at, due, sealed, files, code } = one;
    const ticketNo = `${PREFIX}${dayOf(at).replaceAll('-', '')}-${String(n).padStart(4, '0')}`;
    const receipt = receiptOf(ticketNo, one);
    const unit = unitOf(draft);
    const org = bureau() ?? unit;
    const { submittedAt, dueAt, dueRule } = receipt;
    const signature = await signer.sign({
      ticketNo,
      ...(org ? { org } : {}),
      submittedAt,
      ...(dueAt ? { dueAt, dueRule } : {}),
      content: contentHash(draft, files),
    });
    const row = {
      ticket_no: ticketNo,
      code_hash: hashQueryCode(vault, code),
      key_hash: keyHash,
      draft_hash: draftHash,
      kind: draft.kind,
      identity_mode: draft.identityMode,
      public_consent: draft.publicConsent === true,
      unit: unit === undefined ? null : unitHash(vault, unit),
      submitted_at: at,
      ...dueFields(due),
      sealed,
      receipt: vault.seal('receipt', keyHash, signature),
      detail: files.length ? sealEvent(vault, ticketNo, { attachments: filesOf(files) }) : null,
    };
    return { row, receipt: { ...receipt, signature } };
  }

  const isDoubleCode = (error: unknown) => {
    const { code, constraint } = error as { code?: string; constraint?: string };
    return code === '23505' && constraint === 'complaint_code_hash_key';
  };
  async function fileAll(letters: readonly Prepared[]): Promise<(Receipt | undefined)[]> {
    const numbers = await numbersOf(letters.length);
    const rows = await Promise.all(letters.map((letter, i) => rowOf(letter, numbers[i]!)));
    const filed = await prepared<{ ticket_no: string }>('file-letters', FILE, [
      JSON.stringify(rows.map(({ row }) => row)),
    ]);
    const there = new Set(filed.map(({ ticket_no }) => ticket_no));
    return rows.map(({ receipt }) => (there.has(receipt.ticketNo) ? receipt : undefined));
  }
  const fileOne = async (letter: Prepared) => (await fileAll([letter]))[0];
  // A row that the database will not have must not take the others along: each is tried alone then.
  const file = createGroup(fileAll, fileOne, (error) => /^2[23]/.test(String((error as { code?: unknown }).code)));

  /** With files: the letter and the right to its files in one transaction. */
  async function fileWithFiles(letter: Prepared): Promise<Receipt | undefined> {
    const { row, receipt } = await rowOf(letter, (await numbersOf(1))[0]!);
    return kysely.transaction().execute(async (db) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(FILE, [JSON.stringify([row])]));
      if (!rows.length) return undefined;
      await uploads.bind(db, letter.draft.attachments ?? [], receipt.ticketNo);
      return receipt;
    });
  }

  async function known(
    draft: Complaint,
    key: string,
    keyHash: string,
    draftHash: string,
  ): Promise<Receipt | undefined> {
    const found = await kysely
      .selectFrom('complaint')
      .select(['ticket_no', 'submitted_at', 'draft_hash', 'code_hash', 'receipt'])
      .where('key_hash', '=', keyHash)
      .executeTakeFirst();
    if (!found) return undefined;
    if (found.draft_hash !== draftHash)
      throw conflict([{ path: ['idempotencyKey'], code: 'used' }], 'this key came with another letter before');
    for (let round = 0; round < 10; round++) {
      const code = makeQueryCode(vault, key, draftHash, round);
      if (hashQueryCode(vault, code) !== found.code_hash) continue;
      const at = found.submitted_at;
      const receipt = receiptOf(found.ticket_no, { draft, keyHash, draftHash, at, due: dueAfter(draft, at), code });
      return found.receipt === null
        ? receipt
        : { ...receipt, signature: vault.open('receipt', keyHash, found.receipt) as string };
    }
    throw new Error('query code cannot be made again');
  }

  return {
    async has(key) {
      const keyHash = vault.hash('idempotency', key);
      const query = kysely.selectFrom('complaint').select('ticket_no').where('key_hash', '=', keyHash);
      return (await query.executeTakeFirst()) !== undefined;
    },
    async create(draft, key) {
      const keyHash = vault.hash('idempotency', key);
      const draftHash = vault.hash('draft', canonical(draft));
      const keys = draft.attachments ?? [];
      let files: KeptFile[];
      try {
        files = await uploads.find(keys);
      } catch (error) {
        // When the letter comes again, its files belong to the case already.
        const before = await known(draft, key, keyHash, draftHash);
        if (!before) throw error;
        return { receipt: before, repeated: true };
      }
      const at = new Date(Math.floor(clock.now() / 1000) * 1000);
      const due = dueAfter(draft, at);
      const sealed = vault.seal(`letter ${draft.kind}`, keyHash, draft);
      for (let round = 0; ; round++) {
        const code = makeQueryCode(vault, key, draftHash, round);
        const letter: Prepared = { draft, key, keyHash, draftHash, at, due, sealed, files, code };
        try {
          const receipt = await (files.length ? fileWithFiles(letter) : file(letter));
          if (receipt) return { receipt, repeated: false };
          break;
        } catch (error) {
          if (!isDoubleCode(error) || round > 8) throw error;
        }
      }
      const receipt = await known(draft, key, keyHash, draftHash);
      if (!receipt) throw new Error('a letter was neither filed nor known');
      return { receipt, repeated: true };
    },
  };
}
