/** The steps of a case as data: who may take them, where they lead, what they demand. States are those of the schema. */
import { complaintTransitions, type ComplaintState } from '@zwgk/schema';

/** 受理岗, 承办岗, 审核岗, 监督岗, 管理员. */
export const roles = ['intake', 'handler', 'reviewer', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];

export const staffVerbs = [
  'accept',
  'reject',
  'supplement',
  'assign',
  'transfer',
  'return',
  'start',
  'extend',
  'approve',
  'decline',
  'reply',
  'message',
  'close',
  'archive',
  'publish',
  'hold',
  'release',
] as const;
export type StaffVerb = (typeof staffVerbs)[number];
export type CitizenVerb = 'message' | 'withdraw' | 'reopen' | 'rate';

interface Target {
  readonly to: ComplaintState;
  /** States that may be passed on the way; each is recorded as a step of its own. */
  readonly through?: readonly ComplaintState[];
}

/** Where a step leads; the first target that can be reached counts. Steps that change no state have none. */
export const targets: Readonly<
  Record<Exclude<StaffVerb, 'message' | 'publish' | 'decline' | 'hold' | 'release'>, readonly Target[]>
> = {
  accept: [{ to: 'accepted' }],
  reject: [{ to: 'rejected' }],
  supplement: [{ to: 'supplementing' }],
  assign: [{ to: 'assigned', through: ['accepted'] }],
  transfer: [
    { to: 'transferred', through: ['accepted'] },
    { to: 'assigned', through: ['returned'] },
  ],
  return: [{ to: 'returned' }],
  start: [{ to: 'processing' }],
  extend: [{ to: 'extended', through: ['processing'] }],
  approve: [{ to: 'extended', through: ['processing'] }],
  reply: [{ to: 'replied', through: ['processing'] }],
  close: [{ to: 'closed' }],
  archive: [{ to: 'archived' }],
};

/** The shortest allowed way from a state to a target, without the start; undefined when there is none. */
export function wayTo(from: ComplaintState, wanted: readonly Target[]): ComplaintState[] | undefined {
  for (const { to, through = [] } of wanted) {
    const ways: ComplaintState[][] = [[from]];
    for (const way of ways) {
      for (const next of complaintTransitions[way[way.length - 1]!]) {
        if (next === to) return [...way.slice(1), next];
        if (through.includes(next) && !way.includes(next)) ways.push([...way, next]);
      }
    }
  }
  return undefined;
}

/**
 * 撤回: the citizen ends the case before it is answered. It leads to `closed` from states for which the table of the
 * schema knows no such step, because that table holds what offices do.
 */
export const withdrawable: readonly ComplaintState[] = [
  'submitted',
  'supplementing',
  'accepted',
  'transferred',
  'assigned',
  'returned',
  'processing',
  'extended',
  'reopened',
];
/** States in which citizen and unit may still write to each other. */
export const writable: readonly ComplaintState[] = [...withdrawable, 'replied', 'rated'];

/** Who may take which step. `handler` only in cases of the own unit. */
export const permissions: Readonly<Record<StaffVerb | 'list' | 'get' | 'file' | 'tokens', readonly Role[]>> = {
  list: ['intake', 'handler', 'reviewer', 'auditor', 'admin'],
  get: ['intake', 'handler', 'reviewer', 'auditor', 'admin'],
  file: ['intake', 'handler', 'reviewer', 'auditor', 'admin'],
  accept: ['intake', 'admin'],
  reject: ['intake', 'admin'],
  supplement: ['intake', 'handler', 'admin'],
  assign: ['intake', 'admin'],
  transfer: ['intake', 'reviewer', 'admin'],
  return: ['handler', 'admin'],
  start: ['handler', 'admin'],
  // 延期 is asked for by one and granted by another; both have tokens, or the second has signed on paper.
  extend: ['handler', 'reviewer', 'admin'],
  approve: ['reviewer', 'admin'],
  decline: ['reviewer', 'admin'],
  reply: ['handler', 'reviewer', 'admin'],
  message: ['intake', 'handler', 'reviewer', 'admin'],
  close: ['reviewer', 'admin'],
  archive: ['intake', 'reviewer', 'admin'],
  publish: ['reviewer', 'admin'],
  hold: ['admin'],
  release: ['admin'],
  tokens: ['admin'],
};

/** Who sees name and contact data: of open letters, and of those who asked to be kept confidential (实名但要求保密). */
export const seesPerson: Readonly<Record<'realName' | 'realNameConfidential', readonly Role[]>> = {
  realName: ['intake', 'handler', 'reviewer', 'admin'],
  realNameConfidential: ['intake', 'admin'],
};
/** Who sees whom a letter accuses, and the text of a 举报. */
export const seesAccused: readonly Role[] = ['intake', 'handler', 'reviewer', 'admin'];
