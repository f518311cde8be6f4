/** 附件: sends a file in pieces, goes on where it stopped, takes it back; fetches the files of a case. */
import { ask, proven, type ProofOptions } from './complaint-intake.js';
import { caseBody, type CaseKey } from './complaint-follow-up.js';
import { ZwgkError, isZwgkError } from './errors.js';
import type { CallOptions, Http } from './http.js';

/** A file that the service has in whole and has found good. */
export interface UploadedFile {
  /** Named in a draft or message: `attachments: [{ id }]`. Whoever has it may use the file. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Bytes, after the service has taken out what tells of place and device. */
  readonly size: number;
  /** Hexadecimal; part of what a signed receipt is for. */
  readonly sha256?: string | undefined;
}

export interface UploadOptions extends ProofOptions {
  /** Name with its ending, as the citizen knows it. */
  readonly name: string;
  /** Of an upload that was begun before, after a reload for one: it goes on where it stopped, or begins anew. */
  readonly id?: string | undefined;
  /** Told the id as soon as there is one, to be kept for going on. */
  readonly onStart?: ((id: string) => void) | undefined;
  /** Told the bytes that the service has. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

export interface ComplaintFiles {
  /**
   * Sends a file. Pieces that get lost are sent again; after some failures in a row it rejects, and with the `id` it can
   * go on later. A file that is not accepted: `invalid_input` with an issue at `['file']` of code `file_type`,
   * `file_size`, `file_active`, `file_archive` or `file_broken`.
   */
  upload(file: Blob, options: UploadOptions): Promise<UploadedFile>;
  /** Takes a file back that belongs to no letter yet. */
  remove(id: string, options?: CallOptions): Promise<void>;
  /** The bytes of a file of a case, for its holder. Code `not_found` for a wrong code and a wrong id alike. */
  download(key: CaseKey, id: string, options?: CallOptions): Promise<Blob>;
}

/** Bytes of one piece, at most: small enough to show progress and to lose little. */
const PIECE = 512 * 1024;
/** Failures in a row after which it is left to the reader to go on. */
const TRIES = 4;

interface Answer {
  readonly id: string;
  readonly offset: number;
  readonly complete: boolean;
  readonly chunk?: number;
  readonly name?: unknown;
  readonly type?: unknown;
  readonly size?: unknown;
  readonly sha256?: unknown;
}
function answerOf(value: unknown): Answer {
  const { id, offset } = (value ?? {}) as Partial<Answer>;
  if (typeof id !== 'string' || !/^[\w-]{8,200}$/.test(id) || !Number.isInteger(offset) || offset! < 0)
    throw new ZwgkError('invalid_response', { issues: [{ path: ['offset'], code: 'type' }] });
  return value as Answer;
}

/** What the service says of a file that it has, else what we know of it. */
const endOf = (at: Answer, name: string, size: number): UploadedFile => ({
  id: at.id,
  name: typeof at.name === 'string' ? at.name : name,
  type: typeof at.type === 'string' ? at.type : '',
  size: typeof at.size === 'number' ? at.size : size,
  ...(typeof at.sha256 === 'string' ? { sha256: at.sha256 } : {}),
});

export function createComplaintFiles(http: Http): ComplaintFiles {
  const pathOf = (id: string) => `uploads/${encodeURIComponent(id)}`;
  const wait = (tries: number) => new Promise((resolve) => setTimeout(resolve, 250 * 2 ** tries));

  return {
    async upload(file, { name, id, onStart, onProgress, ...options }) {
      const { size } = file;
      const { signal } = options;
      const begin = async (): Promise<Answer> => {
        const body = { name, size };
        const begun = answerOf(await proven(http, 'uploads', { method: 'POST', body }, options));
        onStart?.(begun.id);
        return begun;
      };
      let at: Answer | undefined;
      if (id)
        try {
          at = answerOf(await ask(http, pathOf(id), { signal }));
        } catch (error) {
          // It was thrown away meanwhile: a new one is begun.
          if (!isZwgkError(error) || error.code !== 'not_found') throw error;
        }
      if (!at || at.offset > size) at = await begin();
      const { chunk = PIECE } = at;
      for (let tries = 0; ;) {
        onProgress?.(at.offset);
        if (at.complete) return endOf(at, name, size);
        const piece = file.slice(at.offset, at.offset + Math.min(PIECE, chunk));
        try {
          at = answerOf(
            await ask(http, pathOf(at.id), {
              method: 'PATCH',
              body: piece,
              headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(at.offset) },
              // A slow line gets time for a piece.
              timeout: 120000,
              signal,
            }),
          );
          tries = 0;
        } catch (error) {
          if (!isZwgkError(error) || !(error.retryable || error.code === 'conflict') || ++tries >= TRIES) throw error;
          await wait(tries);
          if (signal?.aborted) throw new ZwgkError('aborted');
          at = answerOf(await ask(http, pathOf(at.id), { signal }));
        }
      }
    },
    async remove(id, options) {
      await ask(http, pathOf(id), { ...options, method: 'DELETE', blob: true });
    },
    async download(key, id, options) {
      if (http.kind !== 'api') throw new ZwgkError('refused', { issues: [{ path: ['api'], code: 'required' }] });
      return http.blob('complaints/file', { ...options, method: 'POST', body: { ...caseBody(key), id } });
    },
  };
}
