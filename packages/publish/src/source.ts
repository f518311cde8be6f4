/** A source folder: `guides/*.json`, `flowcharts/*.json`, `powers/*.json`, `catalogues/*.json`, `letters.json`. */
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  Catalogue,
  FlowChart,
  Guide,
  Letter,
  PowerItem,
  StandardCatalogue,
  findIssues,
  readLenient,
  type CatalogueEntry,
  type Issue,
} from '@zwgk/schema';
import { readEntry } from '@zwgk/client/catalogue';
import { jsonFault } from '@zwgk/elements/doctor';
import type { PackSource } from './pack.js';

/** What is wrong with one file of a source folder. */
export interface SourceFinding {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly issues: readonly Issue[];
  /** False when nothing of the file could be used. */
  readonly used: boolean;
  /** Why it is no document at all: bytes that are not UTF-8, text that is not JSON, another kind of file, elsewhere. */
  readonly fault?: 'encoding' | 'json' | 'kind' | 'elsewhere';
  /** Where the text stops being JSON, in Chinese. */
  readonly near?: string;
}
export interface SourceFolder {
  readonly source: PackSource;
  readonly findings: readonly SourceFinding[];
  /** Files that were read. */
  readonly files: number;
  /** The file that a document of `source` comes from. */
  fileOf(document: object): string;
}

/** As many as the schema allows. */
const MOST_ENTRIES = 200000;

/** What tables and texts of an office are called. */
const OFFICE_FILE = /\.(?:xlsx?|et|csv|tsv|docx?|wps|pptx?|pdf|txt|html?|xml|bpmn|vsdx?)$/i;
/** Documents that lie beside the folders. */
const BESIDE: readonly string[] = ['bureau.json', 'letters.json', 'package.json', 'tsconfig.json'];

type Schema = Parameters<typeof findIssues>[0];

async function jsonFiles(folder: string, below: string): Promise<string[]> {
  try {
    const names = await readdir(join(folder, below));
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => `${below}/${name}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Reads and checks a source folder. What is wrong in a document is left out of it and told in `findings`; a document
 * without an id takes the name of its file.
 */
export async function readSource(folder: string): Promise<SourceFolder> {
  const findings: SourceFinding[] = [];
  const defects: Record<string, readonly Issue[]> = {};
  const origins = new Map<object, string>();
  let files = 0;
  const json = async (file: string): Promise<unknown> => {
    files++;
    const bytes = await readFile(join(folder, file));
    const faulty = (fault: 'encoding' | 'json', near?: string) => {
      findings.push({ file, issues: [{ path: [], code: 'format' }], used: false, fault, ...(near ? { near } : {}) });
      return undefined;
    };
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return faulty('encoding');
    }
    try {
      return JSON.parse(text);
    } catch {
      return faulty('json', jsonFault(text));
    }
  };
  const check = <T>(schema: Schema, file: string, value: unknown, at: readonly (string | number)[] = []) => {
    const read = readLenient<T>(schema as never, value);
    if (read.issues.length)
      findings.push({
        file,
        issues: read.issues.map(({ path, code }) => ({ path: [...at, ...path], code })),
        used: read.value !== undefined,
      });
    return read.value;
  };
  async function all<T extends { id?: string | undefined }>(
    below: string,
    schema: (value: unknown) => Schema,
  ): Promise<T[]> {
    const found: T[] = [];
    for (const file of await jsonFiles(folder, below)) {
      const value = await json(file);
      if (value === undefined) continue;
      const document = check<T>(schema(value), file, value);
      if (document) found.push(from(file, { ...document, id: document.id ?? basename(file, '.json') }));
    }
    return found;
  }
  const from = <T extends object>(file: string, document: T): T => {
    origins.set(document, file);
    return document;
  };
  await strays();
  const source: PackSource = {
    guides: await all<Guide>('guides', () => Guide),
    flowcharts: await all<FlowChart>('flowcharts', () => FlowChart),
    powers: await all<PowerItem>('powers', () => PowerItem),
    catalogues: await catalogues(),
    defects,
    letters: await letters(),
  };
  /** Entries are read one by one: of one with defects stays what can be shown, and no other suffers for it. */
  async function catalogues(): Promise<(Catalogue | StandardCatalogue)[]> {
    const found: (Catalogue | StandardCatalogue)[] = [];
    for (const file of await jsonFiles(folder, 'catalogues')) {
      const value = await json(file);
      if (value === undefined) continue;
      const { items, entries: rows } = (value ?? {}) as { items?: unknown; entries?: unknown };
      const standard = Array.isArray(items) && !Array.isArray(rows);
      if (standard || !Array.isArray(rows)) {
        const document = check<Catalogue | StandardCatalogue>(standard ? StandardCatalogue : Catalogue, file, value);
        if (document) found.push(from(file, { ...document, id: document.id ?? basename(file, '.json') }));
        continue;
      }
      if (rows.length > MOST_ENTRIES) {
        findings.push({ file, issues: [{ path: ['entries'], code: 'too_many' }], used: false });
        continue;
      }
      const head = readLenient(Catalogue, { ...(value as object), entries: [] });
      const issues = [...head.issues];
      const left: Issue[] = [];
      const entries: CatalogueEntry[] = [];
      rows.forEach((row: unknown, at) => {
        const read = readEntry(row);
        for (const { path, code } of read.issues) {
          issues.push({ path: ['entries', at, ...path], code });
          if (read.value) left.push({ path: ['entries', entries.length, ...path], code });
        }
        if (read.value) entries.push(read.value);
      });
      if (issues.length) findings.push({ file, issues, used: head.value !== undefined });
      if (!head.value) continue;
      const id = head.value.id ?? basename(file, '.json');
      found.push(from(file, { ...head.value, id, entries }));
      if (left.length) defects[id] = left;
    }
    return found;
  }
  async function letters(): Promise<Letter[]> {
    let value: unknown;
    try {
      value = await json('letters.json');
    } catch (error) {
      files--;
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    const list: unknown = Array.isArray(value) ? value : (value as { items?: unknown } | undefined)?.items;
    if (!Array.isArray(list)) {
      if (value !== undefined)
        findings.push({ file: 'letters.json', issues: [{ path: [], code: 'type' }], used: false });
      return [];
    }
    return list.flatMap((one: unknown, i) => check<Letter>(Letter, 'letters.json', one, [i]) ?? []);
  }
  /** Tables and texts that somebody meant to publish, and documents beside the folders: nobody is to wonder where they are. */
  async function strays(): Promise<void> {
    const look = async (below: string) => {
      const names = await readdir(join(folder, below)).catch(() => [] as string[]);
      for (const name of names.sort()) {
        const file = below ? `${below}/${name}` : name;
        const fault = OFFICE_FILE.test(name)
          ? 'kind'
          : !below && /\.json$/i.test(name) && !BESIDE.includes(name)
            ? 'elsewhere'
            : undefined;
        if (fault && !/^[.~]/.test(name)) findings.push({ file, issues: [], used: false, fault });
      }
    };
    for (const below of ['', 'guides', 'flowcharts', 'powers', 'catalogues']) await look(below);
  }
  return { source, findings, files, fileOf: (document) => origins.get(document) ?? '' };
}
