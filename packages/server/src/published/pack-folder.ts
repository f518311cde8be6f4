/** `/files/…`: the published documents as a static pack, and `html/…` in it, written when first asked for. */
import { writeHtml, writeOutputs, writePack, type PackSource, type WriteFile } from '@zwgk/publish';
import type { Catalogue, FlowChart, Guide, Letter, PowerItem, StandardCatalogue } from '@zwgk/schema';
import { memoryFolder, type Folder } from '../folder.js';
import type { Catalogues } from './entries.js';
import type { Documents } from './documents.js';

/** More entries than a pack can have: such a catalogue is there over the API alone. */
const MOST = 200000;
/** Feeds, fragments and downloads of catalogues up to this size are made on the way; `zwgk build` makes them for all. */
const SMALL = 5000;

/** A folder that is made when it is first asked for, and kept for so long. */
function keep(make: () => Promise<Folder>, now: () => number, seconds: number): Folder {
  let made: { at: number; folder: Promise<Folder> } | undefined;
  return {
    async read(path) {
      if (!made || Math.abs(now() - made.at) > seconds * 1000) {
        const folder = make();
        made = { at: now(), folder };
        // A failure is not kept.
        folder.catch(() => (made = undefined));
      }
      return (await made.folder).read(path);
    },
  };
}

/** Kept for `seconds`, so that a published letter appears without a restart. */
export function createPackFolder(
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
    now,
    seconds,
  );
  const html = keep(
    () =>
      files((source, add) =>
        writeHtml(source, add, { files: '/files', api: '/api/v1', bureau: bureau(), reportUrl: '/report' }),
      ),
    now,
    seconds,
  );
  return { read: (path) => (path.startsWith('html/') ? html : pack).read(path) };
}
