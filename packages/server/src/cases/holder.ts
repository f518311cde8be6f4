/** What the holder of a query code may do: look, write, withdraw, ask for another handling, rate. */
import { complaintTransitions, type ComplaintCase } from '@zwgk/schema';
import { conflict, invalid, notFound } from '../problem.js';
import type { KeptFile, Uploads } from '../files/uploads.js';
import type { Store } from '../store/store.js';
import { changeCase, readCase, type Change, type OpenCase } from './changes.js';
import { hashQueryCode } from './codes.js';
import { withdrawable, writable, type CitizenVerb } from './machine.js';
import { caseView, filesOf, type Clock } from './view.js';

export interface CaseKey {
  readonly queryCode: string;
  readonly ticketNo?: string | undefined;
}

export interface CitizenStep extends CaseKey {
  readonly text?: string | undefined;
  readonly reason?: string | undefined;
  readonly level?: number | undefined;
  readonly reasons?: readonly string[] | undefined;
  readonly attachments?: readonly { readonly id: string }[] | undefined;
}

export interface Holder {
  /** Failure `not_found` for a code of no case, for a malformed one, and for one that does not fit the number. */
  lookup(key: CaseKey): Promise<ComplaintCase>;
  /** Failure `conflict` when the state forbids the step. */
  step(verb: CitizenVerb, step: CitizenStep, idempotencyKey: string | undefined): Promise<ComplaintCase>;
  /** A file of the case. Failure `not_found` as for `lookup`, and for a file of another case. */
  file(key: CaseKey, fileId: string): Promise<KeptFile & { readonly bytes: Uint8Array }>;
}

/** Files of one case in all. */
const FILES_OF_CASE = 50;

const forbidden = (state: string) => conflict([{ path: ['state'], code: state }], `not possible in state ${state}`);

const decide: Readonly<Record<CitizenVerb, (found: OpenCase, step: CitizenStep) => Change>> = {
  message({ row: { state } }, { text }) {
    if (!writable.includes(state)) throw forbidden(state);
    // 补充材料: the case goes back to those who asked.
    return { states: state === 'supplementing' ? ['submitted'] : [], detail: { from: 'citizen', text } };
  },
  withdraw({ row: { state } }, { reason }) {
    if (!withdrawable.includes(state)) throw forbidden(state);
    return { states: ['closed'], detail: { note: reason } };
  },
  reopen({ row: { state }, events }, { reason }) {
    if (!complaintTransitions[state].includes('reopened')) throw forbidden(state);
    if (events.some(({ verb }) => verb === 'reopen'))
      throw conflict([{ path: ['state'], code: 'reopened_before' }], 'a case can be reopened once');
    return { states: ['reopened'], detail: { note: reason } };
  },
  rate({ row: { state } }, { level, reasons, text }) {
    if (!complaintTransitions[state].includes('rated')) throw forbidden(state);
    return { states: ['rated'], detail: { level, reasons, note: text } };
  },
};

export function createHolder(
  store: Store,
  clock: Clock,
  uploads: Uploads,
  intakeUnit: () => string | undefined,
): Holder {
  const { kysely, vault } = store;
  const view = ({ row, events, draft }: OpenCase) => caseView(row, events, draft, clock, intakeUnit());
  const fits = (row: { ticket_no: string }, ticketNo: string | undefined) =>
    ticketNo === undefined || row.ticket_no === ticketNo.trim().toUpperCase();
  async function rowOf({ queryCode, ticketNo }: CaseKey) {
    // A code with a wrong check character is asked for like any other, so that the answer takes as long.
    const row = await kysely
      .selectFrom('complaint')
      .selectAll()
      .where('code_hash', '=', hashQueryCode(vault, queryCode))
      .executeTakeFirst();
    if (!row || !fits(row, ticketNo)) throw notFound();
    return row;
  }
  return {
    lookup: async (key) => view(await readCase(kysely, store, await rowOf(key))),
    async file(key, fileId) {
      const row = await rowOf(key);
      const { events } = await readCase(kysely, store, row);
      // What staff keep for themselves is not the holder's: only files that the case shows.
      if (!events.some(({ is_public, attachments }) => is_public && attachments?.some(({ id }) => id === fileId)))
        throw notFound();
      return uploads.read(row.ticket_no, fileId);
    },
    async step(verb, step, key) {
      const { queryCode, ticketNo, ...body } = step;
      return view(
        await changeCase(store, clock, {
          by: 'code_hash',
          value: hashQueryCode(vault, queryCode),
          actor: 'citizen',
          verb,
          key,
          body,
          admit({ row }) {
            if (!fits(row, ticketNo)) throw notFound();
          },
          async decide(found, db) {
            const change = decide[verb](found, step);
            const { attachments = [] } = step;
            if (!attachments.length) return change;
            const there = found.events.reduce((sum, { attachments: own = [] }) => sum + own.length, 0);
            if (there + attachments.length > FILES_OF_CASE)
              throw invalid([{ path: ['attachments'], code: 'too_many' }]);
            const files = await uploads.find(attachments, db);
            await uploads.bind(db, attachments, found.row.ticket_no);
            return { ...change, detail: { ...change.detail, attachments: filesOf(files) } };
          },
        }),
      );
    },
  };
}
