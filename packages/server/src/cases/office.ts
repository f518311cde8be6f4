/** What staff do: list, look (which is recorded), and take the steps of the table, each within role and unit. */
import { complaintStates, type ComplaintKind, type ComplaintState, type Letter } from '@zwgk/schema';
import type { Transaction } from 'kysely';
import { conflict, Failure, invalid, notFound } from '../problem.js';
import type { KeptFile, Uploads } from '../files/uploads.js';
import type { Store } from '../store/store.js';
import { unitHash } from '../store/units.js';
import type { Tables } from '../store/tables.js';
import { changeCase, readCase, type CaseRow, type Change, type OpenCase } from './changes.js';
import { beijing, dayOf, dueOf } from './due.js';
import { permissions, seesAccused, targets, wayTo, type StaffVerb } from './machine.js';
import { maskText } from './masking.js';
import { caseView, filesOf, openDraft, staffView, type CaseEvent, type Clock, type Staff } from './view.js';

export interface StaffStep {
  readonly unit?: string | undefined;
  readonly note?: string | undefined;
  readonly reason?: string | undefined;
  readonly text?: string | undefined;
  readonly days?: number | undefined;
  readonly approver?: string | undefined;
  readonly title?: string | undefined;
  readonly content?: string | undefined;
  readonly reply?: string | undefined;
  readonly attachments?: readonly { readonly id: string }[] | undefined;
}

export interface StaffListQuery {
  readonly state?: string | undefined;
  readonly unit?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
}

type StaffCase = ReturnType<typeof staffView>;
export interface Office {
  list(staff: Staff, query: StaffListQuery): Promise<{ items: StaffCase[]; total: number; next: string | null }>;
  get(staff: Staff, ticketNo: string): Promise<StaffCase>;
  /** A file of a case; that it was fetched is recorded. */
  file(staff: Staff, ticketNo: string, fileId: string): Promise<KeptFile & { readonly bytes: Uint8Array }>;
  step(staff: Staff, ticketNo: string, verb: StaffVerb, step: StaffStep, key: string | undefined): Promise<StaffCase>;
}

/** Failure `refused` unless the role may do it. */
export function mayOr403(staff: Staff, what: keyof typeof permissions): void {
  if (!permissions[what].includes(staff.role))
    throw new Failure('refused', { issues: [{ path: ['role'], code: staff.role }] });
}

const OPEN: readonly ComplaintState[] = complaintStates.filter(
  (state) => !['replied', 'rated', 'closed', 'rejected', 'archived'].includes(state),
);

/** Kinds of letters that may name somebody whom they accuse. */
const ACCUSING: readonly ComplaintKind[] = ['complaint', 'report'];

/** What decides on who may see a case. */
interface Sight extends Pick<OpenCase, 'draft'> {
  readonly row: Pick<CaseRow, 'unit'>;
}

/** The last request for more time that nobody has decided on. */
export function pendingExtension(events: readonly CaseEvent[]): CaseEvent | undefined {
  const last = [...events].reverse().find(({ verb }) => ['extend', 'approve', 'decline', 'reopen'].includes(verb));
  return last?.verb === 'extend' && last.pending ? last : undefined;
}

export interface OfficeOptions {
  /** Name of the receiving body. */
  readonly intakeUnit: () => string | undefined;
  /** 延期 is granted by somebody with a token only, never on paper. */
  readonly strict: boolean;
}

