/** 投诉、咨询与建议: check a draft, send it once, look its case up by the query code, and go on with it as its holder. */
import { Complaint, ComplaintCase, Receipt, checkComplaint, type ComplaintLimits, type Issue } from '@zwgk/schema';
import { ZwgkError } from './errors.js';
import type { CallOptions, Http } from './http.js';
import { parse, parseLenient } from './parse.js';

/** What opens a case. The code travels in the body of a request, never in an address. */
export interface CaseKey {
  readonly queryCode: string;
  readonly ticketNo?: string | undefined;
}

export interface Complaints {
  /** Everything that is wrong with a draft, in the order of the fields; empty when it can be sent. No request is made. */
  check(draft: unknown, limits?: ComplaintLimits): readonly Issue[];
  /**
   * Sends a letter. With the same `idempotencyKey` it may be called again after a lost answer: there is one case, and
   * the receipt comes again. Without one a key is made, so that retries within this call are safe.
   */
  create(draft: Complaint, options?: CallOptions): Promise<Receipt>;
  /** The case of a query code. Code `not_found` for a wrong and for an unknown code alike. */
  lookup(key: CaseKey, options?: CallOptions): Promise<ComplaintCase>;
  /** 补充材料或留言. */
  addMessage(key: CaseKey, text: string, options?: CallOptions): Promise<ComplaintCase>;
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

/** A key with 120 random bits; made with the draft and kept with it. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Codes are read over the phone and typed from paper: case, blanks and dashes do not matter. */
export const normaliseQueryCode = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase();

export function createComplaints(http: Http): Complaints {
  const post = (path: string, body: unknown, options?: CallOptions) => {
    // A folder of files cannot take a letter.
    if (http.kind !== 'api') throw new ZwgkError('refused', { issues: [{ path: ['api'], code: 'required' }] });
    return http.json(`complaints${path}`, { ...options, method: 'POST', body });
  };
  const act = async (path: string, { queryCode, ticketNo }: CaseKey, more: object, options?: CallOptions) => {
    const code = normaliseQueryCode(queryCode);
    if (!code) throw new ZwgkError('invalid_input', { issues: [{ path: ['queryCode'], code: 'required' }] });
    const answer = await post(
      path,
      { queryCode: code, ...(ticketNo ? { ticketNo: ticketNo.trim() } : {}), ...more },
      options,
    );
    // A line of the history that cannot be read must not hide the rest of the case.
    return parseLenient(ComplaintCase, answer, 'invalid_response');
  };
  const write = (options: CallOptions = {}): CallOptions => ({ idempotencyKey: newIdempotencyKey(), ...options });

  return {
    check: checkComplaint,
    async create(draft, options) {
      const complaint = parse(Complaint, draft, 'invalid_input');
      // The query code is told once: a defect beside it must not lose it.
      return parseLenient(Receipt, await post('', complaint, write(options)), 'invalid_response');
    },
    lookup: (key, options) => act('/lookup', key, {}, { retries: 1, ...options }),
    addMessage: (key, text, options) => act('/messages', key, { text }, write(options)),
    withdraw: (key, reason, options) => act('/withdraw', key, reason ? { reason } : {}, write(options)),
    reopen: (key, reason, options) => act('/reopen', key, { reason }, write(options)),
    rate: (key, rating, options) => act('/rate', key, rating, write(options)),
  };
}
