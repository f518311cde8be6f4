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
  type Issue,
} from '@zwgk/schema';
import type { PackSource } from './pack.js';

/** What is wrong with one file of a source folder. */
export interface SourceFinding {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly issues: readonly Issue[];
  /** False when nothing of the file could be used. */
  readonly used: boolean;
}
export interface SourceFolder {
  readonly source: PackSource;
  readonly findings: readonly SourceFinding[];
  /** Files that were read. */
  readonly files: number;
}

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
  let files = 0;
  const json = async (file: string): Promise<unknown> => {
    files++;
    const bytes = await readFile(join(folder, file));
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      findings.push({ file, issues: [{ path: [], code: 'format' }], used: false });
      return undefined;
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
      if (document) found.push({ ...document, id: document.id ?? basename(file, '.json') });
    }
    return found;
  }
  const source: PackSource = {
    guides: await all<Guide>('guides', () => Guide),
    flowcharts: await all<FlowChart>('flowcharts', () => FlowChart),
    powers: await all<PowerItem>('powers', () => PowerItem),
    catalogues: await all<Catalogue | StandardCatalogue>('catalogues', (value) =>
      Array.isArray((value as { items?: unknown } | null)?.items) ? StandardCatalogue : Catalogue,
    ),
    letters: await letters(),
  };
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
  return { source, findings, files };
}
