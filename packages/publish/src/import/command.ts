/** `zwgk import`: a file of an office → a document in a data folder. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { FlowChart, Guide } from '@zwgk/schema';
import { messages } from '../cli.messages.js';
import { describeImport, importFile, importKinds, type ImportedFile, type ImportKind } from './index.js';
import { importMessages as words } from './import.messages.js';

interface Arguments {
  readonly file: string;
  readonly to: string | undefined;
  readonly as: string | undefined;
  readonly force: boolean;
}
function readArguments(args: readonly string[]): Arguments | undefined {
  const plain: string[] = [];
  let as: string | undefined;
  let force = false;
  for (let i = 0; i < args.length; i++) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(args[i]!) ?? [];
    if (name === undefined) plain.push(args[i]!);
    else if (name === 'force' && value === undefined) force = true;
    else if (name === 'as' && (value ?? args[i + 1]) !== undefined) as = value ?? args[++i];
    else return undefined;
  }
  const [file, to] = plain;
  return file !== undefined && plain.length < 3 ? { file, to, as, force } : undefined;
}

const FOLDERS: Readonly<Record<ImportKind, string>> = {
  catalogue: 'catalogues',
  standard: 'catalogues',
  flowchart: 'flowcharts',
  guide: 'guides',
};
/** A file beside the source, a file that is named, or a file in the folder of its kind below a data folder. */
async function targetOf(file: string, to: string | undefined, kind: ImportKind): Promise<string> {
  const name = `${basename(file, extname(file))}.json`;
  if (to === undefined) return join(dirname(file), name);
  if (/\.json$/i.test(to)) return to;
  const isFolder = /[\\/]$/.test(to) || (await stat(to).catch(() => undefined))?.isDirectory() !== false;
  return isFolder ? join(to, FOLDERS[kind], name) : to;
}
/** One file for each document: where there are several, each is named by its title. */
function filesOf(value: NonNullable<ImportedFile['value']>, target: string): [string, object][] {
  if (!Array.isArray(value)) return [[target, value]];
  const documents = value as readonly (FlowChart | Guide)[];
  const taken = new Set<string>();
  return documents.map((document) => {
    if (documents.length === 1) return [target, document];
    const title =
      String(document['title'] ?? document['taskName'] ?? '')
        .replace(/[\\/:*?"<>|\s]+/g, ' ')
        .trim()
        .slice(0, 60) || basename(target, '.json');
    let name = title;
    for (let n = 2; taken.has(name); n++) name = `${title}-${n}`;
    taken.add(name);
    return [join(dirname(target), `${name}.json`), document];
  });
}
const countOf = (document: object): number => {
  const { entries, items, nodes } = document as Readonly<Record<string, readonly unknown[] | undefined>>;
  // A catalogue has columns (nodes), too.
  return (entries ?? items ?? nodes)?.length ?? 1;
};

/** @returns exit code: 0 well, 1 something has to be mended, 2 cannot be done */
export async function runImport(args: readonly string[], say: (line: string) => void): Promise<number> {
  const read = readArguments(args);
  if (!read) {
    say(messages.usage);
    return 2;
  }
  const { file, to, as, force } = read;
  const kindWanted = importKinds.find((kind) => kind === as);
  if (as !== undefined && !kindWanted) {
    say(words.badKind(as));
    return 2;
  }
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) {
    say(words.noFile(file));
    return 2;
  }
  const { kind, guessed, value, issues } = importFile(bytes, { as: kindWanted, title: basename(file, extname(file)) });
  if (guessed && kind) say(words.taken(words.kinds[kind]));
  for (const line of describeImport(issues)) say(line);
  if (!value || !kind) {
    say(words.nothing);
    return 2;
  }
  const target = await targetOf(file, to, kind);
  const files = filesOf(value, target);
  const present = force
    ? []
    : (
        await Promise.all(
          files.map(([path]) =>
            stat(path).then(
              () => path,
              () => '',
            ),
          ),
        )
      ).filter(Boolean);
  for (const path of present) say(words.exists(path));
  if (present.length) return 2;
  for (const [path, document] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(document, null, 2)}\n`);
  }
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  say(words.told(errors, issues.length - errors));
  for (const [path, document] of files) say(words.written(words.kinds[kind], countOf(document), path));
  return errors ? 1 : 0;
}
