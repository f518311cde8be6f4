/** A small service for uploads and letters in place of `fetch`, for tests of what happens when answers are lost. */
export interface Upload {
  readonly name: string;
  readonly size: number;
  bytes: number[];
  complete: boolean;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
export const problem = (status: number, code: string, issues: object[] = []) =>
  json({ status, code, title: code, issues }, status);

/**
 * @param disturb told of each request before it is answered; an answer of its own goes in place of ours, and an error
 *   is a lost request. `lose` takes effect after our answer was made: the work is done, the answer is lost.
 */
export function uploadService(
  disturb: (request: Request, count: number) => Response | Promise<Response | void> | void | 'lose' = () => {},
) {
  const uploads = new Map<string, Upload>();
  const requests: string[] = [];
  let made = 0;
  async function answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.replace(/.*\/uploads/, '');
    if (request.method === 'POST') {
      const { name, size } = (await request.json()) as Upload;
      const id = `upload-${++made}`;
      uploads.set(id, { name, size, bytes: [], complete: false });
      return json({ id, offset: 0, chunk: 1048576 }, 201);
    }
    const id = decodeURIComponent(path.slice(1));
    const upload = uploads.get(id);
    if (!upload) return problem(404, 'not_found');
    const { name, size } = upload;
    const state = () => ({ id, offset: upload.bytes.length, size, complete: upload.complete });
    if (request.method === 'GET') return json(state());
    if (request.method === 'DELETE') {
      uploads.delete(id);
      return new Response(null, { status: 204 });
    }
    if (request.headers.get('content-type') !== 'application/offset+octet-stream') return problem(415, 'invalid_input');
    if (Number(request.headers.get('upload-offset')) !== upload.bytes.length) return problem(409, 'conflict');
    upload.bytes = upload.bytes.concat(Array.from(new Uint8Array(await request.arrayBuffer())));
    upload.complete = upload.bytes.length === size;
    return json({ ...state(), ...(upload.complete ? { name, type: 'image/png', sha256: 'ab' } : {}) });
  }
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(
      `${request.method} ${new URL(request.url).pathname.replace(/.*\/(uploads|complaints|proof)/, '/$1')}`,
    );
    const other = await disturb(request, requests.length);
    if (other && other !== 'lose') return other;
    const ours = await answer(request);
    if (other === 'lose') throw new TypeError('The answer is lost');
    return ours;
  };
  return { uploads, requests, fetch };
}
