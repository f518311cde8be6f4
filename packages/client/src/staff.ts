/** 工作人员: with a token (`createClient({ token })`), the steps by which a unit handles a case. */
import { ComplaintCase, type IdentityMode } from '@zwgk/schema';
import type { Page } from './documents.js';
import { ZwgkError } from './errors.js';
import type { CallOptions, Http, HttpRequest } from './http.js';
import type { Message } from './complaint-follow-up.js';
import { ask, writing } from './complaint-intake.js';
import { parseLenient } from './parse.js';

export interface StaffQuery {
  readonly state?: string | undefined;
  readonly unit?: string | undefined;
  /** Only cases whose due date is before today. */
  readonly overdue?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly pageSize?: number | undefined;
}

/** One step as staff see it: with who took it, and those that the citizen is not told. */
export interface StaffEvent {
  readonly at: string;
  readonly actor?: string;
  readonly step: string;
  readonly state: string;
  readonly unit?: string;
  readonly public?: boolean;
  readonly note?: string;
  readonly days?: number;
  /** 批准人 of an extension. */
  readonly approver?: string;
  /** Waits for somebody else's approval. */
  readonly pending?: boolean;
}

/** 办件 as a member of staff sees it: as much of the person as the role allows. */
export type StaffCase = ComplaintCase & {
  readonly identityMode?: IdentityMode;
  readonly publicConsent?: boolean;
  readonly unit?: string;
  /** 暂缓删除. */
  readonly held?: boolean;
  readonly person?: Readonly<Partial<Record<'name' | 'mobile' | 'phone' | 'email' | 'address', string>>>;
  readonly accused?: Readonly<Partial<Record<'name' | 'org' | 'post', string>>>;
  readonly events?: readonly StaffEvent[];
};

type Step<Body> = (ticketNo: string, step: Body, options?: CallOptions) => Promise<StaffCase>;
type NotedStep = (ticketNo: string, step?: { note?: string }, options?: CallOptions) => Promise<StaffCase>;

/**
 * Each call rejects with `refused` without a right token or role, and with `conflict` when the state forbids the step.
 * A step may be repeated with the same `idempotencyKey`: it is taken once.
 */
export interface Staff {
  /** What is due first comes first. */
  list(query?: StaffQuery, options?: CallOptions): Promise<Page<StaffCase>>;
  /** Every match, fetched page by page as the caller iterates. */
  all(query?: StaffQuery, options?: CallOptions): AsyncIterable<StaffCase>;
  /** One case with its whole history. That it was looked at is recorded. */
  get(ticketNo: string, options?: CallOptions): Promise<StaffCase>;
  /** The bytes of a file of the case (附件). */
  file(ticketNo: string, id: string, options?: CallOptions): Promise<Blob>;
  /** 受理. */
  accept: NotedStep;
  /** 不予受理; the reason is told to the citizen. */
  reject: Step<{ reason: string }>;
  /** 要求补充材料; the clock stands still until the answer. */
  supplement: Step<{ reason: string }>;
  /** 受理并交办. */
  assign: Step<{ unit: string; note?: string }>;
  /** 转办; unit and reason are told to the citizen. */
  transfer: Step<{ unit: string; reason: string }>;
  /** 承办单位退回. */
  return: Step<{ reason: string }>;
  /** 开始办理. */
  start: NotedStep;
  /** 延期, within the maximum of the rule; `days` in its unit. Where two must agree it waits for `approve`. */
  extend: Step<{ days: number; reason: string; approver: string }>;
  /** 批准延期 that somebody else has asked for. */
  approve: NotedStep;
  /** 不批准延期. */
  decline: Step<{ reason: string }>;
  /** 答复, with files that were uploaded before. */
  reply: Step<Message>;
  /** 给来信人留言. */
  message: Step<Message>;
  /** 办结. */
  close: NotedStep;
  /** 归档. */
  archive: NotedStep;
  /** 暂缓删除: kept beyond its time, while a matter of law needs it. */
  hold: Step<{ reason: string }>;
  /** 解除暂缓. */
  release: Step<{ reason: string }>;
  /** 公开答复的来信, with the consent of the citizen; what is given here replaces the masked original. */
  publish(
    ticketNo: string,
    step?: { title?: string; content?: string; reply?: string },
    options?: CallOptions,
  ): Promise<StaffCase>;
}

export function createStaff(http: Http): Staff {
  const read = (value: unknown) => parseLenient(ComplaintCase, value, 'invalid_response') as StaffCase;
  const call = (path: string, request?: HttpRequest) => ask(http, `staff/complaints${path}`, request);
  const pathOf = (ticketNo: string) => `/${encodeURIComponent(ticketNo)}`;
  const step =
    (verb: string) =>
    async (ticketNo: string, body: object = {}, options?: CallOptions) =>
      read(await call(`${pathOf(ticketNo)}/${verb}`, { ...writing(options), method: 'POST', body }));

  const list: Staff['list'] = async ({ overdue, ...query } = {}, options) => {
    const page = (await call('', {
      ...options,
      query: { ...query, overdue: overdue === undefined ? undefined : String(overdue) },
    })) as Partial<Page<unknown>> | null;
    if (!Array.isArray(page?.items))
      throw new ZwgkError('invalid_response', { issues: [{ path: ['items'], code: 'type' }] });
    const items = page.items.map(read);
    return { items, total: page.total ?? items.length, next: page.next ?? null };
  };
  async function* all(query: StaffQuery = {}, options?: CallOptions): AsyncGenerator<StaffCase> {
    let { cursor } = query;
    do {
      const page: Page<StaffCase> = await list({ ...query, cursor }, options);
      yield* page.items;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }

  return {
    list,
    all,
    get: async (ticketNo, options) => read(await call(pathOf(ticketNo), options)),
    file: async (ticketNo, id, options) =>
      http.blob(`staff/complaints${pathOf(ticketNo)}/files/${encodeURIComponent(id)}`, options),
    accept: step('accept'),
    reject: step('reject'),
    supplement: step('supplement'),
    assign: step('assign'),
    transfer: step('transfer'),
    return: step('return'),
    start: step('start'),
    extend: step('extend'),
    approve: step('approve'),
    decline: step('decline'),
    reply: step('reply'),
    message: step('message'),
    close: step('close'),
    archive: step('archive'),
    hold: step('hold'),
    release: step('release'),
    publish: step('publish'),
  };
}
