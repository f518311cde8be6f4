/** PhantomJS, far below the floor: what `below` needs. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const side = fileURLToPath(new URL('phantom-side.js', import.meta.url));
// It was built for an older OpenSSL and stops at today's settings.
const env = { ...process.env, OPENSSL_CONF: '/dev/null' };

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** @returns `open`, `into`, `run`, `log`, `end` and `version`, as the other drivers give them */
export async function phantom(executablePath) {
  const version = spawnSync(executablePath, ['--version'], { env, encoding: 'utf8' }).stdout.trim();
  const port = await freePort();
  const child = spawn(executablePath, [side, String(port)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const ask = async (what, order = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      // It reads a form's bytes as Latin-1, so only ASCII is sent.
      body: JSON.stringify({ what, ...order }).replace(
        /[\u0080-\uffff]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
      signal: AbortSignal.timeout(60000),
    });
    return answer.json();
  };
  let log = [];
  return {
    version,
    async open(url, { width, height }) {
      const { status } = await ask('open', { url, width, height });
      if (status !== 'success') throw new Error(`${url} has not loaded`);
    },
    async into(name = '') {
      const { found } = await ask('into', { name });
      if (!found) throw new Error(`no frame ${name}`);
    },
    async run(code) {
      const { value } = await ask('run', { code: `window.museum.pack((function(){return (${code})})())` });
      ({ log } = await ask('log'));
      return JSON.parse(value);
    },
    log: () => [...log],
    async end() {
      const ended = once(child, 'exit');
      await ask('end');
      await ended;
    },
  };
}
