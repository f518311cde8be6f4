/** The commands of `zwgk`, apart from the process that runs them. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Issue } from '@zwgk/schema';
import { messages } from './cli.messages.js';
import { runDoctor } from './doctor/command.js';
import { writePack } from './pack.js';
import { readSource, type SourceFinding } from './source.js';

/** `entries.3.title` → 第 4 条 entries › title: rows count from 1, as people count them. */
function placeOf(path: Issue['path']): string {
  return path.map((key) => (typeof key === 'number' ? messages.row(key + 1) : key)).join(' › ');
}

/** One line for each finding, with file, place and what is wrong there. */
export function describeFindings(findings: readonly SourceFinding[]): string[] {
  return findings.flatMap(({ file, issues, used }) => [
    ...issues.map(({ path, code }) =>
      messages.at(
        file,
        path.length ? placeOf(path) : messages.root,
        Object.hasOwn(messages.issue, code) ? messages.issue[code]! : messages.otherIssue(code),
      ),
    ),
    ...(used ? [] : [messages.at(file, '', messages.unusable)]),
  ]);
}

const isFolder = async (path: string) => (await stat(path).catch(() => undefined))?.isDirectory() === true;

/** Runs a command; `say` gets each line. @returns exit code: 0 well, 1 findings, 2 cannot be done */
export async function run(args: readonly string[], say: (line: string) => void): Promise<number> {
  const [command, from, to] = args;
  if (command === 'doctor' && from) return runDoctor(args.slice(1), say);
  if (!from || !(command === 'check' || (command === 'build' && to))) {
    say(messages.usage);
    return 2;
  }
  if (!(await isFolder(from))) {
    say(messages.noFolder(from));
    return 2;
  }
  const { source, findings, files } = await readSource(from);
  for (const line of describeFindings(findings)) say(line);
  if (!files) {
    say(messages.empty);
    return 2;
  }
  if (command === 'check') {
    say(
      messages.checked(
        files,
        findings.reduce((sum, { issues }) => sum + issues.length, 0),
      ),
    );
    return findings.length ? 1 : 0;
  }
  const report = await writePack(source, async (path, content) => {
    const file = join(to!, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  });
  for (const { subject, id } of report.leftOut) say(messages.leftOut(subject, id ?? '?'));
  say(messages.built(report.files, to!));
  return 0;
}
