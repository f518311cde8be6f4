/** Routes for files on their way, for proofs of work and for the keys of receipts. */
import { bytesOf, mediaType, readJson } from '../body.js';
import { createLimiter, type Limits } from '../cases/limits.js';
import type { Proofs } from '../cases/proof.js';
import { CHUNK, type Uploads } from '../files/uploads.js';
import { Failure, invalid } from '../problem.js';
import type { PublicKey } from '../store/signer.js';
import { bodyOf, nameOf, privately, published, type Route } from './route.js';
import { Challenge, NewUpload, UploadAnswer, UploadStart } from './schemas.js';

const PIECE = 'application/offset+octet-stream';

export interface UploadServices {
  readonly uploads: Uploads;
  readonly proofs: Proofs;
  readonly limits: Limits;
  readonly now: () => number;
  readonly keys: () => Promise<readonly PublicKey[]>;
}

export function uploadRoutes({ uploads, proofs, limits, now, keys }: UploadServices): Route[] {
  const begun = createLimiter(limits.upload, now);
  const bytes = createLimiter(limits.uploadBytes, now);
  const orWait = (seconds: number) => {
    if (seconds > 0) throw new Failure('rate_limited', { retryAfter: seconds });
  };
  const base = { tag: 'uploads' } as const;
  return [
    {
      ...base,
      method: 'POST',
      path: '/uploads',
      summary: '附件上传: begins one; its bytes follow in pieces',
      body: NewUpload,
      headers: { 'Zwgk-Proof': 'Where `/proof` asks for work: `challenge:nonce`' },
      answer: {
        description: 'Its id, a secret of the sender, and the most bytes of a piece',
        schema: UploadStart,
        status: 201,
      },
      failures: [403, 413, 415],
      async handle({ request, address }) {
        const { name, size } = bodyOf(NewUpload, await readJson(request));
        orWait(Math.max(begun.wait(address), bytes.wait(address, size)));
        proofs.demand(request.headers.get('zwgk-proof'), address);
        begun.count(address);
        bytes.count(address, size);
        // The disk is everybody's: what waits for a letter has an end.
        if ((await uploads.waiting()) + size > limits.uploadWaiting.max) orWait(3600);
        const { id, offset } = await uploads.begin(name, size);
        proofs.count(address);
        return privately({ id, offset, chunk: CHUNK }, 201);
      },
    },
    {
      ...base,
      method: 'PATCH',
      path: '/uploads/:id',
      summary: '附件上传: the next piece; with the last one the file is checked',
      bytes: PIECE,
      headers: { 'Upload-Offset': 'Where the piece begins: bytes that are there already' },
      answer: { description: 'How far it is', schema: UploadAnswer },
      failures: [404, 409, 413, 415],
      async handle(call) {
        const { request } = call;
        if (mediaType(request) !== PIECE)
          throw new Failure('invalid_input', {
            status: 415,
            title: `${PIECE} expected`,
            issues: [{ path: [], code: 'type' }],
          });
        const offset = request.headers.get('upload-offset') ?? '';
        if (!/^\d{1,9}$/.test(offset)) throw invalid([{ path: ['offset'], code: 'format' }]);
        const id = nameOf(call, 'id');
        await uploads.state(id); // before a megabyte is read for nobody
        return privately(await uploads.append(id, Number(offset), await bytesOf(request, CHUNK)));
      },
    },
    {
      ...base,
      method: 'GET',
      path: '/uploads/:id',
      summary: '附件上传: how far it is, to go on after a lost network',
      answer: { description: 'How far it is', schema: UploadAnswer },
      failures: [404],
      handle: async (call) => privately(await uploads.state(nameOf(call, 'id'))),
    },
    {
      ...base,
      method: 'DELETE',
      path: '/uploads/:id',
      summary: '附件上传: gives it up; not once it belongs to a case',
      answer: { description: 'Done', status: 204 },
      failures: [404, 409],
      async handle(call) {
        await uploads.remove(nameOf(call, 'id'));
        return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
      },
    },
    {
      method: 'GET',
      path: '/proof',
      summary: '工作量证明: what a letter or an upload from this address asks for now',
      tag: 'service',
      answer: {
        description: 'SHA-256 of `challenge:nonce` must begin with so many zero bits; 0: nothing is asked',
        schema: Challenge,
      },
      handle: async ({ address }) => privately(proofs.challenge(address)),
    },
    {
      method: 'GET',
      path: '/keys',
      summary: 'Public keys of the receipts’ signatures (JWKS), today’s first',
      tag: 'service',
      answer: { description: 'RFC 7517' },
      handle: async ({ request }) => published(request, { keys: await keys() }),
    },
  ];
}
