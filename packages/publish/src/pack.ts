/** 静态数据包: the folder that `<zwgk-provider files="…">` reads; any web server can host it. */
import {
  publicView,
  type Catalogue,
  type FlowChart,
  type Guide,
  type Letter,
  type LocalizedText,
  type OrgRef,
  type PowerItem,
  type Issue,
  type StandardCatalogue,
} from '@zwgk/schema';
import { PACK_FROM, writeCataloguePack } from './catalogue-pack.js';

/** What a bureau publishes, whole; internal parts are left out on the way. Documents without an id are not listed. */
export interface PackSource {
  readonly guides?: readonly Guide[] | undefined;
  readonly flowcharts?: readonly FlowChart[] | undefined;
  readonly powers?: readonly PowerItem[] | undefined;
  readonly catalogues?: readonly (Catalogue | StandardCatalogue)[] | undefined;
  /** 公开答复的来信, already masked and consented to. */
  readonly letters?: readonly Letter[] | undefined;
  /**
   * What was left out of the entries of a catalogue (by its id), with paths like `['entries', 3, 'url']`: readers of a
   * large one are told.
   */
  readonly defects?: Readonly<Record<string, readonly Issue[]>> | undefined;
}
export interface PackOptions {
  /** Also writes the parts of large catalogues as `.gz`, for hosts that compress nothing. Default true. */
  readonly gzip?: boolean | undefined;
}
export type PackSubject = 'guides' | 'flowcharts' | 'powers' | 'catalogues';

/** One line of an `index.json`, as the client lists it. */
export interface PackSummary {
  readonly id: string;
  readonly title: string;
  readonly org?: string;
  readonly updatedAt?: string;
}
/** What the list of guides (`zwgk-guide-list`) sorts and filters by. */
const GUIDE_FACTS = [
  'serviceTargets',
  'topicPerson',
  'topicOrg',
  'initial',
  'caseVolume',
  'online',
  'promisedDays',
  'promisedUnit',
] as const;
export type GuideSummary = PackSummary & Pick<Guide, (typeof GUIDE_FACTS)[number]>;

/** Stores one file; `path` is relative, with `/`. */
export type WriteFile = (path: string, content: string | Uint8Array) => Promise<void> | void;

const hans = (text: LocalizedText | undefined): string | undefined =>
  typeof text === 'string' ? text : text?.['zh-Hans'];
const nameOf = (org: OrgRef | undefined): string | undefined => hans(org?.name);

type Named = Guide & FlowChart & PowerItem & Catalogue & StandardCatalogue;
const naming: Readonly<Record<PackSubject, (one: Named) => readonly [string | undefined, string | undefined]>> = {
  guides: ({ taskName, deptName }) => [hans(taskName), hans(deptName)],
  flowcharts: ({ title, org }) => [hans(title), nameOf(org as OrgRef | undefined)],
  powers: ({ name, authority }) => [hans(name), nameOf(authority)],
  catalogues: ({ title, domain, publisher }) => [hans(title) ?? hans(domain), nameOf(publisher)],
};

/** The line of a document in a list, for guides a {@link GuideSummary}; the id stands for a title that is missing. */
export function summaryOf(subject: PackSubject, document: object & { id?: string | undefined }): PackSummary {
  const [title, org] = naming[subject](document as Named);
  const { id = '', updatedAt } = document as Named;
  const facts: Record<string, unknown> = {};
  if (subject === 'guides')
    for (const name of GUIDE_FACTS)
      if ((document as Guide)[name] !== undefined) facts[name] = (document as Guide)[name];
  return { id, title: title || id, ...(org ? { org } : {}), ...(updatedAt ? { updatedAt } : {}), ...facts };
}

/** What the public may see of each subject of a pack. */
export const packViews = {
  guides: (guide: Guide) => publicView('guide', guide),
  flowcharts: (chart: FlowChart) => publicView('flowchart', chart),
  powers: (power: PowerItem) => publicView('power', power),
  catalogues: publicCatalogue,
} as const;

const ID = /^[^\0-\x1F/\\]{1,200}$/;
/** An id that can be the name of a file and the end of an address. */
export const isPackId = (id: unknown): id is string => typeof id === 'string' && ID.test(id) && !/^\.+$/.test(id);

