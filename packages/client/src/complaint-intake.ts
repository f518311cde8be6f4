/** 来信: check a draft and send it once. A file of its own, so that a form does not carry what follows later. */
import { Complaint, Receipt, checkComplaint, type ComplaintLimits, type Issue } from '@zwgk/schema';
import { ZwgkError } from './errors.js';
import type { CallOptions, Http } from './http.js';
import { parse, parseLenient } from './parse.js';

export interface ComplaintIntake {
  /** Everything that is wrong with a draft, in the order of the fields; empty when it can be sent. No request is made. */
  check(draft: unknown, limits?: ComplaintLimits): readonly Issue[];
  /**
   * Sends a letter. With the same `idempotencyKey` it may be called again after a lost answer: there is one case, and
   * the receipt comes again. Without one a key is made, so that retries within this call are safe.
   */
  create(draft: Complaint, options?: CallOptions): Promise<Receipt>;
}

/** A key with 120 random bits; made with the draft and kept with it. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** For the files of this subject. A folder of files cannot take a letter: code `refused`. */
export function postComplaint(http: Http, path: string, body: unknown, options?: CallOptions): Promise<unknown> {
  if (http.kind !== 'api') throw new ZwgkError('refused', { issues: [{ path: ['api'], code: 'required' }] });
  return http.json(`complaints${path}`, { ...options, method: 'POST', body });
}
/** For the files of this subject: a write that may be repeated. */
export const writing = (options: CallOptions = {}): CallOptions => ({
  idempotencyKey: newIdempotencyKey(),
  ...options,
});

export function createComplaintIntake(http: Http): ComplaintIntake {
  return {
    check: checkComplaint,
    async create(draft, options) {
      const complaint = parse(Complaint, draft, 'invalid_input');
      // The query code is told once: a defect beside it must not lose it.
      return parseLenient(Receipt, await postComplaint(http, '', complaint, writing(options)), 'invalid_response');
    },
  };
}
