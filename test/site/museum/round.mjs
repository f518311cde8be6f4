/** Every element on every page in every browser that can be had; gives the table, prints as it goes. */
import { findBrowser, findFirefox, findOldChromium, findPhantom, findWebKit } from '../../../scripts/find-browser.mjs';
import { chromium, firefox, webkit } from './drivers.mjs';
import { phantom } from './phantom.mjs';
import { oldChromium } from './pipe.mjs';
import { pages } from './pages.mjs';
import { startMuseum } from './server.mjs';
import { below, shiftsOf, visit } from './visit.mjs';

/** Name on the command line → how to start it; `undefined` from `find` where this machine cannot have it. */
const browsers = {
  now: { find: findBrowser, start: chromium, shifts: 'all' },
  86: { find: () => findOldChromium(86), start: chromium, shifts: 'fast' },
  92: { find: () => findOldChromium(92), start: chromium },
  109: { find: () => findOldChromium(109), start: chromium },
  114: { find: () => findOldChromium(114), start: chromium },
  firefox: { find: findFirefox, start: firefox },
  webkit: { find: findWebKit, start: webkit },
  83: { find: () => findOldChromium(83), start: chromium, below: true },
  78: { find: () => findOldChromium(78), start: oldChromium, below: true },
  phantom: { find: findPhantom, start: phantom, below: true },
};
const titles = { firefox: 'Firefox', webkit: 'WebKitGTK', phantom: 'PhantomJS' };

export async function round({
  only = Object.keys(browsers),
  named = pages.map(({ name }) => name),
  say = console.log,
}) {
  const museum = await startMuseum();
  const rows = [];
  try {
    for (const name of only) {
      const browser = browsers[name];
      const file = browser.find();
      if (!file) {
        say(`${name}: cannot be had on this machine; see docs/museum.md.`);
        rows.push({ browser: name, version: '', missing: true });
        continue;
      }
      let driver = await browser.start(file);
      const version = `${titles[name] ?? 'Chromium'} ${driver.version.replace(/^(\d+\.\d+)\..*/, '$1')}`;
      say(`\n${version}`);
      const cache = new Map();
      for (const page of pages.filter((one) => named.includes(one.name))) {
        const row = { browser: name, version, page: page.name, faults: {}, shift: undefined, below: !!browser.below };
        if (page.not?.[name]) {
          rows.push({ ...row, note: page.not[name] });
          say(`– ${page.name}: ${page.not[name]}`);
          continue;
        }
        try {
          if (browser.below) row.faults = { page: await below(driver, museum, page) };
          else {
            ({ faults: row.faults } = await visit(driver, museum, page, { cache, shots: name === 'now' }));
            if (page.moves) row.shift = undefined;
            else if (browser.shifts === 'all' || (browser.shifts && page.fast)) {
              row.shift = await shiftsOf(driver, museum, page);
              for (const [tag, shift] of Object.entries(row.shift))
                if (shift >= 0.05) row.faults[tag].push(`a layout shift of ${shift.toFixed(3)}`);
            }
          }
        } catch (error) {
          row.faults.page = [...(row.faults.page ?? []), error.message.split('\n')[0]];
          await driver.end().catch(() => {});
          driver = await browser.start(file);
        }
        row.faults = Object.fromEntries(Object.entries(row.faults).filter(([, list]) => list.length));
        rows.push(row);
        const bad = Object.entries(row.faults);
        say(`${bad.length ? '✗' : '✓'} ${page.name}`);
        for (const [what, list] of bad) for (const fault of list) say(`    ${what}: ${fault.slice(0, 300)}`);
      }
      await driver.end();
    }
  } finally {
    await museum.end();
  }
  return rows;
}
