import { writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { fileURLToPath } from 'node:url';
import { chromiumFlags, findBrowser } from '../scripts/find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Counts for the closing line of `npm test`. */
const counting = {
  reportTestFileResults() {},
  stop({ sessions }) {
    let passed = 0;
    let failed = 0;
    const walk = (suite) => {
      for (const test of suite?.tests ?? []) {
        if (test.skipped) continue;
        if (test.passed) passed++;
        else failed++;
      }
      for (const inner of suite?.suites ?? []) walk(inner);
    };
    for (const session of sessions) {
      walk(session.testResults);
      // A file that could not be loaded, or that left an error behind, is a failure of its own.
      if (!session.passed && !(session.testResults && session.errors.length === 0)) failed += 1;
    }
    if (process.env.ZWGK_TEST_COUNTS) writeFileSync(process.env.ZWGK_TEST_COUNTS, JSON.stringify({ passed, failed }));
  },
};

export default {
  rootDir: root,
  files: ['test/elements/**/*.browser.ts', 'test/client/**/*.browser.ts'],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 1,
  plugins: [esbuildPlugin({ ts: true, target: 'es2021', tsconfig: `${root}/tsconfig.base.json` })],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findBrowser(), args: chromiumFlags.filter((flag) => flag !== '--headless') },
    }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 20000 } },
  testRunnerHtml: (framework) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head>
    <body><script type="module" src="${framework}"></script></body></html>`,
  reporters: [defaultReporter({ reportTestProgress: false }), counting],
};
