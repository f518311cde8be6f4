/** The doctor at the museum: each planted fault of each page is named, and none that is not there. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, type Browser } from 'puppeteer-core';
import { examinePage } from '@zwgk/publish';
// @ts-expect-error a script without types
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';
// @ts-expect-error a script without types
import { pages as known } from './museum/pages.mjs';
// @ts-expect-error a script without types
import { startMuseum } from './museum/server.mjs';

interface Page {
  readonly name: string;
  readonly faults: readonly string[];
  readonly frame?: string;
}
const pages = known as readonly Page[];
/** What a planted fault is called by the doctor. */
const named: Readonly<Record<string, RegExp>> = {
  doctype: /^quirks$/,
  charset: /^(?:gbk|charsets|encoding|noCharset)$/,
  lang: /^lang$/,
  prototype: /^(?:objectKeys|arrayKeys|replaced|json)$/,
  'root-size': /^rootFont$/,
  base: /^base$/,
  compatible: /^compatible$/,
  csp: /^(?:scriptPolicy|connectPolicy|trustedTypes|stopped|sandbox)$/,
  twice: /^(?:twice|versions)$/,
};
interface Finding {
  readonly code: string;
  readonly level: string;
  readonly title: string;
}
type Zwgk = { zwgk?: { doctor?(): Promise<readonly Finding[]> } };

let museum: { base: string; end(): Promise<void> };
let browser: Browser;
before(async () => {
  museum = (await startMuseum()) as typeof museum;
  browser = await launch({ executablePath: findBrowser() as string, args: chromiumFlags as string[] });
});
after(async () => {
  await browser.close();
  await museum.end();
});

async function live(page: Page): Promise<readonly Finding[]> {
  const tab = await browser.newPage();
  try {
    await tab.goto(`${museum.base}/page/${page.name}?zwgk-doctor`, { waitUntil: 'load' });
    const frame = page.frame
      ? tab.frames().find((one) => one.parentFrame() && one.name() === page.frame)
      : tab.mainFrame();
    assert.ok(frame, `the frame of ${page.name}`);
    // Pages that have one file only get the doctor as a web developer would paste it.
    if (!(await frame.evaluate(() => Boolean((window as unknown as Zwgk).zwgk?.doctor))))
      await frame.addScriptTag({ url: '/cdn/zwgk-doctor.js' });
    const text = await frame.evaluate(async () =>
      // The page may have its own idea of JSON; findings are plain texts.
      (await (window as unknown as Zwgk).zwgk!.doctor!())
        .map((one) => `${one.code}\t${one.level}\t${one.title}`)
        .join('\n'),
    );
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'))
      .map(([code = '', level = '', title = '']) => ({ code, level, title }));
  } finally {
    await tab.close();
  }
}

describe('The doctor at the museum', () => {
  for (const page of pages)
    it(`${page.name}: ${page.faults.join(', ') || 'nothing planted'}`, async () => {
      const found = await live(page);
      const codes = found.map(({ code }) => code);
      for (const fault of page.faults) {
        assert.ok(named[fault], `a name for ${fault}`);
        // A policy in a header that stops nothing cannot be seen from inside; the source tells it (below).
        if (fault === 'csp' && !page.frame) continue;
        assert.ok(
          codes.some((code) => named[fault]!.test(code)),
          `${fault} is named; found: ${codes.join(', ')}`,
        );
      }
      // What works on the page (the other tests of the museum say so) is not reported as broken.
      const errors = found.filter(
        ({ level, code }) => level === 'error' && !page.faults.some((one) => named[one]!.test(code)),
      );
      assert.deepEqual(errors, []);
    });

  it('reads the same faults from the source, without a browser', async () => {
    for (const page of pages.filter(({ frame }) => !frame)) {
      const codes = (await examinePage(`${museum.base}/page/${page.name}`)).map(({ code }) => code);
      for (const fault of page.faults)
        // What a script does to the page cannot be read from its source in every case.
        if (!['root-size', 'prototype'].includes(fault))
          assert.ok(
            codes.some((code) => named[fault]!.test(code)),
            `${page.name}: ${fault}; found: ${codes.join(', ')}`,
          );
    }
  });
});
