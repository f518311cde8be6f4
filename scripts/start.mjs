/** `npm start`: install and build what is missing or stale, then the reference service with the sample bureau. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, main, root } from './steps.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const server = spawn(process.execPath, [path.join(root, 'packages/server/dist/main.js')], {
    cwd: root,
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both; a service manager sends its signal to us alone.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
    });
  process.exitCode = await new Promise((resolve) => server.on('close', (code) => resolve(code ?? 0)));
});
