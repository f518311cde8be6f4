/** 工作人员: with a token (`createClient({ token })`), the steps by which a unit handles a case. */
import type { ComplaintCase } from '@zwgk/schema';
import type { Page } from './documents.js';
import { ZwgkError } from './errors.js';
import type { CallOptions, Http } from './http.js';
import { newIdempotencyKey } from './complaint-intake.js';

export interface StaffQuery {
  readonly state?: string | undefined;
  readonly unit?: string | undefined;
  /** Only cases whose due date is before today. */
  readonly overdue?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly pageSize?: number | undefined;
}

/** Each call rejects with `refused` without a right token, and with `conflict` when the state forbids the step. */
export interface Staff {
  list(query?: StaffQuery, options?: CallOptions): Promise<Page<ComplaintCase>>;
  get(ticketNo: string, options?: CallOptions): Promise<ComplaintCase>;
  /** 受理并交办. */
  assign(ticketNo: string, step: { unit: string; note?: string }, options?: CallOptions): Promise<ComplaintCase>;
  /** 转办; the reason is told to the citizen. */
  transfer(ticketNo: string, step: { unit: string; reason: string }, options?: CallOptions): Promise<ComplaintCase>;
  /** 延期, within the maximum of the rule. */
  extend(
    ticketNo: string,
    step: { days: number; reason: string; approver: string },
    options?: CallOptions,
  ): Promise<ComplaintCase>;
  /** 答复. */
  reply(ticketNo: string, step: { text: string }, options?: CallOptions): Promise<ComplaintCase>;
  /** 办结. */
  close(ticketNo: string, step?: { note?: string }, options?: CallOptions): Promise<ComplaintCase>;
}

export function createStaff(http: Http): Staff {
  const call = async <T>(path: string, options: CallOptions = {}, body?: object): Promise<T> => {
    if (http.kind !== 'api') throw new ZwgkError('refused', { issues: [{ path: ['api'], code: 'required' }] });
    const request = body ? { method: 'POST' as const, body, idempotencyKey: newIdempotencyKey() } : {};
    return (await http.json(`staff/complaints${path}`, { ...request, ...options })) as T;
  };
  const step =
    (verb: string) =>
    (ticketNo: string, body: object = {}, options?: CallOptions) =>
      call<ComplaintCase>(`/${encodeURIComponent(ticketNo)}/${verb}`, options, body);
  return {
    list: ({ state, unit, overdue, cursor, pageSize } = {}, options) => {
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries({ state, unit, overdue, cursor, pageSize }))
        if (value !== undefined) query.set(key, String(value));
      const text = query.toString();
      return call(text ? `?${text}` : '', options);
    },
    get: (ticketNo, options) => call(`/${encodeURIComponent(ticketNo)}`, options),
    assign: step('assign'),
    transfer: step('transfer'),
    extend: step('extend'),
    reply: step('reply'),
    close: step('close'),
  };
}
