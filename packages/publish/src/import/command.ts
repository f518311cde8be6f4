/** `zwgk import`: a file of an office → a document in a data folder. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
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
const countOf = (value: NonNullable<ImportedFile['value']>): number =>
  'items' in value ? (value.items as unknown[]).length : (value.entries as unknown[]).length;

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
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(target, `${JSON.stringify(value, null, 2)}\n`, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    say(words.exists(target));
    return 2;
  }
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  say(words.told(errors, issues.length - errors));
  say(words.written(words.kinds[kind], countOf(value), target));
  return errors ? 1 : 0;
}
