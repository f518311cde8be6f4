/** A static pack in memory, as a plain web server would give it out, with a note of what was asked for. */
import { createClient, type CatalogueReader, type ReadOptions } from '@zwgk/client';
import { writePack, type PackOptions, type PackSource } from '@zwgk/publish';

export interface PackFiles {
  readonly files: Map<string, string | Uint8Array>;
  /** Paths with their queries, in order. */
  readonly asked: string[];
  /** Bytes that went over the line. */
  bytes(): number;
  open(id: string, options?: ReadOptions): Promise<CatalogueReader>;
  fetch(request: Request): Promise<Response>;
}

export const BASE = 'http://files.test/data';

export async function packFiles(source: PackSource, options?: PackOptions): Promise<PackFiles> {
  const files = new Map<string, string | Uint8Array>();
  await writePack(source, (path, content) => void files.set(path, content), options);
  const asked: string[] = [];
  let bytes = 0;
  const fetch = async ({ url }: Request) => {
    const { pathname, search } = new URL(url);
    const path = decodeURIComponent(pathname.replace('/data/', ''));
    asked.push(path + search);
    const content = files.get(path);
    if (content === undefined) return new Response('<html>404', { status: 404 });
    bytes += typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    return new Response(content as BodyInit);
  };
  return {
    files,
    asked,
    bytes: () => bytes,
    fetch,
    open: (id, read) => createClient({ files: BASE, fetch, retries: 0 }).catalogues.open({ id }, read),
  };
}
