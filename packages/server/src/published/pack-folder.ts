/** `/files/…`: the published documents as a static pack, written when it is first asked for. */
import { writePack } from '@zwgk/publish';
import type { Catalogue, FlowChart, Guide, Letter, PowerItem, StandardCatalogue } from '@zwgk/schema';
import { memoryFolder, type Folder } from '../folder.js';
import type { Catalogues } from './entries.js';
import type { Documents } from './documents.js';

/** Kept for `seconds`, so that a published letter appears without a restart. */
export function createPackFolder(
  documents: Documents,
  catalogues: Catalogues,
  now: () => number,
  seconds = 60,
): Folder {
  let made: { at: number; folder: Promise<Folder> } | undefined;
  const make = async () => {
    const files = new Map<string, string | Uint8Array>();
    const whole: (Catalogue | StandardCatalogue)[] = [];
    for (const id of await catalogues.ids()) {
      const catalogue = await catalogues.whole(id);
      if (catalogue) whole.push({ ...catalogue, id });
    }
    await writePack(
      {
        guides: (await documents.all('guide')) as Guide[],
        flowcharts: (await documents.all('flowchart')) as FlowChart[],
        powers: (await documents.all('power')) as PowerItem[],
        letters: (await documents.all('letter')) as Letter[],
        catalogues: whole,
      },
      (path, content) => void files.set(path, content),
      // Compressed on the way out.
      { gzip: false },
    );
    return memoryFolder(files);
  };
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