/**
 * What of a catalogue the public may see, whichever of the two kinds it is.
 * A standard catalogue has `items`, a catalogue has `entries`.
 */
export function publicCatalogue(document: Catalogue | StandardCatalogue): Catalogue | StandardCatalogue | undefined {
  return 'items' in document
    ? publicView('standardCatalogue', document as StandardCatalogue)
    : publicView('catalogue', document as Catalogue);
}

/** What was written, for a report. */
export interface PackReport {
  readonly files: number;
  /** Documents that were left out: internal, or without an id that can be a file name. */
  readonly leftOut: readonly { readonly subject: PackSubject; readonly id: string | undefined }[];
}

/** The place of an entry in its catalogue, kept through the visibility function; never written. */
const PLACE = Symbol('place');

/** What the public may see of a large catalogue, and the defects of what is left, by its place there. */
function markedView(catalogue: Catalogue, defects: readonly Issue[]) {
  const entries = catalogue.entries.map((entry, at) => ({ ...entry, [PLACE]: at }));
  const shown = publicView('catalogue', { ...catalogue, entries });
  const byPlace = new Map<unknown, Issue[]>();
  for (const { path, code } of defects) {
    const [list, at, ...rest] = path;
    if (list === 'entries') byPlace.set(at, [...(byPlace.get(at) ?? []), { path: rest, code }]);
  }
  const issues = new Map<number, readonly Issue[]>();
  shown?.entries.forEach((entry, at) => {
    const own = byPlace.get((entry as { [PLACE]?: number })[PLACE]);
    if (own) issues.set(at, own);
  });
  return shown && { shown, issues };
}

/**
 * Writes `<subject>/index.json` (`{ items, total, next: null }`, by id) and `<subject>/<id>.json` for each subject, and
 * the letters, newest first. A catalogue of more than 2,000 entries is written in parts (`docs/sdk/packs.md`).
 * Everything passes the visibility function of the schema.
 */
export async function writePack(
  source: PackSource,
  writeFile: WriteFile,
  { gzip }: PackOptions = {},
): Promise<PackReport> {
  let files = 0;
  const leftOut: { subject: PackSubject; id: string | undefined }[] = [];
  const write = async (path: string, value: unknown) => {
    await writeFile(path, `${JSON.stringify(value)}\n`);
    files++;
  };
  /** A large catalogue goes into parts; what is left to write is its head. */
  async function parts(name: PackSubject, id: string, document: object): Promise<object | undefined> {
    const { entries } = document as Partial<Catalogue>;
    if (name !== 'catalogues' || !entries || entries.length <= PACK_FROM) return undefined;
    const marked = markedView(document as Catalogue, source.defects?.[id] ?? []);
    return (
      marked &&
      writeCataloguePack(marked.shown, { folder: id, gzip, issues: marked.issues }, async (path, content) => {
        await writeFile(`${name}/${id}/${path}`, content);
        files++;
      })
    );
  }
  async function subject<T extends { id?: string | undefined }>(
    name: PackSubject,
    documents: readonly T[] = [],
    view: (document: T) => T | undefined,
  ) {
    const items: PackSummary[] = [];
    for (const document of documents) {
      const shown = view(document);
      if (!shown || !isPackId(document.id)) {
        leftOut.push({ subject: name, id: document.id });
        continue;
      }
      const { id } = document;
      items.push(summaryOf(name, shown));
      await write(`${name}/${id}.json`, (await parts(name, id, document)) ?? shown);
    }
    items.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    await write(`${name}/index.json`, { items, total: items.length, next: null });
  }
  await subject('guides', source.guides, packViews.guides);
  await subject('flowcharts', source.flowcharts, packViews.flowcharts);
  await subject('powers', source.powers, packViews.powers);
  await subject('catalogues', source.catalogues, packViews.catalogues);
  const letters = [...(source.letters ?? [])].sort((a, b) => ((a.repliedAt ?? '') < (b.repliedAt ?? '') ? 1 : -1));
  await write('letters/index.json', { items: letters, total: letters.length, next: null });
  for (const letter of letters) if (isPackId(letter.id)) await write(`letters/${letter.id}.json`, letter);
  return { files, leftOut };
}