export function createOffice(store: Store, clock: Clock, uploads: Uploads, options: OfficeOptions): Office {
  const { kysely, vault } = store;
  const { intakeUnit, strict } = options;
  /** 承办岗 sees the cases of its own unit, and never one that accuses that unit. */
  function isOpenTo(staff: Staff, { row, draft }: Sight): boolean {
    if (staff.role !== 'handler') return true;
    if (!staff.unit || row.unit !== unitHash(vault, staff.unit)) return false;
    return draft?.accused?.org?.trim() !== staff.unit.trim();
  }
  const view = (staff: Staff, found: OpenCase) =>
    staffView(
      staff,
      caseView(found.row, found.events, found.draft, clock, intakeUnit()),
      found.row,
      found.unit,
      found.events,
      found.draft,
    );

  /** 条例 第30条 of 信访工作条例: nothing of a letter goes to those whom it accuses. */
  function checkUnit({ draft }: OpenCase, unit: string | undefined) {
    if (unit !== undefined && draft?.accused?.org?.trim() === unit.trim())
      throw conflict([{ path: ['unit'], code: 'accused_unit' }], 'a letter is not given to the unit that it accuses');
  }

  function checkExtension({ row, events }: OpenCase, days: number) {
    const at = new Date(clock.now());
    const due = dueOf(
      row.kind,
      [...events, { at, verb: 'extend', state: 'extended', days }],
      at,
      clock.policy,
      clock.calendar,
    );
    const issues = 'issues' in due ? due.issues : ['extension_too_long' as const];
    if (issues.includes('extension_late')) throw conflict([{ path: ['days'], code: 'extension_late' }]);
    if (issues.includes('extension_too_long')) throw invalid([{ path: ['days'], code: 'extension_too_long' }]);
  }

  const waysOf = ({ row }: OpenCase, verb: keyof typeof targets) => {
    const states = wayTo(row.state, targets[verb]);
    if (!states) throw conflict([{ path: ['state'], code: row.state }], `not possible in state ${row.state}`);
    return states;
  };

  /** 延期: who asks does not grant. Granted at once only where the approver has signed on paper (a name without a token). */
  async function extend(staff: Staff, step: StaffStep, found: OpenCase, db: Transaction<Tables>): Promise<Change> {
    const { days, reason, approver = '' } = step;
    const name = approver.trim();
    if (name === staff.name.trim())
      throw conflict([{ path: ['approver'], code: 'same_person' }], 'nobody approves their own request');
    const states = waysOf(found, 'extend');
    checkExtension(found, days!);
    const holder = await db.selectFrom('staff').select('role').where('name', '=', name).executeTakeFirst();
    if (holder) {
      if (!permissions.approve.includes(holder.role as Staff['role']))
        throw invalid([{ path: ['approver'], code: 'role' }]);
      return { states: [], detail: { note: reason, days, approver: name, pending: true }, isPublic: false };
    }
    if (strict || staff.role === 'handler') throw invalid([{ path: ['approver'], code: 'unknown_code' }]);
    return { states, detail: { note: reason, days, approver: name } };
  }

  function approve(staff: Staff, verb: 'approve' | 'decline', step: StaffStep, found: OpenCase): Change {
    const asked = pendingExtension(found.events);
    if (!asked) throw conflict([{ path: ['state'], code: found.row.state }], 'no request waits for approval');
    if (asked.actor === staff.name)
      throw conflict([{ path: ['approver'], code: 'same_person' }], 'nobody approves their own request');
    if (asked.approver !== staff.name)
      throw conflict([{ path: ['approver'], code: 'other_person' }], 'another one was named to approve it');
    if (verb === 'decline') return { states: [], detail: { note: step.reason }, isPublic: false };
    const states = waysOf(found, 'approve');
    checkExtension(found, asked.days!);
    return { states, detail: { note: asked.note, days: asked.days, approver: staff.name } };
  }

  async function attached(step: StaffStep, found: OpenCase, db: Transaction<Tables>) {
    const { attachments = [] } = step;
    if (!attachments.length) return {};
    const files = await uploads.find(attachments, db);
    await uploads.bind(db, attachments, found.row.ticket_no);
    return { attachments: filesOf(files) };
  }

  async function decide(
    staff: Staff,
    verb: StaffVerb,
    step: StaffStep,
    found: OpenCase,
    db: Transaction<Tables>,
  ): Promise<Change> {
    const { unit, note, reason, text } = step;
    checkUnit(found, unit);
    switch (verb) {
      case 'publish':
        return publish(found, step, db);
      case 'message':
        return { states: [], detail: { from: 'unit', text, ...(await attached(step, found, db)) } };
      case 'extend':
        return extend(staff, step, found, db);
      case 'approve':
      case 'decline':
        return approve(staff, verb, step, found);
      case 'hold':
      case 'release':
        if (found.row.held === (verb === 'hold'))
          throw conflict([{ path: ['held'], code: verb === 'hold' ? 'held' : 'free' }]);
        return { states: [], detail: { note: reason }, isPublic: false, held: verb === 'hold' };
      default: {
        const states = waysOf(found, verb);
        // What is written for the citizen is told to the citizen; a note of 交办 and 办结 is, too, for it explains the step.
        return { states, unit, detail: { note: reason ?? note, text, ...(await attached(step, found, db)) } };
      }
    }
  }

  async function publish(found: OpenCase, step: StaffStep, db: Transaction<Tables>): Promise<Change> {
    const { row, draft, events } = found;
    const reply = [...events].reverse().find(({ verb, state }) => verb === 'reply' && state === 'replied');
    if (!row.public_consent)
      throw conflict([{ path: ['publicConsent'], code: 'required' }], 'the citizen did not consent');
    // 实名但要求保密, and 匿名, are promises that outweigh a tick for publication.
    if (row.identity_mode !== 'realName')
      throw conflict([{ path: ['identityMode'], code: row.identity_mode }], 'a confidential letter is not published');
    if (!draft || !reply?.text || row.kind === 'report')
      throw conflict([{ path: ['state'], code: row.state }], 'only an answered letter that is no 举报 is published');
    const names = [draft.name, draft.accused?.name].filter((name): name is string => !!name);
    const mask = (text: string) => maskText(text, names);
    const accepted = events.find(({ state }) => state === 'accepted');
    const letter: Letter = {
      id: row.ticket_no,
      kind: row.kind,
      title: mask(step.title ?? draft.title),
      content: mask(step.content ?? draft.content),
      submittedAt: beijing(row.submitted_at),
      ...(accepted ? { acceptedAt: beijing(accepted.at) } : {}),
      repliedAt: beijing(reply.at),
      ...(reply.unit ? { unit: reply.unit } : {}),
      reply: mask(step.reply ?? reply.text),
    };
    const values = {
      title: letter.title,
      org: reply.unit,
      updated_at: letter.repliedAt ?? null,
      folded: `${letter.title} ${reply.unit ?? ''}`.toLowerCase(),
      body: JSON.stringify(letter),
    };
    await db
      .insertInto('document')
      .values({ subject: 'letter', id: letter.id, ...values })
      .onConflict((on) => on.columns(['subject', 'id']).doUpdateSet(values))
      .execute();
    return { states: [], isPublic: false };
  }

  return {
    async list(staff, { state, unit, overdue, cursor, pageSize }) {
      mayOr403(staff, 'list');
      let query = kysely.selectFrom('complaint').where('purged_at', 'is', null);
      if (state) query = query.where('state', '=', state as ComplaintState);
      const only = staff.role === 'handler' ? (staff.unit ?? '') : unit;
      if (only !== undefined) query = query.where('unit', '=', unitHash(vault, only));
      if (overdue) query = query.where('due_at', '<', dayOf(new Date(clock.now()))).where('state', 'in', OPEN);
      const start = cursor === undefined ? 0 : Number(cursor);
      const end = start + pageSize;
      // What is due first comes first.
      const ordered = query
        .orderBy('due_at', (order) => order.asc().nullsLast())
        .orderBy('submitted_at')
        .orderBy('ticket_no');
      let rows: CaseRow[];
      let total: number;
      if (staff.role === 'handler') {
        // A unit must not learn from a number that somebody has written about it, so such letters are taken out before
        // anything is counted. Whom a letter accuses is sealed: only letters that can accuse are opened for this.
        const listed = await ordered.select(['ticket_no', 'kind', 'unit', 'key_hash', 'sealed']).execute();
        const open = listed.filter(
          (row) => !ACCUSING.includes(row.kind) || isOpenTo(staff, { row, draft: openDraft(vault, row) }),
        );
        const numbers = open.slice(start, end).map((row) => row.ticket_no);
        rows = numbers.length ? await ordered.selectAll().where('ticket_no', 'in', numbers).execute() : [];
        total = open.length;
      } else {
        const { count } = await query.select((of) => of.fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
        rows = await ordered.selectAll().offset(start).limit(pageSize).execute();
        total = Number(count);
      }
      const items: StaffCase[] = [];
      for (const row of rows) {
        const found = await readCase(kysely, store, row);
        // Once more: between the two questions it may have gone to another unit.
        if (isOpenTo(staff, found)) items.push(view(staff, found));
      }
      return { items, total, next: end < total ? String(end) : null };
    },

    async get(staff, ticketNo) {
      mayOr403(staff, 'get');
      const found = await changeCase(store, clock, {
        by: 'ticket_no',
        value: ticketNo,
        actor: staff.name,
        verb: 'read',
        body: {},
        admit(found) {
          if (!isOpenTo(staff, found)) throw notFound();
        },
        // 阅看留痕.
        decide: () => ({ states: [], isPublic: false }),
      });
      return view(staff, found);
    },

    async file(staff, ticketNo, fileId) {
      mayOr403(staff, 'file');
      const { row } = await changeCase(store, clock, {
        by: 'ticket_no',
        value: ticketNo,
        actor: staff.name,
        verb: 'read-file',
        body: {},
        admit(found) {
          // 监督岗 sees no text of a 举报, and no file of it.
          const shown = isOpenTo(staff, found) && (found.row.kind !== 'report' || seesAccused.includes(staff.role));
          if (!shown || !found.events.some(({ attachments }) => attachments?.some(({ id }) => id === fileId)))
            throw notFound();
        },
        decide: () => ({ states: [], isPublic: false }),
      });
      return uploads.read(row.ticket_no, fileId);
    },

    async step(staff, ticketNo, verb, step, key) {
      mayOr403(staff, verb);
      const found = await changeCase(store, clock, {
        by: 'ticket_no',
        value: ticketNo,
        actor: staff.name,
        verb,
        key,
        body: step,
        admit(found) {
          if (!isOpenTo(staff, found)) throw notFound();
        },
        decide: (found, db) => decide(staff, verb, step, found, db),
      });
      return view(staff, found);
    },
  };
}
