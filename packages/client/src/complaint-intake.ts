/** 来信: check a draft and send it once. A file of its own, so that a form does not carry what follows later. */
import { Complaint, Receipt, checkComplaint, type ComplaintLimits, type Issue } from '@zwgk/schema';
import { ZwgkError, isZwgkError } from './errors.js';
import type { CallOptions, Http, HttpRequest } from './http.js';
import { parse, parseLenient } from './parse.js';

/** Options of a call for which a service may ask for work, which a robot in a hurry does not do. */
export interface ProofOptions extends CallOptions {
  /** Told of the work as it goes on: the probability, from 0 to 1, that it would have been done by now. */
  readonly onProof?: ((progress: number) => void) | undefined;
}

export interface ComplaintIntake {
  /** Everything that is wrong with a draft, in the order of the fields; empty when it can be sent. No request is made. */
  check(draft: unknown, limits?: ComplaintLimits): readonly Issue[];
  /**
   * Sends a letter. With the same `idempotencyKey` it may be called again after a lost answer: there is one case, and
   * the receipt comes again. Without one a key is made, so that retries within this call are safe. Where the service
   * asks for a proof of work, it is done in slices that do not block the page, and the letter is sent again.
   */
  create(draft: Complaint, options?: ProofOptions): Promise<Receipt>;
}

/** A key with 120 random bits; made with the draft and kept with it. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** For the files of this subject: a call to a service. A folder of files cannot take a letter: code `refused`. */
export async function ask(http: Http, path: string, request?: HttpRequest): Promise<unknown> {
  if (http.kind !== 'api') throw new ZwgkError('refused', { issues: [{ path: ['api'], code: 'required' }] });
  return http.json(path, request);
}
/** For the files of this subject. */
export const postComplaint = (http: Http, path: string, body: unknown, options?: CallOptions): Promise<unknown> =>
  ask(http, `complaints${path}`, { ...options, method: 'POST', body });
/** For the files of this subject: a write that may be repeated. */
export const writing = <Options extends CallOptions>(options?: Options): Options & { idempotencyKey: string } =>
  ({ idempotencyKey: newIdempotencyKey(), ...options }) as Options & { idempotencyKey: string };

/** For the files of this subject: a call that may have to be proven first (防机器人校验). */
export async function proven(
  http: Http,
  path: string,
  request: HttpRequest,
  { onProof, ...options }: ProofOptions = {},
): Promise<unknown> {
  try {
    return await ask(http, path, { ...options, ...request });
  } catch (error) {
    if (!isZwgkError(error) || error.code !== 'refused' || error.issues[0]?.path[0] !== 'proof') throw error;
    const { prove } = await import('./complaint-proof.js');
    const headers = { 'zwgk-proof': await prove(http, onProof, options.signal) };
    return ask(http, path, { ...options, ...request, headers });
  }
}

export function createComplaintIntake(http: Http): ComplaintIntake {
  return {
    check: checkComplaint,
    async create(draft, options) {
      const body = parse(Complaint, draft, 'invalid_input');
      // The query code is told once: a defect beside it must not lose it.
      return parseLenient(
        Receipt,
        await proven(http, 'complaints', { method: 'POST', body }, writing(options)),
        'invalid_response',
      );
    },
  };
}
