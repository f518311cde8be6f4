/** The sample for PHP in the guide to templates, on PHP's own server. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { launch } from 'puppeteer-core';
import { freePort, gbk, programOf, root, samplesOf, startProgram } from '../support/guides.js';
import { open, textOf, type Site } from '../support/site.js';
// @ts-expect-error a script without types
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';

const php = programOf('php');

test('the PHP sample on a page in GBK, with data in GBK, shows it, whatever stands in it', async (t) => {
  if (!php) return t.diagnostic('PHP is not installed here: the sample was not run');
  const folder = mkdtempSync(path.join(tmpdir(), 'zwgk-php-'));
  symlinkSync(path.join(root, 'packages/elements/cdn'), path.join(folder, 'zwgk'));
  writeFileSync(path.join(folder, 'favicon.ico'), '');
  // The file is in GBK, as is the text that a database of those years gives.
  writeFileSync(
    path.join(folder, 'page.php'),
    gbk(`<?php
header('Content-Type: text/html; charset=GBK');
$text = '户口登记</script><script>window.ran=1</script>';
$guide = ['id' => 'a', 'taskName' => mb_convert_encoding($text, 'UTF-8', 'GBK')];
?><!DOCTYPE html><html lang="zh-CN"><head><title>办事指南</title>
<script src="/zwgk/zwgk.js" charset="utf-8"></script></head><body><h1>云泊县政务公开</h1>
${samplesOf('templates.zh-CN.md')('php')[0]!}</body></html>`),
  );
  const base = `http://127.0.0.1:${await freePort()}`;
  const server = await startProgram(php, ['-S', base.slice(7), '-t', folder], `${base}/page.php`);
  const browser = await launch({ executablePath: findBrowser() as string, args: chromiumFlags as string[] });
  try {
    const { page, problems } = await open({ browser, base } as Site, '/page.php');
    assert.equal(await page.evaluate('document.characterSet'), 'GBK');
    assert.equal(await page.$eval('h1', (title) => title.textContent), '云泊县政务公开');
    assert.match(await textOf(page, 'zwgk-guide-card'), /户口登记<\/script><script>window\.ran=1<\/script>/);
    assert.equal(await page.evaluate('window.ran'), undefined);
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
