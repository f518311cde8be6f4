/** Samples of the guides as their readers copy them, and the programs that they are for, where a machine has them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The samples of one language in a guide, in their order. */
export function samplesOf(guide: string): (language: string) => string[] {
  const text = readFileSync(path.join(root, 'docs/guides', guide), 'utf8');
  return (language) =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, sample]) => sample!);
}

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export const programOf = (...names: string[]): string | undefined =>
  names
    .flatMap((name) => ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'].map((one) => `${one}/${name}`))
    .find((file) => existsSync(file));

/** Starts a server and waits until it answers at `address`; whoever calls ends the process. */
export async function startProgram(
  program: string,
  args: readonly string[],
  address: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  for (let i = 0; i < 1200; i++) {
    if (child.exitCode !== null) throw new Error(said);
    if (await fetch(address).catch(() => undefined)) return child;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`no answer: ${said}`);
}

/** Text as a page in GBK has it; throws for what GBK does not have. */
export function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, [number, number]>();
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++)
      if (trail !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(
    Array.from(text, (sign) => {
      const found = sign < '\x80' ? [sign.charCodeAt(0)] : bytes.get(sign);
      if (!found) throw new TypeError(`not in GBK: ${sign}`);
      return found;
    }).flat(),
  );
}
