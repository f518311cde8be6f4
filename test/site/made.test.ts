/** What the files of the sample site must be, before any browser opens them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { bytesOf, sitePages } from '../support/site.js';

describe('The files of the sample site', () => {
  it('are what their templates and the examples say', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/make-site.mjs', '--check'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /[1-9]\d* pages, 0 stale/);
  });

  it('name no other host and hold no style or handler that a strict policy would forbid', () => {
    for (const address of sitePages()) {
      const text = bytesOf(address.endsWith('/') ? `${address}index.html` : address).toString('utf8');
      assert.doesNotMatch(text, /(?:href|src|action)="(?:https?:)?\/\//, address);
      assert.doesNotMatch(text, / (?:style|on[a-z]+)="|javascript:/, address);
    }
  });

  it('include a page whose bytes are GB18030 and nothing else', () => {
    const bytes = bytesOf('hosts/gb18030.html');
    assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    assert.match(text, /charset=gb2312/);
    assert.match(text, /䶮、㙍、𠮷/);
    assert.match(text, /^<html>/, 'no doctype: quirks mode');
  });
});
