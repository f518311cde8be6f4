/** `/files/…`: the published documents as a static pack, and `html/…` in it, written when first asked for. */
import { writeHtml, writeOutputs, writePack, type PackSource, type WriteFile } from '@zwgk/publish';
import type { Catalogue, FlowChart, Guide, Letter, PowerItem, StandardCatalogue } from '@zwgk/schema';
import { sql } from 'kysely';
import { memoryFolder, type Folder } from '../folder.js';
import type { Store } from '../store/store.js';
import type { Catalogues } from './entries.js';
import type { Documents } from './documents.js';

/** More entries than a pack can have: such a catalogue is there over the API alone. */
const MOST = 200000;
/** Feeds, fragments and downloads of catalogues up to this size are made on the way; `zwgk build` makes them for all. */
const SMALL = 5000;

/**
 * A folder that is made when it is first asked for. What it was made from is looked at again after so many seconds, and
 * the folder made anew only if that has changed: making one takes the main thread a second for 50,000 entries.
 */
function keep(
  make: () => Promise<Folder>,
  revision: () => Promise<string>,
  now: () => number,
  seconds: number,
): Folder {
  let made: { readonly at: number; readonly revision: string; readonly folder: Folder } | undefined;
  let making: Promise<Folder> | undefined;
  async function look(): Promise<Folder> {
    try {
      // Asked before the making, so that what changes meanwhile is noticed the next time.
      const current = await revision();
      const folder = made?.revision === current ? made.folder : await make();
      made = { at: now(), revision: current, folder };
      return folder;
    } finally {
      making = undefined;
    }
  }
  return {
    async read(path) {
      const isFresh = made && Math.abs(now() - made.at) <= seconds * 1000;
      const folder = isFresh ? made!.folder : await (making ??= look());
      return folder.read(path);
    },
  };
}

/** Says something else after each change of what is published: PostgreSQL marks each row that it writes (`xmin`). */
async function revisionOf({ kysely }: Pick<Store, 'kysely'>): Promise<string> {
  const { rows } = await sql<{ revision: string | null }>`
    select md5(string_agg(mark, ',' order by mark)) as revision from (
      select concat_ws(' ', subject, id, xmin) as mark from document
      union all select concat_ws(' ', 'catalogue', id, xmin) from catalogue) as written`.execute(kysely);
  return rows[0]?.revision ?? '';
}

/** Looked at again after `seconds`, so that a published letter appears without a restart. */
export function createPackFolder(
  store: Pick<Store, 'kysely'>,
  documents: Documents,
  catalogues: Catalogues,
  now: () => number,
  bureau: () => string | undefined,
  seconds = 60,
): Folder {
  const source = async (): Promise<PackSource> => {
    const whole: (Catalogue | StandardCatalogue)[] = [];
    for (const id of await catalogues.ids()) {
      const head = (await catalogues.get(id)) as { total?: number } | undefined;
      if ((head?.total ?? 0) > MOST) continue;
      const catalogue = await catalogues.whole(id);
      if (catalogue) whole.push({ ...catalogue, id });
    }
    return {
      guides: (await documents.all('guide')) as Guide[],
      flowcharts: (await documents.all('flowchart')) as FlowChart[],
      powers: (await documents.all('power')) as PowerItem[],
      letters: (await documents.all('letter')) as Letter[],
      catalogues: whole,
    };
  };
  const files = async (write: (source: PackSource, add: WriteFile) => Promise<unknown>) => {
    const made = new Map<string, string | Uint8Array>();
    await write(await source(), (path, content) => void made.set(path, content));
    return memoryFolder(made);
  };
  const pack = keep(
    () =>
      files(async (source, add) => {
        // Nobody here knows under which address the service is reached; files are compressed on the way out.
        const catalogues = source.catalogues?.filter((one) => !(Number((one as Catalogue).entries?.length) > SMALL));
        await writeOutputs({ ...source, catalogues }, add);
        await writePack(source, add, { gzip: false });
      }),
    () => revisionOf(store),
    now,
    seconds,
  );
  const html = keep(
    () =>
      files((source, add) =>
        writeHtml(source, add, { files: '/files', api: '/api/v1', bureau: bureau(), reportUrl: '/report' }),
      ),
    () => revisionOf(store),
    now,
    seconds,
  );
  return { read: (path) => (path.startsWith('html/') ? html : pack).read(path) };
}
