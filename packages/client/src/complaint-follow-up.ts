/** 来信查询: look a case up by its query code, and go on with it as its holder. */
import { ComplaintCase, compactQueryCode } from '@zwgk/schema';
import { postComplaint, writing } from './complaint-intake.js';
import { ZwgkError } from './errors.js';
import type { CallOptions, Http } from './http.js';
import { parseLenient } from './parse.js';

/** What opens a case. The code travels in the body of a request, never in an address. */
export interface CaseKey {
  readonly queryCode: string;
  readonly ticketNo?: string | undefined;
}

export interface Message {
  readonly text: string;
  readonly attachments?: readonly { readonly id: string }[] | undefined;
}

export interface ComplaintFollowUp {
  /** The case of a query code. Code `not_found` for a wrong and for an unknown code alike. */
  lookup(key: CaseKey, options?: CallOptions): Promise<ComplaintCase>;
  /** 补充材料或留言: a text, or a text with the ids of files that were uploaded before. */
  addMessage(key: CaseKey, message: string | Message, options?: CallOptions): Promise<ComplaintCase>;
  /** 撤回. Code `conflict` once the case is replied or closed. */
  withdraw(key: CaseKey, reason?: string, options?: CallOptions): Promise<ComplaintCase>;
  /** 要求重办, once, after a reply. */
  reopen(key: CaseKey, reason: string, options?: CallOptions): Promise<ComplaintCase>;
  /** 满意度评价: 5 非常满意 … 1 非常不满意. */
  rate(
    key: CaseKey,
    rating: { level: number; reasons?: readonly string[]; text?: string },
    options?: CallOptions,
  ): Promise<ComplaintCase>;
}

/** Codes are read over the phone and typed from paper: case, blanks, dashes and full width do not matter. */
export const normaliseQueryCode = compactQueryCode;

/** For the files of this subject: the key as it stands in the body of a request. */
export function caseBody({ queryCode, ticketNo }: CaseKey): { queryCode: string; ticketNo?: string } {
  const code = normaliseQueryCode(queryCode);
  if (!code) throw new ZwgkError('invalid_input', { issues: [{ path: ['queryCode'], code: 'required' }] });
  return { queryCode: code, ...(ticketNo ? { ticketNo: ticketNo.trim() } : {}) };
}

export function createComplaintFollowUp(http: Http): ComplaintFollowUp {
  const act = async (path: string, key: CaseKey, more: object, options?: CallOptions) =>
    // A line of the history that cannot be read must not hide the rest of the case.
    parseLenient(
      ComplaintCase,
      await postComplaint(http, path, { ...caseBody(key), ...more }, options),
      'invalid_response',
    );
  return {
    lookup: (key, options) => act('/lookup', key, {}, { retries: 1, ...options }),
    addMessage: (key, message, options) =>
      act('/messages', key, typeof message === 'string' ? { text: message } : message, writing(options)),
    withdraw: (key, reason, options) => act('/withdraw', key, reason ? { reason } : {}, writing(options)),
    reopen: (key, reason, options) => act('/reopen', key, { reason }, writing(options)),
    rate: (key, rating, options) => act('/rate', key, rating, writing(options)),
  };
}
