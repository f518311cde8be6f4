/** `zwgk doctor <url or file>` (嵌入体检): what hinders the elements on a page, each with what to do about it. */
import { diagnose, doctorWords, reportOf, type Finding } from '@zwgk/elements/doctor';
import { openPage } from './fetching.js';
import { factsOfPage } from './page-facts.js';

const words = {
  unreadable: (named: string, why: string) => `无法读取 ${named}：${why}`,
  status: (status: number) => `服务器返回 ${status}`,
  notHtml: (type: string) => `不是网页（${type}）`,
  network: '地址、网络或文件名不对',
  head: (named: string) => `${doctorWords.title}：${named}`,
  live: '在浏览器里打开该页，地址后加 ?zwgk-doctor，可查出更多运行时的问题。',
};

/** Everything that is found about a page from its source. */
export async function examinePage(named: string, root?: string): Promise<readonly Finding[]> {
  const { page, get } = await openPage(named, root);
  if (page.status >= 400) throw new Error(words.status(page.status));
  if (page.type && !/html|xml/.test(page.type)) throw new Error(words.notHtml(page.type));
  return diagnose(await factsOfPage(page, get));
}

/** @returns exit code: 0 no error was found, 1 errors, 2 the page cannot be read */
export async function runDoctor(args: readonly string[], say: (line: string) => void): Promise<number> {
  const at = args.indexOf('--root');
  const root = at < 0 ? undefined : args[at + 1];
  const named = args.find((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1))!;
  let findings: readonly Finding[];
  try {
    findings = await examinePage(named, root);
  } catch (error) {
    const own = error instanceof Error && /^(?:服务器返回|不是网页)/.test(error.message);
    say(words.unreadable(named, own ? error.message : words.network));
    return 2;
  }
  const count = (level: Finding['level']) => findings.filter((one) => one.level === level).length;
  say(words.head(named));
  for (const line of reportOf(findings).split('\n')) say(line);
  say(doctorWords.count(count('error'), count('warning'), count('info')));
  say(words.live);
  return count('error') ? 1 : 0;
}
