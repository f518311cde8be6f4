/** `npm run storybook` and `npm run build:storybook`: the designers' view. Nothing is sent anywhere. */
import { ensureBuilt, ensureInstalled, main, tool } from './steps.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const env = { STORYBOOK_DISABLE_TELEMETRY: '1' };
  if (process.argv[2] === 'build')
    await tool('storybook', ['build', '-c', 'stories/.storybook', '-o', 'storybook-static'], { env });
  else
    await tool('storybook', ['dev', '-c', 'stories/.storybook', '-p', '6006', '--host', '127.0.0.1', '--no-open'], {
      env,
    });
});
