/** The commands of `zwgk`, apart from the process that runs them. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDateOnly, today } from '@zwgk/schema';
import { messages } from './cli.messages.js';
import { runDoctor } from './doctor/command.js';
import { fieldName } from './field-names.js';
import { writeEmbed, writeHtml } from './html/index.js';
import { inspectSource } from './inspect.js';
import { baseOf, pageOf, writeOutputs } from './outputs/index.js';
import { writePack, type WriteFile } from './pack.js';
import { readSource, type SourceFinding } from './source.js';

/** `entries.3.title` → 条目（entries）第 4 条 标题（title）: by their names, and rows count from 1, as people count them. */
function placeOf(file: string, path: readonly (string | number)[]): string {
  const [folder = ''] = file.split('/');
  return path.map((key) => (typeof key === 'number' ? messages.row(key + 1) : fieldName(folder, key))).join(' › ');
}

/** One line for each finding, with file, place and what is wrong there. */
export function describeFindings(findings: readonly SourceFinding[]): string[] {
  return findings.flatMap(({ file, issues, used, fault, near }) => {
    if (fault) return [messages.at(file, '', messages.fault[fault](near))];
    return [
      ...issues.map(({ path, code }) =>
        messages.at(
          file,
          path.length ? placeOf(file, path) : messages.root,
          Object.hasOwn(messages.issue, code) ? messages.issue[code]! : messages.otherIssue(code),
        ),
      ),
      ...(used ? [] : [messages.at(file, '', messages.unusable)]),
    ];
  });
}

const isFolder = async (path: string) => (await stat(path).catch(() => undefined))?.isDirectory() === true;

const FLAGS = ['files', 'api', 'embed', 'guide-page', 'base', 'page', 'today'] as const;
type Flags = Partial<Record<(typeof FLAGS)[number], string>>;

/** `--name value` or `--name=value` anywhere between the words. */
function readArgs(args: readonly string[]): { words: string[]; flags: Flags; unknown: boolean } {
  const words: string[] = [];
  const flags: Flags = {};
  let unknown = false;
  for (let i = 0; i < args.length; i++) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(args[i]!) ?? [];
    if (name === undefined) words.push(args[i]!);
    else {
      const known = FLAGS.find((flag) => flag === name);
      const given = value ?? args[++i];
      if (known && given !== undefined) flags[known] = given;
      else unknown = true;
    }
  }
  return { words, flags, unknown };
}

/** Runs a command; `say` gets each line. @returns exit code: 0 well, 1 findings, 2 cannot be done */
export async function run(args: readonly string[], say: (line: string) => void): Promise<number> {
  if (args[0] === 'doctor' && args[1]) return runDoctor(args.slice(1), say);
  if (args[0] === 'import') return (await import('./import/command.js')).runImport(args.slice(1), say);
  const { words, flags, unknown } = readArgs(args);
  const [command, from, to] = words;
  if (unknown || !from || !(command === 'check' || (command === 'build' && to))) {
    say(messages.usage);
    return 2;
  }
  const day = flags.today ?? today(new Date());
  if (!isDateOnly(day)) {
    say(messages.badDay(day));
    return 2;
  }
  const base = baseOf(flags.base);
  for (const bad of [flags.base !== undefined && !base && flags.base, base && !pageOf(flags.page, base) && flags.page])
    if (typeof bad === 'string') {
      say(messages.badBase(bad));
      return 2;
    }
  if (!(await isFolder(from))) {
    say(messages.noFolder(from));
    return 2;
  }
  const { source, findings, files, fileOf } = await readSource(from);
  for (const line of describeFindings(findings)) say(line);
  if (!files) {
    say(messages.empty);
    return 2;
  }
  if (command === 'check') {
    const inspected = inspectSource(source, fileOf, placeOf, day);
    for (const { file, place, text } of inspected) say(messages.at(file, place, text));
    const faults = findings.reduce((sum, { issues }) => sum + Math.max(1, issues.length), 0);
    const errors = inspected.filter(({ severity }) => severity === 'error').length;
    say(messages.checked(files, faults + errors, inspected.length - errors));
    return faults + errors ? 1 : 0;
  }
  const write: WriteFile = async (path, content) => {
    const file = join(to!, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  const report = await writePack(source, write);
  const outputs = await writeOutputs(source, write, { base: flags.base, page: flags.page });
  const { files: folder, api, embed: cdn, 'guide-page': guidePage } = flags;
  let pages = await writeHtml(source, write, { files: folder, api, guidePage });
  if (cdn !== undefined) pages += await writeEmbed(source, write, { cdn, files: folder, guidePage });
  for (const { subject, id } of report.leftOut) say(messages.leftOut(subject, id ?? '?'));
  if (outputs.leftOut.length) say(messages.needsBase(outputs.leftOut));
  say(messages.built(report.files + outputs.files + pages, to!));
  return 0;
}
