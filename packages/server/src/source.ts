/** Loads a source folder (the sample bureau, or a bureau's own) into the store, when it is new or has changed. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSource, type SourceFinding } from '@zwgk/publish';
import { sql } from 'kysely';
import { canonical } from './cases/codes.js';
import { createDocuments, type Subject } from './published/documents.js';
import { createCatalogues } from './published/entries.js';
import { unhurried } from './store/database.js';
import type { Store } from './store/store.js';

export interface Loaded {
  /** False when the store had it already. */
  readonly changed: boolean;
  readonly documents: number;
  /** Name of the body, from `bureau.json`. */
  readonly bureau: string | undefined;
  readonly findings: readonly SourceFinding[];
}

/** Letters that were published here stay; all else becomes what the folder holds. */
export async function loadSource(store: Store, folder: string): Promise<Loaded> {
  const { source, findings } = await readSource(folder);
  const bureau = await bureauOf(folder);
  const hash = createHash('sha256')
    .update(canonical([1, source]))
    .digest('base64url');
  const { guides = [], flowcharts = [], powers = [], letters = [], catalogues = [] } = source;
  const documents = guides.length + flowcharts.length + powers.length + letters.length + catalogues.length;
  if ((await store.setting('source')) === hash) return { changed: false, documents, bureau, findings };

  const kept = createDocuments(store);
  const put = async (subject: Subject, list: readonly { id?: string | undefined }[]) => {
    const ids: string[] = [];
    for (const document of list) {
      if (document.id === undefined) continue;
      if (await kept.put(subject, document.id, document)) ids.push(document.id);
    }
    if (subject === 'letter') return;
    let rest = store.kysely.deleteFrom('document').where('subject', '=', subject);
    if (ids.length) rest = rest.where('id', 'not in', ids);
    await rest.execute();
  };
  await put('guide', guides);
  await put('flowchart', flowcharts);
  await put('power', powers);
  await put('letter', letters);
  const lists = createCatalogues(store);
  const ids: string[] = [];
  for (const catalogue of catalogues)
    if (catalogue.id !== undefined && (await lists.put(catalogue.id, catalogue))) ids.push(catalogue.id);
  await unhurried(store.kysely, async (db) => {
    let rest = db.deleteFrom('catalogue');
    if (ids.length) rest = rest.where('id', 'not in', ids);
    await rest.execute();
    await sql`analyze`.execute(db);
  });
  // Last, so that a start that was killed in the middle is done again.
  await store.setSetting('source', hash);
  return { changed: true, documents, bureau, findings };
}

async function bureauOf(folder: string): Promise<string | undefined> {
  try {
    const { name } = JSON.parse(await readFile(join(folder, 'bureau.json'), 'utf8')) as { name?: unknown };
    return typeof name === 'string' ? name : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
